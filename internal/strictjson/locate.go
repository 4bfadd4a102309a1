package strictjson

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// Place is a position in a text.
type Place struct {
	Offset       int // in bytes, from 0
	Line, Column int // from 1, the column in bytes
}

// Locate finds where in text, which Decode has found sound, the values at the
// given JSON Pointers (RFC 6901) begin. For a value that is not there it gives
// the place of the innermost object or array on the way to it. Its cost is that
// of reading the text once.
func Locate(text []byte, pointers []string) []Place {
	root := &wanted{}
	for i, p := range pointers {
		root.add(p, i)
	}
	l := locator{scanner: scanner{data: text}, places: make([]Place, len(pointers))}
	l.limits = Limits{Depth: len(text), StringBytes: len(text)}
	l.limit = 1
	l.value(root)
	mark(text, l.places)
	return l.places
}

// mark gives every place its line and column.
func mark(text []byte, places []Place) {
	order := make([]*Place, len(places))
	for i := range places {
		order[i] = &places[i]
	}
	slices.SortFunc(order, func(a, b *Place) int { return cmp.Compare(a.Offset, b.Offset) })
	line, start, pos := 1, 0, 0
	for _, p := range order {
		for ; pos < p.Offset; pos++ {
			if text[pos] == '\n' {
				line, start = line+1, pos+1
			}
		}
		p.Line, p.Column = line, p.Offset-start+1
	}
}

// wanted is a tree of pointers by their tokens.
type wanted struct {
	ends []int // indexes of the pointers that end here
	next map[string]*wanted
}

var pointerUnescaper = strings.NewReplacer("~1", "/", "~0", "~")

func (w *wanted) add(pointer string, index int) {
	if pointer == "" {
		w.ends = append(w.ends, index)
		return
	}
	token, rest := pointer[1:], ""
	if i := strings.IndexByte(token, '/'); i >= 0 {
		token, rest = token[:i], token[i:]
	}
	token = pointerUnescaper.Replace(token)
	if w.next == nil {
		w.next = map[string]*wanted{}
	}
	if w.next[token] == nil {
		w.next[token] = &wanted{}
	}
	w.next[token].add(rest, index)
}

// below calls place for every pointer that leads through w.
func (w *wanted) below(place func(int)) {
	for _, i := range w.ends {
		place(i)
	}
	for _, n := range w.next {
		n.below(place)
	}
}

type locator struct {
	scanner
	places []Place
}

// value gives its own place to all pointers through w, then looks inside for
// better ones.
func (l *locator) value(w *wanted) bool {
	l.space()
	w.below(func(i int) { l.places[i].Offset = l.pos })
	if len(w.next) == 0 {
		return l.skip()
	}
	switch l.token() {
	case object:
		return l.empty('}') || l.members(w)
	case array:
		return l.empty(']') || l.elements(w)
	}
	return l.skip()
}

func (l *locator) members(w *wanted) bool {
	for {
		l.space()
		key, _, _ := l.string() // the text is sound
		n := w.next[string(key)]
		l.punctuation(':', "")
		l.into(n)
		if more, ok := l.next('}'); !more {
			return ok
		}
	}
}

func (l *locator) elements(w *wanted) bool {
	for i := 0; ; i++ {
		l.into(w.next[strconv.Itoa(i)])
		if more, ok := l.next(']'); !more {
			return ok
		}
	}
}

func (l *locator) into(w *wanted) bool {
	if w == nil {
		return l.skip()
	}
	return l.value(w)
}

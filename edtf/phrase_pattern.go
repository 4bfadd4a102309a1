package edtf

import (
	"slices"
	"strconv"
	"strings"
)

// literal numbers the words that stand in patterns; 0 is every other word.
type literal uint16

// literals holds the words of all patterns. It is complete once the table of
// conventions is.
var literals = make(map[string]literal)

// element is one step of a pattern: a choice of words, or a slot.
type element struct {
	words []literal
	text  string // the words in quotes
	slot  *slot
}

func (e *element) fits(w *word) bool { return w.literal != 0 && slices.Contains(e.words, w.literal) }

// level says what a convention is, so that one can tell what may stand in it.
type level uint16

const (
	levelPeriod    level = 1 << iota // a stretch of the calendar by its name: a month, last week
	levelUnit                        // "the month", inside others only
	levelDay                         // a day or a night
	levelNumber                      // a day that leaves its month to another date
	levelDate                        // any other single date
	levelCounted                     // so many days ago or later
	levelShifted                     // a date made of another
	levelRange                       // from one date to another
	levelList                        // one or each of several dates
	levelQualified                   // an approximate or uncertain date
	levelLimit                       // what a date bounds
	levelCount                       // a number of days, inside others only
	levelOne                         // a day, week and so on, inside others only
	levelTime                        // a time of day, inside others only
	levelSomeYear                    // a year not known in full

	levelsSingle = levelPeriod | levelDay | levelDate | levelCounted | levelShifted
	levelsEnd    = levelsSingle | levelNumber | levelQualified
	levelsPhrase = levelsSingle | levelRange | levelList | levelQualified | levelLimit
)

// variant is a pattern without its optional parts, or with some of them.
type variant struct {
	row      *convention
	elements []element
}

// compilePattern reads a pattern: words, choices of words with bars, slots in
// braces, and optional parts in brackets; an underscore is a space. It returns
// a variant with and one without every optional part, the fullest first.
func compilePattern(pattern string) [][]element {
	open := strings.IndexByte(pattern, '[')
	if open < 0 {
		return [][]element{compileElements(pattern)}
	}
	end, depth := open, 0
	for ; ; end++ {
		switch pattern[end] {
		case '[':
			depth++
		case ']':
			depth--
		}
		if depth == 0 {
			break
		}
	}
	with := pattern[:open] + pattern[open+1:end] + pattern[end+1:]
	return append(compilePattern(with), compilePattern(pattern[:open]+pattern[end+1:])...)
}

func compileElements(pattern string) []element {
	var elements []element
	for field := range strings.FieldsSeq(pattern) {
		if field[0] == '{' {
			elements = append(elements, element{slot: slotNamed(field)})
			continue
		}
		var e element
		var quoted []string
		for text := range strings.SplitSeq(strings.ReplaceAll(field, "_", " "), "|") {
			if literals[text] == 0 {
				literals[text] = literal(len(literals) + 1)
			}
			e.words = append(e.words, literals[text])
			quoted = append(quoted, strconv.Quote(text))
		}
		e.text = listEnglish(quoted, " or ")
		elements = append(elements, e)
	}
	return elements
}

// grammar finds the patterns that a word can begin.
type grammar struct {
	byWord [][]variant // by literal
	bySlot []slotVariants
}

type slotVariants struct {
	slot     *slot
	variants []variant
}

var phraseGrammar = newGrammar()

func newGrammar() grammar {
	var all []variant
	for k := range conventions {
		for _, elements := range compilePattern(conventions[k].pattern) {
			all = append(all, variant{&conventions[k], elements})
		}
	}
	g := grammar{byWord: make([][]variant, len(literals)+1)}
	for _, v := range all {
		first := &v.elements[0]
		for _, w := range first.words {
			g.byWord[w] = append(g.byWord[w], v)
		}
		if first.slot == nil {
			continue
		}
		k := slices.IndexFunc(g.bySlot, func(b slotVariants) bool { return b.slot == first.slot })
		if k < 0 {
			k = len(g.bySlot)
			g.bySlot = append(g.bySlot, slotVariants{slot: first.slot})
		}
		g.bySlot[k].variants = append(g.bySlot[k].variants, v)
	}
	return g
}

// node is a convention and what its slots have read.
type node struct {
	row  *convention
	read reading
	at   int // its first word
}

// matcher compares the words of one phrase with the conventions.
type matcher struct {
	words   []word
	context context
	memo    []int8 // by level, first word and end: the node found and 1, or −1
	nodes   []*node
	spare   []*node
	present [8]uint64 // the literals in the phrase
	// explain makes the matcher note what would have fitted at the furthest
	// word, and so go on where it could give up.
	explain  bool
	furthest int
	expected []string
}

func newMatcher(words []word, c context) *matcher {
	m := &matcher{words: words, context: c}
	m.memo = make([]int8, len(termSlots)*len(words)*(len(words)+1))
	for i := range words {
		id := words[i].literal
		m.present[id/64] |= 1 << (id % 64)
	}
	return m
}

// mostExpected is how many things a ParseError lists at most.
const mostExpected = 8

// miss notes what would have fitted at a word.
func (m *matcher) miss(i int, expected string) {
	if !m.explain || i < m.furthest || expected == "" {
		return
	}
	if i > m.furthest {
		m.furthest, m.expected = i, m.expected[:0]
	}
	if len(m.expected) <= mostExpected && !slices.Contains(m.expected, expected) {
		m.expected = append(m.expected, expected)
	}
}

// fit finds what the words from i up to end are, at the levels of a slot. A
// word at the start comes before all else: it covers all that follows.
func (m *matcher) fit(s *slot, i, end int) *node {
	key := (int(s.index)*len(m.words)+i)*(len(m.words)+1) + end
	if known := m.memo[key]; known != 0 {
		if known < 0 {
			return nil
		}
		return m.nodes[known-1]
	}
	m.memo[key] = -1
	n := m.byWord(s, i, end)
	if n == nil && m.words[i].is(classPreposition) && i+1 < end {
		n = m.fit(s, i+1, end)
	}
	if n == nil {
		n = m.bySlot(s, i, end)
	}
	if n == nil {
		m.miss(i, s.expected)
		return nil
	}
	if len(m.nodes) < 127 {
		m.nodes = append(m.nodes, n)
		m.memo[key] = int8(len(m.nodes))
	}
	return n
}

func (m *matcher) byWord(s *slot, i, end int) *node {
	variants := phraseGrammar.byWord[m.words[i].literal]
	for k := range variants {
		if n := m.try(&variants[k], s.levels, i, end); n != nil {
			return n
		}
	}
	return nil
}

func (m *matcher) bySlot(s *slot, i, end int) *node {
	w := &m.words[i]
	for k := range phraseGrammar.bySlot {
		b := &phraseGrammar.bySlot[k]
		if b.slot.class != 0 && !w.is(b.slot.class) {
			continue
		}
		for v := range b.variants {
			if n := m.try(&b.variants[v], s.levels, i, end); n != nil {
				return n
			}
		}
	}
	return nil
}

// try matches one variant with exactly the words from i up to end.
func (m *matcher) try(v *variant, levels level, i, end int) *node {
	if v.row.level&levels == 0 || !m.explain && !m.canFit(v, i, end) {
		return nil
	}
	var n *node
	if last := len(m.spare) - 1; last >= 0 {
		n, m.spare = m.spare[last], m.spare[:last]
	} else {
		n = new(node)
	}
	*n = node{row: v.row, at: i, read: reading{context: m.context, words: m.words, start: i}}
	if m.run(v.elements, i, end, &n.read) {
		return n
	}
	m.spare = append(m.spare, n)
	return nil
}

// canFit reports whether the phrase has what a variant needs at the least.
func (m *matcher) canFit(v *variant, i, end int) bool {
	count := len(v.elements)
	if count > end-i {
		return false
	}
	last := &v.elements[count-1]
	if last.words != nil && !last.fits(&m.words[end-1]) {
		return false
	}
	if v.elements[0].slot == nil || v.elements[0].slot.levels == 0 || count == 1 || v.elements[1].words == nil {
		return true
	}
	for _, id := range v.elements[1].words {
		if m.present[id/64]>>(id%64)&1 != 0 {
			return true
		}
	}
	return false
}

// run matches the elements that are left.
func (m *matcher) run(elements []element, i, end int, r *reading) bool {
	for k := range elements {
		e := &elements[k]
		switch {
		case e.slot != nil && e.slot.list:
			return m.runList(e.slot, i, end, r)
		case e.slot != nil && e.slot.levels != 0:
			return m.runTerm(elements[k:], i, end, r)
		case i == end:
			m.miss(i, e.expected())
			return false
		case e.slot != nil:
			next := i
			if e.slot.class == 0 || m.words[i].is(e.slot.class) {
				next = e.slot.read(m.words[:end], i, r)
			}
			if next == i {
				m.miss(i, e.expected())
				return false
			}
			i = next
		case e.fits(&m.words[i]):
			i++
		default:
			m.miss(i, e.expected())
			return false
		}
	}
	if i < end {
		m.miss(i, "the end of the phrase")
	}
	return i == end
}

func (e *element) expected() string {
	if e.slot != nil {
		return e.slot.expected
	}
	return e.text
}

// runTerm matches a date that starts at word i, of any length, and then the
// rest.
func (m *matcher) runTerm(elements []element, i, end int, r *reading) bool {
	first, rest := elements[0].slot, elements[1:]
	count := r.count
	for stop := i + 1; stop <= end; stop++ {
		if len(rest) == 0 && stop < end || !m.explain && len(rest) > 0 && rest[0].words != nil && (stop == end || !rest[0].fits(&m.words[stop])) {
			continue
		}
		if kid := m.fit(first, i, stop); kid != nil {
			r.kids[count], r.count = kid, count+1
			if m.run(rest, stop, end, r) {
				return true
			}
		}
	}
	if i == end {
		m.miss(i, first.expected)
	}
	r.count = count
	return false
}

// runList matches dates with commas, "and" or "or" between them: an item ends
// as far on as it can.
func (m *matcher) runList(s *slot, i, end int, r *reading) bool {
	item := slotNamed("{item}")
	for i < end {
		stop, next := end, end
		var kid *node
		for ; stop > i && kid == nil; stop-- {
			next = stop
			isLast := stop == end
			conjunction := !isLast && (m.words[stop].text == "and" || m.words[stop].text == "or")
			if conjunction {
				if r.conjunction != "" && r.conjunction != m.words[stop].text {
					continue
				}
				next++
			} else if !isLast && !m.words[stop].comma {
				continue
			}
			if stop == end && len(r.list) == 0 {
				continue
			}
			kid = m.fit(item, i, stop)
			if kid != nil && conjunction {
				r.conjunction = m.words[stop].text
			}
		}
		if kid == nil || len(r.list) == maxPhraseWords {
			return false
		}
		r.list = append(r.list, kid)
		if next == end && stop+1 < end {
			return false
		}
		i = next
	}
	return len(r.list) > 1 && r.conjunction != ""
}

// expectation words what would have fitted at the furthest word.
func (m *matcher) expectation() string {
	if m.furthest == 0 || len(m.expected) > mostExpected || len(m.expected) == 0 {
		return `a wording of the conventions, such as "4 August 2024", "late July", "last week", ` +
			`"two days ago", "in the coming days", "since 2012", "between May and June" or "by the end of the year"`
	}
	return listEnglish(m.expected, " or ")
}

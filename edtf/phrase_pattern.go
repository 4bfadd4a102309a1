package edtf

import (
	"slices"
	"strconv"
	"strings"
)

// level says what a convention is, so that one can tell what may stand in it.
type level uint16

const (
	levelPeriod      level = 1 << iota // a stretch of the calendar by its name: a month, last week
	levelUnit                          // "the month", inside others only
	levelDay                           // a day or a night
	levelNumber                        // a day that leaves its month to another date
	levelDate                          // any other single date
	levelCounted                       // so many days ago or later
	levelShifted                       // a date made of another
	levelRange                         // from one date to another
	levelList                          // one or each of several dates
	levelQualified                     // an approximate or uncertain date
	levelLimit                         // what a date bounds
	levelCount                         // a number of days, inside others only
	levelOne                           // a day, week and so on, inside others only
	levelTime                          // a time of day, inside others only
	levelSomeYear                      // a year not known in full
	levelYearUnknown                   // "year unknown", which needs no "of" before it

	levelsSingle  = levelPeriod | levelDay | levelDate | levelCounted | levelShifted
	levelsSeveral = levelsSingle | levelRange | levelList
	levelsEnd     = levelsSingle | levelNumber | levelQualified
	levelsPhrase  = levelsSeveral | levelQualified | levelLimit
)

// literal numbers the words that stand in patterns; 0 is every other word.
type literal uint16

const maxLiterals = 256 // above the number of words in all patterns

// literals holds the words of all patterns, complete once the grammar is.
var literals = make(map[string]literal)

// literalSet is a set of words.
type literalSet [maxLiterals / 64]uint64

func (s *literalSet) add(l literal) { s[l/64] |= 1 << (l % 64) }

func (s *literalSet) has(l literal) bool { return s[l/64]>>(l%64)&1 != 0 }

func (s *literalSet) meets(other *literalSet) bool {
	return s[0]&other[0]|s[1]&other[1]|s[2]&other[2]|s[3]&other[3] != 0
}

// element is one step of a pattern: a choice of words, or a slot.
type element struct {
	words    literalSet
	expected string
	slot     *slot // nil for words
}

// variant is a pattern without its optional parts, or with some of them.
type variant struct {
	row      *convention
	elements []element
}

// grammar finds the patterns that a word can begin.
type grammar struct {
	byWord [maxLiterals][]variant
	bySlot [termSlots][][]variant // by the slot that asks, those that begin with one slot together
}

var phraseGrammar = newGrammar()

func newGrammar() *grammar {
	g := new(grammar)
	for k := range conventions {
		for _, elements := range compilePattern(conventions[k].pattern) {
			v, first := variant{&conventions[k], elements}, &elements[0]
			for l := range literal(maxLiterals) {
				if first.words.has(l) {
					g.byWord[l] = append(g.byWord[l], v)
				}
			}
			for _, s := range slots {
				if first.slot != nil && s.levels&v.row.level != 0 {
					g.bySlot[s.index] = group(g.bySlot[s.index], v)
				}
			}
		}
	}
	return g
}

// group adds a variant to those that begin with the same slot.
func group(groups [][]variant, v variant) [][]variant {
	for k := range groups {
		if groups[k][0].elements[0].slot == v.elements[0].slot {
			groups[k] = append(groups[k], v)
			return groups
		}
	}
	return append(groups, []variant{v})
}

// compilePattern reads a pattern: words, choices of words with bars, slots in
// braces, and optional parts in brackets; an underscore is a space. It returns
// a variant with and one without every optional part, the fullest first.
func compilePattern(pattern string) [][]element {
	open := strings.IndexByte(pattern, '[')
	if open < 0 {
		return [][]element{compileElements(pattern)}
	}
	end, depth := open, 1
	for depth > 0 {
		end++
		depth += strings.Count(pattern[end:end+1], "[") - strings.Count(pattern[end:end+1], "]")
	}
	with := pattern[:open] + pattern[open+1:end] + pattern[end+1:]
	return append(compilePattern(with), compilePattern(pattern[:open]+pattern[end+1:])...)
}

func compileElements(pattern string) []element {
	var elements []element
	for field := range strings.FieldsSeq(pattern) {
		if s := slots[field]; s != nil {
			elements = append(elements, element{slot: s, expected: s.expected})
			continue
		}
		var e element
		var quoted []string
		for text := range strings.SplitSeq(strings.ReplaceAll(field, "_", " "), "|") {
			if literals[text] == 0 {
				literals[text] = literal(len(literals) + 1)
			}
			e.words.add(literals[text])
			quoted = append(quoted, strconv.Quote(text))
		}
		e.expected = listEnglish(quoted, " or ")
		elements = append(elements, e)
	}
	return elements
}

// node is a convention and what its slots have read.
type node struct {
	row  *convention
	read reading
}

// matcher compares the words of one phrase with the conventions.
type matcher struct {
	words   []word
	context context
	memo    []int8 // by slot, first word and end: the node found and 1, or −1
	nodes   []*node
	spare   *node // that nothing uses
	present literalSet
	// explain makes the matcher note what would have fitted at the furthest
	// word, and go on where it could give up.
	explain  bool
	furthest int
	expected []string
	trial    *reading // for it
}

func newMatcher(c context) *matcher {
	m := &matcher{words: c.words, context: c, nodes: make([]*node, 0, 8)}
	m.memo = make([]int8, termSlots*len(c.words)*(len(c.words)+1))
	for i := range c.words {
		m.present.add(c.words[i].literal)
	}
	return m
}

// miss notes what would have fitted at a word.
func (m *matcher) miss(i int, expected string) {
	if !m.explain || i < m.furthest {
		return
	}
	if i > m.furthest {
		m.furthest, m.expected = i, m.expected[:0]
	}
	if !slices.Contains(m.expected, expected) {
		m.expected = append(m.expected, expected)
	}
}

// expectation words what would have fitted at the furthest word.
func (m *matcher) expectation() string {
	if m.furthest == 0 || len(m.expected) > 8 || len(m.expected) == 0 {
		return `a wording of the conventions, such as "4 August 2024", "late July", "last week", ` +
			`"two days ago", "in the coming days", "since 2012", "between May and June" or "by the end of the year"`
	}
	return listEnglish(m.expected, " or ")
}

// fit finds what the words from i up to end are, at the levels of a slot. A
// word of a pattern comes before all else, so that it covers all that follows;
// then a preposition may be dropped.
func (m *matcher) fit(s *slot, i, end int) *node {
	key := (s.index*len(m.words)+i)*(len(m.words)+1) + end
	if known := m.memo[key]; known != 0 {
		if known < 0 {
			return nil
		}
		return m.nodes[known-1]
	}
	m.memo[key] = -1
	w := &m.words[i]
	n := m.first(phraseGrammar.byWord[w.literal], s.levels, i, end)
	if n == nil && w.is(classPreposition) && i+1 < end && !m.words[i+1].is(classPreposition) {
		if n = m.fit(s, i+1, end); n != nil && (n.isByCount(levelCount) || w.text == "over" && n.isByCount(levelOne)) {
			n = nil // "over a year later" is later than a year later, "in two days before Monday" is nothing
		}
	}
	groups := phraseGrammar.bySlot[s.index]
	for k := 0; n == nil && k < len(groups); k++ {
		variants := groups[k]
		if class := variants[0].elements[0].slot.class; class == 0 || w.is(class) {
			n = m.first(variants, s.levels, i, end)
		}
	}
	if n != nil && w.the && w.is(classCardinal) && n.row.level != levelCount && n.isByCount(levelCount) {
		n = nil // "the two days before Monday" are two
	}
	switch {
	case n == nil:
		m.miss(i, s.expected)
	case len(m.nodes) < 127:
		m.nodes = append(m.nodes, n)
		m.memo[key] = int8(len(m.nodes))
	}
	return n
}

// isByCount reports whether a node is a stated count of a level, or made of one.
func (n *node) isByCount(l level) bool {
	made := n.row.level&(levelCounted|levelShifted|levelQualified) != 0 && n.read.count > 0
	return n.row.level == l && n.row.count != countSome || made && n.read.kids[0].isByCount(l)
}

// first returns the first variant that matches exactly the words from i up to end.
func (m *matcher) first(variants []variant, levels level, i, end int) *node {
	for k := range variants {
		v := &variants[k]
		if v.row.level&levels == 0 || !m.canFit(v, i, end) {
			continue
		}
		n := m.spare
		if n == nil {
			n = new(node)
		}
		*n, m.spare = node{row: v.row, read: reading{context: &m.context, start: i}}, nil
		if m.run(v.elements, i, end, &n.read) {
			return n
		}
		m.spare = n
	}
	return nil
}

// canFit reports whether the phrase has the words that a variant needs, at the
// place where they have to be if that is known.
func (m *matcher) canFit(v *variant, i, end int) bool {
	last := len(v.elements) - 1
	if last >= end-i && !m.explain {
		return false
	}
	placed := true
	for k := range v.elements {
		e, at := &v.elements[k], i+k
		placed = placed && (e.slot == nil || e.slot.take != nil)
		switch {
		case placed && at < end && e.fits(&m.words[at]) && (!m.explain || e.slot == nil || e.slot.take(m.trial, &m.words[at])):
		case placed:
			m.miss(min(at, end), e.expected)
			return false
		case m.explain || e.slot != nil:
		case !e.words.meets(&m.present), k == last && !e.words.has(m.words[end-1].literal):
			return false
		}
	}
	return !placed || last == end-i-1
}

// fits reports whether a word can be what the element asks for.
func (e *element) fits(w *word) bool {
	if e.slot == nil {
		return e.words.has(w.literal)
	}
	return w.is(e.slot.class)
}

// run matches the elements that are left.
func (m *matcher) run(elements []element, i, end int, r *reading) bool {
	for k := range elements {
		e, next := &elements[k], i
		switch {
		case e.slot != nil && e.slot.list:
			return m.runList(e.slot, i, end, r)
		case e.slot != nil && e.slot.levels != 0:
			return m.runTerm(elements[k:], i, end, r)
		case i == end:
		case !e.fits(&m.words[i]):
		case e.slot != nil && e.slot.read != nil:
			next = e.slot.read(r, m.words[:end], i)
		case e.slot == nil || e.slot.take(r, &m.words[i]):
			next = i + 1
		}
		if next == i {
			m.miss(i, e.expected)
			return false
		}
		i = next
	}
	if i < end {
		m.miss(i, "the end of the phrase")
	}
	return i == end
}

// runTerm matches a date that starts at word i, of any length, and then the rest.
func (m *matcher) runTerm(elements []element, i, end int, r *reading) bool {
	rest, count := elements[1:], r.count
	for stop := i + 1; stop <= end; stop++ {
		switch {
		case len(rest) == 0 && stop < end:
			continue
		case len(rest) > 0 && rest[0].slot == nil && !m.explain && (stop == end || !rest[0].words.has(m.words[stop].literal)):
			continue
		}
		if kid := m.fit(elements[0].slot, i, stop); kid != nil {
			r.kids[count], r.count = kid, count+1
			if m.run(rest, stop, end, r) {
				return true
			}
		}
	}
	if i == end {
		m.miss(i, elements[0].expected)
	}
	r.count = count
	return false
}

// runList matches dates with commas, and "and" or "or" before the last one. An
// item ends as far on as it can: "4 August, 2024" is one.
func (m *matcher) runList(s *slot, i, end int, r *reading) bool {
	for stop := end; stop > i; stop-- {
		joint := ""
		if stop < end && (m.words[stop].text == "and" || m.words[stop].text == "or") {
			joint = m.words[stop].text
		}
		if stop == end && r.conjunction == "" || stop < end && joint == "" && !m.words[stop].comma ||
			joint != "" && r.conjunction != "" && joint != r.conjunction {
			continue
		}
		kid := m.fit(s, i, stop)
		if kid == nil {
			continue
		}
		r.list = append(r.list, kid)
		if stop == end {
			return true
		}
		if joint != "" {
			r.conjunction = joint
			return m.runList(s, stop+1, end, r)
		}
		return m.runList(s, stop, end, r)
	}
	return false
}

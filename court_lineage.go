package dispute

import (
	"cmp"
	"slices"

	"github.com/dispute-go/dispute/internal/ints"
	"github.com/dispute-go/dispute/internal/precedence"
)

// parents returns the sources that s goes back to: the one that it reprints, or
// else those that it is derived from.
func (v *sight) parents(s int32) []int32 {
	u := v.d.usesOf(s)
	if of := v.latest(u.one(slotReprintOf)); of != none {
		return v.d.only(of)
	}
	return v.latestOf(u.many(slotDerivedFrom))
}

// indexLineage finds where the sources of a view come from. The cost is
// near-linear in them.
func (v *court) indexLineage() {
	x := &v.lineage
	*x = lineageIndex{original: map[int32]int32{}, reprinted: map[int32]bool{}, children: map[int32][]int32{}, originless: map[int32]bool{}, disputed: map[int32]bool{},
		written: map[int32]bool{}, older: map[int32]int32{}}
	first, _ := v.d.span(ItemSource)
	var edges []precedence.Link
	var disputed []int32
	sources := v.currents(ItemSource)
	for _, s := range sources {
		for _, of := range v.parents(s) {
			x.children[of] = append(x.children[of], s)
			edges = append(edges, precedence.Link{Before: s - first, After: of - first})
		}
		if len(v.on.impeached[s]) > 0 {
			disputed = append(disputed, s)
		}
		if len(v.d.source(s).Authors) > 0 {
			x.written[s] = true
		}
	}
	for i := 0; i < len(disputed); i++ {
		if s := disputed[i]; !x.disputed[s] {
			x.disputed[s] = true
			disputed = append(disputed, x.children[s]...)
		}
	}
	v.findOlder()
	if edges == nil {
		return
	}
	v.findCircles(edges)
	for _, s := range sources {
		x.findOriginal(v, s)
	}
}

// findOlder finds the documents that were written before they were published, as
// leaked letters are: on the day of what those who made one say in it, if that is
// surely earlier; on the latest such day where there are several.
func (v *court) findOlder() {
	for _, n := range v.currents(ItemAttribution) {
		s := v.sourceOf(n)
		if s == none || v.d.attribution(n).Said.IsZero() || v.saidWindow(n).Last >= startWindow(v.d.source(s).Published).First {
			continue
		}
		if r, ok := v.voiceOf(n); !ok || !v.hasMaker(s, r.speakers) {
			continue
		}
		if was, ok := v.lineage.older[s]; ok {
			a, b := v.saidWindow(n), v.saidWindow(was)
			if cmp.Or(cmp.Compare(a.Last, b.Last), cmp.Compare(a.First, b.First)) <= 0 {
				continue
			}
		}
		v.lineage.older[s] = n
	}
}

// findCircles finds the sources that go back to nothing but a circle: those in
// one, and then those all of whose parents do.
func (v *court) findCircles(edges []precedence.Link) {
	x := &v.lineage
	first, last := v.d.span(ItemSource)
	var lost []int32
	for _, c := range precedence.Tighten(make([]precedence.Node, last-first), edges).Contradictions {
		for _, n := range c.Nodes {
			lost = append(lost, n+first)
			x.originless[n+first] = true
		}
	}
	parents := map[int32]int{} // that have an origin
	for i := 0; i < len(lost); i++ {
		for _, child := range x.children[lost[i]] {
			if x.originless[child] {
				continue
			}
			if _, seen := parents[child]; !seen {
				parents[child] = len(v.parents(child))
			}
			if parents[child]--; parents[child] == 0 {
				x.originless[child] = true
				lost = append(lost, child)
			}
		}
	}
}

// findOriginal finds whose text s is, and that of all between.
func (x *lineageIndex) findOriginal(v *court, s int32) {
	var chain []int32
	of := s
	for !x.originless[of] {
		if known, ok := x.original[of]; ok {
			of = known
			break
		}
		next := v.latest(v.d.usesOf(of).one(slotReprintOf))
		if next == none {
			break
		}
		chain = append(chain, of)
		of = next
	}
	for _, reprint := range chain {
		x.original[reprint], x.reprinted[of] = of, true
	}
}

// originalOf returns the source whose text s is: s itself, unless it is a reprint.
func (v *court) originalOf(s int32) int32 {
	if of, ok := v.lineage.original[s]; ok {
		return of
	}
	return s
}

// firstReprint returns the first source that reprints source s, which is reprinted.
func (v *court) firstReprint(s int32) int32 {
	return v.lineage.children[s][slices.IndexFunc(v.lineage.children[s], func(child int32) bool {
		return v.latest(v.d.usesOf(child).one(slotReprintOf)) == s
	})]
}

// tellers returns who speaks in a source that is taken at its own word: its
// publisher, or else its authors and those for whom they wrote.
func (v *sight) tellers(s int32) (speakers, behalf []int32) {
	if publisher := v.latest(v.d.publisherOf(s)); publisher != none {
		return v.d.only(publisher), nil
	}
	u := v.d.usesOf(s)
	return v.latestOf(u.many(slotAuthors)), v.wroteFor(s)
}

// wroteFor returns on whose behalf the authors of a source wrote, ascending.
func (v *sight) wroteFor(s int32) []int32 {
	var behalf []int32
	for _, author := range v.d.source(s).Authors {
		for _, id := range author.OnBehalfOf {
			behalf = append(behalf, v.resolve(id.Ref()))
		}
	}
	return ints.Merge(behalf)
}

// makers returns everybody who brought a source about: publisher, authors, and
// those for whom they wrote. Ascending.
func (v *sight) makers(s int32) []int32 {
	made := v.latestOf(v.d.usesOf(s).many(slotAuthors))
	if publisher := v.latest(v.d.publisherOf(s)); publisher != none {
		if len(made) == 0 {
			return v.d.only(publisher)
		}
		made = ints.Merge(made, v.d.only(publisher))
	}
	if len(v.d.source(s).Authors) == 0 {
		return made
	}
	return ints.Merge(made, v.wroteFor(s))
}

// reports returns the shorthand statements that event e occurred: the sources
// listed on it, each in the name of whoever tells what it carries. One that goes
// back to nothing but a circle, or that nobody tells, reports nothing.
func (v *court) reports(e int32) []voice {
	if !v.d.event(e).Phase.took() {
		return nil
	}
	var list []voice
	for _, s := range v.latestOf(v.d.usesOf(e).many(slotSources)) {
		if v.lineage.originless[s] {
			continue
		}
		of := v.originalOf(s)
		r := voice{attribution: none, event: e, source: s, claim: none, when: madeWindow(v.d.source(of).Published)}
		if r.speakers = v.ownDoers(e, of); r.speakers != nil {
			r.onRecord = true
		} else {
			speakers, behalf := v.tellers(of)
			r.speakers = speakers
			r.onBehalf(behalf)
		}
		if len(r.speakers) > 0 {
			list = append(list, r)
		}
	}
	return list
}

// ownWords are the kinds of source that are the word of whoever wrote them.
var ownWords = map[SourceKind]bool{SourceStatement: true, SourceCommunique: true, SourceLetter: true, SourcePost: true}

// ownDoers returns the doers of event e whose own on-record word source s is:
// those who wrote or published it, or whom somebody who did commits, or surely
// speaks for, on its day. Ascending, nil if there is none.
func (v *court) ownDoers(e, s int32) []int32 {
	if !ownWords[v.d.source(s).Kind] {
		return nil
	}
	doers := v.doers(e)
	if len(doers) == 0 {
		return nil
	}
	said := v.latestOf(v.d.usesOf(s).many(slotAuthors))
	if publisher := v.latest(v.d.publisherOf(s)); publisher != none {
		said = ints.Merge(said, v.d.only(publisher))
	}
	var list []int32
	for _, a := range said {
		list = append(list, ints.Shared(v.ties.SpeaksFor(a, madeWindow(v.d.source(s).Published)), doers)...)
	}
	if list == nil {
		return nil
	}
	return ints.Merge(list)
}

// lineageLimit bounds the work of footing: what a source was made from beyond
// so many sources is not looked at.
const lineageLimit = 256

// footing returns everything that two statements must not share if they are
// to be independent of each other: the actors they depend on; for one made in the
// voice of a reprint those who made the original, and not who reprints it; for one
// made in that of an article by its publisher, who else made that; and for a source
// listed on an event all that it was made from, with who made it.
func (v *court) footing(r *voice) []int32 {
	if r.attribution == none {
		return v.footingOfSource(r)
	}
	s := v.sourceOf(r.attribution)
	if s == none {
		return v.reach(r)
	}
	switch of := v.originalOf(s); {
	case of != s:
		if v.inOwnVoice(r, s) {
			return ints.Merge(v.footingOfReprint(r, s, of), v.d.only(of))
		}
	case v.lineage.reprinted[s] && len(v.makers(s)) == 0:
		return ints.Merge(v.reach(r), v.d.only(s))
	case v.lineage.written[s] && v.d.source(s).Kind == SourceArticle && slices.Contains(r.speakers, v.latest(v.d.publisherOf(s))):
		return ints.Merge(v.reach(r), v.dependsOnMakers(s, without(v.makers(s), r.speakers)))
	}
	return v.reach(r)
}

// footingOfReprint returns on whom a statement in the own voice of reprint s depends,
// which is the word of those who made the original. If nobody did, it is that of who
// reprints it.
func (v *court) footingOfReprint(r *voice, s, of int32) []int32 {
	made := v.makers(of)
	if len(made) == 0 {
		return v.reach(r)
	}
	others := *r
	reprinters := v.makers(s)
	others.speakers = without(r.speakers, reprinters)
	others.onBehalf(without(r.behalf(), reprinters))
	return ints.Merge(v.reach(&others), v.dependsOnMakers(of, made))
}

// footingOfSource is [court.footing] of a source listed on an event. Who made a
// reprint on the way back has no part in it.
func (v *court) footingOfSource(r *voice) []int32 {
	sources := v.ancestors(r.source)
	lists := [][]int32{v.reach(r), sources}
	for _, s := range sources {
		if v.originalOf(s) == s {
			lists = append(lists, v.dependsOnMakers(s, v.makers(s)))
		}
	}
	return ints.Merge(lists...)
}

// ancestors returns source s and all that it goes back to, near ones first, up to
// the limit.
func (v *court) ancestors(s int32) []int32 {
	list := []int32{s}
	if len(v.lineage.children) == 0 {
		return list
	}
	seen := map[int32]bool{s: true}
	for i := 0; i < len(list) && i < lineageLimit; i++ {
		for _, of := range v.parents(list[i]) {
			if !seen[of] {
				seen[of] = true
				list = append(list, of)
			}
		}
	}
	return list
}

// dependsOnMakers returns on whom those who made a source depend, as far as it takes
// to tell dependence by.
func (v *court) dependsOnMakers(s int32, made []int32) []int32 {
	makers := voice{speakers: made, when: madeWindow(v.d.source(s).Published)}
	return makers.across(v.ties.Ends)
}

// without returns the actors of a list that are not in another one.
func without(list, gone []int32) []int32 {
	return slices.DeleteFunc(slices.Clone(list), func(a int32) bool { return slices.Contains(gone, a) })
}

// joint reports whether a statement is made by several together, so that it adds
// no origin to what they say apart, and merges none of it: by joint signatories,
// or in a source that several wrote or that is made from several.
func (v *court) joint(r *voice) bool {
	if len(r.speakers) > 1 {
		return true
	}
	s := r.source
	if r.attribution != none {
		s = v.sourceOf(r.attribution)
	}
	if s == none {
		return false
	}
	of := v.originalOf(s)
	if r.attribution == none && len(v.parents(of)) > 1 {
		return true
	}
	if !v.lineage.written[of] {
		return false
	}
	authors := v.d.source(of).Authors
	if len(authors) < 2 || slices.ContainsFunc(authors, func(a Author) bool { return v.resolve(a.Actor.Ref()) == r.speakers[0] }) {
		return false
	}
	return r.attribution == none || (of != s || v.d.source(s).Kind == SourceArticle) && v.inOwnVoice(r, s)
}

// inOwnVoice reports whether a statement is one of those who brought its source,
// or the original of that, about.
func (v *court) inOwnVoice(r *voice, s int32) bool {
	of := v.originalOf(s)
	return v.hasMaker(s, r.speakers) || of != s && v.hasMaker(of, r.speakers)
}

// hasMaker reports whether one of some actors brought source s about.
func (v *court) hasMaker(s int32, actors []int32) bool {
	if _, ok := slices.BinarySearch(actors, v.latest(v.d.publisherOf(s))); ok {
		return true
	}
	return v.lineage.written[s] && ints.Intersect(actors, v.makers(s))
}

// borrow tells of a statement made in a reprint's own voice in whose words it
// speaks, and returns false if it is nobody's, since reprints lead around in a
// circle.
func (v *court) borrow(r *voice) bool {
	if len(v.lineage.original) == 0 && len(v.lineage.originless) == 0 {
		return true
	}
	s := v.sourceOf(r.attribution)
	if s == none || v.latest(v.d.usesOf(s).one(slotReprintOf)) == none || !v.inOwnVoice(r, s) {
		return true
	}
	speakers, behalf := v.tellers(v.originalOf(s))
	r.note(func(a *aside) { a.borrowed = ints.Merge(speakers, behalf) })
	return !v.lineage.originless[s]
}

// inConfidence reports whether a statement is confidential, or a listed source or
// what that reprints.
func (v *court) inConfidence(r *voice) bool {
	if r.attribution != none {
		return v.confidential(r.attribution)
	}
	return v.confidential(r.source) || v.confidential(v.originalOf(r.source))
}

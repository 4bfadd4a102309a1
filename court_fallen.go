package dispute

import (
	"cmp"
	"slices"

	"github.com/dispute-go/dispute/internal/grounded"
	"github.com/dispute-go/dispute/internal/ints"
)

// A source has two nodes in a framework: "it holds" and "it fails"; the first
// attacks the second, which attacks all that the source carries. Undercuts of
// it, and withdrawals by whoever published it, attack "it holds"; so does "it
// fails" of the source whose text it reprints.
//
// What is derived from others has two more where it is listed on an event, and so
// counts for no more than they do: "it is a base" attacks "it is without one" of
// whatever is derived from it, and that attacks the listed source, and "it is a
// base" of the derived source itself.

// carry lets all that befalls a source befall the statement of node n.
func (f *framework) carry(n, source int32) {
	if fails := f.impeach(source); fails != none {
		f.attacks = append(f.attacks, [2]int32{fails, n})
	}
	if f.nodes[n].voice.attribution == none {
		room := lineageLimit
		if without := f.baseless(source, &room); without != none {
			f.attacks = append(f.attacks, [2]int32{without, n})
		}
	}
}

// impeach adds the nodes of a source, and of those whose text it is, with what is
// aimed at them. It returns the node that stands for its failure, or none where
// nothing is aimed at any of them.
func (f *framework) impeach(source int32) int32 {
	failure, below := int32(none), int32(none)
	for range lineageLimit {
		if len(f.v.on.impeached[source]) > 0 {
			holds, isNew := f.add(argumentKey{'s', source, none}, argument{source: source})
			fails, _ := f.add(argumentKey{'f', source, none}, argument{source: source, failed: true})
			if isNew {
				f.attacks = append(f.attacks, [2]int32{holds, fails})
				for _, u := range f.v.on.impeached[source] {
					f.aim(u, holds, source)
				}
			}
			if failure == none {
				failure = fails
			}
			if below != none {
				f.attacks = append(f.attacks, [2]int32{fails, below})
			}
			if !isNew {
				return failure
			}
			below = holds
		}
		of := f.v.latest(f.v.d.usesOf(source).one(slotReprintOf))
		if of == none || f.v.lineage.originless[of] {
			return failure
		}
		source = of
	}
	return failure
}

// aim adds what undercuts or withdraws a source, of node n.
func (f *framework) aim(u, n, source int32) {
	if f.v.d.attribution(u).Stance == StanceUndercuts {
		f.attack(u, n, source)
		return
	}
	by, ok := f.v.voiceOf(u)
	if !ok || !f.v.withdraws(by, source) {
		return
	}
	for _, m := range f.challenger(by).parts {
		if f.v.withdraws(f.nodes[m].voice, source) {
			f.attacks = append(f.attacks, [2]int32{m, n})
		}
	}
}

// withdraws reports whether the maker of a statement may withdraw a source: who
// published it, or wrote what nobody published, or may retract for these.
func (v *court) withdraws(by voice, source int32) bool {
	speakers, _ := v.tellers(source)
	day := madeWindow(v.d.source(source).Published)
	return slices.ContainsFunc(speakers, func(s int32) bool { return v.mayRetract(by, s, day) })
}

// baseless adds the node that stands for it that all from which a source is
// derived has fallen, and returns it; none where that cannot be. It looks at so
// many sources at most as there is room for.
func (f *framework) baseless(source int32, room *int) int32 {
	source = f.v.originalOf(source)
	of := f.v.parents(source)
	if len(of) == 0 || !f.v.lineage.disputed[source] {
		return none
	}
	n, isNew := f.add(argumentKey{'b', source, none}, argument{source: source, failed: true})
	if !isNew {
		return n
	}
	for _, d := range of {
		if f.v.lineage.originless[d] {
			continue
		}
		base, isNew := f.add(argumentKey{'h', d, none}, argument{source: d})
		f.attacks = append(f.attacks, [2]int32{base, n})
		if *room--; !isNew || *room < 0 || !f.v.lineage.disputed[d] {
			continue
		}
		for _, against := range []int32{f.impeach(d), f.baseless(d, room)} {
			if against != none {
				f.attacks = append(f.attacks, [2]int32{against, base})
			}
		}
	}
	return n
}

// dropped tells what put node n out, which is statement r.
func (f *framework) dropped(n int32, r voice) withdrawal {
	w := withdrawal{voice: r, with: f.falls[n]}
	for _, m := range f.into[n] {
		if a := &f.nodes[m]; a.source == none && f.labels[m] == grounded.In {
			w.by = append(w.by, a.voice.attribution)
		}
	}
	w.by = ints.Merge(w.by)
	w.why = f.v.dropReason(w.by)
	if w.with != nil && (w.by == nil || w.with.why == DropUndercut) {
		w.why = w.with.why
	}
	return w
}

// dropReason returns why what some attributions put out is dropped.
func (v *court) dropReason(by []int32) DropReason {
	if len(by) == 0 || slices.ContainsFunc(by, func(u int32) bool { return v.d.attribution(u).Stance == StanceUndercuts }) {
		return DropUndercut
	}
	return DropRetracted
}

// strikes reports whether node m is of a source, and puts out what it attacks.
func (f *framework) strikes(m int32) bool {
	a := &f.nodes[m]
	return a.source != none && (f.labels[m] == grounded.In) == a.failed && f.labels[m] != grounded.Undecided
}

// fallOf returns the fall of sources that put out node n, or nil where none did. All
// that one source carries is struck by the same nodes, and shares what is known.
func (f *framework) fallOf(n int32, known map[string]*fall) *fall {
	var nodes []int32
	var key []byte
	for _, m := range f.into[n] {
		if f.strikes(m) {
			nodes, key = append(nodes, m), appendNumbers(key, int64(m))
		}
	}
	if nodes == nil {
		return nil
	}
	if x, ok := known[string(key)]; ok {
		return x
	}
	x, seen := &fall{}, map[int32]bool{}
	for len(nodes) > 0 {
		n := nodes[len(nodes)-1]
		nodes = nodes[:len(nodes)-1]
		for _, m := range f.into[n] {
			switch a := &f.nodes[m]; {
			case a.source == none && f.labels[m] == grounded.In:
				x.through = append(x.through, a.voice.attribution)
				x.sources = append(x.sources, f.nodes[n].source)
			case f.strikes(m) && !seen[m]:
				seen[m] = true
				nodes = append(nodes, m)
			}
		}
	}
	x.sources, x.through = ints.Merge(x.sources), ints.Merge(x.through)
	if x.why = f.v.dropReason(x.through); x.sources == nil {
		x = nil
	}
	known[string(key)] = x
	return x
}

// impeachers returns what puts a source out where p is assessed.
func (v *court) impeachers(p proposition, source int32) []int32 {
	f := v.newFramework(p)
	if f.impeach(source) == none {
		return nil
	}
	f.complete()
	return f.dropped(0, voice{}).by
}

// indexDisowned finds which statements are disowned.
func (v *court) indexDisowned() {
	v.disownings = map[int32]disowning{}
	for _, n := range v.currents(ItemAttribution) {
		var aimed []int32
		for _, u := range v.on.answers[n] {
			if v.isAgainst(u, n) {
				aimed = append(aimed, u)
			}
		}
		if aimed == nil {
			continue
		}
		speakers, _ := v.speakersOf(n)
		if x := v.disowning(aimed, n, speakers); x.heard != nil {
			v.disownings[n] = x
		}
	}
}

// isAgainst reports whether attribution u says that n was not said, or is not to be
// relied on. What was said of an earlier version of n is said of n only where that
// made the same statement.
func (v *court) isAgainst(u, n int32) bool {
	stance, meant := v.d.attribution(u).Stance, v.d.attributionRefs(u).attribution
	return (stance == StanceDenies || stance == StanceUndercuts) && (meant == n || !v.reattributes(meant, n))
}

// disowning finds which of some attributions, which say that n was not said or is
// not to be relied on, are the word of one of some speakers of n, or of somebody who
// commits the principal of one, and still stand.
func (v *court) disowning(aimed []int32, n int32, speakers []int32) (x disowning) {
	said := v.saidWindow(n)
	may := func(by voice, s int32) bool { return v.mayRetract(by, s, said) }
	own := func(by voice) bool { return slices.ContainsFunc(speakers, func(s int32) bool { return may(by, s) }) }
	var list []voice
	for _, u := range aimed {
		if by, ok := v.voiceOf(u); ok && own(by) {
			list = append(list, by)
		}
	}
	var h hearing
	v.sift(&h, v.about(v.claimOf(n)), list)
	x.looked = h.looked
	for _, by := range h.voices {
		if !own(by) {
			continue
		}
		x.by = append(x.by, by.attribution)
		for _, s := range speakers {
			if _, known := slices.BinarySearch(x.of, s); !known && may(by, s) {
				x.of = ints.Merge(x.of, []int32{s})
			}
		}
	}
	return x
}

// leaveDisowned takes the signatories out of joint statements who disown them, as if
// they had withdrawn: the word of the others stands.
func (v *court) leaveDisowned(h *hearing) {
	for i := range h.voices {
		r := &h.voices[i]
		if r.attribution == none || r.disowned() == nil {
			continue
		}
		gone := ints.Shared(r.speakers, v.disownings[r.attribution].of)
		if len(gone) == 0 || len(gone) == len(r.speakers) {
			continue
		}
		kept := slices.DeleteFunc(slices.Clone(r.speakers), func(s int32) bool { return slices.Contains(gone, s) })
		h.withdrawn = append(h.withdrawn, withdrawal{voice: *r, why: DropDisowned, by: r.disowned(), gone: gone})
		*r = v.left(*r, kept)
	}
	slices.SortStableFunc(h.withdrawn, func(a, b withdrawal) int { return compareVoices(a.voice, b.voice) })
}

// disowned returns the attributions by which the speaker of one, or who commits
// its principal that day, disowns its words: says that they were not said, or are
// not to be relied on. Ascending.
func (v *court) disowned(attribution int32) []int32 { return v.disownings[attribution].by }

// ownWordOf reports whether a statement is the own word of one of some parties.
func (v *court) ownWordOf(r voice, parties []int32) bool {
	return slices.ContainsFunc(r.speakers, func(s int32) bool { return ints.Intersect(v.ties.SpeaksFor(s, r.when), parties) })
}

// disownListed marks listed sources that are a doer's own word where one of that
// doer's statements that they carry is disowned: they fall to the same rank.
func (v *court) disownListed(listed, statements []voice) []voice {
	if len(v.disownings) == 0 {
		return listed
	}
	for i := range listed {
		r := &listed[i]
		if !r.onRecord {
			continue
		}
		for j := range statements {
			said := &statements[j]
			if said.disowned() == nil || !v.ownWordOf(voice{speakers: v.disownings[said.attribution].of, when: said.when}, r.speakers) {
				continue
			}
			if s := v.sourceOf(said.attribution); s != none && v.originalOf(s) == v.originalOf(r.source) {
				r.disown(ints.Merge(r.disowned(), said.disowned()))
			}
		}
	}
	return listed
}

// left returns what remains of a statement that some signatories have withdrawn:
// it is made no longer on behalf of those for whom they alone speak, disowned no
// longer by them, and no longer their document's own word.
func (v *court) left(r voice, kept []int32) voice {
	if len(kept) == len(r.speakers) {
		return r
	}
	gone := slices.DeleteFunc(slices.Clone(r.speakers), func(s int32) bool { return slices.Contains(kept, s) })
	above := func(speakers []int32) []int32 {
		apart := voice{speakers: speakers, when: r.when}
		return apart.across(v.ties.LeadUp)
	}
	lost, held := above(gone), above(kept)
	r.speakers = kept
	disowned := v.disowning(r.disowned(), r.attribution, kept).by
	behalf := slices.DeleteFunc(slices.Clone(r.behalf()), func(b int32) bool {
		return slices.Contains(lost, b) && !slices.Contains(held, b)
	})
	r.aside = nil
	v.borrow(&r)
	r.disown(disowned)
	r.onBehalf(behalf)
	return r
}

func (r repetition) compare(o repetition) int {
	return cmp.Or(cmp.Compare(r.attribution, o.attribution), cmp.Compare(r.source, o.source))
}

// findRepeated finds what still repeats statements that no longer count at all.
// The cost is linear in what passes them on and goes back to their sources.
func (v *court) findRepeated(e *evidence) {
	if len(e.withdrawn) == 0 {
		return
	}
	seen, with := map[int32]bool{}, map[*fall]bool{}
	var fallen []int32
	add := func(n int32) bool {
		if n == none || seen[n] {
			return false
		}
		seen[n] = true
		fallen = append(fallen, n)
		return true
	}
	note := func(r repetition, n int32) {
		undone := v.undoneBy(n)
		if e.heard = append(e.heard, undone...); undone == nil {
			e.repeated = append(e.repeated, r)
		}
	}
	for _, w := range e.withdrawn {
		if w.gone != nil {
			continue
		}
		add(w.voice.attribution)
		if !with[w.with] {
			for _, s := range w.fallen() {
				add(s)
			}
		}
		with[w.with] = true
		if s, of := w.voice.source, w.source(); of != none && add(s) {
			note(v.repeatedBySource(s, of), s)
		}
	}
	for i := 0; i < len(fallen); i++ {
		n := fallen[i]
		for _, a := range v.passingOn(n) {
			if add(a) {
				note(v.repeatedByAttribution(a, n), a)
			}
		}
		for _, s := range v.lineage.children[n] { // none of an attribution
			if v.originalOf(s) != s && add(s) {
				note(v.repeatedBySource(s, n), s)
			}
		}
	}
	slices.SortFunc(e.repeated, repetition.compare)
}

// passingOn returns the attributions that pass on statement or source n, or say
// that statement n was made. Ascending.
func (v *court) passingOn(n int32) []int32 {
	var list []int32
	for _, a := range v.on.relays[n] {
		switch v.d.attribution(a).Stance {
		case StanceAsserts, StanceImplies, StanceDenies:
			list = append(list, a)
		}
	}
	for _, a := range v.on.answers[n] {
		if v.d.attribution(a).Stance == StanceAsserts {
			list = append(list, a)
		}
	}
	return ints.Merge(list)
}

// undoneBy returns the attributions by which a speaker of attribution n takes it
// back, or who published source n withdraws it. Ascending.
func (v *court) undoneBy(n int32) []int32 {
	aimed, undoes := v.on.impeached[n], func(by voice) bool { return v.withdraws(by, n) }
	if v.ref(n).Kind == ItemAttribution {
		speakers, _ := v.speakersOf(n)
		said := v.saidWindow(n)
		aimed, undoes = v.on.answers[n], func(by voice) bool {
			return v.d.attribution(by.attribution).Stance == StanceRetracts &&
				slices.ContainsFunc(speakers, func(s int32) bool { return v.mayRetract(by, s, said) })
		}
	}
	var list []int32
	for _, u := range aimed {
		if by, ok := v.voiceOf(u); ok && undoes(by) {
			list = append(list, u)
		}
	}
	return list
}

func (v *court) repeatedByAttribution(a, n int32) repetition {
	speakers, _ := v.speakersOf(a)
	r := repetition{attribution: a, source: none, of: n, ofSource: none, by: speakers}
	if v.ref(n).Kind == ItemSource {
		r.of, r.ofSource = none, n
	}
	return r
}

func (v *court) repeatedBySource(s, of int32) repetition {
	speakers, _ := v.tellers(s)
	return repetition{attribution: none, source: s, of: none, ofSource: of, by: speakers}
}

package dispute

import (
	"cmp"
	"slices"

	"github.com/dispute-go/dispute/internal/ints"
)

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

// hear collects the statements made directly on p and drops what was undercut
// or withdrawn. Undercuts come first: statements and undercuts form an
// argumentation framework whose grounded extension decides (Dung 1995); only
// what is out is dropped.
func (v *court) hear(p proposition) hearing {
	var h hearing
	statements := 0
	for _, c := range p.claims {
		statements += len(v.on.statements[c])
	}
	h.heard = make([]int32, 0, 2*statements)
	roots := make([]voice, 0, statements)
	for _, c := range p.claims {
		h.heard = append(h.heard, v.on.statements[c]...)
		h.heard = append(h.heard, v.retold(v.on.statements[c])...)
		for _, n := range v.on.statements[c] {
			if r, ok := v.rootOf(n); ok {
				h.looked.add(v.disownings[n].looked)
				roots = append(roots, r)
			}
		}
	}
	if len(p.claims) > 1 { // else they are in order
		slices.SortFunc(roots, func(a, b voice) int { return int(a.attribution) - int(b.attribution) })
	}
	if p.event != none {
		roots = append(roots, v.disownListed(v.reports(p.event), roots)...)
	}
	v.sift(&h, p, roots)
	v.leaveDisowned(&h)
	return h
}

package dispute

import (
	"cmp"
	"slices"

	"github.com/dispute-go/dispute/internal/ints"
)

func (r repetition) compare(o repetition) int {
	return cmp.Or(cmp.Compare(r.attribution, o.attribution), cmp.Compare(r.source, o.source))
}

// findRepeated finds what still repeats statements that no longer count at all.
// The cost is linear in what passes them on and goes back to their sources.
func (v *court) findRepeated(e *evidence) {
	if len(e.withdrawn) == 0 {
		return
	}
	seen := map[int32]bool{}
	var fallen []int32
	fall := func(n int32) bool {
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
		fall(w.voice.attribution)
		for _, s := range w.fallen {
			fall(s)
		}
		if s := w.voice.source; w.source != none && fall(s) {
			note(v.repeatedBySource(s, w.source), s)
		}
	}
	for i := 0; i < len(fallen); i++ {
		n := fallen[i]
		for _, a := range v.passingOn(n) {
			if fall(a) {
				note(v.repeatedByAttribution(a, n), a)
			}
		}
		for _, s := range v.lineage.children[n] { // none of an attribution
			if v.originalOf(s) != s && fall(s) {
				note(v.repeatedBySource(s, n), s)
			}
		}
	}
	slices.SortFunc(e.repeated, repetition.compare)
	e.heard = ints.Merge(e.heard)
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

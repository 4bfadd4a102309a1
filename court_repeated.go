package dispute

import (
	"cmp"
	"slices"

	"github.com/dispute-go/dispute/internal/ints"
)

// A repetition is what still repeats a statement that fell: an attribution that
// passes on what another one or a source says, or a source that goes back to
// another one. What is not there is none.
type repetition struct {
	attribution, source int32
	of, ofSource        int32
	by                  []int32 // ascending
}

func (r repetition) compare(o repetition) int {
	return cmp.Or(cmp.Compare(r.attribution, o.attribution), cmp.Compare(r.source, o.source))
}

// repeated returns what still repeats statements that no longer count at all. The
// cost is linear in what passes them on and goes back to their sources.
func (v *court) repeated(withdrawn []withdrawal) []repetition {
	var list []repetition
	seen := map[int32]bool{}
	var fallen []int32
	note := func(r repetition, n int32) {
		if !seen[n] {
			seen[n] = true
			fallen = append(fallen, n)
			list = append(list, r)
		}
	}
	for _, w := range withdrawn {
		if w.partly {
			continue
		}
		if w.voice.attribution != none && !seen[w.voice.attribution] {
			seen[w.voice.attribution] = true
			fallen = append(fallen, w.voice.attribution)
		}
		for _, s := range w.fallen {
			if !seen[s] {
				seen[s] = true
				fallen = append(fallen, s)
			}
		}
		if s := w.voice.source; s != none && !slices.Contains(w.fallen, s) && !v.withdrawnItself(s) {
			note(v.repeatedBySource(s, w.fallen[0]), s)
		}
	}
	for i := 0; i < len(fallen); i++ {
		n := fallen[i]
		for _, a := range v.passingOn(n) {
			note(v.repeatedByAttribution(a, n), a)
		}
		if v.ref(n).Kind == ItemSource {
			for _, s := range v.lineage.children[n] {
				if v.originalOf(s) != s && !v.withdrawnItself(s) {
					note(v.repeatedBySource(s, n), s)
				}
			}
		}
	}
	slices.SortFunc(list, repetition.compare)
	return list
}

// passingOn returns the attributions that pass on statement or source n, or say
// that statement n was made, and were not taken back. Ascending.
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
	return slices.DeleteFunc(ints.Merge(list), v.takenBack)
}

// takenBack reports whether a speaker of attribution n retracts it.
func (v *court) takenBack(n int32) bool {
	speakers, _ := v.speakersOf(n)
	said := v.saidWindow(n)
	return slices.ContainsFunc(v.on.answers[n], func(u int32) bool {
		by, ok := v.voiceOf(u)
		return ok && v.d.attribution(u).Stance == StanceRetracts &&
			slices.ContainsFunc(speakers, func(s int32) bool { return v.mayRetract(by, s, said) })
	})
}

// withdrawnItself reports whether who published a source withdraws it.
func (v *court) withdrawnItself(s int32) bool {
	return slices.ContainsFunc(v.on.impeached[s], func(u int32) bool {
		by, ok := v.voiceOf(u)
		return ok && v.withdraws(by, s)
	})
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

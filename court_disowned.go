package dispute

import (
	"slices"

	"github.com/dispute-go/dispute/internal/ints"
)

// indexDisowned lists, by attribution, those by which its words are disowned.
func (v *court) indexDisowned() {
	v.disownings = map[int32][]int32{}
	for _, n := range v.currents(ItemAttribution) {
		var list []int32
		for _, u := range v.on.answers[n] {
			if stance := v.d.attribution(u).Stance; stance == StanceDenies || stance == StanceUndercuts {
				if speakers, _ := v.speakersOf(n); v.disowns(u, n, speakers) {
					list = append(list, u)
				}
			}
		}
		if list != nil {
			v.disownings[n] = list
		}
	}
}

// disowns reports whether attribution u, which says that n was not said or is not
// to be relied on, is the word of one of some speakers of n, or of somebody who
// commits the principal of one, and still stands.
func (v *court) disowns(u, n int32, speakers []int32) bool {
	by, ok := v.voiceOf(u)
	if !ok {
		return false
	}
	said := v.saidWindow(n)
	own := func(by voice) bool {
		return slices.ContainsFunc(speakers, func(s int32) bool { return v.mayRetract(by, s, said) })
	}
	if !own(by) {
		return false
	}
	var h hearing
	v.sift(&h, v.about(v.claimOf(n)), []voice{by})
	return len(h.voices) > 0 && own(h.voices[0])
}

// disowned returns the attributions by which the speaker of one, or who commits
// its principal that day, disowns its words: says that they were not said, or are
// not to be relied on. Ascending.
func (v *court) disowned(attribution int32) []int32 { return v.disownings[attribution] }

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
		for _, said := range statements {
			if s := v.sourceOf(said.attribution); said.disowned != nil && s != none && v.originalOf(s) == v.originalOf(r.source) && v.ownWordOf(said, r.speakers) {
				r.disowned = ints.Merge(r.disowned, said.disowned)
			}
		}
	}
	return listed
}

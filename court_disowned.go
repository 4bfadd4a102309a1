package dispute

import (
	"slices"

	"github.com/dispute-go/dispute/internal/ints"
)

// A disowning is what is said on whether a statement was made, by those whose word
// it is.
type disowning struct {
	by          []int32 // the attributions by which its words are disowned, ascending
	heard, acts []int32 // what was looked at for that; see [hearing]
}

// indexDisowned finds which statements are disowned.
func (v *court) indexDisowned() {
	v.disownings = map[int32]disowning{}
	for _, n := range v.currents(ItemAttribution) {
		var x disowning
		for _, u := range v.on.answers[n] {
			if stance := v.d.attribution(u).Stance; stance == StanceDenies || stance == StanceUndercuts {
				v.weighDisowning(u, n, &x)
			}
		}
		if x.heard != nil {
			v.disownings[n] = x
		}
	}
}

// weighDisowning finds whether attribution u, which says that n was not said or is
// not to be relied on, is the word of a speaker of n, or of somebody who commits a
// speaker's principal, and still stands.
func (v *court) weighDisowning(u, n int32, x *disowning) {
	by, ok := v.voiceOf(u)
	if !ok {
		return
	}
	speakers, _ := v.speakersOf(n)
	said := v.saidWindow(n)
	own := func(by voice) bool {
		return slices.ContainsFunc(speakers, func(s int32) bool { return v.mayRetract(by, s, said) })
	}
	if !own(by) {
		return
	}
	var h hearing
	v.sift(&h, v.about(v.claimOf(n)), []voice{by})
	x.heard, x.acts = ints.Merge(x.heard, h.heard), ints.Merge(x.acts, h.acts)
	if len(h.voices) > 0 && own(h.voices[0]) {
		x.by = append(x.by, u)
	}
}

// disowned returns the attributions by which the speaker of one, or who commits
// its principal that day, disowns its words: says that they were not said, or are
// not to be relied on. Ascending.
func (v *court) disowned(attribution int32) []int32 { return v.disownings[attribution].by }

// disownListed marks listed sources that are a doer's own word where one of the
// statements that they carry is disowned: they fall to the same rank.
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
			by := statements[j].disowned()
			if by == nil {
				continue
			}
			if s := v.sourceOf(statements[j].attribution); s != none && v.originalOf(s) == v.originalOf(r.source) {
				r.disown(ints.Merge(r.disowned(), by))
			}
		}
	}
	return listed
}

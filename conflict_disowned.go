package dispute

import (
	"slices"

	"github.com/dispute-go/dispute/internal/ints"
)

// disowned finds speakers, or their principals, who deny having said
// what is attributed to them: first-hand, and still.
func (v conflictFinder) disowned() []*clash {
	var list []*clash
	for _, n := range v.currents(ItemAttribution) {
		speakers, _ := v.speakersOf(n)
		for _, answer := range v.on.answers[n] {
			denial, ok := v.voiceOf(answer)
			if !ok || !denial.against {
				continue
			}
			p := v.about(v.claimOf(n))
			var h hearing
			v.sift(&h, p, []voice{denial})
			if len(h.voices) == 0 || !slices.ContainsFunc(speakers, func(s int32) bool {
				return ints.Intersect(v.ties.LeadUp(s, denial.when), h.voices[0].speakers)
			}) {
				continue
			}
			c := v.clash(v.grounds(p, h), n, answer)
			c.denying, c.named = h.voices[0].speakers, speakers
			list = append(list, c)
		}
	}
	return list
}

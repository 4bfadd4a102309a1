package dispute

import (
	"slices"

	"github.com/dispute-go/dispute/internal/ints"
)

// indexDisowned finds which statements are disowned.
func (v *court) indexDisowned() {
	v.disownings = map[int32]disowning{}
	for _, n := range v.currents(ItemAttribution) {
		var x disowning
		for _, u := range v.on.answers[n] {
			if stance := v.d.attribution(u).Stance; stance == StanceDenies || stance == StanceUndercuts {
				speakers, _ := v.speakersOf(n)
				v.weighDisowning(u, n, speakers, &x)
			}
		}
		if x.heard != nil {
			v.disownings[n] = x
		}
	}
}

// weighDisowning finds whether attribution u, which says that n was not said or is
// not to be relied on, is the word of one of some speakers of n, or of somebody who
// commits the principal of one, and still stands.
func (v *court) weighDisowning(u, n int32, speakers []int32, x *disowning) {
	by, ok := v.voiceOf(u)
	if !ok {
		return
	}
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
	if len(h.voices) == 0 || !own(h.voices[0]) {
		return
	}
	x.by = append(x.by, u)
	var of []int32
	for _, s := range speakers {
		if v.mayRetract(h.voices[0], s, said) {
			of = append(of, s)
		}
	}
	x.of = ints.Merge(x.of, of)
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
		h.withdrawn = append(h.withdrawn, withdrawal{voice: *r, why: DropDisowned, by: r.disowned(), source: none, gone: gone})
		*r = v.left(*r, kept)
	}
	slices.SortStableFunc(h.withdrawn, func(a, b withdrawal) int { return compareVoices(a.voice, b.voice) })
}

// disownedBy returns which of some attributions disown n as the word of some of its
// speakers, or nil.
func (v *court) disownedBy(list []int32, n int32, speakers []int32) []int32 {
	var x disowning
	for _, u := range list {
		v.weighDisowning(u, n, speakers, &x)
	}
	return x.by
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
		return voice{speakers: speakers, when: r.when}.across(v.ties.LeadUp)
	}
	lost, held := above(gone), above(kept)
	r.speakers = kept
	disowned := v.disownedBy(r.disowned(), r.attribution, kept)
	r.aside = nil
	v.borrow(&r)
	r.disown(disowned)
	r.behalf = slices.DeleteFunc(slices.Clone(r.behalf), func(b int32) bool {
		return slices.Contains(lost, b) && !slices.Contains(held, b)
	})
	return r
}

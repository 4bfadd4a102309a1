package dispute

import (
	"slices"

	"github.com/dispute-go/dispute/internal/ints"
	"github.com/dispute-go/dispute/internal/ties"
)

// commitsOnRecord reports whether a statement commits anybody to an act.
func (r *voice) commitsOnRecord() bool { return r.onRecord && !r.implied }

// speakersOf returns the signatories of attribution n and whom they speak for,
// ascending; signatories is empty when nobody knows who spoke.
func (v *sight) speakersOf(n int32) (signatories, behalf []int32) {
	x := v.d.attributionRefs(n)
	speaker := v.latest(x.speaker)
	if speaker == none {
		return nil, nil
	}
	signatories = v.d.only(speaker)
	if len(x.jointly) > 0 {
		signatories = ints.Merge(signatories, v.latestOf(x.jointly))
	}
	return signatories, v.latestOf(x.onBehalfOf)
}

// saidWindow returns the days on which attribution n can have been made: when
// it was said, or else published, or else its source was.
func (v *sight) saidWindow(n int32) ties.Window {
	switch a := v.d.attribution(n); {
	case !a.Said.IsZero():
		return startWindow(a.Said)
	case !a.Published.IsZero():
		return startWindow(a.Published)
	}
	if s := v.sourceOf(n); s != none && !v.d.source(s).Published.IsZero() {
		return startWindow(v.d.source(s).Published)
	}
	return ties.AnyDay
}

// sourceOf returns the source of attribution n, or none.
func (v *sight) sourceOf(n int32) int32 { return v.latest(v.d.usesOf(n).one(slotSource)) }

// claimOf returns the claim that attribution n is to, or none.
func (v *sight) claimOf(n int32) int32 { return v.latest(v.d.usesOf(n).one(slotClaim)) }

// publisherOf returns who published the source of attribution n, or none.
func (v *sight) publisherOf(n int32) int32 {
	s := v.sourceOf(n)
	if s == none {
		return none
	}
	return v.latest(v.d.publisherOf(s))
}

// firstHand reports whether attribution n can be evidence: it can be none with
// unknown or passed-on lineage, or no known speaker.
func (v *sight) firstHand(n int32) bool {
	return v.d.attribution(n).Lineage == LineageFirstHand && v.latest(v.d.usesOf(n).one(slotSpeaker)) != none
}

// voiceOf returns the statement attribution n makes, and false when it can be
// no evidence.
func (v *mentions) voiceOf(n int32) (voice, bool) {
	a := v.d.attribution(n)
	if a.Lineage != LineageFirstHand {
		return voice{}, false
	}
	signatories, behalf := v.speakersOf(n)
	if signatories == nil {
		return voice{}, false
	}
	return voice{attribution: n, event: none, source: none, claim: v.claimOf(n),
		against: a.Stance == StanceDenies, implied: a.Stance == StanceImplies, onRecord: a.OnRecord == RecordLevelOn,
		speakers: signatories, behalf: behalf, when: v.saidWindow(n)}, true
}

// reports returns the shorthand statements that event e occurred.
func (v *mentions) reports(e int32) []voice {
	if !v.d.event(e).Phase.took() {
		return nil
	}
	var list []voice
	for _, s := range v.latestOf(v.d.usesOf(e).many(slotSources)) {
		if publisher := v.latest(v.d.publisherOf(s)); publisher != none {
			list = append(list, voice{attribution: none, event: e, source: s, claim: none,
				speakers: v.d.only(publisher), when: startWindow(v.d.source(s).Published)})
		}
	}
	return list
}

// across returns every actor to whom those lead who make a statement and those
// on whose behalf it is made, ascending.
func (r voice) across(lead func(int32, ties.Window) []int32) []int32 {
	if len(r.speakers) == 1 && len(r.behalf) == 0 {
		return lead(r.speakers[0], r.when)
	}
	var lists [][]int32
	for _, s := range r.speakers {
		lists = append(lists, lead(s, r.when))
	}
	for _, s := range r.behalf {
		lists = append(lists, lead(s, r.when))
	}
	return ints.Merge(lists...)
}

// reach returns every actor on whom a statement's independence depends.
func (v *court) reach(r voice) []int32 { return r.across(v.ties.DependsOn) }

// compareVoices orders statements by attribution, the shorthand ones last, by
// event and source.
func compareVoices(a, b voice) int {
	if (a.attribution == none) != (b.attribution == none) {
		return int(b.attribution) - int(a.attribution)
	}
	return slices.Compare([]int32{a.attribution, a.event, a.source}, []int32{b.attribution, b.event, b.source})
}

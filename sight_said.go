package dispute

import (
	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/ints"
	"github.com/dispute-go/dispute/internal/ties"
)

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

// saidWindow returns the days on which attribution n can have been made: when
// it was said, or else published, or else its source was.
func (v *sight) saidWindow(n int32) ties.Window {
	switch a := v.d.attribution(n); {
	case !a.Said.IsZero():
		return madeWindow(a.Said)
	case !a.Published.IsZero():
		return madeWindow(a.Published)
	}
	if s := v.sourceOf(n); s != none && !v.d.source(s).Published.IsZero() {
		return madeWindow(v.d.source(s).Published)
	}
	return ties.AnyDay
}

// firstHand reports whether attribution n can be evidence: it can be none with
// unknown or passed-on lineage, or no known speaker.
func (v *sight) firstHand(n int32) bool {
	return v.d.attribution(n).Lineage == LineageFirstHand && v.latest(v.d.usesOf(n).one(slotSpeaker)) != none
}

// startWindow returns the days on which d can have begun.
func startWindow(d edtf.Date) ties.Window {
	b := d.Bounds()
	w := ties.AnyDay
	if day := b.EarliestStart.Day(); !day.IsZero() {
		w.First = day.Number()
	}
	if day := b.LatestStart.Day(); !day.IsZero() {
		w.Last = day.Number()
	}
	return w
}

// heldWindows returns the days on which what has a period can have held, and
// those on which it surely did. No period is always.
func heldWindows(period edtf.Date) (possible, certain ties.Window) {
	possible, certain = ties.AnyDay, ties.AnyDay
	if period.IsZero() {
		return possible, certain
	}
	b := period.Bounds()
	if day := b.EarliestStart.Day(); !day.IsZero() {
		possible.First = day.Number()
	}
	if day := b.LatestEnd.Day(); !day.IsZero() {
		possible.Last = day.Number()
	}
	// "../2024" has no beginning, and "2024/.." no end. "[2024..]", some day from
	// then on, can begin after any day, and "[..2024]" can end before any.
	certain = ties.Never
	if day := b.LatestStart.Day(); !day.IsZero() {
		certain.First = day.Number()
	} else if b.LatestStart == edtf.OpenPast() {
		certain.First = ties.AnyDay.First
	}
	if day := b.EarliestEnd.Day(); !day.IsZero() {
		certain.Last = day.Number()
	} else if b.EarliestEnd == edtf.OpenFuture() {
		certain.Last = ties.AnyDay.Last
	}
	return possible, certain
}

// doers returns who does an event: its actors, and the parties to a mutual act.
func (v *sight) doers(e int32) []int32 {
	var list []int32
	participants := v.d.usesOf(e).many(slotParticipants)
	for i, part := range v.d.event(e).Participants {
		if part.Role == RoleActor || part.Role == RoleParty {
			list = append(list, v.latest(participants[i]))
		}
	}
	return ints.Merge(list)
}

// madeWindow returns the days on which what is dated d can have been said or
// published: sometime within d, also where d is an interval.
func madeWindow(d edtf.Date) ties.Window {
	w := startWindow(d)
	w.Last = ties.AnyDay.Last
	if day := d.Bounds().LatestEnd.Day(); !day.IsZero() {
		w.Last = day.Number()
	}
	return w
}

package statuses_test

import (
	"math"
	"slices"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/edtf"
)

// A span is the days, first to last, on which something can have been.
type span struct{ first, last int64 }

var anyDay = span{math.MinInt64, math.MaxInt64}

// said returns the days on which a date can begin; no date is any day.
func said(d edtf.Date) span {
	w, b := anyDay, d.Bounds()
	if day := b.EarliestStart.Day(); !day.IsZero() {
		w.first = day.Number()
	}
	if day := b.LatestStart.Day(); !day.IsZero() {
		w.last = day.Number()
	}
	return w
}

// made returns the days on which what has a date can have been said or published:
// sometime within it, whether or not it is an interval; no date is any day.
func made(d edtf.Date) span {
	w, b := anyDay, d.Bounds()
	if day := b.EarliestStart.Day(); !day.IsZero() {
		w.first = day.Number()
	}
	if day := b.LatestEnd.Day(); !day.IsZero() {
		w.last = day.Number()
	}
	return w
}

// mayHold reports whether a tie can have held on one of the days.
func mayHold(period edtf.Date, w span) bool {
	if period.IsZero() {
		return true
	}
	b := period.Bounds()
	from, to := b.EarliestStart.Day(), b.LatestEnd.Day()
	return (from.IsZero() || from.Number() <= w.last) && (to.IsZero() || to.Number() >= w.first)
}

// mustHold reports whether a tie held on all of the days, whatever its dates.
func mustHold(period edtf.Date, w span) bool {
	if period.IsZero() {
		return true
	}
	b := period.Bounds()
	begun := b.LatestStart == edtf.OpenPast() // it has no beginning
	if day := b.LatestStart.Day(); !day.IsZero() {
		begun = day.Number() <= w.first
	}
	going := b.EarliestEnd == edtf.OpenFuture() // it has no end
	if day := b.EarliestEnd.Day(); !day.IsZero() {
		going = day.Number() >= w.last
	}
	return begun && going
}

// within reports whether two spans may lie within so many years of each other.
func (w span) within(years int, of span) bool {
	return years < 0 || shift(of.first, -years) <= w.last && shift(of.last, years) >= w.first
}

// shift returns the same day so many years later, or the last of its month.
func shift(day int64, years int) int64 {
	if day == anyDay.first || day == anyDay.last {
		return day
	}
	d := edtf.DayFromNumber(day)
	later, err := edtf.NewDay(d.Year()+int64(years), d.Month(), d.DayOfMonth())
	for n := d.DayOfMonth() - 1; err != nil; n-- {
		later, err = edtf.NewDay(d.Year()+int64(years), d.Month(), n)
	}
	return later.Number()
}

type tie = dispute.Affiliation

func leadsUp(t tie) bool {
	return t.Kind == dispute.AffiliationPartOf || t.Kind == dispute.AffiliationSpeaksFor || t.Kind == dispute.AffiliationHoldsOffice
}

func depends(t tie) bool { return t.Kind != dispute.AffiliationMemberOf }

// reach returns s and everyone it leads to over some ties.
func (o *oracle) reach(s dispute.ActorID, follow func(tie) bool) map[dispute.ActorID]bool {
	seen := map[dispute.ActorID]bool{s: true}
	for {
		before := len(seen)
		for from := range seen {
			for _, t := range o.actors[from].Affiliations {
				if follow(t) {
					seen[t.To] = true
				}
			}
		}
		if len(seen) == before {
			return seen
		}
	}
}

// upFrom returns s and everyone above it.
func (o *oracle) upFrom(s dispute.ActorID, w span) map[dispute.ActorID]bool {
	return o.reach(s, func(t tie) bool { return leadsUp(t) && mayHold(t.Period, w) })
}

// dependence returns s and everyone whose word is not independent of its word.
func (o *oracle) dependence(s dispute.ActorID, w span) map[dispute.ActorID]bool {
	return o.reach(s, func(t tie) bool { return depends(t) && mayHold(t.Period, w) })
}

// principals returns for whom s speaks in the end: whoever above it has nobody
// above. Where the way up never ends, it is everyone on that way.
func (o *oracle) principals(s dispute.ActorID, w span) map[dispute.ActorID]bool {
	above, top := o.upFrom(s, w), map[dispute.ActorID]bool{}
	for x := range above {
		if !slices.ContainsFunc(o.actors[x].Affiliations, func(t tie) bool { return leadsUp(t) && mayHold(t.Period, w) }) {
			top[x] = true
		}
	}
	if len(top) == 0 {
		return above
	}
	return top
}

// within returns s and everyone it leads to over ties that held for certain.
// A tie is followed by who has it.
func (o *oracle) within(s dispute.ActorID, w span, follow func(from dispute.Actor, t tie) bool) map[dispute.ActorID]bool {
	seen := map[dispute.ActorID]bool{s: true}
	for {
		before := len(seen)
		for from := range seen {
			for _, t := range o.actors[from].Affiliations {
				if mustHold(t.Period, w) && follow(o.actors[from], t) {
					seen[t.To] = true
				}
			}
		}
		if len(seen) == before {
			return seen
		}
	}
}

// surelyAbove returns s and everyone who was above it for certain.
func (o *oracle) surelyAbove(s dispute.ActorID, w span) map[dispute.ActorID]bool {
	return o.within(s, w, func(_ dispute.Actor, t tie) bool { return leadsUp(t) })
}

// commits returns whom the word of s commits: itself; whom it holds one of the
// offices for whose word commits, and so does who holds or speaks for such an
// office; for whom it speaks where that is neither a state nor a government; and
// its state, if it is a government.
func (o *oracle) commits(s dispute.ActorID, w span) map[dispute.ActorID]bool {
	rules := func(x dispute.ActorID) bool {
		return o.actors[x].Kind == dispute.ActorState || o.actors[x].Kind == dispute.ActorGovernment
	}
	out := map[dispute.ActorID]bool{s: true}
	for mouth := range o.within(s, w, func(_ dispute.Actor, t tie) bool { return o.voice(t) || o.office(t) && !rules(t.To) }) {
		for _, t := range o.actors[mouth].Affiliations {
			if mustHold(t.Period, w) && (o.office(t) || o.voice(t) && !rules(t.To)) {
				out[t.To] = true
			}
		}
	}
	for x := range out {
		for above := range o.within(x, w, func(from dispute.Actor, t tie) bool {
			return leadsUp(t) && from.Kind == dispute.ActorGovernment && rules(t.To)
		}) {
			out[above] = true
		}
	}
	return out
}

// office reports whether a tie is an office whose word commits. A state's office
// is none of an alliance or an organisation.
func (o *oracle) office(t tie) bool {
	return leadsUp(t) && o.committing[t.Role] && !o.stateOfficeInBody(t)
}

// voice reports whether by a tie one speaks for somebody, or as the office that one
// holds: in no other role at it, such as a deputy's.
func (o *oracle) voice(t tie) bool {
	return !o.stateOfficeInBody(t) && (t.Kind == dispute.AffiliationSpeaksFor ||
		t.Kind == dispute.AffiliationHoldsOffice && o.actors[t.To].Kind == dispute.ActorOffice && (t.Role == "" || o.committing[t.Role]))
}

func (o *oracle) stateOfficeInBody(t tie) bool {
	switch t.Role {
	case dispute.OfficeHeadOfState, dispute.OfficeHeadOfGovernment, dispute.OfficeForeignMinister, dispute.OfficeForeignMinistry:
		to := o.actors[t.To].Kind
		return to == dispute.ActorAlliance || to == dispute.ActorIntergovernment
	}
	return false
}

// ownWord returns whose own word that of s is: whom it commits, and whom it
// speaks for, itself or as the holder of an office that does, with whom these
// commit.
func (o *oracle) ownWord(s dispute.ActorID, w span) map[dispute.ActorID]bool {
	out := map[dispute.ActorID]bool{}
	for voice := range o.within(s, w, func(_ dispute.Actor, t tie) bool { return o.voice(t) }) {
		for x := range o.commits(voice, w) {
			out[x] = true
		}
	}
	return out
}

func meet[T comparable](a, b map[T]bool) bool {
	for x := range a {
		if b[x] {
			return true
		}
	}
	return false
}

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

type tie = dispute.Affiliation

func leadsUp(t tie) bool {
	return t.Kind == dispute.AffiliationPartOf || t.Kind == dispute.AffiliationSpeaksFor || t.Kind == dispute.AffiliationHoldsOffice
}

func speaksFor(t tie) bool {
	return t.Kind == dispute.AffiliationSpeaksFor || t.Kind == dispute.AffiliationHoldsOffice
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

// commits returns whom the word of s commits: itself; those in which it holds
// one of the offices whose word commits, or speaks for one who does; a
// government's state; and whom it speaks for where that is neither a state nor
// a government. Only ties that held for certain count.
func (o *oracle) commits(s dispute.ActorID, w span) map[dispute.ActorID]bool {
	out := map[dispute.ActorID]bool{s: true}
	for mouth := range o.reach(s, func(t tie) bool { return speaksFor(t) && mustHold(t.Period, w) }) {
		if kind := o.actors[mouth].Kind; kind != dispute.ActorState && kind != dispute.ActorGovernment {
			out[mouth] = true
		}
		for _, t := range o.actors[mouth].Affiliations {
			if leadsUp(t) && o.committing[t.Role] && mustHold(t.Period, w) {
				out[t.To] = true
			}
		}
	}
	for {
		before := len(out)
		for x := range out {
			for _, t := range o.actors[x].Affiliations {
				if o.actors[x].Kind == dispute.ActorGovernment && leadsUp(t) && mustHold(t.Period, w) {
					out[t.To] = true
				}
			}
		}
		if len(out) == before {
			return out
		}
	}
}

func meet[T comparable](a, b map[T]bool) bool {
	for x := range a {
		if b[x] {
			return true
		}
	}
	return false
}

package course

import "github.com/dispute-go/dispute/internal/span"

// breakers tells what ends the rule of a change that brings some states: the
// changes that take effect on all of these states.
type breakers struct {
	overtakers         // those that surely lie later than a half tick
	followedBy []int64 // by change: when one has surely happened that must follow it by links
	followed   []bool  // by change: one must
	closedDays []int64 // ascending days: where something ends, those on which one surely starts
}

// breakersOf returns the changes that break the rule of those that bring some
// states.
func (x *analysis) breakersOf(states States) *breakers {
	spares := func(i int32) bool {
		c := &x.changes[i]
		if !c.falls() {
			return c.Barred&states != 0
		}
		return x.worksOn(i) != states || x.fallback[i]&states != 0
	}
	b := &breakers{followedBy: make([]int64, len(x.changes)), followed: make([]bool, len(x.changes))}
	b.overtakers = overtakersOf(&x.lineup, func(i int32) bool { return !spares(i) })
	for i := range b.followedBy {
		b.followedBy[i] = span.PosInf
	}
	for _, l := range x.followers(spares) {
		b.followedBy[l.before], b.followed[l.before] = min(b.followedBy[l.before], x.changes[l.after].last()), true
	}
	if x.fixedDays == nil {
		return b
	}
	for _, i := range x.byFirst {
		day, fixed := x.changes[i].fixedDay()
		if n := len(b.closedDays); fixed && !spares(i) && (n == 0 || b.closedDays[n-1] != day) {
			b.closedDays = append(b.closedDays, day)
		}
	}
	return b
}

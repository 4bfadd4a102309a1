package course

import (
	"slices"

	"github.com/dispute-go/dispute/internal/span"
	"github.com/dispute-go/dispute/internal/ticks"
)

// None is no change, and no place.
const None = int32(-1)

// Links calls visit with each place that directly comes before a place. Places
// that bear no change may lie between; links must not run in a circle. A nil
// Links links nothing.
type Links func(place int32, visit func(before int32))

// A Change is the start of something, or the end of something that lasts.
// [AppendChanges] makes them.
type Change struct {
	Place  int32        // which links put before others, or None
	Domain []span.Range // the half ticks on which it can lie; never empty
	State  State        // what it brings; of an end, what follows where nothing else goes on
	Barred States       // those a start cannot start from, its own included
	// Premise is what the state can have been before, if this is the first
	// change of all.
	Premise States
	// Start is the start of what an end ends, and End the end of what a start
	// begins; else None. What lasts without an end has none.
	Start, End int32
	Lasts      bool // of both the start and the end of what lasts
	IsEnd      bool // it lies on the close of a day
	// Passes, of both the start and the end, says that the end gives back: what
	// has ended never began.
	Passes bool
	// Fits are the states that a change goes together with, if it takes effect on
	// others too; zero are those on which it takes effect. One that can find none
	// of them is told as a gap.
	Fits  States
	inert bool // it only presupposes
}

// falls reports whether it is the end of something that lasts. It depends on what
// else goes on what that brings.
func (c *Change) falls() bool { return c.IsEnd && c.Lasts }

// AppendChanges adds to list the start of something with a given term. If it
// lasts and has an end, it adds its end too, after which the state is after.
// Of the start it takes place, state, barred states and premise.
func AppendChanges(list []Change, start Change, lasts bool, after State, t Term) []Change {
	start.Domain = ticks.Starts(t.Start)
	start.Barred |= Of(start.State)
	start.Start, start.End, start.Lasts, start.IsEnd = None, None, lasts, false
	if !lasts || t.Ever {
		return append(list, start)
	}
	at := int32(len(list))
	start.End = at + 1
	return append(list, start, Change{Place: start.Place, Domain: ticks.Closes(t.End), State: after,
		Premise: Of(0), Start: at, End: None, Lasts: true, IsEnd: true})
}

// AppendPassing adds to list the start and, if it has one, the end of something
// that passes: once it is over, the state is what it would be had it never
// begun. What it presupposed stays. Of the start it takes place, state, barred
// states and premise.
func AppendPassing(list []Change, start Change, t Term) []Change {
	start.Passes = !t.Ever
	list = AppendPeriod(list, start, Change{Place: start.Place, State: start.State, Passes: true}, t)
	return list
}

// AppendPeriod adds to list the start and, if it has one, the end of a period of
// a given term. Each takes effect by itself, whatever else goes on: of both it
// takes place, state, barred states, what they fit and premise.
func AppendPeriod(list []Change, start, end Change, t Term) []Change {
	list = AppendChanges(list, start, false, 0, t)
	if t.Ever {
		return list
	}
	at := int32(len(list) - 1)
	list[at].End = at + 1
	end.Domain = ticks.Closes(t.End)
	end.Barred |= Of(end.State)
	end.Start, end.End, end.Lasts, end.IsEnd = at, None, false, true
	return append(list, end)
}

func (c *Change) first() int64 { return c.Domain[0].First }

func (c *Change) last() int64 { return c.Domain[len(c.Domain)-1].Last }

// Days returns the days from the first to the last on which the change can take
// effect: an end does on the day after its close.
func (c *Change) Days() Days { return Days{c.dayOf(c.first()), c.dayOf(c.last())} }

// dayOf returns the day from which the change takes effect if it lies on a half
// tick.
func (c *Change) dayOf(half int64) int64 {
	if c.IsEnd {
		return ticks.NextDay(ticks.HalfDay(half))
	}
	return ticks.HalfDay(half)
}

// fixedDay returns the day of a start that can lie on no other day.
func (c *Change) fixedDay() (int64, bool) {
	day := ticks.HalfDay(c.first())
	return day, !c.IsEnd && c.first() != span.NegInf && day == ticks.HalfDay(c.last())
}

// conditional reports whether it depends on the state that it finds what the
// change brings.
func (c *Change) conditional() bool { return c.IsEnd || c.Barred&^Of(c.State) != 0 }

func conditional(changes []Change) bool {
	return slices.ContainsFunc(changes, func(c Change) bool { return c.conditional() })
}

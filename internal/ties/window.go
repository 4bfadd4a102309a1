package ties

import "math"

// A Window is a run of days, by number, first and last inclusive: those on which
// something can have been said, or on which a tie held. The zero Window is one
// day.
type Window struct{ First, Last int64 }

var (
	// AnyDay is the window of what has no date.
	AnyDay = Window{math.MinInt64, math.MaxInt64}
	// Never is the window without days.
	Never = Window{math.MaxInt64, math.MinInt64}
)

// Covers reports whether every day of o, which has some, is one of w.
func (w Window) Covers(o Window) bool { return w.First <= o.First && o.Last <= w.Last }

// Overlaps reports whether w and o, which both have days, have one in common.
func (w Window) Overlaps(o Window) bool { return w.First <= o.Last && o.First <= w.Last }

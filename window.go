package dispute

import (
	"math"

	"github.com/dispute-go/dispute/edtf"
)

// anyDay is the window of a statement without a date, never one without days.
var (
	anyDay = window{math.MinInt64, math.MaxInt64}
	never  = window{math.MaxInt64, math.MinInt64}
)

// startWindow returns the days on which d can have begun.
func startWindow(d edtf.Date) window {
	b := d.Bounds()
	w := anyDay
	if day := b.EarliestStart.Day(); !day.IsZero() {
		w.first = day.Number()
	}
	if day := b.LatestStart.Day(); !day.IsZero() {
		w.last = day.Number()
	}
	return w
}

// A window is the days on which something was said, first and last inclusive.
type window struct{ first, last int64 }

func (w window) covers(o window) bool { return w.first <= o.first && o.last <= w.last }

func (w window) overlaps(o window) bool { return w.first <= o.last && o.first <= w.last }

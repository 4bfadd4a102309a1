package dispute

import (
	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/ties"
)

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

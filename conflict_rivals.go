package dispute

import (
	"fmt"

	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/ints"
)

// figureConflicts finds sets of figures, as [View.Figures] has them, in which
// somebody stands by more than one best figure.
func (v conflictFinder) figureConflicts(x *support) []Conflict {
	var list []Conflict
	for _, e := range v.events.list {
		claims, figures := map[counted][]int32{}, map[counted]map[int64]bool{}
		for _, c := range v.on.figures[e] {
			f := v.d.claim(c).Content.Figure
			if f.Best == nil || !x.supported[c] {
				continue
			}
			k := counted{f.Category, v.resolve(f.Of.Ref())}
			if figures[k] == nil {
				figures[k] = map[int64]bool{}
			}
			figures[k][*f.Best] = true
			claims[k] = append(claims[k], c)
		}
		for k, rivals := range claims { // the list is sorted in the end
			if len(figures[k]) > 1 {
				list = append(list, v.rivalConflict(x, ConflictFigures,
					fmt.Sprintf("the figures for %q of %s disagree", k.category, v.eventName(e)), e, rivals))
			}
		}
	}
	return list
}

// datingConflicts finds events of which somebody stands by more than one start
// or end, as [View.Dates] has them, and claims that somebody stands by and by
// which an event ends before it begins.
func (v conflictFinder) datingConflicts(x *support) []Conflict {
	var list []Conflict
	for _, e := range v.events.list {
		starts, ends := map[edtf.Day][]int32{}, map[edtf.Day][]int32{}
		for _, c := range v.on.datings[e] {
			if !x.supported[c] {
				continue
			}
			row := v.d.claim(c).Content.Dating.row()
			if !row.First.IsZero() {
				starts[row.First] = append(starts[row.First], c)
			}
			if !row.Last.IsZero() {
				ends[row.Last] = append(ends[row.Last], c)
			}
			if row.Reversed {
				list = append(list, v.rivalConflict(x, ConflictReversed,
					fmt.Sprintf("a claim dates %s as ending before it begins: %s", v.eventName(e), v.d.claim(c).Text), e, []int32{c}))
			}
		}
		var rivals []int32
		for _, days := range []map[edtf.Day][]int32{starts, ends} {
			for _, claims := range days { // they are sorted in the end
				if len(days) > 1 {
					rivals = append(rivals, claims...)
				}
			}
		}
		if rivals != nil {
			list = append(list, v.rivalConflict(x, ConflictDates, "the dates of "+v.eventName(e)+" disagree", e, ints.Merge(rivals)))
		}
	}
	return list
}

// rivalConflict builds a conflict over claims about event e that somebody stands
// by.
func (v conflictFinder) rivalConflict(x *support, kind ConflictKind, text string, e int32, claims []int32) Conflict {
	return v.conflictOver(kind, text, x.backing(claims), append(claims, e)...)
}

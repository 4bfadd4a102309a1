package course

import (
	"cmp"
	"math"
	"slices"

	"github.com/dispute-go/dispute/internal/ticks"
)

// Days is every day from First to Last, both inclusive: numbers of days as those
// of package ticks, the least and the greatest number unbounded. Days whose First
// is past Last are none.
type Days struct{ First, Last int64 }

func (d Days) empty() bool { return d.First > d.Last }

func (d Days) has(day int64) bool { return d.First <= day && day <= d.Last }

// cut returns the days that two share.
func (d Days) cut(o Days) Days { return Days{max(d.First, o.First), min(d.Last, o.Last)} }

// extent returns the days from the first to the last of an ascending list that
// is not empty.
func extent(list []Days) Days { return Days{list[0].First, list[len(list)-1].Last} }

// hasDay reports whether a day is in an ascending list of days that do not
// overlap.
func hasDay(list []Days, day int64) bool {
	return meets(list, Days{day, day})
}

// daysWithin returns what an ascending list has of some days.
func daysWithin(list []Days, within Days) []Days {
	var found []Days
	for _, d := range list[firstOf(list, within.First):] {
		if d = d.cut(within); d.empty() {
			break
		}
		found = append(found, d)
	}
	return found
}

// meets reports whether an ascending list has some of a few days.
func meets(list []Days, days Days) bool {
	at := firstOf(list, days.First)
	return at < len(list) && list[at].First <= days.Last
}

// firstOf returns where in an ascending list are the first days that are not
// over before a day.
func firstOf(list []Days, day int64) int {
	at, _ := slices.BinarySearchFunc(list, day, func(d Days, day int64) int { return cmp.Compare(d.Last, day) })
	return at
}

// Unite puts days in order and joins those that overlap or meet. It uses the
// list's memory.
func Unite(list []Days) []Days {
	slices.SortFunc(list, func(a, b Days) int { return cmp.Or(cmp.Compare(a.First, b.First), cmp.Compare(a.Last, b.Last)) })
	united := list[:0]
	for _, d := range list {
		if n := len(united); n > 0 && d.First <= ticks.NextDay(united[n-1].Last) {
			united[n-1].Last = max(united[n-1].Last, d.Last)
		} else {
			united = append(united, d)
		}
	}
	return united
}

// Count returns how many days are in a list, each once; the greatest number if
// some are unbounded. It uses the list's memory.
func Count(list []Days) int64 {
	n := uint64(0)
	for _, d := range Unite(list) {
		if d.First == math.MinInt64 || d.Last == math.MaxInt64 {
			return math.MaxInt64
		}
		n += uint64(d.Last-d.First) + 1
	}
	return int64(min(n, math.MaxInt64))
}

package course

import (
	"slices"

	"github.com/dispute-go/dispute/internal/span"
)

// overtakers tells, of some changes, by when one of those that surely lie later
// than a half tick has happened.
type overtakers struct {
	firsts, lasts []int64 // of the changes, by first; of the lasts the least from there on
}

// overtakersOf looks at the changes that counts reports.
func overtakersOf(l *lineup, counts func(i int32) bool) overtakers {
	o := overtakers{firsts: make([]int64, 0, len(l.changes)), lasts: make([]int64, 0, len(l.changes))}
	for _, i := range l.byFirst {
		if counts(i) {
			o.firsts = append(o.firsts, l.changes[i].first())
			o.lasts = append(o.lasts, l.changes[i].last())
		}
	}
	for i := len(o.lasts) - 2; i >= 0; i-- {
		o.lasts[i] = min(o.lasts[i], o.lasts[i+1])
	}
	return o
}

// after returns the half tick by which one has surely happened that surely lies
// later than t.
func (o *overtakers) after(t int64) int64 {
	i := upTo(o.firsts, t)
	if i == len(o.lasts) {
		return span.PosInf
	}
	return o.lasts[i]
}

// ofAll returns the half tick by which any one of them has surely happened.
func (o *overtakers) ofAll() int64 {
	if len(o.lasts) == 0 {
		return span.PosInf
	}
	return o.lasts[0]
}

// upTo returns how many of an ascending list are not past t.
func upTo(list []int64, t int64) int {
	if t == span.PosInf {
		return len(list)
	}
	n, _ := slices.BinarySearch(list, t+1)
	return n
}

// before returns the half tick before t, where the unbounded is never reached.
func before(t int64) int64 {
	if t == span.PosInf {
		return t
	}
	return t - 1
}

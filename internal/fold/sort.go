package fold

import (
	"math/bits"
	"slices"
)

// A sorter sorts changes of a range of days and keeps the memory that takes.
type sorter struct {
	first Change // the start of the first day
	// digits is how many digits of digitBits a day has, counted from the first.
	digits, digitBits int
	spare             []Change
}

// newSorter returns a sorter of changes from the day of the least of them to
// that of the greatest.
func newSorter(least, greatest Change) *sorter {
	s := &sorter{first: least.dayStart()}
	width := bits.Len64(greatest.packedDay() - least.packedDay())
	s.digits = max(1, (width+maxDigitBits-1)/maxDigitBits)
	s.digitBits = max(1, (width+s.digits-1)/s.digits)
	return s
}

// join sorts a list of which the first old changes are in order already, and
// drops repetitions.
func (s *sorter) join(list []Change, old int) []Change {
	added := list[old:]
	s.sort(added)
	if old > 0 && len(added) > 0 && added[0] <= list[old-1] {
		s.merge(list, old)
	}
	return slices.Compact(list)
}

func (s *sorter) room(n int) []Change {
	if cap(s.spare) < n {
		s.spare = make([]Change, n+n/4)
	}
	return s.spare[:n]
}

// merge makes one ordered list of the ordered parts before and from old on.
func (s *sorter) merge(list []Change, old int) {
	first := s.room(old)
	copy(first, list[:old])
	added, at := list[old:], 0
	for len(first) > 0 && len(added) > 0 {
		if added[0] < first[0] {
			list[at], added = added[0], added[1:]
		} else {
			list[at], first = first[0], first[1:]
		}
		at++
	}
	copy(list[at:], first)
}

const (
	// fewChanges are sorted by insertion, manyChanges by counting days.
	fewChanges   = 16
	manyChanges  = 64
	maxDigitBits = 8
)

func (s *sorter) sort(list []Change) {
	switch {
	case len(list) <= fewChanges:
		insert(list)
	case len(list) < manyChanges:
		slices.Sort(list)
	default:
		s.sortByDay(list)
	}
}

func insert(list []Change) {
	for i := 1; i < len(list); i++ {
		c := list[i]
		j := i
		for j > 0 && list[j-1] > c {
			list[j] = list[j-1]
			j--
		}
		list[j] = c
	}
}

// sortByDay sorts changes that come in the order of their positions, as they
// do from a stream, by counting the digits of their days; others it sorts as
// well.
func (s *sorter) sortByDay(list []Change) {
	if !inOrderOfPositions(list) {
		slices.Sort(list)
		return
	}
	from, to := list, s.room(len(list))
	mask := 1<<s.digitBits - 1
	for d := range s.digits {
		var place [1 << maxDigitBits]uint32
		shift := dayShift + d*s.digitBits
		for _, c := range from {
			place[int((c-s.first)>>shift)&mask&(1<<maxDigitBits-1)]++
		}
		var at uint32
		for i, n := range place[:mask+1] {
			place[i] = at
			at += n
		}
		for _, c := range from {
			p := &place[int((c-s.first)>>shift)&mask&(1<<maxDigitBits-1)]
			to[*p] = c
			*p++
		}
		from, to = to, from
	}
	if s.digits%2 == 1 {
		copy(list, from)
	}
}

func inOrderOfPositions(list []Change) bool {
	for i := 1; i < len(list); i++ {
		if list[i-1]<<dayBits > list[i]<<dayBits {
			return false
		}
	}
	return true
}

package fold

import (
	"math/bits"
	"slices"
)

// A sorter sorts changes and keeps the memory that takes.
type sorter struct{ spare []Change }

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
	fewChanges  = 24
	manyChanges = 128
	digitBits   = 8
)

// sort sorts changes. Where they come in the order of their positions, as they
// do from a stream, only the days have to be looked at.
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

func (s *sorter) sortByDay(list []Change) {
	least, greatest := list[0], list[0]
	inOrder := true // of the positions
	for i, c := range list[1:] {
		least, greatest = min(least, c), max(greatest, c)
		inOrder = inOrder && list[i]<<dayBits <= c<<dayBits
	}
	width := bits.Len64(greatest.packedDay() - least.packedDay())
	if !inOrder {
		slices.Sort(list)
		return
	}
	base := least.packedDay()
	spare := s.room(len(list))
	from, to := list, spare
	for shift := 0; shift < width; shift += digitBits {
		var count [1 << digitBits]uint32
		for _, c := range from {
			count[(c.packedDay()-base)>>shift&(1<<digitBits-1)]++
		}
		var at uint32
		for i, n := range count {
			count[i] = at
			at += n
		}
		for _, c := range from {
			digit := (c.packedDay() - base) >> shift & (1<<digitBits - 1)
			to[count[digit]] = c
			count[digit]++
		}
		from, to = to, from
	}
	if width > 0 && &from[0] != &list[0] {
		copy(list, from)
	}
}

// A keyed is a number with the key by which it is ordered.
type keyed struct {
	key    uint64
	number uint32
}

// sortKeyed sorts a list by the bytes of the keys in which they differ, and
// returns it or another one in its place.
func sortKeyed(list []keyed) []keyed {
	var all, any uint64 = 1<<64 - 1, 0
	ascending := true
	for i, x := range list {
		all, any = all&x.key, any|x.key
		ascending = ascending && (i == 0 || list[i-1].key <= x.key)
	}
	if ascending {
		return list
	}
	to := make([]keyed, len(list))
	for shift := 0; shift < 64; shift += digitBits {
		if (any&^all)>>shift&(1<<digitBits-1) == 0 {
			continue
		}
		var at [1 << digitBits]uint32
		for _, x := range list {
			at[x.key>>shift&(1<<digitBits-1)]++
		}
		var sum uint32
		for i, n := range at {
			at[i] = sum
			sum += n
		}
		for _, x := range list {
			place := &at[x.key>>shift&(1<<digitBits-1)]
			to[*place] = x
			*place++
		}
		list, to = to, list
	}
	return list
}

package dispute

import (
	"cmp"
	"maps"
	"math"
	"slices"
)

const (
	none   = int32(-1)
	always = math.MinInt64 // an item without a day has always been there
	ever   = math.MaxInt64 // a lens without a day looks at everything
)

func sortedKeys[K cmp.Ordered, V any](m map[K]V) []K { return slices.Sorted(maps.Keys(m)) }

func compare(a, b int64) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

// common returns what two ascending lists share.
func common(a, b []int32) []int32 {
	var list []int32
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0] == b[0]:
			list = append(list, a[0])
			a, b = a[1:], b[1:]
		case a[0] < b[0]:
			a = a[1:]
		default:
			b = b[1:]
		}
	}
	return list
}

func compareFlags(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

// firstShared returns the first element that two ascending lists share, or none.
func firstShared(a, b []int32) int32 {
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			return a[i]
		case a[i] < b[j]:
			i++
		default:
			j++
		}
	}
	return none
}

// intersects reports whether two ascending lists share an element.
func intersects(a, b []int32) bool { return firstShared(a, b) != none }

// merge returns the ascending union of lists.
func merge(lists ...[]int32) []int32 {
	var all []int32
	for _, l := range lists {
		all = append(all, l...)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

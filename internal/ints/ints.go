// Package ints works on ascending lists of item numbers, and numbers keys.
package ints

import "slices"

// None is the number of no item.
const None = int32(-1)

// Merge returns the ascending union of lists, which need not be ascending.
func Merge(lists ...[]int32) []int32 {
	all := slices.Concat(lists...)
	slices.Sort(all)
	return slices.Compact(all)
}

// Shared returns what two ascending lists have in common, ascending.
func Shared(a, b []int32) []int32 {
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

// FirstShared returns the first element that two ascending lists have in
// common, or None.
func FirstShared(a, b []int32) int32 {
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
	return None
}

// Intersect reports whether two ascending lists have an element in common.
func Intersect(a, b []int32) bool { return FirstShared(a, b) != None }

// Package span holds ranges of ticks: the domains in which a dated thing may
// lie. A tick is a point on an integer time axis whose unit the caller chooses.
package span

import (
	"math"
	"slices"
)

// NegInf and PosInf stand for the unbounded past and the unbounded future.
// They compare as the least and the greatest tick.
const (
	NegInf int64 = math.MinInt64
	PosInf int64 = math.MaxInt64
)

// A Range is every tick from First to Last, both inclusive. The zero value is
// the single tick 0. A range whose First exceeds its Last is malformed.
//
// A domain is a []Range in ascending order whose members are well formed and do
// not overlap; two of them may touch.
type Range struct{ First, Last int64 }

// All returns the domain of every tick.
func All() []Range { return []Range{{NegInf, PosInf}} }

// Contains reports whether tick t lies in the domain, in O(log len(domain)).
func Contains(domain []Range, t int64) bool {
	i := search(domain, t)
	return i < len(domain) && domain[i].First <= t
}

// Next returns the least tick of the domain that is not before t, and false if
// there is none, in O(log len(domain)).
func Next(domain []Range, t int64) (int64, bool) {
	i := search(domain, t)
	if i == len(domain) {
		return 0, false
	}
	return max(domain[i].First, t), true
}

// Prev returns the greatest tick of the domain that is not after t, and false
// if there is none, in O(log len(domain)).
func Prev(domain []Range, t int64) (int64, bool) {
	i := search(domain, t)
	if i < len(domain) && domain[i].First <= t {
		return t, true
	}
	if i == 0 {
		return 0, false
	}
	return domain[i-1].Last, true
}

// AppendCut appends to dst the part of the domain from first to last, both
// inclusive. It never keeps or changes domain.
func AppendCut(dst, domain []Range, first, last int64) []Range {
	for _, r := range domain[search(domain, first):] {
		if r.First > last {
			break
		}
		dst = append(dst, Range{max(r.First, first), min(r.Last, last)})
	}
	return dst
}

// Within reports whether one domain holds all of another, in time linear in
// both. A range that only two touching ones hold together is not held.
func Within(outer, inner []Range) bool {
	for _, r := range inner {
		for len(outer) > 0 && outer[0].Last < r.First {
			outer = outer[1:]
		}
		if len(outer) == 0 || outer[0].First > r.First || outer[0].Last < r.Last {
			return false
		}
	}
	return true
}

// search returns the index of the first range that ends at or after t.
func search(domain []Range, t int64) int {
	i, _ := slices.BinarySearchFunc(domain, t, func(r Range, t int64) int {
		if r.Last < t {
			return -1
		}
		return 1
	})
	return i
}

// Meet returns the domain of the ticks that lie in both domains, nil where none
// does, in O(len(a) + len(b)).
func Meet(a, b []Range) []Range {
	var both []Range
	for len(a) > 0 && len(b) > 0 {
		if first, last := max(a[0].First, b[0].First), min(a[0].Last, b[0].Last); first <= last {
			both = append(both, Range{first, last})
		}
		if a[0].Last < b[0].Last {
			a = a[1:]
		} else {
			b = b[1:]
		}
	}
	return both
}

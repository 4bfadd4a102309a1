package course

import (
	"cmp"
	"slices"

	"github.com/dispute-go/dispute/internal/span"
)

// A reach is a longest run of half ticks at which a change can be the last one
// so far, from one range of its domain on.
type reach struct {
	span.Range
	own    int64 // the last half tick of that range of the domain
	change int32
}

// reachesOf returns where each change can be the last one so far, where those
// on one half tick can come in either order. What must follow it by links, and
// what surely lies later, ends a reach when it has surely happened.
func reachesOf(l *lineup) reaches {
	followed := make([]int64, len(l.changes)) // by then a change that must follow has happened
	ranges := 0
	for i := range followed {
		followed[i] = span.PosInf
		ranges += len(l.changes[i].Domain)
	}
	for _, x := range l.followers(nil) {
		followed[x.before] = min(followed[x.before], l.changes[x.after].last())
	}
	overtaken := overtakersOf(l, func(int32) bool { return true })
	x := reaches{list: make([]reach, 0, ranges)}
	for i := range l.changes {
		domain := l.changes[i].Domain
		for j, own := range domain {
			last := min(followed[i], overtaken.after(own.Last))
			if j+1 < len(domain) {
				last = min(last, domain[j+1].First-1)
			}
			if last >= own.First {
				x.list = append(x.list, reach{Range: span.Range{First: own.First, Last: last}, change: int32(i), own: own.Last})
			}
		}
	}
	x.index()
	return x
}

// reaches are reaches by first half tick, then change, indexed so that those
// that meet a range are found, and counted, without a look at the others.
type reaches struct {
	list     []reach
	furthest []int64 // implicit tree over the list: the greatest last
	lasts    []int64 // ascending
}

func (x *reaches) index() {
	slices.SortFunc(x.list, func(a, b reach) int {
		if a.First != b.First {
			return cmp.Compare(a.First, b.First)
		}
		return cmp.Compare(a.change, b.change)
	})
	leaves := 1
	for leaves < len(x.list) {
		leaves *= 2
	}
	x.furthest = make([]int64, 2*leaves)
	for i := range x.furthest {
		x.furthest[i] = span.NegInf
	}
	x.lasts = make([]int64, len(x.list))
	for i := range x.list {
		x.furthest[leaves+i], x.lasts[i] = x.list[i].Last, x.list[i].Last
	}
	for i := leaves - 1; i > 0; i-- {
		x.furthest[i] = max(x.furthest[2*i], x.furthest[2*i+1])
	}
	slices.Sort(x.lasts)
}

// meeting calls visit with every reach that meets r.
func (x *reaches) meeting(r span.Range, visit func(reach)) {
	n := x.begun(r.Last)
	var walk func(node, first, width int)
	walk = func(node, first, width int) {
		switch {
		case first >= n || x.furthest[node] < r.First:
		case width == 1:
			visit(x.list[first])
		default:
			walk(2*node, first, width/2)
			walk(2*node+1, first+width/2, width/2)
		}
	}
	walk(1, 0, len(x.furthest)/2)
}

// count returns how many reaches meet r.
func (x *reaches) count(r span.Range) int {
	over, _ := slices.BinarySearch(x.lasts, r.First)
	return x.begun(r.Last) - over
}

// begun returns how many reaches begin by a half tick.
func (x *reaches) begun(t int64) int {
	n, _ := slices.BinarySearchFunc(x.list, t, func(r reach, t int64) int {
		if r.First <= t {
			return -1
		}
		return 1
	})
	return n
}

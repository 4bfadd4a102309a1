package dispute

import (
	"cmp"
	"slices"

	"github.com/dispute-go/dispute/internal/span"
)

// A reach is a run of half ticks at which a change can be the last one so far.
type reach struct {
	span.Range
	own     int64 // the last half tick of the range of its domain that it begins in
	change  int32
	initial bool // for an effect: as the first of all
}

// reaches are reaches by first half tick, then change, indexed so that those
// around a range are found, and counted, without a look at the others.
type reaches struct {
	list     []reach
	furthest []int64 // implicit tree over the list: the greatest last
	lasts    []int64 // ascending
}

// reachesOf returns where each change can be the last one so far, where those
// on the same half tick can come in either order.
func reachesOf(l *lineup) reaches {
	changes := l.changes
	followed := make([]int64, len(changes)) // by then a change that must follow has come
	ranges := 0
	for i := range followed {
		followed[i] = span.PosInf
		ranges += len(changes[i].domain)
	}
	for _, link := range l.followers(nil) {
		followed[link[0]] = min(followed[link[0]], changes[link[1]].last())
	}
	come := comings(l, func(int32) bool { return true })
	x := reaches{list: make([]reach, 0, ranges)}
	for i := range changes {
		domain := changes[i].domain
		for j, own := range domain {
			last := min(followed[i], come.after(own.Last))
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

func (x *reaches) index() {
	slices.SortFunc(x.list, func(a, b reach) int {
		if a.First != b.First {
			return compare(a.First, b.First)
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

// count returns how many reaches meet r.
func (x *reaches) count(r span.Range) int {
	over, _ := slices.BinarySearch(x.lasts, r.First)
	return x.begun(r.Last) - over
}

// around calls visit with every reach that meets r.
func (x *reaches) around(r span.Range, visit func(reach)) {
	n := x.begun(r.Last)
	leaves := len(x.furthest) / 2
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
	walk(1, 0, leaves)
}

// comes tells, of some changes, when one that lies surely later has come.
type comes struct {
	firsts, lasts []int64 // of the changes, by first; the least last from there on
}

// comings returns when those come that counts reports.
func comings(l *lineup, counts func(i int32) bool) comes {
	x := comes{firsts: make([]int64, 0, len(l.changes)), lasts: make([]int64, 0, len(l.changes))}
	for _, i := range l.byFirst {
		if counts(i) {
			x.firsts = append(x.firsts, l.changes[i].first())
			x.lasts = append(x.lasts, l.changes[i].last())
		}
	}
	for i := len(x.lasts) - 2; i >= 0; i-- {
		x.lasts[i] = min(x.lasts[i], x.lasts[i+1])
	}
	return x
}

// after returns when one that surely lies after t has come.
func (x *comes) after(t int64) int64 {
	i := upTo(x.firsts, t)
	if i == len(x.lasts) {
		return span.PosInf
	}
	return x.lasts[i]
}

// least returns when the first of all has come.
func (x *comes) least() int64 {
	if len(x.lasts) == 0 {
		return span.PosInf
	}
	return x.lasts[0]
}

// upTo returns how many of an ascending list are not past t.
func upTo(list []int64, t int64) int {
	if t == span.PosInf {
		return len(list)
	}
	n, _ := slices.BinarySearch(list, t+1)
	return n
}

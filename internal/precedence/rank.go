package precedence

import (
	"cmp"
	"math/bits"
	"slices"
)

// ExactRanks is the number of nodes up to which a component that has links gets
// exact ranks. To count for every node of a component all that its links put
// before it takes more than linear time in general; this bounds it to
// ExactRanks/64 passes over the component.
const ExactRanks = 4096

// ranks counts, for every node, those definitely before and definitely after it.
// The least rank puts the node and all it must follow as early, and everything else
// as late as it can be: only what is definitely before comes first then. The
// greatest rank is the mirror image.
func (r *Result) ranks(exactUpTo int) (first, last []int32, exact []bool) {
	n := len(r.Start)
	before := newSide(n, r.graph.before)
	after := newSide(n, r.graph.after)
	for v := range int32(n) {
		before.pass[v], before.from[v] = r.LatestStart(v), r.EarliestStart(v)
		// The complement turns the time axis round, infinities included.
		after.pass[v], after.from[v] = ^r.EarliestStart(v), ^r.LatestStart(v)
	}
	before.countByTime()
	after.countByTime()
	exact = make([]bool, n)
	for v := range int32(n) {
		exact[v] = len(r.graph.before.of(v)) == 0 && len(r.graph.after.of(v)) == 0
	}
	for _, members := range r.linked() {
		small := len(members) <= exactUpTo
		for _, s := range []*side{before, after} {
			if small {
				s.addLinked(members)
			} else {
				s.raise(members)
			}
			slices.Reverse(members)
		}
		for _, v := range members {
			exact[v] = small
		}
	}
	for v := range n {
		before.count[v]++
		after.count[v] = int32(n) - after.count[v]
	}
	return before.count, after.count, exact
}

// linked returns the consistent components of two nodes or more, each in
// topological order.
func (r *Result) linked() [][]int32 {
	size := make([]int32, len(r.Start))
	for _, c := range r.Component {
		size[c]++
	}
	of := make([][]int32, len(r.Start))
	var components [][]int32
	for _, v := range r.topological {
		c := r.Component[v]
		if size[c] == 1 || !r.Consistent(v) {
			continue
		}
		of[c] = append(of[c], v)
		if len(of[c]) == int(size[c]) {
			components = append(components, of[c])
		}
	}
	return components
}

// A side is one direction of looking from a node: back to what is before it, or,
// with time and links turned round, forward. A node u lies on this side of v by
// time if pass[u] < from[v].
type side struct {
	links      adjacency // to the neighbours on this side
	pass, from []int64
	count      []int32 // of nodes on this side

	// Working space of addLinked, by node.
	number, counted []int
	set             []uint64
}

func newSide(n int, links adjacency) *side {
	return &side{
		links: links,
		pass:  make([]int64, n), from: make([]int64, n), count: make([]int32, n),
		number: make([]int, n), counted: make([]int, n), set: make([]uint64, n),
	}
}

// countByTime counts for each node those on this side of it by time.
func (s *side) countByTime() {
	sorted := slices.Sorted(slices.Values(s.pass))
	for v, from := range s.from {
		n, _ := slices.BinarySearch(sorted, from)
		s.count[v] = int32(n)
	}
}

// addLinked adds to the count of each member those on this side of it by links but
// not by time. Members come in the order in which this side's links lead back. They
// are numbered by pass and carried along the links, 64 at a time, as a bit set; of
// those, time has counted the lowest numbers.
func (s *side) addLinked(members []int32) {
	byPass := slices.SortedFunc(slices.Values(members), func(a, b int32) int {
		return cmp.Or(cmp.Compare(s.pass[a], s.pass[b]), cmp.Compare(a, b))
	})
	for i, v := range byPass {
		s.number[v] = i
	}
	for _, v := range members {
		s.counted[v], _ = slices.BinarySearchFunc(byPass, s.from[v], func(u int32, from int64) int {
			return cmp.Compare(s.pass[u], from)
		})
	}
	for base := 0; base < len(members); base += 64 {
		for _, v := range members {
			var set uint64
			for _, u := range s.links.of(v) {
				set |= s.set[u]
				if bit := s.number[u] - base; bit >= 0 {
					set |= 1 << bit // past the set, this adds nothing
				}
			}
			s.set[v] = set
			set >>= max(0, s.counted[v]-base) // a shift by 64 or more leaves nothing
			s.count[v] += int32(bits.OnesCount64(set))
		}
	}
}

// raise brings the count of each member up to what its neighbours show: all that is
// on this side of a neighbour, and the neighbour, is on this side of it. Members
// come in the order in which this side's links lead back.
func (s *side) raise(members []int32) {
	for _, v := range members {
		count := s.count[v]
		for _, u := range s.links.of(v) {
			if s.pass[u] >= s.from[v] {
				count++
			}
		}
		for _, u := range s.links.of(v) {
			count = max(count, s.count[u]+1)
		}
		s.count[v] = count
	}
}

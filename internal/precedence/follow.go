package precedence

import "slices"

// A Point is the start of a node or, if End is set, its end.
type Point struct {
	Node int32
	End  bool
}

// FollowedBy condenses the links between some points, which may lead through any
// nodes, to what package lastchange needs: for each point at most one pair {i, j}
// of indices of points, where j must follow i and no point that must has an earlier
// latest tick (the smallest index of several). The start of a node must follow the
// starts of those linked before it, however indirectly; its end must follow its
// start and all that this must follow.
//
// Two things are left out. Nodes that cannot start until after the latest tick of i
// are not pursued, since their bounds alone tell that they come later. Components
// with a contradiction have no pairs.
//
// The pairs are in order of i. It costs O(k log k) for k points, nodes and links
// within reach of the points.
func (r *Result) FollowedBy(points []Point) [][2]int32 {
	const none = -1
	type node struct {
		reach      int64 // greatest latest tick of the starts that lead here
		start, end int32 // smallest point here
		next       int32 // the first point that must follow the start of this node
	}
	nodes := map[int32]*node{}
	var waiting heap // of positions
	visit := func(v int32, reach int64) *node {
		x := nodes[v]
		if x == nil {
			x = &node{reach: reach, start: none, end: none, next: none}
			nodes[v] = x
			waiting.push(r.position[v])
		}
		x.reach = max(x.reach, reach)
		return x
	}
	for i, p := range slices.Backward(points) {
		if !r.Consistent(p.Node) {
			continue
		}
		if x := visit(p.Node, r.LatestStart(p.Node)); p.End {
			x.end = int32(i)
		} else {
			x.start = int32(i)
		}
	}
	var visited []int32
	for len(waiting) > 0 {
		v := r.topological[waiting.pop()]
		visited = append(visited, v)
		for _, w := range r.graph.after.of(v) {
			if reach := nodes[v].reach; r.EarliestStart(w) <= reach {
				visit(w, reach)
			}
		}
	}
	latest := func(i int32) int64 {
		if points[i].End {
			return r.LatestEnd(points[i].Node)
		}
		return r.LatestStart(points[i].Node)
	}
	for _, v := range slices.Backward(visited) {
		x := nodes[v]
		x.next = x.end
		consider := func(i int32) {
			if i != none && (x.next == none || latest(i) < latest(x.next) || latest(i) == latest(x.next) && i < x.next) {
				x.next = i
			}
		}
		for _, w := range r.graph.after.of(v) {
			if y := nodes[w]; y != nil {
				consider(y.start)
				consider(y.next)
			}
		}
	}
	var pairs [][2]int32
	for i, p := range points {
		if x := nodes[p.Node]; x != nil && !p.End && x.next != none {
			pairs = append(pairs, [2]int32{int32(i), x.next})
		}
	}
	return pairs
}

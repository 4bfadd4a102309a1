package precedence

import (
	"cmp"
	"slices"
)

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
	p := pursuit{Result: r, points: points, nodes: map[int32]*pursued{}}
	p.start()
	p.follow()
	p.settle()
	var pairs [][2]int32
	for i, point := range points {
		if x := p.nodes[point.Node]; x != nil && !point.End && x.next != noPoint {
			pairs = append(pairs, [2]int32{int32(i), x.next})
		}
	}
	return pairs
}

const noPoint = -1

// A pursuit follows the links from some points.
type pursuit struct {
	*Result
	points  []Point
	nodes   map[int32]*pursued
	waiting heap    // of the positions of nodes that were reached and not followed
	order   []int32 // the nodes that were followed, each before those linked after it
}

// A pursued node is one that the links from the points reach.
type pursued struct {
	reach      int64 // greatest latest tick of the starts that lead here
	start, end int32 // smallest point here, or noPoint
	next       int32 // the first point that must follow the start of this node, or noPoint
}

func (p *pursuit) visit(v int32, reach int64) *pursued {
	x := p.nodes[v]
	if x == nil {
		x = &pursued{reach, noPoint, noPoint, noPoint}
		p.nodes[v] = x
		p.waiting.push(p.position[v])
	}
	x.reach = max(x.reach, reach)
	return x
}

// start visits the nodes of the points.
func (p *pursuit) start() {
	for i, point := range slices.Backward(p.points) {
		if !p.Consistent(point.Node) {
			continue
		}
		if x := p.visit(point.Node, p.LatestStart(point.Node)); point.End {
			x.end = int32(i)
		} else {
			x.start = int32(i)
		}
	}
}

// follow visits what is linked after the nodes, but for what cannot start until
// all starts that lead there have happened.
func (p *pursuit) follow() {
	for len(p.waiting) > 0 {
		v := p.topological[p.waiting.pop()]
		p.order = append(p.order, v)
		for _, w := range p.graph.after.of(v) {
			if reach := p.nodes[v].reach; p.EarliestStart(w) <= reach {
				p.visit(w, reach)
			}
		}
	}
}

// settle finds the next point of every node, from the last node to the first.
func (p *pursuit) settle() {
	for _, v := range slices.Backward(p.order) {
		x := p.nodes[v]
		x.next = x.end
		for _, w := range p.graph.after.of(v) {
			if y := p.nodes[w]; y != nil {
				x.next = p.earlier(p.earlier(x.next, y.start), y.next)
			}
		}
	}
}

// earlier returns which of two points has the lesser latest tick, or the lesser
// index where they are equal. Either may be noPoint.
func (p *pursuit) earlier(i, j int32) int32 {
	if i == noPoint || j == noPoint {
		return max(i, j)
	}
	if cmp.Or(cmp.Compare(p.latest(i), p.latest(j)), cmp.Compare(i, j)) <= 0 {
		return i
	}
	return j
}

// latest returns the latest tick of a point.
func (p *pursuit) latest(i int32) int64 {
	if point := p.points[i]; point.End {
		return p.LatestEnd(point.Node)
	}
	return p.LatestStart(p.points[i].Node)
}

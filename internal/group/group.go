// Package group joins integers into disjoint groups (union-find).
package group

// A Partition divides the integers from 0 up to n, exclusive, into groups, at
// first each alone. The zero value has no members; use [New]. Queries shorten
// internal paths, so that even they need exclusive access.
type Partition struct{ parent []int32 }

// New returns the partition of 0 … n-1 into n groups of one.
func New(n int) *Partition {
	parent := make([]int32, n)
	for i := range parent {
		parent[i] = int32(i)
	}
	return &Partition{parent}
}

// Find returns the smallest member of x's group, in amortised O(log n). The
// answer depends on which members were joined, never on the order of joining.
func (p *Partition) Find(x int32) int32 {
	for p.parent[x] != x {
		p.parent[x] = p.parent[p.parent[x]]
		x = p.parent[x]
	}
	return x
}

// Join makes one group of a's group and b's and reports whether they were two.
func (p *Partition) Join(a, b int32) bool {
	a, b = p.Find(a), p.Find(b)
	if a == b {
		return false
	}
	p.parent[max(a, b)] = min(a, b)
	return true
}

// Groups returns every group, its members ascending, the groups by their
// smallest member. All groups share one backing array.
func (p *Partition) Groups() [][]int32 {
	size := make([]int32, len(p.parent))
	roots := 0
	for x := range p.parent {
		root := p.Find(int32(x))
		if int(root) == x {
			roots++
		}
		size[root]++
	}
	members := make([]int32, 0, len(p.parent))
	groups := make([][]int32, 0, roots)
	place := make([]int32, len(p.parent))
	for x := range p.parent {
		root := p.Find(int32(x))
		if int(root) == x {
			start := len(members)
			end := start + int(size[root])
			members = members[:end]
			place[root] = int32(len(groups))
			groups = append(groups, members[start:start:end])
		}
		groups[place[root]] = append(groups[place[root]], int32(x))
	}
	return groups
}

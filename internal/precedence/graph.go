package precedence

import "slices"

// A graph holds the links both ways, each list of neighbours ascending and
// without repetition.
type graph struct{ before, after adjacency }

// An adjacency holds the neighbours of node v at list[first[v]:first[v+1]].
type adjacency struct{ first, list []int32 }

func (a adjacency) of(v int32) []int32 { return a.list[a.first[v]:a.first[v+1]] }

func newGraph(n int, links []Link) graph {
	after := collect(n, links)
	reversed := make([]Link, 0, len(after.list))
	for v := range int32(n) {
		for _, w := range after.of(v) {
			reversed = append(reversed, Link{Before: w, After: v})
		}
	}
	return graph{before: collect(n, reversed), after: after}
}

func collect(n int, links []Link) adjacency {
	a := adjacency{make([]int32, n+1), make([]int32, len(links))}
	for _, l := range links {
		a.first[l.Before+1]++
	}
	for v := range n {
		a.first[v+1] += a.first[v]
	}
	next := slices.Clone(a.first[:n])
	for _, l := range links {
		a.list[next[l.Before]] = l.After
		next[l.Before]++
	}
	kept := int32(0)
	for v := range n {
		neighbours := a.list[a.first[v]:a.first[v+1]]
		slices.Sort(neighbours)
		a.first[v] = kept
		kept += int32(copy(a.list[kept:], slices.Compact(neighbours)))
	}
	a.first[n] = kept
	a.list = a.list[:kept]
	return a
}

// components returns the strongly connected components of the links in a
// topological order: each link that leaves one leads to a later one. Members
// ascend. Source: R. Tarjan, Depth-first search and linear graph algorithms, SIAM
// Journal on Computing 1 (1972); here without recursion.
func (g graph) components() [][]int32 {
	n := int32(len(g.after.first) - 1)
	visited := make([]int32, n) // 1 + order of discovery; 0 is unseen
	lowest := make([]int32, n)
	done := make([]bool, n)
	next := slices.Clone(g.after.first[:n])
	members := make([]int32, 0, n)
	var found [][]int32
	var path, open []int32
	count := int32(0)
	for root := range n {
		if visited[root] != 0 {
			continue
		}
		path = append(path, root)
		for len(path) > 0 {
			v := path[len(path)-1]
			if visited[v] == 0 {
				count++
				visited[v], lowest[v] = count, count
				open = append(open, v)
			}
			if next[v] < g.after.first[v+1] {
				w := g.after.list[next[v]]
				next[v]++
				if visited[w] == 0 {
					path = append(path, w)
				} else if !done[w] {
					lowest[v] = min(lowest[v], visited[w])
				}
				continue
			}
			path = path[:len(path)-1]
			if len(path) > 0 {
				parent := path[len(path)-1]
				lowest[parent] = min(lowest[parent], lowest[v])
			}
			if lowest[v] < visited[v] {
				continue
			}
			start := len(members)
			for {
				w := open[len(open)-1]
				open = open[:len(open)-1]
				done[w] = true
				members = append(members, w)
				if w == v {
					break
				}
			}
			slices.Sort(members[start:])
			found = append(found, members[start:len(members):len(members)])
		}
	}
	slices.Reverse(found)
	return found
}

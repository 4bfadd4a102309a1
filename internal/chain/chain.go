// Package chain finds the cycles of a directed graph, and measures how long its
// chains are.
package chain

// Lengths returns for every node how many nodes the longest chain of arrows
// that begins at it has, itself included. The nodes of a cycle, which can be
// gone round for ever, count as one node together: all of them have one length.
// next[n] lists the nodes that n points at; repeats and self-loops change
// nothing. The cost is linear in nodes and arrows, without recursion.
func Lengths(next [][]int32) []int32 {
	length := make([]int32, len(next))
	Components(next, func(members []int32) {
		longest := int32(0)
		for _, m := range members {
			for _, to := range next[m] {
				longest = max(longest, length[to])
			}
		}
		for _, m := range members {
			length[m] = longest + 1
		}
	})
	return length
}

// Components calls visit once for each set of nodes that lead to each other, a
// node in no cycle being one by itself, after all sets to which it points. The
// list of members is not to be kept. The cost is linear in nodes and arrows,
// without recursion.
func Components(next [][]int32, visit func(members []int32)) {
	w := walk{
		next:   next,
		visit:  visit,
		number: make([]int32, len(next)),
		low:    make([]int32, len(next)),
		done:   make([]bool, len(next)),
	}
	for n := range int32(len(next)) {
		if w.number[n] == 0 {
			w.from(n)
		}
	}
}

// walk is Tarjan's algorithm for strongly connected components (Depth-first
// search and linear graph algorithms, SIAM Journal on Computing 1, 1972), which
// finishes a component after all that it points at.
type walk struct {
	next   [][]int32
	visit  func(members []int32)
	number []int32 // order of discovery from 1; 0 for undiscovered
	low    []int32 // least number reached inside the component
	done   []bool  // whether the node's component was visited
	last   int32
	path   []frame // the chain being followed
	open   []int32 // discovered nodes of unfinished components
}

type frame struct {
	node int32
	at   int // how many arrows are followed
}

func (w *walk) from(root int32) {
	w.discover(root)
	for len(w.path) > 0 {
		f := &w.path[len(w.path)-1]
		n := f.node
		if f.at == len(w.next[n]) {
			w.path = w.path[:len(w.path)-1]
			if len(w.path) > 0 {
				parent := w.path[len(w.path)-1].node
				w.low[parent] = min(w.low[parent], w.low[n])
			}
			if w.low[n] == w.number[n] {
				w.finish(n)
			}
			continue
		}
		to := w.next[n][f.at]
		f.at++
		switch {
		case w.number[to] == 0:
			w.discover(to)
		case !w.done[to]:
			w.low[n] = min(w.low[n], w.number[to])
		}
	}
}

func (w *walk) discover(n int32) {
	w.last++
	w.number[n], w.low[n] = w.last, w.last
	w.open = append(w.open, n)
	w.path = append(w.path, frame{node: n})
}

// finish closes the component whose first node is n.
func (w *walk) finish(n int32) {
	first := len(w.open) - 1
	for w.open[first] != n {
		first--
	}
	members := w.open[first:]
	for _, m := range members {
		w.done[m] = true
	}
	w.visit(members)
	w.open = w.open[:first]
}

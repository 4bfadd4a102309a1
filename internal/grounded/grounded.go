// Package grounded computes the grounded extension of an abstract argumentation
// framework.
//
// Source: P. M. Dung, On the acceptability of arguments and its fundamental role
// in nonmonotonic reasoning, logic programming and n-person games, Artificial
// Intelligence 77 (1995), definitions 18 to 20; labels as in M. Caminada, On the
// issue of reinstatement in argumentation (2006).
package grounded

// Status is the label of one argument. The zero value is [Undecided].
type Status uint8

// The statuses.
const (
	Undecided Status = iota // neither accepted nor defeated
	In                      // every attacker is out
	Out                     // some attacker is in
)

// String returns "undecided", "in" or "out", and "" for any other value.
func (s Status) String() string {
	switch s {
	case Undecided:
		return "undecided"
	case In:
		return "in"
	case Out:
		return "out"
	}
	return ""
}

// Label returns the status of each argument 0 … n-1 under the grounded
// labelling. An attack is a pair {attacker, attacked}, both from 0 up to n,
// exclusive; an argument may attack itself, and a repeated attack counts once.
// The labelling is unique, so that the order of attacks never matters. It costs
// O(n + len(attacks)) time and memory.
func Label(n int, attacks [][2]int32) []Status {
	status := make([]Status, n)
	first := make([]int32, n+1) // targets of a: targets[first[a]:first[a+1]]
	standing := make([]int32, n)
	for _, a := range attacks {
		first[a[0]+1]++
		standing[a[1]]++
	}
	for i := range n {
		first[i+1] += first[i]
	}
	targets := make([]int32, len(attacks))
	next := make([]int32, n)
	copy(next, first)
	for _, a := range attacks {
		targets[next[a[0]]] = a[1]
		next[a[0]]++
	}

	accepted := make([]int32, 0, n)
	accept := func(x int32) {
		status[x] = In
		accepted = append(accepted, x)
	}
	for x := range n {
		if standing[x] == 0 {
			accept(int32(x))
		}
	}
	for i := 0; i < len(accepted); i++ {
		a := accepted[i]
		for _, out := range targets[first[a]:first[a+1]] {
			if status[out] == Out {
				continue
			}
			status[out] = Out
			for _, x := range targets[first[out]:first[out+1]] {
				if standing[x]--; standing[x] == 0 {
					accept(x)
				}
			}
		}
	}
	return status
}

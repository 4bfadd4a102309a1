// Package ties tells where the ties between actors lead: on whom an actor
// depends, for whom it speaks in the end, and whom its word commits.
//
// Actors go by number. A tie holds for some days only, and it may not be known
// for which: whatever can have held counts for dependence and on the way up,
// and only what surely held counts for committing.
package ties

import "slices"

// A Use is what a tie is good for beyond dependence, for which every tie is.
type Use uint8

const (
	// LeadsUp is a tie to whoever stands above in a hierarchy.
	LeadsUp Use = 1 << iota
	// Voice is a tie to those for whom one speaks, or to an office that one holds.
	Voice
	// Office is a tie by an office whose word commits whoever it is tied to. One
	// that is tied so to neither a state nor a government is that office itself:
	// it commits whom that does.
	Office
	// Name is a tie by which one speaks in another's name: one speaks for it, holds
	// an office in it, or is an office or a person of it.
	Name
)

// A Tie leads from an actor to another one.
type Tie struct {
	To       int32
	Use      Use
	Possible Window // the days on which it can have held
	Certain  Window // the days on which it surely held
}

// timed reports whether it depends on the day whether the tie holds.
func (t Tie) timed() bool { return t.Possible != AnyDay || t.Certain != AnyDay && t.Certain != Never }

// A Kind is what an actor is, as far as commitment goes by it.
type Kind uint8

// The kinds of actor. The zero Kind is Other.
const (
	Other      Kind = iota // whoever speaks for it commits it
	State                  // committed by an [Office] and by its government alone
	Government             // likewise; its word commits the states and governments that it leads up to
)

// Graph is the ties of actors. It is immutable, and safe for use by any number
// of goroutines at once. The lists that it returns are ascending and shared:
// they are not to be changed.
type Graph struct {
	kind     []Kind
	from     [][]Tie
	short    int    // up to how many actors on whom one depends are kept
	untimed  []bool // by actor: where its ties lead is the same on every day
	constant []reach
}

// New returns the graph of actors whose kinds and ties are listed by number.
// It keeps both lists.
//
// The cost is linear in actors and ties.
func New(kinds []Kind, from [][]Tie) *Graph { return newGraph(kinds, from, short) }

// newGraph is [New] where other than short lists are kept.
func newGraph(kinds []Kind, from [][]Tie, short int) *Graph {
	g := &Graph{kind: kinds, from: from, short: short}
	g.settle()
	return g
}

// From returns the ties of an actor, in the order in which they were given.
func (g *Graph) From(n int32) []Tie { return g.from[n] }

// Joined returns the graph in which the actors of each group depend on all that
// any of them depends on. Groups are ascending and have no actor in common. Who
// leads up to whom, and who commits whom, stays as it is.
//
// Every member gets a tie to the first of its group, and that one gets the ties
// of all; of those, only that they can have held is taken over.
func (g *Graph) Joined(groups [][]int32) *Graph {
	from := slices.Clone(g.from)
	for _, members := range groups {
		hub := members[0]
		ofHub := slices.Clone(g.from[hub])
		for _, n := range members[1:] {
			from[n] = append(slices.Clone(g.from[n]), Tie{To: hub, Possible: AnyDay, Certain: Never})
			for _, t := range g.from[n] {
				ofHub = append(ofHub, Tie{To: t.To, Possible: t.Possible, Certain: Never})
			}
		}
		from[hub] = ofHub
	}
	return newGraph(g.kind, from, g.short)
}

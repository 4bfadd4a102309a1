package ties

import (
	"slices"

	"github.com/dispute-go/dispute/internal/chain"
	"github.com/dispute-go/dispute/internal/ints"
)

// A reach is where the ties of an actor lead, where that is the same on every day.
// Lists are nil where they are not kept: those that are short are, and those that
// several actors share. The others are found when asked for, since those of a chain
// of n actors would take n² of room.
type reach struct{ dependsOn, leadUp, principals, commits, speaksFor, ends []int32 }

// short is up to how many actors on whom one depends are usually kept, with what
// follows from them.
const short = 16

// settle works out where the ties of actors lead to, where that is the same on
// every day. The cost is linear in actors and ties.
func (g *Graph) settle() {
	g.untimed, g.constant = make([]bool, len(g.from)), make([]reach, len(g.from))
	room := 0 // for lists that are merged of others
	for _, ties := range g.from {
		room += 8 * (1 + len(ties))
	}
	g.settleDependence(&room)
	for i := range g.from {
		n := int32(i)
		switch x := &g.constant[n]; {
		case x.dependsOn == nil:
		case len(g.from[n]) == 0:
			x.leadUp, x.principals, x.commits, x.speaksFor = x.dependsOn, x.dependsOn, x.dependsOn, x.dependsOn
		default:
			x.leadUp, x.principals = g.LeadUp(n, AnyDay), g.Principals(n, AnyDay)
			x.commits, x.speaksFor = g.Commits(n, AnyDay), g.SpeaksFor(n, AnyDay)
		}
	}
	g.settlePrincipals(&room)
}

// An outline is ties of one use, of which nothing is known but to whom they lead.
type outline struct {
	next    [][]int32 // by actor
	visited []bool    // by actor: its component was left behind
	self    []int32   // by actor: its number, of which lists of one are made
}

func (g *Graph) outline(use Use) *outline {
	x := &outline{make([][]int32, len(g.from)), make([]bool, len(g.from)), make([]int32, len(g.from))}
	for n, ties := range g.from {
		x.self[n] = int32(n)
		for _, t := range ties {
			if t.Use&use == use {
				x.next[n] = append(x.next[n], t.To)
			}
		}
	}
	return x
}

// only returns the list of one actor.
func (x *outline) only(n int32) []int32 { return x.self[n : n+1 : n+1] }

// each calls visit for each set of actors that lead to each other, after all to which
// they lead.
func (x *outline) each(visit func(members []int32)) {
	chain.Components(x.next, func(members []int32) {
		visit(members)
		for _, n := range members {
			x.visited[n] = true
		}
	})
}

// beyond calls visit for each actor outside to which ties of the members lead.
func (x *outline) beyond(members []int32, visit func(n int32)) {
	for _, n := range members {
		for _, to := range x.next[n] {
			if x.visited[to] {
				visit(to)
			}
		}
	}
}

// settleDependence finds who depends on the same on every day, who stands at the ends
// of the ties, and on whom they depend if these are few.
func (g *Graph) settleDependence(room *int) {
	x := g.outline(0)
	x.each(func(members []int32) {
		changing := slices.ContainsFunc(members, func(n int32) bool { return slices.ContainsFunc(g.from[n], Tie.timed) })
		x.beyond(members, func(to int32) { changing = changing || !g.untimed[to] })
		if changing {
			return
		}
		var to reach
		var ends union
		x.beyond(members, func(to int32) { ends.add(g.constant[to].ends) })
		if to.ends = ends.list(room); len(ends.of) == 0 {
			to.ends = x.only(members[0])
		}
		if to.dependsOn = to.ends; len(x.next[members[0]]) > 0 {
			to.dependsOn = g.few(members, x)
		}
		for _, n := range members {
			g.untimed[n], g.constant[n] = true, to
		}
	})
}

// few returns on whom members depend if these are few, or nil.
func (g *Graph) few(members []int32, x *outline) []int32 {
	var list ints.Numbering[int32]
	for _, n := range members {
		if list.Add(n); len(list.Keys) > g.short {
			return nil
		}
	}
	isShort := true
	x.beyond(members, func(to int32) {
		of := g.constant[to].dependsOn
		for i := 0; isShort && i < len(of); i++ {
			list.Add(of[i])
			isShort = len(list.Keys) <= g.short
		}
		isShort = isShort && of != nil
	})
	if !isShort {
		return nil
	}
	slices.Sort(list.Keys)
	return list.Keys
}

// settlePrincipals finds the principals of those who depend on many.
func (g *Graph) settlePrincipals(room *int) {
	x := g.outline(LeadsUp)
	ended := make([]bool, len(g.from)) // whether anybody above has nobody above
	x.each(func(members []int32) {
		first := members[0]
		isTop, over := len(x.next[first]) == 0, false
		x.beyond(members, func(to int32) { over = over || ended[to] })
		for _, n := range members {
			ended[n] = isTop || over
		}
		if !g.untimed[first] || g.constant[first].dependsOn != nil {
			return
		}
		if isTop {
			g.constant[first].principals = x.only(first)
			return
		}
		var above union
		if !over {
			above.add(slices.Sorted(slices.Values(members)))
		}
		x.beyond(members, func(to int32) {
			if ended[to] == over {
				above.add(g.constant[to].principals)
			}
		})
		principals := above.list(room)
		for _, n := range members {
			g.constant[n].principals = principals
		}
	})
}

// A union puts ascending lists together. Where all are one list, that is shared.
type union struct {
	of     [][]int32
	absent bool
}

// add adds a list; nil is one that is not known.
func (u *union) add(list []int32) {
	switch {
	case list == nil:
		u.absent = true
	case len(u.of) == 0 || len(u.of[0]) != len(list) || &u.of[0][0] != &list[0]:
		u.of = append(u.of, list)
	}
}

// list returns the union, or nil where one of the lists is not known or there is no
// room for another list.
func (u *union) list(room *int) []int32 {
	if u.absent || len(u.of) == 0 {
		return nil
	}
	if len(u.of) == 1 {
		return u.of[0]
	}
	size := 0
	for _, list := range u.of {
		size += len(list)
	}
	if size > *room {
		return nil
	}
	*room -= size
	return ints.Merge(u.of...)
}

package dispute

import (
	"maps"
	"slices"

	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/ints"
	"github.com/dispute-go/dispute/internal/precedence"
)

// A conflictFinder finds what does not go together.
type conflictFinder struct {
	*chronology
	support *support
}

// A clash is something that does not go together.
type clash struct {
	court *court
	kind  ConflictKind
	items []int32 // what conflicts, ascending
	over  []int32 // the items because of which it does, or that do not take it away

	// What its words speak of beside, by kind.
	about          int32   // the principal, the event, or the item that all supersede
	claim          int32   // on which they differ, or by which the event is reversed; or none
	category       string  // of the figures
	organs         []int32 // the statements that do not commit the principal
	ownWord        bool    // they go against its own word, not only against its side
	circular       bool    // the items lead around in a circle
	latest         int32   // the one of the items that leads to the version entered last, or none
	denying, named []int32 // who denies a statement, and who is said to have made it
}

// clash begins a clash of items, over others.
func (v conflictFinder) clash(over []int32, items ...int32) *clash {
	return &clash{court: v.court, items: ints.Merge(items), over: over, about: none, claim: none, latest: none}
}

// principals finds speakers at odds with their principals.
func (v conflictFinder) principals() []*clash {
	var list []*clash
	for _, c := range v.apart(ItemClaim) {
		if p := v.proposition(c); p.claims[0] == c {
			list = append(list, v.atOdds(p, v.support.hearing(c))...)
		}
	}
	return list
}

// atOdds finds, for every principal, the statements on p by someone who speaks
// for it without committing it that go against the principal's own word or
// against its own side.
func (v conflictFinder) atOdds(p proposition, h hearing) []*clash {
	found := v.bySide(h)
	var list []*clash
	for _, principal := range slices.Sorted(maps.Keys(found)) {
		x := found[principal]
		for side := range x.organ {
			organs, word := x.organ[side], x.principal[1-side]
			if len(organs) == 0 || len(word) == 0 && !v.adverseTo(p, principal, side == sideAgainst) {
				continue
			}
			items := []int32{principal}
			for _, n := range slices.Concat(organs, word) {
				items = append(items, n, v.claimOf(n))
			}
			c := v.clash(v.grounds(p, h), items...)
			c.about, c.claim, c.organs, c.ownWord = principal, v.claimOf(organs[0]), organs, len(word) > 0
			list = append(list, c)
		}
	}
	return list
}

// The two sides of a proposition.
const (
	sideFor = iota
	sideAgainst
)

// sides are attributions of one principal's, by side: those of its organs, and
// those that are its own word.
type sides struct{ organ, principal [2][]int32 }

// bySide returns what was said by those who speak for others, by principal.
func (v conflictFinder) bySide(h hearing) map[int32]*sides {
	found := map[int32]*sides{}
	for _, r := range h.voices {
		if r.attribution == none {
			continue
		}
		side := sideFor
		if r.against {
			side = sideAgainst
		}
		for _, s := range r.speakers {
			committed := v.ties.Commits(s, r.when)
			for _, principal := range v.ties.Principals(s, r.when) {
				x := found[principal]
				if x == nil {
					x = &sides{}
					found[principal] = x
				}
				if slices.Contains(committed, principal) {
					x.principal[side] = append(x.principal[side], r.attribution)
				} else {
					x.organ[side] = append(x.organ[side], r.attribution)
				}
			}
		}
	}
	return found
}

// adverseTo reports whether saying p (or, if denied, denying it) speaks
// against an actor.
func (v *court) adverseTo(p proposition, actor int32, denied bool) bool {
	for _, c := range p.claims {
		list := v.d.claim(c).Adverse
		if denied {
			list = v.d.claim(c).Favours
		}
		if slices.ContainsFunc(list, func(id ActorID) bool { return v.resolve(id.Ref()) == actor }) {
			return true
		}
	}
	return false
}

// disowned finds speakers, or their principals, who deny having said
// what is attributed to them: first-hand, and still.
func (v conflictFinder) disowned() []*clash {
	var list []*clash
	for _, n := range v.currents(ItemAttribution) {
		speakers, _ := v.speakersOf(n)
		for _, answer := range v.on.answers[n] {
			denial, ok := v.voiceOf(answer)
			if !ok || !denial.against {
				continue
			}
			p := v.about(v.claimOf(n))
			var h hearing
			v.sift(&h, p, []voice{denial})
			if len(h.voices) == 0 || !slices.ContainsFunc(speakers, func(s int32) bool {
				return ints.Intersect(v.ties.LeadUp(s, denial.when), h.voices[0].speakers)
			}) {
				continue
			}
			c := v.clash(v.grounds(p, h), n, answer)
			c.denying, c.named = h.voices[0].speakers, speakers
			list = append(list, c)
		}
	}
	return list
}

// contradictions finds claims declared contradictory that both have supporters.
func (v conflictFinder) contradictions() []*clash {
	made := func(c int32) bool {
		return slices.ContainsFunc(v.support.hearing(c).voices, func(r voice) bool { return !r.against })
	}
	grounds := func(c int32) []int32 { return v.grounds(v.proposition(c), v.support.hearing(c)) }
	var list []*clash
	for _, c := range v.currents(ItemClaim) {
		for _, rival := range v.on.rivals[c] {
			if c < rival && made(c) && made(rival) {
				list = append(list, v.clash(ints.Merge(grounds(c), grounds(rival)), c, rival))
			}
		}
	}
	return list
}

// figures finds sets of figures, as [View.Figures] has them, in which somebody
// stands by more than one best figure.
func (v conflictFinder) figures() []*clash {
	var list []*clash
	for _, e := range v.events.list {
		rivals := map[counted]rivalClaims[int64]{}
		for _, c := range v.on.figures[e] {
			f := v.d.claim(c).Content.Figure
			if f.Best == nil || !v.support.supported[c] {
				continue
			}
			k := counted{f.Category, v.resolve(f.Of.Ref())}
			if rivals[k] == nil {
				rivals[k] = rivalClaims[int64]{}
			}
			rivals[k].add(*f.Best, c)
		}
		for k, x := range rivals { // the list is sorted in the end
			if claims := x.claims(); claims != nil {
				c := v.overEvent(e, claims)
				c.category = k.category
				list = append(list, c)
			}
		}
	}
	return list
}

// dates finds events of which somebody stands by more than one start or end, as
// [View.Dates] has them.
func (v conflictFinder) dates() []*clash {
	var list []*clash
	for _, e := range v.events.list {
		starts, ends := rivalClaims[edtf.Day]{}, rivalClaims[edtf.Day]{}
		for _, c := range v.on.datings[e] {
			if !v.support.supported[c] {
				continue
			}
			row := v.d.claim(c).Content.Dating.row()
			if !row.First.IsZero() {
				starts.add(row.First, c)
			}
			if !row.Last.IsZero() {
				ends.add(row.Last, c)
			}
		}
		if claims := ints.Merge(starts.claims(), ends.claims()); claims != nil {
			list = append(list, v.overEvent(e, claims))
		}
	}
	return list
}

// rivalClaims are claims by what they give, such as a number.
type rivalClaims[T comparable] map[T][]int32

func (x rivalClaims[T]) add(value T, claim int32) { x[value] = append(x[value], claim) }

// claims returns all the claims, ascending, or nil if they give the same.
func (x rivalClaims[T]) claims() []int32 {
	if len(x) < 2 {
		return nil
	}
	var list []int32
	for _, claims := range x { // they are sorted in the end
		list = append(list, claims...)
	}
	return ints.Merge(list)
}

// overEvent begins a clash of event e and claims about it that somebody stands
// by.
func (v conflictFinder) overEvent(e int32, claims []int32) *clash {
	c := v.clash(v.support.backing(claims), append(claims, e)...)
	c.about = e
	return c
}

// chronologies finds events that follow each other in a circle or for which no
// day is left.
func (v conflictFinder) chronologies() []*clash {
	var list []*clash
	for _, x := range v.events.time.Contradictions {
		if !v.isReversed(x) {
			c := v.clash(nil, v.eventsAt(x.Nodes)...)
			c.circular = x.Kind == precedence.Cycle
			list = append(list, c)
		}
	}
	return list
}

// reversed finds events that end before they begin, and claims that somebody
// stands by and by which an event does.
func (v conflictFinder) reversed() []*clash {
	var list []*clash
	for _, x := range v.events.time.Contradictions {
		if v.isReversed(x) {
			list = append(list, v.clash(nil, v.eventsAt(x.Nodes)...))
		}
	}
	for _, e := range v.events.list {
		for _, claim := range v.on.datings[e] {
			if v.support.supported[claim] && v.d.claim(claim).Content.Dating.row().Reversed {
				c := v.overEvent(e, []int32{claim})
				c.claim = claim
				list = append(list, c)
			}
		}
	}
	return list
}

// isReversed reports whether a contradiction is that of one event by itself.
func (v conflictFinder) isReversed(x precedence.Contradiction) bool {
	return x.Kind != precedence.Cycle && len(x.Nodes) == 1
}

// eventsAt returns the events at places.
func (v *chronology) eventsAt(places []int32) []int32 {
	events := make([]int32, len(places))
	for i, p := range places {
		events[i] = v.events.list[p]
	}
	return events
}

// hierarchies finds actors that belong to each other in a circle.
func (v conflictFinder) hierarchies() []*clash {
	var edges []precedence.Link
	for _, n := range v.currents(ItemActor) {
		for _, t := range v.plain.ties.From(n) {
			edges = append(edges, precedence.Link{Before: n, After: t.To})
		}
	}
	return v.clashes(v.around(edges))
}

// citations finds statements and sources that pass each other on in a circle.
func (v conflictFinder) citations() []*clash {
	var edges []precedence.Link
	cite := func(from int32, to Ref) {
		if t := v.resolve(to); t != none {
			edges = append(edges, precedence.Link{Before: from, After: t})
		}
	}
	for _, n := range v.currents(ItemAttribution) {
		a := v.d.attribution(n)
		cite(n, a.Attribution.Ref())
		for _, id := range a.Relays {
			cite(n, id.Ref())
		}
		for _, id := range a.RelaysSources {
			cite(n, id.Ref())
		}
		if s := v.resolve(a.Source.Ref()); s != none && a.Lineage == LineageRelaying {
			edges = append(edges, precedence.Link{Before: s, After: n})
		}
	}
	for _, n := range v.currents(ItemSource) {
		for _, id := range v.d.source(n).DerivedFrom {
			cite(n, id.Ref())
		}
	}
	return v.clashes(v.around(edges))
}

// identities finds actors that lead to each other in a circle by identity claims
// that somebody stands by.
func (v conflictFinder) identities() []*clash {
	var edges []precedence.Link
	var claims []int32 // by edge
	for _, c := range v.currents(ItemClaim) {
		if i := v.d.claim(c).Content.Identity; i != nil && v.support.supported[c] {
			edges = append(edges, precedence.Link{Before: v.resolve(i.A.Ref()), After: v.resolve(i.B.Ref())})
			claims = append(claims, c)
		}
	}
	list := v.clashes(v.around(edges))
	in := map[int32]*clash{} // by actor
	for _, c := range list {
		for _, n := range c.items {
			in[n] = c
		}
	}
	leading := map[*clash][]int32{} // the claims by which its actors lead around
	for i, e := range edges {
		if c := in[e.Before]; c != nil && c == in[e.After] {
			leading[c] = append(leading[c], claims[i])
		}
	}
	for _, c := range list {
		c.over = v.support.backing(leading[c])
	}
	return list
}

// around returns the groups of items that edges lead around, each ascending.
func (v conflictFinder) around(edges []precedence.Link) [][]int32 {
	var list [][]int32
	for _, c := range precedence.Tighten(make([]precedence.Node, len(v.d.nodes)), edges).Contradictions {
		list = append(list, c.Nodes)
	}
	return list
}

// clashes begins a clash for each circle.
func (v conflictFinder) clashes(circles [][]int32) []*clash {
	var list []*clash
	for _, circle := range circles {
		c := v.clash(nil, circle...)
		c.circular = true
		list = append(list, c)
	}
	return list
}

// supersessions finds items that supersede each other in a circle, and items
// several of which supersede one.
func (v conflictFinder) supersessions() []*clash {
	list := v.clashes(v.circles)
	for _, fork := range v.forks {
		c := v.clash([]int32{fork.Old, v.head[fork.Old]}, fork.Branches...)
		c.about, c.latest = fork.Old, fork.Rules
		list = append(list, c)
	}
	return list
}

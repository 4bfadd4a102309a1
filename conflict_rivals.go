package dispute

import (
	"slices"

	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/ints"
)

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

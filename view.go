package dispute

import (
	"cmp"

	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/ints"
	"github.com/dispute-go/dispute/internal/versions"
)

// Lens returns the lens of the view.
func (v *View) Lens() Lens { return v.lens }

// Day returns the day as of which the view is taken: the earlier of its
// lens's days, or the zero Day when neither is set.
func (v *View) Day() edtf.Day { return v.today() }

func (v *sight) today() edtf.Day {
	k, r := v.lens.KnownBy, v.lens.RecordedBy
	if k.IsZero() || !r.IsZero() && r.Compare(k) < 0 {
		return r
	}
	return k
}

// lookBack finds what was there by the lens's days: an item goes when its own
// days are later, or when it refers to something that goes.
func (v *sight) lookBack() {
	known, recorded := int64(ever), int64(ever)
	if d := v.lens.KnownBy; !d.IsZero() {
		known = d.Number()
	}
	if d := v.lens.RecordedBy; !d.IsZero() {
		recorded = d.Number()
	}
	nodes := v.d.nodes
	v.alive = make([]bool, len(nodes))
	var gone []int32
	for n := range nodes {
		v.alive[n] = nodes[n].known <= known && nodes[n].recorded <= recorded
		if !v.alive[n] {
			gone = append(gone, int32(n))
		}
	}
	if len(gone) == 0 {
		return
	}
	usedBy := make([][]int32, len(nodes))
	for n := range int32(len(nodes)) {
		for _, u := range v.d.usesOf(n).to {
			usedBy[u] = append(usedBy[u], n)
		}
	}
	for len(gone) > 0 {
		last := gone[len(gone)-1]
		gone = gone[:len(gone)-1]
		for _, n := range usedBy[last] {
			if v.alive[n] {
				v.alive[n] = false
				gone = append(gone, n)
			}
		}
	}
}

// replace follows supersession. Where an item is superseded by several, the
// one entered last rules (then the one known last, then the greater ID), and
// the others are replaced with it: the fork is reported as a conflict. Items
// that supersede each other in a circle all stay, and are reported too.
func (v *sight) replace() {
	found := versions.Follow(v.alive, func(n int32) int32 { return v.d.nodes[n].supersedes }, v.enteredLater)
	v.first, v.head, v.circles, v.forks = found.First, found.Head, found.Circles, found.Forks
	v.current = make([]bool, len(v.head))
	for n, head := range v.head {
		v.current[n] = head == int32(n)
	}
}

// enteredLater reports whether a was entered after b; equal days are decided
// by the known day, then by ID.
func (v *sight) enteredLater(a, b int32) bool {
	x, y := &v.d.nodes[a], &v.d.nodes[b]
	return cmp.Or(cmp.Compare(x.recorded, y.recorded), cmp.Compare(x.known, y.known), x.ref.Compare(y.ref)) > 0
}

// resolve returns the number of the current item that ref leads to, or none
// when ref is empty, not on file, or not there yet.
func (v *sight) resolve(ref Ref) int32 {
	if ref.ID == "" {
		return none
	}
	return v.latest(v.d.find(ref))
}

// firstRef returns the reference to the first version of item n, which stays
// the same when the item is superseded.
func (v *sight) firstRef(n int32) Ref { return v.ref(v.first[n]) }

// ref returns the reference to item n.
func (v *sight) ref(n int32) Ref { return v.d.nodes[n].ref }

// currents returns the numbers of the current items of one kind, in the order
// of their IDs.
func (v *sight) currents(k ItemKind) []int32 {
	from, to := v.d.span(k)
	list := make([]int32, 0, to-from)
	for n := from; n < to; n++ {
		if v.current[n] {
			list = append(list, n)
		}
	}
	return list
}

// latest returns the number of the current item that item n leads to, or none
// when n is none or not there yet.
func (v *sight) latest(n int32) int32 {
	if n == none || !v.alive[n] {
		return none
	}
	return v.head[n]
}

// latestOf returns the numbers of the current items that items lead to,
// ascending.
func (v *sight) latestOf(list []int32) []int32 {
	switch len(list) {
	case 0:
		return nil
	case 1:
		return v.d.only(v.latest(list[0]))
	}
	found := make([]int32, len(list))
	for i, n := range list {
		found[i] = v.latest(n)
	}
	return ints.Merge(found)
}

package dispute

import (
	"maps"
	"slices"
)

// settling returns the changed items because of which a question is open in one
// view only, or a conflict of a became another one.
func (d *differ) settling(before, after Fact) []*itemChange {
	var causes []*itemChange
	look := func(q Question, r *reading, at map[Ref]*itemChange) {
		items, facts := r.settled(q)
		for _, n := range items {
			if x := at[r.v.ref(n)]; x != nil {
				causes = append(causes, x)
			}
		}
		for _, key := range facts {
			causes = append(causes, d.through(key)...)
		}
	}
	was, wasOpen := d.a.open[before.Key]
	is, isOpen := d.b.open[after.Key]
	switch {
	case wasOpen && !isOpen:
		look(was, d.b, d.in)
	case isOpen && !wasOpen:
		look(is, d.a, d.out)
	}
	if c, ok := d.a.conflicts.byKey[before.Key]; ok && after.Key == "" {
		for _, larger := range d.b.conflicts.containing(c) {
			for _, ref := range larger.Items {
				if x := d.items[ref.String()]; x != nil && !slices.Contains(c.Items, ref) {
					causes = append(causes, x)
				}
			}
		}
	}
	return causes
}

// withdrawals returns the changed retractions and undercuts that are aimed at
// statements and sources on which a fact rests.
func (d *differ) withdrawals(before, after Fact) []*itemChange {
	if d.withdrawing == nil {
		d.withdrawing = map[Ref][]*itemChange{}
		for _, key := range slices.Sorted(maps.Keys(d.items)) {
			x, r := d.items[key], d.b
			if x.gone {
				r = d.a
			}
			if x.ref.Kind != ItemAttribution {
				continue
			}
			switch r.v.d.attribution(x.number).Stance {
			case StanceRetracts, StanceUndercuts:
				refs := r.v.d.attributionRefs(x.number)
				for _, n := range []int32{refs.attribution, refs.targetSource} {
					if n != none {
						d.withdrawing[r.name(n)] = append(d.withdrawing[r.name(n)], x)
					}
				}
			}
		}
	}
	var list []*itemChange
	for _, ref := range before.Items {
		list = append(list, d.withdrawing[d.a.name(d.a.v.d.find(ref))]...)
	}
	for _, ref := range after.Items {
		list = append(list, d.withdrawing[d.b.name(d.b.v.d.find(ref))]...)
	}
	return list
}

// containing returns the conflicts of the same kind that have all items of c
// and more.
func (x *conflictIndex) containing(c Conflict) []Conflict {
	var found []Conflict
	for i, ref := range c.Items {
		if with := x.byPart[conflictPart{c.Kind, ref}]; i == 0 || len(with) < len(found) {
			found = with
		}
	}
	return slices.DeleteFunc(slices.Clone(found), func(larger Conflict) bool {
		return slices.ContainsFunc(c.Items, func(ref Ref) bool { return !slices.Contains(larger.Items, ref) })
	})
}

package dispute

import "slices"

// compareVersions finds, among the versions that others replace, those that are
// in one view only or differ. They bear on no answer but the conflicts of
// versions; an answer can name what replaced one, though, for no longer speaking
// of what it is about.
func (d *differ) compareVersions() {
	d.newVersions = d.versions(d.b, d.a, d.in, itemChange{kind: ChangeLearnt})
	d.goneVersions = d.versions(d.a, d.b, d.out, itemChange{kind: ChangeCorrected, gone: true})
}

// versions returns the replaced versions of one view that are not the same in
// the other, by what stands for them, and adds them to the changed items of the
// view.
func (d *differ) versions(here, there *reading, at map[Ref]*itemChange, change itemChange) map[Ref][]*itemChange {
	list := map[Ref][]*itemChange{}
	for n := range int32(len(here.v.d.nodes)) {
		if !here.v.alive[n] || here.v.current[n] {
			continue
		}
		x := change
		x.ref, x.number = here.v.ref(n), n
		if m := there.v.d.find(x.ref); m != none && there.v.alive[m] {
			if (contentWriter{}).text(here.v.d.content(n)) == (contentWriter{}).text(there.v.d.content(m)) {
				continue
			}
			x.kind, x.gone = ChangeCorrected, false
		}
		if at[x.ref] == nil {
			at[x.ref] = &x
		}
		head := here.v.ref(here.v.head[n])
		list[head] = append(list[head], at[x.ref])
	}
	return list
}

// moving returns the changed versions because of which one of two facts names
// an item that the other does not: they spoke of something that the fact lists,
// and the item, which replaced them, no longer does.
func (d *differ) moving(before, after Fact) []*itemChange {
	return append(d.movedFrom(d.a, before, d.goneVersions, after), d.movedFrom(d.b, after, d.newVersions, before)...)
}

func (d *differ) movedFrom(r *reading, fact Fact, versions map[Ref][]*itemChange, without Fact) []*itemChange {
	var causes []*itemChange
	for _, ref := range fact.Items {
		for _, x := range versions[ref] {
			listed := func(to int32) bool { return slices.Contains(fact.Items, r.v.ref(to)) }
			if !slices.Contains(without.Items, ref) && slices.ContainsFunc(r.v.spokenOf(x.number), listed) {
				causes = append(causes, x)
			}
		}
	}
	return causes
}

package dispute

import "slices"

// Diff returns what leads from view a to view b. They may be views of one
// dossier or of two, such as one file at two times. Where a has no day (see
// [View.Day]), nothing is ChangeWorld.
//
// An item that is in b only is ChangeWorld if it is an event that took place
// and cannot have started before or on the day of a: events happen, and what is
// said of them is learnt. It is ChangeCorrected if it is a retraction or an
// undercut because of which a statement no longer counts; else ChangeLearnt. An
// item that is in a only is ChangeCorrected. An item that differs is as strong
// as the strongest of its fields:
//
//   - A date that leaves no day which the old one excluded is ChangeLearnt,
//     any other date ChangeCorrected.
//   - A list to which elements were only added, or whose elements became more
//     precise, is ChangeLearnt; one that lost an element ChangeCorrected.
//   - Free text that says how something is called or worded, a note, a summary,
//     a place and the like, and whether something is confidential, is
//     ChangeLearnt.
//   - Phase and date of an event that was expected correct nothing: they are
//     ChangeWorld if it took place and cannot have started by the day of a, else
//     ChangeLearnt. That an ongoing event has ended is ChangeWorld if it cannot
//     have ended by that day, else ChangeLearnt.
//   - A value where there was none is ChangeLearnt; another value, or none where
//     there was one, ChangeCorrected.
//
// An answer that differs is as strong as the strongest of its causes, with
// these exceptions. What follows for an event that may have started by the day
// of a, or that is only expected, is ChangeLearnt for the answers about that
// event. For the dates of events, and of an event on which an answer rests for
// nothing but its dates, only dates, phases and links count. ChangeLens is
// without a cause.
//
// The cost is that of the two snapshots.
func Diff(a, b *View) Difference {
	d := differ{a: read(a), b: read(b)}
	d.compareItems()
	d.compareVersions()
	var out Difference
	x, y := d.a.Facts, d.b.Facts
	for len(x) > 0 || len(y) > 0 {
		var before, after Fact
		switch {
		case len(y) == 0 || len(x) > 0 && x[0].Key < y[0].Key:
			before, x = x[0], x[1:]
		case len(x) == 0 || y[0].Key < x[0].Key:
			after, y = y[0], y[1:]
		default:
			before, after, x, y = x[0], y[0], x[1:], y[1:]
		}
		if !before.equal(after) {
			out.Changes = append(out.Changes, d.change(before, after))
		}
	}
	return out
}

// causes returns the changed items that made the difference, each once.
func (d *differ) causes(before, after Fact) []*itemChange {
	causes := append(d.direct(before, after), d.settling(before, after)...)
	if len(causes) == 0 {
		for _, key := range slices.Concat(before.Facts, after.Facts) {
			causes = append(causes, d.through(key)...)
		}
	}
	switch {
	case before.Key != after.Key:
		causes = append(causes, d.withdrawals(before, after)...)
	case before.Text == after.Text:
		causes = append(causes, d.moving(before, after)...)
	}
	return once(causes)
}

// change describes a fact that differs, or is in one snapshot only.
func (d *differ) change(before, after Fact) Change {
	c := Change{Key: max(before.Key, after.Key), Kind: ChangeLens, Before: before, After: after}
	if x := d.items[c.Key]; x != nil {
		c.Kind, c.Fields, c.Because = x.kind, x.fields, []Ref{x.ref}
		return c
	}
	same := before.Text == after.Text
	for _, x := range d.causes(before, after) {
		if kind := d.bearing(x, before, after); kind != 0 || same {
			c.Kind = max(c.Kind, kind)
			c.Because = append(c.Because, x.ref)
		}
	}
	slices.SortFunc(c.Because, Ref.Compare)
	c.Because = slices.Compact(c.Because) // a replaced version that was edited changed on both sides
	switch e := d.eventOf(after); {
	case same:
		c.Kind = ChangeReasons
	case c.Kind == ChangeWorld && e != none && !d.isLater(e):
		c.Kind = ChangeLearnt
	}
	return c
}

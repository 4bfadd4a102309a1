package dispute

import (
	"maps"
	"slices"

	"github.com/dispute-go/dispute/internal/ints"
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

// reconciled returns the changed items because of which a conflict can be one in
// one view only.
func (d *differ) reconciled(before, after Fact) []*itemChange {
	var causes []*itemChange
	look := func(c Conflict, r *reading, at map[Ref]*itemChange) {
		for _, n := range r.reconciling(c) {
			if x := at[r.v.ref(n)]; x != nil {
				causes = append(causes, x)
			}
		}
	}
	if c, ok := d.a.conflicts.byKey[before.Key]; ok && after.Key == "" {
		look(c, d.b, d.in)
	}
	if c, ok := d.b.conflicts.byKey[after.Key]; ok && before.Key == "" {
		look(c, d.a, d.out)
	}
	return causes
}

// reconciling returns the items of a view because of which a conflict of another
// view can be none in this one: what is said there on what conflicts.
func (r *reading) reconciling(c Conflict) []int32 {
	v := r.v
	var claims, items []int32
	for _, ref := range c.Items {
		n := v.resolve(ref)
		if n == none {
			continue
		}
		switch {
		case ref.Kind == ItemClaim:
			claims = append(claims, n)
		case ref.Kind == ItemAttribution:
			items = append(items, v.on.answers[n]...)
		case c.Kind == ConflictDates:
			claims = append(claims, v.on.datings[n]...)
		case c.Kind == ConflictDoers:
			claims = append(claims, v.on.agency[n]...)
			p := v.occurrenceOf(n)
			items = append(items, v.grounds(p, v.hear(p))...)
		}
	}
	for _, c := range v.entailing(proposition{claims: ints.Merge(claims), event: none}, v.on.entailedBy) {
		p := v.proposition(c)
		items = append(items, v.grounds(p, v.hear(p))...)
	}
	return ints.Merge(items)
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

// change describes a fact that differs, or is in one snapshot only.
func (d *differ) change(before, after Fact) Change {
	c := Change{Key: max(before.Key, after.Key), Kind: ChangeLens, Before: before, After: after}
	if x := d.items[c.Key]; x != nil {
		c.Kind, c.Fields, c.Because = x.kind, x.told, []Ref{x.ref}
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
	if len(causes) == 0 {
		causes = d.reconciled(before, after)
	}
	return once(causes)
}

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

// settled returns why a question that is open in another view is not open in
// this one: the items that settle it, and the keys of the facts by which it does
// not arise.
func (r *reading) settled(q Question) (items []int32, facts []string) {
	v := r.v
	event, claim := v.replacing(q.Event.Ref()), v.replacing(q.Claim.Ref())
	switch q.Kind {
	case QuestionAgeing, QuestionOverdue:
		if event == none {
			break
		}
		facts = append(facts, v.datesKey(v.events.at(event)))
		if by := (questions{v.chronology}).indexSettling().settledBy(event); by != none {
			items = append(items, by)
			facts = append(facts, "status/"+v.firstRef(by).String(), v.datesKey(v.events.at(by)))
		}
	case QuestionNoOrigin:
		if claim != none {
			items = r.responses.origins(claim)
		}
	default:
		if event == none {
			return r.responses.broken(q), nil
		}
		return r.responses.given(event, v.resolve(q.Respondent.Ref()))
	}
	return items, facts
}

// origins returns the first-hand statements that bear on claim c, those that no
// longer count included, and the claims by which they do.
func (v questions) origins(c int32) []int32 {
	e := v.gather(v.proposition(c), false)
	h := hearing{voices: slices.Clip(e.voices), looked: looked{heard: slices.Clip(e.through)}}
	for _, by := range e.through {
		for _, w := range v.hear(v.proposition(by)).withdrawn {
			h.voices = append(h.voices, w.voice)
		}
	}
	for _, r := range h.voices {
		if r.attribution != none {
			h.heard = append(h.heard, r.attribution)
		}
	}
	return v.grounds(v.proposition(c), h)
}

// broken returns what ended the silence that a question is about: later answers,
// or what took the report of it away.
func (v *responses) broken(q Question) []int32 {
	var items []int32
	added := map[int32]bool{} // by source
	for _, s := range v.silent.byQuestion[q.ID] {
		for i := range s.withdrawn {
			items = s.withdrawn[i].undoing(v.mentions, items, added)
		}
		if s.answered {
			for _, x := range v.all(s.speaker, s.asked, func(x reply) bool { return s.endedBy(latest{x.when.First, x.when.Last}) }) {
				items = append(items, x.item)
			}
		}
	}
	return ints.Merge(items)
}

// given returns what a respondent answered to event n, or denied instead, the
// reports of its silence that stand for that, or, of an event that is not
// accepted, how it stands.
func (v *responses) given(n, respondent int32) (items []int32, facts []string) {
	place := v.events.at(n)
	if v.events.standing[place] != StandingAccepted {
		return nil, []string{"status/" + v.firstRef(n).String()}
	}
	for _, s := range v.silent.of(n, respondent) {
		items = append(items, s.reports...)
	}
	g, since := v.groundOf(n), v.startDays(place).First
	for _, x := range v.all(respondent, g, func(x reply) bool { return x.when.Last >= since }) {
		items = append(items, x.item)
		if v.ref(x.item).Kind == ItemEvent {
			facts = append(facts, "status/"+v.firstRef(x.item).String())
		}
	}
	if _, denial := v.otherDenial(g, respondent); denial != none {
		items = append(items, denial)
	}
	return ints.Merge(items), facts
}

package dispute

import "fmt"

// Reasons returns the items and rules that the state rests on: everything on
// file about the relation, whatever its standing; where nothing is, the two
// actors.
func (s RelationState) Reasons() Reasons {
	switch {
	case s.read != nil:
		return s.read.Reasons
	case s.from.file == nil || s.Day.IsZero():
		return s.from.reasons(s.statesText())
	}
	return s.from.reasons(s.Day.String() + ": " + relationWords{s.from.file}.statesText(&s))
}

// Reasons returns the items and rules that the history rests on, as those of a
// [RelationState] are.
func (h History) Reasons() Reasons {
	if h.read != nil {
		return h.read.Reasons
	}
	return h.from.reasons("history")
}

// Reasons returns the items and rules that the whole answer rests on: they are
// the same for all its changes, and made anew for each.
func (c RelationChange) Reasons() Reasons {
	if c.read != nil {
		return c.read.Reasons
	}
	return c.from.reasons(changeQuestions[c.asked])
}

// Reasons returns the items and rules that the whole answer rests on: they are
// the same for all its years, and made anew for each.
func (y RelationYear) Reasons() Reasons {
	if y.read != nil {
		return y.read.Reasons
	}
	return y.from.reasons("years")
}

// Reasons returns the items and rules that the count rests on, and says why
// nothing was counted where that is so.
func (c DayCount) Reasons() Reasons {
	if c.read != nil {
		return c.read.Reasons
	}
	fact := "duration of " + c.State.String()
	switch {
	case !c.State.BelongsTo(c.Track):
		fact += ": no state of this track"
	case c.First.IsZero() || c.Last.IsZero():
		fact += ": no days given"
	case c.Last.Compare(c.First) < 0:
		fact += ": the last day given is before the first"
	}
	return c.from.reasons(fact)
}

// reasons explains an answer about the relation; where nothing is on file, by
// those of the two actors that are.
func (r Relation) reasons(fact string) Reasons {
	switch {
	case r.file != nil:
		return relationWords{r.file}.reasons(fact)
	case r.v == nil:
		return Reasons{}
	}
	g := r.v.reason()
	var because []int
	for _, id := range []ActorID{r.pair.From, r.pair.To} {
		if n := r.v.resolve(id.Ref()); n != none {
			because = append(because, g.Item(n))
		}
	}
	return g.done(g.Fact(r.pair.String()+": "+noChange, "nothing on file", because...))
}

// reasons explains an answer about the relation. Every answer rests on
// everything on file about it, whatever its standing.
func (w relationWords) reasons(fact string) Reasons {
	v := w.v
	g := v.reason()
	because := []int{g.Item(w.a), g.Item(w.b)}
	for _, p := range w.events {
		n := v.events.list[p]
		var grounds []int
		if root, ok := g.graft(words{v.court}.why(v.occurrenceOf(n))); ok {
			grounds = append(grounds, root)
		}
		grounds = append(grounds, v.dates(g, p))
		if w.rules[p] == nil {
			because = append(because, g.Fact(fmt.Sprintf("event/%s does not tell whose sides they are on", v.ref(n).ID), "sides not told", grounds...))
		}
		for _, r := range w.rules[p] {
			text := fmt.Sprintf("event/%s brings %s", v.ref(n).ID, r.State)
			if r.Ends {
				text = fmt.Sprintf("event/%s ends %s", v.ref(n).ID, r.State)
			}
			because = append(because, g.Fact(text, r.Name, grounds...))
		}
	}
	if w.affiliations > 0 {
		because = append(because, g.Fact(fmt.Sprintf("actor/%s is on file as a member", w.pair.From), ruleAffiliation, g.Item(w.a)))
	}
	for _, n := range w.claims {
		if root, ok := g.graft(words{v.court}.why(v.proposition(n))); ok {
			because = append(because, g.Fact("claim/"+v.ref(n).ID+" tells of the relation", "claimed relation", root))
		}
	}
	for _, n := range w.replaced {
		because = append(because, g.Fact(v.ref(n).String()+" no longer counts", "replaced", g.Item(n), g.Item(v.head[n])))
	}
	return g.done(g.Fact(w.pair.String()+": "+fact, w.rule(), because...))
}

// rule names the rule by which the states follow from what is on file.
func (w relationWords) rule() string {
	switch {
	case w.pair.Track.Concurrent():
		return "each kind on its own"
	}
	return "last change wins"
}

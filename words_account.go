package dispute

// String returns what the line is about in words: the event's summary, or the
// claim.
func (l AccountLine) String() string { return l.text() }

func (l AccountLine) text() string {
	switch {
	case l.read != nil:
		return l.read.Text
	case l.from == nil:
		return ""
	}
	return words{l.from.v.court}.subjectText(l.from.on.of)
}

// Reasons returns the items and rules that the line rests on: the party, those
// who say or do it, and why the proposition stands as it does.
func (l AccountLine) Reasons() Reasons {
	switch {
	case l.read != nil:
		return l.read.Reasons
	case l.from == nil:
		return Reasons{}
	}
	return l.from.reasons()
}

func (x *accountWord) reasons() Reasons {
	v, p := x.v, x.on.of
	g := v.reason()
	because := []int{g.actor(x.party)}
	for _, s := range x.speakers {
		because = append(because, g.actor(s))
	}
	if root, ok := g.graft(words{x.on.court}.statusReasons(x.on)); ok {
		because = append(because, root)
	}
	what := x.stance.String()
	if x.stance == 0 { // whom an act commits depends on when it was
		what = "does"
		because = append(because, v.dates(g, v.events.at(p.event)))
	}
	fact := v.ref(x.party).String() + " " + what + " " + v.ref(p.subject()).String()
	return g.done(g.Fact(fact, "the party's word", because...))
}

// subjectText says in words what a proposition is about.
func (v words) subjectText(p proposition) string {
	if p.event != none {
		return v.eventName(p.event)
	}
	return v.d.claim(p.claims[0]).Text
}

// String returns what the line is about in words: the event's summary, or the
// claim.
func (l ComparisonLine) String() string { return l.text() }

func (l ComparisonLine) text() string {
	switch {
	case l.read != nil:
		return l.read.Text
	case l.from == nil:
		return ""
	}
	return words{l.from.in.court}.subjectText(l.from.on.of)
}

// Reasons returns the items and rules that the line rests on: the parties, and
// why the proposition stands as it does.
func (l ComparisonLine) Reasons() Reasons {
	switch {
	case l.read != nil:
		return l.read.Reasons
	case l.from == nil:
		return Reasons{}
	}
	return l.from.reasons()
}

func (x *comparedWords) reasons() Reasons {
	v, p := x.in, x.on.of
	g := v.reason()
	var because []int
	for _, party := range v.parties {
		if party.number != none {
			because = append(because, g.actor(party.number))
		}
	}
	if root, ok := g.graft(words{v.court}.statusReasons(x.on)); ok {
		because = append(because, root)
	}
	if x.performed { // whom an act commits depends on when it was
		because = append(because, v.dates(g, v.events.at(p.event)))
	}
	return g.done(g.Fact("words of the parties on "+v.ref(p.subject()).String(), "the parties' words", because...))
}

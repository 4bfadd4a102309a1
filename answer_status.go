package dispute

// standing adds a claim and how it stands to a list, says it in words, and
// returns the node of its reasons.
func (v words) standing(g *reasoning, c int32, list *[]ClaimStanding, words *[]string) int {
	s := v.assess(v.proposition(c))
	*list = append(*list, ClaimStanding{Claim: ClaimID(v.ref(c).ID), Label: s.Label, For: s.For.Level, Against: s.Against.Level, Standing: s.Standing})
	*words = append(*words, "that "+v.d.claim(c).Text+" — "+s.Text)
	root, _ := g.graft(s.Reasons)
	return root
}

// EventStatus returns how an event's occurrence stands, from the claims that
// it occurred and the sources listed on it. An event that is not on file or
// not there yet is not assessed.
func (v *View) EventStatus(id EventID) Status {
	e := v.resolve(id.Ref())
	if e == none {
		return Status{Event: id}
	}
	return words{v.court}.assess(v.occurrenceOf(e))
}

// Status returns how a claim stands. A claim that is not on file or not there
// yet is not assessed: its label is the zero Label.
//
// The cost is near-linear in the number of statements on the claim and on the
// claims it is declared to contradict, entail or be entailed by.
func (v *View) Status(id ClaimID) Status {
	c := v.resolve(id.Ref())
	if c == none {
		return Status{Claim: id}
	}
	return words{v.court}.claim(c)
}

// claim returns how claim c stands.
func (v words) claim(c int32) Status {
	s := v.assess(v.proposition(c))
	s.Claim = ClaimID(v.ref(c).ID)
	return s
}

// assess weighs a proposition and gives reasons.
func (v words) assess(p proposition) Status {
	if v.identifies(p) {
		v = words{v.plain}
	}
	s, e := v.judge(p)
	s.Text = v.text(&s)
	s.Reasons = v.statusReasons(p, e, &s)
	return s
}

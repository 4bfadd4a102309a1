package dispute

// standing adds a claim and how it stands to a list, says it in words, and
// returns the node of its reasons.
func (v words) standing(g *reasoning, c int32, list *[]ClaimStanding, said *[]string) int {
	x := v.judge(v.proposition(c))
	v = words{x.court}
	*list = append(*list, x.standingOf(ClaimID(v.ref(c).ID)))
	*said = append(*said, "that "+v.d.claim(c).Text+" — "+v.text(x))
	root, _ := g.graft(v.statusReasons(x))
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
	return newStatus(v.judge(v.occurrenceOf(e)))
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
	return newClaimStatus(v.court, c)
}

// why returns the reasons why a proposition stands as it does.
func (v words) why(p proposition) Reasons {
	x := v.judge(p)
	return words{x.court}.statusReasons(x)
}

package dispute

// What items rest on in reasons, whatever they are reasons for.

// any adds an item with what its kind rests on.
func (g *reasoning) any(n int32) int {
	switch g.v.ref(n).Kind {
	case ItemActor:
		return g.actor(n)
	case ItemSource:
		return g.source(n)
	case ItemAttribution:
		return g.attribution(n)
	}
	return g.Item(n)
}

// actor adds an actor together with the actors on whom its independence
// depends.
func (g *reasoning) actor(n int32) int {
	node, closed := g.Open(n)
	if closed {
		for _, above := range g.v.plain.ties.From(n) {
			g.Because(node, g.actor(above.To))
		}
		g.identities(n, node)
	}
	return node
}

// attribution adds an attribution with its speakers, unless it is confidential, its
// source, and what it speaks of.
func (g *reasoning) attribution(n int32) int {
	node, closed := g.Open(n)
	if !closed {
		return node
	}
	v := g.v
	speakers, behalf := v.speakersOf(n)
	for _, s := range v.openly(n, speakers) {
		g.Because(node, g.actor(s))
	}
	for _, s := range v.openly(n, behalf) {
		g.Because(node, g.actor(s))
	}
	uses := v.d.usesOf(n)
	if s := v.latest(uses.one(slotSource)); s != none {
		g.Because(node, g.source(s))
	}
	for _, target := range []slot{slotClaim, slotAttribution, slotTargetSource} {
		if t := v.latest(uses.one(target)); t != none {
			g.Because(node, g.Item(t))
		}
	}
	return node
}

// act adds an event with those who take part in it, and what makes it count as an
// act between adversaries.
func (g *reasoning) act(e int32) int {
	node, closed := g.Open(e)
	if closed {
		for _, part := range g.v.latestOf(g.v.d.usesOf(e).many(slotParticipants)) {
			g.Because(node, g.actor(part))
		}
		if witness, ok := g.v.adversaries.witness[e]; !ok {
		} else if g.v.ref(witness).Kind == ItemSource {
			g.Because(node, g.lineage(witness))
		} else {
			g.Because(node, g.attribution(witness))
		}
	}
	return node
}

// source adds a source with its publisher and its authors, unless it is
// confidential, and of a reprint with those of what it reprints.
func (g *reasoning) source(n int32) int {
	node, closed := g.Open(n)
	if !closed {
		return node
	}
	uses := g.v.d.usesOf(n)
	for _, a := range g.v.openly(n, g.v.latestOf(append(uses.many(slotAuthors), uses.many(slotPublisher)...))) {
		g.Because(node, g.actor(a))
	}
	if of := g.v.latest(uses.one(slotReprintOf)); of != none {
		g.Because(node, g.source(of))
	} else if g.v.lineage.reprinted[n] && len(g.v.makers(n)) == 0 {
		g.Because(node, g.Item(g.v.firstReprint(n))) // which makes one origin of all that it carries
	}
	return node
}

// lineage adds a source with all that it goes back to, and who made that.
func (g *reasoning) lineage(n int32) int {
	for _, s := range g.v.ancestors(n) {
		node := g.source(s)
		for _, a := range g.v.openly(s, g.v.wroteFor(s)) {
			g.Because(node, g.actor(a))
		}
		for _, of := range g.v.parents(s) {
			g.Because(node, g.source(of))
		}
	}
	return g.source(n)
}

// claim lets a node rest on claim c, and on the events and statements whose
// actors it names.
func (g *reasoning) claim(node int, c int32) {
	g.Because(node, g.Item(c))
	x := g.v.d.claimRefs(c)
	for _, n := range []int32{x.occurred, x.event, x.attribution} {
		if t := g.v.latest(n); t != none {
			g.Because(node, g.Item(t))
		}
	}
}

// identities adds, for actor n at node i, every identity claim on it that may
// count, with its evidence, and the actors that the view takes for the same.
func (g *reasoning) identities(n int32, i int) {
	v := g.v
	if v.plain == v {
		return
	}
	for _, c := range v.twins.oldIdentity[n] {
		g.Because(i, g.Item(c))
	}
	for _, c := range v.twins.identity[n] {
		if root, ok := g.graft(words{v.plain}.statusReasons(v.plain.judge(v.proposition(c)))); ok {
			g.Because(i, root)
		}
		if v.twins.accepted[c] {
			g.Because(i, g.actor(v.other(c, n)))
		}
	}
}

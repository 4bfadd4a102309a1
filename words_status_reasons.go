package dispute

import (
	"slices"
	"strconv"

	"github.com/dispute-go/dispute/internal/ints"
)

// A statusReasoning explains a status: what is said on a proposition is put
// under facts that say who speaks and how it counts, or why it does not.
// Statements of which the same is to be said share a fact.
type statusReasoning struct {
	*reasoning
	root    int
	subject string         // the name of what is assessed
	placed  []int32        // the attributions under a fact of their own
	with    map[*fall]bool // whose attributions are among them
	text    []byte         // of the fact that is being written
}

// statusReasons explains a status.
func (v words) statusReasons(x *assessment) Reasons {
	x = x.inFull()
	g := statusReasoning{reasoning: v.reason(), subject: v.d.nodes[x.of.subject()].name}
	rule := "evidence pair"
	if x.rule != 0 {
		rule += "; " + x.rule.String()
	}
	g.root = g.Fact("status of "+g.subject+": "+x.summary()+", "+x.standing.String(), rule)
	heard, acts := x.all()
	g.placed, g.text = make([]int32, 0, len(heard)), make([]byte, 0, 128)
	g.propositions(x.of, x.evidence, acts)
	g.roots("for ", &x.supporting)
	g.roots("against ", &x.opposing)
	for _, w := range x.withdrawn {
		g.dropped(w, heard)
	}
	g.repeated(x.repeated)
	g.rest(heard)
	g.verdicts(x)
	return g.done(g.root)
}

// propositions adds what is assessed, the claims that other statements bear on
// it through, and whom it names.
func (g *statusReasoning) propositions(p proposition, e evidence, acts []int32) {
	if p.event != none {
		g.Because(g.root, g.Item(p.event))
	}
	for _, c := range e.through {
		g.claim(g.root, c)
	}
	for _, n := range acts {
		g.Because(g.root, g.act(n))
	}
	if n := g.v.replacement(p); n != none {
		g.Because(g.root, g.Item(n))
	}
	if len(e.named) > 0 {
		g.Because(g.root, g.parties(g.subject, e.named))
	}
}

// parties adds who is named in a claim or an event of that name.
func (g *statusReasoning) parties(in string, named []int32) int {
	text := "named in " + in + ": they and who depends on them are interested"
	fact, known := g.Known(text)
	if known {
		return fact
	}
	fact = g.Fact(text, "")
	for _, a := range named {
		g.Because(fact, g.actor(a))
	}
	return fact
}

// write begins a fact, or goes on with it.
func (g *statusReasoning) write(words ...string) {
	for _, w := range words {
		g.text = append(g.text, w...)
	}
}

// written adds the fact that was written, on which the status rests.
func (g *statusReasoning) written(rule string) int {
	fact := g.Fact(string(g.text), rule)
	g.text = g.text[:0]
	g.Because(g.root, fact)
	return fact
}

// roots adds the roots of a side, which way it counts first: of which origin,
// who speaks, and through whom interested.
func (g *statusReasoning) roots(way string, side *side) {
	for _, r := range side.roots {
		g.write(way, g.subject)
		if r.origin == 0 {
			g.write(", adding no origin: ")
		} else {
			g.write(", origin ", strconv.Itoa(int(r.origin)), ": ")
		}
		g.write(words{g.v}.rootText(r))
		if r.elsewhere {
			g.write(", on another claim")
		}
		if by := g.v.updates.by(r.attribution); by != none {
			g.write(", updated by ", g.v.d.nodes[by].name)
		}
		switch through := r.interest; {
		case through == none:
		case g.v.inConfidence(r):
			g.write(", interested")
		case r.act != none:
			g.write(", interested through ", g.v.d.nodes[through].name, " by ", g.v.d.nodes[r.act].name)
		case len(r.speakers) == 1 && r.speakers[0] == through:
			g.write(", a party named in it")
		default:
			g.write(", interested through ", g.v.d.nodes[through].name)
		}
		fact := g.written(r.counts())
		switch identified := g.v.plain != g.v; { // then it rests on who is not taken for whom, too
		case r.interest != none && r.act != none:
			g.Because(fact, g.act(r.act))
		case r.elsewhere && (r.interest != none || identified):
			p := g.v.proposition(r.claim)
			g.Because(fact, g.parties(g.v.d.nodes[p.subject()].name, g.v.named(p)))
		}
		if r.disowned() != nil {
			g.Because(g.root, g.disowning(r))
		}
		if r.attribution == none {
			g.Because(fact, g.Item(r.event), g.lineage(r.source))
			continue
		}
		g.Because(fact, g.attribution(r.attribution))
		g.placed = append(g.placed, r.attribution)
		for _, n := range g.v.updateGrounds([]voice{*r}) {
			g.Because(fact, g.any(n))
		}
	}
}

// disowning adds by whom the words of a root are disowned.
func (g *statusReasoning) disowning(r *voice) int {
	n := r.attribution
	if n == none {
		n = r.source
	}
	fact := g.Fact("words of "+g.v.d.nodes[n].name+" disowned", "disowned")
	for _, by := range r.disowned() {
		g.Because(fact, g.attribution(by))
	}
	g.placed = append(g.placed, r.disowned()...)
	return fact
}

// counts says what a root counts by itself, and as what.
func (r *voice) counts() string {
	switch {
	case r.disowned() != nil:
		return "disowned: counts 1"
	case r.finding:
		return "finding: counts 4"
	case r.implied:
		return "implication: counts 1"
	case r.admission:
		return "admission: counts 3"
	case r.interest != none:
		return "interested: counts 1"
	}
	return "disinterested: counts 2"
}

// manyNames are not spelled out one by one.
const manyNames = 4

// dropped adds a statement that no longer counts, wholly or for some of its
// signatories, with what took it away.
func (g *statusReasoning) dropped(w withdrawal, heard []int32) {
	v := g.v
	g.write("dropped from ", g.subject, ": ")
	if w.voice.attribution == none {
		g.write(v.d.nodes[w.voice.source].name)
	} else {
		g.write(v.d.nodes[w.voice.attribution].name)
	}
	g.write(", ", w.why.String())
	if s := w.source(); s != none {
		g.write(" with ", v.d.nodes[s].name)
	}
	switch n := len(w.by); {
	case n >= manyNames:
		g.write(" by ", strconv.Itoa(n), " attributions")
	case n > 0:
		g.write(" by ", v.d.nodes[w.by[0]].name)
		for _, by := range w.by[1:] {
			g.write(", ", v.d.nodes[by].name)
		}
	}
	fact := g.written("counts nothing")
	if w.voice.attribution == none {
		g.Because(fact, g.Item(w.voice.event), g.lineage(w.voice.source))
	} else {
		g.Because(fact, g.attribution(w.voice.attribution))
		g.placed = append(g.placed, w.voice.attribution)
	}
	for _, n := range w.by {
		g.Because(fact, g.attribution(n))
	}
	g.placed = append(g.placed, w.by...)
	for _, s := range w.fallen() {
		g.Because(fact, g.impeached(s, heard))
	}
	if w.with != nil && !g.with[w.with] {
		if g.with == nil {
			g.with = map[*fall]bool{}
		}
		g.with[w.with] = true
		g.placed = append(g.placed, w.with.through...)
	}
}

// repeated adds what still repeats statements that no longer count.
func (g *statusReasoning) repeated(list []repetition) {
	if len(list) == 0 {
		return
	}
	g.write("what no longer counts on ", g.subject, " is still repeated")
	fact := g.written("counts nothing")
	for _, r := range list {
		n := r.attribution
		if n == none {
			n = r.source
		} else {
			g.placed = append(g.placed, n)
		}
		g.Because(fact, g.any(n))
	}
}

// impeached adds what was weighed against a source that is undercut.
func (g *statusReasoning) impeached(source int32, heard []int32) int {
	text := g.v.d.nodes[source].name + ", undercut with what it says on " + g.subject
	if fact, ok := g.Known(text); ok {
		return fact
	}
	fact := g.Fact(text, "undercut", g.lineage(source))
	for _, n := range ints.Shared(g.v.on.impeached[source], heard) {
		g.Because(fact, g.attribution(n))
		g.placed = append(g.placed, n)
	}
	return fact
}

// An idleness is why an attribution counts nothing on a proposition.
type idleness uint8

const (
	idleTold idleness = iota
	idleUnknown
	idleSilent
	idleReading
	idleAttack
	idleDenial
	idleElsewhere
	idlenesses
)

// rest adds the attributions that were looked at and count nothing.
func (g *statusReasoning) rest(heard []int32) {
	slices.Sort(g.placed)
	var facts [idlenesses]int // those of facts are below 0
	for _, n := range heard {
		if _, ok := slices.BinarySearch(g.placed, n); ok {
			continue
		}
		why := g.v.idle(n)
		if facts[why] == 0 {
			switch why {
			case idleTold:
				g.write("passed on about ", g.subject)
			case idleUnknown:
				g.write("of unknown origin on ", g.subject)
			case idleSilent:
				g.write("neither for nor against ", g.subject)
			case idleReading:
				g.write("somebody's reading on ", g.subject)
			case idleAttack:
				g.write("undercuts and retractions that take nothing from ", g.subject, " by themselves")
			case idleDenial:
				g.write("denials of statements on ", g.subject, " that disown none")
			case idleElsewhere:
				g.write("on another claim, and not bearing on ", g.subject)
			}
			facts[why] = g.written("counts nothing")
		}
		g.Because(facts[why], g.attribution(n))
		if r, ok := g.v.voiceOf(n); ok && why == idleElsewhere && g.v.updated(r) {
			for _, m := range g.v.updateGrounds([]voice{r}) {
				g.Because(facts[why], g.any(m))
			}
		}
	}
}

// idle says why an attribution that was looked at counts nothing.
func (v *court) idle(n int32) idleness {
	a := v.d.attribution(n)
	switch a.Stance {
	case StanceUndercuts, StanceRetracts:
		return idleAttack
	case StanceInterprets:
		return idleReading
	case StanceNeitherConfirmsNorDenies, StanceDeclinesComment, StanceHasNotResponded:
		return idleSilent
	}
	switch {
	case a.Stance == StanceDenies && a.Claim == "" && a.Lineage == LineageFirstHand:
		return idleDenial
	case a.Lineage == LineageRelaying || a.Claim == "":
		return idleTold
	case !v.firstHand(n):
		return idleUnknown
	}
	return idleElsewhere
}

// Reasons returns the items and rules that the status rests on. Right under the
// status stand facts that say who speaks, of which origin, and what a statement
// counts by itself and why, or why it counts nothing.
func (s Status) Reasons() Reasons {
	switch {
	case s.read != nil:
		return s.read.Reasons
	case s.from == nil:
		return Reasons{}
	}
	return words{s.from.court}.statusReasons(s.from)
}

// verdicts adds what an occurrence is taken for, of which doers where that
// differs.
func (g *statusReasoning) verdicts(x *assessment) {
	if x.doers == nil && x.agreement != nil {
		g.agreed(x, x.agreement)
	}
	for _, d := range verdictsOn(x.doers) {
		if d.agreement != nil {
			g.agreed(x, d.agreement)
		}
		if d.rule == StandingRulePerformative {
			g.performance(x, d.doers)
		} else if divided(x.doers) {
			g.write(g.subject, " as to ", g.v.names(d.doers), ": ", d.standing.String())
			fact := g.written("one doer's word is for another an interested statement, its denial none")
			for _, a := range d.doers {
				g.Because(fact, g.actor(a))
			}
		}
	}
}

// performance says whose act it is that the own word of some of them establishes,
// and which statements are that word.
func (g *statusReasoning) performance(x *assessment, doers []int32) {
	var said []int32
	for i := range x.shares {
		if s := &x.shares[i]; s.said && !s.denied {
			said = append(said, s.actor)
		}
	}
	g.write(g.subject, ": an act of ", g.v.names(doers), ", established by the own word of ", g.v.names(said))
	fact := g.written("performative act")
	for _, a := range ints.Merge(doers, said) {
		g.Because(fact, g.actor(a))
	}
	g.onRecord(fact, x, func(r *voice, s int32) bool { return ints.Intersect(g.v.ties.SpeaksFor(s, r.when), said) })
}

// agreed says which two of opposed sides both say so.
func (g *statusReasoning) agreed(x *assessment, by *agreement) {
	a, b := by.a, by.b
	g.write(g.subject, ": ", g.v.name(a), " and ", g.v.name(b), ", of opposed sides, both say so")
	fact := g.written("agreed, whatever its label")
	g.Because(fact, g.actor(a), g.actor(b))
	for _, act := range by.acts {
		g.Because(fact, g.act(act))
	}
	g.onRecord(fact, x, func(r *voice, s int32) bool {
		return ints.Intersect(g.v.ties.Commits(s, r.when), []int32{min(a, b), max(a, b)})
	})
}

// onRecord lets a fact rest on what is said on record for an occurrence by some
// of its speakers.
func (g *statusReasoning) onRecord(fact int, x *assessment, by func(*voice, int32) bool) {
	for _, r := range x.supporting.roots {
		if !r.commitsOnRecord() || !slices.ContainsFunc(r.speakers, func(s int32) bool { return by(r, s) }) {
			continue
		}
		if r.attribution == none {
			g.Because(fact, g.Item(r.event), g.lineage(r.source))
		} else {
			g.Because(fact, g.attribution(r.attribution))
		}
	}
}

// why returns the reasons why a proposition stands as it does.
func (v words) why(p proposition) Reasons {
	x := v.judge(p)
	return words{x.court}.statusReasons(x)
}

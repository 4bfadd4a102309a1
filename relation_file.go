package dispute

import (
	"cmp"
	"math"
	"slices"

	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/span"
)

// A relationFile is everything on file on one track between two actors.
type relationFile struct {
	v       *View
	pair    Pair
	a, b    int32
	strands []strand
	gaps    []Gap
	beside  []report // accepted claims beside the state
	alleged []report
	// What it rests on, ascending: events by place, claims, and items that bore
	// on the relation before they were replaced.
	events, claims, replaced []int32
	rules                    map[int32][]*Rule // by place
	affiliated               bool              // an affiliation stands in for events
}

// A report is a [RelationReport] and its term.
type report struct {
	RelationReport
	cover cover
}

func (v *View) relation(a, b int32, t Track) Relation {
	if t.Mutual() && b < a {
		a, b = b, a
	}
	f := &relationFile{v: v, a: a, b: b, rules: map[int32][]*Rule{}}
	f.pair = Pair{t, v.actorID(a), v.actorID(b)}
	x := &v.relations
	for _, n := range common(x.events[a], x.events[b]) {
		if rules := v.rulesFor(v.d.event(n), a, b, t); rules != nil {
			p := v.events.at(n)
			f.events = append(f.events, p)
			f.rules[p] = rules
		}
	}
	for _, n := range common(x.claims[a], x.claims[b]) {
		if f.speaksOf(n) {
			f.claims = append(f.claims, n)
		}
	}
	for _, n := range common(x.oldEvents[a], x.oldEvents[b]) {
		if v.rulesFor(v.d.event(n), a, b, t) != nil {
			f.replaced = append(f.replaced, n)
		}
	}
	for _, n := range common(x.oldClaims[a], x.oldClaims[b]) {
		if f.speaksOf(n) {
			f.replaced = append(f.replaced, n)
		}
	}
	if t == TrackMembership {
		for _, n := range x.oldMembers[a] {
			if slices.Contains(v.bodiesOf(n), b) {
				f.replaced = append(f.replaced, n)
			}
		}
	}
	if t.Concurrent() {
		f.buildKinds()
	} else {
		f.buildCourse()
	}
	if len(f.events)+len(f.claims)+len(f.replaced) == 0 && !f.affiliated {
		return Relation{v: v, pair: f.pair}
	}
	slices.SortFunc(f.gaps, func(a, b Gap) int { return cmp.Or(cmp.Compare(a.Event, b.Event), cmp.Compare(a.Rule, b.Rule)) })
	for _, list := range [][]report{f.beside, f.alleged} {
		slices.SortFunc(list, func(a, b report) int {
			return cmp.Or(cmp.Compare(a.Claim, b.Claim), cmp.Compare(a.Event, b.Event), cmp.Compare(a.State, b.State), cmp.Compare(a.Against, b.Against))
		})
	}
	return Relation{v: v, pair: f.pair, on: f}
}

// speaksOf reports whether relation claim n is on the pair and track.
func (f *relationFile) speaksOf(n int32) bool {
	c := f.v.d.claim(n).Content.Relation
	from, to := f.v.resolve(c.From.Ref()), f.v.resolve(c.To.Ref())
	return c.Track == f.pair.Track && (from == f.a && to == f.b || f.pair.Track.Mutual() && from == f.b && to == f.a)
}

// unchanged reports whether the view accepts no change of the relation.
func (f *relationFile) unchanged() bool { return len(f.strands) == 0 }

// buildCourse fills in a track on which the last change wins.
func (f *relationFile) buildCourse() {
	changes := make([]change, 0, len(f.events))
	for _, p := range f.events {
		r := f.rules[p][0]
		if c, ok := f.accepted(p, r, none); ok {
			c.leaves = bitsOf(r.Not)
			changes = appendChanges(changes, c, r.After, f.v.termOf(p))
		}
	}
	if f.pair.Track == TrackMembership && len(changes) == 0 {
		changes = f.affiliations()
		f.affiliated = changes != nil
	}
	if len(changes) > 0 {
		s, gaps := f.v.course(changes, f.pair.Track)
		f.strands, f.gaps = []strand{s}, gaps
	}
	for _, n := range f.claims {
		f.claimBeside(n)
	}
}

// accepted returns the change an event makes by a rule, without its term. An
// event that the view does not accept is reported instead.
func (f *relationFile) accepted(p int32, r *Rule, against int32) (change, bool) {
	v := f.v
	n := v.events.list[p]
	if !v.d.event(n).Phase.took() {
		return change{}, false
	}
	id := EventID(v.ref(n).ID)
	if v.events.standing[p] == StandingAccepted {
		return change{ruling: Ruling{Event: id, Rule: r.Name}, place: p, state: r.State, presupposes: r.Presupposes}, true
	}
	if v.events.standing[p] != StandingDropped {
		t := v.termOf(p)
		if r.After == 0 {
			t.ever = true
		}
		c := coverOf(t, v.d.event(n).When)
		f.alleged = append(f.alleged, report{RelationReport{Event: id, State: r.State, Against: v.actorID(against),
			Rule: r.Name, Label: v.events.label[p], When: c.begins(), Days: c.days()}, c})
	}
	return change{}, false
}

// affiliations returns the changes that the member's own affiliations with the
// organisation tell of.
func (f *relationFile) affiliations() []change {
	var changes []change
	for _, a := range f.v.d.actor(f.a).Affiliations {
		if a.Kind == AffiliationMemberOf && f.v.resolve(a.To.Ref()) == f.b {
			c := change{ruling: Ruling{Actor: f.pair.From, Rule: "membership/affiliation"}, place: none,
				state: StateMember, presupposes: StateNone}
			t := term{start: []span.Range{{First: span.NegInf, Last: span.NegInf}}, ever: true}
			if !a.Period.IsZero() {
				t = termOfDate(a.Period)
			}
			changes = appendChanges(changes, c, StateNone, t)
			if a.Period.IsZero() {
				changes[len(changes)-1].ruling.When = DayRange{} // nothing is said of when
			}
		}
	}
	return changes
}

// claimBeside reports a relation claim that makes no state.
func (f *relationFile) claimBeside(n int32) {
	x := f.v.d.claim(n).Content.Relation
	s, _ := f.v.judge(f.v.proposition(n))
	if s.Standing == StandingDropped {
		return
	}
	c := coverOf(termOfDate(x.When), x.When)
	r := report{RelationReport{Claim: ClaimID(f.v.ref(n).ID), State: x.State, Against: f.v.actorID(f.v.resolve(x.Against.Ref())),
		Trend: x.Trend, Label: s.Label, When: c.begins(), Days: c.days()}, c}
	if f.pair.Track == TrackSupport && r.State == 0 && r.Trend == 0 {
		r.State = StateUnspecifiedSupport
	}
	if s.Standing == StandingAccepted {
		f.beside = append(f.beside, r)
	} else {
		f.alleged = append(f.alleged, r)
	}
}

// A cover is when something that lasts is or was going on.
type cover struct {
	possible []run // ascending
	certain  run   // empty if first is past last
	start    DayRange
}

// coverOf returns the days of a term. What is dated by one date, not by an
// interval, lies sometime within it: on single days of it, as far as anybody
// knows.
func coverOf(t term, when edtf.Date) cover {
	first, last := t.start[0].First, t.end[len(t.end)-1].Last
	late, early := t.start[len(t.start)-1].Last, t.end[0].First
	if t.ever {
		last, early = span.PosInf, span.PosInf
	}
	c := cover{certain: run{first: 1}, start: dayRange(tickDayNumber(first), tickDayNumber(late))}
	within := !t.ever && (when.Kind() == edtf.KindDate || when.Kind() == edtf.KindOneOf) && slices.Equal(t.start, t.end)
	if within {
		for _, r := range t.start {
			c.possible = append(c.possible, run{first: tickDayNumber(r.First), last: tickDayNumber(r.Last)})
		}
	} else {
		c.possible = []run{{first: tickDayNumber(first), last: tickDayNumber(last)}}
	}
	if late != span.PosInf && early != span.NegInf && tickDayNumber(late) <= tickDayNumber(early) {
		c.certain = run{first: tickDayNumber(late), last: tickDayNumber(early)}
	}
	return c
}

func (c *cover) begins() DayRange { return c.start }

// days returns the days from the first to the last that can be covered.
func (c *cover) days() DayRange {
	return dayRange(c.possible[0].first, c.possible[len(c.possible)-1].last)
}

// on tells whether a day is covered.
func (c *cover) on(day int64) Certainty {
	if c.certain.first <= day && day <= c.certain.last {
		return Certain
	}
	for _, r := range c.possible {
		if r.first <= day && day <= r.last {
			return Possible
		}
	}
	return Excluded
}

// tickDayNumber returns the day of a tick, unbounded ones as they are.
func tickDayNumber(t int64) int64 {
	if t == math.MinInt64 || t == math.MaxInt64 {
		return t
	}
	return t >> tickBits
}

// reported returns the reports of what can have begun by a day.
func (f *relationFile) reported(list []report, day int64) []RelationReport {
	var found []RelationReport
	for _, r := range list {
		if r.cover.possible[0].first <= day {
			r.Certainty = r.cover.on(day)
			found = append(found, r.RelationReport)
		}
	}
	return found
}

func (f *relationFile) allReported(list []report) []RelationReport {
	var found []RelationReport
	for _, r := range list {
		found = append(found, r.RelationReport)
	}
	return found
}

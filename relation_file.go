package dispute

import (
	"math/bits"

	"github.com/dispute-go/dispute/internal/span"
)

// A relationFile is everything on file on one track between two actors.
type relationFile struct {
	v       *relations
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

// speaksOf reports whether relation claim n is on the pair and track.
func (f *relationFile) speaksOf(n int32) bool {
	c := f.v.d.claim(n).Content.Relation
	from, to := f.v.resolve(c.From.Ref()), f.v.resolve(c.To.Ref())
	return c.Track == f.pair.Track && (from == f.a && to == f.b || f.pair.Track.Mutual() && from == f.b && to == f.a)
}

// unchanged reports whether the view accepts no change of the relation.
func (f *relationFile) unchanged() bool { return len(f.strands) == 0 }

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
	s := f.v.judge(f.v.proposition(n))
	if s.standing == StandingDropped {
		return
	}
	c := coverOf(termOfDate(x.When), x.When)
	r := report{RelationReport{Claim: ClaimID(f.v.ref(n).ID), State: x.State, Against: f.v.actorID(f.v.resolve(x.Against.Ref())),
		Trend: x.Trend, Label: s.label, When: c.begins(), Days: c.days()}, c}
	if f.pair.Track == TrackSupport && r.State == 0 && r.Trend == 0 {
		r.State = StateUnspecifiedSupport
	}
	if s.standing == StandingAccepted {
		f.beside = append(f.beside, r)
	} else {
		f.alleged = append(f.alleged, r)
	}
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

// on returns the states possible on a day.
func (s *strand) on(f *relationFile, day int64) []PossibleState {
	seg := s.at(day)
	var list []PossibleState
	for m := seg.possible; m != 0; m &= m - 1 {
		state := State(bits.TrailingZeros64(m))
		p := PossibleState{State: state, Against: f.v.actorID(s.against), Certainty: Possible,
			Presupposed: state != 0 && seg.presupposed&bit(state) != 0}
		if seg.certain&bit(state) != 0 {
			p.Certainty = Certain
		}
		for i := range s.rulers {
			if r := &s.rulers[i]; r.states&bit(state) != 0 && r.on(day) {
				p.Rulings = append(p.Rulings, r.ruling)
			}
		}
		list = append(list, p)
	}
	return list
}

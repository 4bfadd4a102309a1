package dispute

import "github.com/dispute-go/dispute/internal/course"

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
	cover course.Cover
}

// speaksOf reports whether relation claim n is on the pair and track.
func (f *relationFile) speaksOf(n int32) bool {
	c := f.v.d.claim(n).Content.Relation
	from, to := f.v.resolve(c.From.Ref()), f.v.resolve(c.To.Ref())
	return c.Track == f.pair.Track && (from == f.a && to == f.b || f.pair.Track.Mutual() && from == f.b && to == f.a)
}

// unchanged reports whether the view accepts no change of the relation.
func (f *relationFile) unchanged() bool { return len(f.strands) == 0 }

// accepted returns the change that an event makes by a rule. An event that the
// view does not accept is reported instead.
func (f *relationFile) accepted(p int32, r *Rule, against int32) (draft, bool) {
	v := f.v
	n := v.events.list[p]
	if !v.d.event(n).Phase.took() {
		return draft{}, false
	}
	id := EventID(v.ref(n).ID)
	if v.events.standing[p] == StandingAccepted {
		return draft{course.Change{Place: p, State: uint8(r.State), Premise: bit(r.Presupposes)}, Ruling{Event: id, Rule: r.Name}}, true
	}
	if v.events.standing[p] != StandingDropped {
		t := v.termOf(p)
		if r.After == 0 {
			t.Ever = true
		}
		c := coverOf(t, v.d.event(n).When)
		f.alleged = append(f.alleged, report{RelationReport{Event: id, State: r.State, Against: v.actorID(against),
			Rule: r.Name, Label: v.events.label[p], When: rangeOf(c.Begins), Days: rangeOf(c.Extent())}, c})
	}
	return draft{}, false
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
		Trend: x.Trend, Label: s.label, When: rangeOf(c.Begins), Days: rangeOf(c.Extent())}, c}
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
		if r.cover.Extent().First <= day {
			r.Certainty = certaintyOf(r.cover.On(day))
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

func certaintyOf(possible, certain bool) Certainty {
	switch {
	case certain:
		return CertaintyCertain
	case possible:
		return CertaintyPossible
	}
	return CertaintyExcluded
}

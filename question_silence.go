package dispute

import (
	"fmt"
	"math"
	"slices"

	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/ints"
	"github.com/dispute-go/dispute/internal/ties"
)

// silences returns the reports that somebody has not responded, one for every
// signatory.
func (r *responses) silences() []silence {
	v := r.v
	var list []silence
	for _, n := range v.currents(ItemAttribution) {
		if v.d.attribution(n).Stance != StanceHasNotResponded {
			continue
		}
		signatories, _ := v.speakersOf(n)
		for _, speaker := range signatories {
			list = append(list, r.silence(n, speaker))
		}
	}
	return list
}

// silence returns what report n says of one of its signatories.
func (r *responses) silence(n, speaker int32) silence {
	v, x := r.v, r.v.d.attributionRefs(n)
	s := silence{report: n, speaker: speaker, statement: v.latest(x.attribution), claim: v.latest(x.claim), when: v.saidWindow(n)}
	if s.statement != none {
		s.claim = v.claimOf(s.statement)
	}
	for _, target := range []int32{s.statement, s.claim} {
		if target == none {
			continue
		}
		if given := r.by(speaker, target); given != nil {
			s.before = ints.Merge(s.before, given.standing, given.void)
			for _, m := range given.standing {
				if v.saidWindow(m).First > s.when.Last {
					s.answers = append(s.answers, m)
				}
			}
		}
	}
	v.challengeSilence(&s)
	return s
}

// challengeSilence weighs what would take a report of silence away: undercuts of
// it or of its source, or a retraction by whoever published it.
func (v questions) challengeSilence(s *silence) {
	report := voice{attribution: s.report, event: none, source: none, claim: s.claim, when: s.when}
	challengers := v.challengers(s.report)
	if challengers == nil {
		return
	}
	if publisher := v.publisherOf(s.report); publisher != none {
		report.speakers = []int32{publisher}
	}
	var h hearing
	v.sift(&h, v.about(s.claim), []voice{report})
	s.heard = ints.Merge(h.heard, challengers)
	for _, w := range h.withdrawn {
		s.dropped = w.undoing(v.mentions)
	}
}

// challengers returns what undercuts or withdraws a report of silence, or
// undercuts its source, whether or not its maker may.
func (v questions) challengers(report int32) []int32 {
	var list []int32
	for _, u := range v.on.answers[report] {
		switch v.d.attribution(u).Stance {
		case StanceUndercuts, StanceRetracts:
			list = append(list, u)
		}
	}
	if source := v.sourceOf(report); source != none {
		list = append(list, v.on.impeached[source]...)
	}
	return list
}

// silenceQuestion asks for the response that is reported missing. What was
// said before does not answer it, and is named among the reasons.
func (v questions) silenceQuestion(s silence) Question {
	q := Question{Kind: QuestionNoResponse, Respondent: v.actorID(s.speaker), AsOf: v.dayOf(s.when)}
	g := v.reason()
	because := []int{g.attribution(s.report)}
	for _, m := range s.before {
		because = append(because, g.attribution(m))
	}
	var about string
	if s.claim != none {
		q.Claim = ClaimID(v.ref(s.claim).ID)
		about = "the allegation that " + v.d.claim(s.claim).Text
		because = append(because, g.item(s.claim))
	}
	if s.statement != none {
		q.Attribution = v.attributionID(s.statement)
		about = "this: " + words{v.court}.clause(s.statement, maxNesting)
		because = append(because, g.attribution(s.statement))
		if channel := v.sourceOf(s.statement); channel != none {
			q.Channel = SourceID(v.ref(channel).ID)
			about = words{v.court}.sourcePhrase(channel) + ", in which " + words{v.court}.clause(s.statement, maxNesting)
		}
	}
	q.Text = fmt.Sprintf("%s%s, %s has not responded to %s",
		asOf(q.AsOf), words{v.court}.accordingTo(s.report), v.name(s.speaker), about)
	q.ID = v.silenceID(s)
	root := g.fact(q.Text, q.Kind.String(), because...)
	for _, m := range s.heard {
		g.because(root, g.attribution(m))
	}
	if s.heard != nil { // whose undercuts count depends on whom the claim names
		p := v.about(s.claim)
		for _, c := range p.claims {
			g.claim(root, c)
		}
		for _, a := range v.named(p) {
			g.because(root, g.actor(a))
		}
	}
	q.Reasons = g.done(root)
	return q
}

// silenceID names the question that a report of silence asks.
func (v questions) silenceID(s silence) string {
	subject, channel := s.claim, none
	if s.statement != none {
		subject, channel = s.statement, v.sourceOf(s.statement)
	}
	var about Ref
	if subject != none {
		about = v.firstRef(subject)
	}
	return v.questionID(QuestionNoResponse, about, v.actorID(s.speaker), v.sourceID(channel))
}

func (v questions) indexSilences(reports []silence) silenceIndex {
	x := silenceIndex{reports, map[string][]silence{}, map[int32][]silence{}, map[int32][]silence{}}
	for _, s := range reports {
		id := v.silenceID(s)
		x.byQuestion[id] = append(x.byQuestion[id], s)
		if s.answers != nil {
			continue
		}
		if s.statement != none {
			if source := v.sourceOf(s.statement); source != none {
				x.bySource[source] = append(x.bySource[source], s)
			}
		}
		if s.claim != none {
			x.byClaim[s.claim] = append(x.byClaim[s.claim], s)
		}
	}
	return x
}

// reportedSilent returns the reports of silence by a respondent, or by an
// organ of it, that stand and are about event e: about the same document, or,
// where the event names none, about a claim the event puts forward. It also
// returns those that no longer count, with what took them away.
func (r *responses) reportedSilent(e *Event, respondent int32) (reports, dropped []int32) {
	v := r.v
	look := func(list []silence) {
		for _, s := range list {
			switch {
			case !slices.Contains(v.ties.LeadUp(s.speaker, ties.AnyDay), respondent):
			case s.dropped == nil:
				reports = append(reports, s.report)
			default:
				dropped = append(append(dropped, s.report), s.dropped...)
			}
		}
	}
	if source := v.resolve(e.Carrier.Ref()); source != none {
		look(r.silent.bySource[source])
		return reports, dropped
	}
	for _, id := range e.Claims {
		look(r.silent.byClaim[v.resolve(id.Ref())])
	}
	return reports, dropped
}

// dayOf returns the last day of a window, or the view's day if it has none.
func (v questions) dayOf(w ties.Window) edtf.Day {
	if w.Last == math.MaxInt64 {
		return v.today()
	}
	return edtf.DayFromNumber(w.Last)
}

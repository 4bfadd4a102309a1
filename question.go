package dispute

import (
	"cmp"
	"math"
	"slices"

	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/ints"
	"github.com/dispute-go/dispute/internal/ties"
)

// A Question is something the record leaves open. It is dated and has an ID
// that stays the same from view to view.
type Question struct {
	ID   string       `json:"id"`
	Kind QuestionKind `json:"kind"`
	// Event is the accusation, demand or expected event it is about,
	// Attribution the statement, Claim the claim; empty where there is none.
	Event       EventID       `json:"event,omitzero"`
	Attribution AttributionID `json:"attribution,omitzero"`
	Claim       ClaimID       `json:"claim,omitzero"`
	// Respondent is who is expected to answer, Channel the document or
	// statement that is to be answered.
	Respondent ActorID  `json:"respondent,omitzero"`
	Channel    SourceID `json:"channel,omitzero"`
	// AsOf is the day as of which it is open: that of the report of silence,
	// or else the view's day; the zero Day when there is neither.
	AsOf edtf.Day `json:"as_of,omitzero"`

	from *openMatter // which words are made of
	read *said       // the words that came with it
}

// OpenQuestions returns what the record leaves open, ordered by kind, then by
// ID. A response counts from the day it was given: a denial that is certainly
// older than an accusation is no answer to it. Whether an expected event is
// ageing or overdue is told only if the lens has a day.
func (v *View) OpenQuestions() []Question {
	v = v.orEmpty()
	return questions{v.chronology}.responses().open()
}

// open returns what is open, in order, each question once.
func (v *responses) open() []Question {
	var list []Question
	for _, m := range slices.Concat(v.silent.open(), v.unanswered(), v.expectations(), v.originless()) {
		list = append(list, newQuestion(m))
	}
	slices.SortStableFunc(list, func(a, b Question) int {
		return cmp.Or(cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.ID, b.ID),
			b.AsOf.Compare(a.AsOf)) // of several reports the last one tells
	})
	return slices.CompactFunc(list, func(a, b Question) bool { return a.ID == b.ID })
}

// newQuestion puts an open matter down as a question.
func newQuestion(m *openMatter) Question {
	v := m.chronology
	q := Question{ID: m.id(), Kind: m.kind, AsOf: m.day, from: m,
		Attribution: v.attributionID(m.attribution), Respondent: v.actorID(m.respondent), Channel: v.sourceID(m.channel)}
	if m.event != none {
		q.Event = EventID(v.ref(m.event).ID)
	}
	if m.claim != none {
		q.Claim = ClaimID(v.ref(m.claim).ID)
	}
	return q
}

// A silence is a report that somebody has not responded.
type silence struct {
	report, speaker  int32
	statement, claim int32 // what was not answered, or none
	when             ties.Window
	before           []int32 // what the speaker said before, and what no longer counts
	// answers are the speaker's that are later than the report, so that it is
	// silent no more.
	answers []int32
	// dropped are the retractions and undercuts because of which the report no
	// longer counts.
	dropped []int32
	// heard are the report and all statements that were weighed against it,
	// where there are any, whether or not they took effect.
	heard []int32
}

// stands reports whether the report counts and the speaker is silent still.
func (s *silence) stands() bool { return s.answers == nil && s.dropped == nil }

// silences returns the reports that somebody has not responded, one for every
// signatory.
func (v *replyFinder) silences() []silence {
	var list []silence
	for _, n := range v.currents(ItemAttribution) {
		if v.d.attribution(n).Stance != StanceHasNotResponded {
			continue
		}
		signatories, _ := v.speakersOf(n)
		for _, speaker := range signatories {
			list = append(list, v.silence(n, speaker))
		}
	}
	return list
}

// silence returns what report n says of one of its signatories.
func (v *replyFinder) silence(n, speaker int32) silence {
	x := v.d.attributionRefs(n)
	s := silence{report: n, speaker: speaker, statement: v.latest(x.attribution), claim: v.latest(x.claim), when: v.saidWindow(n)}
	if s.statement != none {
		s.claim = v.claimOf(s.statement)
	}
	for _, target := range []int32{s.statement, s.claim} {
		if target == none {
			continue
		}
		if given := v.by(speaker, target); given != nil {
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
	s.heard = ints.Merge(h.heard, challengers, v.actItems(h.acts))
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

// silenceMatter asks for the response that is reported missing.
func (v questions) silenceMatter(s *silence) *openMatter {
	m := v.matter(QuestionNoResponse)
	m.respondent, m.attribution, m.claim = s.speaker, s.statement, s.claim
	m.report, m.challenges, m.disregarded = s.report, s.heard, s.before
	if s.statement != none {
		m.channel = v.sourceOf(s.statement)
	}
	if s.when.Last != math.MaxInt64 {
		m.day = edtf.DayFromNumber(s.when.Last)
	}
	return m
}

// silenceIndex lists the reports of silence: those that no answer ended also by
// the document that was not answered and by the claim.
type silenceIndex struct {
	v          questions
	all        []silence
	byQuestion map[string][]silence // by the ID of the question that it asks
	bySource   map[int32][]silence
	byClaim    map[int32][]silence
}

func (v questions) indexSilences(reports []silence) silenceIndex {
	x := silenceIndex{v, reports, map[string][]silence{}, map[int32][]silence{}, map[int32][]silence{}}
	for i := range reports {
		s := reports[i]
		m := v.silenceMatter(&reports[i])
		x.byQuestion[m.id()] = append(x.byQuestion[m.id()], s)
		if s.answers != nil {
			continue
		}
		if m.channel != none {
			x.bySource[m.channel] = append(x.bySource[m.channel], s)
		}
		if s.claim != none {
			x.byClaim[s.claim] = append(x.byClaim[s.claim], s)
		}
	}
	return x
}

// open returns what the reports that stand leave open.
func (x *silenceIndex) open() []*openMatter {
	var list []*openMatter
	for i := range x.all {
		if s := &x.all[i]; s.stands() {
			list = append(list, x.v.silenceMatter(s))
		}
	}
	return list
}

// of returns the reports of silence by a respondent, or by an organ of it, that
// stand and are about event e: about the same document, or, where the event
// names none, about a claim the event puts forward. It also returns those that
// no longer count, with what took them away.
func (x *silenceIndex) of(e *Event, respondent int32) (reports, dropped []int32) {
	var list []silence
	if source := x.v.resolve(e.Carrier.Ref()); source != none {
		list = x.bySource[source]
	} else {
		for _, id := range e.Claims {
			list = append(list, x.byClaim[x.v.resolve(id.Ref())]...)
		}
	}
	for _, s := range list {
		switch {
		case !slices.Contains(x.v.ties.LeadUp(s.speaker, ties.AnyDay), respondent):
		case s.dropped == nil:
			reports = append(reports, s.report)
		default:
			dropped = append(append(dropped, s.report), s.dropped...)
		}
	}
	return reports, dropped
}

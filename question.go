package dispute

import (
	"cmp"
	"slices"

	"github.com/dispute-go/dispute/edtf"
)

// A Question is something the record leaves open. It is dated and has an ID
// that stays the same from view to view.
type Question struct {
	ID   string       `json:"id"`
	Kind QuestionKind `json:"kind,omitzero"`
	// Event is the accusation, demand or expected event it is about,
	// Attribution the statement, Claim the claim; empty where there is none.
	Event       EventID       `json:"event,omitzero"`
	Attribution AttributionID `json:"attribution,omitzero"`
	Claim       ClaimID       `json:"claim,omitzero"`
	// Respondent is who is expected to answer, Channel the document or
	// statement that is to be answered.
	Respondent ActorID  `json:"respondent,omitzero"`
	Channel    SourceID `json:"channel,omitzero"`
	// AsOf is the day as of which it is open: that for which a silence was
	// reported, or else the view's day; the zero Day where that is not known.
	AsOf edtf.Day `json:"as_of,omitzero"`

	from *openMatter // which words are made of
	read *said       // the words that came with it
}

// OpenQuestions returns what the record leaves open, ordered by kind, then by
// ID.
//
// An accusation is open to its addressees and to the accused, a demand or an
// appeal to its addressees, or else those at whom it is aimed, until they answer:
// see [View.Answers]. Whether an expected event is ageing or overdue is told only
// if the lens has a day. It is neither once the view accepts an event that is a
// response to it, or in response to the same demand and of its kind or the kind
// asked for, or that is the same act by the same doers with the same targets and
// surely started within its window.
//
// The cost is near-linear in the size of the record; beyond some sixteen million
// steps from what respondents deny to what entails it, no further denial answers
// through entailment.
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

package dispute

import (
	"slices"

	"github.com/dispute-go/dispute/internal/ints"
	"github.com/dispute-go/dispute/internal/ticks"
)

// settled returns why a question that is open in another view is not open in
// this one: the items that settle it, and the keys of the facts by which it does
// not arise.
func (r *reading) settled(q Question) (items []int32, facts []string) {
	v := r.v
	event, claim := v.resolve(q.Event.Ref()), v.resolve(q.Claim.Ref())
	switch q.Kind {
	case QuestionAgeing, QuestionOverdue:
		if event != none {
			facts = append(facts, v.datesKey(v.events.at(event)))
		}
	case QuestionNoOrigin:
		if claim != none {
			items = r.responses.origins(claim)
		}
	default:
		if event == none {
			return r.responses.broken(q), nil
		}
		return r.responses.given(event, v.resolve(q.Respondent.Ref()))
	}
	return items, facts
}

// origins returns the first-hand statements that bear on claim c, those that no
// longer count included, and the claims by which they do.
func (v questions) origins(c int32) []int32 {
	e := v.gather(v.proposition(c))
	h := hearing{voices: slices.Clip(e.voices), heard: e.through}
	for _, by := range e.through {
		for _, w := range v.hear(v.proposition(by)).withdrawn {
			h.voices = append(h.voices, w.voice)
		}
	}
	for _, r := range h.voices {
		if r.attribution != none {
			h.heard = append(h.heard, r.attribution)
		}
	}
	return v.grounds(v.proposition(c), h)
}

// broken returns what ended the silence that a question is about: later answers,
// or what took the report of it away.
func (v *responses) broken(q Question) []int32 {
	var items []int32
	for _, s := range v.silent.byQuestion[q.ID] {
		items = append(append(items, s.answers...), s.dropped...)
	}
	return ints.Merge(items)
}

// given returns what a respondent answered to event n, or denied instead, the
// reports of its silence that stand for that, or, of an event that is not
// accepted, how it stands.
func (v *responses) given(n, respondent int32) (items []int32, facts []string) {
	e := v.d.event(n)
	place := v.events.at(n)
	if v.events.standing[place] != StandingAccepted {
		return nil, []string{"status/" + v.firstRef(n).String()}
	}
	items, _ = v.silent.of(e, respondent)
	earliest := v.events.time.EarliestStart(place)
	for _, target := range v.answerable(e) {
		if given := v.by(respondent, target); given != nil {
			for _, m := range given.standing {
				if ticks.Last(v.saidWindow(m).Last) >= earliest {
					items = append(items, m)
				}
			}
		}
	}
	for _, f := range v.reactions(n, respondent) {
		items = append(items, f)
		facts = append(facts, "status/"+v.firstRef(f).String())
	}
	return ints.Merge(items, v.answerTo(n, place, respondent).denials), facts
}

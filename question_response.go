package dispute

import (
	"fmt"
	"math"
	"slices"

	"github.com/dispute-go/dispute/internal/ints"
	"github.com/dispute-go/dispute/internal/ticks"
	"github.com/dispute-go/dispute/internal/ties"
)

// missing finds who has not answered what: where it is reported that somebody
// has not, and where no answer is on file.
func (r *responses) missing() []Question {
	var list []Question
	for _, s := range r.silent.all {
		if s.stands() {
			list = append(list, r.v.silenceQuestion(s))
		}
	}
	return append(list, r.unanswered()...)
}

// responds reports whether a stance is an answer of any sort.
func (s Stance) responds() bool {
	switch s {
	case StanceAsserts, StanceImplies, StanceDenies, StanceNeitherConfirmsNorDenies, StanceDeclinesComment:
		return true
	}
	return false
}

func (r *replies) none() bool { return r == nil || len(r.standing) == 0 }

// by returns actor's answers to a claim or a statement; nil for none at all.
func (r *responses) by(actor, target int32) *replies {
	byActor, ok := r.to[target]
	if !ok {
		byActor = r.find(target)
		r.to[target] = byActor
	}
	return byActor[actor]
}

func (r *responses) find(target int32) map[int32]*replies {
	v := r.v
	claim, list := target, v.on.statements[target]
	if v.ref(target).Kind == ItemAttribution {
		claim, list = v.claimOf(target), v.on.answers[target]
	}
	found := map[int32]*replies{}
	at := func(speaker int32, w ties.Window, do func(*replies)) {
		for _, a := range v.ties.LeadUp(speaker, w) {
			if found[a] == nil {
				found[a] = &replies{last: math.MinInt64}
			}
			do(found[a])
		}
	}
	var given []voice
	for _, n := range list {
		if !v.d.attribution(n).Stance.responds() {
			continue
		}
		if said, ok := v.voiceOf(n); ok {
			given = append(given, said)
			continue
		}
		speakers, _ := v.speakersOf(n)
		for _, s := range speakers {
			at(s, v.saidWindow(n), func(x *replies) { x.void = append(x.void, n) })
		}
	}
	var h hearing
	v.sift(&h, v.about(claim), given)
	for _, said := range h.voices {
		for _, s := range said.speakers {
			at(s, said.when, func(x *replies) {
				x.standing = append(x.standing, said.attribution)
				if said.against {
					x.denials = append(x.denials, said.attribution)
				}
				x.last = max(x.last, said.when.Last)
			})
		}
	}
	for _, w := range h.withdrawn {
		for _, s := range w.voice.speakers {
			at(s, w.voice.when, func(x *replies) { x.void = append(append(x.void, w.voice.attribution), w.undoing(v.mentions)...) })
		}
	}
	for _, x := range found {
		x.standing, x.denials, x.void = ints.Merge(x.standing), ints.Merge(x.denials), ints.Merge(x.void)
	}
	return found
}

// unanswered finds accusations and demands without a response. Where a report
// of silence already says so for an organ of the respondent, the report
// stands for it.
func (r *responses) unanswered() []Question {
	v := r.v
	var list []Question
	x := &v.events
	for place, n := range x.list {
		e := v.d.event(n)
		if !traitsOf[e.Kind].answerable || !e.Phase.took() || x.standing[place] != StandingAccepted {
			continue
		}
		for _, respondent := range v.respondents(e) {
			reports, dropped := r.reportedSilent(e, respondent)
			if reports != nil {
				continue
			}
			answer := r.answerTo(n, int32(place), respondent)
			if answer.given {
				continue
			}
			q := Question{Kind: QuestionNoResponse, Event: EventID(v.ref(n).ID), Respondent: v.actorID(respondent), AsOf: v.today()}
			if c := v.resolve(e.Carrier.Ref()); c != none {
				q.Channel = SourceID(v.ref(c).ID)
			}
			g := v.reason()
			because := []int{g.actor(respondent)}
			if root, ok := g.graft(words{v.court}.statusReasons(v.judge(v.occurrenceOf(n)))); ok {
				because = append(because, root)
			}
			because = append(because, v.dates(g, int32(place)))
			for _, m := range ints.Merge(dropped, answer.void, answer.denials) {
				because = append(because, g.attribution(m))
			}
			q.Text = fmt.Sprintf("%sno response from %s to this is on file: %s", asOf(q.AsOf), v.name(respondent), v.eventName(n))
			if len(answer.denials) > 0 {
				q.Kind = QuestionDenialOfAnother
				other := v.claimOf(answer.denials[0])
				q.Text += fmt.Sprintf("; %s denies something else, that %s", v.name(respondent), v.d.claim(other).Text)
			}
			q.ID = v.questionID(q.Kind, v.firstRef(n), q.Respondent, q.Channel)
			q.Reasons = g.done(g.fact(q.Text, q.Kind.String(), because...))
			list = append(list, q)
		}
	}
	return list
}

// respondents returns who is expected to answer an event: its addressees, or
// else those it is aimed at.
func (v questions) respondents(e *Event) []int32 {
	var addressees, targets []int32
	for _, part := range e.Participants {
		switch part.Role {
		case RoleAddressee:
			addressees = append(addressees, v.resolve(part.Actor.Ref()))
		case RoleTarget:
			targets = append(targets, v.resolve(part.Actor.Ref()))
		}
	}
	if addressees != nil {
		return ints.Merge(addressees)
	}
	return ints.Merge(targets)
}

// An answer says whether a respondent answered an event, and if not, what it
// denied instead and which of its answers do not count.
type answer struct {
	given         bool
	denials, void []int32
}

// answerTo finds the answer of a respondent, or of someone who speaks for it,
// to event n: a statement on what the event claims, or on a statement of its
// document, that is not certainly older than the event; or an event in
// response. Failing that, it looks for denials of claims linked by entailment.
func (r *responses) answerTo(n, place, respondent int32) answer {
	v := r.v
	e := v.d.event(n)
	earliest := v.events.time.EarliestStart(place)
	var a answer
	for _, target := range v.answerable(e) {
		if given := r.by(respondent, target); given != nil {
			a.given = a.given || len(given.standing) > 0 && ticks.Last(given.last) >= earliest
			a.void = append(a.void, given.void...)
		}
	}
	a.given = a.given || v.reactions(n, respondent) != nil
	if a.given {
		return a
	}
	own := v.claimsOf(e)
	p := proposition{claims: own, event: none}
	for _, c := range ints.Merge(v.entailing(p, v.on.entails), v.entailing(p, v.on.entailedBy)) {
		if _, is := slices.BinarySearch(own, c); is {
			continue
		}
		if given := r.by(respondent, c); !given.none() {
			a.denials = append(a.denials, given.denials...)
		}
	}
	return a
}

// claimsOf returns the claims that an event puts forward, ascending.
func (v questions) claimsOf(e *Event) []int32 {
	var claims []int32
	for _, id := range e.Claims {
		claims = append(claims, v.resolve(id.Ref()))
	}
	return ints.Merge(claims)
}

// answerable returns what is answered where an event is: the claims that it
// puts forward, and the statements on them in its document.
func (v questions) answerable(e *Event) []int32 {
	list := v.claimsOf(e)
	carrier := v.resolve(e.Carrier.Ref())
	if carrier == none {
		return list
	}
	for _, c := range v.claimsOf(e) {
		for _, m := range v.on.statements[c] {
			if v.sourceOf(m) == carrier {
				list = append(list, m)
			}
		}
	}
	return list
}

// reactions returns the events by which a respondent, or someone who speaks for
// it, responded to event n.
func (v questions) reactions(n, respondent int32) []int32 {
	var list []int32
	for _, f := range v.on.responses[n] {
		if v.events.standing[v.events.at(f)] == StandingAccepted && slices.ContainsFunc(v.doers(f), func(doer int32) bool {
			return slices.Contains(v.ties.LeadUp(doer, ties.AnyDay), respondent)
		}) {
			list = append(list, f)
		}
	}
	return list
}

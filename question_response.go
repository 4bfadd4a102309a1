package dispute

import (
	"fmt"
	"math"
	"slices"

	"github.com/dispute-go/dispute/edtf"
)

// missingResponses finds who has not answered what: where it is reported that
// somebody has not, and where no answer is on file.
func (v *View) missingResponses() []Question {
	r := &responses{v: v, to: map[int32]map[int32]*replies{}}
	silences := r.silences()
	var list []Question
	for _, s := range silences {
		if s.dropped == nil {
			list = append(list, v.silenceQuestion(s))
		}
	}
	return append(list, r.unanswered(silences)...)
}

// responds reports whether a stance is an answer of any sort.
func (s Stance) responds() bool {
	switch s {
	case StanceAsserts, StanceImplies, StanceDenies, StanceNeitherConfirmsNorDenies, StanceDeclinesComment:
		return true
	}
	return false
}

// responses finds who answered a claim or a statement, each once.
type responses struct {
	v  *View
	to map[int32]map[int32]*replies // by claim or attribution, then by actor
}

// replies are the first-hand answers of one actor, or of those who speak for
// it, to one claim or statement.
type replies struct {
	standing []int32 // by attribution
	denials  []int32 // those of them that deny
	// void are those that no longer count or have no known lineage, together
	// with the retractions and undercuts that did it.
	void []int32
	// The latest day on which one of the standing can have been given, and the
	// latest before which one of them surely was not.
	last, first int64
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
	at := func(speaker int32, w window, do func(*replies)) {
		for _, a := range v.ties.leadUp(speaker, w) {
			if found[a] == nil {
				found[a] = &replies{last: math.MinInt64, first: math.MinInt64}
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
				x.last, x.first = max(x.last, said.when.last), max(x.first, said.when.first)
			})
		}
	}
	for _, w := range h.withdrawn {
		for _, s := range w.voice.speakers {
			at(s, w.voice.when, func(x *replies) { x.void = append(append(x.void, w.voice.attribution), w.undoing(v)...) })
		}
	}
	for _, x := range found {
		x.standing, x.denials, x.void = merge(x.standing), merge(x.denials), merge(x.void)
	}
	return found
}

// about returns what claim c states, or nothing where there is no claim.
func (v *View) about(c int32) proposition {
	if c == none {
		return proposition{event: none}
	}
	return v.proposition(c)
}

// undoing returns the retractions and undercuts that dropped a statement,
// those of its source included.
func (w withdrawal) undoing(v *View) []int32 {
	if w.source == none {
		return w.by
	}
	return merge(w.by, v.on.impeached[w.source])
}

// A silence is a report that somebody has not responded.
type silence struct {
	report, speaker  int32
	statement, claim int32 // what was not answered, or none
	when             window
	before           []int32 // what the speaker said before, and what no longer counts
	// dropped are the retractions and undercuts because of which the report no
	// longer counts.
	dropped []int32
}

// silences returns the reports that somebody has not responded, unless that
// somebody responded later.
func (r *responses) silences() []silence {
	v := r.v
	var list []silence
	for _, n := range v.currents(ItemAttribution) {
		x := v.d.attributionRefs(n)
		speaker := v.latest(x.speaker)
		if v.d.attribution(n).Stance != StanceHasNotResponded || speaker == none {
			continue
		}
		s := silence{report: n, speaker: speaker, statement: v.latest(x.attribution), claim: v.latest(x.claim), when: v.saidWindow(n)}
		if s.statement != none {
			s.claim = v.claimOf(s.statement)
		}
		answered := false
		for _, target := range []int32{s.statement, s.claim} {
			if target == none {
				continue
			}
			if given := r.by(speaker, target); given != nil {
				answered = answered || len(given.standing) > 0 && given.first > s.when.last
				s.before = merge(s.before, given.standing, given.void)
			}
		}
		if !answered {
			s.dropped = v.silenceDropped(s)
			list = append(list, s)
		}
	}
	return list
}

// silenceDropped returns what takes a report of silence away: undercuts of it
// or of its source, or a retraction by whoever published it.
func (v *View) silenceDropped(s silence) []int32 {
	report := voice{attribution: s.report, event: none, source: none, claim: s.claim, when: s.when}
	if publisher := v.publisherOf(s.report); publisher != none {
		report.speakers = []int32{publisher}
	}
	var h hearing
	v.sift(&h, v.about(s.claim), []voice{report})
	for _, w := range h.withdrawn {
		return w.undoing(v)
	}
	return nil
}

// publisherOf returns who published the source of attribution n, or none.
func (v *View) publisherOf(n int32) int32 {
	s := v.sourceOf(n)
	if s == none {
		return none
	}
	return v.latest(v.d.publisherOf(s))
}

// silenceQuestion asks for the response that is reported missing. What was
// said before does not answer it, and is named among the reasons.
func (v *View) silenceQuestion(s silence) Question {
	q := Question{Kind: QuestionNoResponse, Respondent: v.actorID(s.speaker), AsOf: v.dayOf(s.when)}
	g := v.reason()
	because := []int{g.attribution(s.report)}
	for _, m := range s.before {
		because = append(because, g.attribution(m))
	}
	var about string
	var subject Ref
	if s.claim != none {
		q.Claim = ClaimID(v.ref(s.claim).ID)
		about, subject = "the allegation that "+v.d.claim(s.claim).Text, v.firstRef(s.claim)
		because = append(because, g.item(s.claim))
	}
	if s.statement != none {
		q.Attribution = v.attributionID(s.statement)
		about, subject = "this: "+v.clause(s.statement, maxNesting), v.firstRef(s.statement)
		because = append(because, g.attribution(s.statement))
		if channel := v.sourceOf(s.statement); channel != none {
			q.Channel = SourceID(v.ref(channel).ID)
			about = v.sourcePhrase(channel) + ", in which " + v.clause(s.statement, maxNesting)
		}
	}
	q.Text = fmt.Sprintf("%s%s, %s has not responded to %s",
		asOf(q.AsOf), v.accordingTo(s.report), v.name(s.speaker), about)
	q.ID = v.questionID(q.Kind, subject, q.Respondent, q.Channel)
	q.Reasons = g.done(g.fact(q.Text, q.Kind.String(), because...))
	return q
}

// unanswered finds accusations and demands without a response. Where a report
// of silence already says so for an organ of the respondent, the report
// stands for it.
func (r *responses) unanswered(reports []silence) []Question {
	v := r.v
	var list []Question
	silent := v.indexSilences(reports)
	x := &v.events
	for place, n := range x.list {
		e := v.d.event(n)
		if !traitsOf[e.Kind].answerable || !e.Phase.took() || x.standing[place] != StandingAccepted {
			continue
		}
		for _, respondent := range v.respondents(e) {
			reported, dropped := v.reportedSilent(e, respondent, silent)
			if reported {
				continue
			}
			answer := r.answerTo(n, int32(place), respondent)
			if answer.given {
				continue
			}
			q := Question{Kind: QuestionNoResponse, Event: EventID(v.ref(n).ID), Respondent: v.actorID(respondent), AsOf: v.Day()}
			if c := v.resolve(e.Carrier.Ref()); c != none {
				q.Channel = SourceID(v.ref(c).ID)
			}
			g := v.reason()
			because := []int{g.actor(respondent)}
			if root, ok := g.graft(v.assess(v.occurrenceOf(n)).Reasons); ok {
				because = append(because, root)
			}
			because = append(because, g.span(int32(place)))
			for _, m := range merge(dropped, answer.void, answer.denials) {
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
func (v *View) respondents(e *Event) []int32 {
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
		return merge(addressees)
	}
	return merge(targets)
}

// silenceIndex lists the reports of silence by the document that was not
// answered and by the claim.
type silenceIndex struct {
	bySource map[int32][]silence
	byClaim  map[int32][]silence
}

func (v *View) indexSilences(reports []silence) silenceIndex {
	x := silenceIndex{map[int32][]silence{}, map[int32][]silence{}}
	for _, s := range reports {
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

// reportedSilent reports whether a report of silence by a respondent, or by an
// organ of it, is about event e: about the same document, or, where the event
// names none, about a claim the event puts forward. If not, it returns what
// took such reports away.
func (v *View) reportedSilent(e *Event, respondent int32, x silenceIndex) (reported bool, dropped []int32) {
	look := func(list []silence) {
		for _, s := range list {
			switch {
			case !slices.Contains(v.ties.leadUp(s.speaker, anyDay), respondent):
			case s.dropped == nil:
				reported = true
			default:
				dropped = append(append(dropped, s.report), s.dropped...)
			}
		}
	}
	if source := v.resolve(e.Carrier.Ref()); source != none {
		look(x.bySource[source])
		return reported, dropped
	}
	for _, id := range e.Claims {
		look(x.byClaim[v.resolve(id.Ref())])
	}
	return reported, dropped
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
	look := func(target int32) {
		if given := r.by(respondent, target); given != nil {
			a.given = a.given || len(given.standing) > 0 && lastTick(given.last) >= earliest
			a.void = append(a.void, given.void...)
		}
	}
	own := map[int32]bool{}
	var claims []int32
	for _, id := range e.Claims {
		c := v.resolve(id.Ref())
		own[c] = true
		claims = append(claims, c)
		look(c)
		for _, m := range v.on.statements[c] {
			if e.Carrier != "" && v.sourceOf(m) == v.resolve(e.Carrier.Ref()) {
				look(m)
			}
		}
	}
	for _, f := range v.on.responses[n] {
		if v.events.standing[v.events.at(f)] != StandingAccepted {
			continue
		}
		for _, doer := range v.doers(f) {
			a.given = a.given || slices.Contains(v.ties.leadUp(doer, anyDay), respondent)
		}
	}
	if a.given {
		return a
	}
	p := proposition{claims: merge(claims), event: none}
	for _, c := range merge(v.entailing(p, v.on.entails), v.entailing(p, v.on.entailedBy)) {
		if given := r.by(respondent, c); !own[c] && !given.none() {
			a.denials = append(a.denials, given.denials...)
		}
	}
	return a
}

// dayOf returns the last day of a window, or the view's day if it has none.
func (v *View) dayOf(w window) edtf.Day {
	if w.last == math.MaxInt64 {
		return v.Day()
	}
	return edtf.DayFromNumber(w.last)
}

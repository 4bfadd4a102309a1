package dispute

import (
	"slices"

	"github.com/dispute-go/dispute/internal/ints"
	"github.com/dispute-go/dispute/internal/ticks"
	"github.com/dispute-go/dispute/internal/ties"
)

// responses tells who has responded to what, and who is reported not to have.
type responses struct {
	*replyFinder
	silent silenceIndex
}

func (v questions) responses() *responses {
	find := &replyFinder{v, map[int32]map[int32]*replies{}}
	return &responses{find, v.indexSilences(find.silences())}
}

// unanswered finds accusations and demands without a response.
func (v *responses) unanswered() []*openMatter {
	var list []*openMatter
	for place, n := range v.events.list {
		e := v.d.event(n)
		if !traitsOf[e.Kind].answerable || !e.Phase.took() || v.events.standing[place] != StandingAccepted {
			continue
		}
		for _, respondent := range v.respondents(e) {
			if m := v.unansweredBy(n, int32(place), respondent); m != nil {
				list = append(list, m)
			}
		}
	}
	return list
}

// unansweredBy returns what a respondent leaves open of event n, or nil. Where a
// report of silence already says so for an organ of the respondent, the report
// stands for it.
func (v *responses) unansweredBy(n, place, respondent int32) *openMatter {
	e := v.d.event(n)
	reports, dropped := v.silent.of(e, respondent)
	if reports != nil {
		return nil
	}
	answer := v.answerTo(n, place, respondent)
	if answer.given {
		return nil
	}
	m := v.matter(QuestionNoResponse)
	if answer.denials != nil {
		m.kind = QuestionDenialOfAnother
	}
	m.event, m.respondent, m.channel = n, respondent, v.resolve(e.Carrier.Ref())
	m.denials, m.disregarded = answer.denials, ints.Merge(dropped, answer.void)
	return m
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
// response. Failing that, it looks for what the respondent
// denies instead.
func (v *responses) answerTo(n, place, respondent int32) answer {
	e := v.d.event(n)
	earliest := v.events.time.EarliestStart(place)
	var a answer
	for _, target := range v.answerable(e) {
		if given := v.by(respondent, target); given != nil {
			a.given = a.given || len(given.standing) > 0 && ticks.Last(given.last) >= earliest
			a.void = append(a.void, given.void...)
		}
	}
	a.given = a.given || v.reactions(n, respondent) != nil
	if !a.given {
		a.denials = v.otherDenials(e, respondent)
	}
	return a
}

// otherDenials returns what a respondent denies of the claims that are linked
// by entailment with those an event puts forward, and are not among these.
func (v *responses) otherDenials(e *Event, respondent int32) []int32 {
	var denials []int32
	own := v.claimsOf(e)
	p := proposition{claims: own, event: none}
	for _, c := range ints.Merge(v.entailing(p, v.on.entails), v.entailing(p, v.on.entailedBy)) {
		if _, is := slices.BinarySearch(own, c); is {
			continue
		}
		if given := v.by(respondent, c); !given.none() {
			denials = append(denials, given.denials...)
		}
	}
	return denials
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

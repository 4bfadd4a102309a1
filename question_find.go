package dispute

import (
	"math"
	"slices"

	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/ints"
	"github.com/dispute-go/dispute/internal/ticks"
	"github.com/dispute-go/dispute/internal/ties"
)

// questions finds what is open.
type questions struct{ *chronology }

// responses tells who has responded to what, and who is reported not to have.
type responses struct {
	*replyFinder
	silent silenceIndex
}

// QuestionKind says what is open. The zero value is none.
type QuestionKind uint8

// The kinds of open question.
const (
	// An accusation or a demand has no response from its addressee or, if it
	// has none, the accused; or somebody is reported not to have responded.
	QuestionNoResponse QuestionKind = iota + 1
	// An accusation has no response, but the accused denies a different,
	// related allegation.
	QuestionDenialOfAnother
	// The window in which an event is expected has begun.
	QuestionAgeing
	// The whole window in which an event was expected has passed.
	QuestionOverdue
	// A claim has no first-hand statement by a known speaker.
	QuestionNoOrigin
)

var questionKinds = vocabulary{"question kind", []string{"none", "no-response", "denial-of-another", "ageing", "overdue", "no-origin"}}

// String returns the word for k.
func (k QuestionKind) String() string { return questionKinds.text(uint8(k)) }

// MarshalText returns the word for k.
func (k QuestionKind) MarshalText() ([]byte, error) { return questionKinds.marshal(uint8(k)) }

// UnmarshalText reads the word for k; any other text is an error.
func (k *QuestionKind) UnmarshalText(text []byte) error {
	return questionKinds.unmarshal(text, (*uint8)(k))
}

// An openMatter is something that the record leaves open. What a matter does
// not have is none.
type openMatter struct {
	chronology                *chronology
	kind                      QuestionKind
	event, attribution, claim int32 // what it is about
	respondent, channel       int32 // who is to answer, and which source
	day                       edtf.Day

	// report says that the respondent has not responded; none where nobody does.
	// challenges are the report and all that was weighed against it, if anything.
	report     int32
	challenges []int32
	// denials are what the respondent denies instead.
	denials []int32
	// disregarded are answers and reports of silence that do not count for it,
	// together with what took them away.
	disregarded []int32
}

// matter begins a matter that is open as of the day of the view.
func (v questions) matter(kind QuestionKind) *openMatter {
	return &openMatter{chronology: v.chronology, kind: kind, event: none, attribution: none, claim: none,
		respondent: none, channel: none, report: none, day: v.today()}
}

// subject returns what a matter is about before all: the event, else the
// statement, else the claim.
func (m *openMatter) subject() int32 {
	for _, n := range []int32{m.event, m.attribution, m.claim} {
		if n != none {
			return n
		}
	}
	return none
}

// id names a matter by its kind, what it is about, who is to answer and what,
// each by its first version.
func (m *openMatter) id() string {
	first := func(n int32) Ref {
		if n == none {
			return Ref{}
		}
		return m.chronology.firstRef(n)
	}
	id := m.kind.String() + "/" + first(m.subject()).String()
	if m.respondent != none || m.channel != none {
		id += "/" + first(m.respondent).ID
	}
	if m.channel != none {
		id += "/" + first(m.channel).ID
	}
	return id
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
		if slices.ContainsFunc(v.doers(f), func(doer int32) bool {
			return v.acceptedFor(f, doer) && slices.Contains(v.ties.LeadUp(doer, ties.AnyDay), respondent)
		}) {
			list = append(list, f)
		}
	}
	return list
}

// replies are the first-hand answers of one actor, or of those who speak for
// it, to one claim or statement.
type replies struct {
	standing []int32 // by attribution
	denials  []int32 // those of them that deny
	// void are those that no longer count or have no known lineage, together
	// with the retractions and undercuts that did it.
	void []int32
	last int64 // the latest day on which one of the standing can have been given
}

func (r *replies) none() bool { return r == nil || len(r.standing) == 0 }

// A replyFinder finds who answered a claim or a statement, each once.
type replyFinder struct {
	questions
	to map[int32]map[int32]*replies // by claim or attribution, then by actor
}

// by returns actor's answers to a claim or a statement; nil for none at all.
func (v *replyFinder) by(actor, target int32) *replies {
	byActor, ok := v.to[target]
	if !ok {
		byActor = v.find(target)
		v.to[target] = byActor
	}
	return byActor[actor]
}

// find returns the answers to a claim or a statement, by actor.
func (v *replyFinder) find(target int32) map[int32]*replies {
	claim, list := target, v.on.statements[target]
	if v.ref(target).Kind == ItemAttribution {
		claim, list = v.claimOf(target), v.on.answers[target]
	}
	x := replySheet{v.ties, map[int32]*replies{}}
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
		x.void(speakers, v.saidWindow(n), n)
	}
	var h hearing
	v.sift(&h, v.about(claim), given)
	for _, said := range h.voices {
		x.stands(said)
	}
	for _, w := range h.withdrawn {
		x.void(w.voice.speakers, w.voice.when, w.voice.attribution)
		x.void(w.voice.speakers, w.voice.when, w.undoing(v.mentions)...)
	}
	for _, r := range x.by {
		r.standing, r.denials, r.void = ints.Merge(r.standing), ints.Merge(r.denials), ints.Merge(r.void)
	}
	return x.by
}

// responds reports whether a stance is an answer of any sort.
func (s Stance) responds() bool {
	switch s {
	case StanceAsserts, StanceImplies, StanceDenies, StanceNeitherConfirmsNorDenies, StanceDeclinesComment:
		return true
	}
	return false
}

// A replySheet notes the answers to one claim or statement under everybody for
// whom they were given.
type replySheet struct {
	ties *ties.Graph
	by   map[int32]*replies // by actor
}

// of returns the answers of everybody for whom somebody speaks in a window.
func (x replySheet) of(speaker int32, w ties.Window) []*replies {
	var list []*replies
	for _, a := range x.ties.LeadUp(speaker, w) {
		if x.by[a] == nil {
			x.by[a] = &replies{last: math.MinInt64}
		}
		list = append(list, x.by[a])
	}
	return list
}

// stands notes an answer that counts.
func (x replySheet) stands(said voice) {
	for _, s := range said.speakers {
		for _, r := range x.of(s, said.when) {
			r.standing = append(r.standing, said.attribution)
			if said.against {
				r.denials = append(r.denials, said.attribution)
			}
			r.last = max(r.last, said.when.Last)
		}
	}
}

// void notes an answer that does not count, and what took it away.
func (x replySheet) void(speakers []int32, when ties.Window, items ...int32) {
	for _, s := range speakers {
		for _, r := range x.of(s, when) {
			r.void = append(r.void, items...)
		}
	}
}

// expectations finds expected events whose window has begun or has passed.
func (v questions) expectations() []*openMatter {
	if v.today().IsZero() {
		return nil
	}
	var list []*openMatter
	for place, n := range v.events.list {
		if v.d.event(n).Phase != PhaseExpected {
			continue
		}
		if kind := v.lateness(int32(place)); kind != 0 {
			m := v.matter(kind)
			m.event = n
			list = append(list, m)
		}
	}
	return list
}

// lateness tells whether the event at place p is overdue or ageing on the day
// of the view, and is zero if its time has not come.
func (v questions) lateness(p int32) QuestionKind {
	today := v.today().Number()
	switch {
	case v.events.time.LatestEnd(p) < ticks.First(today):
		return QuestionOverdue
	case v.events.time.EarliestStart(p) <= ticks.Last(today):
		return QuestionAgeing
	}
	return 0
}

// originless finds claims that somebody passes on and nobody is known to have
// made, and claims without any attribution; a statement on a claim that bears
// on it, as by entailing it, is an origin too.
func (v questions) originless() []*openMatter {
	x := v.support()
	var list []*openMatter
	for _, c := range v.currents(ItemClaim) {
		if x.none(c) {
			m := v.matter(QuestionNoOrigin)
			m.claim = c
			list = append(list, m)
		}
	}
	return list
}

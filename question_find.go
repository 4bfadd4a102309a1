package dispute

import (
	"cmp"
	"slices"

	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/domain"
	"github.com/dispute-go/dispute/internal/ints"
	"github.com/dispute-go/dispute/internal/ticks"
	"github.com/dispute-go/dispute/internal/ties"
)

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

	when    ties.Window // the days of the event, or of the report of silence
	perhaps bool        // an answer may be later than the report

	// report says that the respondent has not responded; none where nobody does.
	report  int32
	silence *silence // which it reports, or nil
	// otherClaim is what the respondent denies instead, and denial where it does;
	// none where it does not.
	otherClaim, denial int32
	// asked is what was to be answered, and found what was looked up for it: of
	// that come the answers that do not count. silent are the reports of silence
	// that do not count for it.
	asked  ground
	found  *replyFinder
	silent []*silencesOn
}

// matter begins a matter that is open as of the day of the view.
func (v questions) matter(kind QuestionKind) *openMatter {
	return &openMatter{chronology: v.chronology, kind: kind, event: none, attribution: none, claim: none,
		respondent: none, channel: none, report: none, otherClaim: none, denial: none, when: ties.AnyDay, day: v.today()}
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
// each by its first version. Where who is to answer may not be named, the report
// of its silence stands for it.
func (m *openMatter) id() string {
	first := func(n int32) Ref {
		if n == none {
			return Ref{}
		}
		return m.chronology.firstRef(n)
	}
	id := m.kind.String() + "/" + first(m.subject()).String()
	switch respondent := m.respondent; {
	case m.chronology.isConcealed(respondent):
		id += "/" + first(m.report).ID
	case respondent != none || m.channel != none:
		id += "/" + first(respondent).ID
	}
	if m.channel != none {
		id += "/" + first(m.channel).ID
	}
	return id
}

func (v questions) responses() *responses {
	find := v.newReplyFinder()
	return &responses{find, find.indexSilences(find.silences())}
}

// unanswered finds accusations and demands without a response.
func (v *responses) unanswered() []*openMatter {
	var list []*openMatter
	for place, n := range v.events.list {
		if !v.asksForAnswer(n) {
			continue
		}
		g := v.groundOf(n)
		for _, respondent := range v.respondents(v.d.event(n)) {
			if m := v.unansweredBy(n, int32(place), respondent, g); m != nil {
				list = append(list, m)
			}
		}
	}
	return list
}

// unansweredBy returns what a respondent leaves open of event n, or nil. Where a
// report of silence already says so for an organ of the respondent, the report
// stands for it.
func (v *responses) unansweredBy(n, place, respondent int32, g ground) *openMatter {
	silent := v.silent.of(n, respondent)
	when := v.startDays(place)
	if slices.ContainsFunc(silent, func(s *silencesOn) bool { return s.since(when.First) }) || v.isAnswered(g, place, respondent) {
		return nil
	}
	m := v.matter(QuestionNoResponse)
	m.event, m.respondent, m.channel, m.when = n, respondent, v.resolve(v.d.event(n).Carrier.Ref()), when
	m.asked, m.found, m.silent = g, v.replyFinder, silent
	if m.otherClaim, m.denial = v.otherDenial(g, respondent); m.denial != none {
		m.kind = QuestionDenialOfAnother
	}
	return m
}

// respondents returns who is expected to answer an event: its addressees, and
// of an accusation, or of what has no addressee, those it is aimed at.
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
	if e.Kind == KindAccuse || addressees == nil {
		addressees = append(addressees, targets...)
	}
	return ints.Merge(addressees)
}

// groundOf returns what is answered where event n is: the event itself, the
// claims that it puts forward, and the statements on them in its document and by
// its doers.
func (v questions) groundOf(n int32) ground {
	e := v.d.event(n)
	g := ground{targets: []target{{n, none}}}
	for _, c := range v.claimsOf(e) {
		g.claims = append(g.claims, v.keyOf(c))
	}
	g.claims = ints.Merge(g.claims)
	carrier := v.resolve(e.Carrier.Ref())
	for _, c := range g.claims {
		g.targets = append(g.targets, target{c, none})
		for _, by := range ints.Merge(v.doers(n), []int32{carrier}) {
			if by != none {
				g.targets = append(g.targets, target{c, by})
			}
		}
	}
	return g
}

// isAnswered reports whether a respondent, or someone whose word is its, answered
// the event at a place, not certainly before it.
func (v *responses) isAnswered(g ground, place, respondent int32) bool {
	since := v.startDays(place).First
	return v.answered(respondent, g, entailingByLast, func(when latest) bool { return when.last >= since })
}

// otherDenial returns a denial by a respondent of a claim that is linked by
// entailment with those an event puts forward and is not among these: the first
// such claim, and the first denial of it; or none.
func (v *responses) otherDenial(g ground, respondent int32) (claim, denial int32) {
	claim, denial = none, none
	for _, c := range g.claims {
		if !v.connected(v.proposition(c)) {
			continue
		}
		for _, order := range []reachOrder{entailing, entailed} {
			from, ok := v.reach(respondent, order)[c]
			if ok && !slices.Contains(g.claims, from) && (claim == none || from < claim) {
				claim = from
			}
		}
	}
	if claim == none {
		return claim, denial
	}
	for _, x := range v.by(respondent, target{claim, none}).given {
		if x.stance == StanceDenies && (denial == none || x.item < denial) {
			denial = x.item
		}
	}
	return claim, denial
}

// expectations finds expected events whose window has begun or has passed, and
// that nothing settles.
func (v questions) expectations() []*openMatter {
	if v.today().IsZero() {
		return nil
	}
	var list []*openMatter
	settling := v.indexSettling()
	for place, n := range v.events.list {
		if v.d.event(n).Phase != PhaseExpected {
			continue
		}
		if kind := v.lateness(int32(place)); kind != 0 && settling.settledBy(n) == none {
			m := v.matter(kind)
			m.event = n
			list = append(list, m)
		}
	}
	return list
}

// lateness tells whether the event at place p is overdue or ageing on the day
// of the view, and is zero if its time has not come. What was expected about a
// day, or perhaps on it, is not surely past on any other one.
func (v questions) lateness(p int32) QuestionKind {
	today, e := v.today().Number(), v.d.event(v.events.list[p])
	until := e.Until
	if until.IsZero() {
		until = e.When
	}
	switch {
	case v.events.time.LatestEnd(p) < ticks.First(today) && !domain.Doubtful(until):
		return QuestionOverdue
	case v.events.time.EarliestStart(p) <= ticks.Last(today):
		return QuestionAgeing
	}
	return 0
}

// settlings finds what settles expected events.
type settlings struct {
	questions
	acts map[string][]int32 // accepted events that took place, by what they are, by their earliest start
	// soonest are, for each of a list of acts, the one of it and all after it that
	// has started for certain first.
	soonest map[string][]int32
	off     map[int32][]int32 // by event: those called off that are linked to it as a response to it or about it
}

func (v questions) indexSettling() settlings {
	x := settlings{v, map[string][]int32{}, map[string][]int32{}, map[int32][]int32{}}
	for _, n := range v.events.list {
		if v.wasCalledOff(n) {
			for _, l := range v.d.event(n).Links {
				if to := v.replacing(l.Event.Ref()); l.Kind == LinkInResponseTo || l.Kind == LinkAbout {
					x.off[to] = append(x.off[to], n)
				}
			}
		}
		if v.tookPlace(n) {
			for _, act := range v.actsOf(n) {
				x.acts[act] = append(x.acts[act], n)
			}
		}
	}
	for act, list := range x.acts {
		slices.SortStableFunc(list, func(a, b int32) int {
			return cmp.Compare(v.earliest(a), v.earliest(b))
		})
		soonest := slices.Clone(list)
		for i := len(list) - 2; i >= 0; i-- {
			if next := soonest[i+1]; v.latestStart(next) < v.latestStart(list[i]) {
				soonest[i] = next
			}
		}
		x.soonest[act] = soonest
	}
	return x
}

// actsOf returns what an event settles by what it is: the act of all its doers, and
// that of each of them, and of whom one commits, for whom the view accepts it.
func (v questions) actsOf(n int32) []string {
	acts := []string{v.act(n)}
	var doers []int32
	for _, doer := range v.doers(n) {
		if v.acceptedFor(n, doer) {
			doers = ints.Merge(doers, v.ties.Commits(doer, v.startDays(v.events.at(n))), []int32{doer})
		}
	}
	for _, doer := range doers {
		acts = append(acts, v.actBy(n, doer))
	}
	return acts
}

// actBy is what [sight.act] returns, of one doer alone.
func (v questions) actBy(n, doer int32) string {
	e := v.d.event(n)
	var parts []string
	for _, p := range e.Participants {
		if p.Role.acts() && p.Role != RoleActor && p.Role != RoleParty {
			parts = append(parts, string(appendNumbers([]byte("\n"+p.Role), int64(v.resolve(p.Actor.Ref())))))
		}
	}
	return string(appendNumbers([]byte("by one\n"+e.Kind+"\n"+e.Asks), int64(doer))) + setKey(parts)
}

// tookPlace reports whether the view accepts that event n took place.
func (v questions) tookPlace(n int32) bool {
	return v.d.event(n).Phase.took() && v.events.standing[v.events.at(n)] == StandingAccepted
}

// wasCalledOff reports whether event n was called off as somebody says, and nobody
// says that it was not.
func (v questions) wasCalledOff(n int32) bool {
	if v.d.event(n).Phase != PhaseCancelled {
		return false
	}
	s := v.judge(v.occurrenceOf(n))
	told := func(source int32) bool { return len(v.makers(source)) > 0 }
	return len(s.opposing.roots) == 0 && (len(s.supporting.roots) > 0 || slices.ContainsFunc(v.sourcesOf(n), told))
}

func (v questions) earliest(n int32) int64 { return v.events.time.EarliestStart(v.events.at(n)) }

func (v questions) latestStart(n int32) int64 { return v.events.time.LatestStart(v.events.at(n)) }

// settledBy returns the event that settles expected event n, or none: one that is
// a response to it, one of its kind, or of the kind asked for, in response to the
// same demand, or the same act by the same doers within its window; or one of its
// kind that is linked to it and was called off, or the same act, called off, in
// response to the same demand.
func (x settlings) settledBy(n int32) int32 {
	for _, f := range x.on.responses[n] {
		if x.tookPlace(f) {
			return f
		}
	}
	e := x.d.event(n)
	for _, f := range x.off[n] {
		if x.d.event(f).Kind == e.Kind {
			return f
		}
	}
	for _, l := range e.Links {
		demand := x.replacing(l.Event.Ref())
		asked := x.d.event(demand)
		if l.Kind == LinkAfter || asked.Kind != KindDemand && asked.Kind != KindAppeal {
			continue
		}
		for _, f := range x.on.responses[demand] {
			if kind := x.d.event(f).Kind; f != n && (kind == e.Kind || kind == asked.Asks) && x.tookPlace(f) {
				return f
			}
		}
		for _, f := range x.off[demand] {
			if x.act(f) == x.act(n) {
				return f
			}
		}
	}
	doers := x.doers(n)
	if len(doers) == 0 {
		return none
	}
	act := x.act(n)
	if len(doers) == 1 {
		act = x.actBy(n, doers[0])
	}
	list := x.acts[act]
	from := x.earliest(n)
	at, _ := slices.BinarySearchFunc(list, from, func(f int32, day int64) int { return cmp.Compare(x.earliest(f), day) })
	if at < len(list) {
		if f := x.soonest[act][at]; x.latestStart(f) <= x.events.time.LatestEnd(x.events.at(n)) {
			return f
		}
	}
	return none
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

// asksForAnswer reports whether event n is one that is to be answered.
func (v questions) asksForAnswer(n int32) bool {
	return traitsOf[v.d.event(n).Kind].answerable && v.tookPlace(n)
}

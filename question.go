package dispute

import (
	"cmp"
	"math"
	"slices"

	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/domain"
	"github.com/dispute-go/dispute/internal/ints"
	"github.com/dispute-go/dispute/internal/ties"
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
	// statement that is to be answered. Respondent is empty for an actor that is
	// known from confidential items alone.
	Respondent ActorID  `json:"respondent,omitzero"`
	Channel    SourceID `json:"channel,omitzero"`
	// AsOf is the day as of which it is open: that for which a silence was
	// reported, or else the view's day; the zero Day where that day is not known
	// exactly.
	AsOf edtf.Day `json:"as_of,omitzero"`
	// MayBeAnswered says, of a silence that was reported, that an answer is on file
	// whose day may be later than the day of the silence, and may be earlier.
	MayBeAnswered bool `json:"may_be_answered,omitzero"`

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
// surely started within its window. The same doers are all of them; of a single one
// it is enough that it is accepted for that one, or for somebody who commits it,
// whoever else took part. Nor is it if an event of its kind that was called off is
// linked to it, as a response to it or about it. What was expected on a doubtful
// date ages and is never overdue.
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
			cmp.Compare(b.from.when.First, a.from.when.First), // of several reports the last one tells
			cmp.Compare(b.from.when.Last, a.from.when.Last))
	})
	return slices.CompactFunc(list, func(a, b Question) bool { return a.ID == b.ID })
}

// newQuestion puts an open matter down as a question.
func newQuestion(m *openMatter) Question {
	v := m.chronology
	q := Question{ID: m.id(), Kind: m.kind, AsOf: m.day, MayBeAnswered: m.perhaps, from: m,
		Attribution: v.attributionID(m.attribution), Respondent: v.actorID(m.respondent), Channel: v.sourceID(m.channel)}
	if m.event != none {
		q.Event = EventID(v.ref(m.event).ID)
	}
	if m.claim != none {
		q.Claim = ClaimID(v.ref(m.claim).ID)
	}
	return q
}

// An Answer is what is on file as an answer of one respondent to an accusation, a
// demand or an appeal. It says nothing of whether what it says is so.
type Answer struct {
	// Event is what is answered, Respondent who was to answer it.
	Event      EventID `json:"event"`
	Respondent ActorID `json:"respondent"`
	// Attribution is the statement that answers, or Reply the event.
	Attribution AttributionID `json:"attribution,omitzero"`
	Reply       EventID       `json:"reply,omitzero"`
	// Stance is what the statement does, such as denying, or declining to comment;
	// an event that denies or rejects denies, and any other one has no stance.
	Stance Stance `json:"stance,omitzero"`
	// Claim is the claim that it is on where it answers through that: one that
	// follows from what the event puts forward and is denied, or one declared to
	// contradict that and is asserted. It is empty otherwise.
	Claim ClaimID `json:"claim,omitzero"`
	// AuthorityNotEstablished says that it was given on the respondent's behalf by
	// somebody not known to speak for it on that day.
	AuthorityNotEstablished bool `json:"authority_not_established,omitzero"`
	// PossiblyEarlier says that it may have been given before what it answers:
	// neither the days of the two nor a link between them tell.
	PossiblyEarlier bool `json:"possibly_earlier,omitzero"`

	from *givenAnswer // which words are made of
	read *said        // the words that came with it
}

// A givenAnswer is an answer, in numbers.
type givenAnswer struct {
	*chronology
	event, respondent int32
	given             foundReply
}

// Answers returns the answers to an accusation, a demand or an appeal, by
// respondent, then events before statements, each by ID. An event that is none
// of these, is not on file or not there yet, or that the view does not accept,
// has none: nobody is expected to answer it.
//
// What answers is a statement by the respondent, or by somebody whose word is its
// on the day of the statement, or given on its behalf: on a claim that the event
// puts forward, on a statement of that in its document or by its doers, a denial
// of what such a claim entails, or an assertion of what is declared to contradict
// it. So does an event by one of these that the view accepts: one in response to
// it, and a denial, a rejection or a statement that names such a claim or is about
// the event. An answer counts unless it was surely given before the event, and
// says so where it may have been. Words that were withdrawn, undercut or disowned
// are no answer.
//
// The cost is near-linear in the size of the record.
func (v *View) Answers(id EventID) []Answer {
	v = v.orEmpty()
	n := v.replacing(id.Ref())
	if n == none {
		return nil
	}
	return questions{v.chronology}.answersTo(n)
}

func (v questions) answersTo(n int32) []Answer {
	if !v.asksForAnswer(n) {
		return nil
	}
	find, g := v.newReplyFinder(), v.groundOf(n)
	since := v.startDays(v.events.at(n)).First
	var list []Answer
	for _, respondent := range v.respondents(v.d.event(n)) {
		for _, given := range find.all(respondent, g, func(x reply) bool { return x.when.Last >= since }) {
			list = append(list, v.newAnswer(&givenAnswer{v.chronology, n, respondent, given}))
		}
	}
	return list
}

func (v questions) newAnswer(x *givenAnswer) Answer {
	a := Answer{Event: EventID(v.ref(x.event).ID), Respondent: v.actorID(x.respondent), Stance: x.given.stance,
		AuthorityNotEstablished: x.given.unproven, PossiblyEarlier: v.mayPrecede(x), from: x}
	if v.ref(x.given.item).Kind == ItemEvent {
		a.Reply = EventID(v.ref(x.given.item).ID)
	} else {
		a.Attribution = v.attributionID(x.given.item)
	}
	if x.given.on != none {
		a.Claim = ClaimID(v.ref(x.given.on).ID)
	}
	return a
}

// mayPrecede reports whether an answer may have been given before the event that
// it answers. It was not before a statement that it names.
func (v questions) mayPrecede(x *givenAnswer) bool {
	first := x.given.when.First
	if v.ref(x.given.item).Kind == ItemAttribution {
		if statement := v.latest(v.d.attributionRefs(x.given.item).attribution); statement != none {
			first = max(first, v.saidWindow(statement).First)
		}
	}
	return first < v.startDays(v.events.at(x.event)).Last && !slices.Contains(v.on.responses[x.event], x.given.item)
}

// A silence is a report that somebody has not responded.
type silence struct {
	report, speaker  int32
	statement, claim int32 // what was not answered, or none
	when             ties.Window
	asked            ground
	// answered says that an answer of the speaker is later than the report, so
	// that it is silent no more; perhaps, that one may be, and none surely is.
	answered, perhaps bool
	// withdrawn says because of what the report no longer counts.
	withdrawn []withdrawal
	// against is all that was weighed against it, whether or not it took effect.
	against    looked
	challenged bool
}

// silenceIndex lists the reports of silence: those that no answer ended also by
// the document that was not answered, or the claim, and by everybody for whom the
// speaker speaks.
type silenceIndex struct {
	v          *replyFinder
	all        []silence
	byQuestion map[string][]silence   // by the ID of the question that it asks
	lost       map[string]*silencesOn // by that ID: those that do not count, with all that was weighed on them
	by         map[[2]int32]*silencesOn
}

// silencesOn are the reports that one actor has not responded to one document or
// claim.
type silencesOn struct {
	last    int64      // the latest day for which one that counts can have been made
	reports []int32    // that count
	fallen  []*silence // that do not
	whole   bool       // all that was weighed on those is to be told
}

// since reports whether one that counts can have been made on a day or later.
func (s *silencesOn) since(day int64) bool { return s.reports != nil && s.last >= day }

// of returns the reports of silence by a respondent, or by an organ of it, that
// are about event n: about the same document, or, where the event names none,
// about a claim that the event puts forward.
func (x *silenceIndex) of(n, respondent int32) []*silencesOn {
	e := x.v.d.event(n)
	subjects := []int32{x.v.resolve(e.Carrier.Ref())}
	if subjects[0] == none {
		subjects = x.v.groundOf(n).claims
	}
	var list []*silencesOn
	for _, subject := range subjects {
		if on := x.by[[2]int32{subject, respondent}]; on != nil {
			list = append(list, on)
		}
	}
	return list
}

func (v *replyFinder) indexSilences(reports []silence) silenceIndex {
	x := silenceIndex{v, reports, map[string][]silence{}, map[string]*silencesOn{}, map[[2]int32]*silencesOn{}}
	for i := range reports {
		s := &reports[i]
		m := v.silenceMatter(s)
		id := m.id()
		x.byQuestion[id] = append(x.byQuestion[id], *s)
		if s.withdrawn != nil {
			if x.lost[id] == nil {
				x.lost[id] = &silencesOn{whole: true}
			}
			x.lost[id].fallen = append(x.lost[id].fallen, s)
		}
		if s.answered {
			continue
		}
		if m.channel != none {
			x.add(s, m.channel)
		}
		if s.claim != none {
			x.add(s, x.v.keyOf(s.claim))
		}
	}
	return x
}

// silenceMatter asks for the response that is reported missing.
func (v questions) silenceMatter(s *silence) *openMatter {
	m := v.matter(QuestionNoResponse)
	m.respondent, m.attribution, m.claim, m.when = s.speaker, s.statement, s.claim, s.when
	m.report, m.silence, m.asked, m.perhaps = s.report, s, s.asked, s.perhaps
	m.day = edtf.Day{}
	if s.statement != none {
		m.channel = v.sourceOf(s.statement)
	}
	if s.when.First == s.when.Last && !domain.Doubtful(v.saidOn(s.report)) {
		m.day = edtf.DayFromNumber(s.when.Last)
	}
	return m
}

// add notes a report under everybody for whom the speaker can have spoken on the
// day of the report.
func (x *silenceIndex) add(s *silence, subject int32) {
	for _, lead := range x.v.ties.LeadsUp(s.speaker, s.when) {
		key := [2]int32{subject, lead.To}
		if x.by[key] == nil {
			x.by[key] = &silencesOn{last: math.MinInt64}
		}
		on := x.by[key]
		if s.withdrawn != nil {
			on.fallen = append(on.fallen, s)
			continue
		}
		on.last = max(on.last, lead.Last)
		on.reports = append(on.reports, s.report)
	}
}

// open returns what the reports that stand leave open.
func (x *silenceIndex) open() []*openMatter {
	var list []*openMatter
	for i := range x.all {
		if s := &x.all[i]; s.stands() {
			m := x.v.silenceMatter(s)
			m.found = x.v
			if lost := x.lost[m.id()]; lost != nil {
				m.silent = []*silencesOn{lost}
			}
			list = append(list, m)
		}
	}
	return list
}

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
	if s.statement != none {
		s.asked.targets = append(s.asked.targets, target{s.statement, none})
		if source := v.sourceOf(s.statement); source != none {
			s.asked.targets = append(s.asked.targets, target{source, none})
		}
	}
	if s.claim != none {
		key := v.keyOf(s.claim)
		s.asked.claims, s.asked.targets = []int32{key}, append(s.asked.targets, target{key, none})
	}
	s.answered = v.answered(speaker, s.asked, entailingByFirst, s.endedBy)
	s.perhaps = !s.answered && v.answered(speaker, s.asked, entailingByLast, s.mayEndBy)
	v.challengeSilence(&s)
	return s
}

// challengeSilence weighs what would take a report of silence away: undercuts of
// it or of its source, or a retraction by whoever published it.
func (v questions) challengeSilence(s *silence) {
	source := v.sourceOf(s.report)
	if s.challenged = v.undercutOrWithdrawn(s.report) || source != none && len(v.on.impeached[source]) > 0; !s.challenged {
		return
	}
	var h hearing
	v.sift(&h, v.about(s.claim), []voice{v.silenceVoice(s.report, s.claim)})
	s.against, s.withdrawn = h.looked, h.withdrawn
}

// challengers returns the reports of silence with all that was weighed against them:
// also what undercuts or withdraws one or its source and is by nobody who may.
func (v questions) challengers(reports ...*silence) []int32 {
	var against looked
	var list []int32
	sources := map[int32]bool{}
	for _, s := range reports {
		against.add(s.against)
		list = append(list, s.report)
		for _, u := range v.on.answers[s.report] {
			if v.d.attribution(u).Stance.challenges() {
				list = append(list, u)
			}
		}
		if source := v.sourceOf(s.report); source != none && !sources[source] {
			sources[source] = true
			list = append(list, v.on.impeached[source]...)
		}
	}
	heard, acts := against.all()
	return ints.Merge(list, heard, v.actItems(acts))
}

// undoing returns reports of silence that do not count, with what took them away.
func (v questions) undoing(reports ...*silence) []int32 {
	var list []int32
	added := map[int32]bool{}
	for _, s := range reports {
		list = append(list, s.report)
		for i := range s.withdrawn {
			list = s.withdrawn[i].undoing(v.mentions, list, added)
		}
	}
	return ints.Merge(list)
}

// stands reports whether the report counts and the speaker is silent still.
func (s *silence) stands() bool { return !s.answered && s.withdrawn == nil }

// endedBy reports whether an answer that was given then is later than the report.
func (s *silence) endedBy(when latest) bool { return when.first > s.when.Last }

// mayEndBy reports whether an answer that was given then may be later than the
// report, by as much as is known of the days.
func (s *silence) mayEndBy(when latest) bool { return when.last >= s.when.First }

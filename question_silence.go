package dispute

import (
	"math"

	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/ints"
	"github.com/dispute-go/dispute/internal/ties"
)

// A silence is a report that somebody has not responded.
type silence struct {
	report, speaker  int32
	statement, claim int32 // what was not answered, or none
	when             ties.Window
	asked            ground
	// answered says that an answer of the speaker is later than the report, so
	// that it is silent no more.
	answered bool
	// dropped are the retractions and undercuts because of which the report no
	// longer counts.
	dropped []int32
	// heard are the report and all statements that were weighed against it,
	// where there are any, whether or not they took effect.
	heard []int32
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
	last    int64   // the latest day for which one that counts can have been made
	reports []int32 // that count
	dropped []int32 // that do not count, with what took them away
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
		if s.dropped != nil {
			if x.lost[id] == nil {
				x.lost[id] = &silencesOn{}
			}
			x.lost[id].dropped = append(append(x.lost[id].dropped, s.report), s.heard...)
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
	m.report, m.challenges, m.asked = s.report, s.heard, s.asked
	m.day = edtf.Day{}
	if s.statement != none {
		m.channel = v.sourceOf(s.statement)
	}
	if s.when.Last != math.MaxInt64 {
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
		if s.dropped != nil {
			on.dropped = append(append(on.dropped, s.report), s.dropped...)
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
		s.dropped = ints.Merge(s.dropped, w.undoing(v.mentions))
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

// stands reports whether the report counts and the speaker is silent still.
func (s *silence) stands() bool { return !s.answered && s.dropped == nil }

// endedBy reports whether an answer that was given then is later than the report.
func (s *silence) endedBy(when latest) bool { return when.first > s.when.Last }

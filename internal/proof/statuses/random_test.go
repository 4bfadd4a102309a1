package statuses_test

import (
	"fmt"
	"math/rand/v2"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/disputetest"
)

// A maker makes small random records in which everything that bears on a
// status happens often. Its items have the IDs a0…, s0…, e0…, c0… and t0….
type maker struct {
	rng *rand.Rand
	// calm makes no item supersede another and gives none a day.
	calm bool
	// peaceful makes no undercuts.
	peaceful bool

	made dispute.Record  // the last one
	body dispute.ActorID // whose findings are to be competent in it
	side dispute.ActorID // from whose standpoint it is to be looked at

	actors, sources, events, claims, attributions int
}

func newMaker(seed uint64) *maker { return &maker{rng: rand.New(rand.NewPCG(seed, 8))} }

func (m *maker) chance(percent int) bool { return m.rng.IntN(100) < percent }

func choose[T any](m *maker, from ...T) T { return from[m.rng.IntN(len(from))] }

func (m *maker) actor() dispute.ActorID {
	return dispute.ActorID(fmt.Sprintf("a%d", m.rng.IntN(m.actors)))
}

// power is one of the first actors, which are mostly states and the like, and
// mostly nobody's organs.
func (m *maker) power() dispute.ActorID {
	if m.chance(25) {
		return m.actor()
	}
	return dispute.ActorID(fmt.Sprintf("a%d", m.rng.IntN(min(m.actors, 3))))
}

func (m *maker) source() dispute.SourceID {
	return dispute.SourceID(fmt.Sprintf("s%d", m.rng.IntN(m.sources)))
}

func (m *maker) event() dispute.EventID {
	return dispute.EventID(fmt.Sprintf("e%d", m.rng.IntN(m.events)))
}

func (m *maker) claim() dispute.ClaimID {
	return dispute.ClaimID(fmt.Sprintf("c%d", m.rng.IntN(m.claims)))
}

func (m *maker) attribution() dispute.AttributionID {
	return dispute.AttributionID(fmt.Sprintf("t%d", m.rng.IntN(m.attributions)))
}

// some returns a list whose length is the index of one of the odds, which are
// percentages.
func some[T any](m *maker, one func() T, odds ...int) []T {
	x := m.rng.IntN(100)
	for n, share := range odds {
		if x -= share; x < 0 {
			list := make([]T, n)
			for i := range list {
				list[i] = one()
			}
			return list
		}
	}
	return nil
}

func (m *maker) day() edtf.Day {
	if m.calm || m.chance(75) {
		return edtf.Day{}
	}
	return disputetest.Day(fmt.Sprintf("2024-01-%02d", 1+m.rng.IntN(9)))
}

func (m *maker) date(absent int) edtf.Date {
	if m.chance(absent) {
		return edtf.Date{}
	}
	if m.chance(70) {
		return disputetest.Date(fmt.Sprintf("2024-01-%02d", 1+m.rng.IntN(9)))
	}
	return disputetest.Date(choose(m, "2024-01", "2024", "2023", "2024-01-04?", "[2024-01-02,2024-01-08]", "[2024-01-01..2024-01-05]",
		"[2024-01-03..]", "[..2024-01-06]", "2024-01-03/2024-01-07"))
}

// when is the date of an event: none, about that of the statements, or years
// before or after.
func (m *maker) when() edtf.Date {
	if m.chance(60) {
		return m.date(20)
	}
	return disputetest.Date(choose(m, "2014-01-03", "2013", "2018-05", "1990-05-01", "2010/2013-12-31", "2034-01-06", "2040", "2013-12-30/..", "../2014-01-05"))
}

func (m *maker) period() edtf.Date {
	if m.chance(60) {
		return edtf.Date{}
	}
	return disputetest.Date(choose(m, "2024-01-01/2024-01-04", "2024-01-05/2024-01-09", "2023/2024-01-03", "2024-01-05/..",
		"../2024-01-06", "2024-01-04/", "/2024-01-05", "2024-01", "2024", "2024-01-05", "[2024-01-02,2024-01-08]", "2023",
		"[2024-01-04..]", "[..2024-01-06]", "[..2024-01-02,2024-01-08]"))
}

// supersedes says whether an item supersedes another one of its type.
func (m *maker) supersedes() bool { return !m.calm && m.chance(8) }

func (m *maker) record() dispute.Record {
	m.actors, m.sources, m.events, m.claims, m.attributions = 3+m.rng.IntN(6), 1+m.rng.IntN(5), 1+m.rng.IntN(3), 1+m.rng.IntN(5), 1+m.rng.IntN(12)
	r := dispute.Record{Title: "random"}
	for i := range m.actors {
		r.Actors = append(r.Actors, m.newActor(i))
	}
	for i := range m.sources {
		r.Sources = append(r.Sources, m.newSource(i))
	}
	for i := range m.events {
		r.Events = append(r.Events, m.newEvent(i))
	}
	for i := range m.claims {
		r.Claims = append(r.Claims, m.newClaim(i))
	}
	for i := range m.attributions {
		r.Attributions = append(r.Attributions, m.newAttribution(i))
	}
	for i := range r.Attributions {
		m.cast(&r, &r.Attributions[i])
	}
	m.revise(&r)
	m.stage(&r)
	m.made = r
	return r
}

func (m *maker) newActor(i int) dispute.Actor {
	a := dispute.Actor{
		ID:   dispute.ActorID(fmt.Sprintf("a%d", i)),
		Name: fmt.Sprintf("Actor %c", 'A'+i),
		Kind: choose(m, dispute.ActorState, dispute.ActorGovernment, dispute.ActorOrgan, dispute.ActorOffice,
			dispute.ActorPerson, dispute.ActorArmedGroup, dispute.ActorMedium, dispute.ActorIntergovernment,
			dispute.ActorState, dispute.ActorAlliance, dispute.ActorCourt, dispute.ActorResearchBody, dispute.ActorNGO,
			dispute.ActorMilitaryCompany),
		Affiliations: some(m, m.affiliation, 50, 33, 13, 4),
		Known:        m.day(), Recorded: m.day(),
	}
	if i < 3 && m.chance(75) {
		a.Kind, a.Affiliations = choose(m, dispute.ActorState, dispute.ActorState, dispute.ActorAlliance, dispute.ActorArmedGroup, dispute.ActorIntergovernment), nil
	}
	if m.supersedes() {
		a.Supersedes = m.actor()
	}
	return a
}

func (m *maker) affiliation() dispute.Affiliation {
	return dispute.Affiliation{
		Kind: choose(m, dispute.AffiliationPartOf, dispute.AffiliationPartOf, dispute.AffiliationSpeaksFor, dispute.AffiliationHoldsOffice,
			dispute.AffiliationMemberOf, dispute.AffiliationControlledBy, dispute.AffiliationDependsOn),
		To: m.power(),
		Role: choose(m, "", "", "", "clerk", dispute.OfficeHeadOfState, dispute.OfficeHeadOfGovernment,
			dispute.OfficeForeignMinister, dispute.OfficeForeignMinistry),
		Period: m.period(),
	}
}

func (m *maker) newSource(i int) dispute.Source {
	s := dispute.Source{
		ID:          dispute.SourceID(fmt.Sprintf("s%d", i)),
		Kind:        choose(m, dispute.SourceLetter, dispute.SourceArticle, dispute.SourceArticle, dispute.SourceStatement, dispute.SourcePost),
		Title:       fmt.Sprintf("Source %c", 'A'+i),
		Authors:     some(m, m.author, 40, 45, 15),
		Published:   m.date(40),
		DerivedFrom: some(m, func() dispute.SourceID { return m.earlier(i) }, 100-m.citing(i), m.citing(i)),
		Known:       m.day(), Recorded: m.day(),
	}
	if m.chance(70) {
		s.Publisher = m.actor()
	}
	if m.chance(m.citing(i)) {
		s.ReprintOf = m.earlier(i)
	}
	if m.supersedes() {
		s.Supersedes = m.source()
	}
	return s
}

// citing is how often source i is made from another one, in a hundred.
func (m *maker) citing(i int) int {
	if i == 0 {
		return 4
	}
	return 30
}

// earlier is a source, mostly one made before source i, so that few are in
// circles.
func (m *maker) earlier(i int) dispute.SourceID {
	if i == 0 || m.chance(8) {
		return m.source()
	}
	return dispute.SourceID(fmt.Sprintf("s%d", m.rng.IntN(min(i, m.sources))))
}

func (m *maker) author() dispute.Author {
	return dispute.Author{Actor: m.actor(), OnBehalfOf: some(m, m.actor, 70, 30)}
}

func (m *maker) newEvent(i int) dispute.Event {
	e := dispute.Event{
		ID: dispute.EventID(fmt.Sprintf("e%d", i)),
		Kind: choose(m, dispute.KindAttack, dispute.KindAttack, dispute.KindBattle, dispute.KindCoup, dispute.KindSeverRelations,
			dispute.KindRecallAmbassador, dispute.KindAccuse, dispute.KindAccuse, dispute.KindDemand, dispute.KindDeny, dispute.KindPublish,
			dispute.KindThreaten, dispute.KindImposeSanctions, dispute.KindSignDefencePact, dispute.KindEstablishRelations,
			dispute.KindDeclareTruce, "unheard-of"),
		Summary:      fmt.Sprintf("Event %c happens", 'A'+i),
		Participants: some(m, m.participant, 15, 25, 30, 20, 10),
		When:         m.when(),
		Claims:       some(m, m.claim, 60, 30, 10),
		Phase:        choose(m, 0, dispute.PhaseOccurred, dispute.PhaseOccurred, dispute.PhaseOngoing, dispute.PhaseExpected, dispute.PhaseCancelled),
		Sources:      some(m, m.source, 30, 35, 25, 10),
		Known:        m.day(), Recorded: m.day(),
	}
	switch {
	case i == m.events-1 && m.chance(35): // some act against each other
		e.Kind = choose(m, dispute.KindAttack, dispute.KindAttack, dispute.KindAccuse, dispute.KindThreaten, dispute.KindImposeSanctions, dispute.KindSeverRelations, dispute.KindBattle, dispute.KindDemand)
		e.Participants = []dispute.Participant{{Role: dispute.RoleActor, Actor: "a0"}, {Role: dispute.RoleTarget, Actor: "a1"}}
		e.Phase, e.Sources = 0, append(e.Sources, m.source())
		if m.chance(25) {
			e.Participants[0].Actor = m.actor()
		}
	case e.Kind != dispute.KindAccuse && e.Kind != dispute.KindDemand && m.chance(35): // a mutual act, perhaps between sides
		for i := range e.Participants {
			e.Participants[i].Role = dispute.RoleParty
		}
	case m.chance(50) && len(e.Participants) > 1: // one side's
		for i := range e.Participants {
			e.Participants[i].Role = dispute.RoleActor
		}
		e.Participants[len(e.Participants)-1].Role = dispute.RoleTarget
	}
	if m.supersedes() {
		e.Supersedes = m.event()
	}
	return e
}

func (m *maker) participant() dispute.Participant {
	return dispute.Participant{Actor: m.power(), Side: choose(m, "", "", "", "north", "south"),
		Role: choose(m, dispute.RoleActor, dispute.RoleActor, dispute.RoleTarget, dispute.RoleParty, dispute.RoleVictim, dispute.RoleObserver)}
}

func (m *maker) newClaim(i int) dispute.Claim {
	c := dispute.Claim{
		ID:          dispute.ClaimID(fmt.Sprintf("c%d", i)),
		Text:        fmt.Sprintf("proposition %c holds", 'A'+i),
		Adverse:     some(m, m.power, 50, 40, 10),
		Favours:     some(m, m.actor, 80, 20),
		Contradicts: some(m, m.claim, 80, 17, 3),
		Entails:     some(m, m.claim, 80, 17, 3),
		Known:       m.day(), Recorded: m.day(),
	}
	switch m.rng.IntN(12) {
	case 0, 1, 2:
		c.Content.Occurred = m.event()
	case 3:
		c.Content.Agency = &dispute.Agency{Event: m.event(), Actor: m.actor()}
	case 4:
		c.Content.Relation = &dispute.RelationClaim{Track: dispute.TrackSupport, From: m.actor(), To: m.actor(), When: m.about()}
		if m.chance(50) {
			c.Content.Relation.Against = m.actor()
		}
	case 5:
		c.Content.Figure = &dispute.Figure{Event: m.event(), Category: "killed"}
		if m.chance(50) {
			c.Content.Figure.Of = m.actor()
		}
	case 6:
		c.Content.Identity = &dispute.Identity{A: m.actor(), B: m.actor()}
	case 7:
		c.Content.Meaning = &dispute.Meaning{Attribution: m.attribution()}
	case 8:
		c.Content.Dating = &dispute.Dating{Event: m.event(), When: m.about()}
	}
	if m.supersedes() {
		c.Supersedes = m.claim()
	}
	return c
}

func (m *maker) newAttribution(i int) dispute.Attribution {
	a := dispute.Attribution{
		ID:         dispute.AttributionID(fmt.Sprintf("t%d", i)),
		Speaker:    m.actor(),
		Jointly:    some(m, m.actor, 80, 14, 6),
		OnBehalfOf: some(m, m.actor, 85, 13, 2),
		Lineage:    dispute.LineageFirstHand,
		Said:       m.date(30),
		Published:  m.date(70),
		OnRecord:   choose(m, 0, dispute.RecordLevelOn, dispute.RecordLevelOn, dispute.RecordLevelOn, dispute.RecordLevelBackground, dispute.RecordLevelOff),
		Known:      m.day(), Recorded: m.day(),
	}
	switch m.rng.IntN(14) {
	case 0:
		a.Lineage = 0
	case 1:
		a.Lineage = dispute.LineageRelaying
		a.Relays = some(m, m.attribution, 40, 50, 10)
		a.RelaysSources = some(m, m.source, 70, 30)
	case 2:
		a.Speaker = ""
	}
	if m.chance(65) {
		a.Source = m.source()
	}
	switch x := m.rng.IntN(100); {
	case x < 34:
		a.Stance, a.Claim = dispute.StanceAsserts, m.claim()
	case x < 41:
		a.Stance, a.Claim = dispute.StanceImplies, m.claim()
	case x < 57:
		a.Stance, a.Claim = dispute.StanceDenies, m.claim()
	case x < 62:
		a.Stance, a.Claim = choose(m, dispute.StanceNeitherConfirmsNorDenies, dispute.StanceDeclinesComment, dispute.StanceHasNotResponded), m.claim()
	case x < 64:
		a.Stance, a.Claim, a.Attribution = dispute.StanceInterprets, m.claim(), m.attribution()
	case x < 67:
		a.Stance, a.Attribution = choose(m, dispute.StanceAsserts, dispute.StanceDenies, dispute.StanceDenies), m.attribution()
	case x < 71:
		a.Stance, a.TargetSource = dispute.StanceRetracts, m.source()
	case x < 80 || m.peaceful:
		a.Stance, a.Attribution = dispute.StanceRetracts, m.attribution()
	case x < 92:
		a.Stance, a.Attribution = dispute.StanceUndercuts, m.attribution()
	default:
		a.Stance, a.TargetSource = dispute.StanceUndercuts, m.source()
	}
	if m.supersedes() {
		a.Supersedes = m.attribution()
	}
	return a
}

func (m *maker) lens() dispute.Lens {
	l := dispute.Lens{Policy: dispute.Policy{Competent: some(m, m.actor, 55, 35, 10), NamedOnly: m.chance(20),
		AdversaryYears: choose(m, 0, 0, 0, 10, 1, 30, -1)}}
	if m.side != "" {
		l.Standpoint = m.side
	}
	if m.body != "" {
		l.Policy.Competent = append(l.Policy.Competent, m.body)
	}
	if len(m.made.Attributions) > 0 && m.chance(30) { // somebody who speaks, or for whom somebody does
		a := choose(m, m.made.Attributions...)
		for _, id := range append(a.OnBehalfOf, a.Speaker)[:1] {
			if id != "" {
				l.Policy.Competent = append(l.Policy.Competent, id)
			}
		}
	}
	if m.chance(35) {
		l.KnownBy = m.day()
	}
	if m.chance(35) {
		l.RecordedBy = m.day()
	}
	if m.chance(40) {
		l.Standpoint = m.actor()
	}
	if m.chance(20) {
		l.Policy.Committing = []dispute.OfficeRole{"clerk", dispute.OfficeForeignMinister}
	}
	if m.chance(20) {
		l.Policy.Accept = []dispute.Label{choose(m, dispute.LabelAlleged, dispute.LabelContested, dispute.LabelConfirmed), dispute.LabelCorroborated}
	}
	return l
}

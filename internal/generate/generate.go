// Package generate makes records of any size for tests and benchmarks. The
// same arguments give the same record.
package generate

import (
	"fmt"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/edtf"
)

// random is splitmix64, so that records do not depend on the Go version.
type random uint64

func (r *random) next(n int) int {
	*r += 0x9e3779b97f4a7c15
	z := uint64(*r)
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return int((z ^ z>>31) % uint64(n))
}

// one returns one of list.
func one[T any](r *random, list []T) T { return list[r.next(len(list))] }

const (
	statesOnFile = 40 // with a foreign ministry and two agencies each
	mediaOnFile  = 60
)

// Record returns a dispute of the given number of events between 40 states
// over ten years, each with one occurrence claim every second event, one
// claim of support every tenth, and the given number of attributions: parties
// and their organs asserting and denying, media reporting and relaying.
func Record(events, attributions int, seed uint64) dispute.Record {
	g := generator{random: random(seed), rec: dispute.Record{Title: fmt.Sprintf("%d generated events", events)}}
	for i := range statesOnFile {
		g.addState(i)
	}
	for i := range mediaOnFile {
		g.addMedium(i)
	}
	for i := range events {
		g.addEvent(i, attributions)
	}
	return g.rec
}

// A generator holds a record and its actors so far.
type generator struct {
	random
	rec                   dispute.Record
	states, organs, media []dispute.ActorID
}

func (g *generator) addActor(a dispute.Actor) dispute.ActorID {
	g.rec.Actors = append(g.rec.Actors, a)
	return a.ID
}

// addState adds a state with its foreign ministry and two agencies.
func (g *generator) addState(i int) {
	state := g.addActor(dispute.Actor{ID: dispute.ActorID(fmt.Sprintf("state-%02d", i)), Kind: dispute.ActorState, Name: fmt.Sprintf("State %d", i)})
	g.states = append(g.states, state)
	organ := func(id dispute.ActorID, name string, role dispute.OfficeRole) {
		g.organs = append(g.organs, g.addActor(dispute.Actor{ID: id, Kind: dispute.ActorOrgan, Name: name,
			Affiliations: []dispute.Affiliation{{Kind: dispute.AffiliationPartOf, To: state, Role: role}}}))
	}
	organ(state+"-ministry", fmt.Sprintf("Foreign ministry of State %d", i), dispute.OfficeForeignMinistry)
	for j := range 2 {
		organ(dispute.ActorID(fmt.Sprintf("%s-agency-%d", state, j)), fmt.Sprintf("Agency %d of State %d", j, i), "")
	}
}

// addMedium adds a medium; every third belongs to the one before it.
func (g *generator) addMedium(i int) {
	m := dispute.Actor{ID: dispute.ActorID(fmt.Sprintf("medium-%02d", i)), Kind: dispute.ActorMedium, Name: fmt.Sprintf("Medium %d", i)}
	if i%3 == 2 {
		m.Affiliations = []dispute.Affiliation{{Kind: dispute.AffiliationControlledBy, To: g.media[i-1]}}
	}
	g.media = append(g.media, g.addActor(m))
}

var kinds = []dispute.EventKind{dispute.KindSeverRelations, dispute.KindRestoreRelations, dispute.KindAccuse, dispute.KindDemand,
	dispute.KindAttack, dispute.KindStatement}

// addEvent adds an event with its source, a claim, and what is said to that.
func (g *generator) addEvent(i, attributions int) {
	r := &g.random
	day := edtf.MustParseDay("2014-01-01").AddDays(int64(r.next(3650)))
	from, to := one(r, g.states), one(r, g.states)
	e := dispute.Event{
		ID: dispute.EventID(fmt.Sprintf("event-%06d", i)), Kind: one(r, kinds),
		Summary:      fmt.Sprintf("%s does something to %s", from, to),
		Participants: []dispute.Participant{{Role: dispute.RoleActor, Actor: from}, {Role: dispute.RoleTarget, Actor: to}},
		When:         date(r, day),
	}
	if i > 0 && r.next(5) == 0 {
		e.Links = []dispute.Link{{Kind: one(r, []dispute.LinkKind{dispute.LinkBecauseOf, dispute.LinkAbout}), Event: dispute.EventID(fmt.Sprintf("event-%06d", r.next(i)))}}
	}
	source := dispute.Source{ID: dispute.SourceID(fmt.Sprintf("source-%06d", i)), Kind: dispute.SourceArticle, Title: fmt.Sprintf("Article %d", i),
		Publisher: one(r, g.media), Published: edtf.FromDay(day.AddDays(int64(r.next(5))))}
	claim := dispute.Claim{ID: dispute.ClaimID(fmt.Sprintf("claim-%06d", i)), Text: fmt.Sprintf("%s did something to %s", from, to),
		Adverse: []dispute.ActorID{from}, Favours: []dispute.ActorID{to}}
	switch {
	case i%10 == 1:
		claim.Content.Relation = &dispute.RelationClaim{Track: dispute.TrackSupport, From: from, To: to, State: dispute.StateWeapons, When: e.When}
	case i%2 == 0:
		claim.Content.Occurred = e.ID
	}
	g.rec.Sources = append(g.rec.Sources, source)
	g.rec.Events = append(g.rec.Events, e)
	g.rec.Claims = append(g.rec.Claims, claim)
	var said []dispute.AttributionID
	for j := range attributions {
		a := dispute.Attribution{ID: dispute.AttributionID(fmt.Sprintf("attribution-%06d-%02d", i, j)), Claim: claim.ID,
			Source: source.ID, Lineage: dispute.LineageFirstHand, OnRecord: dispute.RecordLevelOn, Said: edtf.FromDay(day.AddDays(int64(j)))}
		g.speak(&a, from, to, said)
		said = append(said, a.ID)
		g.rec.Attributions = append(g.rec.Attributions, a)
	}
}

// speak says who makes a statement and how: the party it favours or the one it
// is adverse to, an organ or a medium, or a medium that passes on all before.
func (g *generator) speak(a *dispute.Attribution, adverse, favoured dispute.ActorID, said []dispute.AttributionID) {
	r := &g.random
	switch r.next(6) {
	case 0:
		a.Speaker, a.Stance = favoured, dispute.StanceAsserts
	case 1:
		a.Speaker, a.Stance = adverse, dispute.StanceDenies
	case 2:
		a.Speaker, a.Stance = one(r, g.organs), dispute.StanceAsserts
	case 3:
		a.Speaker, a.Stance = one(r, g.media), dispute.StanceAsserts
	case 4:
		a.Speaker, a.Stance = one(r, g.organs), dispute.StanceHasNotResponded
	default:
		a.Speaker, a.Stance, a.Lineage = one(r, g.media), dispute.StanceAsserts, dispute.LineageRelaying
		a.Relays = said
	}
}

// date returns a date about day with one of several precisions.
func date(r *random, day edtf.Day) edtf.Date {
	switch r.next(6) {
	case 0:
		return edtf.MustParse(day.String()[:7])
	case 1:
		d, err := edtf.OneOfDays(day, day.AddDays(int64(1+r.next(20))))
		if err != nil {
			panic(err) // the days are in order
		}
		return d
	case 2:
		d, err := edtf.Span(day, day.AddDays(int64(1+r.next(20))))
		if err != nil {
			panic(err) // the days are in order
		}
		return d
	}
	return edtf.FromDay(day)
}

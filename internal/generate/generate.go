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
	r := random(seed)
	rec := dispute.Record{Title: fmt.Sprintf("%d generated events", events)}
	var states, organs, media []dispute.ActorID
	actor := func(a dispute.Actor) dispute.ActorID {
		rec.Actors = append(rec.Actors, a)
		return a.ID
	}
	for i := range statesOnFile {
		state := actor(dispute.Actor{ID: dispute.ActorID(fmt.Sprintf("state-%02d", i)), Kind: dispute.ActorState, Name: fmt.Sprintf("State %d", i)})
		states = append(states, state)
		organs = append(organs, actor(dispute.Actor{ID: state + "-ministry", Kind: dispute.ActorOrgan, Name: fmt.Sprintf("Foreign ministry of State %d", i),
			Affiliations: []dispute.Affiliation{{Kind: dispute.AffiliationPartOf, To: state, Role: dispute.OfficeForeignMinistry}}}))
		for j := range 2 {
			organs = append(organs, actor(dispute.Actor{ID: dispute.ActorID(fmt.Sprintf("%s-agency-%d", state, j)), Kind: dispute.ActorOrgan, Name: fmt.Sprintf("Agency %d of State %d", j, i),
				Affiliations: []dispute.Affiliation{{Kind: dispute.AffiliationPartOf, To: state}}}))
		}
	}
	for i := range mediaOnFile {
		m := dispute.Actor{ID: dispute.ActorID(fmt.Sprintf("medium-%02d", i)), Kind: dispute.ActorMedium, Name: fmt.Sprintf("Medium %d", i)}
		if i%3 == 2 { // every third belongs to the one before it
			m.Affiliations = []dispute.Affiliation{{Kind: dispute.AffiliationControlledBy, To: media[i-1]}}
		}
		media = append(media, actor(m))
	}

	kinds := []dispute.EventKind{dispute.KindSeverRelations, dispute.KindRestoreRelations, dispute.KindAccuse, dispute.KindDemand,
		dispute.KindAttack, dispute.KindStatement}
	first := edtf.MustParseDay("2014-01-01")
	for i := range events {
		day := first.AddDays(int64(r.next(3650)))
		from, to := one(&r, states), one(&r, states)
		e := dispute.Event{
			ID: dispute.EventID(fmt.Sprintf("event-%06d", i)), Kind: one(&r, kinds),
			Summary:      fmt.Sprintf("%s does something to %s", from, to),
			Participants: []dispute.Participant{{Role: dispute.RoleActor, Actor: from}, {Role: dispute.RoleTarget, Actor: to}},
			When:         date(&r, day),
		}
		if i > 0 && r.next(5) == 0 {
			e.Links = []dispute.Link{{Kind: one(&r, []dispute.LinkKind{dispute.LinkBecauseOf, dispute.LinkAbout}), Event: dispute.EventID(fmt.Sprintf("event-%06d", r.next(i)))}}
		}
		source := dispute.SourceID(fmt.Sprintf("source-%06d", i))
		rec.Sources = append(rec.Sources, dispute.Source{ID: source, Kind: dispute.SourceArticle, Title: fmt.Sprintf("Article %d", i),
			Publisher: one(&r, media), Published: edtf.FromDay(day.AddDays(int64(r.next(5))))})
		claim := dispute.Claim{ID: dispute.ClaimID(fmt.Sprintf("claim-%06d", i)), Text: fmt.Sprintf("%s did something to %s", from, to),
			Adverse: []dispute.ActorID{from}, Favours: []dispute.ActorID{to}}
		switch {
		case i%10 == 1:
			claim.Content.Relation = &dispute.RelationClaim{Track: dispute.TrackSupport, From: from, To: to, State: dispute.StateWeapons, When: e.When}
		case i%2 == 0:
			claim.Content.Occurred = e.ID
		}
		rec.Events = append(rec.Events, e)
		rec.Claims = append(rec.Claims, claim)
		var said []dispute.AttributionID
		for j := range attributions {
			a := dispute.Attribution{ID: dispute.AttributionID(fmt.Sprintf("attribution-%06d-%02d", i, j)), Claim: claim.ID,
				Source: source, Lineage: dispute.LineageFirstHand, OnRecord: dispute.RecordLevelOn, Said: edtf.FromDay(day.AddDays(int64(j)))}
			switch r.next(6) {
			case 0:
				a.Speaker, a.Stance = to, dispute.StanceAsserts
			case 1:
				a.Speaker, a.Stance = from, dispute.StanceDenies
			case 2:
				a.Speaker, a.Stance = one(&r, organs), dispute.StanceAsserts
			case 3:
				a.Speaker, a.Stance = one(&r, media), dispute.StanceAsserts
			case 4:
				a.Speaker, a.Stance = one(&r, organs), dispute.StanceHasNotResponded
			default:
				a.Speaker, a.Stance, a.Lineage = one(&r, media), dispute.StanceAsserts, dispute.LineageRelaying
				a.Relays = said
			}
			said = append(said, a.ID)
			rec.Attributions = append(rec.Attributions, a)
		}
	}
	return rec
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

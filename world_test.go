package dispute_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/edtf"
)

// A world makes small records at random that compile and use every part of
// the model: versions of items, days, links, organs, nested and withdrawn
// statements.
type world struct {
	*rand.Rand
	r dispute.Record
}

func randomRecord(seed uint64) dispute.Record {
	w := world{Rand: rand.New(rand.NewPCG(seed, 0xd15))}
	w.actors()
	w.sources()
	w.events()
	w.claims()
	w.attributions()
	return w.r
}

func (w *world) chance(percent int) bool { return w.IntN(100) < percent }

func oneOf[T any](w *world, list []T) T { return list[w.IntN(len(list))] }

// day is none, or one of the first nine days of August 2024.
func (w *world) day() edtf.Day {
	if w.chance(40) {
		return edtf.Day{}
	}
	return day(fmt.Sprintf("2024-08-0%d", 1+w.IntN(9)))
}

func (w *world) date() edtf.Date {
	a, b := fmt.Sprintf("2024-08-0%d", 1+w.IntN(5)), fmt.Sprintf("2024-08-0%d", 5+w.IntN(5))
	text := oneOf(w, []string{"", a, b, "2024-08", "[" + a + ".." + b + "]", "[" + a + "," + b + "]", a + "/" + b, a + "/..", "/" + b})
	if text == "" {
		return edtf.Date{}
	}
	return edtf.MustParse(text)
}

// superseded is the ID of an earlier item of the list, or none.
func superseded[T any, ID ~string](w *world, list []T, id func(T) ID) ID {
	if len(list) == 0 || !w.chance(25) {
		return ""
	}
	return id(oneOf(w, list))
}

func (w *world) actors() {
	w.r.Actors = cast().Actors
	for i := range w.r.Actors {
		if w.chance(10) {
			w.r.Actors[i].Known = w.day()
		}
	}
	w.r.Actors = append(w.r.Actors, dispute.Actor{ID: "spokesman", Kind: dispute.ActorPerson, Name: "a spokesman",
		Affiliations: []dispute.Affiliation{{Kind: dispute.AffiliationSpeaksFor, To: "aland-ministry", Period: w.date()}}})
	if w.chance(30) {
		a := w.r.Actors[2] // an agency becomes the foreign ministry, or goes
		a.ID, a.Supersedes, a.Recorded = "aland-agency-2", a.ID, w.day()
		a.Affiliations = []dispute.Affiliation{{Kind: dispute.AffiliationPartOf, To: "aland", Role: oneOf(w, []dispute.OfficeRole{"", dispute.OfficeForeignMinistry})}}
		w.r.Actors = append(w.r.Actors, a)
	}
}

func (w *world) actor() dispute.ActorID   { return oneOf(w, w.r.Actors).ID }
func (w *world) source() dispute.SourceID { return oneOf(w, w.r.Sources).ID }

func (w *world) sources() {
	for i := range 3 {
		s := dispute.Source{ID: dispute.SourceID(fmt.Sprintf("s%d", i)), Kind: dispute.SourceArticle,
			Published: w.date(), Recorded: w.day(), Supersedes: superseded(w, w.r.Sources, func(s dispute.Source) dispute.SourceID { return s.ID })}
		if w.chance(70) {
			s.Publisher = w.actor()
		}
		if w.chance(30) {
			s.Authors = []dispute.Author{{Actor: w.actor()}}
		}
		w.r.Sources = append(w.r.Sources, s)
	}
}

func (w *world) events() {
	kinds := []dispute.EventKind{dispute.KindSeverRelations, dispute.KindRestoreRelations, dispute.KindAccuse, dispute.KindDemand, dispute.KindAttack}
	for i := range 4 {
		e := dispute.Event{ID: dispute.EventID(fmt.Sprintf("e%d", i)), Kind: oneOf(w, kinds), Summary: fmt.Sprintf("event %d", w.IntN(3)),
			Participants: []dispute.Participant{{Role: dispute.RoleActor, Actor: w.actor()}, {Role: dispute.RoleTarget, Actor: w.actor()}},
			When:         w.date(), Known: w.day(), Recorded: w.day(),
			Supersedes: superseded(w, w.r.Events, func(e dispute.Event) dispute.EventID { return e.ID }),
			Phase:      oneOf(w, []dispute.Phase{0, 0, 0, dispute.PhaseOngoing, dispute.PhaseExpected, dispute.PhaseCancelled})}
		if w.chance(40) {
			e.Sources = []dispute.SourceID{w.source()}
		}
		if i > 0 && w.chance(40) {
			e.Links = []dispute.Link{{Kind: oneOf(w, []dispute.LinkKind{dispute.LinkAfter, dispute.LinkInResponseTo}), Event: w.r.Events[w.IntN(i)].ID}}
		}
		if w.chance(30) {
			e.Carrier = w.source()
		}
		w.r.Events = append(w.r.Events, e)
	}
}

func (w *world) event() dispute.EventID { return oneOf(w, w.r.Events).ID }

func (w *world) claims() {
	for i := range 4 {
		c := dispute.Claim{ID: dispute.ClaimID(fmt.Sprintf("c%d", i)), Text: fmt.Sprintf("claim %d", w.IntN(3)), Recorded: w.day(),
			Supersedes: superseded(w, w.r.Claims, func(c dispute.Claim) dispute.ClaimID { return c.ID })}
		switch w.IntN(7) {
		case 0, 1:
			c.Content.Occurred = w.event()
		case 2:
			c.Content.Agency = &dispute.Agency{Event: w.event(), Actor: w.actor()}
		case 3:
			c.Content.Figure = &dispute.Figure{Event: w.event(), Category: "killed", Best: number(w.Int64N(3))}
		case 4:
			c.Content.Relation = &dispute.RelationClaim{Track: dispute.TrackSupport, From: w.actor(), To: w.actor(), When: w.date()}
		case 5:
			c.Content.Dating = &dispute.Dating{Event: w.event(), When: w.date(), Until: w.date()}
		}
		if w.chance(50) {
			c.Adverse = []dispute.ActorID{w.actor()}
		}
		if i > 0 && w.chance(30) {
			c.Contradicts = []dispute.ClaimID{w.r.Claims[w.IntN(i)].ID}
		}
		if i > 0 && w.chance(30) {
			c.Entails = []dispute.ClaimID{w.r.Claims[w.IntN(i)].ID}
		}
		w.r.Claims = append(w.r.Claims, c)
	}
	for i := range w.r.Events {
		if w.chance(50) {
			w.r.Events[i].Claims = []dispute.ClaimID{oneOf(w, w.r.Claims).ID}
		}
	}
}

func (w *world) attributions() {
	for i := range 10 {
		a := dispute.Attribution{ID: dispute.AttributionID(fmt.Sprintf("a%d", i)), Claim: oneOf(w, w.r.Claims).ID, Said: w.date(), Known: w.day(), Recorded: w.day(),
			Stance:     oneOf(w, []dispute.Stance{dispute.StanceAsserts, dispute.StanceAsserts, dispute.StanceDenies, dispute.StanceImplies, dispute.StanceHasNotResponded}),
			Lineage:    oneOf(w, []dispute.Lineage{dispute.LineageFirstHand, dispute.LineageFirstHand, dispute.LineageFirstHand, dispute.LineageRelaying, 0}),
			OnRecord:   oneOf(w, []dispute.RecordLevel{0, dispute.RecordLevelOn}),
			Supersedes: superseded(w, w.r.Attributions, func(a dispute.Attribution) dispute.AttributionID { return a.ID })}
		if w.chance(90) {
			a.Speaker = w.actor()
		}
		if a.Speaker != "" && w.chance(20) {
			a.Jointly = []dispute.ActorID{w.actor()}
		}
		if a.Speaker != "" && w.chance(20) {
			a.OnBehalfOf = []dispute.ActorID{w.actor()}
		}
		if w.chance(50) {
			a.Source = w.source()
		}
		if i > 0 && w.chance(30) {
			a.Claim, a.Attribution = "", w.r.Attributions[w.IntN(i)].ID
			a.Stance = oneOf(w, []dispute.Stance{dispute.StanceRetracts, dispute.StanceUndercuts, dispute.StanceAsserts, dispute.StanceDenies})
		} else if w.chance(10) {
			a.Claim, a.TargetSource, a.Stance = "", w.source(), dispute.StanceUndercuts
		}
		w.r.Attributions = append(w.r.Attributions, a)
	}
}

// lens is a random way to look at a random record.
func (w *world) lens() dispute.Lens {
	return dispute.Lens{KnownBy: w.day(), RecordedBy: w.day(), Standpoint: oneOf(w, []dispute.ActorID{"", "", "aland", "beland"})}
}

// text is the canonical text of a record.
func text(t *testing.T, r dispute.Record) string {
	t.Helper()
	var b strings.Builder
	if err := dispute.Encode(&b, r); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// shuffled returns a record with its lists, and the sets of its events, in
// another order.
func shuffled(rng *rand.Rand, r dispute.Record) dispute.Record {
	r.Actors, r.Sources, r.Events = shuffle(rng, r.Actors), shuffle(rng, r.Sources), shuffle(rng, r.Events)
	r.Claims, r.Attributions = shuffle(rng, r.Claims), shuffle(rng, r.Attributions)
	for i := range r.Events {
		r.Events[i].Participants = shuffle(rng, r.Events[i].Participants)
	}
	return r
}

func shuffle[T any](rng *rand.Rand, list []T) []T {
	list = slices.Clone(list)
	rng.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
	return list
}

// danglingItems returns the items that refer to something not on file, as
// Compile reports them.
func danglingItems(r dispute.Record) []dispute.Ref {
	_, err := dispute.CompileWith(r, dispute.Limits{Problems: 1 << 20})
	found, ok := errors.AsType[*dispute.RecordError](err)
	if !ok {
		return nil
	}
	var list []dispute.Ref
	for _, p := range found.Problems {
		parts := strings.Split(p.Path, "/")
		at, _ := strconv.Atoi(parts[2])
		switch parts[1] {
		case "actors":
			list = append(list, r.Actors[at].ID.Ref())
		case "sources":
			list = append(list, r.Sources[at].ID.Ref())
		case "events":
			list = append(list, r.Events[at].ID.Ref())
		case "claims":
			list = append(list, r.Claims[at].ID.Ref())
		case "attributions":
			list = append(list, r.Attributions[at].ID.Ref())
		}
	}
	return list
}

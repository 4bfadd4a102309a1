package disputetest

import (
	"encoding/binary"
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

// A World makes small records at random that compile and use every part of
// the model: versions of items, days, links, organs, nested and withdrawn
// statements.
type World struct {
	*rand.Rand
	R dispute.Record
}

// RandomRecord returns a small record that compiles, the same for each seed.
func RandomRecord(seed uint64) dispute.Record { return RecordFrom(rand.NewPCG(seed, 0xd15)) }

// RecordFrom returns a small record that compiles, made by the choices of a
// source.
func RecordFrom(choices rand.Source) dispute.Record {
	w := World{Rand: rand.New(choices)}
	w.actors()
	w.sources()
	w.events()
	w.claims()
	w.attributions()
	w.particulars()
	return w.R
}

// Choices are a source of numbers that gives eight of its bytes for each, and
// when they are used up numbers that follow from how many there were. A fuzzer
// can so change one choice of many.
type Choices struct {
	Bytes []byte
	rest  *rand.PCG
}

// SomeChoices returns the bytes of up to 400 choices, the same for each seed.
func SomeChoices(seed uint64) []byte {
	rng := rand.New(rand.NewPCG(seed, 0xc401ce))
	choices := make([]byte, 8*rng.IntN(400))
	for i := range choices {
		choices[i] = byte(rng.Uint32())
	}
	return choices
}

// Uint64 returns the next number.
func (c *Choices) Uint64() uint64 {
	if len(c.Bytes) >= 8 {
		n := binary.BigEndian.Uint64(c.Bytes)
		c.Bytes = c.Bytes[8:]
		return n
	}
	if c.rest == nil {
		c.rest = rand.NewPCG(uint64(len(c.Bytes)), 0xd15)
	}
	return c.rest.Uint64()
}

// Chance is true so many times in a hundred.
func (w *World) Chance(percent int) bool { return w.IntN(100) < percent }

// OneOf returns one element of a list.
func OneOf[T any](w *World, list []T) T { return list[w.IntN(len(list))] }

// Day is none, or one of the first nine days of August 2024.
func (w *World) Day() edtf.Day {
	if w.Chance(40) {
		return edtf.Day{}
	}
	return Day(fmt.Sprintf("2024-08-0%d", 1+w.IntN(9)))
}

// Date is none, or one of many forms that lie in August 2024.
func (w *World) Date() edtf.Date {
	a, b := fmt.Sprintf("2024-08-0%d", 1+w.IntN(5)), fmt.Sprintf("2024-08-0%d", 5+w.IntN(5))
	text := OneOf(w, []string{"", a, b, "2024-08", "[" + a + ".." + b + "]", "[" + a + "," + b + "]", a + "/" + b, a + "/..", "/" + b})
	return Date(text)
}

// Superseded is the ID of an earlier item of the list, or none.
func Superseded[T any, ID ~string](w *World, list []T, id func(T) ID) ID {
	if len(list) == 0 || !w.Chance(25) {
		return ""
	}
	return id(OneOf(w, list))
}

func (w *World) actors() {
	w.R.Actors = Cast().Actors
	for i := range w.R.Actors {
		if w.Chance(10) {
			w.R.Actors[i].Known = w.Day()
		}
	}
	w.R.Actors = append(w.R.Actors, dispute.Actor{ID: "spokesman", Kind: dispute.ActorPerson, Name: "a spokesman",
		Affiliations: []dispute.Affiliation{{Kind: dispute.AffiliationSpeaksFor, To: "aland-ministry", Period: w.Date()}}})
	if w.Chance(30) {
		a := w.R.Actors[2] // an agency becomes the foreign ministry, or goes
		a.ID, a.Supersedes, a.Recorded = "aland-agency-2", a.ID, w.Day()
		a.Affiliations = []dispute.Affiliation{{Kind: dispute.AffiliationPartOf, To: "aland", Role: OneOf(w, []dispute.OfficeRole{"", dispute.OfficeForeignMinistry})}}
		w.R.Actors = append(w.R.Actors, a)
	}
}

// Actor is one of those on file.
func (w *World) Actor() dispute.ActorID { return OneOf(w, w.R.Actors).ID }

// Source is one of those on file.
func (w *World) Source() dispute.SourceID { return OneOf(w, w.R.Sources).ID }

func (w *World) sources() {
	for i := range 3 {
		s := dispute.Source{ID: dispute.SourceID(fmt.Sprintf("s%d", i)), Kind: dispute.SourceArticle,
			Published: w.Date(), Recorded: w.Day(), Supersedes: Superseded(w, w.R.Sources, func(s dispute.Source) dispute.SourceID { return s.ID })}
		if w.Chance(70) {
			s.Publisher = w.Actor()
		}
		if w.Chance(30) {
			s.Authors = []dispute.Author{{Actor: w.Actor()}}
		}
		w.R.Sources = append(w.R.Sources, s)
	}
}

func (w *World) events() {
	kinds := []dispute.EventKind{dispute.KindSeverRelations, dispute.KindRestoreRelations, dispute.KindAccuse, dispute.KindDemand, dispute.KindAttack}
	for i := range 4 {
		e := dispute.Event{ID: dispute.EventID(fmt.Sprintf("e%d", i)), Kind: OneOf(w, kinds), Summary: fmt.Sprintf("event %d", w.IntN(3)),
			Participants: []dispute.Participant{{Role: dispute.RoleActor, Actor: w.Actor()}, {Role: dispute.RoleTarget, Actor: w.Actor()}},
			When:         w.Date(), Known: w.Day(), Recorded: w.Day(),
			Supersedes: Superseded(w, w.R.Events, func(e dispute.Event) dispute.EventID { return e.ID }),
			Phase:      OneOf(w, []dispute.Phase{0, 0, 0, dispute.PhaseOngoing, dispute.PhaseExpected, dispute.PhaseCancelled})}
		if w.Chance(40) {
			e.Sources = []dispute.SourceID{w.Source()}
		}
		if i > 0 && w.Chance(40) {
			e.Links = []dispute.Link{{Kind: OneOf(w, []dispute.LinkKind{dispute.LinkAfter, dispute.LinkInResponseTo}), Event: w.R.Events[w.IntN(i)].ID}}
		}
		if w.Chance(30) {
			e.Carrier = w.Source()
		}
		w.R.Events = append(w.R.Events, e)
	}
}

// Event is one of those on file.
func (w *World) Event() dispute.EventID { return OneOf(w, w.R.Events).ID }

func (w *World) claims() {
	for i := range 4 {
		c := dispute.Claim{ID: dispute.ClaimID(fmt.Sprintf("c%d", i)), Text: fmt.Sprintf("claim %d", w.IntN(3)), Recorded: w.Day(),
			Supersedes: Superseded(w, w.R.Claims, func(c dispute.Claim) dispute.ClaimID { return c.ID })}
		switch w.IntN(7) {
		case 0, 1:
			c.Content.Occurred = w.Event()
		case 2:
			c.Content.Agency = &dispute.Agency{Event: w.Event(), Actor: w.Actor()}
		case 3:
			c.Content.Figure = &dispute.Figure{Event: w.Event(), Category: "killed", Best: Number(w.Int64N(3))}
		case 4:
			c.Content.Relation = &dispute.RelationClaim{Track: dispute.TrackSupport, From: w.Actor(), To: w.Actor(), When: w.Date()}
		case 5:
			c.Content.Dating = &dispute.Dating{Event: w.Event(), When: w.Date(), Until: w.Date()}
		}
		if w.Chance(50) {
			c.Adverse = []dispute.ActorID{w.Actor()}
		}
		if i > 0 && w.Chance(30) {
			c.Contradicts = []dispute.ClaimID{w.R.Claims[w.IntN(i)].ID}
		}
		if i > 0 && w.Chance(30) {
			c.Entails = []dispute.ClaimID{w.R.Claims[w.IntN(i)].ID}
		}
		w.R.Claims = append(w.R.Claims, c)
	}
	for i := range w.R.Events {
		if w.Chance(50) {
			w.R.Events[i].Claims = []dispute.ClaimID{OneOf(w, w.R.Claims).ID}
		}
	}
}

func (w *World) attributions() {
	for i := range 10 {
		a := dispute.Attribution{ID: dispute.AttributionID(fmt.Sprintf("a%d", i)), Claim: OneOf(w, w.R.Claims).ID, Said: w.Date(), Known: w.Day(), Recorded: w.Day(),
			Stance:     OneOf(w, []dispute.Stance{dispute.StanceAsserts, dispute.StanceAsserts, dispute.StanceDenies, dispute.StanceImplies, dispute.StanceHasNotResponded}),
			Lineage:    OneOf(w, []dispute.Lineage{dispute.LineageFirstHand, dispute.LineageFirstHand, dispute.LineageFirstHand, dispute.LineageRelaying, 0}),
			OnRecord:   OneOf(w, []dispute.RecordLevel{0, dispute.RecordLevelOn}),
			Supersedes: Superseded(w, w.R.Attributions, func(a dispute.Attribution) dispute.AttributionID { return a.ID })}
		if w.Chance(90) {
			a.Speaker = w.Actor()
		}
		if a.Speaker != "" && w.Chance(20) {
			a.Jointly = []dispute.ActorID{w.Actor()}
		}
		if a.Speaker != "" && w.Chance(20) {
			a.OnBehalfOf = []dispute.ActorID{w.Actor()}
		}
		if w.Chance(50) {
			a.Source = w.Source()
		}
		if i > 0 && w.Chance(30) {
			a.Claim, a.Attribution = "", w.R.Attributions[w.IntN(i)].ID
			a.Stance = OneOf(w, []dispute.Stance{dispute.StanceRetracts, dispute.StanceUndercuts, dispute.StanceAsserts, dispute.StanceDenies})
		} else if w.Chance(10) {
			a.Claim, a.TargetSource, a.Stance = "", w.Source(), dispute.StanceUndercuts
		}
		w.R.Attributions = append(w.R.Attributions, a)
	}
}

// particulars fills in what only some records tell: whose text a source
// reprints, on which side somebody takes part, what was withdrawn by whom.
func (w *World) particulars() {
	for i := range w.R.Sources {
		s := &w.R.Sources[i]
		if w.Chance(20) {
			s.Kind = OneOf(w, []dispute.SourceKind{dispute.SourceStatement, dispute.SourceLetter, dispute.SourcePost})
		}
		if i > 0 && w.Chance(20) {
			s.ReprintOf = w.R.Sources[w.IntN(i)].ID
		}
		if i > 0 && w.Chance(15) {
			s.DerivedFrom = []dispute.SourceID{w.R.Sources[w.IntN(i)].ID}
		}
	}
	for i := range w.R.Events {
		e := &w.R.Events[i]
		if w.Chance(20) {
			e.Participants = append(e.Participants, dispute.Participant{Role: dispute.RoleActor, Actor: w.Actor()})
		}
		if w.Chance(20) {
			for j := range e.Participants {
				e.Participants[j].Role, e.Participants[j].Side = dispute.RoleParty, OneOf(w, []string{"", "north", "south"})
			}
			e.Kind = OneOf(w, []dispute.EventKind{dispute.KindBattle, dispute.KindSignDefencePact, dispute.KindEstablishRelations, dispute.KindDeclareTruce})
		}
	}
	for i := range w.R.Attributions {
		a := &w.R.Attributions[i]
		if a.Stance == dispute.StanceUndercuts && a.TargetSource != "" && w.Chance(50) {
			a.Stance = dispute.StanceRetracts
			for _, s := range w.R.Sources {
				if s.ID == a.TargetSource && s.Publisher != "" && a.Speaker != "" {
					a.Speaker = s.Publisher
				}
			}
		}
	}
}

// Lens is a random way to look at a random record.
func (w *World) Lens() dispute.Lens {
	return dispute.Lens{KnownBy: w.Day(), RecordedBy: w.Day(), Standpoint: OneOf(w, []dispute.ActorID{"", "", "aland", "beland"})}
}

// Text is the canonical text of a record.
func Text(t *testing.T, r dispute.Record) string {
	t.Helper()
	var b strings.Builder
	if err := dispute.Encode(&b, r); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// Shuffled returns a record with its lists, and the sets of its events, in
// another order.
func Shuffled(rng *rand.Rand, r dispute.Record) dispute.Record {
	r.Actors, r.Sources, r.Events = Shuffle(rng, r.Actors), Shuffle(rng, r.Sources), Shuffle(rng, r.Events)
	r.Claims, r.Attributions = Shuffle(rng, r.Claims), Shuffle(rng, r.Attributions)
	for i := range r.Events {
		r.Events[i].Participants = Shuffle(rng, r.Events[i].Participants)
	}
	return r
}

// Shuffle returns a list in another order.
func Shuffle[T any](rng *rand.Rand, list []T) []T {
	list = slices.Clone(list)
	rng.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
	return list
}

// DanglingItems returns the items that refer to something not on file, as
// Compile reports them.
func DanglingItems(r dispute.Record) []dispute.Ref {
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

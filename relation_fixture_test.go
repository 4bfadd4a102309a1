package dispute

import (
	"testing"

	"github.com/dispute-go/dispute/edtf"
	"github.com/google/go-cmp/cmp"
)

// A caseFile is a record under construction. Everything in it is reported by one
// disinterested newspaper, which is enough to be accepted by default.
type caseFile struct{ Record }

func newCaseFile(actors ...ActorID) *caseFile {
	f := &caseFile{}
	for _, id := range append([]ActorID{"newspaper"}, actors...) {
		f.Actors = append(f.Actors, Actor{ID: id, Kind: ActorState, Name: string(id)})
	}
	f.Actors[0].Kind = ActorMedium
	f.Sources = []Source{{ID: "article", Kind: SourceArticle, Publisher: "newspaper"}}
	return f
}

func dateOf(s string) edtf.Date {
	if s == "" {
		return edtf.Date{}
	}
	return edtf.MustParse(s)
}

func dayOf(s string) edtf.Day { return edtf.MustParseDay(s) }

// event adds an accepted event; parts alternate roles and actors.
func (f *caseFile) event(id EventID, kind EventKind, date string, parts ...string) *Event {
	e := Event{ID: id, Kind: kind, When: dateOf(date), Sources: []SourceID{"article"}}
	for i := 0; i < len(parts); i += 2 {
		e.Participants = append(e.Participants, Participant{ParticipantRole(parts[i]), ActorID(parts[i+1])})
	}
	f.Events = append(f.Events, e)
	return &f.Events[len(f.Events)-1]
}

// alleged adds an event that nobody reports.
func (f *caseFile) alleged(id EventID, kind EventKind, date string, parts ...string) *Event {
	e := f.event(id, kind, date, parts...)
	e.Sources = nil
	return e
}

// claim adds a relation claim; the newspaper asserts it if reported is set.
func (f *caseFile) claim(id ClaimID, c RelationClaim, reported bool) {
	f.Claims = append(f.Claims, Claim{ID: id, Text: string(id), Content: Content{Relation: &c}})
	if reported {
		f.Attributions = append(f.Attributions, Attribution{ID: AttributionID("says-" + id), Speaker: "newspaper",
			Stance: StanceAsserts, Claim: id, Lineage: LineageFirstHand, Source: "article"})
	}
}

func (f *caseFile) view(t testing.TB, lens Lens) *View {
	t.Helper()
	d, err := Compile(f.Record)
	if err != nil {
		t.Fatal(err)
	}
	v, err := d.View(lens)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

var equateDays = cmp.Comparer(func(a, b edtf.Day) bool { return a == b })

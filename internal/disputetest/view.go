package disputetest

import (
	"encoding/json"
	"testing"

	"github.com/dispute-go/dispute"
)

// Propositions returns what has a status: the claims and the events.
func Propositions(r *dispute.Record) []dispute.Ref {
	var list []dispute.Ref
	for _, c := range r.Claims {
		list = append(list, c.ID.Ref())
	}
	for _, e := range r.Events {
		list = append(list, e.ID.Ref())
	}
	return list
}

// A Judged is a status as an oracle can write it. The sides of the embedded one
// are empty.
type Judged struct {
	dispute.Status
	For, Against Side
}

// A Side is that of a status, with its roots.
type Side struct {
	Level, Origins int
	Roots          []dispute.Root
}

// Judgement returns a status without its words and reasons, and with nil for
// every empty list.
func Judgement(s dispute.Status) Judged {
	side := func(from dispute.Side) Side {
		to := Side{Level: from.Level, Origins: from.Origins}
		for _, r := range from.Roots() {
			to.Roots = append(to.Roots, dispute.Root{Attribution: r.Attribution, Source: r.Source, Claim: r.Claim,
				Speakers: OrNil(r.Speakers), OnBehalfOf: OrNil(r.OnBehalfOf), Principals: OrNil(r.Principals),
				Interested: r.Interested, Implied: r.Implied, Admission: r.Admission, Finding: r.Finding, DisownedBy: OrNil(r.DisownedBy), Origin: r.Origin})
		}
		return to
	}
	var dropped []dispute.Dropped
	for _, d := range s.Dropped {
		d.By = OrNil(d.By)
		dropped = append(dropped, d)
	}
	return Judged{For: side(s.For), Against: side(s.Against), Status: dispute.Status{Claim: s.Claim, Event: s.Event, SupersededBy: s.SupersededBy, EventSupersededBy: s.EventSupersededBy,
		Doers: OrNil(s.Doers), Label: s.Label,
		Standing: s.Standing, Rule: s.Rule, Dropped: dropped, Responses: OrNil(s.Responses),
		Interpretations: OrNil(s.Interpretations), Relays: OrNil(s.Relays), Unsourced: OrNil(s.Unsourced)}}
}

// OrNil returns nil for an empty list.
func OrNil[T any](list []T) []T {
	if len(list) == 0 {
		return nil
	}
	return list
}

// View returns a view of a record.
func View(t testing.TB, r dispute.Record, l dispute.Lens) *dispute.View {
	t.Helper()
	d, err := dispute.Compile(r)
	if err != nil {
		t.Fatalf("Compile: %v\n%s", err, Dump(t, r, l))
	}
	v, err := d.View(l)
	if err != nil {
		t.Fatalf("View: %v\n%s", err, Dump(t, r, l))
	}
	return v
}

// Ask returns the status of a claim or an event.
func Ask(v *dispute.View, ref dispute.Ref) dispute.Status {
	if ref.Kind == dispute.ItemEvent {
		return v.EventStatus(dispute.EventID(ref.ID))
	}
	return v.Status(dispute.ClaimID(ref.ID))
}

// Dump writes a record and a lens, to be seen where a test fails.
func Dump(t testing.TB, r dispute.Record, l dispute.Lens) string {
	t.Helper()
	record, err := json.MarshalIndent(r, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	lens, err := json.Marshal(l)
	if err != nil {
		t.Fatal(err)
	}
	return string(record) + "\n" + string(lens)
}

// FirstDay and SecondDay are the days that RevisedOn compares.
const FirstDay, SecondDay = "2024-08-21", "2024-08-22"

// RevisedOn returns the difference that a record makes from one day to the
// next, by the days on which things were recorded.
func RevisedOn(t *testing.T, r dispute.Record) dispute.Difference {
	t.Helper()
	return dispute.Diff(View(t, r, dispute.Lens{RecordedBy: Day(FirstDay)}), View(t, r, dispute.Lens{RecordedBy: Day(SecondDay)}))
}

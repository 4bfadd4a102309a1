package dispute_test

import (
	"encoding/json"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/disputetest"
	"github.com/dispute-go/dispute/sahel2024"
)

// An answer on relations as its JSON has to give it back.
type relationAnswer interface {
	String() string
	Reasons() dispute.Reasons
}

// readBack reads what an answer was encoded as, and tries that it is the same.
func readBack[T relationAnswer](t *testing.T, answer T) {
	t.Helper()
	text, err := json.Marshal(answer)
	if err != nil {
		t.Fatalf("%s: %v", answer, err)
	}
	var back T
	if err := json.Unmarshal(text, &back); err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	again, err := json.Marshal(back)
	if err != nil || string(again) != string(text) {
		t.Errorf("%s is encoded again as %s, %v", text, again, err)
	}
	if back.String() != answer.String() {
		t.Errorf("read back as %q, want %q", back, answer)
	}
	if diff := cmp.Diff(answer.Reasons(), back.Reasons()); diff != "" {
		t.Errorf("%s: reasons (-want +got):\n%s", answer, diff)
	}
	if diff := cmp.Diff(answer, back); diff != "" {
		t.Errorf("%s (-want +got):\n%s", answer, diff)
	}
}

func TestRelationAnswersReadBack(t *testing.T) {
	records := []dispute.Record{sahel2024.Record()}
	for seed := range uint64(10) {
		records = append(records, disputetest.RandomRecord(seed))
	}
	severed := func(id dispute.EventID, when string) dispute.Event {
		return dispute.Event{ID: id, Kind: dispute.KindSeverRelations, When: edtf.MustParse(when), Participants: []dispute.Participant{
			{Actor: "aland", Role: dispute.RoleActor}, {Actor: "beland", Role: dispute.RoleTarget}}}
	}
	twice := dispute.Record{Actors: disputetest.Cast().Actors, Events: []dispute.Event{severed("once", "2024-08-01"), severed("again", "2024-08-02")}}
	records = append(records, twice)
	first, last := disputetest.Day("2024-07-25"), disputetest.Day("2024-08-07")
	found := map[string]int{}
	for _, record := range records {
		v := disputetest.View(t, record, dispute.Lens{Policy: dispute.Policy{Accept: []dispute.Label{dispute.LabelUnasserted, dispute.LabelReported, dispute.LabelConfirmed}}})
		relations := slices.Collect(v.Relations())
		relations = append(relations, v.Relation(record.Actors[0].ID, "nobody", dispute.TrackHostility))
		for _, r := range relations {
			readBack(t, r.On(last))
			readBack(t, r.On(edtf.Day{}))
			readBack(t, r.History())
			readBack(t, r.CountDays(dispute.StateSevered, first, last))
			for y := range r.Years(2023, 2024) {
				readBack(t, y)
			}
			for _, c := range slices.Concat(r.Changes(edtf.Day{}, edtf.Day{}), r.FirstChange(), r.LastChange()) {
				found["changes"]++
				readBack(t, c)
			}
			s := r.On(last)
			found["states"] += len(s.States)
			found["reports"] += len(s.Claims) + len(s.Alleged)
			found["gaps"] += len(s.Gaps)
		}
	}
	for _, kind := range []string{"changes", "states", "reports", "gaps"} {
		if found[kind] == 0 {
			t.Errorf("no %s were tried", kind)
		}
	}
}

// A relation that was read tells its history, and of all else that it cannot.
func TestRelationReadsBackAsItsHistory(t *testing.T) {
	v := disputetest.View(t, sahel2024.Record(), dispute.Lens{})
	r := v.Relation("mali", "ukraine", dispute.TrackDiplomaticRelations)
	text, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	history, err := json.Marshal(r.History())
	if err != nil || string(history) != string(text) {
		t.Errorf("encoded as %s, want its history, %s", text, history)
	}
	var back dispute.Relation
	if err := json.Unmarshal(text, &back); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(r, back); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if got, want := back.String(), "diplomatic relations between Mali and Ukraine"; got != want || back.Pair() != r.Pair() {
		t.Errorf("read back as %q, %v, want %q, %v", got, back.Pair(), want, r.Pair())
	}
	if diff := cmp.Diff(r.Spells(), back.Spells()); diff != "" || len(back.Spells()) == 0 {
		t.Errorf("spells (-want +got):\n%s", diff)
	}
	back.History().Spells[0].State = dispute.StateNone
	if back.Spells()[0].State == dispute.StateNone {
		t.Error("a history can be changed through its copy")
	}
	first, last := disputetest.Day("2024-08-01"), disputetest.Day("2024-08-07")
	s := back.On(last)
	if s.States != nil || s.NoChangeRecorded || s.String() != "not told: of this relation there is only the history that was read" {
		t.Errorf("on a day: %q, %+v", s, s)
	}
	if n := back.CountDays(dispute.StateSevered, first, last); n.AtLeast != 0 || n.AtMost != 7 {
		t.Errorf("severed for %d to %d days, want 0 to 7", n.AtLeast, n.AtMost)
	}
	if len(back.Changes(edtf.Day{}, edtf.Day{}))+len(back.FirstChange())+len(back.LastChange())+len(slices.Collect(back.Years(2024, 2024))) != 0 {
		t.Error("it has changes or years, of which nothing was read")
	}
	readBack(t, s)
}

// Relations, and answers on them, are told apart by what they say.
func TestRelationAnswersDiffer(t *testing.T) {
	v := disputetest.View(t, sahel2024.Record(), dispute.Lens{})
	r, o := v.Relation("mali", "ukraine", dispute.TrackDiplomaticRelations), v.Relation("niger", "ukraine", dispute.TrackDiplomaticRelations)
	if r.Equal(o) || r.History().Equal(o.History()) || r.On(disputetest.Day("2024-07-01")).Equal(r.On(disputetest.Day("2024-09-01"))) {
		t.Error("what differs is equal")
	}
	s := r.On(disputetest.Day("2024-08-07"))
	s.States[0].Rulings[0].Event = "changed"
	if s.Equal(r.On(disputetest.Day("2024-08-07"))) || s.String() == "" {
		t.Error("a state that was changed is equal to what it was")
	}
	if (dispute.RelationState{}).String() != "" || (dispute.History{}).String() != "no relation" || (dispute.RelationChange{}).Reasons().Items() != nil ||
		(dispute.RelationYear{}).Reasons().Items() != nil || (dispute.DayCount{}).Reasons().Items() != nil || (dispute.Relation{}).On(disputetest.Day("2024-08-07")).String() != "no change recorded" {
		t.Error("a zero answer says something")
	}
}

package dispute_test

import (
	"bytes"
	"encoding"
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/internal/disputetest"
	"github.com/dispute-go/dispute/sahel2024"
)

// readsBack checks that an answer is the same after it was encoded and decoded:
// its fields, its words, and its JSON, in which nothing is null.
func readsBack[T any](t *testing.T, answer T) {
	t.Helper()
	text, err := json.Marshal(answer)
	if err != nil {
		t.Fatalf("%T: %v", answer, err)
	}
	if bytes.Contains(text, []byte(":null")) {
		t.Errorf("%T has a null: %s", answer, text)
	}
	var back T
	if err := json.Unmarshal(text, &back); err != nil {
		t.Fatalf("%T: %v\n%s", answer, err, text)
	}
	again, err := json.Marshal(back)
	if err != nil || !bytes.Equal(text, again) {
		t.Fatalf("%T: error %v, encoded again\n%s, want\n%s", answer, err, again, text)
	}
	x, y := reflect.ValueOf(answer), reflect.ValueOf(back)
	for i := range x.NumField() {
		if f := x.Type().Field(i); f.IsExported() {
			if diff := cmp.Diff(x.Field(i).Interface(), y.Field(i).Interface()); diff != "" {
				t.Errorf("%T.%s (-want +got):\n%s", answer, f.Name, diff)
			}
		}
	}
	if diff := cmp.Diff(answer, back); diff != "" {
		t.Errorf("%T (-want +got):\n%s", answer, diff)
	}
	if a, ok := any(answer).(fmt.Stringer); ok {
		if got, want := any(back).(fmt.Stringer).String(), a.String(); got != want {
			t.Errorf("%T: %q, want %q", answer, got, want)
		}
	}
}

// someAnswers calls check with answers of every type told by accounts,
// comparisons, identities, solidarity and timelines.
func someAnswers(v *dispute.View, r dispute.Record, check func(answer any)) {
	check(v.Timeline())
	for _, e := range r.Events {
		check(v.When(e.ID))
		check(v.EventStatus(e.ID))
		for _, x := range v.Agents(e.ID) {
			check(x)
		}
	}
	for _, c := range r.Claims {
		check(v.Status(c.ID))
	}
	for x := range v.Solidarity(30) {
		check(x)
	}
	for i, actor := range r.Actors {
		a := v.Account(actor.ID)
		a.Unanswered = nil
		check(a)
		for _, l := range a.Asserts {
			check(l)
		}
		for _, x := range v.Identities(actor.ID) {
			check(x)
		}
		if other := r.Actors[(i+1)%len(r.Actors)]; i < 8 {
			c := v.Compare(actor.ID, other.ID)
			check(c)
			for _, l := range c.OneSided {
				check(l)
			}
		}
	}
}

func TestAccountsAndTheirKinReadBack(t *testing.T) {
	types := map[string]int{}
	check := func(answer any) {
		types[fmt.Sprintf("%T", answer)]++
		switch x := answer.(type) {
		case dispute.Account:
			readsBack(t, x)
		case dispute.AccountLine:
			readsBack(t, x)
		case dispute.Comparison:
			readsBack(t, x)
		case dispute.ComparisonLine:
			readsBack(t, x)
		case dispute.ActorIdentity:
			readsBack(t, x)
		case dispute.EventAgent:
			readsBack(t, x)
		case dispute.SolidarityStep:
			readsBack(t, x)
		case dispute.Timeline:
			readsBack(t, x)
		case dispute.Span:
			readsBack(t, x)
		case dispute.Status:
			readsBack(t, x)
		}
	}
	records := []dispute.Record{sahel2024.Record(), quarrel(), {}, identities("i1", "i2")}
	for seed := range uint64(6) {
		records = append(records, disputetest.RandomRecord(seed))
	}
	for _, r := range records {
		someAnswers(disputetest.View(t, r, disputetest.Accepting(dispute.Lens{})), r, check)
	}
	for _, zero := range []any{dispute.Account{}, dispute.AccountLine{}, dispute.Comparison{}, dispute.ComparisonLine{},
		dispute.ActorIdentity{}, dispute.EventAgent{}, dispute.Timeline{}, dispute.Span{}} {
		check(zero)
	}
	for name, least := range map[string]int{"Account": 20, "AccountLine": 20, "Comparison": 20, "ComparisonLine": 20, "ActorIdentity": 2,
		"EventAgent": 10, "SolidarityStep": 1, "Timeline": 8, "Span": 10, "Status": 20} {
		if n := types["dispute."+name]; n < least {
			t.Errorf("%d answers of type %s, want at least %d", n, name, least)
		}
	}
}

// identities is a record in which two claims, by a medium each, make three
// actors the same.
func identities(claims ...dispute.ClaimID) dispute.Record {
	names := []dispute.ActorID{"courier", "mirror", "herald"}
	pairs := map[dispute.ClaimID][2]dispute.ActorID{}
	var statements []dispute.Attribution
	for i, id := range claims {
		pairs[id] = [2]dispute.ActorID{names[i], names[i+1]}
		statements = append(statements, disputetest.States("post", id))
	}
	return masked(pairs, statements...)
}

// What is equal is equal in its words, too.
func TestAnswersEqualInTheirWords(t *testing.T) {
	line := disputetest.View(t, quarrel(), dispute.Lens{}).Account("beland").Asserts[0]
	text, err := json.Marshal(line)
	if err != nil {
		t.Fatal(err)
	}
	for old, altered := range map[string]string{
		line.String():           "something else",
		`"rule":"the party's w`: `"rule":"another's w`,
		`"stance":"asserts"`:    `"stance":"denies"`,
	} {
		other := strings.Replace(string(text), old, altered, 1)
		if other == string(text) {
			t.Fatalf("no %q in %s", old, text)
		}
		var back dispute.AccountLine
		if err := json.Unmarshal([]byte(other), &back); err != nil {
			t.Fatal(err)
		}
		if line.Equal(back) {
			t.Errorf("equal although %q became %q", old, altered)
		}
	}
}

// A word that is written is read, and no other one.
func TestVocabulariesOfAnswersReadBack(t *testing.T) {
	for _, c := range []struct {
		of    any
		words string
	}{
		{new(dispute.Label), "not assessed, unasserted, retracted, denied, alleged, reported, corroborated, confirmed, contested, refuted, conflicted"},
		{new(dispute.Standing), "not assessed, open, accepted, dropped"},
		{new(dispute.StandingRule), "none, standpoint, label, performative"},
		{new(dispute.Certainty), "not assessed, excluded, possible, certain"},
		{new(dispute.DropReason), ", retracted, undercut"},
		{new(dispute.ContradictionKind), ", circle, no-day"},
	} {
		words := strings.Split(c.words, ", ")
		for n, word := range append(words, "") {
			v := reflect.ValueOf(c.of).Elem()
			v.SetUint(uint64(n))
			text, err := v.Interface().(encoding.TextMarshaler).MarshalText()
			if string(text) != word || (err == nil) != (word != "") {
				t.Errorf("%T(%d) is written %q, error %v, want %q", v.Interface(), n, text, err, word)
			}
			if word == "" {
				continue
			}
			v.SetUint(uint64(len(words)))
			if err := c.of.(encoding.TextUnmarshaler).UnmarshalText(text); err != nil || v.Uint() != uint64(n) {
				t.Errorf("%q is read as %T(%d), error %v, want %d", word, v.Interface(), v.Uint(), err, n)
			}
		}
		for _, unknown := range []string{"", "Certain", "label(3)", "nothing"} {
			if err := c.of.(encoding.TextUnmarshaler).UnmarshalText([]byte(unknown)); err == nil || !strings.Contains(err.Error(), fmt.Sprintf("%q", unknown)) {
				t.Errorf("%q is read as %T, error %v", unknown, c.of, err)
			}
		}
	}
}

func TestTimelineAndSolidarityInWords(t *testing.T) {
	v := disputetest.View(t, dispute.Record{Events: []dispute.Event{disputetest.DatedEvent("b", "2024-08-05"), disputetest.DatedEvent("a", "[2024-08-01..2024-08-03]")}}, dispute.Lens{})
	if got, want := v.Timeline().String(), "event/a: between 1 and 3 August 2024\nevent/b: on 5 August 2024"; got != want {
		t.Errorf("timeline %q, want %q", got, want)
	}
	s := dispute.SolidarityStep{Leader: "mali", Follower: "niger", First: "one", Then: "two"}
	if got, want := s.String(), "event/two by niger follows event/one by mali"; got != want {
		t.Errorf("step %q, want %q", got, want)
	}
	if got := (dispute.Timeline{}).String() + (dispute.SolidarityStep{}).String(); got != "" {
		t.Errorf("zero answers say %q", got)
	}
}

package dispute_test

import (
	"bytes"
	"encoding"
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/dispute-go/dispute/edtf"

	"github.com/google/go-cmp/cmp"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/internal/disputetest"
	"github.com/dispute-go/dispute/sahel2024"
)

// A question and a conflict read back from their JSON as they were, words and
// reasons included.
func TestAnswersReadBack(t *testing.T) {
	seeds := uint64(100)
	if testing.Short() {
		seeds = 20
	}
	read := map[string]int{}
	for seed := range seeds {
		v := disputetest.View(t, disputetest.RandomRecord(seed), dispute.Lens{KnownBy: disputetest.Day("2024-08-06")})
		for _, q := range v.OpenQuestions() {
			read[q.Kind.String()] += readsBackAll(t, q)
		}
		for _, c := range v.Conflicts() {
			read[c.Kind.String()] += readsBackAll(t, c)
		}
	}
	for _, answer := range []string{"no-response", "overdue", "no-origin", "supersession", "chronology"} {
		if read[answer] == 0 {
			t.Errorf("none of %s was read back", answer)
		}
	}
}

// readsBackAll tries one answer, and returns 1 to count it.
func readsBackAll[T interface {
	fmt.Stringer
	Reasons() dispute.Reasons
	Equal(T) bool
}](t *testing.T, x T) int {
	t.Helper()
	text, err := json.Marshal(x)
	if err != nil {
		t.Fatal(err)
	}
	var y T
	if err := json.Unmarshal(text, &y); err != nil {
		t.Fatalf("%v: %s", err, text)
	}
	if again, err := json.Marshal(y); err != nil || string(again) != string(text) {
		t.Errorf("read back as another text: %v\nwas %s\nis  %s", err, text, again)
	}
	if x.String() != y.String() || x.String() == "" {
		t.Errorf("says %q, but read back %q", x, y)
	}
	if diff := cmp.Diff(x, y); diff != "" {
		t.Errorf("read back otherwise (-was +is):\n%s", diff)
	}
	if diff := cmp.Diff(x.Reasons(), y.Reasons()); diff != "" {
		t.Errorf("reasons read back otherwise (-was +is):\n%s", diff)
	}
	was, is := reflect.ValueOf(x), reflect.ValueOf(y)
	for i := range was.NumField() {
		f := was.Type().Field(i)
		if !f.IsExported() {
			continue
		}
		if diff := cmp.Diff(was.Field(i).Interface(), is.Field(i).Interface()); diff != "" {
			t.Errorf("%s read back otherwise (-was +is):\n%s", f.Name, diff)
		}
	}
	var zero T
	if x.Equal(zero) || !zero.Equal(zero) {
		t.Errorf("%v is taken for the zero answer, or that for another than itself", x)
	}
	return 1
}

// What is read says what it was read with, whatever else it holds.
func TestAnswersKeepTheirWords(t *testing.T) {
	var q dispute.Question
	if err := json.Unmarshal([]byte(`{"id":"x","kind":"overdue","text":"one thing","reasons":{"root":0}}`), &q); err != nil {
		t.Fatal(err)
	}
	if q.String() != "one thing" || q.Kind != dispute.QuestionOverdue {
		t.Errorf("got %v %q", q.Kind, q)
	}
	before := q
	for _, text := range []string{`{"id":"y","kind":"no such kind"}`, `{"id":"y","reasons":1}`, `[]`} {
		if err := json.Unmarshal([]byte(text), &q); err == nil || !q.Equal(before) {
			t.Errorf("%s: error %v, and the question is %q", text, err, q.ID)
		}
	}
}

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
		{new(dispute.StandingRule), "none, standpoint, label, performative, agreed"},
		{new(dispute.Certainty), "not assessed, excluded, possible, certain"},
		{new(dispute.DropReason), ", retracted, undercut, disowned"},
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

// As everywhere in encoding/json, a null leaves what it is read into as it was.
func TestNullLeavesAnAnswerAsItWas(t *testing.T) {
	v := disputetest.View(t, sahel2024.Record(), dispute.Lens{})
	status := v.Status("ukraine-supported-rebels")
	relation := v.Relation("mali", "ukraine", dispute.TrackDiplomaticRelations)
	history := relation.History()
	gotStatus, gotRelation, gotHistory := status, relation, history
	for _, into := range []any{&gotStatus, &gotRelation, &gotHistory} {
		if err := into.(json.Unmarshaler).UnmarshalJSON([]byte("null")); err != nil {
			t.Errorf("%T: %v", into, err)
		}
	}
	if !gotStatus.Equal(status) || gotStatus.String() != status.String() || !gotRelation.Equal(relation) || !gotHistory.Equal(history) {
		t.Errorf("null made %v of %v, %v of %v, %v of %v", gotStatus, status, gotRelation, relation, gotHistory, history)
	}
}

// A lens is written with the keys of the answers, and reads back: also what is
// empty, which is not what is not there.
func TestLensJSON(t *testing.T) {
	for text, l := range map[string]dispute.Lens{
		`{}`: {},
		`{"known_by":"2024-08-05","recorded_by":"2024-08-21","standpoint":"mali","policy":{"competent":["court"],"committing":[],"accept":["contested"],"named_only":true,"adversary_years":3,"identities":true,"rules":[]}}`: {
			KnownBy: disputetest.Day("2024-08-05"), RecordedBy: disputetest.Day("2024-08-21"), Standpoint: "mali",
			Policy: dispute.Policy{Competent: []dispute.ActorID{"court"}, Committing: []dispute.OfficeRole{}, Accept: []dispute.Label{dispute.LabelContested},
				NamedOnly: true, AdversaryYears: 3, Identities: true, Rules: []dispute.Rule{}}},
	} {
		written, err := json.Marshal(l)
		if err != nil || string(written) != text {
			t.Errorf("%+v is written as %s, %v, want %s", l, written, err, text)
		}
		var read dispute.Lens
		if err := json.Unmarshal([]byte(text), &read); err != nil || !reflect.DeepEqual(read, l) {
			t.Errorf("%s reads as %+v, %v, want %+v", text, read, err, l)
		}
	}
}

// Without reasons, an answer is the same but for them, at every depth, and reads back.
func TestWithoutReasons(t *testing.T) {
	v := disputetest.View(t, sahel2024.Record(), dispute.Lens{})
	for name, answer := range map[string]any{"account": v.Account("mali"), "questions": v.OpenQuestions(), "status": v.Status("ukraine-supported-rebels"), "empty": []dispute.Status{}, "number": 1.5} {
		with, err := json.Marshal(answer)
		if err != nil {
			t.Fatal(err)
		}
		without, err := dispute.WithoutReasons(answer)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		var a, b any
		if json.Unmarshal(with, &a) != nil || json.Unmarshal(without, &b) != nil {
			t.Fatalf("%s: no JSON: %s", name, without)
		}
		if diff := cmp.Diff(strip(a), b); diff != "" {
			t.Errorf("%s (-stripped +without):\n%s", name, diff)
		}
		if name == "account" && len(without)*3 > len(with) {
			t.Errorf("%d bytes of %d are left", len(without), len(with))
		}
	}
	text, err := dispute.WithoutReasons(v.Status("ukraine-supported-rebels"))
	if err != nil {
		t.Fatal(err)
	}
	var back dispute.Status
	if err := json.Unmarshal(text, &back); err != nil || back.String() != v.Status("ukraine-supported-rebels").String() || len(back.Reasons().Nodes) != 0 {
		t.Errorf("read back: %v, %v", back, err)
	}
	if _, err := dispute.WithoutReasons(func() {}); err == nil {
		t.Error("a function is encoded")
	}
}

func strip(x any) any {
	switch x := x.(type) {
	case map[string]any:
		delete(x, "reasons")
		for k := range x {
			x[k] = strip(x[k])
		}
	case []any:
		for i := range x {
			x[i] = strip(x[i])
		}
	}
	return x
}

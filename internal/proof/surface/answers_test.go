package surface

import (
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/internal/disputetest"
	"github.com/dispute-go/dispute/sahel2024"
)

// Every answer is the same after it was encoded and decoded: its JSON, its
// exported fields, its words, and by cmp.Diff without options. Nothing in it is
// null. So is the zero answer of every type, and zero parts of answers.
func TestEveryAnswerReadsBack(t *testing.T) {
	tried := map[reflect.Type]int{}
	check := func(x reflect.Value) {
		if tried[x.Type()]++; tried[x.Type()] <= 300 {
			readsBack(t, x)
		}
	}
	for i, r := range records() {
		v := disputetest.View(t, r, disputetest.Accepting(dispute.Lens{}))
		disputetest.AnswersOf(v, disputetest.View(t, records()[(i+1)%len(records())], dispute.Lens{}), r, check)
	}
	for x := range tried {
		readsBack(t, reflect.Zero(x))
	}
	for _, part := range []any{dispute.Side{}, dispute.Root{}, dispute.Dropped{}, dispute.Response{}, dispute.ClaimStanding{}, dispute.ReportedState{},
		dispute.Spell{}, dispute.Gap{}, dispute.Contradiction{}, dispute.TimelineEntry{}, dispute.Change{}, dispute.Reasons{}} {
		readsBack(t, reflect.ValueOf(part))
	}
	want := []string{"Account", "ActorIdentity", "Answer", "Comparison", "Conflict", "DateSet", "Difference", "EventAgent", "FigureSet", "History",
		"Question", "RelationState", "RelationChange", "RelationYear", "DayCount", "Relation", "Snapshot", "SolidarityStep", "Span", "Status", "Timeline"}
	for x := range tried {
		want = slices.DeleteFunc(want, func(name string) bool { return name == x.Name() })
	}
	if len(want) > 0 {
		t.Errorf("no answer of type %v was tried", want)
	}
}

func records() []dispute.Record {
	masked := sahel2024.Record()
	masked.Claims = append(masked.Claims, dispute.Claim{ID: "same", Text: "the two are the same",
		Content: dispute.Content{Identity: &dispute.Identity{A: masked.Actors[0].ID, B: masked.Actors[1].ID}}})
	answered := disputetest.Accusation()
	answered.Attributions = append(answered.Attributions,
		disputetest.On(disputetest.OnBehalf(disputetest.Says("denial", "herald", dispute.StanceDenies, "raid"), "aland"), "2024-08-12"))
	list := []dispute.Record{masked, {}, answered}
	for seed := range uint64(4) {
		list = append(list, disputetest.RandomRecord(seed), disputetest.ConfidentialRecord(seed))
	}
	return list
}

func readsBack(t *testing.T, x reflect.Value) {
	t.Helper()
	text, err := json.Marshal(x.Interface())
	if err != nil {
		t.Errorf("%v: %v", x.Type(), err)
		return
	}
	if holdsNull(text) {
		t.Errorf("%v has a null: %s", x.Type(), text)
	}
	back := reflect.New(x.Type())
	if err := json.Unmarshal(text, back.Interface()); err != nil {
		t.Errorf("%v: %v\n%s", x.Type(), err, text)
		return
	}
	y := back.Elem()
	if again, err := json.Marshal(y.Interface()); err != nil || string(again) != string(text) {
		t.Errorf("%v: error %v, encoded again\n%s, want\n%s", x.Type(), err, again, text)
	}
	for i := range x.NumField() {
		if f := x.Type().Field(i); f.IsExported() {
			if diff := cmp.Diff(x.Field(i).Interface(), y.Field(i).Interface()); diff != "" {
				t.Errorf("%v.%s (-want +got):\n%s", x.Type(), f.Name, diff)
			}
		}
	}
	if diff := cmp.Diff(x.Interface(), y.Interface()); diff != "" {
		t.Errorf("%v (-want +got):\n%s", x.Type(), diff)
	}
	if s, ok := x.Interface().(fmt.Stringer); ok {
		if got, want := y.Interface().(fmt.Stringer).String(), s.String(); got != want {
			t.Errorf("%v says %q, want %q", x.Type(), got, want)
		}
	}
}

// holdsNull reports whether a null stands anywhere in a text.
func holdsNull(text []byte) bool {
	d := json.NewDecoder(strings.NewReader(string(text)))
	for {
		token, err := d.Token()
		if err != nil {
			return false
		}
		if token == nil {
			return true
		}
	}
}

// A list that holds nothing is left out, of whatever is written field by field.
func TestNoListIsWrittenAsNull(t *testing.T) {
	lists := 0
	for _, pkg := range exported {
		for _, x := range pkg.types {
			if x.Kind() != reflect.Struct {
				continue
			}
			for i := range x.NumField() {
				f := x.Field(i)
				tag, written := f.Tag.Lookup("json")
				if !written || f.Type.Kind() != reflect.Slice && f.Type.Kind() != reflect.Pointer {
					continue
				}
				lists++
				if !strings.HasSuffix(tag, ",omitempty") && !strings.HasSuffix(tag, ",omitzero") {
					t.Errorf("%v.%s is written as null where it holds nothing", x, f.Name)
				}
			}
		}
	}
	if lists < 50 {
		t.Errorf("%d lists, want at least 50", lists)
	}
}

// What marshals as text unmarshals, and reads back every word that it writes.
func TestEveryVocabularyReadsBack(t *testing.T) {
	words := 0
	for _, pkg := range exported {
		for _, x := range pkg.types {
			if _, ok := x.MethodByName("MarshalText"); !ok {
				continue
			}
			if _, ok := reflect.PointerTo(x).MethodByName("UnmarshalText"); !ok {
				t.Errorf("%v is written as text, and not read", x)
			}
			if x.Kind() == reflect.Uint8 {
				words += readsWords(t, x)
			}
		}
	}
	if words < 150 {
		t.Errorf("%d words, want at least 150", words)
	}
}

// readsWords returns how many words a vocabulary has.
func readsWords(t *testing.T, x reflect.Type) (words int) {
	type vocabulary interface {
		fmt.Stringer
		MarshalText() ([]byte, error)
		UnmarshalText([]byte) error
	}
	seen := map[string]int{}
	for n := range 256 {
		v := reflect.New(x)
		v.Elem().SetUint(uint64(n))
		w := v.Interface().(vocabulary)
		text, err := w.MarshalText()
		if err != nil {
			if unread := reflect.New(x).Interface().(vocabulary).UnmarshalText([]byte(w.String())); unread == nil {
				t.Errorf("%v(%d) is not written, but %q is read", x, n, w)
			}
			continue
		}
		words++
		if was, twice := seen[string(text)]; twice {
			t.Errorf("%v(%d) and (%d) are both written %q", x, was, n, text)
		}
		seen[string(text)] = n
		if string(text) != w.String() {
			t.Errorf("%v(%d) is written %q and says %q", x, n, text, w)
		}
		back := reflect.New(x)
		if err := back.Interface().(vocabulary).UnmarshalText(text); err != nil || back.Elem().Uint() != uint64(n) {
			t.Errorf("%q is read as %v(%d), error %v, want %d", text, x, back.Elem().Uint(), err, n)
		}
	}
	return words
}

// Errors are written with their messages, and lists in them are lists.
func TestErrorsAreWritten(t *testing.T) {
	_, err := dispute.Decode(strings.NewReader(`{"format":"dispute/1","actors":[{"id":"A B"}]}`))
	if err == nil {
		t.Fatal("no error")
	}
	text, failed := json.Marshal(err)
	if failed != nil || holdsNull(text) || !strings.Contains(string(text), `"path":"/actors/0/id"`) || !strings.Contains(string(text), `"message":"invalid value`) {
		t.Errorf("error %v, written %s", failed, text)
	}
	one := dispute.Record{Title: "one", Actors: []dispute.Actor{{ID: "a", Kind: dispute.ActorState, Name: "A"}}}
	two := dispute.Record{Title: "two", Actors: []dispute.Actor{{ID: "a", Kind: dispute.ActorState, Name: "B"}}}
	_, err = dispute.Merge(one, two)
	text, failed = json.Marshal(err)
	const want = `{"conflicts":[` +
		`{"places":[{"record":0,"path":"/title","version":1},{"record":1,"path":"/title","version":2}]},` +
		`{"item":{"kind":"actor","id":"a"},"fields":["name"],"places":[{"record":0,"path":"/actors/0","version":1},{"record":1,"path":"/actors/0","version":2}]}]}`
	if failed != nil || string(text) != want {
		t.Errorf("error %v, written\n%s, want\n%s", failed, text, want)
	}
	var back dispute.MergeError
	if failed := json.Unmarshal(text, &back); failed != nil || back.Error() != err.Error() {
		t.Errorf("error %v, read back as\n%v, want\n%v", failed, &back, err)
	}
	for _, empty := range []any{dispute.FieldError{}, &dispute.FieldError{}, dispute.RecordError{}, &dispute.RecordError{}, &dispute.MergeError{}, dispute.MergeConflict{}} {
		if text, err := json.Marshal(empty); err != nil || holdsNull(text) {
			t.Errorf("%T is written %s, error %v", empty, text, err)
		}
	}
}

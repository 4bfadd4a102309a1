package dispute_test

import (
	"encoding/json"
	"fmt"
	"reflect"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/internal/disputetest"
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
		for q := range v.OpenQuestions() {
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

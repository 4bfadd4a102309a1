package fields_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/dispute-go/dispute/internal/fields"
)

type (
	code  string
	inner struct {
		N    int   `json:"n"`
		Deep *int  `json:"deep,omitempty"`
		Mark uint8 `json:"mark,omitzero"`
	}
	note  struct{ Hidden string }
	outer struct {
		Name string `json:"name"`
		Embedded
		Codes []code    `json:"codes,omitempty"`
		List  []inner   `json:"list"`
		Ptr   *inner    `json:"ptr"`
		Flag  bool      `json:"flag"`
		Day   time.Time `json:"day"`
		Left  note      `json:"left"`
		In    Embedded  `json:"in"`
	}
)

// Embedded is exported so that its fields can be read.
type Embedded struct {
	Size int64 `json:"size"`
}

// shout writes codes in capitals, sorts them, and leaves notes out.
type shout struct{}

func (shout) Append(b []byte, value any) ([]byte, bool) {
	if c, ok := value.(code); ok {
		return fields.AppendString(b, strings.ToUpper(string(c))), true
	}
	return nil, false
}
func (shout) IsSet(list any) bool           { _, ok := list.([]code); return ok }
func (shout) LeavesOut(t reflect.Type) bool { return t == reflect.TypeFor[note]() }
func (shout) More(b []byte, value any) []byte {
	if x, ok := value.(outer); ok {
		b = append(b, `,"more":`...)
		b = fields.AppendString(b, x.Name+"!")
	}
	return b
}

// What is written is what encoding/json writes of a type that has what is
// special written out.
func TestTextAgainstJSON(t *testing.T) {
	seven := 7
	for _, x := range []outer{
		{List: []inner{}},
		{Name: "a \"b\" <c> \u2028 é \\", Embedded: Embedded{-5}, Codes: []code{"z", "b"}, List: []inner{{1, &seven, 0}, {0, nil, 3}},
			Ptr: &inner{N: 2}, Flag: true, Day: time.Date(2024, 7, 28, 0, 0, 0, 0, time.UTC), Left: note{"x"}},
	} {
		var codes []string
		for _, c := range x.Codes {
			codes = append(codes, strings.ToUpper(string(c)))
		}
		slices.Sort(codes)
		var b strings.Builder
		e := json.NewEncoder(&b)
		e.SetEscapeHTML(false)
		if err := e.Encode(struct {
			Name  string    `json:"name"`
			Size  int64     `json:"size"`
			Codes []string  `json:"codes,omitempty"`
			List  []inner   `json:"list"`
			Ptr   *inner    `json:"ptr"`
			Flag  bool      `json:"flag"`
			Day   time.Time `json:"day"`
			In    Embedded  `json:"in"`
			More  string    `json:"more"`
		}{x.Name, x.Size, codes, x.List, x.Ptr, x.Flag, x.Day, x.In, x.Name + "!"}); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(strings.TrimSpace(b.String()), fields.Text(x, shout{})); diff != "" {
			t.Errorf("(-json +text):\n%s", diff)
		}
	}
	if a, b := fields.Text("a\xff", shout{}), fields.Text("a\ufffd", shout{}); a == b {
		t.Errorf("what is not UTF-8 is written as something else is: %s", a)
	}
}

func TestCompare(t *testing.T) {
	old := outer{Name: "a", In: Embedded{1}, Ptr: &inner{N: 1}, List: []inner{{N: 1}}, Flag: true}
	revised := outer{Name: "b", In: Embedded{2}, Ptr: &inner{N: 2, Mark: 1}, List: nil, Flag: false, Left: note{"x"}}
	var got []string
	fields.Comparison{
		Same:   func(a, b reflect.Value) bool { return reflect.DeepEqual(a.Interface(), b.Interface()) },
		Inside: func(t reflect.Type) bool { return t == reflect.TypeFor[Embedded]() },
		Differ: func(f fields.Field) { got = append(got, fmt.Sprint(f.Path, " ", f.Old, " ", f.Revised)) },
	}.Compare(reflect.ValueOf(old), reflect.ValueOf(revised), map[string]bool{"flag": true, "mark": true})
	want := []string{"/name a b", "/list [{1 <nil> 0}] []", "/ptr/n 1 2", "/ptr/mark 0 1", "/left {} {x}", "/in/size 1 2"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// The matched elements of two lists are as many of each text as both have.
func TestUnmatchedAgainstCounts(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 8))
	draw := func() (list []string) {
		for range rng.IntN(9) {
			list = append(list, string(rune('a'+rng.IntN(4))))
		}
		return list
	}
	excess := func(list, other []string) map[string]int {
		n := map[string]int{}
		for _, text := range list {
			n[text]++
		}
		for _, text := range other {
			n[text]--
		}
		for text, k := range n {
			if k <= 0 {
				delete(n, text)
			}
		}
		return n
	}
	texts := func(list []string, places []int) map[string]int {
		n := map[string]int{}
		for _, i := range places {
			n[list[i]]++
		}
		return n
	}
	for range 2_000 {
		old, revised := draw(), draw()
		lost, added := fields.Unmatched(old, revised)
		if diff := cmp.Diff(excess(old, revised), texts(old, lost)) + cmp.Diff(excess(revised, old), texts(revised, added)); diff != "" ||
			!slices.IsSorted(lost) || !slices.IsSorted(added) {
			t.Fatalf("from %v to %v: lost %v, added %v\n%s", old, revised, lost, added, diff)
		}
	}
}

func TestInherited(t *testing.T) {
	for _, c := range []struct {
		name       string
		old, added string // elements: a letter each, about the same in either case
		want       bool
	}{
		{"nothing lost", "", "ab", true},
		{"each has its own", "ab", "BA", true},
		{"one for two", "aa", "A", false},
		{"about something else", "a", "B", false},
		{"no heir", "a", "a", false},
		{"about nothing", "-", "-", false},
		{"past others about the same", "a", "aaaA", true},
		{"past more than are tried", "a", strings.Repeat("a", 16) + "A", false},
	} {
		places := func(s string) (list []int) {
			for i := range s {
				list = append(list, i)
			}
			return list
		}
		about := func(s string) func(int) string {
			return func(i int) string { return strings.Trim(strings.ToLower(s[i:i+1]), "-") }
		}
		heir := func(i, j int) bool { return c.added[j] < 'a' } // a capital
		if got := fields.Inherited(places(c.old), places(c.added), about(c.old), about(c.added), heir); got != c.want {
			t.Errorf("%s: %t, want %t", c.name, got, c.want)
		}
	}
}

// A string is quoted as JSON does, without escapes that HTML would need, and one
// that JSON has no text for as Go does.
func TestAppendString(t *testing.T) {
	for s, want := range map[string]string{
		"":               `""`,
		"a b~ !":         `"a b~ !"`,
		`say "no"`:       `"say \"no\""`,
		`a\b`:            `"a\\b"`,
		"a\nb\tc":        `"a\nb\tc"`,
		"a\x00b\x1fc":    `"a\u0000b\u001fc"`,
		"a\x7fb":         "\"a\x7fb\"",
		"<é> & “x”":      `"<é> & “x”"`,
		"\u2028":         `"\u2028"`,
		"bad \xff \"x\"": `"bad \xff \"x\""`,
	} {
		if got := string(fields.AppendString([]byte("x:"), s)); got != "x:"+want {
			t.Errorf("%q: got %s, want x:%s", s, got, want)
		}
	}
}

package dispute

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestPointer(t *testing.T) {
	tests := []struct {
		name   string
		tokens []any
		want   string
	}{
		{"record", nil, ""},
		{"index", []any{"events", 3, "when"}, "/events/3/when"},
		{"escaped", []any{"a/b", "m~n", "~1"}, "/a~1b/m~0n/~01"},
		{"empty key", []any{""}, "/"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := pointer(tt.tokens...); got != tt.want {
				t.Errorf("pointer(%v) = %q, want %q", tt.tokens, got, tt.want)
			}
		})
	}
}

func TestComparePointers(t *testing.T) {
	// In order: every pointer comes before each one that follows it.
	ordered := []string{
		"", "/", "/actors", "/actors/0", "/actors/0/id", "/actors/2", "/actors/2/id",
		"/actors/10", "/actors/10/id", "/actors/100", "/actorsx/0", "/claims/1/id",
	}
	for i, a := range ordered {
		for j, b := range ordered {
			want := 0
			if i < j {
				want = -1
			} else if i > j {
				want = 1
			}
			if got := comparePointers(a, b); got != want {
				t.Errorf("comparePointers(%q, %q) = %d, want %d", a, b, got, want)
			}
		}
	}
}

func TestProblemsOrder(t *testing.T) {
	p := newProblems(0)
	for _, path := range []string{"/events/10/id", "/claims/0/id", "/events/9/id"} {
		p.add(path, fmt.Errorf("%w: %q", ErrDuplicateID, "x"))
	}
	want := `/claims/0/id: duplicate ID: "x"
/events/9/id: duplicate ID: "x"
/events/10/id: duplicate ID: "x"`
	if diff := cmp.Diff(want, p.err().Error()); diff != "" {
		t.Errorf("error text (-want +got):\n%s", diff)
	}
}

func TestProblemsLimit(t *testing.T) {
	tests := []struct {
		name         string
		limit, added int
		want         int
		omitted      bool
	}{
		{"none", 3, 0, 0, false},
		{"at the limit", 3, 3, 3, false},
		{"one over", 3, 4, 3, true},
		{"default", 0, 101, 100, true},
		{"negative is default", -1, 100, 100, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p := newProblems(tt.limit)
			for i := range tt.added {
				p.add(pointer("claims", i), ErrMissing)
			}
			err := p.err()
			if tt.added == 0 {
				if err != nil {
					t.Fatalf("err() = %v, want nil", err)
				}
				return
			}
			re, ok := errors.AsType[*RecordError](err)
			if !ok {
				t.Fatalf("err() is a %T, want *RecordError", err)
			}
			if got := errors.Is(err, ErrLimit); got != tt.omitted {
				t.Errorf("errors.Is(err, ErrLimit) = %t, want %t", got, tt.omitted)
			}
			if tt.omitted {
				tt.want++
			}
			if got := len(re.Problems); got != tt.want {
				t.Errorf("%d problems, want %d", got, tt.want)
			}
		})
	}
}

func TestRecordErrorIs(t *testing.T) {
	p := newProblems(0)
	p.add("/claims/0/id", fmt.Errorf("%w: %q", ErrDuplicateID, "x"))
	p.add("/claims/1/about", fmt.Errorf("%w: %q", ErrDanglingReference, "y"))
	err := fmt.Errorf("compile: %w", p.err())
	all := []error{ErrSyntax, ErrDuplicateKey, ErrUnknownField, ErrType, ErrValue,
		ErrMissing, ErrLimit, ErrDuplicateID, ErrDanglingReference}
	for _, sentinel := range all {
		want := slices.Contains([]error{ErrDuplicateID, ErrDanglingReference}, sentinel)
		if got := errors.Is(err, sentinel); got != want {
			t.Errorf("errors.Is(err, %q) = %t, want %t", sentinel, got, want)
		}
	}
	first, ok := errors.AsType[*FieldError](err)
	if !ok || first.Path != "/claims/0/id" {
		t.Errorf("first FieldError = %v, want one at /claims/0/id", first)
	}
}

// A problem that is read from JSON says what it said, where it said it, and is
// of the kind it was.
func TestProblemsReadBack(t *testing.T) {
	var list []*FieldError
	for _, sentinel := range sentinels {
		list = append(list, &FieldError{Path: "/claims/0", Offset: 30, Line: 3, Column: 7, Err: fmt.Errorf("%w: %q", sentinel, "x")}, &FieldError{Err: sentinel})
	}
	list = append(list, &FieldError{Path: "/claims/1", Err: errors.New("something else")}, &FieldError{})
	was := &RecordError{Problems: list}
	text, err := json.Marshal(was)
	if err != nil {
		t.Fatal(err)
	}
	var is RecordError
	if err := json.Unmarshal(text, &is); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(was.Error(), is.Error()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	for i, p := range is.Problems {
		for _, sentinel := range sentinels {
			if got, want := errors.Is(p, sentinel), errors.Is(list[i], sentinel); got != want {
				t.Errorf("%q: errors.Is(…, %q) = %t, want %t", p, sentinel, got, want)
			}
		}
		again, err := json.Marshal(*p) // by value, too
		if want, _ := json.Marshal(list[i]); err != nil || string(again) != string(want) {
			t.Errorf("%q is written again as %s, %v, want %s", p, again, err, want)
		}
	}
	before := *is.Problems[0]
	for text, ok := range map[string]bool{"null": true, "[]": false, `{"path":1}`: false, `{"message":[]}`: false} {
		if err := json.Unmarshal([]byte(text), is.Problems[0]); (err == nil) != ok || *is.Problems[0] != before {
			t.Errorf("%s: error %v, and the problem is %q", text, err, is.Problems[0])
		}
	}
}

func TestFieldErrorText(t *testing.T) {
	tests := []struct {
		name string
		err  FieldError
		want string
	}{
		{"value", FieldError{Path: "/claims/0", Err: ErrMissing}, "/claims/0: missing value"},
		{"text", FieldError{Path: "/claims/0", Offset: 30, Line: 3, Column: 7, Err: ErrMissing}, "line 3 column 7: /claims/0: missing value"},
		{"whole record", FieldError{Err: ErrMissing}, "record: missing value"},
		{"unprintable key", FieldError{Path: "/a\nb", Err: ErrUnknownField}, `"/a\nb": unknown field`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := tt.err.Error(); got != tt.want {
				t.Errorf("Error() = %q, want %q", got, tt.want)
			}
		})
	}
}

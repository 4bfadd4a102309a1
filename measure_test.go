package dispute_test

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dispute-go/dispute"
)

// list joins n texts made by each.
func list(n int, each func(i int) string) string {
	parts := make([]string, n)
	for i := range n {
		parts[i] = each(i)
	}
	return strings.Join(parts, ",")
}

func claims(n int) string {
	return `{"format":"dispute/1","claims":[` + list(n, func(i int) string { return fmt.Sprintf(`{"id":"c%d","text":"C"}`, i) }) + `]}`
}

// chained has n attributions, each about the next one, the last about a claim.
func chained(n int) string {
	return `{"format":"dispute/1","attributions":[` + list(n, func(i int) string {
		if i == n-1 {
			return fmt.Sprintf(`{"id":"a%d","stance":"asserts","claim":"c"}`, i)
		}
		return fmt.Sprintf(`{"id":"a%d","stance":"asserts","attribution":"a%d"}`, i, i+1)
	}) + `]}`
}

// relayed is chained by relays, behind a circle of three.
func relayed(n int) string {
	return `{"format":"dispute/1","attributions":[` + list(n+3, func(i int) string {
		to := i + 1
		if i == n+2 {
			to = n
		}
		return fmt.Sprintf(`{"id":"a%d","stance":"asserts","relays":["a%d"]}`, i, to)
	}) + `]}`
}

// hierarchy has n actors, each part of the next one and a member of the first.
func hierarchy(n int) string {
	return `{"format":"dispute/1","actors":[` + list(n, func(i int) string {
		up := ""
		if i < n-1 {
			up = fmt.Sprintf(`,{"kind":"part-of","to":"a%d"}`, i+1)
		}
		return fmt.Sprintf(`{"id":"a%d","kind":"organ","name":"A","affiliations":[{"kind":"member-of","to":"a0"}%s]}`, i, up)
	}) + `]}`
}

func adverse(n int) string {
	return claimed(`"adverse":[` + list(n, func(i int) string { return fmt.Sprintf(`"a%d"`, i) }) + `]`)
}

// twoLists is one claim with n references in each of two lists.
func twoLists(n int) string {
	ids := list(n, func(i int) string { return fmt.Sprintf(`"a%d"`, i) })
	return claimed(`"adverse":[` + ids + `],"favours":[` + ids + `]`)
}

func noted(n int) string { return claimed(`"note":"` + strings.Repeat("n", n) + `"`) }

func nested(n int) string {
	return `{"format":"dispute/1","x":` + strings.Repeat("[", n-1) + strings.Repeat("]", n-1) + `}`
}

func spaced(n int) string {
	const text = `{"format":"dispute/1"}`
	return text + strings.Repeat(" ", n-len(text))
}

// TestLimits: every limit holds at its default and when set, to the last unit.
func TestLimits(t *testing.T) {
	id := func(n int) string { return attributed(`"claim":"` + strings.Repeat("c", n) + `"`) }
	figure := func(n int64) string {
		return claimed(fmt.Sprintf(`"content":{"figure":{"event":"e","category":"k","high":%d}}`, n))
	}
	of := func(text func(n int) string) func(int64) string { return func(n int64) string { return text(int(n)) } }
	tests := []struct {
		name  string
		set   func(l *dispute.Limits, n int64)
		most  int64
		text  func(n int64) string
		path  string
		small int64 // a limit to set instead
	}{
		{"bytes", func(l *dispute.Limits, n int64) { l.Bytes = n }, 16 << 20, of(spaced), "", 50},
		{"items", func(l *dispute.Limits, n int64) { l.Items = int(n) }, 100_000, of(claims), "/claims", 3},
		{"string bytes", func(l *dispute.Limits, n int64) { l.StringBytes = int(n) }, 64 << 10, of(noted), "/claims/0/note", 20},
		{"ID bytes", func(l *dispute.Limits, n int64) { l.IDBytes = int(n) }, 128, of(id), "/attributions/0/claim", 5},
		{"references in a list", func(l *dispute.Limits, n int64) { l.References = int(n) }, 256, of(adverse), "/claims/0/adverse", 2},
		{"references of an item", func(l *dispute.Limits, n int64) { l.References = int(2 * n) }, 128, of(twoLists), "/claims/0", 1},
		{"attribution depth", func(l *dispute.Limits, n int64) { l.AttributionDepth = int(n) }, 256, of(chained), "/attributions/0", 3},
		{"relay depth before a circle", func(l *dispute.Limits, n int64) { l.AttributionDepth = int(n + 1) }, 255, of(relayed), "/attributions/0", 3},
		{"hierarchy depth", func(l *dispute.Limits, n int64) { l.HierarchyDepth = int(n) }, 32, of(hierarchy), "/actors/0", 3},
		{"figure", func(l *dispute.Limits, n int64) { l.Figure = n }, 1_000_000_000_000, figure, "/claims/0/content/figure/high", 7},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var small dispute.Limits
			tt.set(&small, tt.small)
			for _, limit := range []struct {
				l dispute.Limits
				n int64
			}{{dispute.Limits{}, tt.most}, {small, tt.small}} {
				r, err := dispute.DecodeWith(strings.NewReader(tt.text(limit.n)), limit.l)
				if err != nil {
					t.Errorf("at %d: %v", limit.n, err)
				} else if err := dispute.EncodeWith(&bytes.Buffer{}, r, dispute.Limits{Bytes: 1 << 30, StringBytes: limit.l.StringBytes}); err != nil && limit.l == (dispute.Limits{}) {
					t.Errorf("at %d: encode: %v", limit.n, err)
				}
				text := tt.text(limit.n + 1)
				_, err = dispute.DecodeWith(strings.NewReader(text), limit.l)
				list, ok := errors.AsType[*dispute.RecordError](err)
				if !ok || len(list.Problems) != 1 || !errors.Is(err, dispute.ErrLimit) || list.Problems[0].Path != tt.path {
					t.Fatalf("over %d: error %.300v, want ErrLimit at %q", limit.n, err, tt.path)
				}
				if tt.path != "" && list.Problems[0].Line != 1 {
					t.Errorf("over %d: no position", limit.n)
				}
				if tt.name == "bytes" {
					continue
				}
				over, err := dispute.DecodeWith(strings.NewReader(text), dispute.Limits{Bytes: 1 << 30, Items: 1 << 20, StringBytes: 1 << 20, IDBytes: 1 << 20,
					References: 1 << 20, AttributionDepth: 1 << 20, HierarchyDepth: 1 << 20, Figure: 1 << 60})
				if err != nil {
					t.Fatal(err)
				}
				err = dispute.EncodeWith(&bytes.Buffer{}, over, limit.l)
				list, ok = errors.AsType[*dispute.RecordError](err)
				if !ok || len(list.Problems) != 1 || !errors.Is(err, dispute.ErrLimit) || list.Problems[0].Path != tt.path {
					t.Errorf("over %d: encode: error %.300v, want ErrLimit at %q", limit.n, err, tt.path)
				}
			}
		})
	}
}

// A text to be written is held against its own length, and not written in part.
func TestLimitOfBytesWritten(t *testing.T) {
	const text = "{\n  \"format\": \"dispute/1\"\n}\n"
	for limit, want := range map[int64]string{int64(len(text)): text, int64(len(text)) - 1: ""} {
		var b bytes.Buffer
		err := dispute.EncodeWith(&b, dispute.Record{}, dispute.Limits{Bytes: limit})
		if b.String() != want || errors.Is(err, dispute.ErrLimit) != (want == "") {
			t.Errorf("at most %d bytes: wrote %q, error %v", limit, &b, err)
		}
	}
}

func TestLimitOfNesting(t *testing.T) {
	for _, tt := range []struct {
		l    dispute.Limits
		n    int
		want []string
	}{
		{dispute.Limits{}, 32, []string{"/x: unknown field"}},
		{dispute.Limits{}, 33, []string{"/x: unknown field", "/x: over the limit"}},
		{dispute.Limits{Nesting: 3}, 3, []string{"/x: unknown field"}},
		{dispute.Limits{Nesting: 3}, 4, []string{"/x: unknown field", "/x: over the limit"}},
	} {
		_, err := dispute.DecodeWith(strings.NewReader(nested(tt.n)), tt.l)
		var got []string
		if list, ok := errors.AsType[*dispute.RecordError](err); ok {
			for _, p := range list.Problems {
				kind, _, _ := strings.Cut(p.Err.Error(), ":")
				got = append(got, p.Path+": "+kind)
			}
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%d deep (-want +got):\n%s", tt.n, diff)
		}
	}
}

func TestLimitOfProblems(t *testing.T) {
	many := func(n int) string {
		return `{"format":"dispute/1"` + strings.Repeat(`,"x":1`, n) + `}`
	}
	for _, tt := range []struct {
		l       dispute.Limits
		n, want int
		omitted bool
	}{
		{dispute.Limits{}, 100, 100, false},
		{dispute.Limits{}, 101, 101, true},
		{dispute.Limits{Problems: 3}, 3, 3, false},
		{dispute.Limits{Problems: 3}, 50, 4, true},
	} {
		_, err := dispute.DecodeWith(strings.NewReader(many(tt.n)), tt.l)
		list, ok := errors.AsType[*dispute.RecordError](err)
		if !ok {
			t.Fatalf("error %v, want a *RecordError", err)
		}
		if len(list.Problems) != tt.want || errors.Is(err, dispute.ErrLimit) != tt.omitted {
			t.Errorf("%d problems: %d reported, ErrLimit %t; want %d, %t", tt.n, len(list.Problems), errors.Is(err, dispute.ErrLimit), tt.want, tt.omitted)
		}
		if last := list.Problems[len(list.Problems)-1]; tt.omitted && (last.Path != "" || !errors.Is(last, dispute.ErrLimit)) {
			t.Errorf("last problem %v, want ErrLimit without a path", last)
		}
	}
}

// TestDepthsTogether: both depths are reported in one go, with the first item
// of the chain, and a circle of any length is no depth.
func TestDepthsTogether(t *testing.T) {
	var r dispute.Record
	for i := range 40 {
		r.Actors = append(r.Actors, dispute.Actor{ID: dispute.ActorID(fmt.Sprint("a", i)), Kind: dispute.ActorOrgan, Name: "A",
			Affiliations: []dispute.Affiliation{{Kind: dispute.AffiliationPartOf, To: dispute.ActorID(fmt.Sprint("a", i+1))}}})
	}
	for i := range 1000 {
		r.Attributions = append(r.Attributions, dispute.Attribution{ID: dispute.AttributionID(fmt.Sprint("x", i)), Stance: dispute.StanceAsserts,
			Relays: []dispute.AttributionID{dispute.AttributionID(fmt.Sprint("x", (i+1)%1000))}})
	}
	err := dispute.Encode(&bytes.Buffer{}, r)
	const want = `/actors/7: over the limit: 33 actors in one chain of part-of, speaks-for and holds-office, expected at most 32`
	if err == nil || err.Error() != want {
		t.Errorf("error %v, want %s", err, want)
	}
}

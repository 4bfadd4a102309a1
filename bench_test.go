package dispute_test

import (
	"bytes"
	"fmt"
	"io"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/disputetest"
)

func BenchmarkDecode(b *testing.B) {
	disputetest.EachWorkload(b, func(b *testing.B, r dispute.Record) {
		var text bytes.Buffer
		if err := dispute.EncodeWith(&text, r, dispute.Limits{Bytes: 1 << 30}); err != nil {
			b.Fatal(err)
		}
		b.SetBytes(int64(text.Len()))
		for b.Loop() {
			if _, err := dispute.DecodeWith(bytes.NewReader(text.Bytes()), dispute.Limits{Bytes: 1 << 30}); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func BenchmarkCompile(b *testing.B) {
	disputetest.EachWorkload(b, func(b *testing.B, r dispute.Record) {
		for b.Loop() {
			if _, err := dispute.Compile(r); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func BenchmarkView(b *testing.B) {
	disputetest.EachWorkload(b, func(b *testing.B, r dispute.Record) {
		d, err := dispute.Compile(r)
		if err != nil {
			b.Fatal(err)
		}
		for b.Loop() {
			if _, err := d.View(dispute.Lens{RecordedBy: edtf.MustParseDay("2020-01-01")}); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func BenchmarkAllStatuses(b *testing.B) {
	disputetest.EachWorkload(b, func(b *testing.B, r dispute.Record) {
		v := disputetest.MustView(b, r)
		for b.Loop() {
			for _, c := range r.Claims {
				v.Status(c.ID)
			}
		}
	})
}

// With their text and their reasons.
func BenchmarkAllStatusesInWords(b *testing.B) {
	disputetest.EachWorkload(b, func(b *testing.B, r dispute.Record) {
		v := disputetest.MustView(b, r)
		for b.Loop() {
			for _, c := range r.Claims {
				s := v.Status(c.ID)
				_, _ = s.String(), s.Reasons()
			}
		}
	})
}

func BenchmarkTimeline(b *testing.B) {
	disputetest.EachWorkload(b, func(b *testing.B, r dispute.Record) {
		v := disputetest.MustView(b, r)
		for b.Loop() {
			v.Timeline()
		}
	})
}

func BenchmarkOpenQuestions(b *testing.B) {
	disputetest.EachWorkload(b, func(b *testing.B, r dispute.Record) {
		v := disputetest.MustView(b, r)
		for b.Loop() {
			for range v.OpenQuestions() {
			}
		}
	})
}

func BenchmarkConflicts(b *testing.B) {
	disputetest.EachWorkload(b, func(b *testing.B, r dispute.Record) {
		v := disputetest.MustView(b, r)
		for b.Loop() {
			v.Conflicts()
		}
	})
}

// Every relation that has anything on file, on one day and as history.
func BenchmarkRelations(b *testing.B) {
	on := edtf.MustParseDay("2019-01-01")
	disputetest.EachWorkload(b, func(b *testing.B, r dispute.Record) {
		v := disputetest.MustView(b, r)
		for b.Loop() {
			for relation := range v.Relations() {
				relation.On(on)
				relation.Spells()
			}
		}
	})
}

func BenchmarkMerge(b *testing.B) {
	disputetest.EachWorkload(b, func(b *testing.B, r dispute.Record) {
		half := r
		half.Events, half.Attributions = r.Events[:len(r.Events)/2], r.Attributions[len(r.Attributions)/2:]
		b.ReportAllocs()
		for b.Loop() {
			if _, err := dispute.Merge(r, half); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func BenchmarkEventsOfPeriod(b *testing.B) {
	disputetest.EachWorkload(b, func(b *testing.B, r dispute.Record) {
		v := disputetest.MustView(b, r)
		q := dispute.EventQuery{First: edtf.MustParseDay("2016-01-01"), Last: edtf.MustParseDay("2016-06-30")}
		b.ReportAllocs()
		for b.Loop() {
			for range v.Events(q) {
			}
		}
	})
}

func BenchmarkAccount(b *testing.B) {
	disputetest.EachWorkload(b, func(b *testing.B, r dispute.Record) {
		v := disputetest.MustView(b, r)
		party := r.Actors[0].ID
		b.ReportAllocs()
		for b.Loop() {
			v.Account(party)
		}
	})
}

func BenchmarkCompare(b *testing.B) {
	disputetest.EachWorkload(b, func(b *testing.B, r dispute.Record) {
		v := disputetest.MustView(b, r)
		parties := []dispute.ActorID{r.Actors[0].ID, r.Actors[4].ID}
		b.ReportAllocs()
		for b.Loop() {
			v.Compare(parties...)
		}
	})
}

func BenchmarkSnapshot(b *testing.B) {
	disputetest.EachWorkload(b, func(b *testing.B, r dispute.Record) {
		v := disputetest.MustView(b, r)
		b.ReportAllocs()
		for b.Loop() {
			v.Snapshot()
		}
	})
}

// From half of the events to all of them.
func BenchmarkDiff(b *testing.B) {
	disputetest.EachWorkload(b, func(b *testing.B, r dispute.Record) {
		d, err := dispute.Compile(r)
		if err != nil {
			b.Fatal(err)
		}
		from, err := d.View(dispute.Lens{KnownBy: edtf.MustParseDay("2019-01-01")})
		if err != nil {
			b.Fatal(err)
		}
		to := disputetest.MustView(b, r)
		b.ReportAllocs()
		for b.Loop() {
			dispute.Diff(from, to)
		}
	})
}

// sized has about n events, with five attributions for each.
func sized(n int) dispute.Record {
	f := disputetest.Filler{Rng: rand.New(rand.NewPCG(8, 8)), Chance: 0.3, Items: n / 5, Most: 3}
	r := f.Record()
	f.Items = n
	r.Events = f.Record().Events
	f.Items = 5 * n
	r.Attributions = f.Record().Attributions
	return r
}

func BenchmarkEncode(b *testing.B) {
	for _, n := range []int{500, 1000, 2000, 4000} {
		r := sized(n)
		b.Run(fmt.Sprintf("events=%d", n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := dispute.Encode(io.Discard, r); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkDecodeHostile shows the cost per byte of texts that are refused,
// or nearly so: it is not to grow with their size.
func BenchmarkDecodeHostile(b *testing.B) {
	shapes := []struct {
		name string
		text func(n int) string
	}{
		{"duplicate keys", func(n int) string { return claimed(`"note":"n"` + strings.Repeat(`,"note":"n"`, n/11)) }},
		{"open brackets", func(n int) string { return claimed(`"note":` + strings.Repeat("[", n)) }},
		{"nesting", func(n int) string { return claimed(`"x":` + strings.Repeat("[", n/2) + strings.Repeat("]", n/2)) }},
		{"garbage", func(n int) string { return strings.Repeat("\xff\x00", n/2) }},
		{"one key", func(n int) string { return claimed(`"` + strings.Repeat("~", n) + `":1`) }},
		{"one string", func(n int) string { return claimed(`"note":"` + strings.Repeat(`\u00e9`, n/6) + `"`) }},
		{"empty items", func(n int) string {
			return `{"format":"dispute/1","attributions":[` + strings.Repeat("{},", n/3) + `{}]}`
		}},
		{"items", func(n int) string { return claims(min(n/30, 100_000)) }},
		{"one ID for all", func(n int) string {
			return `{"format":"dispute/1","claims":[` + strings.Repeat(`{"id":"c","text":"C"},`, min(n/22, 99_999)) + `{"id":"c","text":"C"}]}`
		}},
		{"one chain", func(n int) string { return chained(min(n/44, 100_000)) }},
		{"one circle", func(n int) string { return relayed(min(n/44, 99_997)) }},
	}
	for _, shape := range shapes {
		for _, n := range []int{1 << 19, 1 << 20, 1 << 21} {
			text := []byte(shape.text(n))
			b.Run(fmt.Sprintf("%s/%dKiB", shape.name, n>>10), func(b *testing.B) {
				b.SetBytes(int64(len(text)))
				b.ReportAllocs()
				for b.Loop() {
					if r, err := dispute.Decode(bytes.NewReader(text)); err == nil {
						if err := dispute.Encode(io.Discard, r); err != nil {
							b.Fatal(err)
						}
					}
				}
			})
		}
	}
}

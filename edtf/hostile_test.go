package edtf_test

import (
	"fmt"
	"runtime"
	"strings"
	"testing"

	"github.com/dispute-go/dispute/edtf"
)

// hostileTexts are texts that grow with n and could be made to cost more than
// their length.
var hostileTexts = []struct {
	name  string
	text  func(n int) string
	valid bool
}{
	{"set of years", func(n int) string { return "[" + strings.Repeat("1985,", n-1) + "1985]" }, true},
	{"set of days", func(n int) string { return "{" + strings.Repeat("1985-04-12,", n-1) + "1985-04-12}" }, true},
	{"set of falling days", func(n int) string {
		members := make([]string, n)
		for i := range members {
			members[i] = edtf.DayFromNumber(int64(-2 * i)).String()
		}
		return "[" + strings.Join(members, ",") + "]"
	}, true},
	{"set of huge ranges", func(n int) string {
		return "[" + strings.Repeat("0000-01-01..9999-12-31,", n-1) + "Y-9E18..Y9E18]"
	}, true},
	{"set of long ranges of seasons", func(n int) string { return "[" + strings.Repeat("0000-21..9999-24,", n-1) + "1985]" }, true},
	{"set of unspecified years", func(n int) string { return "[" + strings.Repeat("XXXX,", n-1) + "XXXX]" }, true},
	{"set of unspecified days", func(n int) string { return "{" + strings.Repeat("XXXX-XX-XX,", n-1) + "XXXX-02-29}" }, true},
	{"set of rare leap days", func(n int) string { return "[" + strings.Repeat("XX00-02-29,", n-1) + "X000-02-29]" }, true},
	{"set of qualified members", func(n int) string { return "[" + strings.Repeat("?1985-%04-~12,", n-1) + "1985]" }, true},
	{"set of estimates", func(n int) string { return "[" + strings.Repeat("Y1E18S1,", n-1) + "1985]" }, true},
	{"set with a late mistake", func(n int) string { return "[" + strings.Repeat("1985,", n-1) + "1985-13]" }, false},
	{"set never closed", func(n int) string { return "[" + strings.Repeat("1985,", n) }, false},
	{"opening brackets", func(n int) string { return strings.Repeat("[", n) }, false},
	{"digits", func(n int) string { return strings.Repeat("1", n) }, false},
	{"digits of a long year", func(n int) string { return "Y" + strings.Repeat("1", n) }, false},
	{"digits of an exponent", func(n int) string { return "Y1E" + strings.Repeat("9", n) }, false},
	{"digits of a precision", func(n int) string { return "1985S" + strings.Repeat("9", n) }, false},
	{"zeros of a long year", func(n int) string { return "Y1" + strings.Repeat("0", n) }, false},
	{"qualifiers", func(n int) string { return strings.Repeat("?", n) }, false},
	{"slashes", func(n int) string { return "1985" + strings.Repeat("/", n) }, false},
	{"dots", func(n int) string { return strings.Repeat(".", n) }, false},
	{"unspecified digits", func(n int) string { return strings.Repeat("X", n) }, false},
}

// handle does with a text all that a reader of dates does.
func handle(text string) error {
	d, err := edtf.Parse(text)
	if err != nil {
		_ = err.Error()
		return err
	}
	_ = d.Bounds()
	_ = d.BoundsWith(edtf.Options{Reading: edtf.ReadingExtent, Hemisphere: edtf.HemisphereSouth})
	_ = d.String()
	_ = d.Level()
	for range d.Members() {
		continue
	}
	if d.Compare(d) != 0 {
		return fmt.Errorf("%.20q is not equal to itself", text)
	}
	return nil
}

// TestHostileMemory bounds what is allocated by a multiple of the length.
func TestHostileMemory(t *testing.T) {
	n := 100_000
	if testing.Short() {
		n = 10_000
	}
	for _, test := range hostileTexts {
		t.Run(test.name, func(t *testing.T) {
			text := test.text(n)
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			err := handle(text)
			runtime.ReadMemStats(&after)
			if (err == nil) != test.valid {
				t.Fatalf("valid = %v, want %v: %v", err == nil, test.valid, err)
			}
			if allocated := after.TotalAlloc - before.TotalAlloc; allocated > uint64(16*len(text)+1<<16) {
				t.Errorf("%d bytes allocated for a text of %d", allocated, len(text))
			}
		})
	}
}

// Time grows with the length of the text and no faster: read it off the two
// lengths.
func BenchmarkHostileTexts(b *testing.B) {
	for _, test := range hostileTexts {
		for _, members := range []int{2_000, 20_000} {
			text := test.text(members)
			b.Run(fmt.Sprintf("%s/members=%d", test.name, members), func(b *testing.B) {
				b.SetBytes(int64(len(text)))
				for b.Loop() {
					_ = handle(text)
				}
			})
		}
	}
}

// A set has few ranges however many members it has, if they overlap; and many
// members with unspecified digits are gathered year by year.
func TestHostileRanges(t *testing.T) {
	const n = 20_000
	members := make([]string, n)
	for i := range members {
		members[i] = fmt.Sprintf("XX%02d-X%d-X%d", i/10%100, i/1000%3, i%10)
	}
	tests := []struct {
		name, text string
		ranges     int
	}{
		{"equal years", hostileTexts[0].text(n), 1},
		{"falling days", hostileTexts[2].text(n), n},
		{"huge ranges", hostileTexts[3].text(n), 1},
		{"unspecified years", hostileTexts[5].text(n), 1},
		{"rare leap days", hostileTexts[7].text(n), 25},
		// October to February of all years: year 0 begins in the midst of it.
		{"unspecified winters", "[" + strings.Join(members, ",") + "]", 10_001},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			count := 0
			for range edtf.MustParse(test.text).StartRanges() {
				count++
			}
			if count != test.ranges {
				t.Errorf("%d ranges, want %d", count, test.ranges)
			}
		})
	}
}

func BenchmarkHostile(b *testing.B) {
	for _, test := range hostileTexts {
		for _, n := range []int{1_000, 10_000, 100_000} {
			text := test.text(n)
			b.Run(fmt.Sprintf("%s/%d", test.name, n), func(b *testing.B) {
				b.SetBytes(int64(len(text)))
				b.ReportAllocs()
				for b.Loop() {
					_ = handle(text)
				}
			})
		}
	}
}

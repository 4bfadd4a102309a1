package edtf_test

import (
	"encoding/json"
	"errors"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/dispute-go/dispute/edtf"
)

func day(t *testing.T, s string) edtf.Day {
	t.Helper()
	d, err := edtf.ParseDay(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestNewDay(t *testing.T) {
	tests := []struct {
		name       string
		year       int64
		month, day int
		want       string // empty for an error
	}{
		{"plain", 2024, 8, 7, "2024-08-07"},
		{"leap day", 2024, 2, 29, "2024-02-29"},
		{"leap day of a leap century", 2000, 2, 29, "2000-02-29"},
		{"leap day of year zero", 0, 2, 29, "0000-02-29"},
		{"leap day of year -4", -4, 2, 29, "-0004-02-29"},
		{"leap day of year -400", -400, 2, 29, "-0400-02-29"},
		{"greatest year", math.MaxInt64, 12, 31, "9223372036854775807-12-31"},
		{"least year", math.MinInt64, 1, 1, "-9223372036854775808-01-01"},
		{"no leap day in a common year", 2023, 2, 29, ""},
		{"no leap day in a common century", 1900, 2, 29, ""},
		{"no leap day in year -100", -100, 2, 29, ""},
		{"month zero", 2024, 0, 1, ""},
		{"month thirteen", 2024, 13, 1, ""},
		{"month beyond a byte", 2024, 257, 1, ""},
		{"day zero", 2024, 1, 0, ""},
		{"thirty-first of April", 2024, 4, 31, ""},
		{"day beyond a byte", 2024, 1, 257, ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d, err := edtf.NewDay(test.year, test.month, test.day)
			if (err == nil) != (test.want != "") || d.String() != test.want {
				t.Fatalf("NewDay(%d, %d, %d) = %q, %v; want %q", test.year, test.month, test.day, d, err, test.want)
			}
			if err != nil {
				return
			}
			got := [3]int64{d.Year(), int64(d.Month()), int64(d.DayOfMonth())}
			if diff := cmp.Diff([3]int64{test.year, int64(test.month), int64(test.day)}, got); diff != "" {
				t.Errorf("components (-want +got):\n%s", diff)
			}
		})
	}
}

// The time package computes dates in its own way.
func TestDayAgainstTime(t *testing.T) {
	check := func(n int64) {
		t.Helper()
		want := time.Unix(n*86400, 0).UTC()
		d := edtf.DayFromNumber(n)
		if int(d.Year()) != want.Year() || // with an int of 32 bits, both without what is above them
			d.Month() != int(want.Month()) || d.DayOfMonth() != want.Day() || d.Weekday() != want.Weekday() {
			t.Fatalf("DayFromNumber(%d) = %s, %s; want %s", n, d, d.Weekday(), want.Format("2006-01-02, Monday"))
		}
		if d.Number() != n {
			t.Fatalf("(%s).Number() = %d, want %d", d, d.Number(), n)
		}
		if got := edtf.DayFromTime(want); got != d {
			t.Fatalf("DayFromTime(%s) = %s, want %s", want, got, d)
		}
	}
	step := int64(1)
	if testing.Short() {
		step = 17
	}
	for n := int64(-1_000_000); n <= 1_000_000; n += step {
		check(n)
	}
	random := rand.New(rand.NewPCG(1, 2))
	for range 200_000 {
		check(random.Int64N(1<<46) - 1<<45)
	}
}

// The day of a time is that of its own zone, to the second, up to nearly the last
// times there are.
func TestDayFromTimeInItsZone(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	for i := range 20_000 {
		offset := random.IntN(2*86_400) - 86_400
		seconds := random.Int64N(1_000_000)*86_400 - int64(offset) - int64(i%2)
		if i%10 == 0 {
			seconds = []int64{math.MinInt64 + 1e10, math.MaxInt64 - 1e10}[i/10%2] // time wraps at the very ends
		}
		at := time.Unix(seconds, 0).In(time.FixedZone("", offset))
		year, month, of := at.Date()
		got := edtf.DayFromTime(at)
		if int(got.Year()) != year || got.Month() != int(month) || got.DayOfMonth() != of {
			t.Fatalf("second %d, %d s east: %s, want %d-%d-%d", seconds, offset, got, year, month, of)
		}
	}
}

func TestAddDaysAgainstTime(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	for range 200_000 {
		start, step := random.Int64N(4_000_000)-2_000_000, random.Int64N(4_000_000)-2_000_000
		want := time.Unix(start*86400, 0).UTC().AddDate(0, 0, int(step))
		got := edtf.DayFromNumber(start).AddDays(step)
		if got != edtf.DayFromTime(want) {
			t.Fatalf("day %d, AddDays(%d) = %s, want %s", start, step, got, want.Format(time.DateOnly))
		}
	}
}

// TestDayFromNumberAgainstAddDays: near days are computed in another way than
// those far away. It goes through a cycle of 400 years day by day, and over the
// border between near and far.
func TestDayFromNumberAgainstAddDays(t *testing.T) {
	epoch := edtf.DayFromNumber(0)
	if epoch != day(t, "1970-01-01") {
		t.Fatalf("day 0 is %s", epoch)
	}
	check := func(n int64) {
		if got, want := edtf.DayFromNumber(n), epoch.AddDays(n); got != want {
			t.Fatalf("day %d is %s, want %s", n, got, want)
		}
	}
	for n := int64(-80_000); n <= 80_000; n++ {
		check(n)
	}
	for d := int64(-1000); d <= 1000; d++ {
		check(1<<28 + d)
		check(-1<<28 + d)
	}
	random := rand.New(rand.NewPCG(7, 8))
	for range 1_000_000 {
		check(random.Int64N(1<<30) - 1<<29)
	}
}

func TestAddDaysFarAway(t *testing.T) {
	tests := []struct {
		name, day string
		days      int64
		want      string
	}{
		{"a cycle of 400 years", "2024-02-29", 146097, "2424-02-29"},
		{"a cycle back", "2024-02-29", -146097, "1624-02-29"},
		{"far future", "9000000000000000000-12-31", 1, "9000000000000000001-01-01"},
		{"far past", "-9000000000000000000-01-01", -1, "-9000000000000000001-12-31"},
		{"the greatest step", "0000-01-01", math.MaxInt64, "25252734927766554-07-27"},
		{"within the last year", "9223372036854775807-12-30", 1, "9223372036854775807-12-31"},
		{"beyond the last day", "9223372036854775807-12-31", 1, "9223372036854775807-12-31"},
		{"far beyond the last day", "9223372036854775807-12-31", math.MaxInt64, "9223372036854775807-12-31"},
		{"within the first year", "-9223372036854775808-01-02", -1, "-9223372036854775808-01-01"},
		{"before the first day", "-9223372036854775808-01-01", -1, "-9223372036854775808-01-01"},
		{"far before the first day", "-9223372036854775808-01-01", math.MinInt64, "-9223372036854775808-01-01"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := day(t, test.day).AddDays(test.days).String(); got != test.want {
				t.Errorf("%s, AddDays(%d) = %s, want %s", test.day, test.days, got, test.want)
			}
		})
	}
	if got := (edtf.Day{}).AddDays(5); !got.IsZero() {
		t.Errorf("zero day, AddDays(5) = %s, want the zero day", got)
	}
}

// Going out and back again in steps of any size ends where it began.
func TestAddDaysInverse(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	for range 100_000 {
		d := edtf.DayFromNumber(int64(random.Uint64()))
		step := int64(random.Uint64() >> 1)
		if got := d.AddDays(step).AddDays(-step); got != d {
			t.Fatalf("(%s).AddDays(%d).AddDays(-%[2]d) = %s", d, step, got)
		}
	}
}

func TestDayNumberLimits(t *testing.T) {
	tests := []struct {
		name, day string
		want      int64
	}{
		{"epoch", "1970-01-01", 0},
		{"day before", "1969-12-31", -1},
		{"year zero", "0000-01-01", -719528},
		{"beyond", "9223372036854775807-01-01", 1 << 62},
		{"beyond backwards", "-9223372036854775807-01-01", -1 << 62},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := day(t, test.day).Number(); got != test.want {
				t.Errorf("Number() = %d, want %d", got, test.want)
			}
		})
	}
	if got := (edtf.Day{}).Number(); got != -1<<62 {
		t.Errorf("zero day: Number() = %d, want %d", got, int64(-1<<62))
	}
}

func TestDayCompare(t *testing.T) {
	sorted := []edtf.Day{{}}
	for _, s := range []string{"-9223372036854775808-01-01", "-0001-12-31", "0000-01-01", "0000-12-31", "2024-07-31", "2024-08-01", "2024-08-07", "2025-01-01", "9223372036854775807-12-31"} {
		sorted = append(sorted, day(t, s))
	}
	for i, a := range sorted {
		for j, b := range sorted {
			want := 0
			if i < j {
				want = -1
			} else if i > j {
				want = 1
			}
			if got := a.Compare(b); got != want {
				t.Errorf("(%q).Compare(%q) = %d, want %d", a, b, got, want)
			}
		}
	}
	shuffled := slices.Clone(sorted)
	rand.New(rand.NewPCG(7, 8)).Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
	slices.SortFunc(shuffled, edtf.Day.Compare)
	if !slices.Equal(shuffled, sorted) {
		t.Errorf("sorted = %v, want %v", shuffled, sorted)
	}
}

func TestParseDayRefuses(t *testing.T) {
	tests := []struct {
		name, text string
		pos        int
	}{
		{"empty", "", 0},
		{"sign only", "-", 1},
		{"three digits", "999-01-01", 3},
		{"leading zero", "02024-01-01", 0},
		{"plus sign", "+2024-01-01", 0},
		{"minus zero", "-0000-01-01", 0},
		{"year only", "2024", 4},
		{"no day", "2024-08", 7},
		{"slashes", "2024/08/07", 4},
		{"one-digit month", "2024-8-07", 5},
		{"one-digit day", "2024-08-7", 8},
		{"month zero", "2024-00-01", 5},
		{"month thirteen", "2024-13-01", 5},
		{"season", "2024-21-01", 5},
		{"day zero", "2024-08-00", 8},
		{"no such day", "2023-02-29", 8},
		{"trailing text", "2024-08-07 ", 10},
		{"leading space", " 2024-08-07", 0},
		{"unspecified digit", "2024-08-0X", 8},
		{"year beyond int64", "9223372036854775808-01-01", 0},
		{"negative year beyond int64", "-9223372036854775809-01-01", 1},
		{"year of thirty digits", "123456789012345678901234567890-01-01", 0},
		{"invalid UTF-8", "2024-08-\xff7", 8},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d, err := edtf.ParseDay(test.text)
			fail, ok := errors.AsType[*edtf.ParseError](err)
			if !ok || !d.IsZero() {
				t.Fatalf("ParseDay(%q) = %q, %v; want a *ParseError", test.text, d, err)
			}
			if fail.Pos != test.pos || fail.Input != test.text || fail.Expected == "" {
				t.Errorf("ParseDay(%q): %#v, want Pos %d", test.text, fail, test.pos)
			}
		})
	}
}

func TestDayText(t *testing.T) {
	for _, s := range []string{"2024-08-07", "-0044-03-15", "0000-02-29", "170000002-01-01", "-9223372036854775808-12-31"} {
		t.Run(s, func(t *testing.T) {
			d := edtf.MustParseDay(s)
			if d.String() != s {
				t.Errorf("String() = %q, want %q", d, s)
			}
			text, err := d.AppendText([]byte("on "))
			if string(text) != "on "+s || err != nil {
				t.Errorf("AppendText = %q, %v", text, err)
			}
			data, err := json.Marshal(d)
			if err != nil {
				t.Fatal(err)
			}
			var back edtf.Day
			if err := json.Unmarshal(data, &back); err != nil || back != d {
				t.Errorf("JSON %s came back as %q, %v", data, back, err)
			}
		})
	}
	var zero edtf.Day
	if text, err := zero.MarshalText(); len(text) != 0 || err != nil || zero.String() != "" || zero.Weekday() != -1 {
		t.Errorf("zero day: text %q, %v, string %q, weekday %d", text, err, zero, zero.Weekday())
	}
	kept := edtf.MustParseDay("2024-08-07")
	if err := kept.UnmarshalText(nil); err == nil || kept.String() != "2024-08-07" {
		t.Errorf("UnmarshalText of nothing: %v, day now %q", err, kept)
	}
	out, err := json.Marshal(struct {
		When edtf.Day `json:"when,omitzero"`
	}{})
	if string(out) != "{}" || err != nil {
		t.Errorf("omitzero gave %s, %v", out, err)
	}
}

func TestMustParseDayPanics(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("MustParseDay did not panic")
		}
	}()
	edtf.MustParseDay("2024-13-01")
}

package reports_test

import (
	"bytes"
	"compress/gzip"
	"encoding/csv"
	"fmt"
	"io"
	"maps"
	"os"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/ingest/reports"
)

// table returns the text of the MAVERICK table.
func table(t testing.TB) []byte {
	t.Helper()
	f, err := os.Open("testdata/maverick_event_report.csv.gz")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// A report is a row of the table by column, read without the package.
type report map[string]string

// byEvent returns the rows of the table by event key.
func byEvent(t testing.TB) map[string][]report {
	t.Helper()
	rows, err := csv.NewReader(bytes.NewReader(table(t))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	events := map[string][]report{}
	for _, cells := range rows[1:] {
		x := report{}
		for i, name := range rows[0] {
			x[name] = cells[i]
		}
		events[x["event_id"]] = append(events[x["event_id"]], x)
	}
	return events
}

// values returns the distinct values of a column, without empty ones, sorted.
func values(rows []report, column string) []string {
	set := map[string]bool{}
	for _, x := range rows {
		if x[column] != "" {
			set[x[column]] = true
		}
	}
	return slices.Sorted(maps.Keys(set))
}

var maverick = sync.OnceValues(func() (*dispute.View, error) {
	text, err := os.Open("testdata/maverick_event_report.csv.gz")
	if err != nil {
		return nil, err
	}
	defer text.Close()
	z, err := gzip.NewReader(text)
	if err != nil {
		return nil, err
	}
	r, err := reports.Read(z, reports.Maverick())
	if err != nil {
		return nil, err
	}
	d, err := dispute.Compile(r)
	if err != nil {
		return nil, err
	}
	return d.View(dispute.Lens{})
})

func maverickView(t testing.TB) *dispute.View {
	t.Helper()
	v, err := maverick()
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// killed returns the figures of the dead of an event.
func killed(t *testing.T, v *dispute.View, id dispute.EventID) dispute.FigureSet {
	t.Helper()
	for _, s := range v.Figures(id) {
		if s.Category == "killed" {
			return s
		}
	}
	t.Fatalf("%s: no figures for the dead", id)
	return dispute.FigureSet{}
}

// The figures that are published for the table, each counted over its rows and
// asked of the view.
func TestMaverickTotals(t *testing.T) {
	v, events := maverickView(t), byEvent(t)
	type totals struct{ Reports, Events, Several, OnDeaths, OnStart, OnFirstActor, Reversed int }
	want := totals{3287, 2200, 407, 185, 176, 210, 10}

	var rows totals
	for _, x := range events {
		rows.Events++
		rows.Reports += len(x)
		for _, count := range []struct {
			into *int
			when bool
		}{
			{&rows.Several, len(x) > 1},
			{&rows.OnDeaths, len(values(x, "deaths_best")) > 1},
			{&rows.OnStart, len(values(x, "date_start")) > 1},
			{&rows.OnFirstActor, len(values(x, "actor1")) > 1},
		} {
			if count.when {
				*count.into++
			}
		}
		for _, y := range x {
			if y["date_start"] > y["date_end"] {
				rows.Reversed++
			}
		}
	}
	if diff := gocmp.Diff(want, rows); diff != "" {
		t.Errorf("the table differs from what is published on it (-published +table):\n%s", diff)
	}

	var got totals
	for range v.Sources() {
		got.Reports++
	}
	for e := range v.Events(dispute.EventQuery{}) {
		got.Events++
		for _, count := range []struct {
			into *int
			when bool
		}{
			{&got.Several, len(v.EventStatus(e.ID).For.Roots()) > 1},
			{&got.OnDeaths, killed(t, v, e.ID).Distinct > 1},
			{&got.OnStart, v.Dates(e.ID).Starts > 1},
			{&got.OnFirstActor, len(v.Agents(e.ID)) > 1},
		} {
			if count.when {
				*count.into++
			}
		}
	}
	for _, c := range v.Conflicts() {
		if c.Kind == dispute.ConflictReversed {
			got.Reversed++
		}
	}
	if diff := gocmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// Every event, one by one: what the view says is what the rows say.
func TestMaverickEvents(t *testing.T) {
	v := maverickView(t)
	number := func(n *int64) string {
		if n == nil {
			return ""
		}
		return strconv.FormatInt(*n, 10)
	}
	for key, rows := range byEvent(t) {
		id := reports.EventID(key)
		// The distinct figures, with how many reports state each.
		want, got := map[string]int{}, map[string]int{}
		for _, x := range rows {
			want[x["deaths_low"]+" "+x["deaths_best"]+" "+x["deaths_high"]]++
		}
		set := killed(t, v, id)
		for _, row := range set.Rows {
			got[number(row.Low)+" "+number(row.Best)+" "+number(row.High)] = len(row.Stated)
		}
		if diff := gocmp.Diff(want, got); diff != "" {
			t.Errorf("%s, figures (-rows +view):\n%s", key, diff)
		}
		numbers := func(column string) []int64 {
			var list []int64
			for _, text := range values(rows, column) {
				n, err := strconv.ParseInt(text, 10, 64)
				if err != nil {
					t.Fatal(err)
				}
				list = append(list, n)
			}
			return list
		}
		if n := len(values(rows, "deaths_best")); set.Distinct != n || *set.Least != slices.Min(numbers("deaths_best")) ||
			*set.Greatest != slices.Max(numbers("deaths_best")) || *set.Lowest != slices.Min(numbers("deaths_low")) || *set.Highest != slices.Max(numbers("deaths_high")) {
			t.Errorf("%s: %d figures, want %d: %s", key, set.Distinct, n, set)
		}
		if n := len(values(rows, "source_author")); set.Origins != n {
			t.Errorf("%s: %d origins, want one per publisher, %d", key, set.Origins, n)
		}
		// Shares are counted by publisher, where one that states two numbers
		// counts for both.
		votes := map[string]map[string]bool{}
		total, modal := 0, 0
		for _, x := range rows {
			if votes[x["deaths_best"]] == nil {
				votes[x["deaths_best"]] = map[string]bool{}
			}
			votes[x["deaths_best"]][x["source_author"]] = true
		}
		for _, publishers := range votes {
			total += len(publishers)
			modal = max(modal, len(publishers))
		}
		if d := (dispute.Disagreement{Modal: modal, Total: total}); set.Disagreement != d {
			t.Errorf("%s: disagreement %s, want %s", key, set.Disagreement, d)
		}
		// The dates.
		dates := v.Dates(id)
		want, got = map[string]int{}, map[string]int{}
		for _, x := range rows {
			want[x["date_start"]+" "+x["date_end"]+" "+strconv.FormatBool(x["date_start"] > x["date_end"])]++
		}
		for _, row := range dates.Rows {
			got[row.First.String()+" "+row.Last.String()+" "+strconv.FormatBool(row.Reversed)] = len(row.Stated)
		}
		if diff := gocmp.Diff(want, got); diff != "" {
			t.Errorf("%s, dates (-rows +view):\n%s", key, diff)
		}
		if starts, ends := len(values(rows, "date_start")), len(values(rows, "date_end")); dates.Starts != starts || dates.Ends != ends {
			t.Errorf("%s: %d starts and %d ends, want %d and %d", key, dates.Starts, dates.Ends, starts, ends)
		}
		// Who is named first.
		var agents []string
		for _, a := range v.Agents(id) {
			actor, ok := v.Actor(a.Actor)
			if !ok || a.Filed || len(a.Claims) != 1 {
				t.Errorf("%s: %+v", key, a)
			}
			agents = append(agents, actor.Name)
		}
		slices.Sort(agents)
		if diff := gocmp.Diff(values(rows, "actor1"), agents); diff != "" {
			t.Errorf("%s, agents (-rows +view):\n%s", key, diff)
		}
		// What the event itself is said to be is what all reports say.
		event, _ := v.Event(id)
		one := len(values(rows, "date_start")) == 1 && len(values(rows, "date_end")) == 1 && rows[0]["date_start"] <= rows[0]["date_end"]
		if event.When.IsZero() == one || !event.Until.IsZero() {
			t.Errorf("%s is dated %q until %q", key, event.When, event.Until)
		}
	}
}

// KE-0141, the event with the most reports.
func TestMaverickChurch(t *testing.T) {
	v := maverickView(t)
	id := reports.EventID("KE-0141")
	set := killed(t, v, id)
	var best []int64
	stated := 0
	for _, row := range set.Rows {
		stated += len(row.Stated)
		best = append(best, *row.Best)
	}
	slices.Sort(best)
	best = slices.Compact(best)
	if want := []int64{2, 17, 24, 28, 30, 31, 35, 40, 50, 51}; stated != 17 || set.Distinct != 10 || *set.Least != 2 || *set.Greatest != 51 || !slices.Equal(best, want) {
		t.Errorf("%d reports, %d figures %v from %d to %d", stated, set.Distinct, best, *set.Least, *set.Greatest)
	}
	// Two of the 15 publishers report twice: Reuters News says 30 both times and
	// counts once, the Canadian Press says 50 and 2 and counts for both.
	if set.Origins != 15 || set.Disagreement != (dispute.Disagreement{Modal: 5, Total: 16}) {
		t.Errorf("%d origins, disagreement %s", set.Origins, set.Disagreement)
	}
	if s := v.EventStatus(id); len(s.For.Roots()) != 17 || s.Label != dispute.LabelCorroborated {
		t.Errorf("%s, %d reports", s.Label, len(s.For.Roots()))
	}
	if d := v.Dates(id); d.Starts != 2 || d.Ends != 3 {
		t.Errorf("%d starts and %d ends", d.Starts, d.Ends)
	}
}

// Reports whose first day lies after their last one are on file as written.
func TestMaverickReversed(t *testing.T) {
	v := maverickView(t)
	want := []string{
		"CIV-0159 2011-11-06 2011-11-05", "CIV-5022 2011-03-03 2011-02-28", "CIV-6000 2011-04-01 2011-01-07",
		"KE-6068 2017-07-31 2017-07-29", "KE-7527 2012-08-13 2012-08-11", "KE-7532 2013-01-20 2013-01-19",
		"KE-7574 2010-06-13 2010-05-30", "KE-7575 2019-10-15 2019-10-01", "KE-9080 2001-01-08 2000-12-25",
		"KE-9086 2001-07-27 2001-07-21",
	}
	var got []string
	for _, c := range v.Conflicts() {
		if c.Kind != dispute.ConflictReversed {
			continue
		}
		for _, item := range c.Items {
			if item.Kind != dispute.ItemEvent {
				continue
			}
			e, _ := v.Event(dispute.EventID(item.ID))
			for _, row := range v.Dates(e.ID).Rows {
				if row.Reversed {
					got = append(got, strings.TrimPrefix(e.Summary, "event ")+" "+row.First.String()+" "+row.Last.String())
				}
			}
		}
	}
	slices.Sort(got)
	if diff := gocmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// Best figures that differ between reports, dates that have no day in common, and
// agents of whom none is named by all publishers that name one are a conflict,
// once per event and category. What a report leaves empty does not differ.
func TestMaverickConflicts(t *testing.T) {
	want := map[dispute.ConflictKind]int{dispute.ConflictReversed: 10}
	count := func(kind dispute.ConflictKind, found bool) {
		if found {
			want[kind]++
		}
	}
	for _, rows := range byEvent(t) {
		count(dispute.ConflictFigures, len(values(rows, "deaths_best")) > 1)
		count(dispute.ConflictFigures, len(values(rows, "injuries_best")) > 1)
		for _, category := range []string{"deaths", "injuries"} {
			disordered := map[string]bool{} // figures of one event that several reports give are one claim
			for _, x := range rows {
				low, best, high := number(x[category+"_low"]), number(x[category+"_best"]), number(x[category+"_high"])
				if low >= 0 && best >= 0 && low > best || best >= 0 && high >= 0 && best > high || low >= 0 && high >= 0 && low > high {
					disordered[fmt.Sprint(low, best, high)] = true
				}
			}
			for range disordered {
				count(dispute.ConflictFigureOrder, true)
			}
		}
		count(dispute.ConflictDates, apart(rows))
		count(dispute.ConflictDoers, len(values(rows, "actor1_id")) > 1 && !agreed(rows, "actor1_id"))
	}
	got := map[dispute.ConflictKind]int{}
	for _, c := range maverickView(t).Conflicts() {
		got[c.Kind]++
	}
	if diff := gocmp.Diff(want, got); diff != "" {
		t.Errorf("(-rows +view):\n%s", diff)
	}
}

// number reads a figure, -1 where there is none.
func number(cell string) int {
	n, err := strconv.Atoi(cell)
	if err != nil {
		return -1
	}
	return n
}

// apart reports whether no day lies between the first and the last day of every
// row. Of a row that ends before it begins, the event begins from its first day on
// and ends by its last one.
func apart(rows []report) bool {
	var starts, ends [2]string // the greatest first and the least last day
	bound := func(b *[2]string, first, last string) {
		b[0] = max(b[0], first)
		if last != "" && (b[1] == "" || last < b[1]) {
			b[1] = last
		}
	}
	for _, x := range rows {
		first, last := x["date_start"], x["date_end"]
		if first != "" && last != "" && first > last {
			bound(&starts, first, "")
			bound(&ends, "", last)
			continue
		}
		bound(&starts, first, last)
		bound(&ends, first, last)
	}
	return starts[1] != "" && starts[0] > starts[1] || ends[1] != "" && ends[0] > ends[1]
}

// agreed reports whether some value is given by every publisher that gives one.
func agreed(rows []report, column string) bool {
	publishers := map[string]bool{}
	by := map[string]map[string]bool{}
	for _, x := range rows {
		if value, publisher := x[column], x["source_author"]; value != "" && publisher != "" {
			publishers[publisher] = true
			if by[value] == nil {
				by[value] = map[string]bool{}
			}
			by[value][publisher] = true
		}
	}
	for _, names := range by {
		if len(names) == len(publishers) {
			return true
		}
	}
	return false
}

// Publishers are compared like any parties: what each of them reports.
func TestMaverickCompare(t *testing.T) {
	guardian, canadian := reports.PublisherID("The Guardian"), reports.PublisherID("The Canadian Press - Broadcast wire")
	agreed := map[string]bool{}
	for key, rows := range byEvent(t) {
		publishers := values(rows, "source_author")
		if slices.Contains(publishers, "The Guardian") && slices.Contains(publishers, "The Canadian Press - Broadcast wire") {
			agreed[key] = true
		}
	}
	if !agreed["KE-0141"] {
		t.Fatal("the two do not both report KE-0141")
	}
	got := map[string]bool{}
	for _, line := range maverickView(t).Compare(guardian, canadian).Agreed {
		if line.Event != "" {
			got[strings.TrimSuffix(strings.TrimPrefix(line.String(), "event "), " occurred")] = true
		}
	}
	if diff := gocmp.Diff(agreed, got); diff != "" {
		t.Errorf("events that both report (-rows +view):\n%s", diff)
	}
}

// The record is within the default limits, and its text form gives it back.
func TestMaverickEncodes(t *testing.T) {
	r, err := reports.Read(bytes.NewReader(table(t)), reports.Maverick())
	if err != nil {
		t.Fatal(err)
	}
	var text bytes.Buffer
	if err := dispute.Encode(&text, r); err != nil {
		t.Fatal(err)
	}
	again, err := dispute.Decode(bytes.NewReader(text.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	var second bytes.Buffer
	if err := dispute.Encode(&second, again); err != nil || !bytes.Equal(text.Bytes(), second.Bytes()) {
		t.Errorf("the text differs after decoding: %v", err)
	}
}

func BenchmarkReadMaverick(b *testing.B) {
	text := table(b)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		if _, err := reports.Read(bytes.NewReader(text), reports.Maverick()); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(3287*float64(b.N)/b.Elapsed().Seconds(), "rows/s")
}

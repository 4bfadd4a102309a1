package edtf_test

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/dispute-go/dispute/edtf"
)

// corpusAnchor is the day phrases of the corpus are counted from unless the row
// names another: a Wednesday.
const corpusAnchor = "2024-08-21"

// heldOut is the file that nobody reads while the reader of phrases is written.
const heldOut = "heldout.txt"

// corpusRow is one line of testdata/phrases: a phrase and the value it must
// give, or the reason why it must be refused.
type corpusRow struct {
	file      string
	line      int
	phrase    string
	value     string // empty if the phrase is refused
	refused   string // the reason
	anchor    edtf.Day
	reference edtf.Day
	side      string // past, future, nearest or none
	order     string // day-month, month-day or none
	rewrites  string // what the header lets rewrite
}

func (r corpusRow) String() string {
	return fmt.Sprintf("%s:%d: %q on %s", r.file, r.line, r.phrase, r.anchor)
}

// readRow reads the phrase of a row with its settings.
func readRow(phrase string, r corpusRow) (edtf.Date, error) {
	p, err := edtf.ParsePhraseWith(phrase, r.anchor, edtf.PhraseOptions{
		Reference: r.reference,
		Side:      map[string]edtf.Side{"past": edtf.SidePast, "future": edtf.SideFuture, "nearest": edtf.SideNearest}[r.side],
		Order:     map[string]edtf.DateOrder{"day-month": edtf.OrderDayMonth, "month-day": edtf.OrderMonthDay}[r.order],
	})
	return p.Date, err
}

// corpusKinds returns the files of the corpus without the held-out one.
func corpusKinds(t testing.TB) []string {
	t.Helper()
	files, err := filepath.Glob("testdata/phrases/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	var kinds []string
	for _, file := range files {
		if name := filepath.Base(file); name != heldOut && name != "README.txt" {
			kinds = append(kinds, name)
		}
	}
	return kinds
}

// readCorpus reads one file of the corpus.
func readCorpus(t testing.TB, name string) []corpusRow {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("testdata/phrases", name))
	if err != nil {
		t.Fatal(err)
	}
	var rows []corpusRow
	var rewrites string
	for i, line := range strings.Split(string(text), "\n") {
		if rest, ok := strings.CutPrefix(line, "# rewrites:"); ok {
			rewrites = rest
		}
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		row, err := parseCorpusRow(line)
		if err != nil {
			t.Fatalf("%s:%d: %v", name, i+1, err)
		}
		row.file, row.line, row.rewrites = name, i+1, rewrites
		rows = append(rows, row)
	}
	return rows
}

func parseCorpusRow(line string) (corpusRow, error) {
	fields := strings.Split(line, " | ")
	if len(fields) < 2 || len(fields) > 3 {
		return corpusRow{}, fmt.Errorf("expected phrase | value | settings, not %q", line)
	}
	row := corpusRow{phrase: fields[0], anchor: edtf.MustParseDay(corpusAnchor)}
	if reason, ok := strings.CutPrefix(fields[1], "refused: "); ok {
		row.refused = reason
	} else if _, err := edtf.Parse(fields[1]); err != nil {
		return corpusRow{}, err
	} else {
		row.value = fields[1]
	}
	if len(fields) == 2 {
		return row, nil
	}
	for _, setting := range strings.Fields(fields[2]) {
		if err := row.set(setting); err != nil {
			return corpusRow{}, err
		}
	}
	return row, nil
}

func (r *corpusRow) set(setting string) (err error) {
	name, value, _ := strings.Cut(setting, "=")
	switch {
	case name == "anchor":
		r.anchor, err = edtf.ParseDay(value)
	case name == "reference":
		r.reference, err = edtf.ParseDay(value)
	case name == "side" && slices.Contains([]string{"past", "future", "nearest"}, value):
		r.side = value
	case name == "order" && slices.Contains([]string{"day-month", "month-day"}, value):
		r.order = value
	default:
		err = fmt.Errorf("unknown setting %q", setting)
	}
	return err
}

// wrong says in what the reading of a wording of the row differs from what the
// row demands, or nothing.
func (r corpusRow) wrong(wording string) string {
	got, err := readRow(wording, r)
	switch {
	case r.value == "" && err == nil:
		return fmt.Sprintf("= %s, want it refused: %s", got, r.refused)
	case r.value == "":
		return r.wrongError(err)
	case err != nil:
		return fmt.Sprintf("refused: %v, want %s", err, r.value)
	}
	want := edtf.MustParse(r.value)
	if got.String() != want.String() {
		return fmt.Sprintf("= %s, want %s", got, r.value)
	}
	if got.Bounds() != want.Bounds() {
		return fmt.Sprintf("= %s with bounds %v, want %v", got, got.Bounds(), want.Bounds())
	}
	return ""
}

// wrongError says what a refusal leaves out: both candidates where the year is
// open, and that holidays and events are not read.
func (r corpusRow) wrongError(err error) string {
	var must []string
	if first, second, ok := strings.Cut(r.refused, " or "); ok && !strings.Contains(r.refused, "a century") {
		must = []string{first, second}
	} else if r.refused == "holiday" || r.refused == "event" {
		must = []string{r.refused}
	}
	for _, part := range must {
		if !strings.Contains(err.Error(), part) {
			return fmt.Sprintf("refused without naming %q: %v", part, err)
		}
	}
	return ""
}

// TestPhraseCorpus reads every phrase of the corpus.
func TestPhraseCorpus(t *testing.T) {
	total := 0
	for _, kind := range corpusKinds(t) {
		rows := readCorpus(t, kind)
		total += len(rows)
		t.Run(strings.TrimSuffix(kind, ".txt"), func(t *testing.T) {
			failed := 0
			for _, row := range rows {
				if wrong := row.wrong(row.phrase); wrong != "" {
					failed++
					t.Errorf("%v %s", row, wrong)
				}
			}
			t.Logf("%d of %d rows hold", len(rows)-failed, len(rows))
		})
	}
	if total < 650 {
		t.Errorf("the corpus has %d rows, want at least 650", total)
	}
}

// TestPhraseHeldOut reads the phrases that were held back while the reader was
// written.
func TestPhraseHeldOut(t *testing.T) {
	rows := readCorpus(t, heldOut)
	if len(rows) < 120 {
		t.Errorf("%d rows, want at least 120", len(rows))
	}
	for _, row := range rows {
		if wrong := row.wrong(row.phrase); wrong != "" {
			t.Errorf("%v %s", row, wrong)
		}
	}
}

// TestPhraseCorpusIsUnique finds rows that stand twice, which would be counted
// twice, and rows of the held-out file that the corpus gives away.
func TestPhraseCorpusIsUnique(t *testing.T) {
	seen := map[string]corpusRow{}
	for _, kind := range append(corpusKinds(t), heldOut) {
		for _, row := range readCorpus(t, kind) {
			key := fmt.Sprint(strings.ToLower(row.phrase), row.anchor, row.reference, row.side, row.order)
			if other, ok := seen[key]; ok {
				t.Errorf("%v is %v again", row, other)
			}
			seen[key] = row
		}
	}
}

// TestPhraseRewritten changes the wording of every row in ways that must not
// change its value: case, dashes, abbreviations, and, where the header of the
// file says so, the order of day and month and the preposition in front.
func TestPhraseRewritten(t *testing.T) {
	counts := map[string]int{}
	for _, kind := range corpusKinds(t) {
		for _, row := range readCorpus(t, kind) {
			if row.wrong(row.phrase) != "" {
				continue // TestPhraseCorpus tells
			}
			for name, wordings := range rewritings(row) {
				for _, wording := range wordings {
					counts[name]++
					if wrong := row.wrong(wording); wrong != "" {
						t.Errorf("%v by %s as %q %s", row, name, wording, wrong)
					}
				}
			}
		}
	}
	for _, name := range slices.Sorted(maps.Keys(counts)) {
		t.Logf("%s: %d wordings", name, counts[name])
	}
	if len(counts) < 5 {
		t.Errorf("only %d kinds of rewriting tried", len(counts))
	}
}

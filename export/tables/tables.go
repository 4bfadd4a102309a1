package tables

import (
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/markup"
)

// A column is one of a table: its name, its type in the Table Schema, and what it says.
type column struct{ name, kind, says string }

// A table is written row by row.
type table struct {
	name, says string
	key        string // the column that tells rows apart, or empty
	columns    []column
	rows       func(v *dispute.View, write func(cells ...string))
}

// Names returns the names of the tables, in the order of datapackage.json. The file of a
// table has its name and ".csv".
func Names() []string {
	var names []string
	for _, t := range tables {
		names = append(names, t.name)
	}
	return names
}

// Write writes one table of a view. A nil view is one that sees nothing. An unknown name
// is an error, and so is what w reports.
func Write(w io.Writer, name string, v *dispute.View) error {
	for _, t := range tables {
		if t.name == name {
			return t.write(w, v)
		}
	}
	return fmt.Errorf("no table %q, want one of %q", name, Names())
}

func (t *table) write(w io.Writer, v *dispute.View) error {
	if w == nil {
		return fmt.Errorf("%w: a nil writer, expected one to write the table to", dispute.ErrMissing)
	}
	out := csv.NewWriter(w) // with line feeds: CRLF would change those in texts
	var heading []string
	for _, c := range t.columns {
		heading = append(heading, c.name)
	}
	out.Write(heading) // errors stay with the writer
	t.rows(v, func(cells ...string) {
		for i := range cells {
			cells[i] = markup.Cell(cells[i])
		}
		out.Write(cells)
	})
	out.Flush()
	return out.Error()
}

// list puts several values into one cell.
func list[T ~string](values []T) string {
	var words []string
	for _, v := range values {
		words = append(words, string(v))
	}
	return strings.Join(words, " | ")
}

// day writes a day, and nothing for none.
func day(d edtf.Day) string {
	if d.IsZero() {
		return ""
	}
	return d.String()
}

// word writes a word of a vocabulary, and nothing for what is not stated.
func word[T interface {
	comparable
	fmt.Stringer
}](w T) string {
	var none T
	if w == none {
		return ""
	}
	return w.String()
}

func number(n int) string { return strconv.Itoa(n) }

var tables = []table{
	{"events", "What is said to have happened.", "id", []column{
		{"id", "string", "the event"}, {"kind", "string", "what sort of event"}, {"summary", "string", "a neutral sentence"},
		{"when", "string", "when, in EDTF"}, {"until", "string", "when it ended, in EDTF"},
		{"earliest_start", "date", "the first day on which it can have begun, after links to other events"}, {"latest_start", "date", "the last such day"},
		{"earliest_end", "date", "the first day on which it can have ended"}, {"latest_end", "date", "the last such day"},
		{"phase", "string", "expected, ongoing, cancelled or occurred; empty is occurred"}, {"place", "string", "where, in words"},
		{"label", "string", "how its occurrence stands"}, {"for", "integer", "the level for it, 0 to 4"}, {"against", "integer", "the level against it, 0 to 4"},
		{"standing", "string", "what the view takes it for"}}, events},
	{"participants", "Who takes part in which event, and how.", "", []column{
		{"event", "string", "the event"}, {"role", "string", "in what role"}, {"actor", "string", "who"}, {"name", "string", "the actor's name"},
		{"side", "string", "on which side, where several take part"}}, participants},
	{"claims", "The propositions, and how they stand.", "id", []column{
		{"id", "string", "the claim"}, {"text", "string", "a clause that can follow \"that\""}, {"label", "string", "how it stands"},
		{"for", "integer", "the level for it, 0 to 4"}, {"against", "integer", "the level against it, 0 to 4"},
		{"origins_for", "integer", "at most so many origins for it"}, {"origins_against", "integer", "at most so many against it"},
		{"standing", "string", "what the view takes it for"}, {"adverse", "string", "whom it would speak against"}, {"favours", "string", "whom it would speak for"}}, claims},
	{"attributions", "Who says what, without what is confidential.", "id", []column{
		{"id", "string", "the attribution"}, {"speaker", "string", "who says it; empty where nobody knows"}, {"jointly", "string", "who signs it too"},
		{"on_behalf_of", "string", "for whom they say they speak"}, {"stance", "string", "what they do with it"}, {"claim", "string", "the claim it is taken to"},
		{"attribution", "string", "the statement it is taken to"}, {"target_source", "string", "the document it is taken to"}, {"source", "string", "what carries it"},
		{"lineage", "string", "first-hand or relaying"}, {"said", "string", "when it was said, in EDTF"}, {"on_record", "string", "on what terms"},
		{"sentence", "string", "the statement in a sentence"}}, attributions},
	{"relations", "The spells of relations.", "", []column{
		{"track", "string", "the dimension of the relation"}, {"from", "string", "whose relation it is"}, {"to", "string", "to whom"}, {"state", "string", "the state"},
		{"target", "string", "at whom support is aimed"}, {"certainty", "string", "whether it held at all: certain or possible"},
		{"possible_first", "date", "the first day on which it can have held; empty is always before"}, {"possible_last", "date", "the last such day; empty is open"},
		{"certain_first", "date", "the first day on which it surely held"}, {"certain_last", "date", "the last such day"},
		{"surely_held", "boolean", "whether there are days on which it surely held"}, {"presupposed", "boolean", "whether it only follows from what came after"}}, relations},
	{"questions", "What is open.", "id", []column{
		{"id", "string", "the question"}, {"kind", "string", "what sort of question"}, {"event", "string", "the event it is about"},
		{"claim", "string", "the claim it is about"}, {"attribution", "string", "the statement it is about"}, {"respondent", "string", "who is expected to answer"},
		{"as_of", "date", "the day as of which it is open"}, {"text", "string", "the question in a sentence"}}, questions},
}

func events(v *dispute.View, write func(...string)) {
	for e := range v.Events(dispute.EventQuery{}) {
		s, when := v.EventStatus(e.ID), v.When(e.ID)
		write(string(e.ID), string(e.Kind), e.Summary, e.When.String(), e.Until.String(),
			day(when.EarliestStart), day(when.LatestStart), day(when.EarliestEnd), day(when.LatestEnd), word(e.Phase), e.Place,
			s.Label.String(), number(s.For.Level), number(s.Against.Level), s.Standing.String())
	}
}

func participants(v *dispute.View, write func(...string)) {
	for e := range v.Events(dispute.EventQuery{}) {
		for _, p := range e.Participants {
			a, _ := v.Actor(p.Actor)
			write(string(e.ID), string(p.Role), string(a.ID), a.Name, p.Side)
		}
	}
}

func claims(v *dispute.View, write func(...string)) {
	for c := range v.Claims(dispute.ClaimQuery{}) {
		s := v.Status(c.ID)
		write(string(c.ID), c.Text, s.Label.String(), number(s.For.Level), number(s.Against.Level), number(s.For.Origins), number(s.Against.Origins),
			s.Standing.String(), list(c.Adverse), list(c.Favours))
	}
}

func attributions(v *dispute.View, write func(...string)) {
	for a := range v.Attributions(dispute.AttributionQuery{}) {
		if s, ok := v.Source(a.Source); a.Confidential || ok && s.Confidential {
			continue
		}
		write(string(a.ID), string(a.Speaker), list(a.Jointly), list(a.OnBehalfOf), a.Stance.String(), string(a.Claim), string(a.Attribution),
			string(a.TargetSource), string(a.Source), word(a.Lineage), a.Said.String(), word(a.OnRecord), v.Sentence(a.ID.Ref()))
	}
}

func relations(v *dispute.View, write func(...string)) {
	for r := range v.Relations() {
		pair := r.Pair()
		for _, s := range r.Spells() {
			var certain dispute.DayRange
			if s.Certain != nil {
				certain = *s.Certain
			}
			write(pair.Track.String(), string(pair.From), string(pair.To), s.State.String(), string(s.Against), s.Certainty.String(),
				day(s.Possible.First), day(s.Possible.Last), day(certain.First), day(certain.Last),
				strconv.FormatBool(s.Certain != nil), strconv.FormatBool(s.Presupposed))
		}
	}
}

func questions(v *dispute.View, write func(...string)) {
	for _, q := range v.OpenQuestions() {
		write(q.ID, q.Kind.String(), string(q.Event), string(q.Claim), string(q.Attribution), string(q.Respondent), day(q.AsOf), q.String())
	}
}

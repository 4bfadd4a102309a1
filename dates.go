package dispute

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/dispute-go/dispute/edtf"
)

// A DateSet is the rival dates on file for one event: what claims say on when
// it happened. Dates stay whose they are: none is merged with another, and
// none replaces the date that the event itself has. The zero DateSet, with the
// text "none stated", is that of an event no claim dates.
type DateSet struct {
	Event EventID `json:"event"`
	// Rows are the claims that date the event, whatever became of them: by
	// First, then Last, what is absent after any day; then by claim.
	Rows []DateRow `json:"rows"`
	// Origins is the number of origins of all statements of the set together;
	// see [Side].Origins.
	Origins int `json:"origins"`
	// Starts is how many different days First somebody stands by, Ends how
	// many different days Last. Rows that have none do not count.
	Starts int `json:"starts"`
	Ends   int `json:"ends"`
	// OnStart and OnEnd are how far these differ.
	OnStart Disagreement `json:"on_start"`
	OnEnd   Disagreement `json:"on_end"`
	// Text says it in words, each date with whose it is.
	Text    string  `json:"text"`
	Reasons Reasons `json:"reasons"`
}

// String returns the set in words, each date with whose it is.
func (s DateSet) String() string { return cmp.Or(s.Text, "none stated") }

// A DateRow is one claim that dates an event, and how it stands.
type DateRow struct {
	Claim ClaimID `json:"claim"`
	// When and Until are as claimed.
	When  edtf.Date `json:"when,omitzero"`
	Until edtf.Date `json:"until,omitzero"`
	// First is the earliest day on which the event can have begun by the
	// claim, Last the latest on which it can have ended; the zero Day where
	// that is open or unknown.
	First edtf.Day `json:"first,omitzero"`
	Last  edtf.Day `json:"last,omitzero"`
	// Reversed says that by the claim the event ends before it begins.
	Reversed bool `json:"reversed,omitzero"`
	// Label, For, Against and Standing are those of [View.Status]; For and
	// Against are the levels.
	Label    Label    `json:"label"`
	For      int      `json:"for"`
	Against  int      `json:"against"`
	Standing Standing `json:"standing"`
	// Stated, Denied and Origins are as in a [FigureRow].
	Stated  []Root `json:"stated,omitempty"`
	Denied  []Root `json:"denied,omitempty"`
	Origins []int  `json:"origins,omitempty"`
}

// Dates returns the rival dates on file for an event. An event that is not on
// file, or not yet, has none. The cost is that of the statuses of the claims
// that date it.
func (v *View) Dates(id EventID) DateSet {
	e := v.resolve(id.Ref())
	if e == none || len(v.on.datings[e]) == 0 {
		return DateSet{}
	}
	s := DateSet{Event: EventID(v.ref(e).ID)}
	g := v.reason()
	because := []int{g.item(e)}
	for _, c := range v.on.datings[e] {
		status := words{v.court}.claim(c)
		row := v.d.claim(c).Content.Dating.row()
		row.Claim, row.Label, row.Standing = status.Claim, status.Label, status.Standing
		row.For, row.Against = status.For.Level, status.Against.Level
		row.Stated, row.Denied = status.For.Roots, status.Against.Roots
		s.Rows = append(s.Rows, row)
		if root, ok := g.graft(status.Reasons); ok {
			because = append(because, root)
		}
	}
	slices.SortFunc(s.Rows, func(a, b DateRow) int {
		return cmp.Or(compareDays(a.First, b.First), compareDays(a.Last, b.Last), cmp.Compare(a.Claim, b.Claim))
	})
	s.Origins = figureTables{v.court}.numberOrigins(len(s.Rows), func(i int) (*[]Root, *[]int) { return &s.Rows[i].Stated, &s.Rows[i].Origins })
	s.tally()
	s.Text = words{v.court}.datesText(e, s)
	fact := fmt.Sprintf("dates of event/%s: %s", s.Event, s.spread())
	s.Reasons = g.done(g.fact(fact, "dates by voice", because...))
	return s
}

// row returns what a claim says on a date, without how it stands.
func (d *Dating) row() DateRow {
	starts, ends := eventDomains(&Event{When: d.When, Until: d.Until})
	first, last := starts[0].First, ends[len(ends)-1].Last
	row := DateRow{When: canonicalDate(d.When), Until: canonicalDate(d.Until), Reversed: first > last}
	row.First, _ = tickDay(first)
	row.Last, _ = tickDay(last)
	return row
}

// tally fills in what the rows that somebody stands by come to.
func (s *DateSet) tally() {
	starts, ends := ballot[edtf.Day]{}, ballot[edtf.Day]{}
	for _, row := range s.Rows {
		if len(row.Stated) == 0 {
			continue
		}
		if !row.First.IsZero() {
			starts.add(row.First, row.Origins)
		}
		if !row.Last.IsZero() {
			ends.add(row.Last, row.Origins)
		}
	}
	s.Starts, s.OnStart = len(starts), starts.disagreement()
	s.Ends, s.OnEnd = len(ends), ends.disagreement()
}

// spread says how many different starts and ends there are.
func (s *DateSet) spread() string {
	return fmt.Sprintf("%s, disagreement %s; %s, disagreement %s", count(s.Starts, "start"), s.OnStart, count(s.Ends, "end"), s.OnEnd)
}

func (v words) datesText(e int32, s DateSet) string {
	var b strings.Builder
	fmt.Fprintf(&b, "when %q happened: ", v.eventName(e))
	for i, row := range s.Rows {
		if i > 0 {
			b.WriteString("; ")
		}
		fmt.Fprintf(&b, "%s: %s (%d,%d)", row.date(), row.Label, row.For, row.Against)
		b.WriteString(v.sidesText(row.Stated, row.Denied))
	}
	fmt.Fprintf(&b, "; %s (at most %s)", s.spread(), count(s.Origins, "origin"))
	return b.String()
}

// date says what a row claims: "2008-01-01", "2008-01-01 until 2008-01-03".
func (r DateRow) date() string {
	text := cmp.Or(r.When.String(), "no date")
	if !r.Until.IsZero() {
		text += " until " + r.Until.String()
	}
	if r.Reversed {
		text += ", which ends before it begins"
	}
	return text
}

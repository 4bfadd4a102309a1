package dispute

import (
	"cmp"
	"iter"

	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/domain"
)

// A DateSet is the rival dates on file for one event: what claims say on when
// it happened. Dates stay whose they are: none is merged with another, and
// none replaces the date that the event itself has. The zero DateSet, with the
// text "none stated", is that of an event no claim dates.
type DateSet struct {
	Event EventID `json:"event"`
	// Rows are the claims that date the event, whatever became of them: by
	// First, then Last, what is absent after any day; then by claim.
	Rows []DateRow `json:"rows,omitempty"`
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

	from *ratedClaims // which words are made of
	read *said        // the words that came with it
}

// A DateRow is one claim that dates an event, and how it stands.
type DateRow struct {
	ClaimStanding
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
	// Stated, Denied and Origins are as in a [FigureRow].
	Stated  []Root `json:"stated,omitempty"`
	Denied  []Root `json:"denied,omitempty"`
	Origins []int  `json:"origins,omitempty"`
}

// Dates returns the rival dates on file for an event. An event that is not on
// file, or not yet, has none. The cost is that of the statuses of the claims
// that date it.
func (v *View) Dates(id EventID) DateSet {
	v = v.orEmpty()
	e := v.resolve(id.Ref())
	if e == none || len(v.on.datings[e]) == 0 {
		return DateSet{}
	}
	return v.datesOf(e)
}

// AllDates yields the rival dates on file for every event that a claim dates,
// by event.
func (v *View) AllDates() iter.Seq[DateSet] {
	v = v.orEmpty()
	return func(yield func(DateSet) bool) {
		for _, e := range v.events.list {
			if len(v.on.datings[e]) > 0 && !yield(v.datesOf(e)) {
				return
			}
		}
	}
}

// datesOf returns the rival dates for event e, which some claim dates.
func (v *court) datesOf(e int32) DateSet {
	s := DateSet{Event: EventID(v.ref(e).ID)}
	rated := v.rate(e, v.on.datings[e])
	rows := map[int32]DateRow{} // by claim
	for _, c := range rated.claims {
		rows[c] = v.d.claim(c).Content.Dating.row()
	}
	rated.sort(func(c, d int32) int {
		a, b := rows[c], rows[d]
		return cmp.Or(compareDays(a.First, b.First), compareDays(a.Last, b.Last))
	})
	origins, count := rated.numberOrigins()
	for i, x := range rated.assessments {
		row := rows[rated.claims[i]]
		row.ClaimStanding, row.Denied = rated.standing(i), v.newSide(&x.opposing).Roots
		row.Stated, row.Origins = rated.stated(i, origins[i])
		s.Rows = append(s.Rows, row)
	}
	s.Origins, s.from = count, rated
	s.tally()
	return s
}

// row returns what a claim says on a date, without how it stands.
func (d *Dating) row() DateRow {
	starts, ends := eventDomains(&Event{When: d.When, Until: d.Until})
	first, last := starts[0].First, ends[len(ends)-1].Last
	row := DateRow{When: canonicalDate(d.When), Until: canonicalDate(d.Until), Reversed: first > last}
	row.First, _ = domain.Day(first)
	row.Last, _ = domain.Day(last)
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

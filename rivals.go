package dispute

import (
	"cmp"
	"iter"
	"slices"

	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/domain"
	"github.com/dispute-go/dispute/internal/span"
)

// A FigureSet is the rival numbers on file for one thing counted: one category
// of one event and, where a claim says so, of one group. Numbers stay whose
// they are: none is summed or averaged, and none is promoted to a best one.
// What is counted of a stated group and what is counted of nobody in
// particular are two sets.
type FigureSet struct {
	Event    EventID `json:"event"`
	Category string  `json:"category"`
	// Of is who was counted, by current ID; empty where the claims do not say.
	Of ActorID `json:"of,omitzero"`
	// Rows are the figure claims, whatever became of them: by best figure,
	// then low, then high, what is absent after any number; then by claim.
	Rows []FigureRow `json:"rows,omitempty"`
	// Origins is the number of origins of all statements of the set together;
	// see [Side].Origins.
	Origins int `json:"origins"`
	// Least and Greatest are the least and the greatest best figure that
	// somebody stands by; nil where there is none. Nil is not 0. They are two
	// people's numbers, not a range that anybody gave.
	Least    *int64 `json:"least,omitzero"`
	Greatest *int64 `json:"greatest,omitzero"`
	// Lowest is the least low, Highest the greatest high figure that somebody
	// stands by; nil where there is none.
	Lowest  *int64 `json:"lowest,omitzero"`
	Highest *int64 `json:"highest,omitzero"`
	// Distinct is how many different best figures somebody stands by.
	Distinct int `json:"distinct"`
	// Disagreement is how far these differ.
	Disagreement Disagreement `json:"disagreement"`
	// Series are the figures that their speakers have updated, by speaker. What
	// was updated or disowned nobody stands by any more, and counts for none of
	// these numbers but Origins.
	Series []Series `json:"series,omitempty"`

	from *ratedClaims // which words are made of
	read *said        // the words that came with it
}

// A FigureRow is one figure claim and how it stands.
type FigureRow struct {
	ClaimStanding
	// Low, Best and High are as claimed; nil where not given, which is not 0.
	Low  *int64 `json:"low,omitzero"`
	Best *int64 `json:"best,omitzero"`
	High *int64 `json:"high,omitzero"`
	// OutOfOrder says that the low number is above the best or the high one, or
	// the best above the high one.
	OutOfOrder bool `json:"out_of_order,omitzero"`
	// Stated are the roots for the figure. Their origins are numbered over the
	// whole set, so that one voice has one number in all its rows.
	Stated []Root `json:"stated,omitempty"`
	// Denied are the roots against it, their origins numbered by themselves.
	Denied []Root `json:"denied,omitempty"`
	// Origins are the numbers of the origins that state it and have neither updated
	// nor disowned it, ascending. It is empty where nobody does, and where only joint
	// statements do which add no origin.
	Origins []int `json:"origins,omitempty"`
	// Updated says that all who stated it have updated it since; see [Series].
	Updated bool `json:"updated,omitzero"`
}

// Disagreement is a share, as a fraction of two counts: 1 − Modal/Total. It is
// 0 when all agree and nears 1 as fewer do. The zero Disagreement is that of
// nothing stated.
//
// Votes are counted by origin, not by outlet: for each best figure, or each
// start or end in a [DateSet], the number of origins that state it. An origin that states several figures counts once
// for each. A joint statement that adds no origin does not count for a figure
// that an origin states; a figure that only such statements give counts 1, so
// that there is a disagreement exactly if there are several distinct figures.
// Rows without one, and rows that were updated, do not count. Starts, or ends, of
// which each is one of several days agree where they have a day in common:
// August 2024 and 4 August 2024 do.
type Disagreement struct {
	// Modal is the count of the most frequent figure, or of the starts or ends
	// that agree on the day on which most do; Total is that of all.
	Modal int `json:"modal"`
	Total int `json:"total"`
}

// Compare orders disagreements by their share, exactly; that of nothing stated
// is less than any other. It is for sorting by how far the rows of sets differ.
func (d Disagreement) Compare(o Disagreement) int {
	if d.Total == 0 || o.Total == 0 {
		return cmp.Compare(d.Total, o.Total)
	}
	return cmp.Compare(o.Modal*d.Total, d.Modal*o.Total)
}

// Figures returns the rival numbers on file about an event, by category, then
// by who was counted, first those of nobody in particular. An event that is
// not on file, or not yet, has none. The cost is that of the statuses of the
// figure claims.
func (v *View) Figures(id EventID) []FigureSet {
	v = v.orEmpty()
	e := v.resolve(id.Ref())
	if e == none {
		return nil
	}
	return figureTables{v.court}.figuresOf(e)
}

// AllFigures yields the rival numbers on file about every event, by event and
// then in the order of [View.Figures]. Versions of an event that state different
// things have sets of their own.
func (v *View) AllFigures() iter.Seq[FigureSet] {
	v = v.orEmpty()
	return func(yield func(FigureSet) bool) {
		for _, e := range v.apart(ItemEvent) {
			for _, s := range (figureTables{v.court}).figuresOf(e) {
				if !yield(s) {
					return
				}
			}
		}
	}
}

// figureTables set rival numbers side by side.
type figureTables struct{ *court }

func (v figureTables) figuresOf(e int32) []FigureSet {
	byCounted := map[counted][]int32{}
	for _, c := range v.on.figures[e] {
		k := v.countedBy(c)
		byCounted[k] = append(byCounted[k], c)
	}
	keys := make([]counted, 0, len(byCounted))
	for k := range byCounted {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, func(a, b counted) int { return cmp.Or(cmp.Compare(a.category, b.category), cmp.Compare(a.of, b.of)) })
	var sets []FigureSet
	for _, k := range keys {
		sets = append(sets, v.figureSet(e, k, byCounted[k]))
	}
	return sets
}

func (v figureTables) figureSet(e int32, k counted, claims []int32) FigureSet {
	s := FigureSet{Event: EventID(v.ref(e).ID), Category: k.category, Of: v.actorID(k.of)}
	rated := v.rate(e, claims)
	rated.of = k.of
	rated.sort(func(c, d int32) int { return compareFigures(v.d.claim(c).Content.Figure, v.d.claim(d).Content.Figure) })
	origins, count := rated.numberOrigins()
	for i, x := range rated.assessments {
		f := v.d.claim(rated.claims[i]).Content.Figure
		row := FigureRow{ClaimStanding: rated.standing(i), Low: clonePointer(f.Low), Best: clonePointer(f.Best), High: clonePointer(f.High),
			OutOfOrder: f.disordered(), Denied: v.rootsOf(&x.opposing)}
		row.Stated, row.Origins, row.Updated = rated.stated(i, origins[i])
		s.Rows = append(s.Rows, row)
	}
	s.Origins, s.Series, s.from = count, rated.series(), rated
	s.tally()
	return s
}

// compareFigures orders figures by the best one, then low, then high.
func compareFigures(a, b *Figure) int {
	return cmp.Or(compareNumbers(a.Best, b.Best), compareNumbers(a.Low, b.Low), compareNumbers(a.High, b.High))
}

// compareNumbers orders numbers, an absent one after all others.
func compareNumbers(a, b *int64) int {
	switch {
	case a == nil && b == nil:
		return 0
	case a == nil:
		return 1
	case b == nil:
		return -1
	}
	return cmp.Compare(*a, *b)
}

// A ballot counts for each value, such as a figure, the origins that state it.
type ballot[T comparable] map[T]map[int]bool

// add counts a value, and the origins that state it.
func (b ballot[T]) add(value T, origins []int) {
	if b[value] == nil {
		b[value] = map[int]bool{}
	}
	for _, origin := range origins {
		b[value][origin] = true
	}
}

// disagreement returns how far the values differ.
func (b ballot[T]) disagreement() Disagreement {
	var d Disagreement
	for _, origins := range b {
		n := max(1, len(origins))
		d.Total += n
		d.Modal = max(d.Modal, n)
	}
	return d
}

// standBy reports whether somebody stands by what is stated: has neither updated
// nor disowned it.
func standBy(stated []Root) bool {
	return slices.ContainsFunc(stated, func(r Root) bool { return r.UpdatedBy == "" && len(r.DisownedBy) == 0 })
}

// tally fills in what the rows that somebody stands by come to.
func (s *FigureSet) tally() {
	votes := ballot[int64]{} // by best figure
	for _, row := range s.Rows {
		if !standBy(row.Stated) {
			continue
		}
		s.Lowest = extreme(s.Lowest, row.Low, -1)
		s.Highest = extreme(s.Highest, row.High, 1)
		if row.Best == nil {
			continue
		}
		s.Least = extreme(s.Least, row.Best, -1)
		s.Greatest = extreme(s.Greatest, row.Best, 1)
		votes.add(*row.Best, row.Origins)
	}
	s.Distinct, s.Disagreement = len(votes), votes.disagreement()
}

// extreme returns whichever of two numbers lies further to one side: the
// lesser one for -1, the greater one for 1. An absent one does not count.
func extreme(a, b *int64, side int) *int64 {
	if b == nil || a != nil && cmp.Compare(*b, *a) != side {
		return a
	}
	return clonePointer(b)
}

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
	// OnStart and OnEnd are how far the starts and the ends differ.
	OnStart Disagreement `json:"on_start"`
	OnEnd   Disagreement `json:"on_end"`
	// Series are the dates that their speakers have updated, as in a [FigureSet].
	Series []Series `json:"series,omitempty"`

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
	// Stated, Denied, Origins and Updated are as in a [FigureRow].
	Stated  []Root `json:"stated,omitempty"`
	Denied  []Root `json:"denied,omitempty"`
	Origins []int  `json:"origins,omitempty"`
	Updated bool   `json:"updated,omitzero"`
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
// by event. Versions of an event that state different things have sets of their
// own.
func (v *View) AllDates() iter.Seq[DateSet] {
	v = v.orEmpty()
	return func(yield func(DateSet) bool) {
		for _, e := range v.apart(ItemEvent) {
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
		row.ClaimStanding, row.Denied = rated.standing(i), v.rootsOf(&x.opposing)
		row.Stated, row.Origins, row.Updated = rated.stated(i, origins[i])
		s.Rows = append(s.Rows, row)
	}
	s.Origins, s.Series, s.from = count, rated.series(), rated
	s.tally()
	return s
}

// row returns what a claim says on a date, without how it stands.
func (d *Dating) row() DateRow {
	starts, ends := d.domains()
	first, last := starts[0].First, ends[len(ends)-1].Last
	row := DateRow{When: canonicalDate(d.When), Until: canonicalDate(d.Until), Reversed: first > last}
	row.First, _ = domain.Day(first)
	row.Last, _ = domain.Day(last)
	return row
}

// domains returns when the event can start and when it can end by the claim.
func (d *Dating) domains() (start, end []span.Range) {
	return eventDomains(&Event{When: d.When, Until: d.Until})
}

// tally fills in what the rows that somebody stands by come to.
func (s *DateSet) tally() {
	starts, ends := map[edtf.Day]bool{}, map[edtf.Day]bool{}
	var onStart, onEnd dayBallot
	for _, row := range s.Rows {
		if !standBy(row.Stated) {
			continue
		}
		start, end := (&Dating{When: row.When, Until: row.Until}).domains()
		if !row.First.IsZero() {
			starts[row.First] = true
			onStart.add(start, row.Origins)
		}
		if !row.Last.IsZero() {
			ends[row.Last] = true
			onEnd.add(end, row.Origins)
		}
	}
	s.Starts, s.OnStart = len(starts), onStart.disagreement()
	s.Ends, s.OnEnd = len(ends), onEnd.disagreement()
}

// A dayBallot counts for each domain of days the origins that state it.
type dayBallot []dayVote

type dayVote struct {
	days    []span.Range
	origins []int
}

func (b *dayBallot) add(days []span.Range, origins []int) { *b = append(*b, dayVote{days, origins}) }

// disagreement returns how far the domains differ: the modal count is the
// greatest of those that share a day.
func (b dayBallot) disagreement() Disagreement {
	same := func(a, b dayVote) int {
		return slices.CompareFunc(a.days, b.days, func(r, s span.Range) int {
			return cmp.Or(cmp.Compare(r.First, s.First), cmp.Compare(r.Last, s.Last))
		})
	}
	slices.SortFunc(b, same)
	votes := ballot[int]{} // by the first vote for the domain
	first := 0
	for i, vote := range b {
		if same(b[first], vote) != 0 {
			first = i
		}
		votes.add(first, vote.origins)
	}
	type turn struct {
		tick  int64
		votes int // that begin, or if below 0 end after it
	}
	var turns []turn
	var d Disagreement
	for i, origins := range votes {
		n := max(1, len(origins))
		d.Total += n
		for _, r := range b[i].days {
			turns = append(turns, turn{r.First, n}, turn{r.Last, -n})
		}
	}
	slices.SortFunc(turns, func(a, b turn) int { return cmp.Or(cmp.Compare(a.tick, b.tick), cmp.Compare(b.votes, a.votes)) })
	standing := 0
	for _, t := range turns {
		standing += t.votes
		d.Modal = max(d.Modal, standing)
	}
	return d
}

// disordered reports whether the numbers are out of order.
func (f *Figure) disordered() bool {
	above := func(a, b *int64) bool { return a != nil && b != nil && *a > *b }
	return above(f.Low, f.Best) || above(f.Best, f.High) || above(f.Low, f.High)
}

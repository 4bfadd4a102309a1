package dispute

import (
	"cmp"
	"math"

	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/course"
)

// The answers.
const (
	CertaintyExcluded Certainty = iota + 1 // in no placement of the uncertain dates
	CertaintyPossible                      // in some placements
	CertaintyCertain                       // in every placement
)

// Certainty is a three-valued answer under uncertain dates. The zero
// Certainty is not assessed.
type Certainty uint8

// MarshalText returns the word for c, "not assessed" for the zero value.
func (c Certainty) MarshalText() ([]byte, error) { return certainties.marshalAny(uint8(c)) }

// UnmarshalText reads the word for c, "not assessed" as the zero value; any other text is an error.
func (c *Certainty) UnmarshalText(text []byte) error {
	return certainties.unmarshalAny(text, (*uint8)(c))
}

// String returns the word for c.
func (c Certainty) String() string { return certainties.text(uint8(c)) }

var certainties = vocabulary{"certainty", []string{"not assessed", "excluded", "possible", "certain"}}

// A DayRange is every day from First to Last, both inclusive; a zero Day leaves
// its side unbounded. The zero DayRange is every day.
type DayRange struct {
	First edtf.Day `json:"first,omitzero"`
	Last  edtf.Day `json:"last,omitzero"`
	// Open says that it is no day at all but an open beginning, before all
	// days. First and Last are zero then.
	Open bool `json:"open,omitzero"`
}

// Contains reports whether d lies in r. The zero Day lies in no range.
func (r DayRange) Contains(d edtf.Day) bool {
	return !d.IsZero() && !r.Open && (r.First.IsZero() || r.First.Compare(d) <= 0) && (r.Last.IsZero() || d.Compare(r.Last) <= 0)
}

// dayRange returns the days from first to last; the least and the greatest
// number are unbounded.
func dayRange(first, last int64) DayRange {
	var r DayRange
	if last == math.MinInt64 {
		return DayRange{Open: true}
	}
	if first != math.MinInt64 && first != math.MaxInt64 {
		r.First = edtf.DayFromNumber(first)
	}
	if last != math.MaxInt64 {
		r.Last = edtf.DayFromNumber(last)
	}
	return r
}

// rangeOf returns days as they are told.
func rangeOf(d course.Days) DayRange { return dayRange(d.First, d.Last) }

// compareLast orders by last day, one without an end after all others, and what
// lies before all days before them.
func (r DayRange) compareLast(o DayRange) int {
	unbounded := func(r DayRange) bool { return r.Last.IsZero() && !r.Open }
	return cmp.Or(compareFlags(unbounded(r), unbounded(o)), r.Last.Compare(o.Last))
}

// compareDays orders days, an absent one after all others.
func compareDays(a, b edtf.Day) int {
	switch {
	case a.IsZero() == b.IsZero():
		return a.Compare(b)
	case a.IsZero():
		return 1
	}
	return -1
}

// compareFlags orders what is false before what is true.
func compareFlags(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

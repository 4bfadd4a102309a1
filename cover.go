package dispute

import (
	"slices"

	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/span"
)

// A cover is when something that lasts is or was going on.
type cover struct {
	possible []run // ascending
	certain  run   // empty if first is past last
	start    DayRange
}

func (c *cover) begins() DayRange { return c.start }

// days returns the days from the first to the last that can be covered.
func (c *cover) days() DayRange {
	return dayRange(c.possible[0].first, c.possible[len(c.possible)-1].last)
}

// on tells whether a day is covered.
func (c *cover) on(day int64) Certainty {
	if c.certain.first <= day && day <= c.certain.last {
		return CertaintyCertain
	}
	for _, r := range c.possible {
		if r.first <= day && day <= r.last {
			return CertaintyPossible
		}
	}
	return CertaintyExcluded
}

// coverOf returns the days of a term. What is dated by one date, not by an
// interval, lies sometime within it: on single days of it, as far as anybody
// knows.
func coverOf(t term, when edtf.Date) cover {
	first, last := t.start[0].First, t.end[len(t.end)-1].Last
	late, early := t.start[len(t.start)-1].Last, t.end[0].First
	if t.ever {
		last, early = span.PosInf, span.PosInf
	}
	c := cover{certain: run{first: 1}, start: dayRange(tickDayNumber(first), tickDayNumber(late))}
	within := !t.ever && (when.Kind() == edtf.KindDate || when.Kind() == edtf.KindOneOf) && slices.Equal(t.start, t.end)
	if within {
		for _, r := range t.start {
			c.possible = append(c.possible, run{first: tickDayNumber(r.First), last: tickDayNumber(r.Last)})
		}
	} else {
		c.possible = []run{{first: tickDayNumber(first), last: tickDayNumber(last)}}
	}
	if late != span.PosInf && early != span.NegInf && tickDayNumber(late) <= tickDayNumber(early) {
		c.certain = run{first: tickDayNumber(late), last: tickDayNumber(early)}
	}
	return c
}

// A holding is something that makes a kind hold as long as it goes on.
type holding struct {
	ruling Ruling
	cover  cover
}

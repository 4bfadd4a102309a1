package course

import (
	"slices"

	"github.com/dispute-go/dispute/internal/span"
	"github.com/dispute-go/dispute/internal/ticks"
)

// A Cover is the days on which something goes on.
type Cover struct {
	Possible []Days // ascending, at least one
	Certain  Days   // malformed where it surely goes on on no day
	Begins   Days   // the days on which it can begin
}

// CoverOf returns the days of a term. With sometime it lies on single days of
// its one domain, as far as anybody knows; else it fills the days from its start
// to its end.
func CoverOf(t Term, sometime bool) Cover {
	first, last := t.Start[0].First, t.End[len(t.End)-1].Last
	latestStart, earliestEnd := t.Start[len(t.Start)-1].Last, t.End[0].First
	if t.Ever {
		last, earliestEnd = span.PosInf, span.PosInf
	}
	c := Cover{Certain: Days{First: 1}, Begins: daysOfTicks(first, latestStart)}
	if sometime && !t.Ever && slices.Equal(t.Start, t.End) {
		for _, r := range t.Start {
			c.Possible = append(c.Possible, daysOfTicks(r.First, r.Last))
		}
	} else {
		c.Possible = []Days{daysOfTicks(first, last)}
	}
	if surely := daysOfTicks(latestStart, earliestEnd); latestStart != span.PosInf && earliestEnd != span.NegInf && !surely.empty() {
		c.Certain = surely
	}
	return c
}

// Extent returns the days from the first to the last possible one.
func (c *Cover) Extent() Days { return extent(c.Possible) }

// On reports whether it can go on on a day, and whether it surely does.
func (c *Cover) On(day int64) (possible, certain bool) {
	certain = c.Certain.has(day)
	return certain || hasDay(c.Possible, day), certain
}

func daysOfTicks(first, last int64) Days { return Days{ticks.Day(first), ticks.Day(last)} }

// Package ticks numbers the moments of days. Numbers of days are those of the
// caller; the least and the greatest int64 stand for the unbounded past and the
// unbounded future, in days, ticks and half ticks alike.
//
// A day has 1<<20 ticks, so that events of one day can be put in sequence. An
// event without a place in a sequence lies on any tick of its day.
//
// Starts and ends lie on half ticks: a tick t is the half tick 2t. The odd half
// tick after the last tick of a day is its close. What lasts, and has this day
// as its last, ends there: after all that happens on the day, and before all
// that happens on the next. The state of a day is asked for just before its
// close, so that an end shows from the next day on.
package ticks

import (
	"math"

	"github.com/dispute-go/dispute/internal/span"
)

const (
	tickBits = 20
	halfBits = tickBits + 1
	// MaxSequence is the greatest number in the sequence of a day.
	MaxSequence = 1<<tickBits - 1
	// MaxDay bounds the numbers of days that have ticks of their own, some three
	// billion years either way. What lies beyond counts as lying on it.
	MaxDay = 1 << 40
)

// Clamp returns the day of its own ticks that is nearest to a day.
func Clamp(day int64) int64 { return min(max(day, -MaxDay), MaxDay) }

// First returns the first tick of a day.
func First(day int64) int64 {
	if day == math.MinInt64 {
		return span.NegInf
	}
	return Clamp(day) << tickBits
}

// Last returns the last tick of a day.
func Last(day int64) int64 {
	if day == math.MaxInt64 {
		return span.PosInf
	}
	return Clamp(day)<<tickBits | MaxSequence
}

// Day returns the day of a tick.
func Day(tick int64) int64 {
	if unbounded(tick) {
		return tick
	}
	return tick >> tickBits
}

// NextDay returns the day after a day.
func NextDay(day int64) int64 {
	if unbounded(day) {
		return day
	}
	return day + 1
}

// HalfDay returns the day of a half tick.
func HalfDay(half int64) int64 {
	if unbounded(half) {
		return half
	}
	return half >> halfBits
}

// Close returns the close of a bounded day.
func Close(day int64) int64 { return (day+1)<<halfBits - 1 }

// Starts returns the half ticks of a domain of ticks on which something starts.
func Starts(domain []span.Range) []span.Range {
	halves := make([]span.Range, len(domain))
	for i, r := range domain {
		halves[i] = span.Range{First: half(r.First), Last: half(r.Last)}
	}
	return halves
}

// Closes returns the half ticks on which something ends whose last day lies in
// a domain of ticks. Of a range of several days only the closes of the days
// count: what lies between two of them stands in for the earlier one.
func Closes(domain []span.Range) []span.Range {
	var halves []span.Range
	for _, r := range domain {
		h := r
		if r.First != span.NegInf {
			h.First = Close(r.First >> tickBits)
		}
		if r.Last != span.PosInf {
			h.Last = Close(r.Last >> tickBits)
		}
		if n := len(halves); n > 0 && h.First <= halves[n-1].Last {
			halves[n-1].Last = h.Last
		} else {
			halves = append(halves, h)
		}
	}
	return halves
}

// ClosesWithin returns the half ticks from the first close to the last one of r.
// Where there is none, the first lies past the last.
func ClosesWithin(r span.Range) span.Range {
	if r.First != span.NegInf {
		r.First = Close(HalfDay(r.First))
	}
	if r.Last != span.PosInf && r.Last != Close(HalfDay(r.Last)) {
		r.Last = Close(HalfDay(r.Last) - 1)
	}
	return r
}

// Asked returns the days whose state is asked for on a half tick from first to
// last, both inclusive. Where there are none, from is past to.
func Asked(first, last int64) (from, to int64) {
	if first > last || first == span.PosInf || last == span.NegInf {
		return 1, 0
	}
	from, to = math.MinInt64, math.MaxInt64
	if first != span.NegInf {
		from = HalfDay(first)
		if asked(from) < first {
			from++
		}
	}
	if last != span.PosInf {
		to = HalfDay(last)
		if asked(to) > last {
			to--
		}
	}
	return from, to
}

// asked returns the half tick on which the state of a day is asked for.
func asked(day int64) int64 { return Close(day) - 1 }

func half(tick int64) int64 {
	if unbounded(tick) {
		return tick
	}
	return 2 * tick
}

func unbounded(n int64) bool { return n == math.MinInt64 || n == math.MaxInt64 }

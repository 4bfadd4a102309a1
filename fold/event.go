package fold

import (
	"fmt"
	"math"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/fold"
)

// An Event is one event of a feed, between two actors that have names. The zero
// Event is refused: it has no actors and no day.
type Event struct {
	// From and To are the actors. An event between an actor and itself changes
	// nothing.
	From, To dispute.ActorID
	// Kind says what happened. The roles of the actors are those that
	// [Rules.Code] takes where none are given: From is the actor and To the
	// target if there are rules for that.
	Kind dispute.EventKind
	// Day is the day of the event, its first if it goes on; from [MinDay] to
	// [MaxDay].
	Day edtf.Day
	// MoreDays is as in [CodedEvent].
	MoreDays int32
}

// A CodedEvent is one event of a feed, between two actors that have numbers.
// The zero CodedEvent changes nothing.
type CodedEvent struct {
	// Day is the day of the event, counted from 1970-01-01 as [edtf.Day.Number]
	// counts; from [MinDay] to [MaxDay].
	Day int32
	// From and To are the numbers of the two actors, up to [MaxActor]. An
	// event between an actor and itself changes nothing.
	From, To uint32
	// Code says what happened and who of the two did it; see [Rules.Code].
	Code Code
	// MoreDays is how many days the event goes on after Day, to [MaxDay] at most: 0
	// if it is over on its day, or no end is on file, [NoEnd] if it has not ended.
	// It matters only to rules whose state holds no longer than the event (After
	// and Restores of a [dispute.Rule]).
	MoreDays int32
}

// NoEnd stands for the MoreDays of an event that has not ended.
const NoEnd int32 = math.MaxInt32

// Limits of an [Event] or a [CodedEvent], all inclusive. The days reach some
// 21,900 years before and after 1970; the greatest actor is 268,435,455 (2²⁸ − 1).
const (
	MinDay   int32  = -8_000_000
	MaxDay   int32  = 8_000_000
	MaxActor uint32 = 1<<fold.ActorBits - 1
)

// usable returns how many events there are before the first one that cannot
// be used, and why it cannot.
func (t *Rules) usable(events []CodedEvent) (int, error) {
	codes := len(t.codes)
	for i := range events {
		e := &events[i]
		if int(e.Code) >= codes || e.From|e.To > MaxActor || e.Day < MinDay || e.Day > MaxDay || e.MoreDays != 0 && !e.endsInTime() {
			return i, t.check(e)
		}
	}
	return len(events), nil
}

// endsInTime reports whether an event ends by the last day there is, or not at
// all.
func (e *CodedEvent) endsInTime() bool {
	return e.MoreDays == NoEnd || e.MoreDays >= 0 && int64(e.Day)+int64(e.MoreDays) <= int64(MaxDay)
}

// atPosition says of which event an error is.
func atPosition(position int64, err error) error {
	return fmt.Errorf("event at position %d: %w", position, err)
}

// check tells why an event cannot be used, if it cannot.
func (t *Rules) check(e *CodedEvent) error {
	switch {
	case int(e.Code) >= len(t.codes):
		return fmt.Errorf("%w: event code %d, expected less than %d", dispute.ErrValue, e.Code, len(t.codes))
	case max(e.From, e.To) > MaxActor:
		return fmt.Errorf("%w: actor number %d, expected at most %d", dispute.ErrLimit, max(e.From, e.To), MaxActor)
	case e.Day < MinDay || e.Day > MaxDay:
		return fmt.Errorf("%w: day %d (%q), expected %d to %d", dispute.ErrLimit, e.Day, edtf.DayFromNumber(int64(e.Day)), MinDay, MaxDay)
	case e.MoreDays < 0:
		return fmt.Errorf("%w: an event of %d more days, expected none or some, or NoEnd", dispute.ErrValue, e.MoreDays)
	case !e.endsInTime():
		return fmt.Errorf("%w: an event of %d more days from day %d on, expected an end by day %d, or NoEnd", dispute.ErrLimit, e.MoreDays, e.Day, MaxDay)
	}
	return nil
}

// dayNumber returns the number of a day that an event can have.
func dayNumber(d edtf.Day) (int32, error) {
	n := d.Number()
	switch {
	case d.IsZero():
		return 0, fmt.Errorf("%w: an event without a day, want one", dispute.ErrMissing)
	case n < int64(MinDay) || n > int64(MaxDay):
		return 0, fmt.Errorf("%w: day %q, expected %q to %q", dispute.ErrLimit, d,
			edtf.DayFromNumber(int64(MinDay)), edtf.DayFromNumber(int64(MaxDay)))
	}
	return int32(n), nil
}

// nearestDay returns the number of a day, or of the last one there can be
// changes on before or after it.
func nearestDay(d edtf.Day) int32 {
	return int32(min(max(d.Number(), int64(fold.MinDay)), int64(fold.MaxDay)))
}

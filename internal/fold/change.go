package fold

// A Change is one event of one group, packed so that the order of the integers
// is the order in which the changes take place: by day; on a day, what ends
// with the day before it first; then by position, then by effect.
type Change uint64

const (
	effectBits   = 7
	positionBits = 32
	dayShift     = effectBits + positionBits + 1
	dayBits      = 64 - dayShift

	// beginning is set in every change but in the end of a lasting one.
	beginning Change = 1 << (dayShift - 1)
)

// MinDay and MaxDay are the days a [Change] can lie on, both inclusive.
const (
	MinDay int32 = -1 << (dayBits - 1)
	MaxDay int32 = 1<<(dayBits-1) - 1
)

const maxChange Change = 1<<64 - 1

// NewChange packs a change that takes effect on a day from [MinDay] to
// [MaxDay].
func NewChange(day int32, position uint32, effect uint8) Change {
	return Change(packDay(day)<<dayShift|uint64(position)<<effectBits|uint64(effect)) | beginning
}

// End returns the change that ends what c began, so that it is over before
// anything else on the given day. The effect of c must last until an end.
func (c Change) End(day int32) Change {
	return Change(packDay(day)<<dayShift) | c&(beginning-1)
}

// Day returns the day from which the change takes effect.
func (c Change) Day() int32 { return int32(c>>dayShift) + MinDay }

// Position returns where the change stands among those of its day.
func (c Change) Position() uint32 { return uint32(c >> effectBits) }

// effect returns the number of the change's effect in the group's machine.
func (c Change) effect() uint8 { return uint8(c & (1<<effectBits - 1)) }

// with returns the change with another effect.
func (c Change) with(effect uint8) Change { return c&^(1<<effectBits-1) | Change(effect) }

// packedDay returns the day counted from [MinDay].
func (c Change) packedDay() uint64 { return uint64(c >> dayShift) }

func packDay(day int32) uint64 { return uint64(day - MinDay) }

func onPackedDay(day uint64) Change { return Change(day << dayShift) }

// dayStart and dayEnd are the least and the greatest change of the day of c.
func (c Change) dayStart() Change { return c &^ (1<<dayShift - 1) }
func (c Change) dayEnd() Change   { return c | (1<<dayShift - 1) }

// sameDay reports whether two changes take effect on one day.
func sameDay(a, b Change) bool { return (a^b)>>dayShift == 0 }

// A Cause is the change that brought a state, with the state in place of the
// effect.
type Cause = Change

// State returns the state that a [Cause] brought.
func (c Cause) State() uint8 { return c.effect() }

// IsEnd reports whether a change, or a [Cause], is the end of a lasting one.
func (c Change) IsEnd() bool { return c&beginning == 0 }

package fold

import (
	"math"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/edtf"
)

// A Spell is a longest run of days on which a state holds between two actors.
// It is comparable.
type Spell struct {
	Track dispute.Track
	State dispute.State
	// From and To are the actors; on mutual tracks From has the lesser ID.
	From, To dispute.ActorID
	// First and Last are its days, both inclusive. First is zero for a spell
	// that holds before all events, Last for one that nothing has ended.
	First, Last edtf.Day
	// Position, Ended and Presupposed are as in [CodedSpell].
	Position    uint32
	Ended       bool
	Presupposed bool
}

// A CodedSpell is a longest run of days on which a state holds between two
// numbered actors. It is comparable.
type CodedSpell struct {
	Track dispute.Track
	State dispute.State
	// From and To are the numbers of the actors; on mutual tracks From is the
	// lesser.
	From, To uint32
	// First and Last are its days, both inclusive, as in [CodedEvent]; First
	// is [OpenStart] for a spell that holds before all events, Last is
	// [OpenEnd] for one that nothing has ended.
	First, Last int32
	// Position is that of the event that brought the state: the last one on
	// the first day that agrees with it. It is 0 where none did.
	Position uint32
	// Ended says that the state came with the end of that event.
	Ended bool
	// Presupposed says that no event brought the state: the first change of
	// the relation presupposes it.
	Presupposed bool
}

// The days of a [CodedSpell] that has no beginning, or no end, on file.
const (
	OpenStart int32 = math.MinInt32
	OpenEnd   int32 = math.MaxInt32
)

package dispute

import (
	"fmt"

	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/course"
)

// A Duration is for how many days a relation was in a state.
type Duration struct {
	Pair
	State State    `json:"state"`
	First edtf.Day `json:"first"`
	Last  edtf.Day `json:"last"`
	// AtLeast and AtMost bound the number of days from First to Last, both
	// inclusive, at the end of which the state held, over all placements of the
	// uncertain dates. Presupposed days count, and where the last change wins
	// AtMost counts days of unknown state.
	AtLeast int64   `json:"at_least"`
	AtMost  int64   `json:"at_most"`
	Reasons Reasons `json:"reasons"`
}

// Duration returns for how many of the days from first to last, both
// inclusive, the relation was in a state at the end of the day; of support
// against whomever. The bounds are sound: at least the days on which it is
// certain, at most those on which it is possible. They are blunt where dates are
// vague: of an attack on one day of a month, the force lasts 0 to 30 days, since
// no day of them is certain and each is possible. Without both days, with the
// last before the first, or with a state of another track, there are none, and
// the reasons say why.
func (r Relation) Duration(s State, first, last edtf.Day) Duration {
	d := Duration{Pair: r.pair, State: s, First: first, Last: last}
	fact := "duration of " + s.String()
	switch {
	case !s.On(r.pair.Track):
		d.Reasons = r.reasons(fmt.Sprintf("%s: no state of this track", fact))
		return d
	case first.IsZero() || last.IsZero():
		d.Reasons = r.reasons(fact + ": no days given")
		return d
	case last.Compare(first) < 0:
		d.Reasons = r.reasons(fact + ": the last day given is before the first")
		return d
	}
	d.Reasons = r.reasons(fact)
	counted := bit(s)
	if !r.pair.Track.Concurrent() {
		counted |= bit(0) // unknown, which can be any
	}
	days := course.Days{First: first.Number(), Last: last.Number()}
	var possible, certain []course.Days
	if r.unchanged() && counted != bit(s) {
		possible = append(possible, days)
	}
	for _, strand := range r.strands() {
		for _, x := range strand.Between(days) {
			if x.Possible&counted != 0 {
				possible = append(possible, x.Days)
			}
			if x.Certain&bit(s) != 0 {
				certain = append(certain, x.Days)
			}
		}
	}
	d.AtLeast, d.AtMost = course.Count(certain), course.Count(possible)
	return d
}

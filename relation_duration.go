package dispute

import (
	"fmt"
	"math"

	"github.com/dispute-go/dispute/edtf"
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
	days := run{first: first.Number(), last: last.Number()}
	var possible, certain ruler
	if r.unchanged() && counted != bit(s) {
		possible.runs = append(possible.runs, days)
	}
	for _, x := range r.segments() {
		x := segment{max(x.first, days.first), min(x.last, days.last), x.possible, x.certain, 0}
		if x.first > x.last {
			continue
		}
		if x.possible&counted != 0 {
			possible.runs = append(possible.runs, run{first: x.first, last: x.last})
		}
		if x.certain&bit(s) != 0 {
			certain.runs = append(certain.runs, run{first: x.first, last: x.last})
		}
	}
	d.AtLeast, d.AtMost = certain.count(), possible.count()
	return d
}

// segments returns those of every strand.
func (r Relation) segments() []segment {
	if r.on == nil {
		return nil
	}
	var list []segment
	for i := range r.on.strands {
		list = append(list, r.on.strands[i].segments...)
	}
	return list
}

// count returns how many days the runs hold, each once.
func (r *ruler) count() int64 {
	r.unite()
	n := uint64(0)
	for _, x := range r.runs {
		n += uint64(x.last-x.first) + 1
	}
	return int64(min(n, math.MaxInt64))
}

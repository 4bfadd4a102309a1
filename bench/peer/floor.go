package peer

import (
	"errors"

	"github.com/dispute-go/dispute/bench/workload"
)

// floor does not fold: it only sorts the events by group and day, each in one
// word, by counting 11 bits at a time. It shows what sorting costs.
type floor struct {
	nothing
	words []uint64
}

const groupShift = 14 + idBits

func newFloor(events []event) (Peer, error) {
	p := &floor{words: make([]uint64, len(events))}
	for id, e := range events {
		p.words[id] = uint64(workload.Group(e.A, e.B, workload.Track(e.Kind)))<<groupShift | uint64(e.Day)<<idBits | uint64(id)
	}
	return p, nil
}

func (p *floor) Fold() error {
	const digit, first, end = 11, idBits, groupShift + 17
	from, to := p.words, make([]uint64, len(p.words))
	for shift := first; shift < end; shift += digit {
		var at [1<<digit + 1]uint32
		for _, w := range from {
			at[w>>shift&(1<<digit-1)+1]++
		}
		for i := range 1 << digit {
			at[i+1] += at[i]
		}
		for _, w := range from {
			d := w >> shift & (1<<digit - 1)
			to[at[d]] = w
			at[d]++
		}
		from, to = to, from
	}
	p.words = from
	return nil
}

func (p *floor) Fetch() error                   { return nil }
func (p *floor) Intervals() []interval          { return nil }
func (p *floor) AsOf([]query) ([]answer, error) { return nil, errors.ErrUnsupported }

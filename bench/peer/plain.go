package peer

import (
	"cmp"
	"slices"
	"sort"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/bench/workload"
	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/fold"
)

// plain is what one writes first: the events of each group in a slice of a
// map, sorted, and gone through.
type plain struct {
	nothing
	events []event
	spans  map[plainKey][]plainSpan
}

type plainKey struct {
	a, b  uint16
	track int
}

type plainChange struct {
	day       int32
	id, state int
}

type plainSpan struct {
	start, end int32
	id, state  int
}

func newPlain(events []event) (Peer, error) { return &plain{events: events}, nil }

func (p *plain) Fold() error {
	changes := map[plainKey][]plainChange{}
	for id, e := range p.events {
		if s := workload.State(e.Kind); s > 0 {
			k := plainKey{e.A, e.B, workload.Track(e.Kind)}
			changes[k] = append(changes[k], plainChange{e.Day, id, s})
		}
	}
	p.spans = map[plainKey][]plainSpan{}
	for k, list := range changes {
		sort.Slice(list, func(i, j int) bool {
			return list[i].day < list[j].day || list[i].day == list[j].day && list[i].id < list[j].id
		})
		var spans []plainSpan
		for i, c := range list {
			if i+1 < len(list) && list[i+1].day == c.day {
				continue
			}
			if n := len(spans); n > 0 {
				if spans[n-1].state == c.state {
					continue
				}
				spans[n-1].end = c.day
			}
			spans = append(spans, plainSpan{c.day, workload.Days, c.id, c.state})
		}
		p.spans[k] = spans
	}
	return nil
}

func (p *plain) Fetch() error { return nil }

func (p *plain) Intervals() []interval {
	var list []interval
	for k, spans := range p.spans {
		for _, s := range spans {
			list = append(list, interval{Group: workload.Group(k.a, k.b, k.track), State: uint8(s.state), Start: s.start, End: s.end, Cause: uint32(s.id)})
		}
	}
	return list
}

func (p *plain) AsOf(queries []query) ([]answer, error) {
	answers := make([]answer, len(queries))
	for i, q := range queries {
		spans := p.spans[plainKey{q.A, q.B, int(q.Track)}]
		n := sort.Search(len(spans), func(i int) bool { return spans[i].start > q.Day })
		answers[i] = noAnswer
		if n > 0 {
			answers[i] = answer{State: uint8(spans[n-1].state), Start: spans[n-1].start}
		}
	}
	return answers, nil
}

// plainNames is the same with the types of the library.
type plainNames struct {
	nothing
	events []fold.Event
	spans  map[namedKey][]namedSpan
}

type namedKey struct {
	a, b  dispute.ActorID
	track dispute.Track
}

type namedChange struct {
	day   edtf.Day
	id    int
	state dispute.State
}

type namedSpan struct {
	start, end edtf.Day
	id         int
	state      dispute.State
}

func newPlainNames(events []event) (Peer, error) { return &plainNames{events: Named(events)}, nil }

func (p *plainNames) Fold() error {
	type effect struct {
		track dispute.Track
		state dispute.State
	}
	effects := map[dispute.EventKind]effect{}
	for i, kind := range kindNames() {
		if s := workload.State(uint8(i)); s > 0 {
			track := workload.Track(uint8(i))
			effects[kind] = effect{tracks[track], firstStates[track] + dispute.State(s-1)}
		}
	}
	changes := map[namedKey][]namedChange{}
	for id, e := range p.events {
		if x, ok := effects[e.Kind]; ok {
			k := namedKey{e.From, e.To, x.track}
			changes[k] = append(changes[k], namedChange{e.Day, id, x.state})
		}
	}
	p.spans = map[namedKey][]namedSpan{}
	for k, list := range changes {
		slices.SortFunc(list, func(a, b namedChange) int { return cmp.Or(a.day.Compare(b.day), cmp.Compare(a.id, b.id)) })
		var spans []namedSpan
		for i, c := range list {
			if i+1 < len(list) && list[i+1].day == c.day {
				continue
			}
			if n := len(spans); n > 0 {
				if spans[n-1].state == c.state {
					continue
				}
				spans[n-1].end = c.day
			}
			spans = append(spans, namedSpan{start: c.day, id: c.id, state: c.state})
		}
		p.spans[k] = spans
	}
	return nil
}

func (p *plainNames) Fetch() error { return nil }

func (p *plainNames) Intervals() []interval {
	index, first := actorIndex(), epoch.Number()
	var list []interval
	for k, spans := range p.spans {
		track := trackIndex(k.track)
		group := workload.Group(index[k.a], index[k.b], track)
		for _, s := range spans {
			end := int32(workload.Days)
			if !s.end.IsZero() {
				end = int32(s.end.Number() - first)
			}
			list = append(list, interval{Group: group, State: uint8(s.state-firstStates[track]) + 1, Start: int32(s.start.Number() - first), End: end, Cause: uint32(s.id)})
		}
	}
	return list
}

func (p *plainNames) AsOf(queries []query) ([]answer, error) {
	names, first := actorNames(), epoch.Number()
	answers := make([]answer, len(queries))
	for i, q := range queries {
		spans := p.spans[namedKey{names[q.A], names[q.B], tracks[q.Track]}]
		day := epoch.AddDays(int64(q.Day))
		n := sort.Search(len(spans), func(i int) bool { return spans[i].start.Compare(day) > 0 })
		answers[i] = noAnswer
		if n > 0 {
			answers[i] = answer{State: uint8(spans[n-1].state-firstStates[q.Track]) + 1, Start: int32(spans[n-1].start.Number() - first)}
		}
	}
	return answers, nil
}

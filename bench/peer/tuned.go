package peer

import (
	"slices"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/bench/workload"
	"github.com/dispute-go/dispute/fold"
)

// tuned is as fast as one gets by knowing the workload: groups numbered
// without gaps from the start, an event in one word, a counting sort by group
// and a short sort in each. It is no general program: it has room for 2²⁴
// events, 2¹⁴ days and 7 states.
type tuned struct {
	nothing
	events    []event
	starts    []uint32 // by group, into intervals
	intervals []interval
}

// A word holds, from the highest bit down, the day, the id and the state.
const (
	stateBits = 3
	idBits    = 24
	dayShift  = stateBits + idBits
)

func newTuned(events []event) (Peer, error) { return &tuned{events: events}, nil }

func (p *tuned) Fold() error {
	words, ends := p.words()
	kept, total := keepCauses(words, ends)
	p.lay(words, ends, kept, total)
	return nil
}

// words returns the events that change a state, by group and then as they came,
// and where each group ends among them.
func (p *tuned) words() (words []uint64, ends []uint32) {
	var rows [workload.Actors]uint32 // the group of a pair a < b is (rows[a]+b) times the tracks
	for a := range rows {
		rows[a] = workload.PairIndex(uint16(a), uint16(a)+1) - uint32(a) - 1
	}
	const perTrack = workload.Kinds / workload.Tracks
	group := func(e event) uint32 { return (rows[e.A]+uint32(e.B))*workload.Tracks + uint32(e.Kind)/perTrack }

	next := make([]uint32, workload.Groups)
	for _, e := range p.events {
		if e.Kind%perTrack != perTrack-1 {
			next[group(e)]++
		}
	}
	ends = make([]uint32, workload.Groups)
	total := uint32(0)
	for g, n := range next {
		next[g] = total
		total += n
		ends[g] = total
	}
	words = make([]uint64, total)
	for id, e := range p.events {
		if s := e.Kind % perTrack; s != perTrack-1 {
			g := group(e)
			words[next[g]] = uint64(e.Day)<<dayShift | uint64(id)<<stateBits | uint64(s+1)
			next[g]++
		}
	}
	return words, ends
}

// keepCauses sorts each group, moves the events that bring another state to its
// start, and returns how many they are, by group and together.
func keepCauses(words []uint64, ends []uint32) (kept []uint32, total uint32) {
	kept = make([]uint32, workload.Groups)
	var spare []uint64
	for g := range workload.Groups {
		list := words[startOf(ends, g):ends[g]]
		spare = sortWords(list, spare)
		n, state := uint32(0), uint64(0)
		for i, w := range list {
			if s := w & (1<<stateBits - 1); s != state && (i+1 == len(list) || list[i+1]>>dayShift != w>>dayShift) {
				list[n], state = w, s
				n++
			}
		}
		kept[g] = n
		total += n
	}
	return kept, total
}

// lay puts the intervals down that the kept events begin.
func (p *tuned) lay(words []uint64, ends, kept []uint32, total uint32) {
	p.intervals = make([]interval, total)
	p.starts = make([]uint32, workload.Groups+1)
	at := uint32(0)
	for g := range workload.Groups {
		p.starts[g] = at
		list := words[startOf(ends, g):][:kept[g]]
		for i, w := range list {
			end := int32(workload.Days)
			if i+1 < len(list) {
				end = int32(list[i+1] >> dayShift)
			}
			p.intervals[at] = interval{
				Group: uint32(g), State: uint8(w & (1<<stateBits - 1)), Start: int32(w >> dayShift), End: end,
				Cause: uint32(w>>stateBits) & (1<<idBits - 1),
			}
			at++
		}
	}
	p.starts[workload.Groups] = at
}

func startOf(ends []uint32, group int) uint32 {
	if group == 0 {
		return 0
	}
	return ends[group-1]
}

// sortWords sorts words by day, of which those of one day are in order.
func sortWords(list, spare []uint64) []uint64 {
	const digit = 7
	if len(list) < 192 {
		slices.Sort(list)
		return spare
	}
	if cap(spare) < len(list) {
		spare = make([]uint64, 2*len(list))
	}
	from, to := list, spare[:len(list)]
	for shift := dayShift; shift < dayShift+2*digit; shift += digit {
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
	return spare
}

func (p *tuned) Fetch() error { return nil }

func (p *tuned) Intervals() []interval { return p.intervals }

func (p *tuned) AsOf(queries []query) ([]answer, error) {
	answers := make([]answer, len(queries))
	for i, q := range queries {
		g := workload.Group(q.A, q.B, int(q.Track))
		list := p.intervals[p.starts[g]:p.starts[g+1]]
		from, to := 0, len(list)
		for from < to {
			if middle := (from + to) / 2; list[middle].Start <= q.Day {
				from = middle + 1
			} else {
				to = middle
			}
		}
		answers[i] = noAnswer
		if from > 0 {
			answers[i] = answer{State: list[from-1].State, Start: list[from-1].Start}
		}
	}
	return answers, nil
}

// tunedNames gives the names numbers, with maps, and goes on as tuned.
type tunedNames struct {
	tuned
	input []fold.Event
	names []dispute.ActorID // by number
}

func newTunedNames(events []event) (Peer, error) { return &tunedNames{input: Named(events)}, nil }

func (p *tunedNames) Fold() error {
	numbers := map[dispute.ActorID]uint16{}
	number := func(name dispute.ActorID) uint16 {
		n, ok := numbers[name]
		if !ok {
			n = uint16(len(numbers))
			numbers[name] = n
			p.names = append(p.names, name)
		}
		return n
	}
	kinds := map[dispute.EventKind]uint8{}
	for i, name := range kindNames() {
		kinds[name] = uint8(i)
	}
	first := epoch.Number()
	p.events = make([]event, len(p.input))
	for i := range p.input {
		e := &p.input[i]
		a, b := number(e.From), number(e.To)
		p.events[i] = event{Day: int32(e.Day.Number() - first), A: min(a, b), B: max(a, b), Kind: kinds[e.Kind]}
	}
	return p.tuned.Fold()
}

// Intervals numbers the groups as the workload does.
func (p *tunedNames) Intervals() []interval {
	index := actorIndex()
	for a := range p.names {
		for b := a + 1; b < len(p.names); b++ {
			x, y := index[p.names[a]], index[p.names[b]]
			for track := range workload.Tracks {
				g := workload.Group(uint16(a), uint16(b), track)
				for i := p.starts[g]; i < p.starts[g+1]; i++ {
					p.intervals[i].Group = workload.Group(min(x, y), max(x, y), track)
				}
			}
		}
	}
	return p.intervals
}

func (p *tunedNames) AsOf(queries []query) ([]answer, error) {
	numbers := map[dispute.ActorID]uint16{}
	for i, name := range p.names {
		numbers[name] = uint16(i)
	}
	names := actorNames()
	coded := make([]query, len(queries))
	for i, q := range queries {
		a, b := numbers[names[q.A]], numbers[names[q.B]]
		coded[i] = query{A: min(a, b), B: max(a, b), Track: q.Track, Day: q.Day}
	}
	return p.tuned.AsOf(coded)
}

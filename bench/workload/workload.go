// Package workload is the dyad fold, version 1: events between 200 actors over
// 40 years that set the state of four tracks of their pairs, the states as of
// random days, and the checksums by which programs that compute them compare.
// README.md has it in words.
package workload

import "math/bits"

// The dimensions of the workload.
const (
	Actors = 200
	Tracks = 4
	Kinds  = 20
	Days   = 14610 // counted from 0; also the day on which the last interval ends
	Pairs  = Actors * (Actors - 1) / 2
	Groups = Pairs * Tracks

	kindsPerTrack = Kinds / Tracks
	seed          = 20240804
)

// An Event is one input event; its id is its index. A is less than B: the pair
// is not ordered.
type Event struct {
	Day  int32
	A, B uint16
	Kind uint8
}

// Track returns the track that events of a kind are about.
func Track(kind uint8) int { return int(kind) / kindsPerTrack }

// State returns the state that events of a kind set, 1 to 4, or 0 if they set
// none.
func State(kind uint8) int {
	if n := int(kind) % kindsPerTrack; n < kindsPerTrack-1 {
		return n + 1
	}
	return 0
}

// PairIndex numbers the pairs a < b from 0 without gaps.
func PairIndex(a, b uint16) uint32 {
	return uint32(a)*(2*Actors-uint32(a)-1)/2 + uint32(b) - uint32(a) - 1
}

// Group numbers the pairs and tracks.
func Group(a, b uint16, track int) uint32 { return PairIndex(a, b)*Tracks + uint32(track) }

// An Interval is a longest run of days from Start up to End, exclusive, on
// which a group has one state. Cause is the id of the event that began it.
type Interval struct {
	Group      uint32
	State      uint8
	Start, End int32
	Cause      uint32
}

// A Query asks for the state of a pair on a track on a day.
type Query struct {
	A, B  uint16
	Track uint8
	Day   int32
}

// An Answer is the state and the first day of its interval; 0 and -1 if there
// is none.
type Answer struct {
	State uint8
	Start int32
}

// splitmix is the splitmix64 generator.
type splitmix uint64

func (s *splitmix) next() uint64 {
	*s += 0x9e3779b97f4a7c15
	x := uint64(*s)
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}

// below returns a number from 0 up to n, exclusive.
func (s *splitmix) below(n uint64) uint64 {
	high, _ := bits.Mul64(s.next(), n)
	return high
}

// weights returns for each actor the sum of the weights 10⁹/1, 10⁹/2, … up to
// its own.
func weights() []uint64 {
	sums := make([]uint64, Actors)
	sum := uint64(0)
	for i := range sums {
		sum += 1_000_000_000 / uint64(i+1)
		sums[i] = sum
	}
	return sums
}

// draw is a source of random pairs, actor n coming up in proportion to 1/(n+1).
type draw struct {
	splitmix
	sums []uint64
}

func (d *draw) actor() uint16 {
	x := d.below(d.sums[Actors-1])
	from, to := 0, Actors-1
	for from < to {
		if middle := (from + to) / 2; d.sums[middle] > x {
			to = middle
		} else {
			from = middle + 1
		}
	}
	return uint16(from)
}

func (d *draw) pair() (a, b uint16) {
	a = d.actor()
	for b = d.actor(); b == a; b = d.actor() {
	}
	return min(a, b), max(a, b)
}

// Events returns the first n events, in random order of days. One in ten has
// the pair, track and day of an earlier one.
func Events(n int) []Event {
	d := draw{seed, weights()}
	list := make([]Event, n)
	for i := range list {
		if i > 0 && d.below(10) == 0 {
			list[i] = list[d.below(uint64(i))]
			list[i].Kind -= list[i].Kind % kindsPerTrack
			list[i].Kind += uint8(d.below(kindsPerTrack))
			continue
		}
		e := &list[i]
		e.A, e.B = d.pair()
		e.Day = int32(d.below(Days))
		e.Kind = uint8(d.below(Kinds))
	}
	return list
}

// Queries returns the first n queries.
func Queries(n int) []Query {
	d := draw{seed + 1, weights()}
	list := make([]Query, n)
	for i := range list {
		q := &list[i]
		q.A, q.B = d.pair()
		q.Track = uint8(d.below(Tracks))
		q.Day = int32(d.below(Days))
	}
	return list
}

const modulus = 1<<31 - 1

// IntervalSum is the checksum of intervals in any order.
func IntervalSum(list []Interval) int64 {
	var sum int64
	for _, x := range list {
		what := ((int64(x.Group)+1)*1_000_003 + (int64(x.Start)+1)*10_007 + int64(x.State)) % modulus
		until := ((int64(x.End)+1)*7919 + int64(x.Cause) + 1) % modulus
		sum += what * until % modulus
	}
	return sum
}

// AnswerSum is the checksum of the answers to all queries, in their order.
func AnswerSum(list []Answer) int64 {
	var sum int64
	for i, a := range list {
		sum += int64(i+1) * (int64(a.State)*20_011 + int64(a.Start) + 2) % modulus
	}
	return sum
}

// Known returns the number of intervals and their checksum that version 1 of
// the workload has for n events, if they are published for that n.
func Known(n int) (intervals int, sum int64, ok bool) {
	switch n {
	case 10_000:
		return 6543, 7110272340226, true
	case 100_000:
		return 60015, 64171136763643, true
	case 1_000_000:
		return 554311, 594767056969087, true
	case 10_000_000:
		return 4836651, 5191936927451063, true
	}
	return 0, 0, false
}

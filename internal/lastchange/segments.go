package lastchange

import (
	"cmp"
	"fmt"
	"iter"
	"slices"

	"github.com/dispute-go/dispute/internal/span"
)

// A Segment is a stretch of ticks on each of which the same events can rule.
type Segment struct {
	Ticks     span.Range
	Rulers    []int32 // ascending
	Unchanged bool    // it is possible that nothing has changed yet
}

// Segments yields the longest segments in ascending order; together they are
// every tick once. Each has its own slice of rulers. The cost of a full walk is
// O(n log n) for n ranges plus the size of what it yields, which for k events that
// all overlap grows as k²: where only the states count, use [Rulings.States].
func (r *Rulings) Segments() iter.Seq[Segment] {
	return func(yield func(Segment) bool) {
		var rulers, entering []int32
		for ticks, step := range r.sweep() {
			entering = entering[:0]
			leaving := map[int32]bool{}
			for _, x := range step.leave {
				leaving[x.event] = true
			}
			for _, x := range step.enter {
				entering = append(entering, x.event)
			}
			rulers = merge(rulers, leaving, entering)
			if !yield(Segment{ticks, rulers, step.unchanged}) {
				return
			}
		}
	}
}

// merge returns a new slice of what is in rulers or entering and not leaving.
func merge(rulers []int32, leaving map[int32]bool, entering []int32) []int32 {
	merged := make([]int32, 0, len(rulers)+len(entering)-len(leaving))
	for _, x := range rulers {
		for len(entering) > 0 && entering[0] < x {
			merged = append(merged, entering[0])
			entering = entering[1:]
		}
		if !leaving[x] {
			merged = append(merged, x)
		}
	}
	return append(merged, entering...)
}

// A step is what changes at the start of an elementary segment, those who enter in
// ascending order of events.
type step struct {
	leave, enter []ruling
	unchanged    bool
}

// sweep yields the elementary segments in ascending order, from NegInf to PosInf.
// No event leaves and enters in one step, since its ranges do not touch.
func (r *Rulings) sweep() iter.Seq2[span.Range, step] {
	return func(yield func(span.Range, step) bool) {
		enter := r.index
		leave := slices.Clone(r.index)
		slices.SortFunc(leave, func(a, b ruling) int {
			return cmp.Or(cmp.Compare(a.ticks.Last, b.ticks.Last), cmp.Compare(a.event, b.event))
		})
		at := span.NegInf
		for {
			var s step
			n := 0
			for n < len(enter) && enter[n].ticks.First == at {
				n++
			}
			s.enter, enter = enter[:n], enter[n:]
			n = 0
			for n < len(leave) && leave[n].ticks.Last < at {
				n++
			}
			s.leave, leave = leave[:n], leave[n:]
			s.unchanged = span.Contains(r.Unchanged, at)

			last := span.PosInf
			if len(enter) > 0 {
				last = min(last, enter[0].ticks.First-1)
			}
			if len(leave) > 0 {
				last = min(last, leave[0].ticks.Last)
			}
			if s.unchanged {
				last = min(last, r.Unchanged[0].Last)
			}
			if !yield(span.Range{First: at, Last: last}, s) || last == span.PosInf {
				return
			}
			at = last + 1
		}
	}
}

// MaxState is the greatest state that [Rulings.States] accepts.
const MaxState = 62

// Unchanged is the bit of a [StateSegment] that says: nothing has changed yet.
const Unchanged uint64 = 1 << 63

// A StateSegment is a stretch of ticks on each of which the same states are
// possible. States has bit s set if some possible ruler brings state s, and
// [Unchanged] if it is possible that nothing has changed; at least one bit is set.
// A single bit means that the state is certain.
type StateSegment struct {
	Ticks  span.Range
	States uint64
}

// States returns the longest segments in ascending order, together every tick
// once, where event i brings states[i]. It costs O(n log n) for n ranges, however
// many rulers a segment has. It refuses a slice that is not one state for each
// event, and a state above [MaxState].
func (r *Rulings) States(states []uint8) ([]StateSegment, error) {
	if len(states) != len(r.Ticks) {
		return nil, fmt.Errorf("%d states for %d events, expected one for each", len(states), len(r.Ticks))
	}
	for i, s := range states {
		if s > MaxState {
			return nil, fmt.Errorf("state %d of event %d, expected at most %d", s, i, MaxState)
		}
	}
	var segments []StateSegment
	var rulers [MaxState + 1]int
	var possible uint64
	for ticks, step := range r.sweep() {
		for _, x := range step.leave {
			s := states[x.event]
			if rulers[s]--; rulers[s] == 0 {
				possible &^= 1 << s
			}
		}
		for _, x := range step.enter {
			s := states[x.event]
			rulers[s]++
			possible |= 1 << s
		}
		possible &^= Unchanged
		if step.unchanged {
			possible |= Unchanged
		}
		if n := len(segments); n > 0 && segments[n-1].States == possible {
			segments[n-1].Ticks.Last = ticks.Last
		} else {
			segments = append(segments, StateSegment{ticks, possible})
		}
	}
	return segments, nil
}

// SolveStates is [Solve] followed by [Rulings.States].
func SolveStates(events []Event, states []uint8, links [][2]int32) ([]StateSegment, error) {
	return Solve(events, links).States(states)
}

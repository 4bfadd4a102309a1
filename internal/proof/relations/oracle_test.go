package relations_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/disputetest"
)

// A world is a small record whose dates all lie on the first days of August
// 2024, so that every placement of them can be written down. One day stands for
// all days before those asked for, and one for all after.
type world struct {
	*disputetest.CaseFile
	track  dispute.Track
	events []worldEvent
}

type worldEvent struct {
	rule     *dispute.Rule // nil for an event off the track
	accepted bool
	starts   []int // possible days
	ends     []int // possible last days, for lasting events
	sequence int
	after    []int // events it starts no earlier than
}

const (
	worldDays = 5
	longAgo   = -1            // an open beginning, or any day before those asked for
	someTime  = worldDays + 3 // any day after those asked for
	endless   = someTime + 1  // where what has no end stands
)

func worldDate(d int) string { return fmt.Sprintf("2024-08-%02d", d) }

func oneOf(days []int) string {
	if len(days) == 1 {
		return worldDate(days[0])
	}
	var list []string
	for _, d := range days {
		list = append(list, worldDate(d))
	}
	return "[" + strings.Join(list, ",") + "]"
}

func someDays(rng *rand.Rand) []int {
	first := 1 + rng.IntN(worldDays)
	last := first + rng.IntN(worldDays-first+1)
	if rng.IntN(3) == 0 {
		last = first
	}
	var days []int
	for d := first; d <= last; d++ {
		if d == first || d == last || rng.IntN(4) > 0 {
			days = append(days, d)
		}
	}
	return days
}

func randomWorld(rng *rand.Rand, rules []dispute.Rule, track dispute.Track, most int) world {
	w := world{CaseFile: disputetest.NewCaseFile("a", "b", "c"), track: track}
	w.Attributions = nil
	n := 1 + rng.IntN(most)
	linked := rng.IntN(2) == 0
	vague := 2 // how many events may be dated so that they have many placements
	if most < 6 {
		vague = max(0, most-n)
	}
	for i := range n {
		e := worldEvent{accepted: rng.IntN(8) > 0}
		kind, roles := dispute.KindStatement, []string{"actor", "a"}
		if rng.IntN(6) > 0 {
			e.rule = &rules[rng.IntN(len(rules))]
			kind, roles = e.rule.Event, []string{string(e.rule.From), "a", string(e.rule.To), "b"}
		}
		e.starts = someDays(rng)
		x := w.Event(dispute.EventID(fmt.Sprint("e", i)), kind, oneOf(e.starts), roles...)
		if !e.accepted {
			x.Sources = nil
		}
		lasts := e.rule != nil && e.rule.After != 0
		switch {
		case vague > 0 && rng.IntN(6) == 0:
			vague--
			e.beVague(rng, x, lasts)
		case lasts:
			e.ends = someDays(rng)
			x.Until = edtf.MustParse(oneOf(e.ends))
		case len(e.starts) == 1 && rng.IntN(2) == 0:
			e.sequence = 1 + rng.IntN(3)
			x.Sequence = e.sequence
		}
		for j := range i {
			if linked && rng.IntN(4) == 0 {
				e.after = append(e.after, j)
				x.Links = append(x.Links, dispute.Link{Kind: dispute.LinkAfter, Event: dispute.EventID(fmt.Sprint("e", j))})
			}
		}
		w.events = append(w.events, e)
	}
	return w
}

// beVague gives an event, of which it is told whether it lasts, a date without
// bounds on some side.
func (e *worldEvent) beVague(rng *rand.Rand, x *dispute.Event, lasts bool) {
	first, last := longAgo, someTime
	d := 1 + rng.IntN(worldDays)
	switch rng.IntN(6) {
	case 0:
		x.When = edtf.MustParse(worldDate(d) + "/..")
		if e.starts = []int{d}; lasts {
			e.ends = []int{endless}
		}
		return
	case 1:
		if e.rule != nil && e.rule.Restores { // an end would give back
			x.When, e.starts = edtf.MustParse("[.."+worldDate(d)+"]"), daysBetween(longAgo, d)
			return
		}
		x.When = edtf.MustParse("../" + worldDate(d))
		if e.starts = []int{longAgo}; lasts {
			e.ends = []int{d}
		}
		return
	case 2, 3:
		last = d
		x.When = edtf.MustParse("[.." + worldDate(d) + "]")
	case 4:
		first = d
		x.When = edtf.MustParse("[" + worldDate(d) + "..]")
	default:
		x.When = edtf.Date{}
	}
	e.starts = daysBetween(first, last)
	if !lasts {
		return
	}
	if e.ends = e.starts; x.When.IsZero() || rng.IntN(2) == 0 {
		return
	}
	first, last = longAgo, someTime
	if d := 1 + rng.IntN(worldDays); rng.IntN(2) == 0 {
		last = d
		x.Until = edtf.MustParse("[.." + worldDate(d) + "]")
	} else {
		first = d
		x.Until = edtf.MustParse("[" + worldDate(d) + "..]")
	}
	e.ends = daysBetween(first, last)
}

func daysBetween(first, last int) []int {
	var days []int
	for d := first; d <= last; d++ {
		days = append(days, d)
	}
	return days
}

// A moment is one start, or one end, in the order of a placement.
type moment struct {
	event int
	end   bool
	day   int // of the start; the last day of an end
}

// placements calls visit with every order of all starts and ends that the
// dates, sequence numbers and links allow.
func (w *world) placements(visit func([]moment)) {
	starts, ends := make([]int, len(w.events)), make([]int, len(w.events))
	var place func(i int)
	place = func(i int) {
		if i == len(w.events) {
			w.orders(starts, ends, visit)
			return
		}
		for _, d := range w.events[i].starts {
			if slices.ContainsFunc(w.events[i].after, func(j int) bool { return starts[j] > d }) {
				continue
			}
			starts[i] = d
			if w.events[i].ends == nil {
				place(i + 1)
			}
			for _, last := range w.events[i].ends {
				if last >= d {
					ends[i] = last
					place(i + 1)
				}
			}
		}
	}
	place(0)
}

// orders calls visit with every order in which starts of one day, and ends of
// one day, can come.
func (w *world) orders(starts, ends []int, visit func([]moment)) {
	var order []moment
	placed := make([][2]bool, len(w.events))
	total := len(w.events)
	for _, e := range w.events {
		if e.ends != nil {
			total++
		}
	}
	var next func(day int, closing bool)
	next = func(day int, closing bool) {
		if len(order) == total {
			visit(order)
			return
		}
		if day > endless {
			return
		}
		left := false
		for i, e := range w.events {
			switch {
			case !closing && starts[i] == day && !placed[i][0]:
				left = true
				ready := !slices.ContainsFunc(e.after, func(j int) bool { return !placed[j][0] })
				for j, other := range w.events {
					if e.sequence > 0 && other.sequence > 0 && other.sequence < e.sequence && starts[j] == day && !placed[j][0] {
						ready = false
					}
				}
				if ready {
					placed[i][0] = true
					order = append(order, moment{i, false, day})
					next(day, closing)
					order = order[:len(order)-1]
					placed[i][0] = false
				}
			case closing && e.ends != nil && ends[i] == day && !placed[i][1]:
				left = true
				placed[i][1] = true
				order = append(order, moment{i, true, day})
				next(day, closing)
				order = order[:len(order)-1]
				placed[i][1] = false
			}
		}
		if !left {
			if closing {
				next(day+1, false)
			} else {
				next(day, true)
			}
		}
	}
	next(longAgo, false)
}

// A verdict collects what holds on one day in some placement.
type verdict struct {
	states map[dispute.State]bool
	rulers map[string]bool // "state event", "state event end", or "state presupposed"
}

// oracle returns, by day from 0, what holds, and the changes that left the
// state in every placement. No placement at all gives nil.
func (w *world) oracle() (days []verdict, idle map[int]bool) {
	days = make([]verdict, worldDays+3)
	for d := range days {
		days[d] = verdict{map[dispute.State]bool{}, map[string]bool{}}
	}
	idle = map[int]bool{}
	for i, e := range w.events {
		if e.rule != nil && e.accepted {
			idle[i] = true
		}
	}
	if len(idle) == 0 {
		return nil, nil
	}
	any := false
	w.placements(func(order []moment) {
		any = true
		w.fold(order, days, idle)
	})
	if !any {
		return nil, nil
	}
	return days, idle
}

// A step is a change that took effect in one placement.
type step struct {
	event int
	end   bool
	state dispute.State
	day   int // from which the state holds
}

// fold plays one placement through and notes what holds on each day. It returns
// the state at the end of each day, that before anything begins on it, the changes
// that took effect, and the states just after each beginning that counts.
func (w *world) fold(order []moment, days []verdict, idle map[int]bool) (held, eves []dispute.State, steps, passed []step) {
	var state dispute.State
	rulers := []string{"presupposed"}
	begun, stays := false, false // stays: something brought or confirmed the state that no end releases
	for _, m := range order {
		if e := w.events[m.event]; e.rule != nil && e.accepted && !begun {
			state, begun = e.rule.Presupposes, true
		}
	}
	going := map[int]bool{}
	i := 0
	for d := range endless + 1 {
		begins, eve := false, dispute.State(0)
		for i < len(order) && (order[i].day <= d && !order[i].end || order[i].day < d && order[i].end) {
			m := order[i]
			i++
			e := w.events[m.event]
			if !begins && !m.end && m.day == d {
				begins, eve = true, state
			}
			if e.rule == nil || !e.accepted {
				continue
			}
			name := fmt.Sprint("e", m.event)
			if !m.end {
				if e.ends != nil {
					going[m.event] = true
				}
				first := state == e.rule.Presupposes && slices.Equal(rulers, []string{"presupposed"})
				confirms := !stays && e.ends == nil && w.lasts(state)
				if first || (state != e.rule.State || confirms) && !slices.Contains(e.rule.Not, state) {
					idle[m.event] = false
					state, rulers, stays = e.rule.State, []string{name}, e.ends == nil
					steps = append(steps, step{m.event, false, state, m.day})
				}
				passed = append(passed, step{m.event, false, state, m.day})
				continue
			}
			for _, other := range order[i-1:] {
				if other.end && other.day == m.day {
					delete(going, other.event) // what ends on one day ends together
				}
			}
			if state != e.rule.State || stays {
				continue
			}
			still := false // something else of the state goes on
			for j := range going {
				still = still || w.events[j].rule.State == state
			}
			if !still {
				state = w.strongest(going)
			}
			var left []string
			for j := range going {
				if w.events[j].rule.State == state {
					left = append(left, fmt.Sprint("e", j))
				}
			}
			switch {
			case state == 0:
				state, rulers = e.rule.After, []string{name + " end"}
			case state != e.rule.State:
				rulers = left
			default:
				// What still goes on rules on, or takes over.
				over := slices.DeleteFunc(slices.Clone(rulers), func(r string) bool {
					var j int
					n, _ := fmt.Sscanf(r, "e%d", &j)
					return n == 1 && w.events[j].ends != nil && !going[j]
				})
				if rulers = over; len(over) == 0 {
					rulers = left
				}
			}
			if state != e.rule.State {
				steps = append(steps, step{m.event, true, state, m.day + 1})
			}
		}
		if !begins {
			eve = state
		}
		if d >= len(days) {
			continue
		}
		days[d].states[state] = true
		for _, ruler := range rulers {
			days[d].rulers[fmt.Sprint(state, " ", ruler)] = true
		}
		held = append(held, state)
		eves = append(eves, eve)
	}
	return held, eves, steps, passed
}

// lasts reports whether something that ends brings the state.
func (w *world) lasts(s dispute.State) bool {
	return slices.ContainsFunc(w.events, func(e worldEvent) bool {
		return e.counts() && e.ends != nil && e.ends[0] < endless && e.rule.State == s
	})
}

// strongest returns the state of what goes on that does not give way to
// anything else going on; zero when nothing goes on. Only hostility has lasting
// events by default, and its levels are ordered.
func (w *world) strongest(going map[int]bool) dispute.State {
	var s dispute.State
	for i := range going {
		s = max(s, w.events[i].rule.State)
	}
	return s
}

func (w *world) String() string {
	var b strings.Builder
	for i, e := range w.events {
		fmt.Fprintf(&b, "e%d ", i)
		if e.rule != nil {
			fmt.Fprint(&b, e.rule.Name, " ")
		}
		fmt.Fprintf(&b, "accepted=%t starts=%v ends=%v seq=%d after=%v\n", e.accepted, e.starts, e.ends, e.sequence, e.after)
	}
	return b.String()
}

// answers asks the library about every day.
func (w *world) answers(t *testing.T, rules []dispute.Rule) (dispute.Relation, []dispute.RelationState) {
	t.Helper()
	v := w.View(t, dispute.Lens{Policy: dispute.Policy{Rules: rules}})
	r := v.Relation("a", "b", w.track)
	var list []dispute.RelationState
	for d := range worldDays + 3 {
		list = append(list, r.On(disputetest.Day("2024-07-31").AddDays(int64(d))))
	}
	return r, list
}

// plain drops what makes a change depend on the state it finds.
func plain(r *dispute.Rule) { r.Not, r.After = nil, 0 }

func mapKeys[V any](m map[string]V) func(func(string) bool) {
	return func(yield func(string) bool) {
		for k := range m {
			if !yield(k) {
				return
			}
		}
	}
}

// restsOnNothing reports whether a spell names neither what brought its state
// nor what presupposes it.
func restsOnNothing(s dispute.Spell) bool {
	return s.State != 0 && len(s.Rulings) == 0 && (!s.Presupposed || len(s.PresupposedBy) == 0)
}

package relations_test

import (
	"fmt"
	"math/bits"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/internal/disputetest"
)

// A march goes through all placements of a world at once, day by day: it walks
// the graph whose nodes are how far a placement has come and what holds then.
// Placements that come to the same station go on alike.
type march struct {
	w       *world
	initial dispute.State // what the first change presupposes
	known   map[station]bool
	days    []reached
	effect  uint16 // events that took effect in some placement
}

// A station is how far a placement has come, in a phase of a day.
type station struct {
	day            int
	closing        bool
	started, ended uint16 // sets of events
	state          dispute.State
	stays          bool // something brought or confirmed the state that no end releases
	rulers         uint16
}

// reached is what holds on a day in some placement: states, and by state what
// rules, as a set of events that began, ended or are presupposed.
type reached struct {
	states uint64
	rulers map[dispute.State]uint16
}

const (
	endRuler    = 6 // the first bit for ends
	presumption = 1 << 12
)

func holds(set uint16, i int) bool { return set>>i&1 != 0 }

// everyPlacement returns by day what holds in some placement, and the events
// that take effect in some. Without a placement it returns nil.
func (w *world) everyPlacement() ([]reached, uint16) {
	m := march{w: w, days: make([]reached, worldDays+3)}
	for d := range m.days {
		m.days[d].rulers = map[dispute.State]uint16{}
	}
	tried := map[dispute.State]bool{}
	any := false
	for i := range w.events {
		if e := &w.events[i]; e.counts() && !tried[e.rule.Presupposes] {
			tried[e.rule.Presupposes] = true
			m.initial, m.known = e.rule.Presupposes, map[station]bool{}
			if m.walk(station{day: longAgo, state: m.initial, rulers: presumption}) {
				any = true
			}
		}
	}
	if !any {
		return nil, 0
	}
	return m.days, m.effect
}

func (e *worldEvent) counts() bool { return e.rule != nil && e.accepted }

func (m *march) note(day int, n station) {
	if day < 0 || day >= len(m.days) {
		return
	}
	m.days[day].states |= 1 << n.state
	m.days[day].rulers[n.state] |= n.rulers
}

// walk reports whether a station leads to a placement of everything, and notes
// what holds on the way.
func (m *march) walk(n station) bool {
	if leads, ok := m.known[n]; ok {
		return leads
	}
	leads := false
	switch {
	case n.day > endless:
		leads = true
	case n.closing:
		leads = m.close(n)
	default:
		leads = m.open(n)
	}
	m.known[n] = leads
	return leads
}

// open places the next start of a day, or ends the day.
func (m *march) open(n station) bool {
	leads, over := false, true
	for i := range m.w.events {
		e := &m.w.events[i]
		if holds(n.started, i) {
			continue
		}
		over = over && e.starts[len(e.starts)-1] > n.day
		ready := slices.Contains(e.starts, n.day) && !slices.ContainsFunc(e.after, func(j int) bool { return !holds(n.started, j) })
		for j, other := range m.w.events {
			ready = ready && !(e.sequence > 0 && 0 < other.sequence && other.sequence < e.sequence && other.starts[0] == n.day && !holds(n.started, j))
		}
		if ready {
			next, took, ok := m.begin(n, i)
			if ok && m.walk(next) {
				leads = true
				if took {
					m.effect |= 1 << i
				}
			}
		}
	}
	if over {
		next := n
		next.closing = true
		if m.walk(next) {
			leads = true
			m.note(n.day, n)
		}
	}
	return leads
}

// begin returns the station after the start of an event, and whether it takes
// effect; not ok where the first change presupposes another state.
func (m *march) begin(n station, i int) (next station, took, ok bool) {
	next = n
	next.started |= 1 << i
	e := &m.w.events[i]
	if !e.counts() {
		return next, false, true
	}
	first := true
	for j := range m.w.events {
		first = first && !(holds(n.started, j) && m.w.events[j].counts())
	}
	if first && e.rule.Presupposes != m.initial {
		return next, false, false
	}
	confirms := n.state == e.rule.State && e.ends == nil && !n.stays && m.w.lasts(n.state)
	if !(n.rulers == presumption && n.state == e.rule.Presupposes) && !confirms && (n.state == e.rule.State || slices.Contains(e.rule.Not, n.state)) {
		return next, false, true
	}
	next.state, next.rulers, next.stays = e.rule.State, 1<<i, e.ends == nil
	return next, true, true
}

// close ends what can end on a day, in every way, and begins the next day.
func (m *march) close(n station) bool {
	var can, must uint16
	for i := range m.w.events {
		e := &m.w.events[i]
		if e.ends == nil || holds(n.ended, i) {
			continue
		}
		if holds(n.started, i) && slices.Contains(e.ends, n.day) {
			can |= 1 << i
		}
		if e.ends[len(e.ends)-1] <= n.day {
			must |= 1 << i
		}
	}
	if must&^can != 0 {
		return false
	}
	leads := false
	for over := can; ; over = (over - 1) & can {
		if over&must == must {
			for _, next := range m.after(n, over) {
				leads = m.walk(next) || leads
			}
		}
		if over == 0 {
			return leads
		}
	}
}

// after returns the nodes after the ends of some events on one day: one, but
// where nothing goes on each of what ended can be what the state rests on.
func (m *march) after(n station, over uint16) []station {
	next := n
	next.day, next.closing, next.ended = n.day+1, false, n.ended|over
	var ends, left uint16 // of the present state; what goes on with the state that follows
	falls, still := dispute.State(0), false
	for i := range m.w.events {
		e := &m.w.events[i]
		if !e.counts() || e.ends == nil || !holds(n.started, i) {
			continue
		}
		if holds(over, i) && e.rule.State == n.state {
			ends |= 1 << i
		}
		if !holds(next.ended, i) {
			falls = max(falls, e.rule.State) // only hostility lasts, and its levels are ordered
			still = still || e.rule.State == n.state
		}
	}
	if still { // it leaves the state
		falls = n.state
	}
	if ends == 0 || n.stays {
		return []station{next}
	}
	for i := range m.w.events {
		if e := &m.w.events[i]; e.counts() && e.ends != nil && holds(n.started, i) && !holds(next.ended, i) && e.rule.State == falls {
			left |= 1 << i
		}
	}
	switch {
	case falls == 0:
		var list []station
		for ; ends != 0; ends &= ends - 1 {
			i := bits.TrailingZeros16(ends)
			next.state, next.rulers = m.w.events[i].rule.After, 1<<(endRuler+i)
			list = append(list, next)
		}
		return list
	case falls != n.state:
		next.state, next.rulers = falls, left
		return []station{next}
	}
	for i := range m.w.events {
		if m.w.events[i].ends != nil && holds(next.ended, i) {
			next.rulers &^= 1 << i
		}
	}
	if next.rulers == 0 {
		next.rulers = left
	}
	return []station{next}
}

// ask returns by day what the library tells: the states it lists and those of
// which it is certain.
func told(r dispute.Relation) (listed, certain [worldDays + 3]uint64) {
	first := disputetest.Day("2024-07-31")
	for _, s := range r.Spells() {
		for d := range listed {
			day := first.AddDays(int64(d))
			if s.Possible.Contains(day) {
				listed[d] |= 1 << s.State
			}
			if s.Certain != nil && s.Certain.Contains(day) {
				certain[d] |= 1 << s.State
			}
		}
	}
	return listed, certain
}

// stateSet returns the states of a set.
func stateSet(set uint64) []dispute.State {
	var list []dispute.State
	for ; set != 0; set &= set - 1 {
		list = append(list, dispute.State(bits.TrailingZeros64(set)))
	}
	return list
}

// rulersOfState returns the rulers that the library lists for a state.
func rulersOfState(p dispute.PossibleState) uint16 {
	var set uint16
	if p.Presupposed || p.State == 0 {
		set |= presumption
	}
	for _, r := range p.Rulings {
		var i int
		fmt.Sscanf(string(r.Event), "e%d", &i)
		if r.End {
			i += endRuler
		}
		set |= 1 << i
	}
	return set
}

// TestRandomWorlds compares random small worlds with all placements of their
// uncertain dates: up to six events on five days, half of the worlds with
// links, dates with gaps and without bounds among them. Where every change counts and stays, the
// states are those of the placements; elsewhere nothing is certain or excluded
// that is not. What can rule is never left out. The test tells how often the
// answer is less sharp than the truth. The number of worlds is that of -worlds.
func TestRandomWorlds(t *testing.T) {
	count := *disputetest.WorldCount
	if testing.Short() {
		count = min(count, 1_000)
	}
	lasting := func(list []dispute.Rule) []dispute.Rule {
		return slices.DeleteFunc(list, func(r dispute.Rule) bool { return r.After == 0 })
	}
	for i, tc := range []struct {
		name  string
		track dispute.Track
		rules []dispute.Rule
		exact bool
		// Shares of answers, in percent, that may be less sharp than the truth
		// or name a change too many.
		blunt, many float64
	}{
		{"diplomatic relations, every change counts", dispute.TrackDiplomaticRelations, disputetest.RulesOf(dispute.TrackDiplomaticRelations, plain), true, 0, 0.1},
		{"representation, every change counts", dispute.TrackRepresentation, disputetest.RulesOf(dispute.TrackRepresentation, plain), true, 0, 0.1},
		{"membership, every change counts", dispute.TrackMembership, disputetest.RulesOf(dispute.TrackMembership, plain), true, 0, 0.1},
		{"stance, every change counts", dispute.TrackStance, disputetest.RulesOf(dispute.TrackStance, plain), true, 0, 0.1},
		{"diplomatic relations", dispute.TrackDiplomaticRelations, disputetest.RulesOf(dispute.TrackDiplomaticRelations, nil), false, 0.4, 1.6},
		{"representation", dispute.TrackRepresentation, disputetest.RulesOf(dispute.TrackRepresentation, nil), false, 0.3, 1},
		{"membership", dispute.TrackMembership, disputetest.RulesOf(dispute.TrackMembership, nil), false, 0.8, 2.5},
		{"stance", dispute.TrackStance, disputetest.RulesOf(dispute.TrackStance, nil), false, 0.3, 1},
		{"hostility, lasting events", dispute.TrackHostility, lasting(disputetest.RulesOf(dispute.TrackHostility, nil)), false, 0.1, 11},
		{"hostility", dispute.TrackHostility, disputetest.RulesOf(dispute.TrackHostility, nil), false, 0.6, 10},
	} {
		rng := rand.New(rand.NewPCG(*disputetest.WorldSeed, uint64(i)))
		worlds, answers, asked := 0, 0, 0
		blunt, many := 0.0, 0.0
		for worlds < count/10 {
			w := randomWorld(rng, tc.rules, tc.track, 6)
			days, effect := w.everyPlacement()
			if days == nil {
				continue
			}
			worlds++
			r := w.View(t, dispute.Lens{Policy: dispute.Policy{Rules: tc.rules}}).Relation("a", "b", tc.track)
			if slices.ContainsFunc(r.Spells(), restsOnNothing) {
				t.Fatalf("%s, world %d of seed %d: a spell rests on nothing: %+v\n%s", tc.name, worlds, *disputetest.WorldSeed, r.Spells(), w.String())
			}
			listed, certain := told(r)
			for d := range days {
				answers++
				truth, sure := days[d].states, uint64(0)
				if bits.OnesCount64(truth) == 1 {
					sure = truth
				}
				if truth&^listed[d] != 0 || certain[d]&^sure != 0 || tc.exact && (listed[d] != truth || certain[d] != sure) {
					t.Fatalf("%s, world %d of seed %d, day %d: the placements give %v, listed are %v, certain %v\n%s",
						tc.name, worlds, *disputetest.WorldSeed, d, stateSet(truth), stateSet(listed[d]), stateSet(certain[d]), w.String())
				}
				if listed[d] != truth || certain[d] != sure {
					blunt++
				}
			}
			d := rng.IntN(len(days))
			asked++
			excess := false
			for _, p := range r.On(disputetest.Day("2024-07-31").AddDays(int64(d))).States {
				want, got := days[d].rulers[p.State], rulersOfState(p)
				if want&^got != 0 {
					t.Fatalf("%s, world %d of seed %d, day %d: %s rests on %b in the placements, on %b in the answer\n%s",
						tc.name, worlds, *disputetest.WorldSeed, d, p.State, want, got, w.String())
				}
				excess = excess || got != want
			}
			if excess {
				many++
			}
			var gaps uint16
			for _, g := range r.History().Gaps {
				var e int
				fmt.Sscanf(string(g.Event), "e%d", &e)
				gaps |= 1 << e
			}
			if idle := w.idle(effect); gaps&effect != 0 || tc.exact && gaps != idle {
				t.Fatalf("%s, world %d of seed %d: the gaps are %b, in no placement take effect %b\n%s", tc.name, worlds, *disputetest.WorldSeed, gaps, idle, w.String())
			}
		}
		blunt, many = 100*blunt/float64(answers), 100*many/float64(asked)
		t.Logf("%s: %d worlds of seed %d: of %d answers %.4f%% are less sharp than the truth; of %d answers %.4f%% name a change too many",
			tc.name, worlds, *disputetest.WorldSeed, answers, blunt, asked, many)
		if worlds >= 500 && (blunt > tc.blunt || many > tc.many) { // fewer tell too little
			t.Errorf("%s: want at most %.1f%% less sharp and %.1f%% with a change too many", tc.name, tc.blunt, tc.many)
		}
	}
}

// idle returns the events that count but take effect in no placement.
func (w *world) idle(effect uint16) uint16 {
	var set uint16
	for i := range w.events {
		if w.events[i].counts() && !holds(effect, i) {
			set |= 1 << i
		}
	}
	return set
}

// The march over all placements at once tells the same as going through them
// one by one.
func TestMarchAgainstEachPlacement(t *testing.T) {
	rng := rand.New(rand.NewPCG(20240804, 9))
	for _, track := range []dispute.Track{dispute.TrackDiplomaticRelations, dispute.TrackMembership, dispute.TrackHostility} {
		for range 150 {
			w := randomWorld(rng, disputetest.RulesOf(track, nil), track, 4)
			want, idle := w.oracle()
			got, effect := w.everyPlacement()
			if (want == nil) != (got == nil) {
				t.Fatalf("placements: %t one by one, %t at once\n%s", want != nil, got != nil, w.String())
			}
			for d := range want {
				var names []string
				for s, rulers := range got[d].rulers {
					for ; rulers != 0; rulers &= rulers - 1 {
						name := "presupposed"
						if i := bits.TrailingZeros16(rulers); i < endRuler {
							name = fmt.Sprint("e", i)
						} else if i < 2*endRuler {
							name = fmt.Sprint("e", i-endRuler, " end")
						}
						names = append(names, fmt.Sprint(s, " ", name))
					}
				}
				slices.Sort(names)
				if diff := cmp.Diff(slices.Sorted(mapKeys(want[d].rulers)), names); diff != "" {
					t.Fatalf("%s on day %d (-one by one +at once):\n%s\n%s", track, d, diff, w.String())
				}
			}
			for i, x := range idle {
				if want != nil && x == holds(effect, i) {
					t.Fatalf("e%d is idle one by one: %t, at once: %t\n%s", i, x, !holds(effect, i), w.String())
				}
			}
		}
	}
}

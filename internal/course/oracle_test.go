package course_test

import (
	"flag"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/dispute-go/dispute/internal/course"
	"github.com/dispute-go/dispute/internal/giveway"
)

var (
	worldCount = flag.Int("worlds", 600, "how many random small worlds of each shape to compare with all their placements")
	worldSeed  = flag.Uint64("worlds-seed", 20261130, "the seed of the random small worlds")
)

// A scene is a world with all its placements, and the course of its changes.
type scene struct {
	*testing.T
	world
	plays   []play
	changes []course.Change
	of      []int // by change: its event
	strand  *course.Strand
}

// scenes calls visit with random worlds of a shape, of at most four events.
func scenes(t *testing.T, s *shape, stream uint64, visit func(*scene, *rand.Rand)) {
	scenesBy(t, s, stream, course.Solve, visit)
}

func scenesBy(t *testing.T, s *shape, stream uint64, solve func([]course.Change, course.Links, *giveway.Table) *course.Strand, visit func(*scene, *rand.Rand)) {
	count := *worldCount
	if testing.Short() {
		count /= 4
	}
	rng := rand.New(rand.NewPCG(*worldSeed, stream))
	for n := 0; n < count; {
		sc := scene{T: t, world: s.randomWorld(rng, 4)}
		changes, of, links, ok := sc.world.changes()
		if !ok {
			continue
		}
		if sc.plays = sc.world.plays(100_000); sc.plays == nil {
			continue
		}
		n++
		sc.changes, sc.of, sc.strand = changes, of, solve(changes, links, &sc.gives)
		visit(&sc, rng)
	}
}

// wrong fails with a world.
func (sc *scene) wrong(format string, args ...any) {
	sc.Helper()
	sc.Fatalf(format+"\n%s", append(args, sc.world.String())...)
}

// change returns the number of the start or the end of an event.
func (sc *scene) change(event int, end bool) int32 {
	for i, e := range sc.of {
		if e == event && sc.changes[i].IsEnd == end {
			return int32(i)
		}
	}
	return course.None
}

// checkStates compares the states of a day with those of the placements, and
// reports whether they are less sharp.
func (sc *scene) checkStates(d int) (blunt bool) {
	var truth, sure course.States
	for j := range sc.plays {
		truth |= course.Of(sc.plays[j].states[d])
	}
	if truth.One() {
		sure = truth
	}
	seg := sc.strand.At(int64(d))
	if truth&^seg.Possible != 0 || seg.Certain&^sure != 0 {
		sc.wrong("day %d: the placements give %b, possible are %b, certain %b", d, truth, seg.Possible, seg.Certain)
	}
	return truth != seg.Possible || sure != seg.Certain
}

// Where much passes, what came before something that resets the state is not
// looked at. The states are as sharp, and what they rest on is named.
func TestResetsAgainstEveryPlacement(t *testing.T) {
	for i, s := range shapes {
		if s.passing == 0 {
			continue
		}
		blunt, answers := 0, 0
		scenesBy(t, &shapes[i], uint64(i), course.SolveResetting, func(sc *scene, _ *rand.Rand) {
			for d := range asked + 1 {
				if answers++; sc.checkStates(d) {
					blunt++
				}
				sc.checkRulers(d)
			}
		})
		if share := 100 * float64(blunt) / float64(answers); share > 5 {
			t.Errorf("%s: %.3f%% of the answers are less sharp than the truth", s.name, share)
		}
	}
}

// Beyond all bounds of its work the answer is still sound: it only tells less.
func TestBluntStatesAgainstEveryPlacement(t *testing.T) {
	for i := range shapes {
		blunt := 0
		scenesBy(t, &shapes[i], 70+uint64(i), course.SolveBlunt, func(sc *scene, _ *rand.Rand) {
			for d := range asked + 1 {
				if sc.checkStates(d) {
					blunt++
				}
			}
			for _, g := range sc.strand.Gaps {
				for j := range sc.plays {
					if slices.ContainsFunc(sc.plays[j].steps, func(x step) bool { return sc.change(x.event, x.end) == g.Change }) {
						sc.wrong("%+v is a gap, but takes effect in some placement", g)
					}
				}
			}
		})
		t.Logf("%s: %d answers are less sharp than the truth", shapes[i].name, blunt)
		if blunt == 0 && shapes[i].barred {
			t.Errorf("%s: no answer is less sharp than the truth: the bounds make no difference", shapes[i].name)
		}
	}
}

// The states of each day are those of the placements where every change counts;
// elsewhere nothing is certain or left out that is not.
func TestStatesAgainstEveryPlacement(t *testing.T) {
	for i, most := range []float64{0, 0.2, 1.9, 4.8, 5, 5, 5, 5} { // percent of answers that may be less sharp than the truth
		s := &shapes[i]
		blunt, answers := 0, 0
		scenes(t, s, uint64(i), func(sc *scene, _ *rand.Rand) {
			for d := range asked + 1 {
				if answers++; sc.checkStates(d) {
					blunt++
				}
			}
		})
		share := 100 * float64(blunt) / float64(answers)
		t.Logf("%s: of %d answers %.3f%% are less sharp than the truth", s.name, answers, share)
		if share > most && answers > 4_000 { // fewer tell too little
			t.Errorf("%s: %.3f%% of the answers are less sharp than the truth, want at most %.1f%%", s.name, share, most)
		}
	}
}

// checkRulers compares what the states of a day rest on with the placements, and
// reports whether too much is named.
func (sc *scene) checkRulers(d int) (excess bool) {
	day, rests := int64(d), map[course.State]map[int32]bool{}
	seg := sc.strand.At(day)
	for j := range sc.plays {
		p := &sc.plays[j]
		state := p.states[d]
		if rests[state] == nil {
			rests[state] = map[int32]bool{}
		}
		if p.rests[d] == nil && !seg.Presupposed.Has(state) {
			sc.wrong("day %d: %d is a premise in some placement, presupposed are %b", d, state, seg.Presupposed)
		}
		for _, x := range p.rests[d] {
			rests[state][sc.change(x.event, x.end)] = true
		}
	}
	for state, want := range rests {
		for _, r := range sc.strand.Rulers {
			if r.States.Has(state) && r.On(day) {
				excess = excess || !want[r.Change]
				delete(want, r.Change)
			}
		}
		if len(want) > 0 {
			sc.wrong("day %d: %d also rests on changes %v, which are not named", d, state, want)
		}
	}
	return excess
}

// What a state rests on in some placement is named, as a ruler or as a premise.
// What is named too often is counted.
func TestRulersAgainstEveryPlacement(t *testing.T) {
	for i, most := range []float64{0.1, 1.5, 3.2, 3.8, 5, 5, 5, 5} { // percent of answers that may name a change too many
		s := &shapes[i]
		many, answers := 0, 0
		scenes(t, s, 10+uint64(i), func(sc *scene, _ *rand.Rand) {
			for d := range asked + 1 {
				if answers++; sc.checkRulers(d) {
					many++
				}
			}
		})
		share := 100 * float64(many) / float64(answers)
		t.Logf("%s: of %d answers %.3f%% name a change too many", s.name, answers, share)
		if share > most && answers > 4_000 {
			t.Errorf("%s: %.3f%% of the answers name a change too many, want at most %.1f%%", s.name, share, most)
		}
	}
}

// A gap takes effect in no placement, and where every change counts nothing else
// does not.
func TestGapsAgainstEveryPlacement(t *testing.T) {
	for i := range shapes {
		s, gaps := &shapes[i], 0
		scenes(t, s, 20+uint64(i), func(sc *scene, _ *rand.Rand) {
			effective := map[int32]bool{}
			for j := range sc.plays {
				for _, x := range sc.plays[j].steps {
					effective[sc.change(x.event, x.end)] = true
				}
			}
			idle := map[int32]bool{}
			for _, g := range sc.strand.Gaps {
				idle[g.Change] = true
				if gaps++; effective[g.Change] || g.State != sc.changes[g.Change].State {
					sc.wrong("%s: %+v is a gap, but takes effect in some placement, or brings %d", s.name, g, sc.changes[g.Change].State)
				}
			}
			for j := range sc.changes {
				if i := int32(j); s.name == shapes[0].name && idle[i] == effective[i] {
					sc.wrong("%s: change %d is a gap: %t, takes effect: %t", s.name, i, idle[i], effective[i])
				}
			}
		})
		if gaps == 0 && s.lasting < 100 {
			t.Errorf("%s: no gap in any world", s.name)
		}
	}
}

// turningKey is what a turning has in common with a step.
type turningKey struct {
	change int32
	state  course.State
}

func (sc *scene) key(x step) turningKey { return turningKey{sc.change(x.event, x.end), x.state} }

// checkTurnings compares turnings with the steps of each placement that they
// should hold, and reports whether they are less sharp than the truth. sure tells
// whether a turning is said to take effect in every placement.
func (sc *scene) checkTurnings(what string, list []course.Turning, sure func(*course.Turning) bool, plays [][]step) (blunt bool) {
	listed := map[turningKey]*course.Turning{}
	for i := range list {
		for s := range list[i].States.All() {
			listed[turningKey{list[i].Change, s}] = &list[i]
		}
	}
	in := map[turningKey]int{}
	for _, steps := range plays {
		seen := map[turningKey]bool{}
		for _, x := range steps {
			k := sc.key(x)
			t := listed[k]
			if t == nil || !hasDay(t.Days, x.day) {
				sc.wrong("%s: %+v on day %d, which is not in %+v", what, k, x.day, t)
			}
			if !seen[k] {
				seen[k] = true
				in[k]++
			}
		}
	}
	for k, t := range listed {
		surely := t.States.One() && sure(t)
		if surely && in[k] != len(plays) {
			sc.wrong("%s: %+v is certain, but is so in %d of %d placements", what, k, in[k], len(plays))
		}
		blunt = blunt || in[k] == 0 || in[k] == len(plays) && !surely
	}
	return blunt
}

// Changes, the first change and the last one are those of the placements. The
// first is exact where nothing passes, and all are where every change counts.
func TestTurningsAgainstEveryPlacement(t *testing.T) {
	for i := range shapes {
		s := &shapes[i]
		blunt, worlds := map[string]int{}, 0
		note := func(what string, is bool) {
			if is {
				blunt[what]++
			}
		}
		scenes(t, s, 30+uint64(i), func(sc *scene, rng *rand.Rand) {
			worlds++
			from := rng.IntN(days)
			to := from + 1 + rng.IntN(days-from)
			var all, within, first, last [][]step
			for j := range sc.plays {
				steps := sc.plays[j].steps
				all = append(all, steps)
				within = append(within, slices.DeleteFunc(slices.Clone(steps), func(x step) bool { return x.day < from || to < x.day }))
				first, last = append(first, steps[:1]), append(last, steps[len(steps)-1:])
			}
			note("changes", sc.checkTurnings("changes", sc.strand.Turnings(), func(t *course.Turning) bool { return t.Sure }, all))
			var some []course.Turning
			sure := map[int32]bool{}
			for _, x := range sc.strand.Turnings() {
				if found, surely := x.Within(course.Days{First: int64(from), Last: int64(to)}); found != nil {
					x.Days = found
					some, sure[x.Change] = append(some, x), surely
				}
			}
			note("changes of some days", sc.checkTurnings("changes of some days", some, func(t *course.Turning) bool { return sure[t.Change] }, within))
			for _, end := range []struct {
				name string
				find func([]*course.Strand) ([][]course.Turning, bool)
				want [][]step
			}{{"first change", course.First, first}, {"last change", course.Last, last}} {
				list, surely := end.find([]*course.Strand{sc.strand})
				n := 0
				for _, x := range list[0] {
					for range x.States.All() {
						n++
					}
				}
				note(end.name, sc.checkTurnings(end.name, list[0], func(*course.Turning) bool { return n == 1 && surely }, end.want))
			}
		})
		t.Logf("%s: of %d worlds so many are less sharp than the truth: %v", s.name, worlds, blunt)
		if blunt["first change"] > 0 && s.passing == 0 || i == 0 && len(blunt) > 0 {
			t.Errorf("%s: less sharp than the truth: %v, want none of the first change where nothing passes, and none at all where every change counts", s.name, blunt)
		}
	}
}

// The states of a few days, and the levels reached on them, are those of the
// placements, or blunter.
func TestFewDaysAgainstEveryPlacement(t *testing.T) {
	for i := range shapes {
		s := &shapes[i]
		blunt, answers := 0, 0
		scenes(t, s, 40+uint64(i), func(sc *scene, rng *rand.Rand) {
			from := 1 + rng.IntN(days)
			to := from + rng.IntN(asked+1-from)
			span := course.Days{First: int64(from), Last: int64(to)}
			var some, every course.States // of the placements
			lowest, highest := course.State(course.MaxStates-1), course.State(0)
			every = math.MaxUint64
			for j := range sc.plays {
				p := &sc.plays[j]
				var held course.States
				for _, x := range p.states[from : to+1] {
					held |= course.Of(x)
				}
				level := held.Greatest()
				for _, x := range p.starts {
					if from <= x.day && x.day <= to {
						level = max(level, x.state)
					}
				}
				some, every = some|held, every&held
				lowest, highest = min(lowest, level), max(highest, level)
			}
			got := sc.strand.Within(span, sc.strand.AloneAndSure())
			if some&^got.Possible != 0 || got.Certain&^every != 0 {
				sc.wrong("%s, days %d to %d: in some placement %b, in every %b; possible are %b, certain %b", s.name, from, to, some, every, got.Possible, got.Certain)
			}
			if answers++; some != got.Possible || every != got.Certain {
				blunt++
			}
			levels := sc.strand.Levels()
			if least, most := levels.AtLeast(span), max(levels.AtMost(span), got.Possible.Greatest()); least > lowest || most < highest {
				sc.wrong("%s, days %d to %d: levels %d to %d, want %d to %d", s.name, from, to, least, most, lowest, highest)
			}
		})
		t.Logf("%s: of %d answers %d are less sharp than the truth", s.name, answers, blunt)
		if blunt*2 > answers {
			t.Errorf("%s: %d of %d answers are less sharp than the truth, want at most half", s.name, blunt, answers)
		}
	}
}

// Stretches say of each day what segments say, and name every ruler that rules
// within them with their state; but for the unknown state none rests on nothing.
func TestStretchesAgreeWithSegments(t *testing.T) {
	for i := range shapes {
		scenes(t, &shapes[i], 50+uint64(i), func(sc *scene, _ *rand.Rand) {
			stretches := sc.strand.Stretches()
			for d := range asked + 1 {
				day := int64(d)
				var possible, certain, presupposed course.States
				for _, x := range stretches {
					in := x.First <= day && day <= x.Last
					if in {
						possible |= course.Of(x.State)
						if x.Presupposed {
							presupposed |= course.Of(x.State)
						}
					}
					if x.Certain != nil && x.Certain.First <= day && day <= x.Certain.Last {
						certain |= course.Of(x.State)
						if !in {
							sc.wrong("day %d is certain, but not possible in %+v", d, x)
						}
					}
				}
				seg := sc.strand.At(day)
				if possible != seg.Possible || certain != seg.Certain || seg.Presupposed&seg.Possible&^presupposed&^1 != 0 {
					sc.wrong("day %d: stretches have %b, %b and %b, the segment is %+v", d, possible, certain, presupposed, seg)
				}
				for j, r := range sc.strand.Rulers {
					for s := range (r.States & seg.Possible).All() {
						named := func(x course.Stretch) bool { return x.State == s && slices.Contains(x.Rulers, int32(j)) }
						if r.On(day) && !slices.ContainsFunc(stretches, named) {
							sc.wrong("day %d: ruler %+v is in no stretch of %d", d, r, s)
						}
					}
				}
			}
			for _, x := range stretches {
				if x.State != 0 && len(x.Rulers)+len(x.Premises) == 0 {
					sc.wrong("a stretch rests on nothing: %+v", x)
				}
			}
		})
	}
}

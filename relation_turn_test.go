package dispute

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/dispute-go/dispute/internal/course"
	"github.com/google/go-cmp/cmp"
)

// turnKey is what a turn has in common with a step of a placement.
type turnKey struct {
	Event EventID
	End   bool
	State State
}

func (s step) key() turnKey { return turnKey{EventID(fmt.Sprint("e", s.event)), s.end, s.state} }

// sound fails where turns leave out what happens in one of the placements, on
// the day on which it does, or are certain of what does not happen in all.
func sound(t *testing.T, what string, w *world, turns []RelationChange, placements []map[turnKey]int) (blunt bool) {
	t.Helper()
	listed, days := map[turnKey]Certainty{}, map[turnKey]DayRange{}
	for _, x := range turns {
		k := turnKey{x.Event, x.End, x.State}
		listed[k], days[k] = x.Certainty, x.Days
	}
	in, first, last := map[turnKey]int{}, map[turnKey]int{}, map[turnKey]int{}
	for _, p := range placements {
		for k, day := range p {
			if in[k]++; in[k] == 1 {
				first[k], last[k] = day, day
			}
			first[k], last[k] = min(first[k], day), max(last[k], day)
			if listed[k] != 0 && !holdsDay(days[k], day) {
				t.Fatalf("%s: %v on day %d, want one of %s\n%s", what, k, day, rangeWords(days[k]), w.String())
			}
		}
	}
	for k := range in {
		blunt = blunt || days[k] != daysOfWorld(first[k], last[k])
	}
	for k, n := range in {
		if listed[k] == 0 {
			t.Fatalf("%s: %v is left out: %v\n%s", what, k, listed, w.String())
		}
		blunt = blunt || n == len(placements) && listed[k] != CertaintyCertain
	}
	for k, c := range listed {
		if c == CertaintyCertain && in[k] != len(placements) {
			t.Fatalf("%s: %v is certain, but so in %d of %d placements\n%s", what, k, in[k], len(placements), w.String())
		}
		blunt = blunt || in[k] == 0
	}
	return blunt
}

// daysOfWorld returns days of a world, the outermost as unbounded.
func daysOfWorld(first, last int) DayRange {
	r := DayRange{Open: last <= 0}
	if first > 0 {
		r.First = dayOf("2024-07-31").AddDays(int64(first))
	}
	if 0 < last && last < someTime {
		r.Last = dayOf("2024-07-31").AddDays(int64(last))
	}
	return r
}

func holdsDay(r DayRange, day int) bool {
	switch {
	case day <= 0:
		return r.First.IsZero()
	case day >= someTime:
		return r.Last.IsZero()
	}
	return r.Contains(dayOf("2024-07-31").AddDays(int64(day)))
}

// TestReadingsAgainstEveryPlacement compares changes, first and last change,
// states within a range of days and durations with all placements.
func TestReadingsAgainstEveryPlacement(t *testing.T) {
	worlds := worldsFor(1000, 200)
	rng := rand.New(rand.NewPCG(*worldSeed, 11))
	start := dayOf("2024-07-31")
	for _, tc := range []struct {
		name  string
		track Track
		rules []Rule
		exact []string
	}{
		{"diplomatic relations, every change counts", TrackDiplomaticRelations, rulesOf(TrackDiplomaticRelations, plain), []string{"first change", "last change", "changes"}},
		{"representation, every change counts", TrackRepresentation, rulesOf(TrackRepresentation, plain), []string{"first change", "last change", "changes"}},
		{"diplomatic relations", TrackDiplomaticRelations, rulesOf(TrackDiplomaticRelations, nil), []string{"first change"}},
		{"membership", TrackMembership, rulesOf(TrackMembership, nil), []string{"first change"}},
		{"hostility", TrackHostility, rulesOf(TrackHostility, nil), []string{"first change"}},
	} {
		track, rules := tc.track, tc.rules
		blunt, answers := map[string]int{}, 0
		for range worlds {
			w := randomWorld(rng, rules, track, 4)
			from, to := rng.IntN(worldDays), 0
			to = from + 1 + rng.IntN(worldDays+1-from)
			state := pick(rng, track.States())
			days, idle := w.oracle()
			if days == nil {
				continue
			}
			answers++
			var changed, first, last []map[turnKey]int
			var during []map[State]bool
			least, most := int64(1<<40), int64(-1)
			lowest, highest := StateWar, State(0)
			w.placements(func(order []moment) {
				held, steps, passed := w.fold(order, days, idle)
				c, f, l, d := map[turnKey]int{}, map[turnKey]int{}, map[turnKey]int{}, map[State]bool{}
				n, m := int64(0), int64(0) // days of the state, and of it or an unknown one
				for i, s := range steps {
					if from < s.day && s.day <= to {
						c[s.key()] = s.day
					}
					if i == 0 {
						f[s.key()] = s.day
					}
					if i == len(steps)-1 {
						l[s.key()] = s.day
					}
				}
				for _, s := range held[from : to+1] {
					d[s] = true
					if s == state {
						n++
					}
					if s == state || s == 0 {
						m++
					}
				}
				level := slices.Max(held[from : to+1])
				for _, s := range passed {
					if from <= s.day && s.day <= to {
						level = max(level, s.state)
					}
				}
				lowest, highest = min(lowest, level), max(highest, level)
				if slices.Contains(held[from:to+1], 0) {
					highest = StateWar // unknown
				}
				changed, first, last, during = append(changed, c), append(first, f), append(last, l), append(during, d)
				least, most = min(least, n), max(most, m)
			})
			a, b := start.AddDays(int64(from)), start.AddDays(int64(to))
			r := w.view(t, Lens{Policy: Policy{Rules: rules}}).Relation("a", "b", track)
			if sound(t, "changes", &w, r.Changes(a, b), changed) {
				blunt["changes"]++
			}
			if sound(t, "first change", &w, r.FirstChange(), first) {
				blunt["first change"]++
			}
			if sound(t, "last change", &w, r.LastChange(), last) {
				blunt["last change"]++
			}
			dull := false
			strand, within := &r.file.strands[0], course.Days{First: a.Number(), Last: b.Number()}
			list := strand.appendWithin(nil, within, strand.AloneAndSure())
			for s := range State(maxStates) {
				n := 0
				for _, d := range during {
					if d[s] {
						n++
					}
				}
				c := CertaintyExcluded
				if i := slices.IndexFunc(list, func(p PossibleState) bool { return p.State == s }); i >= 0 {
					c = list[i].Certainty
				}
				if n > 0 && c == CertaintyExcluded || n < len(during) && c == CertaintyCertain {
					t.Fatalf("%s between days %d and %d: %s, but so in %d of %d placements\n%s", s, from, to, c, n, len(during), w.String())
				}
				dull = dull || n == 0 && c != CertaintyExcluded || n == len(during) && c != CertaintyCertain
			}
			if dull {
				blunt["states of a year"]++
			}
			if track == TrackHostility {
				y := RelationYear{States: list}
				levels := strand.Levels()
				y.level(&levels, within)
				if y.AtLeast > lowest || y.AtMost < highest {
					t.Fatalf("between days %d and %d: %s to %s, want %s to %s\n%s", from, to, y.AtLeast, y.AtMost, lowest, highest, w.String())
				}
				if y.AtLeast < lowest || y.AtMost > highest {
					blunt["level"]++
				}
			}
			d := r.CountDays(state, a, b)
			if d.AtLeast > least || d.AtMost < most {
				t.Fatalf("%s for %d to %d days, want %d to %d\n%s", state, d.AtLeast, d.AtMost, least, most, w.String())
			}
			if d.AtLeast < least || d.AtMost > most {
				blunt["duration"]++
			}
		}
		for _, k := range []string{"first change", "last change", "changes", "states of a year", "level", "duration"} {
			t.Logf("%s: of %d worlds, the %s of %.2f%% are less sharp than the truth", tc.name, answers, k, 100*float64(blunt[k])/float64(answers))
			if slices.Contains(tc.exact, k) && blunt[k] > 0 {
				t.Errorf("%s: %d answers to the %s are less sharp than the truth, want none", tc.name, blunt[k], k)
			}
		}
	}
}

// turnsOf writes turns as "event, end, state, certainty, days".
func turnsOf(list []RelationChange) []string {
	var words []string
	for _, x := range list {
		word := string(x.Event) + string(x.Claim)
		if x.End {
			word = "end of " + word
		}
		if word += ": " + x.State.String(); x.Ceases {
			word += " ceases"
		}
		words = append(words, word+" "+x.Certainty.String()+" "+rangeWords(x.Days))
	}
	return words
}

func TestChangesOfKinds(t *testing.T) {
	f := newCaseFile("a", "b", "c")
	f.event("pact", KindSignDefencePact, "2020-03", "party", "a", "party", "b")
	f.event("lapse", KindEndDefencePact, "2022-01-01", "party", "a", "party", "b")
	f.event("drill", KindCooperate, "2021-06-01/2021-06-03", "party", "a", "party", "b")
	f.claim("arms", RelationClaim{Track: TrackSupport, From: "a", To: "b", Against: "c", State: StateWeapons, When: dateOf("2024-07-01/..")}, true)
	v := f.view(t, Lens{})
	r := v.Relation("a", "b", TrackCooperation)
	for _, tc := range []struct {
		name string
		got  []RelationChange
		want []string
	}{
		{"all", r.Changes(dayOf("2020-01-01"), dayOf("2024-01-01")), []string{
			"pact: defence-pact certain between 1 and 31 March 2020", "drill: cooperation certain on 1 June 2021",
			"end of drill: cooperation ceases certain on 4 June 2021", "lapse: defence-pact ceases certain on 1 January 2022"}},
		{"from the middle of the month", r.Changes(dayOf("2020-03-15"), dayOf("2021-01-01")), []string{
			"pact: defence-pact possible between 16 and 31 March 2020"}},
		{"first", r.FirstChange(), []string{"pact: defence-pact certain between 1 and 31 March 2020"}},
		{"last", r.LastChange(), []string{"lapse: defence-pact ceases certain on 1 January 2022"}},
		{"support", v.Relation("a", "b", TrackSupport).Changes(dayOf("2024-01-01"), dayOf("2025-01-01")), []string{
			"arms: weapons certain on 1 July 2024"}},
		{"nothing on file", v.Relation("a", "c", TrackSupport).Changes(dayOf("2024-01-01"), dayOf("2025-01-01")), nil},
	} {
		if diff := cmp.Diff(tc.want, turnsOf(tc.got)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tc.name, diff)
		}
		for _, x := range tc.got {
			if len(x.Reasons().Items()) == 0 {
				t.Errorf("%s: %s has no reasons", tc.name, x.Event)
			}
		}
	}
}

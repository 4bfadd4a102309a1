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

// turnKey is what a turn has in common with a step of a placement.
type turnKey struct {
	Event dispute.EventID
	End   bool
	State dispute.State
}

func (s step) key() turnKey {
	return turnKey{dispute.EventID(fmt.Sprint("e", s.event)), s.end, s.state}
}

// sound fails where turns leave out what happens in one of the placements, on
// the day on which it does, or are certain of what does not happen in all.
func sound(t *testing.T, what string, w *world, turns []dispute.RelationChange, placements []map[turnKey]int) (blunt bool) {
	t.Helper()
	listed, days := map[turnKey]dispute.Certainty{}, map[turnKey]dispute.DayRange{}
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
				t.Fatalf("%s: %v on day %d, want one of %v\n%s", what, k, day, days[k], w.String())
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
		blunt = blunt || n == len(placements) && listed[k] != dispute.CertaintyCertain
	}
	for k, c := range listed {
		if c == dispute.CertaintyCertain && in[k] != len(placements) {
			t.Fatalf("%s: %v is certain, but so in %d of %d placements\n%s", what, k, in[k], len(placements), w.String())
		}
		blunt = blunt || in[k] == 0
	}
	return blunt
}

// daysOfWorld returns days of a world, the outermost as unbounded.
func daysOfWorld(first, last int) dispute.DayRange {
	r := dispute.DayRange{Open: last <= 0}
	if first > 0 {
		r.First = disputetest.Day("2024-07-31").AddDays(int64(first))
	}
	if 0 < last && last < someTime {
		r.Last = disputetest.Day("2024-07-31").AddDays(int64(last))
	}
	return r
}

func holdsDay(r dispute.DayRange, day int) bool {
	switch {
	case day <= 0:
		return r.First.IsZero()
	case day >= someTime:
		return r.Last.IsZero()
	}
	return r.Contains(disputetest.Day("2024-07-31").AddDays(int64(day)))
}

// still returns the first of the days from one to another after which nothing
// can begin or end before the next of them, however much later that is; not ok
// where a date without a bound covers them all.
func (w *world) still(from, to int) (day int, ok bool) {
	for day := from; day < to; day++ {
		spans := func(days []int) bool {
			n := len(days)
			return n > 0 && (days[0] < 1 || days[n-1] > worldDays) && days[0] <= day && day < days[n-1]
		}
		if !slices.ContainsFunc(w.events, func(e worldEvent) bool { return spans(e.starts) || spans(e.ends) }) {
			return day, true
		}
	}
	return 0, false
}

// year returns what the relation of a world is in a year that has its days from
// one to another: those up to a still one follow each other from the first of
// January on, those after it lead to the last of December.
func (w *world) year(t *testing.T, rules []dispute.Rule, from, still, to int) dispute.RelationYear {
	t.Helper()
	first, last := disputetest.Day("2001-01-01"), disputetest.Day("2001-12-31")
	var dates []string
	for d := range someTime {
		day := first.AddDays(int64(d - from))
		if d > still {
			day = last.AddDays(int64(d - to))
		}
		dates = append(dates, worldDate(d), day.String())
	}
	stretched := strings.NewReplacer(dates...)
	date := func(d edtf.Date) edtf.Date { return disputetest.Date(stretched.Replace(d.String())) }
	f := disputetest.CaseFile{Record: disputetest.Copy(w.Record)}
	for i := range f.Events {
		f.Events[i].When, f.Events[i].Until = date(f.Events[i].When), date(f.Events[i].Until)
	}
	r := f.View(t, dispute.Lens{Policy: dispute.Policy{Rules: rules}}).Relation("a", "b", w.track)
	return slices.Collect(r.Years(2001, 2001))[0]
}

// TestReadingsAgainstEveryPlacement compares changes, first and last change,
// states within a range of days and durations with all placements.
func TestReadingsAgainstEveryPlacement(t *testing.T) {
	worlds := disputetest.WorldsFor(1000, 200)
	rng := rand.New(rand.NewPCG(*disputetest.WorldSeed, 11))
	start := disputetest.Day("2024-07-31")
	for _, tc := range []struct {
		name  string
		track dispute.Track
		rules []dispute.Rule
		exact []string
	}{
		{"diplomatic relations, every change counts", dispute.TrackDiplomaticRelations, disputetest.RulesOf(dispute.TrackDiplomaticRelations, plain), []string{"first change", "last change", "changes"}},
		{"representation, every change counts", dispute.TrackRepresentation, disputetest.RulesOf(dispute.TrackRepresentation, plain), []string{"first change", "last change", "changes"}},
		{"diplomatic relations", dispute.TrackDiplomaticRelations, disputetest.RulesOf(dispute.TrackDiplomaticRelations, nil), []string{"first change"}},
		{"membership", dispute.TrackMembership, disputetest.RulesOf(dispute.TrackMembership, nil), []string{"first change"}},
		{"hostility", dispute.TrackHostility, disputetest.RulesOf(dispute.TrackHostility, nil), []string{"first change"}},
	} {
		track, rules := tc.track, tc.rules
		blunt, answers, years := map[string]int{}, 0, 0
		for range worlds {
			w := randomWorld(rng, rules, track, 4)
			from, to := rng.IntN(worldDays), 0
			to = from + 1 + rng.IntN(worldDays+1-from)
			state := disputetest.Pick(rng, track.States())
			days, idle := w.oracle()
			if days == nil {
				continue
			}
			answers++
			var changed, first, last []map[turnKey]int
			var during []map[dispute.State]bool
			least, most := int64(1<<40), int64(-1)
			still, stretches := w.still(from, to)
			lowest, highest := dispute.StateWar, dispute.State(0)
			w.placements(func(order []moment) {
				held, eves, steps, passed := w.fold(order, days, idle)
				c, f, l, d := map[turnKey]int{}, map[turnKey]int{}, map[turnKey]int{}, map[dispute.State]bool{}
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
				if stretches { // in a year, the days between show what is so before the next one begins
					d[eves[still+1]] = true
					level = max(level, eves[still+1])
				}
				for _, s := range passed {
					if from <= s.day && s.day <= to {
						level = max(level, s.state)
					}
				}
				lowest, highest = min(lowest, level), max(highest, level)
				if d[0] {
					highest = dispute.StateWar // unknown
				}
				changed, first, last, during = append(changed, c), append(first, f), append(last, l), append(during, d)
				least, most = min(least, n), max(most, m)
			})
			a, b := start.AddDays(int64(from)), start.AddDays(int64(to))
			r := w.View(t, dispute.Lens{Policy: dispute.Policy{Rules: rules}}).Relation("a", "b", track)
			if sound(t, "changes", &w, r.Changes(a, b), changed) {
				blunt["changes"]++
			}
			if sound(t, "first change", &w, r.FirstChange(), first) {
				blunt["first change"]++
			}
			if sound(t, "last change", &w, r.LastChange(), last) {
				blunt["last change"]++
			}
			if stretches {
				y := w.year(t, rules, from, still, to)
				years++
				dull := false
				for s := range dispute.State(64) {
					n := 0
					for _, d := range during {
						if d[s] {
							n++
						}
					}
					c := dispute.CertaintyExcluded
					if i := slices.IndexFunc(y.States, func(p dispute.PossibleState) bool { return p.State == s }); i >= 0 {
						c = y.States[i].Certainty
					}
					if n > 0 && c == dispute.CertaintyExcluded || n < len(during) && c == dispute.CertaintyCertain {
						t.Fatalf("%s between days %d and %d: %s, but so in %d of %d placements\n%s", s, from, to, c, n, len(during), w.String())
					}
					dull = dull || n == 0 && c != dispute.CertaintyExcluded || n == len(during) && c != dispute.CertaintyCertain
				}
				if dull {
					blunt["states of a year"]++
				}
				if track == dispute.TrackHostility {
					if y.AtLeast > lowest || y.AtMost < highest {
						t.Fatalf("between days %d and %d: %s to %s, want %s to %s\n%s", from, to, y.AtLeast, y.AtMost, lowest, highest, w.String())
					}
					if y.AtLeast < lowest || y.AtMost > highest {
						blunt["level"]++
					}
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
		if years < answers*3/4 {
			t.Errorf("%s: only %d years in %d worlds", tc.name, years, answers)
		}
		for _, k := range []string{"first change", "last change", "changes", "states of a year", "level", "duration"} {
			of := answers
			if k == "states of a year" || k == "level" {
				of = years
			}
			t.Logf("%s: of %d worlds, the %s of %.2f%% are less sharp than the truth", tc.name, of, k, 100*float64(blunt[k])/float64(of))
			if slices.Contains(tc.exact, k) && blunt[k] > 0 {
				t.Errorf("%s: %d answers to the %s are less sharp than the truth, want none", tc.name, blunt[k], k)
			}
		}
	}
}

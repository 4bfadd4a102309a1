package ties_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/dispute-go/dispute/internal/group"
	"github.com/dispute-go/dispute/internal/ints"
	"github.com/dispute-go/dispute/internal/ties"
)

// questions are windows to ask about: every run of days of a small world, with
// and without a beginning and an end.
func questions() []ties.Window {
	var list []ties.Window
	for first := int64(0); first < after; first++ {
		for last := first; last < after; last++ {
			list = append(list, ties.Window{First: first, Last: last})
		}
		list = append(list, ties.Window{First: first, Last: ties.AnyDay.Last}, ties.Window{First: ties.AnyDay.First, Last: first})
	}
	return append(list, ties.AnyDay)
}

// Where ties lead is what plain recursion finds, day by day.
func TestAgainstRecursion(t *testing.T) {
	rnd := rand.New(rand.NewPCG(5, 7))
	answers, several, constant, changing, until := 0, map[string]int{}, 0, 0, 0
	for range 3_000 {
		x := randomWorld(rnd)
		g := ties.Keeping(rnd.IntN(6), x.Kinds, x.From)
		w := questions()[rnd.IntN(len(questions()))]
		targets := []ties.Target{g.Toward(nil), g.Toward(x.those(func(int32) bool { return rnd.IntN(2) == 0 })), g.Toward([]int32{rnd.Int32N(int32(len(x.From)))})}
		for n := range int32(len(x.From)) {
			for _, tt := range []struct {
				what      string
				got, want []int32
			}{
				{"depends on", g.DependsOn(n, w), x.dependsOn(n, days(w))},
				{"leads up to", g.LeadUp(n, w), x.leadUp(n, days(w))},
				{"has as principals", g.Principals(n, w), x.principals(n, days(w))},
				{"commits", g.Commits(n, w), x.commits(n, days(w))},
				{"surely leads up to", g.SurelyUp(n, w), x.surelyUp(n, days(w))},
				{"speaks in the name of", g.InNameOf(n, w), x.inNameOf(n, days(w))},
				{"surely speaks for", g.SpeaksFor(n, w), x.speaksFor(n, days(w))},
			} {
				if !slices.Equal(tt.got, tt.want) {
					t.Fatalf("%+v: within %v, %d %s %v, want %v", x, w, n, tt.what, tt.got, tt.want)
				}
				answers++
				if len(tt.want) > 1 {
					several[tt.what]++
				}
			}
			until += checkLeads(t, g, n, w)
			for i := range targets {
				target := &targets[i]
				if got, want := target.DependedOn(n, w), ints.FirstShared(g.DependsOn(n, w), target.Actors()); got != want {
					t.Fatalf("%+v: within %v, %d depends on %d of %v, want %d", x, w, n, got, target.Actors(), want)
				}
				if got, want := target.LedUp(n, w), ints.Intersect(g.LeadUp(n, w), target.Actors()); got != want {
					t.Fatalf("%+v: within %v, %d leads up to some of %v: %t", x, w, n, target.Actors(), got)
				}
				if got, want := target.Committed(n, w), ints.Intersect(g.Commits(n, w), target.Actors()); got != want {
					t.Fatalf("%+v: within %v, %d commits some of %v: %t", x, w, n, target.Actors(), got)
				}
				if got, want := target.SpokenFor(n, w), ints.Intersect(g.SpeaksFor(n, w), target.Actors()); got != want {
					t.Fatalf("%+v: within %v, %d speaks for some of %v: %t", x, w, n, target.Actors(), got)
				}
			}
			always, ok := g.AlwaysDependsOn(n)
			if ok == x.timed(n) {
				t.Fatalf("%+v: what %d depends on is told for always: %t", x, n, ok)
			}
			if ok && !slices.Equal(always, x.dependsOn(n, days(w))) {
				t.Fatalf("%+v: %d always depends on %v, want %v", x, n, always, x.dependsOn(n, days(w)))
			}
			if ok {
				constant++
			} else {
				changing++
			}
		}
	}
	for _, what := range []string{"depends on", "leads up to", "has as principals", "commits"} {
		if several[what] < answers/40 {
			t.Errorf("only %d of %d answers name several that an actor %s", several[what], answers, what)
		}
	}
	if until < 500 {
		t.Errorf("only %d ties end within the days asked for", until)
	}
	if constant < 500 || changing < 500 {
		t.Errorf("%d actors whose ties have no days, %d with: the worlds do not test both", constant, changing)
	}
}

// checkLeads asks day by day until when n leads up to each actor above it, and
// returns how many it leads up to for some of the days only.
func checkLeads(t *testing.T, g *ties.Graph, n int32, w ties.Window) (some int) {
	leads := g.LeadsUp(n, w)
	var above []int32
	for _, lead := range leads {
		above = append(above, lead.To)
		from := func(day int64) bool {
			return slices.Contains(g.LeadUp(n, ties.Window{First: day, Last: w.Last}), lead.To)
		}
		if lead.Last > w.Last || !from(max(lead.Last, w.First)) || lead.Last < w.Last && from(lead.Last+1) {
			t.Fatalf("within %v, %d leads up to %d until %d", w, n, lead.To, lead.Last)
		}
		if lead.Last < w.Last {
			some++
		}
	}
	if !slices.Equal(above, g.LeadUp(n, w)) {
		t.Fatalf("within %v, %d leads up to %v", w, n, leads)
	}
	return some
}

// Two actors depend on each other, once some are taken for one, exactly if they
// do in the world in which those are one. Joining changes nothing else.
func TestJoinedAgainstOneActor(t *testing.T) {
	rnd := rand.New(rand.NewPCG(8, 9))
	dependent, free := 0, 0
	for range 1_000 {
		x := randomWorld(rnd)
		actors := int32(len(x.From))
		same := group.New(int(actors))
		for range rnd.IntN(3) {
			same.Join(int32(rnd.IntN(int(actors))), int32(rnd.IntN(int(actors))))
		}
		groups := slices.DeleteFunc(same.Groups(), func(members []int32) bool { return len(members) == 1 })
		one := world{x.Kinds, make([][]ties.Tie, actors)}
		for n := range actors {
			for _, tie := range x.From[n] {
				tie.To = same.Find(tie.To)
				one.From[same.Find(n)] = append(one.From[same.Find(n)], tie)
			}
		}
		was := fmt.Sprint(x)
		plain := ties.Keeping(rnd.IntN(6), x.Kinds, x.From)
		g := plain.Joined(groups)
		if fmt.Sprint(x) != was {
			t.Fatalf("Joined changed the ties %s to %v", was, x)
		}
		joined := fmt.Sprint(from(g, actors))
		plain.Joined([][]int32{x.those(func(int32) bool { return true })})
		if now := fmt.Sprint(from(g, actors)); now != joined {
			t.Fatalf("joining others in %+v changed the ties %s to %s", x, joined, now)
		}
		w := questions()[rnd.IntN(len(questions()))]
		for a := range actors {
			for b := range actors {
				got, ends := ints.Intersect(g.DependsOn(a, w), g.DependsOn(b, w)), ints.Intersect(g.Ends(a, w), g.Ends(b, w))
				if got != ends {
					t.Fatalf("%+v joined %v: within %v, %d and %d are dependent: %t, by their ends %t", x, groups, w, a, b, got, ends)
				}
				want := ints.Intersect(one.dependsOn(same.Find(a), days(w)), one.dependsOn(same.Find(b), days(w)))
				if got != want {
					t.Fatalf("%+v joined %v: within %v, %d and %d are dependent: %t", x, groups, w, a, b, got)
				}
				if want {
					dependent++
				} else {
					free++
				}
			}
			if !slices.Equal(g.LeadUp(a, w), plain.LeadUp(a, w)) || !slices.Equal(g.Principals(a, w), plain.Principals(a, w)) ||
				!slices.Equal(g.Commits(a, w), plain.Commits(a, w)) {
				t.Fatalf("%+v joined %v: %d leads up or commits otherwise", x, groups, a)
			}
		}
	}
	if dependent < 1_000 || free < 1_000 {
		t.Errorf("%d pairs dependent, %d not: the worlds do not test both", dependent, free)
	}
}

// from returns the ties of all actors.
func from(g *ties.Graph, actors int32) [][]ties.Tie {
	var list [][]ties.Tie
	for n := range actors {
		list = append(list, g.From(n))
	}
	return list
}

func TestWindow(t *testing.T) {
	for _, w := range append(questions(), ties.Never) {
		for _, o := range questions() {
			held := func(day int64) bool { return slices.Contains(days(w), day) }
			if got, want := w.Overlaps(o), slices.ContainsFunc(days(o), held); w != ties.Never && got != want {
				t.Errorf("%v.Overlaps(%v) = %t, want %t", w, o, got, want)
			}
			if got, want := w.Covers(o), !slices.ContainsFunc(days(o), func(day int64) bool { return !held(day) }); got != want {
				t.Errorf("%v.Covers(%v) = %t, want %t", w, o, got, want)
			}
		}
	}
}

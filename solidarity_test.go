package dispute

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func followingText(f Following) string {
	how := "timing"
	if f.Motive != 0 {
		how = f.Motive.String()
	}
	most := fmt.Sprint(f.AtMost)
	if f.Unbounded {
		most = "any"
	}
	return fmt.Sprintf("%s after %s toward %s: %s by %s, %s, %d to %s days", f.Then, f.First, f.Toward, f.State, how, f.Certainty, f.AtLeast, most)
}

func TestSolidarity(t *testing.T) {
	f := newCaseFile("a", "b", "c", "d", "x")
	f.event("one", sever, "2024-08-04", "actor", "a", "target", "x")
	f.event("two", sever, "2024-08-06", "actor", "b", "target", "x").Links = []Link{{LinkAfter, "one"}, {LinkBecauseOf, "one"}}
	f.event("three", sever, "[2024-08-06,2024-08-20]", "actor", "c", "target", "x")
	f.event("late", sever, "2025-08-06", "actor", "d", "target", "x").Links = []Link{{LinkInResponseTo, "two"}}
	f.event("other", KindSuspendRelations, "2024-08-06", "actor", "c", "target", "x")
	f.event("again", sever, "2024-08-07", "actor", "a", "target", "x")
	f.event("elsewhere", sever, "2024-08-06", "actor", "c", "target", "d")
	f.event("undated", sever, "", "actor", "d", "target", "x").Phase = PhaseExpected
	f.alleged("rumour", sever, "2024-08-06", "actor", "d", "target", "x")
	var got []string
	for x := range f.view(t, Lens{}).Solidarity(10) {
		got = append(got, followingText(x))
		if len(x.Reasons.Items()) < 5 {
			t.Errorf("%s rests on %v, want the actors and the acts at least", got[len(got)-1], x.Reasons.Items())
		}
	}
	if diff := cmp.Diff([]string{
		"three after again toward x: severed by timing, possible, 0 to 13 days",
		"three after one toward x: severed by timing, possible, 2 to 16 days",
		"two after one toward x: severed by because-of, certain, 2 to 2 days",
		"again after three toward x: severed by timing, possible, 0 to 1 days",
		"two after three toward x: severed by timing, possible, 0 to 0 days",
		"again after two toward x: severed by timing, certain, 1 to 1 days",
		"late after two toward x: severed by in-response-to, excluded, 365 to 365 days",
		"three after two toward x: severed by timing, possible, 0 to 14 days",
	}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// Support aimed at somebody else is not the same.
func TestSolidarityToldByTargets(t *testing.T) {
	f := newCaseFile("a", "b", "c", "d")
	f.event("one", KindProvideWeapons, "2024-08-04", "actor", "a", "recipient", "b", "target", "c")
	f.event("other", KindProvideWeapons, "2024-08-05", "actor", "d", "recipient", "b", "target", "a")
	f.event("same", KindProvideWeapons, "2024-08-06", "actor", "d", "recipient", "b", "target", "c", "target", "a")
	f.event("none", KindProvideWeapons, "2024-08-07", "actor", "c", "recipient", "b")
	var got []string
	for x := range f.view(t, Lens{}).Solidarity(10) {
		got = append(got, followingText(x)+" against "+string(x.Against))
	}
	if diff := cmp.Diff([]string{"same after one toward b: weapons by timing, certain, 2 to 2 days against c"}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestSolidarityAgainstEveryPlacement compares with all placements.
func TestSolidarityAgainstEveryPlacement(t *testing.T) {
	rng := rand.New(rand.NewPCG(*worldSeed, 13))
	rules := slices.DeleteFunc(rulesOf(TrackDiplomaticRelations, nil), func(r Rule) bool { return r.Name != "diplomatic/sever" })
	pairs, blunt := 0, 0
	for range worldsFor(300, 300) {
		w := randomWorld(rng, rules, TrackDiplomaticRelations, 4)
		for i := range w.events {
			w.Events[i].Participants[0].Actor = pick(rng, []ActorID{"a", "c"})
		}
		days := int64(rng.IntN(4))
		type pair struct{ first, then int }
		follows, n := map[pair]int{}, 0
		w.placements(func(order []moment) {
			n++
			for i, x := range order {
				for _, y := range order[i+1:] {
					if int64(y.day-x.day) <= days {
						follows[pair{x.event, y.event}]++
					}
				}
			}
		})
		if n == 0 {
			continue
		}
		got := map[pair]Certainty{}
		for f := range w.view(t, Lens{Policy: Policy{Rules: rules}}).Solidarity(days) {
			var p pair
			fmt.Sscanf(string(f.First), "e%d", &p.first)
			fmt.Sscanf(string(f.Then), "e%d", &p.then)
			got[p] = f.Certainty
		}
		for i, x := range w.events {
			for j, y := range w.events {
				p := pair{i, j}
				if !x.counts() || !y.counts() || i == j || w.Events[i].Participants[0].Actor == w.Events[j].Participants[0].Actor {
					if got[p] != 0 {
						t.Fatalf("%v is listed as %s\n%s", p, got[p], w.String())
					}
					continue
				}
				pairs++
				in, c := follows[p], got[p]
				if in > 0 && (c == 0 || c == CertaintyExcluded) || in < n && c == CertaintyCertain {
					t.Fatalf("%v within %d days in %d of %d placements, the answer is %s\n%s", p, days, in, n, c, w.String())
				}
				if in == 0 && c == CertaintyPossible || in == n && c != CertaintyCertain {
					blunt++
				}
			}
		}
	}
	t.Logf("of %d pairs %.2f%% are less sharp than the truth", pairs, 100*float64(blunt)/float64(pairs))
	if pairs < 300 {
		t.Errorf("only %d pairs", pairs)
	}
}

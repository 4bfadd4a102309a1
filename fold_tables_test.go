package dispute

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// randomRules returns a random table of one track that can be used.
func randomRules(rng *rand.Rand) []Rule {
	t := pick(rng, []Track{TrackDiplomaticRelations, TrackRepresentation, TrackHostility, TrackMembership, TrackStance, TrackCooperation})
	few := t.states()
	rng.Shuffle(len(few), func(i, j int) { few[i], few[j] = few[j], few[i] })
	few = few[:min(len(few), 3+rng.IntN(2))] // so that rules meet
	var rules []Rule
	for len(rules) < 1+rng.IntN(5) {
		r := Rule{Name: fmt.Sprint("r", len(rules)), Event: EventKind(fmt.Sprint("k", len(rules))), From: RoleActor, To: RoleTarget,
			Track: t, State: pick(rng, few)}
		if rng.IntN(2) == 0 {
			r.After = pick(rng, append(few, StateNone))
		}
		if rng.IntN(3) == 0 {
			r.Presupposes = pick(rng, few)
		}
		for _, s := range few {
			if rng.IntN(3) == 0 {
				r.Not = append(r.Not, s)
			}
		}
		r.Ends = t.Concurrent() && rng.IntN(3) == 0
		if checkRules([]Rule{r}) == nil {
			rules = append(rules, r)
		}
	}
	return rules
}

// Whatever the rules, the fold and the dossier tell the same spells of exact
// dates.
func TestFoldAndDossierAgreeOnRandomRules(t *testing.T) {
	tables := worldsFor(2000, 300)
	rng := rand.New(rand.NewPCG(worldSeed(), 21))
	lasting, spells := 0, 0
	for n := range tables {
		rules := randomRules(rng)
		prepared, err := NewFoldRules(rules)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range rules {
			if r.After != 0 && len(r.Not) > 0 {
				lasting++
			}
		}
		feed := randomFeed(rng, rules, 1+rng.IntN(10))
		for i := range feed { // most between two actors
			if rng.IntN(4) > 0 {
				feed[i].from, feed[i].to = "ares", "bellona"
			}
		}
		want, got := dossierSpells(t, feed, rules), foldSpells(t, feed, prepared, FoldOptions{})
		sortExact(want)
		sortExact(got)
		spells += len(got)
		if diff := cmp.Diff(lines(want), lines(got)); diff != "" {
			t.Fatalf("table %d: %+v\n%+v\n(-dossier +fold):\n%s", n, rules, feed, diff)
		}
	}
	if lasting < tables/4 || spells < tables {
		t.Errorf("%d lasting rules that cannot start from everything and %d spells in %d tables: too tame", lasting, spells, tables)
	}
}

// The order in which a rule names the states that it leaves does not matter.
func TestFoldsOfReorderedRulesMerge(t *testing.T) {
	reordered := DefaultRules()
	for i := range reordered {
		slices.Reverse(reordered[i].Not)
	}
	rules, err := NewFoldRules(reordered)
	if err != nil {
		t.Fatal(err)
	}
	if err := NewCodedFold(nil, FoldOptions{}).Merge(NewCodedFold(rules, FoldOptions{})); err != nil {
		t.Error(err)
	}
}

// Two walk-outs of one day each, after which relations are severed: the second
// cannot start from that, and leaves it.
func TestWhatFollowsStopsWhatLasts(t *testing.T) {
	rules := []Rule{{Name: "break", Event: "walk-out", From: RoleActor, To: RoleTarget, Track: TrackDiplomaticRelations, State: StateSuspended,
		Presupposes: StateEstablished, After: StateSevered, Not: []State{StateSevered}}}
	f := newCaseFile("a", "b")
	f.event("first", "walk-out", "2024-08-01", "actor", "a", "target", "b")
	f.event("second", "walk-out", "2024-08-05", "actor", "a", "target", "b")
	r := f.view(t, Lens{Policy: Policy{Rules: rules}}).Relation("a", "b", TrackDiplomaticRelations)
	if got := brief(r.On(dayOf("2024-08-05"))); got != "severed certain" {
		t.Errorf("on the second: %q, want severed", got)
	}
	if d := r.Duration(StateSevered, dayOf("2024-08-01"), dayOf("2024-08-10")); d.AtLeast != 9 || d.AtMost != 9 {
		t.Errorf("severed for %d to %d days, want 9", d.AtLeast, d.AtMost)
	}
}

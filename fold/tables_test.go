package fold_test

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/fold"
	"github.com/dispute-go/dispute/internal/disputetest"
)

var (
	tableCount = flag.Int("tables", 2000, "how many random tables of rules to fold by, in bulk and on file")
	tableSeed  = flag.Uint64("tables-seed", 20240804, "the seed of the random tables of rules")
)

// randomRules returns a random table of one track that can be used.
func randomRules(rng *rand.Rand) []dispute.Rule {
	t := pick(rng, []dispute.Track{dispute.TrackDiplomaticRelations, dispute.TrackRepresentation, dispute.TrackHostility, dispute.TrackMembership, dispute.TrackStance, dispute.TrackCooperation})
	few := t.States()
	rng.Shuffle(len(few), func(i, j int) { few[i], few[j] = few[j], few[i] })
	few = few[:min(len(few), 3+rng.IntN(2))] // so that rules meet
	var rules []dispute.Rule
	for len(rules) < 1+rng.IntN(5) {
		r := dispute.Rule{Name: fmt.Sprint("r", len(rules)), Event: dispute.EventKind(fmt.Sprint("k", len(rules))), From: dispute.RoleActor, To: dispute.RoleTarget,
			Track: t, State: pick(rng, few)}
		if rng.IntN(2) == 0 {
			r.After = pick(rng, append(few, dispute.StateNone))
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
		r.Restores = r.After == 0 && !r.Ends && rng.IntN(2) == 0
		if dispute.CheckRules([]dispute.Rule{r}) == nil {
			rules = append(rules, r)
		}
	}
	return rules
}

// Whatever the rules, the fold and the dossier tell the same spells of exact
// dates.
func TestFoldAndDossierAgreeOnRandomRules(t *testing.T) {
	tables := *tableCount
	if testing.Short() {
		tables = min(tables, 300)
	}
	rng := rand.New(rand.NewPCG(*tableSeed, 21))
	lasting, spells := 0, 0
	for range tables {
		l, n := foldLikeTheDossier(t, rng)
		lasting, spells = lasting+l, spells+n
	}
	if lasting < tables/4 || spells < tables {
		t.Errorf("%d lasting rules that cannot start from everything and %d spells in %d tables: too tame", lasting, spells, tables)
	}
}

// foldLikeTheDossier folds a random feed by a random table of rules, and fails
// where the dossier tells other spells. It returns how many rules last and
// cannot start from everything, and how many spells there were.
func foldLikeTheDossier(t *testing.T, rng *rand.Rand) (lasting, spells int) {
	t.Helper()
	rules := randomRules(rng)
	prepared, err := fold.NewRules(rules)
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
	want, got := dossierSpells(t, feed, rules), foldSpells(t, feed, prepared, fold.Options{})
	sortExact(want)
	sortExact(got)
	if diff := cmp.Diff(lines(want), lines(got)); diff != "" {
		t.Fatalf("%+v\n%+v\n(-dossier +fold):\n%s", rules, feed, diff)
	}
	return lasting, len(got)
}

// FuzzRules lets arbitrary choices make the rules and the feed.
func FuzzRules(f *testing.F) {
	addChoices(f)
	f.Fuzz(func(t *testing.T, choices []byte) {
		foldLikeTheDossier(t, rand.New(&disputetest.Choices{Bytes: choices}))
	})
}

// A state that the first change presupposes goes on where another change of that day
// brings it back, also where something passes.
func TestPresupposedStateGoesOnWhereItIsBroughtBack(t *testing.T) {
	rules := []dispute.Rule{
		{Name: "section", Event: "section", From: dispute.RoleActor, To: dispute.RoleTarget, Track: dispute.TrackRepresentation,
			State: dispute.StateInterestsSection, Restores: true, Presupposes: dispute.StateRecalled},
		{Name: "recall", Event: "recall", From: dispute.RoleActor, To: dispute.RoleTarget, Track: dispute.TrackRepresentation, State: dispute.StateRecalled},
	}
	prepared, err := fold.NewRules(rules)
	if err != nil {
		t.Fatal(err)
	}
	feed := []fold.Event{
		{From: "ares", To: "bellona", Kind: "section", Day: dayOf("2022-01-10")},
		{From: "ares", To: "bellona", Kind: "recall", Day: dayOf("2022-01-10")},
		{From: "ares", To: "bellona", Kind: "section", Day: dayOf("2022-01-13")},
		{From: "ares", To: "bellona", Kind: "section", Day: dayOf("2022-01-20"), MoreDays: 2},
	}
	f := fold.NewNamed(prepared, fold.Options{})
	if err := f.AddSlice(feed); err != nil {
		t.Fatal(err)
	}
	for _, day := range []string{"2022-01-09", "2022-01-10", "2022-01-12"} {
		if s, ok := f.On("ares", "bellona", dispute.TrackRepresentation, dayOf(day)); !ok || s.State != dispute.StateRecalled || !s.Presupposed {
			t.Errorf("on %s: %v, %v, want recalled, as presupposed", day, s, ok)
		}
	}
	if s, _ := f.On("ares", "bellona", dispute.TrackRepresentation, dayOf("2022-01-13")); s.State != dispute.StateInterestsSection {
		t.Errorf("on 13 January: %v", s)
	}
}

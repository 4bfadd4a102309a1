package dispute

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dispute-go/dispute/edtf"
)

// A feedItem is an event that a record and a fold can both hold.
type feedItem struct {
	kind             EventKind
	fromRole, toRole ParticipantRole
	from, to         ActorID
	first            int64 // day number
	more             uint16
}

// exactSpell is a spell without what only a dossier or only a fold tells.
type exactSpell struct {
	Pair        Pair
	State       State
	First, Last edtf.Day
	Presupposed bool
}

func (s exactSpell) String() string {
	return fmt.Sprintf("%s %s-%s %s %s..%s presupposed=%t", s.Pair.Track, s.Pair.From, s.Pair.To, s.State, s.First, s.Last, s.Presupposed)
}

// randomFeed returns events of kinds the rules know, in the roles the rules
// have for them. What goes on after its day begins on a day of its own, since
// a record has no order for it within a day.
func randomFeed(rng *rand.Rand, rules []Rule, n int) []feedItem {
	actors := []ActorID{"ares", "bellona", "concordia"}
	const days = 24
	few := make([]Rule, 3)
	for i := range few {
		few[i] = rules[rng.IntN(len(rules))]
	}
	if rng.IntN(2) == 0 { // of one track, so that rules meet
		t := few[0].Track
		few = slices.DeleteFunc(slices.Clone(rules), func(r Rule) bool { return r.Track != t })
	}
	longOn := map[int64]bool{}
	var list []feedItem
	for range n {
		r := few[rng.IntN(len(few))]
		a := rng.IntN(len(actors))
		x := feedItem{kind: r.Event, fromRole: r.From, toRole: r.To, from: actors[a], to: actors[(a+1+rng.IntN(2))%3],
			first: 19_000 + int64(rng.IntN(days))}
		if rng.IntN(2) == 0 {
			x.fromRole, x.toRole, x.from, x.to = x.toRole, x.fromRole, x.to, x.from
		}
		if rng.IntN(3) == 0 {
			x.more = [...]uint16{1, 2, 3, 9, NoEnd}[rng.IntN(5)]
		}
		list = append(list, x)
		longOn[x.first] = longOn[x.first] || x.more > 0
	}
	// A day with something longer keeps only one event.
	seen := map[int64]bool{}
	return slices.DeleteFunc(list, func(x feedItem) bool {
		gone := longOn[x.first] && seen[x.first]
		seen[x.first] = true
		return gone
	})
}

// dossierSpells returns the spells of a record that holds the feed.
func dossierSpells(t *testing.T, feed []feedItem, rules []Rule) []exactSpell {
	f := newCaseFile("ares", "bellona", "concordia")
	for i, x := range feed {
		day := edtf.DayFromNumber(x.first).String()
		when := day
		switch {
		case x.more == NoEnd:
			when += "/.."
		case x.more > 0:
			when += "/" + edtf.DayFromNumber(x.first+int64(x.more)).String()
		}
		e := f.event(EventID(fmt.Sprintf("e%03d", i)), x.kind, when,
			string(x.fromRole), string(x.from), string(x.toRole), string(x.to))
		if x.more == 0 {
			e.Sequence = i + 1
		}
	}
	v := f.view(t, Lens{Policy: Policy{Rules: rules}})
	var list []exactSpell
	for r := range v.Relations() {
		for _, s := range r.Spells() {
			if s.State == 0 {
				continue // nothing had changed yet
			}
			if s.Certainty != CertaintyCertain || *s.Certain != s.Possible {
				t.Fatalf("an uncertain spell from exact dates: %+v\n%+v\n%+v", s, feed, rules)
			}
			list = append(list, exactSpell{r.Pair(), s.State, s.Possible.First, s.Possible.Last, s.Presupposed})
		}
	}
	return list
}

func foldSpells(t *testing.T, feed []feedItem, rules *FoldRules, o FoldOptions) []exactSpell {
	f := NewCodedFold(rules, o)
	actors := []ActorID{"ares", "bellona", "concordia"}
	for _, x := range feed {
		code, err := f.Rules().Code(x.kind, x.fromRole, x.toRole)
		if err != nil || code == 0 {
			t.Fatalf("code of %q: %d, %v", x.kind, code, err)
		}
		err = f.AddSlice([]CodedEvent{{Day: int32(x.first), From: uint32(slices.Index(actors, x.from)),
			To: uint32(slices.Index(actors, x.to)), Kind: code, MoreDays: x.more}})
		if err != nil {
			t.Fatal(err)
		}
	}
	day := func(n, open int32) edtf.Day {
		if n == open {
			return edtf.Day{}
		}
		return edtf.DayFromNumber(int64(n))
	}
	var list []exactSpell
	for s := range f.Spells() {
		list = append(list, exactSpell{Pair{s.Track, actors[s.From], actors[s.To]}, s.State,
			day(s.First, OpenStart), day(s.Last, OpenEnd), s.Presupposed})
	}
	return list
}

// TestFoldGivesTheSpellsOfADossier folds random feeds of exact dates in bulk
// and through a record.
func TestFoldGivesTheSpellsOfADossier(t *testing.T) {
	tables := map[string][]Rule{"default": DefaultRules(), "own": foldTestRules()}
	worlds := 3000
	if testing.Short() {
		worlds = 300
	}
	for _, name := range slices.Sorted(maps.Keys(tables)) {
		rules, err := NewFoldRules(tables[name])
		if err != nil {
			t.Fatal(err)
		}
		seen := map[Track]int{}
		for seed := range uint64(worlds) {
			rng := rand.New(rand.NewPCG(seed, 4))
			feed := randomFeed(rng, tables[name], 1+rng.IntN(12))
			want := dossierSpells(t, feed, tables[name])
			got := foldSpells(t, feed, rules, FoldOptions{Workers: 1 + rng.IntN(3), Removable: rng.IntN(2) == 0})
			sortExact(want)
			sortExact(got)
			if diff := cmp.Diff(lines(want), lines(got)); diff != "" {
				t.Fatalf("%s rules, seed %d: %+v\n(-dossier +fold):\n%s", name, seed, feed, diff)
			}
			for _, s := range got {
				seen[s.Pair.Track]++
			}
		}
		if name == "default" && len(seen) != int(TrackStance) {
			t.Errorf("spells on %d tracks, want all", len(seen))
		}
	}
}

func sortExact(list []exactSpell) {
	slices.SortFunc(list, func(a, b exactSpell) int { return strings.Compare(a.sortKey(), b.sortKey()) })
}

func (s exactSpell) sortKey() string {
	return fmt.Sprintf("%d/%s/%s/%010d/%d", s.Pair.Track, s.Pair.From, s.Pair.To, s.First.Number()+1<<40, s.State)
}

func lines(list []exactSpell) []string {
	var text []string
	for _, s := range list {
		text = append(text, s.String())
	}
	return text
}

// foldTestRules has what the default rules have not: lasting rules that do not
// rank their states, and such as stay beside such as do not, on one track.
func foldTestRules() []Rule {
	return []Rule{
		{Name: "stays", Event: "stays", From: RoleActor, To: RoleTarget, Track: TrackHostility, State: StateThreat},
		{Name: "calm", Event: "calm", From: RoleTarget, To: RoleActor, Track: TrackHostility, State: StateNone, Not: []State{StateWar}},
		{Name: "raid", Event: "raid", From: RoleActor, To: RoleTarget, Track: TrackHostility, State: StateForce,
			After: StateDisplay, Presupposes: StateThreat, Not: []State{StateWar}},
		{Name: "war", Event: "war", From: RoleParty, To: RoleParty, Track: TrackHostility, State: StateWar, After: StateNone},
		{Name: "pact", Event: "pact", From: RoleParty, To: RoleParty, Track: TrackCooperation, State: StateDefencePact},
		{Name: "manoeuvre", Event: "manoeuvre", From: RoleParty, To: RoleParty, Track: TrackCooperation, State: StateDefencePact, After: StateNone},
		{Name: "unpact", Event: "unpact", From: RoleParty, To: RoleParty, Track: TrackCooperation, State: StateDefencePact, Ends: true, Presupposes: StateDefencePact},
		{Name: "friends", Event: "pact", From: RoleParty, To: RoleParty, Track: TrackStance, State: StateSupportive},
		{Name: "recall", Event: "recall", From: RoleActor, To: RoleTarget, Track: TrackDiplomaticRelations, State: StateSuspended,
			Presupposes: StateEstablished, Not: []State{StateSevered}},
		{Name: "break", Event: "break", From: RoleActor, To: RoleTarget, Track: TrackDiplomaticRelations, State: StateSevered},
		{Name: "resume", Event: "resume", From: RoleActor, To: RoleTarget, Track: TrackDiplomaticRelations, State: StateEstablished,
			After: StateSuspended, Not: []State{StateNone}},
	}
}

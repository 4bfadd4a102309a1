package fold_test

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/fold"
)

// feedActors are in the order of their IDs.
var feedActors = []dispute.ActorID{"ares", "bellona", "concordia"}

// A feedItem is an event that a record and a fold can both hold.
type feedItem struct {
	kind             dispute.EventKind
	fromRole, toRole dispute.ParticipantRole
	from, to         dispute.ActorID
	first            int64 // day number
	more             int32
}

// exactSpell is a spell without what only a dossier or only a fold tells.
type exactSpell struct {
	Pair        dispute.Pair
	State       dispute.State
	First, Last edtf.Day
	Presupposed bool
}

func (s exactSpell) String() string {
	return fmt.Sprintf("%s %s-%s %s %s..%s presupposed=%t", s.Pair.Track, s.Pair.From, s.Pair.To, s.State, s.First, s.Last, s.Presupposed)
}

// randomFeed returns events of kinds the rules know, in the roles the rules
// have for them. What goes on after its day begins on a day of its own, since
// a record has no order for it within a day.
func randomFeed(rng *rand.Rand, rules []dispute.Rule, n int) []feedItem {
	actors := feedActors
	const days = 24
	few := make([]dispute.Rule, 3)
	for i := range few {
		few[i] = rules[rng.IntN(len(rules))]
	}
	if rng.IntN(2) == 0 { // of one track, so that rules meet
		t := few[0].Track
		few = slices.DeleteFunc(slices.Clone(rules), func(r dispute.Rule) bool { return r.Track != t })
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
			x.more = [...]int32{1, 2, 3, 9, fold.NoEnd}[rng.IntN(5)]
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
func dossierSpells(t *testing.T, feed []feedItem, rules []dispute.Rule) []exactSpell {
	record := dispute.Record{
		Actors:  []dispute.Actor{{ID: "newspaper", Kind: dispute.ActorMedium, Name: "newspaper"}},
		Sources: []dispute.Source{{ID: "article", Kind: dispute.SourceArticle, Publisher: "newspaper"}},
	}
	for _, id := range feedActors {
		record.Actors = append(record.Actors, dispute.Actor{ID: id, Kind: dispute.ActorState, Name: string(id)})
	}
	for i, x := range feed {
		when := edtf.DayFromNumber(x.first).String()
		switch {
		case x.more == fold.NoEnd:
			when += "/.."
		case x.more > 0:
			when += "/" + edtf.DayFromNumber(x.first+int64(x.more)).String()
		}
		e := dispute.Event{ID: dispute.EventID(fmt.Sprintf("e%03d", i)), Kind: x.kind, When: edtf.MustParse(when),
			Participants: []dispute.Participant{{Role: x.fromRole, Actor: x.from}, {Role: x.toRole, Actor: x.to}},
			Sources:      []dispute.SourceID{"article"}} // one disinterested newspaper is enough to be accepted
		if x.more == 0 {
			e.Sequence = i + 1
		}
		record.Events = append(record.Events, e)
	}
	d, err := dispute.Compile(record)
	if err != nil {
		t.Fatal(err)
	}
	v, err := d.View(dispute.Lens{Policy: dispute.Policy{Rules: rules}})
	if err != nil {
		t.Fatal(err)
	}
	var list []exactSpell
	for r := range v.Relations() {
		for _, s := range r.Spells() {
			if s.State == 0 {
				continue // nothing had changed yet
			}
			if s.Certainty != dispute.CertaintyCertain || *s.Certain != s.Possible {
				t.Fatalf("an uncertain spell from exact dates: %+v\n%+v\n%+v", s, feed, rules)
			}
			list = append(list, exactSpell{r.Pair(), s.State, s.Possible.First, s.Possible.Last, s.Presupposed && s.Possible.First.IsZero()})
		}
	}
	return list
}

// foldSpells returns the spells of a fold of the feed.
func foldSpells(t *testing.T, feed []feedItem, rules *fold.Rules, o fold.Options) []exactSpell {
	f := fold.NewCoded(rules, o)
	actors := feedActors
	for _, x := range feed {
		code, err := f.Rules().Code(x.kind, x.fromRole, x.toRole)
		if err != nil || code == 0 {
			t.Fatalf("code of %q: %d, %v", x.kind, code, err)
		}
		err = f.AddSlice([]fold.CodedEvent{{Day: int32(x.first), From: uint32(slices.Index(actors, x.from)),
			To: uint32(slices.Index(actors, x.to)), Code: code, MoreDays: x.more}})
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
		list = append(list, exactSpell{dispute.Pair{Track: s.Track, From: actors[s.From], To: actors[s.To]}, s.State,
			day(s.First, fold.OpenStart), day(s.Last, fold.OpenEnd), s.Presupposed})
	}
	return list
}

// TestSpellsAreThoseOfADossier folds random feeds of exact dates in bulk
// and through a record.
func TestSpellsAreThoseOfADossier(t *testing.T) {
	tables := map[string][]dispute.Rule{"default": dispute.DefaultRules(), "own": unrankedRules()}
	worlds := 3000
	if testing.Short() {
		worlds = 300
	}
	for _, name := range slices.Sorted(maps.Keys(tables)) {
		rules, err := fold.NewRules(tables[name])
		if err != nil {
			t.Fatal(err)
		}
		seen := map[dispute.Track]int{}
		for seed := range uint64(worlds) {
			rng := rand.New(rand.NewPCG(seed, 4))
			feed := randomFeed(rng, tables[name], 1+rng.IntN(12))
			want := dossierSpells(t, feed, tables[name])
			got := foldSpells(t, feed, rules, fold.Options{Workers: 1 + rng.IntN(3), Removable: rng.IntN(2) == 0})
			sortExact(want)
			sortExact(got)
			if diff := cmp.Diff(lines(want), lines(got)); diff != "" {
				t.Fatalf("%s rules, seed %d: %+v\n(-dossier +fold):\n%s", name, seed, feed, diff)
			}
			for _, s := range got {
				seen[s.Pair.Track]++
			}
		}
		if name == "default" && len(seen) != int(dispute.TrackStance) {
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

// unrankedRules has what the default rules have not: lasting rules that do not
// rank their states, and such as stay beside such as do not, on one track.
func unrankedRules() []dispute.Rule {
	return []dispute.Rule{
		{Name: "stays", Event: "stays", From: dispute.RoleActor, To: dispute.RoleTarget, Track: dispute.TrackHostility, State: dispute.StateThreat},
		{Name: "calm", Event: "calm", From: dispute.RoleTarget, To: dispute.RoleActor, Track: dispute.TrackHostility, State: dispute.StateNone, Not: []dispute.State{dispute.StateWar}},
		{Name: "raid", Event: "raid", From: dispute.RoleActor, To: dispute.RoleTarget, Track: dispute.TrackHostility, State: dispute.StateForce,
			After: dispute.StateDisplay, Presupposes: dispute.StateThreat, Not: []dispute.State{dispute.StateWar}},
		{Name: "war", Event: "war", From: dispute.RoleParty, To: dispute.RoleParty, Track: dispute.TrackHostility, State: dispute.StateWar, After: dispute.StateNone},
		{Name: "pact", Event: "pact", From: dispute.RoleParty, To: dispute.RoleParty, Track: dispute.TrackCooperation, State: dispute.StateDefencePact},
		{Name: "manoeuvre", Event: "manoeuvre", From: dispute.RoleParty, To: dispute.RoleParty, Track: dispute.TrackCooperation, State: dispute.StateDefencePact, After: dispute.StateNone},
		{Name: "unpact", Event: "unpact", From: dispute.RoleParty, To: dispute.RoleParty, Track: dispute.TrackCooperation, State: dispute.StateDefencePact, Ends: true, Presupposes: dispute.StateDefencePact},
		{Name: "friends", Event: "pact", From: dispute.RoleParty, To: dispute.RoleParty, Track: dispute.TrackStance, State: dispute.StateSupportive},
		{Name: "recall", Event: "recall", From: dispute.RoleActor, To: dispute.RoleTarget, Track: dispute.TrackDiplomaticRelations, State: dispute.StateSuspended,
			Presupposes: dispute.StateEstablished, Not: []dispute.State{dispute.StateSevered}},
		{Name: "break", Event: "break", From: dispute.RoleActor, To: dispute.RoleTarget, Track: dispute.TrackDiplomaticRelations, State: dispute.StateSevered},
		{Name: "resume", Event: "resume", From: dispute.RoleActor, To: dispute.RoleTarget, Track: dispute.TrackDiplomaticRelations, State: dispute.StateEstablished,
			After: dispute.StateSuspended, Not: []dispute.State{dispute.StateNone}},
	}
}

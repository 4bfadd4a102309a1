package relations_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/disputetest"
)

// lawRecord returns a random record in which much bears on few pairs: events
// of all tracks, corrections, denials, relation claims and affiliations.
func lawRecord(rng *rand.Rand) dispute.Record {
	f := disputetest.NewCaseFile("a", "b", "c", "d")
	f.Actors = append(f.Actors, dispute.Actor{ID: "gazette", Kind: dispute.ActorMedium, Name: "gazette"})
	f.Sources = append(f.Sources, dispute.Source{ID: "column", Kind: dispute.SourceArticle, Publisher: "gazette"})
	actors := []dispute.ActorID{"a", "b", "c", "d"}
	someDate := func() edtf.Date {
		switch rng.IntN(8) {
		case 0:
			return edtf.Date{}
		case 1:
			return edtf.MustParse("2024-08")
		case 2, 3:
			d := someDays(rng)
			return edtf.MustParse(worldDate(d[0]) + "/" + worldDate(d[len(d)-1]))
		}
		return edtf.MustParse(oneOf(someDays(rng)))
	}
	someSources := func() []dispute.SourceID {
		return [][]dispute.SourceID{{"article"}, {"article"}, {"column", "article"}, nil}[rng.IntN(4)]
	}
	rules := dispute.DefaultRules()
	linked := rng.IntN(2) == 0 // else corrected
	for i := range 3 + rng.IntN(8) {
		r := rules[rng.IntN(len(rules))]
		if i%2 == 0 {
			r = rules[rng.IntN(7)] // often diplomatic relations
		}
		e := f.Event(dispute.EventID(fmt.Sprint("e", i)), r.Event, "", string(r.From), string(disputetest.Pick(rng, actors)), string(r.To), string(disputetest.Pick(rng, actors)))
		e.When, e.Sources = someDate(), someSources()
		if i > 0 && !linked && rng.IntN(4) == 0 {
			e.Supersedes = dispute.EventID(fmt.Sprint("e", rng.IntN(i)))
		}
		if i > 0 && linked && rng.IntN(3) == 0 {
			e.Links = []dispute.Link{{Kind: dispute.LinkAfter, Event: dispute.EventID(fmt.Sprint("e", rng.IntN(i)))}}
		}
		if rng.IntN(8) == 0 {
			e.Phase = disputetest.Pick(rng, []dispute.Phase{dispute.PhaseExpected, dispute.PhaseOngoing, dispute.PhaseCancelled})
		}
	}
	for i := range rng.IntN(4) {
		c := dispute.RelationClaim{Track: disputetest.Pick(rng, []dispute.Track{dispute.TrackSupport, dispute.TrackCooperation, dispute.TrackStance}), From: disputetest.Pick(rng, actors), To: disputetest.Pick(rng, actors), When: someDate()}
		if rng.IntN(3) > 0 {
			c.State = disputetest.Pick(rng, c.Track.States())
		}
		if c.Track == dispute.TrackSupport && rng.IntN(2) == 0 {
			c.Against = disputetest.Pick(rng, actors)
		}
		f.Claim(dispute.ClaimID(fmt.Sprint("c", i)), c, rng.IntN(2) == 0)
		if i > 0 && rng.IntN(4) == 0 {
			f.Claims[i].Supersedes = dispute.ClaimID(fmt.Sprint("c", rng.IntN(i)))
		}
	}
	for i := range rng.IntN(4) {
		e := f.Events[rng.IntN(len(f.Events))].ID
		id := dispute.ClaimID(fmt.Sprint("o", i))
		f.Claims = append(f.Claims, dispute.Claim{ID: id, Text: string(id), Content: dispute.Content{Occurred: e}})
		for j := range rng.IntN(3) {
			f.Attributions = append(f.Attributions, dispute.Attribution{ID: dispute.AttributionID(fmt.Sprint(id, "-", j)),
				Speaker: disputetest.Pick(rng, append(actors, "gazette", "newspaper")), Stance: disputetest.Pick(rng, []dispute.Stance{dispute.StanceAsserts, dispute.StanceDenies, dispute.StanceDenies}),
				Claim: id, Lineage: dispute.LineageFirstHand, OnRecord: dispute.RecordLevelOn})
		}
	}
	if rng.IntN(2) == 0 {
		f.Actors[1].Affiliations = []dispute.Affiliation{{Kind: dispute.AffiliationMemberOf, To: "d", Period: someDate()}}
	}
	if rng.IntN(4) == 0 {
		f.Actors = append(f.Actors, dispute.Actor{ID: "a-renamed", Supersedes: "a", Kind: dispute.ActorState, Name: "a, renamed"})
	}
	return f.Record
}

// relationAnswers asks everything about every pair of the four actors and
// returns the answers as text, with the items each names, by question.
func answersOf(t *testing.T, r dispute.Record) map[string][2]any {
	t.Helper()
	d, err := dispute.Compile(r)
	if err != nil {
		t.Fatal(err)
	}
	v, err := d.View(dispute.Lens{})
	if err != nil {
		t.Fatal(err)
	}
	answers := map[string][2]any{}
	put := func(question string, answer any, words string, reasons dispute.Reasons) {
		text, err := json.Marshal(answer)
		if err != nil {
			t.Fatalf("%s: %v", question, err)
		}
		answers[question] = [2]any{string(text) + words, reasons.Items()}
	}
	for _, from := range []dispute.ActorID{"a", "b", "c", "d"} {
		for _, to := range []dispute.ActorID{"a", "b", "c", "d"} {
			for _, tr := range disputetest.Tracks() {
				rel := v.Relation(from, to, tr)
				for _, day := range []string{"2024-07-31", "2024-08-03", "2024-09-01"} {
					s := rel.On(disputetest.Day(day))
					put(fmt.Sprint(from, to, tr, day), s, s.String(), s.Reasons())
				}
				h := rel.History()
				put(fmt.Sprint(from, to, tr), h, "", h.Reasons())
			}
		}
	}
	return answers
}

// Deleting an item that an answer does not name leaves the answer as it is.
// Corrections are deleted with what they correct: alone, they would bring it back.
func TestRelationsNameAllTheyRestOn(t *testing.T) {
	records := disputetest.LawRecords(disputetest.FewerIfShort(20))
	rng := rand.New(rand.NewPCG(20240804, 3))
	unnamed := 0
	for n := range records {
		r := lawRecord(rng)
		before := answersOf(t, r)
		for _, item := range disputetest.AllRefs(r) {
			if disputetest.Corrects(r, item) {
				continue
			}
			rest, gone := disputetest.Without(r, item)
			after := answersOf(t, rest)
			for question, answer := range before {
				if slices.ContainsFunc(answer[1].([]dispute.Ref), func(x dispute.Ref) bool { return gone[x] }) {
					continue
				}
				unnamed++
				if diff := cmp.Diff(answer[0], after[question][0]); diff != "" {
					text, _ := json.MarshalIndent(r, "", " ")
					t.Fatalf("record %d, %s: deleting %s, which it does not name, changes it (-before +after):\n%s\n%s", n, question, item, diff, text)
				}
			}
		}
	}
	if records >= 20 && unnamed < 1000 {
		t.Errorf("only %d answers did not name what was deleted", unnamed)
	}
}

// The order of a record's lists never shows in an answer.
func TestRelationsIgnoreTheOrderOfTheRecord(t *testing.T) {
	rng := rand.New(rand.NewPCG(20240804, 4))
	for range disputetest.LawRecords(disputetest.FewerIfShort(20)) {
		r := lawRecord(rng)
		want := answersOf(t, r)
		for range 3 {
			s := disputetest.Copy(r)
			rng.Shuffle(len(s.Events), func(i, j int) { s.Events[i], s.Events[j] = s.Events[j], s.Events[i] })
			rng.Shuffle(len(s.Claims), func(i, j int) { s.Claims[i], s.Claims[j] = s.Claims[j], s.Claims[i] })
			rng.Shuffle(len(s.Actors), func(i, j int) { s.Actors[i], s.Actors[j] = s.Actors[j], s.Actors[i] })
			rng.Shuffle(len(s.Attributions), func(i, j int) { s.Attributions[i], s.Attributions[j] = s.Attributions[j], s.Attributions[i] })
			for i := range s.Events {
				p := s.Events[i].Participants
				rng.Shuffle(len(p), func(i, j int) { p[i], p[j] = p[j], p[i] })
			}
			if diff := cmp.Diff(want, answersOf(t, s)); diff != "" {
				t.Fatalf("(-want +got):\n%s", diff)
			}
		}
	}
}

// Spells and states tell the same of every day.
func TestSpellsAgreeWithStates(t *testing.T) {
	rng := rand.New(rand.NewPCG(20240804, 5))
	worlds := disputetest.LawRecords(disputetest.FewerIfShort(80))
	spells := 0
	for range worlds {
		d, err := dispute.Compile(lawRecord(rng))
		if err != nil {
			t.Fatal(err)
		}
		v, err := d.View(dispute.Lens{})
		if err != nil {
			t.Fatal(err)
		}
		for r := range v.Relations() {
			list := r.Spells()
			spells += len(list)
			for _, day := range []string{"0001-01-01", "2024-07-30", "2024-07-31", "2024-08-01", "2024-08-02", "2024-08-03", "2024-08-04",
				"2024-08-05", "2024-08-06", "2024-08-07", "2024-08-20", "2024-08-31", "2024-09-01", "2999-12-31"} {
				type key struct {
					State   dispute.State
					Against dispute.ActorID
				}
				want, got := map[key]dispute.Certainty{}, map[key]dispute.Certainty{}
				s := r.On(disputetest.Day(day))
				for _, p := range s.States {
					want[key{p.State, p.Against}] = p.Certainty
				}
				for _, x := range list {
					k := key{x.State, x.Against}
					if x.Possible.Contains(disputetest.Day(day)) {
						got[k] = max(got[k], dispute.CertaintyPossible)
					}
					if x.Certain != nil && x.Certain.Contains(disputetest.Day(day)) {
						if got[k] == dispute.CertaintyCertain {
							t.Errorf("%s on %s: two spells of %s are certain", r.Pair(), day, x.State)
						}
						got[k] = dispute.CertaintyCertain
					}
				}
				if slices.ContainsFunc(list, restsOnNothing) {
					t.Fatalf("%s: a spell rests on nothing: %+v", r.Pair(), list)
				}
				if diff := cmp.Diff(want, got); diff != "" {
					t.Fatalf("%s on %s (-states +spells):\n%s\n%+v", r.Pair(), day, diff, list)
				}
				for _, p := range s.States {
					for _, ruling := range p.Rulings {
						if !slices.ContainsFunc(list, func(x dispute.Spell) bool {
							return x.State == p.State && x.Against == p.Against && slices.Contains(x.Rulings, ruling)
						}) {
							t.Fatalf("%s on %s: %+v rules %s, but no spell names it: %+v", r.Pair(), day, ruling, p.State, list)
						}
					}
				}
			}
			if !slices.IsSortedFunc(list, func(a, b dispute.Spell) int { return a.Possible.First.Compare(b.Possible.First) }) {
				t.Errorf("%s: spells out of order: %+v", r.Pair(), list)
			}
		}
	}
	if spells < worlds {
		t.Errorf("only %d spells in %d records", spells, worlds)
	}
}

// Relations lists exactly the pairs on which something is on file, in order.
func TestRelationsAreAllPairsOnFile(t *testing.T) {
	rng, rules := rand.New(rand.NewPCG(20240804, 6)), dispute.DefaultRules()
	for range disputetest.LawRecords(disputetest.FewerIfShort(60)) {
		r := lawRecord(rng)
		d, err := dispute.Compile(r)
		if err != nil {
			t.Fatal(err)
		}
		v, err := d.View(dispute.Lens{})
		if err != nil {
			t.Fatal(err)
		}
		var got, want []dispute.Pair
		for rel := range v.Relations() {
			got = append(got, rel.Pair())
		}
		settled, _ := disputetest.Settle(disputetest.Copy(r))
		slices.SortFunc(settled.Actors, func(a, b dispute.Actor) int { return strings.Compare(string(a.ID), string(b.ID)) })
		for _, tr := range disputetest.Tracks() {
			for _, from := range settled.Actors {
				for _, to := range settled.Actors {
					if from.ID != to.ID && !(tr.Mutual() && to.ID < from.ID) && onFile(rules, settled, from.ID, to.ID, tr) {
						want = append(want, dispute.Pair{Track: tr, From: from.ID, To: to.ID})
					}
				}
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			text, _ := json.MarshalIndent(r, "", " ")
			t.Fatalf("(-want +got):\n%s\n%s", diff, text)
		}
		for rel := range v.Relations() {
			if rel.Pair() != got[0] {
				t.Errorf("the first of a second walk is %v, want %v", rel.Pair(), got[0])
			}
			break
		}
	}
}

// onFile looks through a record without superseded items for anything on a pair
// and track.
func onFile(rules []dispute.Rule, r dispute.Record, from, to dispute.ActorID, tr dispute.Track) bool {
	for _, e := range r.Events {
		for _, rule := range rules {
			for _, p := range e.Participants {
				for _, q := range e.Participants {
					forth := p.Actor == from && q.Actor == to
					back := tr.Mutual() && p.Actor == to && q.Actor == from
					if rule.Track == tr && rule.Event == e.Kind && p.Role == rule.From && q.Role == rule.To && (forth || back) {
						return true
					}
				}
			}
		}
	}
	for _, x := range r.Claims {
		if c := x.Content.Relation; c != nil && c.Track == tr &&
			(c.From == from && c.To == to || tr.Mutual() && c.From == to && c.To == from) {
			return true
		}
	}
	for _, x := range r.Actors {
		for _, a := range x.Affiliations {
			if tr == dispute.TrackMembership && x.ID == from && a.Kind == dispute.AffiliationMemberOf && a.To == to {
				return true
			}
		}
	}
	return false
}

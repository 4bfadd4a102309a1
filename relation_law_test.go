package dispute

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/dispute-go/dispute/edtf"
	"github.com/google/go-cmp/cmp"
)

// lawRecord returns a random record in which much bears on few pairs: events
// of all tracks, corrections, denials, relation claims and affiliations.
func lawRecord(rng *rand.Rand) Record {
	f := newCaseFile("a", "b", "c", "d")
	f.Actors = append(f.Actors, Actor{ID: "gazette", Kind: ActorMedium, Name: "gazette"})
	f.Sources = append(f.Sources, Source{ID: "column", Kind: SourceArticle, Publisher: "gazette"})
	actors := []ActorID{"a", "b", "c", "d"}
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
	someSources := func() []SourceID {
		return [][]SourceID{{"article"}, {"article"}, {"column", "article"}, nil}[rng.IntN(4)]
	}
	rules := DefaultRules()
	linked := rng.IntN(2) == 0 // else corrected
	for i := range 3 + rng.IntN(8) {
		r := rules[rng.IntN(len(rules))]
		if i%2 == 0 {
			r = rules[rng.IntN(7)] // often diplomatic relations
		}
		e := f.event(EventID(fmt.Sprint("e", i)), r.Event, "", string(r.From), string(pick(rng, actors)), string(r.To), string(pick(rng, actors)))
		e.When, e.Sources = someDate(), someSources()
		if i > 0 && !linked && rng.IntN(4) == 0 {
			e.Supersedes = EventID(fmt.Sprint("e", rng.IntN(i)))
		}
		if i > 0 && linked && rng.IntN(3) == 0 {
			e.Links = []Link{{LinkAfter, EventID(fmt.Sprint("e", rng.IntN(i)))}}
		}
		if rng.IntN(8) == 0 {
			e.Phase = pick(rng, []Phase{PhaseExpected, PhaseOngoing, PhaseCancelled})
		}
	}
	for i := range rng.IntN(4) {
		c := RelationClaim{Track: pick(rng, []Track{TrackSupport, TrackCooperation, TrackStance}), From: pick(rng, actors), To: pick(rng, actors), When: someDate()}
		if rng.IntN(3) > 0 {
			c.State = pick(rng, c.Track.States())
		}
		if c.Track == TrackSupport && rng.IntN(2) == 0 {
			c.Against = pick(rng, actors)
		}
		f.claim(ClaimID(fmt.Sprint("c", i)), c, rng.IntN(2) == 0)
		if i > 0 && rng.IntN(4) == 0 {
			f.Claims[i].Supersedes = ClaimID(fmt.Sprint("c", rng.IntN(i)))
		}
	}
	for i := range rng.IntN(4) {
		e := f.Events[rng.IntN(len(f.Events))].ID
		id := ClaimID(fmt.Sprint("o", i))
		f.Claims = append(f.Claims, Claim{ID: id, Text: string(id), Content: Content{Occurred: e}})
		for j := range rng.IntN(3) {
			f.Attributions = append(f.Attributions, Attribution{ID: AttributionID(fmt.Sprint(id, "-", j)),
				Speaker: pick(rng, append(actors, "gazette", "newspaper")), Stance: pick(rng, []Stance{StanceAsserts, StanceDenies, StanceDenies}),
				Claim: id, Lineage: LineageFirstHand, OnRecord: RecordOn})
		}
	}
	if rng.IntN(2) == 0 {
		f.Actors[1].Affiliations = []Affiliation{{Kind: AffiliationMemberOf, To: "d", Period: someDate()}}
	}
	if rng.IntN(4) == 0 {
		f.Actors = append(f.Actors, Actor{ID: "a-renamed", Supersedes: "a", Kind: ActorState, Name: "a, renamed"})
	}
	return f.Record
}

// relationAnswers asks everything about every pair of the four actors and
// returns the answers as text, with the items each names, by question.
func relationAnswers(t *testing.T, r Record) map[string][2]any {
	t.Helper()
	d, err := Compile(r)
	if err != nil {
		t.Fatal(err)
	}
	v, err := d.View(Lens{})
	if err != nil {
		t.Fatal(err)
	}
	answers := map[string][2]any{}
	put := func(question string, answer any, words string, reasons Reasons) {
		text, err := json.Marshal(answer)
		if err != nil {
			t.Fatalf("%s: %v", question, err)
		}
		answers[question] = [2]any{string(text) + words, reasons.Items()}
	}
	for _, from := range []ActorID{"a", "b", "c", "d"} {
		for _, to := range []ActorID{"a", "b", "c", "d"} {
			for tr := TrackDiplomaticRelations; tracks.valid(uint8(tr)); tr++ {
				rel := v.Relation(from, to, tr)
				for _, day := range []string{"2024-07-31", "2024-08-03", "2024-09-01"} {
					s := rel.On(dayOf(day))
					put(fmt.Sprint(from, to, tr, day), s, s.String(), s.Reasons())
				}
				h := rel.History()
				put(fmt.Sprint(from, to, tr), h, "", h.Reasons())
			}
		}
	}
	return answers
}

// without returns the record without an item and what depends on it, and what
// was deleted.
func without(r Record, first Ref) (Record, map[Ref]bool) {
	gone := map[Ref]bool{first: true}
	for more := true; more; {
		more = false
		r.items(func(_ int, it item) {
			ref := it.entry().ref
			if gone[ref] {
				return
			}
			it.references(func(_ place, to Ref) {
				if gone[to] && !gone[ref] {
					gone[ref], more = true, true
				}
			})
		})
	}
	r.Actors = slices.DeleteFunc(slices.Clone(r.Actors), func(x Actor) bool { return gone[x.ID.Ref()] })
	r.Sources = slices.DeleteFunc(slices.Clone(r.Sources), func(x Source) bool { return gone[x.ID.Ref()] })
	r.Events = slices.DeleteFunc(slices.Clone(r.Events), func(x Event) bool { return gone[x.ID.Ref()] })
	r.Claims = slices.DeleteFunc(slices.Clone(r.Claims), func(x Claim) bool { return gone[x.ID.Ref()] })
	r.Attributions = slices.DeleteFunc(slices.Clone(r.Attributions), func(x Attribution) bool { return gone[x.ID.Ref()] })
	return r, gone
}

// Deleting an item that an answer does not name leaves the answer as it is.
func TestRelationsNameAllTheyRestOn(t *testing.T) {
	records := 40
	if testing.Short() {
		records = 15
	}
	rng := rand.New(rand.NewPCG(20240804, 3))
	unnamed := 0
	for n := range records {
		r := lawRecord(rng)
		before := relationAnswers(t, r)
		var items []Ref
		r.items(func(_ int, it item) { items = append(items, it.entry().ref) })
		for _, item := range items {
			rest, gone := without(r, item)
			after := relationAnswers(t, rest)
			for question, answer := range before {
				if slices.ContainsFunc(answer[1].([]Ref), func(x Ref) bool { return gone[x] }) {
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
	if unnamed < 1000 {
		t.Errorf("only %d answers did not name what was deleted", unnamed)
	}
}

// The order of a record's lists never shows in an answer.
func TestRelationsIgnoreTheOrderOfTheRecord(t *testing.T) {
	rng := rand.New(rand.NewPCG(20240804, 4))
	for range 40 {
		r := lawRecord(rng)
		want := relationAnswers(t, r)
		for range 3 {
			s := deepCopy(t, r)
			rng.Shuffle(len(s.Events), func(i, j int) { s.Events[i], s.Events[j] = s.Events[j], s.Events[i] })
			rng.Shuffle(len(s.Claims), func(i, j int) { s.Claims[i], s.Claims[j] = s.Claims[j], s.Claims[i] })
			rng.Shuffle(len(s.Actors), func(i, j int) { s.Actors[i], s.Actors[j] = s.Actors[j], s.Actors[i] })
			rng.Shuffle(len(s.Attributions), func(i, j int) { s.Attributions[i], s.Attributions[j] = s.Attributions[j], s.Attributions[i] })
			for i := range s.Events {
				p := s.Events[i].Participants
				rng.Shuffle(len(p), func(i, j int) { p[i], p[j] = p[j], p[i] })
			}
			if diff := cmp.Diff(want, relationAnswers(t, s)); diff != "" {
				t.Fatalf("(-want +got):\n%s", diff)
			}
		}
	}
}

// Spells and states tell the same of every day.
func TestSpellsAgreeWithStates(t *testing.T) {
	rng := rand.New(rand.NewPCG(20240804, 5))
	worlds := 150
	spells := 0
	for range worlds {
		d, err := Compile(lawRecord(rng))
		if err != nil {
			t.Fatal(err)
		}
		v, err := d.View(Lens{})
		if err != nil {
			t.Fatal(err)
		}
		for r := range v.Relations() {
			list := r.Spells()
			spells += len(list)
			for _, day := range []string{"0001-01-01", "2024-07-30", "2024-07-31", "2024-08-01", "2024-08-02", "2024-08-03", "2024-08-04",
				"2024-08-05", "2024-08-06", "2024-08-07", "2024-08-20", "2024-08-31", "2024-09-01", "2999-12-31"} {
				type key struct {
					State   State
					Against ActorID
				}
				want, got := map[key]Certainty{}, map[key]Certainty{}
				s := r.On(dayOf(day))
				for _, p := range s.States {
					want[key{p.State, p.Against}] = p.Certainty
				}
				for _, x := range list {
					k := key{x.State, x.Against}
					if x.Possible.Contains(dayOf(day)) {
						got[k] = max(got[k], CertaintyPossible)
					}
					if x.Certain != nil && x.Certain.Contains(dayOf(day)) {
						if got[k] == CertaintyCertain {
							t.Errorf("%s on %s: two spells of %s are certain", r.Pair(), day, x.State)
						}
						got[k] = CertaintyCertain
					}
				}
				if slices.ContainsFunc(list, Spell.restsOnNothing) {
					t.Fatalf("%s: a spell rests on nothing: %+v", r.Pair(), list)
				}
				if diff := cmp.Diff(want, got); diff != "" {
					t.Fatalf("%s on %s (-states +spells):\n%s\n%+v", r.Pair(), day, diff, list)
				}
				for _, p := range s.States {
					for _, ruling := range p.Rulings {
						if !slices.ContainsFunc(list, func(x Spell) bool {
							return x.State == p.State && x.Against == p.Against && slices.Contains(x.Rulings, ruling)
						}) {
							t.Fatalf("%s on %s: %+v rules %s, but no spell names it: %+v", r.Pair(), day, ruling, p.State, list)
						}
					}
				}
			}
			if !slices.IsSortedFunc(list, func(a, b Spell) int { return a.Possible.First.Compare(b.Possible.First) }) {
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
	rng := rand.New(rand.NewPCG(20240804, 6))
	for range 100 {
		r := lawRecord(rng)
		d, err := Compile(r)
		if err != nil {
			t.Fatal(err)
		}
		v, err := d.View(Lens{})
		if err != nil {
			t.Fatal(err)
		}
		var got, want []Pair
		for rel := range v.Relations() {
			got = append(got, rel.Pair())
		}
		actors := []ActorID{"a", "a-renamed", "b", "c", "d"}
		for tr := TrackDiplomaticRelations; tracks.valid(uint8(tr)); tr++ {
			for _, from := range actors {
				for _, to := range actors {
					if from == to || tr.Mutual() && to < from || v.resolve(from.Ref()) == none || !v.current[v.resolve(from.Ref())] ||
						v.actorID(v.resolve(from.Ref())) != from || v.actorID(v.resolve(to.Ref())) != to {
						continue
					}
					if v.onFile(from, to, tr) {
						want = append(want, Pair{tr, from, to})
					}
				}
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("(-want +got):\n%s", diff)
		}
		for rel := range v.Relations() {
			if rel.Pair() != got[0] {
				t.Errorf("the first of a second walk is %v, want %v", rel.Pair(), got[0])
			}
			break
		}
	}
}

// onFile looks through the whole record for anything on a pair and track.
func (v *View) onFile(from, to ActorID, tr Track) bool {
	is := func(id, want ActorID) bool { return v.actorID(v.resolve(id.Ref())) == want }
	for _, n := range v.currents(ItemEvent) {
		e := v.d.event(n)
		for _, r := range DefaultRules() {
			for _, p := range e.Participants {
				for _, q := range e.Participants {
					forth := is(p.Actor, from) && is(q.Actor, to)
					back := tr.Mutual() && is(p.Actor, to) && is(q.Actor, from)
					if r.Track == tr && r.Event == e.Kind && p.Role == r.From && q.Role == r.To && (forth || back) {
						return true
					}
				}
			}
		}
	}
	for _, n := range v.currents(ItemClaim) {
		if c := v.d.claim(n).Content.Relation; c != nil && c.Track == tr &&
			(is(c.From, from) && is(c.To, to) || tr.Mutual() && is(c.From, to) && is(c.To, from)) {
			return true
		}
	}
	for _, n := range v.currents(ItemActor) {
		for _, a := range v.d.actor(n).Affiliations {
			if tr == TrackMembership && v.actorID(n) == from && a.Kind == AffiliationMemberOf && is(a.To, to) {
				return true
			}
		}
	}
	return false
}

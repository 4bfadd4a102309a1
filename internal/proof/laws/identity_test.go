package laws_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/internal/disputetest"
)

// withIdentities adds identity claims on random actors, and statements on them.
func withIdentities(seed uint64) dispute.Record {
	r := disputetest.RandomRecord(seed)
	w := disputetest.World{Rand: rand.New(rand.NewPCG(seed, 0x1d)), R: r}
	for i := range 1 + w.IntN(4) {
		c := dispute.Claim{ID: dispute.ClaimID(fmt.Sprintf("i%d", i)), Text: "they are one", Recorded: w.Day(),
			Content: dispute.Content{Identity: &dispute.Identity{A: w.Actor(), B: w.Actor()}},
			// of identity claims only, so that what they supersede is known
			Supersedes: disputetest.Superseded(&w, w.R.Claims[len(r.Claims):], func(c dispute.Claim) dispute.ClaimID { return c.ID })}
		w.R.Claims = append(w.R.Claims, c)
		for j := range 1 + w.IntN(3) {
			a := disputetest.Says(dispute.AttributionID(fmt.Sprintf("i%d-%d", i, j)), disputetest.OneOf(&w, []dispute.ActorID{"courier", "herald", "beland", w.Actor()}),
				disputetest.OneOf(&w, []dispute.Stance{dispute.StanceAsserts, dispute.StanceAsserts, dispute.StanceAsserts, dispute.StanceDenies}), c.ID)
			a.Recorded = w.Day()
			w.R.Attributions = append(w.R.Attributions, a)
		}
	}
	return w.R
}

// eachStatus calls visit with the status of every claim and event, by key.
func eachStatus(v *dispute.View, r dispute.Record, visit func(key string, s dispute.Status)) {
	for _, c := range r.Claims {
		visit("claim/"+string(c.ID), v.Status(c.ID))
	}
	for _, e := range r.Events {
		visit("event/"+string(e.ID), v.EventStatus(e.ID))
	}
}

// Accepting identities never raises a pair, and leaves identity claims as they
// stand.
func TestAcceptingIdentitiesNeverRaisesAPair(t *testing.T) {
	records, lowered := 0, 0
	for seed := range disputetest.LawSeeds(disputetest.FewerIfShort(800)) {
		records++
		r := withIdentities(seed)
		l := (&disputetest.World{Rand: rand.New(rand.NewPCG(seed, 8))}).Lens()
		plain, taken := disputetest.View(t, r, l), disputetest.View(t, r, disputetest.Accepting(l))
		before := map[string]dispute.Status{}
		eachStatus(plain, r, func(key string, s dispute.Status) { before[key] = s })
		eachStatus(taken, r, func(key string, s dispute.Status) {
			was := before[key]
			if s.For.Level > was.For.Level || s.Against.Level > was.Against.Level {
				t.Errorf("seed %d: %s was %s and is %s", seed, key, was, s)
			}
			if s.For.Level < was.For.Level || s.Against.Level < was.Against.Level || s.For.Origins < was.For.Origins {
				lowered++
			}
			if c, ok := taken.Claim(s.Claim); ok && c.Content.Identity != nil {
				if diff := cmp.Diff(was, s); diff != "" {
					t.Errorf("seed %d: %s (-plain +accepting):\n%s", seed, key, diff)
				}
			}
		})
	}
	if records >= 100 && lowered < records/30 {
		t.Errorf("only %d sides were lowered", lowered)
	}
}

// Where nothing is undercut, accepting identities is what declaring those
// taken for the same dependent on each other would be.
func TestIdentitiesAreDependence(t *testing.T) {
	records, compared := 0, 0
	for seed := range disputetest.LawSeeds(disputetest.FewerIfShort(400)) {
		records++
		r := withIdentities(seed)
		r.Attributions = slices.DeleteFunc(r.Attributions, func(a dispute.Attribution) bool { return a.Stance == dispute.StanceUndercuts })
		if disputetest.DanglingItems(r) != nil {
			continue
		}
		plain, taken := disputetest.View(t, r, dispute.Lens{}), disputetest.View(t, r, disputetest.Accepting(dispute.Lens{}))
		declared := disputetest.Copy(r)
		any := false
		for _, c := range r.Claims {
			now, _ := plain.Claim(c.ID)
			if now.ID != c.ID || c.Content.Identity == nil || plain.Status(c.ID).Standing != dispute.StandingAccepted {
				continue
			}
			for _, ends := range [][2]dispute.ActorID{{c.Content.Identity.A, c.Content.Identity.B}, {c.Content.Identity.B, c.Content.Identity.A}} {
				from, _ := plain.Actor(ends[0])
				i := slices.IndexFunc(declared.Actors, func(a dispute.Actor) bool { return a.ID == from.ID })
				declared.Actors[i].Affiliations = append(declared.Actors[i].Affiliations, dispute.Affiliation{Kind: dispute.AffiliationDependsOn, To: ends[1]})
				any = true
			}
		}
		if !any {
			continue
		}
		want := map[string]dispute.Status{}
		eachStatus(disputetest.View(t, declared, dispute.Lens{}), r, func(key string, s dispute.Status) { want[key] = s })
		eachStatus(taken, r, func(key string, s dispute.Status) {
			if c, _ := taken.Claim(s.Claim); c.Content.Identity != nil {
				return // weighed without
			}
			compared++
			if diff := cmp.Diff(toldWithout(t, want[key], "reasons", "through"), toldWithout(t, s, "reasons", "through")); diff != "" {
				t.Fatalf("seed %d: %s (-declared +accepting):\n%s", seed, key, diff)
			}
		})
	}
	if records >= 100 && compared < records/2 {
		t.Errorf("only %d statuses compared", compared)
	}
}

// Those taken for the same are the ones that accepted identity claims lead to,
// step by step, and no others.
func TestWhoIsTakenForTheSame(t *testing.T) {
	records, taken, others := 0, 0, 0
	for seed := range disputetest.LawSeeds(disputetest.FewerIfShort(400)) {
		records++
		r := withIdentities(seed)
		l := (&disputetest.World{Rand: rand.New(rand.NewPCG(seed, 8))}).Lens()
		v := disputetest.View(t, r, disputetest.Accepting(l))
		group := map[dispute.ActorID]dispute.ActorID{} // each actor's group, by any name
		for a := range v.Actors() {
			group[a.ID] = a.ID
		}
		for _, c := range r.Claims {
			now, _ := v.Claim(c.ID)
			if now.ID != c.ID || c.Content.Identity == nil || v.Status(c.ID).Standing != dispute.StandingAccepted {
				continue
			}
			a, _ := v.Actor(c.Content.Identity.A)
			b, _ := v.Actor(c.Content.Identity.B)
			from, to := group[a.ID], group[b.ID]
			for id, g := range group {
				if g == from {
					group[id] = to
				}
			}
		}
		for a := range v.Actors() {
			told := map[dispute.ActorID]bool{}
			for _, x := range v.Identities(a.ID) {
				told[x.Actor] = x.Accepted
			}
			for b := range v.Actors() {
				want := a.ID != b.ID && group[a.ID] == group[b.ID]
				if got := told[b.ID]; got != want {
					t.Errorf("seed %d: %s is taken for %s: %t, want %t", seed, b.ID, a.ID, got, want)
				}
				if want {
					taken++
				} else if _, ok := told[b.ID]; ok {
					others++
				}
			}
		}
	}
	if records >= 100 && (taken < records/2 || others < records/2) {
		t.Errorf("only %d pairs taken for the same and %d claimed to be and not taken", taken, others)
	}
}

// Deleting an item with what depends on it leaves every answer that named none
// of it as it was, with identities accepted too.
func TestIdentityAnswersNameWhatTheyRestOn(t *testing.T) {
	type answer struct {
		text  string
		items []dispute.Ref
	}
	ask := func(v *dispute.View, r dispute.Record) map[string]answer {
		all := map[string]answer{}
		eachStatus(v, r, func(key string, s dispute.Status) {
			all[key] = answer{s.String() + s.Standing.String(), s.Reasons().Items()}
		})
		for a := range v.Actors() {
			for _, x := range v.Identities(a.ID) {
				all["twin/"+string(a.ID)+"/"+string(x.Actor)] = answer{fmt.Sprint(x.String(), x.Claims, x.Accepted, x.Events), x.Reasons().Items()}
			}
			for _, x := range v.Acts(a.ID) {
				all["act/"+string(a.ID)+"/"+string(x.Event)] = answer{fmt.Sprint(x.String(), x.Filed, x.Claims, x.Accepted), x.Reasons().Items()}
			}
		}
		for s := range v.AllFigures() {
			all["figures/"+string(s.Event)+"/"+s.Category+"/"+string(s.Of)] = answer{fmt.Sprint(s.String(), s.Disagreement), s.Reasons().Items()}
		}
		for e := range v.Events(dispute.EventQuery{}) {
			if s := v.Dates(e.ID); len(s.Rows) > 0 {
				all["dates/"+string(s.Event)] = answer{fmt.Sprint(s.String(), s.OnStart, s.OnEnd), s.Reasons().Items()}
			}
		}
		return all
	}
	for seed := range disputetest.LawSeeds(disputetest.FewerIfShort(40)) {
		r := disputetest.WithoutVersions(withIdentities(seed))
		l := disputetest.Accepting((&disputetest.World{Rand: rand.New(rand.NewPCG(seed, 9))}).Lens())
		before := ask(disputetest.View(t, r, l), r)
		for _, ref := range disputetest.AllRefs(r) {
			rest, gone := disputetest.Without(r, ref)
			if gone[dispute.Ref{Kind: dispute.ItemActor, ID: string(l.Standpoint)}] {
				continue
			}
			after := ask(disputetest.View(t, rest, l), r)
			for key, was := range before {
				if slices.ContainsFunc(was.items, func(r dispute.Ref) bool { return gone[r] }) {
					continue
				}
				if got := after[key]; got.text != was.text {
					t.Errorf("seed %d: without %v, of which it names none, %s was %q and is %q", seed, ref, key, was.text, got.text)
				}
			}
		}
	}
}

// toldWithout returns an answer's JSON without the members of these names.
func toldWithout(t *testing.T, answer any, names ...string) any {
	t.Helper()
	text, err := json.Marshal(answer)
	if err != nil {
		t.Fatal(err)
	}
	var x any
	if err := json.Unmarshal(text, &x); err != nil {
		t.Fatal(err)
	}
	var strip func(any)
	strip = func(x any) {
		switch x := x.(type) {
		case map[string]any:
			for _, name := range names {
				delete(x, name)
			}
			for _, y := range x {
				strip(y)
			}
		case []any:
			for _, y := range x {
				strip(y)
			}
		}
	}
	strip(x)
	return x
}

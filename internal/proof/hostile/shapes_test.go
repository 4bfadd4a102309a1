package hostile_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/disputetest"
)

// Hostile shapes: each is built at a given size, and asked for everything that
// could take more than near-linear time. The tests ask at a size at which
// quadratic work would run into the test's own time limit; the benchmarks
// give the growth.
type hostileShape struct {
	name  string
	build func(n int) dispute.Record
	ask   func(v *dispute.View)
}

var hostileShapes = []hostileShape{
	{"chain of undercuts, worst order", func(n int) dispute.Record {
		r := disputetest.Cast()
		r.Attributions = append(r.Attributions, disputetest.Says("root", "beland", dispute.StanceAsserts, "raid"))
		for i := range n { // the last undercut of the chain has the first ID
			u := disputetest.Says(dispute.AttributionID(fmt.Sprintf("u%07d", n-i)), "herald", dispute.StanceUndercuts, "")
			u.Attribution = dispute.AttributionID(fmt.Sprintf("u%07d", n-i+1))
			if i == 0 {
				u.Attribution = "root"
			}
			r.Attributions = append(r.Attributions, u)
		}
		return r
	}, askStatus},
	{"undercuts of one source that carries everything", func(n int) dispute.Record {
		r := disputetest.Cast()
		r.Sources = []dispute.Source{{ID: "paper", Kind: dispute.SourceArticle}}
		for i := range n / 2 {
			a := disputetest.Says(dispute.AttributionID(fmt.Sprintf("a%07d", i)), "beland", dispute.StanceAsserts, "raid")
			a.Source = "paper"
			u := disputetest.Says(dispute.AttributionID(fmt.Sprintf("u%07d", i)), "herald", dispute.StanceUndercuts, "")
			u.TargetSource = "paper"
			r.Attributions = append(r.Attributions, a, u)
		}
		return r
	}, askStatus},
	{"three undercuts for every two roots, of roots or of undercuts", func(n int) dispute.Record {
		r := disputetest.Cast()
		rng := rand.New(rand.NewPCG(7, 8))
		for i := range n {
			r.Attributions = append(r.Attributions, disputetest.Says(dispute.AttributionID(fmt.Sprintf("a%07d", i)), "beland", dispute.StanceAsserts, "raid"))
		}
		for i := range n + n/2 {
			u := disputetest.Says(dispute.AttributionID(fmt.Sprintf("u%07d", i)), "herald", dispute.StanceUndercuts, "")
			u.Attribution = r.Attributions[rng.IntN(len(r.Attributions))].ID
			r.Attributions = append(r.Attributions, u)
		}
		return r
	}, askStatus},
	{"ladder of diamonds", func(n int) dispute.Record {
		r := disputetest.Cast()
		r.Attributions = append(r.Attributions, disputetest.Says("l0000000", "beland", dispute.StanceAsserts, "raid"), disputetest.Says("r0000000", "beland", dispute.StanceAsserts, "raid"))
		for i := 1; i < n/2; i++ {
			for _, side := range []string{"l", "r"} {
				a := disputetest.Says(dispute.AttributionID(fmt.Sprintf("%s%07d", side, i)), "courier", dispute.StanceAsserts, "raid")
				a.Lineage = dispute.LineageRelaying
				a.Relays = []dispute.AttributionID{dispute.AttributionID(fmt.Sprintf("l%07d", i-1)), dispute.AttributionID(fmt.Sprintf("r%07d", i-1))}
				r.Attributions = append(r.Attributions, a)
			}
		}
		return r
	}, askStatus},
	{"roots of many speakers with one controller", func(n int) dispute.Record {
		r := disputetest.Cast()
		for i := range n {
			id := dispute.ActorID(fmt.Sprintf("m%07d", i))
			r.Actors = append(r.Actors, dispute.Actor{ID: id, Kind: dispute.ActorMedium, Name: string(id),
				Affiliations: []dispute.Affiliation{{Kind: dispute.AffiliationControlledBy, To: "herald"}}})
			r.Attributions = append(r.Attributions, disputetest.Says(dispute.AttributionID(id), id, dispute.StanceAsserts, "raid"))
		}
		return r
	}, askStatus},
	{"claims that entail each other in a circle", func(n int) dispute.Record {
		r := disputetest.Cast()
		for i := range n {
			r.Claims = append(r.Claims, dispute.Claim{ID: dispute.ClaimID(fmt.Sprintf("c%07d", i)), Text: "c",
				Entails: []dispute.ClaimID{dispute.ClaimID(fmt.Sprintf("c%07d", (i+1)%n))}})
		}
		r.Claims[0].Entails = []dispute.ClaimID{"c0000000"}
		r.Attributions = append(r.Attributions, disputetest.Says("a", "beland", dispute.StanceAsserts, "raid"))
		return r
	}, askStatus},
	{"claims that entail each other in a chain", entailments, func(v *dispute.View) {
		for range v.OpenQuestions() {
		}
		v.Conflicts()
		_ = v.Status("c0000000")
	}},
	{"claims that one event occurred", func(n int) dispute.Record {
		r := disputetest.Cast()
		r.Events = []dispute.Event{{ID: "e", Kind: dispute.KindAttack}}
		for i := range n / 2 {
			c := dispute.Claim{ID: dispute.ClaimID(fmt.Sprintf("c%07d", i)), Text: "it occurred", Content: dispute.Content{Occurred: "e"}, Adverse: []dispute.ActorID{"aland"}}
			r.Claims = append(r.Claims, c)
			r.Attributions = append(r.Attributions, disputetest.States("aland-agency", c.ID))
		}
		return r
	}, func(v *dispute.View) {
		for range v.OpenQuestions() {
		}
		v.Conflicts()
	}},
	{"events that follow each other", func(n int) dispute.Record {
		var r dispute.Record
		for i := range n {
			e := dispute.Event{ID: dispute.EventID(fmt.Sprintf("e%07d", i)), Kind: dispute.KindAttack}
			if i > 0 {
				e.Links = []dispute.Link{{Kind: dispute.LinkAfter, Event: dispute.EventID(fmt.Sprintf("e%07d", i-1))}}
			}
			r.Events = append(r.Events, e)
		}
		r.Events[0].When = edtf.MustParse("2024-08-01")
		return r
	}, func(v *dispute.View) { v.Timeline() }},
	{"versions of one item", func(n int) dispute.Record {
		var r dispute.Record
		for i := range n {
			e := dispute.Event{ID: dispute.EventID(fmt.Sprintf("e%07d", i)), Kind: dispute.KindAttack}
			if i > 0 {
				e.Supersedes = dispute.EventID(fmt.Sprintf("e%07d", i-1))
			}
			r.Events = append(r.Events, e)
		}
		return r
	}, func(v *dispute.View) { v.Conflicts() }},
	{"accusations by one actor of one actor", accusations, func(v *dispute.View) {
		for range v.OpenQuestions() {
		}
		v.Conflicts()
	}},
	{"accusations that follow each other", func(n int) dispute.Record {
		r := accusations(n)
		for i := 1; i < len(r.Events); i++ {
			r.Events[i].Links = disputetest.After(r.Events[i-1].ID)
		}
		r.Events[0].When = edtf.MustParse("2024-08-01")
		return r
	}, askQuestions},
	{"accusations that follow each other in a circle", func(n int) dispute.Record {
		r := accusations(n)
		for i := range r.Events {
			r.Events[i].Links = disputetest.After(r.Events[(i+1)%len(r.Events)].ID)
		}
		return r
	}, askQuestions},
	{"accusations of one thing, denied before", func(n int) dispute.Record {
		r := accusations(n)
		for i := range r.Events {
			r.Events[i].When, r.Events[i].Claims = edtf.MustParse("2024-08-02"), []dispute.ClaimID{"raid"}
			r.Attributions = append(r.Attributions, disputetest.On(disputetest.Says(dispute.AttributionID(fmt.Sprintf("d%07d", i)), "aland", dispute.StanceDenies, "raid"), "2024-08-01"))
		}
		return r
	}, func(v *dispute.View) {
		for range v.OpenQuestions() {
		}
	}},
}

// entailments is a chain of n claims, each of which entails the one before. Nobody
// speaks on any of them.
func entailments(n int) dispute.Record {
	r := disputetest.Cast()
	for i := range n {
		c := dispute.Claim{ID: dispute.ClaimID(fmt.Sprintf("c%07d", i)), Text: "c"}
		if i > 0 {
			c.Entails = []dispute.ClaimID{r.Claims[len(r.Claims)-1].ID}
		}
		r.Claims = append(r.Claims, c)
	}
	return r
}

// accusations is n/2 of them, none of them dated, by one actor of one actor.
func accusations(n int) dispute.Record {
	r := disputetest.Cast()
	for i := range n / 2 {
		id := fmt.Sprintf("e%07d", i)
		r.Events = append(r.Events, dispute.Event{ID: dispute.EventID(id), Kind: dispute.KindAccuse, Claims: []dispute.ClaimID{dispute.ClaimID(id)},
			Participants: []dispute.Participant{{Role: dispute.RoleActor, Actor: "beland"}, {Role: dispute.RoleTarget, Actor: "aland"}}})
		r.Claims = append(r.Claims, dispute.Claim{ID: dispute.ClaimID(id), Text: "an accusation", Content: dispute.Content{Occurred: dispute.EventID(id)}})
		r.Attributions = append(r.Attributions, disputetest.Says(dispute.AttributionID(id), "beland", dispute.StanceAsserts, dispute.ClaimID(id)))
	}
	return r
}

func askQuestions(v *dispute.View) {
	for range v.OpenQuestions() {
	}
	v.Conflicts()
	v.Timeline()
	v.Snapshot()
}

func askStatus(v *dispute.View) {
	_ = v.Status("raid").Reasons().String()
	_ = v.Status("c0000000")
}

func (s hostileShape) run(tb testing.TB, n int) {
	d, err := dispute.CompileWith(s.build(n), dispute.Limits{Items: 1 << 30, AttributionDepth: 1 << 30, HierarchyDepth: 1 << 30})
	if err != nil {
		tb.Fatal(err)
	}
	v, err := d.View(dispute.Lens{})
	if err != nil {
		tb.Fatal(err)
	}
	s.ask(v)
}

// Hostile shapes get their answers.
func TestHostileShapes(t *testing.T) {
	for _, s := range slices.Concat(hostileShapes, answerShapes) {
		t.Run(s.name, func(t *testing.T) { s.run(t, *disputetest.HostileItems) })
	}
}

func BenchmarkHostileShapes(b *testing.B) {
	for _, s := range slices.Concat(hostileShapes, answerShapes) {
		for _, n := range []int{25_000, 50_000, 100_000} {
			b.Run(fmt.Sprintf("%s/n=%d", s.name, n), func(b *testing.B) {
				for b.Loop() {
					s.run(b, n)
				}
			})
		}
	}
}

// A chain of claims each of which entails the one before, on which nobody
// speaks: every one of them is a question.
func BenchmarkOpenQuestionsOfEntailments(b *testing.B) {
	for _, n := range []int{4_000, 8_000, 16_000} {
		b.Run(fmt.Sprintf("n=%d", n), func(b *testing.B) {
			v := disputetest.MustView(b, entailments(n))
			b.ReportAllocs()
			for b.Loop() {
				for range v.OpenQuestions() {
				}
			}
		})
	}
}

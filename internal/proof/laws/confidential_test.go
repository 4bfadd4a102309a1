package laws_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/internal/disputetest"
)

// A name that is known from confidential items alone is in no answer: in none of
// its fields, words and reasons, whatever is asked but the name itself.
func TestLawWhatIsSaidInConfidenceNamesNobody(t *testing.T) {
	answers := 0
	for seed := range disputetest.LawSeeds(disputetest.FewerIfShort(100)) {
		r := disputetest.ConfidentialRecord(seed)
		w := disputetest.World{Rand: rand.New(rand.NewPCG(seed, 9)), R: r}
		l := w.Lens()
		if w.Chance(50) {
			l = disputetest.Accepting(l)
		}
		if w.Chance(30) {
			l.Policy.Competent = []dispute.ActorID{"courier"}
		}
		look := func(what any, text string) {
			if answers++; strings.Contains(strings.ToLower(text), disputetest.Marker) && !t.Failed() {
				t.Errorf("seed %d: a confidential name is in %T\n%s\n%s", seed, what, text, disputetest.Dump(t, r, l))
			}
		}
		v, later := disputetest.View(t, r, l), disputetest.View(t, r, dispute.Lens{})
		disputetest.AnswersOf(v, later, openly(r), func(x reflect.Value) {
			text, err := json.Marshal(x.Interface())
			if err != nil {
				t.Fatal(err)
			}
			look(x.Interface(), string(text))
			if s, ok := x.Interface().(fmt.Stringer); ok {
				look(x.Interface(), s.String())
			}
		})
		for _, p := range disputetest.Propositions(&r) {
			statusTellsNobody(t, seed, v, disputetest.Ask(v, p))
		}
		for _, ref := range disputetest.AllRefs(r) {
			look(ref, v.Sentence(ref))
		}
		for _, e := range r.Events {
			for _, s := range r.Sources {
				look(s, v.Report(e.ID, s.ID))
			}
		}
		if t.Failed() {
			return
		}
	}
	if answers < disputetest.LawRecords(disputetest.FewerIfShort(100))*100 {
		t.Errorf("%d answers, want at least a hundred for each record", answers)
	}
}

// statusTellsNobody fails where a status tells who spoke in a confidential statement
// or source, whoever it is: beside it, or under it in its reasons.
func statusTellsNobody(t *testing.T, seed uint64, v *dispute.View, s dispute.Status) {
	t.Helper()
	secret := func(ref dispute.Ref) bool {
		a, _ := v.Attribution(dispute.AttributionID(ref.ID))
		from, _ := v.Source(dispute.SourceID(ref.ID))
		return ref.Kind == dispute.ItemAttribution && a.Confidential || ref.Kind == dispute.ItemSource && from.Confidential
	}
	carrier := func(a dispute.AttributionID, s dispute.SourceID) dispute.Ref {
		if a != "" {
			return a.Ref()
		}
		return s.Ref()
	}
	for _, side := range []dispute.Side{s.For, s.Against} {
		for _, r := range side.Roots() {
			if secret(carrier(r.Attribution, r.Source)) && (len(r.Speakers)+len(r.OnBehalfOf)+len(r.Principals)+len(r.Admitters) > 0 || r.Through != "") {
				t.Errorf("seed %d: it is told who spoke in %+v", seed, r)
			}
		}
	}
	for _, r := range s.Responses {
		if secret(r.Attribution.Ref()) && r.Speaker != "" {
			t.Errorf("seed %d: it is told who answered in %+v", seed, r)
		}
	}
	for _, r := range s.Repeated {
		if secret(carrier(r.Attribution, r.Source)) && len(r.By) > 0 {
			t.Errorf("seed %d: it is told who repeats in %+v", seed, r)
		}
	}
	why := s.Reasons()
	for n, under := range why.Edges() {
		if secret(why.Nodes[n].Item) && why.Nodes[under].Item.Kind == dispute.ItemActor {
			t.Errorf("seed %d: %v stands under %v", seed, why.Nodes[under].Item, why.Nodes[n].Item)
		}
	}
}

// openly is a record with the names that may be asked for.
func openly(r dispute.Record) dispute.Record {
	var actors []dispute.Actor
	for _, a := range r.Actors {
		if !strings.Contains(string(a.ID), disputetest.Marker) {
			actors = append(actors, a)
		}
	}
	r.Actors = actors
	return r
}

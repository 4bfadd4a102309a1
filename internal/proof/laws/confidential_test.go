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

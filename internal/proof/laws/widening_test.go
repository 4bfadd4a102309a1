package laws_test

import (
	"fmt"
	"testing"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/disputetest"
)

// In a chronology that can hold, to know less of when an event was never makes
// an answer more certain: neither which of two events began first, nor how a
// relation stood on a day. Records in which the dates and links of some events
// cannot all hold are left out, before and after.
func TestLawWideningADateNeverMakesAnAnswerMoreCertain(t *testing.T) {
	records, certain, possible, states := 0, 0, 0, 0
	for seed := range disputetest.LawSeeds(disputetest.FewerIfShort(800)) {
		records++
		r := disputetest.WithoutVersions(disputetest.RandomRecord(seed))
		i := int(seed % uint64(len(r.Events)))
		if r.Events[i].When.IsZero() {
			continue
		}
		wide := disputetest.Copy(r)
		wide.Events[i].When = edtf.MustParse([]string{"2024-08", "2024", "[2024-07..2024-09]"}[seed%3])
		if seed%4 == 0 {
			wide.Events[i].When = edtf.Date{}
		}
		if !covers(wide.Events[i].When, r.Events[i].When) {
			continue
		}
		before, after := disputetest.View(t, r, dispute.Lens{}), disputetest.View(t, wide, dispute.Lens{})
		if len(before.Timeline().Contradictions)+len(after.Timeline().Contradictions) > 0 {
			continue
		}
		for _, a := range r.Events {
			for _, b := range r.Events {
				was, is := before.Before(a.ID, b.ID), after.Before(a.ID, b.ID)
				if was == dispute.CertaintyCertain {
					certain++
				}
				if was == dispute.CertaintyPossible {
					possible++
				}
				if was != is && is != dispute.CertaintyPossible {
					t.Fatalf("seed %d: %s before %s was %v; with %s on %q it is %v\n%s", seed, a.ID, b.ID, was, r.Events[i].ID, wide.Events[i].When, is, disputetest.Dump(t, r, dispute.Lens{}))
				}
			}
		}
		for x := range after.Relations() {
			p := x.Pair()
			for n := range 12 {
				on := disputetest.Day(fmt.Sprintf("2024-08-%02d", 1+n))
				was := certainStates(before.Relation(p.From, p.To, p.Track).On(on))
				states += len(was)
				for state := range certainStates(x.On(on)) {
					if !was[state] {
						t.Fatalf("seed %d: %v on %s is certainly %v only with %s on %q\n%s", seed, p, on, state, r.Events[i].ID, wide.Events[i].When, disputetest.Dump(t, r, dispute.Lens{}))
					}
				}
			}
		}
	}
	if records >= 100 && (certain < records/20 || possible < records/20 || states < records/20) {
		t.Errorf("only %d certain and %d possible answers and %d certain states compared", certain, possible, states)
	}
}

type stateAgainst struct {
	state   dispute.State
	against dispute.ActorID
}

func certainStates(s dispute.RelationState) map[stateAgainst]bool {
	states := map[stateAgainst]bool{}
	for _, x := range s.States {
		if x.Certainty == dispute.CertaintyCertain {
			states[stateAgainst{x.State, x.Against}] = true
		}
	}
	return states
}

// covers reports whether an event dated wide can have been whenever one dated
// narrow can: an interval says that it lasted, which no date covers.
func covers(wide, narrow edtf.Date) bool {
	if narrow.Kind() == edtf.KindInterval {
		return false
	}
	w, n := wide.Bounds(), narrow.Bounds()
	return wide.IsZero() || w.EarliestStart.Compare(n.EarliestStart) <= 0 && w.LatestEnd.Compare(n.LatestEnd) >= 0
}

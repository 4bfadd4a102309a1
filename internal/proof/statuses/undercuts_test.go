package statuses_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/internal/disputetest"
)

// A source that very many undercut falls as it does by the slow reading of the
// rules, which looks at all of them.
func TestManyUndercutsAgainstOracle(t *testing.T) {
	t.Parallel()
	fallen := 0
	for seed := range uint64(disputetest.FewerIfShort(60)) {
		m := newMaker(seed + 7_000)
		r := m.record()
		l := m.lens()
		for _, a := range slices.Clone(r.Attributions) {
			if a.TargetSource == "" {
				continue
			}
			for i := range 24 {
				b := disputetest.Copy(a)
				b.ID, b.Supersedes = dispute.AttributionID(fmt.Sprintf("%s-%02d", a.ID, i)), ""
				if m.chance(40) {
					b.Speaker = m.actor()
				}
				r.Attributions = append(r.Attributions, b)
				if m.chance(10) {
					r.Attributions = append(r.Attributions, disputetest.Aimed("at-"+b.ID, m.actor(), choose(m, dispute.StanceUndercuts, dispute.StanceRetracts), b.ID))
				}
			}
		}
		o := newOracle(r, l)
		if d := difference(o, r, l); d != "" {
			t.Fatalf("seed %d: %s\n%s", seed, d, disputetest.Dump(t, r, l))
		}
		for _, ref := range disputetest.Propositions(&r) {
			fallen += len(slices.DeleteFunc(o.answer(ref).Status.Dropped, func(d dispute.Dropped) bool { return d.Impeached == "" }))
		}
	}
	if !testing.Short() && fallen < 20 {
		t.Errorf("%d statements fell with their source: the records do not test it", fallen)
	}
}

// The reasons name all undercuts of a source, of which one decides.
func TestReasonsNameEveryUndercut(t *testing.T) {
	r := disputetest.Cast()
	r.Sources = []dispute.Source{{ID: "paper", Kind: dispute.SourceArticle}}
	said := disputetest.Says("said", "beland", dispute.StanceAsserts, "raid")
	said.Source = "paper"
	r.Attributions = append(r.Attributions, said)
	for i := range 40 {
		u := disputetest.Says(dispute.AttributionID(fmt.Sprintf("u%02d", i)), "herald", dispute.StanceUndercuts, "")
		u.TargetSource = "paper"
		r.Attributions = append(r.Attributions, u)
	}
	s := disputetest.View(t, r, dispute.Lens{}).Status("raid")
	if len(s.Dropped) != 1 || s.Dropped[0].Impeached != "paper" || s.Dropped[0].Why != dispute.DropUndercut {
		t.Fatalf("dropped: %+v", s.Dropped)
	}
	items := s.Reasons().Items()
	for _, a := range r.Attributions {
		if !slices.Contains(items, a.ID.Ref()) {
			t.Errorf("%s is not among the reasons", a.ID)
		}
	}
}

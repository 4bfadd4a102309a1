package statuses_test

import (
	"maps"
	"reflect"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/internal/disputetest"
)

// TestStatusAgainstOracle compares every status of many small records with
// that of a slow reading of the rules.
func TestStatusAgainstOracle(t *testing.T) {
	t.Parallel()
	seen, met := map[string]int{}, map[string]int{}
	records := disputetest.FewerIfShort(*disputetest.OracleRecords)
	for i := range records {
		seed := *disputetest.OracleSeed + uint64(i)
		m := newMaker(seed)
		r := m.record()
		lens := m.lens()
		v, o := disputetest.View(t, r, lens), newOracle(r, lens)
		for _, ref := range disputetest.Propositions(&r) {
			want, got := o.answer(ref), verdictOf(disputetest.Ask(v, ref))
			count(seen, want.Status)
			if reflect.DeepEqual(want, got) {
				continue
			}
			t.Errorf("seed %d: %v differs (-want +got):\n%s\n%s", seed, ref,
				cmp.Diff(want, got, cmpopts.IgnoreUnexported(dispute.Status{}, dispute.Root{}), cmp.AllowUnexported(verdict{})), disputetest.Dump(t, r, lens))
			return
		}
		for rule := range o.met {
			met[rule]++
		}
	}
	if records < 1000 {
		return
	}
	for _, rule := range slices.Sorted(maps.Keys(met)) {
		t.Logf("%5.1f %% of records: %s", 100*float64(met[rule])/float64(records), rule)
	}
	for _, what := range ordinary {
		if seen[what] < 10 {
			t.Errorf("only %d statuses with %q in %d records: the records do not test it", seen[what], what, records)
		}
	}
}

// ordinary lists what has to be seen in any thousand random records.
var ordinary = []string{
	"unasserted", "retracted", "denied", "alleged", "reported", "corroborated", "confirmed", "contested", "refuted", "conflicted",
	"for 3", "for 4", "against 3", "against 4", "interested", "implied", "admission", "finding", "admission and support",
	"shorthand", "other claim", "on behalf", "joint", "joint without origin", "two origins", "partly retracted", "rule standpoint", "rule label",
	"rule performative", "open", "accepted", "dropped", "drop undercut", "drop retracted", "response", "interpretation", "relay", "unsourced", "event",
}

// verdictOf reads a status of the view as the oracle writes one.
func verdictOf(s dispute.Status) verdict {
	v := verdict{Status: disputetest.Judgement(s)}
	for _, r := range s.Repeated {
		if r.Attribution != "" {
			v.repeated = append(v.repeated, r.Attribution.Ref())
		} else {
			v.repeated = append(v.repeated, r.Source.Ref())
		}
	}
	slices.SortFunc(v.repeated, dispute.Ref.Compare)
	return v
}

func count(seen map[string]int, s dispute.Status) {
	note := func(what string, is bool) {
		if is {
			seen[what]++
		}
	}
	note(s.Label.String(), true)
	note("rule "+s.Rule.String(), true)
	note(s.Standing.String(), true)
	note("event", s.Event != "")
	note("response", s.Responses != nil)
	note("interpretation", s.Interpretations != nil)
	note("relay", s.Relays != nil)
	note("unsourced", s.Unsourced != nil)
	dropped := map[dispute.AttributionID]bool{}
	for _, d := range s.Dropped {
		note("drop "+d.Why.String(), true)
		dropped[d.Attribution] = d.Attribution != ""
	}
	for name, side := range map[string]dispute.Side{"for ": s.For, "against ": s.Against} {
		note(name+string(rune('0'+side.Level)), true)
		note("two origins", side.Origins > 1)
		admission, finding := false, false
		for _, r := range side.Roots {
			admission, finding = admission || r.Admission, finding || r.Finding
			note("interested", r.Interested)
			note("implied", r.Implied)
			note("admission", r.Admission)
			note("finding", r.Finding)
			note("shorthand", r.Source != "")
			note("other claim", r.Claim != "")
			note("on behalf", r.OnBehalfOf != nil)
			note("joint", len(r.Speakers) > 1)
			note("joint without origin", r.Origin == 0)
			note("partly retracted", dropped[r.Attribution])
		}
		note("admission and support", side.Level == 4 && admission && !finding)
	}
}

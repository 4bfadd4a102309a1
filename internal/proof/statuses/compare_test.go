package statuses_test

import (
	"fmt"
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
		l := m.lens()
		o := newOracle(r, l)
		if difference(o, r, l) != "" {
			differs := func(r dispute.Record, l dispute.Lens) bool { return difference(newOracle(r, l), r, l) != "" }
			r, l = shrink(r, l, differs)
			t.Fatalf("seed %d, made small: %s\n%s", seed, difference(newOracle(r, l), r, l), disputetest.Dump(t, r, l))
		}
		for _, ref := range disputetest.Propositions(&r) {
			count(seen, o.answer(ref).Judged)
		}
		for rule := range o.met {
			met[rule]++
		}
	}
	if records < 1000 {
		return
	}
	for _, what := range ordinary {
		if seen[what] < 10 {
			t.Errorf("only %d statuses with %q in %d records: the records do not test it", seen[what], what, records)
		}
	}
	for rule, perThousand := range rules {
		if met[rule]*1000 < records*perThousand {
			t.Errorf("the rule %q is met in %d of %d records, want %d in 1000: the records do not test it", rule, met[rule], records, perThousand)
		}
	}
	for rule := range met {
		if _, ok := rules[rule]; !ok {
			t.Errorf("nothing says how often the rule %q has to be met", rule)
		}
	}
}

// difference returns how the first status differs that does, or "" where none
// does, and where a record cannot be looked at.
func difference(o *oracle, r dispute.Record, l dispute.Lens) string {
	d, err := dispute.Compile(r)
	if err != nil {
		return ""
	}
	v, err := d.View(l)
	if err != nil {
		return ""
	}
	for _, ref := range disputetest.Propositions(&r) {
		want, got := o.answer(ref), verdictOf(disputetest.Ask(v, ref))
		if !reflect.DeepEqual(want, got) {
			return fmt.Sprintf("%v differs (-want +got):\n%s", ref,
				cmp.Diff(want, got, cmpopts.IgnoreUnexported(dispute.Status{}, dispute.Root{}), cmp.AllowUnexported(verdict{})))
		}
	}
	return ""
}

// ordinary lists what has to be seen in any thousand random records.
var ordinary = []string{
	"unasserted", "retracted", "denied", "alleged", "reported", "corroborated", "confirmed", "contested", "refuted", "conflicted",
	"for 3", "for 4", "against 3", "against 4", "interested", "implied", "admission", "finding", "admission and support",
	"shorthand", "other claim", "on behalf", "joint", "joint without origin", "two origins", "partly retracted", "rule standpoint", "rule label",
	"rule performative", "rule agreed", "open", "accepted", "dropped", "drop undercut", "drop retracted", "response", "interpretation", "relay", "unsourced", "event",
}

// rules lists the rules that have to be met, and in how many of a thousand random
// records at least. Those that only two together can meet are rare.
var rules = map[string]int{
	"several doers": 100, "doers apart": 10, "denial by another doer": 10, "denied by a doer": 10, "later denial": 5, "organ of a doer": 5,
	"mutual act": 20, "mutual act by word": 5, "standpoint of another doer": 4,
	"agreed": 10, "agreed by doer and target": 5, "agreed by sides told": 5, "agreed by adversaries": 1,

	"adversarial act on file": 20, "adversarial act in time": 20, "interest of an adversary": 10, "interest where nobody is named": 5,
	"interest of the accuser": 5, "accusation by a competent body": 5, "bystander": 20, "bystander uses force": 10,
	"interest of what is reprinted": 5, "admission of the lesser": 5, "admission for an organ": 5,
	"competent body on its own side": 50, "holder of a competent office": 10, "finding on behalf": 5,

	"listed reprint": 50, "listed without publisher": 50, "own communication listed": 50, "one article": 1, "reprinter": 5, "article of its own": 5,
	"circle of citations": 20, "reprints in a circle": 10,
	"article fell": 50, "article withdrawn": 20, "fell along": 15, "all originals fell": 5, "notice in the article itself": 20, "repeated": 20,
	"undercut by the author": 50, "author by the document's day": 10, "undercut by a competent body": 20,
	"disowned": 20, "disowned document": 10, "disowning stands": 20, "disowning fell": 5, "disowned by some": 5, "disowning of another version": 5, "undercut by the publisher": 20, "written before it was published": 5, "undercut and retracted": 5, "principal withdrawn": 5,

	"updated by its speaker": 4, "status of a replaced claim": 20, "status of a replaced event": 15,
}

// verdictOf reads a status of the view as the oracle writes one.
func verdictOf(s dispute.Status) verdict {
	v := verdict{Judged: disputetest.Judgement(s)}
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

func count(seen map[string]int, s disputetest.Judged) {
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
	for name, side := range map[string]disputetest.Side{"for ": s.For, "against ": s.Against} {
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

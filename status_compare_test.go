package dispute_test

import (
	"encoding/json"
	"flag"
	"reflect"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/dispute-go/dispute"
)

var (
	oracleRecords = flag.Int("oracle.records", 20_000, "random records on which statuses are compared with the reference")
	oracleSeed    = flag.Uint64("oracle.seed", 1, "seed of the first of these records")
)

// TestStatusAgainstOracle compares every status of many small records with
// that of a slow reading of the rules.
func TestStatusAgainstOracle(t *testing.T) {
	t.Parallel()
	seen := map[string]int{}
	records := fewerIfShort(*oracleRecords)
	for i := range records {
		seed := *oracleSeed + uint64(i)
		m := newMaker(seed)
		r := m.record()
		lens := m.lens()
		v, o := see(t, r, lens), newOracle(r, lens)
		for _, ref := range propositionsOf(&r) {
			want, got := o.answer(ref), judgementOf(ask(v, ref))
			count(seen, want)
			if reflect.DeepEqual(want, got) {
				continue
			}
			t.Errorf("seed %d: %v differs (-want +got):\n%s\n%s", seed, ref,
				cmp.Diff(want, got, cmpopts.IgnoreUnexported(dispute.Root{})), dump(t, r, lens))
			return
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
}

// fewerIfShort is a tenth of n where tests are to be short.
func fewerIfShort(n int) int {
	if testing.Short() {
		return n / 10
	}
	return n
}

// ordinary lists what has to be seen in any thousand random records.
var ordinary = []string{
	"unasserted", "retracted", "denied", "alleged", "reported", "corroborated", "confirmed", "contested", "refuted", "conflicted",
	"for 3", "for 4", "against 3", "against 4", "interested", "implied", "admission", "finding", "admission and support",
	"shorthand", "other claim", "on behalf", "joint", "joint without origin", "two origins", "partly retracted", "rule standpoint", "rule label",
	"rule performative", "open", "accepted", "dropped", "drop undercut", "drop retracted", "response", "interpretation", "relay", "unsourced", "event",
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

// propositionsOf returns what has a status: the claims and the events.
func propositionsOf(r *dispute.Record) []dispute.Ref {
	var list []dispute.Ref
	for _, c := range r.Claims {
		list = append(list, c.ID.Ref())
	}
	for _, e := range r.Events {
		list = append(list, e.ID.Ref())
	}
	return list
}

// judgementOf returns a status without its words and reasons, and with nil for
// every empty list.
func judgementOf(s dispute.Status) dispute.Status {
	side := func(from dispute.Side) dispute.Side {
		to := dispute.Side{Level: from.Level, Origins: from.Origins}
		for _, r := range from.Roots {
			to.Roots = append(to.Roots, dispute.Root{Attribution: r.Attribution, Source: r.Source, Claim: r.Claim,
				Speakers: orNil(r.Speakers), OnBehalfOf: orNil(r.OnBehalfOf), Principals: orNil(r.Principals),
				Interested: r.Interested, Implied: r.Implied, Admission: r.Admission, Finding: r.Finding, Origin: r.Origin})
		}
		return to
	}
	var dropped []dispute.Dropped
	for _, d := range s.Dropped {
		d.By = orNil(d.By)
		dropped = append(dropped, d)
	}
	return dispute.Status{Claim: s.Claim, Event: s.Event, Label: s.Label, For: side(s.For), Against: side(s.Against),
		Standing: s.Standing, Rule: s.Rule, Dropped: dropped, Responses: orNil(s.Responses),
		Interpretations: orNil(s.Interpretations), Relays: orNil(s.Relays), Unsourced: orNil(s.Unsourced)}
}

func orNil[T any](list []T) []T {
	if len(list) == 0 {
		return nil
	}
	return list
}

// see returns a view of a record.
func see(t testing.TB, r dispute.Record, l dispute.Lens) *dispute.View {
	t.Helper()
	d, err := dispute.Compile(r)
	if err != nil {
		t.Fatalf("Compile: %v\n%s", err, dump(t, r, l))
	}
	v, err := d.View(l)
	if err != nil {
		t.Fatalf("View: %v\n%s", err, dump(t, r, l))
	}
	return v
}

// ask returns the status of a claim or an event.
func ask(v *dispute.View, ref dispute.Ref) dispute.Status {
	if ref.Kind == dispute.ItemEvent {
		return v.EventStatus(dispute.EventID(ref.ID))
	}
	return v.Status(dispute.ClaimID(ref.ID))
}

func dump(t testing.TB, r dispute.Record, l dispute.Lens) string {
	t.Helper()
	record, err := json.MarshalIndent(r, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	lens, err := json.Marshal(l)
	if err != nil {
		t.Fatal(err)
	}
	return string(record) + "\n" + string(lens)
}

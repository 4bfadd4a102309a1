package statuses_test

import (
	"fmt"
	"maps"
	"os"
	"reflect"
	"slices"
	"sort"
	"strconv"
	"strings"
	"testing"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/internal/disputetest"
)

func TestZZSelf(t *testing.T) {
	met, seen := map[string]int{}, map[string]int{}
	records := *disputetest.OracleRecords
	for i := range records {
		m := newMaker(*disputetest.OracleSeed + uint64(i))
		r := m.record()
		lens := m.lens()
		disputetest.View(t, r, lens)
		o := newOracle(r, lens)
		for _, ref := range disputetest.Propositions(&r) {
			count(seen, o.answer(ref).Status)
		}
		for rule := range o.met {
			met[rule]++
		}
	}
	for _, rule := range slices.Sorted(maps.Keys(met)) {
		t.Logf("%5.1f %% of records: %s", 100*float64(met[rule])/float64(records), rule)
	}
	for _, rule := range slices.Sorted(maps.Keys(seen)) {
		t.Logf("%5d: %s", seen[rule], rule)
	}
}

func lines(v verdict) map[string]string {
	out := map[string]string{}
	out["label"] = v.Label.String()
	out["pair"] = fmt.Sprint(v.For.Level, v.Against.Level)
	out["origins"] = fmt.Sprint(v.For.Origins, v.Against.Origins)
	out["standing"] = fmt.Sprint(v.Standing, v.Rule)
	out["doers"] = fmt.Sprint(v.Doers)
	out["superseded"] = fmt.Sprint(v.SupersededBy, v.EventSupersededBy, v.Claim, v.Event)
	out["dropped"] = fmt.Sprint(v.Dropped)
	var dr []string
	for _, d := range v.Dropped {
		dr = append(dr, fmt.Sprint(d.Attribution, d.Source))
	}
	out["droppedids"] = fmt.Sprint(dr)
	out["repeated"] = fmt.Sprint(v.repeated)
	out["facets"] = fmt.Sprint(v.Responses, v.Interpretations, v.Relays, v.Unsourced)
	for name, side := range map[string]dispute.Side{"for": v.For, "against": v.Against} {
		var ids, ints, adm, find, speak, orig []string
		for _, r := range side.Roots {
			id := string(r.Attribution) + string(r.Source)
			ids = append(ids, id)
			orig = append(orig, fmt.Sprint(id, "=", r.Origin))
			ints = append(ints, fmt.Sprint(id, "=", r.Interested))
			adm = append(adm, fmt.Sprint(id, "=", r.Admission))
			find = append(find, fmt.Sprint(id, "=", r.Finding))
			speak = append(speak, fmt.Sprint(id, "=", r.Speakers, r.OnBehalfOf, r.Principals, r.Claim, r.Implied))
		}
		out["roots "+name] = fmt.Sprint(ids)
		out["interested"] += fmt.Sprint(ints)
		out["admission"] += fmt.Sprint(adm)
		out["finding"] += fmt.Sprint(find)
		out["speakers"] += fmt.Sprint(speak)
		out["originnumbers"] += fmt.Sprint(orig)
	}
	return out
}

// category is the most telling difference.
func category(w, g map[string]string) string {
	for _, k := range []string{"superseded", "droppedids", "roots for", "roots against", "speakers", "interested", "finding", "admission", "dropped", "originnumbers", "origins", "pair", "label", "doers", "standing", "repeated", "facets"} {
		if w[k] != g[k] {
			return k
		}
	}
	return ""
}

func diffOf(r dispute.Record, lens dispute.Lens) (cat string, ref dispute.Ref, w, g map[string]string) {
	d, err := dispute.Compile(r)
	if err != nil {
		return
	}
	v, err := d.View(lens)
	if err != nil {
		return
	}
	o := newOracle(r, lens)
	for _, ref := range disputetest.Propositions(&r) {
		want, got := o.answer(ref), verdictOf(disputetest.Ask(v, ref))
		if reflect.DeepEqual(want, got) {
			continue
		}
		w, g := lines(want), lines(got)
		return category(w, g), ref, w, g
	}
	return
}

func compact(t *testing.T, r dispute.Record, lens dispute.Lens) string {
	text := disputetest.Dump(t, r, lens)
	var b strings.Builder
	for _, line := range strings.Split(text, "\n") {
		line2 := strings.TrimLeft(line, " ")
		if n := len(line) - len(line2); n <= 2 && (strings.HasPrefix(line2, "{") || n <= 1) {
			b.WriteString("\n")
		}
		b.WriteString(line2 + " ")
	}
	return b.String()
}

func made(seed uint64) (dispute.Record, dispute.Lens) {
	m := newMaker(seed)
	r := m.record()
	l := m.lens()
	if os.Getenv("PLAIN") == "" {
		return r, l
	}
	l.Policy.Competent, l.Policy.NamedOnly = nil, true
	for i := range r.Events {
		r.Events[i].Sources = nil
	}
	for i := range r.Sources {
		r.Sources[i].ReprintOf = ""
		r.Sources[i].Authors = nil
	}
	for i := range r.Attributions {
		a := &r.Attributions[i]
		if a.TargetSource != "" || a.Attribution != "" {
			a.TargetSource, a.Attribution, a.Stance, a.Claim = "", "", dispute.StanceDeclinesComment, r.Claims[0].ID
		}
		a.Jointly = nil
	}
	for i := range r.Claims {
		r.Claims[i].Content.Meaning = nil
		if os.Getenv("PLAIN") != "2" {
			r.Claims[i].Adverse, r.Claims[i].Favours = nil, nil
		}
	}
	return r, l
}

func TestZZDiff(t *testing.T) {
	type hit struct {
		seed uint64
		size int
	}
	hits := map[string][]hit{}
	only := os.Getenv("CAT")
	show, _ := strconv.Atoi(os.Getenv("SHOW"))
	for i := range *disputetest.OracleRecords {
		seed := *disputetest.OracleSeed + uint64(i)
		r, lens := made(seed)
		cat, _, _, _ := diffOf(r, lens)
		if cat != "" {
			hits[cat] = append(hits[cat], hit{seed, len(disputetest.AllRefs(r))})
		}
	}
	for _, cat := range slices.Sorted(maps.Keys(hits)) {
		t.Logf("%-16s %d", cat, len(hits[cat]))
	}
	for _, cat := range slices.Sorted(maps.Keys(hits)) {
		if only != "" && only != cat {
			continue
		}
		list := hits[cat]
		sort.SliceStable(list, func(i, j int) bool { return list[i].size < list[j].size })
		for _, h := range list[:min(show, len(list))] {
			r, lens := made(h.seed)
			r, lens = shrink(r, lens, func(r dispute.Record, l dispute.Lens) bool { c, _, _, _ := diffOf(r, l); return c == cat })
			_, ref, w, g := diffOf(r, lens)
			t.Logf("=== %s seed %d %v%s", cat, h.seed, ref, compact(t, r, lens))
			for _, k := range slices.Sorted(maps.Keys(w)) {
				if w[k] != g[k] {
					t.Logf("   %s\n      want %s\n      got  %s", k, w[k], g[k])
				}
			}
		}
	}
}

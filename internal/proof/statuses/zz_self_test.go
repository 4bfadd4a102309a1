package statuses_test

import (
	"encoding/json"
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

func shrink(r dispute.Record, lens dispute.Lens, cat string) (dispute.Record, dispute.Lens) {
	still := func(x dispute.Record, l dispute.Lens) bool {
		if _, err := json.Marshal(x); err != nil {
			return false
		}
		c, _, _, _ := diffOf(x, l)
		return c == cat
	}
	for changed := true; changed; {
		changed = false
		for _, ref := range disputetest.AllRefs(r) {
			x, _ := disputetest.Without(r, ref)
			if still(x, lens) {
				r, changed = x, true
			}
		}
		// fields
		var paths func(v reflect.Value, do func(reflect.Value))
		paths = func(v reflect.Value, do func(reflect.Value)) {
			switch v.Kind() {
			case reflect.Slice:
				for i := range v.Len() {
					paths(v.Index(i), do)
				}
				do(v)
			case reflect.Pointer:
				if !v.IsNil() {
					paths(v.Elem(), do)
					do(v)
				}
			case reflect.Struct:
				n := 0
				for i := range v.NumField() {
					if v.Type().Field(i).IsExported() {
						n++
						paths(v.Field(i), do)
					}
				}
				if n == 0 && v.CanSet() {
					do(v)
				}
			default:
				do(v)
			}
		}
		for n := 0; ; n++ {
			x := disputetest.Copy(r)
			i, hit := 0, false
			paths(reflect.ValueOf(&x).Elem(), func(v reflect.Value) {
				if i == n && v.CanSet() {
					hit = true
					if !v.IsZero() {
						if v.Kind() == reflect.Slice && v.Len() > 1 {
							v.Set(v.Slice(0, v.Len()-1))
						} else {
							v.SetZero()
						}
					}
				}
				i++
			})
			if n >= i {
				break
			}
			if hit && !reflect.DeepEqual(x, r) && still(x, lens) {
				r, changed = x, true
			}
		}
		l := lens
		for _, f := range []func(l *dispute.Lens){
			func(l *dispute.Lens) { l.KnownBy = dispute.Lens{}.KnownBy },
			func(l *dispute.Lens) { l.RecordedBy = dispute.Lens{}.RecordedBy },
			func(l *dispute.Lens) { l.Standpoint = "" },
			func(l *dispute.Lens) { l.Policy.Competent = nil },
			func(l *dispute.Lens) { l.Policy.Committing = nil },
			func(l *dispute.Lens) { l.Policy.Accept = nil },
			func(l *dispute.Lens) { l.Policy.NamedOnly = false },
			func(l *dispute.Lens) { l.Policy.AdversaryYears = 0 },
		} {
			x := l
			f(&x)
			if !reflect.DeepEqual(x, lens) && still(r, x) {
				lens, changed, l = x, true, x
			}
		}
	}
	return r, lens
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
		m := newMaker(seed)
		r := m.record()
		lens := m.lens()
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
			m := newMaker(h.seed)
			r := m.record()
			lens := m.lens()
			r, lens = shrink(r, lens, cat)
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

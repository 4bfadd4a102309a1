package dispute_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dispute-go/dispute"
)

// counting is a record with an attack, and figure claims on how many were
// killed, each "best", "low-best-high" or "low--high", stated by whoever the
// statements say.
func counting(figures map[dispute.ClaimID]string, statements ...dispute.Attribution) dispute.Record {
	r := cast()
	r.Actors = append(r.Actors, dispute.Actor{ID: "gazette", Kind: dispute.ActorMedium, Name: "gazette",
		Affiliations: []dispute.Affiliation{{Kind: dispute.AffiliationControlledBy, To: "herald"}}})
	r.Events = []dispute.Event{{ID: "attack", Kind: dispute.KindAttack, Summary: "an attack"}}
	for _, id := range slices.Sorted(func(yield func(dispute.ClaimID) bool) {
		for id := range figures {
			if !yield(id) {
				return
			}
		}
	}) {
		r.Claims = append(r.Claims, dispute.Claim{ID: id, Text: "so many were killed",
			Content: dispute.Content{Figure: figureOf("attack", "killed", figures[id])}})
	}
	r.Attributions = statements
	return r
}

func figureOf(event dispute.EventID, category, text string) *dispute.Figure {
	f := &dispute.Figure{Event: event, Category: category}
	parse := func(s string) *int64 {
		if s == "" {
			return nil
		}
		var n int64
		if _, err := fmt.Sscan(s, &n); err != nil {
			panic(err)
		}
		return &n
	}
	parts := strings.Split(text, "-")
	if len(parts) == 1 {
		f.Best = parse(parts[0])
		return f
	}
	f.Low, f.Best, f.High = parse(parts[0]), parse(parts[1]), parse(parts[2])
	return f
}

func states(speaker dispute.ActorID, claim dispute.ClaimID) dispute.Attribution {
	return says(dispute.AttributionID(string(speaker)+"-on-"+string(claim)), speaker, dispute.StanceAsserts, claim)
}

func jointly(a dispute.Attribution, with ...dispute.ActorID) dispute.Attribution {
	a.ID, a.Jointly = "joint-"+a.ID, with
	return a
}

func TestFigures(t *testing.T) {
	denies := says("denial", "beland", dispute.StanceDenies, "f9")
	relay := states("courier", "f9")
	relay.Lineage = dispute.LineageRelaying
	withdrawn := says("withdrawal", "courier", dispute.StanceRetracts, "")
	withdrawn.Attribution = "courier-on-f9"
	cases := []struct {
		name       string
		figures    map[dispute.ClaimID]string
		statements []dispute.Attribution
		want       string // rows as figure@origins, then summary
	}{
		{"two voices, two figures", map[dispute.ClaimID]string{"f1": "84", "f2": "47"},
			[]dispute.Attribution{states("courier", "f1"), states("herald", "f2")},
			"47@[1] 84@[2] | 2 best figures from 47 to 84 | 1 − 1/2 | 2 origins"},
		{"two voices agree", map[dispute.ClaimID]string{"f1": "84", "f2": "84"},
			[]dispute.Attribution{states("courier", "f1"), states("herald", "f2")},
			"84@[1] 84@[2] | one best figure, 84 | 1 − 2/2 | 2 origins"},
		{"one voice in two names counts once", map[dispute.ClaimID]string{"f1": "84", "f2": "84", "f3": "47"},
			[]dispute.Attribution{states("gazette", "f1"), states("herald", "f1"), states("herald", "f2"), states("courier", "f3")},
			"47@[1] 84@[2] 84@[2] | 2 best figures from 47 to 84 | 1 − 1/2 | 2 origins"},
		{"one voice with two figures counts once for each", map[dispute.ClaimID]string{"f1": "84", "f2": "47", "f3": "47"},
			[]dispute.Attribution{states("gazette", "f1"), states("herald", "f2"), states("courier", "f3")},
			"47@[1] 47@[2] 84@[1] | 2 best figures from 47 to 84 | 1 − 2/3 | 2 origins"},
		{"a joint statement is one voice", map[dispute.ClaimID]string{"f1": "84", "f2": "47"},
			[]dispute.Attribution{jointly(states("courier", "f1"), "herald"), states("aland", "f2")},
			"47@[1] 84@[2] | 2 best figures from 47 to 84 | 1 − 1/2 | 2 origins"},
		{"a joint statement that adds no origin", map[dispute.ClaimID]string{"f1": "84", "f2": "47"},
			[]dispute.Attribution{states("courier", "f1"), jointly(states("courier", "f1"), "aland"), states("herald", "f2")},
			"47@[1] 84@[2] | 2 best figures from 47 to 84 | 1 − 1/2 | 2 origins"},
		{"only joint statements that add no origin give a figure", map[dispute.ClaimID]string{"f1": "84", "f2": "47", "f3": "84"},
			[]dispute.Attribution{states("courier", "f1"), states("herald", "f1"), jointly(states("courier", "f2"), "aland"), jointly(states("herald", "f2"), "aland")},
			"47@[] 84@[1 2] 84@[] | 2 best figures from 47 to 84 | 1 − 2/3 | 2 origins"},
		{"absent is not 0", map[dispute.ClaimID]string{"f1": "0", "f2": "3--9", "f3": "--", "f4": "0-0-0"},
			[]dispute.Attribution{states("courier", "f1"), states("herald", "f2"), states("aland", "f3"), states("beland", "f4")},
			"0 (low 0, high 0)@[1] 0@[2] low 3, high 9@[3] no number@[4] | one best figure, 0 | 1 − 2/2 | 4 origins"},
		{"no best figure is made up", map[dispute.ClaimID]string{"f1": "84--84", "f2": "47--47"},
			[]dispute.Attribution{states("courier", "f1"), states("herald", "f2")},
			"low 47, high 47@[1] low 84, high 84@[2] | no best figure stated | none stated | 2 origins"},
		{"neither a denial nor a relay states a figure, nor a claim nobody makes", map[dispute.ClaimID]string{"f1": "84", "f8": "12", "f9": "47"},
			[]dispute.Attribution{states("herald", "f1"), denies, relay},
			"12@[] 47@[] 84@[1] | one best figure, 84 | 1 − 1/1 | 1 origin"},
		{"what was withdrawn is stated no more", map[dispute.ClaimID]string{"f1": "84", "f9": "47"},
			[]dispute.Attribution{states("herald", "f1"), states("courier", "f9"), withdrawn},
			"47@[] 84@[1] | one best figure, 84 | 1 − 1/1 | 1 origin"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			sets := view(t, counting(c.figures, c.statements...), dispute.Lens{}).Figures("attack")
			if len(sets) != 1 {
				t.Fatalf("%d sets, want one: %v", len(sets), sets)
			}
			if diff := cmp.Diff(c.want, summary(sets[0])); diff != "" {
				t.Errorf("figures (-want +got):\n%s\n%s", diff, sets[0])
			}
		})
	}
}

// summary writes a set down from its text and fields.
func summary(s dispute.FigureSet) string {
	var rows []string
	text := s.String()[strings.Index(s.String(), "in \"an attack\": ")+len("in \"an attack\": "):]
	parts := strings.Split(text, "; ")
	for i, row := range s.Rows {
		number, _, _ := strings.Cut(parts[i], ": ")
		rows = append(rows, fmt.Sprintf("%s@%v", number, row.Origins))
	}
	spread, origins, _ := strings.Cut(strings.TrimSuffix(parts[len(parts)-1], ")"), " (at most ")
	return fmt.Sprintf("%s | %s | %s | %s", strings.Join(rows, " "), spread, s.Disagreement, origins)
}

// The text keeps whose each number is and how it stands, and so do the rows.
func TestFigureText(t *testing.T) {
	r := counting(map[dispute.ClaimID]string{"f1": "80-84-90", "f2": "47"},
		states("aland", "f1"), says("no", "beland", dispute.StanceDenies, "f1"), jointly(states("courier", "f2"), "herald"))
	r.Claims[1].Content.Figure.Of = "beland-agency" // f1; the first claim is the cast's
	r.Claims[2].Content.Figure.Of = "beland-agency"
	sets := view(t, r, dispute.Lens{}).Figures("attack")
	want := `"killed" of beland's agency in "an attack": 47: reported (2,0) — stated by courier and herald jointly; ` +
		`84 (low 80, high 90): contested (2,1) — stated by aland, denied by beland; 2 best figures from 47 to 84 (at most 2 origins)`
	if diff := cmp.Diff(want, sets[0].String()); diff != "" {
		t.Errorf("text (-want +got):\n%s", diff)
	}
	if got := sets[0].Rows[1]; got.Claim != "f1" || got.Label != dispute.LabelContested || got.For != 2 || got.Against != 1 ||
		len(got.Stated) != 1 || got.Stated[0].Attribution != "aland-on-f1" || len(got.Denied) != 1 || got.Denied[0].Attribution != "no" ||
		*got.Low != 80 || *got.Best != 84 || *got.High != 90 {
		t.Errorf("row of f1: %+v", got)
	}
	if *sets[0].Lowest != 80 || *sets[0].Highest != 90 || *sets[0].Least != 47 || *sets[0].Greatest != 84 {
		t.Errorf("lowest %d, highest %d, least %d, greatest %d", *sets[0].Lowest, *sets[0].Highest, *sets[0].Least, *sets[0].Greatest)
	}
}

// Sets are told apart by category and by who was counted, follow superseded
// items to their current versions, and are listed in order.
func TestFigureSets(t *testing.T) {
	r := counting(map[dispute.ClaimID]string{"f1": "1", "f2": "2", "f3": "3", "f4": "4", "f5": "5"}, states("courier", "f1"))
	r.Claims[2].Content.Figure.Of = "beland"
	r.Claims[3].Content.Figure.Of = "aland"
	r.Claims[4].Content.Figure.Category = "hurt"
	r.Claims[5].Content.Figure = figureOf("attack", "killed", "5")
	r.Claims[5].Supersedes = "f1"
	r.Events = append(r.Events, dispute.Event{ID: "attack-2", Supersedes: "attack", Kind: dispute.KindAttack})
	v := view(t, r, dispute.Lens{})
	describe := func(s dispute.FigureSet) string {
		text := fmt.Sprintf("%s %s %s:", s.Event, s.Category, s.Of)
		for _, row := range s.Rows {
			text += " " + string(row.Claim)
		}
		return text
	}
	var got, all []string
	for _, s := range v.Figures("attack") {
		got = append(got, describe(s))
	}
	for s := range v.AllFigures() {
		all = append(all, describe(s))
	}
	want := []string{"attack-2 hurt : f4", "attack-2 killed : f5", "attack-2 killed aland: f3", "attack-2 killed beland: f2"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("sets (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(want, all); diff != "" {
		t.Errorf("all sets (-want +got):\n%s", diff)
	}
	if items := v.Figures("attack")[1].Reasons().Items(); !slices.Contains(items, dispute.EventID("attack-2").Ref()) ||
		!slices.Contains(items, dispute.AttributionID("courier-on-f1").Ref()) {
		t.Errorf("reasons name %v", items)
	}
	if got := v.Figures("no-such-event"); got != nil {
		t.Errorf("figures of an unknown event: %v", got)
	}
	for range v.AllFigures() {
		break
	}
}

func TestDisagreementOrder(t *testing.T) {
	list := []dispute.Disagreement{{}, {Modal: 1, Total: 1}, {Modal: 2, Total: 2}, {Modal: 2, Total: 3}, {Modal: 4, Total: 6}, {Modal: 1, Total: 2}, {Modal: 1, Total: 17}}
	share := func(d dispute.Disagreement) float64 {
		if d.Total == 0 {
			return -1
		}
		return 1 - float64(d.Modal)/float64(d.Total)
	}
	for _, a := range list {
		for _, b := range list {
			want := 0
			switch {
			case share(a) < share(b)-1e-9:
				want = -1
			case share(a) > share(b)+1e-9:
				want = 1
			}
			if got := a.Compare(b); got != want {
				t.Errorf("%s against %s: %d, want %d", a, b, got, want)
			}
		}
	}
}

// On random records every set is what counting by hand gives: rows are all
// figure claims of the set, each as its status has it, and the votes are those
// of connected groups of speakers found by comparing every two.
func TestFiguresAgainstCountingByHand(t *testing.T) {
	speakers := []dispute.ActorID{"aland", "aland-ministry", "aland-agency", "beland", "courier", "herald", "gazette"}
	above := map[dispute.ActorID]dispute.ActorID{"aland-ministry": "aland", "aland-agency": "aland", "gazette": "herald"}
	reach := func(r dispute.Root) map[dispute.ActorID]bool {
		all := map[dispute.ActorID]bool{}
		for _, s := range r.Speakers {
			all[s] = true
			if a := above[s]; a != "" {
				all[a] = true
			}
		}
		return all
	}
	dependent := func(a, b dispute.Root) bool {
		for s := range reach(a) {
			if reach(b)[s] {
				return true
			}
		}
		return false
	}
	disagreed, unvoiced := 0, 0
	for seed := range uint64(2000) {
		rng := rand.New(rand.NewPCG(seed, 0xf16))
		figures := map[dispute.ClaimID]string{}
		var statements []dispute.Attribution
		for i := range 1 + rng.IntN(6) {
			id := dispute.ClaimID(fmt.Sprintf("f%d", i))
			figures[id] = []string{"0", "1", "1-2-3", "2", "1--3", "--"}[rng.IntN(6)]
			for range rng.IntN(4) {
				a := says(dispute.AttributionID(fmt.Sprintf("a%d", len(statements))), speakers[rng.IntN(len(speakers))],
					[]dispute.Stance{dispute.StanceAsserts, dispute.StanceAsserts, dispute.StanceDenies}[rng.IntN(3)], id)
				if rng.IntN(4) == 0 {
					a.Jointly = []dispute.ActorID{speakers[rng.IntN(len(speakers))]}
				}
				statements = append(statements, a)
			}
		}
		v := view(t, counting(figures, statements...), dispute.Lens{})
		s := v.Figures("attack")[0]
		if len(s.Rows) != len(figures) {
			t.Fatalf("seed %d: %d rows for %d claims", seed, len(s.Rows), len(figures))
		}
		var roots []dispute.Root
		values := map[int64][]int{} // by best figure: indexes of roots
		for _, row := range s.Rows {
			status := v.Status(row.Claim)
			if row.Label != status.Label || row.For != status.For.Level || row.Against != status.Against.Level || len(row.Stated) != len(status.For.Roots) {
				t.Fatalf("seed %d: row %+v, status %s", seed, row, status)
			}
			for _, r := range status.For.Roots {
				if row.Best != nil {
					values[*row.Best] = append(values[*row.Best], len(roots))
				}
				roots = append(roots, r)
			}
		}
		joint := func(i int) bool { return len(roots[i].Speakers) > 1 }
		addsNone := make([]bool, len(roots)) // a joint statement with a signatory heard otherwise
		for i := range roots {
			for j := range roots {
				addsNone[i] = addsNone[i] || joint(i) && !joint(j) && dependent(roots[i], roots[j])
			}
		}
		group := make([]int, len(roots)) // relabelled until nothing changes
		for i := range group {
			group[i] = i
		}
		for changed := true; changed; {
			changed = false
			for i := range roots {
				for j := range roots {
					if joint(i) == joint(j) && !addsNone[i] && !addsNone[j] && dependent(roots[i], roots[j]) && group[j] < group[i] {
						group[i], changed = group[j], true
					}
				}
			}
		}
		var want dispute.Disagreement
		for _, list := range values {
			origins := map[int]bool{}
			for _, i := range list {
				if !addsNone[i] {
					origins[group[i]] = true
				}
			}
			n := len(origins)
			if n == 0 {
				n = 1
				unvoiced++
			}
			want.Total += n
			want.Modal = max(want.Modal, n)
		}
		if s.Disagreement != want || s.Distinct != len(values) {
			t.Fatalf("seed %d: disagreement %s over %d figures, by hand %s over %d:\n%s", seed, s.Disagreement, s.Distinct, want, len(values), s)
		}
		if (s.Disagreement.Modal < s.Disagreement.Total) != (s.Distinct > 1) {
			t.Fatalf("seed %d: disagreement %s with %d distinct figures", seed, s.Disagreement, s.Distinct)
		}
		if s.Distinct > 1 {
			disagreed++
		}
	}
	if disagreed < 500 || unvoiced < 10 {
		t.Errorf("only %d sets disagreed, and %d figures were given by joint statements alone", disagreed, unvoiced)
	}
}

func BenchmarkAllFigures(b *testing.B) {
	for _, n := range []int{2_500, 5_000, 10_000} {
		b.Run(fmt.Sprintf("claims=%d", n), func(b *testing.B) {
			var r dispute.Record
			for i := range 40 {
				r.Actors = append(r.Actors, dispute.Actor{ID: dispute.ActorID(fmt.Sprintf("m%d", i)), Kind: dispute.ActorMedium, Name: "a medium"})
			}
			for i := range n {
				event, claim := dispute.EventID(fmt.Sprintf("e%d", i/5)), dispute.ClaimID(fmt.Sprintf("f%d", i))
				if i%5 == 0 {
					r.Events = append(r.Events, dispute.Event{ID: event, Kind: dispute.KindAttack})
				}
				r.Claims = append(r.Claims, dispute.Claim{ID: claim, Text: "so many were killed", Content: dispute.Content{Figure: figureOf(event, "killed", fmt.Sprint(i%4))}})
				for j := range 3 {
					r.Attributions = append(r.Attributions, says(dispute.AttributionID(fmt.Sprintf("a%d-%d", i, j)),
						dispute.ActorID(fmt.Sprintf("m%d", (i*7+j*11)%40)), dispute.StanceAsserts, claim))
				}
			}
			v := mustView(b, r)
			b.ReportAllocs()
			for b.Loop() {
				for range v.AllFigures() {
				}
			}
		})
	}
}

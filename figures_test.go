package dispute_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/internal/disputetest"
)

func TestFigures(t *testing.T) {
	denies := disputetest.Says("denial", "beland", dispute.StanceDenies, "f9")
	relay := disputetest.States("courier", "f9")
	relay.Lineage = dispute.LineageRelaying
	withdrawn := disputetest.Says("withdrawal", "courier", dispute.StanceRetracts, "")
	withdrawn.Attribution = "courier-on-f9"
	cases := []struct {
		name       string
		figures    map[dispute.ClaimID]string
		statements []dispute.Attribution
		want       string // rows as figure@origins, then summary
	}{
		{"two voices, two figures", map[dispute.ClaimID]string{"f1": "84", "f2": "47"},
			[]dispute.Attribution{disputetest.States("courier", "f1"), disputetest.States("herald", "f2")},
			"47@[1] 84@[2] | 2 best figures from 47 to 84 | 1 − 1/2 | 2 origins"},
		{"two voices agree", map[dispute.ClaimID]string{"f1": "84", "f2": "84"},
			[]dispute.Attribution{disputetest.States("courier", "f1"), disputetest.States("herald", "f2")},
			"84@[1] 84@[2] | one best figure, 84 | 1 − 2/2 | 2 origins"},
		{"one voice in two names counts once", map[dispute.ClaimID]string{"f1": "84", "f2": "84", "f3": "47"},
			[]dispute.Attribution{disputetest.States("gazette", "f1"), disputetest.States("herald", "f1"), disputetest.States("herald", "f2"), disputetest.States("courier", "f3")},
			"47@[1] 84@[2] 84@[2] | 2 best figures from 47 to 84 | 1 − 1/2 | 2 origins"},
		{"one voice with two figures counts once for each", map[dispute.ClaimID]string{"f1": "84", "f2": "47", "f3": "47"},
			[]dispute.Attribution{disputetest.States("gazette", "f1"), disputetest.States("herald", "f2"), disputetest.States("courier", "f3")},
			"47@[1] 47@[2] 84@[1] | 2 best figures from 47 to 84 | 1 − 2/3 | 2 origins"},
		{"a joint statement is one voice", map[dispute.ClaimID]string{"f1": "84", "f2": "47"},
			[]dispute.Attribution{disputetest.Jointly(disputetest.States("courier", "f1"), "herald"), disputetest.States("aland", "f2")},
			"47@[1] 84@[2] | 2 best figures from 47 to 84 | 1 − 1/2 | 2 origins"},
		{"a joint statement that adds no origin", map[dispute.ClaimID]string{"f1": "84", "f2": "47"},
			[]dispute.Attribution{disputetest.States("courier", "f1"), disputetest.Jointly(disputetest.States("courier", "f1"), "aland"), disputetest.States("herald", "f2")},
			"47@[1] 84@[2] | 2 best figures from 47 to 84 | 1 − 1/2 | 2 origins"},
		{"only joint statements that add no origin give a figure", map[dispute.ClaimID]string{"f1": "84", "f2": "47", "f3": "84"},
			[]dispute.Attribution{disputetest.States("courier", "f1"), disputetest.States("herald", "f1"), disputetest.Jointly(disputetest.States("courier", "f2"), "aland"), disputetest.Jointly(disputetest.States("herald", "f2"), "aland")},
			"47@[] 84@[1 2] 84@[] | 2 best figures from 47 to 84 | 1 − 2/3 | 2 origins"},
		{"absent is not 0", map[dispute.ClaimID]string{"f1": "0", "f2": "3--9", "f3": "--", "f4": "0-0-0"},
			[]dispute.Attribution{disputetest.States("courier", "f1"), disputetest.States("herald", "f2"), disputetest.States("aland", "f3"), disputetest.States("beland", "f4")},
			"0 (low 0, high 0)@[1] 0@[2] low 3, high 9@[3] no number@[4] | one best figure, 0 | 1 − 2/2 | 4 origins"},
		{"no best figure is made up", map[dispute.ClaimID]string{"f1": "84--84", "f2": "47--47"},
			[]dispute.Attribution{disputetest.States("courier", "f1"), disputetest.States("herald", "f2")},
			"low 47, high 47@[1] low 84, high 84@[2] | no best figure stated | none stated | 2 origins"},
		{"neither a denial nor a relay states a figure, nor a claim nobody makes", map[dispute.ClaimID]string{"f1": "84", "f8": "12", "f9": "47"},
			[]dispute.Attribution{disputetest.States("herald", "f1"), denies, relay},
			"12@[] 47@[] 84@[1] | one best figure, 84 | 1 − 1/1 | 1 origin"},
		{"what was withdrawn is stated no more", map[dispute.ClaimID]string{"f1": "84", "f9": "47"},
			[]dispute.Attribution{disputetest.States("herald", "f1"), disputetest.States("courier", "f9"), withdrawn},
			"47@[] 84@[1] | one best figure, 84 | 1 − 1/1 | 1 origin"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			sets := disputetest.View(t, disputetest.Counting(c.figures, c.statements...), dispute.Lens{}).Figures("attack")
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
	r := disputetest.Counting(map[dispute.ClaimID]string{"f1": "80-84-90", "f2": "47"},
		disputetest.States("aland", "f1"), disputetest.Says("no", "beland", dispute.StanceDenies, "f1"), disputetest.Jointly(disputetest.States("courier", "f2"), "herald"))
	r.Claims[1].Content.Figure.Of = "beland-agency" // f1; the first claim is the cast's
	r.Claims[2].Content.Figure.Of = "beland-agency"
	sets := disputetest.View(t, r, dispute.Lens{}).Figures("attack")
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

// How a number is stated is said with whose it is, and a speaker's later number with
// the days of both.
func TestFigureTextSaysHowEachIsStated(t *testing.T) {
	first, second := disputetest.States("courier", "f1"), disputetest.States("courier", "f2")
	implied, issued, reissued := first, first, second
	implied.Stance = dispute.StanceImplies
	issued.Source, reissued.Source = "monday", "tuesday"
	on := func(day string, a dispute.Attribution) dispute.Attribution { return disputetest.On(a, day) }
	for _, c := range []struct {
		name, want string
		list       []dispute.Attribution
	}{
		{"implied", "5: alleged (1,0) — stated by courier (by implication); one best figure, 5 (at most 1 origin)", []dispute.Attribution{implied}},
		{"found", "5: confirmed (4,0) — stated by board (in a finding); one best figure, 5 (at most 1 origin)", []dispute.Attribution{disputetest.States("board", "f1")}},
		{"disowned", "5: alleged (1,0) — stated by courier (in words since disowned); no best figure stated (at most 1 origin)",
			[]dispute.Attribution{first, disputetest.Aimed("no", "courier", dispute.StanceDenies, first.ID)}},
		{"updated", "5: reported (2,0) — stated by courier (since updated); 7: reported (2,0) — stated by courier; " +
			"updated by courier: 5 on 1 August 2024, then 7 on 2 August 2024; one best figure, 7 (at most 1 origin)",
			[]dispute.Attribution{on("2024-08-01", first), on("2024-08-02", second)}},
		{"implied, then updated", "5: alleged (1,0) — stated by courier (by implication) (since updated); 7: reported (2,0) — stated by courier; " +
			"updated by courier: 5 on 1 August 2024, then 7 on 2 August 2024; one best figure, 7 (at most 1 origin)",
			[]dispute.Attribution{on("2024-08-01", implied), on("2024-08-02", second)}},
		{"updated in print", "5: reported (2,0) — stated by courier (since updated); 7: reported (2,0) — stated by courier; " +
			"updated by courier: 5 published on 1 August 2024, then 7 published on 2 August 2024; one best figure, 7 (at most 1 origin)",
			[]dispute.Attribution{issued, reissued}},
		{"updated in confidence", "5: reported (2,0) — stated by a confidential speaker (since updated); 7: reported (2,0) — stated by a confidential speaker; " +
			"updated by a confidential speaker: 5 on 1 August 2024, then 7 on 2 August 2024; one best figure, 7 (at most 1 origin)",
			[]dispute.Attribution{inConfidence(on("2024-08-01", first)), inConfidence(on("2024-08-02", second))}},
	} {
		t.Run(c.name, func(t *testing.T) {
			figures := map[dispute.ClaimID]string{"f1": "5"}
			if strings.Contains(c.want, "7") {
				figures["f2"] = "7"
			}
			r := disputetest.Counting(figures, c.list...)
			r.Actors = append(r.Actors, dispute.Actor{ID: "board", Kind: dispute.ActorCourt, Name: "board"})
			r.Sources = []dispute.Source{{ID: "monday", Kind: dispute.SourceArticle, Published: disputetest.Date("2024-08-01")},
				{ID: "tuesday", Kind: dispute.SourceArticle, Published: disputetest.Date("2024-08-02")}}
			v := disputetest.View(t, r, dispute.Lens{Policy: dispute.Policy{Competent: []dispute.ActorID{"board"}}})
			if got, want := v.Figures("attack")[0].String(), `"killed" in "an attack": `+c.want; got != want {
				t.Errorf("got  %s\nwant %s", got, want)
			}
		})
	}
}

// Sets are told apart by category and by who was counted, show the current
// versions of superseded items, and are listed in order. What was said on
// another figure stays with that.
func TestFigureSets(t *testing.T) {
	r := disputetest.Counting(map[dispute.ClaimID]string{"f1": "1", "f2": "2", "f3": "3", "f4": "4", "f5": "5"}, disputetest.States("courier", "f1"))
	r.Claims[2].Content.Figure.Of = "beland"
	r.Claims[3].Content.Figure.Of = "aland"
	r.Claims[4].Content.Figure.Category = "hurt"
	r.Claims[5].Content.Figure = disputetest.FigureOf("attack", "killed", "5")
	r.Claims[5].Supersedes = "f1"
	r.Events = append(r.Events, dispute.Event{ID: "attack-2", Supersedes: "attack", Kind: dispute.KindAttack})
	v := disputetest.View(t, r, dispute.Lens{})
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
		slices.Contains(items, dispute.AttributionID("courier-on-f1").Ref()) {
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
				r.Claims = append(r.Claims, dispute.Claim{ID: claim, Text: "so many were killed", Content: dispute.Content{Figure: disputetest.FigureOf(event, "killed", fmt.Sprint(i%4))}})
				for j := range 3 {
					r.Attributions = append(r.Attributions, disputetest.Says(dispute.AttributionID(fmt.Sprintf("a%d-%d", i, j)),
						dispute.ActorID(fmt.Sprintf("m%d", (i*7+j*11)%40)), dispute.StanceAsserts, claim))
				}
			}
			v := disputetest.MustView(b, r)
			b.ReportAllocs()
			for b.Loop() {
				for range v.AllFigures() {
				}
			}
		})
	}
}

package sahel2024_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/sahel2024"
)

// states lists the states that can hold, such as "severed: certain"; of what
// rests on no record it says so.
func states(s dispute.RelationState) []string {
	if s.NoChangeRecorded && len(s.States) == 0 {
		return []string{"no change recorded"}
	}
	var list []string
	for _, p := range s.States {
		text := p.State.String() + ": " + p.Certainty.String()
		if p.Presupposed {
			text += ", presupposed"
		}
		if p.Against != "" {
			text += ", against " + string(p.Against)
		}
		list = append(list, text)
	}
	return list
}

func on(v *dispute.View, from, to dispute.ActorID, track dispute.Track, day string) dispute.RelationState {
	return v.Relation(from, to, track).On(edtf.MustParseDay(day))
}

func TestDiplomaticRelations(t *testing.T) {
	nothing := []string{"no change recorded"}
	before := []string{"established: certain, presupposed"}
	open := []string{"severed: possible", "established: possible, presupposed"}
	after := []string{"severed: certain"}
	for name, table := range map[string]struct {
		lens   dispute.Lens
		states map[dispute.ActorID]map[string][]string
	}{
		"recorded by 21 August": {reportLayer, map[dispute.ActorID]map[string][]string{
			"mali":  {"2024-07-31": before, "2024-08-01": open, "2024-08-07": open, "2024-08-20": open, "2024-08-21": after, "2024-09-01": after},
			"niger": {"2024-07-31": before, "2024-08-01": open, "2024-08-07": open, "2024-08-20": open, "2024-08-21": after, "2024-09-01": after},
		}},
		"recorded by 22 August": {fullLayer, map[dispute.ActorID]map[string][]string{
			"mali":  {"2024-08-03": before, "2024-08-04": after, "2024-08-05": after, "2024-08-07": after},
			"niger": {"2024-08-04": before, "2024-08-05": before, "2024-08-06": after, "2024-08-07": after},
		}},
		"known by 1 August": {knownBy("2024-08-01"), map[dispute.ActorID]map[string][]string{
			"mali": {"2024-07-31": nothing, "2024-08-21": nothing}, "niger": {"2024-08-21": nothing},
		}},
		"known by 5 August": {knownBy("2024-08-05"), map[dispute.ActorID]map[string][]string{
			"mali": {"2024-08-03": before, "2024-08-05": after}, "niger": {"2024-08-05": nothing, "2024-08-07": nothing},
		}},
		"known by 6 August": {knownBy("2024-08-06"), map[dispute.ActorID]map[string][]string{
			"mali": {"2024-08-05": after}, "niger": {"2024-08-05": before, "2024-08-06": after},
		}},
		"recorded by 20 August": {dispute.Lens{RecordedBy: edtf.MustParseDay("2024-08-20")}, map[dispute.ActorID]map[string][]string{
			"mali": {"2024-08-21": nothing}, "niger": {"2024-08-21": nothing},
		}},
	} {
		t.Run(name, func(t *testing.T) {
			v := look(t, table.lens)
			for state, days := range table.states {
				for day, want := range days {
					same(t, string(state)+"–ukraine on "+day, want, states(on(v, state, "ukraine", dispute.TrackDiplomaticRelations, day)))
					same(t, "ukraine–"+string(state)+" on "+day, want, states(on(v, "ukraine", state, dispute.TrackDiplomaticRelations, day)))
				}
			}
		})
	}
}

// In every view, on every day from the first takeover known to a month after
// the report.
func TestBurkinaFasoNoChangeRecorded(t *testing.T) {
	first, last := edtf.MustParseDay("2023-07-26"), edtf.MustParseDay("2024-09-21")
	d, err := dispute.Compile(sahel2024.Record())
	if err != nil {
		t.Fatal(err)
	}
	for _, standpoint := range []dispute.ActorID{"", "burkina-faso", "mali", "niger", "ukraine", "tuareg-rebels", "alliance-of-sahel-states"} {
		for _, lens := range []dispute.Lens{
			{}, reportLayer, fullLayer, knownBy("2024-08-01"), knownBy("2024-08-05"), knownBy("2024-08-21"), knownBy("2024-08-25"),
		} {
			lens.Standpoint = standpoint
			v, err := d.View(lens)
			if err != nil {
				t.Fatal(err)
			}
			r := v.Relation("burkina-faso", "ukraine", dispute.TrackDiplomaticRelations)
			for n := first.Number(); n <= last.Number(); n++ {
				if s := r.On(edtf.DayFromNumber(n)); !s.NoChangeRecorded || s.States != nil || s.Alleged != nil || s.String() != "no change recorded" {
					t.Fatalf("%+v: on %v: %v", lens, s.Day, s)
				}
			}
		}
	}
}

func TestSpellsOfMalisRelations(t *testing.T) {
	type spell struct {
		State             string
		Certainty         string
		Possible, Certain [2]string
		Presupposed       bool
		Events            []dispute.EventID
	}
	ends := func(r dispute.DayRange) [2]string {
		text := func(d edtf.Day) string {
			if d.IsZero() {
				return "-"
			}
			return d.String()
		}
		return [2]string{text(r.First), text(r.Last)}
	}
	for name, table := range map[string]struct {
		lens dispute.Lens
		want []spell
	}{
		"report": {reportLayer, []spell{
			{"established", "certain", [2]string{"-", "2024-08-20"}, [2]string{"-", "2024-07-31"}, true, nil},
			{"severed", "certain", [2]string{"2024-08-01", "-"}, [2]string{"2024-08-21", "-"}, false, []dispute.EventID{"mali-cuts-ties"}},
		}},
		"full": {fullLayer, []spell{
			{"established", "certain", [2]string{"-", "2024-08-03"}, [2]string{"-", "2024-08-03"}, true, nil},
			{"severed", "certain", [2]string{"2024-08-04", "-"}, [2]string{"2024-08-04", "-"}, false, []dispute.EventID{"mali-cuts-ties-dated"}},
		}},
	} {
		var got []spell
		for _, s := range look(t, table.lens).Relation("mali", "ukraine", dispute.TrackDiplomaticRelations).Spells() {
			x := spell{State: s.State.String(), Certainty: s.Certainty.String(), Possible: ends(s.Possible), Presupposed: s.Presupposed}
			if s.Certain != nil {
				x.Certain = ends(*s.Certain)
			}
			for _, r := range s.Rulings {
				x.Events = append(x.Events, r.Event)
			}
			got = append(got, x)
		}
		same(t, name, table.want, got)
	}
}

// The support is claimed to have begun sometime in July 2024.
func TestSupportFromEverySide(t *testing.T) {
	possible := []string{"unspecified-support: possible, against mali"}
	certain := []string{"unspecified-support: certain, against mali"}
	for _, party := range []dispute.ActorID{"mali", "niger", "burkina-faso"} {
		v := look(t, from(party))
		for day, want := range map[string][]string{
			"2024-06-30": nil, "2024-07-01": possible, "2024-07-30": possible, "2024-07-31": certain, "2024-08-21": certain,
		} {
			s := on(v, "ukraine", "tuareg-rebels", dispute.TrackSupport, day)
			same(t, "from the standpoint of "+string(party)+" on "+day, want, states(s))
		}
	}

	for _, party := range []dispute.ActorID{"ukraine", "tuareg-rebels"} {
		s := on(look(t, from(party)), "ukraine", "tuareg-rebels", dispute.TrackSupport, "2024-08-21")
		same(t, "from the standpoint of "+string(party), []string{"no change recorded"}, states(s))
		same(t, "alleged, from the standpoint of "+string(party), 0, len(s.Alleged))
	}

	for _, party := range []dispute.ActorID{"", "russia", "alliance-of-sahel-states"} {
		s := on(look(t, from(party)), "ukraine", "tuareg-rebels", dispute.TrackSupport, "2024-08-21")
		same(t, "states, from the standpoint "+string(party), []string{"no change recorded"}, states(s))
		var alleged []string
		for _, a := range s.Alleged {
			alleged = append(alleged, string(a.Claim)+" "+a.Label.String())
		}
		same(t, "alleged, from the standpoint "+string(party),
			[]string{"ukraine-gave-information contested", "ukraine-supported-rebels contested"}, alleged)
	}
}

func TestMembershipFollowsTheFounding(t *testing.T) {
	report, full := look(t, reportLayer), look(t, fullLayer)
	for _, state := range []dispute.ActorID{"burkina-faso", "mali", "niger"} {
		for day, want := range map[string][]string{
			"2023-09-15": {"none: certain, presupposed"}, "2023-09-16": {"member: certain"}, "2024-08-21": {"member: certain"},
		} {
			same(t, string(state)+" on "+day, want, states(on(full, state, "alliance-of-sahel-states", dispute.TrackMembership, day)))
		}
		for day, want := range map[string][]string{
			"2024-01-01": {"member: possible", "none: possible, presupposed"}, "2024-08-21": {"member: certain"},
		} {
			same(t, string(state)+" in the report, on "+day, want, states(on(report, state, "alliance-of-sahel-states", dispute.TrackMembership, day)))
		}
	}
	same(t, "a member's break is not the Alliance's", []string{"no change recorded"},
		states(on(full, "alliance-of-sahel-states", "ukraine", dispute.TrackDiplomaticRelations, "2024-08-21")))
}

func TestTrendsSolidarityAndAssistance(t *testing.T) {
	v := look(t, reportLayer)
	for _, state := range []dispute.ActorID{"burkina-faso", "mali", "niger"} {
		for to, want := range map[dispute.ActorID]dispute.Trend{
			"western-partners": dispute.TrendFalling, "regional-partners": dispute.TrendFalling, "russia": dispute.TrendRising,
		} {
			claims := on(v, state, to, dispute.TrackCooperation, "2024-08-21").Claims
			if len(claims) != 1 || claims[0].Trend != want || claims[0].Label != dispute.LabelReported || claims[0].Certainty != dispute.CertaintyCertain {
				t.Errorf("cooperation of %s and %s: %+v, want one reported trend, %v, certain", state, to, claims, want)
			}
		}
		sought := on(v, "wagner-group", state, dispute.TrackSupport, "2024-08-21").Claims
		if len(sought) != 1 || sought[0].Trend != dispute.TrendRising || sought[0].State != 0 {
			t.Errorf("support of the Wagner Group for %s: %+v, want one rising trend and no state", state, sought)
		}
		// What it sought, the report does not say that it got.
		for _, day := range []string{"2023-01-01", "2024-08-21"} {
			for _, track := range []dispute.Track{dispute.TrackCooperation, dispute.TrackSupport} {
				same(t, fmt.Sprintf("Wagner Group and %s on %s, %v", state, day, track), []string{"no change recorded"}, states(on(v, "wagner-group", state, track, day)))
			}
		}
	}
	solidarity := on(v, "niger", "mali", dispute.TrackStance, "2024-08-21").Claims
	if len(solidarity) != 1 || solidarity[0].State != dispute.StateSupportive || solidarity[0].Claim != "niger-stands-by-mali" {
		t.Errorf("Niger's stance on Mali: %+v, want supportive by niger-stands-by-mali", solidarity)
	}
	same(t, "Mali's stance on Ukraine", []string{"critical: certain"}, states(on(look(t, fullLayer), "mali", "ukraine", dispute.TrackStance, "2024-08-05")))
}

// Both sides speak of it, the Russian and the Malian; nobody disinterested
// does, so it stands from either side and is alleged from nobody's.
func TestAssistanceAgreedByBothSides(t *testing.T) {
	for party, want := range map[dispute.ActorID][]string{
		"mali": {"unspecified-support: certain"}, "russia": {"unspecified-support: certain"}, "": {"no change recorded"},
	} {
		same(t, "from the standpoint "+string(party), want, states(on(look(t, from(party)), "russia", "mali", dispute.TrackSupport, "2024-08-21")))
	}
}

func TestAnswersPrintAsSentences(t *testing.T) {
	s := on(look(t, reportLayer), "mali", "ukraine", dispute.TrackDiplomaticRelations, "2024-08-07")
	want := "severed: possible (between 1 and 21 August 2024) — Mali severs diplomatic relations with Ukraine [mali-cuts-ties]"
	if !strings.HasPrefix(s.String(), want) {
		t.Errorf("got  %s\nwant %s…", s, want)
	}
}

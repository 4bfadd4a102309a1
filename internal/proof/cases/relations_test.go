package cases

import (
	"fmt"
	"strings"
	"testing"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/edtf"
)

// on says the states of a relation on a day, each with its certainty, and
// "presupposed" where it rests on nothing on file.
func on(v *dispute.View, from, to dispute.ActorID, t dispute.Track, d string) string {
	s := v.Relation(from, to, t).On(day(d))
	if s.NoChangeRecorded {
		return "no change recorded"
	}
	var states []string
	for _, p := range s.States {
		text := fmt.Sprint(p.State, " ", p.Certainty)
		if p.State == 0 {
			text = fmt.Sprint("unknown ", p.Certainty)
		}
		if p.Presupposed && len(p.Rulings) == 0 {
			text += " presupposed"
		}
		states = append(states, text)
	}
	return strings.Join(states, ", ")
}

// holds checks what holds on days, each given as "day: states".
func holds(t testing.TB, v *dispute.View, from, to dispute.ActorID, track dispute.Track, days ...string) {
	t.Helper()
	for _, want := range days {
		d, states, _ := strings.Cut(want, ": ")
		if got := on(v, from, to, track, d); got != states {
			t.Errorf("%s from %s to %s on %s: %s, want %s\n%s", track, from, to, d, got, states, v.Relation(from, to, track).On(day(d)))
		}
	}
}

func TestThroughoutTwoYears(t *testing.T) {
	text := func(date string) string {
		v := seen(t, "throughout-two-years", func(r *dispute.Record) {
			r.Claims[0].Content.Relation.When = edtf.MustParse(date)
		})
		return v.Relation("a", "o", dispute.TrackMembership).On(day("2003-06-01")).String()
	}
	for date, want := range map[string]string{
		"2001-01-01/2002-12-31":    "from 1 January 2001 to 31 December 2002",
		"2001/2002":                "from some day between 1 January and 31 December 2001 to some day between 1 January and 31 December 2002",
		"2002-12-30/2002-12-31":    "from 30 to 31 December 2002",
		"[2001-01-01..2002-12-31]": "between 1 January 2001 and 31 December 2002",
		"2002":                     "between 1 January and 31 December 2002",
	} {
		if got := text(date); !strings.Contains(got, want) {
			t.Errorf("%s: %s, want %q in it", date, got, want)
		}
	}
}

func TestSuspensionErasesMembership(t *testing.T) {
	v := seen(t, "suspension-erases-membership")
	holds(t, v, "a", "o", dispute.TrackMembership,
		"1990-06-01: none certain presupposed", "1999-12-31: none certain presupposed", "2010-06-01: member certain",
		"2023-08-21: member certain", "2023-09-15: membership-suspended certain", "2025-02-01: none certain")
	r := v.Relation("a", "o", dispute.TrackMembership)
	if got := r.On(day("2010-06-01")).States[0].Rulings; len(got) != 1 || got[0].Actor != "a" || got[0].End {
		t.Errorf("a member in 2010 by %+v, want by the affiliation of a", got)
	}
	gaps := r.On(day("2025-02-01")).Gaps
	if len(gaps) != 1 || gaps[0].Actor != "a" || !gaps[0].End || gaps[0].State != dispute.StateNone ||
		len(gaps[0].Found) != 1 || gaps[0].Found[0] != dispute.StateMembershipSuspended {
		t.Errorf("the gaps of 2025 are %+v, want that the end of the affiliation found a suspended membership", gaps)
	}
	if gaps := r.On(day("2023-09-15")).Gaps; len(gaps) != 0 {
		t.Errorf("gaps in 2023: %+v", gaps)
	}

	// Without a start the affiliation precedes all; without an end the suspension
	// goes on, and nothing clashes.
	always := func(r *dispute.Record) { r.Actors[0].Affiliations[0].Period = edtf.Date{} }
	holds(t, seen(t, "suspension-erases-membership", always), "a", "o", dispute.TrackMembership,
		"1990-06-01: member certain", "2023-08-21: member certain", "2023-09-15: membership-suspended certain", "2030-01-01: membership-suspended certain")
	if gaps := seen(t, "suspension-erases-membership", always).Relation("a", "o", dispute.TrackMembership).History().Gaps; len(gaps) != 0 {
		t.Errorf("gaps without an end: %+v", gaps)
	}

	// The order of the events of others, and another track, do not matter.
	holds(t, seen(t, "suspension-erases-membership", func(r *dispute.Record) {
		r.Events = append([]dispute.Event{{ID: "b", Kind: dispute.KindCriticise, When: edtf.MustParse("2020"), Participants: []dispute.Participant{
			{Role: dispute.RoleActor, Actor: "o"}, {Role: dispute.RoleTarget, Actor: "a"}}}}, r.Events...)
	}), "a", "o", dispute.TrackMembership, "1990-06-01: none certain presupposed", "2023-09-15: membership-suspended certain", "2025-02-01: none certain")

	// What the body does later undoes what it did: reinstated, nothing clashes at
	// the end. A withdrawal that says the same as the end rules on.
	later := func(kind dispute.EventKind, from, to dispute.ParticipantRole, when string) func(*dispute.Record) {
		return func(r *dispute.Record) {
			e := r.Events[0]
			e.ID, e.Kind, e.When = "later", kind, edtf.MustParse(when)
			e.Participants = []dispute.Participant{{Role: from, Actor: "o"}, {Role: to, Actor: "a"}}
			r.Events = append(r.Events, e)
			r.Claims = append(r.Claims, dispute.Claim{ID: "oo2", Text: "later", Content: dispute.Content{Occurred: "later"}})
			x := r.Attributions[0]
			x.ID, x.Claim = "t2", "oo2"
			r.Attributions = append(r.Attributions, x)
		}
	}
	reinstated := seen(t, "suspension-erases-membership", later(dispute.KindReinstateMembership, dispute.RoleActor, dispute.RoleTarget, "2023-12-01"))
	holds(t, reinstated, "a", "o", dispute.TrackMembership, "2023-09-15: membership-suspended certain", "2023-12-31: member certain", "2025-02-01: none certain")
	if gaps := reinstated.Relation("a", "o", dispute.TrackMembership).History().Gaps; len(gaps) != 0 {
		t.Errorf("gaps of a reinstated member: %+v", gaps)
	}
}

func TestAlliesInOneEvent(t *testing.T) {
	sides := func(of map[dispute.ActorID]string) func(*dispute.Record) {
		return func(r *dispute.Record) {
			for i := range r.Events {
				for j := range r.Events[i].Participants {
					p := &r.Events[i].Participants[j]
					p.Side = of[p.Actor]
				}
			}
		}
	}
	h := dispute.TrackHostility
	v := seen(t, "allies-in-one-event")
	for _, p := range [][2]dispute.ActorID{{"us", "uk"}, {"uk", "us"}, {"us", "iraq"}, {"iraq", "us"}, {"germany", "italy"}, {"germany", "france"}} {
		s := v.Relation(p[0], p[1], h).On(day("2003-04-01"))
		told := false
		for _, g := range s.Gaps {
			told = told || g.SidesNotTold && (g.Event == "war" || g.Event == "bat")
		}
		if !told || !strings.Contains(s.String(), "sides not told: ") {
			t.Errorf("%s and %s: %s, want sides not told", p[0], p[1], s)
		}
	}
	holds(t, v, "us", "uk", h, "2003-04-01: no change recorded", "1998-12-16: no change recorded")
	holds(t, v, "us", "iraq", h, "1998-12-16: force certain", "1998-12-17: none certain", "2003-04-01: none certain")
	holds(t, v, "iraq", "us", h, "1998-12-16: no change recorded")
	if gaps := v.Relation("us", "uk", h).On(day("2003-03-19")).Gaps; len(gaps) != 0 {
		t.Errorf("before the war: %+v", gaps)
	}

	told := sides(map[dispute.ActorID]string{"us": "coalition", "uk": "coalition", "iraq": "iraq", "germany": "axis", "italy": "axis", "france": "allies"})
	for _, edit := range [][]func(*dispute.Record){{told}, {told, func(r *dispute.Record) {
		for i := range r.Events {
			p := r.Events[i].Participants
			p[0], p[len(p)-1] = p[len(p)-1], p[0]
		}
	}}} {
		v = seen(t, "allies-in-one-event", edit...)
		for _, p := range [][2]dispute.ActorID{{"us", "uk"}, {"uk", "us"}, {"germany", "italy"}, {"italy", "germany"}} {
			if s := v.Relation(p[0], p[1], h).On(day("2003-04-01")); !s.NoChangeRecorded || s.Gaps != nil {
				t.Errorf("%s and %s on one side: %s", p[0], p[1], s)
			}
		}
		holds(t, v, "us", "iraq", h, "2003-04-01: war certain", "2003-05-02: none certain")
		holds(t, v, "iraq", "uk", h, "2003-04-01: war certain")
		holds(t, v, "germany", "france", h, "1940-06-10: force certain")
		holds(t, v, "france", "italy", h, "1940-06-10: force certain")
	}

	// Who has no side where others have one is against nobody that is told.
	v = seen(t, "allies-in-one-event", sides(map[dispute.ActorID]string{"us": "coalition", "iraq": "iraq"}))
	holds(t, v, "us", "iraq", h, "2003-04-01: war certain")
	holds(t, v, "uk", "iraq", h, "2003-04-01: none certain") // after the raid of 1998
	// Two parties need no sides, and a doer and its target on one side are allies.
	v = seen(t, "allies-in-one-event", func(r *dispute.Record) { r.Events[0].Participants = r.Events[0].Participants[1:] })
	holds(t, v, "uk", "iraq", h, "2003-04-01: war certain")
	v = seen(t, "allies-in-one-event", sides(map[dispute.ActorID]string{"us": "x", "uk": "x", "iraq": "x"}))
	holds(t, v, "us", "iraq", h, "1998-12-16: no change recorded")
}

// One who begins a war, or declares one, is at war with the other; the other has
// not answered.
func TestWarOneWay(t *testing.T) {
	oneWay := func(kind dispute.EventKind) *dispute.View {
		return seen(t, "truce-with-an-end", func(r *dispute.Record) {
			r.Events = r.Events[:1]
			r.Events[0].Kind = kind
			r.Events[0].Participants = []dispute.Participant{{Role: dispute.RoleActor, Actor: "russia"}, {Role: dispute.RoleTarget, Actor: "ukraine"}}
		})
	}
	h := dispute.TrackHostility
	holds(t, oneWay(dispute.KindWageWar), "russia", "ukraine", h, "2023-01-01: war certain")
	holds(t, oneWay(dispute.KindWageWar), "ukraine", "russia", h, "2023-01-01: no change recorded")
	holds(t, oneWay(dispute.KindDeclareWar), "russia", "ukraine", h, "2023-01-01: force certain")
	holds(t, oneWay(dispute.KindDeclareWar), "ukraine", "russia", h, "2023-01-01: no change recorded")
}

func TestTruceWithAnEnd(t *testing.T) {
	h := dispute.TrackHostility
	for _, edit := range []func(*dispute.Record){
		func(*dispute.Record) {},
		func(r *dispute.Record) { r.Events[0], r.Events[1] = r.Events[1], r.Events[0] },
		func(r *dispute.Record) {
			r.Events[1].When, r.Events[1].Until = edtf.MustParse("2025-04-19"), edtf.MustParse("2025-04-20")
		},
	} {
		v := seen(t, "truce-with-an-end", edit)
		holds(t, v, "russia", "ukraine", h, "2025-04-18: war certain", "2025-04-19: none certain", "2025-04-20: none certain",
			"2025-04-21: war certain", "2030-01-01: war certain")
		holds(t, v, "ukraine", "russia", h, "2025-04-18: war certain", "2025-04-19: war certain", "2025-04-20: war certain", "2025-04-21: war certain")
	}
}

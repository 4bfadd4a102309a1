package cases

import (
	"testing"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/disputetest"
)

// debate is a record in which a debate is expected in response to a demand.
func debate(when string) dispute.Record {
	deliberate := func(id dispute.EventID, phase dispute.Phase) dispute.Event {
		return dispute.Event{ID: id, Kind: dispute.KindDeliberate, Phase: phase, Sources: []dispute.SourceID{"wire"},
			Participants: []dispute.Participant{{Role: dispute.RoleActor, Actor: "council"}, {Role: dispute.RoleTarget, Actor: "x"}}}
	}
	r := dispute.Record{
		Actors: []dispute.Actor{{ID: "council", Kind: dispute.ActorOrgan, Name: "the council"}, {ID: "x", Kind: dispute.ActorState, Name: "X"},
			{ID: "y", Kind: dispute.ActorState, Name: "Y"}, {ID: "n", Kind: dispute.ActorMedium, Name: "N"}},
		Sources: []dispute.Source{{ID: "wire", Kind: dispute.SourceArticle, Publisher: "n"}, {ID: "leaflet", Kind: dispute.SourceArticle}},
		Events: []dispute.Event{
			{ID: "dem", Kind: dispute.KindDemand, When: edtf.MustParse("2024-07-01"), Asks: dispute.KindCondemn, Sources: []dispute.SourceID{"wire"},
				Participants: []dispute.Participant{{Role: dispute.RoleActor, Actor: "y"}}},
			deliberate("v", dispute.PhaseExpected), deliberate("off", dispute.PhaseCancelled)},
	}
	r.Events[1].When, r.Events[1].Links = edtf.MustParse(when), linked(dispute.LinkInResponseTo, "dem")
	return r
}

func linked(kind dispute.LinkKind, to dispute.EventID) []dispute.Link {
	return []dispute.Link{{Kind: kind, Event: to}}
}

// What was called off is awaited no more.
func TestExpectedEventCalledOff(t *testing.T) {
	const late = "overdue/event/v"
	for what, c := range map[string]struct {
		edit func(r *dispute.Record, off *dispute.Event)
		want []string
	}{
		"in response to it":         {func(_ *dispute.Record, off *dispute.Event) { off.Links = linked(dispute.LinkInResponseTo, "v") }, nil},
		"about it":                  {func(_ *dispute.Record, off *dispute.Event) { off.Links = linked(dispute.LinkAbout, "v") }, nil},
		"in response to the demand": {func(_ *dispute.Record, off *dispute.Event) { off.Links = linked(dispute.LinkInResponseTo, "dem") }, nil},
		"by a later version":        {func(_ *dispute.Record, off *dispute.Event) { off.Supersedes = "v" }, nil},
		"only after it":             {func(_ *dispute.Record, off *dispute.Event) { off.Links = linked(dispute.LinkAfter, "v") }, []string{late}},
		"because of it":             {func(_ *dispute.Record, off *dispute.Event) { off.Links = linked(dispute.LinkBecauseOf, "v") }, []string{late}},
		"not linked":                {func(*dispute.Record, *dispute.Event) {}, []string{late}},
		"something else because of it": {func(_ *dispute.Record, off *dispute.Event) {
			off.Kind, off.Links = dispute.KindNegotiate, linked(dispute.LinkInResponseTo, "v")
		}, []string{late}},
		"another's, of the same demand": {func(_ *dispute.Record, off *dispute.Event) {
			off.Links = linked(dispute.LinkInResponseTo, "dem")
			off.Participants[0].Actor = "y"
		}, []string{late}},
		"that nobody says": {func(_ *dispute.Record, off *dispute.Event) {
			off.Links, off.Sources = linked(dispute.LinkInResponseTo, "v"), nil
		}, []string{late}},
		"by nobody knows whom": {func(_ *dispute.Record, off *dispute.Event) {
			off.Links, off.Sources = linked(dispute.LinkInResponseTo, "v"), []dispute.SourceID{"leaflet"}
		}, []string{late}},
		"as the council says": {func(r *dispute.Record, off *dispute.Event) {
			off.Links, off.Sources = linked(dispute.LinkInResponseTo, "v"), nil
			claims(dispute.Claim{ID: "o", Content: dispute.Content{Occurred: "off"}})(r)
			says("t", "council", dispute.StanceAsserts, "o", "2024-08-03")(r)
		}, nil},
		"which the council denies": {func(r *dispute.Record, off *dispute.Event) {
			off.Links = linked(dispute.LinkInResponseTo, "v")
			claims(dispute.Claim{ID: "o", Content: dispute.Content{Occurred: "off"}})(r)
			says("t", "council", dispute.StanceDenies, "o", "2024-08-03")(r)
		}, []string{late}},
	} {
		t.Run(what, func(t *testing.T) {
			r := debate("[2024-08-01..2024-08-05]")
			c.edit(&r, &r.Events[2])
			open(t, disputetest.View(t, r, dispute.Lens{KnownBy: day("2024-08-10")}), c.want...)
		})
	}
}

// An event is overdue once it surely is, and not on a doubtful date.
func TestOverdueOnceSurelyPast(t *testing.T) {
	const ages, late = "ageing/event/v", "overdue/event/v"
	for when, want := range map[string]string{
		"2024-08-09": late, "2024-08-10": ages, "2024-08": ages, "2024-07": late, "2024-08-09~": ages, "2024-08-09?": ages, "2024-08-09%": ages,
		"2024-?07": ages, "2024-08-01/2024-08-09": late, "2024-08-01/2024-08-10": ages, "2024-08-01/2024-08-09~": ages,
		"2024-08-01/..": ages, "2024-08-01/": ages, "../2024-08-09": late, "[2024-08-01..]": ages, "[..2024-08-09]": late,
		"[2024-08-01,2024-08-09]": late, "[2024-08-01,2024-08-11]": ages, "2024-08-11": "",
	} {
		r := debate(when)
		r.Events = r.Events[:2]
		v := disputetest.View(t, r, dispute.Lens{KnownBy: day("2024-08-10")})
		if want == "" {
			open(t, v)
			continue
		}
		open(t, v, want)
	}
	r := debate("2024-08-01~")
	r.Events[1].Until = edtf.MustParse("2024-08-09") // its end is certain
	open(t, disputetest.View(t, r, dispute.Lens{KnownBy: day("2024-08-10")}), late)
}

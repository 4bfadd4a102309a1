package dispute_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/internal/disputetest"
)

// masked is the cast with more media, two of which say that there was a raid,
// and statements on who is who.
func masked(identities map[dispute.ClaimID][2]dispute.ActorID, statements ...dispute.Attribution) dispute.Record {
	r := disputetest.Cast()
	for _, id := range []dispute.ActorID{"gazette", "post", "mirror"} {
		r.Actors = append(r.Actors, dispute.Actor{ID: id, Kind: dispute.ActorMedium, Name: string(id)})
	}
	for _, id := range []dispute.ClaimID{"i1", "i2", "i3"} {
		if pair, ok := identities[id]; ok {
			r.Claims = append(r.Claims, dispute.Claim{ID: id, Text: fmt.Sprintf("%s is %s", pair[0], pair[1]),
				Content: dispute.Content{Identity: &dispute.Identity{A: pair[0], B: pair[1]}}})
		}
	}
	r.Attributions = append(statements, disputetest.States("courier", "raid"), disputetest.States("herald", "raid"))
	return r
}

func TestIdentities(t *testing.T) {
	undercut := disputetest.Says("undercut", "gazette", dispute.StanceUndercuts, "")
	undercut.Attribution = "courier-on-raid"
	withdrawal := disputetest.Says("withdrawal", "gazette", dispute.StanceRetracts, "")
	withdrawal.Attribution = "courier-on-raid"
	pair := func(a, b dispute.ActorID) map[dispute.ClaimID][2]dispute.ActorID {
		return map[dispute.ClaimID][2]dispute.ActorID{"i1": {a, b}}
	}
	cases := []struct {
		name       string
		identities map[dispute.ClaimID][2]dispute.ActorID
		statements []dispute.Attribution
		plain      string // the raid: pair and origins for it
		accepting  string
	}{
		{"two witnesses are one and the same", pair("courier", "herald"), []dispute.Attribution{disputetest.States("post", "i1")}, "(3,0) 2", "(2,0) 1"},
		{"only one of them says so", pair("courier", "herald"), []dispute.Attribution{disputetest.States("courier", "i1")}, "(3,0) 2", "(3,0) 2"},
		{"it is denied", pair("courier", "herald"), []dispute.Attribution{disputetest.States("post", "i1"), disputetest.Says("no", "courier", dispute.StanceDenies, "i1")}, "(3,0) 2", "(3,0) 2"},
		{"nobody says so", pair("courier", "herald"), nil, "(3,0) 2", "(3,0) 2"},
		{"a witness is a party", pair("courier", "aland-agency"), []dispute.Attribution{disputetest.States("post", "i1")}, "(3,0) 2", "(3,0) 2"},
		{"both witnesses are parties", map[dispute.ClaimID][2]dispute.ActorID{"i1": {"courier", "aland-agency"}, "i2": {"beland", "herald"}},
			[]dispute.Attribution{disputetest.States("post", "i1"), disputetest.States("post", "i2")}, "(3,0) 2", "(1,0) 2"},
		{"over two steps", map[dispute.ClaimID][2]dispute.ActorID{"i1": {"courier", "mirror"}, "i2": {"mirror", "herald"}},
			[]dispute.Attribution{disputetest.States("post", "i1"), disputetest.States("post", "i2")}, "(3,0) 2", "(2,0) 1"},
		{"two steps, one of them not accepted", map[dispute.ClaimID][2]dispute.ActorID{"i1": {"courier", "mirror"}, "i2": {"mirror", "herald"}},
			[]dispute.Attribution{disputetest.States("post", "i1")}, "(3,0) 2", "(3,0) 2"},
		{"it is the same as itself", pair("courier", "courier"), []dispute.Attribution{disputetest.States("post", "i1")}, "(3,0) 2", "(3,0) 2"},
		{"an undercut by who has become a party still counts", pair("gazette", "aland"), []dispute.Attribution{disputetest.States("post", "i1"), undercut}, "(2,0) 1", "(2,0) 1"},
		{"nobody can withdraw what another said", pair("gazette", "courier"), []dispute.Attribution{disputetest.States("post", "i1"), withdrawal}, "(3,0) 2", "(3,0) 2"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			r := masked(c.identities, c.statements...)
			for lens, want := range map[*dispute.Lens]string{{}: c.plain, new(disputetest.Accepting(dispute.Lens{})): c.accepting} {
				s := disputetest.View(t, r, *lens).Status("raid")
				if got := fmt.Sprintf("(%d,%d) %d", s.For.Level, s.Against.Level, s.For.Origins); got != want {
					t.Errorf("identities accepted: %t: raid is %s, want %s", lens.Policy.Identities, got, want)
				}
			}
		})
	}
}

// Identity claims are weighed without each other and without themselves: that
// its two witnesses are the same actor is no reason to believe it less.
func TestIdentityClaimsDoNotWeighThemselves(t *testing.T) {
	r := masked(map[dispute.ClaimID][2]dispute.ActorID{"i1": {"courier", "herald"}, "i2": {"gazette", "post"}},
		disputetest.States("gazette", "i1"), disputetest.States("post", "i1"), disputetest.States("courier", "i2"), disputetest.States("herald", "i2"))
	for _, l := range []dispute.Lens{{}, disputetest.Accepting(dispute.Lens{})} {
		v := disputetest.View(t, r, l)
		for _, id := range []dispute.ClaimID{"i1", "i2"} {
			if s := v.Status(id); s.For.Level != 3 || s.Standing != dispute.StandingAccepted {
				t.Errorf("identities accepted: %t: %s is %s, want it corroborated and accepted", l.Policy.Identities, id, s)
			}
		}
	}
}

// Taking actors for the same commits nobody, is no conflict of hierarchy, and
// lets nobody admit or retract in another's name.
func TestIdentitiesCommitNobody(t *testing.T) {
	r := masked(map[dispute.ClaimID][2]dispute.ActorID{"i1": {"mirror", "aland"}, "i2": {"aland", "mirror"}, "i3": {"post", "beland"}},
		disputetest.States("herald", "i1"), disputetest.States("herald", "i2"), disputetest.States("herald", "i3"), disputetest.States("mirror", "raid"))
	r.Claims[0].Favours = nil
	for _, standpoint := range []dispute.ActorID{"", "aland"} {
		v := disputetest.View(t, r, disputetest.Accepting(dispute.Lens{Standpoint: standpoint}))
		s := v.Status("raid")
		root := s.For.Roots()[slices.IndexFunc(s.For.Roots(), func(r dispute.Root) bool { return r.Speakers[0] == "mirror" })]
		if root.Admission || !root.Interested || s.Rule == dispute.StandingRuleStandpoint || !slices.Equal(root.Principals, []dispute.ActorID{"mirror"}) {
			t.Errorf("standpoint %q: mirror's word counts as %+v, by rule %s; want an interested root and no admission", standpoint, root, s.Rule)
		}
		for _, c := range v.Conflicts() {
			if c.Kind == dispute.ConflictHierarchy {
				t.Errorf("standpoint %q: %s", standpoint, c.String())
			}
		}
		if got := v.Account("aland"); len(got.Asserts)+len(got.Denies)+len(got.Uncommitted) != 0 {
			t.Errorf("standpoint %q: aland's account holds mirror's words: %+v", standpoint, got)
		}
	}
}

func TestTwins(t *testing.T) {
	r := masked(map[dispute.ClaimID][2]dispute.ActorID{"i1": {"courier", "mirror"}, "i2": {"mirror", "herald"}, "i3": {"courier", "aland"}},
		disputetest.States("post", "i1"), disputetest.States("post", "i2"), disputetest.States("beland", "i3"), disputetest.Says("no", "aland", dispute.StanceDenies, "i3"))
	r.Events = []dispute.Event{
		{ID: "both", Kind: dispute.KindAttack, Participants: []dispute.Participant{{Role: dispute.RoleActor, Actor: "courier"}, {Role: dispute.RoleObserver, Actor: "mirror"}}},
		{ID: "e2", Kind: dispute.KindAttack, Participants: []dispute.Participant{{Role: dispute.RoleVictim, Actor: "mirror"}}},
		{ID: "e1", Kind: dispute.KindAttack, Participants: []dispute.Participant{{Role: dispute.RoleActor, Actor: "mirror"}, {Role: dispute.RoleTarget, Actor: "herald"}}},
		{ID: "own", Kind: dispute.KindAttack, Participants: []dispute.Participant{{Role: dispute.RoleActor, Actor: "courier"}}},
	}
	describe := func(list []dispute.ActorIdentity) []string {
		var out []string
		for _, x := range list {
			line := fmt.Sprintf("%s accepted=%t events=%v", x.Actor, x.Accepted, x.Events)
			for _, c := range x.Claims {
				line += fmt.Sprintf(" %s %s (%d,%d) %s", c.Claim, c.Label, c.For, c.Against, c.Standing)
			}
			out = append(out, line)
		}
		return out
	}
	for _, c := range []struct {
		name  string
		lens  dispute.Lens
		actor dispute.ActorID
		want  []string
	}{
		{"not accepted", dispute.Lens{}, "courier", []string{
			"aland accepted=false events=[] i3 contested (2,1) open",
			"mirror accepted=false events=[e1 e2] i1 reported (2,0) accepted"}},
		{"accepted", disputetest.Accepting(dispute.Lens{}), "courier", []string{
			"aland accepted=false events=[] i3 contested (2,1) open",
			"herald accepted=true events=[e1]",
			"mirror accepted=true events=[e1 e2] i1 reported (2,0) accepted"}},
		{"the other way round", disputetest.Accepting(dispute.Lens{}), "herald", []string{
			"courier accepted=true events=[both own]",
			"mirror accepted=true events=[both e2] i2 reported (2,0) accepted"}},
		{"accepted from a standpoint", disputetest.Accepting(dispute.Lens{Standpoint: "beland"}), "aland", []string{
			"courier accepted=true events=[both own] i3 contested (2,1) accepted",
			"herald accepted=true events=[e1]",
			"mirror accepted=true events=[both e1 e2]"}},
		{"nobody else", disputetest.Accepting(dispute.Lens{}), "beland", nil},
		{"not on file", disputetest.Accepting(dispute.Lens{}), "atlantis", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			twins := disputetest.View(t, r, c.lens).Identities(c.actor)
			if diff := cmp.Diff(c.want, describe(twins)); diff != "" {
				t.Errorf("twins (-want +got):\n%s", diff)
			}
			for _, x := range twins {
				if !slices.Contains(x.Reasons().Items(), x.Actor.Ref()) {
					t.Errorf("reasons of %s name %v", x.Actor, x.Reasons().Items())
				}
			}
		})
	}
	want := "mirror and courier: that courier is mirror — reported (2,0) — for: post (at most 1 origin); not adjudicated; taken for the same"
	if diff := cmp.Diff(want, disputetest.View(t, r, disputetest.Accepting(dispute.Lens{})).Identities("courier")[2].String()); diff != "" {
		t.Errorf("text (-want +got):\n%s", diff)
	}
}

// One actor is taken for the same and another is not, whatever the place on file
// of the actor asked for: aland has the first of all IDs, post the last.
func TestOnlyOneOfTwoIsTakenForTheSame(t *testing.T) {
	for _, asked := range []dispute.ActorID{"aland", "post"} {
		r := masked(map[dispute.ClaimID][2]dispute.ActorID{"i1": {asked, "mirror"}, "i2": {"beland", asked}},
			disputetest.States("gazette", "i1"), disputetest.States("gazette", "i2"), disputetest.Says("no", "courier", dispute.StanceDenies, "i2"))
		v := disputetest.View(t, r, disputetest.Accepting(dispute.Lens{}))
		want := map[[2]dispute.ActorID]bool{{asked, "mirror"}: true, {"mirror", asked}: true, {asked, "beland"}: false, {"beland", asked}: false}
		got := map[[2]dispute.ActorID]bool{}
		for _, id := range []dispute.ActorID{asked, "mirror", "beland"} {
			for _, x := range v.Identities(id) {
				got[[2]dispute.ActorID{id, x.Actor}] = x.Accepted
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("accepted (-want +got):\n%s", diff)
		}
	}
}

func TestAgents(t *testing.T) {
	r := masked(nil, disputetest.States("post", "by-beland"), disputetest.States("mirror", "by-aland"), disputetest.States("aland", "raid-by-aland"))
	agency := func(id dispute.ClaimID, event dispute.EventID, actor dispute.ActorID) dispute.Claim {
		return dispute.Claim{ID: id, Text: "it was " + string(actor), Content: dispute.Content{Agency: &dispute.Agency{Event: event, Actor: actor}}}
	}
	r.Claims = append(r.Claims, agency("by-aland", "raid-event", "aland"), agency("by-beland", "raid-event", "beland"),
		agency("raid-by-aland", "other", "aland"), agency("old", "other", "beland"))
	r.Claims[len(r.Claims)-1].Supersedes = ""
	r.Events = []dispute.Event{
		{ID: "raid-event", Kind: dispute.KindAttack, Summary: "a raid", Participants: []dispute.Participant{{Role: dispute.RoleActor, Actor: "aland"}, {Role: dispute.RoleTarget, Actor: "courier"}}},
		{ID: "other", Kind: dispute.KindAttack, Participants: []dispute.Participant{{Role: dispute.RoleTarget, Actor: "courier"}}},
		{ID: "quiet", Kind: dispute.KindAttack, Participants: []dispute.Participant{{Role: dispute.RoleParty, Actor: "courier"}}},
	}
	describe := func(list []dispute.EventAgent) []string {
		var out []string
		for _, a := range list {
			line := fmt.Sprintf("%s by %s filed=%t accepted=%t", a.Event, a.Actor, a.Filed, a.Accepted)
			for _, c := range a.Claims {
				line += fmt.Sprintf(" %s %s", c.Claim, c.Label)
			}
			out = append(out, line)
		}
		return out
	}
	plain, taken := disputetest.View(t, r, dispute.Lens{}), disputetest.View(t, r, disputetest.Accepting(dispute.Lens{}))
	for _, c := range []struct {
		name string
		got  []dispute.EventAgent
		want []string
	}{
		{"filed and claimed", plain.Agents("raid-event"), []string{
			"raid-event by aland filed=true accepted=false by-aland reported",
			"raid-event by beland filed=false accepted=false by-beland reported"}},
		{"accepted", taken.Agents("raid-event"), []string{
			"raid-event by aland filed=true accepted=true by-aland reported",
			"raid-event by beland filed=false accepted=true by-beland reported"}},
		{"not accepted, and said by nobody", taken.Agents("other"), []string{
			"other by aland filed=false accepted=false raid-by-aland alleged",
			"other by beland filed=false accepted=false old unasserted"}},
		{"filed only", taken.Agents("quiet"), []string{"quiet by courier filed=true accepted=false"}},
		{"not on file", taken.Agents("no-such-event"), nil},
		{"acts", plain.Acts("aland"), []string{
			"other by aland filed=false accepted=false raid-by-aland alleged",
			"raid-event by aland filed=true accepted=false by-aland reported"}},
		{"no acts claimed", plain.Acts("courier"), nil},
		{"acts of nobody", plain.Acts("atlantis"), nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, describe(c.got)); diff != "" {
				t.Errorf("ascriptions (-want +got):\n%s", diff)
			}
		})
	}
	want := "aland, of a raid: named by the event itself; that it was aland — reported (2,0) — for: mirror (at most 1 origin); not adjudicated; taken for its act"
	if diff := cmp.Diff(want, taken.Agents("raid-event")[0].String()); diff != "" {
		t.Errorf("text (-want +got):\n%s", diff)
	}
	want = "courier, of quiet: named by the event itself"
	if diff := cmp.Diff(want, taken.Agents("quiet")[0].String()); diff != "" {
		t.Errorf("text (-want +got):\n%s", diff)
	}
	// Who did it in the record is who did it in answers: accepting that it was
	// beland changes no timeline, account or relation.
	if diff := cmp.Diff(plain.Timeline(), taken.Timeline()); diff != "" {
		t.Errorf("timeline (-plain +accepting):\n%s", diff)
	}
}

// A claim that was once on who is who is named beside what is said of it now.
func TestIdentitiesNameWhatWasCorrected(t *testing.T) {
	r := masked(map[dispute.ClaimID][2]dispute.ActorID{"i1": {"courier", "gazette"}, "i2": {"courier", "herald"}}, disputetest.States("post", "i2"))
	r.Claims = append(r.Claims, dispute.Claim{ID: "i9", Supersedes: "i1", Text: "the courier reads the gazette"})
	list := disputetest.View(t, r, dispute.Lens{}).Identities("courier")
	if len(list) != 1 || list[0].Actor != "herald" {
		t.Fatalf("courier is %v, want the herald alone", list)
	}
	if items := list[0].Reasons().Items(); !slices.Contains(items, dispute.ClaimID("i9").Ref()) {
		t.Errorf("it rests on %v, want the claim that is no longer on it too", items)
	}
}

package cases

import (
	"slices"
	"testing"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/internal/disputetest"
)

// disownings is a record of states a, b and u with their foreign ministers fma, fmb
// and fmu, media m, n and o, and claim k, that names nobody.
func disownings(edits ...func(*dispute.Record)) dispute.Record {
	r := dispute.Record{Claims: []dispute.Claim{{ID: "k", Text: "the dam was blown up"}}}
	for _, id := range []dispute.ActorID{"a", "b", "u"} {
		r.Actors = append(r.Actors, dispute.Actor{ID: id, Kind: dispute.ActorState, Name: string(id)},
			dispute.Actor{ID: "fm" + id, Kind: dispute.ActorPerson, Name: "fm" + string(id),
				Affiliations: []dispute.Affiliation{{Kind: dispute.AffiliationHoldsOffice, To: id, Role: dispute.OfficeForeignMinister}}})
	}
	for _, id := range []dispute.ActorID{"m", "n", "o"} {
		r.Actors = append(r.Actors, dispute.Actor{ID: id, Kind: dispute.ActorMedium, Name: string(id)})
	}
	for _, edit := range edits {
		edit(&r)
	}
	return r
}

// happens adds event e and claim occ, that it occurred.
func happens(kind dispute.EventKind, parts ...dispute.Participant) func(*dispute.Record) {
	return func(r *dispute.Record) {
		e := act(kind, "2024-08-04", parts...)
		e.ID, e.Summary = "e", "it happens"
		r.Events = append(r.Events, e)
		r.Claims = append(r.Claims, dispute.Claim{ID: "occ", Text: "it happened", Content: dispute.Content{Occurred: "e"}})
	}
}

// replies adds what somebody says on attribution t.
func replies(id dispute.AttributionID, speaker dispute.ActorID, stance dispute.Stance, t dispute.AttributionID) func(*dispute.Record) {
	return says(id, speaker, stance, "", "2024-08-05", func(a *dispute.Attribution) { a.Attribution = t })
}

func with(jointly ...dispute.ActorID) func(*dispute.Attribution) {
	return func(a *dispute.Attribution) { a.Jointly = jointly }
}

// A joint statement that one signatory disowns loses that signatory's share; the
// others' word stands.
func TestDisownedByOneSignatory(t *testing.T) {
	severs := happens(dispute.KindSeverRelations, part(dispute.RoleActor, "a"), part(dispute.RoleActor, "b"), part(dispute.RoleTarget, "u"))
	for name, edits := range map[string][]func(*dispute.Record){
		"by a co-signatory": {says("1", "fma", asserts, "occ", "2024-08-04", with("fmb")), replies("2", "fmb", denies, "1")},
		"by the speaker":    {says("1", "fmb", asserts, "occ", "2024-08-04", with("fma")), replies("2", "fmb", denies, "1")},
		"by its state":      {says("1", "fma", asserts, "occ", "2024-08-04", with("fmb")), replies("2", "b", denies, "1")},
		"of states":         {says("1", "b", asserts, "occ", "2024-08-04", with("a")), replies("2", "fmb", denies, "1")},
	} {
		t.Run(name, func(t *testing.T) {
			v := disputetest.View(t, disownings(append([]func(*dispute.Record){severs}, edits...)...), dispute.Lens{})
			occurred(t, v, "e", dispute.LabelAlleged, 1, 0)
			doers(t, v, "e", "a accepted performative", "b open none")
			state(t, v, "a", "u", diplomatic, "2024-09-01", "severed certain")
			state(t, v, "b", "u", diplomatic, "2024-09-01", "", "e")
			s := v.EventStatus("e")
			if len(s.Dropped) != 1 || s.Dropped[0].Why != dispute.DropDisowned || !slices.Equal(s.Dropped[0].By, []dispute.AttributionID{"2"}) {
				t.Errorf("dropped is %+v, want the part that 2 disowns", s.Dropped)
			}
			if kinds(v)[dispute.ConflictDisowned] != 1 {
				t.Errorf("conflicts are %v, want one of words disowned", v.Conflicts())
			}
		})
	}
	both := disputetest.View(t, disownings(severs, says("1", "fma", asserts, "occ", "2024-08-04", with("fmb")), replies("2", "fmb", denies, "1"), replies("3", "a", denies, "1")), dispute.Lens{})
	doers(t, both, "e", "a open none", "b open none")

	pact := happens(dispute.KindSignDefencePact, part(dispute.RoleParty, "a"), part(dispute.RoleParty, "b"), part(dispute.RoleParty, "u"))
	v := disputetest.View(t, disownings(pact, says("1", "fma", asserts, "occ", "2024-08-04", with("fmb")), replies("2", "b", denies, "1")), dispute.Lens{})
	doers(t, v, "e", "a accepted performative", "b accepted performative", "u accepted performative")

	adverse := func(r *dispute.Record) { r.Claims[0].Adverse = []dispute.ActorID{"a"} }
	v = disputetest.View(t, disownings(adverse, says("1", "fma", asserts, "k", "2024-08-04", with("fmb")), replies("2", "fmb", denies, "1")), dispute.Lens{})
	stands(t, v, "k", dispute.LabelCorroborated, 3, 0)

	media := []func(*dispute.Record){says("1", "m", asserts, "k", "2024-08-04", with("n")), replies("2", "n", denies, "1")}
	stands(t, disputetest.View(t, disownings(media...), dispute.Lens{}), "k", dispute.LabelReported, 2, 0)
	stands(t, disputetest.View(t, disownings(append(media, says("3", "o", asserts, "k", "2024-08-04"))...), dispute.Lens{}), "k", dispute.LabelCorroborated, 3, 0)
	stands(t, disputetest.View(t, disownings(append(media, says("3", "n", asserts, "k", "2024-08-04"))...), dispute.Lens{}), "k", dispute.LabelCorroborated, 3, 0)
}

// What is undercut and then withdrawn is told as both.
func TestUndercutAndWithdrawn(t *testing.T) {
	adverse := func(r *dispute.Record) { r.Claims[0].Adverse = []dispute.ActorID{"a"} }
	said := []func(*dispute.Record){adverse, says("1", "b", asserts, "k", "2024-08-04"), replies("2", "m", dispute.StanceUndercuts, "1")}
	stands(t, disputetest.View(t, disownings(said...), dispute.Lens{}), "k", dispute.LabelUnasserted, 0, 0)
	v := disputetest.View(t, disownings(append(said, replies("3", "b", dispute.StanceRetracts, "1"))...), dispute.Lens{})
	stands(t, v, "k", dispute.LabelRetracted, 0, 0)
	var why []dispute.DropReason
	for _, d := range v.Status("k").Dropped {
		why = append(why, d.Why)
	}
	if !slices.Equal(why, []dispute.DropReason{dispute.DropUndercut, dispute.DropRetracted}) {
		t.Errorf("dropped for %v, want both reasons", why)
	}
}

// A post of the minister's account that its state disowns falls alike, whether the
// minister is named as its author or its publisher, listed or quoted.
func TestDisownedPost(t *testing.T) {
	severs := happens(dispute.KindSeverRelations, part(dispute.RoleActor, "a"), part(dispute.RoleTarget, "u"))
	published := func(r *dispute.Record) {
		r.Sources = append(r.Sources, dispute.Source{ID: "post", Kind: dispute.SourcePost, Publisher: "fma"})
	}
	written := func(r *dispute.Record) {
		r.Sources = append(r.Sources, dispute.Source{ID: "post", Kind: dispute.SourcePost, Authors: []dispute.Author{{Actor: "fma"}}})
	}
	listed := func(r *dispute.Record) { r.Events[0].Sources = []dispute.SourceID{"post"} }
	quoted := says("1", "fma", asserts, "occ", "2024-08-04", func(a *dispute.Attribution) { a.Source = "post" })
	undercuts := func(by dispute.ActorID) func(*dispute.Record) {
		return says("2", by, dispute.StanceUndercuts, "", "2024-08-05", func(a *dispute.Attribution) { a.TargetSource = "post" })
	}
	for name, edits := range map[string][]func(*dispute.Record){
		"published and quoted": {published, quoted}, "published and listed": {published, listed},
		"written and quoted": {written, quoted}, "written and listed": {written, listed},
	} {
		t.Run(name, func(t *testing.T) {
			for _, by := range []dispute.ActorID{"a", "fma"} {
				v := disputetest.View(t, disownings(append(append([]func(*dispute.Record){severs}, edits...), undercuts(by))...), dispute.Lens{})
				occurred(t, v, "e", dispute.LabelUnasserted, 0, 0)
				doers(t, v, "e", "a open none")
				state(t, v, "a", "u", diplomatic, "2024-09-01", "", "e")
				if s := v.EventStatus("e"); len(s.Dropped) != 1 || s.Dropped[0].Impeached != "post" {
					t.Errorf("dropped is %+v, want what the post carries", s.Dropped)
				}
			}
			v := disputetest.View(t, disownings(append(append([]func(*dispute.Record){severs}, edits...), undercuts("fmu"))...), dispute.Lens{})
			doers(t, v, "e", "a accepted performative") // a party's doubt is none of the author's
		})
	}
}

// An answer that counts again because what took it away was taken back rests on all
// of that: less anything else it is the same.
func TestAnswersNameWhatWasTakenBack(t *testing.T) {
	aims := disputetest.Aimed
	for name, weighed := range map[string][]dispute.Attribution{
		"a disowning is withdrawn":   {aims("one", "aland", dispute.StanceDenies, "no"), aims("two", "aland", dispute.StanceRetracts, "one")},
		"a withdrawal is withdrawn":  {aims("one", "aland", dispute.StanceRetracts, "no"), aims("two", "aland", dispute.StanceRetracts, "one")},
		"an undercut is undercut":    {aims("one", "courier", dispute.StanceUndercuts, "no"), aims("two", "herald", dispute.StanceUndercuts, "one")},
		"a disowning is undercut":    {aims("one", "aland", dispute.StanceDenies, "no"), aims("two", "herald", dispute.StanceUndercuts, "one")},
		"nothing takes it away":      nil,
		"a party's undercut is void": {aims("one", "beland", dispute.StanceUndercuts, "no")},
	} {
		r := disputetest.Accusation()
		no := disputetest.On(disputetest.Says("no", "aland", dispute.StanceDenies, "raid"), "2024-08-12")
		r.Attributions = append(append(r.Attributions, no), weighed...)
		answers := disputetest.View(t, r, dispute.Lens{}).Answers("accuses")
		if len(answers) != 1 || answers[0].Attribution != "no" {
			t.Errorf("%s: answers %+v", name, answers)
			continue
		}
		named := answers[0].Reasons().Items()
		for _, a := range weighed {
			if !slices.Contains(named, a.ID.Ref()) && a.Speaker != "beland" {
				t.Errorf("%s: the answer does not rest on %s", name, a.ID)
			}
		}
		for _, ref := range disputetest.AllRefs(r) {
			rest, gone := disputetest.Without(r, ref)
			if slices.ContainsFunc(named, func(x dispute.Ref) bool { return gone[x] }) {
				continue
			}
			if left := disputetest.View(t, rest, dispute.Lens{}).Answers("accuses"); len(left) != 1 || !left[0].Equal(answers[0]) {
				t.Errorf("%s: without %s the answers are %+v", name, ref, left)
			}
		}
	}
}

// Who denies that a statement was made denies that its speaker made it: the words
// of another speaker to whom it is put down later are not disowned by that. Where
// the later version is the same statement, it is denied like the earlier one.
func TestDenialOfAnotherVersion(t *testing.T) {
	for _, tc := range []struct {
		speaker dispute.ActorID
		want    []dispute.AttributionID
	}{{"w", nil}, {"y", []dispute.AttributionID{"b"}}} {
		v := disputetest.View(t, papers(func(r *dispute.Record) {
			r.Claims = []dispute.Claim{{ID: "k", Text: "Xland did it"}}
			was, is := onDay("2024-05", "y", dispute.StanceAsserts, "a1"), onDay("2024-05-01", tc.speaker, dispute.StanceAsserts, "a2")
			was.Claim, is.Claim, is.Supersedes = "k", "k", "a1"
			denial := onDay("2024-05-02", tc.speaker, dispute.StanceDenies, "b")
			denial.Attribution = "a1"
			r.Attributions = []dispute.Attribution{was, is, denial}
		}), dispute.Lens{})
		roots := v.Status("k").For.Roots()
		if len(roots) != 1 || !slices.Equal(roots[0].DisownedBy, tc.want) {
			t.Errorf("put down to %q: %+v, want one root, disowned by %v", tc.speaker, roots, tc.want)
		}
	}
}

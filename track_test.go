package dispute_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/disputetest"
)

// Each case is a small record and answers worked out by hand from DESIGN §4.4.
func TestTracks(t *testing.T) {
	const (
		dip  = dispute.TrackDiplomaticRelations
		rep  = dispute.TrackRepresentation
		hos  = dispute.TrackHostility
		coop = dispute.TrackCooperation
		mem  = dispute.TrackMembership
		sup  = dispute.TrackSupport
		sta  = dispute.TrackStance
	)
	for _, tc := range []struct {
		name    string
		build   func(*disputetest.CaseFile)
		queries []relationQuery
	}{
		{"a break on one day", func(f *disputetest.CaseFile) {
			f.Event("cut", dispute.KindSeverRelations, "2024-08-04", "actor", "a", "target", "b")
		}, []relationQuery{
			{"a", "b", dip, "1960-01-01", "(established) certain"},
			{"a", "b", dip, "2024-08-03", "(established) certain"},
			{"a", "b", dip, "2024-08-04", "severed certain"},
			{"b", "a", dip, "2030-01-01", "severed certain"},
			{"a", "c", dip, "2024-08-04", "no change recorded"},
		}},
		{"restored and broken off again", func(f *disputetest.CaseFile) {
			f.Event("cut", dispute.KindSeverRelations, "2020-03-01", "actor", "a", "target", "b")
			f.Event("mend", dispute.KindRestoreRelations, "2021-05", "party", "a", "party", "b")
			f.Event("cut-again", dispute.KindSeverRelations, "2022-07-01", "actor", "b", "target", "a")
		}, []relationQuery{
			{"a", "b", dip, "2020-02-29", "(established) certain"},
			{"a", "b", dip, "2021-04-30", "severed certain"},
			{"a", "b", dip, "2021-05-01", "established possible, severed possible"},
			{"a", "b", dip, "2021-05-30", "established possible, severed possible"},
			{"a", "b", dip, "2021-05-31", "established certain"},
			{"a", "b", dip, "2022-07-01", "severed certain"},
		}},
		{"two breaks on one day are one", func(f *disputetest.CaseFile) {
			f.Event("cut", dispute.KindSeverRelations, "2024-08-04", "actor", "a", "target", "b")
			f.Event("cut-too", dispute.KindSeverRelations, "2024-08-04", "actor", "b", "target", "a")
		}, []relationQuery{
			{"a", "b", dip, "2024-08-03", "(established) certain"},
			{"a", "b", dip, "2024-08-04", "severed certain"},
		}},
		{"broken off and restored on one day, order unknown", func(f *disputetest.CaseFile) {
			f.Event("cut", dispute.KindSeverRelations, "2024-08-04", "actor", "a", "target", "b")
			f.Event("mend", dispute.KindRestoreRelations, "2024-08-04", "actor", "a", "target", "b")
		}, []relationQuery{
			// The first to come presupposes what was before.
			{"a", "b", dip, "2024-08-03", "(established) possible, (severed) possible"},
			{"a", "b", dip, "2024-08-04", "established possible, severed possible"},
		}},
		{"broken off and restored on one day, in sequence", func(f *disputetest.CaseFile) {
			f.Event("mend", dispute.KindRestoreRelations, "2024-08-04", "actor", "a", "target", "b").Sequence = 2
			f.Event("cut", dispute.KindSeverRelations, "2024-08-04", "actor", "a", "target", "b").Sequence = 1
		}, []relationQuery{
			{"a", "b", dip, "2024-08-03", "(established) certain"},
			{"a", "b", dip, "2024-08-04", "established certain"},
		}},
		{"broken off and restored on one day, linked", func(f *disputetest.CaseFile) {
			f.Event("cut", dispute.KindSeverRelations, "2024-08-04", "actor", "a", "target", "b")
			f.Event("mend", dispute.KindRestoreRelations, "2024-08-04", "actor", "a", "target", "b").Links = []dispute.Link{{Kind: dispute.LinkBecauseOf, Event: "cut"}}
		}, []relationQuery{
			{"a", "b", dip, "2024-08-04", "established certain"},
		}},
		{"an order that runs through an event off the track", func(f *disputetest.CaseFile) {
			f.Event("cut", dispute.KindSeverRelations, "2024-08", "actor", "a", "target", "b")
			f.Event("speech", dispute.KindStatement, "2024-08", "actor", "a").Links = []dispute.Link{{Kind: dispute.LinkAfter, Event: "cut"}}
			f.Event("mend", dispute.KindRestoreRelations, "2024-08", "actor", "a", "target", "b").Links = []dispute.Link{{Kind: dispute.LinkInResponseTo, Event: "speech"}}
		}, []relationQuery{
			{"a", "b", dip, "2024-08-15", "(established) possible, severed possible"},
			{"a", "b", dip, "2024-08-31", "established certain"},
		}},
		{"about does not order", func(f *disputetest.CaseFile) {
			f.Event("cut", dispute.KindSeverRelations, "2024-08", "actor", "a", "target", "b")
			f.Event("mend", dispute.KindRestoreRelations, "2024-08", "actor", "a", "target", "b").Links = []dispute.Link{{Kind: dispute.LinkAbout, Event: "cut"}}
		}, []relationQuery{
			{"a", "b", dip, "2024-08-31", "established possible, severed possible"},
		}},
		{"an order that runs in a circle does not count", func(f *disputetest.CaseFile) {
			f.Event("cut", dispute.KindSeverRelations, "2024-08", "actor", "a", "target", "b").Links = []dispute.Link{{Kind: dispute.LinkAfter, Event: "mend"}}
			f.Event("mend", dispute.KindRestoreRelations, "2024-08", "actor", "a", "target", "b").Links = []dispute.Link{{Kind: dispute.LinkAfter, Event: "cut"}}
		}, []relationQuery{
			{"a", "b", dip, "2024-08-31", "established possible, severed possible"},
		}},
		{"suspending what is severed", func(f *disputetest.CaseFile) {
			f.Event("cut", dispute.KindSeverRelations, "2024-08-04", "actor", "a", "target", "b")
			f.Event("freeze", dispute.KindSuspendRelations, "2024-08-06", "actor", "b", "target", "a")
		}, []relationQuery{
			{"a", "b", dip, "2024-08-06", "severed certain"},
		}},
		{"suspended, then severed", func(f *disputetest.CaseFile) {
			f.Event("freeze", dispute.KindSuspendRelations, "2024-08-04", "actor", "b", "target", "a")
			f.Event("cut", dispute.KindSeverRelations, "2024-08-06", "actor", "a", "target", "b")
		}, []relationQuery{
			{"a", "b", dip, "2024-08-03", "(established) certain"},
			{"a", "b", dip, "2024-08-05", "suspended certain"},
			{"a", "b", dip, "2024-08-06", "severed certain"},
		}},
		{"a suspension that may come before the break or after it", func(f *disputetest.CaseFile) {
			f.Event("cut", dispute.KindSeverRelations, "2024-08-04", "actor", "a", "target", "b")
			f.Event("freeze", dispute.KindSuspendRelations, "[2024-08-02,2024-08-06]", "actor", "b", "target", "a")
		}, []relationQuery{
			{"a", "b", dip, "2024-08-01", "(established) certain"},
			{"a", "b", dip, "2024-08-02", "suspended possible, (established) possible"},
			{"a", "b", dip, "2024-08-04", "severed certain"},
			{"a", "b", dip, "2024-08-06", "severed certain"},
		}},
		{"a bare CAMEO 161", func(f *disputetest.CaseFile) {
			f.Event("161", dispute.KindReduceRelations, "2024-08-04", "actor", "a", "target", "b")
		}, []relationQuery{
			{"a", "b", dip, "2024-08-03", "(established) certain"},
			{"a", "b", dip, "2024-08-04", "reduced-or-severed certain"},
		}},
		{"a bare CAMEO 161 beside a break", func(f *disputetest.CaseFile) {
			f.Event("161", dispute.KindReduceRelations, "2024-08-04", "actor", "a", "target", "b")
			f.Event("cut", dispute.KindSeverRelations, "2024-08-06", "actor", "a", "target", "b")
			f.Event("161-again", dispute.KindReduceRelations, "2024-08-08", "actor", "a", "target", "b")
		}, []relationQuery{
			{"a", "b", dip, "2024-08-05", "reduced-or-severed certain"},
			{"a", "b", dip, "2024-08-08", "severed certain"},
		}},
		{"an undated break", func(f *disputetest.CaseFile) {
			f.Event("cut", dispute.KindSeverRelations, "", "actor", "a", "target", "b")
		}, []relationQuery{
			{"a", "b", dip, "0001-01-01", "severed possible, (established) possible"},
			{"a", "b", dip, "2024-08-04", "severed possible, (established) possible"},
		}},
		{"an open beginning lies before all days", func(f *disputetest.CaseFile) {
			f.Event("cut", dispute.KindSeverRelations, "../2024-08-04", "actor", "a", "target", "b")
		}, []relationQuery{
			{"a", "b", dip, "-9999-01-01", "severed certain"},
		}},
		{"an unknown beginning lies on any day up to the end", func(f *disputetest.CaseFile) {
			f.Event("cut", dispute.KindSeverRelations, "/2024-08-04", "actor", "a", "target", "b")
		}, []relationQuery{
			{"a", "b", dip, "2000-01-01", "severed possible, (established) possible"},
			{"a", "b", dip, "2024-08-04", "severed certain"},
		}},
		{"expected and cancelled events change nothing", func(f *disputetest.CaseFile) {
			f.Event("soon", dispute.KindSeverRelations, "2024-08-04", "actor", "a", "target", "b").Phase = dispute.PhaseExpected
			f.Event("off", dispute.KindSeverRelations, "2024-08-04", "actor", "a", "target", "b").Phase = dispute.PhaseCancelled
		}, []relationQuery{
			{"a", "b", dip, "2024-09-01", "no change recorded"},
		}},
		{"established for the first time", func(f *disputetest.CaseFile) {
			f.Event("open", dispute.KindEstablishRelations, "1992", "party", "a", "party", "b", "party", "c")
		}, []relationQuery{
			{"a", "b", dip, "1991-12-31", "(none) certain"},
			{"a", "b", dip, "1992-06-01", "established possible, (none) possible"},
			{"b", "c", dip, "1993-01-01", "established certain"},
			{"c", "a", dip, "1993-01-01", "established certain"},
		}},
		{"a break changes neither representation nor stance", func(f *disputetest.CaseFile) {
			f.Event("cut", dispute.KindSeverRelations, "2024-08-04", "actor", "a", "target", "b")
			f.Event("came", dispute.KindAccreditAmbassador, "2020", "actor", "a", "target", "b")
		}, []relationQuery{
			{"a", "b", rep, "2024-09-01", "ambassador certain"},
			{"a", "b", sta, "2024-09-01", "no change recorded"},
		}},
		{"recall and expulsion leave relations as they are", func(f *disputetest.CaseFile) {
			f.Event("home", dispute.KindRecallAmbassador, "2024-08-04", "actor", "a", "target", "b")
			f.Event("png", dispute.KindExpelDiplomats, "2024-08-06", "actor", "a", "target", "b")
		}, []relationQuery{
			{"a", "b", dip, "2024-09-01", "no change recorded"},
			{"a", "b", rep, "2024-08-03", "(ambassador) certain"},
			{"a", "b", rep, "2024-08-04", "recalled certain"},
			// The receiving state expels: it is b's representation in a.
			{"b", "a", rep, "2024-08-05", "unknown certain"},
			{"b", "a", rep, "2024-08-06", "expelled certain"},
		}},
		{"recalling whom the other side has expelled", func(f *disputetest.CaseFile) {
			f.Event("png", dispute.KindExpelDiplomats, "2024-08-04", "actor", "b", "target", "a")
			f.Event("home", dispute.KindRecallAmbassador, "2024-08-06", "actor", "a", "target", "b")
			f.Event("guard", dispute.KindEntrustProtectingPower, "2024-08-08", "actor", "a", "target", "b")
		}, []relationQuery{
			{"a", "b", rep, "2024-08-06", "expelled certain"},
			{"a", "b", rep, "2024-08-08", "protecting-power certain"},
		}},
		{"a battle lasts as long as it does", func(f *disputetest.CaseFile) {
			f.Event("battle", dispute.KindBattle, "2024-07-25/2024-07-27", "party", "a", "party", "b")
		}, []relationQuery{
			{"a", "b", hos, "2024-07-24", "(none) certain"},
			{"a", "b", hos, "2024-07-25", "force certain"},
			{"b", "a", hos, "2024-07-27", "force certain"},
			{"a", "b", hos, "2024-07-28", "none certain"},
		}},
		{"an attack is its actor's", func(f *disputetest.CaseFile) {
			f.Event("raid", dispute.KindAttack, "2024-07-25", "actor", "a", "target", "b", "victim", "c")
		}, []relationQuery{
			{"a", "b", hos, "2024-07-25", "force certain"},
			{"a", "c", hos, "2024-07-25", "force certain"},
			{"a", "b", hos, "2024-07-26", "none certain"},
			{"b", "a", hos, "2024-07-25", "no change recorded"},
			{"b", "c", hos, "2024-07-25", "no change recorded"},
		}},
		{"sometime within eleven days", func(f *disputetest.CaseFile) {
			f.Event("raid", dispute.KindAttack, "[2024-07-21..2024-07-31]", "actor", "a", "target", "b")
		}, []relationQuery{
			{"a", "b", hos, "2024-07-20", "(none) certain"},
			{"a", "b", hos, "2024-07-21", "force possible, (none) possible"},
			{"a", "b", hos, "2024-07-31", "none possible, force possible"},
			{"a", "b", hos, "2024-08-01", "none certain"},
		}},
		{"what is weaker does not show while it lasts beside what is stronger", func(f *disputetest.CaseFile) {
			f.Event("war", dispute.KindWageWar, "2024-08-01/2024-08-10", "party", "a", "party", "b")
			f.Event("raid", dispute.KindAttack, "2024-08-05/2024-08-15", "actor", "a", "target", "b")
			f.Event("word", dispute.KindThreatenForce, "2024-08-03", "actor", "a", "target", "b")
			f.Event("show", dispute.KindShowForce, "2024-08-14/2024-08-20", "actor", "a", "target", "b")
		}, []relationQuery{
			{"a", "b", hos, "2024-08-03", "war certain"},
			{"a", "b", hos, "2024-08-10", "war certain"},
			{"a", "b", hos, "2024-08-11", "force certain"},
			{"a", "b", hos, "2024-08-15", "force certain"},
			{"a", "b", hos, "2024-08-16", "display certain"},
			{"a", "b", hos, "2024-08-21", "none certain"},
			{"b", "a", hos, "2024-08-11", "none certain"},
		}},
		{"going on, no end on file", func(f *disputetest.CaseFile) {
			f.Event("siege", dispute.KindBlockade, "2024-08-01", "actor", "a", "target", "b").Phase = dispute.PhaseOngoing
			f.Event("hold", dispute.KindOccupyTerritory, "2024-08-01/..", "actor", "a", "target", "c")
		}, []relationQuery{
			{"a", "b", hos, "2024-08-01", "force certain"},
			// That it goes on is all that is on file; it may have ended since.
			{"a", "b", hos, "2024-08-02", "none possible, force possible"},
			{"a", "c", hos, "2024-07-31", "(none) certain"},
			{"a", "c", hos, "2099-01-01", "force certain"},
		}},
		{"an end dated apart, and one before the beginning", func(f *disputetest.CaseFile) {
			f.Event("hold", dispute.KindOccupyTerritory, "2024-08-01", "actor", "a", "target", "b").Until = disputetest.Date("2024-08-05")
			f.Event("odd", dispute.KindOccupyTerritory, "2024-08-05", "actor", "a", "target", "c").Until = disputetest.Date("2024-08-01")
		}, []relationQuery{
			{"a", "b", hos, "2024-08-05", "force certain"},
			{"a", "b", hos, "2024-08-06", "none certain"},
			// An end before the beginning tells nothing of the end.
			{"a", "c", hos, "2024-08-04", "(none) certain"},
			{"a", "c", hos, "2024-08-05", "force certain"},
			{"a", "c", hos, "2024-08-06", "none possible, force possible"},
		}},
		{"a declaration of war holds until a truce, each side's for itself", func(f *disputetest.CaseFile) {
			f.Event("declare", dispute.KindDeclareWar, "2024-08-01", "actor", "a", "target", "b")
			f.Event("declare-too", dispute.KindDeclareWar, "2024-08-01", "actor", "b", "target", "a")
			f.Event("war", dispute.KindWageWar, "2024-08-03/2024-08-08", "party", "a", "party", "c")
			f.Event("truce", dispute.KindDeclareTruce, "2024-08-10", "actor", "a", "target", "b")
			f.Event("peace", dispute.KindDeclareTruce, "2024-08-05", "party", "a", "party", "c")
		}, []relationQuery{
			{"a", "b", hos, "2024-07-31", "unknown certain"},
			{"a", "b", hos, "2024-08-02", "force certain"},
			{"a", "b", hos, "2024-08-09", "force certain"},
			{"a", "b", hos, "2024-08-10", "none certain"},
			{"b", "a", hos, "2024-08-10", "force certain"},
			{"c", "a", hos, "2024-08-04", "war certain"},
			{"c", "a", hos, "2024-08-05", "none certain"},
			{"a", "c", hos, "2024-08-09", "none certain"},
		}},
		{"the end of a raid does not undo a declaration of war, made before it or meanwhile", func(f *disputetest.CaseFile) {
			f.Event("declare", dispute.KindDeclareWar, "2024-08-01", "actor", "a", "target", "b")
			f.Event("raid", dispute.KindAttack, "2024-08-03/2024-08-04", "actor", "a", "target", "b")
			f.Event("foray", dispute.KindAttack, "2024-08-03/2024-08-05", "actor", "b", "target", "a")
			f.Event("answer", dispute.KindDeclareWar, "2024-08-04", "actor", "b", "target", "a")
			f.Event("raid-on-c", dispute.KindAttack, "2024-08-03/2024-08-05", "actor", "a", "target", "c")
			f.Event("declare-on-c", dispute.KindDeclareWar, "[2024-08-04..2024-08-07]", "actor", "a", "target", "c")
		}, []relationQuery{
			{"a", "b", hos, "2024-08-04", "force certain"},
			{"a", "b", hos, "2024-08-05", "force certain"},
			{"b", "a", hos, "2024-08-06", "force certain"},
			{"a", "c", hos, "2024-08-06", "none possible, force possible"},
			{"a", "c", hos, "2024-08-07", "force certain"},
		}},
		{"a war within a declared one ends the level", func(f *disputetest.CaseFile) {
			f.Event("declare", dispute.KindDeclareWar, "2024-08-01", "actor", "a", "target", "b")
			f.Event("war", dispute.KindWageWar, "2024-08-03/2024-08-04", "party", "a", "party", "b")
		}, []relationQuery{
			{"a", "b", hos, "2024-08-02", "force certain"},
			{"a", "b", hos, "2024-08-05", "none certain"},
		}},
		{"pacts each have their own course", func(f *disputetest.CaseFile) {
			f.Event("defend", dispute.KindSignDefencePact, "2020-01-01", "party", "a", "party", "b", "party", "c")
			f.Event("consult", dispute.KindSignConsultationPact, "2021-01-01", "party", "a", "party", "b")
			f.Event("lapse", dispute.KindEndDefencePact, "2022", "party", "a", "party", "b")
		}, []relationQuery{
			{"a", "b", coop, "2019-12-31", ""},
			{"b", "a", coop, "2020-01-01", "defence-pact certain"},
			{"a", "b", coop, "2021-01-01", "defence-pact certain, consultation-pact certain"},
			{"a", "b", coop, "2022-06-01", "consultation-pact certain, defence-pact possible"},
			{"a", "b", coop, "2023-01-01", "consultation-pact certain"},
			{"a", "c", coop, "2023-01-01", "defence-pact certain"},
		}},
		{"a pact that ends presupposes one", func(f *disputetest.CaseFile) {
			f.Event("lapse", dispute.KindEndDefencePact, "2022-01-01", "party", "a", "party", "b")
		}, []relationQuery{
			{"a", "b", coop, "2021-12-31", "(defence-pact) certain"},
			{"a", "b", coop, "2022-01-01", ""},
		}},
		{"cooperation while it is done, and claims of it", func(f *disputetest.CaseFile) {
			f.Event("drill", dispute.KindCooperate, "2024-08-01/2024-08-05", "party", "a", "party", "b")
			f.Claim("close", dispute.RelationClaim{Track: coop, From: "b", To: "a", State: dispute.StateCooperation, When: disputetest.Date("2024-08-04/2024-08-09")}, true)
			f.Claim("secret", dispute.RelationClaim{Track: coop, From: "b", To: "a", State: dispute.StateOffencePact}, false)
		}, []relationQuery{
			{"a", "b", coop, "2024-08-05", "cooperation certain"},
			{"a", "b", coop, "2024-08-09", "cooperation certain"},
			{"a", "b", coop, "2024-08-10", ""},
		}},
		{"founding members", func(f *disputetest.CaseFile) {
			f.Event("found", dispute.KindFoundAlliance, "2023-09-16", "actor", "a", "party", "b", "organisation", "c")
		}, []relationQuery{
			{"a", "c", mem, "2023-09-15", "(none) certain"},
			{"a", "c", mem, "2023-09-16", "member certain"},
			{"b", "c", mem, "2023-09-16", "member certain"},
			{"a", "b", mem, "2023-09-16", "no change recorded"},
			{"c", "a", mem, "2023-09-16", "no change recorded"},
		}},
		{"no way back from an announced withdrawal", func(f *disputetest.CaseFile) {
			f.Event("suspended", dispute.KindSuspendMembership, "2022-01-10", "actor", "b", "target", "a")
			f.Event("notice", dispute.KindAnnounceWithdrawal, "2024-01-28", "actor", "a", "organisation", "b")
			f.Event("rejoined", dispute.KindJoin, "2024-02-28", "actor", "a", "organisation", "b")
			f.Event("reinstated", dispute.KindReinstateMembership, "2024-03-28", "actor", "b", "target", "a")
			f.Event("suspended-again", dispute.KindSuspendMembership, "2024-04-28", "actor", "b", "target", "a")
			f.Event("gone", dispute.KindWithdraw, "2024-05-28", "actor", "a", "organisation", "b")
		}, []relationQuery{
			{"a", "b", mem, "2022-01-09", "(member) certain"},
			{"a", "b", mem, "2024-01-27", "membership-suspended certain"},
			{"a", "b", mem, "2024-01-28", "withdrawal-announced certain"},
			{"a", "b", mem, "2024-02-28", "withdrawal-announced certain"},
			{"a", "b", mem, "2024-03-28", "withdrawal-announced certain"},
			{"a", "b", mem, "2024-04-28", "membership-suspended certain"},
			{"a", "b", mem, "2024-05-28", "withdrawn certain"},
		}},
		{"from applicant to withdrawn", func(f *disputetest.CaseFile) {
			f.Event("apply", dispute.KindApplyMembership, "2020-01-01", "actor", "a", "organisation", "c")
			f.Event("join", dispute.KindJoin, "2021-01-01", "actor", "a", "organisation", "c")
			f.Event("bar", dispute.KindSuspendMembership, "2022-01-01", "actor", "c", "target", "a")
			f.Event("rejoin", dispute.KindJoin, "2022-06-01", "actor", "a", "organisation", "c")
			f.Event("lift", dispute.KindReinstateMembership, "2023-01-01", "actor", "c", "target", "a")
			f.Event("notice", dispute.KindAnnounceWithdrawal, "2024-01-28", "actor", "a", "organisation", "c")
			f.Event("leave", dispute.KindWithdraw, "2025-01-29", "actor", "a", "organisation", "c")
			f.Event("bar-again", dispute.KindSuspendMembership, "2025-02-01", "actor", "c", "target", "a")
		}, []relationQuery{
			{"a", "c", mem, "2019-12-31", "(none) certain"},
			{"a", "c", mem, "2020-06-01", "applicant certain"},
			{"a", "c", mem, "2021-06-01", "member certain"},
			{"a", "c", mem, "2022-07-01", "membership-suspended certain"},
			{"a", "c", mem, "2023-06-01", "member certain"},
			{"a", "c", mem, "2024-06-01", "withdrawal-announced certain"},
			{"a", "c", mem, "2025-06-01", "withdrawn certain"},
		}},
		{"affiliations stand in where no event is accepted", func(f *disputetest.CaseFile) {
			f.Actors[1].Affiliations = []dispute.Affiliation{{Kind: dispute.AffiliationMemberOf, To: "c", Period: disputetest.Date("2023-09/2024-05-31")}}
			f.Actors[2].Affiliations = []dispute.Affiliation{{Kind: dispute.AffiliationMemberOf, To: "c"}}
			f.Alleged("leave", dispute.KindWithdraw, "2024-01-01", "actor", "b", "organisation", "c")
		}, []relationQuery{
			{"a", "c", mem, "2023-08-31", "(none) certain"},
			{"a", "c", mem, "2023-09-01", "member possible, (none) possible"},
			{"a", "c", mem, "2023-09-30", "member certain"},
			{"a", "c", mem, "2024-05-31", "member certain"},
			{"a", "c", mem, "2024-06-01", "none certain"},
			{"b", "c", mem, "1900-01-01", "member certain"},
			{"b", "c", mem, "2024-06-01", "member certain"},
		}},
		{"an accepted event outweighs affiliations", func(f *disputetest.CaseFile) {
			f.Actors[1].Affiliations = []dispute.Affiliation{{Kind: dispute.AffiliationMemberOf, To: "c"}}
			f.Event("leave", dispute.KindWithdraw, "2024-01-01", "actor", "a", "organisation", "c")
		}, []relationQuery{
			{"a", "c", mem, "2023-12-31", "member certain"},
			{"a", "c", mem, "2024-01-01", "withdrawn certain"},
		}},
		{"a member's relations are not the bloc's", func(f *disputetest.CaseFile) {
			f.Actors[1].Affiliations = []dispute.Affiliation{{Kind: dispute.AffiliationMemberOf, To: "c"}}
			f.Event("cut", dispute.KindSeverRelations, "2024-08-04", "actor", "a", "target", "b")
			f.Event("warn", dispute.KindCondemn, "2024-08-04", "actor", "c", "target", "b")
		}, []relationQuery{
			{"c", "b", dip, "2024-09-01", "no change recorded"},
			{"a", "b", sta, "2024-09-01", "no change recorded"},
			{"c", "b", sta, "2024-09-01", "critical certain"},
		}},
		{"support by kind and target", func(f *disputetest.CaseFile) {
			f.Claim("arms", dispute.RelationClaim{Track: sup, From: "a", To: "b", Against: "c", State: dispute.StateWeapons, When: disputetest.Date("2024-07/..")}, true)
			f.Claim("money", dispute.RelationClaim{Track: sup, From: "a", To: "b", State: dispute.StateFunding, When: disputetest.Date("2024-07-05/2024-07-09")}, true)
			f.Claim("some", dispute.RelationClaim{Track: sup, From: "a", To: "b", Against: "c", When: disputetest.Date("2024-07")}, true)
			f.Event("gift", dispute.KindProvideWeapons, "2024-06-01/2024-06-03", "actor", "a", "recipient", "b")
		}, []relationQuery{
			{"a", "b", sup, "2024-06-02", "weapons certain"},
			{"a", "b", sup, "2024-06-04", ""},
			{"a", "b", sup, "2024-07-01", "weapons/c possible, unspecified-support/c possible"},
			{"a", "b", sup, "2024-07-05", "funding certain, weapons/c possible, unspecified-support/c possible"},
			{"a", "b", sup, "2024-07-31", "weapons/c certain, unspecified-support/c possible"},
			{"a", "b", sup, "2099-01-01", "weapons/c certain"},
			{"b", "a", sup, "2024-07-31", "no change recorded"},
			{"a", "c", sup, "2024-07-31", "no change recorded"},
		}},
		{"supports against different targets", func(f *disputetest.CaseFile) {
			f.Actors = append(f.Actors, dispute.Actor{ID: "d", Kind: dispute.ActorState, Name: "d"})
			f.Event("gift", dispute.KindProvideWeapons, "2024-06-01/2024-06-03", "actor", "a", "recipient", "b", "target", "c")
			f.Claim("arms", dispute.RelationClaim{Track: sup, From: "a", To: "b", Against: "d", State: dispute.StateWeapons, When: disputetest.Date("2024-06-03/2024-06-05")}, true)
			f.Event("plain", dispute.KindProvideWeapons, "2024-06-05/2024-06-06", "actor", "a", "recipient", "b")
		}, []relationQuery{
			{"a", "b", sup, "2024-06-02", "weapons/c certain"},
			{"a", "b", sup, "2024-06-03", "weapons/c certain, weapons/d certain"},
			{"a", "b", sup, "2024-06-05", "weapons certain, weapons/d certain"},
			{"a", "b", sup, "2024-06-06", "weapons certain"},
		}},
		{"an undated claim can hold on any day", func(f *disputetest.CaseFile) {
			f.Claim("arms", dispute.RelationClaim{Track: sup, From: "a", To: "b", State: dispute.StateWeapons}, true)
			f.Claim("fund", dispute.RelationClaim{Track: sup, From: "a", To: "b", State: dispute.StateFunding, When: disputetest.Date("2024-08-01/")}, true)
			f.Claim("train", dispute.RelationClaim{Track: sup, From: "a", To: "b", State: dispute.StateTraining, When: disputetest.Date("[2024-08-01,2024-08-05]")}, true)
		}, []relationQuery{
			{"a", "b", sup, "2024-07-31", "weapons possible"},
			{"a", "b", sup, "2024-08-01", "funding certain, weapons possible, training possible"},
			{"a", "b", sup, "2024-08-03", "weapons possible, funding possible"},
			{"a", "b", sup, "2024-08-05", "weapons possible, training possible, funding possible"},
		}},
		{"support that is only alleged is no support", func(f *disputetest.CaseFile) {
			f.Claim("arms", dispute.RelationClaim{Track: sup, From: "a", To: "b", State: dispute.StateWeapons}, false)
			f.Alleged("gift", dispute.KindProvideFunding, "2024-06-01", "actor", "a", "recipient", "b")
		}, []relationQuery{
			{"a", "b", sup, "2024-06-01", "no change recorded"},
		}},
		{"stances change with every word and touch nothing else", func(f *disputetest.CaseFile) {
			f.Event("nice", dispute.KindPraise, "2024-08-01", "actor", "a", "target", "b")
			f.Event("blame", dispute.KindAccuse, "2024-08-03", "actor", "a", "target", "b")
			f.Event("side", dispute.KindExpressSolidarity, "2024-08-05", "actor", "c", "target", "a")
			f.Event("done", dispute.KindBreakOff, "2024-08-07", "actor", "a", "target", "b")
			f.Event("scold", dispute.KindCondemn, "2024-08-09", "actor", "a", "target", "b")
		}, []relationQuery{
			{"a", "b", sta, "2024-07-31", "unknown certain"},
			{"a", "b", sta, "2024-08-02", "supportive certain"},
			{"a", "b", sta, "2024-08-04", "critical certain"},
			{"a", "b", sta, "2024-08-09", "ruptured certain"},
			{"b", "a", sta, "2024-08-09", "no change recorded"},
			{"c", "a", sta, "2024-08-09", "supportive certain"},
			{"c", "b", sta, "2024-08-09", "no change recorded"},
			{"c", "a", coop, "2024-08-09", "no change recorded"},
			{"a", "b", dip, "2024-08-09", "no change recorded"},
			{"a", "b", hos, "2024-08-09", "no change recorded"},
		}},
		{"a claim about a track where the last change wins changes nothing", func(f *disputetest.CaseFile) {
			f.Claim("cold", dispute.RelationClaim{Track: sta, From: "a", To: "b", State: dispute.StateCritical}, true)
		}, []relationQuery{
			{"a", "b", sta, "2024-08-09", "no change recorded"},
		}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			f := disputetest.NewCaseFile("a", "b", "c")
			tc.build(f)
			checkStates(t, f.View(t, dispute.Lens{}), tc.queries)
		})
	}
}

func gapsOf(s dispute.RelationState) []string {
	var list []string
	for _, g := range s.Gaps {
		list = append(list, string(g.Event)+" found "+stateList(g.Found))
	}
	return list
}

func reportsOf(list []dispute.ReportedState) []string {
	var words []string
	for _, r := range list {
		word := string(r.Event) + string(r.Claim) + ": " + stateOrNothing(r.State) + " " + r.Label.String() + " " + r.Certainty.String()
		if r.Trend != 0 {
			word += " " + r.Trend.String()
		}
		words = append(words, word)
	}
	return words
}

func TestGaps(t *testing.T) {
	f := disputetest.NewCaseFile("a", "b")
	f.Event("cut", dispute.KindSeverRelations, "2024-08-04", "actor", "a", "target", "b")
	f.Event("cut-back", dispute.KindSeverRelations, "2024-08-06", "actor", "b", "target", "a")
	f.Event("freeze", dispute.KindSuspendRelations, "[2024-08-08,2024-08-10]", "actor", "b", "target", "a")
	r := f.View(t, dispute.Lens{}).Relation("a", "b", dispute.TrackDiplomaticRelations)
	for _, tc := range []struct {
		day  string
		want []string
	}{
		{"2024-08-05", nil},
		{"2024-08-07", []string{"cut-back found severed"}},
		{"2024-08-08", []string{"cut-back found severed", "freeze found severed"}},
	} {
		s := r.On(disputetest.Day(tc.day))
		if diff := cmp.Diff(tc.want, gapsOf(s)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tc.day, diff)
		}
		if n := len(s.States[0].Rulings); n != 1 || s.States[0].Rulings[0].Event != "cut" {
			t.Errorf("%s: severed rests on %v, want the first break alone", tc.day, s.States[0].Rulings)
		}
	}
	if diff := cmp.Diff([]dispute.Spell{
		{State: dispute.StateEstablished, Certainty: dispute.CertaintyCertain, Presupposed: true,
			Possible: dispute.DayRange{Last: disputetest.Day("2024-08-03")}, Certain: &dispute.DayRange{Last: disputetest.Day("2024-08-03")},
			PresupposedBy: []dispute.Ruling{{Event: "cut", Rule: "diplomatic/sever", When: dispute.DayRange{First: disputetest.Day("2024-08-04"), Last: disputetest.Day("2024-08-04")}, Days: dispute.DayRange{Last: disputetest.Day("2024-08-03")}}}},
		{State: dispute.StateSevered, Certainty: dispute.CertaintyCertain, Possible: dispute.DayRange{First: disputetest.Day("2024-08-04")}, Certain: &dispute.DayRange{First: disputetest.Day("2024-08-04")},
			Rulings: []dispute.Ruling{{Event: "cut", Rule: "diplomatic/sever", When: dispute.DayRange{First: disputetest.Day("2024-08-04"), Last: disputetest.Day("2024-08-04")}, Days: dispute.DayRange{First: disputetest.Day("2024-08-04")}}}},
	}, r.Spells(), disputetest.EquateDays); diff != "" {
		t.Errorf("spells (-want +got):\n%s", diff)
	}
}

// Joining and reinstating do not take a member's notice back.
func TestNoticeIsNotTakenBack(t *testing.T) {
	f := disputetest.NewCaseFile("a", "b")
	f.Event("notice", dispute.KindAnnounceWithdrawal, "2024-01-28", "actor", "a", "organisation", "b")
	f.Event("rejoined", dispute.KindJoin, "2024-02-28", "actor", "a", "organisation", "b")
	f.Event("reinstated", dispute.KindReinstateMembership, "2024-03-28", "actor", "b", "target", "a")
	got := gapsOf(f.View(t, dispute.Lens{}).Relation("a", "b", dispute.TrackMembership).On(disputetest.Day("2024-04-01")))
	if diff := cmp.Diff([]string{"reinstated found withdrawal-announced", "rejoined found withdrawal-announced"}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// What lasts is no gap where something stronger goes on: it waits for its turn.
func TestWhatLastsIsNoGap(t *testing.T) {
	f := disputetest.NewCaseFile("a", "b")
	f.Event("war", dispute.KindWageWar, "2024-08-01/2024-08-10", "party", "a", "party", "b")
	f.Event("threat", dispute.KindThreatenForce, "2024-08-05/2024-08-12", "actor", "a", "target", "b")
	f.Event("drill", dispute.KindCooperate, "2024-08-01/2024-08-10", "party", "a", "party", "b")
	f.Event("drill-too", dispute.KindCooperate, "2024-08-05/2024-08-06", "party", "a", "party", "b")
	v := f.View(t, dispute.Lens{})
	for _, track := range []dispute.Track{dispute.TrackHostility, dispute.TrackCooperation} {
		if got := gapsOf(v.Relation("a", "b", track).On(disputetest.Day("2024-08-20"))); got != nil {
			t.Errorf("%s: %v, want no gap", track, got)
		}
	}
	if got := disputetest.Brief(v.Relation("a", "b", dispute.TrackHostility).On(disputetest.Day("2024-08-11"))); got != "threat certain" {
		t.Errorf("after the war: %s, want the threat", got)
	}
}

func TestReportsBesideTheState(t *testing.T) {
	f := disputetest.NewCaseFile("a", "b", "c")
	f.Event("praise", dispute.KindPraise, "2024-08-01", "actor", "a", "target", "b")
	f.Alleged("curse", dispute.KindBreakOff, "2024-08-05", "actor", "a", "target", "b")
	f.Alleged("threat", dispute.KindThreatenForce, "2024-08-05", "actor", "a", "target", "b")
	f.Claim("cooling", dispute.RelationClaim{Track: dispute.TrackStance, From: "a", To: "b", State: dispute.StateCritical, Trend: dispute.TrendFalling, When: disputetest.Date("2024-08-02/..")}, true)
	f.Claim("hatred", dispute.RelationClaim{Track: dispute.TrackStance, From: "a", To: "b", State: dispute.StateRuptured, When: disputetest.Date("2024-08")}, false)
	f.Claim("closer", dispute.RelationClaim{Track: dispute.TrackCooperation, From: "a", To: "b", Trend: dispute.TrendRising}, true)
	v := f.View(t, dispute.Lens{})
	for _, tc := range []struct {
		track           dispute.Track
		day             string
		state           string
		claims, alleged []string
	}{
		{dispute.TrackStance, "2024-08-01", "supportive certain", nil, []string{"hatred: ruptured unasserted possible"}},
		{dispute.TrackStance, "2024-08-04", "supportive certain", []string{"cooling: critical reported certain falling"}, []string{"hatred: ruptured unasserted possible"}},
		{dispute.TrackStance, "2024-09-01", "supportive certain", []string{"cooling: critical reported certain falling"},
			[]string{"curse: ruptured unasserted certain", "hatred: ruptured unasserted excluded"}},
		{dispute.TrackHostility, "2024-08-04", "no change recorded", nil, nil},
		{dispute.TrackHostility, "2024-08-05", "no change recorded", nil, []string{"threat: threat unasserted certain"}},
		// What is over stays alleged.
		{dispute.TrackHostility, "2024-08-06", "no change recorded", nil, []string{"threat: threat unasserted excluded"}},
		{dispute.TrackCooperation, "2024-08-06", "no change recorded", []string{"closer:  reported possible rising"}, nil},
	} {
		s := v.Relation("a", "b", tc.track).On(disputetest.Day(tc.day))
		got := []any{disputetest.Brief(s), reportsOf(s.Claims), reportsOf(s.Alleged)}
		if diff := cmp.Diff([]any{tc.state, tc.claims, tc.alleged}, got); diff != "" {
			t.Errorf("%s on %s (-want +got):\n%s", tc.track, tc.day, diff)
		}
	}
}

// What rules is what brought the state and still goes on, or else what has
// taken over; the end of something rules only where nothing goes on.
func TestWhatGoesOnRules(t *testing.T) {
	for _, tc := range []struct {
		name  string
		build func(*disputetest.CaseFile)
		want  []string // by day, from 1 August on
	}{
		{"a clash and a threat inside a war", func(f *disputetest.CaseFile) {
			f.Event("war", dispute.KindWageWar, "2024-08-01/2024-08-05", "party", "a", "party", "b")
			f.Event("clash", dispute.KindBattle, "2024-08-02/2024-08-03", "party", "a", "party", "b")
			f.Event("threat", dispute.KindThreatenForce, "2024-08-03", "actor", "a", "target", "b")
		}, []string{"war: war", "war: war", "war: war", "war: war", "war: war", "none: end of war"}},
		{"a war of which only the beginning is known", func(f *disputetest.CaseFile) {
			f.Event("war", dispute.KindWageWar, "2024-08-01", "party", "a", "party", "b").Phase = dispute.PhaseOngoing
			f.Event("clash", dispute.KindBattle, "2024-08-03", "party", "a", "party", "b")
		}, []string{"war: war", "none: end of war | war: war", "force: clash | war: war", "none: end of clash, end of war | war: war"}},
		{"a war inside a threat", func(f *disputetest.CaseFile) {
			f.Event("threat", dispute.KindThreatenForce, "2024-08-01/2024-08-05", "actor", "a", "target", "b")
			f.Event("war", dispute.KindWageWar, "2024-08-02/2024-08-03", "party", "a", "party", "b")
		}, []string{"threat: threat", "war: war", "war: war", "threat: threat", "threat: threat", "none: end of threat"}},
		{"one siege after another, and a raid inside", func(f *disputetest.CaseFile) {
			f.Event("first", dispute.KindBlockade, "2024-08-01/2024-08-03", "actor", "a", "target", "b")
			f.Event("raid", dispute.KindAttack, "2024-08-04", "actor", "a", "target", "b")
			f.Event("second", dispute.KindBlockade, "2024-08-02/2024-08-05", "actor", "a", "target", "b")
			f.Event("third", dispute.KindBlockade, "2024-08-04/2024-08-06", "actor", "a", "target", "b")
		}, []string{"force: first", "force: first", "force: first", "force: second", "force: second", "force: third", "none: end of third"}},
		{"a siege that may end before the next begins", func(f *disputetest.CaseFile) {
			f.Event("first", dispute.KindBlockade, "2024-08-01", "actor", "a", "target", "b").Until = disputetest.Date("[2024-08-01,2024-08-03]")
			f.Event("second", dispute.KindBlockade, "2024-08-02/2024-08-04", "actor", "a", "target", "b")
		}, []string{"force: first", "force: first, second", "force: first, second", "force: second", "none: end of second"}},
		{"declared, with a raid on a later day", func(f *disputetest.CaseFile) {
			f.Event("declare", dispute.KindDeclareWar, "2024-08-01", "actor", "a", "target", "b")
			f.Event("word", dispute.KindThreatenForce, "2024-08-02", "actor", "a", "target", "b")
		}, []string{"force: declare", "force: declare", "force: declare"}},
	} {
		f := disputetest.NewCaseFile("a", "b")
		tc.build(f)
		r := f.View(t, dispute.Lens{}).Relation("a", "b", dispute.TrackHostility)
		var got []string
		for d := range tc.want {
			var states []string
			for _, p := range r.On(disputetest.Day("2024-08-01").AddDays(int64(d))).States {
				var rulers []string
				for _, x := range p.Rulings {
					name := string(x.Event)
					if x.End {
						name = "end of " + name
					}
					rulers = append(rulers, name)
				}
				states = append(states, p.State.String()+": "+strings.Join(rulers, ", "))
			}
			got = append(got, strings.Join(states, " | "))
		}
		if diff := cmp.Diff(tc.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tc.name, diff)
		}
	}
}

// Every spell names the events it rests on, also one that shares its days with
// another spell of the same state.
func TestSpellsNameWhatTheyRestOn(t *testing.T) {
	f := disputetest.NewCaseFile("a", "b")
	f.Event("mend", dispute.KindRestoreRelations, "2024-03", "actor", "a", "target", "b")
	f.Event("cut", dispute.KindSeverRelations, "2024-03", "actor", "a", "target", "b").Links = []dispute.Link{{Kind: dispute.LinkAfter, Event: "mend"}}
	var got []string
	for _, s := range f.View(t, dispute.Lens{}).Relation("a", "b", dispute.TrackDiplomaticRelations).Spells() {
		text := s.State.String() + " " + s.Certainty.String() + " by"
		for _, r := range s.PresupposedBy {
			text += " (" + string(r.Event) + ")"
		}
		for _, r := range s.Rulings {
			text += " " + string(r.Event)
		}
		got = append(got, text)
	}
	if diff := cmp.Diff([]string{"severed certain by (mend) cut", "severed certain by cut", "established possible by mend"}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// From a party's standpoint what it says holds, and what it denies is gone.
func TestStandpoints(t *testing.T) {
	f := disputetest.NewCaseFile("mali", "ukraine", "rebels")
	f.Claim("support", dispute.RelationClaim{Track: dispute.TrackSupport, From: "ukraine", To: "rebels", Against: "mali", State: dispute.StateIntelligence, When: disputetest.Date("2024-07/..")}, false)
	f.Claims[0].Adverse, f.Claims[0].Favours = []dispute.ActorID{"ukraine"}, []dispute.ActorID{"mali"}
	f.Alleged("gift", dispute.KindProvideWeapons, "2024-08-01", "actor", "ukraine", "recipient", "rebels", "target", "mali")
	f.Claims = append(f.Claims, dispute.Claim{ID: "given", Text: "given", Content: dispute.Content{Occurred: "gift"}})
	for _, claim := range []dispute.ClaimID{"support", "given"} {
		f.Attributions = append(f.Attributions,
			dispute.Attribution{ID: "accuses-" + dispute.AttributionID(claim), Speaker: "mali", Stance: dispute.StanceAsserts, Claim: claim, Lineage: dispute.LineageFirstHand, OnRecord: dispute.RecordLevelOn},
			dispute.Attribution{ID: "denies-" + dispute.AttributionID(claim), Speaker: "ukraine", Stance: dispute.StanceDenies, Claim: claim, Lineage: dispute.LineageFirstHand, OnRecord: dispute.RecordLevelOn})
	}
	for _, tc := range []struct {
		party   dispute.ActorID
		state   string
		alleged []string
	}{
		{"", "no change recorded", []string{"gift: weapons contested certain", "support: intelligence contested certain"}},
		{"mali", "intelligence/mali certain, weapons/mali certain", nil},
		{"ukraine", "no change recorded", nil},
		{"rebels", "no change recorded", []string{"gift: weapons contested certain", "support: intelligence contested certain"}},
	} {
		s := f.View(t, dispute.Lens{Standpoint: tc.party}).Relation("ukraine", "rebels", dispute.TrackSupport).On(disputetest.Day("2024-08-01"))
		slices.SortFunc(s.States, func(a, b dispute.PossibleState) int { return strings.Compare(a.State.String(), b.State.String()) })
		if diff := cmp.Diff([]any{tc.state, tc.alleged}, []any{disputetest.Brief(s), reportsOf(s.Alleged)}); diff != "" {
			t.Errorf("standpoint %q (-want +got):\n%s", tc.party, diff)
		}
	}
}

// A correction that moves an event to another pair takes the change with it,
// and the pair it leaves names the correction.
func TestCorrectedEvents(t *testing.T) {
	f := disputetest.NewCaseFile("a", "b", "c")
	f.Event("cut", dispute.KindSeverRelations, "2024-08-04", "actor", "a", "target", "b").Recorded = disputetest.Day("2024-08-10")
	e := f.Event("cut-corrected", dispute.KindSeverRelations, "2024-08-05", "actor", "a", "target", "c")
	e.Supersedes, e.Recorded = "cut", disputetest.Day("2024-08-20")
	for _, tc := range []struct{ recorded, ab, ac string }{
		{"2024-08-09", "no change recorded", "no change recorded"},
		{"2024-08-10", "severed certain", "no change recorded"},
		{"2024-08-20", "no change recorded", "severed certain"},
	} {
		v := f.View(t, dispute.Lens{RecordedBy: disputetest.Day(tc.recorded)})
		checkStates(t, v, []relationQuery{
			{"a", "b", dispute.TrackDiplomaticRelations, "2024-08-30", tc.ab},
			{"a", "c", dispute.TrackDiplomaticRelations, "2024-08-30", tc.ac},
		})
	}
	items := f.View(t, dispute.Lens{}).Relation("a", "b", dispute.TrackDiplomaticRelations).On(disputetest.Day("2024-08-30")).Reasons().Items()
	want := []dispute.Ref{dispute.ActorID("a").Ref(), dispute.ActorID("b").Ref(), dispute.EventID("cut").Ref(), dispute.EventID("cut-corrected").Ref()}
	if diff := cmp.Diff(want, items); diff != "" {
		t.Errorf("reasons (-want +got):\n%s", diff)
	}
}

// Where two rules fit one event and pair, the first in the table decides.
func TestTheFirstRuleDecides(t *testing.T) {
	f := disputetest.NewCaseFile("a", "b")
	f.Event("e", "quarrel", "2024-08-04", "actor", "a", "party", "a", "target", "b", "party", "b")
	rules := []dispute.Rule{
		{Name: "one", Event: "quarrel", From: dispute.RoleActor, To: dispute.RoleTarget, Track: dispute.TrackDiplomaticRelations, State: dispute.StateSevered},
		{Name: "two", Event: "quarrel", From: dispute.RoleParty, To: dispute.RoleParty, Track: dispute.TrackDiplomaticRelations, State: dispute.StateSuspended},
	}
	for _, want := range []string{"severed certain", "suspended certain"} {
		checkStates(t, f.View(t, dispute.Lens{Policy: dispute.Policy{Rules: rules}}), []relationQuery{{"a", "b", dispute.TrackDiplomaticRelations, "2024-08-04", want}})
		slices.Reverse(rules)
	}
}

// One event can end one state and begin another, by a rule each.
func TestAnEventThatEndsAndBegins(t *testing.T) {
	replace := dispute.Rule{Event: "replace-pact", From: dispute.RoleParty, To: dispute.RoleParty, Track: dispute.TrackCooperation}
	ends, begins := replace, replace
	ends.Name, ends.State, ends.Ends, ends.Presupposes = "out", dispute.StateDefencePact, true, dispute.StateDefencePact
	begins.Name, begins.State = "in", dispute.StateConsultationPact
	f := disputetest.NewCaseFile("a", "b")
	f.Event("swap", "replace-pact", "2024-08-04", "party", "a", "party", "b")
	v := f.View(t, dispute.Lens{Policy: dispute.Policy{Rules: []dispute.Rule{ends, begins}}})
	checkStates(t, v, []relationQuery{
		{"a", "b", dispute.TrackCooperation, "2024-08-03", "(defence-pact) certain"},
		{"a", "b", dispute.TrackCooperation, "2024-08-04", "consultation-pact certain"},
	})
	if diff := cmp.Diff([]string{"swap: defence-pact ceases certain on 4 August 2024", "swap: consultation-pact certain on 4 August 2024"},
		turnsOf(v.Relation("a", "b", dispute.TrackCooperation).Changes(edtf.Day{}, edtf.Day{}))); diff != "" {
		t.Errorf("changes (-want +got):\n%s", diff)
	}
}

// A change that lasts beside those that pass: the end of the stronger brings
// back what is weaker and still goes on, unless a truce came in between.
func TestLastingEventsBesideATruce(t *testing.T) {
	f := disputetest.NewCaseFile("a", "b")
	f.Event("raid", dispute.KindAttack, "2024-08-01/2024-08-10", "actor", "a", "target", "b")
	f.Event("siege", dispute.KindBlockade, "2024-08-05/2024-08-15", "actor", "a", "target", "b")
	f.Event("show", dispute.KindShowForce, "2024-08-08/2024-08-25", "actor", "a", "target", "b")
	f.Event("alert", dispute.KindAlertForces, "[2024-08-09,2024-08-20]", "actor", "a", "target", "b").Until = disputetest.Date("2024-08-25")
	f.Event("truce", dispute.KindDeclareTruce, "2024-08-22", "actor", "a", "target", "b")
	checkStates(t, f.View(t, dispute.Lens{}), []relationQuery{
		{"a", "b", dispute.TrackHostility, "2024-07-31", "(none) certain"},
		{"a", "b", dispute.TrackHostility, "2024-08-10", "force certain"},
		{"a", "b", dispute.TrackHostility, "2024-08-15", "force certain"},
		{"a", "b", dispute.TrackHostility, "2024-08-16", "display certain"},
		{"a", "b", dispute.TrackHostility, "2024-08-21", "display certain"},
		{"a", "b", dispute.TrackHostility, "2024-08-22", "none certain"},
		{"a", "b", dispute.TrackHostility, "2024-08-26", "none certain"},
	})
}

// An end leaves the state while something else of that state goes on, though a
// truce came in between and something stronger goes on.
func TestAnEndLeavesWhatStillGoesOn(t *testing.T) {
	f := disputetest.NewCaseFile("a", "b")
	f.Event("raid", dispute.KindAttack, "2024-08-01/2024-08-04", "actor", "a", "target", "b")
	f.Event("show", dispute.KindShowForce, "2024-08-02/2024-08-03", "actor", "a", "target", "b")
	f.Event("truce", dispute.KindDeclareTruce, "2024-08-03", "actor", "a", "target", "b").Sequence = 1
	f.Event("alert", dispute.KindAlertForces, "2024-08-03", "actor", "a", "target", "b").Sequence = 2
	f.Events[3].Until = disputetest.Date("2024-08-05")
	checkStates(t, f.View(t, dispute.Lens{}), []relationQuery{
		{"a", "b", dispute.TrackHostility, "2024-08-02", "force certain"},
		{"a", "b", dispute.TrackHostility, "2024-08-03", "display certain"},
		{"a", "b", dispute.TrackHostility, "2024-08-04", "display certain"},
		{"a", "b", dispute.TrackHostility, "2024-08-05", "display certain"},
		{"a", "b", dispute.TrackHostility, "2024-08-06", "none certain"},
	})
}

// What goes on by its dates in spite of a truce shows again when the next act is
// over: see RULES.md.
func TestWhatGoesOnInSpiteOfATruce(t *testing.T) {
	f := disputetest.NewCaseFile("a", "b")
	f.Event("siege", dispute.KindBlockade, "2024-08-01/2024-08-31", "actor", "a", "target", "b")
	f.Event("truce", dispute.KindDeclareTruce, "2024-08-05", "actor", "a", "target", "b")
	f.Event("alert", dispute.KindAlertForces, "2024-08-10", "actor", "a", "target", "b")
	checkStates(t, f.View(t, dispute.Lens{}), []relationQuery{
		{"a", "b", dispute.TrackHostility, "2024-08-04", "force certain"},
		{"a", "b", dispute.TrackHostility, "2024-08-09", "none certain"},
		{"a", "b", dispute.TrackHostility, "2024-08-10", "display certain"},
		{"a", "b", dispute.TrackHostility, "2024-08-11", "force certain"},
		{"a", "b", dispute.TrackHostility, "2024-09-01", "none certain"},
	})
	f.Events[0].When = disputetest.Date("2024-08-01/2024-08-04") // corrected: the truce stopped it
	checkStates(t, f.View(t, dispute.Lens{}), []relationQuery{
		{"a", "b", dispute.TrackHostility, "2024-08-11", "none certain"},
	})
}

// A membership within another, as the member's own affiliations tell it, begins
// and ends without effect.
func TestAnAffiliationWithinAnother(t *testing.T) {
	f := disputetest.NewCaseFile("a", "b")
	a := slices.IndexFunc(f.Actors, func(x dispute.Actor) bool { return x.ID == "a" })
	for _, period := range []string{"2000-01-01/2010-01-01", "2005-01-01/2006-01-01", "2012-01-01/2013-01-01"} {
		f.Actors[a].Affiliations = append(f.Actors[a].Affiliations, dispute.Affiliation{Kind: dispute.AffiliationMemberOf, To: "b", Period: disputetest.Date(period)})
	}
	checkStates(t, f.View(t, dispute.Lens{}), []relationQuery{
		{"a", "b", dispute.TrackMembership, "1999-12-31", "(none) certain"},
		{"a", "b", dispute.TrackMembership, "2005-06-01", "member certain"},
		{"a", "b", dispute.TrackMembership, "2010-01-01", "member certain"},
		{"a", "b", dispute.TrackMembership, "2011-01-01", "none certain"},
		{"a", "b", dispute.TrackMembership, "2012-06-01", "member certain"},
	})
}

// An act that ends a membership while the member's own affiliation goes on clashes
// with the end of that, unless they can be on one day.
func TestAWithdrawalWithinAnAffiliation(t *testing.T) {
	for _, tc := range []struct {
		period, withdrawn string
		want              int
	}{
		{"2000-01-01/2030-01-01", "2010-06-01", 1},
		{"2000-01-01/2010-06-01", "2010-06-01", 0},
		{"2000-01-01/2010-06", "2010-06-15", 0},
		{"2000-01-01/2010-05", "2010-06-15", 1}, // the withdrawal finds no member
		{"2000-01-01/", "2010-06-15", 0},        // no end is told
		{"2000-01-01/2010-06", "", 0},
	} {
		f := disputetest.NewCaseFile("a", "b")
		a := slices.IndexFunc(f.Actors, func(x dispute.Actor) bool { return x.ID == "a" })
		f.Actors[a].Affiliations = []dispute.Affiliation{{Kind: dispute.AffiliationMemberOf, To: "b", Period: disputetest.Date(tc.period)}}
		if tc.withdrawn != "" {
			f.Event("leaves", dispute.KindWithdraw, tc.withdrawn, "actor", "a", "organisation", "b")
		}
		gaps := f.View(t, dispute.Lens{}).Relation("a", "b", dispute.TrackMembership).History().Gaps
		if len(gaps) != tc.want {
			t.Errorf("member %s, withdrawn %q: %d gaps, want %d: %+v", tc.period, tc.withdrawn, len(gaps), tc.want, gaps)
		}
	}
}

package dispute

import (
	"slices"
	"strings"
	"testing"

	"github.com/dispute-go/dispute/edtf"
	"github.com/google/go-cmp/cmp"
)

// Each case is a small record and answers worked out by hand from DESIGN §4.4.
func TestTracks(t *testing.T) {
	const (
		dip  = TrackDiplomaticRelations
		rep  = TrackRepresentation
		hos  = TrackHostility
		coop = TrackCooperation
		mem  = TrackMembership
		sup  = TrackSupport
		sta  = TrackStance
	)
	for _, tc := range []struct {
		name    string
		build   func(*caseFile)
		queries []relationQuery
	}{
		{"a break on one day", func(f *caseFile) {
			f.event("cut", sever, "2024-08-04", "actor", "a", "target", "b")
		}, []relationQuery{
			{"a", "b", dip, "1960-01-01", "(established) certain"},
			{"a", "b", dip, "2024-08-03", "(established) certain"},
			{"a", "b", dip, "2024-08-04", "severed certain"},
			{"b", "a", dip, "2030-01-01", "severed certain"},
			{"a", "c", dip, "2024-08-04", "no change recorded"},
		}},
		{"restored and broken off again", func(f *caseFile) {
			f.event("cut", sever, "2020-03-01", "actor", "a", "target", "b")
			f.event("mend", KindRestoreRelations, "2021-05", "party", "a", "party", "b")
			f.event("cut-again", sever, "2022-07-01", "actor", "b", "target", "a")
		}, []relationQuery{
			{"a", "b", dip, "2020-02-29", "(established) certain"},
			{"a", "b", dip, "2021-04-30", "severed certain"},
			{"a", "b", dip, "2021-05-01", "established possible, severed possible"},
			{"a", "b", dip, "2021-05-30", "established possible, severed possible"},
			{"a", "b", dip, "2021-05-31", "established certain"},
			{"a", "b", dip, "2022-07-01", "severed certain"},
		}},
		{"two breaks on one day are one", func(f *caseFile) {
			f.event("cut", sever, "2024-08-04", "actor", "a", "target", "b")
			f.event("cut-too", sever, "2024-08-04", "actor", "b", "target", "a")
		}, []relationQuery{
			{"a", "b", dip, "2024-08-03", "(established) certain"},
			{"a", "b", dip, "2024-08-04", "severed certain"},
		}},
		{"broken off and restored on one day, order unknown", func(f *caseFile) {
			f.event("cut", sever, "2024-08-04", "actor", "a", "target", "b")
			f.event("mend", KindRestoreRelations, "2024-08-04", "actor", "a", "target", "b")
		}, []relationQuery{
			// The first to come presupposes what was before.
			{"a", "b", dip, "2024-08-03", "(established) possible, (severed) possible"},
			{"a", "b", dip, "2024-08-04", "established possible, severed possible"},
		}},
		{"broken off and restored on one day, in sequence", func(f *caseFile) {
			f.event("mend", KindRestoreRelations, "2024-08-04", "actor", "a", "target", "b").Sequence = 2
			f.event("cut", sever, "2024-08-04", "actor", "a", "target", "b").Sequence = 1
		}, []relationQuery{
			{"a", "b", dip, "2024-08-03", "(established) certain"},
			{"a", "b", dip, "2024-08-04", "established certain"},
		}},
		{"broken off and restored on one day, linked", func(f *caseFile) {
			f.event("cut", sever, "2024-08-04", "actor", "a", "target", "b")
			f.event("mend", KindRestoreRelations, "2024-08-04", "actor", "a", "target", "b").Links = []Link{{LinkBecauseOf, "cut"}}
		}, []relationQuery{
			{"a", "b", dip, "2024-08-04", "established certain"},
		}},
		{"an order that runs through an event off the track", func(f *caseFile) {
			f.event("cut", sever, "2024-08", "actor", "a", "target", "b")
			f.event("speech", KindStatement, "2024-08", "actor", "a").Links = []Link{{LinkAfter, "cut"}}
			f.event("mend", KindRestoreRelations, "2024-08", "actor", "a", "target", "b").Links = []Link{{LinkInResponseTo, "speech"}}
		}, []relationQuery{
			{"a", "b", dip, "2024-08-15", "(established) possible, severed possible"},
			{"a", "b", dip, "2024-08-31", "established certain"},
		}},
		{"about does not order", func(f *caseFile) {
			f.event("cut", sever, "2024-08", "actor", "a", "target", "b")
			f.event("mend", KindRestoreRelations, "2024-08", "actor", "a", "target", "b").Links = []Link{{LinkAbout, "cut"}}
		}, []relationQuery{
			{"a", "b", dip, "2024-08-31", "established possible, severed possible"},
		}},
		{"an order that runs in a circle does not count", func(f *caseFile) {
			f.event("cut", sever, "2024-08", "actor", "a", "target", "b").Links = []Link{{LinkAfter, "mend"}}
			f.event("mend", KindRestoreRelations, "2024-08", "actor", "a", "target", "b").Links = []Link{{LinkAfter, "cut"}}
		}, []relationQuery{
			{"a", "b", dip, "2024-08-31", "established possible, severed possible"},
		}},
		{"suspending what is severed", func(f *caseFile) {
			f.event("cut", sever, "2024-08-04", "actor", "a", "target", "b")
			f.event("freeze", KindSuspendRelations, "2024-08-06", "actor", "b", "target", "a")
		}, []relationQuery{
			{"a", "b", dip, "2024-08-06", "severed certain"},
		}},
		{"suspended, then severed", func(f *caseFile) {
			f.event("freeze", KindSuspendRelations, "2024-08-04", "actor", "b", "target", "a")
			f.event("cut", sever, "2024-08-06", "actor", "a", "target", "b")
		}, []relationQuery{
			{"a", "b", dip, "2024-08-03", "(established) certain"},
			{"a", "b", dip, "2024-08-05", "suspended certain"},
			{"a", "b", dip, "2024-08-06", "severed certain"},
		}},
		{"a suspension that may come before the break or after it", func(f *caseFile) {
			f.event("cut", sever, "2024-08-04", "actor", "a", "target", "b")
			f.event("freeze", KindSuspendRelations, "[2024-08-02,2024-08-06]", "actor", "b", "target", "a")
		}, []relationQuery{
			{"a", "b", dip, "2024-08-01", "(established) certain"},
			{"a", "b", dip, "2024-08-02", "suspended possible, (established) possible"},
			{"a", "b", dip, "2024-08-04", "severed certain"},
			{"a", "b", dip, "2024-08-06", "severed certain"},
		}},
		{"a bare CAMEO 161", func(f *caseFile) {
			f.event("161", KindReduceRelations, "2024-08-04", "actor", "a", "target", "b")
		}, []relationQuery{
			{"a", "b", dip, "2024-08-03", "(established) certain"},
			{"a", "b", dip, "2024-08-04", "reduced-or-severed certain"},
		}},
		{"a bare CAMEO 161 beside a break", func(f *caseFile) {
			f.event("161", KindReduceRelations, "2024-08-04", "actor", "a", "target", "b")
			f.event("cut", sever, "2024-08-06", "actor", "a", "target", "b")
			f.event("161-again", KindReduceRelations, "2024-08-08", "actor", "a", "target", "b")
		}, []relationQuery{
			{"a", "b", dip, "2024-08-05", "reduced-or-severed certain"},
			{"a", "b", dip, "2024-08-08", "severed certain"},
		}},
		{"an undated break", func(f *caseFile) {
			f.event("cut", sever, "", "actor", "a", "target", "b")
		}, []relationQuery{
			{"a", "b", dip, "0001-01-01", "severed possible, (established) possible"},
			{"a", "b", dip, "2024-08-04", "severed possible, (established) possible"},
		}},
		{"an open beginning lies before all days", func(f *caseFile) {
			f.event("cut", sever, "../2024-08-04", "actor", "a", "target", "b")
		}, []relationQuery{
			{"a", "b", dip, "-9999-01-01", "severed certain"},
		}},
		{"an unknown beginning lies on any day up to the end", func(f *caseFile) {
			f.event("cut", sever, "/2024-08-04", "actor", "a", "target", "b")
		}, []relationQuery{
			{"a", "b", dip, "2000-01-01", "severed possible, (established) possible"},
			{"a", "b", dip, "2024-08-04", "severed certain"},
		}},
		{"expected and cancelled events change nothing", func(f *caseFile) {
			f.event("soon", sever, "2024-08-04", "actor", "a", "target", "b").Phase = PhaseExpected
			f.event("off", sever, "2024-08-04", "actor", "a", "target", "b").Phase = PhaseCancelled
		}, []relationQuery{
			{"a", "b", dip, "2024-09-01", "no change recorded"},
		}},
		{"established for the first time", func(f *caseFile) {
			f.event("open", KindEstablishRelations, "1992", "party", "a", "party", "b", "party", "c")
		}, []relationQuery{
			{"a", "b", dip, "1991-12-31", "(none) certain"},
			{"a", "b", dip, "1992-06-01", "established possible, (none) possible"},
			{"b", "c", dip, "1993-01-01", "established certain"},
			{"c", "a", dip, "1993-01-01", "established certain"},
		}},
		{"a break changes neither representation nor stance", func(f *caseFile) {
			f.event("cut", sever, "2024-08-04", "actor", "a", "target", "b")
			f.event("came", KindAccreditAmbassador, "2020", "actor", "a", "target", "b")
		}, []relationQuery{
			{"a", "b", rep, "2024-09-01", "ambassador certain"},
			{"a", "b", sta, "2024-09-01", "no change recorded"},
		}},
		{"recall and expulsion leave relations as they are", func(f *caseFile) {
			f.event("home", KindRecallAmbassador, "2024-08-04", "actor", "a", "target", "b")
			f.event("png", KindExpelDiplomats, "2024-08-06", "actor", "a", "target", "b")
		}, []relationQuery{
			{"a", "b", dip, "2024-09-01", "no change recorded"},
			{"a", "b", rep, "2024-08-03", "(ambassador) certain"},
			{"a", "b", rep, "2024-08-04", "recalled certain"},
			// The receiving state expels: it is b's representation in a.
			{"b", "a", rep, "2024-08-05", "unknown certain"},
			{"b", "a", rep, "2024-08-06", "expelled certain"},
		}},
		{"recalling whom the other side has expelled", func(f *caseFile) {
			f.event("png", KindExpelDiplomats, "2024-08-04", "actor", "b", "target", "a")
			f.event("home", KindRecallAmbassador, "2024-08-06", "actor", "a", "target", "b")
			f.event("guard", KindEntrustProtectingPower, "2024-08-08", "actor", "a", "target", "b")
		}, []relationQuery{
			{"a", "b", rep, "2024-08-06", "expelled certain"},
			{"a", "b", rep, "2024-08-08", "protecting-power certain"},
		}},
		{"a battle lasts as long as it does", func(f *caseFile) {
			f.event("battle", KindBattle, "2024-07-25/2024-07-27", "party", "a", "party", "b")
		}, []relationQuery{
			{"a", "b", hos, "2024-07-24", "(none) certain"},
			{"a", "b", hos, "2024-07-25", "force certain"},
			{"b", "a", hos, "2024-07-27", "force certain"},
			{"a", "b", hos, "2024-07-28", "none certain"},
		}},
		{"an attack is its actor's", func(f *caseFile) {
			f.event("raid", KindAttack, "2024-07-25", "actor", "a", "target", "b", "victim", "c")
		}, []relationQuery{
			{"a", "b", hos, "2024-07-25", "force certain"},
			{"a", "c", hos, "2024-07-25", "force certain"},
			{"a", "b", hos, "2024-07-26", "none certain"},
			{"b", "a", hos, "2024-07-25", "no change recorded"},
			{"b", "c", hos, "2024-07-25", "no change recorded"},
		}},
		{"sometime within eleven days", func(f *caseFile) {
			f.event("raid", KindAttack, "[2024-07-21..2024-07-31]", "actor", "a", "target", "b")
		}, []relationQuery{
			{"a", "b", hos, "2024-07-20", "(none) certain"},
			{"a", "b", hos, "2024-07-21", "force possible, (none) possible"},
			{"a", "b", hos, "2024-07-31", "none possible, force possible"},
			{"a", "b", hos, "2024-08-01", "none certain"},
		}},
		{"what is weaker does not show while it lasts beside what is stronger", func(f *caseFile) {
			f.event("war", KindWageWar, "2024-08-01/2024-08-10", "party", "a", "party", "b")
			f.event("raid", KindAttack, "2024-08-05/2024-08-15", "actor", "a", "target", "b")
			f.event("word", KindThreatenForce, "2024-08-03", "actor", "a", "target", "b")
			f.event("show", KindShowForce, "2024-08-14/2024-08-20", "actor", "a", "target", "b")
		}, []relationQuery{
			{"a", "b", hos, "2024-08-03", "war certain"},
			{"a", "b", hos, "2024-08-10", "war certain"},
			{"a", "b", hos, "2024-08-11", "force certain"},
			{"a", "b", hos, "2024-08-15", "force certain"},
			{"a", "b", hos, "2024-08-16", "display certain"},
			{"a", "b", hos, "2024-08-21", "none certain"},
			{"b", "a", hos, "2024-08-11", "none certain"},
		}},
		{"going on, no end on file", func(f *caseFile) {
			f.event("siege", KindBlockade, "2024-08-01", "actor", "a", "target", "b").Phase = PhaseOngoing
			f.event("hold", KindOccupyTerritory, "2024-08-01/..", "actor", "a", "target", "c")
		}, []relationQuery{
			{"a", "b", hos, "2024-08-01", "force certain"},
			// That it goes on is all that is on file; it may have ended since.
			{"a", "b", hos, "2024-08-02", "none possible, force possible"},
			{"a", "c", hos, "2024-07-31", "(none) certain"},
			{"a", "c", hos, "2099-01-01", "force certain"},
		}},
		{"an end dated apart, and one before the beginning", func(f *caseFile) {
			f.event("hold", KindOccupyTerritory, "2024-08-01", "actor", "a", "target", "b").Until = dateOf("2024-08-05")
			f.event("odd", KindOccupyTerritory, "2024-08-05", "actor", "a", "target", "c").Until = dateOf("2024-08-01")
		}, []relationQuery{
			{"a", "b", hos, "2024-08-05", "force certain"},
			{"a", "b", hos, "2024-08-06", "none certain"},
			// An end before the beginning tells nothing of the end.
			{"a", "c", hos, "2024-08-04", "(none) certain"},
			{"a", "c", hos, "2024-08-05", "force certain"},
			{"a", "c", hos, "2024-08-06", "none possible, force possible"},
		}},
		{"a declaration of war holds until a truce, each side's for itself", func(f *caseFile) {
			f.event("declare", KindDeclareWar, "2024-08-01", "actor", "a", "target", "b")
			f.event("declare-too", KindDeclareWar, "2024-08-01", "actor", "b", "target", "a")
			f.event("war", KindWageWar, "2024-08-03/2024-08-08", "party", "a", "party", "c")
			f.event("truce", KindDeclareTruce, "2024-08-10", "actor", "a", "target", "b")
			f.event("peace", KindDeclareTruce, "2024-08-05", "party", "a", "party", "c")
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
		{"the end of a raid does not undo a declaration of war, made before it or meanwhile", func(f *caseFile) {
			f.event("declare", KindDeclareWar, "2024-08-01", "actor", "a", "target", "b")
			f.event("raid", KindAttack, "2024-08-03/2024-08-04", "actor", "a", "target", "b")
			f.event("foray", KindAttack, "2024-08-03/2024-08-05", "actor", "b", "target", "a")
			f.event("answer", KindDeclareWar, "2024-08-04", "actor", "b", "target", "a")
			f.event("raid-on-c", KindAttack, "2024-08-03/2024-08-05", "actor", "a", "target", "c")
			f.event("declare-on-c", KindDeclareWar, "[2024-08-04..2024-08-07]", "actor", "a", "target", "c")
		}, []relationQuery{
			{"a", "b", hos, "2024-08-04", "force certain"},
			{"a", "b", hos, "2024-08-05", "force certain"},
			{"b", "a", hos, "2024-08-06", "force certain"},
			{"a", "c", hos, "2024-08-06", "none possible, force possible"},
			{"a", "c", hos, "2024-08-07", "force certain"},
		}},
		{"a war within a declared one ends the level", func(f *caseFile) {
			f.event("declare", KindDeclareWar, "2024-08-01", "actor", "a", "target", "b")
			f.event("war", KindWageWar, "2024-08-03/2024-08-04", "party", "a", "party", "b")
		}, []relationQuery{
			{"a", "b", hos, "2024-08-02", "force certain"},
			{"a", "b", hos, "2024-08-05", "none certain"},
		}},
		{"pacts each have their own course", func(f *caseFile) {
			f.event("defend", KindSignDefencePact, "2020-01-01", "party", "a", "party", "b", "party", "c")
			f.event("consult", KindSignConsultationPact, "2021-01-01", "party", "a", "party", "b")
			f.event("lapse", KindEndDefencePact, "2022", "party", "a", "party", "b")
		}, []relationQuery{
			{"a", "b", coop, "2019-12-31", ""},
			{"b", "a", coop, "2020-01-01", "defence-pact certain"},
			{"a", "b", coop, "2021-01-01", "defence-pact certain, consultation-pact certain"},
			{"a", "b", coop, "2022-06-01", "consultation-pact certain, defence-pact possible"},
			{"a", "b", coop, "2023-01-01", "consultation-pact certain"},
			{"a", "c", coop, "2023-01-01", "defence-pact certain"},
		}},
		{"a pact that ends presupposes one", func(f *caseFile) {
			f.event("lapse", KindEndDefencePact, "2022-01-01", "party", "a", "party", "b")
		}, []relationQuery{
			{"a", "b", coop, "2021-12-31", "(defence-pact) certain"},
			{"a", "b", coop, "2022-01-01", ""},
		}},
		{"cooperation while it is done, and claims of it", func(f *caseFile) {
			f.event("drill", KindCooperate, "2024-08-01/2024-08-05", "party", "a", "party", "b")
			f.claim("close", RelationClaim{Track: coop, From: "b", To: "a", State: StateCooperation, When: dateOf("2024-08-04/2024-08-09")}, true)
			f.claim("secret", RelationClaim{Track: coop, From: "b", To: "a", State: StateOffencePact}, false)
		}, []relationQuery{
			{"a", "b", coop, "2024-08-05", "cooperation certain"},
			{"a", "b", coop, "2024-08-09", "cooperation certain"},
			{"a", "b", coop, "2024-08-10", ""},
		}},
		{"founding members", func(f *caseFile) {
			f.event("found", KindFoundAlliance, "2023-09-16", "actor", "a", "party", "b", "organisation", "c")
		}, []relationQuery{
			{"a", "c", mem, "2023-09-15", "(none) certain"},
			{"a", "c", mem, "2023-09-16", "member certain"},
			{"b", "c", mem, "2023-09-16", "member certain"},
			{"a", "b", mem, "2023-09-16", "no change recorded"},
			{"c", "a", mem, "2023-09-16", "no change recorded"},
		}},
		{"no way back from an announced withdrawal", func(f *caseFile) {
			f.event("suspended", KindSuspendMembership, "2022-01-10", "actor", "b", "target", "a")
			f.event("notice", KindAnnounceWithdrawal, "2024-01-28", "actor", "a", "organisation", "b")
			f.event("rejoined", KindJoin, "2024-02-28", "actor", "a", "organisation", "b")
			f.event("reinstated", KindReinstateMembership, "2024-03-28", "actor", "b", "target", "a")
			f.event("suspended-again", KindSuspendMembership, "2024-04-28", "actor", "b", "target", "a")
			f.event("gone", KindWithdraw, "2024-05-28", "actor", "a", "organisation", "b")
		}, []relationQuery{
			{"a", "b", mem, "2022-01-09", "(member) certain"},
			{"a", "b", mem, "2024-01-27", "membership-suspended certain"},
			{"a", "b", mem, "2024-01-28", "withdrawal-announced certain"},
			{"a", "b", mem, "2024-02-28", "withdrawal-announced certain"},
			{"a", "b", mem, "2024-03-28", "withdrawal-announced certain"},
			{"a", "b", mem, "2024-04-28", "membership-suspended certain"},
			{"a", "b", mem, "2024-05-28", "withdrawn certain"},
		}},
		{"from applicant to withdrawn", func(f *caseFile) {
			f.event("apply", KindApplyMembership, "2020-01-01", "actor", "a", "organisation", "c")
			f.event("join", KindJoin, "2021-01-01", "actor", "a", "organisation", "c")
			f.event("bar", KindSuspendMembership, "2022-01-01", "actor", "c", "target", "a")
			f.event("rejoin", KindJoin, "2022-06-01", "actor", "a", "organisation", "c")
			f.event("lift", KindReinstateMembership, "2023-01-01", "actor", "c", "target", "a")
			f.event("notice", KindAnnounceWithdrawal, "2024-01-28", "actor", "a", "organisation", "c")
			f.event("leave", KindWithdraw, "2025-01-29", "actor", "a", "organisation", "c")
			f.event("bar-again", KindSuspendMembership, "2025-02-01", "actor", "c", "target", "a")
		}, []relationQuery{
			{"a", "c", mem, "2019-12-31", "(none) certain"},
			{"a", "c", mem, "2020-06-01", "applicant certain"},
			{"a", "c", mem, "2021-06-01", "member certain"},
			{"a", "c", mem, "2022-07-01", "membership-suspended certain"},
			{"a", "c", mem, "2023-06-01", "member certain"},
			{"a", "c", mem, "2024-06-01", "withdrawal-announced certain"},
			{"a", "c", mem, "2025-06-01", "withdrawn certain"},
		}},
		{"affiliations stand in where no event is accepted", func(f *caseFile) {
			f.Actors[1].Affiliations = []Affiliation{{Kind: AffiliationMemberOf, To: "c", Period: dateOf("2023-09/2024-05-31")}}
			f.Actors[2].Affiliations = []Affiliation{{Kind: AffiliationMemberOf, To: "c"}}
			f.alleged("leave", KindWithdraw, "2024-01-01", "actor", "b", "organisation", "c")
		}, []relationQuery{
			{"a", "c", mem, "2023-08-31", "(none) certain"},
			{"a", "c", mem, "2023-09-01", "member possible, (none) possible"},
			{"a", "c", mem, "2023-09-30", "member certain"},
			{"a", "c", mem, "2024-05-31", "member certain"},
			{"a", "c", mem, "2024-06-01", "none certain"},
			{"b", "c", mem, "1900-01-01", "member certain"},
			{"b", "c", mem, "2024-06-01", "member certain"},
		}},
		{"an accepted event outweighs affiliations", func(f *caseFile) {
			f.Actors[1].Affiliations = []Affiliation{{Kind: AffiliationMemberOf, To: "c"}}
			f.event("leave", KindWithdraw, "2024-01-01", "actor", "a", "organisation", "c")
		}, []relationQuery{
			{"a", "c", mem, "2023-12-31", "(member) certain"},
			{"a", "c", mem, "2024-01-01", "withdrawn certain"},
		}},
		{"a member's relations are not the bloc's", func(f *caseFile) {
			f.Actors[1].Affiliations = []Affiliation{{Kind: AffiliationMemberOf, To: "c"}}
			f.event("cut", sever, "2024-08-04", "actor", "a", "target", "b")
			f.event("warn", KindCondemn, "2024-08-04", "actor", "c", "target", "b")
		}, []relationQuery{
			{"c", "b", dip, "2024-09-01", "no change recorded"},
			{"a", "b", sta, "2024-09-01", "no change recorded"},
			{"c", "b", sta, "2024-09-01", "critical certain"},
		}},
		{"support by kind and target", func(f *caseFile) {
			f.claim("arms", RelationClaim{Track: sup, From: "a", To: "b", Against: "c", State: StateWeapons, When: dateOf("2024-07/..")}, true)
			f.claim("money", RelationClaim{Track: sup, From: "a", To: "b", State: StateFunding, When: dateOf("2024-07-05/2024-07-09")}, true)
			f.claim("some", RelationClaim{Track: sup, From: "a", To: "b", Against: "c", When: dateOf("2024-07")}, true)
			f.event("gift", KindProvideWeapons, "2024-06-01/2024-06-03", "actor", "a", "recipient", "b")
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
		{"supports against different targets", func(f *caseFile) {
			f.Actors = append(f.Actors, Actor{ID: "d", Kind: ActorState, Name: "d"})
			f.event("gift", KindProvideWeapons, "2024-06-01/2024-06-03", "actor", "a", "recipient", "b", "target", "c")
			f.claim("arms", RelationClaim{Track: sup, From: "a", To: "b", Against: "d", State: StateWeapons, When: dateOf("2024-06-03/2024-06-05")}, true)
			f.event("plain", KindProvideWeapons, "2024-06-05/2024-06-06", "actor", "a", "recipient", "b")
		}, []relationQuery{
			{"a", "b", sup, "2024-06-02", "weapons/c certain"},
			{"a", "b", sup, "2024-06-03", "weapons/c certain, weapons/d certain"},
			{"a", "b", sup, "2024-06-05", "weapons certain, weapons/d certain"},
			{"a", "b", sup, "2024-06-06", "weapons certain"},
		}},
		{"an undated claim can hold on any day", func(f *caseFile) {
			f.claim("arms", RelationClaim{Track: sup, From: "a", To: "b", State: StateWeapons}, true)
			f.claim("fund", RelationClaim{Track: sup, From: "a", To: "b", State: StateFunding, When: dateOf("2024-08-01/")}, true)
			f.claim("train", RelationClaim{Track: sup, From: "a", To: "b", State: StateTraining, When: dateOf("[2024-08-01,2024-08-05]")}, true)
		}, []relationQuery{
			{"a", "b", sup, "2024-07-31", "weapons possible"},
			{"a", "b", sup, "2024-08-01", "funding certain, weapons possible, training possible"},
			{"a", "b", sup, "2024-08-03", "weapons possible, funding possible"},
			{"a", "b", sup, "2024-08-05", "weapons possible, training possible, funding possible"},
		}},
		{"support that is only alleged is no support", func(f *caseFile) {
			f.claim("arms", RelationClaim{Track: sup, From: "a", To: "b", State: StateWeapons}, false)
			f.alleged("gift", KindProvideFunding, "2024-06-01", "actor", "a", "recipient", "b")
		}, []relationQuery{
			{"a", "b", sup, "2024-06-01", "no change recorded"},
		}},
		{"stances change with every word and touch nothing else", func(f *caseFile) {
			f.event("nice", KindPraise, "2024-08-01", "actor", "a", "target", "b")
			f.event("blame", KindAccuse, "2024-08-03", "actor", "a", "target", "b")
			f.event("side", KindExpressSolidarity, "2024-08-05", "actor", "c", "target", "a")
			f.event("done", KindBreakOff, "2024-08-07", "actor", "a", "target", "b")
			f.event("scold", KindCondemn, "2024-08-09", "actor", "a", "target", "b")
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
		{"a claim about a track where the last change wins changes nothing", func(f *caseFile) {
			f.claim("cold", RelationClaim{Track: sta, From: "a", To: "b", State: StateCritical}, true)
		}, []relationQuery{
			{"a", "b", sta, "2024-08-09", "no change recorded"},
		}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			f := newCaseFile("a", "b", "c")
			tc.build(f)
			checkStates(t, f.view(t, Lens{}), tc.queries)
		})
	}
}

func gapsOf(s RelationState) []string {
	var list []string
	for _, g := range s.Gaps {
		list = append(list, string(g.Event)+" found "+stateList(g.Found))
	}
	return list
}

func reportsOf(list []ReportedState) []string {
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
	f := newCaseFile("a", "b")
	f.event("cut", sever, "2024-08-04", "actor", "a", "target", "b")
	f.event("cut-back", sever, "2024-08-06", "actor", "b", "target", "a")
	f.event("freeze", KindSuspendRelations, "[2024-08-08,2024-08-10]", "actor", "b", "target", "a")
	r := f.view(t, Lens{}).Relation("a", "b", TrackDiplomaticRelations)
	for _, tc := range []struct {
		day  string
		want []string
	}{
		{"2024-08-05", nil},
		{"2024-08-07", []string{"cut-back found severed"}},
		{"2024-08-08", []string{"cut-back found severed", "freeze found severed"}},
	} {
		s := r.On(dayOf(tc.day))
		if diff := cmp.Diff(tc.want, gapsOf(s)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tc.day, diff)
		}
		if n := len(s.States[0].Rulings); n != 1 || s.States[0].Rulings[0].Event != "cut" {
			t.Errorf("%s: severed rests on %v, want the first break alone", tc.day, s.States[0].Rulings)
		}
	}
	if diff := cmp.Diff([]Spell{
		{State: StateEstablished, Certainty: CertaintyCertain, Presupposed: true,
			Possible: DayRange{Last: dayOf("2024-08-03")}, Certain: &DayRange{Last: dayOf("2024-08-03")},
			PresupposedBy: []Ruling{{Event: "cut", Rule: "diplomatic/sever", When: DayRange{First: dayOf("2024-08-04"), Last: dayOf("2024-08-04")}, Days: DayRange{Last: dayOf("2024-08-03")}}}},
		{State: StateSevered, Certainty: CertaintyCertain, Possible: DayRange{First: dayOf("2024-08-04")}, Certain: &DayRange{First: dayOf("2024-08-04")},
			Rulings: []Ruling{{Event: "cut", Rule: "diplomatic/sever", When: DayRange{First: dayOf("2024-08-04"), Last: dayOf("2024-08-04")}, Days: DayRange{First: dayOf("2024-08-04")}}}},
	}, r.Spells(), equateDays); diff != "" {
		t.Errorf("spells (-want +got):\n%s", diff)
	}
}

// Joining and reinstating do not take a member's notice back.
func TestNoticeIsNotTakenBack(t *testing.T) {
	f := newCaseFile("a", "b")
	f.event("notice", KindAnnounceWithdrawal, "2024-01-28", "actor", "a", "organisation", "b")
	f.event("rejoined", KindJoin, "2024-02-28", "actor", "a", "organisation", "b")
	f.event("reinstated", KindReinstateMembership, "2024-03-28", "actor", "b", "target", "a")
	got := gapsOf(f.view(t, Lens{}).Relation("a", "b", TrackMembership).On(dayOf("2024-04-01")))
	if diff := cmp.Diff([]string{"reinstated found withdrawal-announced", "rejoined found withdrawal-announced"}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// What lasts is no gap where something stronger goes on: it waits for its turn.
func TestWhatLastsIsNoGap(t *testing.T) {
	f := newCaseFile("a", "b")
	f.event("war", KindWageWar, "2024-08-01/2024-08-10", "party", "a", "party", "b")
	f.event("threat", KindThreatenForce, "2024-08-05/2024-08-12", "actor", "a", "target", "b")
	f.event("drill", KindCooperate, "2024-08-01/2024-08-10", "party", "a", "party", "b")
	f.event("drill-too", KindCooperate, "2024-08-05/2024-08-06", "party", "a", "party", "b")
	v := f.view(t, Lens{})
	for _, track := range []Track{TrackHostility, TrackCooperation} {
		if got := gapsOf(v.Relation("a", "b", track).On(dayOf("2024-08-20"))); got != nil {
			t.Errorf("%s: %v, want no gap", track, got)
		}
	}
	if got := brief(v.Relation("a", "b", TrackHostility).On(dayOf("2024-08-11"))); got != "threat certain" {
		t.Errorf("after the war: %s, want the threat", got)
	}
}

func TestReportsBesideTheState(t *testing.T) {
	f := newCaseFile("a", "b", "c")
	f.event("praise", KindPraise, "2024-08-01", "actor", "a", "target", "b")
	f.alleged("curse", KindBreakOff, "2024-08-05", "actor", "a", "target", "b")
	f.alleged("threat", KindThreatenForce, "2024-08-05", "actor", "a", "target", "b")
	f.claim("cooling", RelationClaim{Track: TrackStance, From: "a", To: "b", State: StateCritical, Trend: TrendFalling, When: dateOf("2024-08-02/..")}, true)
	f.claim("hatred", RelationClaim{Track: TrackStance, From: "a", To: "b", State: StateRuptured, When: dateOf("2024-08")}, false)
	f.claim("closer", RelationClaim{Track: TrackCooperation, From: "a", To: "b", Trend: TrendRising}, true)
	v := f.view(t, Lens{})
	for _, tc := range []struct {
		track           Track
		day             string
		state           string
		claims, alleged []string
	}{
		{TrackStance, "2024-08-01", "supportive certain", nil, []string{"hatred: ruptured unasserted possible"}},
		{TrackStance, "2024-08-04", "supportive certain", []string{"cooling: critical reported certain falling"}, []string{"hatred: ruptured unasserted possible"}},
		{TrackStance, "2024-09-01", "supportive certain", []string{"cooling: critical reported certain falling"},
			[]string{"curse: ruptured unasserted certain", "hatred: ruptured unasserted excluded"}},
		{TrackHostility, "2024-08-04", "no change recorded", nil, nil},
		{TrackHostility, "2024-08-05", "no change recorded", nil, []string{"threat: threat unasserted certain"}},
		// What is over stays alleged.
		{TrackHostility, "2024-08-06", "no change recorded", nil, []string{"threat: threat unasserted excluded"}},
		{TrackCooperation, "2024-08-06", "no change recorded", []string{"closer:  reported possible rising"}, nil},
	} {
		s := v.Relation("a", "b", tc.track).On(dayOf(tc.day))
		got := []any{brief(s), reportsOf(s.Claims), reportsOf(s.Alleged)}
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
		build func(*caseFile)
		want  []string // by day, from 1 August on
	}{
		{"a clash and a threat inside a war", func(f *caseFile) {
			f.event("war", KindWageWar, "2024-08-01/2024-08-05", "party", "a", "party", "b")
			f.event("clash", KindBattle, "2024-08-02/2024-08-03", "party", "a", "party", "b")
			f.event("threat", KindThreatenForce, "2024-08-03", "actor", "a", "target", "b")
		}, []string{"war: war", "war: war", "war: war", "war: war", "war: war", "none: end of war"}},
		{"a war of which only the beginning is known", func(f *caseFile) {
			f.event("war", KindWageWar, "2024-08-01", "party", "a", "party", "b").Phase = PhaseOngoing
			f.event("clash", KindBattle, "2024-08-03", "party", "a", "party", "b")
		}, []string{"war: war", "none: end of war | war: war", "force: clash | war: war", "none: end of clash, end of war | war: war"}},
		{"a war inside a threat", func(f *caseFile) {
			f.event("threat", KindThreatenForce, "2024-08-01/2024-08-05", "actor", "a", "target", "b")
			f.event("war", KindWageWar, "2024-08-02/2024-08-03", "party", "a", "party", "b")
		}, []string{"threat: threat", "war: war", "war: war", "threat: threat", "threat: threat", "none: end of threat"}},
		{"one siege after another, and a raid inside", func(f *caseFile) {
			f.event("first", KindBlockade, "2024-08-01/2024-08-03", "actor", "a", "target", "b")
			f.event("raid", KindAttack, "2024-08-04", "actor", "a", "target", "b")
			f.event("second", KindBlockade, "2024-08-02/2024-08-05", "actor", "a", "target", "b")
			f.event("third", KindBlockade, "2024-08-04/2024-08-06", "actor", "a", "target", "b")
		}, []string{"force: first", "force: first", "force: first", "force: second", "force: second", "force: third", "none: end of third"}},
		{"a siege that may end before the next begins", func(f *caseFile) {
			f.event("first", KindBlockade, "2024-08-01", "actor", "a", "target", "b").Until = dateOf("[2024-08-01,2024-08-03]")
			f.event("second", KindBlockade, "2024-08-02/2024-08-04", "actor", "a", "target", "b")
		}, []string{"force: first", "force: first, second", "force: first, second", "force: second", "none: end of second"}},
		{"declared, with a raid on a later day", func(f *caseFile) {
			f.event("declare", KindDeclareWar, "2024-08-01", "actor", "a", "target", "b")
			f.event("word", KindThreatenForce, "2024-08-02", "actor", "a", "target", "b")
		}, []string{"force: declare", "force: declare", "force: declare"}},
	} {
		f := newCaseFile("a", "b")
		tc.build(f)
		r := f.view(t, Lens{}).Relation("a", "b", TrackHostility)
		var got []string
		for d := range tc.want {
			var states []string
			for _, p := range r.On(dayOf("2024-08-01").AddDays(int64(d))).States {
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
	f := newCaseFile("a", "b")
	f.event("mend", KindRestoreRelations, "2024-03", "actor", "a", "target", "b")
	f.event("cut", sever, "2024-03", "actor", "a", "target", "b").Links = []Link{{LinkAfter, "mend"}}
	var got []string
	for _, s := range f.view(t, Lens{}).Relation("a", "b", diplomatic).Spells() {
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
	f := newCaseFile("mali", "ukraine", "rebels")
	f.claim("support", RelationClaim{Track: TrackSupport, From: "ukraine", To: "rebels", Against: "mali", State: StateIntelligence, When: dateOf("2024-07/..")}, false)
	f.Claims[0].Adverse, f.Claims[0].Favours = []ActorID{"ukraine"}, []ActorID{"mali"}
	f.alleged("gift", KindProvideWeapons, "2024-08-01", "actor", "ukraine", "recipient", "rebels", "target", "mali")
	f.Claims = append(f.Claims, Claim{ID: "given", Text: "given", Content: Content{Occurred: "gift"}})
	for _, claim := range []ClaimID{"support", "given"} {
		f.Attributions = append(f.Attributions,
			Attribution{ID: "accuses-" + AttributionID(claim), Speaker: "mali", Stance: StanceAsserts, Claim: claim, Lineage: LineageFirstHand, OnRecord: RecordOn},
			Attribution{ID: "denies-" + AttributionID(claim), Speaker: "ukraine", Stance: StanceDenies, Claim: claim, Lineage: LineageFirstHand, OnRecord: RecordOn})
	}
	for _, tc := range []struct {
		party   ActorID
		state   string
		alleged []string
	}{
		{"", "no change recorded", []string{"gift: weapons contested certain", "support: intelligence contested certain"}},
		{"mali", "intelligence/mali certain, weapons/mali certain", nil},
		{"ukraine", "no change recorded", nil},
		{"rebels", "no change recorded", []string{"gift: weapons contested certain", "support: intelligence contested certain"}},
	} {
		s := f.view(t, Lens{Standpoint: tc.party}).Relation("ukraine", "rebels", TrackSupport).On(dayOf("2024-08-01"))
		slices.SortFunc(s.States, func(a, b PossibleState) int { return strings.Compare(a.State.String(), b.State.String()) })
		if diff := cmp.Diff([]any{tc.state, tc.alleged}, []any{brief(s), reportsOf(s.Alleged)}); diff != "" {
			t.Errorf("standpoint %q (-want +got):\n%s", tc.party, diff)
		}
	}
}

// A correction that moves an event to another pair takes the change with it,
// and the pair it leaves names the correction.
func TestCorrectedEvents(t *testing.T) {
	f := newCaseFile("a", "b", "c")
	f.event("cut", sever, "2024-08-04", "actor", "a", "target", "b").Recorded = dayOf("2024-08-10")
	e := f.event("cut-corrected", sever, "2024-08-05", "actor", "a", "target", "c")
	e.Supersedes, e.Recorded = "cut", dayOf("2024-08-20")
	for _, tc := range []struct{ recorded, ab, ac string }{
		{"2024-08-09", "no change recorded", "no change recorded"},
		{"2024-08-10", "severed certain", "no change recorded"},
		{"2024-08-20", "no change recorded", "severed certain"},
	} {
		v := f.view(t, Lens{RecordedBy: dayOf(tc.recorded)})
		checkStates(t, v, []relationQuery{
			{"a", "b", TrackDiplomaticRelations, "2024-08-30", tc.ab},
			{"a", "c", TrackDiplomaticRelations, "2024-08-30", tc.ac},
		})
	}
	items := f.view(t, Lens{}).Relation("a", "b", TrackDiplomaticRelations).On(dayOf("2024-08-30")).Reasons().Items()
	want := []Ref{ActorID("a").Ref(), ActorID("b").Ref(), EventID("cut").Ref(), EventID("cut-corrected").Ref()}
	if diff := cmp.Diff(want, items); diff != "" {
		t.Errorf("reasons (-want +got):\n%s", diff)
	}
}

// Where two rules fit one event and pair, the first in the table decides.
func TestTheFirstRuleDecides(t *testing.T) {
	f := newCaseFile("a", "b")
	f.event("e", "quarrel", "2024-08-04", "actor", "a", "party", "a", "target", "b", "party", "b")
	rules := []Rule{
		{Name: "one", Event: "quarrel", From: RoleActor, To: RoleTarget, Track: TrackDiplomaticRelations, State: StateSevered},
		{Name: "two", Event: "quarrel", From: RoleParty, To: RoleParty, Track: TrackDiplomaticRelations, State: StateSuspended},
	}
	for _, want := range []string{"severed certain", "suspended certain"} {
		checkStates(t, f.view(t, Lens{Policy: Policy{Rules: rules}}), []relationQuery{{"a", "b", TrackDiplomaticRelations, "2024-08-04", want}})
		slices.Reverse(rules)
	}
}

// One event can end one state and begin another, by a rule each.
func TestAnEventThatEndsAndBegins(t *testing.T) {
	replace := Rule{Event: "replace-pact", From: RoleParty, To: RoleParty, Track: TrackCooperation}
	ends, begins := replace, replace
	ends.Name, ends.State, ends.Ends, ends.Presupposes = "out", StateDefencePact, true, StateDefencePact
	begins.Name, begins.State = "in", StateConsultationPact
	f := newCaseFile("a", "b")
	f.event("swap", "replace-pact", "2024-08-04", "party", "a", "party", "b")
	v := f.view(t, Lens{Policy: Policy{Rules: []Rule{ends, begins}}})
	checkStates(t, v, []relationQuery{
		{"a", "b", TrackCooperation, "2024-08-03", "(defence-pact) certain"},
		{"a", "b", TrackCooperation, "2024-08-04", "consultation-pact certain"},
	})
	if diff := cmp.Diff([]string{"swap: defence-pact ceases certain on 4 August 2024", "swap: consultation-pact certain on 4 August 2024"},
		turnsOf(v.Relation("a", "b", TrackCooperation).Changes(edtf.Day{}, edtf.Day{}))); diff != "" {
		t.Errorf("changes (-want +got):\n%s", diff)
	}
}

// A change that lasts beside those that pass: the end of the stronger brings
// back what is weaker and still goes on, unless a truce came in between.
func TestLastingEventsBesideATruce(t *testing.T) {
	f := newCaseFile("a", "b")
	f.event("raid", KindAttack, "2024-08-01/2024-08-10", "actor", "a", "target", "b")
	f.event("siege", KindBlockade, "2024-08-05/2024-08-15", "actor", "a", "target", "b")
	f.event("show", KindShowForce, "2024-08-08/2024-08-25", "actor", "a", "target", "b")
	f.event("alert", KindAlertForces, "[2024-08-09,2024-08-20]", "actor", "a", "target", "b").Until = dateOf("2024-08-25")
	f.event("truce", KindDeclareTruce, "2024-08-22", "actor", "a", "target", "b")
	checkStates(t, f.view(t, Lens{}), []relationQuery{
		{"a", "b", TrackHostility, "2024-07-31", "(none) certain"},
		{"a", "b", TrackHostility, "2024-08-10", "force certain"},
		{"a", "b", TrackHostility, "2024-08-15", "force certain"},
		{"a", "b", TrackHostility, "2024-08-16", "display certain"},
		{"a", "b", TrackHostility, "2024-08-21", "display certain"},
		{"a", "b", TrackHostility, "2024-08-22", "none certain"},
		{"a", "b", TrackHostility, "2024-08-26", "none certain"},
	})
}

// An end leaves the state while something else of that state goes on, though a
// truce came in between and something stronger goes on.
func TestAnEndLeavesWhatStillGoesOn(t *testing.T) {
	f := newCaseFile("a", "b")
	f.event("raid", KindAttack, "2024-08-01/2024-08-04", "actor", "a", "target", "b")
	f.event("show", KindShowForce, "2024-08-02/2024-08-03", "actor", "a", "target", "b")
	f.event("truce", KindDeclareTruce, "2024-08-03", "actor", "a", "target", "b").Sequence = 1
	f.event("alert", KindAlertForces, "2024-08-03", "actor", "a", "target", "b").Sequence = 2
	f.Events[3].Until = dateOf("2024-08-05")
	checkStates(t, f.view(t, Lens{}), []relationQuery{
		{"a", "b", TrackHostility, "2024-08-02", "force certain"},
		{"a", "b", TrackHostility, "2024-08-03", "display certain"},
		{"a", "b", TrackHostility, "2024-08-04", "display certain"},
		{"a", "b", TrackHostility, "2024-08-05", "display certain"},
		{"a", "b", TrackHostility, "2024-08-06", "none certain"},
	})
}

// What goes on by its dates in spite of a truce shows again when the next act is
// over: see RULES.md.
func TestWhatGoesOnInSpiteOfATruce(t *testing.T) {
	f := newCaseFile("a", "b")
	f.event("siege", KindBlockade, "2024-08-01/2024-08-31", "actor", "a", "target", "b")
	f.event("truce", KindDeclareTruce, "2024-08-05", "actor", "a", "target", "b")
	f.event("alert", KindAlertForces, "2024-08-10", "actor", "a", "target", "b")
	checkStates(t, f.view(t, Lens{}), []relationQuery{
		{"a", "b", TrackHostility, "2024-08-04", "force certain"},
		{"a", "b", TrackHostility, "2024-08-09", "none certain"},
		{"a", "b", TrackHostility, "2024-08-10", "display certain"},
		{"a", "b", TrackHostility, "2024-08-11", "force certain"},
		{"a", "b", TrackHostility, "2024-09-01", "none certain"},
	})
	f.Events[0].When = dateOf("2024-08-01/2024-08-04") // corrected: the truce stopped it
	checkStates(t, f.view(t, Lens{}), []relationQuery{
		{"a", "b", TrackHostility, "2024-08-11", "none certain"},
	})
}

// A membership within another, as the member's own affiliations tell it, begins
// and ends without effect.
func TestAnAffiliationWithinAnother(t *testing.T) {
	f := newCaseFile("a", "b")
	a := slices.IndexFunc(f.Actors, func(x Actor) bool { return x.ID == "a" })
	for _, period := range []string{"2000-01-01/2010-01-01", "2005-01-01/2006-01-01", "2012-01-01/2013-01-01"} {
		f.Actors[a].Affiliations = append(f.Actors[a].Affiliations, Affiliation{Kind: AffiliationMemberOf, To: "b", Period: dateOf(period)})
	}
	checkStates(t, f.view(t, Lens{}), []relationQuery{
		{"a", "b", TrackMembership, "1999-12-31", "(none) certain"},
		{"a", "b", TrackMembership, "2005-06-01", "member certain"},
		{"a", "b", TrackMembership, "2010-01-01", "member certain"},
		{"a", "b", TrackMembership, "2011-01-01", "none certain"},
		{"a", "b", TrackMembership, "2012-06-01", "member certain"},
	})
}

package dispute

import (
	"slices"
	"strings"
)

// EventKind says what sort of event an event is. The vocabulary is open: a
// kind that is not listed here is kept, and changes no relation unless a
// [Rule] of the policy says so.
type EventKind string

// Kinds of event that the library knows. [KnownKinds] has their CAMEO and
// PLOVER codes, [DefaultRules] what they change.
const (
	// Verbal acts.
	KindStatement EventKind = "statement"
	KindPublish   EventKind = "publish"
	KindAccuse    EventKind = "accuse"
	KindDemand    EventKind = "demand"
	KindAppeal    EventKind = "appeal"
	KindCriticise EventKind = "criticise"
	KindCondemn   EventKind = "condemn"
	KindDeny      EventKind = "deny"
	KindReject    EventKind = "reject"
	KindPraise    EventKind = "praise"
	KindThreaten  EventKind = "threaten"
	KindAnnounce  EventKind = "announce"
	// KindExpressSolidarity is taking a party's side, KindDeclareNeutrality
	// taking none: both are stances, and nothing else follows from them.
	KindExpressSolidarity EventKind = "express-solidarity"
	KindDeclareNeutrality EventKind = "declare-neutrality"
	// KindBreakOff is declaring all political contact ended. It is a stance;
	// breaking off diplomatic relations is [KindSeverRelations].
	KindBreakOff EventKind = "break-off"

	// Diplomatic relations.
	KindEstablishRelations EventKind = "establish-relations"
	KindRestoreRelations   EventKind = "restore-relations"
	KindSuspendRelations   EventKind = "suspend-relations"
	KindSeverRelations     EventKind = "sever-relations"
	// KindReduceRelations is all that a bare CAMEO 161 tells.
	KindReduceRelations EventKind = "reduce-or-break-relations"

	// Representation. The actor of an expulsion is the receiving state; the
	// actor of all others is the sending state.
	KindAccreditAmbassador     EventKind = "accredit-ambassador"
	KindAccreditMinister       EventKind = "accredit-minister"
	KindAccreditChargeAffaires EventKind = "accredit-charge-d-affaires"
	KindAppointChargeAdInterim EventKind = "appoint-charge-ad-interim"
	KindOpenInterestsSection   EventKind = "open-interests-section"
	KindEntrustProtectingPower EventKind = "entrust-protecting-power"
	KindRecallAmbassador       EventKind = "recall-ambassador"
	KindExpelDiplomats         EventKind = "expel-diplomats"
	KindCloseMission           EventKind = "close-mission"

	// Force.
	KindThreatenForce   EventKind = "threaten-force"
	KindShowForce       EventKind = "show-force"
	KindAlertForces     EventKind = "alert-forces"
	KindAlertNuclear    EventKind = "alert-nuclear-forces"
	KindMobiliseForces  EventKind = "mobilise-forces"
	KindFortifyBorder   EventKind = "fortify-border"
	KindViolateBorder   EventKind = "violate-border"
	KindBlockade        EventKind = "blockade"
	KindOccupyTerritory EventKind = "occupy-territory"
	KindSeize           EventKind = "seize"
	KindAttack          EventKind = "attack"
	KindBattle          EventKind = "battle"
	// KindUseCBRWeapons is using chemical, biological or radiological weapons.
	KindUseCBRWeapons EventKind = "use-cbr-weapons"
	KindDeclareWar    EventKind = "declare-war"
	// KindWageWar is a war between its parties, or one that its actor begins or
	// joins against its target.
	KindWageWar EventKind = "wage-war"
	// KindDeclareTruce is declaring a truce or a ceasefire: by its actor for
	// its own side, or by its parties jointly. The hostility of whoever
	// declares it ends with it.
	KindDeclareTruce EventKind = "declare-truce"
	KindCoup         EventKind = "coup"

	// Pacts and cooperation.
	KindSignDefencePact       EventKind = "sign-defence-pact"
	KindEndDefencePact        EventKind = "end-defence-pact"
	KindSignOffencePact       EventKind = "sign-offence-pact"
	KindEndOffencePact        EventKind = "end-offence-pact"
	KindSignNeutralityPact    EventKind = "sign-neutrality-pact"
	KindEndNeutralityPact     EventKind = "end-neutrality-pact"
	KindSignNonAggressionPact EventKind = "sign-non-aggression-pact"
	KindEndNonAggressionPact  EventKind = "end-non-aggression-pact"
	KindSignConsultationPact  EventKind = "sign-consultation-pact"
	KindEndConsultationPact   EventKind = "end-consultation-pact"
	KindAgreeCooperation      EventKind = "agree-cooperation"
	KindCooperate             EventKind = "cooperate"
	KindEndCooperation        EventKind = "end-cooperation"

	// Bodies and membership. The organisation has the role "organisation",
	// or is the actor where it acts on a member.
	KindFoundAlliance       EventKind = "found-alliance"
	KindApplyMembership     EventKind = "apply-for-membership"
	KindJoin                EventKind = "join"
	KindSuspendMembership   EventKind = "suspend-membership"
	KindReinstateMembership EventKind = "reinstate-membership"
	KindAnnounceWithdrawal  EventKind = "announce-withdrawal"
	KindWithdraw            EventKind = "withdraw"
	KindExpelMember         EventKind = "expel-member"
	KindDeliberate          EventKind = "deliberate"
	KindNegotiate           EventKind = "negotiate"
	KindMediate             EventKind = "mediate"
	KindMonitor             EventKind = "monitor"
	KindImposeSanctions     EventKind = "impose-sanctions"
	KindLiftSanctions       EventKind = "lift-sanctions"

	// Support. The supporter is the actor; who is supported has the role
	// "recipient"; at whom it is aimed, if anybody, the role "target". Support
	// holds while it is given, so that ending it needs no rule.
	KindProvideTroops       EventKind = "provide-troops"
	KindProvideTerritory    EventKind = "provide-territory"
	KindJoinOperations      EventKind = "join-operations"
	KindProvideWeapons      EventKind = "provide-weapons"
	KindProvideMateriel     EventKind = "provide-materiel"
	KindProvideTraining     EventKind = "provide-training"
	KindProvideFunding      EventKind = "provide-funding"
	KindProvideIntelligence EventKind = "provide-intelligence"
	KindProvideOtherSupport EventKind = "provide-other-support"
	KindProvideSupport      EventKind = "provide-support"
	KindEndSupport          EventKind = "end-support"
)

// An EventKindInfo tells how the library treats one kind of event.
type EventKindInfo struct {
	Kind EventKind `json:"kind"`
	// Performative says that saying so on the record is doing it, so that the
	// word of somebody who commits one of its doers establishes the event,
	// unless such a word denies it.
	Performative bool `json:"performative,omitzero"`
	// Answerable says that its addressee or the accused is expected to answer.
	Answerable bool `json:"answerable,omitzero"`
	// CAMEO is the kind's code in the CAMEO codebook, PLOVER its category in
	// the PLOVER manual; each empty where there is none. A code can be wider
	// than the kind: 161 is both reducing and breaking relations.
	CAMEO  string `json:"cameo,omitzero"`
	PLOVER string `json:"plover,omitzero"`
}

// KnownKinds returns the kinds of event that the library knows, grouped by
// subject: to offer them for choice, or to look up their codes. The slice is the
// caller's own.
func KnownKinds() []EventKindInfo { return slices.Clone(knownKinds) }

// The PLOVER categories follow the crosswalk from CAMEO that its authors
// publish (openeventdata/PLOVER, 2021), with REQUEST for the categories that
// the manual has since merged under that name.
var knownKinds = []EventKindInfo{
	{KindStatement, true, false, "010", ""},
	{KindPublish, true, false, "", ""},
	{KindAccuse, true, true, "112", "ACCUSE"},
	{KindDemand, true, true, "100", "REQUEST"},
	{KindAppeal, true, true, "020", "REQUEST"},
	{KindCriticise, true, false, "111", "ACCUSE"},
	{KindCondemn, true, false, "111", "ACCUSE"},
	{KindDeny, true, false, "016", ""},
	{KindReject, true, false, "120", "REJECT"},
	{KindPraise, true, false, "051", "SUPPORT"},
	{KindThreaten, true, false, "130", "THREATEN"},
	{KindAnnounce, true, false, "010", ""},
	{KindExpressSolidarity, true, false, "051", "SUPPORT"},
	{KindDeclareNeutrality, true, false, "", ""},
	{KindBreakOff, true, false, "160", "SANCTION"},

	{KindEstablishRelations, true, false, "054", "SUPPORT"},
	{KindRestoreRelations, true, false, "050", "SUPPORT"},
	{KindSuspendRelations, true, false, "161", "SANCTION"},
	{KindSeverRelations, true, false, "161", "SANCTION"},
	{KindReduceRelations, true, false, "161", "SANCTION"},

	{KindAccreditAmbassador, true, false, "050", "SUPPORT"},
	{KindAccreditMinister, true, false, "050", "SUPPORT"},
	{KindAccreditChargeAffaires, true, false, "050", "SUPPORT"},
	{KindAppointChargeAdInterim, true, false, "", ""},
	{KindOpenInterestsSection, true, false, "050", "SUPPORT"},
	{KindEntrustProtectingPower, true, false, "", ""},
	{KindRecallAmbassador, true, false, "161", "SANCTION"},
	{KindExpelDiplomats, true, false, "161", "SANCTION"},
	{KindCloseMission, true, false, "161", "SANCTION"},

	{KindThreatenForce, true, false, "138", "THREATEN"},
	{KindShowForce, false, false, "150", "MOBILIZE"},
	{KindAlertForces, false, false, "152", "MOBILIZE"},
	{KindAlertNuclear, false, false, "152", "MOBILIZE"},
	{KindMobiliseForces, false, false, "154", "MOBILIZE"},
	{KindFortifyBorder, false, false, "", ""},
	{KindViolateBorder, false, false, "", ""},
	{KindBlockade, false, false, "191", "COERCE"},
	{KindOccupyTerritory, false, false, "192", "COERCE"},
	{KindSeize, false, false, "171", "COERCE"},
	{KindAttack, false, false, "190", "ASSAULT"},
	{KindBattle, false, false, "190", "ASSAULT"},
	{KindUseCBRWeapons, false, false, "204", "ASSAULT"},
	{KindDeclareWar, true, false, "", ""},
	{KindWageWar, false, false, "190", "ASSAULT"},
	{KindDeclareTruce, true, false, "0871", "RETREAT"},
	{KindCoup, false, false, "", ""},

	{KindSignDefencePact, true, false, "057", "SUPPORT"},
	{KindEndDefencePact, true, false, "", ""},
	{KindSignOffencePact, true, false, "057", "SUPPORT"},
	{KindEndOffencePact, true, false, "", ""},
	{KindSignNeutralityPact, true, false, "057", "SUPPORT"},
	{KindEndNeutralityPact, true, false, "", ""},
	{KindSignNonAggressionPact, true, false, "057", "SUPPORT"},
	{KindEndNonAggressionPact, true, false, "", ""},
	{KindSignConsultationPact, true, false, "057", "SUPPORT"},
	{KindEndConsultationPact, true, false, "", ""},
	{KindAgreeCooperation, true, false, "057", "SUPPORT"},
	{KindCooperate, false, false, "060", "COOPERATE"},
	{KindEndCooperation, true, false, "160", "SANCTION"},

	{KindFoundAlliance, true, false, "057", "SUPPORT"},
	{KindApplyMembership, true, false, "", ""},
	{KindJoin, true, false, "", ""},
	{KindSuspendMembership, true, false, "", ""},
	{KindReinstateMembership, true, false, "", ""},
	{KindAnnounceWithdrawal, true, false, "", ""},
	{KindWithdraw, true, false, "", ""},
	{KindExpelMember, true, false, "", ""},
	{KindDeliberate, false, false, "", ""},
	{KindNegotiate, false, false, "046", "CONSULT"},
	{KindMediate, false, false, "045", "CONSULT"},
	{KindMonitor, false, false, "", ""},
	{KindImposeSanctions, true, false, "163", "COERCE"},
	{KindLiftSanctions, true, false, "085", "RETREAT"},

	{KindProvideTroops, false, false, "072", "AID"},
	{KindProvideTerritory, false, false, "", ""},
	{KindJoinOperations, false, false, "062", "COOPERATE"},
	{KindProvideWeapons, false, false, "072", "AID"},
	{KindProvideMateriel, false, false, "072", "AID"},
	{KindProvideTraining, false, false, "072", "AID"},
	{KindProvideFunding, false, false, "071", "AID"},
	{KindProvideIntelligence, false, false, "064", "COOPERATE"},
	{KindProvideOtherSupport, false, false, "070", "AID"},
	{KindProvideSupport, false, false, "070", "AID"},
	{KindEndSupport, false, false, "162", "SANCTION"},
}

// kindTraits says how the engine treats an event kind; see [EventKindInfo].
type kindTraits struct {
	performative bool
	answerable   bool
	cameo        string
	plover       string
}

var traitsOf = func() map[EventKind]kindTraits {
	traits := make(map[EventKind]kindTraits, len(knownKinds))
	for _, k := range knownKinds {
		traits[k.Kind] = kindTraits{k.Performative, k.Answerable, k.CAMEO, k.PLOVER}
	}
	return traits
}()

// KindOfCAMEO returns the kind of event that a CAMEO code tells by itself, and
// false where there is none that says no more than the code does. So a feed
// that has nothing but the code is read without guessing: 161, which is
// reducing and breaking relations alike, is [KindReduceRelations] and never
// [KindSeverRelations]; 054, which is recognising a state and opening relations
// with it alike, is no kind.
//
// A code of four digits is read as the one of three digits that it details
// where it has no kind of its own. Codes are those of the CAMEO codebook,
// version 1.1b3 (2012).
func KindOfCAMEO(code string) (EventKind, bool) {
	for ; len(code) >= 3; code = code[:len(code)-1] {
		if kind, ok := cameoKinds[code]; ok {
			return kind, true
		}
	}
	return "", false
}

// cameoKinds are the codes of which a kind of event says no more, by code.
var cameoKinds = func() map[string]EventKind {
	kinds := map[string]EventKind{}
	for _, row := range []struct {
		kind  EventKind
		codes string
	}{
		{KindStatement, "010"},
		{KindDeny, "016"},
		{KindAppeal, "020 021 022 023 024 025 026 027 028"},
		{KindMediate, "045"},
		{KindNegotiate, "046"},
		{KindPraise, "051"},
		{KindAgreeCooperation, "057"},
		{KindCooperate, "060 061 062 063"},
		{KindProvideIntelligence, "064"},
		{KindProvideSupport, "072"},
		{KindLiftSanctions, "085"},
		{KindDeclareTruce, "0871"}, // the rest of 087 is easing and retreating
		{KindDemand, "100 101 102 103 104 105 106 107 108"},
		{KindCriticise, "111"},
		{KindAccuse, "112"},
		{KindReject, "120 121 122 123 124 125 126 127 129"},
		{KindThreaten, "130 131 132 133 134 135 136 137 139"},
		{KindThreatenForce, "138"},
		{KindShowForce, "150"},
		{KindAlertForces, "152"},
		{KindMobiliseForces, "154"},
		{KindReduceRelations, "161"},
		{KindImposeSanctions, "163"},
		{KindAttack, "190 193 194 195"},
		{KindOccupyTerritory, "192"},
		{KindUseCBRWeapons, "2041"}, // 2042 is nuclear weapons, 204 either
	} {
		for code := range strings.FieldsSeq(row.codes) {
			kinds[code] = row.kind
		}
	}
	return kinds
}()

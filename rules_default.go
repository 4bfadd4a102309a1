package dispute

import "slices"

// Short names for the table below.
const (
	vcdr = "Vienna Convention on Diplomatic Relations (1961), "
	mid  = "Correlates of War, MID codebook, "
	atop = "ATOP codebook, obligations: "
	esd  = "UCDP External Support Dataset codebook, types of support: "
)

var stronger = map[State][]State{
	StateThreat:  {StateDisplay, StateForce, StateWar},
	StateDisplay: {StateForce, StateWar},
	StateForce:   {StateWar},
}

var defaultRules = slices.Concat(diplomaticRules, representationRules, hostilityRules,
	declaredRules, cooperationRules, membershipRules, supportRules, stanceRules)

var diplomaticRules = withCodes([]Rule{
	{Name: "diplomatic/establish", Event: KindEstablishRelations, From: RoleActor, To: RoleTarget,
		State: StateEstablished, Presupposes: StateNone,
		Basis: vcdr + "art. 2: by mutual consent; who announces it is the actor"},
	{Name: "diplomatic/establish-jointly", Event: KindEstablishRelations, From: RoleParty, To: RoleParty,
		State: StateEstablished, Presupposes: StateNone,
		Basis: vcdr + "art. 2: by mutual consent"},
	{Name: "diplomatic/restore", Event: KindRestoreRelations, From: RoleActor, To: RoleTarget,
		State: StateEstablished, Presupposes: StateSevered,
		Basis: vcdr + "arts. 2 and 45: what was broken off is taken up again"},
	{Name: "diplomatic/restore-jointly", Event: KindRestoreRelations, From: RoleParty, To: RoleParty,
		State: StateEstablished, Presupposes: StateSevered,
		Basis: vcdr + "arts. 2 and 45: what was broken off is taken up again"},
	{Name: "diplomatic/suspend", Event: KindSuspendRelations, From: RoleActor, To: RoleTarget,
		State: StateSuspended, Presupposes: StateEstablished, Not: []State{StateNone, StateSevered},
		Basis: "Vienna Convention on the Law of Treaties (1969), art. 63, leaves treaties in force through a break; suspending stops short of that break, and what is broken cannot be suspended"},
	{Name: "diplomatic/sever", Event: KindSeverRelations, From: RoleActor, To: RoleTarget,
		State: StateSevered, Presupposes: StateEstablished, Not: []State{StateNone},
		Basis: vcdr + "art. 45: breaking off relations is one side's act"},
	{Name: "diplomatic/reduce-or-break", Event: KindReduceRelations, From: RoleActor, To: RoleTarget,
		State: StateReducedOrSevered, Presupposes: StateEstablished, Not: []State{StateNone, StateSuspended, StateSevered},
		Basis: "CAMEO codebook, 161: reducing and breaking relations, cancelled meetings and expelled diplomats share the code; it never tells which"},
}, TrackDiplomaticRelations)

var representationRules = withCodes([]Rule{
	{Name: "representation/ambassador", Event: KindAccreditAmbassador, From: RoleActor, To: RoleTarget,
		State: StateAmbassador, Basis: vcdr + "arts. 4 and 14(1)(a)"},
	{Name: "representation/minister", Event: KindAccreditMinister, From: RoleActor, To: RoleTarget,
		State: StateMinister, Basis: vcdr + "arts. 4 and 14(1)(b)"},
	{Name: "representation/charge-d-affaires", Event: KindAccreditChargeAffaires, From: RoleActor, To: RoleTarget,
		State: StateChargeDAffaires, Basis: vcdr + "art. 14(1)(c)"},
	{Name: "representation/charge-ad-interim", Event: KindAppointChargeAdInterim, From: RoleActor, To: RoleTarget,
		State: StateChargeAdInterim, Basis: vcdr + "art. 19(1): while the post of head of the mission is vacant"},
	{Name: "representation/interests-section", Event: KindOpenInterestsSection, From: RoleActor, To: RoleTarget,
		State: StateInterestsSection, Basis: vcdr + "arts. 45(b) and 46: interests looked after without relations, by a section in another state's mission"},
	{Name: "representation/protecting-power", Event: KindEntrustProtectingPower, From: RoleActor, To: RoleTarget,
		State: StateProtectingPower, Basis: vcdr + "art. 45(c): interests entrusted to a third state"},
	{Name: "representation/recall", Event: KindRecallAmbassador, From: RoleActor, To: RoleTarget,
		State: StateRecalled, Presupposes: StateAmbassador, Not: []State{StateNone, StateInterestsSection, StateProtectingPower, StateExpelled},
		Basis: vcdr + "art. 43(a): the sending state ends the function; relations stay as they are"},
	{Name: "representation/expel", Event: KindExpelDiplomats, From: RoleTarget, To: RoleActor,
		State: StateExpelled, Not: []State{StateNone},
		Basis: vcdr + "art. 9: persona non grata, declared by the receiving state; relations stay as they are"},
	{Name: "representation/close", Event: KindCloseMission, From: RoleActor, To: RoleTarget,
		State: StateNone, Basis: vcdr + "art. 45: the mission is permanently or temporarily recalled"},
}, TrackRepresentation)

var hostilityRules = withCodes([]Rule{
	{Name: "hostility/threaten", Event: KindThreatenForce, From: RoleActor, To: RoleTarget, State: StateThreat,
		Basis: mid + "hostility level 2, actions 1–6"},
	{Name: "hostility/show", Event: KindShowForce, From: RoleActor, To: RoleTarget, State: StateDisplay,
		Basis: mid + "hostility level 3, action 7"},
	{Name: "hostility/alert", Event: KindAlertForces, From: RoleActor, To: RoleTarget, State: StateDisplay,
		Basis: mid + "hostility level 3, action 8"},
	{Name: "hostility/mobilise", Event: KindMobiliseForces, From: RoleActor, To: RoleTarget, State: StateDisplay,
		Basis: mid + "hostility level 3, action 10"},
	{Name: "hostility/violate-border", Event: KindViolateBorder, From: RoleActor, To: RoleTarget, State: StateDisplay,
		Basis: mid + "hostility level 3, action 12"},
	{Name: "hostility/blockade", Event: KindBlockade, From: RoleActor, To: RoleTarget, State: StateForce,
		Basis: mid + "hostility level 4, action 13"},
	{Name: "hostility/occupy", Event: KindOccupyTerritory, From: RoleActor, To: RoleTarget, State: StateForce,
		Basis: mid + "hostility level 4, action 14"},
	{Name: "hostility/seize", Event: KindSeize, From: RoleActor, To: RoleTarget, State: StateForce,
		Basis: mid + "hostility level 4, action 15"},
	{Name: "hostility/attack", Event: KindAttack, From: RoleActor, To: RoleTarget, State: StateForce,
		Basis: mid + "hostility level 4, action 16"},
	{Name: "hostility/attack-on-victim", Event: KindAttack, From: RoleActor, To: RoleVictim, State: StateForce,
		Basis: mid + "hostility level 4, action 16: who is harmed is attacked"},
	{Name: "hostility/clash", Event: KindBattle, From: RoleParty, To: RoleParty, State: StateForce,
		Basis: mid + "hostility level 4, action 17: each side uses force against the other"},
	{Name: "hostility/battle", Event: KindBattle, From: RoleActor, To: RoleTarget, State: StateForce,
		Basis: mid + "hostility level 4, action 17: by the side that gave battle"},
	{Name: "hostility/war", Event: KindWageWar, From: RoleParty, To: RoleParty, State: StateWar,
		Basis: mid + "hostility level 5, actions 20 and 21"},
}, TrackHostility, func(r *Rule) {
	r.After, r.Presupposes, r.Not = StateNone, StateNone, stronger[r.State]
})

// What is declared stays until something else changes it. It tells nothing of
// what was done before.
var declaredRules = withCodes([]Rule{
	{Name: "hostility/declare-war", Event: KindDeclareWar, From: RoleActor, To: RoleTarget, State: StateForce,
		Not:   stronger[StateForce],
		Basis: mid + "hostility level 4, action 18: a declaration alone is not yet war; it holds until something else changes the level, whatever was done before it"},
	{Name: "hostility/truce", Event: KindDeclareTruce, From: RoleActor, To: RoleTarget, State: StateNone,
		Basis: "CAMEO codebook, 0871: one side's truce ends its own hostility, whatever its level was; what it does later counts anew, and what goes on by its dates shows again when that is over"},
	{Name: "hostility/truce-jointly", Event: KindDeclareTruce, From: RoleParty, To: RoleParty, State: StateNone,
		Basis: "CAMEO codebook, 0871: a truce agreed on ends the hostility of each side"},
}, TrackHostility)

var cooperationRules = withCodes([]Rule{
	{Name: "cooperation/defence-pact", Event: KindSignDefencePact, From: RoleParty, To: RoleParty, State: StateDefencePact,
		Basis: atop + "defence"},
	{Name: "cooperation/end-defence-pact", Event: KindEndDefencePact, From: RoleParty, To: RoleParty, State: StateDefencePact,
		Ends: true, Presupposes: StateDefencePact, Basis: atop + "defence; end of the alliance"},
	{Name: "cooperation/offence-pact", Event: KindSignOffencePact, From: RoleParty, To: RoleParty, State: StateOffencePact,
		Basis: atop + "offence"},
	{Name: "cooperation/end-offence-pact", Event: KindEndOffencePact, From: RoleParty, To: RoleParty, State: StateOffencePact,
		Ends: true, Presupposes: StateOffencePact, Basis: atop + "offence; end of the alliance"},
	{Name: "cooperation/neutrality-pact", Event: KindSignNeutralityPact, From: RoleParty, To: RoleParty, State: StateNeutralityPact,
		Basis: atop + "neutrality"},
	{Name: "cooperation/end-neutrality-pact", Event: KindEndNeutralityPact, From: RoleParty, To: RoleParty, State: StateNeutralityPact,
		Ends: true, Presupposes: StateNeutralityPact, Basis: atop + "neutrality; end of the alliance"},
	{Name: "cooperation/non-aggression-pact", Event: KindSignNonAggressionPact, From: RoleParty, To: RoleParty, State: StateNonAggressionPact,
		Basis: atop + "non-aggression"},
	{Name: "cooperation/end-non-aggression-pact", Event: KindEndNonAggressionPact, From: RoleParty, To: RoleParty, State: StateNonAggressionPact,
		Ends: true, Presupposes: StateNonAggressionPact, Basis: atop + "non-aggression; end of the alliance"},
	{Name: "cooperation/consultation-pact", Event: KindSignConsultationPact, From: RoleParty, To: RoleParty, State: StateConsultationPact,
		Basis: atop + "consultation"},
	{Name: "cooperation/end-consultation-pact", Event: KindEndConsultationPact, From: RoleParty, To: RoleParty, State: StateConsultationPact,
		Ends: true, Presupposes: StateConsultationPact, Basis: atop + "consultation; end of the alliance"},
	{Name: "cooperation/agree", Event: KindAgreeCooperation, From: RoleParty, To: RoleParty, State: StateCooperation,
		Basis: "CAMEO codebook, 057: an agreement signed; it holds until it is ended"},
	{Name: "cooperation/cooperate", Event: KindCooperate, From: RoleParty, To: RoleParty, State: StateCooperation, After: StateNone,
		Basis: "CAMEO codebook, 06: material cooperation, such as joint manoeuvres; it holds while it is done"},
	{Name: "cooperation/end", Event: KindEndCooperation, From: RoleActor, To: RoleTarget, State: StateCooperation,
		Ends: true, Presupposes: StateCooperation, Basis: "CAMEO codebook, 160: cooperative relations reduced; one side's act is enough"},
}, TrackCooperation)

var membershipRules = withCodes([]Rule{
	{Name: "membership/found", Event: KindFoundAlliance, From: RoleActor, To: RoleOrganisation, State: StateMember,
		Presupposes: StateNone, Basis: "who founds a body is its member; compare Charter of the United Nations, art. 3"},
	{Name: "membership/found-as-party", Event: KindFoundAlliance, From: RoleParty, To: RoleOrganisation, State: StateMember,
		Presupposes: StateNone, Basis: "who founds a body is its member; compare Charter of the United Nations, art. 3"},
	{Name: "membership/apply", Event: KindApplyMembership, From: RoleActor, To: RoleOrganisation, State: StateApplicant,
		Presupposes: StateNone, Not: []State{StateMember, StateMembershipSuspended, StateWithdrawalAnnounced},
		Basis: "compare Charter of the United Nations, art. 4; a member cannot apply"},
	{Name: "membership/join", Event: KindJoin, From: RoleActor, To: RoleOrganisation, State: StateMember,
		Not:   []State{StateMembershipSuspended, StateWithdrawalAnnounced},
		Basis: "compare Charter of the United Nations, art. 4; a suspended member is reinstated, it does not join, nor does a member that has given notice"},
	{Name: "membership/suspend", Event: KindSuspendMembership, From: RoleTarget, To: RoleActor, State: StateMembershipSuspended,
		Presupposes: StateMember, Not: []State{StateNone, StateApplicant, StateWithdrawn},
		Basis: "compare Charter of the United Nations, art. 5: the body's act; only a member can be suspended"},
	{Name: "membership/reinstate", Event: KindReinstateMembership, From: RoleTarget, To: RoleActor, State: StateMember,
		Presupposes: StateMembershipSuspended, Not: []State{StateNone, StateApplicant, StateWithdrawalAnnounced, StateWithdrawn},
		Basis: "compare Charter of the United Nations, art. 5: the body's act; it does not take back the member's notice"},
	{Name: "membership/announce-withdrawal", Event: KindAnnounceWithdrawal, From: RoleActor, To: RoleOrganisation, State: StateWithdrawalAnnounced,
		Presupposes: StateMember, Not: []State{StateNone, StateApplicant, StateWithdrawn},
		Basis: "Vienna Convention on the Law of Treaties (1969), art. 56(2): notice given; membership runs on until it takes effect"},
	{Name: "membership/withdraw", Event: KindWithdraw, From: RoleActor, To: RoleOrganisation, State: StateWithdrawn,
		Presupposes: StateMember, Not: []State{StateNone},
		Basis: "Vienna Convention on the Law of Treaties (1969), arts. 54 and 56: the member's act, once in effect"},
	{Name: "membership/expel", Event: KindExpelMember, From: RoleTarget, To: RoleActor, State: StateNone,
		Presupposes: StateMember, Not: []State{StateApplicant, StateWithdrawn},
		Basis: "compare Charter of the United Nations, art. 6: the body's act"},
}, TrackMembership)

var supportRules = withCodes([]Rule{
	{Name: "support/troops", Event: KindProvideTroops, State: StateTroops, Basis: esd + "troops"},
	{Name: "support/territory", Event: KindProvideTerritory, State: StateTerritory, Basis: esd + "access to territory"},
	{Name: "support/joint-operations", Event: KindJoinOperations, State: StateJointOperations, Basis: esd + "joint operations"},
	{Name: "support/weapons", Event: KindProvideWeapons, State: StateWeapons, Basis: esd + "weapons"},
	{Name: "support/materiel", Event: KindProvideMateriel, State: StateMateriel, Basis: esd + "materiel and logistics"},
	{Name: "support/training", Event: KindProvideTraining, State: StateTraining, Basis: esd + "training and expertise"},
	{Name: "support/funding", Event: KindProvideFunding, State: StateFunding, Basis: esd + "funding and economic support"},
	{Name: "support/intelligence", Event: KindProvideIntelligence, State: StateIntelligence, Basis: esd + "intelligence"},
	{Name: "support/other", Event: KindProvideOtherSupport, State: StateOtherSupport, Basis: esd + "other"},
	{Name: "support/unspecified", Event: KindProvideSupport, State: StateUnspecifiedSupport, Basis: esd + "unknown"},
}, TrackSupport, func(r *Rule) {
	r.From, r.To, r.After = RoleActor, RoleRecipient, StateNone
	r.Basis += "; it holds while it is given"
})

var stanceRules = withCodes([]Rule{
	{Name: "stance/praise", Event: KindPraise, State: StateSupportive, Basis: "CAMEO codebook, 051"},
	{Name: "stance/solidarity", Event: KindExpressSolidarity, State: StateSupportive,
		Basis: "CAMEO codebook, 051: support for a party; words, whatever else follows"},
	{Name: "stance/neutrality", Event: KindDeclareNeutrality, State: StateNeutral,
		Basis: "declared by the party; compare Hague Convention V (1907)"},
	{Name: "stance/criticise", Event: KindCriticise, State: StateCritical, Not: []State{StateRuptured}, Basis: "CAMEO codebook, 111"},
	{Name: "stance/condemn", Event: KindCondemn, State: StateCritical, Not: []State{StateRuptured}, Basis: "CAMEO codebook, 111"},
	{Name: "stance/accuse", Event: KindAccuse, State: StateCritical, Not: []State{StateRuptured},
		Basis: "CAMEO codebook, 112: the accusation is a fact about the accuser, not about the accused"},
	{Name: "stance/break-off", Event: KindBreakOff, State: StateRuptured,
		Basis: "CAMEO codebook, 160: political contact broken off; diplomatic relations have a track of their own"},
}, TrackStance, func(r *Rule) { r.From, r.To = RoleActor, RoleTarget })

// withCodes completes rows of the table: their track, the codes of their kind
// of event, and what else all of them share.
func withCodes(rules []Rule, t Track, shared ...func(*Rule)) []Rule {
	for i := range rules {
		r := &rules[i]
		r.Track, r.CAMEO, r.PLOVER = t, traitsOf[r.Event].cameo, traitsOf[r.Event].plover
		for _, set := range shared {
			set(r)
		}
	}
	return rules
}

// DefaultRules returns the rules of the default [Policy], grouped by track.
// RULES.md shows them row by row. The slice is the caller's own: append to it
// or leave rows out to make another policy.
func DefaultRules() []Rule { return cloneRules(defaultRules) }

package dispute

import (
	"errors"
	"fmt"
	"slices"
)

// A Rule says that an event of one kind changes one track of the relation
// between the participants in two roles. Rules are data: [DefaultRules] is
// the documented table, and a [Policy] may bring its own. Where several rules
// fit one event, one pair and one track on which the last change wins, the
// first in the list decides.
type Rule struct {
	// Name identifies the rule in reasons, such as "diplomatic/sever". Every
	// rule has one of its own.
	Name string `json:"name"`
	// Event is the kind of event the rule is about.
	Event EventKind `json:"event"`
	// From and To are the roles between whose actors the track runs. Where
	// both are the same role, it runs between every two actors of that role.
	// On the support track, actors with the role "target" that are neither
	// are those at whom the support is aimed.
	From ParticipantRole `json:"from"`
	To   ParticipantRole `json:"to"`
	// Track and State say what the relation is from the day of the event on.
	Track Track `json:"track"`
	State State `json:"state"`
	// After is the state from the day after a lasting event has ended; zero
	// leaves State. The end changes nothing where another change has come in
	// between or another event with the same State goes on, and where another lasting event goes on it is that one's state
	// that comes back: of several the one to which the others give way, which
	// is to say that it can start from them and they cannot start from it; of
	// those that leaves, and of what follows several that end together, the last
	// in the order of states. On tracks where several states can hold at once it
	// can only be [StateNone]: State then holds as long as the event does.
	After State `json:"after,omitzero"`
	// Restores says that State holds no longer than an event that has an end, an
	// interval or an Until: after it the state is what it would be had the event
	// never begun, whatever else that brings back. Without an end State holds
	// until another change. Only for rules without After that do not end a state.
	Restores bool `json:"restores,omitzero"`
	// Ends says that State ends instead of beginning, on tracks where several
	// states can hold at once; where a state has a target, an event without
	// one ends it against all.
	Ends bool `json:"ends,omitzero"`
	// Mutual says that it takes two, as a pact does: the change stands between
	// two actors in these roles if one of them says so on the record and neither
	// denies it, or where the view accepts it otherwise. Else what a doer itself
	// says is enough, and no word of the other's undoes it. The use of force is
	// never mutual.
	Mutual bool `json:"mutual,omitzero"`
	// Presupposes is what the state must have been where this is the first
	// change on file; zero presupposes nothing. Where several states can hold
	// at once, only an ending presupposes anything, namely State; one without a
	// target only as the first change of that state against whomever.
	Presupposes State `json:"presupposes,omitzero"`
	// Not are states the change cannot start from: it then leaves the state
	// and is reported as a [Gap], unless it lasts. A change to the state that
	// already holds is always one. Where the dates leave open what the change found, both
	// outcomes are possible. Only for tracks where the last change wins.
	Not []State `json:"not,omitempty"`
	// CAMEO and PLOVER are the event's codes, where there are any.
	CAMEO  string `json:"cameo,omitzero"`
	PLOVER string `json:"plover,omitzero"`
	// Basis says where the rule comes from.
	Basis string `json:"basis,omitzero"`
}

func cloneRules(rules []Rule) []Rule {
	rules = slices.Clone(rules)
	for i := range rules {
		rules[i].Not = slices.Clone(rules[i].Not)
	}
	return rules
}

// CheckRules reports every rule that a [Policy] cannot have: one that lacks a
// field or names a state its track does not have, one that can never change
// anything, one that repeats or contradicts another. The error joins one for
// each problem, in the order of the rules; each names its rule by place and
// name, and wraps [ErrMissing] or [ErrValue]. It is nil if all can be used, as
// it is of no rules. The cost is linear in the rules, and quadratic in those that
// are about the same kind of event, roles and track.
func CheckRules(rules []Rule) error {
	var problems []error
	report := func(i int, err error) {
		problems = append(problems, fmt.Errorf("rule %d (%q): %w", i, rules[i].Name, err))
	}
	named := map[string]int{}
	subjects := map[ruleSubject][]int{}
	for i := range rules {
		r := &rules[i]
		if was, ok := named[r.Name]; ok && r.Name != "" {
			report(i, fmt.Errorf("%w: rule %d has this name already, want another", ErrValue, was))
		} else {
			named[r.Name] = i
		}
		for _, err := range r.problems() {
			report(i, err)
		}
		for _, was := range subjects[r.subject()] {
			if err := r.clash(&rules[was]); err != nil {
				report(i, fmt.Errorf("%w rule %d (%q)", err, was, rules[was].Name))
			}
		}
		subjects[r.subject()] = append(subjects[r.subject()], i)
	}
	return errors.Join(problems...)
}

// A ruleSubject is what a rule is about; rules with the same one fit the same
// events, pairs and track.
type ruleSubject struct {
	event    EventKind
	from, to ParticipantRole
	track    Track
}

func (r *Rule) subject() ruleSubject {
	s := ruleSubject{r.Event, r.From, r.To, r.Track}
	if r.Track.Mutual() && s.to < s.from {
		s.from, s.to = s.to, s.from
	}
	return s
}

// clash returns an error that lacks the other rule's name if r cannot stand
// beside an earlier rule with the same subject.
func (r *Rule) clash(earlier *Rule) error {
	differs := func(field string, mine, other State) error {
		return fmt.Errorf("%w: %s %q contradicts %q for the same kind of event, roles and track in", ErrValue, field, mine, other)
	}
	switch {
	case r.Track.Concurrent() && r.State != earlier.State:
		return nil
	case r.Mutual != earlier.Mutual:
		return fmt.Errorf("%w: mutual %t contradicts %t for the same kind of event, roles and track in", ErrValue, r.Mutual, earlier.Mutual)
	case r.Track.Concurrent() && (r.After != earlier.After || r.Ends != earlier.Ends || r.Restores != earlier.Restores):
		return fmt.Errorf("%w: %q cannot begin, end and pass at once: it contradicts", ErrValue, r.State)
	case r.State != earlier.State:
		return differs("state", r.State, earlier.State)
	case r.Restores != earlier.Restores:
		return fmt.Errorf("%w: restores %t contradicts %t for the same kind of event, roles and track in", ErrValue, r.Restores, earlier.Restores)
	case r.After != earlier.After:
		return differs("after", r.After, earlier.After)
	case r.Presupposes != earlier.Presupposes:
		return differs("presupposes", r.Presupposes, earlier.Presupposes)
	case bitsOf(r.Not) != bitsOf(earlier.Not):
		return fmt.Errorf("%w: not %v contradicts %v for the same kind of event, roles and track in", ErrValue, r.Not, earlier.Not)
	}
	return fmt.Errorf("%w: it repeats", ErrValue)
}

// ruleProblems collects what is wrong with a rule on its own.
type ruleProblems []error

// when notes a problem, if it is one.
func (p *ruleProblems) when(is bool, kind error, format string, args ...any) {
	if is {
		*p = append(*p, fmt.Errorf("%w: "+format, append([]any{kind}, args...)...))
	}
}

// problems reports what is wrong with a rule on its own. What it lacks comes
// first: the rest cannot be told without it.
func (r *Rule) problems() []error {
	var p ruleProblems
	p.when(r.Name == "", ErrMissing, "want a name")
	p.when(r.Event == "", ErrMissing, "want a kind of event")
	p.when(r.From == "", ErrMissing, "want a role for from")
	p.when(r.To == "", ErrMissing, "want a role for to")
	p.when(r.Track == 0, ErrMissing, "want a track")
	p.when(r.State == 0, ErrMissing, "want a state")
	p.when(r.Restores && (r.After != 0 || r.Ends), ErrValue, "restores, want no after and nothing that ends: it holds until its end and gives back what was")
	p.when(!tracks.valid(uint8(r.Track)), ErrValue, "unknown track %d: want %s", r.Track, tracks.list())
	if p != nil {
		return p
	}
	p.when(r.Mutual && r.Track == TrackHostility && r.State != StateNone, ErrValue,
		"mutual %q, want it only of ending hostility: what force one side uses, the other need not agree to", r.State)
	switch {
	case !r.State.BelongsTo(r.Track):
		p.when(true, ErrValue, "state %q, want a state of the track %q", r.State, r.Track)
	case r.Track.Concurrent():
		r.concurrentProblems(&p)
	default:
		r.lastWinsProblems(&p)
	}
	return p
}

// concurrentProblems reports what is wrong with a rule of a track on which
// several states can hold at once.
func (r *Rule) concurrentProblems(p *ruleProblems) {
	p.when(r.After != 0 && r.After != StateNone, ErrValue,
		"after %q, want %q or nothing: several states of the track %q hold at once", r.After, StateNone, r.Track)
	p.when(r.After == StateNone && r.Ends, ErrValue, "after %q on a rule that ends its state, want nothing", r.After)
	p.when(r.Presupposes != 0 && !(r.Ends && r.Presupposes == r.State), ErrValue,
		"presupposes %q, want nothing, or the state that a rule ends", r.Presupposes)
	if len(r.Not) > 0 {
		p.when(true, ErrValue, "not %q, want nothing: several states of the track %q hold at once", r.Not[0], r.Track)
	}
}

// lastWinsProblems reports what is wrong with a rule of a track on which the
// last change wins.
func (r *Rule) lastWinsProblems(p *ruleProblems) {
	p.when(r.Ends, ErrValue, "ends %q, want a rule to the state that follows: the last change wins on the track %q", r.State, r.Track)
	p.when(r.After != 0 && !r.After.BelongsTo(r.Track), ErrValue, "after %q, want a state of the track %q", r.After, r.Track)
	p.when(r.After == r.State, ErrValue, "after %q, want another state than while it lasts", r.After)
	for _, s := range r.Not {
		p.when(!s.BelongsTo(r.Track), ErrValue, "not %q, want states of the track %q", s, r.Track)
	}
	leaves := func(s State) bool { return s == r.State || slices.Contains(r.Not, s) }
	if r.Presupposes != 0 {
		known := r.Presupposes.BelongsTo(r.Track)
		p.when(!known, ErrValue, "presupposes %q, want a state of the track %q", r.Presupposes, r.Track)
		p.when(known && leaves(r.Presupposes), ErrValue, "presupposes %q, want a state it can change", r.Presupposes)
	}
	changes := slices.ContainsFunc(r.Track.States(), func(s State) bool { return !leaves(s) })
	p.when(!changes, ErrValue, "it leaves every state of the track %q and can change nothing, want fewer in not", r.Track)
}

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
	{Name: "diplomatic/establish", Event: KindEstablishRelations, From: RoleActor, To: RoleTarget, Mutual: true,
		State: StateEstablished, Presupposes: StateNone,
		Basis: vcdr + "art. 2: by mutual consent; who announces it is the actor"},
	{Name: "diplomatic/establish-jointly", Event: KindEstablishRelations, From: RoleParty, To: RoleParty, Mutual: true,
		State: StateEstablished, Presupposes: StateNone,
		Basis: vcdr + "art. 2: by mutual consent"},
	{Name: "diplomatic/restore", Event: KindRestoreRelations, From: RoleActor, To: RoleTarget, Mutual: true,
		State: StateEstablished, Presupposes: StateSevered,
		Basis: vcdr + "arts. 2 and 45: what was broken off is taken up again"},
	{Name: "diplomatic/restore-jointly", Event: KindRestoreRelations, From: RoleParty, To: RoleParty, Mutual: true,
		State: StateEstablished, Presupposes: StateSevered,
		Basis: vcdr + "arts. 2 and 45: what was broken off is taken up again"},
	{Name: "diplomatic/suspend", Event: KindSuspendRelations, From: RoleActor, To: RoleTarget,
		State: StateSuspended, Presupposes: StateEstablished, Not: []State{StateNone, StateSevered},
		Restores: true, Basis: "Vienna Convention on the Law of Treaties (1969), art. 63, leaves treaties in force through a break; suspending stops short of that break, and what is broken cannot be suspended"},
	{Name: "diplomatic/sever", Event: KindSeverRelations, From: RoleActor, To: RoleTarget,
		State: StateSevered, Presupposes: StateEstablished, Not: []State{StateNone},
		Basis: vcdr + "art. 45: breaking off relations is one side's act"},
	{Name: "diplomatic/reduce-or-break", Event: KindReduceRelations, From: RoleActor, To: RoleTarget,
		State: StateReducedOrSevered, Presupposes: StateEstablished, Not: []State{StateNone, StateSuspended, StateSevered},
		Basis: "CAMEO codebook, 161: reducing and breaking relations, cancelled meetings and expelled diplomats share the code; it never tells which"},
}, TrackDiplomaticRelations)

var representationRules = withCodes([]Rule{
	{Name: "representation/ambassador", Event: KindAccreditAmbassador, From: RoleActor, To: RoleTarget,
		State: StateAmbassador, Restores: true, Basis: vcdr + "arts. 4 and 14(1)(a)"},
	{Name: "representation/minister", Event: KindAccreditMinister, From: RoleActor, To: RoleTarget,
		State: StateMinister, Restores: true, Basis: vcdr + "arts. 4 and 14(1)(b)"},
	{Name: "representation/charge-d-affaires", Event: KindAccreditChargeAffaires, From: RoleActor, To: RoleTarget,
		State: StateChargeDAffaires, Restores: true, Basis: vcdr + "art. 14(1)(c)"},
	{Name: "representation/charge-ad-interim", Event: KindAppointChargeAdInterim, From: RoleActor, To: RoleTarget,
		State: StateChargeAdInterim, Restores: true, Basis: vcdr + "art. 19(1): while the post of head of the mission is vacant"},
	{Name: "representation/interests-section", Event: KindOpenInterestsSection, From: RoleActor, To: RoleTarget,
		State: StateInterestsSection, Restores: true, Basis: vcdr + "arts. 45(b) and 46: interests looked after without relations, by a section in another state's mission"},
	{Name: "representation/protecting-power", Event: KindEntrustProtectingPower, From: RoleActor, To: RoleTarget,
		State: StateProtectingPower, Restores: true, Basis: vcdr + "art. 45(c): interests entrusted to a third state"},
	{Name: "representation/recall", Event: KindRecallAmbassador, From: RoleActor, To: RoleTarget,
		State: StateRecalled, Presupposes: StateAmbassador, Not: []State{StateNone, StateInterestsSection, StateProtectingPower, StateExpelled},
		Restores: true, Basis: vcdr + "art. 43(a): the sending state ends the function; relations stay as they are"},
	{Name: "representation/expel", Event: KindExpelDiplomats, From: RoleTarget, To: RoleActor,
		State: StateExpelled, Not: []State{StateNone},
		Basis: vcdr + "art. 9: persona non grata, declared by the receiving state; relations stay as they are"},
	{Name: "representation/close", Event: KindCloseMission, From: RoleActor, To: RoleTarget,
		State: StateNone, Restores: true, Basis: vcdr + "art. 45: the mission is permanently or temporarily recalled"},
}, TrackRepresentation)

var hostilityRules = withCodes([]Rule{
	{Name: "hostility/threaten", Event: KindThreatenForce, From: RoleActor, To: RoleTarget, State: StateThreat,
		Basis: mid + "hostility level 2, actions 1–6"},
	{Name: "hostility/show", Event: KindShowForce, From: RoleActor, To: RoleTarget, State: StateDisplay,
		Basis: mid + "hostility level 3, action 7"},
	{Name: "hostility/alert", Event: KindAlertForces, From: RoleActor, To: RoleTarget, State: StateDisplay,
		Basis: mid + "hostility level 3, action 8"},
	{Name: "hostility/alert-nuclear", Event: KindAlertNuclear, From: RoleActor, To: RoleTarget, State: StateDisplay,
		Basis: mid + "hostility level 3, action 9"},
	{Name: "hostility/mobilise", Event: KindMobiliseForces, From: RoleActor, To: RoleTarget, State: StateDisplay,
		Basis: mid + "hostility level 3, action 10"},
	{Name: "hostility/fortify-border", Event: KindFortifyBorder, From: RoleActor, To: RoleTarget, State: StateDisplay,
		Basis: mid + "hostility level 3, action 11"},
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
	{Name: "hostility/use-cbr-weapons", Event: KindUseCBRWeapons, From: RoleActor, To: RoleTarget, State: StateForce,
		Basis: mid + "hostility level 4, action 19"},
	{Name: "hostility/war", Event: KindWageWar, From: RoleParty, To: RoleParty, State: StateWar,
		Basis: mid + "hostility level 5, actions 20 and 21: each side wages war on the other"},
	{Name: "hostility/wage-war-on", Event: KindWageWar, From: RoleActor, To: RoleTarget, State: StateWar,
		Basis: mid + "hostility level 5, actions 20 and 21: by the side that began the war or joined it"},
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
		Restores: true, Basis: "CAMEO codebook, 0871: one side's truce ends its own hostility, whatever its level was; what it does later counts anew, and what goes on by its dates shows again when that is over"},
	{Name: "hostility/truce-jointly", Event: KindDeclareTruce, From: RoleParty, To: RoleParty, Mutual: true, State: StateNone,
		Restores: true, Basis: "CAMEO codebook, 0871: a truce agreed on ends the hostility of each side"},
}, TrackHostility)

var cooperationRules = withCodes([]Rule{
	{Name: "cooperation/defence-pact", Event: KindSignDefencePact, From: RoleParty, To: RoleParty, Mutual: true, State: StateDefencePact,
		Restores: true, Basis: atop + "defence"},
	{Name: "cooperation/end-defence-pact", Event: KindEndDefencePact, From: RoleParty, To: RoleParty, Mutual: true, State: StateDefencePact,
		Ends: true, Presupposes: StateDefencePact, Basis: atop + "defence; end of the alliance"},
	{Name: "cooperation/offence-pact", Event: KindSignOffencePact, From: RoleParty, To: RoleParty, Mutual: true, State: StateOffencePact,
		Restores: true, Basis: atop + "offence"},
	{Name: "cooperation/end-offence-pact", Event: KindEndOffencePact, From: RoleParty, To: RoleParty, Mutual: true, State: StateOffencePact,
		Ends: true, Presupposes: StateOffencePact, Basis: atop + "offence; end of the alliance"},
	{Name: "cooperation/neutrality-pact", Event: KindSignNeutralityPact, From: RoleParty, To: RoleParty, Mutual: true, State: StateNeutralityPact,
		Restores: true, Basis: atop + "neutrality"},
	{Name: "cooperation/end-neutrality-pact", Event: KindEndNeutralityPact, From: RoleParty, To: RoleParty, Mutual: true, State: StateNeutralityPact,
		Ends: true, Presupposes: StateNeutralityPact, Basis: atop + "neutrality; end of the alliance"},
	{Name: "cooperation/non-aggression-pact", Event: KindSignNonAggressionPact, From: RoleParty, To: RoleParty, Mutual: true, State: StateNonAggressionPact,
		Restores: true, Basis: atop + "non-aggression"},
	{Name: "cooperation/end-non-aggression-pact", Event: KindEndNonAggressionPact, From: RoleParty, To: RoleParty, Mutual: true, State: StateNonAggressionPact,
		Ends: true, Presupposes: StateNonAggressionPact, Basis: atop + "non-aggression; end of the alliance"},
	{Name: "cooperation/consultation-pact", Event: KindSignConsultationPact, From: RoleParty, To: RoleParty, Mutual: true, State: StateConsultationPact,
		Restores: true, Basis: atop + "consultation"},
	{Name: "cooperation/end-consultation-pact", Event: KindEndConsultationPact, From: RoleParty, To: RoleParty, Mutual: true, State: StateConsultationPact,
		Ends: true, Presupposes: StateConsultationPact, Basis: atop + "consultation; end of the alliance"},
	{Name: "cooperation/agree", Event: KindAgreeCooperation, From: RoleParty, To: RoleParty, Mutual: true, State: StateCooperation,
		Restores: true, Basis: "CAMEO codebook, 057: an agreement signed; it holds until it is ended"},
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
		Restores: true, Basis: "compare Charter of the United Nations, art. 5: the body's act; only a member can be suspended"},
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

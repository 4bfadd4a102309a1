package statuses_test

import (
	"slices"

	"github.com/dispute-go/dispute"
)

// This file reads what a view takes a proposition for: whose word establishes
// an act, for which doer and between whom.

// agreed is the rule by which what opposed sides both assert is accepted.
const agreed dispute.StandingRule = dispute.StandingRuleLabel + 100

// A doerStanding is how an event stands for one of its doers.
type doerStanding struct {
	actor    dispute.ActorID
	standing dispute.Standing
	rule     dispute.StandingRule
}

// performative are the kinds of event in the generated records that saying so
// on the record performs; mutual are those that take two.
var performative = map[dispute.EventKind]bool{
	dispute.KindSeverRelations:   true,
	dispute.KindRecallAmbassador: true,
	dispute.KindDemand:           true,
	dispute.KindDeny:             true,
	dispute.KindPublish:          true,
	dispute.KindAccuse:           true,
	dispute.KindThreaten:         true,
	dispute.KindImposeSanctions:  true,
	dispute.KindExpelDiplomats:   true,

	dispute.KindSignDefencePact:    true,
	dispute.KindEndDefencePact:     true,
	dispute.KindEstablishRelations: true,
	dispute.KindRestoreRelations:   true,
	dispute.KindDeclareTruce:       true,
	dispute.KindAgreeCooperation:   true,
}

var mutual = map[dispute.EventKind]bool{
	dispute.KindSignDefencePact:    true,
	dispute.KindEndDefencePact:     true,
	dispute.KindEstablishRelations: true,
	dispute.KindRestoreRelations:   true,
	dispute.KindAgreeCooperation:   true,
}

// stand says what the view takes a proposition for, and for each doer of an
// event what it takes that doer's part for.
func (o *oracle) stand(p proposition, all []statement, label dispute.Label) (dispute.Standing, dispute.StandingRule, []doerStanding) {
	standing, rule := o.standByParty(all)
	e := o.events[p.event]
	if p.event == "" {
		if standing == dispute.StandingOpen && o.accept[label] {
			return dispute.StandingAccepted, dispute.StandingRuleLabel, nil
		}
		return standing, rule, nil
	}
	var each []doerStanding
	for _, d := range doers(e) {
		x := doerStanding{d, standing, rule}
		if x.standing == dispute.StandingOpen {
			x.standing, x.rule = o.standFor(d, p, all)
		}
		each = append(each, x)
	}
	o.rule("several doers", len(each) > 1)
	o.rule("doers apart", slices.ContainsFunc(each, func(x doerStanding) bool { return x.standing != each[0].standing }))
	if standing != dispute.StandingOpen {
		return standing, rule, each
	}
	for _, rule := range []dispute.StandingRule{dispute.StandingRulePerformative, dispute.StandingRuleLabel, agreed} {
		if slices.ContainsFunc(each, func(x doerStanding) bool { return x.rule == rule }) {
			return dispute.StandingAccepted, rule, each
		}
	}
	switch {
	case each != nil:
	case o.accept[label]:
		return dispute.StandingAccepted, dispute.StandingRuleLabel, nil
	case o.agreed(p, "", all):
		return dispute.StandingAccepted, agreed, nil
	}
	return dispute.StandingOpen, 0, each
}

// standByParty says what the party of the standpoint takes it for.
func (o *oracle) standByParty(all []statement) (dispute.Standing, dispute.StandingRule) {
	var says, denies bool
	for _, s := range all {
		if o.standpoint != "" && s.stance != dispute.StanceImplies && !s.disowned && o.commitsTo(s, o.standpoint) {
			says = says || !s.against
			denies = denies || s.against
		}
	}
	switch {
	case says && !denies:
		return dispute.StandingAccepted, dispute.StandingRuleStandpoint
	case denies && !says:
		return dispute.StandingDropped, dispute.StandingRuleStandpoint
	}
	return dispute.StandingOpen, 0
}

// standFor says how an event stands for one of its doers. A mutual act stands
// for it if it stands between it and another party.
func (o *oracle) standFor(d dispute.ActorID, p proposition, all []statement) (dispute.Standing, dispute.StandingRule) {
	e := o.events[p.event]
	parts := [][]dispute.ActorID{{d}}
	if isMutual(e) {
		parts = nil
		for _, other := range counterparts(e, d) {
			parts = append(parts, []dispute.ActorID{d, other})
		}
		if parts == nil {
			parts = [][]dispute.ActorID{{d}}
		}
	}
	for _, part := range parts {
		if performative[e.Kind] && took(e) && o.performed(part, all) {
			o.rule("mutual act by word", len(part) > 1)
			return dispute.StandingAccepted, dispute.StandingRulePerformative
		}
	}
	for _, part := range parts {
		if o.accept[o.labelOf(part, p, all)] {
			return dispute.StandingAccepted, dispute.StandingRuleLabel
		}
	}
	if o.rule("agreed", o.agreed(p, d, all)) {
		return dispute.StandingAccepted, agreed
	}
	return dispute.StandingOpen, 0
}

func isMutual(e dispute.Event) bool {
	joint := e.Kind == dispute.KindDeclareTruce && len(taking(e, dispute.RoleParty)) > 0
	return mutual[e.Kind] || joint
}

// counterparts returns with whom a doer does a mutual act: the other parties,
// or the targets of an actor.
func counterparts(e dispute.Event, d dispute.ActorID) []dispute.ActorID {
	var list []dispute.ActorID
	if slices.Contains(taking(e, dispute.RoleParty), d) {
		list = append(list, taking(e, dispute.RoleParty)...)
	}
	if slices.Contains(taking(e, dispute.RoleActor), d) {
		list = append(list, taking(e, dispute.RoleTarget)...)
	}
	return slices.DeleteFunc(distinct(list), func(x dispute.ActorID) bool { return x == d })
}

// performed reports whether an act is established by the own word of somebody
// who takes part in it, on the record, and denied by nobody of them. A denial
// after a party's own word undoes nothing. To imply binds nobody.
func (o *oracle) performed(part []dispute.ActorID, all []statement) bool {
	said := false
	for _, party := range part {
		var words, denials []statement
		for _, s := range all {
			if !s.onRecord || s.stance == dispute.StanceImplies || s.disowned || !o.ownWordOf(s, party) {
				continue
			}
			if s.against {
				denials = append(denials, s)
			} else {
				words = append(words, s)
			}
		}
		for _, n := range denials {
			before := slices.ContainsFunc(words, func(w statement) bool { return w.when.last < n.when.first })
			if !o.rule("later denial", before) {
				return o.rule("denied by a doer", false)
			}
		}
		said = said || words != nil
	}
	return said
}

// labelOf returns the label of an event for some of those who do it: another
// doer's word is an interested statement here, and its denial none.
func (o *oracle) labelOf(part []dispute.ActorID, p proposition, all []statement) dispute.Label {
	e := o.events[p.event]
	parties := doers(e)
	if isMutual(e) {
		parties = append(parties, taking(e, dispute.RoleTarget)...)
	}
	another := func(s statement) bool {
		of := func(x dispute.ActorID) bool { return o.ownWordOf(s, x) }
		return slices.ContainsFunc(parties, of) && !slices.ContainsFunc(part, of)
	}
	var list []statement
	for _, s := range all {
		if s.against && another(s) {
			o.rule("denial by another doer", true)
			continue
		}
		if !s.against && another(s) {
			s.foreign = true
		}
		list = append(list, s)
	}
	return labelFromTable(o.weigh(p, list, false).Level, o.weigh(p, list, true).Level)
}

// agreed reports whether two opposed sides both assert on the record that an
// event occurred: doer d and a target, two sides told, or adversaries.
func (o *oracle) agreed(p proposition, d dispute.ActorID, all []statement) bool {
	e := o.events[p.event]
	for _, s := range all {
		for _, t := range all {
			if s.against || t.against || !s.onRecord || !t.onRecord || s.disowned || t.disowned ||
				s.stance == dispute.StanceImplies || t.stance == dispute.StanceImplies {
				continue
			}
			for a := range o.allCommitted(s) {
				for b := range o.allCommitted(t) {
					if a != b && o.opposedSides(e, d, a, b, s.when, t.when) {
						return true
					}
				}
			}
		}
	}
	return false
}

func (o *oracle) allCommitted(s statement) map[dispute.ActorID]bool {
	out := map[dispute.ActorID]bool{}
	for _, by := range s.speakers {
		for x := range o.commits(by, s.when) {
			out[x] = true
		}
	}
	return out
}

func (o *oracle) opposedSides(e dispute.Event, d, a, b dispute.ActorID, first, second span) bool {
	targets := taking(e, dispute.RoleTarget)
	if a == d && slices.Contains(targets, b) {
		return o.rule("agreed by doer and target", true)
	}
	for _, x := range e.Participants {
		for _, y := range e.Participants {
			if x.Actor == a && y.Actor == b && x.Side != "" && y.Side != "" && x.Side != y.Side {
				return o.rule("agreed by sides told", true)
			}
		}
	}
	return o.rule("agreed by adversaries", o.adversaries(a, b, first) || o.adversaries(a, b, second))
}

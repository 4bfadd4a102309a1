package statuses_test

import (
	"slices"

	"github.com/dispute-go/dispute"
)

// This file reads what a view takes a proposition for: whose word establishes
// an act, for which doer and between whom.

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

// mutual are the kinds that take two parties, atBothEnds those that take two
// where an actor does them to a target as well.
var mutual = map[dispute.EventKind]bool{
	dispute.KindSignDefencePact:    true,
	dispute.KindEndDefencePact:     true,
	dispute.KindEstablishRelations: true,
	dispute.KindRestoreRelations:   true,
	dispute.KindDeclareTruce:       true,
	dispute.KindAgreeCooperation:   true,
}

var atBothEnds = map[dispute.EventKind]bool{
	dispute.KindEstablishRelations: true,
	dispute.KindRestoreRelations:   true,
}

// A finding of how something stands, and by which rule.
type ruling struct {
	standing dispute.Standing
	rule     dispute.StandingRule
}

var open = ruling{standing: dispute.StandingOpen}

// stand says what the view takes a proposition for, and for each doer of an
// event what it takes that doer's part for. An event is accepted if it is for any
// doer.
func (o *oracle) stand(p proposition, all []statement, label dispute.Label) (dispute.Standing, dispute.StandingRule, []dispute.DoerStanding) {
	e := o.events[p.event]
	var each []dispute.DoerStanding
	var rulings []ruling
	for _, d := range doers(e) {
		x := o.standFor(d, p, all)
		rulings = append(rulings, x)
		each = append(each, dispute.DoerStanding{Actor: d, Standing: x.standing, Rule: x.rule})
	}
	o.rule("several doers", len(each) > 1)
	o.rule("doers apart", slices.ContainsFunc(rulings, func(x ruling) bool { return x.standing != rulings[0].standing }))
	if rulings == nil {
		rulings = []ruling{o.ruling(nil, p, all, label)}
	}
	x := first(rulings)
	return x.standing, x.rule, each
}

// first is what comes first of some rulings: what is accepted, by the order of
// the rules, then what is open.
func first(list []ruling) ruling {
	for _, x := range []ruling{
		{dispute.StandingAccepted, dispute.StandingRuleStandpoint},
		{dispute.StandingAccepted, dispute.StandingRulePerformative},
		{dispute.StandingAccepted, dispute.StandingRuleLabel},
		{dispute.StandingAccepted, dispute.StandingRuleAgreed},
		open,
	} {
		if slices.Contains(list, x) {
			return x
		}
	}
	return list[0]
}

// standFor says how an event stands for one of its doers. Where its role takes
// two, that is how it stands between it and any other.
func (o *oracle) standFor(d dispute.ActorID, p proposition, all []statement) ruling {
	var list []ruling
	e := o.events[p.event]
	for _, part := range parts(e, d) {
		o.rule("mutual act", len(part) == 2)
		list = append(list, o.ruling(part, p, all, o.labelOf(part, p, all)))
	}
	return first(list)
}

// parts returns in what parts of an event an actor is a doer: with each other
// one in a mutual act, by itself otherwise.
func parts(e dispute.Event, d dispute.ActorID) [][]dispute.ActorID {
	var list [][]dispute.ActorID
	alone := false
	for _, x := range e.Participants {
		if x.Actor != d {
			continue
		}
		var with []dispute.ActorID
		switch {
		case x.Role == dispute.RoleParty && mutual[e.Kind]:
			with = taking(e, dispute.RoleParty)
		case x.Role == dispute.RoleActor && atBothEnds[e.Kind]:
			with = taking(e, dispute.RoleTarget)
		case x.Role == dispute.RoleTarget && atBothEnds[e.Kind]: // of another part of it
			with = taking(e, dispute.RoleActor)
		case x.Role == dispute.RoleParty, x.Role == dispute.RoleActor:
			alone = true
		}
		for _, other := range with {
			if other != d {
				list = append(list, []dispute.ActorID{d, other})
			}
		}
	}
	if alone || list == nil {
		list = append(list, []dispute.ActorID{d})
	}
	return list
}

// ruling says how a proposition stands as far as it is the act of some, or of
// nobody.
func (o *oracle) ruling(part []dispute.ActorID, p proposition, all []statement, label dispute.Label) ruling {
	e := o.events[p.event]
	if x := o.standpointOn(part, p, all); x != open {
		return x
	}
	switch {
	case part != nil && performative[e.Kind] && took(e) && o.performed(part, all):
		o.rule("mutual act by word", len(part) == 2)
		return ruling{dispute.StandingAccepted, dispute.StandingRulePerformative}
	case o.accept[label]:
		return ruling{dispute.StandingAccepted, dispute.StandingRuleLabel}
	case p.event != "" && took(e) && o.agreed(part, e, all):
		o.rule("agreed", true)
		return ruling{dispute.StandingAccepted, dispute.StandingRuleAgreed}
	}
	return open
}

// standpointOn says what the party of the standpoint takes it for. What it denies
// as a doer, it denies of its own part.
func (o *oracle) standpointOn(part []dispute.ActorID, p proposition, all []statement) ruling {
	var says, denies, deniesPart bool
	for _, s := range all {
		if o.standpoint == "" || s.stance == dispute.StanceImplies || s.disowned != nil || !o.commitsTo(s, o.standpoint) {
			continue
		}
		says = says || !s.against
		denies = denies || s.against
		deniesPart = deniesPart || s.against && !o.anothers(s, part, p)
	}
	switch {
	case says && !denies:
		return ruling{dispute.StandingAccepted, dispute.StandingRuleStandpoint}
	case deniesPart && !says:
		return ruling{dispute.StandingDropped, dispute.StandingRuleStandpoint}
	}
	o.rule("standpoint of another doer", denies && !says)
	return open
}

// anothers reports whether a statement is the word of others who have a part in
// an event, and of nobody in this part.
func (o *oracle) anothers(s statement, part []dispute.ActorID, p proposition) bool {
	for _, by := range s.speakers {
		if !o.another(by, s.when, part, p) {
			return false
		}
	}
	return true
}

func (o *oracle) another(by dispute.ActorID, when span, part []dispute.ActorID, p proposition) bool {
	e := o.events[p.event]
	parties := doers(e)
	if atBothEnds[e.Kind] {
		parties = append(parties, taking(e, dispute.RoleTarget)...)
	}
	own := func(x dispute.ActorID) bool { return o.ownWord(by, when)[x] }
	if !slices.ContainsFunc(parties, own) { // an organ stands on the side of whose it is
		own = func(x dispute.ActorID) bool { return o.rule("organ of a doer", o.surelyAbove(by, when)[x]) }
	}
	return part != nil && slices.ContainsFunc(parties, own) && !slices.ContainsFunc(part, own)
}

// performed reports whether an act is established by the own word of somebody
// who takes part in it, and denied by nobody of them.
func (o *oracle) performed(part []dispute.ActorID, all []statement) bool {
	says := func(d dispute.ActorID) bool { return o.says(d, all) }
	denies := func(d dispute.ActorID) bool { return o.denies(d, all) }
	return slices.ContainsFunc(part, says) && !o.rule("denied by a doer", slices.ContainsFunc(part, denies))
}

// words returns the own word of a party, for or against, as far as it binds.
func (o *oracle) words(party dispute.ActorID, all []statement, against bool) []statement {
	return slices.DeleteFunc(slices.Clone(all), func(s statement) bool {
		return s.against != against || !s.binds() || !o.ownWordOf(s, party)
	})
}

func (o *oracle) says(party dispute.ActorID, all []statement) bool {
	return len(o.words(party, all, false)) > 0
}

// denies reports whether a party denies it. What it denies after it has said so
// undoes nothing.
func (o *oracle) denies(party dispute.ActorID, all []statement) bool {
	said := o.words(party, all, false)
	return slices.ContainsFunc(o.words(party, all, true), func(n statement) bool {
		return !o.rule("later denial", slices.ContainsFunc(said, func(w statement) bool { return w.when.last < n.when.first }))
	})
}

// labelOf returns the label of an event for some of those who do it: another
// doer's word is an interested statement here, and its denial none.
func (o *oracle) labelOf(part []dispute.ActorID, p proposition, all []statement) dispute.Label {
	var list []statement
	for _, s := range all {
		if o.rule("denial by another doer", s.against && o.anothers(s, part, p)) {
			continue
		}
		if !s.against {
			s.admitting = slices.DeleteFunc(slices.Clone(s.admitting), func(by dispute.ActorID) bool { return o.another(by, s.when, part, p) })
		}
		list = append(list, s)
	}
	return labelFromTable(o.weigh(p, list, false).Level, o.weigh(p, list, true).Level)
}

// agreed reports whether two opposed sides both assert on the record that an
// event occurred: its doer and a target, two sides told, or adversaries. To a
// doer that denies it no other doer's word counts.
func (o *oracle) agreed(part []dispute.ActorID, e dispute.Event, all []statement) bool {
	speakers := 0 // to agree takes two
	for _, s := range all {
		if !s.against && s.binds() {
			speakers += len(s.speakers)
		}
	}
	if speakers < 2 {
		return false
	}
	objects := func(d dispute.ActorID) bool { return o.denies(d, all) && !o.says(d, all) }
	objected := slices.ContainsFunc(part, objects)
	if len(part) == 2 && objected {
		return false
	}
	for _, s := range all {
		for _, t := range all {
			if s.against || t.against || !s.binds() || !t.binds() {
				continue
			}
			for a := range o.allCommitted(s) {
				for b := range o.allCommitted(t) {
					if objected && (slices.Contains(doers(e), a) || slices.Contains(doers(e), b)) {
						continue
					}
					if a != b && o.opposedSides(e, part, a, b, s.when, t.when) {
						return true
					}
				}
			}
		}
	}
	return false
}

// binds reports whether a statement binds whom it commits.
func (s statement) binds() bool {
	return s.onRecord && s.stance != dispute.StanceImplies && s.disowned == nil
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

func (o *oracle) opposedSides(e dispute.Event, part []dispute.ActorID, a, b dispute.ActorID, first, second span) bool {
	if len(part) == 1 && a == part[0] && slices.Contains(taking(e, dispute.RoleTarget, dispute.RoleVictim), b) {
		return o.rule("agreed by doer and target", true)
	}
	for _, x := range e.Participants {
		for _, y := range e.Participants {
			if x.Actor == a && y.Actor == b && x.Side != "" && y.Side != "" && x.Side != y.Side {
				return o.rule("agreed by sides told", true)
			}
		}
	}
	return o.rule("agreed by adversaries", o.adversaries(a, b, first) && o.adversaries(a, b, second))
}

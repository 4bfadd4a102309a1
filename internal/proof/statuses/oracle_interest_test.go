package statuses_test

import (
	"slices"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/edtf"
)

// This file reads whose side somebody is on: interest, adversaries, admissions,
// findings, and words disowned.

// named returns whom a proposition speaks against, for or of.
func (o *oracle) named(p proposition) map[dispute.ActorID]bool {
	out := map[dispute.ActorID]bool{}
	put := func(ids ...dispute.ActorID) {
		for _, id := range ids {
			out[id] = id != ""
		}
	}
	event := func(id dispute.EventID) {
		for _, part := range o.events[id].Participants {
			if part.Role != dispute.RoleObserver {
				put(part.Actor)
			}
		}
	}
	event(p.event)
	for _, id := range p.claims {
		c := o.claims[id]
		put(c.Adverse...)
		put(c.Favours...)
		event(c.Content.Occurred)
		if x := c.Content.Agency; x != nil {
			put(x.Actor)
			event(x.Event)
		}
		if x := c.Content.Relation; x != nil {
			put(x.From, x.To, x.Against)
		}
		if x := c.Content.Figure; x != nil {
			put(x.Of)
			event(x.Event)
		}
		if x := c.Content.Identity; x != nil {
			put(x.A, x.B)
		}
		if x := c.Content.Dating; x != nil {
			event(x.Event)
		}
		if x := c.Content.Meaning; x != nil {
			a := o.attributions[x.Attribution]
			put(a.Speaker)
			put(a.Jointly...)
			put(a.OnBehalfOf...)
		}
	}
	delete(out, "")
	return out
}

// interested reports whether somebody in a statement is on a side of a
// proposition, or in whose words it speaks: a reprint is no freer than its
// original.
func (o *oracle) interested(s statement, p proposition) bool {
	sided := func(x dispute.ActorID) bool { return o.sided(x, s.when, p) }
	return slices.ContainsFunc(s.voices(), sided) || o.rule("interest of what is reprinted", slices.ContainsFunc(o.borrowed(s), sided))
}

// sided reports whether an actor is on a side of a proposition: named by it or
// dependent on somebody named, behind the accusation or demand that puts it
// forward, or the adversary of somebody named; where nobody is named, everyone
// who has an adversary is on a side.
func (o *oracle) sided(x dispute.ActorID, when span, p proposition) bool {
	named := o.named(p)
	for n := range named {
		if meet(o.dependence(x, when), o.dependence(n, when)) {
			return true
		}
	}
	if o.namedOnly {
		return false
	}
	for _, e := range o.file.Events {
		for _, d := range o.puttingForward(e, p) {
			if meet(o.dependence(x, when), o.dependence(d, when)) {
				return o.rule("interest of the accuser", true)
			}
		}
	}
	for q := range o.principals(x, when) {
		for n := range named {
			for r := range o.principals(n, when) {
				if o.adversaries(q, r, when) {
					return o.rule("interest of an adversary", true)
				}
			}
		}
		if len(named) == 0 && o.hasAdversary(q, when) {
			return o.rule("interest where nobody is named", true)
		}
	}
	return false
}

// puttingForward returns who puts a proposition forward in an event that is an
// accusation or a demand. A competent body takes no side by it.
func (o *oracle) puttingForward(e dispute.Event, p proposition) []dispute.ActorID {
	if e.Kind != dispute.KindAccuse && e.Kind != dispute.KindDemand || !took(e) || o.replaced(e.ID.Ref()) ||
		!slices.ContainsFunc(e.Claims, func(c dispute.ClaimID) bool { return slices.Contains(p.claims, c) }) {
		return nil
	}
	return slices.DeleteFunc(doers(e), func(d dispute.ActorID) bool {
		return o.rule("accusation by a competent body", meet(o.upFrom(d, said(e.When)), o.competent))
	})
}

// Adversaries.

// force and other are the kinds of event in the generated records that are
// adversarial acts.
var force = map[dispute.EventKind]bool{
	dispute.KindAttack: true, dispute.KindBattle: true, dispute.KindWageWar: true, dispute.KindBlockade: true,
	dispute.KindOccupyTerritory: true, dispute.KindSeize: true, dispute.KindDeclareWar: true,
}

var hostileWord = map[dispute.EventKind]bool{
	dispute.KindAccuse: true, dispute.KindThreaten: true, dispute.KindThreatenForce: true, dispute.KindSeverRelations: true,
	dispute.KindExpelDiplomats: true, dispute.KindExpelMember: true, dispute.KindImposeSanctions: true,
}

// byParties are the kinds of force that parties use on each other.
var byParties = map[dispute.EventKind]bool{dispute.KindBattle: true, dispute.KindWageWar: true}

// combatants are the kinds of actor that can be anybody's adversaries, bystanders
// those that become some by using force alone.
var combatants = map[dispute.ActorKind]bool{
	dispute.ActorState: true, dispute.ActorGovernment: true, dispute.ActorAlliance: true,
	dispute.ActorArmedGroup: true, dispute.ActorMilitaryCompany: true,
}

var bystanders = map[dispute.ActorKind]bool{
	dispute.ActorIntergovernment: true, dispute.ActorCourt: true, dispute.ActorMedium: true,
	dispute.ActorResearchBody: true, dispute.ActorNGO: true,
}

// adversaries reports whether two principals were adversaries at the time of a
// statement.
func (o *oracle) adversaries(a, b dispute.ActorID, when span) bool {
	if o.namedOnly {
		return false
	}
	for _, e := range o.file.Events {
		if o.between(e, a, b) && o.rule("adversarial act on file", true) && o.rule("adversarial act in time", extent(e).within(o.years, when)) {
			return true
		}
	}
	return false
}

func (o *oracle) hasAdversary(a dispute.ActorID, when span) bool {
	return slices.ContainsFunc(o.file.Actors, func(b dispute.Actor) bool { return o.adversaries(a, b.ID, when) })
}

// between reports whether an event that has somebody's word for it is an
// adversarial act between two principals.
func (o *oracle) between(e dispute.Event, a, b dispute.ActorID) bool {
	if a == b || !force[e.Kind] && !hostileWord[e.Kind] || !took(e) || o.replaced(e.ID.Ref()) {
		return false
	}
	p, _ := o.occurrence(e.ID)
	if !slices.ContainsFunc(o.direct(p), func(s statement) bool { return !s.against }) {
		return false
	}
	for _, x := range e.Participants {
		for _, y := range e.Participants {
			if opposed(x, y, e) && o.accuses(e, x) && (o.takesSide(e, x, a) && o.takesSide(e, y, b) || o.takesSide(e, x, b) && o.takesSide(e, y, a)) {
				return true
			}
		}
	}
	return false
}

// opposed reports whether one participant acts on another: an actor on a target,
// or on whom it harms in an attack; parties on each other, if they are on
// different sides, or two without any.
func opposed(x, y dispute.Participant, e dispute.Event) bool {
	switch {
	case x.Side != "" && x.Side == y.Side:
		return false
	case x.Role == dispute.RoleActor && y.Role == dispute.RoleTarget:
		return true
	case x.Role == dispute.RoleActor && y.Role == dispute.RoleVictim:
		return e.Kind == dispute.KindAttack
	case x.Role == dispute.RoleParty && y.Role == dispute.RoleParty && (hostileWord[e.Kind] || byParties[e.Kind]):
		return x.Side != "" && y.Side != "" || x.Side == y.Side && justTwo(e)
	}
	return false
}

// justTwo reports whether the parties to an event are two, without sides.
func justTwo(e dispute.Event) bool {
	sided := slices.ContainsFunc(e.Participants, func(x dispute.Participant) bool { return x.Role == dispute.RoleParty && x.Side != "" })
	return len(taking(e, dispute.RoleParty)) == 2 && !sided
}

// accuses reports whether it makes a side of whoever acts: the accusation of a
// competent body does not.
func (o *oracle) accuses(e dispute.Event, x dispute.Participant) bool {
	competent := e.Kind == dispute.KindAccuse && meet(o.upFrom(x.Actor, said(e.When)), o.competent)
	return !o.rule("accusation by a competent body", competent)
}

// takesSide reports whether a participant makes a principal an adversary.
func (o *oracle) takesSide(e dispute.Event, x dispute.Participant, principal dispute.ActorID) bool {
	when := said(e.When)
	if !o.principals(x.Actor, when)[principal] {
		return false
	}
	does := x.Role == dispute.RoleActor || x.Role == dispute.RoleParty
	for a := range o.upFrom(x.Actor, when) {
		if bystanders[o.actors[a].Kind] {
			return o.rule("bystander", true) && o.rule("bystander uses force", does && force[e.Kind])
		}
	}
	return combatants[o.actors[principal].Kind]
}

// extent returns the days on which an event can have gone on.
func extent(e dispute.Event) span {
	w := span{said(e.When).first, anyDay.last}
	when, until := lastDayOf(e.When), lastDayOf(e.Until)
	switch {
	case e.Until.IsZero() && e.Phase == dispute.PhaseOngoing:
	case e.Until.IsZero() && !when.IsZero():
		w.last = when.Number()
	case !e.Until.IsZero() && !until.IsZero() && (e.When.IsZero() || !when.IsZero()):
		w.last = until.Number()
		if !when.IsZero() {
			w.last = max(when.Number(), until.Number())
		}
	}
	return w
}

func lastDayOf(d edtf.Date) edtf.Day { return d.Bounds().LatestEnd.Day() }

// Admissions and findings.

// commitsTo reports whether a signatory's word commits a party.
func (o *oracle) commitsTo(s statement, party dispute.ActorID) bool {
	return slices.ContainsFunc(s.speakers, func(by dispute.ActorID) bool { return o.commits(by, s.when)[party] })
}

// ownWordOf reports whether a statement is a party's own word.
func (o *oracle) ownWordOf(s statement, party dispute.ActorID) bool {
	return slices.ContainsFunc(s.speakers, func(by dispute.ActorID) bool { return o.ownWord(by, s.when)[party] })
}

// hurt returns to whom it is adverse, and not in favour, to say one of the
// claims that state a proposition, or to deny it.
func (o *oracle) hurt(p proposition, denied bool) []dispute.ActorID {
	var list []dispute.ActorID
	for _, c := range p.claims {
		hurt, helped := o.claims[c].Adverse, o.claims[c].Favours
		if denied {
			hurt, helped = helped, hurt
		}
		for _, party := range hurt {
			if !slices.Contains(helped, party) {
				list = append(list, party)
			}
		}
	}
	return list
}

// againstItself reports whether something is adverse to the own side of
// somebody whom a speaker commits: to the party itself, or to a government or an
// organ of it.
func (o *oracle) againstItself(by dispute.ActorID, when span, hurt []dispute.ActorID) bool {
	committed := o.commits(by, when)
	return slices.ContainsFunc(hurt, func(h dispute.ActorID) bool {
		if committed[h] {
			return true
		}
		switch o.actors[h].Kind {
		case dispute.ActorGovernment, dispute.ActorOrgan, dispute.ActorOffice:
			return o.rule("admission for an organ", meet(o.surelyAbove(h, when), committed))
		}
		return false
	})
}

// admits reports whether a statement is an admission as it bears on p: on the
// record, by a party or someone who can commit it, asserting what is adverse to
// its side or denying what favours it. That is asked of the claim on which it
// was made. It is none towards a rival that is adverse to that side too.
func (o *oracle) admits(s statement, p proposition) bool {
	if s.attribution == "" || !s.binds() {
		return false
	}
	made, _ := o.claim(o.attributions[s.attribution].Claim)
	hurt := o.hurt(made, s.stance == dispute.StanceDenies)
	return slices.ContainsFunc(s.admitting, func(by dispute.ActorID) bool {
		return o.againstItself(by, s.when, hurt) && !o.rule("admission of the lesser", s.rival && o.againstItself(by, s.when, o.hurt(p, false)))
	})
}

// speaksForBody reports whether a statement is the word of a competent body: of
// the body itself or, on its behalf, of who surely belongs to it.
func (o *oracle) speaksForBody(s statement) bool {
	return slices.ContainsFunc(s.speakers, func(by dispute.ActorID) bool {
		if o.competent[by] {
			return true
		}
		above := o.within(by, s.when, func(from dispute.Actor, t tie) bool {
			return leadsUp(t) && (t.Kind != dispute.AffiliationPartOf || from.Kind == dispute.ActorOffice || from.Kind == dispute.ActorPerson)
		})
		return o.rule("holder of a competent office", meet(above, o.competent)) &&
			o.rule("finding on behalf", slices.ContainsFunc(s.behalf, func(body dispute.ActorID) bool { return o.competent[body] && above[body] }))
	})
}

// finds reports whether a statement is a finding: the word of a competent body
// on the record, on what nobody in it has a side in.
func (o *oracle) finds(s statement, interested bool) bool {
	return s.binds() && o.speaksForBody(s) && !o.rule("competent body on its own side", interested)
}

// disowns reports whether a statement is that the words of another were not said
// or are not to be relied on, by who said them or who commits its principal.
func (o *oracle) disowns(by, s statement) bool {
	return slices.ContainsFunc(by.speakers, func(x dispute.ActorID) bool {
		return slices.ContainsFunc(s.speakers, func(y dispute.ActorID) bool {
			return x == y || meet(o.commits(x, by.when), o.principals(y, s.when))
		})
	})
}

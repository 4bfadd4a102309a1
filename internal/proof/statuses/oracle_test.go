package statuses_test

import (
	"cmp"
	"slices"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/internal/disputetest"
)

// An oracle answers what [dispute.View.Status] answers, slowly: it reads the
// rules of status word by word, over a record from which everything that the
// lens does not see has been removed.
type oracle struct {
	edition
	met     map[string]bool // the rules that had something to say
	answers map[dispute.Ref]verdict

	actors       map[dispute.ActorID]dispute.Actor
	sources      map[dispute.SourceID]dispute.Source
	events       map[dispute.EventID]dispute.Event
	claims       map[dispute.ClaimID]dispute.Claim
	attributions map[dispute.AttributionID]dispute.Attribution

	competent  map[dispute.ActorID]bool
	committing map[dispute.OfficeRole]bool
	accept     map[dispute.Label]bool
	standpoint dispute.ActorID
	namedOnly  bool
	years      int // within which an act makes adversaries; negative is any time
}

func newOracle(r dispute.Record, l dispute.Lens) *oracle {
	o := &oracle{
		edition:      editionOf(r, l.KnownBy, l.RecordedBy),
		met:          map[string]bool{},
		answers:      map[dispute.Ref]verdict{},
		actors:       map[dispute.ActorID]dispute.Actor{},
		sources:      map[dispute.SourceID]dispute.Source{},
		events:       map[dispute.EventID]dispute.Event{},
		claims:       map[dispute.ClaimID]dispute.Claim{},
		attributions: map[dispute.AttributionID]dispute.Attribution{},
		competent:    map[dispute.ActorID]bool{},
		committing:   map[dispute.OfficeRole]bool{},
		accept:       map[dispute.Label]bool{},
		namedOnly:    l.Policy.NamedOnly,
		years:        l.Policy.AdversaryYears,
	}
	slices.SortFunc(o.file.Attributions, func(a, b dispute.Attribution) int { return cmp.Compare(a.ID, b.ID) })
	for _, x := range o.file.Actors {
		o.actors[x.ID] = x
	}
	for _, x := range o.file.Sources {
		o.sources[x.ID] = x
	}
	for _, x := range o.file.Events {
		o.events[x.ID] = x
	}
	for _, x := range o.file.Claims {
		o.claims[x.ID] = x
	}
	for _, x := range o.file.Attributions {
		o.attributions[x.ID] = x
	}
	o.adopt(l)
	return o
}

// adopt takes over the policy of a lens, with its defaults.
func (o *oracle) adopt(l dispute.Lens) {
	for _, id := range l.Policy.Competent {
		o.competent[dispute.ActorID(o.leadsTo[id.Ref()].ID)] = true
	}
	delete(o.competent, "")
	offices := l.Policy.Committing
	if offices == nil {
		offices = []dispute.OfficeRole{dispute.OfficeHeadOfState, dispute.OfficeHeadOfGovernment,
			dispute.OfficeForeignMinister, dispute.OfficeForeignMinistry}
	}
	for _, office := range offices {
		o.committing[office] = true
	}
	labels := l.Policy.Accept
	if labels == nil {
		labels = []dispute.Label{dispute.LabelReported, dispute.LabelCorroborated, dispute.LabelConfirmed}
	}
	for _, label := range labels {
		o.accept[label] = true
	}
	o.standpoint = dispute.ActorID(o.leadsTo[l.Standpoint.Ref()].ID)
	if o.years == 0 {
		o.years = 10
	}
}

// rule notes that a rule had something to say, where it had.
func (o *oracle) rule(name string, says bool) bool {
	if says {
		o.met[name] = true
	}
	return says
}

// A proposition is one claim, or the occurrence of one event, which several
// claims can state.
type proposition struct {
	event  dispute.EventID
	claims []dispute.ClaimID
}

func (o *oracle) claim(id dispute.ClaimID) (proposition, bool) {
	id = dispute.ClaimID(o.states[id.Ref()].ID)
	c, ok := o.claims[id]
	switch {
	case !ok:
		return proposition{}, false
	case c.Content.Occurred != "" && !o.replaced(id.Ref()):
		return o.occurrence(c.Content.Occurred)
	}
	return proposition{claims: []dispute.ClaimID{id}}, true
}

func (o *oracle) occurrence(id dispute.EventID) (proposition, bool) {
	id = dispute.EventID(o.states[id.Ref()].ID)
	if _, ok := o.events[id]; !ok {
		return proposition{}, false
	}
	p := proposition{event: id}
	for _, c := range o.file.Claims {
		if c.Content.Occurred == id && !o.replaced(c.ID.Ref()) {
			p.claims = append(p.claims, c.ID)
		}
	}
	return p, true
}

// took reports whether an event has at least begun.
func took(e dispute.Event) bool {
	return e.Phase != dispute.PhaseExpected && e.Phase != dispute.PhaseCancelled
}

// taking returns the actors that take part in an event in one of the roles,
// each once, in its order.
func taking(e dispute.Event, roles ...dispute.ParticipantRole) []dispute.ActorID {
	var list []dispute.ActorID
	for _, p := range e.Participants {
		if slices.Contains(roles, p.Role) && !slices.Contains(list, p.Actor) {
			list = append(list, p.Actor)
		}
	}
	return list
}

func doers(e dispute.Event) []dispute.ActorID {
	return taking(e, dispute.RoleActor, dispute.RoleParty)
}

func distinct[T cmp.Ordered](list []T) []T {
	if len(list) == 0 {
		return nil
	}
	list = slices.Clone(list)
	slices.Sort(list)
	return slices.Compact(list)
}

func isEvidence(s dispute.Stance) bool {
	return s == dispute.StanceAsserts || s == dispute.StanceImplies || s == dispute.StanceDenies
}

// follow returns the claims of p and all that is reached from them over step;
// what is reached is a proposition, so all claims of one occurrence together.
func (o *oracle) follow(p proposition, step func(from, to dispute.Claim) bool) map[dispute.ClaimID]bool {
	seen := map[dispute.ClaimID]bool{}
	for _, c := range p.claims {
		seen[c] = true
	}
	for {
		before := len(seen)
		for from := range seen {
			for _, to := range o.file.Claims {
				if step(o.claims[from], to) {
					q, _ := o.claim(to.ID)
					for _, c := range q.claims {
						seen[c] = true
					}
				}
			}
		}
		if len(seen) == before {
			return seen
		}
	}
}

func entails(a, b dispute.Claim) bool { return slices.Contains(a.Entails, b.ID) }

func entailedBy(a, b dispute.Claim) bool { return entails(b, a) }

func contradicts(a, b dispute.Claim) bool {
	return slices.Contains(a.Contradicts, b.ID) || slices.Contains(b.Contradicts, a.ID)
}

// bearing returns what bears on a proposition through other claims: what
// supports a claim that entails it; what opposes one that it entails; and what
// supports a rival of it or of what it entails, or a claim that entails such a
// rival, unless its speakers have updated it. Each statement counts once.
func (o *oracle) bearing(p proposition, counted []statement) []statement {
	var list []statement
	take := func(c dispute.ClaimID, side, as, rival bool) {
		if slices.Contains(p.claims, c) {
			return
		}
		q, _ := o.claim(c)
		remaining, _ := o.standing(q)
		for _, s := range remaining {
			same := func(t statement) bool {
				return s.attribution == t.attribution && s.event == t.event && s.source == t.source
			}
			if s.against != side || slices.ContainsFunc(counted, same) || slices.ContainsFunc(list, same) {
				continue
			}
			if rival && o.rule("updated by its speaker", o.updated(s)) {
				continue
			}
			s.rival = rival
			if s.against = as; s.claim == "" {
				s.claim = c
			}
			list = append(list, s)
		}
	}
	for _, c := range disputetest.Sorted(o.follow(p, entailedBy)) {
		take(c, false, false, false)
	}
	below := o.follow(p, entails)
	for _, c := range disputetest.Sorted(below) {
		take(c, true, true, false)
		for _, rival := range o.file.Claims {
			if !contradicts(o.claims[c], rival) {
				continue
			}
			q, _ := o.claim(rival.ID)
			for _, r := range disputetest.Sorted(o.follow(q, entailedBy)) {
				take(r, false, true, true)
			}
		}
	}
	return list
}

// A verdict is a status, less its text and reasons. Its lists are nil where
// they are empty.
type verdict struct {
	disputetest.Judged
	repeated []dispute.Ref
}

func unassessed(s dispute.Status) verdict { return verdict{Judged: disputetest.Judged{Status: s}} }

// answer is what the oracle says on every claim and event of a record, by
// reference.
func (o *oracle) answer(ref dispute.Ref) verdict {
	if _, ok := o.answers[ref]; !ok {
		o.answers[ref] = o.work(ref)
	}
	return o.answers[ref]
}

func (o *oracle) work(ref dispute.Ref) verdict {
	if ref.Kind == dispute.ItemEvent {
		if p, ok := o.occurrence(dispute.EventID(ref.ID)); ok {
			return o.status(p)
		}
		return unassessed(dispute.Status{Event: dispute.EventID(ref.ID)})
	}
	p, ok := o.claim(dispute.ClaimID(ref.ID))
	if !ok {
		return unassessed(dispute.Status{Claim: dispute.ClaimID(ref.ID)})
	}
	v := o.status(p)
	v.Claim = dispute.ClaimID(o.states[ref].ID)
	if o.rule("status of a replaced claim", p.event == "" && o.replaced(v.Claim.Ref())) {
		v.SupersededBy = dispute.ClaimID(o.leadsTo[ref].ID)
	}
	return v
}

// status answers for one proposition.
func (o *oracle) status(p proposition) verdict {
	v := unassessed(dispute.Status{Event: p.event})
	if p.event != "" && o.rule("status of a replaced event", o.replaced(p.event.Ref())) {
		v.EventSupersededBy = dispute.EventID(o.leadsTo[p.event.Ref()].ID)
	}
	all, dropped := o.standing(p)
	retracted := false
	for _, d := range dropped {
		x := dispute.Dropped{Attribution: d.statement.attribution, Source: d.statement.source, Why: d.why, By: d.by}
		if d.sources != nil {
			x.Impeached = d.sources[0]
		}
		v.Dropped = append(v.Dropped, x)
		retracted = retracted || d.why == dispute.DropRetracted && d.whole && !d.statement.against
	}
	all = append(all, o.bearing(p, all)...)
	v.For, v.Against = o.weigh(p, all, false), o.weigh(p, all, true)
	v.Label = labelFromTable(v.For.Level, v.Against.Level)
	if v.Label == dispute.LabelUnasserted && retracted {
		v.Label = dispute.LabelRetracted
	}
	v.Standing, v.Rule, v.Doers = o.stand(p, all, v.Label)
	v.repeated = o.repeated(dropped)
	for _, a := range o.file.Attributions {
		if !slices.Contains(p.claims, a.Claim) {
			continue
		}
		_, own := o.own(a)
		switch {
		case a.Stance == dispute.StanceInterprets:
			v.Interpretations = append(v.Interpretations, a.ID)
		case !isEvidence(a.Stance):
			v.Responses = append(v.Responses, dispute.Response{Attribution: a.ID, Speaker: a.Speaker, Stance: a.Stance})
		case a.Lineage == dispute.LineageRelaying:
			v.Relays = append(v.Relays, a.ID)
		case !own:
			v.Unsourced = append(v.Unsourced, a.ID)
		}
	}
	v.Relays = distinct(append(v.Relays, o.retold(p)...))
	return v
}

// retold returns the attributions that say of a statement on p, or of one that
// says so of it, that it was made.
func (o *oracle) retold(p proposition) []dispute.AttributionID {
	var list []dispute.AttributionID
	for _, a := range o.file.Attributions {
		told := a
		for range o.file.Attributions {
			if told.Stance == dispute.StanceAsserts && told.Attribution != "" {
				told = o.attributions[told.Attribution]
			}
		}
		if told.ID != a.ID && slices.Contains(p.claims, told.Claim) {
			list = append(list, a.ID)
		}
	}
	return list
}

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
	file    dispute.Record
	leadsTo map[dispute.Ref]dispute.Ref

	actors       map[dispute.ActorID]dispute.Actor
	sources      map[dispute.SourceID]dispute.Source
	events       map[dispute.EventID]dispute.Event
	claims       map[dispute.ClaimID]dispute.Claim
	attributions map[dispute.AttributionID]dispute.Attribution

	competent  map[dispute.ActorID]bool
	committing map[dispute.OfficeRole]bool
	accept     map[dispute.Label]bool
	standpoint dispute.ActorID
}

func newOracle(r dispute.Record, l dispute.Lens) *oracle {
	o := &oracle{
		actors:       map[dispute.ActorID]dispute.Actor{},
		sources:      map[dispute.SourceID]dispute.Source{},
		events:       map[dispute.EventID]dispute.Event{},
		claims:       map[dispute.ClaimID]dispute.Claim{},
		attributions: map[dispute.AttributionID]dispute.Attribution{},
		competent:    map[dispute.ActorID]bool{},
		committing:   map[dispute.OfficeRole]bool{},
		accept:       map[dispute.Label]bool{},
	}
	o.file, o.leadsTo = disputetest.Settle(disputetest.Truncate(r, l.KnownBy, l.RecordedBy))
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
	return o
}

// A proposition is one claim, or the occurrence of one event, which several
// claims can state.
type proposition struct {
	event  dispute.EventID
	claims []dispute.ClaimID
}

func (o *oracle) claim(id dispute.ClaimID) (proposition, bool) {
	id = dispute.ClaimID(o.leadsTo[id.Ref()].ID)
	c, ok := o.claims[id]
	switch {
	case !ok:
		return proposition{}, false
	case c.Content.Occurred != "":
		return o.occurrence(c.Content.Occurred)
	}
	return proposition{claims: []dispute.ClaimID{id}}, true
}

func (o *oracle) occurrence(id dispute.EventID) (proposition, bool) {
	id = dispute.EventID(o.leadsTo[id.Ref()].ID)
	if _, ok := o.events[id]; !ok {
		return proposition{}, false
	}
	p := proposition{event: id}
	for _, c := range o.file.Claims {
		if c.Content.Occurred == id {
			p.claims = append(p.claims, c.ID)
		}
	}
	return p, true
}

// Statements.

// A statement is an attribution in the mouth of those who made it, or a
// source of an event in that of its publisher.
type statement struct {
	attribution dispute.AttributionID
	event       dispute.EventID  // of which source, the shorthand, is listed
	source      dispute.SourceID // likewise
	carrier     dispute.SourceID
	claim       dispute.ClaimID
	stance      dispute.Stance
	speakers    []dispute.ActorID
	behalf      []dispute.ActorID
	when        span
	onRecord    bool
	against     bool
}

// own returns a first-hand statement by a known speaker.
func (o *oracle) own(a dispute.Attribution) (statement, bool) {
	if a.Speaker == "" || a.Lineage != dispute.LineageFirstHand {
		return statement{}, false
	}
	when := a.Said
	if when.IsZero() {
		when = a.Published
	}
	if when.IsZero() {
		when = o.sources[a.Source].Published
	}
	return statement{attribution: a.ID, carrier: a.Source, claim: a.Claim, stance: a.Stance,
		speakers: distinct(append([]dispute.ActorID{a.Speaker}, a.Jointly...)), behalf: distinct(a.OnBehalfOf),
		when: said(when), onRecord: a.OnRecord == dispute.RecordLevelOn, against: a.Stance == dispute.StanceDenies}, true
}

func distinct[T cmp.Ordered](list []T) []T {
	if len(list) == 0 {
		return nil
	}
	list = slices.Clone(list)
	slices.Sort(list)
	return slices.Compact(list)
}

// voices returns who speaks in a statement: its signatories, and those for
// whom they say they speak.
func (s statement) voices() []dispute.ActorID {
	return distinct(append(slices.Clone(s.speakers), s.behalf...))
}

// direct returns what is said on a proposition itself: attributions, then the
// sources listed on an event that took place.
func (o *oracle) direct(p proposition) []statement {
	var list []statement
	for _, a := range o.file.Attributions {
		s, ok := o.own(a)
		if ok && slices.Contains(p.claims, a.Claim) && isEvidence(a.Stance) {
			list = append(list, s)
		}
	}
	e := o.events[p.event]
	if p.event == "" || e.Phase == dispute.PhaseExpected || e.Phase == dispute.PhaseCancelled {
		return list
	}
	for _, id := range distinct(e.Sources) {
		if s := o.sources[id]; s.Publisher != "" {
			list = append(list, statement{event: p.event, source: id, carrier: id, stance: dispute.StanceAsserts,
				speakers: []dispute.ActorID{s.Publisher}, when: said(s.Published)})
		}
	}
	return list
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
// rival. Each statement counts once.
func (o *oracle) bearing(p proposition, counted []statement) []statement {
	var list []statement
	take := func(c dispute.ClaimID, side, as bool) {
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
			if s.against = as; s.claim == "" {
				s.claim = c
			}
			list = append(list, s)
		}
	}
	for _, c := range disputetest.Sorted(o.follow(p, entailedBy)) {
		take(c, false, false)
	}
	below := o.follow(p, entails)
	for _, c := range disputetest.Sorted(below) {
		take(c, true, true)
		for _, rival := range o.file.Claims {
			if !contradicts(o.claims[c], rival) {
				continue
			}
			q, _ := o.claim(rival.ID)
			for _, r := range disputetest.Sorted(o.follow(q, entailedBy)) {
				take(r, false, true)
			}
		}
	}
	return list
}

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
			put(o.attributions[x.Attribution].Speaker)
		}
	}
	delete(out, "")
	return out
}

// interested reports whether somebody in a statement is named by the
// proposition or dependent on somebody named.
func (o *oracle) interested(s statement, p proposition) bool {
	for _, speaker := range s.voices() {
		for n := range o.named(p) {
			if meet(o.dependence(speaker, s.when), o.dependence(n, s.when)) {
				return true
			}
		}
	}
	return false
}

// commitsTo reports whether a signatory's word commits a party.
func (o *oracle) commitsTo(s statement, party dispute.ActorID) bool {
	return slices.ContainsFunc(s.speakers, func(by dispute.ActorID) bool { return o.commits(by, s.when)[party] })
}

// admits reports whether a statement is an admission: on the record, by a party
// or someone who can commit it, asserting what is adverse to that party or
// denying what favours it. That is asked of the claim on which it was made, and
// of the others that say the same occurred.
func (o *oracle) admits(s statement) bool {
	if s.attribution == "" || !s.onRecord {
		return false
	}
	made, _ := o.claim(o.attributions[s.attribution].Claim)
	for _, c := range made.claims {
		var hurt, helped []dispute.ActorID
		switch s.stance {
		case dispute.StanceAsserts:
			hurt, helped = o.claims[c].Adverse, o.claims[c].Favours
		case dispute.StanceDenies:
			hurt, helped = o.claims[c].Favours, o.claims[c].Adverse
		}
		for _, party := range hurt {
			if !slices.Contains(helped, party) && o.commitsTo(s, party) {
				return true
			}
		}
	}
	return false
}

// finds reports whether a statement is one of a body that the policy calls
// competent, or of its organs or officers.
func (o *oracle) finds(s statement) bool {
	return slices.ContainsFunc(s.speakers, func(by dispute.ActorID) bool { return meet(o.upFrom(by, s.when), o.competent) })
}

// Undercuts and retractions.

// A signature is one signatory's part in an attribution.
type signature struct {
	attribution dispute.AttributionID
	by          dispute.ActorID
}

type attack struct{ from, to signature }

// challengers returns the signatures of all undercuts and retractions.
func (o *oracle) challengers() []signature {
	var list []signature
	for _, a := range o.file.Attributions {
		s, ok := o.own(a)
		if ok && (a.Stance == dispute.StanceUndercuts || a.Stance == dispute.StanceRetracts) {
			for _, by := range s.speakers {
				list = append(list, signature{a.ID, by})
			}
		}
	}
	return list
}

// undercuts reports whether attribution u is an undercut of s itself by
// someone whose undercut attacks: a disinterested speaker, the alleged author
// of the document, or a competent body.
func (o *oracle) undercuts(u dispute.Attribution, s statement, p proposition) bool {
	return u.Attribution != "" && u.Attribution == s.attribution && o.mayUndercut(u, s.carrier, p)
}

// impeaches is the same for an undercut of the source that carries s.
func (o *oracle) impeaches(u dispute.Attribution, s statement, p proposition) bool {
	return u.TargetSource != "" && u.TargetSource == s.carrier && o.mayUndercut(u, s.carrier, p)
}

func (o *oracle) mayUndercut(u dispute.Attribution, document dispute.SourceID, p proposition) bool {
	by, ok := o.own(u)
	return ok && u.Stance == dispute.StanceUndercuts && (!o.interested(by, p) || o.wrote(by, document) || o.finds(by))
}

// wrote reports whether a statement is by the alleged author of a document: an
// author, whom it was written for, someone above them, or someone whose word
// commits one of these.
func (o *oracle) wrote(s statement, document dispute.SourceID) bool {
	for _, author := range o.sources[document].Authors {
		for _, a := range append([]dispute.ActorID{author.Actor}, author.OnBehalfOf...) {
			for _, by := range s.speakers {
				if meet(o.commits(by, s.when), o.upFrom(a, s.when)) {
					return true
				}
			}
		}
	}
	return false
}

// retracts reports whether a signature on a retraction takes one signatory of
// a statement away: it is the signatory's own, its principal's, or that of
// someone who can commit the principal.
func (o *oracle) retracts(from, to signature) bool {
	a := o.attributions[from.attribution]
	if a.Stance != dispute.StanceRetracts || a.Attribution != to.attribution {
		return false
	}
	by, _ := o.own(a)
	s, ok := o.own(o.attributions[to.attribution])
	return ok && (from.by == to.by || meet(o.commits(from.by, by.when), o.principals(to.by, s.when)))
}

// challenged labels undercuts and retractions: which are in, and which are
// out, of the grounded extension (Dung 1995), found by iterating the
// characteristic function from nothing.
func (o *oracle) challenged(p proposition) (in, out map[signature]bool) {
	all := o.challengers()
	var attacks []attack
	for _, from := range all {
		for _, to := range all {
			s, _ := o.own(o.attributions[to.attribution])
			u := o.attributions[from.attribution]
			if o.undercuts(u, s, p) || o.impeaches(u, s, p) || o.retracts(from, to) {
				attacks = append(attacks, attack{from, to})
			}
		}
	}
	in, out = map[signature]bool{}, map[signature]bool{}
	for {
		before := len(in)
		for _, x := range all {
			acceptable := true
			for _, a := range attacks {
				acceptable = acceptable && (a.to != x || out[a.from])
			}
			if acceptable {
				in[x] = true
			}
		}
		for _, a := range attacks {
			if in[a.from] {
				out[a.to] = true
			}
		}
		if len(in) == before {
			return in, out
		}
	}
}

// standing returns what remains of the statements made on a proposition
// itself, and what was dropped.
func (o *oracle) standing(p proposition) (remaining []statement, dropped []drop) {
	in, out := o.challenged(p)
	for _, s := range o.direct(p) {
		var by []dispute.AttributionID
		var impeached dispute.SourceID
		for _, c := range o.challengers() {
			if in[c] && o.undercuts(o.attributions[c.attribution], s, p) {
				by = append(by, c.attribution)
			}
			if in[c] && o.impeaches(o.attributions[c.attribution], s, p) {
				impeached = s.carrier
			}
		}
		if by != nil || impeached != "" {
			dropped = append(dropped, drop{s, dispute.DropUndercut, distinct(by), impeached})
			continue
		}
		left := slices.DeleteFunc(slices.Clone(s.speakers), func(speaker dispute.ActorID) bool {
			gone := false
			for _, c := range o.challengers() {
				if s.attribution != "" && !out[c] && o.retracts(c, signature{s.attribution, speaker}) {
					by, gone = append(by, c.attribution), true
				}
			}
			return gone
		})
		if by != nil {
			dropped = append(dropped, drop{s, dispute.DropRetracted, distinct(by), ""})
		}
		if s.speakers = left; len(left) > 0 {
			remaining = append(remaining, s)
		}
	}
	return remaining, dropped
}

type drop struct {
	statement statement
	why       dispute.DropReason
	by        []dispute.AttributionID
	impeached dispute.SourceID
}

// Weighing.

// status answers for one proposition all but text and reasons. Its lists are
// nil where they are empty.
func (o *oracle) status(p proposition) dispute.Status {
	v := dispute.Status{Event: p.event}
	all, dropped := o.standing(p)
	retracted := false
	for _, d := range dropped {
		v.Dropped = append(v.Dropped, dispute.Dropped{Attribution: d.statement.attribution, Source: d.statement.source, Why: d.why, By: d.by, Impeached: d.impeached})
		retracted = retracted || d.why == dispute.DropRetracted && !d.statement.against
	}
	all = append(all, o.bearing(p, all)...)
	v.For, v.Against = o.weigh(p, all, false), o.weigh(p, all, true)
	v.Label = labelFromTable(v.For.Level, v.Against.Level)
	if v.Label == dispute.LabelUnasserted && retracted {
		v.Label = dispute.LabelRetracted
	}
	v.Standing, v.Rule = o.stand(p, all, v.Label)
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

func (o *oracle) weigh(p proposition, all []statement, against bool) dispute.Side {
	var list []statement
	for _, s := range all {
		if s.against == against {
			list = append(list, s)
		}
	}
	slices.SortFunc(list, func(a, b statement) int {
		shorthand := func(s statement) int { return len(s.source) }
		return cmp.Or(cmp.Compare(min(1, shorthand(a)), min(1, shorthand(b))), cmp.Compare(a.attribution, b.attribution),
			cmp.Compare(a.event, b.event), cmp.Compare(a.source, b.source))
	})
	var side dispute.Side
	for _, s := range list {
		r := dispute.Root{Attribution: s.attribution, Source: s.source, Speakers: s.speakers, OnBehalfOf: distinct(s.behalf),
			Interested: o.interested(s, p), Implied: s.stance == dispute.StanceImplies, Admission: o.admits(s)}
		r.Finding = !r.Implied && o.finds(s)
		if s.claim != "" && !slices.Contains(p.claims, s.claim) {
			r.Claim = s.claim
			q, _ := o.claim(s.claim)
			r.Interested = r.Interested || o.interested(s, q)
		}
		principals := map[dispute.ActorID]bool{}
		for _, speaker := range s.voices() {
			for x := range o.principals(speaker, s.when) {
				principals[x] = true
			}
		}
		r.Principals = disputetest.Sorted(principals)
		side.Roots = append(side.Roots, r)
	}
	side.Level = o.level(list, side.Roots)
	o.number(list, &side)
	return side
}

// level is the greatest level that one root or two reach. An implied root
// counts 1 and never makes up a pair.
func (o *oracle) level(list []statement, roots []dispute.Root) int {
	level := 0
	for i, r := range roots {
		switch {
		case r.Finding:
			level = 4
		case r.Admission:
			level = max(level, 3)
		case r.Interested || r.Implied:
			level = max(level, 1)
		default:
			level = max(level, 2)
		}
		for j, other := range roots {
			if r.Implied || other.Implied || other.Interested || o.dependent(list[i], list[j]) {
				continue
			}
			level = max(level, 3)
			if r.Admission {
				level = 4
			}
		}
	}
	return level
}

// dependent reports whether two roots share a speaker, a principal, a
// controller or a declared dependence. A listed source also depends on what it
// was made from, and so on whoever published that.
func (o *oracle) dependent(a, b statement) bool {
	return meet(o.madeFrom(a.source), o.madeFrom(b.source)) || meet(o.footing(a), o.footing(b))
}

func (o *oracle) footing(s statement) map[dispute.ActorID]bool {
	out := map[dispute.ActorID]bool{}
	add := func(speaker dispute.ActorID, when span) {
		for x := range o.dependence(speaker, when) {
			out[x] = true
		}
	}
	for _, speaker := range s.voices() {
		add(speaker, s.when)
	}
	for from := range o.madeFrom(s.source) {
		if source := o.sources[from]; source.Publisher != "" {
			add(source.Publisher, said(source.Published))
		}
	}
	return out
}

// madeFrom returns a source and everything it was made from.
func (o *oracle) madeFrom(s dispute.SourceID) map[dispute.SourceID]bool {
	seen := map[dispute.SourceID]bool{}
	var visit func(s dispute.SourceID)
	visit = func(s dispute.SourceID) {
		if s != "" && !seen[s] {
			seen[s] = true
			for _, from := range o.sources[s].DerivedFrom {
				visit(from)
			}
		}
	}
	visit(s)
	return seen
}

// number gives every root the number of its voice: roots are in one voice when
// they are dependent, directly or through others. A joint statement merges no
// others but joint ones, and has number 0 where one of its signatories has a
// voice without it.
func (o *oracle) number(list []statement, side *dispute.Side) {
	joint := func(i int) bool { return len(list[i].speakers) > 1 }
	silent := func(i int) bool {
		for j := range list {
			if joint(i) && !joint(j) && o.dependent(list[i], list[j]) {
				return true
			}
		}
		return false
	}
	for i := range list {
		if side.Roots[i].Origin != 0 || silent(i) {
			continue
		}
		side.Origins++
		group := []int{i}
		side.Roots[i].Origin = side.Origins
		for len(group) > 0 {
			at := group[0]
			group = group[1:]
			for j := range list {
				if side.Roots[j].Origin == 0 && joint(j) == joint(i) && !silent(j) && o.dependent(list[at], list[j]) {
					side.Roots[j].Origin = side.Origins
					group = append(group, j)
				}
			}
		}
	}
}

// labelFromTable reads the table of labels.
func labelFromTable(supporting, opposing int) dispute.Label {
	switch {
	case supporting == 4 && opposing == 4:
		return dispute.LabelConflicted
	case opposing == 4:
		return dispute.LabelRefuted
	case supporting == 4:
		return dispute.LabelConfirmed
	case supporting > 0 && opposing > 0:
		return dispute.LabelContested
	case opposing > 0:
		return dispute.LabelDenied
	}
	return []dispute.Label{dispute.LabelUnasserted, dispute.LabelAlleged, dispute.LabelReported, dispute.LabelCorroborated}[supporting]
}

// stand says what the view takes a proposition for.
func (o *oracle) stand(p proposition, all []statement, label dispute.Label) (dispute.Standing, dispute.StandingRule) {
	var says, denies bool
	for _, s := range all {
		if o.standpoint != "" && s.stance != dispute.StanceImplies && o.commitsTo(s, o.standpoint) {
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
	if o.performed(o.events[p.event], all) {
		return dispute.StandingAccepted, dispute.StandingRulePerformative
	}
	if o.accept[label] {
		return dispute.StandingAccepted, dispute.StandingRuleLabel
	}
	return dispute.StandingOpen, 0
}

// performed reports whether an event is an act that took place and that saying
// so performs, and one of those who did it is bound to it on the record and not
// bound to the contrary on the record. To imply binds nobody.
func (o *oracle) performed(e dispute.Event, all []statement) bool {
	if !performative[e.Kind] || e.Phase == dispute.PhaseExpected || e.Phase == dispute.PhaseCancelled {
		return false
	}
	for _, part := range e.Participants {
		if part.Role != dispute.RoleActor && part.Role != dispute.RoleParty {
			continue
		}
		bound := map[bool]bool{} // to the act, and to the contrary
		for _, s := range all {
			if s.onRecord && s.stance != dispute.StanceImplies && o.commitsTo(s, part.Actor) {
				bound[s.against] = true
			}
		}
		if bound[false] && !bound[true] {
			return true
		}
	}
	return false
}

// performative are the kinds of event in the generated records that saying so
// on the record performs.
var performative = map[dispute.EventKind]bool{
	dispute.KindSeverRelations:   true,
	dispute.KindRecallAmbassador: true,
	dispute.KindDemand:           true,
	dispute.KindDeny:             true,
	dispute.KindPublish:          true,
}

// answer is what the oracle says on every claim and event of a record, by
// reference. Text and reasons are left out.
func (o *oracle) answer(ref dispute.Ref) dispute.Status {
	if ref.Kind == dispute.ItemEvent {
		if p, ok := o.occurrence(dispute.EventID(ref.ID)); ok {
			return o.status(p)
		}
		return dispute.Status{Event: dispute.EventID(ref.ID)}
	}
	p, ok := o.claim(dispute.ClaimID(ref.ID))
	if !ok {
		return dispute.Status{Claim: dispute.ClaimID(ref.ID)}
	}
	s := o.status(p)
	s.Claim = dispute.ClaimID(o.leadsTo[ref].ID)
	return s
}

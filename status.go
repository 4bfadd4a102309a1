package dispute

import (
	"slices"

	"github.com/dispute-go/dispute/internal/origins"
)

// A Status is how a claim, or an event's occurrence, stands in a view. It is
// derived and never stored. The zero Status has not been assessed.
type Status struct {
	// Claim or Event is what was assessed. An event's occurrence is one
	// proposition, whether claims state it, sources report it, or both.
	Claim ClaimID `json:"claim,omitzero"`
	Event EventID `json:"event,omitzero"`
	// SupersededBy is the current version of the claim, EventSupersededBy that of
	// the event, where it states something else, so that the status is that of a
	// replaced version; empty otherwise.
	SupersededBy      ClaimID `json:"superseded_by,omitzero"`
	EventSupersededBy EventID `json:"event_superseded_by,omitzero"`
	// Label sums up the pair of levels of For and Against.
	Label   Label `json:"label"`
	For     Side  `json:"for"`
	Against Side  `json:"against"`
	// Standing is what the view takes it for, and by which rule.
	// An event is accepted if it is for any of its doers.
	Standing Standing     `json:"standing"`
	Rule     StandingRule `json:"rule"`
	// Doers tell it for each doer of an event: its actors, and the parties to a
	// mutual act, in the order of the participants, each once. What one doer says
	// is for another an interested party's word, and its denial counts for its
	// own part alone. An act that takes two (see [Rule].Mutual) is accepted for a
	// party where it stands between it and any other one; [View.Relation] tells
	// it of two.
	Doers []DoerStanding `json:"doers,omitempty"`
	// Dropped are the statements that no longer count, by attribution.
	Dropped []Dropped `json:"dropped,omitempty"`
	// Repeated is what still repeats statements that no longer count at all, by
	// attribution, then by source.
	Repeated []Repetition `json:"repeated,omitempty"`
	// Responses are the answers that are neither for nor against, by attribution.
	Responses []Response `json:"responses,omitempty"`
	// Interpretations are the readings of what somebody said as this claim.
	// Each is evidence only that its speaker reads it so. By attribution.
	Interpretations []AttributionID `json:"interpretations,omitempty"`
	// Relays are the attributions that pass statements on, or say that they
	// were made, and Unsourced
	// those whose lineage or speaker is unknown. Neither is evidence. By ID.
	Relays    []AttributionID `json:"relays,omitempty"`
	Unsourced []AttributionID `json:"unsourced,omitempty"`

	from *assessment // which words are made of
	read *said       // the words that came with it
}

// A Side is the evidence for, or the evidence against.
type Side struct {
	// Level is 0 none · 1 interested parties, or implications, only · 2 one
	// disinterested root · 3 two roots not dependent on each other, at least
	// one of them disinterested, or an admission · 4 a finding of a competent
	// body, or an admission and a disinterested root not dependent on it.
	// Beyond some four million comparisons two roots count as dependent, which
	// never raises a level.
	Level int `json:"level"`
	// Origins is the number of groups of roots that may be independent of
	// each other: at most so many origins; independence is not established.
	Origins int `json:"origins"`

	court *court // with from, which the roots are made of
	from  *side
	read  []Root // the roots that came with it
}

// Roots returns the first-hand statements, by attribution, then by source. Those
// of a side that was read are the ones that came with it. It makes the list anew
// each time, in time linear in its length.
func (s Side) Roots() []Root {
	if s.from == nil {
		return slices.Clone(s.read)
	}
	return s.court.rootsOf(s.from)
}

// A Root is a first-hand statement by a known speaker, which still stands.
type Root struct {
	// Attribution is the statement. It is empty where an event's list of
	// sources says that Source's publisher asserts first-hand that it occurred.
	Attribution AttributionID `json:"attribution,omitzero"`
	Source      SourceID      `json:"source,omitzero"`
	// Claim is the claim it was made on, where that is another one, which
	// contradicts, entails or is entailed by the claim assessed.
	Claim ClaimID `json:"claim,omitzero"`
	// Speakers are its signatories who stand by it, OnBehalfOf whom they said
	// they speak for, Principals for whom they speak in the end. By ID. Of a
	// confidential statement or source they are empty, as are Through and Admitters.
	Speakers   []ActorID `json:"speakers,omitempty"`
	OnBehalfOf []ActorID `json:"on_behalf_of,omitempty"`
	Principals []ActorID `json:"principals,omitempty"`
	// Interested roots come from someone named in the claim, or dependent on
	// someone named; from who makes the accusation or demand that puts the claim
	// forward; or from an adversary of someone named (see [Policy].NamedOnly).
	// Implied ones count at most 1. An Admission speaks against
	// its own side, by someone who can commit it: it is one by the claim on
	// which it was made, also where it bears on another, but not towards a rival
	// claim that is adverse to its side too. A Finding is a competent body's, on
	// what it is not itself a side of.
	Interested bool `json:"interested,omitzero"`
	Implied    bool `json:"implied,omitzero"`
	Admission  bool `json:"admission,omitzero"`
	Finding    bool `json:"finding,omitzero"`
	// Through is the actor that makes it interested: one that is named, or on
	// whom both its speakers and somebody named depend; who made the accusation
	// or demand; or the adversary who is named. Where the claim names nobody, it
	// is who has an adversary. Act is the accusation or demand, or the event that
	// makes them adversaries. Admitters are those of
	// the speakers by whom it is an admission, where it is one by some of them
	// only. By ID.
	Through   ActorID   `json:"through,omitzero"`
	Act       EventID   `json:"act,omitzero"`
	Admitters []ActorID `json:"admitters,omitempty"`
	// UpdatedBy is the next statement by which its speakers, on a surely later
	// day, gave another figure or date of the same thing: they no longer stand by
	// this one. It keeps counting for the claim on which it was made, and bears
	// against none that this claim contradicts.
	UpdatedBy AttributionID `json:"updated_by,omitzero"`
	// DisownedBy are the attributions by which the speaker, or somebody who
	// commits its principal, says that it did not say so, or that this is not to
	// be relied on. Then the root counts at most 1, and commits nobody. By ID.
	DisownedBy []AttributionID `json:"disowned_by,omitempty"`
	// Origin numbers the group of roots, from 1, that this one belongs to; a
	// joint statement that adds no origin has 0.
	Origin int `json:"origin"`
}

// A Dropped statement no longer counts, wholly or for some of its signatories.
type Dropped struct {
	Attribution AttributionID `json:"attribution,omitzero"`
	Source      SourceID      `json:"source,omitzero"`
	Why         DropReason    `json:"why,omitzero"`
	// By are the retractions or undercuts that did it. Impeached is the source
	// that fell and took it along: the one that carries it, or the first of those
	// that this goes back to. What was aimed at the source is among the reasons.
	By        []AttributionID `json:"by,omitempty"`
	Impeached SourceID        `json:"impeached,omitzero"`
}

// A Repetition still repeats a statement that no longer counts. Either
// Attribution passes it on or says that it was made, or Source reprints what
// carries it, or is derived from nothing but what has fallen.
type Repetition struct {
	Attribution AttributionID `json:"attribution,omitzero"`
	Source      SourceID      `json:"source,omitzero"`
	// Of is the statement repeated, or OfSource the source.
	Of       AttributionID `json:"of,omitzero"`
	OfSource SourceID      `json:"of_source,omitzero"`
	// By are who repeats it: the speakers, or who published the source, or else
	// wrote it. By ID.
	By []ActorID `json:"by,omitempty"`
}

// A Response is an answer that is neither for nor against.
type Response struct {
	Attribution AttributionID `json:"attribution"`
	Speaker     ActorID       `json:"speaker,omitzero"`
	Stance      Stance        `json:"stance,omitzero"`
}

// A DoerStanding is what a view takes an event for as far as it is the act of
// one of its doers, and by which rule.
type DoerStanding struct {
	Actor    ActorID      `json:"actor"`
	Standing Standing     `json:"standing"`
	Rule     StandingRule `json:"rule"`
}

// EventStatus returns how an event's occurrence stands, from the claims that
// it occurred and the sources listed on it. An event that is not on file or
// not there yet is not assessed. The ID of a superseded version leads to the
// last version of the same kind, by the same doers and with the same targets; see
// [View.Status].
func (v *View) EventStatus(id EventID) Status {
	v = v.orEmpty()
	e := v.resolve(id.Ref())
	if e == none {
		return Status{Event: id}
	}
	return newStatus(v.judge(v.occurrenceOf(e)))
}

// Status returns how a claim stands. A claim that is not on file or not there
// yet is not assessed: its label is the zero Label.
//
// The ID of a superseded version leads to the last version that states the same.
// Where the current one states something else, such as another figure, the
// status is that of the earlier one, with what was said on it alone, and
// [Status.SupersededBy] names the current one; that has only what was said on it.
//
// The cost is near-linear in the number of statements on the claim and on the
// claims it is declared to contradict, entail or be entailed by.
func (v *View) Status(id ClaimID) Status {
	v = v.orEmpty()
	c := v.resolve(id.Ref())
	if c == none {
		return Status{Claim: id}
	}
	return newClaimStatus(v.court, c)
}

// newStatus puts an assessment on an event's occurrence down as a status.
func newStatus(x *assessment) Status {
	v := x.court
	s := Status{Label: x.label, Standing: x.standing, Rule: x.rule, from: x}
	if x.of.event != none {
		s.Event = EventID(v.ref(x.of.event).ID)
		if x.doers != nil {
			s.Doers = make([]DoerStanding, 0, len(x.doers))
		}
		for _, p := range x.doers {
			s.Doers = append(s.Doers, DoerStanding{v.actorID(p.actor), p.standing, p.rule})
		}
	}
	if n := v.replacement(x.of); n != none && x.of.event != none {
		s.EventSupersededBy = EventID(v.ref(n).ID)
	} else if n != none {
		s.SupersededBy = ClaimID(v.ref(n).ID)
	}
	s.For, s.Against = v.newSide(&x.supporting), v.newSide(&x.opposing)
	for _, w := range x.withdrawn {
		s.Dropped = append(s.Dropped, Dropped{Attribution: v.attributionID(w.voice.attribution), Source: v.sourceID(w.voice.source),
			Why: w.why, By: v.attributionIDs(w.by), Impeached: v.sourceID(w.source())})
	}
	for _, r := range x.repeated {
		s.Repeated = append(s.Repeated, Repetition{Attribution: v.attributionID(r.attribution), Source: v.sourceID(r.source),
			Of: v.attributionID(r.of), OfSource: v.sourceID(r.ofSource), By: v.actorIDs(v.repeaters(r))})
	}
	v.facets(x.of, &s)
	return s
}

// newClaimStatus tells how claim c stands.
func newClaimStatus(v *court, c int32) Status {
	s := newStatus(v.judge(v.proposition(c)))
	s.Claim = ClaimID(v.ref(c).ID)
	return s
}

func (v *court) newSide(x *side) Side {
	return Side{Level: x.level, Origins: x.origins, court: v, from: x}
}

// rootsOf returns the statements of a side as roots.
func (v *court) rootsOf(x *side) []Root {
	if len(x.roots) == 0 {
		return nil
	}
	roots := make([]Root, len(x.roots))
	actors := make([]ActorID, 0, 2*len(x.roots)) // room for those of most roots
	list := func(numbers []int32) []ActorID {
		if len(numbers) == 0 {
			return nil
		}
		from := len(actors)
		for _, a := range v.exposed(numbers) {
			actors = append(actors, v.actorID(a))
		}
		return slices.Clip(actors[from:])
	}
	var last []int32 // whose principals these are
	var principals []ActorID
	for i, r := range x.roots {
		root := &roots[i]
		*root = Root{Attribution: v.attributionID(r.attribution), Source: v.sourceID(r.source),
			Interested: r.interest != none, Implied: r.implied, Admission: r.admission, Finding: r.finding,
			UpdatedBy: v.attributionID(v.updates.by(r.attribution)), Origin: int(r.origin)}
		if !v.inConfidence(r) {
			if above := r.across(v.ties.Principals); len(above) != len(last) || len(above) == 0 || &above[0] != &last[0] {
				last, principals = above, list(above)
			}
			root.Speakers, root.OnBehalfOf, root.Principals = list(r.speakers), list(r.behalf()), principals
			root.Through = v.actorID(r.interest)
			root.Admitters = list(r.besides().admitters)
		}
		if r.interest != none && r.act != none {
			root.Act = EventID(v.ref(r.act).ID)
		}
		if by := r.disowned(); by != nil {
			root.DisownedBy = v.attributionIDs(by)
		}
		if r.elsewhere {
			root.Claim = ClaimID(v.ref(r.claim).ID)
		}
	}
	return roots
}

// repeaters returns who repeats what no longer counts, if that may be told.
func (v *court) repeaters(r repetition) []int32 {
	if r.attribution != none {
		return v.openly(r.attribution, r.by)
	}
	return v.openly(r.source, r.by)
}

// facets fills in what is said about a proposition without being evidence.
func (v *court) facets(p proposition, s *Status) {
	for _, c := range p.claims {
		for _, n := range v.retold(v.on.statements[c]) {
			s.Relays = append(s.Relays, v.attributionID(n))
		}
		for _, n := range v.on.statements[c] {
			a := v.d.attribution(n)
			switch id := AttributionID(v.ref(n).ID); a.Stance {
			case StanceNeitherConfirmsNorDenies, StanceDeclinesComment, StanceHasNotResponded:
				response := Response{Attribution: id, Stance: a.Stance}
				if !v.confidential(n) {
					response.Speaker = v.actorID(v.latest(v.d.usesOf(n).one(slotSpeaker)))
				}
				s.Responses = append(s.Responses, response)
			case StanceInterprets:
				s.Interpretations = append(s.Interpretations, id)
			case StanceAsserts, StanceImplies, StanceDenies:
				if a.Lineage == LineageRelaying {
					s.Relays = append(s.Relays, id)
				} else if !v.firstHand(n) {
					s.Unsourced = append(s.Unsourced, id)
				}
			}
		}
	}
	slices.Sort(s.Interpretations)
	slices.Sort(s.Relays)
	slices.Sort(s.Unsourced)
	slices.SortFunc(s.Responses, func(a, b Response) int { return Ref{ID: string(a.Attribution)}.Compare(Ref{ID: string(b.Attribution)}) })
}

// A ClaimStanding is a claim and how it stands; see [Status].
type ClaimStanding struct {
	Claim ClaimID `json:"claim"`
	Label Label   `json:"label"`
	// For and Against are the levels.
	For      int      `json:"for"`
	Against  int      `json:"against"`
	Standing Standing `json:"standing"`
}

// ratedClaims are claims on one thing, with the assessment on each: rival ones
// about one event, or those on who is who or did what.
type ratedClaims struct {
	court       *court
	event       int32 // that they are about, or none
	of          int32 // who was counted, or none
	claims      []int32
	assessments []*assessment
}

func (v *court) rate(e int32, claims []int32) *ratedClaims {
	x := &ratedClaims{court: v, event: e, of: none, claims: slices.Clone(claims)}
	for _, c := range claims {
		x.assessments = append(x.assessments, v.judge(v.proposition(c)))
	}
	return x
}

// sort orders the claims, those that compare as equal by ID.
func (x *ratedClaims) sort(compare func(a, b int32) int) {
	at := make([]int, len(x.claims))
	for i := range at {
		at[i] = i
	}
	slices.SortStableFunc(at, func(i, j int) int { return compare(x.claims[i], x.claims[j]) })
	claims, assessments := slices.Clone(x.claims), slices.Clone(x.assessments)
	for i, from := range at {
		x.claims[i], x.assessments[i] = claims[from], assessments[from]
	}
}

func (x *ratedClaims) standing(i int) ClaimStanding {
	return x.assessments[i].standingOf(ClaimID(x.court.ref(x.claims[i]).ID))
}

// standings returns how each of the claims stands.
func (x *ratedClaims) standings() []ClaimStanding {
	var list []ClaimStanding
	for i := range x.claims {
		list = append(list, x.standing(i))
	}
	return list
}

func (x *assessment) standingOf(c ClaimID) ClaimStanding {
	return ClaimStanding{Claim: c, Label: x.label, For: x.supporting.level, Against: x.opposing.level, Standing: x.standing}
}

// numberOrigins numbers the origins of what is stated on all claims together.
// It returns the numbers by claim and root, and how many there are.
func (x *ratedClaims) numberOrigins() (byClaim [][]int, count int) {
	var all []origins.Root
	for _, s := range x.assessments {
		for _, r := range s.supporting.roots {
			all = append(all, x.court.weight(r))
		}
	}
	count = origins.Number(all)
	byClaim = make([][]int, len(x.assessments))
	for i, s := range x.assessments {
		for range s.supporting.roots {
			byClaim[i] = append(byClaim[i], all[0].Origin)
			all = all[1:]
		}
	}
	return byClaim, count
}

// stated returns the roots for claim i under the given numbers of their
// origins, which of these have neither updated nor disowned it, and whether all
// have updated it.
func (x *ratedClaims) stated(i int, origin []int) (roots []Root, numbers []int, updated bool) {
	roots = x.court.rootsOf(&x.assessments[i].supporting)
	updated = len(roots) > 0
	for j := range roots {
		if roots[j].Origin = origin[j]; roots[j].UpdatedBy != "" {
			continue
		}
		if updated = false; origin[j] != 0 && len(roots[j].DisownedBy) == 0 {
			numbers = append(numbers, origin[j])
		}
	}
	slices.Sort(numbers)
	return roots, slices.Compact(numbers), updated
}

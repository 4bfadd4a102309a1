package dispute

import (
	"cmp"
	"slices"

	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/ties"
)

// A court weighs what is said on claims and on the occurrence of events.
type court struct {
	*mentions
	ties  *ties.Graph
	twins twinIndex
	plain *court // the court that takes nobody for the same: itself where the policy takes no identities

	adversaries adversaryIndex
	disownings  map[int32]disowning // by attribution
	updates     updates
	lineage     lineageIndex
}

// An assessment is how a proposition stands.
type assessment struct {
	court *court // which weighed it
	of    proposition
	evidence
	supporting, opposing side
	label                Label
	verdict
	// Of an occurrence: the shares in it, by actor, who of opposed sides agrees
	// on it, and what the party whose standpoint the view takes makes of
	// it as a whole.
	shares         []share
	agreed         agreements
	taken, dropped bool
}

// A side is the statements for, or those against, and what they come to.
type side struct {
	level, origins int
	roots          []*voice
}

// evidence is everything that bears on a proposition.
type evidence struct {
	voices    []voice
	withdrawn []withdrawal // of statements made directly on it
	repeated  []repetition // what still repeats those that fell
	heard     []int32      // every attribution that was looked at
	acts      []int32      // the events that make those interested who undercut them, ascending
	through   []int32      // the claims that lead to the statements, ascending
	named     []int32      // the actors that the proposition names, ascending
}

// A voice is a first-hand statement for or against a proposition, reduced to
// what evidence needs. Either attribution is set, or event and source are:
// the shorthand by which a source's publisher asserts that an event occurred.
type voice struct {
	attribution   int32
	event, source int32
	claim         int32 // on which it was made, or none for the shorthand
	against       bool  // as it bears on the proposition assessed
	implied       bool
	onRecord      bool
	speakers      []int32 // who still stands by it, ascending
	behalf        []int32
	when          ties.Window
	aside         *aside // nil for most

	// What it counts, once it is weighed on a proposition.
	admitters []int32 // of the speakers: by whom it is an admission
	interest  int32   // who makes it interested, or none; see [stakes.interest]
	act       int32   // the event by which it is interested, where it is one's
	elsewhere bool    // it was made on another claim
	rival     bool    // which is a rival, or entails one
	finding   bool    // it is the word of a competent body
	origin    int     // the number of its group among the roots of its side; 0 where it adds none
}

// An aside is what is to be known of few statements. Lists are ascending.
type aside struct {
	disowned []int32 // the attributions by which its words are disowned
	borrowed []int32 // in whose words a reprint speaks
}

// disowned returns the attributions by which the words of a statement are disowned.
func (r *voice) disowned() []int32 {
	if r.aside == nil {
		return nil
	}
	return r.aside.disowned
}

// disown marks a statement as one whose words are disowned.
func (r *voice) disown(by []int32) {
	if by != nil {
		a := aside{disowned: by}
		if r.aside != nil {
			a.borrowed = r.aside.borrowed
		}
		r.aside = &a
	}
}

// A hearing is what remains of the statements made directly on a proposition
// after undercuts and retractions.
type hearing struct {
	voices    []voice      // in the order of attribution, shorthand last
	withdrawn []withdrawal // likewise; a joint statement may stand in both
	heard     []int32      // every attribution that was looked at, ascending
	acts      []int32      // the events that make those interested who undercut them, ascending
}

// A withdrawal says why a statement no longer counts, wholly or in part.
type withdrawal struct {
	voice voice
	why   DropReason
	by    []int32 // the attributions that did it, ascending
	gone  []int32 // where some signatories still stand by it: the others, ascending
	// fallen are the sources that were undercut or withdrawn and took the
	// statement with them, ascending, source is the first of them, or none, and
	// through are the attributions that did that.
	fallen, through []int32
	source          int32
}

// twinIndex tells who is said to be whom, and who is said to have done what.
// Lists are ascending.
type twinIndex struct {
	identity map[int32][]int32 // by actor: current identity claims on it
	acts     map[int32][]int32 // by actor: current agency claims on it
	// Current claims an earlier version of which was one: of identity and of
	// agency by actor, of agency by event.
	oldIdentity, oldActs, oldAgency map[int32][]int32

	accepted map[int32]bool  // by identity claim
	hub      map[int32]int32 // by actor taken for others: the first one of its group
	members  map[int32][]int32
}

// newTies returns where the ties of a view's actors lead. Dependence follows
// every affiliation but membership.
func newTies(v *sight) *ties.Graph {
	_, actors := v.d.span(ItemActor)
	kinds, from := make([]ties.Kind, actors), make([][]ties.Tie, actors)
	for _, n := range v.currents(ItemActor) {
		actor := v.d.actor(n)
		switch actor.Kind {
		case ActorState:
			kinds[n] = ties.State
		case ActorGovernment:
			kinds[n] = ties.Government
		}
		for _, a := range actor.Affiliations {
			if a.Kind != AffiliationMemberOf {
				possible, certain := heldWindows(a.Period)
				from[n] = append(from[n], ties.Tie{To: v.resolve(a.To.Ref()), Use: v.tieUse(actor.Kind, a), Possible: possible, Certain: certain})
			}
		}
		slices.SortFunc(from[n], func(a, b ties.Tie) int { return cmp.Compare(a.To, b.To) })
	}
	return ties.New(kinds, from)
}

// tieUse returns what an affiliation is good for beyond dependence. To belong to
// an alliance or an organisation in a state's office makes nobody its office, and to
// be a deputy at an office does not make its holder.
func (v *sight) tieUse(from ActorKind, a Affiliation) ties.Use {
	var use ties.Use
	to := v.resolve(a.To.Ref())
	if to == none || !a.Kind.leadsUp() {
		return use
	}
	use = ties.LeadsUp
	if a.Kind != AffiliationPartOf || from == ActorOffice || from == ActorPerson {
		use |= ties.Name
	}
	kind := v.d.actor(to).Kind
	if stateOffices[a.Role] && (kind == ActorAlliance || kind == ActorIntergovernment) {
		return use
	}
	if v.ways.committing[a.Role] {
		use |= ties.Office
	}
	holds := a.Kind == AffiliationHoldsOffice && kind == ActorOffice && (a.Role == "" || v.ways.committing[a.Role])
	if a.Kind == AffiliationSpeaksFor || holds {
		use |= ties.Voice
	}
	return use
}

// stateOffices are the offices of states.
var stateOffices = map[OfficeRole]bool{OfficeHeadOfState: true, OfficeHeadOfGovernment: true, OfficeForeignMinister: true, OfficeForeignMinistry: true}

// startWindow returns the days on which d can have begun.
func startWindow(d edtf.Date) ties.Window {
	b := d.Bounds()
	w := ties.AnyDay
	if day := b.EarliestStart.Day(); !day.IsZero() {
		w.First = day.Number()
	}
	if day := b.LatestStart.Day(); !day.IsZero() {
		w.Last = day.Number()
	}
	return w
}

// heldWindows returns the days on which what has a period can have held, and
// those on which it surely did. No period is always.
func heldWindows(period edtf.Date) (possible, certain ties.Window) {
	possible, certain = ties.AnyDay, ties.AnyDay
	if period.IsZero() {
		return possible, certain
	}
	b := period.Bounds()
	if day := b.EarliestStart.Day(); !day.IsZero() {
		possible.First = day.Number()
	}
	if day := b.LatestEnd.Day(); !day.IsZero() {
		possible.Last = day.Number()
	}
	// "../2024" has no beginning, and "2024/.." no end. "[2024..]", some day from
	// then on, can begin after any day, and "[..2024]" can end before any.
	certain = ties.Never
	if day := b.LatestStart.Day(); !day.IsZero() {
		certain.First = day.Number()
	} else if b.LatestStart == edtf.OpenPast() {
		certain.First = ties.AnyDay.First
	}
	if day := b.EarliestEnd.Day(); !day.IsZero() {
		certain.Last = day.Number()
	} else if b.EarliestEnd == edtf.OpenFuture() {
		certain.Last = ties.AnyDay.Last
	}
	return possible, certain
}

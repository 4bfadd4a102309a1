package dispute

import (
	"cmp"
	"slices"

	"github.com/dispute-go/dispute/internal/ties"
)

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
				from[n] = append(from[n], ties.Tie{To: v.resolve(a.To.Ref()), Use: v.tieUse(a), Possible: possible, Certain: certain})
			}
		}
		slices.SortFunc(from[n], func(a, b ties.Tie) int { return cmp.Compare(a.To, b.To) })
	}
	return ties.New(kinds, from)
}

// tieUse returns what an affiliation is good for beyond dependence.
func (v *sight) tieUse(a Affiliation) ties.Use {
	var use ties.Use
	if a.Kind.leadsUp() {
		use |= ties.LeadsUp
		if v.ways.committing[a.Role] {
			use |= ties.Office
		}
	}
	if a.Kind == AffiliationSpeaksFor || a.Kind == AffiliationHoldsOffice {
		use |= ties.Voice
	}
	return use
}

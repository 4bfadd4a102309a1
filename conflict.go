package dispute

import (
	"cmp"
	"slices"

	"github.com/dispute-go/dispute/edtf"
)

// A Conflict is something in the record that does not go together. It is an
// answer, not an error: nothing is dropped because of it unless the doc of its
// kind says so.
type Conflict struct {
	// ID is stable: it depends on the kind and on the first versions of the
	// items alone; for supersession and re-attribution on the versions themselves.
	ID   string       `json:"id"`
	Kind ConflictKind `json:"kind,omitzero"`
	// AsOf is the day as of which it is on file: that of the view; see
	// [View.Day].
	AsOf edtf.Day `json:"as_of,omitzero"`
	// Items are what conflicts, sorted by kind and ID.
	Items []Ref `json:"items,omitempty"`

	from *clash // which words are made of
	read *said  // the words that came with it
}

// finders find the conflicts of each kind.
var finders = [...]func(conflictFinder) []*clash{
	ConflictSpeakerPrincipal: conflictFinder.principals,
	ConflictContradiction:    conflictFinder.contradictions,
	ConflictFigures:          conflictFinder.figures,
	ConflictChronology:       conflictFinder.chronologies,
	ConflictReversed:         conflictFinder.reversed,
	ConflictCitation:         conflictFinder.citations,
	ConflictHierarchy:        conflictFinder.hierarchies,
	ConflictSupersession:     conflictFinder.supersessions,
	ConflictIdentity:         conflictFinder.identities,
	ConflictDisowned:         conflictFinder.disowned,
	ConflictDates:            conflictFinder.dates,
	ConflictItself:           conflictFinder.itself,
	ConflictFigureOrder:      conflictFinder.disordered,
	ConflictDoers:            conflictFinder.doers,
	ConflictRelations:        conflictFinder.relations,
	ConflictMeanings:         conflictFinder.meanings,
	ConflictReattribution:    conflictFinder.reattributions,
}

// Conflicts returns everything in the view that does not go together, ordered
// by kind, then by ID. The cost is near-linear in the size of the record and
// of the evidence on its claims.
func (v *View) Conflicts() []Conflict {
	v = v.orEmpty()
	find := conflictFinder{v.chronology, v.support()}
	var list []Conflict
	for kind := ConflictSpeakerPrincipal; int(kind) < len(finders); kind++ {
		for _, x := range finders[kind](find) {
			x.kind = kind
			list = append(list, newConflict(x))
		}
	}
	slices.SortStableFunc(list, func(a, b Conflict) int {
		return cmp.Or(cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.ID, b.ID))
	})
	return slices.CompactFunc(list, func(a, b Conflict) bool { return a.ID == b.ID })
}

// newConflict puts a clash down as a conflict.
func newConflict(x *clash) Conflict {
	v := x.court
	c := Conflict{Kind: x.kind, AsOf: v.today(), from: x}
	id := []byte(x.kind.String())
	for _, n := range x.items {
		c.Items = append(c.Items, v.ref(n))
		named := v.firstRef(n)
		if x.kind.namesVersions() {
			named = v.ref(n)
		}
		id = append(append(id, '/'), named.String()...)
	}
	c.ID = string(id)
	slices.SortFunc(c.Items, Ref.Compare)
	return c
}

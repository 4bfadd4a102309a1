package dispute

import (
	"slices"
	"strings"
)

// Conflicts returns everything in the view that does not go together, ordered
// by kind, then by ID. The cost is near-linear in the size of the record and
// of the evidence on its claims.
func (v *View) Conflicts() []Conflict {
	x := v.support()
	find := conflictFinder{v.chronology}
	var list []Conflict
	list = append(list, find.statementConflicts(x)...)
	list = append(list, find.figureConflicts(x)...)
	list = append(list, find.chronologyConflicts()...)
	list = append(list, find.datingConflicts(x)...)
	list = append(list, find.circleConflicts()...)
	list = append(list, find.identityConflicts(x)...)
	list = append(list, find.supersessionConflicts()...)
	list = append(list, find.disownedConflicts()...)
	slices.SortFunc(list, func(a, b Conflict) int {
		if a.Kind != b.Kind {
			return int(a.Kind) - int(b.Kind)
		}
		return strings.Compare(a.ID, b.ID)
	})
	return slices.CompactFunc(list, func(a, b Conflict) bool { return a.ID == b.ID })
}

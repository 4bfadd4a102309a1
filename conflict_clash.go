package dispute

import "github.com/dispute-go/dispute/internal/ints"

// A conflictFinder finds what does not go together.
type conflictFinder struct {
	*chronology
	support *support
}

// A clash is something that does not go together.
type clash struct {
	court *court
	kind  ConflictKind
	items []int32 // what conflicts, ascending
	over  []int32 // the items because of which it does, or that do not take it away

	// What its words speak of beside, by kind.
	about          int32   // the principal, the event, or the item that all supersede
	claim          int32   // on which they differ, or by which the event is reversed; or none
	category       string  // of the figures
	organs         []int32 // the statements that do not commit the principal
	ownWord        bool    // they go against its own word, not only against its side
	circular       bool    // the items lead around in a circle
	latest         int32   // the one of the items that was entered last
	denying, named []int32 // who denies a statement, and who is said to have made it
}

// clash begins a clash of items, over others.
func (v conflictFinder) clash(over []int32, items ...int32) *clash {
	return &clash{court: v.court, items: ints.Merge(items), over: over, about: none, claim: none, latest: none}
}

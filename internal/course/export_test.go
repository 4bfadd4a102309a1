package course

import (
	"slices"

	"github.com/dispute-go/dispute/internal/giveway"
)

// SolveBlunt is [Solve] with as little work as possible.
func SolveBlunt(changes []Change, links Links, gives *giveway.Table) *Strand {
	return solve(changes, links, gives, bounds{})
}

// SolveResetting is [Solve] as it is where too much passes to look at all that
// came before.
func SolveResetting(changes []Change, links Links, gives *giveway.Table) *Strand {
	if !slices.ContainsFunc(changes, func(c Change) bool { return c.Passes }) {
		return Solve(changes, links, gives)
	}
	w := newPasser(slices.Clone(changes), links, gives, usualBounds)
	w.choose(true)
	return w.compose()
}

package dispute

import (
	"cmp"
	"maps"
	"math"
	"slices"

	"github.com/dispute-go/dispute/internal/ints"
)

const (
	none   = ints.None
	always = math.MinInt64 // an item without a day has always been there
	ever   = math.MaxInt64 // a lens without a day looks at everything
)

func sortedKeys[K cmp.Ordered, V any](m map[K]V) []K { return slices.Sorted(maps.Keys(m)) }

func compareFlags(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

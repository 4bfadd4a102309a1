package disputetest

import (
	"flag"
	"iter"
	"testing"
)

// FewerIfShort is a tenth of n where tests are to be short.
func FewerIfShort(n int) int {
	if testing.Short() {
		return n / 10
	}
	return n
}

// WorldCount is how many small worlds there are to be in all, and WorldSeed the
// seed of their dates and links.
var (
	WorldCount = flag.Int("worlds", 6_000, "how many random small worlds to compare with all their placements")
	WorldSeed  = flag.Uint64("worlds-seed", 20240804, "the seed of the random small worlds")
)

// WorldsFor returns the number of worlds of a test that goes through placements
// one by one: fewer with -short, more with more -worlds.
func WorldsFor(normal, short int) int {
	if testing.Short() {
		return short
	}
	return max(normal, *WorldCount/20)
}

var (
	lawRecords = flag.Int("laws.records", 0, "random records on which each law of LAWS.md is tried; 0: as many as its test says")
	lawSeed    = flag.Uint64("laws.seed", 1, "seed of the first of these records")
)

// LawRecords is on how many random records a law is tried: as many as the flag
// says, or else the usual number.
func LawRecords(usual int) int {
	if *lawRecords > 0 {
		return *lawRecords
	}
	return usual
}

// LawSeeds yields the seeds of the random records on which a law is tried.
func LawSeeds(usual int) iter.Seq[uint64] {
	return func(yield func(uint64) bool) {
		for i := range LawRecords(usual) {
			if !yield(*lawSeed + uint64(i)) {
				return
			}
		}
	}
}

// OracleRecords is on how many random records statuses are compared with a slow
// reading of the rules, and OracleSeed the seed of the first of them.
var (
	OracleRecords = flag.Int("oracle.records", 5_000, "random records on which statuses are compared with the reference")
	OracleSeed    = flag.Uint64("oracle.seed", 1, "seed of the first of these records")
)

// HostileItems is how large the shapes made to be slow are.
var HostileItems = flag.Int("hostile.items", 6_000, "how many items the hostile shapes have; pairs have half as many events")

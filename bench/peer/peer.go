// Package peer holds the programs that the benchmark compares: the library,
// plain and tuned Go, and databases.
package peer

import "github.com/dispute-go/dispute/bench/workload"

type (
	event    = workload.Event
	interval = workload.Interval
	query    = workload.Query
	answer   = workload.Answer
)

// A Peer is one way to do the workload.
type Peer interface {
	// Load hands the events over.
	Load() error
	// Fold computes the intervals and keeps them on the peer's own side.
	Fold() error
	// Fetch brings them to the Go program, in the types that a user of the
	// peer has: rows are scanned, what has an iterator is gone through once,
	// and what lies in a slice or a map is there already.
	Fetch() error
	// Intervals returns them as the workload has them; this is for the
	// checksum, and not counted.
	Intervals() []interval
	// AsOf answers the queries from what Fold kept.
	AsOf([]query) ([]answer, error)
	Close()
}

// A Maker makes a peer.
type Maker struct {
	Name, About string
	// Threads is how many threads the peer uses.
	Threads int
	// MaxEvents is the greatest number of events it is run with, 0 for any.
	MaxEvents int
	// MaxQueries likewise.
	MaxQueries int
	// SortOnly tells a peer that has no answers.
	SortOnly bool
	// New makes the peer for events, which it may keep but not change. It
	// brings them into the types that a user of the peer has; that is the
	// input, and not counted.
	New func(events []event) (Peer, error)
}

// All returns the peers in the order in which they are shown.
func All() []Maker {
	return []Maker{
		{Name: "dispute", About: "this library, Coded.AddSlice", Threads: 1, New: newCoded(1)},
		{Name: "dispute-stream", About: "this library, Coded.Add from an iterator", Threads: 1, New: newStream},
		{Name: "dispute-2", About: "this library with two workers", Threads: 2, New: newCoded(2)},
		{Name: "tuned", About: "Go tuned to this workload: dense groups, packed words, counting sort", Threads: 1, New: newTuned},
		{Name: "plain", About: "plain Go: a map of slices, sort.Slice", Threads: 1, New: newPlain},
		{Name: "dispute-names", About: "this library, Named.AddSlice of names and dates", Threads: 1, New: newNamed},
		{Name: "tuned-names", About: "names numbered with maps, then tuned", Threads: 1, New: newTunedNames},
		{Name: "plain-names", About: "plain Go with names and dates", Threads: 1, New: newPlainNames},
		{Name: "sort-only", About: "no fold: the events in one word each, sorted by group and day", Threads: 1, SortOnly: true, New: newFloor},
		{Name: "duckdb", About: "DuckDB in memory, 2 threads: Appender, window functions, rows", Threads: 2, New: newDuckDB(2)},
		{Name: "duckdb-1", About: "the same with 1 thread", Threads: 1, New: newDuckDB(1)},
		{Name: "sqlite", About: "SQLite in memory (C library): multi-row inserts, window functions", Threads: 1, MaxEvents: 1e6, MaxQueries: 200e3, New: newSQLite("sqlite3")},
		{Name: "sqlite-go", About: "SQLite in memory (pure Go)", Threads: 1, MaxEvents: 1e6, MaxQueries: 200e3, New: newSQLite("sqlite")},
	}
}

// Find returns the peer with a name.
func Find(name string) (Maker, bool) {
	for _, m := range All() {
		if m.Name == name {
			return m, true
		}
	}
	return Maker{}, false
}

// nothing does the steps that a peer has not.
type nothing struct{}

func (nothing) Load() error { return nil }
func (nothing) Close()      {}

// noAnswer is the answer where there is no interval.
var noAnswer = answer{State: 0, Start: -1}

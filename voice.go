package dispute

import (
	"github.com/dispute-go/dispute/internal/ints"
	"github.com/dispute-go/dispute/internal/ties"
)

// subject returns what a proposition is about: the event, or the claim.
func (p proposition) subject() int32 {
	if p.event != none {
		return p.event
	}
	return p.claims[0]
}

type argumentKey struct {
	kind        byte // 'a' attribution, 'r' report, 's' source, 'f' failed source; of an attribution: 'n' does not hold, 'p' part, 'l' left by all, 'w' whole
	item, other int32
}

// A hearing is what remains of the statements made directly on a proposition
// after undercuts and retractions.
type hearing struct {
	voices    []voice      // in the order of attribution, shorthand last
	withdrawn []withdrawal // likewise; a joint statement may stand in both
	heard     []int32      // every attribution that was looked at, ascending
}

// A proposition is what is assessed: one claim, or an event's occurrence,
// which several claims may state.
type proposition struct {
	claims []int32 // ascending
	event  int32   // whose occurrence it is, or none
}

// stakes answers who has a stake in a set of named actors.
type stakes struct {
	v      *court
	actors []int32
	fixed  []int32 // what the actors depend on, when that never changes; else nil
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

	// What it counts, once it is weighed on a proposition.
	elsewhere bool    // it was made on another claim
	finding   bool    // it is the word of a competent body
	admitters []int32 // of the speakers: by whom it is an admission
	interest  int32   // who makes it interested, or none; see [stakes.interest]
	origin    int     // the number of its group among the roots of its side; 0 where it adds none
}

// commitsOnRecord reports whether a statement commits anybody to an act.
func (r *voice) commitsOnRecord() bool { return r.onRecord && !r.implied }

// A side is the statements for, or those against, and what they come to.
type side struct {
	level, origins int
	roots          []*voice
}

// An assessment is how a proposition stands.
type assessment struct {
	court *court // which weighed it
	of    proposition
	evidence
	supporting, opposing side
	label                Label
	standing             Standing
	rule                 StandingRule
}

// A withdrawal says why a statement no longer counts, wholly or in part.
type withdrawal struct {
	voice voice
	why   DropReason
	by    []int32 // the attributions that did it, ascending
	// source is the undercut source that took the statement with it, or none.
	source int32
}

// undoing returns the retractions and undercuts that dropped a statement,
// those of its source included.
func (w withdrawal) undoing(v *mentions) []int32 {
	if w.source == none {
		return w.by
	}
	return ints.Merge(w.by, v.on.impeached[w.source])
}

// evidence is everything that bears on a proposition.
type evidence struct {
	voices    []voice
	withdrawn []withdrawal // of statements made directly on it
	heard     []int32      // every attribution that was looked at
	through   []int32      // the claims that lead to the statements, ascending
	named     []int32      // the actors that the proposition names, ascending
}

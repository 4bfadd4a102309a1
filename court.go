package dispute

import (
	"github.com/dispute-go/dispute/internal/ties"
)

// A court weighs what is said on claims and on the occurrence of events.
type court struct {
	*mentions
	ties  *ties.Graph
	twins twinIndex
	plain *court // the court that takes nobody for the same: itself where the policy takes no identities
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

// A side is the statements for, or those against, and what they come to.
type side struct {
	level, origins int
	roots          []*voice
}

// evidence is everything that bears on a proposition.
type evidence struct {
	voices    []voice
	withdrawn []withdrawal // of statements made directly on it
	heard     []int32      // every attribution that was looked at
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

	// What it counts, once it is weighed on a proposition.
	elsewhere bool    // it was made on another claim
	finding   bool    // it is the word of a competent body
	admitters []int32 // of the speakers: by whom it is an admission
	interest  int32   // who makes it interested, or none; see [stakes.interest]
	origin    int     // the number of its group among the roots of its side; 0 where it adds none
}

// A hearing is what remains of the statements made directly on a proposition
// after undercuts and retractions.
type hearing struct {
	voices    []voice      // in the order of attribution, shorthand last
	withdrawn []withdrawal // likewise; a joint statement may stand in both
	heard     []int32      // every attribution that was looked at, ascending
}

// A withdrawal says why a statement no longer counts, wholly or in part.
type withdrawal struct {
	voice voice
	why   DropReason
	by    []int32 // the attributions that did it, ascending
	// source is the undercut source that took the statement with it, or none.
	source int32
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

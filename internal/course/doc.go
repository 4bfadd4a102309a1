// Package course is the calculus of relations: it tells what states a track of
// changes can be in, on every day, where it is uncertain when the changes
// happen. It knows nothing of who changes what: changes, states and places are
// numbers, and every answer names a change by its number.
//
// # What comes in
//
// A [Change] is the start of something or the end of something that lasts. It
// lies on one half tick of its domain (package ticks) and brings a state, if
// it does not find one that is barred to it. [Links] put starts before others.
// A table (package giveway) tells which states give way to which, of what goes
// on together.
//
// # What a placement is
//
// A placement gives every change one half tick of its domain, an end one not
// before its start, and obeys the links. Changes of one half tick come in either
// order, but ends of one close happen at once. It then plays like this. Before
// the first change the state is one that this change presupposes. A start that
// finds a barred state takes no effect and leaves the state; any other start
// takes effect and brings its state. An end takes effect if the state is that
// of its start and nothing has brought or confirmed it that stays: then the
// state falls back to the strongest of what still goes on, or else to what
// follows the end.
//
// What passes gives back when it ends: on each day the placement is played without
// what passed and is over by then, from the state before the first change of all.
// The end of a period takes effect whatever else goes on, if it is not barred from
// what it finds.
//
// # What goes out
//
// A [Strand] tells for each day which states are possible (they hold in some
// placement) and which are certain (in every one), in [Segment]s; which changes
// can be what the state rests on, and when ([Ruler]); which changes take effect
// in no placement ([Gap]); and which can take effect, and when ([Turning]).
//
// The answer is always sound: nothing that holds in some placement is left out,
// and nothing is certain that does not hold in all. It is exact where no change
// depends on the state that it finds: where a start is barred from its own state
// alone and nothing ends or passes. The cost is near-linear in the ranges of the
// domains.
package course

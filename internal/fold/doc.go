// Package fold keeps many small histories of states at once: for every group
// of changes, who holds which state from which day to which, under the rule
// that the last change of a day decides the day. Groups, states and days are
// plain integers.
//
// A [Store] takes changes in bulk, in any order of days, and single late ones
// at a cost that does not grow with the store. What it answers depends only on
// the set of changes it holds, never on how or in which order they came.
package fold

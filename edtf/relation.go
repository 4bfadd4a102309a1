package edtf

import (
	"fmt"
	"iter"
	"math/bits"
	"strings"
)

// Relation is one of the thirteen relations that two spans of time can stand
// in (J. F. Allen, "Maintaining knowledge about temporal intervals", 1983):
// exactly one holds between any two spans. The zero Relation is none of them.
type Relation uint8

// The relations of a span a to a span b, whole days counted as filled: a meets
// b when b starts on the day after a ends.
const (
	// RelationBefore: a ends, then there is a gap, then b starts.
	RelationBefore Relation = iota + 1
	// RelationMeets: b starts right after a ends.
	RelationMeets
	// RelationOverlaps: a starts first, b starts within a and ends after it.
	RelationOverlaps
	// RelationStarts: both start together and a ends first.
	RelationStarts
	// RelationDuring: a starts after b and ends before it.
	RelationDuring
	// RelationFinishes: a starts after b and both end together.
	RelationFinishes
	// RelationEquals: both start together and end together.
	RelationEquals
	// RelationFinishedBy: a starts before b and both end together.
	RelationFinishedBy
	// RelationContains: a starts before b and ends after it.
	RelationContains
	// RelationStartedBy: both start together and a ends last.
	RelationStartedBy
	// RelationOverlappedBy: b starts first, a starts within b and ends after it.
	RelationOverlappedBy
	// RelationMetBy: a starts right after b ends.
	RelationMetBy
	// RelationAfter: b ends, then there is a gap, then a starts.
	RelationAfter
)

const relationCount = 13

var relationNames = [relationCount + 1]string{
	"none", "before", "meets", "overlaps", "starts", "during", "finishes", "equals",
	"finished by", "contains", "started by", "overlapped by", "met by", "after",
}

// String returns the name of the relation, such as "before" or "started by".
func (r Relation) String() string {
	if int(r) < len(relationNames) {
		return relationNames[r]
	}
	return "invalid"
}

// AppendText appends what String returns; a Relation that is none of the
// thirteen is an error.
func (r Relation) AppendText(b []byte) ([]byte, error) {
	if r < RelationBefore || r > RelationAfter {
		return b, fmt.Errorf("edtf: relation %q: expected one of the thirteen", r.String())
	}
	return append(b, relationNames[r]...), nil
}

// MarshalText returns what AppendText appends.
func (r Relation) MarshalText() ([]byte, error) { return r.AppendText(nil) }

// UnmarshalText reads the names String gives; every other text is an error.
func (r *Relation) UnmarshalText(text []byte) error {
	if r == nil {
		return errNowhere
	}
	for i, name := range relationNames[1:] {
		if string(text) == name {
			*r = Relation(i + 1)
			return nil
		}
	}
	return fmt.Errorf("edtf: relation %q: expected one of %q", text, relationNames[1:])
}

// Converse returns the relation of b to a when r is that of a to b; the zero
// Relation for what is none of the thirteen.
func (r Relation) Converse() Relation {
	if r < RelationBefore || r > RelationAfter {
		return 0
	}
	return RelationAfter + RelationBefore - r
}

// Relations is a set of relations: those still possible between two spans. The
// zero Relations is empty: there is no way to place the two.
type Relations uint16

// AllRelations holds all thirteen: nothing is known.
const AllRelations Relations = 1<<relationCount - 1

// relationsSharing are those in which two spans have time in common,
// relationsWithin those in which the first lies within the second.
const (
	relationsSharing = AllRelations &^ (1<<(RelationBefore-1) | 1<<(RelationMeets-1) | 1<<(RelationMetBy-1) | 1<<(RelationAfter-1))
	relationsWithin  = Relations(1<<(RelationStarts-1) | 1<<(RelationDuring-1) | 1<<(RelationFinishes-1) | 1<<(RelationEquals-1))
)

// RelationsOf returns the set of the given relations; what is none of the
// thirteen is left out.
func RelationsOf(relations ...Relation) Relations {
	var set Relations
	for _, r := range relations {
		set |= r.set()
	}
	return set
}

func (r Relation) set() Relations {
	if r < RelationBefore || r > RelationAfter {
		return 0
	}
	return 1 << (r - 1)
}

// Has reports whether r is possible.
func (s Relations) Has(r Relation) bool { return s&r.set() != 0 }

// Len returns the number of relations in s.
func (s Relations) Len() int { return bits.OnesCount16(uint16(s & AllRelations)) }

// All yields the relations in s in the order of their constants.
func (s Relations) All() iter.Seq[Relation] {
	return func(yield func(Relation) bool) {
		for r := RelationBefore; r <= RelationAfter; r++ {
			if s.Has(r) && !yield(r) {
				return
			}
		}
	}
}

// String returns the names in s, joined by ", ", such as "before, meets".
func (s Relations) String() string {
	var names []string
	for r := range s.All() {
		names = append(names, r.String())
	}
	return strings.Join(names, ", ")
}

// Converse returns the relations possible of b to a when s holds those of a
// to b.
func (s Relations) Converse() Relations {
	return Relations(bits.Reverse16(uint16(s&AllRelations)) >> (16 - relationCount))
}

// Compose returns the relations possible of a to c when s holds those of a to
// b and other those of b to c.
func (s Relations) Compose(other Relations) Relations {
	var all Relations
	for first := range s.All() {
		for second := range other.All() {
			all |= composition[first-1][second-1]
		}
	}
	return all
}

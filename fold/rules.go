package fold

import (
	"fmt"
	"math"
	"reflect"
	"slices"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/internal/fold"
)

// Rules are a table of rules made ready for folding streams of events. They
// are immutable and safe for concurrent use; get them from [NewRules]. Nil and
// zero Rules are those of [dispute.DefaultRules], but are made ready at each use.
type Rules struct {
	source []dispute.Rule
	// Of a kind that could be meant in several pairs of roles, unclear is true.
	byRoles map[roles]Code
	byKind  map[dispute.EventKind]Code
	unclear map[dispute.EventKind]bool
	codes   []action // by code

	lanes []lane
	// single has, by track where the last change wins, one more than the
	// number of its lane forward and of that backward; 0 for none.
	single   [][2]uint8
	mirror   []uint8         // by lane: that of the pair the other way round
	machines []*fold.Machine // by lane
}

// A Code stands for a kind of event between actors in two roles, in one table
// of [Rules]. The zero Code stands for every event that changes nothing. Codes
// depend on nothing but the table, so that they can be kept beside it.
type Code uint16

// roles are what a code stands for.
type roles struct {
	kind     dispute.EventKind
	from, to dispute.ParticipantRole
}

// NewRules makes a table of rules ready; nil stands for [dispute.DefaultRules].
// It refuses, with [dispute.ErrLimit], more than 32,767 rules and more than 128
// that differ in what they do on one track, and what [dispute.CheckRules]
// refuses. The slice is not kept.
func NewRules(rules []dispute.Rule) (*Rules, error) {
	if rules == nil {
		rules = dispute.DefaultRules()
	} else if err := dispute.CheckRules(rules); err != nil {
		return nil, err
	}
	if len(rules) > math.MaxInt16 {
		return nil, fmt.Errorf("%w: %d rules, expected at most %d", dispute.ErrLimit, len(rules), math.MaxInt16)
	}
	t := &Rules{
		source:  slices.Clone(rules),
		byRoles: map[roles]Code{}, byKind: map[dispute.EventKind]Code{}, unclear: map[dispute.EventKind]bool{},
		codes: make([]action, 1),
	}
	byKind := map[dispute.EventKind][]*dispute.Rule{}
	for i := range t.source {
		r := &t.source[i]
		r.Not = slices.Clone(r.Not)
		byKind[r.Event] = append(byKind[r.Event], r)
		t.add(roles{r.Event, r.From, r.To})
		t.add(roles{r.Event, r.To, r.From})
	}
	for kind, list := range byKind {
		t.chooseRoles(kind, list)
	}
	if err := t.compile(byKind); err != nil {
		return nil, err
	}
	return t, nil
}

// orDefault returns rules, and those of the default table for nil or zero ones.
func (t *Rules) orDefault() *Rules {
	if t == nil || t.codes == nil {
		t, _ = NewRules(nil) // which the tests fold with
	}
	return t
}

// add gives a code to a kind of event between actors in two roles.
func (t *Rules) add(x roles) {
	if _, ok := t.byRoles[x]; !ok {
		t.byRoles[x] = Code(len(t.codes))
		t.codes = append(t.codes, action{roles: x})
	}
}

// chooseRoles finds the roles meant where a kind is named without them.
func (t *Rules) chooseRoles(kind dispute.EventKind, rules []*dispute.Rule) {
	best, several := -1, false
	seen := map[roles]bool{}
	for _, r := range rules {
		x := roles{kind, r.From, r.To}
		if x.to == dispute.RoleActor {
			x.from, x.to = x.to, x.from
		}
		if seen[x] || seen[roles{kind, x.to, x.from}] {
			continue
		}
		seen[x] = true
		rank := 0
		if x.from == dispute.RoleActor {
			rank++
			if x.to == dispute.RoleTarget {
				rank++
			}
		}
		several = several && rank <= best || rank == best
		if rank > best {
			best = rank
			t.byKind[kind] = t.byRoles[x]
		}
	}
	if several {
		delete(t.byKind, kind)
		t.unclear[kind] = true
	}
}

// Code returns the code of events of a kind whose first actor has the role
// from and whose second has the role to. With two empty roles, those are meant
// for which there are rules: actor and target if there are any for them, else
// the actor and another role, else the only two roles; it is an error that
// wraps [dispute.ErrValue] if that leaves several. A kind or roles for which
// there is no rule change nothing and have the zero code. Roles must be both
// given or both empty; else the error wraps [dispute.ErrMissing].
func (t *Rules) Code(kind dispute.EventKind, from, to dispute.ParticipantRole) (Code, error) {
	t = t.orDefault()
	switch {
	case from == "" && to == "":
		if t.unclear[kind] {
			return 0, fmt.Errorf("%w: there are rules for events of the kind %q in several pairs of roles, want the roles of the actors", dispute.ErrValue, kind)
		}
		return t.byKind[kind], nil
	case from == "" || to == "":
		return 0, fmt.Errorf("%w: the roles %q and %q of an event of the kind %q: want both or neither", dispute.ErrMissing, from, to, kind)
	}
	return t.byRoles[roles{kind, from, to}], nil
}

// same reports whether two tables were made of the same rules, in whatever
// order their rules name the states that they leave.
func (t *Rules) same(other *Rules) bool {
	return t == other || slices.EqualFunc(t.source, other.source, func(a, b dispute.Rule) bool {
		same := setOf(a.Not) == setOf(b.Not)
		a.Not, b.Not = nil, nil
		return same && reflect.DeepEqual(a, b)
	})
}

// setOf returns the set of some states, bit s for state s.
func setOf(states []dispute.State) (set uint64) {
	for _, s := range states {
		set |= 1 << s
	}
	return set
}

package dispute

import (
	"errors"
	"fmt"
	"slices"
)

// A Rule says that an event of one kind changes one track of the relation
// between the participants in two roles. Rules are data: [DefaultRules] is
// the documented table, and a [Policy] may bring its own. Where several rules
// fit one event, one pair and one track on which the last change wins, the
// first in the list decides.
type Rule struct {
	// Name identifies the rule in reasons, such as "diplomatic/sever". Every
	// rule has one of its own.
	Name string `json:"name"`
	// Event is the kind of event the rule is about.
	Event EventKind `json:"event"`
	// From and To are the roles between whose actors the track runs. Where
	// both are the same role, it runs between every two actors of that role.
	// On the support track, actors with the role "target" that are neither
	// are those at whom the support is aimed.
	From ParticipantRole `json:"from"`
	To   ParticipantRole `json:"to"`
	// Track and State say what the relation is from the day of the event on.
	Track Track `json:"track"`
	State State `json:"state"`
	// After is the state from the day after a lasting event has ended; zero
	// leaves State. The end changes nothing where another change has come in
	// between or another event with the same State goes on, and where another lasting event goes on it is that one's state
	// that comes back: of several the one to which the others give way, which
	// is to say that it can start from them and they cannot start from it; of
	// those that leaves, and of what follows several that end together, the last
	// in the order of states. On tracks where several states can hold at once it
	// can only be [StateNone]: State then holds as long as the event does.
	After State `json:"after,omitzero"`
	// Ends says that State ends instead of beginning, on tracks where several
	// states can hold at once; where a state has a target, an event without
	// one ends it against all.
	Ends bool `json:"ends,omitzero"`
	// Presupposes is what the state must have been where this is the first
	// change on file; zero presupposes nothing. Where several states can hold
	// at once, only an ending presupposes anything, namely State; one without a
	// target only as the first change of that state against whomever.
	Presupposes State `json:"presupposes,omitzero"`
	// Not are states the change cannot start from: it then leaves the state
	// and is reported as a [Gap], unless it lasts. A change to the state that
	// already holds is always one. Where the dates leave open what the change found, both
	// outcomes are possible. Only for tracks where the last change wins.
	Not []State `json:"not,omitempty"`
	// CAMEO and PLOVER are the event's codes, where there are any.
	CAMEO  string `json:"cameo,omitzero"`
	PLOVER string `json:"plover,omitzero"`
	// Basis says where the rule comes from.
	Basis string `json:"basis,omitzero"`
}

func cloneRules(rules []Rule) []Rule {
	rules = slices.Clone(rules)
	for i := range rules {
		rules[i].Not = slices.Clone(rules[i].Not)
	}
	return rules
}

// CheckRules reports every rule that a [Policy] cannot have: one that lacks a
// field or names a state its track does not have, one that can never change
// anything, one that repeats or contradicts another. The error joins one for
// each problem, in the order of the rules; each names its rule by place and
// name, and wraps [ErrMissing] or [ErrValue]. It is nil if all can be used, as
// it is of no rules. The cost is linear in the rules, and quadratic in those that
// are about the same kind of event, roles and track.
func CheckRules(rules []Rule) error {
	var problems []error
	report := func(i int, err error) {
		problems = append(problems, fmt.Errorf("rule %d (%q): %w", i, rules[i].Name, err))
	}
	named := map[string]int{}
	subjects := map[ruleSubject][]int{}
	for i := range rules {
		r := &rules[i]
		if was, ok := named[r.Name]; ok && r.Name != "" {
			report(i, fmt.Errorf("%w: rule %d has this name already, want another", ErrValue, was))
		} else {
			named[r.Name] = i
		}
		for _, err := range r.problems() {
			report(i, err)
		}
		for _, was := range subjects[r.subject()] {
			if err := r.clash(&rules[was]); err != nil {
				report(i, fmt.Errorf("%w rule %d (%q)", err, was, rules[was].Name))
			}
		}
		subjects[r.subject()] = append(subjects[r.subject()], i)
	}
	return errors.Join(problems...)
}

// A ruleSubject is what a rule is about; rules with the same one fit the same
// events, pairs and track.
type ruleSubject struct {
	event    EventKind
	from, to ParticipantRole
	track    Track
}

func (r *Rule) subject() ruleSubject {
	s := ruleSubject{r.Event, r.From, r.To, r.Track}
	if r.Track.Mutual() && s.to < s.from {
		s.from, s.to = s.to, s.from
	}
	return s
}

// clash returns an error that lacks the other rule's name if r cannot stand
// beside an earlier rule with the same subject.
func (r *Rule) clash(earlier *Rule) error {
	differs := func(field string, mine, other State) error {
		return fmt.Errorf("%w: %s %q contradicts %q for the same kind of event, roles and track in", ErrValue, field, mine, other)
	}
	switch {
	case r.Track.Concurrent() && r.State != earlier.State:
		return nil
	case r.Track.Concurrent() && (r.After != earlier.After || r.Ends != earlier.Ends):
		return fmt.Errorf("%w: %q cannot begin, end and pass at once: it contradicts", ErrValue, r.State)
	case r.State != earlier.State:
		return differs("state", r.State, earlier.State)
	case r.After != earlier.After:
		return differs("after", r.After, earlier.After)
	case r.Presupposes != earlier.Presupposes:
		return differs("presupposes", r.Presupposes, earlier.Presupposes)
	case bitsOf(r.Not) != bitsOf(earlier.Not):
		return fmt.Errorf("%w: not %v contradicts %v for the same kind of event, roles and track in", ErrValue, r.Not, earlier.Not)
	}
	return fmt.Errorf("%w: it repeats", ErrValue)
}

// ruleProblems collects what is wrong with a rule on its own.
type ruleProblems []error

// when notes a problem, if it is one.
func (p *ruleProblems) when(is bool, kind error, format string, args ...any) {
	if is {
		*p = append(*p, fmt.Errorf("%w: "+format, append([]any{kind}, args...)...))
	}
}

// problems reports what is wrong with a rule on its own. What it lacks comes
// first: the rest cannot be told without it.
func (r *Rule) problems() []error {
	var p ruleProblems
	p.when(r.Name == "", ErrMissing, "want a name")
	p.when(r.Event == "", ErrMissing, "want a kind of event")
	p.when(r.From == "", ErrMissing, "want a role for from")
	p.when(r.To == "", ErrMissing, "want a role for to")
	p.when(r.Track == 0, ErrMissing, "want a track")
	p.when(r.State == 0, ErrMissing, "want a state")
	p.when(!tracks.valid(uint8(r.Track)), ErrValue, "unknown track %d: want %s", r.Track, tracks.list())
	if p != nil {
		return p
	}
	switch {
	case !r.State.BelongsTo(r.Track):
		p.when(true, ErrValue, "state %q, want a state of the track %q", r.State, r.Track)
	case r.Track.Concurrent():
		r.concurrentProblems(&p)
	default:
		r.lastWinsProblems(&p)
	}
	return p
}

// concurrentProblems reports what is wrong with a rule of a track on which
// several states can hold at once.
func (r *Rule) concurrentProblems(p *ruleProblems) {
	p.when(r.After != 0 && r.After != StateNone, ErrValue,
		"after %q, want %q or nothing: several states of the track %q hold at once", r.After, StateNone, r.Track)
	p.when(r.After == StateNone && r.Ends, ErrValue, "after %q on a rule that ends its state, want nothing", r.After)
	p.when(r.Presupposes != 0 && !(r.Ends && r.Presupposes == r.State), ErrValue,
		"presupposes %q, want nothing, or the state that a rule ends", r.Presupposes)
	if len(r.Not) > 0 {
		p.when(true, ErrValue, "not %q, want nothing: several states of the track %q hold at once", r.Not[0], r.Track)
	}
}

// lastWinsProblems reports what is wrong with a rule of a track on which the
// last change wins.
func (r *Rule) lastWinsProblems(p *ruleProblems) {
	p.when(r.Ends, ErrValue, "ends %q, want a rule to the state that follows: the last change wins on the track %q", r.State, r.Track)
	p.when(r.After != 0 && !r.After.BelongsTo(r.Track), ErrValue, "after %q, want a state of the track %q", r.After, r.Track)
	p.when(r.After == r.State, ErrValue, "after %q, want another state than while it lasts", r.After)
	for _, s := range r.Not {
		p.when(!s.BelongsTo(r.Track), ErrValue, "not %q, want states of the track %q", s, r.Track)
	}
	leaves := func(s State) bool { return s == r.State || slices.Contains(r.Not, s) }
	if r.Presupposes != 0 {
		known := r.Presupposes.BelongsTo(r.Track)
		p.when(!known, ErrValue, "presupposes %q, want a state of the track %q", r.Presupposes, r.Track)
		p.when(known && leaves(r.Presupposes), ErrValue, "presupposes %q, want a state it can change", r.Presupposes)
	}
	changes := slices.ContainsFunc(r.Track.States(), func(s State) bool { return !leaves(s) })
	p.when(!changes, ErrValue, "it leaves every state of the track %q and can change nothing, want fewer in not", r.Track)
}

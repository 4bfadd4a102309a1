package dispute

import (
	"bytes"
	"cmp"
	"reflect"
	"slices"
	"strings"

	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/strictjson"
)

// Canonical returns the record in the one order and form that its text has:
// items by ID within their list, the elements of every set in ascending order
// and without repeats, dates as they read back from their text, and empty lists
// nil. Order that carries meaning, such as that of authors and of custody,
// stays. Records that differ in the order of sets only have one canonical form,
// and the canonical form of a canonical record is that record.
//
// The result shares no memory with r. The cost is that of sorting.
func (r Record) Canonical() Record {
	r.Actors = canonicalItems(r.Actors, Actor.canonical)
	r.Sources = canonicalItems(r.Sources, Source.canonical)
	r.Events = canonicalItems(r.Events, Event.canonical)
	r.Claims = canonicalItems(r.Claims, Claim.canonical)
	r.Attributions = canonicalItems(r.Attributions, Attribution.canonical)
	return r
}

func (a Actor) canonical() Actor {
	a.Aliases = canonicalSet(a.Aliases, strings.Compare)
	a.Codes = canonicalSet(a.Codes, Code.compare)
	a.Affiliations = slices.Clone(a.Affiliations)
	for i := range a.Affiliations {
		a.Affiliations[i].Period = canonicalDate(a.Affiliations[i].Period)
	}
	a.Affiliations = canonicalSet(a.Affiliations, Affiliation.compare)
	return a
}

func (s Source) canonical() Source {
	s.Authors = canonicalList(s.Authors)
	for i := range s.Authors {
		s.Authors[i].OnBehalfOf = canonicalSet(s.Authors[i].OnBehalfOf, cmp.Compare)
	}
	s.Published = canonicalDate(s.Published)
	s.DerivedFrom = canonicalSet(s.DerivedFrom, cmp.Compare)
	s.Custody = canonicalList(s.Custody)
	for i := range s.Custody {
		s.Custody[i].When = canonicalDate(s.Custody[i].When)
	}
	return s
}

func (e Event) canonical() Event {
	e.Participants = canonicalSet(e.Participants, Participant.compare)
	e.When = canonicalDate(e.When)
	e.Until = canonicalDate(e.Until)
	e.Links = canonicalSet(e.Links, Link.compare)
	e.Claims = canonicalSet(e.Claims, cmp.Compare)
	e.Sources = canonicalSet(e.Sources, cmp.Compare)
	return e
}

func (c Claim) canonical() Claim {
	c.Content = c.Content.canonical()
	c.Adverse = canonicalSet(c.Adverse, cmp.Compare)
	c.Favours = canonicalSet(c.Favours, cmp.Compare)
	c.Contradicts = canonicalSet(c.Contradicts, cmp.Compare)
	c.Entails = canonicalSet(c.Entails, cmp.Compare)
	return c
}

func (c Content) canonical() Content {
	c.Agency = clonePointer(c.Agency)
	if c.Relation = clonePointer(c.Relation); c.Relation != nil {
		c.Relation.When = canonicalDate(c.Relation.When)
	}
	if c.Figure = clonePointer(c.Figure); c.Figure != nil {
		c.Figure.Low = clonePointer(c.Figure.Low)
		c.Figure.Best = clonePointer(c.Figure.Best)
		c.Figure.High = clonePointer(c.Figure.High)
	}
	c.Identity = clonePointer(c.Identity)
	c.Meaning = clonePointer(c.Meaning)
	if c.Dating = clonePointer(c.Dating); c.Dating != nil {
		c.Dating.When = canonicalDate(c.Dating.When)
		c.Dating.Until = canonicalDate(c.Dating.Until)
	}
	return c
}

func (a Attribution) canonical() Attribution {
	a.Jointly = canonicalSet(a.Jointly, cmp.Compare)
	a.OnBehalfOf = canonicalSet(a.OnBehalfOf, cmp.Compare)
	a.Relays = canonicalSet(a.Relays, cmp.Compare)
	a.RelaysSources = canonicalSet(a.RelaysSources, cmp.Compare)
	a.Said = canonicalDate(a.Said)
	a.Published = canonicalDate(a.Published)
	return a
}

func (c Code) compare(o Code) int {
	return cmp.Or(cmp.Compare(c.Scheme, o.Scheme), cmp.Compare(c.Value, o.Value))
}

func (a Affiliation) compare(o Affiliation) int {
	return cmp.Or(cmp.Compare(a.Kind, o.Kind), cmp.Compare(a.To, o.To), cmp.Compare(a.Role, o.Role),
		a.Period.Compare(o.Period), cmp.Compare(a.Period.Source(), o.Period.Source()), cmp.Compare(a.Wording, o.Wording))
}

func (p Participant) compare(o Participant) int {
	return cmp.Or(cmp.Compare(p.Role, o.Role), cmp.Compare(p.Actor, o.Actor), cmp.Compare(p.Side, o.Side))
}

func (l Link) compare(o Link) int {
	return cmp.Or(cmp.Compare(l.Kind, o.Kind), cmp.Compare(l.Event, o.Event))
}

// canonicalDate returns d as it reads back from its text, which need not be
// the text it was built from.
func canonicalDate(d edtf.Date) edtf.Date {
	if back, err := edtf.Parse(d.Source()); err == nil {
		return back
	}
	return d // the zero Date has no text
}

// canonicalList returns a copy of list, nil if it is empty.
func canonicalList[T any](list []T) []T {
	if len(list) == 0 {
		return nil
	}
	return slices.Clone(list)
}

// canonicalSet returns a sorted copy of list without repeats.
func canonicalSet[T any](list []T, compare func(a, b T) int) []T {
	list = canonicalList(list)
	slices.SortFunc(list, compare)
	return slices.CompactFunc(list, func(a, b T) bool { return compare(a, b) == 0 })
}

// canonicalItems returns the canonical forms of items by ID. Items that share
// an ID, which no dossier accepts, are ordered by their text, so that even
// then the order of the input never shows.
func canonicalItems[T any, P interface {
	*T
	item
}](items []T, canonical func(T) T) []T {
	if len(items) == 0 {
		return nil
	}
	ids := make([]string, len(items))
	order := make([]int, len(items))
	for i := range items {
		ids[i], order[i] = P(&items[i]).entry().ref.ID, i
	}
	slices.SortStableFunc(order, func(i, j int) int { return strings.Compare(ids[i], ids[j]) })
	out := make([]T, len(items))
	for at, i := range order {
		out[at] = canonical(items[i])
	}
	for from := 0; from < len(out); {
		to := from + 1
		for to < len(out) && ids[order[to]] == ids[order[from]] {
			to++
		}
		if to-from > 1 {
			sortByText(out[from:to])
		}
		from = to
	}
	return out
}

func sortByText[T any](items []T) {
	type keyed struct {
		text []byte
		item T
	}
	typ := strictjson.MustTypeOf(reflect.TypeFor[T](), strictjson.Checks{})
	all := make([]keyed, len(items))
	for i := range items {
		text, _ := typ.Append(nil, &items[i])
		all[i] = keyed{text, items[i]}
	}
	slices.SortStableFunc(all, func(a, b keyed) int { return bytes.Compare(a.text, b.text) })
	for i := range all {
		items[i] = all[i].item
	}
}

func clonePointer[T any](p *T) *T {
	if p == nil {
		return nil
	}
	v := *p
	return &v
}

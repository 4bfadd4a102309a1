package dispute

import (
	"cmp"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/dispute-go/dispute/internal/fields"
)

// Merge returns the union of records, in canonical form. Items that stand in
// several places with the same content, as [Record.Canonical] has it, become
// one. A record without a title takes the title
// of another; of several schema addresses the least in order is kept.
//
// Where the same ID has different contents, or two records different titles,
// Merge decides nothing: it returns the zero Record and a [*MergeError] that
// names every such conflict. Whoever merges then gives one of the items
// another ID, or files it as a new version that supersedes the other.
//
// The order of the arguments makes no difference but for the places that the
// error names, and merging what is already merged changes nothing. The result
// need not compile. The records are neither modified nor kept. The cost is
// near-linear in their size.
func Merge(records ...Record) (Record, error) {
	m := merger{items: map[Ref]*itemVersions{}}
	for i := range records {
		m.title(i, records[i].Title)
		m.union.Schema = leastText(m.union.Schema, records[i].Schema)
		records[i].items(func(at int, it item) {
			m.item(it, MergePlace{Record: i, Path: pointer(listNames[it.entry().ref.Kind], at)})
		})
	}
	if conflicts := m.conflicts(); len(conflicts) > 0 {
		return Record{}, &MergeError{Conflicts: conflicts}
	}
	return m.union.Canonical(), nil
}

// MergeError is the error of [Merge]: the conflicts that keep records from
// being one.
type MergeError struct {
	// Conflicts are ordered by item; that of the titles comes first. There is
	// at least one.
	Conflicts []MergeConflict `json:"conflicts,omitempty"`
}

// Error returns one line per conflict.
func (e *MergeError) Error() string {
	if e == nil || len(e.Conflicts) == 0 {
		return "no conflict"
	}
	lines := make([]string, len(e.Conflicts))
	for i, c := range e.Conflicts {
		lines[i] = c.String()
	}
	return strings.Join(lines, "\n")
}

// A MergeConflict is one thing of which records hold different versions.
type MergeConflict struct {
	// Item is what differs; the zero Ref stands for the records' title.
	Item Ref `json:"item,omitzero"`
	// Fields are the fields in which versions differ, as in the JSON text,
	// in the order of the text; nil for the title.
	Fields []string `json:"fields,omitempty"`
	// Places are where the item stands, by record, then by place in its list.
	Places []MergePlace `json:"places,omitempty"`
}

// String says it on one line.
func (c MergeConflict) String() string {
	places := make([]string, len(c.Places))
	for i, p := range c.Places {
		places[i] = p.String()
	}
	if c.Item.Kind == 0 {
		return "titles differ: " + strings.Join(places, ", ") + ", expected one"
	}
	return fmt.Sprintf("%s %q has different contents (%s): %s, expected one",
		c.Item.Kind, c.Item.ID, strings.Join(c.Fields, ", "), strings.Join(places, ", "))
}

// A MergePlace is where one version stands.
type MergePlace struct {
	// Record is the place of the record among the arguments, from 0, and Path
	// the JSON Pointer (RFC 6901) within it, such as "/events/3".
	Record int    `json:"record"`
	Path   string `json:"path"`
	// Version tells the contents apart: places of the same version have the
	// same content. Versions count from 1 in the order of the places.
	Version int `json:"version"`
}

// String returns record, path and version, such as "record 0 /events/3
// (version 1)".
func (p MergePlace) String() string {
	return fmt.Sprintf("record %d %s (version %d)", p.Record, p.Path, p.Version)
}

// version is one content of an item, or one title, and the places that have it.
type version struct {
	content any
	places  []MergePlace
}

// itemVersions are the versions of one item.
type itemVersions struct {
	first  item // the version that is in the union, while it is the only one
	list   []version
	byText map[string]int // nil while there is one place only
}

type merger struct {
	union Record
	items map[Ref]*itemVersions // the zero Ref is the title
}

// leastText returns the lesser of two texts that are not empty, in whatever order they
// come.
func leastText(a, b string) string {
	if a == "" || b != "" && b < a {
		return b
	}
	return a
}

func (m *merger) title(record int, title string) {
	if title == "" {
		return
	}
	m.union.Title = title
	if m.items[Ref{}] == nil {
		m.items[Ref{}] = &itemVersions{byText: map[string]int{}}
	}
	m.items[Ref{}].add(title, MergePlace{Record: record, Path: pointer("title")})
}

// item adds an item to the union if it is the first of its ID. Only an item
// that meets another of its ID is brought to canonical form and compared.
func (m *merger) item(it item, place MergePlace) {
	ref := it.entry().ref
	if v := m.items[ref]; v != nil {
		if v.byText == nil {
			at := v.list[0].places[0]
			v.byText, v.list = map[string]int{}, nil
			v.add(canonicalItem(v.first), at)
		}
		v.add(canonicalItem(it), place)
		return
	}
	m.items[ref] = &itemVersions{first: it, list: []version{{places: []MergePlace{place}}}}
	switch it := it.(type) {
	case *Actor:
		m.union.Actors = append(m.union.Actors, *it)
	case *Source:
		m.union.Sources = append(m.union.Sources, *it)
	case *Event:
		m.union.Events = append(m.union.Events, *it)
	case *Claim:
		m.union.Claims = append(m.union.Claims, *it)
	case *Attribution:
		m.union.Attributions = append(m.union.Attributions, *it)
	}
}

func (v *itemVersions) add(content any, place MergePlace) {
	text := contentWriter{}.text(content)
	i, ok := v.byText[text]
	if !ok {
		i = len(v.list)
		v.byText[text] = i
		v.list = append(v.list, version{content: content})
	}
	v.list[i].places = append(v.list[i].places, place)
}

func canonicalItem(it item) any {
	switch it := it.(type) {
	case *Actor:
		return it.canonical()
	case *Source:
		return it.canonical()
	case *Event:
		return it.canonical()
	case *Claim:
		return it.canonical()
	}
	return it.(*Attribution).canonical()
}

func (m *merger) conflicts() []MergeConflict {
	var list []MergeConflict
	for ref, v := range m.items { // the list is sorted in the end
		if len(v.list) < 2 {
			continue
		}
		c := MergeConflict{Item: ref}
		for i, version := range v.list {
			for _, p := range version.places {
				p.Version = i + 1
				c.Places = append(c.Places, p)
			}
		}
		slices.SortFunc(c.Places, func(a, b MergePlace) int {
			return cmp.Or(a.Record-b.Record, comparePointers(a.Path, b.Path))
		})
		if ref.Kind != 0 {
			c.Fields = differingFields(v.list)
		}
		list = append(list, c)
	}
	slices.SortFunc(list, func(a, b MergeConflict) int { return a.Item.Compare(b.Item) })
	return list
}

// differingFields returns the JSON names of the fields in which versions of
// one item differ.
func differingFields(list []version) []string {
	first := reflect.ValueOf(list[0].content)
	var names []string
	for i := range first.NumField() {
		text := contentWriter{}.text(first.Field(i).Interface())
		if slices.ContainsFunc(list[1:], func(v version) bool {
			return contentWriter{}.text(reflect.ValueOf(v.content).Field(i).Interface()) != text
		}) {
			names = append(names, fields.Name(first.Type().Field(i)))
		}
	}
	return names
}

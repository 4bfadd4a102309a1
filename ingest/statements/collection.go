package statements

import (
	"maps"
	"slices"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/edtf"
)

// A Collection collects statements into a record. The order in which they come makes
// no difference. The zero Collection is empty and ready to use.
type Collection struct {
	title        string
	onFile       dispute.Record
	known        known
	actors       map[dispute.ActorID]dispute.Actor
	sources      map[dispute.SourceID]dispute.Source
	claims       map[dispute.ClaimID]dispute.Claim
	attributions map[dispute.AttributionID]dispute.Attribution
}

// NewCollection returns a collection of what is on file already. An actor of a statement
// is one on file where that has the same kind and the same name or alias, in any
// spelling, and no other has; a claim is one on file that has the same text; a source one
// that has the same address, or the same title and publisher. They keep the IDs they
// have, and nothing on file is changed. The record is neither changed nor kept.
func NewCollection(onFile dispute.Record) *Collection {
	onFile = onFile.Canonical()
	return &Collection{title: onFile.Title, onFile: onFile, known: know(&onFile)}
}

// Add adds a statement; one that is there already adds nothing, nor does nil.
func (f *Collection) Add(statement *Statement) {
	if f == nil || statement == nil || statement.attribution.ID == "" {
		return
	}
	if f.actors == nil {
		f.actors, f.sources = map[dispute.ActorID]dispute.Actor{}, map[dispute.SourceID]dispute.Source{}
		f.claims, f.attributions = map[dispute.ClaimID]dispute.Claim{}, map[dispute.AttributionID]dispute.Attribution{}
	}
	s := f.known.find(statement)
	for _, a := range s.actors {
		if old, ok := f.actors[a.ID]; ok {
			a.Affiliations = slices.Concat(old.Affiliations, slices.DeleteFunc(slices.Clone(a.Affiliations), func(x dispute.Affiliation) bool {
				return slices.ContainsFunc(old.Affiliations, func(y dispute.Affiliation) bool { return x.To == y.To && x.Role == y.Role })
			}))
			a.Recorded = first(old.Recorded, a.Recorded)
		}
		f.actors[a.ID] = a
	}
	if old, ok := f.sources[s.source.ID]; ok {
		s.source.Recorded = first(old.Recorded, s.source.Recorded)
	}
	f.sources[s.source.ID] = s.source
	if old, ok := f.claims[s.claim.ID]; ok {
		s.claim.Adverse = union(old.Adverse, s.claim.Adverse)
		s.claim.Favours = union(old.Favours, s.claim.Favours)
		s.claim.Known = first(old.Known, s.claim.Known)
		s.claim.Recorded = first(old.Recorded, s.claim.Recorded)
	}
	f.claims[s.claim.ID] = s.claim
	if old, ok := f.attributions[s.attribution.ID]; ok {
		s.attribution.Recorded = first(old.Recorded, s.attribution.Recorded)
	}
	f.attributions[s.attribution.ID] = s.attribution
}

// first returns the earlier of two days; the zero Day, which is always, is
// earlier than any.
func first(a, b edtf.Day) edtf.Day {
	if a.IsZero() || b.IsZero() {
		return edtf.Day{}
	}
	if b.Compare(a) < 0 {
		return b
	}
	return a
}

func union(a, b []dispute.ActorID) []dispute.ActorID {
	all := slices.Concat(a, b)
	slices.Sort(all)
	return slices.Compact(all)
}

// Record returns what was on file with all statements, in canonical form.
func (f *Collection) Record() dispute.Record {
	if f == nil {
		return dispute.Record{}
	}
	r := f.onFile.Canonical()
	r.Title = f.title
	for _, id := range slices.Sorted(maps.Keys(f.actors)) {
		if !f.known.has(id.Ref()) {
			r.Actors = append(r.Actors, f.actors[id])
		}
	}
	for _, id := range slices.Sorted(maps.Keys(f.sources)) {
		if !f.known.has(id.Ref()) {
			r.Sources = append(r.Sources, f.sources[id])
		}
	}
	for _, id := range slices.Sorted(maps.Keys(f.claims)) {
		if !f.known.has(id.Ref()) {
			r.Claims = append(r.Claims, f.claims[id])
		}
	}
	for _, id := range slices.Sorted(maps.Keys(f.attributions)) {
		if !f.known.has(id.Ref()) {
			r.Attributions = append(r.Attributions, f.attributions[id])
		}
	}
	return r.Canonical()
}

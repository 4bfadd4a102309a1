package main

import (
	"maps"
	"slices"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/edtf"
)

// A file collects statements. The order in which they come makes no difference.
type file struct {
	title        string
	actors       map[dispute.ActorID]dispute.Actor
	sources      map[dispute.SourceID]dispute.Source
	claims       map[dispute.ClaimID]dispute.Claim
	attributions map[dispute.AttributionID]dispute.Attribution
}

func newFile(title string) *file {
	return &file{
		title, map[dispute.ActorID]dispute.Actor{}, map[dispute.SourceID]dispute.Source{},
		map[dispute.ClaimID]dispute.Claim{}, map[dispute.AttributionID]dispute.Attribution{},
	}
}

func (f *file) add(s statement) {
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

func (f *file) record() dispute.Record {
	return dispute.Record{
		Title:        f.title,
		Actors:       slices.Collect(maps.Values(f.actors)),
		Sources:      slices.Collect(maps.Values(f.sources)),
		Claims:       slices.Collect(maps.Values(f.claims)),
		Attributions: slices.Collect(maps.Values(f.attributions)),
	}.Canonical()
}

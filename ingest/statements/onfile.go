package statements

import (
	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/internal/spelling"
)

// known is what is on file, by what statements say of it.
type known struct {
	refs    map[dispute.Ref]bool
	actors  map[actorKey]dispute.ActorID // empty for a name that several have
	claims  map[string]dispute.ClaimID
	sources map[sourceKey]dispute.SourceID
}

type actorKey struct {
	kind dispute.ActorKind
	name string // folded
}

type sourceKey struct {
	url, title string
	publisher  dispute.ActorID
}

func know(r *dispute.Record) known {
	k := known{map[dispute.Ref]bool{}, map[actorKey]dispute.ActorID{}, map[string]dispute.ClaimID{}, map[sourceKey]dispute.SourceID{}}
	for _, a := range r.Actors {
		k.refs[a.ID.Ref()] = true
		for _, name := range append([]string{a.Name}, a.Aliases...) {
			key := actorKey{a.Kind, spelling.Fold(name)}
			if other, taken := k.actors[key]; taken && other != a.ID {
				k.actors[key] = ""
			} else {
				k.actors[key] = a.ID
			}
		}
	}
	for _, s := range r.Sources {
		k.refs[s.ID.Ref()] = true
		for _, key := range sourceKeys(&s) {
			k.sources[key] = s.ID
		}
	}
	for _, c := range r.Claims {
		k.refs[c.ID.Ref()] = true
		k.claims[c.Text] = c.ID
	}
	for _, a := range r.Attributions {
		k.refs[a.ID.Ref()] = true
	}
	return k
}

// sourceKeys are what a source is known by.
func sourceKeys(s *dispute.Source) []sourceKey {
	var keys []sourceKey
	if s.URL != "" {
		keys = append(keys, sourceKey{url: s.URL})
	}
	if s.Title != "" {
		keys = append(keys, sourceKey{title: s.Title, publisher: s.Publisher})
	}
	return keys
}

func (k *known) has(ref dispute.Ref) bool { return k.refs[ref] }

// find returns a copy of a statement that refers to what is on file.
func (k *known) find(of *Statement) Statement {
	s := *of
	renamed := map[dispute.ActorID]dispute.ActorID{}
	for _, a := range of.actors {
		if id := k.actors[actorKey{a.Kind, spelling.Fold(a.Name)}]; id != "" {
			renamed[a.ID] = id
		}
	}
	actor := func(id dispute.ActorID) dispute.ActorID {
		if to, ok := renamed[id]; ok {
			return to
		}
		return id
	}
	list := func(ids []dispute.ActorID) []dispute.ActorID {
		var all []dispute.ActorID
		for _, id := range ids {
			all = append(all, actor(id))
		}
		return all
	}
	s.actors = nil
	for _, a := range of.actors {
		a.ID = actor(a.ID)
		var ties []dispute.Affiliation
		for _, t := range a.Affiliations {
			t.To = actor(t.To)
			ties = append(ties, t)
		}
		a.Affiliations = ties
		s.actors = append(s.actors, a)
	}
	s.source.Publisher = actor(s.source.Publisher)
	for _, key := range sourceKeys(&s.source) {
		if id, ok := k.sources[key]; ok {
			s.source.ID = id
			break
		}
	}
	if id, ok := k.claims[s.claim.Text]; ok {
		s.claim.ID = id
	}
	s.claim.Adverse, s.claim.Favours = list(s.claim.Adverse), list(s.claim.Favours)
	x := &s.attribution
	x.Speaker, x.Jointly, x.OnBehalfOf = actor(x.Speaker), list(x.Jointly), list(x.OnBehalfOf)
	x.Claim, x.Source = s.claim.ID, s.source.ID
	return s
}

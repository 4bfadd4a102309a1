package dispute

import "fmt"

// noChange is said of a relation of which the view accepts no change.
const noChange = "no change recorded"

// reasons explains an answer; where nothing is on file, by those of the two
// actors that are.
func (r Relation) reasons(fact string) Reasons {
	switch {
	case r.file != nil:
		return r.file.reasons(fact)
	case r.v == nil:
		return Reasons{}
	}
	g := r.v.reason()
	var because []int
	for _, id := range []ActorID{r.pair.From, r.pair.To} {
		if n := r.v.resolve(id.Ref()); n != none {
			because = append(because, g.Item(n))
		}
	}
	return g.done(g.Fact(r.pair.String()+": "+noChange, "nothing on file", because...))
}

// reasons explains an answer about the relation. Every answer rests on
// everything on file about it, whatever its standing.
func (f *relationFile) reasons(fact string) Reasons {
	v := f.v
	g := v.reason()
	because := []int{g.Item(f.a), g.Item(f.b)}
	for _, p := range f.events {
		n := v.events.list[p]
		var grounds []int
		if root, ok := g.graft(words{v.court}.why(v.occurrenceOf(n))); ok {
			grounds = append(grounds, root)
		}
		grounds = append(grounds, v.dates(g, p))
		for _, r := range f.rules[p] {
			text := fmt.Sprintf("event/%s brings %s", v.ref(n).ID, r.State)
			if r.Ends {
				text = fmt.Sprintf("event/%s ends %s", v.ref(n).ID, r.State)
			}
			because = append(because, g.Fact(text, r.Name, grounds...))
		}
	}
	for _, n := range f.claims {
		if root, ok := g.graft(words{v.court}.why(v.proposition(n))); ok {
			because = append(because, g.Fact("claim/"+v.ref(n).ID+" tells of the relation", "claimed relation", root))
		}
	}
	for _, n := range f.replaced {
		because = append(because, g.Fact(v.ref(n).String()+" no longer counts", "replaced", g.Item(n), g.Item(v.head[n])))
	}
	rule := "last change wins"
	switch {
	case f.affiliated:
		rule = "affiliation stands in for events"
	case f.pair.Track.Concurrent():
		rule = "each kind on its own"
	}
	return g.done(g.Fact(f.pair.String()+": "+fact, rule, because...))
}

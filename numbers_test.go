package dispute

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Every reference of an item reads back, field by field, as what it names.
func TestNumbersOfItems(t *testing.T) {
	r := Record{
		Actors: []Actor{{ID: "a", Kind: ActorState}, {ID: "b", Kind: ActorState}, {ID: "c", Kind: ActorMedium}, {ID: "d", Kind: ActorPerson}},
		Sources: []Source{{ID: "s"}, {ID: "t"},
			{ID: "u", Supersedes: "s", Publisher: "c", Platform: "d", Authors: []Author{{Actor: "a", OnBehalfOf: []ActorID{"b", "d"}}, {Actor: "d"}}}},
		Events: []Event{{ID: "e"}, {ID: "f", Supersedes: "e"},
			{ID: "g", Participants: []Participant{{Role: RoleActor, Actor: "a"}, {Role: RoleTarget, Actor: "b"}},
				Links: []Link{{Kind: LinkAfter, Event: "e"}}, Claims: []ClaimID{"k", "l"}, Carrier: "t", Sources: []SourceID{"s", "u"}}},
		Claims: []Claim{{ID: "k", Content: Content{Occurred: "g"}, Adverse: []ActorID{"a"}}, {ID: "l", Supersedes: "k", Favours: []ActorID{"b"}},
			{ID: "m", Content: Content{Relation: &RelationClaim{Track: TrackSupport, From: "a", To: "b"}},
				Adverse: []ActorID{"a", "c"}, Favours: []ActorID{"b"}, Contradicts: []ClaimID{"k", "l"}, Entails: []ClaimID{"m"}},
			{ID: "n", Content: Content{Meaning: &Meaning{Attribution: "q", As: "m"}}, Entails: []ClaimID{"k"}}},
		Attributions: []Attribution{{ID: "p", Stance: StanceAsserts, Claim: "k"}, {ID: "q", Stance: StanceUndercuts, TargetSource: "s", Speaker: "c"},
			{ID: "r", Stance: StanceInterprets, Supersedes: "p", Speaker: "a", Jointly: []ActorID{"b", "c"}, OnBehalfOf: []ActorID{"d"},
				Claim: "m", Attribution: "q", Source: "u", Relays: []AttributionID{"p", "q"}, RelaysSources: []SourceID{"t"}}},
	}
	d, err := Compile(r)
	if err != nil {
		t.Fatal(err)
	}
	name := func(numbers ...int32) (ids []string) {
		for _, n := range numbers {
			if n == none {
				ids = append(ids, "")
			} else {
				ids = append(ids, d.nodes[n].ref.ID)
			}
		}
		return ids
	}
	at := func(ref Ref) int32 { return d.find(ref) }
	g, k, m, n := d.eventRefs(at(EventID("g").Ref())), d.claimRefs(at(ClaimID("k").Ref())), d.claimRefs(at(ClaimID("m").Ref())), d.claimRefs(at(ClaimID("n").Ref()))
	p, q, x := d.attributionRefs(at(AttributionID("p").Ref())), d.attributionRefs(at(AttributionID("q").Ref())), d.attributionRefs(at(AttributionID("r").Ref()))
	for _, tt := range []struct {
		what string
		got  []string
		want []string
	}{
		{"publishers", name(d.publisherOf(at(SourceID("s").Ref())), d.publisherOf(at(SourceID("u").Ref()))), []string{"", "c"}},
		{"event", name(slices.Concat(g.participants, g.links, g.claims, []int32{g.carrier}, g.sources)...), []string{"a", "b", "e", "k", "l", "t", "s", "u"}},
		{"claim that something occurred", name(append([]int32{k.occurred}, k.adverse...)...), []string{"g", "a"}},
		{"claim of a relation", name(slices.Concat([]int32{m.occurred}, m.content)...), []string{"", "a", "b", ""}},
		{"what it bears on", name(slices.Concat(m.adverse, m.favours, m.contradicts, m.entailed)...), []string{"a", "c", "b", "k", "l", "m"}},
		{"claim of a meaning", name(slices.Concat(n.content, n.adverse, n.entailed)...), []string{"q", "m", "k"}},
		{"attribution to a claim", name(p.speaker, p.claim, p.attribution, p.targetSource, p.source), []string{"", "k", "", "", ""}},
		{"undercut of a source", name(q.speaker, q.claim, q.attribution, q.targetSource), []string{"c", "", "", "s"}},
		{"joint attribution", name(slices.Concat([]int32{x.speaker}, x.jointly, x.onBehalfOf, []int32{x.claim, x.attribution, x.targetSource, x.source}, x.relays, x.relaysSources)...),
			[]string{"a", "b", "c", "d", "m", "q", "", "u", "p", "q", "t"}},
	} {
		if diff := cmp.Diff(tt.want, tt.got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.what, diff)
		}
	}
}

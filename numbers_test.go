package dispute

import (
	"cmp"
	"slices"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
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
			{ID: "n", Content: Content{Meaning: &Meaning{Attribution: "q", As: "m"}}, Entails: []ClaimID{"k"}},
			{ID: "relation", Content: Content{Relation: &RelationClaim{Track: TrackSupport, From: "a", To: "b", Against: "c"}}},
			{ID: "agency", Content: Content{Agency: &Agency{Event: "g", Actor: "d"}}},
			{ID: "figure", Content: Content{Figure: &Figure{Event: "g", Of: "c"}}},
			{ID: "identity", Content: Content{Identity: &Identity{A: "c", B: "d"}}},
			{ID: "dating", Content: Content{Dating: &Dating{Event: "f"}}}},
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
	content := func(id ClaimID) []string {
		x := d.claimRefs(at(id.Ref()))
		return name(append([]int32{x.event, x.attribution}, x.actors...)...)
	}
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
		{"claim of a relation", name(slices.Concat([]int32{m.occurred}, m.actors)...), []string{"", "a", "b"}},
		{"what it bears on", name(slices.Concat(m.adverse, m.favours, m.contradicts, m.entailed)...), []string{"a", "c", "b", "k", "l", "m"}},
		{"claim of a meaning", name(slices.Concat([]int32{n.attribution}, n.actors, n.adverse, n.entailed)...), []string{"q", "k"}},
		{"claim of support against somebody", content("relation"), []string{"", "", "a", "b", "c"}},
		{"claim who did it", content("agency"), []string{"g", "", "d"}},
		{"claim of a number", content("figure"), []string{"g", "", "c"}},
		{"claim who is whom", content("identity"), []string{"", "", "c", "d"}},
		{"claim of a date", content("dating"), []string{"f", ""}},
		{"attribution to a claim", name(p.speaker, p.claim, p.attribution, p.targetSource, p.source), []string{"", "k", "", "", ""}},
		{"undercut of a source", name(q.speaker, q.claim, q.attribution, q.targetSource), []string{"c", "", "", "s"}},
		{"joint attribution", name(slices.Concat([]int32{x.speaker}, x.jointly, x.onBehalfOf, []int32{x.claim, x.attribution, x.targetSource, x.source}, x.relays, x.relaysSources)...),
			[]string{"a", "b", "c", "d", "m", "q", "", "u", "p", "q", "t"}},
	} {
		if diff := gocmp.Diff(tt.want, tt.got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.what, diff)
		}
	}
}

// Every slot is that of a field, and what is in one stands together.
func TestSlotsAreFields(t *testing.T) {
	r := Record{
		Sources: []Source{{Authors: make([]Author, 2), DerivedFrom: make([]SourceID, 2)}},
		Events:  []Event{{Participants: make([]Participant, 2), Links: make([]Link, 2), Claims: make([]ClaimID, 2), Sources: make([]SourceID, 2)}},
		Claims: []Claim{{Adverse: make([]ActorID, 2), Favours: make([]ActorID, 2), Contradicts: make([]ClaimID, 2), Entails: make([]ClaimID, 2)},
			{Content: Content{Agency: &Agency{}}}, {Content: Content{Relation: &RelationClaim{}}}, {Content: Content{Figure: &Figure{}}},
			{Content: Content{Identity: &Identity{}}}, {Content: Content{Meaning: &Meaning{}}}, {Content: Content{Dating: &Dating{}}}},
		Attributions: []Attribution{{Jointly: make([]ActorID, 2), OnBehalfOf: make([]ActorID, 2), Relays: make([]AttributionID, 2), RelaysSources: make([]SourceID, 2)}},
	}
	met := map[slot]bool{}
	fields := map[[2]string]bool{}
	r.items(func(_ int, it item) {
		var in []slot
		it.references(func(p place, _ Ref) {
			in = append(in, p.slot())
			fields[[2]string{p.field, cmp.Or(p.leaf, p.sub)}] = true
		})
		in = slices.Compact(in)
		for i, s := range in {
			met[s] = true
			if s != slotOther && slices.Contains(in[:i], s) {
				t.Errorf("slot %d of a %T is in several places: %v", s, it, in)
			}
		}
	})
	for field, s := range slots {
		if !fields[field] {
			t.Errorf("slot %d is said to be in the field %q, which refers to nothing", s, field)
		}
	}
	if want := int(slotRelaysSources) + 1; len(met) != want {
		t.Errorf("met %d slots, want %d", len(met), want)
	}
}

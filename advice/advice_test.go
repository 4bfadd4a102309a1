package advice_test

import (
	"flag"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/advice"
	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/disputetest"
	"github.com/dispute-go/dispute/sahel2024"
)

var update = flag.Bool("update", false, "write the advice on the embedded dossier to its file")

// sound is a record on which there is no advice.
func sound() dispute.Record {
	day := edtf.MustParse
	return dispute.Record{
		Actors: []dispute.Actor{{ID: "a", Kind: dispute.ActorState, Name: "Aland"}, {ID: "b", Kind: dispute.ActorState, Name: "Beland", Aliases: []string{"Republic of Beland"}},
			{ID: "c", Kind: dispute.ActorState, Name: "Celand"}, {ID: "news", Kind: dispute.ActorMedium, Name: "The Courier"}},
		Sources: []dispute.Source{{ID: "article", Kind: dispute.SourceArticle, Title: "Ties severed", URL: "https://example.org/1", Publisher: "news", Published: day("2024-08-05")},
			{ID: "communique", Kind: dispute.SourceCommunique, Publisher: "a", Published: day("2024-08-04")}},
		Events: []dispute.Event{
			{ID: "cut", Kind: dispute.KindSeverRelations, When: day("2024-08-04"), Participants: parts("actor", "a", "target", "b"), Sources: []dispute.SourceID{"article", "communique"}},
			{ID: "visit", Kind: dispute.KindNegotiate, When: day("2024-09"), Phase: dispute.PhaseExpected, Participants: parts("party", "a", "party", "b")},
			{ID: "war", Kind: dispute.KindWageWar, When: day("2024-07"), Sources: []dispute.SourceID{"article"}, Participants: parts("party", "a", "party", "b")},
		},
		Claims: []dispute.Claim{{ID: "raid", Text: "Aland raided Beland", Adverse: []dispute.ActorID{"a"}},
			{ID: "toll", Text: "ten were killed", Content: dispute.Content{Figure: &dispute.Figure{Event: "war", Category: "killed", Low: number(5), Best: number(10)}}}},
		Attributions: []dispute.Attribution{
			{ID: "b-says", Speaker: "b", Stance: dispute.StanceAsserts, Claim: "raid", Source: "article", Lineage: dispute.LineageFirstHand},
			{ID: "news-says", Speaker: "news", Stance: dispute.StanceAsserts, Claim: "toll", Said: day("2024-08-05"), Lineage: dispute.LineageFirstHand},
		},
	}
}

func parts(list ...string) []dispute.Participant {
	var all []dispute.Participant
	for pair := range slices.Chunk(list, 2) {
		all = append(all, dispute.Participant{Role: dispute.ParticipantRole(pair[0]), Actor: dispute.ActorID(pair[1])})
	}
	return all
}

func number(n int64) *int64 { return &n }

// Each change of the sound record brings the advice, and no other; the change beside
// it brings none.
func TestEachKindOfAdvice(t *testing.T) {
	type edit = func(*dispute.Record)
	day := edtf.MustParse
	tried := map[advice.Code]bool{}
	for _, c := range []struct {
		code    advice.Code
		path    string
		write   string // part of what is to be written
		lacking edit
		sound   edit
	}{
		{advice.UnknownKind, "/events/0/kind", `"sever-relations"`,
			func(r *dispute.Record) { r.Events[0].Kind = "sever-relation" }, func(r *dispute.Record) { r.Events[0].Kind = dispute.KindReduceRelations }},
		{advice.UnknownKind, "/events/0/asks", "one of the known kinds",
			func(r *dispute.Record) { r.Events[0].Asks = "xyzzy" }, func(r *dispute.Record) { r.Events[0].Asks = dispute.KindPublish }},
		{advice.UnknownRole, "/events/0/participants/2/role", `"observer"`,
			func(r *dispute.Record) {
				r.Events[0].Participants = append(r.Events[0].Participants, parts("Observer", "c")...)
			},
			func(r *dispute.Record) {
				r.Events[0].Participants = append(r.Events[0].Participants, parts("observer", "c")...)
			}},
		{advice.IdleRoles, "/events/0/participants", "participants in these roles",
			func(r *dispute.Record) { r.Events[0].Participants[1].Role = dispute.RoleRecipient },
			func(r *dispute.Record) {
				r.Events[0].Participants = append(r.Events[0].Participants, parts("recipient", "c")...)
			}},
		{advice.NoOwnWord, "/events/0/sources", `the communique of "a"`,
			func(r *dispute.Record) { r.Events[0].Sources = nil }, func(r *dispute.Record) { r.Events[0].Sources = r.Events[0].Sources[:1] }},
		{advice.NoMaker, "/sources/0/publisher", "its publisher, or its authors",
			func(r *dispute.Record) { r.Sources[0].Publisher = "" },
			func(r *dispute.Record) {
				r.Sources[0].Publisher, r.Sources[0].Authors = "", []dispute.Author{{Actor: "news"}}
			}},
		{advice.NamesNobody, "/claims/0/content", "adverse and favours",
			func(r *dispute.Record) { r.Claims[0].Adverse = nil },
			func(r *dispute.Record) { r.Claims[0].Adverse, r.Claims[0].Favours = nil, []dispute.ActorID{"b"} }},
		{advice.UnknownLineage, "/attributions/0/lineage", `"first-hand"`,
			func(r *dispute.Record) { r.Attributions[0].Lineage = 0 },
			func(r *dispute.Record) {
				r.Attributions[0].Lineage, r.Attributions[0].Stance = 0, dispute.StanceDeclinesComment
			}},
		{advice.SameDocument, "/sources/2/derived_from", `"article" in derived_from`,
			func(r *dispute.Record) {
				r.Sources = append(r.Sources, dispute.Source{ID: "copy", Kind: dispute.SourceArticle, Title: "ties  SEVERED", Publisher: "c"})
			},
			func(r *dispute.Record) {
				r.Sources = append(r.Sources, dispute.Source{ID: "copy", Kind: dispute.SourceArticle, Title: "Ties severed", Publisher: "c", DerivedFrom: []dispute.SourceID{"article"}})
			}},
		{advice.SameDocument, "/sources/2/derived_from", `"article" in derived_from`,
			func(r *dispute.Record) {
				r.Sources = append(r.Sources, dispute.Source{ID: "copy", Kind: dispute.SourceArticle, URL: "https://example.org/1", Publisher: "c"})
			},
			func(r *dispute.Record) {
				r.Sources = append(r.Sources, dispute.Source{ID: "copy", Kind: dispute.SourceArticle, URL: "https://example.org/1", Publisher: "c", ReprintOf: "article"})
			}},
		{advice.KnownLater, "/attributions/0/known", "an earlier day in known",
			func(r *dispute.Record) {
				r.Attributions[0].Known, r.Claims[0].Known = disputetest.Day("2024-08-05"), disputetest.Day("2024-08-06")
			},
			func(r *dispute.Record) {
				r.Attributions[0].Known, r.Claims[0].Known = disputetest.Day("2024-08-06"), disputetest.Day("2024-08-06")
			}},
		{advice.PerhapsSettled, "/events/1/phase", `"visit" as what "talks" supersedes`,
			func(r *dispute.Record) {
				r.Events = append(r.Events, dispute.Event{ID: "talks", Kind: dispute.KindNegotiate, When: day("2024-10"), Sources: []dispute.SourceID{"article"}, Participants: parts("party", "a", "party", "c")})
			},
			func(r *dispute.Record) {
				r.Events = append(r.Events, dispute.Event{ID: "talks", Kind: dispute.KindMediate, When: day("2024-10"), Sources: []dispute.SourceID{"article"}, Participants: parts("actor", "a", "target", "c")})
			}},
		{advice.NoSides, "/events/2/participants", "the side of each party",
			func(r *dispute.Record) { r.Events[2].Participants = parts("party", "a", "party", "b", "party", "c") },
			func(r *dispute.Record) {
				r.Events[2].Participants = parts("party", "a", "party", "b", "party", "c")
				for i, side := range []string{"north", "south", "north"} {
					r.Events[2].Participants[i].Side = side
				}
			}},
		{advice.Undated, "/attributions/1/said", "when it was said",
			func(r *dispute.Record) { r.Attributions[1].Said = edtf.Date{} }, func(r *dispute.Record) { r.Attributions[1].Said = day("2024") }},
		{advice.Undated, "/sources/0/published", "when it was published",
			func(r *dispute.Record) { r.Sources[0].Published = edtf.Date{} },
			func(r *dispute.Record) { r.Sources[0].Published, r.Attributions[0].Said = edtf.Date{}, day("2024") }},
		{advice.FigureOrder, "/claims/1/content/figure", "in ascending order",
			func(r *dispute.Record) { r.Claims[1].Content.Figure.Low = number(11) }, func(r *dispute.Record) { r.Claims[1].Content.Figure.High = number(10) }},
		{advice.SameName, "/actors/2/aliases/0", `the content identity of "b" and "c"`,
			func(r *dispute.Record) { r.Actors[2].Aliases = []string{"republic of beland"} },
			func(r *dispute.Record) { r.Actors[1].Aliases = []string{"Republic of Beland", "beland"} }},
	} {
		tried[c.code] = true
		r := sound()
		c.lacking(&r)
		before := disputetest.Copy(r)
		got := advice.On(r)
		if len(got) != 1 || got[0].Code != c.code || got[0].Path != c.path || !strings.Contains(got[0].Write, c.write) || got[0].Follows == "" {
			t.Errorf("%s: got %v, want it at %s with %s", c.code, got, c.path, c.write)
		}
		if !reflect.DeepEqual(before, r) {
			t.Errorf("%s: the record was changed", c.code)
		}
		beside := sound()
		c.sound(&beside)
		if got := advice.On(beside); len(got) > 0 {
			t.Errorf("%s: advice on the record beside it: %v", c.code, got)
		}
	}
	for _, c := range advice.Codes() {
		if !tried[c] {
			t.Errorf("%s was not tried", c)
		}
	}
	if got := advice.On(sound()); len(got) > 0 {
		t.Errorf("advice on a sound record: %v", got)
	}
	if got := advice.On(dispute.Record{}); got == nil || len(got) > 0 {
		t.Errorf("advice on an empty record: %v", got)
	}
}

// A record that does not compile is advised on all the same.
func TestAdviceOnABrokenRecord(t *testing.T) {
	r := sound()
	r.Events[0].Kind, r.Events[0].Participants[0].Actor = "sever-relation", "nobody"
	if got := advice.On(r); len(got) != 1 || got[0].Code != advice.UnknownKind {
		t.Errorf("got %v", got)
	}
}

// The order of the record's lists moves the paths, and nothing else.
func TestAdviceFollowsItems(t *testing.T) {
	r := sahel2024.Record()
	count := func(r dispute.Record) map[string]int {
		all := map[string]int{}
		for _, p := range advice.On(r) {
			all[string(p.Code)+" "+p.Item.String()]++
		}
		return all
	}
	backwards := disputetest.Copy(r)
	slices.Reverse(backwards.Sources)
	slices.Reverse(backwards.Events)
	slices.Reverse(backwards.Claims)
	slices.Reverse(backwards.Attributions)
	if diff := cmp.Diff(count(r), count(backwards)); diff != "" {
		t.Errorf("backwards (-want +got):\n%s", diff)
	}
}

func TestAdviceOnTheDossier(t *testing.T) {
	var b strings.Builder
	for _, p := range advice.On(sahel2024.Record()) {
		b.WriteString(p.String() + "\n")
	}
	if *update {
		if err := os.WriteFile("testdata/sahel2024.txt", []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile("testdata/sahel2024.txt")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), b.String()); diff != "" {
		t.Errorf("advice (-want +got):\n%s", diff)
	}
}

// The table of the documentation has the codes in their order.
func TestDocumentedCodes(t *testing.T) {
	page, err := os.ReadFile("../docs/advice.md")
	if err != nil {
		t.Skipf("the documentation is not part of the module: %v", err)
	}
	var documented []advice.Code
	for line := range strings.Lines(string(page)) {
		if rest, ok := strings.CutPrefix(line, "| `"); ok {
			code, _, _ := strings.Cut(rest, "`")
			documented = append(documented, advice.Code(code))
		}
	}
	if diff := cmp.Diff(advice.Codes(), documented); diff != "" {
		t.Errorf("documented codes (-want +got):\n%s", diff)
	}
}

package dispute_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/disputetest"
)

// An empty record and a record of one actor have empty answers, not errors.
func TestNothingOnFile(t *testing.T) {
	for name, r := range map[string]dispute.Record{
		"empty":     {},
		"one actor": {Actors: []dispute.Actor{{ID: "aland", Kind: dispute.ActorState, Name: "Aland"}}},
	} {
		t.Run(name, func(t *testing.T) {
			v := disputetest.View(t, r, dispute.Lens{KnownBy: disputetest.Day("2024-08-21")})
			if got := v.Timeline(); len(got.Entries) != 0 || len(got.Contradictions) != 0 {
				t.Errorf("timeline of nothing: %+v", got)
			}
			if got := v.Status("no-such-claim"); got.Label != 0 || got.String() != "not assessed" {
				t.Errorf("status of an unknown claim: %v", got)
			}
			if got := v.EventStatus("no-such-event"); got.Label != 0 {
				t.Errorf("status of an unknown event: %v", got)
			}
			if got := v.Before("a", "b"); got != 0 {
				t.Errorf("order of unknown events: %v", got)
			}
			if got := v.When("no-such-event"); len(got.Reasons().Nodes) != 0 || !got.LatestEnd.IsZero() {
				t.Errorf("dates of an unknown event: %v", got)
			}
			if got := v.Sentence(dispute.AttributionID("no-such-attribution").Ref()); got != "" {
				t.Errorf("sentence of an unknown attribution: %q", got)
			}
			if got := v.Conflicts(); len(got) != 0 {
				t.Errorf("conflicts of nothing: %v", got)
			}
			for _, q := range v.OpenQuestions() {
				t.Errorf("open question of nothing: %v", q.ID)
			}
		})
	}
}

func TestViewRefuses(t *testing.T) {
	d, err := dispute.Compile(disputetest.Cast())
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name string
		lens dispute.Lens
		want error
	}{
		{"an unknown standpoint", dispute.Lens{Standpoint: "atlantis"}, dispute.ErrDanglingReference},
		{"an unknown competent body", dispute.Lens{Policy: dispute.Policy{Competent: []dispute.ActorID{"court"}}}, dispute.ErrDanglingReference},
		{"no label", dispute.Lens{Policy: dispute.Policy{Accept: []dispute.Label{0}}}, dispute.ErrValue},
		{"a label that does not exist", dispute.Lens{Policy: dispute.Policy{Accept: []dispute.Label{99}}}, dispute.ErrValue},
	} {
		t.Run(c.name, func(t *testing.T) {
			if _, err := d.View(c.lens); !errors.Is(err, c.want) {
				t.Errorf("got error %v, want %v", err, c.want)
			}
		})
	}
}

// dated returns a raid statement that was known and recorded on these days.
func dated(id dispute.AttributionID, known, recorded string) dispute.Attribution {
	a := disputetest.Says(id, "beland", dispute.StanceAsserts, "raid")
	if known != "" {
		a.Known = disputetest.Day(known)
	}
	if recorded != "" {
		a.Recorded = disputetest.Day(recorded)
	}
	return a
}

// Known and recorded days: inclusive, the recorded day being the known day
// where it is not given, and absent both meaning always.
func TestLensDays(t *testing.T) {
	r := disputetest.Cast()
	published := disputetest.Says("published", "beland", dispute.StanceAsserts, "raid")
	published.Source = "paper"
	vague := disputetest.Says("vague", "beland", dispute.StanceAsserts, "raid")
	vague.Published = edtf.MustParse("2024-08")
	r.Sources = []dispute.Source{{ID: "paper", Kind: dispute.SourceArticle, Published: edtf.MustParse("2024-08-05")}}
	r.Attributions = []dispute.Attribution{
		dated("always", "", ""), dated("known", "2024-08-05", ""), dated("recorded-later", "2024-08-05", "2024-08-09"), published, vague,
	}
	d, err := dispute.Compile(r)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		known, recorded string
		want            []dispute.AttributionID
	}{
		{"2024-08-04", "", []dispute.AttributionID{"always"}},
		{"2024-08-05", "", []dispute.AttributionID{"always", "known", "published", "recorded-later"}},
		{"2024-08-30", "", []dispute.AttributionID{"always", "known", "published", "recorded-later"}},
		{"2024-08-31", "", []dispute.AttributionID{"always", "known", "published", "recorded-later", "vague"}},
		{"", "2024-08-05", []dispute.AttributionID{"always", "known", "published"}},
		{"", "2024-08-09", []dispute.AttributionID{"always", "known", "published", "recorded-later"}},
		{"2024-08-05", "2024-08-08", []dispute.AttributionID{"always", "known", "published"}},
	} {
		var l dispute.Lens
		if c.known != "" {
			l.KnownBy = disputetest.Day(c.known)
		}
		if c.recorded != "" {
			l.RecordedBy = disputetest.Day(c.recorded)
		}
		v, err := d.View(l)
		if err != nil {
			t.Fatal(err)
		}
		var got []dispute.AttributionID
		for _, root := range v.Status("raid").For.Roots {
			got = append(got, root.Attribution)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("known by %q, recorded by %q: got %v, want %v", c.known, c.recorded, got, c.want)
		}
	}
}

// What refers to something not yet there is not there either, over any
// number of steps.
func TestItemsGoWithWhatTheyReferTo(t *testing.T) {
	r := disputetest.Cast()
	r.Actors = append(r.Actors, dispute.Actor{ID: "witness", Kind: dispute.ActorPerson, Name: "a witness", Recorded: disputetest.Day("2024-09-01")})
	r.Sources = []dispute.Source{{ID: "paper", Kind: dispute.SourceArticle, Publisher: "witness"}}
	a := disputetest.Says("a", "beland", dispute.StanceAsserts, "raid")
	a.Source = "paper"
	r.Attributions = []dispute.Attribution{a}
	if got := disputetest.View(t, r, dispute.Lens{RecordedBy: disputetest.Day("2024-08-31")}).Status("raid"); got.Label != dispute.LabelUnasserted {
		t.Errorf("before the witness is on file: %v, want unasserted", got)
	}
	if got := disputetest.View(t, r, dispute.Lens{RecordedBy: disputetest.Day("2024-09-01")}).Status("raid"); got.Label != dispute.LabelAlleged {
		t.Errorf("once the witness is on file: %v, want alleged", got)
	}
}

// References lead through the chain of supersession, from the superseding
// item's own days on.
func TestSupersession(t *testing.T) {
	r := disputetest.Cast()
	version := func(id, supersedes dispute.EventID, when, recorded string) dispute.Event {
		return dispute.Event{ID: id, Supersedes: supersedes, Kind: dispute.KindAttack, When: edtf.MustParse(when), Recorded: disputetest.Day(recorded)}
	}
	r.Events = []dispute.Event{
		version("e1", "", "2024-07", "2024-08-01"),
		version("e2", "e1", "[2024-07-21..2024-07-31]", "2024-08-05"),
		version("e3", "e2", "2024-07-25", "2024-08-09"),
	}
	d, err := dispute.Compile(r)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ recorded, event, first, last string }{
		{"2024-08-01", "e1", "2024-07-01", "2024-07-31"},
		{"2024-08-05", "e2", "2024-07-21", "2024-07-31"},
		{"2024-08-09", "e3", "2024-07-25", "2024-07-25"},
	} {
		v, err := d.View(dispute.Lens{RecordedBy: disputetest.Day(c.recorded)})
		if err != nil {
			t.Fatal(err)
		}
		got := v.When("e1")
		if got.Event != dispute.EventID(c.event) || got.EarliestStart != disputetest.Day(c.first) || got.LatestStart != disputetest.Day(c.last) {
			t.Errorf("recorded by %s: e1 is %s, %s to %s; want %s, %s to %s", c.recorded,
				got.Event, got.EarliestStart, got.LatestStart, c.event, c.first, c.last)
		}
		if n := len(v.Timeline().Entries); n != 1 {
			t.Errorf("recorded by %s: %d entries, want one for all versions", c.recorded, n)
		}
	}
}

// Where versions branch, the one entered last of all that nothing supersedes
// rules, whatever its ID and however far down its branch, and every version leads
// to it.
func TestSupersessionFork(t *testing.T) {
	r := disputetest.Cast()
	r.Claims = append(r.Claims,
		dispute.Claim{ID: "b", Text: "entered last", Supersedes: "raid", Recorded: disputetest.Day("2024-08-09")},
		dispute.Claim{ID: "c", Text: "entered first", Supersedes: "raid", Recorded: disputetest.Day("2024-08-05")},
		dispute.Claim{ID: "d", Text: "a version of the one entered first", Supersedes: "c", Recorded: disputetest.Day("2024-08-10")})
	for _, id := range []dispute.ClaimID{"raid", "b", "c", "d"} {
		if got := disputetest.View(t, r, dispute.Lens{}).Status(id); got.Claim != "d" {
			t.Errorf("%s leads to %s, want d", id, got.Claim)
		}
	}
	if got := disputetest.View(t, r, dispute.Lens{RecordedBy: disputetest.Day("2024-08-08")}).Status("raid"); got.Claim != "c" {
		t.Errorf("before b was entered raid leads to %s, want c", got.Claim)
	}
	if got := disputetest.View(t, r, dispute.Lens{RecordedBy: disputetest.Day("2024-08-09")}).Status("d"); got.Label != 0 {
		t.Errorf("before d was entered it is %s", got.Label)
	}
	if got := disputetest.View(t, r, dispute.Lens{RecordedBy: disputetest.Day("2024-08-09")}).Status("c"); got.Claim != "b" {
		t.Errorf("before d was entered c leads to %s, want b", got.Claim)
	}
}

// The record is neither modified nor kept.
func TestCompileNeitherModifiesNorKeeps(t *testing.T) {
	r := disputetest.Accusation()
	r.Events[0].Participants = slices.Clone(r.Events[0].Participants)
	d, err := dispute.Compile(r)
	if err != nil {
		t.Fatal(err)
	}
	r.Events[0].Participants[0].Actor = "herald"
	r.Claims[0].Text = "overwritten"
	got := d.Record()
	if got.Events[0].Participants[0].Actor == "herald" || slices.ContainsFunc(got.Claims, func(c dispute.Claim) bool { return c.Text == "overwritten" }) {
		t.Error("the dossier keeps the caller's slices")
	}
	got.Events[0].Participants[0].Actor = "herald"
	if again := d.Record(); again.Events[0].Participants[0].Actor == "herald" {
		t.Error("the dossier gives out its own slices")
	}
}

// What cannot be indexed is refused, with the place, what is wrong there and what
// was expected.
func TestCompileRefuses(t *testing.T) {
	claim := func(edit func(*dispute.Claim)) func(*dispute.Record) {
		return func(r *dispute.Record) { edit(&r.Claims[0]) }
	}
	content := func(c dispute.Content) func(*dispute.Record) {
		return claim(func(c0 *dispute.Claim) { c0.Content = c })
	}
	event := func(edit func(*dispute.Event)) func(*dispute.Record) {
		return func(r *dispute.Record) { edit(&r.Events[0]) }
	}
	statement := func(edit func(*dispute.Attribution)) func(*dispute.Record) {
		return func(r *dispute.Record) { edit(&r.Attributions[0]) }
	}
	aims := func(s dispute.Stance, c dispute.ClaimID, a dispute.AttributionID, source dispute.SourceID) func(*dispute.Record) {
		return statement(func(x *dispute.Attribution) { x.Stance, x.Claim, x.Attribution, x.TargetSource = s, c, a, source })
	}
	relation := func(c dispute.RelationClaim) func(*dispute.Record) { return content(dispute.Content{Relation: &c}) }
	for _, c := range []struct {
		name string
		edit func(*dispute.Record)
		kind error
		want string
	}{
		// checkSizes, checkID
		{"too many items", func(r *dispute.Record) { r.Sources = make([]dispute.Source, 10) }, dispute.ErrLimit, "/sources: over the limit: 10 items, expected at most 9"},
		{"no ID", claim(func(c *dispute.Claim) { c.ID = "" }), dispute.ErrMissing, "/claims/0/id: missing value: expected an ID"},
		{"an ID in capitals", claim(func(c *dispute.Claim) { c.ID = "Raid" }), dispute.ErrValue,
			`/claims/0/id: invalid value: ID "Raid", expected characters of a-z, 0-9, '.', '_', ':' and '-'`},
		{"a long ID", claim(func(c *dispute.Claim) { c.ID = "the-raid-on-the-village" }), dispute.ErrLimit, "/claims/0/id: over the limit: an ID of 23 bytes, expected at most 20"},
		{"an ID given twice", func(r *dispute.Record) { r.Claims[1].ID = "raid" }, dispute.ErrDuplicateID, `/claims/1/id: duplicate ID: "raid" is also the ID of /claims/0`},

		// references
		{"nobody of that ID", claim(func(c *dispute.Claim) { c.Adverse = []dispute.ActorID{"aland", "celand"} }), dispute.ErrDanglingReference,
			`/claims/0/adverse/1: dangling reference: no actor has the ID "celand"`},
		{"nobody for whom an author writes", func(r *dispute.Record) {
			r.Sources[0].Authors = []dispute.Author{{Actor: "aland"}, {Actor: "beland", OnBehalfOf: []dispute.ActorID{"beland", "celand"}}}
		}, dispute.ErrDanglingReference, `/sources/0/authors/1/on_behalf_of/1: dangling reference: no actor has the ID "celand"`},
		{"an empty element", claim(func(c *dispute.Claim) { c.Entails = []dispute.ClaimID{""} }), dispute.ErrMissing,
			"/claims/0/entails/0: missing value: expected the ID of a claim on file"},
		{"a tie to nobody", func(r *dispute.Record) { r.Actors[1].Affiliations[0].To = "" }, dispute.ErrMissing,
			"/actors/1/affiliations/0/to: missing value: expected the ID of an actor on file"},
		{"a doer of nothing", content(dispute.Content{Agency: &dispute.Agency{Actor: "aland"}}), dispute.ErrMissing,
			"/claims/0/content/agency/event: missing value: expected the ID of an event on file"},
		{"a reading of nothing", content(dispute.Content{Meaning: &dispute.Meaning{As: "raid"}}), dispute.ErrMissing,
			"/claims/0/content/meaning/attribution: missing value: expected the ID of an attribution on file"},

		// checkWords
		{"an actor of no kind", func(r *dispute.Record) { r.Actors[0].Kind = 0 }, dispute.ErrMissing,
			"/actors/0/kind: missing value: actor kind is not stated: expected "},
		{"an unknown kind of link", event(func(e *dispute.Event) { e.Links = []dispute.Link{{Kind: 9, Event: "accuses"}} }), dispute.ErrValue,
			`/events/0/links/0/kind: invalid value: unknown link kind 9: expected "after", "because-of", "in-response-to" or "about"`},
		{"an unknown grade", func(r *dispute.Record) { r.Sources[0].Reliability = 7 }, dispute.ErrValue,
			`/sources/0/reliability: invalid value: unknown reliability 7: expected "A", "B", "C", "D", "E" or "F"`},
		{"a sequence below none", event(func(e *dispute.Event) { e.Sequence = -1 }), dispute.ErrValue, "/events/0/sequence: invalid value: sequence -1, expected 0 to 1048575"},
		{"a sequence above all", event(func(e *dispute.Event) { e.Sequence = 1 << 20 }), dispute.ErrValue, "/events/0/sequence: invalid value: sequence 1048576, expected 0 to 1048575"},
		{"a relation on no track", relation(dispute.RelationClaim{From: "aland", To: "beland"}), dispute.ErrMissing,
			"/claims/0/content/relation/track: missing value: track is not stated: expected "},
		{"a state of another track", relation(dispute.RelationClaim{Track: dispute.TrackSupport, From: "aland", To: "beland", State: dispute.StateSevered}), dispute.ErrValue,
			`/claims/0/content/relation/state: invalid value: "severed" is not a state of the track "support"`},
		{"no stance", statement(func(a *dispute.Attribution) { a.Stance = 0 }), dispute.ErrMissing,
			`/attributions/0/stance: missing value: stance is not stated: expected "asserts", "implies", `},

		// checkContent, checkTarget
		{"two contents", content(dispute.Content{Occurred: "accuses", Identity: &dispute.Identity{A: "aland", B: "beland"}}), dispute.ErrValue,
			"/claims/0/content: invalid value: 2 contents, expected at most one"},
		{"a word on nothing", aims(dispute.StanceAsserts, "", "", ""), dispute.ErrMissing,
			"/attributions/0/claim: missing value: expected a claim, an attribution or a target source"},
		{"a word on a source", aims(dispute.StanceDenies, "", "", "letter"), dispute.ErrValue,
			`/attributions/0/target_source: invalid value: a source is a target of undercuts and retractions only, not of "denies"`},
		{"a source and a claim", aims(dispute.StanceRetracts, "raid", "", "letter"), dispute.ErrValue, "/attributions/0/attribution: invalid value: more than one target, expected one"},
		{"a source and a statement", aims(dispute.StanceUndercuts, "", "charge", "letter"), dispute.ErrValue, "/attributions/0/attribution: invalid value: more than one target, expected one"},
		{"a claim and a statement", aims(dispute.StanceDenies, "raid", "charge", ""), dispute.ErrValue, "/attributions/0/attribution: invalid value: more than one target, expected one"},
		{"an undercut of a claim", aims(dispute.StanceUndercuts, "raid", "", ""), dispute.ErrMissing,
			"/attributions/0/attribution: missing value: expected the attribution that the speaker undercuts"},
		{"a reading of a claim", aims(dispute.StanceInterprets, "raid", "", ""), dispute.ErrMissing,
			"/attributions/0/attribution: missing value: expected the attribution that the speaker interprets"},
		{"a retraction of a claim", aims(dispute.StanceRetracts, "raid", "", ""), dispute.ErrMissing,
			"/attributions/0/attribution: missing value: expected the attribution that the speaker retracts"},

		// what only looks alike
		{"no side of a figure", content(dispute.Content{Figure: &dispute.Figure{Event: "accuses", Category: "killed"}}), nil, ""},
		{"no state, nobody against", relation(dispute.RelationClaim{Track: dispute.TrackSupport, From: "aland", To: "beland"}), nil, ""},
		{"a state of the track", relation(dispute.RelationClaim{Track: dispute.TrackSupport, From: "aland", To: "beland", State: dispute.StateWeapons}), nil, ""},
		{"a statement with its reading", aims(dispute.StanceInterprets, "raid", "charge", ""), nil, ""},
		{"an undercut of a source", aims(dispute.StanceUndercuts, "", "", "letter"), nil, ""},
		{"the last sequence", event(func(e *dispute.Event) { e.Sequence = 1<<20 - 1 }), nil, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := disputetest.Accusation()
			for i := range r.Actors {
				r.Actors[i].Affiliations = slices.Clone(r.Actors[i].Affiliations)
			}
			c.edit(&r)
			_, err := dispute.CompileWith(r, dispute.Limits{Items: 9, IDBytes: 20})
			if c.kind == nil {
				if err != nil {
					t.Errorf("error %v, want none", err)
				}
				return
			}
			problems, ok := errors.AsType[*dispute.RecordError](err)
			if !ok || !errors.Is(err, c.kind) {
				t.Fatalf("error %v, want one of %q", err, c.kind)
			}
			says := func(p *dispute.FieldError) bool { // a list of words is cut where it is long
				got := p.Error()
				return got == c.want || strings.HasSuffix(c.want, " ") && strings.HasPrefix(got, c.want)
			}
			if !slices.ContainsFunc(problems.Problems, says) {
				t.Errorf("got  %v\nwant %s", err, c.want)
			}
		})
	}
}

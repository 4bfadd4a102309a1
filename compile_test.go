package dispute_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/internal/disputetest"
)

// many is a record of n items of each type.
func many(n int) dispute.Record {
	var r dispute.Record
	for i := range n {
		id := fmt.Sprintf("x%d", i)
		r.Actors = append(r.Actors, dispute.Actor{ID: dispute.ActorID(id), Kind: dispute.ActorState})
		r.Sources = append(r.Sources, dispute.Source{ID: dispute.SourceID(id)})
		r.Events = append(r.Events, dispute.Event{ID: dispute.EventID(id)})
		r.Claims = append(r.Claims, dispute.Claim{ID: dispute.ClaimID(id)})
		r.Attributions = append(r.Attributions, dispute.Attribution{ID: dispute.AttributionID(id), Stance: dispute.StanceAsserts, Claim: dispute.ClaimID(id)})
	}
	return r
}

// problemPaths are where an error says that something is wrong, with what it is.
func problemPaths(err error) string {
	var list *dispute.RecordError
	if !errors.As(err, &list) {
		return fmt.Sprint(err)
	}
	var paths []string
	for _, p := range list.Problems {
		for _, kind := range []error{dispute.ErrLimit, dispute.ErrMissing, dispute.ErrValue, dispute.ErrDuplicateID, dispute.ErrDanglingReference} {
			if errors.Is(p, kind) {
				paths = append(paths, p.Path+": "+kind.Error())
			}
		}
	}
	return strings.Join(paths, "\n")
}

// Compiling heeds limits to the last item, of each type apart.
func TestCompileLimits(t *testing.T) {
	l := dispute.Limits{Items: 3, IDBytes: 2}
	if _, err := dispute.CompileWith(many(3), l); err != nil {
		t.Errorf("as many as the limit: %v", err)
	}
	for field, cut := range map[string]func(r, less *dispute.Record){
		"actors":       func(r, less *dispute.Record) { less.Actors = r.Actors },
		"sources":      func(r, less *dispute.Record) { less.Sources = r.Sources },
		"events":       func(r, less *dispute.Record) { less.Events = r.Events },
		"claims":       func(r, less *dispute.Record) { less.Claims = r.Claims },
		"attributions": func(r, less *dispute.Record) { less.Attributions = r.Attributions },
	} {
		all, r := many(4), many(3)
		cut(&all, &r)
		_, err := dispute.CompileWith(r, l)
		if got, want := problemPaths(err), "/"+field+": over the limit"; got != want {
			t.Errorf("one more of %s: got %q, want %q", field, got, want)
		}
	}
	long := many(1)
	long.Actors[0].ID = "abc"
	if _, err := dispute.CompileWith(long, l); problemPaths(err) != "/actors/0/id: over the limit" {
		t.Errorf("a long ID: got %v", err)
	}
	if _, err := dispute.CompileWith(long, dispute.Limits{IDBytes: 3}); err != nil {
		t.Errorf("an ID as long as the limit: %v", err)
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

// What can be indexed is taken in, though it may make no sense.
func TestCompileTakes(t *testing.T) {
	aimed := func(edit func(*dispute.Attribution)) func(*dispute.Record) {
		return func(r *dispute.Record) {
			a := disputetest.Says("x", "herald", dispute.StanceAsserts, "raid")
			edit(&a)
			r.Attributions = append(r.Attributions, a)
		}
	}
	content := func(c dispute.Content) func(*dispute.Record) {
		return func(r *dispute.Record) { r.Claims[0].Content = c }
	}
	for name, edit := range map[string]func(*dispute.Record){
		"the greatest sequence":         func(r *dispute.Record) { r.Events[0].Sequence = 1<<20 - 1 },
		"a figure of nobody":            content(dispute.Content{Figure: &dispute.Figure{Event: "accuses"}}),
		"support against nobody":        content(dispute.Content{Relation: &dispute.RelationClaim{Track: dispute.TrackSupport, From: "aland", To: "beland"}}),
		"a meaning as no claim on file": content(dispute.Content{Meaning: &dispute.Meaning{Attribution: "charge"}}),
		"a withdrawal of a source":      aimed(func(a *dispute.Attribution) { a.Claim, a.TargetSource, a.Stance = "", "letter", dispute.StanceRetracts }),
		"an undercut of a source": aimed(func(a *dispute.Attribution) {
			a.Claim, a.TargetSource, a.Stance = "", "letter", dispute.StanceUndercuts
		}),
		"a reading of a statement":     aimed(func(a *dispute.Attribution) { a.Attribution, a.Stance = "charge", dispute.StanceInterprets }),
		"a retraction of a statement":  aimed(func(a *dispute.Attribution) { a.Claim, a.Attribution, a.Stance = "", "charge", dispute.StanceRetracts }),
		"an event that follows itself": func(r *dispute.Record) { r.Events[0].Links = disputetest.After("accuses") },
		"a claim that replaces itself": func(r *dispute.Record) { r.Claims[0].Supersedes = "raid" },
		"a period that ends too soon":  func(r *dispute.Record) { r.Events[0].Until = disputetest.Date("2024-08-01") },
	} {
		r := disputetest.Accusation()
		edit(&r)
		if _, err := dispute.Compile(r); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

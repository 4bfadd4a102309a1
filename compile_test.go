package dispute_test

import (
	"errors"
	"fmt"
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

// What cannot be indexed is refused, each thing where it stands, and what merely
// makes no sense is not.
func TestCompileRefuses(t *testing.T) {
	aimed := func(edit func(*dispute.Attribution)) func(*dispute.Record) {
		return func(r *dispute.Record) {
			a := disputetest.Says("x", "herald", dispute.StanceAsserts, "raid")
			edit(&a)
			r.Attributions = append(r.Attributions, a) // the third
		}
	}
	content := func(c dispute.Content) func(*dispute.Record) {
		return func(r *dispute.Record) { r.Claims[0].Content = c }
	}
	for name, c := range map[string]struct {
		edit func(*dispute.Record)
		want string
	}{
		"no ID":                     {func(r *dispute.Record) { r.Actors = append(r.Actors, dispute.Actor{Kind: dispute.ActorState}) }, "/actors/8/id: missing value"},
		"an ID of other characters": {func(r *dispute.Record) { r.Claims = append(r.Claims, dispute.Claim{ID: "A"}) }, "/claims/2/id: invalid value"},
		"one ID twice":              {func(r *dispute.Record) { r.Sources = append(r.Sources, r.Sources[0]) }, "/sources/1/id: duplicate ID"},
		"nothing is so called":      {func(r *dispute.Record) { r.Events[0].Carrier = "nowhere" }, "/events/0/carrier: dangling reference"},
		"an empty reference in a list": {func(r *dispute.Record) { r.Events[0].Claims = []dispute.ClaimID{""} },
			"/events/0/claims/0: missing value"},
		"no kind of actor":       {func(r *dispute.Record) { r.Actors[0].Kind = 0 }, "/actors/0/kind: missing value"},
		"an unknown reliability": {func(r *dispute.Record) { r.Sources[0].Reliability = 99 }, "/sources/0/reliability: invalid value"},
		"an unknown phase":       {func(r *dispute.Record) { r.Events[0].Phase = 99 }, "/events/0/phase: invalid value"},
		"no kind of link":        {func(r *dispute.Record) { r.Events[0].Links = []dispute.Link{{Event: "accuses"}} }, "/events/0/links/0/kind: missing value"},
		"a sequence below 0":     {func(r *dispute.Record) { r.Events[0].Sequence = -1 }, "/events/0/sequence: invalid value"},
		"the greatest sequence":  {func(r *dispute.Record) { r.Events[0].Sequence = 1<<20 - 1 }, ""},
		"a greater sequence":     {func(r *dispute.Record) { r.Events[0].Sequence = 1 << 20 }, "/events/0/sequence: invalid value"},
		"two contents": {content(dispute.Content{Occurred: "accuses", Dating: &dispute.Dating{Event: "accuses"}}),
			"/claims/0/content: invalid value"},
		"a figure of nothing": {content(dispute.Content{Figure: &dispute.Figure{}}), "/claims/0/content/figure/event: missing value"},
		"a figure of nobody":  {content(dispute.Content{Figure: &dispute.Figure{Event: "accuses"}}), ""},
		"a relation without a track": {content(dispute.Content{Relation: &dispute.RelationClaim{From: "aland", To: "beland"}}),
			"/claims/0/content/relation/track: missing value"},
		"a relation to nobody": {content(dispute.Content{Relation: &dispute.RelationClaim{Track: dispute.TrackSupport, From: "aland"}}),
			"/claims/0/content/relation/to: missing value"},
		"support against nobody": {content(dispute.Content{Relation: &dispute.RelationClaim{Track: dispute.TrackSupport, From: "aland", To: "beland"}}), ""},
		"a state of another track": {content(dispute.Content{Relation: &dispute.RelationClaim{Track: dispute.TrackSupport, From: "aland", To: "beland", State: dispute.StateSevered}}),
			"/claims/0/content/relation/state: invalid value"},
		"a meaning of no statement":     {content(dispute.Content{Meaning: &dispute.Meaning{As: "accused"}}), "/claims/0/content/meaning/attribution: missing value"},
		"a meaning as no claim on file": {content(dispute.Content{Meaning: &dispute.Meaning{Attribution: "charge"}}), ""},
		"no stance":                     {aimed(func(a *dispute.Attribution) { a.Stance = 0 }), "/attributions/2/stance: missing value"},
		"a statement on nothing":        {aimed(func(a *dispute.Attribution) { a.Claim = "" }), "/attributions/2/claim: missing value"},
		"an assertion of a source":      {aimed(func(a *dispute.Attribution) { a.Claim, a.TargetSource = "", "letter" }), "/attributions/2/target_source: invalid value"},
		"a withdrawal of a source":      {aimed(func(a *dispute.Attribution) { a.Claim, a.TargetSource, a.Stance = "", "letter", dispute.StanceRetracts }), ""},
		"an undercut of a source": {aimed(func(a *dispute.Attribution) {
			a.Claim, a.TargetSource, a.Stance = "", "letter", dispute.StanceUndercuts
		}), ""},
		"a source and a statement": {aimed(func(a *dispute.Attribution) {
			a.Claim, a.TargetSource, a.Attribution, a.Stance = "", "letter", "charge", dispute.StanceUndercuts
		}), "/attributions/2/attribution: invalid value"},
		"a claim and a statement":      {aimed(func(a *dispute.Attribution) { a.Attribution = "charge" }), "/attributions/2/attribution: invalid value"},
		"a reading of a statement":     {aimed(func(a *dispute.Attribution) { a.Attribution, a.Stance = "charge", dispute.StanceInterprets }), ""},
		"a reading of no statement":    {aimed(func(a *dispute.Attribution) { a.Stance = dispute.StanceInterprets }), "/attributions/2/attribution: missing value"},
		"a retraction of a claim":      {aimed(func(a *dispute.Attribution) { a.Stance = dispute.StanceRetracts }), "/attributions/2/attribution: missing value"},
		"an undercut of a claim":       {aimed(func(a *dispute.Attribution) { a.Stance = dispute.StanceUndercuts }), "/attributions/2/attribution: missing value"},
		"a retraction of a statement":  {aimed(func(a *dispute.Attribution) { a.Claim, a.Attribution, a.Stance = "", "charge", dispute.StanceRetracts }), ""},
		"an event that follows itself": {func(r *dispute.Record) { r.Events[0].Links = disputetest.After("accuses") }, ""},
		"a claim that replaces itself": {func(r *dispute.Record) { r.Claims[0].Supersedes = "raid" }, ""},
		"a period that ends too soon":  {func(r *dispute.Record) { r.Events[0].Until = disputetest.Date("2024-08-01") }, ""},
	} {
		r := disputetest.Accusation()
		c.edit(&r)
		_, err := dispute.Compile(r)
		if got := problemPaths(err); (err == nil) != (c.want == "") || err != nil && got != c.want {
			t.Errorf("%s: got %q, want %q", name, got, c.want)
		}
	}
}

package sahel2024_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/disputetest"
	"github.com/dispute-go/dispute/sahel2024"
)

// The two layers of the record.
var (
	reportLayer = dispute.Lens{RecordedBy: edtf.MustParseDay("2024-08-21")}
	fullLayer   = dispute.Lens{RecordedBy: edtf.MustParseDay("2024-08-22")}
)

func knownBy(day string) dispute.Lens { return dispute.Lens{KnownBy: edtf.MustParseDay(day)} }
func from(party dispute.ActorID) dispute.Lens {
	return dispute.Lens{RecordedBy: fullLayer.RecordedBy, Standpoint: party}
}

func look(t testing.TB, l dispute.Lens) *dispute.View {
	t.Helper()
	return disputetest.View(t, sahel2024.Record(), l)
}

// file is the record's items by ID.
type file struct {
	actors       map[dispute.ActorID]dispute.Actor
	sources      map[dispute.SourceID]dispute.Source
	events       map[dispute.EventID]dispute.Event
	claims       map[dispute.ClaimID]dispute.Claim
	attributions map[dispute.AttributionID]dispute.Attribution
}

func onFile() file {
	r := sahel2024.Record()
	return file{
		byID(r.Actors, func(x dispute.Actor) dispute.ActorID { return x.ID }),
		byID(r.Sources, func(x dispute.Source) dispute.SourceID { return x.ID }),
		byID(r.Events, func(x dispute.Event) dispute.EventID { return x.ID }),
		byID(r.Claims, func(x dispute.Claim) dispute.ClaimID { return x.ID }),
		byID(r.Attributions, func(x dispute.Attribution) dispute.AttributionID { return x.ID }),
	}
}

func byID[T any, ID comparable](list []T, id func(T) ID) map[ID]T {
	m := make(map[ID]T, len(list))
	for _, x := range list {
		m[id(x)] = x
	}
	return m
}

// participants lists who takes part in an event as "role actor", in order of
// role and actor.
func participants(e dispute.Event) []string {
	var list []string
	for _, p := range e.Participants {
		list = append(list, string(p.Role)+" "+string(p.Actor))
	}
	return list
}

// links lists an event's links as "kind event".
func links(e dispute.Event) []string {
	var list []string
	for _, l := range e.Links {
		list = append(list, l.Kind.String()+" "+string(l.Event))
	}
	return list
}

// upward lists an actor's affiliations as "kind actor role".
func upward(a dispute.Actor) []string {
	var list []string
	for _, x := range a.Affiliations {
		s := x.Kind.String() + " " + string(x.To)
		if x.Role != "" {
			s += " " + string(x.Role)
		}
		list = append(list, s)
	}
	return list
}

// A summary is what a status says, without its reasons.
type summary struct {
	Label    string
	Pair     [2]int
	Origins  [2]int
	For      []string // the roots, by attribution or source
	Against  []string
	Standing string
}

func summarise(s dispute.Status) summary {
	return summary{
		Label: s.Label.String(), Pair: [2]int{s.For.Level, s.Against.Level},
		Origins: [2]int{s.For.Origins, s.Against.Origins},
		For:     rootNames(s.For), Against: rootNames(s.Against), Standing: s.Standing.String(),
	}
}

func rootNames(side dispute.Side) []string {
	var list []string
	for _, r := range side.Roots() {
		if r.Attribution != "" {
			list = append(list, string(r.Attribution))
		} else {
			list = append(list, "source "+string(r.Source))
		}
	}
	return list
}

// root returns the root of one side that is this attribution.
func root(t testing.TB, side dispute.Side, id dispute.AttributionID) dispute.Root {
	t.Helper()
	for _, r := range side.Roots() {
		if r.Attribution == id {
			return r
		}
	}
	t.Fatalf("%q is no root; roots: %v", id, rootNames(side))
	return dispute.Root{}
}

// bounds are the days between which an event started and ended, as texts; an
// open bound is "-".
func bounds(s dispute.Span) [4]string {
	text := func(d edtf.Day) string {
		if d.IsZero() {
			return "-"
		}
		return d.String()
	}
	return [4]string{text(s.EarliestStart), text(s.LatestStart), text(s.EarliestEnd), text(s.LatestEnd)}
}

// questions lists the IDs of the open questions of a view, in order.
func questions(v *dispute.View) []string {
	var list []string
	for _, q := range v.OpenQuestions() {
		list = append(list, q.ID)
	}
	return list
}

func same[T any](t testing.TB, what string, want, got T) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", what, diff)
	}
}

package dispute

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// brief writes a state as "state: certainty" items; presupposed states are in
// parentheses, what supports a target is followed by it.
func brief(s RelationState) string {
	if s.NoChangeRecorded {
		return "no change recorded"
	}
	var items []string
	for _, p := range s.States {
		name := p.State.String()
		if p.State == 0 {
			name = "unknown"
		}
		if p.Against != "" {
			name += "/" + string(p.Against)
		}
		if p.Presupposed {
			name = "(" + name + ")"
		}
		items = append(items, name+" "+p.Certainty.String())
	}
	return strings.Join(items, ", ")
}

// A relationQuery is a question of a relation and the answer worked out by hand.
type relationQuery struct {
	from, to ActorID
	track    Track
	day      string
	want     string
}

func checkStates(t *testing.T, v *View, queries []relationQuery) {
	t.Helper()
	for _, q := range queries {
		r := v.Relation(q.from, q.to, q.track)
		if diff := cmp.Diff(q.want, brief(r.On(dayOf(q.day)))); diff != "" {
			t.Errorf("%s on %s (-want +got):\n%s", r.Pair(), q.day, diff)
		}
	}
}

const (
	diplomatic = TrackDiplomaticRelations
	sever      = KindSeverRelations
)

// sahelBreak is the break of relations as a report of 21 August 2024 tells it.
func sahelBreak() *caseFile {
	f := newCaseFile("mali", "niger", "burkina-faso", "ukraine")
	f.event("mali-cuts-ties", sever, "[2024-08-01..2024-08-21]", "actor", "mali", "target", "ukraine").
		Summary = "Mali severs diplomatic relations with Ukraine"
	f.event("niger-cuts-ties", sever, "[..2024-08-21]", "actor", "niger", "target", "ukraine").
		Links = []Link{{LinkAfter, "mali-cuts-ties"}}
	f.Events[1].Summary = "Niger severs diplomatic relations with Ukraine"
	return f
}

func TestSeveredWithinAMonth(t *testing.T) {
	v := sahelBreak().view(t, Lens{})
	checkStates(t, v, []relationQuery{
		{"mali", "ukraine", diplomatic, "2024-07-31", "(established) certain"},
		{"mali", "ukraine", diplomatic, "2024-08-01", "severed possible, (established) possible"},
		{"mali", "ukraine", diplomatic, "2024-08-07", "severed possible, (established) possible"},
		{"mali", "ukraine", diplomatic, "2024-08-20", "severed possible, (established) possible"},
		{"mali", "ukraine", diplomatic, "2024-08-21", "severed certain"},
		{"ukraine", "mali", diplomatic, "2024-08-21", "severed certain"},
		// Niger's break follows Mali's, so that it cannot lie before August.
		{"niger", "ukraine", diplomatic, "2024-07-31", "(established) certain"},
		{"niger", "ukraine", diplomatic, "2024-08-01", "severed possible, (established) possible"},
		{"niger", "ukraine", diplomatic, "2024-08-21", "severed certain"},
		{"burkina-faso", "ukraine", diplomatic, "2024-08-21", "no change recorded"},
		{"mali", "niger", diplomatic, "2024-08-21", "no change recorded"},
		{"mali", "ukraine", TrackRepresentation, "2024-08-21", "no change recorded"},
		{"mali", "ukraine", TrackStance, "2024-08-21", "no change recorded"},
		{"mali", "mali", diplomatic, "2024-08-21", "no change recorded"},
		{"mali", "nobody", diplomatic, "2024-08-21", "no change recorded"},
	})
}

func TestSentences(t *testing.T) {
	v := sahelBreak().view(t, Lens{})
	for _, tc := range []struct{ from, day, want string }{
		{"mali", "2024-07-31", "established (presupposed): certain"},
		{"mali", "2024-08-07", "severed: possible (between 1 and 21 August 2024) — Mali severs diplomatic relations with Ukraine [mali-cuts-ties], on the word of newspaper; established (presupposed): possible"},
		{"mali", "2024-08-21", "severed: certain (between 1 and 21 August 2024) — Mali severs diplomatic relations with Ukraine [mali-cuts-ties], on the word of newspaper"},
		{"burkina-faso", "2024-08-21", "no change recorded"},
	} {
		got := fmt.Sprint(v.Relation(ActorID(tc.from), "ukraine", diplomatic).On(dayOf(tc.day)))
		if diff := cmp.Diff(tc.want, got); diff != "" {
			t.Errorf("%s on %s (-want +got):\n%s", tc.from, tc.day, diff)
		}
	}
}

package dispute

// What the tests of folds, which stand in the package itself, need of
// internal/disputetest.

import (
	"flag"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/dispute-go/dispute/edtf"
)

type caseFile struct{ Record }

func newCaseFile(actors ...ActorID) *caseFile {
	f := &caseFile{}
	for _, id := range append([]ActorID{"newspaper"}, actors...) {
		f.Actors = append(f.Actors, Actor{ID: id, Kind: ActorState, Name: string(id)})
	}
	f.Actors[0].Kind = ActorMedium
	f.Sources = []Source{{ID: "article", Kind: SourceArticle, Publisher: "newspaper"}}
	return f
}

func dayOf(s string) edtf.Day { return edtf.MustParseDay(s) }

func (f *caseFile) event(id EventID, kind EventKind, date string, parts ...string) *Event {
	e := Event{ID: id, Kind: kind, Sources: []SourceID{"article"}}
	if date != "" {
		e.When = edtf.MustParse(date)
	}
	for i := 0; i < len(parts); i += 2 {
		e.Participants = append(e.Participants, Participant{ParticipantRole(parts[i]), ActorID(parts[i+1])})
	}
	f.Events = append(f.Events, e)
	return &f.Events[len(f.Events)-1]
}

func (f *caseFile) view(t testing.TB, lens Lens) *View {
	t.Helper()
	d, err := Compile(f.Record)
	if err != nil {
		t.Fatal(err)
	}
	v, err := d.View(lens)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func pick[T any](rng *rand.Rand, from []T) T { return from[rng.IntN(len(from))] }

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
		if p.Presupposed {
			name = "(" + name + ")"
		}
		items = append(items, name+" "+p.Certainty.String())
	}
	return strings.Join(items, ", ")
}

func rulesOf(t Track, keep func(*Rule)) []Rule {
	var rules []Rule
	for _, r := range DefaultRules() {
		if r.Track == t && r.From != r.To {
			if keep != nil {
				keep(&r)
			}
			rules = append(rules, r)
		}
	}
	return rules
}

// flagOf is a flag that internal/disputetest defines.
func flagOf[T any](name string) T { return flag.Lookup(name).Value.(flag.Getter).Get().(T) }

func worldSeed() uint64 { return flagOf[uint64]("worlds-seed") }

func worldsFor(normal, short int) int {
	if testing.Short() {
		return short
	}
	return max(normal, flagOf[int]("worlds")/20)
}

package disputetest

import (
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/edtf"
)

// A CaseFile is a record under construction. Everything in it is reported by one
// disinterested newspaper, which is enough to be accepted by default.
type CaseFile struct{ dispute.Record }

// NewCaseFile returns a case file of a newspaper and of states with these IDs.
func NewCaseFile(actors ...dispute.ActorID) *CaseFile {
	f := &CaseFile{}
	for _, id := range append([]dispute.ActorID{"newspaper"}, actors...) {
		f.Actors = append(f.Actors, dispute.Actor{ID: id, Kind: dispute.ActorState, Name: string(id)})
	}
	f.Actors[0].Kind = dispute.ActorMedium
	f.Sources = []dispute.Source{{ID: "article", Kind: dispute.SourceArticle, Publisher: "newspaper"}}
	return f
}

var dates, days sync.Map // what was read already, by text

// Date reads an EDTF date; the empty text is the zero Date.
func Date(s string) edtf.Date {
	if d, ok := dates.Load(s); ok {
		return d.(edtf.Date)
	}
	var d edtf.Date
	if s != "" {
		d = edtf.MustParse(s)
	}
	dates.Store(s, d)
	return d
}

// Day reads an exact day.
func Day(s string) edtf.Day {
	if d, ok := days.Load(s); ok {
		return d.(edtf.Day)
	}
	d := edtf.MustParseDay(s)
	days.Store(s, d)
	return d
}

// Event adds an accepted event; parts alternate roles and actors.
func (f *CaseFile) Event(id dispute.EventID, kind dispute.EventKind, date string, parts ...string) *dispute.Event {
	e := dispute.Event{ID: id, Kind: kind, When: Date(date), Sources: []dispute.SourceID{"article"}}
	for i := 0; i < len(parts); i += 2 {
		e.Participants = append(e.Participants, dispute.Participant{Role: dispute.ParticipantRole(parts[i]), Actor: dispute.ActorID(parts[i+1])})
	}
	f.Events = append(f.Events, e)
	return &f.Events[len(f.Events)-1]
}

// Alleged adds an event that nobody reports.
func (f *CaseFile) Alleged(id dispute.EventID, kind dispute.EventKind, date string, parts ...string) *dispute.Event {
	e := f.Event(id, kind, date, parts...)
	e.Sources = nil
	return e
}

// Claim adds a relation claim; the newspaper asserts it if reported is set.
func (f *CaseFile) Claim(id dispute.ClaimID, c dispute.RelationClaim, reported bool) {
	f.Claims = append(f.Claims, dispute.Claim{ID: id, Text: string(id), Content: dispute.Content{Relation: &c}})
	if reported {
		f.Attributions = append(f.Attributions, dispute.Attribution{ID: dispute.AttributionID("says-" + id), Speaker: "newspaper",
			Stance: dispute.StanceAsserts, Claim: id, Lineage: dispute.LineageFirstHand, Source: "article"})
	}
}

// View compiles the record and looks at it through a lens.
func (f *CaseFile) View(t testing.TB, lens dispute.Lens) *dispute.View {
	t.Helper()
	d, err := dispute.Compile(f.Record)
	if err != nil {
		t.Fatal(err)
	}
	v, err := d.View(lens)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// EquateDays lets go-cmp compare days.
var EquateDays = cmp.Comparer(func(a, b edtf.Day) bool { return a == b })

// Tracks returns every track, in their order.
func Tracks() []dispute.Track {
	var list []dispute.Track
	for t := dispute.TrackDiplomaticRelations; ; t++ {
		if _, err := t.MarshalText(); err != nil {
			return list
		}
		list = append(list, t)
	}
}

// RulesOf returns the default rules of a track between two roles, each as keep,
// which may be nil, leaves it.
func RulesOf(t dispute.Track, keep func(*dispute.Rule)) []dispute.Rule {
	var rules []dispute.Rule
	for _, r := range dispute.DefaultRules() {
		if r.Track == t && r.From != r.To {
			if keep != nil {
				keep(&r)
			}
			rules = append(rules, r)
		}
	}
	return rules
}

// ArmsRules let support of one kind begin and end by events of their own.
func ArmsRules() []dispute.Rule {
	r := dispute.Rule{Name: "begin", Event: "begin-arms", From: dispute.RoleActor, To: dispute.RoleRecipient, Track: dispute.TrackSupport, State: dispute.StateWeapons}
	end := r
	end.Name, end.Event, end.Ends, end.Presupposes = "end", "end-arms", true, dispute.StateWeapons
	return []dispute.Rule{r, end}
}

// Brief writes a state as "state: certainty" items; presupposed states are in
// parentheses, what supports a target is followed by it.
func Brief(s dispute.RelationState) string {
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

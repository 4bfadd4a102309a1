package hostile_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"iter"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/internal/disputetest"
)

// A growthAnswer is an exported answer, asked for every item that has one.
type growthAnswer struct {
	name string
	ask  func(g *growthCase)
}

// growthAnswers are all answers. What is long by nature, such as the reasons of each
// of many statuses that all rest on the same, is asked for one item only.
var growthAnswers = []growthAnswer{
	{"Encode", func(g *growthCase) { _ = dispute.EncodeWith(&bytes.Buffer{}, g.record, unlimited) }},
	{"Decode", func(g *growthCase) { _, _ = dispute.DecodeWith(bytes.NewReader(g.text), unlimited) }},
	{"Merge", func(g *growthCase) { _, _ = dispute.Merge(g.record, g.record) }},
	{"Compile", func(g *growthCase) { _, _ = dispute.CompileWith(g.record, unlimited) }},
	{"Dossier.Record", func(g *growthCase) { g.dossier.Record() }},
	{"Dossier.View", func(g *growthCase) { _, _ = g.dossier.View(dispute.Lens{}) }},
	{"Dossier.View taking identities", func(g *growthCase) { _, _ = g.dossier.View(disputetest.Accepting(dispute.Lens{})) }},
	{"Actors", func(g *growthCase) { walk(g.view.Actors()) }},
	{"Sources", func(g *growthCase) { walk(g.view.Sources()) }},
	{"Events", func(g *growthCase) {
		for range g.view.Events(dispute.EventQuery{First: disputetest.Day("2024-08-01"), Last: disputetest.Day("2024-08-10")}) {
		}
	}},
	{"Claims", func(g *growthCase) { walk(g.view.Claims(dispute.ClaimQuery{})) }},
	{"Claims that name an actor", func(g *growthCase) { walk(g.view.Claims(dispute.ClaimQuery{Actor: "aland"})) }},
	{"Attributions", func(g *growthCase) { walk(g.view.Attributions(dispute.AttributionQuery{})) }},
	{"Status", func(g *growthCase) { g.eachStatus(func(dispute.Status) {}) }},
	{"Status.String", func(g *growthCase) { g.eachStatus(func(s dispute.Status) { _ = s.String() }) }},
	{"Status.Reasons of one", func(g *growthCase) { tell(g.someStatus()) }},
	{"Sentence of claims", func(g *growthCase) { g.sentences(dispute.ItemClaim) }},
	{"Sentence of events", func(g *growthCase) { g.sentences(dispute.ItemEvent) }},
	{"Sentence of attributions", func(g *growthCase) { g.sentences(dispute.ItemAttribution) }},
	{"Sentence of actors and sources", func(g *growthCase) { g.sentences(dispute.ItemActor, dispute.ItemSource) }},
	{"Report", func(g *growthCase) {
		for _, e := range g.record.Events {
			for _, s := range e.Sources {
				g.view.Report(e.ID, s)
			}
		}
	}},
	{"Before", func(g *growthCase) {
		for i := range g.record.Events {
			g.view.Before(g.record.Events[0].ID, g.record.Events[i].ID)
		}
	}},
	{"When", func(g *growthCase) { g.eachEvent(func(id dispute.EventID) { g.view.When(id) }) }},
	{"When.String", func(g *growthCase) { g.eachEvent(func(id dispute.EventID) { _ = g.view.When(id).String() }) }},
	{"When.Reasons of one", func(g *growthCase) { tell(g.view.When(g.anEvent())) }},
	{"Timeline", func(g *growthCase) { g.view.Timeline() }},
	{"Timeline in full", func(g *growthCase) { tell(g.view.Timeline()) }},
	{"Conflicts", func(g *growthCase) { g.view.Conflicts() }},
	{"Conflict.String", func(g *growthCase) { eachString(g.view.Conflicts()) }},
	{"Conflict.Reasons of one", func(g *growthCase) { tellOne(g.view.Conflicts()) }},
	{"OpenQuestions", func(g *growthCase) { g.view.OpenQuestions() }},
	{"Question.String", func(g *growthCase) { eachString(g.view.OpenQuestions()) }},
	{"Question.Reasons of one", func(g *growthCase) { tellOne(g.view.OpenQuestions()) }},
	{"Answers", func(g *growthCase) { g.eachEvent(func(id dispute.EventID) { g.view.Answers(id) }) }},
	{"Answers of one in full", func(g *growthCase) { tellOne(g.view.Answers(g.anEvent())) }},
	{"Figures", func(g *growthCase) { walk(g.view.AllFigures()) }},
	{"Figures in full", func(g *growthCase) { tellEach(g.view.AllFigures()) }},
	{"Dates", func(g *growthCase) { walk(g.view.AllDates()) }},
	{"Dates in full", func(g *growthCase) { tellEach(g.view.AllDates()) }},
	{"Identities and Acts", func(g *growthCase) {
		for _, a := range g.record.Actors {
			g.view.Identities(a.ID)
			g.view.Acts(a.ID)
		}
	}},
	{"Agents", func(g *growthCase) { g.eachEvent(func(id dispute.EventID) { g.view.Agents(id) }) }},
	{"Agents of one in full", func(g *growthCase) { tellOne(g.view.Agents(g.anEvent())) }},
	{"Account", func(g *growthCase) { g.view.Account("aland"); g.view.Account("herald") }},
	{"Account as JSON", func(g *growthCase) { asJSON(g.view.Account("beland")) }},
	{"Compare", func(g *growthCase) { g.view.Compare("aland", "beland") }},
	{"Compare as JSON", func(g *growthCase) { asJSON(g.view.Compare("aland", "herald")) }},
	{"Relations", func(g *growthCase) {
		for r := range g.view.Relations() {
			_ = r.String()
		}
	}},
	{"Relation in full", func(g *growthCase) { g.relation(dispute.TrackDiplomaticRelations) }},
	{"Relation of hostility in full", func(g *growthCase) { g.relation(dispute.TrackHostility) }},
	{"Solidarity", func(g *growthCase) { walk(g.view.Solidarity(30)) }},
	{"Snapshot", func(g *growthCase) { g.view.Snapshot() }},
	{"Diff with an empty view", func(g *growthCase) { dispute.Diff(nil, g.view) }},
	{"Diff with itself", func(g *growthCase) { dispute.Diff(g.view, g.view) }},
}

func walk[T any](seq iter.Seq[T]) {
	for range seq {
	}
}

// A telling is an answer with its words and reasons.
type telling interface {
	fmt.Stringer
	Reasons() dispute.Reasons
}

// tell asks an answer for all that it tells of itself.
func tell(x telling) {
	_ = x.String()
	_ = x.Reasons().String()
	asJSON(x)
}

func tellOne[T telling](list []T) {
	if len(list) > 0 {
		tell(list[len(list)/2])
	}
}

func tellEach[T telling](seq iter.Seq[T]) {
	for x := range seq {
		tell(x)
	}
}

func eachString[T fmt.Stringer](list []T) {
	for _, x := range list {
		_ = x.String()
	}
}

func asJSON(x any) { _, _ = json.Marshal(x) }

func (g *growthCase) eachStatus(visit func(dispute.Status)) {
	for _, ref := range disputetest.Propositions(&g.record) {
		visit(disputetest.Ask(g.view, ref))
	}
}

// someStatus is that of a claim in the middle.
func (g *growthCase) someStatus() dispute.Status {
	list := disputetest.Propositions(&g.record)
	if len(list) == 0 {
		return dispute.Status{}
	}
	return disputetest.Ask(g.view, list[len(list)/2])
}

func (g *growthCase) eachEvent(visit func(dispute.EventID)) {
	for _, e := range g.record.Events {
		visit(e.ID)
	}
}

// anEvent is one in the middle.
func (g *growthCase) anEvent() dispute.EventID {
	if len(g.record.Events) == 0 {
		return ""
	}
	return g.record.Events[len(g.record.Events)/2].ID
}

func (g *growthCase) sentences(kinds ...dispute.ItemKind) {
	for _, ref := range disputetest.AllRefs(g.record) {
		for _, k := range kinds {
			if ref.Kind == k {
				g.view.Sentence(ref)
			}
		}
	}
}

// relation asks for all that is told of the two states of the cast.
func (g *growthCase) relation(t dispute.Track) {
	r := g.view.Relation("beland", "aland", t)
	first, last := disputetest.Day("2024-01-01"), disputetest.Day("2024-12-31")
	tell(r.History())
	tell(r.On(disputetest.Day("2024-08-10")))
	tellOne(r.Changes(first, last))
	tellOne(r.FirstChange())
	tellOne(r.LastChange())
	tell(r.CountDays(dispute.StateSevered, first, last))
	walk(r.Years(2020, 2030))
	r.Spells()
	asJSON(r)
}

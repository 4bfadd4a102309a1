package hostile_test

import (
	"slices"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/internal/disputetest"
)

// A growthShape is a record made to be slow, of about so many items.
type growthShape struct {
	name  string
	build func(n int) dispute.Record
}

// growthShapes are all shapes, with those that are asked for one answer only
// elsewhere.
var growthShapes = slices.Concat(builtForOne(hostileShapes), builtForOne(answerShapes), []growthShape{
	{"organs of one that is part of many, each part of others", bipartite},
	{"a chain of part-of", func(n int) dispute.Record { return affiliated(n, chainOf, partOf) }},
	{"a chain of speaks-for", func(n int) dispute.Record { return affiliated(n, chainOf, speaksFor) }},
	{"a chain of offices", func(n int) dispute.Record { return affiliated(n, chainOf, holdsOffice) }},
	{"a chain of controlled-by", func(n int) dispute.Record { return affiliated(n, chainOf, controlledBy) }},
	{"a chain of controlled-by with days", func(n int) dispute.Record { return affiliated(n, chainOf, dated(controlledBy)) }},
	{"a chain of part-of with days", func(n int) dispute.Record { return affiliated(n, chainOf, dated(partOf)) }},
	{"a chain of member-of", func(n int) dispute.Record { return affiliated(n, chainOf, memberOf) }},
	{"a circle of controlled-by", func(n int) dispute.Record { return affiliated(n, circleOf, controlledBy) }},
	{"a circle of part-of", func(n int) dispute.Record { return affiliated(n, circleOf, partOf) }},
	{"a star of part-of", func(n int) dispute.Record { return affiliated(n, starOf, partOf) }},
	{"a ladder of part-of", func(n int) dispute.Record { return affiliated(n, ladderOf, partOf) }},
	{"a chain of entailments, all asserted", func(n int) dispute.Record { return entailed(n, dispute.StanceAsserts) }},
	{"a chain of entailments, all denied", func(n int) dispute.Record { return entailed(n, dispute.StanceDenies) }},
	{"claims that one event occurred, all asserted", func(n int) dispute.Record { return occurred(n, dispute.StanceAsserts) }},
	{"claims that one event occurred, all denied", func(n int) dispute.Record { return occurred(n, dispute.StanceDenies) }},
	{"rivals of one claim, all asserted", rivalled},
	{"claims stated in one undercut source", undercutSource},
	{"answers and reports of silence of one actor on one claim", silences},
	{"reports of silence in one undercut source", func(n int) dispute.Record { return undercutReports(n, "raid") }},
	{"reports of silence on a claim each in one undercut source", func(n int) dispute.Record { return undercutReports(n, "") }},
	{"reports of silence in an undercut source, and accusations", accusedReports},
	{"statements each retracted", retracted},
	{"one statement disowned by many denials", disownedOften},
	{"statements disowned by denials in one undercut source", disownedInSource},
	{"many statements on one claim that many contradict", contradicted},
	{"one long truce with many short ones and attacks", truces},
	{"events that follow each other in a circle", func(n int) dispute.Record {
		r := disputetest.Chain(n)
		r.Events[0].Links = disputetest.After(r.Events[n-1].ID)
		return r
	}},
})

// builtForOne returns shapes without the answers that they are asked for elsewhere.
func builtForOne(shapes []hostileShape) []growthShape {
	var list []growthShape
	for _, s := range shapes {
		list = append(list, growthShape{s.name, s.build})
	}
	return list
}

package reports

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strconv"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/edtf"
)

// A builder puts reports together to a record.
type builder struct {
	t      Table
	found  *problems
	record dispute.Record
	ids    map[dispute.Ref]string              // whose key an ID was made from
	names  map[dispute.ActorID]map[string]bool // of agents
	claims map[dispute.ClaimID]bool
}

// build returns the record of rows, whose report keys differ.
func build(rows []row, t Table, l dispute.Limits, found *problems) dispute.Record {
	b := builder{t: t, found: found, ids: map[dispute.Ref]string{}, names: map[dispute.ActorID]map[string]bool{}, claims: map[dispute.ClaimID]bool{}}
	rows = slices.Clone(rows)
	slices.SortFunc(rows, func(x, y row) int { return cmp.Or(cmp.Compare(x.event, y.event), cmp.Compare(x.report, y.report)) })
	for len(rows) > 0 {
		n := 1
		for n < len(rows) && rows[n].event == rows[0].event {
			n++
		}
		b.event(rows[:n])
		rows = rows[n:]
	}
	b.agents(l)
	r := &b.record
	slices.SortFunc(r.Actors, func(x, y dispute.Actor) int { return cmp.Compare(x.ID, y.ID) })
	slices.SortFunc(r.Sources, func(x, y dispute.Source) int { return cmp.Compare(x.ID, y.ID) })
	slices.SortFunc(r.Events, func(x, y dispute.Event) int { return cmp.Compare(x.ID, y.ID) })
	slices.SortFunc(r.Claims, func(x, y dispute.Claim) int { return cmp.Compare(x.ID, y.ID) })
	slices.SortFunc(r.Attributions, func(x, y dispute.Attribution) int { return cmp.Compare(x.ID, y.ID) })
	for _, list := range []struct {
		name string
		n    int
	}{{"actors", len(r.Actors)}, {"events", len(r.Events)}, {"claims", len(r.Claims)}, {"attributions", len(r.Attributions)}} {
		if list.n > l.Items {
			found.add(position{}, "", "%w: the reports make %d %s, expected at most %d", dispute.ErrLimit, list.n, list.name, l.Items)
		}
	}
	return b.record
}

// unique reports an ID that was made from another key already, and returns
// whether it is new.
func (b *builder) unique(ref dispute.Ref, key string, at position) bool {
	other, known := b.ids[ref]
	if known && other != key {
		b.found.add(at, "", "%w: the keys %s and %s have one ID, %q", dispute.ErrDuplicateID, quote(other), quote(key), ref.ID)
	}
	b.ids[ref] = key
	return !known
}

// event files an event and the reports on it.
func (b *builder) event(rows []row) {
	e := dispute.Event{ID: EventID(rows[0].event), Kind: b.t.Kind, Summary: "event " + rows[0].event}
	b.unique(e.ID.Ref(), rows[0].event, rows[0].at)
	e.When, e.Until = b.agreedDate(rows)
	e.Place = agreed(rows, func(x row) string { return x.place })
	b.record.Events = append(b.record.Events, e)
	for _, x := range rows {
		b.report(e, x)
	}
}

// agreed returns what all that say something say, and the zero value where
// they differ.
func agreed[T comparable](rows []row, of func(row) T) T {
	var none, all T
	for _, x := range rows {
		switch v := of(x); {
		case v == none || v == all:
		case all == none:
			all = v
		default:
			return none
		}
	}
	return all
}

// period is the days of a report.
type period struct{ start, end edtf.Day }

func (b *builder) agreedDate(rows []row) (when, until edtf.Date) {
	p := agreed(rows, func(x row) period { return period{x.start, x.end} })
	if p.reversed() {
		return edtf.Date{}, edtf.Date{}
	}
	d := b.dating(p)
	return d.When, d.Until
}

func (p period) reversed() bool {
	return !p.start.IsZero() && !p.end.IsZero() && p.start.Compare(p.end) > 0
}

// dating returns what a period says in terms of the model.
func (b *builder) dating(p period) dispute.Dating {
	start, end := edtf.FromDay(p.start), edtf.FromDay(p.end)
	switch {
	case p.start == p.end:
		return dispute.Dating{When: start}
	case !b.t.Window:
		return dispute.Dating{When: start, Until: end}
	case p.end.IsZero():
		return dispute.Dating{When: edtf.MustParse("[" + p.start.String() + "..]")}
	case p.start.IsZero():
		return dispute.Dating{When: edtf.MustParse("[.." + p.end.String() + "]")}
	case p.reversed():
		return dispute.Dating{When: edtf.MustParse("[" + p.start.String() + "..]"), Until: edtf.MustParse("[.." + p.end.String() + "]")}
	}
	return dispute.Dating{When: edtf.MustParse("[" + p.start.String() + ".." + p.end.String() + "]")}
}

// dateText says a period as the end of a sentence on an event.
func (b *builder) dateText(p period) string {
	switch {
	case p.start == p.end:
		return "happened on " + p.start.String()
	case b.t.Window && p.end.IsZero():
		return "happened on or after " + p.start.String()
	case b.t.Window && p.start.IsZero():
		return "happened on or before " + p.end.String()
	case b.t.Window:
		return "happened on or after " + p.start.String() + " and on or before " + p.end.String()
	case p.end.IsZero():
		return "began on " + p.start.String()
	case p.start.IsZero():
		return "ended on " + p.end.String()
	}
	return "began on " + p.start.String() + " and ended on " + p.end.String()
}

// report files a report and what it claims.
func (b *builder) report(e dispute.Event, x row) {
	s := dispute.Source{ID: SourceID(x.report), Kind: b.t.SourceKind, Title: x.title, URL: x.url, Published: edtf.FromDay(x.published)}
	b.unique(s.ID.Ref(), x.report, x.at)
	if x.publisher != "" {
		s.Publisher = PublisherID(x.publisher)
		if b.unique(s.Publisher.Ref(), x.publisher, x.at) {
			b.record.Actors = append(b.record.Actors, dispute.Actor{ID: s.Publisher, Kind: b.t.PublisherKind, Name: x.publisher})
		}
	}
	b.record.Sources = append(b.record.Sources, s)

	b.state(s, "event", string(e.ID)+":event", e.Summary+" occurred", dispute.Content{Occurred: e.ID})
	if p := (period{x.start, x.end}); p != (period{}) {
		d := b.dating(p)
		d.Event = e.ID
		b.state(s, "date", fmt.Sprintf("%s:date:%s_%s", e.ID, p.start, p.end), e.Summary+" "+b.dateText(p), dispute.Content{Dating: &d})
	}
	if x.agentKey != "" {
		id := AgentID(x.agentKey)
		if b.unique(id.Ref(), x.agentKey, x.at) {
			b.names[id] = map[string]bool{}
		}
		b.names[id][x.agent] = true
		b.state(s, "agent", string(e.ID)+":agent:"+part(x.agentKey, actorPart), quoted(x.agentKey, x.agent)+" is named first in "+e.Summary,
			dispute.Content{Agency: &dispute.Agency{Event: e.ID, Actor: id}})
	}
	for i, f := range x.figures {
		if f == (figure{}) {
			continue
		}
		category := b.t.Figures[i].Category
		name := "figure:" + part(category, categoryPart)
		b.state(s, name, fmt.Sprintf("%s:%s:%s_%s_%s", e.ID, name, digits(f.low), digits(f.best), digits(f.high)),
			fmt.Sprintf("in %s the number %s was %s", e.Summary, category, f),
			dispute.Content{Figure: &dispute.Figure{Event: e.ID, Category: category, Low: f.low, Best: f.best, High: f.high}})
	}
}

// quoted is how a claim calls an agent: by what tells agents apart, since
// reports can give it several names.
func quoted(key, name string) string {
	if key == name {
		return name
	}
	return name + " (" + key + ")"
}

// digits returns a number, and nothing for none.
func digits(n *int64) string {
	if n == nil {
		return ""
	}
	return strconv.FormatInt(*n, 10)
}

// String returns the figure in words: "30 (low 27, high 33)".
func (f figure) String() string {
	var text string
	for _, limit := range []struct {
		name string
		n    *int64
	}{{"low", f.low}, {"high", f.high}} {
		if limit.n != nil {
			if text != "" {
				text += ", "
			}
			text += limit.name + " " + digits(limit.n)
		}
	}
	switch {
	case f.best == nil:
		return text
	case text == "":
		return digits(f.best)
	}
	return digits(f.best) + " (" + text + ")"
}

// state files that a report makes a claim, and the claim if it is new.
func (b *builder) state(s dispute.Source, what, claim, text string, content dispute.Content) {
	id := dispute.ClaimID(claim)
	if !b.claims[id] {
		b.claims[id] = true
		b.record.Claims = append(b.record.Claims, dispute.Claim{ID: id, Text: text, Content: content})
	}
	b.record.Attributions = append(b.record.Attributions, dispute.Attribution{ID: dispute.AttributionID(string(s.ID) + ":" + what),
		Speaker: s.Publisher, Stance: dispute.StanceAsserts, Claim: id, Source: s.ID, Lineage: b.t.Lineage})
}

// agents files the agents, each by the first of its names.
func (b *builder) agents(l dispute.Limits) {
	for _, id := range slices.Sorted(maps.Keys(b.names)) {
		names := slices.Sorted(maps.Keys(b.names[id]))
		if len(names)-1 > l.References {
			b.found.add(position{}, "", "%w: the agent %s has %d names, expected at most %d", dispute.ErrLimit, quote(b.ids[id.Ref()]), len(names), l.References+1)
		}
		b.record.Actors = append(b.record.Actors, dispute.Actor{ID: id, Kind: b.t.AgentKind, Name: names[0], Aliases: slices.Clip(names[1:])})
	}
}

package briefing

import (
	"cmp"
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/internal/english"
)

// tell puts one change where it belongs.
func (c *changes) tell(x dispute.Change) {
	in, ok := partOf(x.Kind)
	if !ok {
		c.grounds++
		return
	}
	t := topicOf(x.Key)
	switch t.name {
	case "event":
		c.tellEvent(in, x, dispute.EventID(t.ref.ID))
	case "dates":
		c.add(in, c.subject(t.ref), orderDates, c.dates(x, dispute.EventID(t.ref.ID)), t.ref)
	case "status":
		text, weight := c.status(t.ref)
		c.rank(in, c.subject(t.ref), weight)
		c.add(in, c.subject(t.ref), orderStanding, text, t.ref)
	case "claimed-dates":
		c.add(in, c.subject(t.ref), orderRivals, c.rivalText("rival dates", x), t.ref)
	case "figures":
		c.add(in, c.subject(t.ref), orderRivals, c.rivalText("rival figures", x), t.ref)
	case "claim":
		c.tellClaim(in, x, dispute.ClaimID(t.ref.ID))
	case "attribution":
		c.tellStatement(in, x, dispute.AttributionID(t.ref.ID))
	case "source", "actor":
		c.tellItem(in, x, t.ref)
	case "relation":
		c.tellRelation(in, t.rest)
	case "question":
		c.tellAnswer(in, subject{rankQuestion, 0, x.Key}, x, "Open: ", "No longer open: ", "Still open: ")
	case "conflict":
		c.tellAnswer(in, subject{rankConflict, 0, x.Key}, x, "Does not go together: ", "No longer a conflict: ", "Still a conflict: ")
	default:
		c.add(in, subject{rankActor, 1, x.Key}, orderStatements, "dates that cannot hold together")
	}
}

// text returns the words of a fact, and nothing for one that is not there.
func textOf(f dispute.Fact) string {
	var answer struct{ Text string }
	if f.Text == "" || json.Unmarshal([]byte(f.Text), &answer) != nil {
		return ""
	}
	return answer.Text
}

// tellAnswer tells a question or a conflict as it is written in the facts.
func (c *changes) tellAnswer(in part, key subject, x dispute.Change, appeared, gone, stays string) {
	before, after := c.a.plain(textOf(x.Before)), c.b.plain(textOf(x.After))
	text := stays + after
	switch {
	case before == after:
		return
	case before == "":
		text = appeared + after
	case after == "":
		text = gone + before
	}
	c.rank(in, key, middlingChange)
	c.at(in, key, x.Because...).line = Line{Text: text}
}

// rivalText sets what a set of rival dates or figures says beside what it said.
func (c *changes) rivalText(head string, x dispute.Change) string {
	before, after := c.a.rivalsIn(x.Before), c.b.rivalsIn(x.After)
	switch {
	case before == after || rowsOf(x.Before) == rowsOf(x.After):
		return ""
	case before == "":
		return head + ": " + after
	case after == "":
		return head + ": none any more, before " + before
	}
	return head + ": " + after + "; before " + before
}

// rivalsIn is the text of a set without the event, which the line is about.
func (t *teller) rivalsIn(f dispute.Fact) string {
	text := t.plain(textOf(f))
	if e, ok := t.v.Event(dispute.EventID(topicOf(f.Key).ref.ID)); ok {
		text = strings.Replace(text, " in \""+t.eventName(e)+"\"", "", 1)
	}
	return text
}

// rowsOf returns the rows of a set of rival dates or figures as JSON.
func rowsOf(f dispute.Fact) string {
	var set struct{ Rows json.RawMessage }
	if json.Unmarshal([]byte(f.Text), &set) != nil {
		return f.Text
	}
	return string(set.Rows)
}

func (c *changes) tellEvent(in part, x dispute.Change, id dispute.EventID) {
	key := c.subject(id.Ref())
	switch {
	case x.Before.Key == "":
		e, _ := c.b.v.Event(id)
		if e.Phase == dispute.PhaseExpected {
			in = announced
		}
		c.rank(in, key, weightyChange)
		p := c.at(in, key, id.Ref())
		p.line.Head, p.line.Text = english.UpperFirst(c.b.eventName(e)), c.b.account(e)
	case x.After.Key == "":
		e, _ := c.a.v.Event(id)
		c.add(in, key, orderItem, "no longer on file, before "+c.a.account(e), id.Ref())
	case x.Kind == dispute.ChangeCorrected:
		was, _ := c.a.v.Event(id)
		is, _ := c.b.v.Event(id)
		before := c.a.account(was)
		if name := c.a.eventName(was); name != c.b.eventName(is) {
			before = name + ", " + before
		}
		c.restated[is.ID] = true
		c.rank(in, key, weightyChange)
		c.add(in, key, orderItem, "was: "+before, id.Ref())
		c.add(in, key, orderItem, "is: "+c.b.account(is))
	default:
		c.add(in, key, orderStatements, fieldsText("told more of: ", x.Fields), id.Ref())
	}
}

// account says when an event was, how it stands, and on whose word.
func (t *teller) account(e dispute.Event) string {
	s := t.v.EventStatus(e.ID)
	m := matter{event: e, phase: e.Phase, status: s, mark: markOf(s)}
	parts := []string{t.when(e)}
	if took(e.Phase) || s.Label != dispute.LabelUnasserted {
		parts = append(parts, m.mark.String())
	}
	if v := t.verdict(s); v != "" {
		parts = append(parts, v)
	}
	return strings.Join(parts, ", ") + "; " + t.wordOn(m)
}

// wordOn names whose word a matter stands on, and who denies it.
func (t *teller) wordOn(m matter) string {
	var parts []string
	if len(m.status.For.Roots()) > 0 {
		parts = append(parts, t.sideText(m.status.For, "said by "))
	} else if who := t.announcers(m); !took(m.phase) && who != nil {
		parts = append(parts, "according to "+enumerate(who))
	}
	if len(m.status.Against.Roots()) > 0 {
		parts = append(parts, t.sideText(m.status.Against, "denied by "))
	}
	if parts == nil {
		return "nobody says so first-hand"
	}
	return strings.Join(parts, "; ")
}

// dates says when an event was, if that is told otherwise than before.
func (c *changes) dates(x dispute.Change, id dispute.EventID) string {
	was, _ := c.a.v.Event(id)
	is, ok := c.b.v.Event(id)
	if x.Before.Key == "" || x.After.Key == "" || !ok || c.fresh[is.ID] {
		return ""
	}
	before, after := c.a.when(was), c.b.when(is)
	if before == after || x.Kind == dispute.ChangeCorrected && slices.ContainsFunc(x.Because, func(r dispute.Ref) bool { return r == is.ID.Ref() }) {
		return ""
	}
	how := ""
	if c.b.v.When(is.ID).Tightened {
		how = ", inferred from linked events"
	}
	return "dated " + after + " (before: " + before + ")" + how
}

// status says how a claim or an event stands and on whose word, if that is told
// otherwise than before. Of new events their first line says it.
func (c *changes) status(ref dispute.Ref) (string, weight) {
	before, was := c.a.standing(ref)
	after, is := c.b.standing(ref)
	switch {
	case ref.Kind == dispute.ItemEvent && (c.fresh[is.event.ID] || c.restated[is.event.ID]), ref.Kind == dispute.ItemClaim && is.claim.Content.Occurred != "":
		return "", lightChange
	case was.mark.Label == 0:
		return after, heavyIf(is.mark.For+is.mark.Against > 0)
	case is.mark.Label == 0:
		return "stood " + before, weightyChange
	case before == after:
		return "", lightChange
	case was.mark == is.mark:
		return "still " + after + " (before: " + c.a.wordOn(was) + ")", lightChange
	}
	return "now " + after + "; before " + was.mark.String(), heavyIf(was.mark.Label != is.mark.Label)
}

// heavyIf returns the weight of a change of standing.
func heavyIf(heavy bool) weight {
	if heavy {
		return weightyChange
	}
	return middlingChange
}

// standing says how an item stands in a view, and on whose word.
func (t *teller) standing(ref dispute.Ref) (string, matter) {
	var m matter
	if ref.Kind == dispute.ItemClaim {
		m.claim, _ = t.v.Claim(dispute.ClaimID(ref.ID))
		m.status = t.v.Status(dispute.ClaimID(ref.ID))
	} else {
		m.event, _ = t.v.Event(dispute.EventID(ref.ID))
		m.phase, m.status = m.event.Phase, t.v.EventStatus(dispute.EventID(ref.ID))
	}
	m.mark = markOf(m.status)
	text := m.mark.String()
	if v := t.verdict(m.status); v != "" {
		text += ", " + v
	}
	return text + "; " + t.wordOn(m), m
}

func (c *changes) tellClaim(in part, x dispute.Change, id dispute.ClaimID) {
	key := c.subject(id.Ref())
	before, _ := c.a.v.Claim(id)
	after, _ := c.b.v.Claim(id)
	switch {
	case x.Before.Key == "": // its standing and the statements on it tell
	case x.After.Key == "":
		c.add(in, key, orderItem, "no longer on file as a claim: "+before.Text, id.Ref())
	case after.Content.Occurred != "": // the event tells
	case before.Text != after.Text:
		c.add(in, key, orderItem, "was: "+before.Text+"; is: "+after.Text, id.Ref())
	default:
		c.add(in, key, orderStatements, fieldsText("revised: ", x.Fields), id.Ref())
	}
}

func (c *changes) tellStatement(in part, x dispute.Change, id dispute.AttributionID) {
	key := c.subject(id.Ref())
	was, _ := c.a.v.Attribution(id)
	is, _ := c.b.v.Attribution(id)
	switch {
	case x.Before.Key == "":
		at := placed{in, key}
		c.at(in, key, id.Ref())
		c.spoken[at] = append(c.spoken[at], c.notes.statement(is.ID))
	case x.After.Key == "":
		c.add(in, key, orderStatements, "no longer on file: "+c.a.sentence(was), id.Ref())
	case x.Kind != dispute.ChangeCorrected:
		text := fieldsText("statement revised in its ", x.Fields)
		c.add(in, key, orderStatements, text+": "+strconv.Itoa(c.notes.statement(is.ID)), id.Ref())
	default:
		c.add(in, key, orderStatements, "was: "+c.a.sentence(was)+"; is: "+c.b.sentence(is), id.Ref(), is.ID.Ref())
	}
}

// sentence says a statement in full.
func (t *teller) sentence(a dispute.Attribution) string { return t.plain(t.v.Sentence(a.ID.Ref())) }

// tellItem says what became of a source or an actor; those that are new stand
// together.
func (c *changes) tellItem(in part, x dispute.Change, ref dispute.Ref) {
	switch {
	case x.Before.Key == "" && ref.Kind == dispute.ItemSource:
		p := c.at(in, subject{rankSource, -1, ""}, ref)
		p.line.Head = "New sources"
		p.names = append(p.names, c.notes.source(dispute.SourceID(ref.ID)))
	case x.Before.Key == "":
		p := c.at(in, subject{rankActor, -1, ""}, ref)
		p.line.Head = "New actors"
		p.names = append(p.names, c.b.name(dispute.ActorID(ref.ID)))
	case x.After.Key == "":
		c.add(in, c.subject(ref), orderStatements, "no longer on file", ref)
	default:
		c.add(in, c.subject(ref), orderStatements, fieldsText("revised: ", x.Fields), ref)
	}
}

// worded are the fields that are told as they were: what they are now is told
// elsewhere.
var worded = map[string]bool{"summary": true, "place": true, "title": true, "name": true}

// fieldsText names the fields of an item that state something else.
func fieldsText(lead string, fields []dispute.FieldChange) string {
	var names []string
	for _, f := range fields {
		name := strings.ReplaceAll(strings.Split(strings.TrimPrefix(f.Path, "/"), "/")[0], "_", " ")
		var before string
		if worded[name] && json.Unmarshal([]byte(f.Before), &before) == nil {
			name += " (before: “" + before + "”)"
		}
		if !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	if names == nil {
		return ""
	}
	return lead + english.List(names)
}

// tellRelation says how a relation stands on the day of either view.
func (c *changes) tellRelation(in part, parts []string) {
	var track dispute.Track
	if len(parts) != 3 || track.UnmarshalText([]byte(parts[0])) != nil {
		return
	}
	from, to := dispute.ActorID(parts[1]), dispute.ActorID(parts[2])
	was, is := c.a.relationOn(from, to, track), c.b.relationOn(from, to, track)
	name := is.of.String()
	if name == is.pair.String() { // with nothing on file any more
		name = was.of.String()
	}
	key := subject{rankRelation, 0, name}
	before, after := c.a.stateText(was), c.b.stateText(is)
	if before != after {
		c.rank(in, key, heavyIf(was.state.NoChangeRecorded != is.state.NoChangeRecorded))
		c.add(in, key, orderItem, after+" (before: "+before+")")
	}
	said, says := c.a.besideText(was), c.b.besideText(is)
	switch {
	case said == says && before == after:
		c.add(in, key, orderItem, "its course is told otherwise; now as before "+after)
	case said == "" && says != "":
		c.add(in, key, orderItem, "newly claimed: "+says)
	case said != says:
		c.add(in, key, orderItem, "claimed: "+cmp.Or(says, "nothing any more")+" (before: "+said+")")
	}
	c.at(in, key, from.Ref(), to.Ref())
}

func (t *teller) relationOn(from, to dispute.ActorID, track dispute.Track) relation {
	r := t.v.Relation(from, to, track)
	if day := t.v.Day(); !day.IsZero() {
		return relation{r, r.Pair(), r.On(day)}
	}
	return relation{r, r.Pair(), courseOf(r)}
}

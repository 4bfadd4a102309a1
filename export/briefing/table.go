package briefing

import (
	"strings"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/internal/english"
)

// A row is relations that stand alike and share an actor.
type row struct {
	track         dispute.Track
	with          dispute.ActorID
	to            bool // the shared actor stands at the end of the pairs
	state, beside string
}

// relationTable is a table of all relations on which anything is on file.
func (t *teller) relationTable(list []relation) Section {
	s := Section{Name: "all-relations", Title: "Relations", Columns: []string{"Relation", "Who", "State", "Claimed beside it"}}
	if !t.day.IsZero() {
		s.Title += " on " + t.day.English()
	}
	counts := map[row]int{}
	rows := make([][2]row, len(list))
	for i, r := range list {
		state, beside := t.stateText(r), t.besideText(r)
		for j, with := range []dispute.ActorID{r.pair.From, r.pair.To} {
			rows[i][j] = row{r.pair.Track, with, j == 1 && !r.pair.Track.Mutual(), state, beside}
			counts[rows[i][j]]++
		}
	}
	at := map[row]int{}
	var names [][]string
	var keys []row
	for i, r := range list {
		key, other := rows[i][1], r.pair.From
		if counts[rows[i][0]] > counts[key] {
			key, other = rows[i][0], r.pair.To
		}
		n, ok := at[key]
		if !ok {
			n, at[key] = len(keys), len(keys)
			keys, names = append(keys, key), append(names, nil)
			s.Lines = append(s.Lines, Line{})
		}
		names[n] = append(names[n], t.name(other))
		s.Lines[n].Items = append(s.Lines[n].Items, r.pair.From.Ref(), r.pair.To.Ref())
	}
	for i, key := range keys {
		what := t.trackWith(&cluster{track: key.track, with: key.with, to: key.to})
		s.Lines[i].Items = refs(s.Lines[i].Items...)
		s.Lines[i].Cells = []string{english.UpperFirst(what), english.List(names[i]), key.state, key.beside}
	}
	return s
}

// stateText says how a relation stood on the day.
func (t *teller) stateText(r relation) string {
	if r.state.NoChangeRecorded {
		return "no change recorded"
	}
	var parts []string
	for _, p := range r.state.States {
		text := possibly(p.Certainty) + t.stateName(r.pair.Track, p.State, p.Against)
		x := turn{state: p}
		switch {
		case p.Presupposed && len(p.Rulings) == 0:
			text += " (presupposed)"
		case x.isChange():
			text += t.rulingsText(x)
		case len(p.Rulings) > 0:
			text += " (by an affiliation on file)"
		}
		parts = append(parts, strings.TrimSpace(text))
	}
	if parts == nil {
		return "nothing in force"
	}
	return strings.Join(parts, "; ")
}

// rulingsText says when a state was brought about, and by which events of the
// timeline.
func (t *teller) rulingsText(x turn) string {
	var places []int
	for _, r := range x.state.Rulings {
		if e, ok := t.v.Event(r.Event); ok && r.Event != "" && t.numbered {
			places = append(places, t.place[e.ID])
		}
	}
	text := ""
	if days := daysOfRulings(x); days != "" && !x.state.Rulings[0].End {
		text = " " + days
	}
	switch list, e := numbers(places), x.state.Rulings[0].Event; {
	case list == "" && x.state.Rulings[0].End && e != "":
		event, _ := t.v.Event(e)
		return " after the end of “" + t.eventName(event) + "”"
	case list == "":
		return text
	case x.state.Rulings[0].End:
		return text + " after the end of no. " + list
	default:
		return text + " (no. " + list + ")"
	}
}

// besideText says what is claimed of a relation without making its state.
func (t *teller) besideText(r relation) string {
	var parts []string
	told := map[string]bool{}
	for _, list := range [][]dispute.ReportedState{r.state.Claims, r.state.Alleged} {
		for _, x := range list {
			mark := markOf(t.v.Status(x.Claim))
			if x.Event != "" {
				mark = markOf(t.v.EventStatus(x.Event))
			}
			var what []string
			if x.State != 0 {
				what = append(what, t.stateName(r.pair.Track, x.State, x.Against))
			} else if x.Against != "" {
				what = append(what, "against "+t.name(x.Against))
			}
			if x.Trend != 0 {
				what = append(what, x.Trend.String())
			}
			if what == nil {
				what = append(what, "of a kind not stated")
			}
			text := strings.Join(what, ", ") + ": " + mark.String()
			if day := daysOf(x.When); x.Certainty == dispute.CertaintyExcluded && day != "" {
				text += ", over by then (begun " + day + ")"
			}
			if !told[text] {
				told[text] = true
				parts = append(parts, text)
			}
		}
	}
	return strings.Join(parts, "; ")
}

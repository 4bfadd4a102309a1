package main

import (
	"slices"

	"github.com/dispute-go/dispute"
)

// A row is one proposition, act or question, with what either party says.
type row struct {
	list   list
	kind   string // event, claim or question
	id     string
	text   string
	status dispute.Status // zero for a question
	words  [2]word
}

// A word is what a party does with a proposition, and its statements. The zero
// word is that it says nothing.
type word struct {
	verb       string
	statements []string
}

// A list is what a row belongs to.
type list int

const (
	agreed list = iota
	rejected
	disputed
	oneSided
	uncommitted
	demands
	accusations
	unanswered
)

var lists = []struct{ name, title, lead string }{
	agreed:      {"agreed", "Agreed", "Both affirm it, and neither denies it."},
	rejected:    {"rejected", "Agreed not to be so", "Both deny it, and neither affirms it."},
	disputed:    {"disputed", "Disputed", "It is both affirmed and denied."},
	oneSided:    {"one-sided", "Told by one side only", "No word of the other's on it is on file."},
	uncommitted: {"uncommitted", "Said on either side without committing it", "It is said by organs and others who cannot commit the party, or is only implied."},
	demands:     {"demand", "Demands", ""},
	accusations: {"accusation", "Accusations", ""},
	unanswered:  {"unanswered", "Left unanswered", ""},
}

// A table holds two accounts, list by list.
type table struct {
	v       *dispute.View
	parties [2]dispute.Actor
	rows    []row
}

func compare(v *dispute.View, parties [2]dispute.Actor) *table {
	t := &table{v: v, parties: parties}
	c := v.Compare(parties[0].ID, parties[1].ID)
	t.addCompared(agreed, c.Agreed)
	t.addCompared(rejected, c.Rejected)
	t.addCompared(disputed, c.Disputed)
	t.addCompared(oneSided, c.OneSided)
	var accounts [2]dispute.Account
	for i, p := range parties {
		accounts[i] = v.Account(p.ID)
	}
	t.addAccounts(uncommitted, accounts, func(a dispute.Account) []dispute.AccountLine { return a.Uncommitted })
	t.addAccounts(demands, accounts, func(a dispute.Account) []dispute.AccountLine { return a.Demands })
	t.addAccounts(accusations, accounts, func(a dispute.Account) []dispute.AccountLine { return a.Accusations })
	for i, a := range accounts {
		for _, q := range a.Unanswered {
			r := row{list: unanswered, kind: "question", id: q.ID, text: q.String()}
			r.words[i] = word{verb: "has not answered"}
			t.rows = append(t.rows, r)
		}
	}
	return t
}

// start returns a row without any words.
func (t *table) start(l list, e dispute.EventID, c dispute.ClaimID, text string) row {
	if e != "" {
		return row{list: l, kind: "event", id: string(e), text: text, status: t.v.EventStatus(e)}
	}
	return row{list: l, kind: "claim", id: string(c), text: text, status: t.v.Status(c)}
}

func (t *table) addCompared(l list, lines []dispute.ComparisonLine) {
	for _, line := range lines {
		r := t.start(l, line.Event, line.Claim, line.String())
		for i, p := range t.parties {
			for _, side := range []struct {
				verb  string
				words []dispute.PartyPosition
			}{{"affirms", line.For}, {"denies", line.Against}} {
				n := slices.IndexFunc(side.words, func(w dispute.PartyPosition) bool { return w.Party == p.ID })
				if n < 0 {
					continue
				}
				w := &r.words[i]
				if w.verb != "" {
					w.verb += " and "
				}
				w.verb += side.verb
				if side.words[n].Performed {
					w.verb += " by doing it"
				}
				said := t.statements(r.status.Event, side.words[n].Attributions, side.words[n].Sources)
				if said == nil { // an act on which others have to be believed
					w.verb += ", as told by others"
					said = t.told(r.status)
				}
				w.statements = append(w.statements, said...)
			}
		}
		t.rows = append(t.rows, r)
	}
}

// addAccounts adds the lines that either party has in a list of its account. A
// demand or accusation of both is one row.
func (t *table) addAccounts(l list, accounts [2]dispute.Account, of func(dispute.Account) []dispute.AccountLine) {
	first := len(t.rows)
	for i, a := range accounts {
		for _, line := range of(a) {
			r := t.start(l, line.Event, line.Claim, line.String())
			verb := "acts"
			switch {
			case line.Stance != 0:
				verb = line.Stance.String()
			case l == demands:
				verb = "demands"
			case l == accusations:
				verb = "accuses"
			}
			n := slices.IndexFunc(t.rows[first:], func(o row) bool { return o.kind == r.kind && o.id == r.id })
			if n < 0 {
				n = len(t.rows) - first
				t.rows = append(t.rows, r)
			}
			w := &t.rows[first+n].words[i]
			if w.verb != "" {
				verb = w.verb + " and " + verb
			}
			w.verb = verb
			w.statements = append(w.statements, t.statements(r.status.Event, line.Attributions, line.Sources)...)
		}
	}
}

// told says on whose word a thing stands.
func (t *table) told(s dispute.Status) []string {
	var texts []string
	for _, root := range s.For.Roots() {
		if root.Attribution != "" {
			texts = append(texts, t.v.Sentence(root.Attribution.Ref()))
			continue
		}
		event := s.Event
		if other, ok := t.v.Claim(root.Claim); ok {
			event = other.Content.Occurred
		}
		texts = append(texts, t.v.Report(event, root.Source))
	}
	return texts
}

// statements says who says so, in whole sentences.
func (t *table) statements(event dispute.EventID, attributions []dispute.AttributionID, sources []dispute.SourceID) []string {
	var texts []string
	for _, id := range attributions {
		texts = append(texts, t.v.Sentence(id.Ref()))
	}
	for _, id := range sources {
		texts = append(texts, t.v.Report(event, id))
	}
	return texts
}

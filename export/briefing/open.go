package briefing

import (
	"slices"
	"strings"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/internal/english"
)

// openDraft tells what is open.
func (t *teller) openDraft() draft {
	d := draft{Section: Section{Name: "open", Title: "Open"}, after: 2}
	matters := t.openMatters()
	for _, x := range matters {
		d.total += x.weight
	}
	for _, x := range matters[:min(len(matters), mostLines)] {
		d.add(x.weight, t.openLine(x))
	}
	return d
}

// An openMatter is a question, or all that one actor is reported not to have
// responded to, as of one day.
type openMatter struct {
	lead      string // of reported silences
	questions []dispute.Question
	weight    int
}

// openMatters returns what is open, in the order of the view, but for what is
// expected.
func (t *teller) openMatters() (list []*openMatter) {
	silences := map[string]*openMatter{}
	for _, q := range t.v.OpenQuestions() {
		if q.Kind == dispute.QuestionAgeing || q.Kind == dispute.QuestionOverdue {
			continue
		}
		var lead string
		if q.Event == "" && q.Kind == dispute.QuestionNoResponse {
			lead, _, _ = strings.Cut(q.String(), notResponded)
		}
		x := silences[lead]
		if lead == "" || x == nil {
			x = &openMatter{lead: lead}
			silences[lead] = x
			list = append(list, x)
		}
		x.questions, x.weight = append(x.questions, q), x.weight+1
	}
	return list
}

func (t *teller) openLine(x *openMatter) Line {
	if x.lead == "" {
		q := x.questions[0]
		return Line{Text: t.asked(q), Items: t.asking(q)}
	}
	var to []string
	var items []dispute.Ref
	for _, q := range x.questions {
		to, items = append(to, t.unheeded(q)), append(items, t.asking(q)...)
	}
	return Line{Text: english.UpperFirst(t.plain(x.lead)) + notResponded + strings.Join(to, ", nor to "), Items: refs(items...)}
}

// notResponded stands in the words of a silence that somebody reported, between who
// was silent and what was to be answered.
const notResponded = " has not responded to "

// asking returns the items that a question is about.
func (t *teller) asking(q dispute.Question) []dispute.Ref {
	var list []dispute.Ref
	if q.Event != "" {
		list = append(list, q.Event.Ref())
	}
	if q.Claim != "" {
		list = append(list, q.Claim.Ref())
	}
	if q.Attribution != "" {
		list = append(list, q.Attribution.Ref())
	}
	if q.Respondent != "" {
		list = append(list, q.Respondent.Ref())
	}
	return refs(list...)
}

// unheeded names what was not responded to.
func (t *teller) unheeded(q dispute.Question) string {
	s, ok := t.v.Source(q.Channel)
	if q.Channel != "" && ok && !s.Confidential && s.Title != "" {
		return s.Title + maybe(q)
	}
	if c, ok := t.v.Claim(q.Claim); ok && q.Claim != "" && q.Attribution == "" {
		return "the allegation that " + c.Text + maybe(q)
	}
	_, what, _ := strings.Cut(q.String(), notResponded)
	return t.plain(what)
}

// maybe says that a silence may be over.
func maybe(q dispute.Question) string {
	if q.MayBeAnswered {
		return " (an answer that may be later is on file)"
	}
	return ""
}

// asked says a question that is no reported silence.
func (t *teller) asked(q dispute.Question) string {
	text := t.plain(q.String())
	if e, ok := t.v.Event(q.Event); ok && q.Event != "" && q.Kind == dispute.QuestionNoResponse {
		who := "somebody who is not named"
		if q.Respondent != "" {
			who = t.name(q.Respondent)
		}
		return "No response from " + who + " is on file to " + t.actName(e)
	}
	return english.UpperFirst(text)
}

// actName names an accusation, a demand or an appeal by who made it, and at whom it
// is aimed. What is not plain from that is told by its summary.
func (t *teller) actName(e dispute.Event) string {
	noun := map[dispute.EventKind]string{dispute.KindAccuse: "the accusation", dispute.KindDemand: "the demand", dispute.KindAppeal: "the appeal"}[e.Kind]
	var doers, targets []dispute.ActorID
	for _, p := range e.Participants {
		switch p.Role {
		case dispute.RoleActor:
			doers = append(doers, p.Actor)
		case dispute.RoleTarget:
			targets = append(targets, p.Actor)
		}
	}
	aimed := ""
	switch {
	case e.Asks != "" && targets != nil && slices.Contains(transitive, e.Asks):
		aimed = " to " + english.Words(string(e.Asks)) + " " + t.namesOf(targets)
	case e.Asks == "" && targets != nil && e.Kind == dispute.KindAccuse && len(e.Claims) == 1:
		if c, ok := t.v.Claim(e.Claims[0]); ok {
			aimed = " that " + c.Text
		}
	}
	if noun == "" || doers == nil || aimed == "" {
		return "this: " + t.eventName(e)
	}
	return noun + " by " + t.namesOf(doers) + aimed
}

// transitive are the acts of which it is plain what it means to ask for them with
// their target.
var transitive = []dispute.EventKind{dispute.KindCondemn, dispute.KindCriticise, dispute.KindPraise, dispute.KindAttack, dispute.KindThreaten, dispute.KindBlockade}

// expectedDraft tells what is expected, in the order of the timeline.
func (t *teller) expectedDraft() draft {
	d := draft{Section: Section{Name: "expected", Title: "Expected"}, after: 2}
	late := map[dispute.EventID]string{}
	for _, q := range t.v.OpenQuestions() {
		switch q.Kind {
		case dispute.QuestionAgeing:
			late[q.Event] = "; the time has begun"
		case dispute.QuestionOverdue:
			late[q.Event] = "; overdue"
		}
	}
	for _, m := range t.events {
		if m.phase != dispute.PhaseExpected {
			continue
		}
		d.total++
		if d.total > mostLines {
			continue
		}
		text := strings.TrimPrefix(t.when(m.event), "expected ")
		text = strings.TrimSuffix(text, " (“"+m.event.Wording+"”)") + late[m.event.ID]
		if who := t.announcers(m); who != nil {
			text += ", according to " + enumerate(who)
		}
		d.add(1, Line{Head: english.UpperFirst(t.text(m)), Text: text, Items: refs(m.ref())})
	}
	return d
}

// announcers names who says that an event is expected.
func (t *teller) announcers(m matter) (who []string) {
	said := t.voices(m.status.For)
	who = append(said.firm, said.implied...)
	for _, id := range m.event.Sources {
		if name := t.publisher(id); !slices.Contains(who, name) && len(who) <= mostNames {
			who = append(who, name)
		}
	}
	return who
}

// publisher names who published a source, or else wrote it.
func (t *teller) publisher(id dispute.SourceID) string {
	s, ok := t.v.Source(id)
	switch {
	case !ok:
		return "an unknown source"
	case s.Confidential:
		return "a confidential source"
	case s.Publisher != "":
		return t.name(s.Publisher)
	case len(s.Authors) == 0:
		return "an unknown publisher"
	}
	var authors []dispute.ActorID
	for _, a := range s.Authors {
		authors = append(authors, a.Actor)
	}
	return t.jointly(authors)
}

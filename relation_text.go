package dispute

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/dispute-go/dispute/edtf"
)

// sentence says a state with the changes it rests on, the alleged ones beside
// it.
func (f *relationFile) sentence(s *RelationState) string {
	text := f.statesText(s)
	var alleged []string
	for _, r := range s.Alleged {
		alleged = append(alleged, f.reportText(r))
	}
	if alleged != nil {
		text += "; alleged: " + strings.Join(alleged, "; ")
	}
	return text
}

// statesText says the states without what is alleged.
func (f *relationFile) statesText(s *RelationState) string {
	switch {
	case s.NoChangeRecorded:
		return "no change recorded"
	case len(s.States) == 0:
		return "nothing on file for this day"
	}
	texts := make([]string, len(s.States))
	for i, p := range s.States {
		texts[i] = f.stateText(p)
	}
	return strings.Join(texts, "; ")
}

func (f *relationFile) stateText(p PossibleState) string {
	var b strings.Builder
	b.WriteString(f.stateName(p.State, p.Against))
	switch {
	case p.Presupposed && len(p.Rulings) == 0:
		b.WriteString(" (presupposed)")
	case p.Presupposed:
		b.WriteString(" (perhaps only presupposed)")
	}
	fmt.Fprintf(&b, ": %s", p.Certainty)
	for i, r := range p.Rulings {
		if i > 0 {
			b.WriteString(", or")
		}
		fmt.Fprintf(&b, " (%s) — %s", rangeWords(r.When), f.rulingText(r))
	}
	return b.String()
}

func (f *relationFile) stateName(s State, against ActorID) string {
	name := s.String()
	if s == 0 {
		name = "unknown"
	}
	if against != "" {
		name += " against " + f.v.name(f.v.resolve(against.Ref()))
	}
	return name
}

func (f *relationFile) rulingText(r Ruling) string {
	var text string
	switch {
	case r.Event != "":
		text = fmt.Sprintf("%s [%s]", f.eventText(r.Event), r.Event)
	case r.Claim != "":
		text = fmt.Sprintf("%s [%s]", f.v.d.claim(f.v.resolve(r.Claim.Ref())).Text, r.Claim)
	default:
		text = fmt.Sprintf("affiliation of %s [%s]", f.v.name(f.v.resolve(r.Actor.Ref())), r.Actor)
	}
	if r.End {
		return "after the end of: " + text
	}
	return text
}

func (f *relationFile) eventText(id EventID) string {
	e := f.v.d.event(f.v.resolve(id.Ref()))
	return cmp.Or(e.Summary, string(e.Kind))
}

func (f *relationFile) reportText(r RelationReport) string {
	var text string
	if r.Event != "" {
		text = fmt.Sprintf("%s [%s]", f.eventText(r.Event), r.Event)
	} else {
		text = fmt.Sprintf("%s [%s]", f.v.d.claim(f.v.resolve(r.Claim.Ref())).Text, r.Claim)
	}
	return fmt.Sprintf("%s (%s)", text, r.Label)
}

// rangeWords says a range of days in English.
func rangeWords(r DayRange) string {
	if r.First.IsZero() && r.Last.IsZero() {
		return "undated"
	}
	return edtf.Range{First: openBound(r.First, edtf.OpenPast()), Last: openBound(r.Last, edtf.OpenFuture())}.English()
}

func openBound(d edtf.Day, open edtf.Bound) edtf.Bound {
	if d.IsZero() {
		return open
	}
	return edtf.DayBound(d)
}

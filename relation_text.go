package dispute

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/english"
	"github.com/dispute-go/dispute/internal/ints"
)

// String names the track and the two actors in words, such as "diplomatic
// relations between Mali and Ukraine" or "support from Russia to Mali"; a relation
// with nothing on file by their IDs. The zero Relation is "no relation".
func (r Relation) String() string {
	switch {
	case r.pair == Pair{}:
		return "no relation"
	case r.file == nil:
		return r.pair.String()
	}
	track := english.Words(r.pair.Track.String())
	a, b := r.file.v.name(r.file.a), r.file.v.name(r.file.b)
	switch {
	case r.pair.Track.Mutual():
		return track + " between " + a + " and " + b
	case r.pair.Track == TrackMembership:
		return track + " of " + a + " in " + b
	case r.pair.Track == TrackHostility || r.pair.Track == TrackStance:
		return track + " of " + a + " towards " + b
	}
	return track + " from " + a + " to " + b
}

// sentence says a state with the changes it rests on, the alleged ones beside
// it.
func (f *relationFile) sentence(s *RelationState) string {
	text := f.statesText(s)
	for _, list := range []struct {
		name    string
		reports []RelationReport
	}{{"said beside it", s.Claims}, {"alleged", s.Alleged}} {
		for i, r := range list.reports {
			if i == 0 {
				text += "; " + list.name + ": "
			} else {
				text += "; "
			}
			text += f.reportText(r, s.Day)
		}
	}
	return text
}

// statesText says the states without what is alleged.
func (f *relationFile) statesText(s *RelationState) string {
	switch {
	case s.NoChangeRecorded:
		return noChange
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
		if r.Actor == "" || r.When != (DayRange{}) {
			fmt.Fprintf(&b, " (%s)", rangeWords(r.When))
		}
		fmt.Fprintf(&b, " — %s", f.rulingText(r))
	}
	return b.String()
}

func (f *relationFile) stateName(s State, against ActorID) string {
	name := english.Words(s.String())
	switch {
	case s == 0:
		name = "unknown"
	case s == StateNone && f.pair.Track == TrackHostility: // which is not to say that it is over
		name = "no later hostile act on file"
	}
	if against != "" {
		name += " against " + f.v.name(f.v.resolve(against.Ref()))
	}
	return name
}

func (f *relationFile) rulingText(r Ruling) string {
	switch {
	case r.Actor != "" && r.End:
		return fmt.Sprintf("after the end of the affiliation on file with %s [%s]", f.v.name(f.a), r.Actor)
	case r.Actor != "":
		return fmt.Sprintf("by the affiliation on file with %s [%s]", f.v.name(f.a), r.Actor)
	}
	subject, word := f.subjectText(r.Event, r.Claim), f.onTheWordOf(r.Event, r.Claim)
	switch {
	case word == "":
	case r.Event != "": // when it did and that it has ended, they need not have said
		subject += ", which took place " + word
	default:
		subject += ", " + word
	}
	if r.End {
		return "after the end of: " + subject
	}
	return subject
}

func (f *relationFile) eventText(id EventID) string {
	e := f.v.d.event(f.v.resolve(id.Ref()))
	return cmp.Or(e.Summary, string(e.Kind))
}

// reportText says what is reported beside a state, and how it stands by whom.
// What does not bear on the day is said with its dates.
func (f *relationFile) reportText(r RelationReport, day edtf.Day) string {
	text := f.subjectText(r.Event, r.Claim)
	switch {
	case r.Certainty != CertaintyExcluded:
	case r.Days.Last.Compare(day) < 0:
		text += " (over by then: " + rangeWords(r.Days) + ")"
	default:
		text += " (not on this day: " + rangeWords(r.Days) + ")"
	}
	if r.Trend != 0 {
		text += ", " + r.Trend.String()
	}
	return text + ", " + words{f.v.court}.text(f.v.judge(f.proposition(r.Event, r.Claim)))
}

// subjectText says what an event or else a claim is, with its ID.
func (f *relationFile) subjectText(event EventID, claim ClaimID) string {
	if event != "" {
		return fmt.Sprintf("%s [%s]", f.eventText(event), event)
	}
	return fmt.Sprintf("%s [%s]", f.v.d.claim(f.v.resolve(claim.Ref())).Text, claim)
}

func (f *relationFile) proposition(event EventID, claim ClaimID) proposition {
	if event != "" {
		return f.v.occurrenceOf(f.v.resolve(event.Ref()))
	}
	return f.v.proposition(f.v.resolve(claim.Ref()))
}

// onTheWordOf names who says so, and does not merely imply it, of what the
// view accepts.
func (f *relationFile) onTheWordOf(event EventID, claim ClaimID) string {
	s := f.v.judge(f.proposition(event, claim))
	var names ints.Numbering[string]
	for r := range spoken(s.supporting.roots) {
		if !r.implied {
			names.Add(words{f.v.court}.whoText(r))
		}
	}
	if len(names.Keys) == 0 {
		return ""
	}
	return "on the word of " + strings.Join(names.Keys, " and of ")
}

// rangeWords says a range of days in English.
func rangeWords(r DayRange) string {
	switch {
	case r.Open:
		return "without a beginning"
	case r.First.IsZero() && r.Last.IsZero():
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

package dispute

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/course"
	"github.com/dispute-go/dispute/internal/english"
	"github.com/dispute-go/dispute/internal/ints"
)

// noChange is said of a relation of which the view accepts no change.
const noChange = "no change recorded"

// String names the track and the two actors in words, such as "diplomatic
// relations between Mali and Ukraine" or "support from Russia to Mali"; an actor
// that is not there by its ID. The zero Relation is "no relation".
func (r Relation) String() string {
	switch {
	case r.read != nil:
		return r.read.String()
	case r.pair == Pair{}:
		return "no relation"
	}
	track := english.Words(r.pair.Track.String())
	a, b := r.v.nameOr(r.pair.From), r.v.nameOr(r.pair.To)
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

// String names the relation as [Relation.String] does.
func (h History) String() string {
	if h.read != nil {
		return h.read.Text
	}
	return h.from.String()
}

// String says the pair by its IDs, what changes, and when, such as
// "diplomatic-relations of mali and ukraine: severed, certain (on 4 August
// 2024)". It is empty for the zero RelationChange.
func (c RelationChange) String() string {
	if c.Pair == (Pair{}) {
		return ""
	}
	text := c.Pair.String() + ": " + c.State.String()
	if c.Ceases {
		text += " ceases"
	}
	if c.Against != "" {
		text += " against " + string(c.Against)
	}
	return text + ", " + c.Certainty.String() + " (" + rangeWords(c.Days) + ")"
}

// String says the pair by its IDs, and the states of the year, such as
// "diplomatic-relations of mali and ukraine in 2024: severed, certain". It is
// empty for the zero RelationYear.
func (y RelationYear) String() string {
	switch {
	case y.Pair == Pair{}:
		return ""
	case y.NoChangeRecorded:
		return fmt.Sprintf("%s in %d: %s", y.Pair, y.Year, noChange)
	case len(y.States) == 0:
		return fmt.Sprintf("%s in %d: nothing on file", y.Pair, y.Year)
	}
	var states []string
	for _, p := range y.States {
		text := p.State.String()
		if p.Against != "" {
			text += " against " + string(p.Against)
		}
		states = append(states, text+", "+p.Certainty.String())
	}
	return fmt.Sprintf("%s in %d: %s", y.Pair, y.Year, strings.Join(states, "; "))
}

// String says the state in an English sentence without its final full stop: the
// changes it rests on, and what is said beside it and alleged. It is empty for
// the zero RelationState.
func (s RelationState) String() string { return s.text() }

func (s RelationState) text() string {
	switch {
	case s.read != nil:
		return s.read.Text
	case s.from.file == nil || s.Day.IsZero():
		return s.statesText()
	}
	w := relationWords{s.from.file}
	text := w.statesText(&s)
	for _, list := range []struct {
		name    string
		reports []ReportedState
	}{{"said beside it", s.Claims}, {"alleged", s.Alleged}} {
		for i, r := range list.reports {
			if i == 0 {
				text += "; " + list.name + ": "
			} else {
				text += "; "
			}
			text += w.reportText(r, s.Day)
		}
	}
	for _, g := range s.Gaps {
		if g.SidesNotTold {
			text += "; sides not told: " + w.subjectText(g.Event, "")
		}
	}
	return text
}

// statesText says the states where none is listed.
func (s *RelationState) statesText() string {
	switch {
	case s.from.file != nil:
		return "no day given"
	case s.NoChangeRecorded:
		return noChange
	case s.from.read != nil:
		return "not told: of this relation there is only the history that was read"
	}
	return ""
}

// relationWords say what is on file about a relation.
type relationWords struct{ *relationFile }

// statesText says the states without what is alleged.
func (w relationWords) statesText(s *RelationState) string {
	switch {
	case s.NoChangeRecorded:
		return noChange
	case len(s.States) == 0:
		return "nothing on file is in force on this day" + w.overText(s)
	}
	texts := make([]string, len(s.States))
	for i, p := range s.States {
		texts[i] = w.stateText(p)
	}
	return strings.Join(texts, "; ")
}

// overText names what was over by the day of a state.
func (w relationWords) overText(s *RelationState) string {
	var names ints.Numbering[string]
	for _, x := range s.from.Spells() {
		if last := x.Possible.Last; !last.IsZero() && last.Compare(s.Day) < 0 {
			names.Add(w.stateName(x.State, x.Against))
		}
	}
	if len(names.Keys) == 0 {
		return ""
	}
	return "; over by then: " + english.List(names.Keys)
}

func (w relationWords) stateText(p PossibleState) string {
	var b strings.Builder
	b.WriteString(w.stateName(p.State, p.Against))
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
		if r.Actor == "" || !r.When.Open && r.When != (DayRange{}) {
			fmt.Fprintf(&b, " (%s)", rangeWords(r.When))
		}
		fmt.Fprintf(&b, " — %s", w.rulingText(r))
	}
	return b.String()
}

func (w relationWords) stateName(s State, against ActorID) string {
	name := english.Words(s.String())
	switch {
	case s == 0:
		name = "unknown"
	case s == StateNone && w.pair.Track == TrackHostility: // which is not to say that it is over
		name = "no later hostile act on file"
	}
	if n := w.v.resolve(against.Ref()); n != none {
		name += " against " + w.v.name(n)
	}
	return name
}

func (w relationWords) rulingText(r Ruling) string {
	switch {
	case r.Actor != "" && r.End:
		return fmt.Sprintf("after the end of the affiliation of %s that is on file [%s]", w.v.name(w.a), r.Actor)
	case r.Actor != "":
		return fmt.Sprintf("by the affiliation of %s that is on file [%s]", w.v.name(w.a), r.Actor)
	}
	subject, word := w.subjectText(r.Event, r.Claim), ""
	if p, ok := w.proposition(r.Event, r.Claim); ok {
		word = w.onTheWordOf(p)
	}
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

// reportText says what is reported beside a state, and how it stands by whom.
// What does not bear on the day is said with its dates.
func (w relationWords) reportText(r ReportedState, day edtf.Day) string {
	text := w.subjectText(r.Event, r.Claim)
	switch {
	case r.Certainty != CertaintyExcluded:
	case r.Days.Last.Compare(day) < 0:
		text += " (over by then: " + w.daysText(r) + ")"
	default:
		text += " (not on this day: " + w.daysText(r) + ")"
	}
	if r.Trend != 0 {
		text += ", " + r.Trend.String()
	}
	if p, ok := w.proposition(r.Event, r.Claim); ok {
		text += ", " + words{w.v.court}.text(w.v.judge(p))
	}
	return text
}

// subjectText says what an event or else a claim is, with its ID. Answers can be
// changed by whoever holds them, so that it need not be on file.
func (w relationWords) subjectText(event EventID, claim ClaimID) string {
	n, id := w.v.resolve(claim.Ref()), string(claim)
	if event != "" {
		n, id = w.v.resolve(event.Ref()), string(event)
	}
	switch {
	case n == none:
		return "[" + id + "]"
	case event != "":
		e := w.v.d.event(n)
		return fmt.Sprintf("%s [%s]", cmp.Or(e.Summary, string(e.Kind)), id)
	}
	return fmt.Sprintf("%s [%s]", w.v.d.claim(n).Text, id)
}

// proposition returns that an event occurred, or else what a claim says, if it is
// on file.
func (w relationWords) proposition(event EventID, claim ClaimID) (p proposition, ok bool) {
	if event != "" {
		if n := w.v.resolve(event.Ref()); n != none {
			return w.v.occurrenceOf(n), true
		}
		return p, false
	}
	if n := w.v.resolve(claim.Ref()); n != none {
		return w.v.proposition(n), true
	}
	return p, false
}

// onTheWordOf names who says so, and does not merely imply it, of what the
// view accepts.
func (w relationWords) onTheWordOf(p proposition) string {
	var names ints.Numbering[string]
	for r := range spoken(w.v.judge(p).supporting.roots) {
		if !r.implied {
			names.Add(words{w.v.court}.whoText(r))
		}
	}
	if len(names.Keys) == 0 {
		return ""
	}
	return "on the word of " + strings.Join(names.Keys, " and of ")
}

var changeQuestions = [...]string{whichChanges: "changes", whichFirst: "first change", whichLast: "last change"}

// daysText says the days of a report: from when to when it was so throughout,
// where its date tells that, else between which days it lies.
func (w relationWords) daysText(r ReportedState) string {
	t, throughout := w.termOf(r)
	if !throughout || r.Days.First.IsZero() || r.Days.Last.IsZero() {
		return rangeWords(r.Days)
	}
	return spanOfTerm(t).String()
}

// termOf returns the term of what is reported, and whether its date says that it
// lasted from the start to the end.
func (w relationWords) termOf(r ReportedState) (t course.Term, throughout bool) {
	if n := w.v.resolve(r.Event.Ref()); r.Event != "" && n != none {
		e := w.v.d.event(n)
		return w.v.termOf(w.v.events.at(n)), e.When.Kind() == edtf.KindInterval || !e.Until.IsZero()
	}
	if n := w.v.resolve(r.Claim.Ref()); r.Claim != "" && n != none && w.v.d.claim(n).Content.Relation != nil {
		when := w.v.d.claim(n).Content.Relation.When
		return termOfDate(when), when.Kind() == edtf.KindInterval
	}
	return t, false
}

// Reasons returns the items and rules that the state rests on: everything on
// file about the relation, whatever its standing; where nothing is, the two
// actors.
func (s RelationState) Reasons() Reasons {
	switch {
	case s.read != nil:
		return s.read.Reasons
	case s.from.file == nil || s.Day.IsZero():
		return s.from.reasons(s.statesText())
	}
	return s.from.reasons(s.Day.String() + ": " + relationWords{s.from.file}.statesText(&s))
}

// Reasons returns the items and rules that the history rests on, as those of a
// [RelationState] are.
func (h History) Reasons() Reasons {
	if h.read != nil {
		return h.read.Reasons
	}
	return h.from.reasons("history")
}

// Reasons returns the items and rules that the whole answer rests on: they are
// the same for all its changes, and made anew for each.
func (c RelationChange) Reasons() Reasons {
	if c.read != nil {
		return c.read.Reasons
	}
	return c.from.reasons(changeQuestions[c.asked])
}

// Reasons returns the items and rules that the whole answer rests on: they are
// the same for all its years, and made anew for each.
func (y RelationYear) Reasons() Reasons {
	if y.read != nil {
		return y.read.Reasons
	}
	return y.from.reasons("years")
}

// Reasons returns the items and rules that the count rests on, and says why
// nothing was counted where that is so.
func (c DayCount) Reasons() Reasons {
	if c.read != nil {
		return c.read.Reasons
	}
	fact := "duration of " + c.State.String()
	switch {
	case !c.State.BelongsTo(c.Track):
		fact += ": no state of this track"
	case c.First.IsZero() || c.Last.IsZero():
		fact += ": no days given"
	case c.Last.Compare(c.First) < 0:
		fact += ": the last day given is before the first"
	}
	return c.from.reasons(fact)
}

// reasons explains an answer about the relation; where nothing is on file, by
// those of the two actors that are.
func (r Relation) reasons(fact string) Reasons {
	switch {
	case r.file != nil:
		return relationWords{r.file}.reasons(fact)
	case r.v == nil:
		return Reasons{}
	}
	g := r.v.reason()
	var because []int
	for _, id := range []ActorID{r.pair.From, r.pair.To} {
		if n := r.v.resolve(id.Ref()); n != none {
			because = append(because, g.Item(n))
		}
	}
	return g.done(g.Fact(r.pair.String()+": "+noChange, "nothing on file", because...))
}

// reasons explains an answer about the relation. Every answer rests on
// everything on file about it, whatever its standing.
func (w relationWords) reasons(fact string) Reasons {
	v := w.v
	g := v.reason()
	because := []int{g.Item(w.a), g.Item(w.b)}
	for _, p := range w.events {
		n := v.events.list[p]
		var grounds []int
		if root, ok := g.graft(words{v.court}.why(v.occurrenceOf(n))); ok {
			grounds = append(grounds, root)
		}
		grounds = append(grounds, v.dates(g, p))
		if w.rules[p] == nil {
			because = append(because, g.Fact(fmt.Sprintf("event/%s does not tell whose sides they are on", v.ref(n).ID), "sides not told", grounds...))
		}
		for _, r := range w.rules[p] {
			text := fmt.Sprintf("event/%s brings %s", v.ref(n).ID, r.State)
			if r.Ends {
				text = fmt.Sprintf("event/%s ends %s", v.ref(n).ID, r.State)
			}
			because = append(because, g.Fact(text, r.Name, grounds...))
		}
	}
	if w.affiliations > 0 {
		because = append(because, g.Fact(fmt.Sprintf("actor/%s is on file as a member", w.pair.From), ruleAffiliation, g.Item(w.a)))
	}
	for _, n := range w.claims {
		if root, ok := g.graft(words{v.court}.why(v.proposition(n))); ok {
			because = append(because, g.Fact("claim/"+v.ref(n).ID+" tells of the relation", "claimed relation", root))
		}
	}
	for _, n := range w.replaced {
		because = append(because, g.Fact(v.ref(n).String()+" no longer counts", "replaced", g.Item(n), g.Item(v.head[n])))
	}
	return g.done(g.Fact(w.pair.String()+": "+fact, w.rule(), because...))
}

// rule names the rule by which the states follow from what is on file.
func (w relationWords) rule() string {
	switch {
	case w.pair.Track.Concurrent():
		return "each kind on its own"
	}
	return "last change wins"
}

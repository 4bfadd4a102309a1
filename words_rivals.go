package dispute

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"

	"github.com/dispute-go/dispute/internal/english"
)

// String returns the set in words, each number with whose it is.
func (s FigureSet) String() string { return s.text() }

func (s FigureSet) text() string {
	switch {
	case s.read != nil:
		return s.read.Text
	case s.from == nil:
		return ""
	}
	return words{s.from.court}.figureText(s.from, s)
}

// Reasons returns the items and rules that the set rests on.
func (s FigureSet) Reasons() Reasons {
	switch {
	case s.read != nil:
		return s.read.Reasons
	case s.from == nil:
		return Reasons{}
	}
	v, x := s.from.court, s.from
	of := fmt.Sprintf("event/%s", s.Event)
	if s.Of != "" {
		of = fmt.Sprintf("actor/%s in event/%s", s.Of, s.Event)
	}
	fact := fmt.Sprintf("figures for %q of %s: %s, disagreement %s", s.Category, of, spread(s), s.Disagreement)
	return words{v}.rivalReasons(x, fact, "figures by voice")
}

// rivalReasons explains a set of rival claims by how each of them stands.
func (v words) rivalReasons(x *ratedClaims, fact, rule string) Reasons {
	g := v.reason()
	because := []int{g.Item(x.event)}
	if x.of != none {
		because = append(because, g.actor(x.of))
	}
	return g.done(g.Fact(fact, rule, append(because, g.rated(x)...)...))
}

// rated adds how each of some claims stands, and returns the nodes.
func (g *reasoning) rated(x *ratedClaims) []int {
	var nodes []int
	for _, s := range x.assessments {
		if root, ok := g.graft(words{s.court}.statusReasons(s)); ok {
			nodes = append(nodes, root)
		}
	}
	return nodes
}

// spread says from where to where the best figures of a set go.
func spread(s FigureSet) string {
	switch {
	case s.Distinct == 0:
		return "no best figure stated"
	case s.Distinct == 1:
		return fmt.Sprintf("one best figure, %d", *s.Least)
	}
	return fmt.Sprintf("%d best figures from %d to %d", s.Distinct, *s.Least, *s.Greatest)
}

func (v words) figureText(x *ratedClaims, s FigureSet) string {
	var b strings.Builder
	b.WriteString(strconv.Quote(s.Category))
	if x.of != none {
		b.WriteString(" of " + v.name(x.of))
	}
	fmt.Fprintf(&b, " in %q: ", v.eventName(x.event))
	for i, row := range s.Rows {
		if i > 0 {
			b.WriteString("; ")
		}
		fmt.Fprintf(&b, "%s: %s (%d,%d)", row.number(), row.Label, row.For, row.Against)
		b.WriteString(v.sidesText(x.assessments[i]))
	}
	b.WriteString(v.seriesText(s.Series))
	fmt.Fprintf(&b, "; %s (at most %s)", spread(s), english.Count(s.Origins, "origin"))
	return b.String()
}

// seriesText tells the series of figures or dates with their days.
func (v words) seriesText(list []Series) string {
	var b strings.Builder
	for _, s := range list {
		who := confidentialSpeaker
		if s.Speaker != "" {
			who = v.name(v.d.find(s.Speaker.Ref()))
		}
		b.WriteString("; updated by " + who + ": ")
		for i, step := range s.Steps {
			if i > 0 {
				b.WriteString(", then ")
			}
			content := v.d.claim(v.d.find(step.Claim.Ref())).Content
			value := ""
			if f := content.Figure; f != nil {
				value = FigureRow{Low: f.Low, Best: f.Best, High: f.High}.number()
			} else {
				value = content.Dating.row().date()
			}
			b.WriteString(value + " " + v.saidWords(step))
		}
	}
	return b.String()
}

// saidWords says when a step of a series was said as that is given, or else when
// it was published.
func (v words) saidWords(step SeriesStep) string {
	n := v.d.find(step.Attribution.Ref())
	if n == none {
		return rangeWords(step.Said)
	}
	if said := v.d.attribution(n).Said; !said.IsZero() {
		return dateWords(said)
	}
	if d := v.publishedOn(n); !d.IsZero() {
		return "published " + dateWords(d)
	}
	return rangeWords(step.Said)
}

// sidesText says who states and who denies what a row claims, if anybody does.
func (v words) sidesText(x *assessment) string {
	var b strings.Builder
	separator := " — "
	for _, side := range []struct {
		name  string
		roots []*voice
	}{{"stated", x.supporting.roots}, {"denied", x.opposing.roots}} {
		if len(side.roots) > 0 {
			b.WriteString(separator + side.name + " by " + v.whoseText(side.roots))
			separator = ", "
		}
	}
	return b.String()
}

// whoseText names who makes statements, each speaker or group of signatories
// once.
func (v words) whoseText(roots []*voice) string {
	var said []string
	seen := map[string]bool{}
	for _, r := range roots {
		if text := v.makerText(r); !seen[text] {
			seen[text] = true
			said = append(said, text)
		}
	}
	return strings.Join(said, ", ")
}

// makerText is [words.rootText] after a word that says that all of them do it.
func (v words) makerText(r *voice) string {
	how := ""
	switch {
	case r.disowned() != nil:
		how = " (in words since disowned)"
	case r.implied:
		how = " (by implication)"
	case r.finding:
		how = " (in a finding)"
	default:
		return v.rootText(r)
	}
	if v.updated(*r) {
		how += " (since updated)"
	}
	return v.whoText(r) + how
}

// number says what a row claims: "84", "84 (low 80, high 90)", "low 80".
func (r FigureRow) number() string {
	var limits []string
	if r.Low != nil {
		limits = append(limits, fmt.Sprintf("low %d", *r.Low))
	}
	if r.High != nil {
		limits = append(limits, fmt.Sprintf("high %d", *r.High))
	}
	text := strings.Join(limits, ", ")
	switch {
	case r.Best == nil && text == "":
		return "no number"
	case r.Best == nil:
		return text
	case text == "":
		return strconv.FormatInt(*r.Best, 10)
	}
	return fmt.Sprintf("%d (%s)", *r.Best, text)
}

// String returns the share as a difference, such as "1 − 2/5", and
// "none stated" for the zero Disagreement.
func (d Disagreement) String() string {
	if d.Total == 0 {
		return "none stated"
	}
	return fmt.Sprintf("1 − %d/%d", d.Modal, d.Total)
}

// String returns the set in words, each date with whose it is; "none stated"
// where no claim dates the event.
func (s DateSet) String() string { return cmp.Or(s.text(), "none stated") }

func (s DateSet) text() string {
	switch {
	case s.read != nil:
		return s.read.Text
	case s.from == nil:
		return ""
	}
	return words{s.from.court}.datesText(s.from, s)
}

// Reasons returns the items and rules that the set rests on.
func (s DateSet) Reasons() Reasons {
	switch {
	case s.read != nil:
		return s.read.Reasons
	case s.from == nil:
		return Reasons{}
	}
	return words{s.from.court}.rivalReasons(s.from, fmt.Sprintf("dates of event/%s: %s", s.Event, s.spread()), "dates by voice")
}

// spread says how many different starts and ends there are.
func (s *DateSet) spread() string {
	return fmt.Sprintf("%s, disagreement %s; %s, disagreement %s", english.Count(s.Starts, "start"), s.OnStart, english.Count(s.Ends, "end"), s.OnEnd)
}

func (v words) datesText(x *ratedClaims, s DateSet) string {
	var b strings.Builder
	fmt.Fprintf(&b, "when %q happened: ", v.eventName(x.event))
	for i, row := range s.Rows {
		if i > 0 {
			b.WriteString("; ")
		}
		fmt.Fprintf(&b, "%s: %s (%d,%d)", row.date(), row.Label, row.For, row.Against)
		b.WriteString(v.sidesText(x.assessments[i]))
	}
	b.WriteString(v.seriesText(s.Series))
	fmt.Fprintf(&b, "; %s (at most %s)", s.spread(), english.Count(s.Origins, "origin"))
	return b.String()
}

// date says what a row claims: "2008-01-01", "2008-01-01 until 2008-01-03".
func (r DateRow) date() string {
	text := cmp.Or(r.When.String(), "no date")
	if !r.Until.IsZero() {
		text += " until " + r.Until.String()
	}
	if r.Reversed {
		text += ", which ends before it begins"
	}
	return text
}

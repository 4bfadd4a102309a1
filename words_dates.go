package dispute

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/dispute-go/dispute/internal/english"
)

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

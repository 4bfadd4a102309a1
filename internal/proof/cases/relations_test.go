package cases

import (
	"fmt"
	"strings"
	"testing"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/edtf"
)

// on says the states of a relation on a day, each with its certainty, and
// "presupposed" where it rests on nothing on file.
func on(v *dispute.View, from, to dispute.ActorID, t dispute.Track, d string) string {
	s := v.Relation(from, to, t).On(day(d))
	if s.NoChangeRecorded {
		return "no change recorded"
	}
	var states []string
	for _, p := range s.States {
		text := fmt.Sprint(p.State, " ", p.Certainty)
		if p.State == 0 {
			text = fmt.Sprint("unknown ", p.Certainty)
		}
		if p.Presupposed && len(p.Rulings) == 0 {
			text += " presupposed"
		}
		states = append(states, text)
	}
	return strings.Join(states, ", ")
}

// holds checks what holds on days, each given as "day: states".
func holds(t testing.TB, v *dispute.View, from, to dispute.ActorID, track dispute.Track, days ...string) {
	t.Helper()
	for _, want := range days {
		d, states, _ := strings.Cut(want, ": ")
		if got := on(v, from, to, track, d); got != states {
			t.Errorf("%s from %s to %s on %s: %s, want %s\n%s", track, from, to, d, got, states, v.Relation(from, to, track).On(day(d)))
		}
	}
}

func TestThroughoutTwoYears(t *testing.T) {
	text := func(date string) string {
		v := seen(t, "throughout-two-years", func(r *dispute.Record) {
			r.Claims[0].Content.Relation.When = edtf.MustParse(date)
		})
		return v.Relation("a", "o", dispute.TrackMembership).On(day("2003-06-01")).String()
	}
	for date, want := range map[string]string{
		"2001-01-01/2002-12-31":    "from 1 January 2001 to 31 December 2002",
		"2001/2002":                "from some day between 1 January and 31 December 2001 to some day between 1 January and 31 December 2002",
		"2002-12-30/2002-12-31":    "from 30 to 31 December 2002",
		"[2001-01-01..2002-12-31]": "between 1 January 2001 and 31 December 2002",
		"2002":                     "between 1 January and 31 December 2002",
	} {
		if got := text(date); !strings.Contains(got, want) {
			t.Errorf("%s: %s, want %q in it", date, got, want)
		}
	}
}

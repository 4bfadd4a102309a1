package main

import (
	"fmt"
	"strings"

	"github.com/dispute-go/dispute"
)

// tracks are all tracks.
func tracks() []dispute.Track {
	var all []dispute.Track
	for t := dispute.TrackDiplomaticRelations; ; t++ {
		if _, err := t.MarshalText(); err != nil {
			return all
		}
		all = append(all, t)
	}
}

// relations returns the relations that two names, and a track if there is one, mean.
func (c *call) relations(v *dispute.View, args []string) ([]dispute.Relation, error) {
	from, err := actor(v, args[0])
	if err != nil {
		return nil, err
	}
	to, err := actor(v, args[1])
	if err != nil {
		return nil, err
	}
	wanted := tracks()
	if len(args) > 2 {
		var t dispute.Track
		if err := t.UnmarshalText([]byte(args[2])); err != nil {
			var words []string
			for _, t := range wanted {
				words = append(words, t.String())
			}
			return nil, unknown("track", args[2], words, "want one of "+strings.Join(words, ", "))
		}
		wanted = []dispute.Track{t}
	}
	var list []dispute.Relation
	for _, t := range wanted {
		if r := v.Relation(from, to, t); len(args) > 2 || !r.History().NoChangeRecorded || len(r.History().Alleged)+len(r.History().Claims) > 0 {
			list = append(list, r)
		}
	}
	return list, nil
}

func (c *call) relation() error {
	if err := c.wants(2, 3); err != nil {
		return err
	}
	v, _, err := c.view()
	if err != nil {
		return err
	}
	list, err := c.relations(v, c.args)
	if err != nil {
		return err
	}
	if c.on.IsZero() {
		return c.tell(list, func() {
			for _, r := range list {
				c.course(r)
			}
			c.orNothing(len(list))
		})
	}
	var states []dispute.RelationState
	for _, r := range list {
		states = append(states, r.On(c.on))
	}
	return c.tell(states, func() {
		for _, s := range states {
			c.print(s.String())
		}
		c.orNothing(len(states))
	})
}

// course prints the spells of a relation, and what is said of it beside them.
func (c *call) course(r dispute.Relation) {
	h := r.History()
	c.print(r.String())
	if h.NoChangeRecorded {
		c.print("  no change on file that is accepted")
	}
	against := func(a dispute.ActorID) string {
		if a == "" {
			return ""
		}
		return " against " + string(a)
	}
	for _, s := range h.Spells {
		text := "  " + s.State.String() + against(s.Against) + ": possible " + days(s.Possible)
		if s.Certain != nil {
			text = "  " + s.State.String() + against(s.Against) + ": certain " + days(*s.Certain)
			if *s.Certain != s.Possible {
				text += ", possible " + days(s.Possible)
			}
		}
		if s.Presupposed {
			text += " (presupposed by what came after)"
		}
		c.print(text)
	}
	for _, part := range []struct {
		name    string
		reports []dispute.ReportedState
	}{{"said beside it", h.Claims}, {"alleged", h.Alleged}} {
		for _, x := range part.reports {
			what := x.State.String()
			if x.State == 0 {
				what = x.Trend.String()
			}
			ref := x.Event.Ref()
			if x.Event == "" {
				ref = x.Claim.Ref()
			}
			c.print(fmt.Sprintf("  %s: %s%s, by %s (%s)", part.name, what, against(x.Against), ref, x.Label))
		}
	}
}

// days says a range of days, inclusive.
func days(r dispute.DayRange) string {
	switch {
	case r.First.IsZero() && r.Last.IsZero():
		return "on every day"
	case r.First.IsZero():
		return "to " + r.Last.String()
	case r.Last.IsZero():
		return "from " + r.First.String()
	case r.First == r.Last:
		return "on " + r.First.String()
	}
	return "from " + r.First.String() + " to " + r.Last.String()
}

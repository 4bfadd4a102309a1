package main

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/export/briefing"
	"github.com/dispute-go/dispute/export/mermaid"
	"github.com/dispute-go/dispute/export/origins"
	"github.com/dispute-go/dispute/internal/program"
)

func (c *call) onFlag() {
	c.fs.TextVar(&c.on, "on", edtf.Day{}, "tell how it stood on this `day`")
}

func (c *call) briefFlags() {
	c.onFlag()
	c.fs.BoolVar(&c.full, "full", false, "tell everything, not only the first screen")
	c.form = program.FormatFlag(c.fs)
}

// printed prints a briefing in the form that is wanted.
func (c *call) printed(b briefing.Briefing) error {
	form := *c.form
	if c.json {
		form = "json"
	}
	text, err := program.Printed(b, form)
	c.out.WriteString(text)
	return err
}

func (c *call) brief() error {
	v, title, err := c.view()
	if err != nil {
		return err
	}
	return c.printed(briefing.New(v, briefing.Options{Title: title, Day: c.on, Full: c.full}))
}

func (c *call) status() error {
	v, _, err := c.view()
	if err != nil {
		return err
	}
	var list []dispute.Status
	if len(c.args) == 0 {
		for x := range v.Claims(dispute.ClaimQuery{}) {
			list = append(list, v.Status(x.ID))
		}
	}
	for _, id := range c.args {
		ref, err := item(v, id, dispute.ItemClaim, dispute.ItemEvent)
		if err != nil {
			return err
		}
		list = append(list, statusOf(v, ref))
	}
	return c.tell(list, func() {
		for _, s := range list {
			id := string(s.Claim)
			if id == "" {
				id = string(s.Event)
			}
			c.print(id + ": " + s.String())
		}
	})
}

func statusOf(v *dispute.View, ref dispute.Ref) dispute.Status {
	if ref.Kind == dispute.ItemEvent {
		return v.EventStatus(dispute.EventID(ref.ID))
	}
	return v.Status(dispute.ClaimID(ref.ID))
}

// orNothing says so where a list is empty.
func (c *call) orNothing(n int) {
	if n == 0 {
		c.print("nothing on file")
	}
}

func (c *call) timelineFlags() {
	c.fs.BoolVar(&c.mermaid, "mermaid", false, "write a diagram in the language of Mermaid")
}

func (c *call) timeline() error {
	v, title, err := c.view()
	if err != nil {
		return err
	}
	if c.mermaid {
		c.out.WriteString(mermaid.Timeline(v, title))
		return nil
	}
	t := v.Timeline()
	return c.tell(t, func() {
		for _, e := range t.Entries {
			c.print(v.Sentence(e.Event.Ref()))
		}
		for _, x := range t.Contradictions {
			c.print(fmt.Sprintf("the dates of these cannot all hold (%s): %s", x.Kind, strings.Join(texts(x.Events), ", ")))
		}
		c.orNothing(len(t.Entries))
	})
}

func (c *call) questions() error {
	v, _, err := c.view()
	if err != nil {
		return err
	}
	list := v.OpenQuestions()
	return c.tell(list, func() {
		for _, q := range list {
			c.print(q.ID + ": " + q.String())
		}
		c.orNothing(len(list))
	})
}

func (c *call) conflicts() error {
	v, _, err := c.view()
	if err != nil {
		return err
	}
	list := v.Conflicts()
	return c.tell(list, func() {
		for _, x := range list {
			c.print(x.ID + ": " + x.String())
		}
		c.orNothing(len(list))
	})
}

func (c *call) account() error {
	if err := c.wants(1, 1); err != nil {
		return err
	}
	v, _, err := c.view()
	if err != nil {
		return err
	}
	party, err := actor(v, c.args[0])
	if err != nil {
		return err
	}
	a := v.Account(party)
	return c.tell(a, func() {
		for _, part := range []struct {
			heading string
			lines   []dispute.AccountLine
		}{{"asserts", a.Asserts}, {"denies", a.Denies}, {"is said for it, and does not commit it", a.Uncommitted}, {"demands", a.Demands},
			{"accuses", a.Accusations}, {"no longer said", a.Replaced}} {
			section(c, part.heading, part.lines)
		}
		section(c, "not answered", a.Unanswered)
	})
}

func texts[T ~string](list []T) []string {
	var words []string
	for _, x := range list {
		words = append(words, string(x))
	}
	return words
}

// section prints a list under a heading, and nothing for an empty one.
func section[T fmt.Stringer](c *call, heading string, lines []T) {
	if len(lines) == 0 {
		return
	}
	c.print(heading + ":")
	for _, l := range lines {
		c.print("  " + l.String())
	}
}

func (c *call) compare() error {
	if err := c.wants(2, -1); err != nil {
		return err
	}
	v, _, err := c.view()
	if err != nil {
		return err
	}
	var parties []dispute.ActorID
	for _, name := range c.args {
		party, err := actor(v, name)
		if err != nil {
			return err
		}
		parties = append(parties, party)
	}
	x := v.Compare(parties...)
	return c.tell(x, func() {
		section(c, "agreed", x.Agreed)
		section(c, "rejected by all", x.Rejected)
		section(c, "disputed", x.Disputed)
		section(c, "said by some only", x.OneSided)
	})
}

func (c *call) diffFlags() {
	c.fs.BoolVar(&c.full, "full", false, "tell everything, not only the first screen")
	c.form = program.FormatFlag(c.fs)
	c.fs.StringVar(&c.by, "by", "recorded", "compare what was on file, `recorded`, or what was public, known")
	c.fs.BoolVar(&c.files, "files", false, "compare two files instead of two days")
}

// diff tells what changed between two days, or two files.
func (c *call) diff() error {
	if err := c.wants(2, 2); err != nil {
		return err
	}
	var views [2]*dispute.View
	var title string
	for i, arg := range c.args {
		in, lens := c.in, c.lens
		switch {
		case c.files:
			in = paths{arg}
		case c.by != "recorded" && c.by != "known":
			return program.Wrongf("dispute diff: -by %q, want \"recorded\" or \"known\"", c.by)
		default:
			day, err := edtf.ParseDay(arg)
			if err != nil {
				return program.Wrongf("dispute diff: %w; to compare files, give -files", err)
			}
			if lens.RecordedBy = day; c.by == "known" {
				lens.KnownBy, lens.RecordedBy = day, c.lens.RecordedBy
			}
		}
		side := &call{command: c.command, stdin: c.stdin, stderr: c.stderr, in: in, lens: lens, as: c.as}
		var err error
		if views[i], title, err = side.view(); err != nil {
			return err
		}
	}
	if c.json {
		text, err := json.MarshalIndent(dispute.Diff(views[0], views[1]), "", "  ")
		c.out.Write(append(text, '\n'))
		return err
	}
	return c.printed(briefing.Changes(views[0], views[1], briefing.Options{Title: title, Full: c.full}))
}

// why gives the reasons of an answer.
func (c *call) why() error {
	if err := c.wants(2, 4); err != nil {
		return err
	}
	v, _, err := c.view()
	if err != nil {
		return err
	}
	reasons, err := c.reasons(v, c.args[0], c.args[1:])
	if err != nil {
		return err
	}
	return c.tell(reasons, func() { c.out.WriteString(reasons.String()) })
}

func (c *call) reasons(v *dispute.View, of string, args []string) (dispute.Reasons, error) {
	var none dispute.Reasons
	switch of {
	case "status":
		ref, err := item(v, args[0], dispute.ItemClaim, dispute.ItemEvent)
		if err != nil {
			return none, err
		}
		return statusOf(v, ref).Reasons(), nil
	case "relation":
		if len(args) != 3 {
			return none, program.Wrongf("dispute why relation: %d arguments, want FROM TO TRACK", len(args))
		}
		list, err := c.relations(v, args)
		if err != nil {
			return none, err
		}
		return list[0].History().Reasons(), nil
	case "question":
		for _, q := range v.OpenQuestions() {
			if q.ID == args[0] {
				return q.Reasons(), nil
			}
		}
	case "conflict":
		for _, x := range v.Conflicts() {
			if x.ID == args[0] {
				return x.Reasons(), nil
			}
		}
	default:
		return none, unknown("answer", of, []string{"status", "relation", "question", "conflict"}, "want status, relation, question or conflict")
	}
	return none, fmt.Errorf("no %s %q in this view; dispute %ss lists them", of, args[0], of)
}

// say says items as sentences.
func (c *call) say() error {
	if err := c.wants(1, -1); err != nil {
		return err
	}
	v, _, err := c.view()
	if err != nil {
		return err
	}
	said := map[string]string{}
	for _, id := range c.args {
		ref, err := item(v, id, dispute.ItemActor, dispute.ItemSource, dispute.ItemEvent, dispute.ItemClaim, dispute.ItemAttribution)
		if err != nil {
			return err
		}
		said[id] = v.Sentence(ref)
	}
	return c.tell(said, func() {
		for _, id := range c.args {
			c.print(said[id])
		}
	})
}

func (c *call) originsFlags() {
	c.fs.BoolVar(&c.dot, "dot", false, "write a graph in the DOT language, for Graphviz")
	c.fs.BoolVar(&c.mermaid, "mermaid", false, "write a flowchart in the language of Mermaid")
}

// origins shows where a claim comes from.
func (c *call) origins() error {
	if err := c.wants(1, 1); err != nil {
		return err
	}
	v, _, err := c.view()
	if err != nil {
		return err
	}
	ref, err := item(v, c.args[0], dispute.ItemClaim)
	if err != nil {
		return err
	}
	form := origins.Text
	switch {
	case c.dot:
		form = origins.DOT
	case c.mermaid:
		form = origins.Mermaid
	}
	text, err := form(v, dispute.ClaimID(ref.ID))
	c.out.WriteString(text)
	return err
}

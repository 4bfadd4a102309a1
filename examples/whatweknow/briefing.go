package main

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/examples/internal/program"
)

// A briefing is written section by section; a section without lines says so.
type briefing struct {
	strings.Builder
	v  *dispute.View
	on edtf.Day

	// Events in the order of the timeline, then claims by ID.
	established, claimed, denied, contested, dropped, expected, cancelled []string
}

func (b *briefing) write(title string) {
	if title == "" {
		title = "Untitled record"
	}
	b.line("# %s", program.Markdown(title))
	b.line("")
	b.line("%s", b.preamble())

	b.sort()
	b.section("Established", "Accepted in this view, which is not to say true: because its label suffices, because it is the speaker's own act, or because this standpoint takes it.", b.established)
	b.section("Claimed", "Said by interested parties, or by nobody whose word is accepted yet.", b.claimed)
	b.section("Denied", "First what is only denied or was found against, then every other denial on file.", append(b.denied, b.denials()...))
	b.section("Contested", "Said and denied; the pair is the evidence for and against, each 0 to 4.", b.contested)
	if b.v.Lens().Standpoint != "" {
		b.section("Dropped", "Denied by the party whose standpoint this is, whoever asserts it.", b.dropped)
	}
	b.section("Relations", b.asOf(), b.relations())
	b.section("Open questions", "", b.questions())
	b.section("Expected", "", b.expected)
	if len(b.cancelled) > 0 {
		b.section("Cancelled", "", b.cancelled)
	}
	b.section("What does not go together", "", b.conflicts())
}

func (b *briefing) asOf() string {
	if b.on.IsZero() {
		return "" // no item on file has a day
	}
	return "On " + b.on.English() + "."
}

func (b *briefing) line(format string, args ...any) { fmt.Fprintf(b, format+"\n", args...) }

func (b *briefing) section(title, lead string, lines []string) {
	b.line("\n## %s\n", title)
	if lead != "" {
		b.line("%s\n", lead)
	}
	if len(lines) == 0 {
		b.line("Nothing on file.")
	}
	for _, l := range lines {
		b.line("%s", l)
	}
}

func (b *briefing) preamble() string {
	text := program.Scope(b.v.Lens())
	if actor, ok := b.v.Actor(b.v.Lens().Standpoint); ok {
		return text + ", from the standpoint of " + program.Markdown(actor.Name) + "."
	}
	return text + ", from nobody's standpoint."
}

// sort puts every event and every claim where it belongs. A claim that an
// event occurred is among the events.
func (b *briefing) sort() {
	for _, entry := range b.v.Timeline().Entries {
		status := b.v.EventStatus(entry.Event)
		e, _ := b.v.Event(entry.Event)
		line := "- " + program.Strong(b.v.Sentence(e.ID.Ref()), cmp.Or(e.Summary, string(e.ID)))
		switch {
		case entry.Phase == dispute.PhaseExpected:
			b.expected = append(b.expected, append([]string{line}, b.statements(status)...)...)
		case entry.Phase == dispute.PhaseCancelled:
			b.cancelled = append(b.cancelled, append([]string{line}, b.statements(status)...)...)
		default:
			list := b.listOf(status)
			*list = append(*list, line)
		}
	}
	for claim := range b.v.Claims(dispute.ClaimQuery{}) {
		status := b.v.Status(claim.ID)
		if claim.Content.Occurred != "" || status.Label == dispute.LabelUnasserted && len(status.Relays)+len(status.Unsourced) == 0 {
			continue // among the events, or nobody says so: the open questions tell
		}
		list := b.listOf(status)
		*list = append(*list, fmt.Sprintf("- **%s**%s", program.Markdown(program.Upper(claim.Text)), b.standing(status)))
		*list = append(*list, b.statements(status)...)
	}
}

func (b *briefing) standing(s dispute.Status) string { return " — " + program.Markdown(s.String()) }

// listOf returns the section that something belongs in by how it stands.
func (b *briefing) listOf(s dispute.Status) *[]string {
	switch {
	case s.Standing == dispute.StandingAccepted:
		return &b.established
	case s.Standing == dispute.StandingDropped:
		return &b.dropped
	case s.Label == dispute.LabelDenied || s.Label == dispute.LabelRefuted:
		return &b.denied
	case s.Label == dispute.LabelContested || s.Label == dispute.LabelConflicted:
		return &b.contested
	}
	return &b.claimed
}

// statements lists what is said on both sides, and what is no evidence.
func (b *briefing) statements(s dispute.Status) []string {
	var lines []string
	told := map[dispute.AttributionID]bool{"": true}
	add := func(before string, id dispute.AttributionID) {
		if !told[id] {
			told[id] = true
			lines = append(lines, "  - "+before+program.Markdown(b.v.Sentence(id.Ref())))
		}
	}
	for _, side := range []dispute.Side{s.For, s.Against} {
		for _, root := range side.Roots {
			add("", root.Attribution)
		}
	}
	for _, id := range s.Relays {
		add("passed on: ", id)
	}
	for _, id := range s.Unsourced {
		add("", id)
	}
	for _, r := range s.Responses {
		add("", r.Attribution)
	}
	for _, id := range s.Interpretations {
		add("", id)
	}
	for _, d := range s.Dropped {
		add("", d.Attribution)
	}
	return lines
}

// denials lists every first-hand denial of what is not denied alone, with how
// the claim denied stands.
func (b *briefing) denials() []string {
	var lines []string
	for claim := range b.v.Claims(dispute.ClaimQuery{}) {
		status := b.v.Status(claim.ID)
		if b.listOf(status) == &b.denied && claim.Content.Occurred == "" {
			continue // told in full
		}
		for _, root := range status.Against.Roots {
			if root.Attribution != "" && root.Claim == "" {
				lines = append(lines, fmt.Sprintf("- %s (the claim is %s)", program.Markdown(b.v.Sentence(root.Attribution.Ref())), status.Label))
			}
		}
	}
	return lines
}

func (b *briefing) relations() []string {
	var lines []string
	for r := range b.v.Relations() {
		state := r.On(b.on).String()
		if b.on.IsZero() {
			state = r.History().String() // no day on file to ask for
		}
		lines = append(lines, fmt.Sprintf("- %s — %s", program.Markdown(program.Upper(r.String())), program.Markdown(state)))
	}
	return lines
}

func (b *briefing) questions() []string {
	var lines []string
	for _, q := range b.v.OpenQuestions() {
		lines = append(lines, "- "+program.Markdown(program.Upper(q.String())))
	}
	return lines
}

func (b *briefing) conflicts() []string {
	var lines []string
	for _, c := range b.v.Conflicts() {
		lines = append(lines, fmt.Sprintf("- %s (%s)", program.Markdown(program.Upper(c.String())), c.Kind))
	}
	return lines
}

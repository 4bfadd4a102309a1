package main

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/edtf"
)

// A briefing is written section by section; a section without lines says so.
type briefing struct {
	strings.Builder
	v  *dispute.View
	on edtf.Day
}

func (b *briefing) write(title string) {
	if title == "" {
		title = "Untitled record"
	}
	b.line("# %s", title)
	b.line("")
	b.line("%s", b.preamble())

	accepted, claimed, contested := b.claims()
	b.section("Established", "Accepted under the policy, on the word of those named.", append(b.established(), accepted...))
	b.section("Claimed", "Said by interested parties, or by nobody whose word is accepted yet.", claimed)
	b.section("Denied", "Who denies what, whether or not anybody says so.", b.denials())
	b.section("Contested", "Said and denied; the pair is the evidence for and against, each 0 to 4.", contested)
	b.section("Relations", b.asOf(), b.relations())
	b.section("Open questions", "", b.questions())
	b.section("Expected", "", b.expected())
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
	lens := b.v.Lens()
	text := "Everything on file"
	switch {
	case !lens.KnownBy.IsZero() && !lens.RecordedBy.IsZero():
		text = fmt.Sprintf("What was public by %s and on file by %s", lens.KnownBy.English(), lens.RecordedBy.English())
	case !lens.KnownBy.IsZero():
		text = "What was public by " + lens.KnownBy.English()
	case !lens.RecordedBy.IsZero():
		text = "What was on file by " + lens.RecordedBy.English()
	}
	if actor, ok := b.v.Actor(lens.Standpoint); ok {
		return text + ", from the standpoint of " + actor.Name + "."
	}
	return text + ", from nobody's standpoint."
}

// established lists the accepted events in the order of the timeline.
func (b *briefing) established() []string {
	var lines []string
	for _, entry := range b.v.Timeline().Entries {
		if entry.Standing != dispute.StandingAccepted {
			continue
		}
		lines = append(lines, fmt.Sprintf("- %s: **%s** — %s", b.when(entry), b.summary(entry.Event), b.v.EventStatus(entry.Event)))
	}
	return lines
}

// expected lists the expected events in the order of the timeline.
func (b *briefing) expected() []string {
	var lines []string
	for _, entry := range b.v.Timeline().Entries {
		if entry.Phase == dispute.PhaseExpected {
			lines = append(lines, fmt.Sprintf("- %s: %s%s", b.when(entry), b.summary(entry.Event), b.sources(entry.Event)))
		}
	}
	return lines
}

func (b *briefing) when(entry dispute.Entry) string {
	return upper(entry.Span.English())
}

func (b *briefing) summary(id dispute.EventID) string {
	e, _ := b.v.Event(id)
	if e.Summary == "" {
		return string(id)
	}
	return e.Summary
}

// sources says on whose word an event is on file.
func (b *briefing) sources(id dispute.EventID) string {
	e, _ := b.v.Event(id)
	var names []string
	for _, s := range e.Sources {
		if source, ok := b.v.Source(s); ok && !source.Confidential {
			publisher, _ := b.v.Actor(source.Publisher)
			names = append(names, fmt.Sprintf("%s, in “%s”", publisher.Name, source.Title))
		}
	}
	if names == nil {
		return ""
	}
	return " — according to " + strings.Join(names, "; ")
}

// claims sorts by how they stand the claims, and the events that are not
// accepted.
func (b *briefing) claims() (accepted, claimed, contested []string) {
	for _, entry := range b.v.Timeline().Entries {
		line := fmt.Sprintf("- %s: **%s** — %s", b.when(entry), b.summary(entry.Event), b.v.EventStatus(entry.Event))
		switch {
		case entry.Standing != dispute.StandingOpen || entry.Label == dispute.LabelUnasserted || entry.Phase == dispute.PhaseExpected || entry.Phase == dispute.PhaseCancelled:
		case entry.Label == dispute.LabelContested || entry.Label == dispute.LabelConflicted:
			contested = append(contested, line)
		default:
			claimed = append(claimed, line)
		}
	}
	for claim := range b.v.Claims(dispute.ClaimQuery{}) {
		if claim.Content.Occurred != "" {
			continue // among the events
		}
		status := b.v.Status(claim.ID)
		lines := b.claim(claim, status)
		switch {
		case status.Standing == dispute.StandingAccepted:
			accepted = append(accepted, lines...)
		case status.Label == dispute.LabelContested || status.Label == dispute.LabelConflicted:
			contested = append(contested, lines...)
		case status.Label == dispute.LabelDenied || status.Label == dispute.LabelRefuted:
			// Among the denials.
		case status.Label == dispute.LabelUnasserted && len(status.Relays)+len(status.Unsourced) == 0:
			// Nobody says so; the open questions tell.
		default:
			claimed = append(claimed, lines...)
		}
	}
	return accepted, claimed, contested
}

// claim returns a claim with the statements on both sides.
func (b *briefing) claim(c dispute.Claim, s dispute.Status) []string {
	lines := []string{fmt.Sprintf("- **%s** — %s", upper(c.Text), s)}
	if s.Standing == dispute.StandingDropped {
		lines[0] += "; dropped, since the standpoint denies it"
	}
	for _, side := range []dispute.Side{s.For, s.Against} {
		for _, root := range side.Roots {
			if root.Attribution != "" {
				lines = append(lines, "  - "+b.v.Sentence(root.Attribution))
			}
		}
	}
	for _, id := range append(append([]dispute.AttributionID{}, s.Relays...), s.Unsourced...) {
		lines = append(lines, "  - passed on: "+b.v.Sentence(id))
	}
	for _, r := range s.Responses {
		lines = append(lines, "  - "+b.v.Sentence(r.Attribution))
	}
	for _, id := range s.Interpretations {
		lines = append(lines, "  - "+b.v.Sentence(id))
	}
	for _, d := range s.Dropped {
		lines = append(lines, fmt.Sprintf("  - no longer counted (%s): %s", d.Why, b.v.Sentence(d.Attribution)))
	}
	return lines
}

// denials lists every first-hand denial, with how the claim denied stands.
func (b *briefing) denials() []string {
	var lines []string
	for claim := range b.v.Claims(dispute.ClaimQuery{}) {
		status := b.v.Status(claim.ID)
		for _, root := range status.Against.Roots {
			if root.Attribution != "" && root.Claim == "" {
				lines = append(lines, fmt.Sprintf("- %s (the claim is %s)", b.v.Sentence(root.Attribution), status.Label))
			}
		}
	}
	return lines
}

func (b *briefing) relations() []string {
	var lines []string
	for r := range b.v.Relations() {
		lines = append(lines, fmt.Sprintf("- %s — %s", upper(r.String()), r.On(b.on)))
	}
	return lines
}

func (b *briefing) questions() []string {
	var lines []string
	for q := range b.v.OpenQuestions() {
		lines = append(lines, "- "+q.Text)
	}
	return lines
}

func (b *briefing) conflicts() []string {
	var lines []string
	for _, c := range b.v.Conflicts() {
		lines = append(lines, fmt.Sprintf("- %s (%s)", c.Text, c.Kind))
	}
	return lines
}

func upper(s string) string {
	_, n := utf8.DecodeRuneInString(s)
	return strings.ToUpper(s[:n]) + s[n:]
}

package briefing

import (
	"cmp"
	"slices"
	"strings"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/internal/english"
)

// A draft is a section with all the lines that may stand on the screen, the most
// important first.
type draft struct {
	Section
	weights []int // how many things each line tells
	total   int   // how many things there are to tell
	after   int   // drafts are served in ascending order
}

// mostLines bounds how many lines of a section are tried.
const mostLines = 16

func (d *draft) add(weight int, l Line) {
	l.Head, l.Text = clip(l.Head, mostWords), clip(l.Text, mostWords)
	for i := range l.Lines {
		l.Lines[i].Text = clip(l.Lines[i].Text, mostWords)
	}
	d.Lines, d.weights = append(d.Lines, l), append(d.weights, weight)
}

// fill puts lines on the screen, one of each section in turn, as long as there is
// room. A section stops at the first line for which there is none. Sections without
// anything to tell are left out.
func fill(b Briefing, drafts []draft) []Section {
	var open []*Section // nil where there is no more room
	var order []int
	b.Rest = nil
	drafts = slices.DeleteFunc(drafts, func(d draft) bool { return d.total == 0 })
	for _, d := range drafts {
		s := d.Section
		s.Lines, s.More = nil, d.total
		b.Screen = append(b.Screen, s)
	}
	for i := range b.Screen {
		open = append(open, &b.Screen[i])
		order = append(order, i)
	}
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(drafts[i].after, drafts[j].after) })
	for turn := range mostLines {
		for _, i := range order {
			d, s := drafts[i], open[i]
			if s == nil || turn >= len(d.Lines) {
				continue
			}
			s.Lines, s.More = append(s.Lines, d.Lines[turn]), s.More-d.weights[turn]
			if !fits(b) {
				s.Lines, s.More = s.Lines[:turn], s.More+d.weights[turn]
				open[i] = nil
			}
		}
	}
	return b.Screen
}

// fits reports whether a briefing is a screen.
func fits(b Briefing) bool {
	text, markdown := b.Text(), b.Markdown()
	return strings.Count(text, "\n") <= ScreenLines && len(strings.Fields(text)) <= ScreenWords && len(strings.Fields(markdown)) <= ScreenWords
}

// isContested reports whether something is said and denied, or only denied, or
// dropped by the party whose standpoint this is.
func isContested(m matter) bool {
	switch m.mark.Label {
	case dispute.LabelConflicted, dispute.LabelContested, dispute.LabelRefuted, dispute.LabelDenied:
		return m.phase != dispute.PhaseCancelled
	}
	return m.status.Standing == dispute.StandingDropped
}

// isOnlyClaimed reports whether somebody says so and the view does not accept it,
// or only since the party does whose standpoint this is.
func isOnlyClaimed(m matter) bool {
	if isContested(m) || !took(m.phase) || m.mark.For == 0 {
		return false
	}
	return m.status.Standing != dispute.StandingAccepted || m.status.Rule == dispute.StandingRuleStandpoint && m.mark.Label == dispute.LabelAlleged
}

// matters returns those events and claims that are wanted, by order, then events
// before claims, each in their own order.
func (t *teller) matters(wanted func(matter) bool, order func(a, b matter) int) (list []matter) {
	for _, m := range slices.Concat(t.events, t.claims) {
		if wanted(m) {
			list = append(list, m)
		}
	}
	slices.SortStableFunc(list, order)
	return list
}

// contestedDraft tells what is contested and who stands on each side: first what is
// weighed most, then what most stand behind.
func (t *teller) contestedDraft() draft {
	d := draft{Section: Section{Name: "contested", Title: "Contested: said and denied"}}
	list := t.matters(isContested, func(a, b matter) int {
		return cmp.Or(cmp.Compare(b.mark.For+b.mark.Against, a.mark.For+a.mark.Against),
			cmp.Compare(b.mark.OriginsFor+b.mark.OriginsAgainst, a.mark.OriginsFor+a.mark.OriginsAgainst))
	})
	d.total = len(list)
	before := ""
	for _, m := range list[:min(len(list), mostLines)] {
		l := t.contestedLine(m)
		if sides := l.Lines; len(sides) > 0 {
			said := sides[0].Text
			if said == before {
				sides[0].Text = said[:strings.Index(said, ": ")] + ": the same"
			}
			before = said
		}
		d.add(1, l)
	}
	return d
}

func (t *teller) contestedLine(m matter) Line {
	l := Line{Head: english.UpperFirst(t.text(m)), Mark: m.mark, Items: refs(m.ref())}
	var notes []string
	if m.isEvent() {
		notes = append(notes, t.when(m.event))
	}
	if m.mark.Label != dispute.LabelContested {
		notes = append(notes, meanings[m.mark.Label])
	}
	if v := t.verdict(m.status); v != "" {
		notes = append(notes, v)
	}
	l.Text = strings.Join(notes, "; ")
	for _, side := range []struct {
		word string
		of   dispute.Side
	}{{"for", m.status.For}, {"against", m.status.Against}} {
		if len(side.of.Roots()) > 0 {
			l.Lines = append(l.Lines, Line{Text: side.word + " " + atMost(side.of.Origins) + ": " + t.sideText(side.of, "")})
		}
	}
	return l
}

// claimedDraft tells what is only claimed, by whom: first what speaks against
// somebody, then figures, then the rest. What the same say stands together.
func (t *teller) claimedDraft() draft {
	d := draft{Section: Section{Name: "claimed", Title: "Only claimed: alleged (1,0)° by interested parties", Mark: onlyClaimed}}
	rank := func(m matter) int {
		switch {
		case len(m.claim.Adverse) > 0:
			return 0
		case m.claim.Content.Figure != nil:
			return 1
		}
		return 2
	}
	list := t.matters(isOnlyClaimed, func(a, b matter) int { return cmp.Compare(rank(a), rank(b)) })
	d.total = len(list)
	var groups [][]matter
	at := map[string]int{}
	for _, m := range list[:min(len(list), 4*mostLines)] {
		key := m.mark.String() + t.sideText(m.status.For, "") + t.verdict(m.status)
		i, ok := at[key]
		if !ok {
			i, at[key] = len(groups), len(groups)
			groups = append(groups, nil)
		}
		groups[i] = append(groups[i], m)
	}
	for _, g := range groups {
		d.add(len(g), t.claimedLine(g))
	}
	return d
}

// claimedLine tells what the same speakers claim.
func (t *teller) claimedLine(group []matter) Line {
	var texts []string
	var items []dispute.Ref
	for _, m := range group {
		items = append(items, m.ref())
	}
	for _, same := range alike(group) {
		text := t.together(same)
		if same[0].isEvent() {
			text += " (" + t.when(same[0].event) + ")"
		}
		texts = append(texts, text)
	}
	m := group[0]
	l := Line{Head: english.UpperFirst(strings.Join(texts, "; ")), Mark: m.mark, Items: refs(items...)}
	l.Text = t.sideText(m.status.For, "by ") + " (" + atMost(m.mark.OriginsFor) + ")"
	if v := t.verdict(m.status); v != "" {
		l.Text += "; " + v
	}
	return l
}

package briefing

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/internal/english"
)

// A template is a claim's text around the name of one actor that it is about, or
// around a figure and who was counted.
type template struct{ before, after string }

// named are the actors that a claim is about, the one it is most about first.
func named(c dispute.Claim) []dispute.ActorID {
	var list []dispute.ActorID
	if r := c.Content.Relation; r != nil {
		list = append(list, r.From, r.To)
	}
	if a := c.Content.Agency; a != nil {
		list = append(list, a.Actor)
	}
	if f := c.Content.Figure; f != nil && f.Of != "" {
		list = append(list, f.Of)
	}
	list = append(list, c.Adverse...)
	return append(list, c.Favours...)
}

// mostTemplates bounds how many actors of a claim are looked at.
const mostTemplates = 4

// templates returns the texts around each of the names that a claim's text begins
// with or holds once.
func (t *teller) templates(c dispute.Claim) (list []template, actors []dispute.ActorID) {
	about := named(c)
	for _, id := range about[:min(len(about), 2*mostTemplates)] {
		before, after, ok := strings.Cut(c.Text, t.name(id))
		if len(list) == mostTemplates || !ok || slices.Contains(actors, id) || inWord(before, after) {
			continue
		}
		list, actors = append(list, template{before, after}), append(actors, id)
	}
	return list, actors
}

// inWord reports whether what stands between two texts is part of a longer word.
func inWord(before, after string) bool {
	last, _ := utf8.DecodeLastRuneInString(before)
	first, _ := utf8.DecodeRuneInString(after)
	return unicode.IsLetter(last) || unicode.IsLetter(first)
}

// alike puts together the figures of one thing, whose texts end alike.
func alike(list []matter) (groups [][]matter) {
	at := map[dispute.Figure]int{}
	for _, m := range list {
		f := m.claim.Content.Figure
		if f == nil {
			groups = append(groups, []matter{m})
			continue
		}
		key := dispute.Figure{Event: f.Event, Category: f.Category}
		if i, ok := at[key]; ok {
			groups[i] = append(groups[i], m)
			continue
		}
		at[key] = len(groups)
		groups = append(groups, []matter{m})
	}
	return groups
}

// together says claims whose texts end alike as one: "84 fighters and 47 soldiers
// were killed". Others stand one after the other, as do those of which the end is
// part of a list: "3 guards and a cook were killed" and "9 rebels and a cook were
// killed" speak of two cooks.
func (t *teller) together(list []matter) string {
	texts := make([]string, len(list))
	for i, m := range list {
		texts[i] = t.text(m)
	}
	end := commonEnd(texts)
	lists := strings.Contains(end, " and ") || strings.Contains(end, " or ") || strings.Contains(end, ",")
	if len(list) < 2 || lists || len(strings.Fields(end)) < 2 {
		return strings.Join(texts, "; ")
	}
	for i, text := range texts {
		texts[i] = strings.TrimSuffix(text, end)
	}
	return english.List(texts) + end
}

// commonEnd returns the words that all texts end with, from a blank on, as long as
// every text has words before them.
func commonEnd(texts []string) string {
	end := texts[0]
	for _, text := range texts[1:] {
		n := 0
		for n < min(len(end), len(text)) && end[len(end)-1-n] == text[len(text)-1-n] {
			n++
		}
		end = end[len(end)-n:]
	}
	for _, text := range texts {
		if len(text) == len(end) { // nothing would be left of it
			_, after, _ := strings.Cut(end, " ")
			end = " " + after
		}
	}
	if i := strings.Index(end, " "); i >= 0 {
		return end[i:]
	}
	return ""
}

// A chorus is claims that say the same of several actors, or one claim.
type chorus struct {
	matters []matter
	actors  []dispute.ActorID // in the order of the claims; nil for one claim
	around  template
}

// choruses puts together the claims of one key that say the same about several
// actors. Those that most say alike come together first.
func (t *teller) choruses(list []matter, key func(matter) string) (all []chorus) {
	type slot struct {
		key    string
		around template
	}
	counts := map[slot]int{}
	for _, m := range list {
		around, _ := t.templates(m.claim)
		for _, a := range around {
			counts[slot{key(m), a}]++
		}
	}
	at := map[slot]int{}
	for _, m := range list {
		around, actors := t.templates(m.claim)
		best := -1
		for i, a := range around {
			if n := counts[slot{key(m), a}]; n > 1 && (best < 0 || n > counts[slot{key(m), around[best]}]) {
				best = i
			}
		}
		if best < 0 {
			all = append(all, chorus{matters: []matter{m}})
			continue
		}
		s := slot{key(m), around[best]}
		i, ok := at[s]
		if !ok {
			i, at[s] = len(all), len(all)
			all = append(all, chorus{around: s.around})
		}
		all[i].matters, all[i].actors = append(all[i].matters, m), append(all[i].actors, actors[best])
	}
	return all
}

// plurals are the verbs that change where one actor becomes several.
var plurals = []struct{ one, each string }{{" has ", " have each "}, {" is ", " are each "}, {" was ", " were each "}}

// theirs says of several what a text says of one.
var theirs = strings.NewReplacer(" itself ", " themselves ", " its ", " their ")

// text says a chorus as one sentence.
func (c chorus) text(t *teller) string {
	if len(c.matters) == 1 {
		return t.text(c.matters[0])
	}
	names := t.namesOf(c.actors)
	if c.around.before == "" {
		for _, p := range plurals {
			if rest, ok := strings.CutPrefix(c.around.after, p.one); ok {
				return names + p.each + theirs.Replace(rest)
			}
		}
	}
	return c.around.before + t.name(c.actors[0]) + c.around.after + " (the same of " + t.namesOf(c.actors[1:]) + ")"
}

package dispute

import (
	"fmt"
	"iter"
	"slices"
	"strconv"
	"strings"

	"github.com/dispute-go/dispute/internal/ints"
)

// text says a status in words, never without those who speak.
func (v words) text(s *Status) string {
	var b strings.Builder
	b.Grow(256)
	b.WriteString(s.summary())
	separator := " — "
	for _, side := range []struct {
		name string
		of   *Side
	}{{"for: ", &s.For}, {"against: ", &s.Against}} {
		if len(side.of.Roots) == 0 {
			continue
		}
		b.WriteString(separator)
		b.WriteString(side.name)
		v.writeRoots(&b, side.of)
		b.WriteString(" (at most ")
		b.WriteString(count(side.of.Origins, "origin"))
		b.WriteString(")")
		separator = "; "
	}
	if len(s.For.Roots)+len(s.Against.Roots) > 0 && !s.adjudicated() {
		b.WriteString("; not adjudicated")
	}
	b.WriteString(v.droppedText(s))
	b.WriteString(v.standingText(s))
	return b.String()
}

// droppedText names whose statements no longer count, and why.
func (v words) droppedText(s *Status) string {
	if len(s.Dropped) == 0 {
		return ""
	}
	var words ints.Numbering[string]
	for _, d := range s.Dropped {
		var who []string
		if d.Attribution != "" {
			who = v.putDownTo(v.resolve(d.Attribution.Ref()))
		} else {
			who = []string{v.publisherName(v.resolve(d.Source.Ref()))}
		}
		words.Add(listWords(who) + " (" + d.Why.words() + ")")
	}
	return "; no longer counted: " + strings.Join(words.Keys, ", ")
}

// summary is the label and the pair, such as "contested (1,1)".
func (s *Status) summary() string {
	return s.Label.String() + " (" + strconv.Itoa(s.For.Level) + "," + strconv.Itoa(s.Against.Level) + ")"
}

// standingText says what the view takes a claim or an event for where that
// does not follow from the label.
func (v words) standingText(s *Status) string {
	switch {
	case s.Rule == RulePerformative:
		return "; accepted as an act of " + v.names(v.performers(v.resolve(s.Event.Ref()), s))
	case s.Rule == RuleStandpoint:
		return fmt.Sprintf("; %s from the standpoint of %s", s.Standing, v.name(v.ways.standpoint))
	}
	return ""
}

// adjudicated reports whether a competent body's finding is among the roots.
func (s *Status) adjudicated() bool {
	for _, side := range []*Side{&s.For, &s.Against} {
		for i := range side.Roots {
			if side.Roots[i].Finding {
				return true
			}
		}
	}
	return false
}

// writeRoots names who speaks on one side, origin by origin: what stands behind
// one number may go back to one origin. Joint statements that add no origin
// come last.
func (v words) writeRoots(b *strings.Builder, side *Side) {
	type line struct {
		origin int
		text   string
	}
	var lines ints.Numbering[line]
	var direct map[int]bool                      // the lines of what is said on the claim itself
	var elsewhere map[int]ints.Numbering[string] // on which other claims, by line
	if slices.ContainsFunc(side.Roots, func(r Root) bool { return r.Claim != "" }) {
		direct, elsewhere = map[int]bool{}, map[int]ints.Numbering[string]{}
	}
	for r := range spoken(side.Roots) {
		at, _ := lines.Add(line{r.Origin, v.rootText(r)})
		switch c := v.resolve(r.Claim.Ref()); {
		case c != none:
			claims := elsewhere[at]
			claims.Add("on whether " + v.d.claim(c).Text)
			elsewhere[at] = claims
		case direct != nil:
			direct[at] = true
		}
	}
	order := make([]int, len(lines.Keys))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int {
		a, b := lines.Keys[i].origin, lines.Keys[j].origin
		if (a == 0) != (b == 0) {
			return b - a
		}
		return a - b
	})
	last := -1
	for _, at := range order {
		l := lines.Keys[at]
		if last >= 0 {
			b.WriteString(", ")
		}
		switch {
		case l.origin == last:
		case l.origin == 0:
			b.WriteString("and, adding no origin, ")
		case side.Origins > 1:
			b.WriteString("[")
			b.WriteString(strconv.Itoa(l.origin))
			b.WriteString("] ")
		}
		last = l.origin
		b.WriteString(l.text)
		if claims := elsewhere[at].Keys; claims != nil {
			b.WriteString(" (")
			if direct[at] {
				b.WriteString("also ")
			}
			b.WriteString("by what they say ")
			b.WriteString(strings.Join(claims, " and "))
			b.WriteString(")")
		}
	}
}

// spoken yields the roots without the listed sources whose publishers also speak
// for themselves.
func spoken(roots []Root) iter.Seq[*Root] {
	type speech struct {
		origin  int
		speaker ActorID
	}
	return func(yield func(*Root) bool) {
		var own map[speech]bool
		for i := range roots {
			r := &roots[i]
			if r.voice.attribution == none { // a listed source: these come last
				if own == nil {
					own = map[speech]bool{}
					for _, o := range roots[:i] {
						if !o.Implied && o.Claim == "" && len(o.Speakers) == 1 {
							own[speech{o.Origin, o.Speakers[0]}] = true
						}
					}
				}
				if own[speech{r.Origin, r.Speakers[0]}] {
					continue
				}
			}
			if !yield(r) {
				return
			}
		}
	}
}

// rootText names who makes a statement and how it counts.
func (v words) rootText(r *Root) string {
	text := v.whoText(r)
	switch {
	case r.Implied:
		text = "implied by " + text
	case r.Finding:
		text = "found by " + text
	case r.Admission:
		text += " as an admission"
		if len(r.voice.admitters) < len(r.voice.speakers) {
			text += " by " + v.names(r.voice.admitters)
		}
	}
	return text
}

// whoText names who makes a statement. Of a joint one that some have
// withdrawn, it names whom the others speak for.
func (v words) whoText(r *Root) string {
	switch {
	case r.voice.attribution == none:
		return v.publisherName(r.voice.source)
	case v.d.attribution(r.voice.attribution).Confidential:
		return confidentialSpeaker
	}
	who, behalf := r.voice.speakers, r.voice.behalf
	if len(behalf) > 0 {
		signed, _ := v.speakersOf(r.voice.attribution)
		gone := slices.DeleteFunc(slices.Clone(signed), func(s int32) bool { return slices.Contains(who, s) })
		left, _ := v.represented(gone, behalf, r.voice.when)
		kept, _ := v.represented(who, behalf, r.voice.when)
		behalf = slices.DeleteFunc(slices.Clone(behalf), func(b int32) bool {
			return slices.Contains(left, b) && !slices.Contains(kept, b)
		})
	}
	if _, known := v.represented(who, behalf, r.voice.when); known {
		return v.jointly(behalf)
	}
	text := v.jointly(who)
	if len(behalf) > 0 {
		text += " on behalf of " + v.names(behalf)
	}
	return text
}

// standingWords says how something stands: its label and pair, of how many
// origins at most, and what the view takes it for.
func (v words) standingWords(s *Status) string {
	text := s.summary()
	var origins []string
	if len(s.For.Roots) > 0 {
		origins = append(origins, count(s.For.Origins, "origin")+" for it")
	}
	if len(s.Against.Roots) > 0 {
		origins = append(origins, count(s.Against.Origins, "origin")+" against it")
	}
	if origins != nil {
		text += ", at most " + strings.Join(origins, " and ")
		if !s.adjudicated() {
			text += ", not adjudicated"
		}
	}
	return text + v.droppedText(s) + v.standingText(s)
}

// A clause says what somebody does with a proposition: lead is the verb before
// "that" and the proposition, so the verb that refers to one named before, and
// after follows either.
type clause struct{ lead, so, after string }

// said returns what a root does, without who does it.
func (v words) said(r *Root) clause {
	c := clause{lead: "said", so: "said so"}
	if r.voice.attribution == none {
		return clause{lead: "reported", so: "reported it"}
	}
	a := v.d.attribution(r.voice.attribution)
	firm, passing := a.firmness()
	switch {
	case r.Finding && a.Stance == StanceDenies:
		firm, passing = "", " in a finding"
		c.lead, c.so = "denied", "denied it"
	case r.Finding:
		c.lead, c.so = "found", "found so"
	case a.Stance == StanceDenies:
		c.lead, c.so = "denied", "denied it"
	case r.Implied:
		c.lead, c.so = "implied", "implied it"
	}
	c.lead, c.so = firm+c.lead+passing, firm+c.so+passing
	if r.Admission {
		c.after = ", as an admission"
		if len(r.voice.admitters) < len(r.voice.speakers) {
			c.after += " by " + v.names(r.voice.admitters)
		}
	}
	return c
}

// A chorus is clauses and, for each, who says so. Several signatories together
// have a clause to themselves, so that no list stands within a list.
type chorus struct {
	clauses ints.Numbering[part]
	who     []ints.Numbering[string]
}

// A part in a chorus is a clause, of joint signatories or of single speakers.
type part struct {
	clause
	jointly string
}

func (c *chorus) add(said clause, who string, joint bool) {
	key := part{clause: said}
	if joint {
		key.jointly = who
	}
	at, isNew := c.clauses.Add(key)
	if isNew {
		c.who = append(c.who, ints.Numbering[string]{})
	}
	c.who[at].Add(who)
}

// voicesSaid returns clauses that say who says and who denies a claim, those
// who do it in the same way together. The first one spells the claim out; none
// does if it is empty.
func (v words) voicesSaid(s *Status, claim string) []string {
	var direct, other chorus
	for _, side := range []struct {
		way   string
		roots []Root
	}{{"for", s.For.Roots}, {"against", s.Against.Roots}} {
		for r := range spoken(side.roots) {
			c, who, joint := v.said(r), v.whoText(r), len(r.Speakers) > 1
			if on := v.resolve(r.Claim.Ref()); on != none {
				c.lead, c.after = c.lead+" that "+v.d.claim(on).Text, c.after+", which counts "+side.way+" it"
				other.add(c, who, joint)
			} else {
				direct.add(c, who, joint)
			}
		}
	}
	var words []string
	for i, c := range direct.clauses.Keys {
		verb := c.so
		if i == 0 && claim != "" {
			verb = c.lead + " that " + claim
		}
		words = append(words, listWords(direct.who[i].Keys)+" "+verb+c.after)
	}
	for i, c := range other.clauses.Keys {
		text := listWords(other.who[i].Keys) + " " + c.lead + c.after
		if i == 0 && words == nil && claim != "" {
			text = "on whether " + claim + ": " + text
		}
		words = append(words, text)
	}
	return words
}

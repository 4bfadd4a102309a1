package dispute

import (
	"fmt"
	"slices"
	"strings"
)

// text says a status in words, never without those who speak.
func (v *View) text(s Status) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s (%d,%d)", s.Label, s.For.Level, s.Against.Level)
	separator := " — "
	for _, side := range []struct {
		name string
		Side
	}{{"for", s.For}, {"against", s.Against}} {
		if len(side.Roots) == 0 {
			continue
		}
		fmt.Fprintf(&b, "%s%s: %s (at most %s)", separator, side.name, v.rootsText(side.Side), count(side.Origins, "origin"))
		separator = "; "
	}
	if !adjudicated(s) && len(s.For.Roots)+len(s.Against.Roots) > 0 {
		b.WriteString("; not adjudicated")
	}
	b.WriteString(v.standingText(s))
	return b.String()
}

// standingText says what the view takes a claim or an event for where that
// does not follow from the label.
func (v *View) standingText(s Status) string {
	switch {
	case s.Rule == RulePerformative:
		return "; accepted as an act of " + v.names(v.performers(v.resolve(s.Event.Ref()), s.For))
	case s.Rule == RuleStandpoint:
		return fmt.Sprintf("; %s from the standpoint of %s", s.Standing, v.name(v.ways.standpoint))
	}
	return ""
}

func adjudicated(s Status) bool {
	finding := func(r Root) bool { return r.Finding }
	return slices.ContainsFunc(s.For.Roots, finding) || slices.ContainsFunc(s.Against.Roots, finding)
}

// rootsText names who speaks on one side, origin by origin: what stands behind
// one number may go back to one origin. Joint statements that add no origin
// come last.
func (v *View) rootsText(side Side) string {
	type line struct {
		origin int
		text   string
	}
	// What the same speakers say on other claims is told with them.
	direct, elsewhere := map[line]bool{}, map[line][]string{}
	var lines []line
	for _, r := range spoken(side.Roots) {
		l := line{r.Origin, v.rootText(r)}
		if !direct[l] && elsewhere[l] == nil {
			lines = append(lines, l)
		}
		if c := v.resolve(r.Claim.Ref()); c == none {
			direct[l] = true
		} else if text := "on whether " + v.d.claim(c).Text; !slices.Contains(elsewhere[l], text) {
			elsewhere[l] = append(elsewhere[l], text)
		}
	}
	byOrigin := make([][]string, side.Origins+1)
	for _, l := range lines {
		text := l.text
		if claims := elsewhere[l]; claims != nil {
			also := ""
			if direct[l] {
				also = "also "
			}
			text += " (" + also + "by what they say " + strings.Join(claims, " and ") + ")"
		}
		byOrigin[l.origin] = append(byOrigin[l.origin], text)
	}
	var words []string
	for origin, texts := range byOrigin[1:] {
		number := ""
		if side.Origins > 1 {
			number = fmt.Sprintf("[%d] ", origin+1)
		}
		words = append(words, number+strings.Join(texts, ", "))
	}
	if joint := byOrigin[0]; joint != nil {
		words = append(words, "and, adding no origin, "+strings.Join(joint, ", "))
	}
	return strings.Join(words, ", ")
}

// spoken returns the roots without the listed sources whose publishers also
// speak for themselves.
func spoken(roots []Root) []Root {
	return slices.DeleteFunc(slices.Clone(roots), func(r Root) bool {
		return r.voice.attribution == none && slices.ContainsFunc(roots, func(own Root) bool {
			return own.voice.attribution != none && !own.Implied && own.Claim == "" && own.Origin == r.Origin &&
				slices.Equal(own.voice.speakers, r.voice.speakers)
		})
	})
}

// rootText names who makes a statement and how it counts.
func (v *View) rootText(r Root) string {
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
func (v *View) whoText(r Root) string {
	who, behalf := r.voice.speakers, r.voice.behalf
	if r.voice.attribution != none {
		signed, _ := v.speakersOf(v.d.attribution(r.voice.attribution))
		gone := slices.DeleteFunc(signed, func(s int32) bool { return slices.Contains(who, s) })
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
func (v *View) standingWords(s Status) string {
	text := fmt.Sprintf("%s (%d,%d)", s.Label, s.For.Level, s.Against.Level)
	var origins []string
	if len(s.For.Roots) > 0 {
		origins = append(origins, count(s.For.Origins, "origin")+" for it")
	}
	if len(s.Against.Roots) > 0 {
		origins = append(origins, count(s.Against.Origins, "origin")+" against it")
	}
	if origins != nil {
		text += ", at most " + strings.Join(origins, " and ")
		if !adjudicated(s) {
			text += ", not adjudicated"
		}
	}
	return text + v.standingText(s)
}

// A clause says who does what with a proposition.
type clause struct {
	who []string
	// lead and so are the verb before "that" and the proposition, and the verb
	// that refers to one named before. after follows either.
	lead, so, after string
}

// said returns what a root does, without who does it.
func (v *View) said(r Root) clause {
	c := clause{lead: "said", so: "said so"}
	firm, passing := "", ""
	if r.voice.attribution == none {
		return clause{lead: "reported", so: "reported it"}
	}
	a := v.d.attribution(r.voice.attribution)
	firm, passing = a.firmness()
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

// voicesSaid returns clauses that say who says and who denies a claim, those
// who do it in the same way together. The first one spells the claim out; none
// does if it is empty.
func (v *View) voicesSaid(s Status, claim string) []string {
	var direct, other []clause
	add := func(list []clause, r Root, c clause) []clause {
		who := v.whoText(r)
		i := slices.IndexFunc(list, func(d clause) bool {
			return d.lead == c.lead && d.after == c.after && !strings.Contains(who+d.who[0], " and ")
		})
		if i < 0 {
			i = len(list)
			list = append(list, c)
		}
		if !slices.Contains(list[i].who, who) {
			list[i].who = append(list[i].who, who)
		}
		return list
	}
	for _, side := range []struct {
		way   string
		roots []Root
	}{{"for", s.For.Roots}, {"against", s.Against.Roots}} {
		for _, r := range spoken(side.roots) {
			c := v.said(r)
			if on := v.resolve(r.Claim.Ref()); on != none {
				c.lead, c.after = c.lead+" that "+v.d.claim(on).Text, c.after+", which counts "+side.way+" it"
				other = add(other, r, c)
			} else {
				direct = add(direct, r, c)
			}
		}
	}
	var words []string
	for i, c := range direct {
		verb := c.so
		if i == 0 && claim != "" {
			verb = c.lead + " that " + claim
		}
		words = append(words, listWords(c.who)+" "+verb+c.after)
	}
	for i, c := range other {
		text := listWords(c.who) + " " + c.lead + c.after
		if i == 0 && len(direct) == 0 && claim != "" {
			text = "on whether " + claim + ": " + text
		}
		words = append(words, text)
	}
	return words
}

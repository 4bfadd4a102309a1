package dispute

import (
	"fmt"
	"iter"
	"slices"
	"strconv"
	"strings"

	"github.com/dispute-go/dispute/internal/english"
	"github.com/dispute-go/dispute/internal/ints"
)

// String returns the status in words, such as "contested (1,1) — for: …": label,
// pair, and who speaks on each side. Of a status that is not assessed it says so.
func (s Status) String() string {
	if s.Label == 0 {
		return s.Label.String()
	}
	return s.text()
}

func (s Status) text() string {
	switch {
	case s.read != nil:
		return s.read.Text
	case s.from == nil:
		return ""
	}
	return words{s.from.court}.text(s.from)
}

// text says a status in words, never without those who speak.
func (v words) text(x *assessment) string {
	var b strings.Builder
	b.Grow(256)
	b.WriteString(x.summary())
	separator := " — "
	for _, side := range []struct {
		name string
		of   *side
	}{{"for: ", &x.supporting}, {"against: ", &x.opposing}} {
		if len(side.of.roots) == 0 {
			continue
		}
		b.WriteString(separator)
		b.WriteString(side.name)
		v.writeRoots(&b, side.of)
		b.WriteString(" (at most ")
		b.WriteString(english.Count(side.of.origins, "origin"))
		b.WriteString(")")
		separator = "; "
	}
	if len(x.supporting.roots)+len(x.opposing.roots) > 0 && !x.adjudicated() {
		b.WriteString("; not adjudicated")
	}
	b.WriteString(v.droppedText(x))
	b.WriteString(v.repeatedText(x))
	b.WriteString(v.standingText(x))
	b.WriteString(v.replacedText(x.of))
	return b.String()
}

// replacedText says what replaces a proposition that no longer stands.
func (v words) replacedText(p proposition) string {
	if text := v.replacedWords(p); text != "" {
		return "; " + text
	}
	return ""
}

// replacedWords says what replaces a proposition that no longer stands, by its own
// date where that is an event.
func (v words) replacedWords(p proposition) string {
	switch n := v.replacement(p); {
	case n == none:
		return ""
	case p.event != none:
		return "superseded by this: " + v.d.event(n).filedWords() + ", " + v.eventName(n)
	default:
		return "superseded by this: " + v.d.claim(n).Text
	}
}

// summary is the label and the pair, such as "contested (1,1)".
func (x *assessment) summary() string {
	return x.label.String() + " (" + strconv.Itoa(x.supporting.level) + "," + strconv.Itoa(x.opposing.level) + ")"
}

// writeRoots names who speaks on one side, origin by origin: what stands behind
// one number may go back to one origin. Joint statements that add no origin
// come last.
func (v words) writeRoots(b *strings.Builder, side *side) {
	lines, said := v.rootLines(side.roots)
	last := -1
	for _, l := range lines {
		if last >= 0 {
			b.WriteString(", ")
		}
		switch {
		case l.origin == last:
		case l.origin == 0:
			b.WriteString("and, adding no origin, ")
		case side.origins > 1:
			b.WriteString("[")
			b.WriteString(strconv.Itoa(l.origin))
			b.WriteString("] ")
		}
		last = l.origin
		b.WriteString(l.text)
		if s := said[l]; s.elsewhere.Keys != nil {
			b.WriteString(" (")
			if s.here {
				b.WriteString("also ")
			}
			b.WriteString("by what they say ")
			b.WriteString(strings.Join(s.elsewhere.Keys, " and "))
			b.WriteString(")")
		}
	}
}

// saidOn tells on what the speakers of a line said so: on the claim itself, and
// on which other claims.
type saidOn struct {
	here      bool
	elsewhere ints.Numbering[string]
}

// rootLines returns who speaks, each once for each origin, by origin, those
// without one last; and by line on what, where any of them spoke on another
// claim.
func (v words) rootLines(roots []*voice) ([]rootLine, map[rootLine]saidOn) {
	lines := ints.Numbering[rootLine]{Keys: make([]rootLine, 0, len(roots))}
	var said map[rootLine]saidOn
	if slices.ContainsFunc(roots, func(r *voice) bool { return r.elsewhere }) {
		said = map[rootLine]saidOn{}
	}
	for r := range spoken(roots) {
		line := rootLine{int(r.origin), v.rootText(r)}
		lines.Add(line)
		if said == nil {
			continue
		}
		s := said[line]
		if r.elsewhere {
			s.elsewhere.Add("on whether " + v.d.claim(r.claim).Text)
		} else {
			s.here = true
		}
		said[line] = s
	}
	slices.SortStableFunc(lines.Keys, func(a, b rootLine) int {
		if (a.origin == 0) != (b.origin == 0) {
			return b.origin - a.origin
		}
		return a.origin - b.origin
	})
	return lines.Keys, said
}

// A rootLine says who speaks, and of which origin that is.
type rootLine struct {
	origin int
	text   string
}

// spoken yields the roots without the listed sources whose speakers also speak for
// themselves.
func spoken(roots []*voice) iter.Seq[*voice] {
	return func(yield func(*voice) bool) {
		var own map[string]bool
		for i, r := range roots {
			if r.attribution == none { // a listed source: these come last
				if own == nil {
					own = map[string]bool{}
					for _, o := range roots[:i] {
						if o.firm() && !o.elsewhere {
							own[fmt.Sprint(o.speakers)] = true
						}
					}
				}
				if own[fmt.Sprint(r.speakers)] {
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
func (v words) rootText(r *voice) string {
	text := v.whoText(r)
	switch {
	case r.disowned() != nil:
		text = "words put down to " + text + " and disowned"
	case r.implied:
		text = "implied by " + text
	case r.finding:
		text = "found by " + text
	case r.admission:
		text += " as an admission" + v.byAdmitters(r)
	}
	if v.updated(*r) {
		text += " (since updated)"
	}
	return text
}

// byAdmitters names those of who make a statement by whom it is an admission,
// where it is not one by all.
func (v words) byAdmitters(r *voice) string {
	if r.besides().admitters == nil || v.inConfidence(r) {
		return ""
	}
	return " by " + v.names(r.besides().admitters)
}

// whoText names who makes a statement.
func (v words) whoText(r *voice) string {
	switch {
	case r.attribution == none:
		return v.reporter(r)
	case v.confidential(r.attribution):
		return confidentialSpeaker
	}
	if _, known := v.represented(r.speakers, r.behalf(), r.when); known {
		return v.jointly(r.behalf())
	}
	text := v.jointly(r.speakers)
	if len(r.behalf()) > 0 {
		text += " on behalf of " + v.names(r.behalf())
	}
	return text
}

// reporter names who speaks in a listed source, unless it is confidential, and of
// a reprint who repeats that.
func (v words) reporter(r *voice) string {
	of := v.originalOf(r.source)
	switch {
	case v.confidential(r.source):
		return v.sourcePhrase(r.source)
	case v.confidential(of):
		return v.sourcePhrase(of)
	}
	text := v.jointly(r.speakers)
	if of == r.source {
		return text
	}
	if by, _ := v.tellers(r.source); len(by) > 0 {
		return text + ", as reprinted by " + v.names(by)
	}
	return text + ", as reprinted"
}

// standingWords says how something stands: its label and pair, of how many
// origins at most, and what the view takes it for.
func (v words) standingWords(x *assessment) string {
	text := x.summary()
	var origins []string
	if len(x.supporting.roots) > 0 {
		origins = append(origins, english.Count(x.supporting.origins, "origin")+" for it")
	}
	if len(x.opposing.roots) > 0 {
		origins = append(origins, english.Count(x.opposing.origins, "origin")+" against it")
	}
	if origins != nil {
		text += ", at most " + strings.Join(origins, " and ")
		if !x.adjudicated() {
			text += ", not adjudicated"
		}
	}
	if roots := x.supporting.roots; len(roots) > 0 && !slices.ContainsFunc(roots, func(r *voice) bool { return !v.updated(*r) }) {
		text += ", since updated"
	}
	return text + v.droppedText(x) + v.repeatedText(x) + v.standingText(x)
}

// A clause says what somebody does with a proposition: lead is the verb before
// "that" and the proposition, so the verb that refers to one named before, and
// after follows either.
type clause struct{ lead, so, after string }

// said returns what a root does, without who does it.
func (v words) said(r *voice) clause {
	c := clause{lead: "said", so: "said so"}
	if r.attribution == none && !r.onRecord {
		return clause{lead: "reported", so: "reported it"}
	}
	if r.disowned() != nil {
		c.after = ", in words since disowned"
	}
	if r.attribution == none {
		return c
	}
	a := v.d.attribution(r.attribution)
	firm, passing := a.firmness()
	switch {
	case r.finding && a.Stance == StanceDenies:
		firm, passing = "", " in a finding"
		c.lead, c.so = "denied", "denied it"
	case r.finding:
		c.lead, c.so = "found", "found so"
	case a.Stance == StanceDenies:
		c.lead, c.so = "denied", "denied it"
	case r.implied:
		c.lead, c.so = "implied", "implied it"
	}
	c.lead, c.so = firm+c.lead+passing, firm+c.so+passing
	if r.admission {
		c.after += ", as an admission" + v.byAdmitters(r)
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
func (v words) voicesSaid(x *assessment, claim string) []string {
	var direct, other chorus
	for _, side := range []struct {
		way   string
		roots []*voice
	}{{"for", x.supporting.roots}, {"against", x.opposing.roots}} {
		for r := range spoken(side.roots) {
			c, who, joint := v.said(r), v.whoText(r), len(r.speakers) > 1
			if r.elsewhere {
				c.lead, c.after = c.lead+" that "+v.d.claim(r.claim).Text, c.after+", which counts "+side.way+" it"
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
		words = append(words, english.List(direct.who[i].Keys)+" "+verb+c.after)
	}
	for i, c := range other.clauses.Keys {
		text := english.List(other.who[i].Keys) + " " + c.lead + c.after
		if i == 0 && words == nil && claim != "" {
			text = "on whether " + claim + ": " + text
		}
		words = append(words, text)
	}
	return words
}

// standingText says what the view takes a claim or an event for where that
// does not follow from the label, and of which doers where that differs.
func (v words) standingText(x *assessment) string {
	if x.doers == nil {
		return v.verdictText(x, x.verdict, "")
	}
	var text string
	for _, d := range agreedTogether(verdictsOn(x.doers)) {
		as := ""
		if divided(x.doers) {
			as = " as to " + v.names(d.doers)
		}
		if d.rule == StandingRulePerformative {
			text += "; accepted as an act of " + v.names(d.doers)
		} else {
			text += v.verdictText(x, d.verdict, as)
		}
	}
	return text
}

// agreedTogether puts the doers together on whose part the same two agree.
func agreedTogether(list []sharedVerdict) []sharedVerdict {
	var together []sharedVerdict
	for _, d := range list {
		at := slices.IndexFunc(together, func(o sharedVerdict) bool {
			return o.rule == StandingRuleAgreed && d.rule == o.rule && o.agreement.same(d.agreement)
		})
		if at < 0 {
			together = append(together, d)
		} else {
			together[at].doers = append(together[at].doers, d.doers...)
		}
	}
	return together
}

// same reports whether it is the same two who agree.
func (x *agreement) same(y *agreement) bool {
	return x.a == y.a && x.b == y.b || x.a == y.b && x.b == y.a
}

// verdictText says what the view takes something for, as to some doers or as a
// whole, if that says anything beyond the label.
func (v words) verdictText(x *assessment, d verdict, as string) string {
	switch {
	case d.rule == StandingRuleStandpoint:
		return fmt.Sprintf("; %s%s from the standpoint of %s", d.standing, as, v.name(v.ways.standpoint))
	case d.rule == StandingRuleAgreed:
		return fmt.Sprintf("; accepted%s, as %s and %s both say so", as, v.name(d.agreement.a), v.name(d.agreement.b))
	case as == "":
		return ""
	case d.standing == StandingAccepted:
		return "; accepted" + as
	}
	return "; not accepted" + as
}

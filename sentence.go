package dispute

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/dispute-go/dispute/edtf"
)

// Sentence returns an attribution as an English sentence, without its final
// full stop, that keeps the speaker, the stance and its strength, the words
// quoted, the precision of the date, and the carrier. A confidential source
// is not named. It is empty for an attribution that is not there.
func (v *View) Sentence(id AttributionID) string {
	n := v.resolve(id.Ref())
	if n == none {
		return ""
	}
	a := v.d.attribution(n)
	var b strings.Builder
	b.WriteString(upperFirst(v.clause(n, maxNesting)))
	if a.Quotation != "" {
		fmt.Fprintf(&b, ", in the words “%s”", a.Quotation)
	}
	if a.Scope != "" {
		fmt.Fprintf(&b, " (scope: %s)", a.Scope)
	}
	if !a.Said.IsZero() {
		fmt.Fprintf(&b, ", %s", startText(a.Said))
		if a.Wording != "" {
			fmt.Fprintf(&b, " (“%s”)", a.Wording)
		}
	}
	if s := v.resolve(a.Source.Ref()); s != none {
		fmt.Fprintf(&b, " — %s", v.sourcePhrase(s))
	}
	return b.String()
}

// maxNesting bounds how many statements about statements a sentence unfolds.
const maxNesting = 4

// clause returns who takes what stance to what, in the past tense.
func (v *View) clause(n int32, depth int) string {
	a := v.d.attribution(n)
	return v.speakerPhrase(a) + " " + v.stancePhrase(a, depth)
}

// speakerPhrase names the signatories and whom they speak for.
func (v *View) speakerPhrase(a *Attribution) string {
	signatories, behalf := v.speakersOf(a)
	if signatories == nil {
		return "an unknown speaker"
	}
	phrase := v.names(signatories)
	if len(signatories) > 1 {
		phrase += " jointly"
	}
	if len(behalf) > 0 {
		phrase += ", on behalf of " + v.names(behalf) + ","
	}
	return phrase
}

// stancePhrase says what the speakers did, with the firmness they showed.
func (v *View) stancePhrase(a *Attribution, depth int) string {
	what := v.objectOf(a, depth)
	firm := ""
	switch a.Strength {
	case StrengthHedged:
		firm = "in hedged terms "
	case StrengthCategorical:
		firm = "categorically "
	}
	passing := ""
	if a.Lineage == LineageRelaying {
		passing = ", passing on " + v.relayedPhrase(a) + ","
	}
	switch a.Stance {
	case StanceAsserts:
		return firm + "said" + passing + " that " + what
	case StanceImplies:
		return firm + "implied" + passing + " that " + what
	case StanceDenies:
		return firm + "denied" + passing + " that " + what
	case StanceNeitherConfirmsNorDenies:
		return "neither confirmed nor denied that " + what
	case StanceDeclinesComment:
		return "declined to comment on whether " + what
	case StanceHasNotResponded:
		return "had not responded to the statement that " + what
	case StanceInterprets:
		reading := what
		if c := v.resolve(a.Claim.Ref()); c != none {
			reading = fmt.Sprintf("the statement that %s as meaning that %s", what, v.d.claim(c).Text)
		}
		return "read " + reading
	case StanceRetracts:
		return "withdrew the statement that " + what
	case StanceUndercuts:
		return "disputed that this is to be relied on: " + what
	}
	return "spoke of this: " + what
}

// relayedPhrase names what a statement passes on, as far as it is on file.
func (v *View) relayedPhrase(a *Attribution) string {
	var speakers []int32
	for _, id := range a.Relays {
		said, behalf := v.speakersOf(v.d.attribution(v.resolve(id.Ref())))
		if behalf != nil {
			said = behalf
		}
		speakers = append(speakers, said...)
	}
	var words []string
	if speakers != nil {
		words = append(words, "what "+v.names(merge(speakers))+" said")
	}
	for _, id := range a.RelaysSources {
		words = append(words, v.sourcePhrase(v.resolve(id.Ref())))
	}
	if words == nil {
		return "what others said"
	}
	return listWords(words)
}

// objectOf returns what the stance is taken to, as a clause.
func (v *View) objectOf(a *Attribution, depth int) string {
	if t := v.resolve(a.Attribution.Ref()); t != none {
		if depth == 0 {
			return "something was said (" + v.ref(t).ID + ")"
		}
		return v.clause(t, depth-1)
	}
	if c := v.resolve(a.Claim.Ref()); c != none {
		return v.d.claim(c).Text
	}
	if s := v.resolve(a.TargetSource.Ref()); s != none {
		return v.sourcePhrase(s)
	}
	return "something unknown"
}

func (v *View) sourcePhrase(n int32) string {
	if v.d.source(n).Confidential {
		return "a confidential source"
	}
	return v.sourceName(n)
}

// startText says when something began, without more precision than is known.
func startText(d edtf.Date) string {
	b := d.Bounds()
	return edtf.Range{First: b.EarliestStart, Last: b.LatestStart}.English()
}

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
	return b.String()
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
	seen := map[line]bool{}
	byOrigin := make([][]string, side.Origins+1)
	for _, r := range side.Roots {
		if l := (line{r.Origin, v.rootText(r)}); !seen[l] {
			seen[l] = true
			byOrigin[l.origin] = append(byOrigin[l.origin], l.text)
		}
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

func (v *View) rootText(r Root) string {
	who := r.voice.behalf
	if len(who) == 0 {
		who = r.voice.speakers
	}
	text := v.names(who)
	if len(who) > 1 {
		text += " jointly"
	}
	switch {
	case r.Implied:
		text = "implied by " + text
	case r.Admission:
		text += " as an admission"
	case r.Finding:
		text = "found by " + text
	}
	if c := v.resolve(r.Claim.Ref()); c != none {
		text += fmt.Sprintf(" (by what they say on whether %s)", v.d.claim(c).Text)
	}
	return text
}

func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

func upperFirst(s string) string {
	_, n := utf8.DecodeRuneInString(s)
	return strings.ToUpper(s[:n]) + s[n:]
}

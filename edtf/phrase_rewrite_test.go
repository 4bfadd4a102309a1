package edtf_test

import (
	"regexp"
	"strings"
)

const (
	monthNames   = `January|February|March|April|May|June|July|August|September|October|November|December`
	weekdayNames = `Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday`
)

// rewritings returns other wordings of a row that must have the same value, by
// what was changed.
func rewritings(r corpusRow) map[string][]string {
	all := map[string][]string{
		"case":          {strings.ToUpper(r.phrase), strings.ToLower(r.phrase)},
		"dashes":        dashed(r.phrase),
		"abbreviations": abbreviated(r.phrase),
	}
	if strings.Contains(r.rewrites, "order") {
		all["order"] = reordered(r.phrase)
	}
	if strings.Contains(r.rewrites, "preposition") {
		all["preposition"] = prefixed(r.phrase)
	}
	for name, wordings := range all {
		kept := wordings[:0]
		for _, wording := range wordings {
			if wording != r.phrase {
				kept = append(kept, wording)
			}
		}
		all[name] = kept
	}
	return all
}

// A dash between two numbers of at most two digits, two names or "mid" and what
// follows; dates in digits alone have hyphens that mean something else.
var dash = regexp.MustCompile(`(^| )(\d{1,2}(?:st|nd|rd|th)?|` + monthNames + `|` + weekdayNames + `)-(\d{1,2}|` + monthNames + `|` + weekdayNames + `)(,? |$)`)

// dashed writes the dash of a range in its other forms, and as "to".
func dashed(phrase string) []string {
	if !dash.MatchString(phrase) {
		return nil
	}
	var all []string
	for _, other := range []string{"–", "—", " - ", " – ", " to "} {
		all = append(all, dash.ReplaceAllString(phrase, "${1}${2}"+other+"${3}${4}"))
	}
	return all
}

// shortNames lists how agencies and newspapers shorten months and weekdays.
var shortNames = map[string][]string{
	"January": {"Jan.", "Jan"}, "February": {"Feb.", "Feb"}, "March": {"Mar.", "Mar"},
	"April": {"Apr.", "Apr"}, "June": {"Jun."}, "July": {"Jul."},
	"August": {"Aug.", "Aug"}, "September": {"Sept.", "Sept", "Sep.", "Sep"},
	"October": {"Oct.", "Oct"}, "November": {"Nov.", "Nov"}, "December": {"Dec.", "Dec"},
	"Monday": {"Mon", "Mon."}, "Tuesday": {"Tues", "Tues.", "Tue"}, "Wednesday": {"Wed", "Wed."},
	"Thursday": {"Thurs", "Thurs.", "Thur", "Thu"}, "Friday": {"Fri", "Fri."},
	"Saturday": {"Sat", "Sat."}, "Sunday": {"Sun", "Sun."},
}

var longName = regexp.MustCompile(`\b(` + monthNames + `|` + weekdayNames + `)(?:'s)?`)

// abbreviated shortens every name of a month or weekday at once: with the first
// short form of each, then with the second, and so on.
func abbreviated(phrase string) []string {
	var all []string
	for i := range 4 {
		changed := false
		wording := longName.ReplaceAllStringFunc(phrase, func(name string) string {
			short := shortNames[name]
			if i >= len(short) {
				return name
			}
			changed = true
			return short[i]
		})
		if changed {
			all = append(all, wording)
		}
	}
	return all
}

var (
	dayFirst   = regexp.MustCompile(`\b(?:the )?(\d{1,2})(?:st|nd|rd|th)?((?:-| to | and | or )(?:the )?\d{1,2}(?:st|nd|rd|th)?)?(?: of)? (` + monthNames + `)(?: (\d{4}))?\b`)
	monthFirst = regexp.MustCompile(`\b(` + monthNames + `) (\d{1,2}(?:st|nd|rd|th)?(?:(?:-| to | and | or )\d{1,2}(?:st|nd|rd|th)?)?)(?:,? (\d{4}))?(-| |,|$)`)
	otherEra   = regexp.MustCompile(`\b(BC|AD|BCE|CE)\b`)
)

// reordered turns day and month around wherever they stand in the phrase.
func reordered(phrase string) []string {
	if otherEra.MatchString(phrase) {
		return nil
	}
	var wording string
	switch {
	case dayFirst.MatchString(phrase) && !monthFirst.MatchString(phrase):
		wording = dayFirst.ReplaceAllStringFunc(phrase, func(date string) string {
			part := dayFirst.FindStringSubmatch(date)
			if part[4] != "" {
				part[4] = ", " + part[4]
			}
			return part[3] + " " + part[1] + part[2] + part[4]
		})
	case monthFirst.MatchString(phrase) && !dayFirst.MatchString(phrase):
		wording = monthFirst.ReplaceAllStringFunc(phrase, func(date string) string {
			part := monthFirst.FindStringSubmatch(date)
			if part[3] != "" {
				part[3] = " " + part[3]
			}
			return part[2] + " " + part[1] + part[3] + part[4]
		})
	default:
		return nil
	}
	return []string{wording}
}

var preposition = regexp.MustCompile(`^(on|in|at|during) `)

// prefixed puts each preposition in front, or none.
func prefixed(phrase string) []string {
	bare := preposition.ReplaceAllString(phrase, "")
	switch first, _, _ := strings.Cut(bare, " "); first {
	case "over", "last", "next", "this", "the", "all", "from", "between", "throughout":
		return []string{bare}
	}
	return []string{bare, "on " + bare, "in " + bare, "at " + bare, "during " + bare}
}

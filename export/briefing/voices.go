package briefing

import (
	"fmt"
	"iter"
	"slices"
	"strings"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/internal/english"
)

// sideText names who stands on one side: first who says so, then by whom it is
// implied, with the mark of the origins.
func (t *teller) sideText(s dispute.Side, by string) string {
	var parts []string
	said := t.voices(s)
	for _, way := range []struct {
		lead string
		who  []string
	}{{by, said.firm}, {"implied by ", said.implied}} {
		if way.who != nil {
			parts = append(parts, way.lead+enumerate(way.who))
		}
	}
	text := strings.Join(parts, "; ")
	if said.here {
		return text
	}
	return text + ", indirectly"
}

// voices are who speaks on one side, each once; here says that somebody speaks on
// the claim itself.
type voices struct {
	firm, implied []string
	here          bool
}

func (t *teller) voices(s dispute.Side) (said voices) {
	said.here = slices.ContainsFunc(s.Roots(), func(r dispute.Root) bool { return r.Claim == "" })
	direct, told := map[string]bool{}, map[string]bool{}
	for _, r := range s.Roots() {
		if r.Claim == "" {
			direct[t.who(r)] = true
		}
	}
	add := func(list *[]string, name string) {
		if key := fmt.Sprint(list == &said.implied, name); !told[key] {
			told[key] = true
			*list = append(*list, name)
		}
	}
	for r := range spoken(s) {
		who := t.who(r)
		text := who
		if said.here && r.Claim != "" && !direct[who] {
			text += " (indirectly)"
		}
		if r.Implied {
			add(&said.implied, text)
		} else {
			add(&said.firm, text)
		}
	}
	return said
}

// spoken yields the roots of a side without the listed sources whose speakers also
// speak for themselves.
func spoken(s dispute.Side) iter.Seq[dispute.Root] {
	return func(yield func(dispute.Root) bool) {
		own := map[string]bool{}
		for _, r := range s.Roots() {
			if r.Attribution != "" && !r.Implied && r.Claim == "" && len(r.Speakers) > 0 {
				own[fmt.Sprint(r.Speakers)] = true
			}
		}
		for _, r := range s.Roots() {
			if listed := r.Attribution == "" && own[fmt.Sprint(r.Speakers)]; !listed && !yield(r) {
				return
			}
		}
	}
}

// who names whose word a root is, and what sort of word.
func (t *teller) who(r dispute.Root) string {
	text := t.jointly(r.Speakers)
	switch {
	case len(r.Speakers) == 0 && r.Attribution == "":
		text = "a confidential source"
	case len(r.Speakers) == 0:
		text = "a confidential speaker"
	case len(r.OnBehalfOf) > 0 && within(r.OnBehalfOf, r.Principals):
		text = t.jointly(r.OnBehalfOf)
	case len(r.OnBehalfOf) > 0:
		text += " on behalf of " + t.namesOf(r.OnBehalfOf)
	}
	if s, ok := t.v.Source(r.Source); ok && r.Attribution == "" && s.ReprintOf != "" {
		text += " (reprinted)"
	}
	switch {
	case r.DisownedBy != nil:
		text += " (who disowned it)"
	case r.Finding:
		text += " (a finding)"
	case r.Admission:
		text += " (an admission)"
	}
	if r.UpdatedBy != "" {
		text += " (since updated)"
	}
	return text
}

// within reports whether all of some actors are among others.
func within(some, others []dispute.ActorID) bool {
	for _, a := range some {
		if !slices.Contains(others, a) {
			return false
		}
	}
	return true
}

// mostNames bounds how many names a list on the screen has.
const mostNames = 6

// enumerate lists who speaks, with semicolons where a list stands within the list.
// Of many it names some, and says how many more there are.
func enumerate(who []string) string {
	if extra := len(who) - mostNames; extra > 1 {
		who = append(slices.Clone(who[:mostNames]), fmt.Sprintf("%d more", extra))
	}
	if len(who) > 1 && slices.ContainsFunc(who, func(s string) bool { return strings.Contains(s, " and ") }) {
		return strings.Join(who, "; ")
	}
	return english.List(who)
}

package briefing

import (
	"slices"
	"strconv"
	"strings"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/internal/english"
)

// A notebook numbers statements and their sources in the order in which they are
// first told. Statements that are told in the same words, such as "Reuters said so
// — S1", are one note.
type notebook struct {
	t       *teller
	notes   []Line
	byText  map[string]int
	byID    map[dispute.AttributionID]int // 0 while it is being told
	taken   map[dispute.AttributionID]taken
	sources map[dispute.SourceID]int
	listed  []dispute.SourceID
}

func newNotebook(t *teller) *notebook {
	return &notebook{t: t, byText: map[string]int{}, byID: map[dispute.AttributionID]int{}, taken: map[dispute.AttributionID]taken{}, sources: map[dispute.SourceID]int{}}
}

// note returns the number of the note with a text, about an item.
func (n *notebook) note(text string, about dispute.Ref) int {
	number, ok := n.byText[text]
	if !ok {
		n.notes = append(n.notes, Line{Text: text})
		number = len(n.notes)
		n.notes[number-1].Number = strconv.Itoa(number)
		n.byText[text] = number
	}
	note := &n.notes[number-1]
	note.Items = append(note.Items, about)
	return number
}

// statement returns the number of a statement.
func (n *notebook) statement(id dispute.AttributionID) int {
	if number, ok := n.byID[id]; ok {
		return number
	}
	n.byID[id] = 0
	a, ok := n.t.v.Attribution(id)
	text := "A statement that is not on file"
	switch {
	case ok && a.ID != id && n.same(a, id):
		n.byID[id] = n.statement(a.ID) // a later version says the same
		return n.byID[id]
	case ok && a.ID == id:
		text = english.UpperFirst(n.said(a)) + n.in(a.Source)
	case ok: // replaced by one that says something else
		text = n.t.plain(n.t.v.Sentence(id.Ref()))
	}
	n.byID[id] = n.note(text, id.Ref())
	return n.byID[id]
}

// report returns the number of the note that a source listed on an event reports
// it.
func (n *notebook) report(event dispute.EventID, source dispute.SourceID) int {
	text := n.t.v.Report(event, source)
	for _, way := range []struct{ told, so string }{{" reported this: ", " reported it"}, {" said this: ", " said so"}} {
		if who, _, ok := strings.Cut(text, way.told); ok {
			return n.note(who+way.so+n.in(source), source.Ref())
		}
	}
	return n.note("A source that is not on file reported it", source.Ref())
}

// in names the source of a statement by its number.
func (n *notebook) in(id dispute.SourceID) string {
	if id == "" {
		return ""
	}
	return " — " + n.source(id)
}

// source returns the number of a source, such as "S1".
func (n *notebook) source(id dispute.SourceID) string {
	if s, ok := n.t.v.Source(id); ok {
		id = s.ID
	}
	if n.sources[id] == 0 {
		n.listed = append(n.listed, id)
		n.sources[id] = len(n.listed)
	}
	return "S" + strconv.Itoa(n.sources[id])
}

// said says who took what stance, how and when. What it was on is said where the
// number of the note stands.
func (n *notebook) said(a dispute.Attribution) string {
	did := n.did(a)
	if a.Strength == dispute.StrengthCategorical {
		did = "categorically " + did
	}
	if a.Strength == dispute.StrengthHedged {
		did += " in hedged terms"
		if a.Cue != "" {
			did += " (“" + a.Cue + "”)"
		}
	}
	if a.Quotation != "" && !a.Confidential {
		did += ", in the words “" + a.Quotation + "”"
	}
	if a.Scope != "" {
		did += " (scope: " + a.Scope + ")"
	}
	if day := a.Said.English(); day != "" {
		did += " (" + day + ")"
	}
	if a.Wording != "" {
		did += " (“" + a.Wording + "”)"
	}
	if a.Lineage == 0 && a.Stance != dispute.StanceHasNotResponded && a.Stance != dispute.StanceRetracts && a.Stance != dispute.StanceUndercuts {
		did += " (of unknown origin)"
	}
	text := n.t.speakers(a) + " " + did
	if a.Stance != dispute.StanceHasNotResponded {
		return text
	}
	who := "an unknown reporter"
	switch {
	case a.Confidential:
		who = "a confidential reporter"
	case a.Source != "":
		who = n.t.publisher(a.Source)
	}
	return "according to " + who + ", " + text
}

// stances say what is done with a claim, and with a statement or a source.
var stances = map[dispute.Stance]struct{ it, this string }{
	dispute.StanceAsserts:                  {"said so", "said that there was "},
	dispute.StanceImplies:                  {"implied it", "implied that there was "},
	dispute.StanceDenies:                   {"denied it", "denied that there was "},
	dispute.StanceNeitherConfirmsNorDenies: {"neither confirmed nor denied it", "neither confirmed nor denied "},
	dispute.StanceDeclinesComment:          {"declined to comment on it", "declined to comment on "},
	dispute.StanceHasNotResponded:          {"had not responded to it", "had not responded to "},
	dispute.StanceInterprets:               {"read it so", "read "},
	dispute.StanceRetracts:                 {"withdrew it", "withdrew "},
	dispute.StanceUndercuts:                {"disputed that it is to be relied on", "disputed the reliability of "},
}

// did says what is done, and with which notes or sources.
func (n *notebook) did(a dispute.Attribution) string {
	passed := n.passedOn(a)
	words := stances[a.Stance]
	switch {
	case a.Attribution != "" && slices.Contains(a.Relays, a.Attribution), a.Claim != "" && a.Attribution == "" && n.sameAsRelayed(a):
		return "passed on " + passed
	case a.Lineage == dispute.LineageRelaying && passed == "":
		passed = ", passing on what others said"
	case passed != "":
		passed = ", passing on " + passed
		if len(a.Relays) == 1 && n.takenTo(a.Relays[0]).claim != a.Claim {
			passed += n.on(a.Relays[0])
		}
	}
	switch {
	case a.Attribution != "" && a.Stance == dispute.StanceInterprets:
		return words.this + n.numbered(a.Attribution) + n.on(a.Attribution) + " as saying so" + passed
	case a.Attribution != "":
		return words.this + n.numbered(a.Attribution) + n.on(a.Attribution) + passed
	case a.TargetSource != "":
		return words.this + n.source(a.TargetSource) + passed
	}
	return words.it + passed
}

// numbered names a statement by its number.
func (n *notebook) numbered(id dispute.AttributionID) string {
	if number := n.statement(id); number > 0 {
		return "note " + strconv.Itoa(number)
	}
	return "a statement that leads back to this one"
}

// on says on what a statement was: one note can stand for several, and not all of
// them are withdrawn, disputed or left unanswered together.
func (n *notebook) on(id dispute.AttributionID) string {
	if claim, ok := n.t.v.Claim(n.takenTo(id).claim); ok {
		return " (on whether " + claim.Text + ")"
	}
	return ""
}

// passedOn names what a statement passes on.
func (n *notebook) passedOn(a dispute.Attribution) string {
	var list []string
	for _, id := range a.Relays {
		if what := n.numbered(id); !slices.Contains(list, what) {
			list = append(list, what)
		}
	}
	for _, id := range a.RelaysSources {
		list = append(list, n.source(id))
	}
	return english.List(list)
}

// sameAsRelayed reports whether all that a statement on a claim passes on takes its
// stance to that claim.
func (n *notebook) sameAsRelayed(a dispute.Attribution) bool {
	claim, _ := n.t.v.Claim(a.Claim)
	for _, id := range a.Relays {
		if n.takenTo(id) != (taken{a.Stance, claim.ID}) {
			return false
		}
	}
	return len(a.Relays) > 0 && len(a.RelaysSources) == 0
}

// taken is a stance to a claim.
type taken struct {
	stance dispute.Stance
	claim  dispute.ClaimID
}

// takenTo returns the stance of a statement and the claim it is on, and nothing
// where it was replaced by another.
func (n *notebook) takenTo(id dispute.AttributionID) taken {
	x, ok := n.taken[id]
	if !ok {
		a, _ := n.t.v.Attribution(id)
		if claim, on := n.t.v.Claim(a.Claim); on && a.Claim != "" && n.same(a, id) {
			x = taken{a.Stance, claim.ID}
		}
		n.taken[id] = x
	}
	return x
}

// same reports whether the statement that an ID leads to is the one made.
func (n *notebook) same(a dispute.Attribution, id dispute.AttributionID) bool {
	return a.ID == id || n.t.v.Sentence(a.ID.Ref()) == n.t.v.Sentence(id.Ref())
}

// Package advice looks at a record and says what it probably forgot: each piece of
// advice with the place, what follows from it as it stands, and what to write
// instead. Advice changes no answer and refuses nothing.
package advice

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/edtf"
)

// A Code names a kind of advice. Codes stay the same from version to version.
type Code string

// The kinds of advice, in the order in which those on one place are given.
const (
	UnknownKind    Code = "unknown-kind"    // an event of a kind that no rule knows
	UnknownRole    Code = "unknown-role"    // a participant in a role that nothing knows
	IdleRoles      Code = "idle-roles"      // participants in no roles between which the kind changes anything
	NoOwnWord      Code = "no-own-word"     // an act that words do, without any word of its doer
	NoMaker        Code = "no-maker"        // a source without publisher and authors
	NamesNobody    Code = "names-nobody"    // a claim in which nobody has a stake
	UnknownLineage Code = "unknown-lineage" // a statement that is neither first-hand nor passed on
	SameDocument   Code = "same-document"   // two sources that seem to be one text
	KnownLater     Code = "known-later"     // an item that is hidden until what it refers to is known
	PerhapsSettled Code = "perhaps-settled" // an expected event that another one seems to settle
	NoSides        Code = "no-sides"        // several parties to a fight, and not who is with whom
	Undated        Code = "undated"         // a statement of which no day is known
	FigureOrder    Code = "figure-order"    // a low figure above the best, or that above the high one
	SameName       Code = "same-name"       // two actors of one name
)

// Codes returns all kinds of advice, in their order.
func Codes() []Code {
	return []Code{UnknownKind, UnknownRole, IdleRoles, NoOwnWord, NoMaker, NamesNobody, UnknownLineage, SameDocument,
		KnownLater, PerhapsSettled, NoSides, Undated, FigureOrder, SameName}
}

// A Piece is one piece of advice.
type Piece struct {
	Code Code `json:"code"`
	// Path is the JSON Pointer (RFC 6901) of the place in the record, as it is in a
	// [dispute.FieldError]. What is missing would stand there.
	Path string `json:"path"`
	// Item is the item that it is in.
	Item dispute.Ref `json:"item"`
	// Follows says what follows from it as it stands, Write what to write instead.
	Follows string `json:"follows"`
	Write   string `json:"write"`
}

// String returns the advice on one line: the place, what follows from it, what to
// write, and the code.
func (p Piece) String() string {
	return fmt.Sprintf("%s: %s; write %s (%s)", p.Path, p.Follows, p.Write, p.Code)
}

// On returns the advice on a record, in the order of its items and then of [Codes].
// It names items by their IDs and tells nothing that is confidential. What takes the
// answers of a view is looked at only where the record compiles. The record is
// neither changed nor kept. The cost is near-linear in the record.
func On(r dispute.Record) []Piece {
	a := &adviser{r: &r, order: map[string]int{}}
	for _, list := range []func(){a.actors, a.sources, a.events, a.claims, a.attributions} {
		list()
	}
	if d, err := dispute.Compile(r); err == nil {
		if v, err := d.View(dispute.Lens{RecordedBy: theEnd}); err == nil {
			a.answers(v)
		}
	}
	rank := map[Code]int{}
	for i, c := range Codes() {
		rank[c] = i
	}
	slices.SortStableFunc(a.found, func(x, y placed) int {
		return cmp.Or(cmp.Compare(x.kind, y.kind), cmp.Compare(x.index, y.index), cmp.Compare(rank[x.Code], rank[y.Code]))
	})
	list := make([]Piece, 0, len(a.found))
	for _, x := range a.found {
		list = append(list, x.Piece)
	}
	return list
}

// theEnd is a day on which all that is expected is overdue.
var theEnd = edtf.MustParseDay("9999-12-31")

// An adviser collects advice on a record.
type adviser struct {
	r     *dispute.Record
	found []placed
	order map[string]int // by list and ID: the place of the item
}

// placed is a piece of advice with the place of its item.
type placed struct {
	Piece
	kind, index int
}

// lists are the names of the record's lists, by kind of item.
var lists = map[dispute.ItemKind]string{
	dispute.ItemActor: "actors", dispute.ItemSource: "sources", dispute.ItemEvent: "events",
	dispute.ItemClaim: "claims", dispute.ItemAttribution: "attributions",
}

// advise adds a piece of advice on item number i of its list, at the place under it
// where what is written or missing stands.
func (a *adviser) advise(code Code, of dispute.Ref, i int, under, follows, write string) {
	path := "/" + lists[of.Kind] + "/" + strconv.Itoa(i)
	if under != "" {
		path += "/" + under
	}
	a.found = append(a.found, placed{Piece{code, path, of, follows, write}, int(of.Kind), i})
}

// enter notes the place of an item.
func (a *adviser) enter(of dispute.Ref, i int) { a.order[of.String()] = i }

// quoted lists texts in quotation marks.
func quoted[T ~string](list []T) string {
	var words []string
	for _, x := range list {
		words = append(words, strconv.Quote(string(x)))
	}
	if n := len(words); n > 1 {
		return strings.Join(words[:n-1], ", ") + " or " + words[n-1]
	}
	return strings.Join(words, "")
}

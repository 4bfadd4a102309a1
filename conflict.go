package dispute

import (
	"fmt"
	"slices"
	"strings"

	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/ints"
	"github.com/dispute-go/dispute/internal/precedence"
)

// A Conflict is something in the record that does not go together. It is an
// answer, not an error: nothing is dropped because of it unless the doc of its
// kind says so.
type Conflict struct {
	// ID is stable: it depends on the kind and on the first versions of the
	// items alone; for supersession on the versions themselves.
	ID   string       `json:"id"`
	Kind ConflictKind `json:"kind"`
	// AsOf is the day as of which it is on file: that of the view; see
	// [View.Day].
	AsOf edtf.Day `json:"as_of,omitzero"`
	// Items are what conflicts, sorted by kind and ID.
	Items []Ref `json:"items"`
	// Text says it in a sentence, without the final full stop.
	Text    string  `json:"text"`
	Reasons Reasons `json:"reasons"`
}

// ConflictKind says what sort of conflict it is. The zero value is none.
type ConflictKind uint8

// The kinds of conflict.
const (
	// A speaker says what its principal, or someone who can commit the
	// principal, denies; or denies what the principal says; or speaks against
	// its own side without being able to commit it.
	ConflictSpeakerPrincipal ConflictKind = iota + 1
	// Two claims declared contradictory both have supporters.
	ConflictContradiction
	// Somebody stands by more than one best figure for one event, category and
	// group; see [FigureSet].Distinct.
	ConflictFigures
	// Events whose chronology cannot hold; they keep the dates they were given.
	ConflictChronology
	// An event that ends before it begins, or is said to by a claim that
	// somebody makes on when it happened.
	ConflictReversed
	// Attributions or sources that pass each other on in a circle; none of
	// them is an origin.
	ConflictCitation
	// Actors that are part of, speak for, or control each other in a circle.
	ConflictHierarchy
	// Items that supersede each other in a circle, which all stay; or several
	// items that supersede the same one, of which the one entered last rules.
	ConflictSupersession
	// Identity claims that somebody stands by lead from an actor back to itself.
	ConflictIdentity
	// A speaker denies, first-hand, having said what is attributed to it, and
	// stands by that. The statement still counts.
	ConflictDisowned
	// Somebody stands by more than one start, or end, of one event; see
	// [DateSet].Starts.
	ConflictDates
)

var conflictKinds = vocabulary{"conflict kind", []string{"none", "speaker-against-principal", "contradiction", "figures",
	"chronology", "reversed-period", "circular-citation", "circular-hierarchy", "supersession", "circular-identity", "disowned", "dates"}}

// String returns the word for k.
func (k ConflictKind) String() string { return conflictKinds.text(uint8(k)) }

// MarshalText returns the word for k.
func (k ConflictKind) MarshalText() ([]byte, error) { return conflictKinds.marshal(uint8(k)) }

// A conflictFinder finds what does not go together.
type conflictFinder struct{ *chronology }

// conflict builds a conflict between items, which are its reasons too.
func (v conflictFinder) conflict(kind ConflictKind, text string, items ...int32) Conflict {
	return v.conflictOver(kind, text, nil, items...)
}

// conflictOver builds a conflict between items that is there because of
// statements, or because statements do not take it away.
func (v conflictFinder) conflictOver(kind ConflictKind, text string, statements []int32, items ...int32) Conflict {
	g := v.reason()
	var because []int
	c := Conflict{Kind: kind, AsOf: v.today(), Text: text}
	names := []string{kind.String()}
	for _, n := range ints.Merge(items) {
		c.Items = append(c.Items, v.ref(n))
		if kind == ConflictSupersession { // which is about versions
			names = append(names, v.ref(n).String())
		} else {
			names = append(names, v.firstRef(n).String())
		}
		because = append(because, g.any(n))
	}
	for _, n := range statements {
		because = append(because, g.any(n))
	}
	slices.SortFunc(c.Items, Ref.Compare)
	c.ID = strings.Join(names, "/")
	c.Reasons = g.done(g.fact(text, kind.String(), because...))
	return c
}

// statementConflicts finds speakers at odds with their principals, and
// contradictory claims that both have supporters.
func (v conflictFinder) statementConflicts(x *support) []Conflict {
	var list []Conflict
	made := func(c int32) bool {
		return slices.ContainsFunc(x.hearing(c).voices, func(r voice) bool { return !r.against })
	}
	for _, c := range v.currents(ItemClaim) {
		p := v.proposition(c)
		if p.claims[0] == c {
			list = append(list, v.principalConflicts(p, x.hearing(c))...)
		}
		for _, rival := range v.on.rivals[c] {
			if c < rival && made(c) && made(rival) {
				list = append(list, v.conflictOver(ConflictContradiction,
					fmt.Sprintf("two contradictory claims are both made: %q and %q", v.d.claim(c).Text, v.d.claim(rival).Text),
					ints.Merge(v.grounds(p, x.hearing(c)), v.grounds(v.proposition(rival), x.hearing(rival))), c, rival))
			}
		}
	}
	return list
}

// principalConflicts finds, for every principal, the statements on p by someone
// who speaks for it without committing it that go against the principal's own
// word or against its own side.
func (v conflictFinder) principalConflicts(p proposition, h hearing) []Conflict {
	type sides struct{ organ, principal [2][]int32 } // attributions, by for and against
	bySide := func(against bool) int {
		if against {
			return 1
		}
		return 0
	}
	found := map[int32]*sides{}
	at := func(principal int32) *sides {
		if found[principal] == nil {
			found[principal] = &sides{}
		}
		return found[principal]
	}
	for _, r := range h.voices {
		if r.attribution == none {
			continue
		}
		for _, s := range r.speakers {
			committed := v.ties.Commits(s, r.when)
			for _, principal := range v.ties.Principals(s, r.when) {
				side := &at(principal).organ
				if slices.Contains(committed, principal) {
					side = &at(principal).principal
				}
				side[bySide(r.against)] = append(side[bySide(r.against)], r.attribution)
			}
		}
	}
	var list []Conflict
	for _, principal := range sortedKeys(found) {
		x := found[principal]
		for side := range 2 {
			organ, word := x.organ[side], x.principal[1-side]
			if len(organ) == 0 || len(word) == 0 && !v.adverseTo(p, principal, side == 1) {
				continue
			}
			items := []int32{principal}
			for _, n := range slices.Concat(organ, word) {
				items = append(items, n, v.claimOf(n))
			}
			about := v.d.claim(v.claimOf(organ[0])).Text
			text := fmt.Sprintf("%s, not counted as committing %s, and %s itself differ on whether %s",
				words{v.court}.speakersText(organ), v.name(principal), v.name(principal), about)
			if len(word) == 0 {
				text = fmt.Sprintf("%s, not counted as committing %s, said something adverse to it on whether %s",
					words{v.court}.speakersText(organ), v.name(principal), about)
			}
			list = append(list, v.conflictOver(ConflictSpeakerPrincipal, text, v.grounds(p, h), items...))
		}
	}
	return list
}

// speakersText names the speakers of attributions.
func (v words) speakersText(attributions []int32) string {
	var names ints.Numbering[string]
	for _, n := range attributions {
		speakers, _ := v.speakersOf(n)
		switch {
		case v.d.attribution(n).Confidential:
			names.Add(confidentialSpeaker)
		case speakers == nil:
			names.Add(unknownSpeaker)
		}
		for _, s := range speakers {
			if !v.d.attribution(n).Confidential {
				names.Add(v.name(s))
			}
		}
	}
	slices.Sort(names.Keys)
	return listWords(names.Keys)
}

// adverseTo reports whether saying p (or, if denied, denying it) speaks
// against an actor.
func (v *court) adverseTo(p proposition, actor int32, denied bool) bool {
	for _, c := range p.claims {
		list := v.d.claim(c).Adverse
		if denied {
			list = v.d.claim(c).Favours
		}
		if slices.ContainsFunc(list, func(id ActorID) bool { return v.resolve(id.Ref()) == actor }) {
			return true
		}
	}
	return false
}

func (v conflictFinder) chronologyConflicts() []Conflict {
	var list []Conflict
	for _, c := range v.events.time.Contradictions {
		var events []int32
		for _, p := range c.Nodes {
			events = append(events, v.events.list[p])
		}
		switch {
		case c.Kind == precedence.Cycle:
			list = append(list, v.conflict(ConflictChronology, "events follow each other in a circle: "+v.eventNames(events), events...))
		case len(events) == 1:
			list = append(list, v.conflict(ConflictReversed, "an event ends before it begins: "+v.eventNames(events), events...))
		default:
			list = append(list, v.conflict(ConflictChronology, "no day is left for events that follow each other: "+v.eventNames(events), events...))
		}
	}
	return list
}

// circles returns the groups of nodes, below n, that edges lead around.
func circles(n int, edges []precedence.Link) [][]int32 {
	var list [][]int32
	for _, c := range precedence.Tighten(make([]precedence.Node, n), edges).Contradictions {
		list = append(list, c.Nodes)
	}
	return list
}

func (v conflictFinder) circleConflicts() []Conflict {
	var hierarchy, citation []precedence.Link
	for _, n := range v.currents(ItemActor) {
		for _, t := range v.plain.ties.From(n) {
			hierarchy = append(hierarchy, precedence.Link{Before: n, After: t.To})
		}
	}
	cite := func(from int32, to Ref) {
		if t := v.resolve(to); t != none {
			citation = append(citation, precedence.Link{Before: from, After: t})
		}
	}
	for _, n := range v.currents(ItemAttribution) {
		a := v.d.attribution(n)
		cite(n, a.Attribution.Ref())
		for _, id := range a.Relays {
			cite(n, id.Ref())
		}
		for _, id := range a.RelaysSources {
			cite(n, id.Ref())
		}
		if s := v.resolve(a.Source.Ref()); s != none && a.Lineage == LineageRelaying {
			citation = append(citation, precedence.Link{Before: s, After: n})
		}
	}
	for _, n := range v.currents(ItemSource) {
		for _, id := range v.d.source(n).DerivedFrom {
			cite(n, id.Ref())
		}
	}
	var list []Conflict
	for _, graph := range []struct {
		kind  ConflictKind
		text  string
		edges []precedence.Link
	}{
		{ConflictHierarchy, "actors belong to each other in a circle", hierarchy},
		{ConflictCitation, "statements pass each other on in a circle, so that none is an origin", citation},
	} {
		for _, circle := range circles(len(v.d.nodes), graph.edges) {
			list = append(list, v.conflict(graph.kind, graph.text+": "+words{v.court}.itemsText(circle), circle...))
		}
	}
	return list
}

// identityConflicts finds actors that lead to each other in a circle by identity
// claims that somebody stands by.
func (v conflictFinder) identityConflicts(x *support) []Conflict {
	var edges []precedence.Link
	var claims []int32 // by edge
	for _, c := range v.currents(ItemClaim) {
		if i := v.d.claim(c).Content.Identity; i != nil && x.supported[c] {
			edges = append(edges, precedence.Link{Before: v.resolve(i.A.Ref()), After: v.resolve(i.B.Ref())})
			claims = append(claims, c)
		}
	}
	found := circles(len(v.d.nodes), edges)
	in := map[int32]int{} // by actor: its circle, from 1
	for i, circle := range found {
		for _, n := range circle {
			in[n] = i + 1
		}
	}
	around := make([][]int32, len(found)) // the claims by which they lead around
	for i, e := range edges {
		if at := in[e.Before]; at != 0 && at == in[e.After] {
			around[at-1] = append(around[at-1], claims[i])
		}
	}
	var list []Conflict
	for i, circle := range found {
		list = append(list, v.conflictOver(ConflictIdentity,
			"identity claims lead from an actor back to itself: "+words{v.court}.itemsText(circle), x.backing(around[i]), circle...))
	}
	return list
}

func (v conflictFinder) supersessionConflicts() []Conflict {
	var list []Conflict
	for _, circle := range v.circles {
		list = append(list, v.conflict(ConflictSupersession, words{v.court}.circleText(circle), circle...))
	}
	for _, fork := range v.forks {
		text := fmt.Sprintf("%s supersede the same item, %s; %s was entered last and rules",
			words{v.court}.versionsText(fork.Branches), v.ref(fork.Old), v.ref(fork.Rules))
		list = append(list, v.conflictOver(ConflictSupersession, text, []int32{fork.Old}, fork.Branches...))
	}
	return list
}

func (v words) circleText(circle []int32) string {
	if len(circle) == 1 {
		return words{v.court}.versionsText(circle) + " supersedes itself, and stays"
	}
	return words{v.court}.versionsText(circle) + " supersede each other in a circle, so that all stay"
}

// mostNamed bounds how many items a text names.
const mostNamed = 12

// itemsText names items: actors by their names, sources by their titles, and
// statements by who made them.
func (v words) itemsText(list []int32) string {
	return words{v.court}.fewWords(list, func(n int32) string {
		switch v.ref(n).Kind {
		case ItemActor:
			return v.name(n)
		case ItemSource:
			return v.sourcePhrase(n)
		}
		return fmt.Sprintf("a statement by %s (%s)", words{v.court}.speakersText([]int32{n}), v.firstRef(n).ID)
	})
}

// versionsText names items by their IDs, which tell versions apart.
func (v words) versionsText(list []int32) string {
	return words{v.court}.fewWords(list, func(n int32) string { return v.ref(n).String() })
}

func (v words) fewWords(list []int32, word func(int32) string) string {
	var words []string
	for i, n := range list {
		if i == mostNamed {
			words = append(words, fmt.Sprintf("%d more", len(list)-mostNamed))
			break
		}
		words = append(words, word(n))
	}
	return listWords(words)
}

// disownedConflicts finds speakers, or their principals, who deny having said
// what is attributed to them: first-hand, and still.
func (v conflictFinder) disownedConflicts() []Conflict {
	var list []Conflict
	for _, n := range v.currents(ItemAttribution) {
		speakers, _ := v.speakersOf(n)
		for _, answer := range v.on.answers[n] {
			denial, ok := v.voiceOf(answer)
			if !ok || !denial.against {
				continue
			}
			p := v.about(v.claimOf(n))
			var h hearing
			v.sift(&h, p, []voice{denial})
			if len(h.voices) == 0 || !slices.ContainsFunc(speakers, func(s int32) bool {
				return ints.Intersect(v.ties.LeadUp(s, denial.when), h.voices[0].speakers)
			}) {
				continue
			}
			list = append(list, v.conflictOver(ConflictDisowned,
				fmt.Sprintf("%s denied having said what is attributed to %s", v.names(h.voices[0].speakers), v.names(speakers)), v.grounds(p, h), n, answer))
		}
	}
	return list
}

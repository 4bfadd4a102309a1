package dispute

import (
	"cmp"
	"slices"

	"github.com/dispute-go/dispute/internal/grounded"
	"github.com/dispute-go/dispute/internal/ints"
	"github.com/dispute-go/dispute/internal/ties"
)

// A court weighs what is said on claims and on the occurrence of events.
type court struct {
	*mentions
	ties  *ties.Graph
	twins twinIndex
	plain *court // the court that takes nobody for the same: itself where the policy takes no identities

	adversaries adversaryIndex
	docket      docket
	disownings  map[int32]disowning // by attribution
	updates     updates
	lineage     lineageIndex
	// stronger and weaker are the shortcuts past claims of which nothing is said, to
	// those that entail a claim and to those that it entails.
	stronger, weaker []int32
}

// An assessment is how a proposition stands.
type assessment struct {
	court *court // which weighed it
	of    proposition
	evidence
	supporting, opposing side
	label                Label
	verdict
	// Of an occurrence: the shares in it, by actor, those of them that are its
	// doers', in the order of the participants, who of opposed sides agrees on
	// it, and what the party whose standpoint the view takes makes of
	// it as a whole.
	shares         []share
	doers          []*share
	agreed         *agreements // nil where nobody does
	taken, dropped bool
}

// A side is the statements for, or those against, and what they come to.
type side struct {
	level, origins int
	roots          []*voice
}

// evidence is everything that bears on a proposition.
type evidence struct {
	voices    []voice
	withdrawn []withdrawal // of statements made directly on it
	repeated  []repetition // what still repeats those that fell
	looked
	through []int32 // the claims that lead to the statements, ascending
	named   []int32 // the actors that the proposition names, ascending
	cut     bool    // whether the claims lack some of which nothing is said
}

// A hearing is what remains of the statements made directly on a proposition
// after undercuts and retractions.
type hearing struct {
	voices    []voice      // in the order of attribution, shorthand last
	withdrawn []withdrawal // likewise; a joint statement may stand in both
	looked
}

// A withdrawal says why a statement no longer counts, wholly or in part.
type withdrawal struct {
	voice voice
	why   DropReason
	by    []int32 // the attributions that did it, ascending
	gone  []int32 // where some signatories still stand by it: the others, ascending
	with  *fall   // that took the statement along, or nil
}

// twinIndex tells who is said to be whom, and who is said to have done what.
// Lists are ascending.
type twinIndex struct {
	identity map[int32][]int32 // by actor: current identity claims on it
	acts     map[int32][]int32 // by actor: current agency claims on it
	// Current claims an earlier version of which was one: of identity and of
	// agency by actor, of agency by event.
	oldIdentity, oldActs, oldAgency map[int32][]int32

	accepted map[int32]bool  // by identity claim
	hub      map[int32]int32 // by actor taken for others: the first one of its group
	members  map[int32][]int32
}

// newTies returns where the ties of a view's actors lead. Dependence follows
// every affiliation but membership.
func newTies(v *sight) *ties.Graph {
	_, actors := v.d.span(ItemActor)
	kinds, from := make([]ties.Kind, actors), make([][]ties.Tie, actors)
	for _, n := range v.currents(ItemActor) {
		actor := v.d.actor(n)
		switch actor.Kind {
		case ActorState:
			kinds[n] = ties.State
		case ActorGovernment:
			kinds[n] = ties.Government
		}
		for _, a := range actor.Affiliations {
			if a.Kind != AffiliationMemberOf {
				possible, certain := heldWindows(a.Period)
				from[n] = append(from[n], ties.Tie{To: v.resolve(a.To.Ref()), Use: v.tieUse(actor.Kind, a), Possible: possible, Certain: certain})
			}
		}
		slices.SortFunc(from[n], func(a, b ties.Tie) int { return cmp.Compare(a.To, b.To) })
	}
	return ties.New(kinds, from)
}

// tieUse returns what an affiliation is good for beyond dependence. To belong to
// an alliance or an organisation in a state's office makes nobody its office, and to
// be a deputy at an office does not make its holder.
func (v *sight) tieUse(from ActorKind, a Affiliation) ties.Use {
	var use ties.Use
	to := v.resolve(a.To.Ref())
	if to == none || !a.Kind.leadsUp() {
		return use
	}
	use = ties.LeadsUp
	if a.Kind != AffiliationPartOf || from == ActorOffice || from == ActorPerson {
		use |= ties.Name
	}
	kind := v.d.actor(to).Kind
	if stateOffices[a.Role] && (kind == ActorAlliance || kind == ActorIntergovernment) {
		return use
	}
	if v.ways.committing[a.Role] {
		use |= ties.Office
	}
	holds := a.Kind == AffiliationHoldsOffice && kind == ActorOffice && (a.Role == "" || v.ways.committing[a.Role])
	if a.Kind == AffiliationSpeaksFor || holds {
		use |= ties.Voice
	}
	return use
}

// stateOffices are the offices of states.
var stateOffices = map[OfficeRole]bool{OfficeHeadOfState: true, OfficeHeadOfGovernment: true, OfficeForeignMinister: true, OfficeForeignMinistry: true}

// An adversaryIndex tells between which actors there is an adversarial act:
// accusing, threatening, severing, expelling, sanctioning or using force. It
// counts as soon as it has one first-hand statement or listed source, whatever
// becomes of that.
type adversaryIndex struct {
	has   []bool      // by actor: it has an adversary on some day
	pairs []encounter // by pair, then as they compare; with none for b those of a with anybody
	// longest is, by place in pairs, that of those of the same pair up to there
	// which can last longest; oldest that of all of the same pair whose first
	// version comes first.
	longest, oldest []int32
	// Acts between so many that their pairs are not listed one by one.
	broad []broadAct
	among map[int32][]int32 // by actor: those that it has a part in
	// charges are the accusations and demands that put claims forward, by claim.
	charges map[int32][]int32
	// witness is what makes it count that such an act took place, by event.
	witness map[int32]int32
}

// agreements are all that make an occurrence agreed.
type agreements struct {
	// said are the participants who say so, and whom they do it to among them,
	// ascending.
	said, targets []int32
	// general is one of any two of opposed sides, outside one of two who are no
	// doers.
	general, outside *agreement
}

// A disowning is what is said on whether a statement was made, by those whose word
// it is.
type disowning struct {
	by     []int32 // the attributions by which its words are disowned, ascending
	of     []int32 // the signatories whose words are disowned, ascending
	looked         // for that
}

// A lineageIndex tells where what sources carry comes from.
type lineageIndex struct {
	original  map[int32]int32   // by reprint: the source whose text it is, in the end
	reprinted map[int32]bool    // the originals
	written   map[int32]bool    // the sources with authors
	children  map[int32][]int32 // by source: those that reprint it or are derived from it
	// originless are the sources that go back to nothing but a circle.
	originless map[int32]bool
	// disputed are the sources that somebody undercuts or withdraws, and those that
	// go back to one of these.
	disputed map[int32]bool
	// older are, by document that is older than its publication, the attributions
	// that tell its day.
	older map[int32]int32
}

// A repetition is what still repeats a statement that fell: an attribution that
// passes on what another one or a source says, or a source that goes back to
// another one. What is not there is none.
type repetition struct {
	attribution, source int32
	of, ofSource        int32
	by                  []int32 // ascending
}

// updates tells which figures and dates their speakers have updated: on a surely
// later day the same speaker gave another one of the same thing.
type updates struct {
	next map[int32]int32 // by attribution: the statement that updates it
	// fallen are, by attribution, the statements of its speakers on the same
	// thing that no longer count, or are disowned, and might update it if they
	// did or were not.
	fallen map[int32][][]int32
}

// A share is the part that one actor has in an occurrence: a doer, or the other party
// where the act takes two. What the view takes the occurrence for is decided for
// each part.
type share struct {
	actor int32
	doer  bool
	// alone says that it acts in a role that takes nobody else, paired are the
	// roles in which it takes two.
	alone  bool
	paired []ParticipantRole

	said   bool  // by its own word, on record
	since  int64 // the day by which the first of these was surely said
	denied bool  // by its own word, on record, and not after it had said so
	// supporting and opposing are the levels as they count for it, to whom
	// another part's admission is an interested statement, and another part's
	// denial none.
	supporting, opposing int
	dropped              bool // by the party whose standpoint the view takes
	verdict
}

// A verdict is what a view takes something for, and by which rule.
type verdict struct {
	standing  Standing
	rule      StandingRule
	agreement *agreement // by which it is accepted as agreed
}

// reach returns the actors on whom a statement's independence depends, as far as it
// takes to tell by them: see [ties.Graph.Ends].
func (v *court) reach(r *voice) []int32 {
	own := r.across(v.ties.Ends)
	if r.besides().borrowed == nil {
		return own
	}
	borrowed := voice{speakers: r.aside.borrowed, when: r.when}
	return ints.Merge(own, borrowed.across(v.ties.Ends))
}

// principalsOf returns the principals of those who make a statement, on whose behalf
// or in whose words they do.
func (v *court) principalsOf(r *voice) []int32 {
	own := r.across(v.ties.Principals)
	if r.besides().borrowed == nil {
		return own
	}
	borrowed := voice{speakers: r.aside.borrowed, when: r.when}
	return ints.Merge(own, borrowed.across(v.ties.Principals))
}

// A broadAct is an act of many against many.
type broadAct struct {
	encounter
	parts []hostilePart // by actor
}

// An encounter is an adversarial act between two actors, a before b.
type encounter struct {
	a, b  int32
	days  ties.Window // on which it can have been going on
	event int32
	first int32 // the first version of that
}

// An agreement is that committing speakers of two opposed sides both say so on
// record.
type agreement struct {
	a, b int32
	acts []int32 // the adversarial events between them, or none where this event itself sets them against each other
}

// A hostilePart is the part of a principal in an adversarial act. By the bits of
// which rules it does the act, and suffers it.
type hostilePart struct {
	actor       int32
	does, bears uint64
	side        string
}

// A framework is the argumentation framework of one proposition: its
// statements, the undercuts of them and of their sources, the undercuts of
// those, and the retractions of undercuts and retractions.
type framework struct {
	v       *court
	p       proposition
	stakes  *stakes
	nodes   []argument
	number  map[argumentKey]int32
	attacks [][2]int32
	into    [][]int32 // by node: who attacks it
	labels  []grounded.Status
	takings map[int32][]int32 // by attribution: the nodes of the retractions aimed at it
	falls   []*fall           // by node that is out: that of sources which took it along, or nil
	// By node: the events that make those interested who would undercut it, and, beside
	// what bears on it, their undercuts and the attributions by which a document is
	// older than its publication.
	acts, beside map[int32][]int32
}

// An argument is an attribution, a shorthand report, or a source; see
// court_fallen.go for the nodes of a source.
//
// An undercut or a retraction is retracted by each signatory apart. One with
// several therefore has a node for each signatory's part, and three more:
// "it does not hold", attacked by itself, attacks every part; every part
// attacks "nobody stands by it", which attacks "somebody stands by it". The
// last one undercuts in its name; each part retracts in its own.
type argument struct {
	voice  voice
	source int32
	failed bool
	// whole undercuts in the name of this undercut, and parts retract in that
	// of this retraction: itself, where it has one signatory.
	whole int32
	parts []int32
	// inner nodes are attacked only by nodes of the same attribution, and
	// parts by retractions.
	inner bool
}

type argumentKey struct {
	// 'a' attribution, 'r' report; of a source: 's' holds, 'f' fails, 'h' is a
	// base, 'b' is without one; of an attribution: 'n' does not hold, 'p' part,
	// 'l' left by all, 'w' whole
	kind        byte
	item, other int32
}

// A docket holds, by the subject of propositions, the frameworks of all statements
// that anything undercuts or withdraws. Propositions in which the same actors have a
// stake share one: what undercuts a source is argued once for all that it carries.
type docket map[int32]*framework

// looked is what was looked at to hear something: attributions, events that make
// those interested who undercut, and statements with all that bears on them.
type looked struct {
	heard, acts []int32
	weighed     []weighing
}

// A fall is that of sources, shared by all statements that they took with them.
// Lists are ascending.
type fall struct {
	sources []int32 // that were undercut or withdrawn
	through []int32 // the attributions that did that
	why     DropReason
}

// stakes answers who has a stake in a proposition.
type stakes struct {
	v      *court
	actors []int32 // that it names
	fixed  []int32 // what the actors depend on, when that never changes; else nil
	// rivals are the principals named that have adversaries, when that never
	// changes.
	rivals []int32
	// charges are the accusations and demands that put it forward, each of a doer
	// who is no competent body, by whom none before it is.
	charges []charge

	named, roots ties.Target // the actors, and what they depend on where that never changes
	when         ties.Window // the days of dated
	dated        []ties.Target
}

// disowned returns the attributions by which the speaker of one, or who commits
// its principal that day, disowns its words: says that they were not said, or are
// not to be relied on. Ascending.
func (v *court) disowned(attribution int32) []int32 { return v.disownings[attribution].by }

// A weighing is a statement in the framework in which it was argued.
type weighing struct {
	in   *framework
	node int32
}

// A charge is an accusation or a demand, by one of its doers.
type charge struct {
	event, doer int32
	on          ties.Window // the days of by, where these matter
	by          ties.Target // those on whom the doer depends
	always      bool        // that never changes
}

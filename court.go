package dispute

import (
	"cmp"
	"slices"

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

// A voice is a first-hand statement for or against a proposition, reduced to
// what evidence needs. Either attribution is set, or event and source are:
// the shorthand by which a source's publisher asserts that an event occurred.
type voice struct {
	speakers      []int32 // who still stands by it, ascending
	when          ties.Window
	aside         *aside // nil for most
	attribution   int32
	event, source int32
	claim         int32 // on which it was made, or none for the shorthand
	against       bool  // as it bears on the proposition assessed
	implied       bool
	onRecord      bool

	// What it counts, once it is weighed on a proposition.
	admission bool  // by those of the speakers whom admitters returns
	elsewhere bool  // it was made on another claim
	rival     bool  // which is a rival, or entails one
	finding   bool  // it is the word of a competent body
	interest  int32 // who makes it interested, or none; see [stakes.interest]
	act       int32 // the event by which it is interested, where it is one's
	origin    int32 // the number of its group among the roots of its side; 0 where it adds none
}

// An aside is what is to be known of few statements. Lists are ascending.
type aside struct {
	behalf    []int32 // on whose behalf it is made
	disowned  []int32 // the attributions by which its words are disowned
	borrowed  []int32 // in whose words a reprint speaks
	admitters []int32 // of the speakers: by whom it is an admission, where not by all
}

// besides returns what is to be known of few statements.
func (r *voice) besides() aside {
	if r.aside == nil {
		return aside{}
	}
	return *r.aside
}

// note changes what is to be known of few statements. Copies of this one keep
// what they have.
func (r *voice) note(change func(*aside)) {
	a := r.besides()
	change(&a)
	r.aside = &a
}

// behalf returns on whose behalf a statement is made.
func (r *voice) behalf() []int32 { return r.besides().behalf }

// onBehalf notes on whose behalf a statement is made.
func (r *voice) onBehalf(of []int32) {
	if len(of) > 0 || len(r.behalf()) > 0 {
		r.note(func(a *aside) { a.behalf = of })
	}
}

// disowned returns the attributions by which the words of a statement are disowned.
func (r *voice) disowned() []int32 { return r.besides().disowned }

// disown marks a statement as one whose words are disowned.
func (r *voice) disown(by []int32) {
	if by != nil {
		r.note(func(a *aside) { a.disowned = by })
	}
}

// admitters returns the speakers by whom a statement is an admission.
func (r *voice) admitters() []int32 {
	if some := r.besides().admitters; some != nil || !r.admission {
		return some
	}
	return r.speakers
}

// admit notes the speakers by whom a statement is an admission.
func (r *voice) admit(by []int32) {
	r.admission = by != nil
	if some := r.admission && len(by) < len(r.speakers); some || r.besides().admitters != nil {
		if !some {
			by = nil
		}
		r.note(func(a *aside) { a.admitters = by })
	}
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

// across returns every actor to whom those lead who make a statement and those
// on whose behalf it is made, ascending.
func (r *voice) across(lead func(int32, ties.Window) []int32) []int32 {
	behalf := r.behalf()
	if len(r.speakers) == 1 && len(behalf) == 0 {
		return lead(r.speakers[0], r.when)
	}
	var lists [][]int32
	for _, s := range r.speakers {
		lists = append(lists, lead(s, r.when))
	}
	for _, s := range behalf {
		lists = append(lists, lead(s, r.when))
	}
	return ints.Merge(lists...)
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

// firm reports whether a statement is its speaker's word: neither merely implied
// nor disowned.
func (r *voice) firm() bool { return !r.implied && r.disowned() == nil }

// commitsOnRecord reports whether a statement commits anybody to an act.
func (r *voice) commitsOnRecord() bool { return r.onRecord && r.firm() }

// compareVoices orders statements by attribution, the shorthand ones last, by
// event and source.
func compareVoices(a, b voice) int {
	if (a.attribution == none) != (b.attribution == none) {
		return int(b.attribution) - int(a.attribution)
	}
	return slices.Compare([]int32{a.attribution, a.event, a.source}, []int32{b.attribution, b.event, b.source})
}

// voiceOf returns the statement attribution n makes, and false when it can be
// no evidence.
func (v *mentions) voiceOf(n int32) (voice, bool) {
	a := v.d.attribution(n)
	if a.Lineage != LineageFirstHand {
		return voice{}, false
	}
	signatories, behalf := v.speakersOf(n)
	if signatories == nil {
		return voice{}, false
	}
	r := voice{attribution: n, event: none, source: none, claim: v.claimOf(n),
		against: a.Stance == StanceDenies, implied: a.Stance == StanceImplies, onRecord: a.OnRecord == RecordLevelOn,
		speakers: signatories, when: v.saidWindow(n)}
	r.onBehalf(behalf)
	return r, true
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

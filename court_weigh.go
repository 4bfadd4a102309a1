package dispute

import (
	"slices"

	"github.com/dispute-go/dispute/internal/ints"
	"github.com/dispute-go/dispute/internal/origins"
	"github.com/dispute-go/dispute/internal/ties"
)

// weigh reduces one side's statements to a level.
func (v *court) weigh(p proposition, voices []voice, stake stakes, against bool) side {
	n := 0
	for _, r := range voices {
		if r.against == against {
			n++
		}
	}
	if n == 0 {
		return side{}
	}
	x := side{roots: make([]*voice, 0, n)}
	weights := make([]origins.Root, 0, n)
	stakeOf := map[int32]stakes{}
	hurt := liabilities{v: v}
	for i := range voices {
		r := &voices[i]
		if r.against != against {
			continue
		}
		r.interest = stake.interest(*r)
		if r.claim != none && !slices.Contains(p.claims, r.claim) {
			r.elsewhere = true
			other, ok := stakeOf[r.claim]
			if !ok {
				other = v.stakesIn(v.named(v.proposition(r.claim)))
				stakeOf[r.claim] = other
			}
			if r.interest == none {
				r.interest = other.interest(*r)
			}
		}
		r.finding = !r.implied && v.competent(*r)
		r.admitters = v.admitters(*r, &hurt)
		x.roots = append(x.roots, r)
		weights = append(weights, v.weight(r))
	}
	x.level = origins.Level(weights)
	numbers, count := origins.Number(weights)
	x.origins = count
	for i, r := range x.roots {
		r.origin = numbers[i]
	}
	return x
}

// weight returns what a root is to the counting of origins.
func (v *court) weight(r *voice) origins.Root {
	return origins.Root{Reach: v.footing(*r), Joint: len(r.speakers) > 1, Implied: r.implied,
		Interested: r.interest != none, Admission: r.admitters != nil, Finding: r.finding}
}

// lineageLimit bounds the work of footing: what a source was made from beyond
// so many sources is not looked at.
const lineageLimit = 256

// footing returns everything that two statements must not share if they are
// to be independent of each other: the actors they depend on, and, for a
// source listed on an event, that source and all it was made from, with their
// publishers, so that a reprint adds nothing to what it reprints.
func (v *court) footing(r voice) []int32 {
	if r.attribution != none {
		return v.reach(r)
	}
	lists := [][]int32{v.reach(r)}
	sources := []int32{r.source}
	seen := map[int32]bool{r.source: true}
	for i := 0; i < len(sources) && i < lineageLimit; i++ {
		x := v.d.source(sources[i])
		if p := v.latest(v.d.publisherOf(sources[i])); i > 0 && p != none {
			lists = append(lists, v.ties.DependsOn(p, startWindow(x.Published)))
		}
		for _, id := range x.DerivedFrom {
			if s := v.resolve(id.Ref()); !seen[s] {
				seen[s] = true
				sources = append(sources, s)
			}
		}
	}
	return ints.Merge(append(lists, sources)...)
}

// admitters returns the speakers by whom a statement is an admission, or nil
// if it is none: on the record, adverse to its own side, by the party itself or
// by someone who can commit it. Saying what is adverse to a party, and denying
// what favours it, is adverse. What counts is the claim on which it was made,
// whatever other one it bears on.
func (v *court) admitters(r voice, hurt *liabilities) []int32 {
	if !r.onRecord || r.implied || r.attribution == none || r.claim == none {
		return nil
	}
	parties := hurt.by(r.claim, v.d.attribution(r.attribution).Stance == StanceDenies)
	if len(parties) == 0 {
		return nil
	}
	var list []int32
	for _, s := range r.speakers {
		if ints.Intersect(v.ties.Commits(s, r.when), parties) {
			list = append(list, s)
		}
	}
	return list
}

// liabilities are the parties to which saying or denying something is adverse,
// by what is said or denied, each found once.
type liabilities struct {
	v     *court
	found map[liability][]int32
}

type liability struct {
	claim  int32 // the first that states it
	denied bool
}

// by returns the parties to which saying claim c, or denying it, is adverse.
func (x *liabilities) by(c int32, denied bool) []int32 {
	claims := x.v.proposition(c).claims
	if len(claims) == 1 { // which is found as fast as looked up
		return x.v.liable(claims, denied)
	}
	key := liability{claims[0], denied}
	if parties, ok := x.found[key]; ok {
		return parties
	}
	if x.found == nil {
		x.found = map[liability][]int32{}
	}
	x.found[key] = x.v.liable(claims, denied)
	return x.found[key]
}

// liable returns, ascending, the parties to which saying one of the claims, or
// denying it, is adverse and not in favour.
func (v *court) liable(claims []int32, denied bool) []int32 {
	var parties []int32
	for _, c := range claims {
		refs := v.d.claimRefs(c)
		own, other := v.latestOf(refs.adverse), v.latestOf(refs.favours)
		if denied {
			own, other = other, own
		}
		for _, party := range own {
			if !slices.Contains(other, party) {
				parties = append(parties, party)
			}
		}
	}
	return ints.Merge(parties)
}

// speakersOf returns the signatories of attribution n and whom they speak for,
// ascending; signatories is empty when nobody knows who spoke.
func (v *sight) speakersOf(n int32) (signatories, behalf []int32) {
	x := v.d.attributionRefs(n)
	speaker := v.latest(x.speaker)
	if speaker == none {
		return nil, nil
	}
	signatories = v.d.only(speaker)
	if len(x.jointly) > 0 {
		signatories = ints.Merge(signatories, v.latestOf(x.jointly))
	}
	return signatories, v.latestOf(x.onBehalfOf)
}

// saidWindow returns the days on which attribution n can have been made: when
// it was said, or else published, or else its source was.
func (v *sight) saidWindow(n int32) ties.Window {
	switch a := v.d.attribution(n); {
	case !a.Said.IsZero():
		return startWindow(a.Said)
	case !a.Published.IsZero():
		return startWindow(a.Published)
	}
	if s := v.sourceOf(n); s != none && !v.d.source(s).Published.IsZero() {
		return startWindow(v.d.source(s).Published)
	}
	return ties.AnyDay
}

// sourceOf returns the source of attribution n, or none.
func (v *sight) sourceOf(n int32) int32 { return v.latest(v.d.usesOf(n).one(slotSource)) }

// claimOf returns the claim that attribution n is to, or none.
func (v *sight) claimOf(n int32) int32 { return v.latest(v.d.usesOf(n).one(slotClaim)) }

// publisherOf returns who published the source of attribution n, or none.
func (v *sight) publisherOf(n int32) int32 {
	s := v.sourceOf(n)
	if s == none {
		return none
	}
	return v.latest(v.d.publisherOf(s))
}

// firstHand reports whether attribution n can be evidence: it can be none with
// unknown or passed-on lineage, or no known speaker.
func (v *sight) firstHand(n int32) bool {
	return v.d.attribution(n).Lineage == LineageFirstHand && v.latest(v.d.usesOf(n).one(slotSpeaker)) != none
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
	return voice{attribution: n, event: none, source: none, claim: v.claimOf(n),
		against: a.Stance == StanceDenies, implied: a.Stance == StanceImplies, onRecord: a.OnRecord == RecordLevelOn,
		speakers: signatories, behalf: behalf, when: v.saidWindow(n)}, true
}

// reports returns the shorthand statements that event e occurred.
func (v *mentions) reports(e int32) []voice {
	if !v.d.event(e).Phase.took() {
		return nil
	}
	var list []voice
	for _, s := range v.latestOf(v.d.usesOf(e).many(slotSources)) {
		if publisher := v.latest(v.d.publisherOf(s)); publisher != none {
			list = append(list, voice{attribution: none, event: e, source: s, claim: none,
				speakers: v.d.only(publisher), when: startWindow(v.d.source(s).Published)})
		}
	}
	return list
}

// across returns every actor to whom those lead who make a statement and those
// on whose behalf it is made, ascending.
func (r voice) across(lead func(int32, ties.Window) []int32) []int32 {
	if len(r.speakers) == 1 && len(r.behalf) == 0 {
		return lead(r.speakers[0], r.when)
	}
	var lists [][]int32
	for _, s := range r.speakers {
		lists = append(lists, lead(s, r.when))
	}
	for _, s := range r.behalf {
		lists = append(lists, lead(s, r.when))
	}
	return ints.Merge(lists...)
}

// reach returns every actor on whom a statement's independence depends.
func (v *court) reach(r voice) []int32 { return r.across(v.ties.DependsOn) }

// compareVoices orders statements by attribution, the shorthand ones last, by
// event and source.
func compareVoices(a, b voice) int {
	if (a.attribution == none) != (b.attribution == none) {
		return int(b.attribution) - int(a.attribution)
	}
	return slices.Compare([]int32{a.attribution, a.event, a.source}, []int32{b.attribution, b.event, b.source})
}

// competent reports whether a statement is one of a body that the policy
// calls competent, or of an organ or officer of such a body. To say that one
// speaks for it does not suffice.
func (v *court) competent(by voice) bool {
	if len(v.ways.competent) == 0 {
		return false
	}
	for _, s := range by.speakers {
		for _, a := range v.ties.LeadUp(s, by.when) {
			if v.ways.competent[a] {
				return true
			}
		}
	}
	return false
}

// named returns the actors a proposition names: whom it is adverse to, whom
// it favours, and who is in its structured content.
func (v *mentions) named(p proposition) []int32 {
	actors := make([]int32, 0, 8)
	add := func(numbers ...int32) {
		for _, n := range numbers {
			if a := v.latest(n); a != none {
				actors = append(actors, a)
			}
		}
	}
	addEvent := func(e int32) {
		if e == none {
			return
		}
		participants := v.d.usesOf(e).many(slotParticipants)
		for i, part := range v.d.event(e).Participants {
			if part.Role != RoleObserver {
				add(participants[i])
			}
		}
	}
	addEvent(p.event)
	for _, c := range p.claims {
		x := v.d.claimRefs(c)
		add(x.adverse...)
		add(x.favours...)
		add(x.actors...)
		addEvent(v.latest(x.event))
		if p.event == none {
			addEvent(v.latest(x.occurred))
		}
		if a := v.latest(x.attribution); a != none {
			add(v.d.usesOf(a).one(slotSpeaker))
		}
	}
	slices.Sort(actors)
	return slices.Compact(actors)
}

// stakes answers who has a stake in a set of named actors.
type stakes struct {
	v      *court
	actors []int32
	fixed  []int32 // what the actors depend on, when that never changes; else nil
}

func (v *court) stakesIn(actors []int32) stakes {
	s := stakes{v: v, actors: actors}
	all := make([]int32, 0, 2*len(actors))
	for _, a := range actors {
		fixed, ok := v.ties.AlwaysDependsOn(a)
		if !ok {
			return s
		}
		all = append(all, fixed...)
	}
	slices.Sort(all)
	s.fixed = slices.Compact(all)
	return s
}

// interested reports whether a statement's speakers, or anyone they depend
// on, are named or dependent on someone named.
func (s stakes) interested(r voice) bool { return s.interest(r) != none }

// interest returns the actor that makes a statement interested, or none: one
// that is named and on whom its speakers depend, who are among those, or else
// one on whom both they and somebody named depend.
func (s stakes) interest(r voice) int32 {
	if len(s.actors) == 0 {
		return none
	}
	reach, through := s.v.reach(r), int32(none)
	if s.fixed != nil {
		through = ints.FirstShared(reach, s.fixed)
	} else {
		for _, a := range s.actors {
			if through = ints.FirstShared(reach, s.v.ties.DependsOn(a, r.when)); through != none {
				break
			}
		}
	}
	if through == none {
		return none
	}
	if named := ints.FirstShared(reach, s.actors); named != none {
		return named
	}
	return through
}

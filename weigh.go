package dispute

import (
	"slices"

	"github.com/dispute-go/dispute/internal/group"
	"github.com/dispute-go/dispute/internal/ints"
)

func keyOf(r voice) argumentKey {
	if r.attribution != none {
		return argumentKey{'a', r.attribution, none}
	}
	return argumentKey{'r', r.event, r.source}
}

// compareVoices orders statements by attribution, the shorthand ones last, by
// event and source.
func compareVoices(a, b voice) int {
	if (a.attribution == none) != (b.attribution == none) {
		return int(b.attribution) - int(a.attribution)
	}
	return slices.Compare([]int32{a.attribution, a.event, a.source}, []int32{b.attribution, b.event, b.source})
}

// entailing returns the claims of p and all claims reached over the edges, in
// ascending order.
func (v *mentions) entailing(p proposition, edges [][]int32) []int32 {
	reached := slices.Clone(p.claims)
	seen := map[int32]bool{}
	for _, c := range reached {
		seen[c] = true
	}
	for i := 0; i < len(reached); i++ {
		for _, c := range edges[reached[i]] {
			if seen[c] {
				continue // with all that state the same
			}
			for _, same := range v.proposition(c).claims {
				seen[same] = true
				reached = append(reached, same)
			}
		}
	}
	slices.Sort(reached)
	return reached
}

// weigh reduces one side's statements to a level.
func (v *court) weigh(p proposition, voices []voice, stake stakes, against bool) Side {
	var side Side
	n := 0
	for _, r := range voices {
		if r.against == against {
			n++
		}
	}
	if n == 0 {
		return side
	}
	side.Roots = make([]Root, 0, n)
	reach := make([][]int32, 0, n)
	actors := make([]ActorID, 0, 2*n) // room for those of all roots
	list := func(numbers []int32) []ActorID {
		from := len(actors)
		for _, a := range numbers {
			actors = append(actors, v.actorID(a))
		}
		return slices.Clip(actors[from:])
	}
	stakeOf := map[int32]stakes{}
	hurt := liabilities{v: v}
	for i := range voices {
		r := voices[i]
		if r.against != against {
			continue
		}
		root := Root{Attribution: v.attributionID(r.attribution), Source: v.sourceID(r.source),
			Speakers: list(r.speakers), OnBehalfOf: list(r.behalf), Principals: list(r.across(v.ties.Principals)), Implied: r.implied}
		interest := stake.interest(r)
		if r.claim != none && !slices.Contains(p.claims, r.claim) {
			root.Claim = ClaimID(v.ref(r.claim).ID)
			other, ok := stakeOf[r.claim]
			if !ok {
				other = v.stakesIn(v.named(v.proposition(r.claim)))
				stakeOf[r.claim] = other
			}
			if interest == none {
				interest = other.interest(r)
			}
		}
		root.Interested = interest != none
		root.Finding = !r.implied && v.competent(r)
		root.voice = &voices[i]
		root.voice.interest = interest
		root.voice.admitters = v.admitters(r, &hurt)
		root.Admission = len(root.voice.admitters) > 0
		side.Roots = append(side.Roots, root)
		reach = append(reach, v.footing(r))
	}
	side.Origins = countOrigins(side.Roots, reach)
	side.Level = levelOf(side.Roots, reach)
	return side
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

// countOrigins groups the roots that depend on each other and numbers the
// groups in the order of their first roots. A joint statement belongs to no
// group where one of its signatories already has a voice of its own, and
// then merges none of its signatories' other statements.
func countOrigins(roots []Root, reach [][]int32) int {
	if len(roots) == 1 {
		roots[0].Origin = 1
		return 1
	}
	var actors ints.Numbering[int32]
	number := func(a int32) int32 {
		n, _ := actors.Add(a)
		return int32(n)
	}
	joint := func(i int) bool { return len(roots[i].Speakers) > 1 }
	for i, list := range reach {
		if !joint(i) {
			for _, a := range list {
				number(a)
			}
		}
	}
	heard := len(actors.Keys) // those before it have a voice of their own
	silent := func(i int) bool {
		return joint(i) && slices.ContainsFunc(reach[i], func(a int32) bool {
			n, ok := actors.Find(a)
			return ok && n < heard
		})
	}
	for i, list := range reach {
		if joint(i) && !silent(i) {
			for _, a := range list {
				number(a)
			}
		}
	}
	groups := group.New(len(actors.Keys))
	for i, list := range reach {
		if silent(i) {
			continue
		}
		for _, a := range list[1:] {
			groups.Join(number(list[0]), number(a))
		}
	}
	var origins ints.Numbering[int32]
	for i, list := range reach {
		if !silent(i) {
			origin, _ := origins.Add(groups.Find(number(list[0])))
			roots[i].Origin = origin + 1
		}
	}
	return len(origins.Keys)
}

// levelOf returns the level of a side with roots; see [Side].
func levelOf(roots []Root, reach [][]int32) int {
	var few [2][8][]int32 // room enough for most sides
	all, disinterested := few[0][:0], few[1][:0]
	var admissions [][]int32
	level := 1
	for i := range roots {
		switch r := &roots[i]; {
		case r.Finding:
			return 4
		case r.Implied:
			continue
		}
		all = append(all, reach[i])
		if !roots[i].Interested {
			level = max(level, 2)
			disinterested = append(disinterested, reach[i])
		}
		if roots[i].Admission {
			admissions = append(admissions, reach[i])
		}
	}
	switch {
	case disjointPair(admissions, disinterested):
		return 4
	case len(admissions) > 0 || disjointPair(disinterested, all):
		return 3
	}
	return level
}

// pairBudget bounds the work of disjointPair. Beyond it two statements count
// as dependent, which never raises a level.
const pairBudget = 1 << 22

// fewPairs are compared as they are.
const fewPairs = 64

// disjointPair reports whether a list of as and a list of bs share nothing.
// All lists are ascending.
func disjointPair(as, bs [][]int32) bool {
	if len(as)*len(bs) <= fewPairs {
		for _, a := range as {
			for _, b := range bs {
				if !ints.Intersect(a, b) {
					return true
				}
			}
		}
		return false
	}
	as, bs = distinct(as), distinct(bs)
	var actors ints.Numbering[int32]
	var holders []int // in how many bs an actor is
	for _, b := range bs {
		for _, x := range b {
			n, isNew := actors.Add(x)
			if isNew {
				holders = append(holders, 0)
			}
			holders[n]++
		}
	}
	work := 0
	for _, a := range as {
		touched := 0
		for _, x := range a {
			if n, ok := actors.Find(x); ok {
				touched += holders[n]
			}
		}
		if touched < len(bs) {
			return true
		}
		if len(a) == 1 {
			continue // every b holds its only actor
		}
		for _, b := range bs {
			if work += len(a) + len(b); work > pairBudget {
				return false
			}
			if !ints.Intersect(a, b) {
				return true
			}
		}
	}
	return false
}

func distinct(lists [][]int32) [][]int32 {
	lists = slices.Clone(lists)
	slices.SortFunc(lists, slices.Compare[[]int32])
	return slices.CompactFunc(lists, slices.Equal[[]int32])
}

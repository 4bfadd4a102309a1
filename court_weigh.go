package dispute

import (
	"slices"

	"github.com/dispute-go/dispute/internal/ints"
	"github.com/dispute-go/dispute/internal/origins"
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

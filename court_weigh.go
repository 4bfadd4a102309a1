package dispute

import (
	"slices"

	"github.com/dispute-go/dispute/internal/ints"
	"github.com/dispute-go/dispute/internal/origins"
	"github.com/dispute-go/dispute/internal/ties"
)

// weigh reduces one side's statements to a level.
func (v *court) weigh(p proposition, voices []voice, stake *stakes, against bool) side {
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
	var few [8]origins.Root // room enough for most sides
	weights := few[:0]
	stakeOf := map[int32]*stakes{}
	hurt := liabilities{v: v}
	for i := range voices {
		r := &voices[i]
		if r.against != against {
			continue
		}
		r.interest, r.act = stake.interest(r)
		if r.claim != none && !slices.Contains(p.claims, r.claim) {
			r.elsewhere = true
			other, ok := stakeOf[r.claim]
			if !ok {
				q := v.proposition(r.claim)
				other = v.stakesIn(q, v.named(q))
				stakeOf[r.claim] = other
			}
			if r.interest == none {
				r.interest, r.act = other.interest(r)
			}
		}
		r.finding = r.interest == none && r.commitsOnRecord() && v.competent(*r)
		r.admitters = v.admitters(r, p, &hurt)
		x.roots = append(x.roots, r)
		weights = append(weights, v.weight(r))
	}
	x.level = origins.Level(weights)
	x.origins = origins.Number(weights)
	for i, r := range x.roots {
		r.origin = weights[i].Origin
	}
	return x
}

// weight returns what a root is to the counting of origins.
func (v *court) weight(r *voice) origins.Root {
	return origins.Root{Reach: v.footing(r), Joint: v.joint(r), Implied: r.implied || r.disowned() != nil,
		Interested: r.interest != none, Admission: r.admitters != nil, Finding: r.finding}
}

// admitters returns the speakers by whom a statement is an admission, or nil
// if it is none: on the record, adverse to its own side, by the party itself or
// by someone who can commit it. Saying what is adverse to a party, and denying
// what favours it, is adverse. What counts is the claim on which it was made,
// whatever other one it bears on; but towards a rival that is adverse to its side
// too it is a denial like any other.
func (v *court) admitters(r *voice, p proposition, hurt *liabilities) []int32 {
	if !r.commitsOnRecord() || r.attribution == none || r.claim == none {
		return nil
	}
	parties := hurt.by(r.claim, v.d.attribution(r.attribution).Stance == StanceDenies)
	if len(parties) == 0 {
		return nil
	}
	var list []int32
	for _, s := range r.speakers {
		if v.ownSide(s, parties, r.when) && !(r.rival && v.ownSide(s, v.liable(p.claims, false), r.when)) {
			list = append(list, s)
		}
	}
	return list
}

// ownSide reports whether one of some parties is on the side of those whom a
// speaker commits: one of them, or a government or an organ of one.
func (v *court) ownSide(s int32, parties []int32, when ties.Window) bool {
	committed := v.ties.Commits(s, when)
	if ints.Intersect(committed, parties) {
		return true
	}
	return slices.ContainsFunc(parties, func(party int32) bool {
		switch v.d.actor(party).Kind {
		case ActorGovernment, ActorOrgan, ActorOffice:
			return ints.Intersect(v.ties.SurelyUp(party, when), committed)
		}
		return false
	})
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

// commitsByWord reports whether a statement is the party's own word.
func (v *court) commitsByWord(r voice, party int32) bool {
	return r.firm() && v.commitsTo(r, party)
}

// committed reports whether a party is committed to one side: one of its
// roots, neither merely implied nor disowned, is by someone whose word commits the party.
func (v *court) committed(x *side, party int32) bool {
	return slices.ContainsFunc(x.roots, func(r *voice) bool { return v.commitsByWord(*r, party) })
}

// labelOf returns the label of a pair of levels.
func (x *assessment) labelOf(supporting, opposing int) Label {
	label := LabelOf(supporting, opposing)
	if label == LabelUnasserted && slices.ContainsFunc(x.withdrawn, func(w withdrawal) bool {
		return w.why == DropRetracted && w.gone == nil && !w.voice.against
	}) {
		return LabelRetracted
	}
	return label
}

// bound returns whom the roots of one side commit on the record; to imply
// commits nobody. Ascending.
func (v *court) bound(x *side) []int32 {
	var lists [][]int32
	for _, r := range x.roots {
		if !r.commitsOnRecord() {
			continue
		}
		for _, s := range r.speakers {
			lists = append(lists, v.ties.Commits(s, r.when))
		}
	}
	return ints.Merge(lists...)
}

// commitsTo reports whether a statement commits a party.
func (v *court) commitsTo(r voice, party int32) bool {
	return slices.ContainsFunc(r.speakers, func(s int32) bool {
		return slices.Contains(v.ties.Commits(s, r.when), party)
	})
}

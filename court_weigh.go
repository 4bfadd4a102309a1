package dispute

import (
	"slices"

	"github.com/dispute-go/dispute/edtf"
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

// commitsOnRecord reports whether a statement commits anybody to an act.
func (r *voice) commitsOnRecord() bool { return r.onRecord && r.firm() }

// firm reports whether a statement is its speaker's word: neither merely implied
// nor disowned.
func (r *voice) firm() bool { return !r.implied && r.disowned() == nil }

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
		return madeWindow(a.Said)
	case !a.Published.IsZero():
		return madeWindow(a.Published)
	}
	if s := v.sourceOf(n); s != none && !v.d.source(s).Published.IsZero() {
		return madeWindow(v.d.source(s).Published)
	}
	return ties.AnyDay
}

// madeWindow returns the days on which what is dated d can have been said or
// published: sometime within d, also where d is an interval.
func madeWindow(d edtf.Date) ties.Window {
	w := startWindow(d)
	w.Last = ties.AnyDay.Last
	if day := d.Bounds().LatestEnd.Day(); !day.IsZero() {
		w.Last = day.Number()
	}
	return w
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
func (v *court) reach(r *voice) []int32 {
	own := r.across(v.ties.DependsOn)
	if r.aside == nil || r.aside.borrowed == nil {
		return own
	}
	return ints.Merge(own, voice{speakers: r.aside.borrowed, when: r.when}.across(v.ties.DependsOn))
}

// principalsOf returns the principals of those who make a statement, on whose behalf
// or in whose words they do.
func (v *court) principalsOf(r *voice) []int32 {
	own := r.across(v.ties.Principals)
	if r.aside == nil || r.aside.borrowed == nil {
		return own
	}
	return ints.Merge(own, voice{speakers: r.aside.borrowed, when: r.when}.across(v.ties.Principals))
}

// compareVoices orders statements by attribution, the shorthand ones last, by
// event and source.
func compareVoices(a, b voice) int {
	if (a.attribution == none) != (b.attribution == none) {
		return int(b.attribution) - int(a.attribution)
	}
	return slices.Compare([]int32{a.attribution, a.event, a.source}, []int32{b.attribution, b.event, b.source})
}

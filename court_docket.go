package dispute

import (
	"slices"

	"github.com/dispute-go/dispute/internal/grounded"
	"github.com/dispute-go/dispute/internal/ints"
)

// docketKey is the subject of a proposition, or none where there is no claim.
func (p proposition) docketKey() int32 {
	if p.event == none && len(p.claims) == 0 {
		return none
	}
	return p.subject()
}

// indexDocket argues everything that is challenged in the view. The cost is linear
// in that and in what challenges it, for each set of actors who have a stake.
func (v *court) indexDocket() {
	v.docket = docket{}
	var all []*framework
	byStake := map[string]*framework{}
	enter := func(p proposition, r voice) {
		f := v.docket[p.docketKey()]
		if f == nil {
			stake := v.plain.stakesIn(p, v.named(p))
			key := stake.key()
			if f = byStake[key]; f == nil || v.isDerived(p) {
				f = v.newFramework(p)
				f.stakes = &stake
				all = append(all, f)
				if !v.isDerived(p) {
					byStake[key] = f
				}
			}
			v.docket[p.docketKey()] = f
		}
		f.enter(r)
	}
	for _, n := range v.currents(ItemAttribution) {
		if v.isChallenged(&voice{attribution: n}) {
			v.eachRole(n, enter)
		}
	}
	if len(v.lineage.disputed) > 0 {
		for _, e := range v.currents(ItemEvent) {
			for _, r := range v.reports(e) {
				if v.isChallenged(&r) {
					enter(v.occurrenceOf(e), r)
				}
			}
		}
	}
	for _, f := range all {
		f.complete()
	}
}

// eachRole calls visit with attribution n as a statement, under all that it can be
// heard on: its claim, and that of the statement at which it is aimed.
func (v *court) eachRole(n int32, visit func(proposition, voice)) {
	claim, statement := v.claimOf(n), v.latest(v.d.attributionRefs(n).attribution)
	if v.d.attribution(n).Stance == StanceHasNotResponded {
		if statement != none {
			claim = v.claimOf(statement)
		}
		visit(v.about(claim), v.silenceVoice(n, claim))
		return
	}
	r, ok := v.voiceOf(n)
	if !ok {
		return
	}
	if claim != none {
		visit(v.proposition(claim), r)
	}
	if statement != none {
		visit(v.about(v.claimOf(statement)), r)
	}
}

// silenceVoice returns a report of silence as a statement on a claim by whoever
// published it.
func (v *court) silenceVoice(report, claim int32) voice {
	r := voice{attribution: report, event: none, source: none, claim: claim, when: v.saidWindow(report)}
	if publisher := v.publisherOf(report); publisher != none {
		r.speakers = v.d.only(publisher)
	}
	return r
}

// isDerived reports whether p is an occurrence with a listed source that is derived
// from others and may fall with them: how many of these are looked at is bounded for
// each occurrence.
func (v *court) isDerived(p proposition) bool {
	return p.event != none && slices.ContainsFunc(v.reports(p.event), func(r voice) bool {
		of := v.originalOf(r.source)
		return v.lineage.disputed[of] && len(v.parents(of)) > 0
	})
}

// key is the same for stakes that make the same statements interested.
func (s *stakes) key() string {
	key := appendNumbers(nil, int64(len(s.actors)))
	for _, n := range s.actors {
		key = appendNumbers(key, int64(n))
	}
	for _, x := range s.charges {
		key = appendNumbers(key, int64(x.doer), int64(x.event))
	}
	return string(key)
}

// argued returns the framework in which a statement on p was argued, and its node.
func (v *court) argued(p proposition, r voice) weighing {
	if f := v.docket[p.docketKey()]; f != nil {
		if n, ok := f.number[keyOf(r)]; ok {
			return weighing{f, n}
		}
	}
	f := v.newFramework(p)
	f.enter(r)
	f.complete()
	return weighing{f, 0}
}

func (x *looked) add(o looked) {
	x.heard, x.acts, x.weighed = append(x.heard, o.heard...), append(x.acts, o.acts...), append(x.weighed, o.weighed...)
}

// all returns the attributions and the events, each ascending. The cost is linear in
// what bears on the statements.
func (x *looked) all() (heard, acts []int32) {
	if len(x.weighed) == 0 {
		return ints.Merge(x.heard), ints.Merge(x.acts)
	}
	heard, acts = slices.Clone(x.heard), slices.Clone(x.acts)
	seen := map[weighing]bool{}
	var next []weighing
	reach := func(f *framework, nodes []int32) {
		for _, n := range nodes {
			if w := (weighing{f, n}); !seen[w] {
				seen[w] = true
				next = append(next, w)
			}
		}
	}
	for _, w := range x.weighed {
		reach(w.in, []int32{w.node})
	}
	for len(next) > 0 {
		f, n := next[len(next)-1].in, next[len(next)-1].node
		next = next[:len(next)-1]
		heard, acts = append(heard, f.beside[n]...), append(acts, f.acts[n]...)
		if a := &f.nodes[n]; a.source == none && a.voice.attribution != none {
			heard = append(heard, a.voice.attribution)
			reach(f, f.takings[a.voice.attribution])
		}
		reach(f, f.into[n])
	}
	return ints.Merge(heard), ints.Merge(acts)
}

// takesAway reports whether attribution u, which undercuts or retracts statement n
// on a claim, is among what takes it away, wholly or in part: see [court.fateOf].
func (v *court) takesAway(u, n int32) bool {
	if slices.Contains(v.disowned(n), u) {
		return slices.ContainsFunc(v.fateOf(n), func(w withdrawal) bool { return slices.Contains(w.by, u) })
	}
	v, p, r, ok := v.alone(n)
	if !ok {
		return false
	}
	w := v.argued(p, r)
	f := w.in
	by, ok := f.number[argumentKey{'a', u, none}]
	if !ok {
		return false
	}
	if v.d.attribution(u).Stance == StanceUndercuts {
		whole := f.nodes[by].whole
		_, aimed := slices.BinarySearch(f.into[w.node], whole)
		return aimed && f.labels[whole] == grounded.In
	}
	return slices.ContainsFunc(f.nodes[by].parts, func(part int32) bool {
		return f.labels[part] != grounded.Out && slices.ContainsFunc(r.speakers, func(s int32) bool {
			return v.mayRetract(f.nodes[part].voice, s, r.when)
		})
	})
}

// fallen returns the sources that took a statement with them.
func (w *withdrawal) fallen() []int32 {
	if w.with == nil {
		return nil
	}
	return w.with.sources
}

// through returns the attributions that put those sources out.
func (w *withdrawal) through() []int32 {
	if w.with == nil {
		return nil
	}
	return w.with.through
}

// source returns the first source that took a statement with it, or none.
func (w *withdrawal) source() int32 {
	if w.with == nil {
		return none
	}
	return w.with.sources[0]
}

// undoing adds to a list the retractions and undercuts that dropped a statement, and
// all that was aimed at the sources that fell, of each source once.
func (w *withdrawal) undoing(v *mentions, list []int32, added map[int32]bool) []int32 {
	return v.aimedAt(w.fallen(), append(list, w.by...), added)
}

// aimedAt adds to a list what was aimed at sources, of each source once.
func (v *mentions) aimedAt(sources, list []int32, added map[int32]bool) []int32 {
	for _, s := range sources {
		if !added[s] {
			added[s] = true
			list = append(list, v.on.impeached[s]...)
		}
	}
	return list
}

// identifies reports whether p claims an identity, in a view that takes such
// claims: then it is weighed without them.
func (v *court) identifies(p proposition) bool {
	return v.plain != v && p.event == none && v.d.claim(p.claims[0]).Content.Identity != nil
}

// fateOf returns what took away statement n on a claim: the withdrawals of it that
// [court.hear] finds among all.
func (v *court) fateOf(n int32) []withdrawal {
	v, p, r, ok := v.alone(n)
	if !ok {
		return nil
	}
	var h hearing
	v.sift(&h, p, []voice{r})
	v.leaveDisowned(&h)
	return h.withdrawn
}

// alone returns the court that hears statement n on a claim, what that states and
// the statement, and false where there is none to be heard.
func (v *court) alone(n int32) (by *court, p proposition, r voice, ok bool) {
	c := v.claimOf(n)
	if r, ok = v.rootOf(n); c == none || !ok || !v.current[n] {
		return nil, p, r, false
	}
	if p = v.proposition(c); v.identifies(p) {
		v = v.plain
	}
	return v, p, r, true
}

// sift adds to h, which holds none yet, what remains of statements, and what was
// dropped of them.
func (v *court) sift(h *hearing, p proposition, statements []voice) {
	if len(statements) == 0 {
		return
	}
	for _, r := range statements {
		if r.attribution != none {
			h.heard = append(h.heard, r.attribution)
		}
	}
	if !v.challengesAny(statements) {
		h.voices = statements
		return
	}
	for _, r := range statements {
		if !v.isChallenged(&r) {
			h.voices = append(h.voices, r)
			continue
		}
		x := v.argued(p, r)
		h.weighed = append(h.weighed, x)
		f, out := x.in, x.in.labels[x.node] == grounded.Out
		if out {
			h.withdrawn = append(h.withdrawn, f.dropped(x.node, r))
		}
		kept, by := v.afterRetraction(r, f)
		if by != nil {
			w := withdrawal{voice: r, why: DropRetracted, by: by}
			if len(kept) > 0 {
				w.gone = slices.DeleteFunc(slices.Clone(r.speakers), func(s int32) bool { return slices.Contains(kept, s) })
			}
			h.withdrawn = append(h.withdrawn, w)
		}
		if len(kept) > 0 && !out {
			h.voices = append(h.voices, v.left(r, kept))
		}
	}
}

// challengesAny reports whether anything undercuts or withdraws one of some
// statements, or undercuts its source.
func (v *court) challengesAny(statements []voice) bool {
	for i := range statements {
		if v.isChallenged(&statements[i]) {
			return true
		}
	}
	return false
}

// isChallenged reports whether anything undercuts or withdraws a statement, or
// undercuts its source.
func (v *court) isChallenged(r *voice) bool {
	source := r.source
	if r.attribution != none {
		source = v.sourceOf(r.attribution)
		if v.undercutOrWithdrawn(r.attribution) {
			return true
		}
	}
	return source != none && v.lineage.disputed[source]
}

// undercutOrWithdrawn reports whether anything undercuts or retracts attribution n.
func (v *court) undercutOrWithdrawn(n int32) bool {
	return slices.ContainsFunc(v.on.answers[n], func(u int32) bool { return v.d.attribution(u).Stance.challenges() })
}

// challenges reports whether a stance is aimed at whether something counts.
func (s Stance) challenges() bool { return s == StanceUndercuts || s == StanceRetracts }

// afterRetraction returns the signatories who still stand by r, and the
// retractions that took the others away.
func (v *court) afterRetraction(r voice, f *framework) (kept, by []int32) {
	if r.attribution == none {
		return r.speakers, nil
	}
	kept = slices.Clone(r.speakers)
	for _, ret := range f.retractions(r) {
		may := func(s int32) bool { return v.mayRetract(ret, s, r.when) }
		if slices.ContainsFunc(r.speakers, may) {
			by = append(by, ret.attribution)
			kept = slices.DeleteFunc(kept, may)
		}
	}
	return kept, slices.Compact(by)
}

// left returns what remains of a statement that some signatories have withdrawn:
// it is made no longer on behalf of those for whom they alone speak, disowned no
// longer by them, and no longer their document's own word.
func (v *court) left(r voice, kept []int32) voice {
	if len(kept) == len(r.speakers) {
		return r
	}
	gone := slices.DeleteFunc(slices.Clone(r.speakers), func(s int32) bool { return slices.Contains(kept, s) })
	above := func(speakers []int32) []int32 {
		apart := voice{speakers: speakers, when: r.when}
		return apart.across(v.ties.LeadUp)
	}
	lost, held := above(gone), above(kept)
	r.speakers = kept
	disowned := v.disowning(r.disowned(), r.attribution, kept).by
	behalf := slices.DeleteFunc(slices.Clone(r.behalf()), func(b int32) bool {
		return slices.Contains(lost, b) && !slices.Contains(held, b)
	})
	r.aside = nil
	v.borrow(&r)
	r.disown(disowned)
	r.onBehalf(behalf)
	return r
}

// rootOf returns the statement that attribution n makes on a claim, and false where
// it is neither for nor against it, or can be no evidence.
func (v *court) rootOf(n int32) (r voice, ok bool) {
	if !v.d.attribution(n).Stance.takesSides() {
		return voice{}, false
	}
	if r, ok = v.voiceOf(n); !ok || !v.borrow(&r) {
		return voice{}, false
	}
	r.disown(v.disowned(n))
	return r, true
}

// disowning finds which of some attributions, which say that n was not said or is
// not to be relied on, are the word of one of some speakers of n, or of somebody who
// commits the principal of one, and still stand.
func (v *court) disowning(aimed []int32, n int32, speakers []int32) (x disowning) {
	said := v.saidWindow(n)
	may := func(by voice, s int32) bool { return v.mayRetract(by, s, said) }
	own := func(by voice) bool { return slices.ContainsFunc(speakers, func(s int32) bool { return may(by, s) }) }
	var list []voice
	for _, u := range aimed {
		if by, ok := v.voiceOf(u); ok && own(by) {
			list = append(list, by)
		}
	}
	var h hearing
	v.sift(&h, v.about(v.claimOf(n)), list)
	x.looked = h.looked
	for _, by := range h.voices {
		if !own(by) {
			continue
		}
		x.by = append(x.by, by.attribution)
		for _, s := range speakers {
			if _, known := slices.BinarySearch(x.of, s); !known && may(by, s) {
				x.of = ints.Merge(x.of, []int32{s})
			}
		}
	}
	return x
}

// isAgainst reports whether attribution u says that n was not said, or is not to be
// relied on. What was said of an earlier version of n is said of n only where that
// made the same statement.
func (v *court) isAgainst(u, n int32) bool {
	stance, meant := v.d.attribution(u).Stance, v.d.attributionRefs(u).attribution
	return (stance == StanceDenies || stance == StanceUndercuts) && (meant == n || !v.reattributes(meant, n))
}

// leaveDisowned takes the signatories out of joint statements who disown them, as if
// they had withdrawn: the word of the others stands.
func (v *court) leaveDisowned(h *hearing) {
	for i := range h.voices {
		r := &h.voices[i]
		if r.attribution == none || r.disowned() == nil {
			continue
		}
		gone := ints.Shared(r.speakers, v.disownings[r.attribution].of)
		if len(gone) == 0 || len(gone) == len(r.speakers) {
			continue
		}
		kept := slices.DeleteFunc(slices.Clone(r.speakers), func(s int32) bool { return slices.Contains(gone, s) })
		h.withdrawn = append(h.withdrawn, withdrawal{voice: *r, why: DropDisowned, by: r.disowned(), gone: gone})
		*r = v.left(*r, kept)
	}
	slices.SortStableFunc(h.withdrawn, func(a, b withdrawal) int { return compareVoices(a.voice, b.voice) })
}

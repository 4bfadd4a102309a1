package dispute

import (
	"slices"

	"github.com/dispute-go/dispute/internal/grounded"
	"github.com/dispute-go/dispute/internal/ints"
)

// A docket holds, by the subject of propositions, the frameworks of all statements
// that anything undercuts or withdraws. Propositions in which the same actors have a
// stake share one: what undercuts a source is argued once for all that it carries.
type docket map[int32]*framework

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

// A weighing is a statement in the framework in which it was argued.
type weighing struct {
	in   *framework
	node int32
}

// looked is what was looked at to hear something: attributions, events that make
// those interested who undercut, and statements with all that bears on them.
type looked struct {
	heard, acts []int32
	weighed     []weighing
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
		heard, acts = append(heard, f.dating[n]...), append(acts, f.acts[n]...)
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

// A fall is that of sources, shared by all statements that they took with them.
// Lists are ascending.
type fall struct {
	sources []int32 // that were undercut or withdrawn
	through []int32 // the attributions that did that
	why     DropReason
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

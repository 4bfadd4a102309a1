package dispute

import (
	"cmp"
	"maps"
	"slices"

	"github.com/dispute-go/dispute/internal/ints"
	"github.com/dispute-go/dispute/internal/ties"
)

// indexDisowned finds which statements are disowned.
func (v *court) indexDisowned() {
	v.disownings = map[int32]disowning{}
	for _, n := range v.currents(ItemAttribution) {
		var aimed []int32
		for _, u := range v.on.answers[n] {
			if v.isAgainst(u, n) {
				aimed = append(aimed, u)
			}
		}
		if aimed == nil {
			continue
		}
		speakers, _ := v.speakersOf(n)
		if x := v.disowning(aimed, n, speakers); x.heard != nil {
			v.disownings[n] = x
		}
	}
}

// ownWordOf reports whether a statement is the own word of one of some parties.
func (v *court) ownWordOf(r voice, parties []int32) bool {
	return slices.ContainsFunc(r.speakers, func(s int32) bool { return ints.Intersect(v.ties.SpeaksFor(s, r.when), parties) })
}

// disownListed marks listed sources that are a doer's own word where one of that
// doer's statements that they carry is disowned: they fall to the same rank.
func (v *court) disownListed(listed, statements []voice) []voice {
	if len(v.disownings) == 0 {
		return listed
	}
	for i := range listed {
		r := &listed[i]
		if !r.onRecord {
			continue
		}
		for j := range statements {
			said := &statements[j]
			if said.disowned() == nil || !v.ownWordOf(voice{speakers: v.disownings[said.attribution].of, when: said.when}, r.speakers) {
				continue
			}
			if s := v.sourceOf(said.attribution); s != none && v.originalOf(s) == v.originalOf(r.source) {
				r.disown(ints.Merge(r.disowned(), said.disowned()))
			}
		}
	}
	return listed
}

func (r repetition) compare(o repetition) int {
	return cmp.Or(cmp.Compare(r.attribution, o.attribution), cmp.Compare(r.source, o.source))
}

// findRepeated finds what still repeats statements that no longer count at all.
// The cost is linear in what passes them on and goes back to their sources.
func (v *court) findRepeated(e *evidence) {
	if len(e.withdrawn) == 0 {
		return
	}
	seen, with := map[int32]bool{}, map[*fall]bool{}
	var fallen []int32
	add := func(n int32) bool {
		if n == none || seen[n] {
			return false
		}
		seen[n] = true
		fallen = append(fallen, n)
		return true
	}
	note := func(r repetition, n int32) {
		undone := v.undoneBy(n)
		if e.heard = append(e.heard, undone...); undone == nil {
			e.repeated = append(e.repeated, r)
		}
	}
	for _, w := range e.withdrawn {
		if w.gone != nil {
			continue
		}
		add(w.voice.attribution)
		if !with[w.with] {
			for _, s := range w.fallen() {
				add(s)
			}
		}
		with[w.with] = true
		if s, of := w.voice.source, w.source(); of != none && add(s) {
			note(v.repeatedBySource(s, of), s)
		}
	}
	for i := 0; i < len(fallen); i++ {
		n := fallen[i]
		for _, a := range v.passingOn(n) {
			if add(a) {
				note(v.repeatedByAttribution(a, n), a)
			}
		}
		for _, s := range v.lineage.children[n] { // none of an attribution
			if v.originalOf(s) != s && add(s) {
				note(v.repeatedBySource(s, n), s)
			}
		}
	}
	slices.SortFunc(e.repeated, repetition.compare)
}

// passingOn returns the attributions that pass on statement or source n, or say
// that statement n was made. Ascending.
func (v *court) passingOn(n int32) []int32 {
	var list []int32
	for _, a := range v.on.relays[n] {
		switch v.d.attribution(a).Stance {
		case StanceAsserts, StanceImplies, StanceDenies:
			list = append(list, a)
		}
	}
	for _, a := range v.on.answers[n] {
		if v.d.attribution(a).Stance == StanceAsserts {
			list = append(list, a)
		}
	}
	return ints.Merge(list)
}

// undoneBy returns the attributions by which a speaker of attribution n takes it
// back, or who published source n withdraws it. Ascending.
func (v *court) undoneBy(n int32) []int32 {
	aimed, undoes := v.on.impeached[n], func(by voice) bool { return v.withdraws(by, n) }
	if v.ref(n).Kind == ItemAttribution {
		speakers, _ := v.speakersOf(n)
		said := v.saidWindow(n)
		aimed, undoes = v.on.answers[n], func(by voice) bool {
			return v.d.attribution(by.attribution).Stance == StanceRetracts &&
				slices.ContainsFunc(speakers, func(s int32) bool { return v.mayRetract(by, s, said) })
		}
	}
	var list []int32
	for _, u := range aimed {
		if by, ok := v.voiceOf(u); ok && undoes(by) {
			list = append(list, u)
		}
	}
	return list
}

func (v *court) repeatedByAttribution(a, n int32) repetition {
	speakers, _ := v.speakersOf(a)
	r := repetition{attribution: a, source: none, of: n, ofSource: none, by: speakers}
	if v.ref(n).Kind == ItemSource {
		r.of, r.ofSource = none, n
	}
	return r
}

func (v *court) repeatedBySource(s, of int32) repetition {
	speakers, _ := v.tellers(s)
	return repetition{attribution: none, source: s, of: none, ofSource: of, by: speakers}
}

// hear collects the statements made directly on p and drops what was undercut
// or withdrawn. Undercuts come first: statements and undercuts form an
// argumentation framework whose grounded extension decides (Dung 1995); only
// what is out is dropped.
func (v *court) hear(p proposition) hearing {
	var h hearing
	statements := 0
	for _, c := range p.claims {
		statements += len(v.on.statements[c])
	}
	h.heard = make([]int32, 0, 2*statements)
	roots := make([]voice, 0, statements)
	for _, c := range p.claims {
		h.heard = append(h.heard, v.on.statements[c]...)
		h.heard = append(h.heard, v.retold(v.on.statements[c])...)
		for _, n := range v.on.statements[c] {
			if r, ok := v.rootOf(n); ok {
				h.looked.add(v.disownings[n].looked)
				roots = append(roots, r)
			}
		}
	}
	if len(p.claims) > 1 { // else they are in order
		slices.SortFunc(roots, func(a, b voice) int { return int(a.attribution) - int(b.attribution) })
	}
	if p.event != none {
		roots = append(roots, v.disownListed(v.reports(p.event), roots)...)
	}
	v.sift(&h, p, roots)
	v.leaveDisowned(&h)
	return h
}

// A givenValue is one signatory's statement of a figure or a date.
type givenValue struct {
	attribution int32
	when        ties.Window
	value       given
	implied     bool
}

func compareGiven(a, b givenValue) int {
	return cmp.Or(cmp.Compare(a.when.First, b.when.First), cmp.Compare(a.when.Last, b.when.Last), cmp.Compare(a.attribution, b.attribution))
}

// newUpdates finds the updates of a view. The cost is near-linear in the number
// of statements on figures and dates.
func newUpdates(v *court) updates {
	x := updates{next: map[int32]int32{}, fallen: map[int32][][]int32{}}
	for e := range v.on.figures {
		sets := map[counted][]int32{}
		for _, c := range v.on.figures[e] {
			k := v.countedBy(c)
			sets[k] = append(sets[k], c)
		}
		for _, claims := range sets { // what is told of one bears on no other
			x.follow(v, claims)
		}
		x.follow(v, v.on.datings[e])
	}
	return x
}

// counted is what a figure is about, its event aside.
type counted struct {
	category string
	of       int32
}

// countedBy returns what figure claim c is about, its event aside.
func (v *sight) countedBy(c int32) counted {
	f := v.d.claim(c).Content.Figure
	return counted{f.Category, v.resolve(f.Of.Ref())}
}

// told returns what is stated on claims of one thing, by speaker, where one of
// them gives several surely one after the other.
func (v *court) told(claims []int32) map[int32][]givenValue {
	by := map[int32][]givenValue{}
	if len(claims) < 2 {
		return by
	}
	for _, c := range claims {
		value := v.givenBy(c)
		for _, n := range v.on.statements[c] {
			if s := v.d.attribution(n).Stance; s != StanceAsserts && s != StanceImplies {
				continue
			}
			if r, ok := v.voiceOf(n); ok {
				for _, s := range r.speakers {
					by[s] = append(by[s], givenValue{n, r.when, value, r.implied})
				}
			}
		}
	}
	maps.DeleteFunc(by, func(_ int32, list []givenValue) bool { return len(list) < 2 || len(nextOf(list)) == 0 })
	return by
}

// A given is what a claim gives, as a figure or as a date: equal where these are.
type given struct {
	low, best, high int64 // -1 where there is none
	when, until     string
}

func (v *sight) givenBy(c int32) given {
	content := v.d.claim(c).Content
	if d := content.Dating; d != nil {
		return given{when: d.When.String(), until: d.Until.String()}
	}
	number := func(n *int64) int64 {
		if n == nil {
			return -1
		}
		return *n
	}
	f := content.Figure
	return given{low: number(f.Low), best: number(f.Best), high: number(f.High)}
}

// follow finds the updates among the statements on claims of one thing.
func (x *updates) follow(v *court, claims []int32) {
	told := v.told(claims)
	if len(told) == 0 {
		return
	}
	standers := map[int32][]int32{} // by attribution: who stands by it, and disowns nothing of it
	for _, c := range claims {
		for _, r := range v.hear(v.proposition(c)).voices {
			if r.disowned() == nil {
				standers[r.attribution] = r.speakers
			}
		}
	}
	updating := map[int32]map[int32]givenValue{} // by attribution, then by signatory
	for s, list := range told {
		var fallen []int32
		standing := slices.DeleteFunc(slices.Clone(list), func(t givenValue) bool {
			gone := !slices.Contains(standers[t.attribution], s)
			if gone {
				fallen = append(fallen, t.attribution)
			}
			return gone
		})
		for n, by := range nextOf(standing) {
			if updating[n] == nil {
				updating[n] = map[int32]givenValue{}
			}
			updating[n][s] = by
		}
		if fallen != nil {
			for _, t := range list {
				x.fallen[t.attribution] = append(x.fallen[t.attribution], fallen)
			}
		}
	}
	for n, by := range updating {
		if len(by) == len(standers[n]) { // else somebody stands by it still
			x.next[n] = slices.MaxFunc(slices.Collect(maps.Values(by)), compareGiven).attribution
		}
	}
}

// nextOf returns, by attribution, the first of one speaker's statements that
// updates it: said on a surely later day, it gives another value. To imply one
// does not update one that was asserted.
func nextOf(list []givenValue) map[int32]givenValue {
	found := map[int32]givenValue{}
	for _, weak := range []bool{false, true} { // whether implications update, which they do each other
		later := slices.DeleteFunc(slices.Clone(list), func(t givenValue) bool { return t.implied && !weak })
		slices.SortFunc(later, compareGiven)
		other := make([]int, len(later)) // by statement: the next that gives another value
		for i := len(later) - 1; i >= 0; i-- {
			if other[i] = i + 1; i+1 < len(later) && later[i+1].value == later[i].value {
				other[i] = other[i+1]
			}
		}
		for _, t := range list {
			if t.implied != weak {
				continue
			}
			i, _ := slices.BinarySearchFunc(later, t.when.Last, func(o givenValue, last int64) int {
				if o.when.First > last {
					return 1
				}
				return -1
			})
			if i < len(later) && later[i].value == t.value {
				i = other[i]
			}
			if i < len(later) {
				found[t.attribution] = later[i]
			}
		}
	}
	return found
}

// by returns the statement that updates an attribution, or none.
func (x *updates) by(attribution int32) int32 {
	if by, ok := x.next[attribution]; ok {
		return by
	}
	return none
}

// updated reports whether a statement gives a figure or a date that its speaker
// has updated.
func (v *court) updated(r voice) bool { return v.updates.by(r.attribution) != none }

// standsBy reports whether whoever makes a statement stands by it, as far as that
// is told of figures and dates: it has neither updated nor disowned it.
func (v *court) standsBy(r voice) bool {
	if v.updated(r) {
		return false
	}
	if r.claim == none || r.disowned() == nil {
		return true
	}
	content := &v.d.claim(r.claim).Content
	return content.Figure == nil && content.Dating == nil
}

// bearing returns the statements that decide whether some are updated: those
// that do it, and those that would if they still counted.
func (x *updates) bearing(voices []voice) []int32 {
	if len(x.next)+len(x.fallen) == 0 {
		return nil
	}
	var list []int32
	shared := map[*int32]bool{}
	for _, r := range voices {
		if by := x.by(r.attribution); by != none {
			list = append(list, by)
		}
		for _, fallen := range x.fallen[r.attribution] {
			if !shared[&fallen[0]] {
				shared[&fallen[0]] = true
				list = append(list, fallen...)
			}
		}
	}
	return ints.Merge(list)
}

// updateGrounds returns the items on which it rests whether statements are
// updated: what updates them, or would, and what is said of that.
func (v *court) updateGrounds(voices []voice) []int32 {
	var list []int32
	for _, n := range v.updates.bearing(voices) {
		p := v.about(v.claimOf(n))
		list = append(list, p.claims...)
		for _, m := range append([]int32{n}, v.on.answers[n]...) {
			r, ok := v.voiceOf(m)
			if stance := v.d.attribution(m).Stance; !ok || m != n && stance != StanceDenies && stance != StanceUndercuts {
				continue
			}
			var h hearing
			v.sift(&h, p, []voice{r})
			heard, acts := h.all()
			list = append(append(list, heard...), v.actItems(acts)...)
		}
	}
	return ints.Merge(list)
}

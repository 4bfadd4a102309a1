package dispute

import (
	"cmp"
	"slices"

	"github.com/dispute-go/dispute/internal/grounded"
	"github.com/dispute-go/dispute/internal/ints"
)

// A source has two nodes in a framework: "it holds" and "it fails"; the first
// attacks the second, which attacks all that the source carries. Undercuts of
// it, and withdrawals by whoever published it, attack "it holds"; so does "it
// fails" of the source whose text it reprints.
//
// What is derived from others has two more where it is listed on an event, and so
// counts for no more than they do: "it is a base" attacks "it is without one" of
// whatever is derived from it, and that attacks the listed source, and "it is a
// base" of the derived source itself.

// carry lets all that befalls a source befall the statement of node n.
func (f *framework) carry(n, source int32) {
	if fails := f.impeach(source); fails != none {
		f.attacks = append(f.attacks, [2]int32{fails, n})
	}
	if f.nodes[n].voice.attribution == none {
		room := lineageLimit
		if without := f.baseless(source, &room); without != none {
			f.attacks = append(f.attacks, [2]int32{without, n})
		}
	}
}

// impeach adds the nodes of a source, and of those whose text it is, with what is
// aimed at them. It returns the node that stands for its failure, or none where
// nothing is aimed at any of them.
func (f *framework) impeach(source int32) int32 {
	failure, below := int32(none), int32(none)
	for range lineageLimit {
		if len(f.v.on.impeached[source]) > 0 {
			holds, isNew := f.add(argumentKey{'s', source, none}, argument{source: source})
			fails, _ := f.add(argumentKey{'f', source, none}, argument{source: source, failed: true})
			if isNew {
				f.attacks = append(f.attacks, [2]int32{holds, fails})
				for _, u := range f.v.on.impeached[source] {
					f.aim(u, holds, source)
				}
			}
			if failure == none {
				failure = fails
			}
			if below != none {
				f.attacks = append(f.attacks, [2]int32{fails, below})
			}
			if !isNew {
				return failure
			}
			below = holds
		}
		of := f.v.latest(f.v.d.usesOf(source).one(slotReprintOf))
		if of == none || f.v.lineage.originless[of] {
			return failure
		}
		source = of
	}
	return failure
}

// aim adds what undercuts or withdraws a source, of node n.
func (f *framework) aim(u, n, source int32) {
	if f.v.d.attribution(u).Stance == StanceUndercuts {
		f.attack(u, n, source)
		return
	}
	by, ok := f.v.voiceOf(u)
	if !ok || !f.v.withdraws(by, source) {
		return
	}
	for _, m := range f.challenger(by).parts {
		if f.v.withdraws(f.nodes[m].voice, source) {
			f.attacks = append(f.attacks, [2]int32{m, n})
		}
	}
}

// withdraws reports whether the maker of a statement may withdraw a source: who
// published it, or wrote what nobody published, or may retract for these.
func (v *court) withdraws(by voice, source int32) bool {
	speakers, _ := v.tellers(source)
	day := madeWindow(v.d.source(source).Published)
	return slices.ContainsFunc(speakers, func(s int32) bool { return v.mayRetract(by, s, day) })
}

// baseless adds the node that stands for it that all from which a source is
// derived has fallen, and returns it; none where that cannot be. It looks at so
// many sources at most as there is room for.
func (f *framework) baseless(source int32, room *int) int32 {
	source = f.v.originalOf(source)
	of := f.v.parents(source)
	if len(of) == 0 || !f.v.lineage.disputed[source] {
		return none
	}
	n, isNew := f.add(argumentKey{'b', source, none}, argument{source: source, failed: true})
	if !isNew {
		return n
	}
	for _, d := range of {
		if f.v.lineage.originless[d] {
			continue
		}
		base, isNew := f.add(argumentKey{'h', d, none}, argument{source: d})
		f.attacks = append(f.attacks, [2]int32{base, n})
		if *room--; !isNew || *room < 0 || !f.v.lineage.disputed[d] {
			continue
		}
		for _, against := range []int32{f.impeach(d), f.baseless(d, room)} {
			if against != none {
				f.attacks = append(f.attacks, [2]int32{against, base})
			}
		}
	}
	return n
}

// dropped tells what put node i, a statement, out.
func (f *framework) dropped(i int) withdrawal {
	w := withdrawal{voice: f.nodes[i].voice, why: DropUndercut, source: none}
	retracted := false
	var sources []int32
	seen := map[int32]bool{}
	nodes := []int32{int32(i)}
	for len(nodes) > 0 {
		n := nodes[len(nodes)-1]
		nodes = nodes[:len(nodes)-1]
		for _, m := range f.into[n] {
			a := &f.nodes[m]
			switch {
			case a.source == none && f.labels[m] == grounded.In:
				if n == int32(i) {
					w.by = append(w.by, a.voice.attribution)
				} else {
					w.through = append(w.through, a.voice.attribution)
					sources = append(sources, f.nodes[n].source)
				}
				retracted = retracted || f.v.d.attribution(a.voice.attribution).Stance == StanceRetracts
			case a.source != none && !seen[m] && (f.labels[m] == grounded.In) == a.failed && f.labels[m] != grounded.Undecided:
				seen[m] = true
				nodes = append(nodes, m)
			}
		}
	}
	w.by, w.through, w.fallen = ints.Merge(w.by), ints.Merge(w.through), ints.Merge(sources)
	if len(w.fallen) > 0 {
		w.source = w.fallen[0]
	}
	if retracted && !slices.ContainsFunc(slices.Concat(w.by, w.through), func(u int32) bool {
		return f.v.d.attribution(u).Stance == StanceUndercuts
	}) {
		w.why = DropRetracted
	}
	return w
}

// impeachers returns what puts a source out where p is assessed.
func (v *court) impeachers(p proposition, source int32) []int32 {
	f := v.newFramework(p)
	if f.impeach(source) == none {
		return nil
	}
	f.complete()
	return f.dropped(0).by
}

// undoing returns the retractions and undercuts that dropped a statement, and all
// that was aimed at the sources that fell.
func (w withdrawal) undoing(v *mentions) []int32 {
	lists := [][]int32{w.by}
	for _, s := range w.fallen {
		lists = append(lists, v.on.impeached[s])
	}
	return ints.Merge(lists...)
}

// indexDisowned finds which statements are disowned. All that is said against the
// statements on one claim is argued together: the cost is that of one argument each,
// however many go back to the same undercuts.
func (v *court) indexDisowned() {
	v.disownings = map[int32]disowning{}
	byClaim := map[int32][]int32{}
	for _, n := range v.currents(ItemAttribution) {
		speakers, _ := v.speakersOf(n)
		if tried := v.disowners(v.on.answers[n], n, speakers); tried != nil {
			v.disownings[n] = disowning{tried: tried}
			byClaim[v.claimOf(n)] = append(byClaim[v.claimOf(n)], n)
		}
	}
	for claim, list := range byClaim {
		var tried []voice
		for _, n := range list {
			tried = append(tried, v.disownings[n].tried...)
		}
		f := v.argueUndercuts(v.about(claim), tried)
		for _, n := range list {
			speakers, _ := v.speakersOf(n)
			v.disownings[n] = f.disowning(v.disownings[n].tried, n, speakers)
		}
	}
}

// disowners returns those of some attributions that say that n was not said, or is not
// to be relied on, and are the word of one of some speakers of n, or of somebody who
// commits the principal of one. What was said of an earlier version of n is said of n
// only where that made the same statement.
func (v *court) disowners(list []int32, n int32, speakers []int32) (tried []voice) {
	for _, u := range list {
		if stance := v.d.attribution(u).Stance; stance != StanceDenies && stance != StanceUndercuts {
			continue
		}
		if meant := v.d.attributionRefs(u).attribution; meant != n && v.reattributes(meant, n) {
			continue
		}
		if by, ok := v.voiceOf(u); ok && len(v.disownedSpeakers(by, n, speakers)) > 0 {
			tried = append(tried, by)
		}
	}
	return tried
}

// disownedSpeakers returns those of some speakers of n whose words a voice may disown.
func (v *court) disownedSpeakers(by voice, n int32, speakers []int32) (of []int32) {
	said := v.saidWindow(n)
	for _, s := range speakers {
		if v.mayRetract(by, s, said) {
			of = append(of, s)
		}
	}
	return of
}

// weighedAgainst returns what was looked at for whether n is disowned: attributions,
// and the acts that made somebody interested. It is argued for n alone.
func (v *court) weighedAgainst(n int32) (heard, acts []int32) {
	for _, by := range v.disownings[n].tried {
		var h hearing
		v.sift(&h, v.about(v.claimOf(n)), []voice{by})
		heard, acts = ints.Merge(heard, h.heard), ints.Merge(acts, h.acts)
	}
	return heard, acts
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
		h.withdrawn = append(h.withdrawn, withdrawal{voice: *r, why: DropDisowned, by: r.disowned(), source: none, gone: gone})
		*r = v.left(*r, kept)
	}
	slices.SortStableFunc(h.withdrawn, func(a, b withdrawal) int { return compareVoices(a.voice, b.voice) })
}

// disownedBy returns which of some attributions disown n as the word of some of its
// speakers, or nil.
func (v *court) disownedBy(list []int32, n int32, speakers []int32) []int32 {
	tried := v.disowners(list, n, speakers)
	if tried == nil {
		return nil
	}
	return v.argueUndercuts(v.about(v.claimOf(n)), tried).disowning(tried, n, speakers).by
}

// disowned returns the attributions by which the speaker of one, or who commits
// its principal that day, disowns its words: says that they were not said, or are
// not to be relied on. Ascending.
func (v *court) disowned(attribution int32) []int32 { return v.disownings[attribution].by }

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
	disowned := v.disownedBy(r.disowned(), r.attribution, kept)
	behalf := slices.DeleteFunc(slices.Clone(r.behalf()), func(b int32) bool {
		return slices.Contains(lost, b) && !slices.Contains(held, b)
	})
	r.aside = nil
	v.borrow(&r)
	r.disown(disowned)
	r.onBehalf(behalf)
	return r
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
	seen := map[int32]bool{}
	var fallen []int32
	fall := func(n int32) bool {
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
		fall(w.voice.attribution)
		for _, s := range w.fallen {
			fall(s)
		}
		if s := w.voice.source; w.source != none && fall(s) {
			note(v.repeatedBySource(s, w.source), s)
		}
	}
	for i := 0; i < len(fallen); i++ {
		n := fallen[i]
		for _, a := range v.passingOn(n) {
			if fall(a) {
				note(v.repeatedByAttribution(a, n), a)
			}
		}
		for _, s := range v.lineage.children[n] { // none of an attribution
			if v.originalOf(s) != s && fall(s) {
				note(v.repeatedBySource(s, n), s)
			}
		}
	}
	slices.SortFunc(e.repeated, repetition.compare)
	e.heard = ints.Merge(e.heard)
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

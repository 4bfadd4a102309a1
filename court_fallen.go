package dispute

import (
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

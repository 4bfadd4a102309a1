package dispute

import (
	"slices"

	"github.com/dispute-go/dispute/internal/grounded"
	"github.com/dispute-go/dispute/internal/ints"
	"github.com/dispute-go/dispute/internal/ties"
)

func (v *court) newFramework(p proposition) *framework {
	return &framework{v: v, p: p, number: map[argumentKey]int32{}, takings: map[int32][]int32{},
		acts: map[int32][]int32{}, beside: map[int32][]int32{}}
}

// enter adds a statement.
func (f *framework) enter(r voice) {
	if r.attribution != none {
		switch f.v.d.attribution(r.attribution).Stance {
		case StanceUndercuts, StanceRetracts:
			f.challenger(r)
			return
		}
	}
	f.add(keyOf(r), argument{voice: r, source: none})
}

// complete adds everything aimed at the nodes, labels them all, and tells with what
// sources those fell that are out.
func (f *framework) complete() {
	for i := 0; i < len(f.nodes); i++ {
		if f.nodes[i].source == none && !f.nodes[i].inner { // a source's attackers are added with it
			f.challenge(int32(i))
		}
	}
	f.into = make([][]int32, len(f.nodes))
	for _, a := range f.attacks {
		f.into[a[1]] = append(f.into[a[1]], a[0])
	}
	f.labels = grounded.Label(len(f.nodes), f.attacks)
	for _, list := range f.into {
		slices.Sort(list)
	}
	f.falls = make([]*fall, len(f.nodes))
	known := map[string]*fall{}
	for i := range f.nodes {
		if f.nodes[i].source == none && f.labels[i] == grounded.Out {
			f.falls[i] = f.fallOf(int32(i), known)
		}
	}
}

func (f *framework) add(key argumentKey, a argument) (n int32, isNew bool) {
	if n, ok := f.number[key]; ok {
		return n, false
	}
	n = int32(len(f.nodes))
	f.number[key] = n
	f.nodes = append(f.nodes, a)
	return n, true
}

// challenger adds an undercut or a retraction and returns its node.
func (f *framework) challenger(by voice) argument {
	u := by.attribution
	n, isNew := f.add(argumentKey{'a', u, none}, argument{voice: by, source: none})
	if !isNew {
		return f.nodes[n]
	}
	whole, parts := n, []int32{n}
	if len(by.speakers) > 1 {
		inner := func(kind byte, s int32, r voice) int32 {
			m, _ := f.add(argumentKey{kind, u, s}, argument{voice: r, source: none, inner: true})
			return m
		}
		fails, left := inner('n', none, by), inner('l', none, by)
		whole, parts = inner('w', none, by), nil
		f.attacks = append(f.attacks, [2]int32{n, fails}, [2]int32{left, whole})
		for _, s := range by.speakers {
			r := by
			r.speakers = []int32{s}
			part := inner('p', s, r)
			parts = append(parts, part)
			f.attacks = append(f.attacks, [2]int32{fails, part}, [2]int32{part, left})
		}
	}
	f.nodes[n].whole, f.nodes[n].parts = whole, parts
	return f.nodes[n]
}

// challenge adds everything that is aimed at the statement of node n.
func (f *framework) challenge(n int32) {
	r := f.nodes[n].voice
	source := r.source
	if r.attribution != none {
		a := f.v.d.attribution(r.attribution)
		source = f.v.resolve(a.Source.Ref())
		for _, u := range f.v.on.answers[r.attribution] {
			f.answer(u, n, source)
		}
		if a.Stance == StanceRetracts && f.v.resolve(a.TargetSource.Ref()) == source {
			return // a notice in an article that it is withdrawn does not fall with it
		}
	}
	if source != none && f.v.lineage.disputed[source] {
		f.carry(n, source)
	}
}

// answer adds an undercut or a retraction of node n.
func (f *framework) answer(u, n, source int32) {
	switch f.v.d.attribution(u).Stance {
	case StanceUndercuts:
		f.attack(u, n, source)
	case StanceRetracts:
		f.take(u, n)
	}
}

// attack adds undercut u of node n if its maker may make it: someone without
// an interest in the proposition, the alleged author of the document, or a
// competent body.
func (f *framework) attack(u, n, document int32) {
	by, ok := f.v.voiceOf(u)
	if !ok || !f.v.borrow(&by) || f.interested(by, n) && !f.alleges(by, document, n) && !f.v.competent(by) {
		return
	}
	f.attacks = append(f.attacks, [2]int32{f.challenger(by).whole, n})
}

// interested is looked up late: most propositions are never undercut. That
// actors are taken for the same makes no undercut void. Node n is what it undercuts.
func (f *framework) interested(r voice, n int32) bool {
	if f.stakes == nil {
		stake := f.v.plain.stakesIn(f.p, f.v.named(f.p))
		f.stakes = &stake
	}
	through, act := f.stakes.interest(&r)
	if act != none {
		f.acts[n], f.beside[n] = append(f.acts[n], act), append(f.beside[n], r.attribution)
	}
	return through != none
}

// take adds retraction u of node n. It takes away each signatory that it may.
// That of an undercut or of another retraction is an attack; that of a
// statement is weighed after labelling.
func (f *framework) take(u, n int32) {
	by, ok := f.v.voiceOf(u)
	if !ok {
		return
	}
	r := f.nodes[n].voice
	if !slices.ContainsFunc(r.speakers, func(s int32) bool { return f.v.mayRetract(by, s, r.when) }) {
		return
	}
	for _, m := range f.challenger(by).parts {
		f.takings[r.attribution] = append(f.takings[r.attribution], m)
		for _, part := range f.nodes[n].parts {
			if f.v.mayRetract(f.nodes[m].voice, f.nodes[part].voice.speakers[0], r.when) {
				f.attacks = append(f.attacks, [2]int32{m, part})
			}
		}
	}
}

// alleges reports whether a statement is made by the alleged author of a
// document, or of what it reprints: an author, whoever the author wrote for, who
// published it where nobody is named as its author, or someone above them by the
// ties of the document's day. To say that one speaks for them does not suffice.
func (f *framework) alleges(by voice, document, n int32) bool {
	if document == none {
		return false
	}
	of := f.v.originalOf(document)
	return f.wrote(by, document, n) || of != document && f.wrote(by, of, n)
}

func (f *framework) wrote(by voice, document, n int32) bool {
	v := f.v
	day := madeWindow(v.d.source(document).Published)
	if said, ok := v.lineage.older[document]; ok {
		day = v.saidWindow(said)
		f.beside[n] = append(f.beside[n], said, by.attribution)
	}
	authors := v.makers(document)
	if len(v.d.source(document).Authors) > 0 {
		authors = ints.Merge(v.latestOf(v.d.usesOf(document).many(slotAuthors)), v.wroteFor(document))
	}
	for _, author := range authors {
		above := v.ties.LeadUp(author, day)
		for _, s := range by.speakers {
			if ints.Intersect(v.ties.Commits(s, by.when), above) {
				return true
			}
		}
	}
	return false
}

// retractions returns the retractions of r that stand, each signatory's part
// apart, by attribution.
func (f *framework) retractions(r voice) []voice {
	var list []voice
	for _, m := range f.takings[r.attribution] {
		if f.labels[m] != grounded.Out {
			list = append(list, f.nodes[m].voice)
		}
	}
	slices.SortFunc(list, func(a, b voice) int { return int(a.attribution) - int(b.attribution) })
	return list
}

func keyOf(r voice) argumentKey {
	if r.attribution != none {
		return argumentKey{'a', r.attribution, none}
	}
	return argumentKey{'r', r.event, r.source}
}

// mayRetract reports whether the maker of a retraction can withdraw what
// signatory said: the signatory itself, its principal, or someone who can
// commit that principal. To say that one speaks for it does not suffice.
func (v *court) mayRetract(by voice, signatory int32, said ties.Window) bool {
	principals := v.ties.Principals(signatory, said)
	for _, s := range by.speakers {
		if s == signatory || ints.Intersect(v.ties.Commits(s, by.when), principals) {
			return true
		}
	}
	return false
}

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

// dropped tells what put node n out, which is statement r.
func (f *framework) dropped(n int32, r voice) withdrawal {
	w := withdrawal{voice: r, with: f.falls[n]}
	for _, m := range f.into[n] {
		if a := &f.nodes[m]; a.source == none && f.labels[m] == grounded.In {
			w.by = append(w.by, a.voice.attribution)
		}
	}
	w.by = ints.Merge(w.by)
	w.why = f.v.dropReason(w.by)
	if w.with != nil && (w.by == nil || w.with.why == DropUndercut) {
		w.why = w.with.why
	}
	return w
}

// strikes reports whether node m is of a source, and puts out what it attacks.
func (f *framework) strikes(m int32) bool {
	a := &f.nodes[m]
	return a.source != none && (f.labels[m] == grounded.In) == a.failed && f.labels[m] != grounded.Undecided
}

// fallOf returns the fall of sources that put out node n, or nil where none did. All
// that one source carries is struck by the same nodes, and shares what is known.
func (f *framework) fallOf(n int32, known map[string]*fall) *fall {
	var nodes []int32
	var key []byte
	for _, m := range f.into[n] {
		if f.strikes(m) {
			nodes, key = append(nodes, m), appendNumbers(key, int64(m))
		}
	}
	if nodes == nil {
		return nil
	}
	if x, ok := known[string(key)]; ok {
		return x
	}
	x, seen := &fall{}, map[int32]bool{}
	for len(nodes) > 0 {
		n := nodes[len(nodes)-1]
		nodes = nodes[:len(nodes)-1]
		for _, m := range f.into[n] {
			switch a := &f.nodes[m]; {
			case a.source == none && f.labels[m] == grounded.In:
				x.through = append(x.through, a.voice.attribution)
				x.sources = append(x.sources, f.nodes[n].source)
			case f.strikes(m) && !seen[m]:
				seen[m] = true
				nodes = append(nodes, m)
			}
		}
	}
	x.sources, x.through = ints.Merge(x.sources), ints.Merge(x.through)
	if x.why = f.v.dropReason(x.through); x.sources == nil {
		x = nil
	}
	known[string(key)] = x
	return x
}

// withdraws reports whether the maker of a statement may withdraw a source: who
// published it, or wrote what nobody published, or may retract for these.
func (v *court) withdraws(by voice, source int32) bool {
	speakers, _ := v.tellers(source)
	day := madeWindow(v.d.source(source).Published)
	return slices.ContainsFunc(speakers, func(s int32) bool { return v.mayRetract(by, s, day) })
}

// dropReason returns why what some attributions put out is dropped.
func (v *court) dropReason(by []int32) DropReason {
	if len(by) == 0 || slices.ContainsFunc(by, func(u int32) bool { return v.d.attribution(u).Stance == StanceUndercuts }) {
		return DropUndercut
	}
	return DropRetracted
}

// impeachers returns what puts a source out where p is assessed.
func (v *court) impeachers(p proposition, source int32) []int32 {
	f := v.newFramework(p)
	if f.impeach(source) == none {
		return nil
	}
	f.complete()
	return f.dropped(0, voice{}).by
}

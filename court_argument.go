package dispute

import (
	"slices"

	"github.com/dispute-go/dispute/internal/grounded"
	"github.com/dispute-go/dispute/internal/ints"
	"github.com/dispute-go/dispute/internal/ties"
)

// A framework is the argumentation framework of one proposition: its
// statements, the undercuts of them and of their sources, the undercuts of
// those, and the retractions of undercuts and retractions.
type framework struct {
	v       *court
	p       proposition
	stakes  *stakes
	nodes   []argument
	number  map[argumentKey]int32
	attacks [][2]int32
	into    [][]int32 // by node: who attacks it
	labels  []grounded.Status
	takings map[int32][]int32 // by attribution: the nodes of the retractions aimed at it
	falls   []*fall           // by node that is out: that of sources which took it along, or nil
	// By node: the events that make those interested who would undercut it, and the
	// attributions by which their document is older than its publication.
	acts, dating map[int32][]int32
}

// An argument is an attribution, a shorthand report, or a source; see
// court_fallen.go for the nodes of a source.
//
// An undercut or a retraction is retracted by each signatory apart. One with
// several therefore has a node for each signatory's part, and three more:
// "it does not hold", attacked by itself, attacks every part; every part
// attacks "nobody stands by it", which attacks "somebody stands by it". The
// last one undercuts in its name; each part retracts in its own.
type argument struct {
	voice  voice
	source int32
	failed bool
	// whole undercuts in the name of this undercut, and parts retract in that
	// of this retraction: itself, where it has one signatory.
	whole int32
	parts []int32
	// inner nodes are attacked only by nodes of the same attribution, and
	// parts by retractions.
	inner bool
}

func (v *court) newFramework(p proposition) *framework {
	return &framework{v: v, p: p, number: map[argumentKey]int32{}, takings: map[int32][]int32{},
		acts: map[int32][]int32{}, dating: map[int32][]int32{}}
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
		f.acts[n] = append(f.acts[n], act)
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
		f.dating[n] = append(f.dating[n], said)
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

type argumentKey struct {
	// 'a' attribution, 'r' report; of a source: 's' holds, 'f' fails, 'h' is a
	// base, 'b' is without one; of an attribution: 'n' does not hold, 'p' part,
	// 'l' left by all, 'w' whole
	kind        byte
	item, other int32
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

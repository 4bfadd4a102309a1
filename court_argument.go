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
	acts    []int32           // the events that make those interested who undercut
	dating  []int32           // the attributions by which a document is older than its publication
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

// argue builds and labels the framework of p. The roots are its first nodes.
func (v *court) argue(p proposition, roots []voice) *framework {
	f := v.newFramework(p)
	for _, r := range roots {
		f.add(keyOf(r), argument{voice: r, source: none})
	}
	f.complete()
	return f
}

// argueUndercuts builds and labels the framework of what challenges p, for some of
// the challengers.
func (v *court) argueUndercuts(p proposition, challengers []voice) *framework {
	f := v.newFramework(p)
	for _, by := range challengers {
		f.challenger(by)
	}
	f.complete()
	return f
}

// standing returns the signatories who still stand by a statement that is in the
// framework, and whether it is out altogether.
func (f *framework) standing(r voice) (kept []int32, out bool) {
	kept, _ = f.v.afterRetraction(r, f)
	return kept, f.labels[f.number[keyOf(r)]] == grounded.Out
}

func (v *court) newFramework(p proposition) *framework {
	return &framework{v: v, p: p, number: map[argumentKey]int32{}, takings: map[int32][]int32{}}
}

// complete adds everything aimed at the nodes, and labels them all.
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
			switch f.v.d.attribution(u).Stance {
			case StanceUndercuts:
				f.attack(u, n, source)
			case StanceRetracts:
				f.take(u, n)
			}
		}
		if a.Stance == StanceRetracts && f.v.resolve(a.TargetSource.Ref()) == source {
			return // a notice in an article that it is withdrawn does not fall with it
		}
	}
	if source != none && f.v.lineage.disputed[source] {
		f.carry(n, source)
	}
}

// attack adds undercut u of node n if its maker may make it: someone without
// an interest in the proposition, the alleged author of the document, or a
// competent body.
func (f *framework) attack(u, n, document int32) {
	by, ok := f.v.voiceOf(u)
	if !ok || !f.v.borrow(&by) || f.interested(by) && !f.alleges(by, document) && !f.v.competent(by) {
		return
	}
	f.attacks = append(f.attacks, [2]int32{f.challenger(by).whole, n})
}

// interested is looked up late: most propositions are never undercut. That
// actors are taken for the same makes no undercut void.
func (f *framework) interested(r voice) bool {
	if f.stakes == nil {
		stakes := f.v.plain.stakesIn(f.p, f.v.named(f.p))
		f.stakes = &stakes
	}
	through, act := f.stakes.interest(&r)
	if act != none {
		f.acts = append(f.acts, act)
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
func (f *framework) alleges(by voice, document int32) bool {
	if document == none {
		return false
	}
	of := f.v.originalOf(document)
	return f.wrote(by, document) || of != document && f.wrote(by, of)
}

func (f *framework) wrote(by voice, document int32) bool {
	v := f.v
	day := madeWindow(v.d.source(document).Published)
	if n, ok := v.lineage.written[document]; ok {
		day = v.saidWindow(n)
		f.dating = append(f.dating, n)
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

func (f *framework) label(i int) grounded.Status { return f.labels[i] }

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

// attributions returns every attribution in the framework, and those that date
// documents, ascending.
func (f *framework) attributions() []int32 {
	list := slices.Clone(f.dating)
	for _, a := range f.nodes {
		if a.source == none && a.voice.attribution != none {
			list = append(list, a.voice.attribution)
		}
	}
	return ints.Merge(list)
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
			switch v.d.attribution(n).Stance {
			case StanceAsserts, StanceImplies, StanceDenies:
				if r, ok := v.voiceOf(n); ok && v.borrow(&r) {
					if x, ok := v.disownings[n]; ok {
						heard, acts := v.weighedAgainst(n)
						r.disown(x.by)
						h.heard, h.acts = append(h.heard, heard...), append(h.acts, acts...)
					}
					roots = append(roots, r)
				}
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
	slices.Sort(h.heard)
	h.heard = slices.Compact(h.heard)
	return h
}

// sift adds to h, which holds none yet, what remains of statements, and what was
// dropped of them.
func (v *court) sift(h *hearing, p proposition, statements []voice) {
	if len(statements) == 0 {
		return
	}
	if !v.challengesAny(statements) {
		h.voices = statements
		for _, r := range statements {
			if r.attribution != none {
				h.heard = append(h.heard, r.attribution)
			}
		}
		return
	}
	f := v.argue(p, statements)
	for i, r := range statements {
		out := f.label(i) == grounded.Out
		if out {
			h.withdrawn = append(h.withdrawn, f.dropped(i))
		}
		kept, by := v.afterRetraction(r, f)
		if by != nil {
			w := withdrawal{voice: r, why: DropRetracted, by: by, source: none}
			if len(kept) > 0 {
				w.gone = slices.DeleteFunc(slices.Clone(r.speakers), func(s int32) bool { return slices.Contains(kept, s) })
			}
			h.withdrawn = append(h.withdrawn, w)
		}
		if len(kept) > 0 && !out {
			h.voices = append(h.voices, v.left(r, kept))
		}
	}
	h.heard = append(h.heard, f.attributions()...)
	h.acts = ints.Merge(h.acts, f.acts)
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

func (v *court) isChallenged(r *voice) bool {
	source := r.source
	if r.attribution != none {
		source = v.sourceOf(r.attribution)
		for _, u := range v.on.answers[r.attribution] {
			switch v.d.attribution(u).Stance {
			case StanceUndercuts, StanceRetracts:
				return true
			}
		}
	}
	return source != none && v.lineage.disputed[source]
}

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

// disowning finds which of those who may disown n, all of them argued in f, still do.
func (f *framework) disowning(tried []voice, n int32, speakers []int32) disowning {
	x := disowning{tried: tried}
	for _, by := range tried {
		var out bool
		if by.speakers, out = f.standing(by); out {
			continue
		}
		if of := f.v.disownedSpeakers(by, n, speakers); len(of) > 0 {
			x.by, x.of = append(x.by, by.attribution), ints.Merge(x.of, of)
		}
	}
	return x
}

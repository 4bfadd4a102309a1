package dispute

import (
	"slices"

	"github.com/dispute-go/dispute/internal/grounded"
)

// A framework is the argumentation framework of one proposition: its
// statements, the undercuts of them and of their sources, the undercuts of
// those, and the retractions of undercuts and retractions.
type framework struct {
	v       *View
	p       proposition
	stakes  stakes
	nodes   []argument
	number  map[argumentKey]int32
	attacks [][2]int32
	into    [][]int32 // by node: who attacks it
	labels  []grounded.Status
	takings map[int32][]voice // by attribution: the retractions aimed at it
}

// An argument is an attribution, a shorthand report, or a source. A source
// has two nodes: "the source holds" and "the source does not hold"; the first
// attacks the second, which attacks everything the source carries.
type argument struct {
	voice  voice
	source int32
	failed bool
}

type argumentKey struct {
	kind        byte // 'a' attribution, 'r' report, 's' source, 'f' failed source
	item, other int32
}

// argue builds and labels the framework of p. The roots are its first nodes.
func (v *View) argue(p proposition, roots []voice) *framework {
	f := &framework{v: v, p: p, number: map[argumentKey]int32{}, takings: map[int32][]voice{}}
	for _, r := range roots {
		key := argumentKey{'a', r.attribution, none}
		if r.attribution == none {
			key = argumentKey{'r', r.event, r.source}
		}
		f.add(key, argument{voice: r, source: none})
	}
	for i := 0; i < len(f.nodes); i++ {
		if f.nodes[i].source == none { // a source's attackers are added with it
			f.challenge(int32(i))
		}
	}
	f.into = make([][]int32, len(f.nodes))
	for _, a := range f.attacks {
		f.into[a[1]] = append(f.into[a[1]], a[0])
	}
	f.labels = grounded.Label(len(f.nodes), f.attacks)
	return f
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
	}
	if source != none && len(f.v.on.impeached[source]) > 0 {
		f.attacks = append(f.attacks, [2]int32{f.impeach(source), n})
	}
}

// impeach adds the two nodes of a source with the undercuts aimed at it, and
// returns the node that stands for its failure.
func (f *framework) impeach(source int32) int32 {
	holds, isNew := f.add(argumentKey{'s', source, none}, argument{source: source})
	fails, _ := f.add(argumentKey{'f', source, none}, argument{source: source, failed: true})
	if isNew {
		f.attacks = append(f.attacks, [2]int32{holds, fails})
		for _, u := range f.v.on.impeached[source] {
			f.attack(u, holds, source)
		}
	}
	return fails
}

// attack adds undercut u of node n if its maker may make it: someone without
// an interest in the proposition, the alleged author of the document, or a
// competent body.
func (f *framework) attack(u, n, document int32) {
	by, ok := f.v.voiceOf(u)
	if !ok || f.interested(by) && !f.v.alleges(by, document) && !f.v.competent(by) {
		return
	}
	m, _ := f.add(argumentKey{'a', u, none}, argument{voice: by, source: none})
	f.attacks = append(f.attacks, [2]int32{m, n})
}

// interested is looked up late: most propositions are never undercut.
func (f *framework) interested(r voice) bool {
	if f.stakes.v == nil {
		f.stakes = f.v.stakesIn(f.v.named(f.p))
	}
	return f.stakes.interested(r)
}

// take adds retraction u of node n. A retraction of a statement with several
// signatories takes each away by itself, so it is weighed after labelling;
// that of an undercut or of another retraction is an attack when it takes
// every signatory away.
func (f *framework) take(u, n int32) {
	by, ok := f.v.voiceOf(u)
	if !ok {
		return
	}
	r := f.nodes[n].voice
	may := func(s int32) bool { return f.v.mayRetract(by, s, r.when) }
	if !slices.ContainsFunc(r.speakers, may) {
		return
	}
	m, _ := f.add(argumentKey{'a', u, none}, argument{voice: by, source: none})
	f.takings[r.attribution] = append(f.takings[r.attribution], by)
	stance := f.v.d.attribution(r.attribution).Stance
	if stance == StanceUndercuts || stance == StanceRetracts {
		if !slices.ContainsFunc(r.speakers, func(s int32) bool { return !may(s) }) {
			f.attacks = append(f.attacks, [2]int32{m, n})
		}
	}
}

// alleges reports whether a statement is made by the alleged author of a
// document: an author, whoever the author wrote for, or someone above them.
func (v *View) alleges(by voice, document int32) bool {
	if document == none {
		return false
	}
	for _, author := range v.d.source(document).Authors {
		above := v.ties.leadUp(v.resolve(author.Actor.Ref()), by.when)
		for _, id := range author.OnBehalfOf {
			above = merge(above, v.ties.leadUp(v.resolve(id.Ref()), by.when))
		}
		for _, s := range merge(by.speakers, by.behalf) {
			if intersects(v.ties.commits(s, by.when), above) {
				return true
			}
		}
	}
	return false
}

// competent reports whether a statement is one of a body that the policy
// calls competent, or of an organ or officer of such a body.
func (v *View) competent(by voice) bool {
	if len(v.ways.competent) == 0 {
		return false
	}
	for _, s := range merge(by.speakers, by.behalf) {
		for _, a := range v.ties.leadUp(s, by.when) {
			if v.ways.competent[a] {
				return true
			}
		}
	}
	return false
}

func (f *framework) label(i int) grounded.Status { return f.labels[i] }

// attackersIn returns the undercuts that put node i out, and the source whose
// own undercuts did, or none.
func (f *framework) attackersIn(i int) (by []int32, source int32) {
	source = none
	for _, m := range f.into[i] {
		switch a := f.nodes[m]; {
		case f.labels[m] != grounded.In:
		case a.source != none:
			source = a.source
		default:
			by = append(by, a.voice.attribution)
		}
	}
	return merge(by), source
}

// retractions returns the retractions of r that stand, by attribution.
func (f *framework) retractions(r voice) []voice {
	var list []voice
	for _, by := range f.takings[r.attribution] {
		if f.labels[f.number[argumentKey{'a', by.attribution, none}]] != grounded.Out {
			list = append(list, by)
		}
	}
	slices.SortFunc(list, func(a, b voice) int { return int(a.attribution) - int(b.attribution) })
	return list
}

// attributions returns every attribution in the framework, ascending.
func (f *framework) attributions() []int32 {
	var list []int32
	for _, a := range f.nodes {
		if a.source == none && a.voice.attribution != none {
			list = append(list, a.voice.attribution)
		}
	}
	return merge(list)
}

package dispute

import (
	"slices"

	"github.com/dispute-go/dispute/internal/grounded"
	"github.com/dispute-go/dispute/internal/ints"
)

// undoing returns the retractions and undercuts that dropped a statement,
// those of its source included.
func (w withdrawal) undoing(v *mentions) []int32 {
	if w.source == none {
		return w.by
	}
	return ints.Merge(w.by, v.on.impeached[w.source])
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
				if r, ok := v.voiceOf(n); ok {
					roots = append(roots, r)
				}
			}
		}
	}
	slices.SortFunc(roots, func(a, b voice) int { return int(a.attribution) - int(b.attribution) })
	if p.event != none {
		roots = append(roots, v.reports(p.event)...)
	}
	v.sift(&h, p, roots)
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
	if !slices.ContainsFunc(statements, v.isChallenged) {
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
		if f.label(i) == grounded.Out {
			by, source := f.attackersIn(i)
			h.withdrawn = append(h.withdrawn, withdrawal{r, DropUndercut, by, source})
			continue
		}
		kept, by := v.afterRetraction(r, p, f)
		if by != nil {
			h.withdrawn = append(h.withdrawn, withdrawal{r, DropRetracted, by, none})
		}
		if len(kept) > 0 {
			r.speakers = kept
			h.voices = append(h.voices, r)
		}
	}
	h.heard = append(h.heard, f.attributions()...)
}

// isChallenged reports whether anything undercuts or withdraws a statement, or
// undercuts its source.
func (v *mentions) isChallenged(r voice) bool {
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
	return source != none && len(v.on.impeached[source]) > 0
}

// afterRetraction returns the signatories who still stand by r, and the
// retractions that took the others away.
func (v *court) afterRetraction(r voice, p proposition, f *framework) (kept, by []int32) {
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

package statuses_test

import (
	"cmp"
	"slices"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/internal/disputetest"
)

// This file reads what statements come to: levels, origins, labels.

func (o *oracle) weigh(p proposition, all []statement, against bool) disputetest.Side {
	var list []statement
	for _, s := range all {
		if s.against == against {
			list = append(list, s)
		}
	}
	slices.SortFunc(list, func(a, b statement) int {
		shorthand := func(s statement) int { return min(1, len(s.source)) }
		return cmp.Or(cmp.Compare(shorthand(a), shorthand(b)), cmp.Compare(a.attribution, b.attribution),
			cmp.Compare(a.event, b.event), cmp.Compare(a.source, b.source))
	})
	var side disputetest.Side
	for _, s := range list {
		side.Roots = append(side.Roots, o.root(p, s))
	}
	side.Level = o.level(list, side.Roots)
	o.number(list, &side)
	return side
}

func (o *oracle) root(p proposition, s statement) dispute.Root {
	r := dispute.Root{Attribution: s.attribution, Source: s.source, Speakers: s.speakers, OnBehalfOf: distinct(s.behalf),
		Interested: o.interested(s, p), Implied: s.stance == dispute.StanceImplies, Admission: o.admits(s, p), DisownedBy: s.disowned}
	if s.claim != "" && !slices.Contains(p.claims, s.claim) {
		r.Claim = s.claim
		q, _ := o.claim(s.claim)
		r.Interested = r.Interested || o.interested(s, q)
	}
	r.Finding = o.finds(s, r.Interested)
	principals := map[dispute.ActorID]bool{}
	for _, speaker := range s.voices() {
		for x := range o.principals(speaker, s.when) {
			principals[x] = true
		}
	}
	r.Principals = disputetest.Sorted(principals)
	return r
}

// level is the greatest level that one root or two reach. An implied root, and
// one whose words are disowned, counts 1 and never makes up a pair.
func (o *oracle) level(list []statement, roots []dispute.Root) int {
	level := 0
	weak := func(i int) bool { return roots[i].Implied || list[i].disowned != nil }
	for i, r := range roots {
		switch {
		case r.Finding:
			level = 4
		case r.Admission:
			level = max(level, 3)
		case r.Interested || weak(i):
			level = max(level, 1)
		default:
			level = max(level, 2)
		}
		for j, other := range roots {
			if weak(i) || weak(j) || other.Interested || o.dependent(list[i], list[j]) {
				continue
			}
			level = max(level, 3)
			if r.Admission {
				level = 4
			}
		}
	}
	return level
}

// dependent reports whether two roots share a speaker, a principal, a
// controller or a declared dependence, or come from one article. A listed
// source also depends on what it was made from, and so on whoever made that.
func (o *oracle) dependent(a, b statement) bool {
	if meet(o.footing(a), o.footing(b)) {
		return true
	}
	return o.rule("one article", meet(o.articles(a), o.articles(b)))
}

func (o *oracle) footing(s statement) map[dispute.ActorID]bool {
	out := map[dispute.ActorID]bool{}
	add := func(speaker dispute.ActorID, when span) {
		for x := range o.dependence(speaker, when) {
			out[x] = true
		}
	}
	for _, speaker := range append(o.ownVoices(s), o.borrowed(s)...) {
		add(speaker, s.when)
	}
	for from := range o.madeWith(s) {
		if o.original(from) != from {
			continue
		}
		for maker := range o.makers(from) {
			if o.ownArticle(s) && o.rule("article of its own", slices.Contains(s.speakers, maker)) {
				continue
			}
			add(maker, made(o.sources[from].Published))
		}
	}
	return out
}

// ownVoices returns who speaks in a statement by itself: in what a reprint says
// itself not those who reprint it, since that is the word of who made the original.
func (o *oracle) ownVoices(s statement) []dispute.ActorID {
	original := o.original(s.carrier)
	if s.carrier == original || !o.inOwnVoice(s) || len(o.makers(original)) == 0 {
		return s.voices()
	}
	return slices.DeleteFunc(s.voices(), func(x dispute.ActorID) bool { return o.rule("reprinter", o.makers(s.carrier)[x]) })
}

// number gives every root the number of its voice: roots are in one voice when
// they are dependent, directly or through others. A joint statement merges no
// others but joint ones, and has number 0 where one of its signatories has a
// voice without it.
func (o *oracle) number(list []statement, side *disputetest.Side) {
	silent := func(i int) bool {
		for j := range list {
			if o.joint(list[i]) && !o.joint(list[j]) && o.dependent(list[i], list[j]) {
				return true
			}
		}
		return false
	}
	for i := range list {
		if side.Roots[i].Origin != 0 || silent(i) {
			continue
		}
		side.Origins++
		group := []int{i}
		side.Roots[i].Origin = side.Origins
		for len(group) > 0 {
			at := group[0]
			group = group[1:]
			for j := range list {
				if side.Roots[j].Origin == 0 && o.joint(list[j]) == o.joint(list[i]) && !silent(j) && o.dependent(list[at], list[j]) {
					side.Roots[j].Origin = side.Origins
					group = append(group, j)
				}
			}
		}
	}
}

// labelFromTable reads the table of labels.
func labelFromTable(supporting, opposing int) dispute.Label {
	switch {
	case supporting == 4 && opposing == 4:
		return dispute.LabelConflicted
	case opposing == 4:
		return dispute.LabelRefuted
	case supporting == 4:
		return dispute.LabelConfirmed
	case supporting > 0 && opposing > 0:
		return dispute.LabelContested
	case opposing > 0:
		return dispute.LabelDenied
	}
	return []dispute.Label{dispute.LabelUnasserted, dispute.LabelAlleged, dispute.LabelReported, dispute.LabelCorroborated}[supporting]
}

package statuses_test

import (
	"slices"

	"github.com/dispute-go/dispute"
)

// This file reads what no longer counts: undercuts, retractions, withdrawn
// articles, what falls with them, and what still repeats it.

// A signature is one signatory's part in an attribution.
type signature struct {
	attribution dispute.AttributionID
	by          dispute.ActorID
}

type attack struct{ from, to signature }

// challengers returns the signatures of all undercuts, retractions, and denials
// of statements.
func (o *oracle) challengers() []signature {
	var list []signature
	for _, a := range o.file.Attributions {
		s, ok := o.own(a)
		denial := a.Stance == dispute.StanceDenies && a.Attribution != ""
		if ok && (a.Stance == dispute.StanceUndercuts || a.Stance == dispute.StanceRetracts || denial) {
			for _, by := range s.speakers {
				list = append(list, signature{a.ID, by})
			}
		}
	}
	return list
}

// undercuts reports whether attribution u is an undercut of s itself by
// someone whose undercut attacks: a disinterested speaker, the alleged author
// of the document, or a competent body.
func (o *oracle) undercuts(u dispute.Attribution, s statement, p proposition) bool {
	return u.Attribution != "" && u.Attribution == s.attribution && o.mayUndercut(u, s.carrier, p)
}

// impeaches is the same for an undercut of a source.
func (o *oracle) impeaches(u dispute.Attribution, source dispute.SourceID, p proposition) bool {
	return source != "" && u.TargetSource == source && o.mayUndercut(u, source, p)
}

func (o *oracle) mayUndercut(u dispute.Attribution, document dispute.SourceID, p proposition) bool {
	by, ok := o.own(u)
	if !ok || u.Stance != dispute.StanceUndercuts {
		return false
	}
	if !o.interested(by, p) {
		return true
	}
	return o.rule("undercut by the author", o.wrote(by, document)) || o.rule("undercut by a competent body", o.speaksForBody(by))
}

// wrote reports whether a statement is by the alleged author of a document: an
// author, whom it was written for, someone above them on the day of the
// document, or someone whose word commits one of these.
func (o *oracle) wrote(s statement, document dispute.SourceID) bool {
	dated := said(o.sources[document].Published)
	for _, author := range o.sources[document].Authors {
		for _, a := range append([]dispute.ActorID{author.Actor}, author.OnBehalfOf...) {
			for _, by := range s.speakers {
				if meet(o.commits(by, s.when), o.upFrom(a, dated)) {
					o.rule("author by the document's day", !meet(o.commits(by, s.when), o.upFrom(a, s.when)))
					return true
				}
			}
		}
	}
	return false
}

// retracts reports whether a signature on a retraction takes one signatory of
// a statement away: it is the signatory's own, its principal's, or that of
// someone who can commit the principal.
func (o *oracle) retracts(from, to signature) bool {
	a := o.attributions[from.attribution]
	if a.Stance != dispute.StanceRetracts || a.Attribution == "" || a.Attribution != to.attribution {
		return false
	}
	s, ok := o.own(o.attributions[to.attribution])
	return ok && o.mayRetract(from, to.by, s.when)
}

func (o *oracle) mayRetract(from signature, signatory dispute.ActorID, said span) bool {
	by, _ := o.own(o.attributions[from.attribution])
	return from.by == signatory || meet(o.commits(from.by, by.when), o.principals(signatory, said))
}

// withdraws reports whether a signature withdraws an article: on the part of its
// publisher or, if it has none, of an author.
func (o *oracle) withdraws(from signature, source dispute.SourceID) bool {
	a := o.attributions[from.attribution]
	if a.Stance != dispute.StanceRetracts || source == "" || a.TargetSource != source {
		return false
	}
	article := o.sources[source]
	speakers, _ := speakersOf(article)
	return slices.ContainsFunc(speakers, func(x dispute.ActorID) bool { return o.mayRetract(from, x, said(article.Published)) })
}

// An outcome is what became of the challenges to a proposition.
type outcome struct {
	p       proposition
	in, out map[signature]bool
}

// challenged labels the challengers: which are in, and which are out, of the
// grounded extension (Dung 1995), found by iterating the characteristic function
// from nothing.
func (o *oracle) challenged(p proposition) outcome {
	all := o.challengers()
	var attacks []attack
	for _, from := range all {
		for _, to := range all {
			s, _ := o.own(o.attributions[to.attribution])
			u := o.attributions[from.attribution]
			hit := o.undercuts(u, s, p) || o.retracts(from, to)
			for _, text := range o.texts(s.carrier) {
				hit = hit || o.impeaches(u, text, p) || o.withdraws(from, text)
			}
			if hit {
				attacks = append(attacks, attack{from, to})
			}
		}
	}
	x := outcome{p, map[signature]bool{}, map[signature]bool{}}
	for {
		before := len(x.in)
		for _, c := range all {
			acceptable := true
			for _, a := range attacks {
				acceptable = acceptable && (a.to != c || x.out[a.from])
			}
			if acceptable {
				x.in[c] = true
			}
		}
		for _, a := range attacks {
			if x.in[a.from] {
				x.out[a.to] = true
			}
		}
		if len(x.in) == before {
			return x
		}
	}
}

// A drop is a statement that no longer counts, or some of its signatures.
type drop struct {
	statement statement
	why       dispute.DropReason
	by        []dispute.AttributionID
	impeached dispute.SourceID
	whole     bool // nobody stands by it any more
	along     bool // it fell with something else
}

// standing returns what remains of the statements made on a proposition
// itself, and what was dropped.
func (o *oracle) standing(p proposition) (remaining []statement, dropped []drop) {
	x := o.challenged(p)
	for _, s := range o.direct(p) {
		left, d := o.remains(s, x)
		if d != nil {
			dropped = append(dropped, *d)
		}
		if len(left.speakers) > 0 {
			left.disowned = o.rule("disowned", o.isDisowned(left, x))
			remaining = append(remaining, left)
		}
	}
	return remaining, dropped
}

// remains returns what is left of a statement, by those who still stand by it,
// and what was dropped.
func (o *oracle) remains(s statement, x outcome) (left statement, dropped *drop) {
	if d := o.undercutting(s, x); d != nil {
		return statement{}, d
	}
	if d := o.fallen(s, x); d != nil {
		return statement{}, d
	}
	var gone []dispute.ActorID
	var by []dispute.AttributionID
	for _, speaker := range s.speakers {
		for _, c := range o.challengers() {
			if s.attribution != "" && !x.out[c] && o.retracts(c, signature{s.attribution, speaker}) {
				by, gone = append(by, c.attribution), append(gone, speaker)
			}
		}
	}
	if by == nil {
		return s, nil
	}
	whole := len(distinct(gone)) == len(s.speakers)
	return o.without(s, gone), &drop{statement: s, why: dispute.DropRetracted, by: distinct(by), whole: whole}
}

// undercutting returns what undercuts a statement itself.
func (o *oracle) undercutting(s statement, x outcome) *drop {
	var by []dispute.AttributionID
	var impeached dispute.SourceID
	for _, c := range o.challengers() {
		u := o.attributions[c.attribution]
		if x.in[c] && o.undercuts(u, s, x.p) {
			by = append(by, c.attribution)
		}
		if x.in[c] && o.impeaches(u, s.carrier, x.p) {
			impeached = s.carrier
		}
	}
	if by == nil && impeached == "" {
		return nil
	}
	return &drop{statement: s, why: dispute.DropUndercut, by: distinct(by), impeached: impeached, whole: true}
}

// fallen returns why a statement fell with what carries it: its article was
// withdrawn, or it is carried by a reprint of what fell, or listed and made from
// nothing but what fell.
func (o *oracle) fallen(s statement, x outcome) *drop {
	forged, withdrawn := o.fall(s.carrier, s.source != "", x)
	switch {
	case forged != "":
		return &drop{statement: s, why: dispute.DropUndercut, impeached: forged, whole: true, along: o.rule("forgery takes along", true)}
	case withdrawn != nil:
		along := !slices.ContainsFunc(withdrawn, func(a dispute.AttributionID) bool { return o.attributions[a].TargetSource == s.carrier })
		o.rule("article withdrawn", true)
		o.rule("withdrawal takes along", along)
		return &drop{statement: s, why: dispute.DropRetracted, by: withdrawn, whole: true, along: along}
	}
	return nil
}

// fall returns what made a source fall: a source found forged, or else the
// withdrawals of articles; nothing where it stands. As listed, it also falls
// where all that it was made from has fallen.
func (o *oracle) fall(source dispute.SourceID, listed bool, x outcome) (forged dispute.SourceID, withdrawn []dispute.AttributionID) {
	for _, text := range o.texts(source) {
		for _, c := range o.challengers() {
			if x.in[c] && o.impeaches(o.attributions[c.attribution], text, x.p) && forged == "" {
				forged = text
			}
			if !x.out[c] && o.withdraws(c, text) {
				withdrawn = append(withdrawn, c.attribution)
			}
		}
	}
	if forged != "" || withdrawn != nil || !listed || len(o.sources[source].DerivedFrom) == 0 {
		return forged, distinct(withdrawn)
	}
	for _, s := range origins(o.sources[source]) {
		if !o.hasOrigin(s) {
			continue
		}
		f, w := o.fall(s, true, x)
		if f == "" && w == nil {
			return "", nil
		}
		if forged == "" {
			forged = f
		}
		withdrawn = append(withdrawn, w...)
	}
	o.rule("all originals fell", true)
	return forged, distinct(withdrawn)
}

// isDisowned reports whether somebody whose words they are says that they were
// not: of a statement, or of one in the document that is listed as its word.
func (o *oracle) isDisowned(s statement, x outcome) bool {
	if s.attribution == "" {
		return s.onRecord && o.rule("disowned document", o.inDisowned(s, x))
	}
	for _, a := range o.file.Attributions {
		if a.Attribution != s.attribution || a.Stance != dispute.StanceDenies && a.Stance != dispute.StanceUndercuts {
			continue
		}
		if by, ok := o.own(a); ok {
			if left, _ := o.remains(by, x); o.disowns(left, s) {
				return true
			}
			o.rule("disowning fell", o.disowns(by, s))
		}
	}
	return false
}

// inDisowned reports whether somebody's own words in a listed document of its
// are disowned.
func (o *oracle) inDisowned(s statement, x outcome) bool {
	return slices.ContainsFunc(o.direct(x.p), func(t statement) bool {
		own := slices.ContainsFunc(s.speakers, func(party dispute.ActorID) bool { return o.ownWordOf(t, party) })
		return t.attribution != "" && t.carrier != "" && o.original(t.carrier) == o.original(s.carrier) && own && o.isDisowned(t, x)
	})
}

// repeated returns what still repeats what fell: what relays a statement, or a
// source that is gone, and the sources that fell along.
func (o *oracle) repeated(dropped []drop) []dispute.Ref {
	found := map[dispute.Ref]bool{}
	for _, d := range dropped {
		if !d.whole {
			continue
		}
		if d.along {
			if d.statement.attribution != "" {
				found[d.statement.attribution.Ref()] = true
			} else {
				found[d.statement.source.Ref()] = true
			}
		}
		var visit func(fell dispute.AttributionID)
		visit = func(fell dispute.AttributionID) {
			for _, a := range o.file.Attributions {
				relays := fell != "" && slices.Contains(a.Relays, fell) || fell == "" && slices.Contains(a.RelaysSources, d.statement.source)
				if a.Lineage == dispute.LineageRelaying && relays && !found[a.ID.Ref()] {
					found[a.ID.Ref()] = true
					visit(a.ID)
				}
			}
		}
		visit(d.statement.attribution)
	}
	var list []dispute.Ref
	for ref := range found {
		list = append(list, ref)
	}
	slices.SortFunc(list, dispute.Ref.Compare)
	o.rule("repeated", list != nil)
	return list
}

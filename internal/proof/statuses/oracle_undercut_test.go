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
	if !ok || u.Stance != dispute.StanceUndercuts || o.inCircle(by) {
		return false
	}
	if !o.interested(by, p) {
		return true
	}
	return o.rule("undercut by the author", o.wrote(by, document)) || o.rule("undercut by a competent body", o.speaksForBody(by))
}

// wrote reports whether a statement is by the alleged author of a document, or
// of what it reprints: an author, whom it was written for, who published it where
// no author is named, someone above them on the day of the document, or someone
// whose word commits one of these.
func (o *oracle) wrote(s statement, document dispute.SourceID) bool {
	for _, text := range []dispute.SourceID{document, o.original(document)} {
		dated := o.written(text)
		authors := o.sources[text].Authors
		if p := o.sources[text].Publisher; o.rule("undercut by the publisher", len(authors) == 0 && p != "") {
			authors = []dispute.Author{{Actor: p}}
		}
		for _, author := range authors {
			for _, a := range append([]dispute.ActorID{author.Actor}, author.OnBehalfOf...) {
				for _, by := range s.speakers {
					if meet(o.commits(by, s.when), o.upFrom(a, dated)) {
						o.rule("author by the document's day", !meet(o.commits(by, s.when), o.upFrom(a, s.when)))
						return true
					}
				}
			}
		}
	}
	return false
}

// written returns the days on which a document can have been written: when it was
// published or, if that is surely earlier, when the last was said of what those
// who made it say in it before.
func (o *oracle) written(document dispute.SourceID) span {
	published := made(o.sources[document].Published)
	var last *span
	for _, a := range o.file.Attributions {
		s, ok := o.own(a)
		if !ok || a.Source != document || a.Said.IsZero() || s.when.last >= published.first || !slices.ContainsFunc(s.speakers, func(x dispute.ActorID) bool { return o.makers(document)[x] }) {
			continue
		}
		if last == nil || s.when.last > last.last || s.when.last == last.last && s.when.first > last.first {
			last = &s.when
		}
	}
	if o.rule("written before it was published", last != nil) {
		return *last
	}
	return published
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
	return a.Stance == dispute.StanceRetracts && source != "" && a.TargetSource == source && o.mayWithdraw(from, source)
}

func (o *oracle) mayWithdraw(from signature, source dispute.SourceID) bool {
	article := o.sources[source]
	speakers, _ := speakersOf(article)
	return slices.ContainsFunc(speakers, func(x dispute.ActorID) bool { return o.mayRetract(from, x, made(article.Published)) })
}

// isNotice reports whether a signature is on a notice of withdrawal in the article
// itself, which does not fall with it.
func (o *oracle) isNotice(x signature) bool {
	a := o.attributions[x.attribution]
	return o.rule("notice in the article itself", a.Stance == dispute.StanceRetracts && a.TargetSource != "" && a.TargetSource == a.Source)
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
				hit = hit || !o.isNotice(to) && (o.impeaches(u, text, p) || o.withdraws(from, text))
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
	sources   []dispute.SourceID // that fell and took it along
	whole     bool               // nobody stands by it any more
}

// standing returns what remains of the statements made on a proposition
// itself, and what was dropped.
func (o *oracle) standing(p proposition) (remaining []statement, dropped []drop) {
	x := o.challenged(p)
	for _, s := range o.direct(p) {
		left, drops := o.remains(s, x)
		dropped = append(dropped, drops...)
		if len(left.speakers) == 0 {
			continue
		}
		left.disowned = o.disownedBy(left, x)
		if gone := o.disowners(left, x); o.rule("disowned by some", len(gone) > 0 && len(gone) < len(left.speakers)) {
			dropped = append(dropped, drop{statement: left, why: dispute.DropDisowned, by: left.disowned})
			left = o.without(left, gone)
			left.disowned = nil
		}
		o.rule("disowned", left.disowned != nil)
		remaining = append(remaining, left)
	}
	return remaining, dropped
}

// remains returns what is left of a statement, by those who still stand by it,
// and what was dropped. What fell may have been withdrawn, too.
func (o *oracle) remains(s statement, x outcome) (left statement, dropped []drop) {
	if d := o.fallen(s, x); d != nil {
		dropped = append(dropped, *d)
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
	fell := dropped != nil
	if by != nil {
		o.rule("undercut and retracted", fell)
		whole := len(distinct(gone)) == len(s.speakers)
		dropped = append(dropped, drop{statement: s, why: dispute.DropRetracted, by: distinct(by), whole: whole})
	}
	switch {
	case fell:
		return statement{}, dropped
	case by == nil:
		return s, nil
	}
	return o.without(s, gone), dropped
}

// fallen returns why a statement fell: it was undercut, or its article was
// undercut or withdrawn, or it is carried by a reprint of such a one, or listed
// and made from nothing else.
func (o *oracle) fallen(s statement, x outcome) *drop {
	d := &drop{statement: s, why: dispute.DropRetracted, sources: o.fall(s.carrier, s.source != "", x), whole: true}
	for _, c := range o.challengers() {
		if x.in[c] && o.undercuts(o.attributions[c.attribution], s, x.p) {
			d.by = append(d.by, c.attribution)
		}
		for _, source := range d.sources {
			if x.in[c] && o.impeaches(o.attributions[c.attribution], source, x.p) {
				d.why = dispute.DropUndercut
			}
		}
	}
	if d.by = distinct(d.by); d.by != nil {
		d.why = dispute.DropUndercut
	}
	if d.by == nil && d.sources == nil {
		return nil
	}
	o.rule("article fell", d.sources != nil)
	o.rule("article withdrawn", d.why == dispute.DropRetracted)
	o.rule("fell along", d.sources != nil && !slices.Contains(d.sources, s.carrier))
	return d
}

// fall returns the sources whose undercuts or withdrawals made a source fall:
// itself, or what it reprints. As listed, it also falls where all that it was
// derived from has fallen.
func (o *oracle) fall(source dispute.SourceID, listed bool, x outcome) []dispute.SourceID {
	var list []dispute.SourceID
	for _, text := range o.texts(source) {
		for _, c := range o.challengers() {
			if x.in[c] && (o.impeaches(o.attributions[c.attribution], text, x.p) || o.withdraws(c, text)) {
				list = append(list, text)
			}
		}
	}
	if !listed {
		return distinct(list)
	}
	var below []dispute.SourceID
	for _, s := range o.sources[o.original(source)].DerivedFrom {
		if !o.hasOrigin(s) {
			continue
		}
		fell := o.fall(s, true, x)
		if fell == nil {
			return distinct(list)
		}
		below = append(below, fell...)
	}
	o.rule("all originals fell", below != nil)
	return distinct(append(list, below...))
}

// disownedBy returns by what somebody whose words they are says that they were
// not: of a statement, or of one in the document that is listed as its word.
func (o *oracle) disownedBy(s statement, x outcome) []dispute.AttributionID {
	var list []dispute.AttributionID
	if s.attribution == "" {
		for _, t := range o.direct(x.p) {
			if t.attribution == "" {
				continue
			}
			by := o.disownedBy(t, x)
			t.speakers = o.disowners(t, x)
			if s.onRecord && o.inOwnDocument(t, s) {
				list = append(list, by...)
			}
		}
		o.rule("disowned document", list != nil)
		return distinct(list)
	}
	for _, a := range o.file.Attributions {
		if a.Attribution != s.attribution || a.Stance != dispute.StanceDenies && a.Stance != dispute.StanceUndercuts {
			continue
		}
		if o.rule("disowning of another version", o.meantAnother[a.ID]) {
			continue
		}
		if by, ok := o.own(a); ok && o.disowns(by, s) {
			if left, _ := o.remains(by, x); o.rule("disowning stands", o.disowns(left, s)) {
				list = append(list, a.ID)
			} else {
				o.rule("disowning fell", true)
			}
		}
	}
	return distinct(list)
}

// disowners returns the signatories of a statement who disown it, or whose
// principals do.
func (o *oracle) disowners(s statement, x outcome) []dispute.ActorID {
	return slices.DeleteFunc(slices.Clone(s.speakers), func(y dispute.ActorID) bool {
		part := s
		part.speakers = []dispute.ActorID{y}
		return s.attribution == "" || o.disownedBy(part, x) == nil
	})
}

// inOwnDocument reports whether a statement is one of whose own word a listed
// document is, in that document.
func (o *oracle) inOwnDocument(t, listed statement) bool {
	return t.carrier != "" && o.original(t.carrier) == o.original(listed.carrier) &&
		slices.ContainsFunc(listed.speakers, func(party dispute.ActorID) bool { return o.ownWordOf(t, party) })
}

// repeated returns what still repeats what fell: what relays a statement or a
// source, or says that it was made, unless it was taken back; the reprints of a
// source; and the listed sources that fell with others.
func (o *oracle) repeated(dropped []drop) []dispute.Ref {
	fell, found := map[dispute.Ref]bool{}, map[dispute.Ref]bool{}
	for _, d := range dropped {
		if !d.whole {
			continue
		}
		if d.statement.attribution != "" {
			fell[d.statement.attribution.Ref()] = true
		}
		for _, s := range d.sources {
			fell[s.Ref()] = true
		}
	}
	repeats := func(ref dispute.Ref, undone bool) {
		if !fell[ref] {
			fell[ref], found[ref] = true, !undone
		}
	}
	for _, d := range dropped {
		if s := d.statement.source; s != "" {
			repeats(s.Ref(), o.isWithdrawn(s))
		}
	}
	for before := -1; before != len(fell); {
		before = len(fell)
		for _, a := range o.file.Attributions {
			passes := a.Stance == dispute.StanceAsserts && fell[a.Attribution.Ref()]
			for _, x := range a.Relays {
				passes = passes || isEvidence(a.Stance) && fell[x.Ref()]
			}
			for _, x := range a.RelaysSources {
				passes = passes || isEvidence(a.Stance) && fell[x.Ref()]
			}
			if passes {
				repeats(a.ID.Ref(), o.takenBack(a))
			}
		}
		for _, s := range o.file.Sources {
			if s.ReprintOf != "" && fell[s.ReprintOf.Ref()] && o.original(s.ID) != s.ID {
				repeats(s.ID.Ref(), o.isWithdrawn(s.ID))
			}
		}
	}
	var list []dispute.Ref
	for ref, still := range found {
		if still {
			list = append(list, ref)
		}
	}
	o.rule("repeated", list != nil)
	slices.SortFunc(list, dispute.Ref.Compare)
	return list
}

// isWithdrawn reports whether somebody who may withdraws or undercuts a source, and takenBack
// whether somebody who may retracts a statement.
func (o *oracle) isWithdrawn(s dispute.SourceID) bool {
	return slices.ContainsFunc(o.challengers(), func(c signature) bool {
		return o.attributions[c.attribution].TargetSource == s && o.mayWithdraw(c, s)
	})
}

func (o *oracle) takenBack(a dispute.Attribution) bool {
	speakers := distinct(append([]dispute.ActorID{a.Speaker}, a.Jointly...))
	s := o.when(a)
	return a.Speaker != "" && slices.ContainsFunc(o.challengers(), func(c signature) bool {
		u := o.attributions[c.attribution]
		return u.Stance == dispute.StanceRetracts && u.Attribution == a.ID &&
			slices.ContainsFunc(speakers, func(x dispute.ActorID) bool { return o.mayRetract(c, x, s) })
	})
}

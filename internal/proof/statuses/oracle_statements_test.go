package statuses_test

import (
	"slices"

	"github.com/dispute-go/dispute"
)

// This file reads who says what: statements, and the sources listed on events.

// A statement is an attribution in the mouth of those who made it, or a source
// listed on an event in that of whoever it speaks for.
type statement struct {
	attribution dispute.AttributionID
	event       dispute.EventID  // of which source, the shorthand, is listed
	source      dispute.SourceID // likewise
	carrier     dispute.SourceID
	claim       dispute.ClaimID
	stance      dispute.Stance
	speakers    []dispute.ActorID
	behalf      []dispute.ActorID
	when        span
	onRecord    bool
	against     bool
	rival       bool                    // it bears on what is assessed over a contradiction
	disowned    []dispute.AttributionID // by what
	// admitting are the speakers whose admission it can be: all, but for one part
	// of an event.
	admitting []dispute.ActorID
}

// own returns a first-hand statement by a known speaker.
func (o *oracle) own(a dispute.Attribution) (statement, bool) {
	if a.Speaker == "" || a.Lineage != dispute.LineageFirstHand {
		return statement{}, false
	}
	speakers := distinct(append([]dispute.ActorID{a.Speaker}, a.Jointly...))
	return statement{attribution: a.ID, carrier: a.Source, claim: a.Claim, stance: a.Stance,
		speakers: speakers, behalf: distinct(a.OnBehalfOf), admitting: speakers,
		when: o.when(a), onRecord: a.OnRecord == dispute.RecordLevelOn, against: a.Stance == dispute.StanceDenies}, true
}

// when returns the days on which a statement can have been made: when it was
// said, or else published, or else its source was.
func (o *oracle) when(a dispute.Attribution) span {
	switch {
	case !a.Said.IsZero():
		return made(a.Said)
	case !a.Published.IsZero():
		return made(a.Published)
	}
	return made(o.sources[a.Source].Published)
}

// listed returns what a source listed on an event says: that it occurred, by
// its publisher or, if it has none, its authors. A reprint is its original. A
// communication of a doer is that doer's own word, on the record. What is cited
// in a circle, or made from nothing else than that, says nothing.
func (o *oracle) listed(e dispute.Event, id dispute.SourceID) (statement, bool) {
	if o.rule("circle of citations", !o.hasOrigin(id)) {
		return statement{}, false
	}
	original := o.sources[o.original(id)]
	o.rule("listed reprint", original.ID != id)
	s := statement{event: e.ID, source: id, carrier: id, stance: dispute.StanceAsserts, when: made(original.Published)}
	s.speakers, s.behalf = speakersOf(original)
	o.rule("listed without publisher", original.Publisher == "" && s.speakers != nil)
	if own := o.communicates(original, e, s.when); o.rule("own communication listed", own != nil) {
		s.speakers, s.behalf, s.onRecord = own, nil, true
	}
	return s, s.speakers != nil
}

// speakersOf returns in whose name a source speaks.
func speakersOf(s dispute.Source) (speakers, behalf []dispute.ActorID) {
	if s.Publisher != "" {
		return []dispute.ActorID{s.Publisher}, nil
	}
	for _, a := range s.Authors {
		speakers, behalf = append(speakers, a.Actor), append(behalf, a.OnBehalfOf...)
	}
	return distinct(speakers), distinct(behalf)
}

// communicates returns the doers of an event whose own communication a source is.
func (o *oracle) communicates(s dispute.Source, e dispute.Event, when span) []dispute.ActorID {
	switch s.Kind {
	case dispute.SourceStatement, dispute.SourceLetter, dispute.SourcePost, "communique", "communiqué":
	default:
		return nil
	}
	var own []dispute.ActorID
	for _, d := range doers(e) {
		by := func(x dispute.ActorID) bool { return x != "" && o.ownWord(x, when)[d] }
		if by(s.Publisher) || slices.ContainsFunc(s.Authors, func(a dispute.Author) bool { return by(a.Actor) }) {
			own = append(own, d)
		}
	}
	return distinct(own)
}

// voices returns who speaks in a statement: its signatories, and those for
// whom they say they speak.
func (s statement) voices() []dispute.ActorID {
	return distinct(append(slices.Clone(s.speakers), s.behalf...))
}

// without returns a statement from which signatories have withdrawn. For whom
// they alone spoke, it no longer speaks.
func (o *oracle) without(s statement, gone []dispute.ActorID) statement {
	isGone := func(x dispute.ActorID) bool { return slices.Contains(gone, x) }
	s.speakers = slices.DeleteFunc(slices.Clone(s.speakers), isGone)
	s.admitting = s.speakers
	s.behalf = slices.DeleteFunc(slices.Clone(s.behalf), func(x dispute.ActorID) bool {
		leads := func(by dispute.ActorID) bool { return o.upFrom(by, s.when)[x] }
		return o.rule("principal withdrawn", slices.ContainsFunc(gone, leads) && !slices.ContainsFunc(s.speakers, leads))
	})
	return s
}

// direct returns what is said on a proposition itself: attributions, then the
// sources listed on an event that took place.
func (o *oracle) direct(p proposition) []statement {
	var list []statement
	for _, a := range o.file.Attributions {
		s, ok := o.own(a)
		if !ok || !slices.Contains(p.claims, a.Claim) || !isEvidence(a.Stance) {
			continue
		}
		if o.inCircle(s) {
			continue
		}
		list = append(list, s)
	}
	e := o.events[p.event]
	if p.event == "" || !took(e) {
		return list
	}
	for _, id := range distinct(e.Sources) {
		if s, ok := o.listed(e, id); ok {
			list = append(list, s)
		}
	}
	return list
}

// Carriers.

// origins returns what a source goes back to: what it reprints, or else what it
// is derived from.
func origins(s dispute.Source) []dispute.SourceID {
	if s.ReprintOf != "" {
		return []dispute.SourceID{s.ReprintOf}
	}
	return s.DerivedFrom
}

// madeFrom returns a source and everything it goes back to.
func (o *oracle) madeFrom(s dispute.SourceID) map[dispute.SourceID]bool {
	seen := map[dispute.SourceID]bool{}
	var visit func(s dispute.SourceID)
	visit = func(s dispute.SourceID) {
		if s != "" && !seen[s] {
			seen[s] = true
			for _, from := range origins(o.sources[s]) {
				visit(from)
			}
		}
	}
	visit(s)
	return seen
}

// hasOrigin reports whether a source is cited in no circle and, if it was made
// from others, one of those has an origin.
func (o *oracle) hasOrigin(s dispute.SourceID) bool {
	from := origins(o.sources[s])
	for _, x := range from {
		if o.madeFrom(x)[s] {
			return false
		}
	}
	return len(from) == 0 || slices.ContainsFunc(from, o.hasOrigin)
}

// texts returns a source, what it reprints, and so on.
func (o *oracle) texts(s dispute.SourceID) []dispute.SourceID {
	list := []dispute.SourceID{s}
	for from := o.sources[s].ReprintOf; s != "" && from != "" && o.hasOrigin(from); from = o.sources[from].ReprintOf {
		list = append(list, from)
	}
	return list
}

// original returns whose text a source carries.
func (o *oracle) original(s dispute.SourceID) dispute.SourceID {
	list := o.texts(s)
	return list[len(list)-1]
}

func (o *oracle) reprint(s dispute.SourceID) bool { return o.sources[s].ReprintOf != "" }

// makers returns everybody who brought a source about.
func (o *oracle) makers(s dispute.SourceID) map[dispute.ActorID]bool {
	x := o.sources[s]
	out := map[dispute.ActorID]bool{x.Publisher: true}
	for _, a := range x.Authors {
		out[a.Actor] = true
		for _, of := range a.OnBehalfOf {
			out[of] = true
		}
	}
	delete(out, "")
	return out
}

// inOwnVoice reports whether a statement is what its carrier, or the original of
// that, says itself: one of its makers makes it.
func (o *oracle) inOwnVoice(s statement) bool {
	return s.attribution != "" && s.carrier != "" && slices.ContainsFunc(s.speakers, func(x dispute.ActorID) bool {
		return o.makers(s.carrier)[x] || o.makers(o.original(s.carrier))[x]
	})
}

// inCircle reports whether a statement is what a reprint says itself, and
// reprints lead around in a circle.
func (o *oracle) inCircle(s statement) bool {
	return o.inOwnVoice(s) && o.reprint(s.carrier) && o.rule("reprints in a circle", !o.hasOrigin(s.carrier))
}

// borrowed returns in whose words a reprint speaks that says something itself.
func (o *oracle) borrowed(s statement) []dispute.ActorID {
	if !o.inOwnVoice(s) || !o.reprint(s.carrier) {
		return nil
	}
	speakers, behalf := speakersOf(o.sources[o.original(s.carrier)])
	return append(speakers, behalf...)
}

// articles returns the sources whose text a statement is: what a reprint says
// itself is that of its original, and so is whatever an original carries that
// nobody made; a source listed on an event is its own text, and that of all it
// goes back to.
func (o *oracle) articles(s statement) map[dispute.SourceID]bool {
	original := o.original(s.carrier)
	switch {
	case s.attribution == "":
		return o.madeFrom(s.source)
	case s.carrier == "":
		return nil
	case s.carrier != original && o.inOwnVoice(s):
		return map[dispute.SourceID]bool{original: true}
	case s.carrier == original && len(o.makers(original)) == 0 && o.isReprinted(original):
		return map[dispute.SourceID]bool{original: true}
	}
	return nil
}

func (o *oracle) isReprinted(s dispute.SourceID) bool {
	return slices.ContainsFunc(o.file.Sources, func(x dispute.Source) bool { return x.ID != s && o.reprint(x.ID) && o.original(x.ID) == s })
}

// madeWith returns the sources on whose makers a statement depends: the original
// of a reprint that says it, an article of its own of whoever publishes that, and
// all that a source listed on an event goes back to.
func (o *oracle) madeWith(s statement) map[dispute.SourceID]bool {
	if o.ownArticle(s) {
		return map[dispute.SourceID]bool{s.carrier: true}
	}
	return o.articles(s)
}

// ownArticle reports whether a statement is made by who publishes it in an article
// of its own.
func (o *oracle) ownArticle(s statement) bool {
	article := o.sources[s.carrier]
	return s.attribution != "" && s.carrier == o.original(s.carrier) && article.Kind == dispute.SourceArticle &&
		slices.Contains(s.speakers, article.Publisher) && len(o.makers(s.carrier)) > 1
}

// joint reports whether several make a statement together, so that it adds no
// origin to what they say apart, and merges none of it: joint signatories, or a
// source that several others wrote or that goes back to several.
func (o *oracle) joint(s statement) bool {
	if len(s.speakers) > 1 {
		return true
	}
	listed := s.attribution == ""
	if s.carrier == "" || !listed && !o.inOwnVoice(s) {
		return false
	}
	original := o.sources[o.original(s.carrier)]
	isAuthor := slices.ContainsFunc(original.Authors, func(a dispute.Author) bool { return a.Actor == s.speakers[0] })
	if len(original.Authors) > 1 && !isAuthor && (listed || s.carrier != original.ID || original.Kind == dispute.SourceArticle) {
		return true
	}
	return listed && len(distinct(origins(original))) > 1
}

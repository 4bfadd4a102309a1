package dispute

import (
	"slices"

	"github.com/dispute-go/dispute/internal/grounded"
	"github.com/dispute-go/dispute/internal/ints"
	"github.com/dispute-go/dispute/internal/ties"
)

// proposition returns what claim c states.
func (v *mentions) proposition(c int32) proposition {
	if e := v.latest(v.d.usesOf(c).one(slotOccurred)); e != none {
		return v.occurrenceOf(e)
	}
	return proposition{claims: v.d.only(c), event: none}
}

// occurrenceOf returns the proposition that event e occurred.
func (v *mentions) occurrenceOf(e int32) proposition {
	return proposition{claims: v.on.occurrence[e], event: e}
}

// named returns the actors a proposition names: whom it is adverse to, whom
// it favours, and who is in its structured content.
func (v *mentions) named(p proposition) []int32 {
	actors := make([]int32, 0, 8)
	add := func(numbers ...int32) {
		for _, n := range numbers {
			if a := v.latest(n); a != none {
				actors = append(actors, a)
			}
		}
	}
	addEvent := func(e int32) {
		if e == none {
			return
		}
		participants := v.d.usesOf(e).many(slotParticipants)
		for i, part := range v.d.event(e).Participants {
			if part.Role != RoleObserver {
				add(participants[i])
			}
		}
	}
	addEvent(p.event)
	for _, c := range p.claims {
		x := v.d.claimRefs(c)
		add(x.adverse...)
		add(x.favours...)
		add(x.actors...)
		addEvent(v.latest(x.event))
		if a := v.latest(x.attribution); a != none {
			add(v.d.usesOf(a).one(slotSpeaker))
		}
	}
	slices.Sort(actors)
	return slices.Compact(actors)
}

// speakersOf returns the signatories of attribution n and whom they speak for,
// ascending; signatories is empty when nobody knows who spoke.
func (v *sight) speakersOf(n int32) (signatories, behalf []int32) {
	x := v.d.attributionRefs(n)
	speaker := v.latest(x.speaker)
	if speaker == none {
		return nil, nil
	}
	signatories = v.d.only(speaker)
	if len(x.jointly) > 0 {
		signatories = ints.Merge(signatories, v.latestOf(x.jointly))
	}
	return signatories, v.latestOf(x.onBehalfOf)
}

// saidWindow returns the days on which attribution n can have been made: when
// it was said, or else published, or else its source was.
func (v *sight) saidWindow(n int32) ties.Window {
	switch a := v.d.attribution(n); {
	case !a.Said.IsZero():
		return startWindow(a.Said)
	case !a.Published.IsZero():
		return startWindow(a.Published)
	}
	if s := v.sourceOf(n); s != none && !v.d.source(s).Published.IsZero() {
		return startWindow(v.d.source(s).Published)
	}
	return ties.AnyDay
}

// sourceOf returns the source of attribution n, or none.
func (v *sight) sourceOf(n int32) int32 { return v.latest(v.d.usesOf(n).one(slotSource)) }

// claimOf returns the claim that attribution n is to, or none.
func (v *sight) claimOf(n int32) int32 { return v.latest(v.d.usesOf(n).one(slotClaim)) }

// firstHand reports whether attribution n can be evidence: it can be none with
// unknown or passed-on lineage, or no known speaker.
func (v *sight) firstHand(n int32) bool {
	return v.d.attribution(n).Lineage == LineageFirstHand && v.latest(v.d.usesOf(n).one(slotSpeaker)) != none
}

// voiceOf returns the statement attribution n makes, and false when it can be
// no evidence.
func (v *mentions) voiceOf(n int32) (voice, bool) {
	a := v.d.attribution(n)
	if a.Lineage != LineageFirstHand {
		return voice{}, false
	}
	signatories, behalf := v.speakersOf(n)
	if signatories == nil {
		return voice{}, false
	}
	return voice{attribution: n, event: none, source: none, claim: v.claimOf(n),
		against: a.Stance == StanceDenies, implied: a.Stance == StanceImplies, onRecord: a.OnRecord == RecordOn,
		speakers: signatories, behalf: behalf, when: v.saidWindow(n)}, true
}

// reports returns the shorthand statements that event e occurred.
func (v *mentions) reports(e int32) []voice {
	if !v.d.event(e).Phase.took() {
		return nil
	}
	var list []voice
	for _, s := range v.latestOf(v.d.usesOf(e).many(slotSources)) {
		if publisher := v.latest(v.d.publisherOf(s)); publisher != none {
			list = append(list, voice{attribution: none, event: e, source: s, claim: none,
				speakers: v.d.only(publisher), when: startWindow(v.d.source(s).Published)})
		}
	}
	return list
}

// reach returns every actor on whom a statement's independence depends.
func (v *court) reach(r voice) []int32 { return r.across(v.ties.DependsOn) }

// across returns every actor to whom those lead who make a statement and those
// on whose behalf it is made, ascending.
func (r voice) across(lead func(int32, ties.Window) []int32) []int32 {
	if len(r.speakers) == 1 && len(r.behalf) == 0 {
		return lead(r.speakers[0], r.when)
	}
	var lists [][]int32
	for _, s := range r.speakers {
		lists = append(lists, lead(s, r.when))
	}
	for _, s := range r.behalf {
		lists = append(lists, lead(s, r.when))
	}
	return ints.Merge(lists...)
}

func (v *court) stakesIn(actors []int32) stakes {
	s := stakes{v: v, actors: actors}
	all := make([]int32, 0, 2*len(actors))
	for _, a := range actors {
		fixed, ok := v.ties.AlwaysDependsOn(a)
		if !ok {
			return s
		}
		all = append(all, fixed...)
	}
	slices.Sort(all)
	s.fixed = slices.Compact(all)
	return s
}

// interested reports whether a statement's speakers, or anyone they depend
// on, are named or dependent on someone named.
func (s stakes) interested(r voice) bool { return s.interest(r) != none }

// interest returns the actor that makes a statement interested, or none: one
// that is named and on whom its speakers depend, who are among those, or else
// one on whom both they and somebody named depend.
func (s stakes) interest(r voice) int32 {
	if len(s.actors) == 0 {
		return none
	}
	reach, through := s.v.reach(r), int32(none)
	if s.fixed != nil {
		through = ints.FirstShared(reach, s.fixed)
	} else {
		for _, a := range s.actors {
			if through = ints.FirstShared(reach, s.v.ties.DependsOn(a, r.when)); through != none {
				break
			}
		}
	}
	if through == none {
		return none
	}
	if named := ints.FirstShared(reach, s.actors); named != none {
		return named
	}
	return through
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

// identifies reports whether p claims an identity, in a view that takes such
// claims: then it is weighed without them.
func (v *court) identifies(p proposition) bool {
	return v.plain != v && p.event == none && v.d.claim(p.claims[0]).Content.Identity != nil
}

// publisherOf returns who published the source of attribution n, or none.
func (v *sight) publisherOf(n int32) int32 {
	s := v.sourceOf(n)
	if s == none {
		return none
	}
	return v.latest(v.d.publisherOf(s))
}

// bound returns whom the roots of one side commit on the record; to imply
// commits nobody. Ascending.
func (v *court) bound(x *side) []int32 {
	var lists [][]int32
	for _, r := range x.roots {
		if !r.commitsOnRecord() {
			continue
		}
		for _, s := range r.speakers {
			lists = append(lists, v.ties.Commits(s, r.when))
		}
	}
	return ints.Merge(lists...)
}

// commitsTo reports whether a statement commits a party.
func (v *court) commitsTo(r voice, party int32) bool {
	return slices.ContainsFunc(r.speakers, func(s int32) bool {
		return slices.Contains(v.ties.Commits(s, r.when), party)
	})
}

// doers returns who does an event: its actors, and the parties to a mutual act.
func (v *sight) doers(e int32) []int32 {
	var list []int32
	participants := v.d.usesOf(e).many(slotParticipants)
	for i, part := range v.d.event(e).Participants {
		if part.Role == RoleActor || part.Role == RoleParty {
			list = append(list, v.latest(participants[i]))
		}
	}
	return ints.Merge(list)
}

// performers returns who of the doers of a performative act that took place
// establishes it: whoever an on-record assertion commits to it, unless one is
// also committed to the contrary.
func (v *court) performers(x *assessment) []int32 {
	if e := v.d.event(x.of.event); !traitsOf[e.Kind].performative || !e.Phase.took() {
		return nil
	}
	said, denied := v.bound(&x.supporting), v.bound(&x.opposing)
	return slices.DeleteFunc(v.doers(x.of.event), func(doer int32) bool {
		_, performs := slices.BinarySearch(said, doer)
		_, disowns := slices.BinarySearch(denied, doer)
		return !performs || disowns
	})
}

// retold returns the attributions that say of these statements, or of those
// that say so of them, that they were made.
func (v *mentions) retold(statements []int32) []int32 {
	var found ints.Numbering[int32]
	look := func(n int32) {
		for _, m := range v.on.answers[n] {
			if v.d.attribution(m).Stance == StanceAsserts {
				found.Add(m)
			}
		}
	}
	for _, n := range statements {
		look(n)
	}
	for i := 0; i < len(found.Keys); i++ {
		look(found.Keys[i])
	}
	slices.Sort(found.Keys)
	return found.Keys
}

package dispute

import (
	"cmp"
	"math"
	"slices"

	"github.com/dispute-go/dispute/internal/ints"
	"github.com/dispute-go/dispute/internal/ties"
)

// A target is what is answered: a claim, a statement, an event or a document; or,
// with by, the statements on a claim that a source carries or an actor makes.
type target struct{ item, by int32 }

// replies are what is on file as answers of one actor to one target, by whoever
// speaks for it or says that it does.
type replies struct {
	given []reply
	// void are those that no longer count or have no known lineage, together
	// with what did it: retractions and undercuts, or, for an event, the event.
	void  []int32
	shade *shade // where something is aimed at any
	// any is when an answer was given of whatever sort; denied, when one was that
	// denies, and asserted, when one was that asserts.
	any, denied, asserted latest
}

// A reply is one answer: an attribution, or an event.
type reply struct {
	item   int32
	stance Stance // of an attribution; an event that denies has that of denying, others none
	when   ties.Window
	// unproven says that it was given on somebody's behalf by one who is not
	// known to speak for it on that day.
	unproven bool
}

// latest is of the days on which some answers can have been given the latest
// first day and the latest last day.
type latest struct{ first, last int64 }

var notAtAll = latest{math.MinInt64, math.MinInt64}

func (l *latest) add(w latest) { l.first, l.last = max(l.first, w.first), max(l.last, w.last) }

// A replyFinder finds who answered what, each once.
type replyFinder struct {
	questions
	index   replyIndex
	to      map[target]map[int32]*replies // by actor
	stands  map[int32]*position           // by actor; nil until all are known
	reached map[reachKey]map[int32]int32
	steps   int // taken for that
	// By claim: those that contradict it; and by actor, when it asserted one.
	rivals    map[int32][]int32
	rivalSaid map[[2]int32]latest
}

// A replyIndex lists what may answer a target beside statements on it.
type replyIndex struct {
	statements map[target][]int32 // on a claim, by source or speaker: those that somebody answers
	events     map[int32][]int32  // by claim, event or document: the events that answer it
}

func (v questions) newReplyFinder() *replyFinder {
	return &replyFinder{questions: v, index: v.indexReplies(), to: map[target]map[int32]*replies{},
		reached: map[reachKey]map[int32]int32{}, rivals: map[int32][]int32{}, rivalSaid: map[[2]int32]latest{}}
}

func (v questions) indexReplies() replyIndex {
	x := replyIndex{map[target][]int32{}, map[int32][]int32{}}
	for _, m := range v.currents(ItemAttribution) {
		c := v.claimOf(m)
		if len(v.on.answers[m]) == 0 || c == none {
			continue
		}
		speakers, _ := v.speakersOf(m)
		makers := [][]int32{speakers} // and those whose word it is
		for _, s := range speakers {
			makers = append(makers, v.ties.SpeaksFor(s, v.saidWindow(m)))
		}
		for _, by := range append(ints.Merge(makers...), v.sourceOf(m)) {
			if by != none {
				t := target{v.keyOf(c), by}
				x.statements[t] = append(x.statements[t], m)
			}
		}
	}
	for _, e := range v.events.list {
		for _, named := range v.answeredBy(e) {
			x.events[named] = append(x.events[named], e)
		}
	}
	return x
}

// answeredBy returns what event e answers, if it took place: what it is linked
// to as a response, with its document, and, if it is a denial or a reply, the
// claims that it names and the events that it is about, likewise.
func (v questions) answeredBy(e int32) []int32 {
	x := v.d.event(e)
	if !x.Phase.took() {
		return nil
	}
	var list []int32
	replies := x.Kind.denies() || x.Kind == KindStatement
	for _, l := range x.Links {
		if l.Kind == LinkInResponseTo || l.Kind == LinkAbout && replies {
			n := v.replacing(l.Event.Ref())
			list = append(list, n)
			if carrier := v.resolve(v.d.event(n).Carrier.Ref()); carrier != none {
				list = append(list, carrier)
			}
		}
	}
	if replies {
		for _, c := range v.claimsOf(x) {
			list = append(list, v.keyOf(c))
		}
	}
	return ints.Merge(list)
}

// denies reports whether an event of a kind denies what it names.
func (k EventKind) denies() bool { return k == KindDeny || k == KindReject }

// keyOf returns the first of the claims that state what claim c does.
func (v *mentions) keyOf(c int32) int32 { return v.proposition(c).claims[0] }

// by returns an actor's answers to a target; nil for none at all.
func (v *replyFinder) by(actor int32, t target) *replies {
	byActor, ok := v.to[t]
	if !ok {
		byActor = v.find(t)
		v.to[t] = byActor
	}
	return byActor[actor]
}

// find returns the answers to a target, by actor.
func (v *replyFinder) find(t target) map[int32]*replies {
	x := replySheet{v.ties, map[int32]*replies{}}
	var list []int32
	claim := t.item
	switch v.ref(t.item).Kind {
	case ItemEvent, ItemSource:
		claim = none
	case ItemAttribution:
		claim, list = v.claimOf(t.item), v.on.answers[t.item]
	default:
		statements := v.index.statements[t]
		for _, m := range statements {
			list = append(list, v.on.answers[m]...)
		}
		if t.by == none {
			for _, same := range v.proposition(t.item).claims {
				list = append(list, v.on.statements[same]...)
			}
		}
	}
	v.hearReplies(x, claim, ints.Merge(list))
	if t.by == none {
		v.seeReplies(x, v.index.events[t.item])
	}
	return x.by
}

// hearReplies notes the attributions among the answers: what is disowned is none.
func (v *replyFinder) hearReplies(sheet replySheet, claim int32, list []int32) {
	var given []voice
	for _, n := range list {
		if !v.d.attribution(n).Stance.responds() {
			continue
		}
		if said, ok := v.voiceOf(n); ok {
			if x := v.disownings[n]; x.by != nil {
				sheet.void(said, n)
				sheet.of(said, func(r *replies, _ int64, _ bool) { r.shaded().disowned.add(x.looked) })
				continue
			}
			given = append(given, said)
			continue
		}
		speakers, behalf := v.speakersOf(n)
		said := voice{speakers: speakers, when: v.saidWindow(n)}
		said.onBehalf(behalf)
		sheet.void(said, n)
	}
	var h hearing
	v.sift(&h, v.about(claim), given)
	for _, said := range h.voices {
		sheet.stands(said, said.attribution, v.d.attribution(said.attribution).Stance)
		if h.weighed != nil {
			sheet.of(said, func(r *replies, _ int64, _ bool) { r.shaded().weighed = h.weighed })
		}
	}
	for _, w := range h.withdrawn {
		sheet.void(w.voice, append(slices.Clip(w.by), w.voice.attribution)...)
		if w.with != nil {
			sheet.fell(w.voice, w.with)
		}
	}
}

// seeReplies notes the events among the answers.
func (v *replyFinder) seeReplies(x replySheet, events []int32) {
	for _, e := range events {
		place := v.events.at(e)
		for _, doer := range v.doers(e) {
			did := voice{speakers: v.d.only(doer), when: v.startDays(place)}
			switch {
			case !v.acceptedFor(e, doer):
				x.void(did, e)
			case v.d.event(e).Kind.denies():
				x.stands(did, e, StanceDenies)
			default:
				x.stands(did, e, 0)
			}
		}
	}
}

// responds reports whether a stance is an answer of any sort.
func (s Stance) responds() bool {
	return s.takesSides() || s == StanceNeitherConfirmsNorDenies || s == StanceDeclinesComment
}

// A replySheet notes the answers to one target under everybody for whom they
// were given.
type replySheet struct {
	ties *ties.Graph
	by   map[int32]*replies // by actor
}

// of calls note with the answers of everybody for whom a voice speaks, or says
// that it does, and until when it can have spoken.
func (x replySheet) of(said voice, note func(r *replies, last int64, unproven bool)) {
	until := map[int32]int64{}
	lead := func(from []int32, unproven bool) {
		var found []int32
		for _, s := range from {
			for _, l := range x.ties.LeadsUp(s, said.when) {
				last, known := until[l.To]
				if !known || last < l.Last {
					until[l.To] = l.Last
					found = append(found, l.To)
				}
			}
		}
		for _, a := range ints.Merge(found) {
			if x.by[a] == nil {
				x.by[a] = &replies{any: notAtAll, denied: notAtAll, asserted: notAtAll}
			}
			note(x.by[a], until[a], unproven)
		}
	}
	lead(said.speakers, false)
	lead(said.behalf(), true)
}

// stands notes an answer that counts.
func (x replySheet) stands(said voice, item int32, stance Stance) {
	x.of(said, func(r *replies, last int64, unproven bool) {
		r.given = append(r.given, reply{item, stance, ties.Window{First: said.when.First, Last: last}, unproven})
		days := latest{min(said.when.First, last), last}
		r.any.add(days)
		switch stance {
		case StanceDenies:
			r.denied.add(days)
		case StanceAsserts:
			r.asserted.add(days)
		}
	})
}

// void notes an answer that does not count, and what took it away.
func (x replySheet) void(said voice, items ...int32) {
	x.of(said, func(r *replies, _ int64, _ bool) { r.void = append(r.void, items...) })
}

// fell notes an answer that does not count because sources fell.
func (x replySheet) fell(said voice, with *fall) {
	x.of(said, func(r *replies, _ int64, _ bool) { r.shaded().with[with] = true })
}

// A ground is what an actor is asked about: claims, each by the first that states
// it, and other targets.
type ground struct {
	claims  []int32
	targets []target // of the claims as well
}

// answered reports whether an actor gave an answer such as is wanted, which is
// told by the latest days: to one of the targets, by asserting what contradicts
// one of the claims, or by denying what one of them entails.
func (v *replyFinder) answered(actor int32, g ground, order reachOrder, wanted func(latest) bool) bool {
	for _, t := range g.targets {
		if r := v.by(actor, t); r != nil && r.any != notAtAll && wanted(r.any) {
			return true
		}
	}
	for _, c := range g.claims {
		for _, when := range []latest{v.assertedRival(actor, c), v.deniedBelow(actor, c, order)} {
			if when != notAtAll && wanted(when) {
				return true
			}
		}
	}
	return false
}

// A foundReply is a reply and the claim on which it was given, or none.
type foundReply struct {
	reply
	on int32
}

// all returns every answer of an actor that is wanted, by what it is; what it says
// on other claims counts only where it denies what one of the claims entails, or
// asserts what contradicts one. The cost is linear in all that the claims entail.
func (v *replyFinder) all(actor int32, g ground, wanted func(reply) bool) []foundReply {
	var list []foundReply
	add := func(t target, on int32, stance Stance) {
		r := v.by(actor, t)
		if r == nil {
			return
		}
		for _, x := range r.given {
			if wanted(x) && (stance == 0 || x.stance == stance) {
				list = append(list, foundReply{x, on})
			}
		}
	}
	for _, t := range g.targets {
		add(t, none, 0)
	}
	for _, c := range g.claims {
		for _, rival := range v.rivalsOf(c) {
			add(target{rival, none}, rival, StanceAsserts)
		}
		for _, weaker := range v.below(v.proposition(c)) {
			if key := v.keyOf(weaker); key == weaker && !slices.Contains(g.claims, key) {
				add(target{key, none}, key, StanceDenies)
			}
		}
	}
	slices.SortStableFunc(list, func(a, b foundReply) int {
		if a.item == b.item && a.unproven != b.unproven {
			if a.unproven {
				return 1
			}
			return -1
		}
		return cmp.Compare(a.item, b.item)
	})
	return slices.CompactFunc(list, func(a, b foundReply) bool { return a.item == b.item })
}

// direct returns the answers of an actor to targets that can have been given on a
// day or later. It looks up only what has been found.
func (v *replyFinder) direct(actor int32, g ground, since int64) []int32 {
	var list []int32
	for _, t := range g.targets {
		if r := v.to[t][actor]; r != nil {
			for _, x := range r.given {
				if x.when.Last >= since {
					list = append(list, x.item)
				}
			}
		}
	}
	return ints.Merge(list)
}

// besides returns the answers of an actor that are to none of the targets and can
// have been given on a day or later, with the claims that lead to them.
func (v *replyFinder) besides(actor int32, g ground, since int64) []int32 {
	var list []int32
	for _, x := range v.all(actor, g, func(x reply) bool { return x.when.Last >= since }) {
		if x.on != none {
			list = append(list, x.item)
		}
	}
	if list == nil {
		return nil
	}
	for _, c := range g.claims {
		p := v.proposition(c)
		list = append(list, v.entailing(p, v.on.entails)...)
		for _, same := range p.claims {
			list = append(list, v.on.rivals[same]...)
		}
	}
	return ints.Merge(list)
}

// disregarded returns the answers of an actor that do not count, with what took
// them away and the claims that lead to them. It looks up only what has been found.
func (v *replyFinder) disregarded(actor int32, g ground) []int32 {
	var list []int32
	added := map[int32]bool{} // by source
	for _, t := range g.targets {
		if r := v.to[t][actor]; r != nil {
			list, _ = r.undone(v.court, list, added)
		}
	}
	void := v.known(actor).void
	if len(void) == 0 {
		return ints.Merge(list)
	}
	for _, c := range g.claims {
		for _, same := range v.proposition(c).claims {
			for _, rival := range v.on.rivals[same] {
				if found := void[v.keyOf(rival)]; found != nil {
					more, any := found.undone(v.court, list, added)
					if list = more; any {
						list = append(list, same, rival)
					}
				}
			}
		}
		any := false
		for _, weaker := range v.below(v.proposition(c)) {
			if found := void[weaker]; found != nil {
				more, some := found.undone(v.court, list, added)
				list, any = more, any || some
			}
		}
		if any {
			list = append(list, v.entailing(v.proposition(c), v.on.entails)...) // by which it is found
		}
	}
	return ints.Merge(list)
}

// claimsOf returns the claims that an event puts forward, ascending.
func (v questions) claimsOf(e *Event) []int32 {
	var claims []int32
	for _, id := range e.Claims {
		claims = append(claims, v.resolve(id.Ref()))
	}
	return ints.Merge(claims)
}

// questions finds what is open.
type questions struct{ *chronology }

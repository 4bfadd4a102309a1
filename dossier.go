package dispute

import (
	"cmp"
	"math"
	"slices"

	"github.com/dispute-go/dispute/internal/ints"
)

// A Dossier is a compiled record: indexed, immutable, and safe for use by any
// number of goroutines at once. It shares no memory with the record it was
// compiled from. Questions are asked of a [View] of it. The zero Dossier, and
// nil, are those of an empty record.
type Dossier struct {
	rec      Record // canonical, and nobody else's
	nodes    []node // all items: actors, sources, events, claims, attributions, each by ID
	first    [int(ItemAttribution) + 2]int32
	index    itemIndex
	uses     uses    // what the items refer to, item by item; see usesOf
	usesFrom []int   // by item: where in uses its own begin
	numbers  []int32 // all of them, ascending; see only

	concealed []bool // by actor: known from confidential items alone; nil where none is
}

// An itemIndex gives numbers to items, by kind and ID.
type itemIndex [int(ItemAttribution) + 1]map[string]int32

// A node is what the engine needs of every item, whatever its type.
type node struct {
	ref        Ref
	name       string // the reference as text
	supersedes int32  // or none
	byName     int32  // its place among all items by name
	known      int64  // day numbers; always for no day
	recorded   int64
}

const (
	none   = ints.None
	always = math.MinInt64 // an item without a day has always been there
	ever   = math.MaxInt64 // a lens without a day looks at everything
)

// find returns the number of an item, or none.
func (d *Dossier) find(ref Ref) int32 {
	if int(ref.Kind) < len(d.index) {
		if n, ok := d.index[ref.Kind][ref.ID]; ok {
			return n
		}
	}
	return none
}

func (d *Dossier) actor(n int32) *Actor { return &d.rec.Actors[n-d.first[ItemActor]] }

func (d *Dossier) source(n int32) *Source { return &d.rec.Sources[n-d.first[ItemSource]] }

func (d *Dossier) event(n int32) *Event { return &d.rec.Events[n-d.first[ItemEvent]] }

func (d *Dossier) claim(n int32) *Claim { return &d.rec.Claims[n-d.first[ItemClaim]] }

func (d *Dossier) attribution(n int32) *Attribution {
	return &d.rec.Attributions[n-d.first[ItemAttribution]]
}

// span returns the numbers of the items of one kind: first, and one past last.
func (d *Dossier) span(k ItemKind) (from, to int32) { return d.first[k], d.first[k+1] }

// only returns the list of n alone. All such lists share memory, and are never
// changed.
func (d *Dossier) only(n int32) []int32 { return d.numbers[n : n+1 : n+1] }

// Record returns the dossier's record in canonical order. It is a copy.
func (d *Dossier) Record() Record { return d.orEmpty().rec.Canonical() }

// orEmpty returns the dossier, or that of an empty record where there is none.
func (d *Dossier) orEmpty() *Dossier {
	if d == nil {
		return &Dossier{}
	}
	return d
}

// What items refer to is looked up once, when a record is compiled; from then
// on they refer to each other by number.

// A slot is what a reference is to its item: who speaks, say, or what carries
// the statement.
type slot uint8

// The slots that are read by number. All others are slotOther.
const (
	slotOther slot = iota
	slotAuthors
	slotPublisher
	slotDerivedFrom
	slotReprintOf

	slotParticipants
	slotLinks
	slotClaims
	slotCarrier
	slotSources

	slotOccurred
	slotContentEvent
	slotContentActors
	slotContentAttribution
	slotAdverse
	slotFavours
	slotContradicts
	slotEntails

	slotSpeaker
	slotJointly
	slotOnBehalfOf
	slotClaim
	slotAttribution
	slotTargetSource
	slotSource
	slotRelays
	slotRelaysSources
)

// slots are the slots by the names of their fields: the outermost, and the
// innermost where there are several.
var slots = map[[2]string]slot{
	{"authors", "actor"}: slotAuthors,
	{"publisher"}:        slotPublisher,
	{"derived_from"}:     slotDerivedFrom,
	{"reprint_of"}:       slotReprintOf,

	{"participants", "actor"}: slotParticipants,
	{"links", "event"}:        slotLinks,
	{"claims"}:                slotClaims,
	{"carrier"}:               slotCarrier,
	{"sources"}:               slotSources,

	{"content", "occurred"}:    slotOccurred,
	{"content", "event"}:       slotContentEvent,
	{"content", "actor"}:       slotContentActors,
	{"content", "from"}:        slotContentActors,
	{"content", "to"}:          slotContentActors,
	{"content", "against"}:     slotContentActors,
	{"content", "of"}:          slotContentActors,
	{"content", "a"}:           slotContentActors,
	{"content", "b"}:           slotContentActors,
	{"content", "attribution"}: slotContentAttribution,
	{"adverse"}:                slotAdverse,
	{"favours"}:                slotFavours,
	{"contradicts"}:            slotContradicts,
	{"entails"}:                slotEntails,

	{"speaker"}:        slotSpeaker,
	{"jointly"}:        slotJointly,
	{"on_behalf_of"}:   slotOnBehalfOf,
	{"claim"}:          slotClaim,
	{"attribution"}:    slotAttribution,
	{"target_source"}:  slotTargetSource,
	{"source"}:         slotSource,
	{"relays"}:         slotRelays,
	{"relays_sources"}: slotRelaysSources,
}

func (p place) slot() slot { return slots[[2]string{p.field, cmp.Or(p.leaf, p.sub)}] }

// uses are what one item refers to, in the order of its fields, without what is
// empty. Those of one slot that is read stand together.
type uses struct {
	to []int32
	in []slot
}

// one returns what is in a slot, or none.
func (u uses) one(s slot) int32 {
	if i := slices.Index(u.in, s); i >= 0 {
		return u.to[i]
	}
	return none
}

// many returns everything that is in a slot.
func (u uses) many(s slot) []int32 {
	from := slices.Index(u.in, s)
	if from < 0 {
		return nil
	}
	to := from + 1
	for to < len(u.in) && u.in[to] == s {
		to++
	}
	return u.to[from:to:to]
}

// usesOf returns what item n refers to.
func (d *Dossier) usesOf(n int32) uses {
	from, to := d.usesFrom[n], d.usesFrom[n+1]
	return uses{d.uses.to[from:to], d.uses.in[from:to]}
}

// publisherOf returns the number of a source's publisher, or none.
func (d *Dossier) publisherOf(n int32) int32 { return d.usesOf(n).one(slotPublisher) }

// eventRefs are the items that an event refers to. Participants and links are
// those of the event, one by one.
type eventRefs struct {
	participants, links, claims []int32
	carrier                     int32
	sources                     []int32
}

func (d *Dossier) eventRefs(n int32) eventRefs {
	u := d.usesOf(n)
	return eventRefs{participants: u.many(slotParticipants), links: u.many(slotLinks), claims: u.many(slotClaims),
		carrier: u.one(slotCarrier), sources: u.many(slotSources)}
}

// claimRefs are the items that a claim refers to.
type claimRefs struct {
	occurred                                int32   // the event that it says occurred
	event, attribution                      int32   // what else its content is about
	actors                                  []int32 // that are in its content
	adverse, favours, contradicts, entailed []int32
}

func (d *Dossier) claimRefs(n int32) claimRefs {
	u := d.usesOf(n)
	return claimRefs{occurred: u.one(slotOccurred),
		event: u.one(slotContentEvent), attribution: u.one(slotContentAttribution), actors: u.many(slotContentActors),
		adverse: u.many(slotAdverse), favours: u.many(slotFavours),
		contradicts: u.many(slotContradicts), entailed: u.many(slotEntails)}
}

// attributionRefs are the items that an attribution refers to.
type attributionRefs struct {
	speaker                                  int32
	jointly, onBehalfOf                      []int32
	claim, attribution, targetSource, source int32
	relays, relaysSources                    []int32
}

func (d *Dossier) attributionRefs(n int32) attributionRefs {
	u := d.usesOf(n)
	return attributionRefs{speaker: u.one(slotSpeaker), jointly: u.many(slotJointly), onBehalfOf: u.many(slotOnBehalfOf),
		claim: u.one(slotClaim), attribution: u.one(slotAttribution),
		targetSource: u.one(slotTargetSource), source: u.one(slotSource),
		relays: u.many(slotRelays), relaysSources: u.many(slotRelaysSources)}
}

// link resolves every reference to the number of its item.
func (d *Dossier) link() {
	d.usesFrom = make([]int, 0, len(d.nodes)+1)
	d.rec.items(func(_ int, it item) {
		n := len(d.usesFrom)
		d.usesFrom = append(d.usesFrom, len(d.uses.to))
		d.nodes[n].supersedes = d.find(it.entry().supersedes)
		it.references(func(p place, to Ref) {
			if to.ID != "" {
				d.uses.to = append(d.uses.to, d.find(to))
				d.uses.in = append(d.uses.in, p.slot())
			}
		})
	})
	d.usesFrom = append(d.usesFrom, len(d.uses.to))
	d.uses = uses{slices.Clip(d.uses.to), slices.Clip(d.uses.in)}
	d.conceal()
}

// confidential reports whether an attribution or a source is marked so. Whoever
// speaks in it, or brought it about, is not told; where it is on file is.
func (d *Dossier) confidential(n int32) bool {
	switch d.nodes[n].ref.Kind {
	case ItemSource:
		return d.source(n).Confidential
	case ItemAttribution:
		return d.attribution(n).Confidential
	}
	return false
}

// conceal finds the actors that are known from confidential items alone: these
// name them, or an actor that is known so is affiliated with them, and nothing else
// on file leads to them, on whatever day. Versions of an actor are known together.
func (d *Dossier) conceal() {
	secret := d.actorsIn(true)
	if secret == nil {
		return
	}
	d.concealed = d.affiliated(secret)
	for n, known := range d.affiliated(d.actorsIn(false)) {
		d.concealed[n] = d.concealed[n] && !known
	}
}

// affiliated returns which actors are among some or lead on from them over
// affiliations, in any version.
func (d *Dossier) affiliated(from []int32) []bool {
	_, actors := d.span(ItemActor)
	later := make([][]int32, actors) // versions
	for n := range actors {
		if old := d.nodes[n].supersedes; old != none {
			later[old] = append(later[old], n)
		}
	}
	reached := make([]bool, actors)
	var pending []int32
	reach := func(list []int32) {
		for _, n := range list {
			if !reached[n] {
				reached[n] = true
				pending = append(pending, n)
			}
		}
	}
	for reach(from); len(pending) > 0; {
		last := pending[len(pending)-1]
		pending = pending[:len(pending)-1]
		reach(d.usesOf(last).to) // affiliations, and the version before
		reach(later[last])
	}
	return reached
}

// actorsIn returns the actors whom the items name that are confidential, or those
// that are not; an actor can be there several times.
func (d *Dossier) actorsIn(confidential bool) []int32 {
	_, actors := d.span(ItemActor) // which come first of all items
	var named []int32
	for n := actors; n < int32(len(d.nodes)); n++ {
		if d.confidential(n) != confidential {
			continue
		}
		for _, u := range d.usesOf(n).to {
			if u < actors {
				named = append(named, u)
			}
		}
	}
	return named
}

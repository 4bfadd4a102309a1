package dispute

import (
	"fmt"

	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/ids"
	"github.com/dispute-go/dispute/internal/ticks"
)

// Compile checks and indexes a record. It refuses only what cannot be
// indexed: malformed or duplicate IDs, dangling references, attributions
// without a target, and values outside a closed vocabulary or the default
// [Limits]. Every such problem is reported, up to the limit, as a
// [*RecordError]. Contradictions, cycles, claims that nobody makes and periods
// that end before they begin are no reason to refuse a record: they are
// answers of [View.Conflicts] and [View.OpenQuestions].
//
// The record is neither modified nor kept. The cost is near-linear in its size.
func Compile(r Record) (*Dossier, error) { return CompileWith(r, Limits{}) }

// CompileWith is [Compile] with limits other than the defaults.
func CompileWith(r Record, l Limits) (*Dossier, error) {
	index, err := check(&r, l.withDefaults())
	if err != nil {
		return nil, err
	}
	d := &Dossier{rec: r.Canonical(), index: index}
	d.number()
	d.link()
	d.date()
	return d, nil
}

// number gives every item its place in one common order.
func (d *Dossier) number() {
	total := 0
	for _, n := range d.rec.sizes() {
		total += n
	}
	d.nodes = make([]node, 0, total)
	d.numbers = make([]int32, 0, total)
	d.rec.items(func(_ int, it item) {
		ref := it.entry().ref
		n := int32(len(d.nodes))
		d.index[ref.Kind][ref.ID] = n
		d.numbers = append(d.numbers, n)
		d.nodes = append(d.nodes, node{ref: ref, name: ref.String(), supersedes: none})
		d.first[ref.Kind+1] = n + 1
	})
	for k := 1; k < len(d.first); k++ {
		d.first[k] = max(d.first[k], d.first[k-1])
	}
	place := int32(0)
	for _, kind := range []ItemKind{ItemActor, ItemAttribution, ItemClaim, ItemEvent, ItemSource} { // as their words sort
		for from, to := d.span(kind); from < to; from++ {
			d.nodes[from].byName = place
			place++
		}
	}
}

// date fixes the known and recorded day of every item.
func (d *Dossier) date() {
	set := func(n int32, known, recorded edtf.Day, byDefault int64) {
		k := byDefault
		if !known.IsZero() {
			k = known.Number()
		}
		r := k
		if !recorded.IsZero() {
			r = recorded.Number()
		}
		d.nodes[n].known, d.nodes[n].recorded = k, r
	}
	published := func(dates ...edtf.Date) int64 {
		for _, date := range dates {
			if day := publishedBy(date); !day.IsZero() {
				return day.Number()
			}
		}
		return always
	}
	sourceKnown := func(id SourceID) int64 {
		if id == "" {
			return always
		}
		return d.nodes[d.find(id.Ref())].known
	}
	for n := range int32(len(d.nodes)) {
		switch d.nodes[n].ref.Kind {
		case ItemActor:
			a := d.actor(n)
			set(n, a.Known, a.Recorded, always)
		case ItemSource:
			s := d.source(n)
			set(n, s.Known, s.Recorded, published(s.Published))
		case ItemEvent:
			e := d.event(n)
			day := int64(always)
			for _, id := range e.Sources {
				day = max(day, sourceKnown(id))
			}
			set(n, e.Known, e.Recorded, day)
		case ItemClaim:
			c := d.claim(n)
			set(n, c.Known, c.Recorded, always)
		case ItemAttribution:
			a := d.attribution(n)
			day := published(a.Published)
			if day == always {
				day = sourceKnown(a.Source)
			}
			set(n, a.Known, a.Recorded, day)
		}
	}
}

// check reports everything that keeps a record from being indexed. Otherwise
// it returns the index of the items by their places in their lists.
func check(r *Record, l Limits) (itemIndex, error) {
	found := newProblems(l.Problems)
	checkSizes(r, l, found)
	if err := found.err(); err != nil {
		return itemIndex{}, err
	}
	var index itemIndex
	for kind, n := range r.sizes() {
		index[kind] = make(map[string]int32, n)
	}
	r.items(func(at int, it item) {
		ref := it.entry().ref
		path := func() string { return pointer(listNames[ref.Kind], at, "id") }
		ids := index[ref.Kind]
		if err := checkID(ref.ID, l); err != nil {
			found.add(path(), err)
		} else if was, twice := ids[ref.ID]; twice {
			found.add(path(), fmt.Errorf("%w: %q is also the ID of %s", ErrDuplicateID, ref.ID, pointer(listNames[ref.Kind], int(was))))
		} else {
			ids[ref.ID] = int32(at)
		}
	})
	r.items(func(at int, it item) {
		ref := it.entry().ref
		it.references(func(p place, to Ref) {
			if to.ID == "" {
				if p.required(ref.Kind) {
					found.add(pointer(p.tokens(listNames[ref.Kind], at)...), fmt.Errorf("%w: expected the ID of %s on file", ErrMissing, article(to.Kind)))
				}
				return
			}
			if _, ok := index[to.Kind][to.ID]; !ok {
				found.add(pointer(p.tokens(listNames[ref.Kind], at)...), fmt.Errorf("%w: no %s has the ID %q", ErrDanglingReference, to.Kind, to.ID))
			}
		})
		checkWords(it, found, func(p place) string { return pointer(p.tokens(listNames[ref.Kind], at)...) })
	})
	return index, found.err()
}

func article(k ItemKind) string {
	if s := k.String(); k == ItemActor || k == ItemEvent || k == ItemAttribution {
		return "an " + s
	} else {
		return "a " + s
	}
}

// required reports whether the reference at p may not be empty.
func (p place) required(kind ItemKind) bool {
	switch {
	case p.at >= 0:
		return true
	case p.field == "content":
		return p.leaf != "" && p.leaf != "against" && p.leaf != "of" && p.leaf != "as"
	}
	return false
}

// sizes returns the lengths of a record's five lists, by ItemKind.
func (r *Record) sizes() [int(ItemAttribution) + 1]int {
	return [...]int{ItemActor: len(r.Actors), ItemSource: len(r.Sources), ItemEvent: len(r.Events),
		ItemClaim: len(r.Claims), ItemAttribution: len(r.Attributions)}
}

func checkSizes(r *Record, l Limits, found *problems) {
	for kind, n := range r.sizes() {
		if n > l.Items {
			found.add(pointer(listNames[kind]), fmt.Errorf("%w: %d items, expected at most %d", ErrLimit, n, l.Items))
		}
	}
}

func checkID(id string, l Limits) error {
	switch {
	case id == "":
		return fmt.Errorf("%w: expected an ID", ErrMissing)
	case len(id) > l.IDBytes:
		return fmt.Errorf("%w: an ID of %d bytes, expected at most %d", ErrLimit, len(id), l.IDBytes)
	case !ids.Valid(id):
		return fmt.Errorf("%w: ID %q, expected characters of %s", ErrValue, id, ids.Characters)
	}
	return nil
}

// checkWords reports words outside their closed vocabulary and content or
// targets that cannot be indexed.
func checkWords(it item, found *problems, path func(place) string) {
	word := func(v *vocabulary, n uint8, must bool, p place) {
		switch {
		case !v.valid(n):
			found.add(path(p), fmt.Errorf("%w: unknown %s %d: expected %s", ErrValue, v.noun, n, v.list()))
		case n == 0 && must:
			found.add(path(p), fmt.Errorf("%w: %s is not stated: expected %s", ErrMissing, v.noun, v.list()))
		}
	}
	switch it := it.(type) {
	case *Actor:
		word(&actorKinds, uint8(it.Kind), true, field("kind"))
		for i, a := range it.Affiliations {
			word(&affiliationKinds, uint8(a.Kind), true, element("affiliations", i).in("kind"))
		}
	case *Source:
		word(&reliabilities, uint8(it.Reliability), false, field("reliability"))
	case *Event:
		word(&phases, uint8(it.Phase), false, field("phase"))
		for i, l := range it.Links {
			word(&linkKinds, uint8(l.Kind), true, element("links", i).in("kind"))
		}
		if it.Sequence < 0 || it.Sequence > ticks.MaxSequence {
			found.add(path(field("sequence")), fmt.Errorf("%w: sequence %d, expected 0 to %d", ErrValue, it.Sequence, ticks.MaxSequence))
		}
	case *Claim:
		checkContent(&it.Content, found, path)
		if x := it.Content.Relation; x != nil {
			word(&tracks, uint8(x.Track), true, place{"content", -1, "relation", -1, "track"})
			word(&states, uint8(x.State), false, place{"content", -1, "relation", -1, "state"})
			word(&trends, uint8(x.Trend), false, place{"content", -1, "relation", -1, "trend"})
			if x.State != 0 && states.valid(uint8(x.State)) && x.Track != 0 && !x.State.BelongsTo(x.Track) {
				found.add(path(place{"content", -1, "relation", -1, "state"}),
					fmt.Errorf("%w: %q is not a state of the track %q", ErrValue, x.State, x.Track))
			}
		}
	case *Attribution:
		word(&stances, uint8(it.Stance), true, field("stance"))
		word(&lineages, uint8(it.Lineage), false, field("lineage"))
		word(&strengths, uint8(it.Strength), false, field("strength"))
		word(&recordLevels, uint8(it.OnRecord), false, field("on_record"))
		word(&credibilities, uint8(it.Credibility), false, field("credibility"))
		checkTarget(it, found, path)
	}
}

func checkContent(c *Content, found *problems, path func(place) string) {
	set := 0
	for _, has := range []bool{c.Occurred != "", c.Agency != nil, c.Relation != nil, c.Figure != nil, c.Identity != nil, c.Meaning != nil, c.Dating != nil} {
		if has {
			set++
		}
	}
	if set > 1 {
		found.add(path(field("content")), fmt.Errorf("%w: %d contents, expected at most one", ErrValue, set))
	}
}

func checkTarget(a *Attribution, found *problems, path func(place) string) {
	claim, attribution, source := a.Claim != "", a.Attribution != "", a.TargetSource != ""
	switch {
	case !claim && !attribution && !source:
		found.add(path(field("claim")), fmt.Errorf("%w: expected a claim, an attribution or a target source", ErrMissing))
	case source && a.Stance != StanceUndercuts && a.Stance != StanceRetracts:
		found.add(path(field("target_source")), fmt.Errorf("%w: a source is a target of undercuts and retractions only, not of %q", ErrValue, a.Stance))
	case source && (claim || attribution), claim && attribution && a.Stance != StanceInterprets:
		found.add(path(field("attribution")), fmt.Errorf("%w: more than one target, expected one", ErrValue))
	case claim && !attribution && (a.Stance == StanceUndercuts || a.Stance == StanceInterprets || a.Stance == StanceRetracts):
		found.add(path(field("attribution")), fmt.Errorf("%w: expected the attribution that the speaker %s", ErrMissing, a.Stance))
	}
}

// publishedBy returns the last possible day of a date, or its first one if it
// has no last; the zero Day if it has neither.
func publishedBy(d edtf.Date) edtf.Day {
	b := d.Bounds()
	for _, bound := range []edtf.Bound{b.LatestEnd, b.LatestStart, b.EarliestStart} {
		if day := bound.Day(); !day.IsZero() {
			return day
		}
	}
	return edtf.Day{}
}

package dispute

import (
	"cmp"
	"iter"
	"math"
	"slices"

	"github.com/dispute-go/dispute/internal/fold"
)

// A CodedSpell is a longest run of days on which a state holds between two
// numbered actors. It is comparable.
type CodedSpell struct {
	Track Track
	State State
	// From and To are the numbers of the actors; on mutual tracks From is the
	// lesser.
	From, To uint32
	// First and Last are its days, both inclusive, as in [CodedEvent]; First
	// is [OpenStart] for a spell that holds before all events, Last is
	// [OpenEnd] for one that nothing has ended.
	First, Last int32
	// Position is that of the event that brought the state: the last one on
	// the first day that agrees with it. It is 0 where none did.
	Position uint32
	// Ended says that the state came with the end of that event.
	Ended bool
	// Presupposed says that no event brought the state: the first change of
	// the relation presupposes it.
	Presupposed bool
}

// The days of a [CodedSpell] that has no beginning, or no end, on file.
const (
	OpenStart int32 = math.MinInt32
	OpenEnd   int32 = math.MaxInt32
)

// On returns the spell of a track between two actors in which a day lies, and
// false if there is none: no change is recorded by then, or what held has
// ended. Where several states can hold at once it returns the first in the
// order of [State]; see [CodedFold.AllOn]. The cost is O(log n) for n spells
// of the pair on the track.
func (f *CodedFold) On(from, to uint32, t Track, day int32) (s CodedSpell, ok bool) {
	if t.Concurrent() {
		for s := range f.AllOn(from, to, t, day) {
			return s, true
		}
		return CodedSpell{}, false
	}
	if max(from, to) > MaxFoldActor || from == to || f.stores == nil {
		return CodedSpell{}, false
	}
	pair, way := foldPair(from, to)
	lane, ok := f.rules.laneOf(t, way == 1)
	if !ok {
		return CodedSpell{}, false
	}
	store := f.stores[f.storeOf(from, to)]
	g, ok := store.Find(pair | fold.Lane(lane))
	if !ok {
		return CodedSpell{}, false
	}
	c, last, before := store.On(g, min(max(day, fold.MinDay), fold.MaxDay))
	if c.State() == 0 {
		return CodedSpell{}, false
	}
	if t.Mutual() {
		from, to = min(from, to), max(from, to)
	}
	s.Track, s.State, s.From, s.To = t, State(c.State()), from, to
	s.First, s.Last = c.Day(), last
	s.Position, s.Ended, s.Presupposed = c.Position(), c.IsEnd(), before
	if before {
		s.First = OpenStart
	}
	if last == fold.MaxDay {
		s.Last = OpenEnd
	}
	return s, true
}

// AllOn yields the spells of a track between two actors in which a day lies,
// in the order of their states: at most one unless several states can hold at
// once.
func (f *CodedFold) AllOn(from, to uint32, t Track, day int32) iter.Seq[CodedSpell] {
	return func(yield func(CodedSpell) bool) {
		if !t.Concurrent() {
			if s, ok := f.On(from, to, t, day); ok {
				yield(s)
			}
			return
		}
		r := foldReader{CodedFold: f}
		for groups := f.groupsOf(from, to, t); len(groups) > 0; {
			var spells []CodedSpell
			spells, groups = r.ofOneState(groups)
			for _, s := range spells {
				if s.First <= day && day <= s.Last && !yield(s) {
					return
				}
			}
		}
	}
}

// SpellsOf yields the spells of a track between two actors by their first day,
// then by state.
func (f *CodedFold) SpellsOf(from, to uint32, t Track) iter.Seq[CodedSpell] {
	return func(yield func(CodedSpell) bool) {
		r := foldReader{CodedFold: f}
		r.yieldSpells(f.groupsOf(from, to, t), yield)
	}
}

// Spells yields all spells, ordered by track, From, To, first day and state.
// The cost of a full walk is O(n + g log g) for n spells of g relations.
func (f *CodedFold) Spells() iter.Seq[CodedSpell] {
	return func(yield func(CodedSpell) bool) {
		f.walk(func(actor uint32) uint32 { return actor }, yield)
	}
}

// walk yields all spells in the order of the ranks of their actors.
func (f *CodedFold) walk(rank func(uint32) uint32, yield func(CodedSpell) bool) {
	r := foldReader{CodedFold: f}
	for groups := f.groups(rank); len(groups) > 0; {
		n := 1
		for n < len(groups) && groups[n].relation() == groups[0].relation() {
			n++
		}
		if !r.yieldSpells(groups[:n], yield) {
			return
		}
		groups = groups[n:]
	}
}

// A foldGroup is one history in one of the stores.
type foldGroup struct {
	// order has, from the highest bit, the track, the ranks of the actors and
	// the place of the lane among those of its track and direction.
	order        uint64
	store, group int32
}

const lanePlaceBits = 5

func (g foldGroup) relation() uint64 { return g.order >> lanePlaceBits }

// groups returns all groups in order.
func (f *CodedFold) groups(rank func(uint32) uint32) []foldGroup {
	n := 0
	for _, s := range f.stores {
		n += s.Groups()
	}
	list := make([]foldGroup, 0, n)
	for i, s := range f.stores {
		for g := range s.Groups() {
			a, b, n := fold.Parts(s.Key(g))
			lane := &f.rules.lanes[n]
			a, b = rank(a), rank(b)
			if lane.backward || lane.track.Mutual() && b < a {
				a, b = b, a
			}
			order := (uint64(lane.track)<<fold.ActorBits|uint64(a))<<fold.ActorBits | uint64(b)
			list = append(list, foldGroup{order<<lanePlaceBits | uint64(lane.place), int32(i), int32(g)})
		}
	}
	return sortGroups(list)
}

// sortGroups sorts groups by the bytes of their order in which they differ.
func sortGroups(list []foldGroup) []foldGroup {
	var same, any uint64 = math.MaxUint64, 0
	for i := range list {
		same, any = same&list[i].order, any|list[i].order
	}
	to := make([]foldGroup, len(list))
	for shift := 0; shift < 64; shift += 8 {
		if uint8((any&^same)>>shift) == 0 {
			continue
		}
		var at [257]int
		for i := range list {
			at[int(uint8(list[i].order>>shift))+1]++
		}
		for i := range 256 {
			at[i+1] += at[i]
		}
		for i := range list {
			place := &at[uint8(list[i].order>>shift)]
			to[*place] = list[i]
			*place++
		}
		list, to = to, list
	}
	return list
}

// groupsOf returns the groups of one track between two actors, in order.
func (f *CodedFold) groupsOf(from, to uint32, t Track) []foldGroup {
	if max(from, to) > MaxFoldActor || from == to || f.stores == nil {
		return nil
	}
	pair, way := foldPair(from, to)
	store := f.storeOf(from, to)
	var list []foldGroup
	for i, lane := range f.rules.lanes {
		if lane.track != t || !t.Mutual() && lane.backward != (way == 1) {
			continue
		}
		if g, ok := f.stores[store].Find(pair | fold.Lane(uint8(i))); ok {
			list = append(list, foldGroup{uint64(lane.place), int32(store), int32(g)})
		}
	}
	return sortGroups(list)
}

// A foldReader reads spells, and keeps the memory that takes.
type foldReader struct {
	*CodedFold
	spells []fold.Spell
}

// yieldSpells yields the spells of the groups of one relation.
func (r *foldReader) yieldSpells(groups []foldGroup, yield func(CodedSpell) bool) bool {
	if len(groups) == 0 {
		return true
	}
	if lane := r.lane(groups[0]); lane.track.Concurrent() {
		for _, s := range r.concurrent(groups) {
			if !yield(s) {
				return false
			}
		}
		return true
	}
	store := r.stores[groups[0].store]
	causes, ok := store.Causes(int(groups[0].group))
	if !ok {
		x, spells := r.read(groups[0])
		for i := range spells {
			if !yield(x.with(spells[i])) {
				return false
			}
		}
		return true
	}
	x := r.rules.relationOf(store.Key(int(groups[0].group)))
	for i, c := range causes {
		last := OpenEnd
		if i+1 < len(causes) {
			last = causes[i+1].Day() - 1
		}
		if c.State() != 0 && !yield(CodedSpell{Track: x.track, State: State(c.State()), From: x.from, To: x.to,
			First: c.Day(), Last: last, Position: c.Position(), Ended: c.IsEnd()}) {
			return false
		}
	}
	return true
}

func (r *foldReader) lane(g foldGroup) *foldLane {
	_, _, lane := fold.Parts(r.stores[g.store].Key(int(g.group)))
	return &r.rules.lanes[lane]
}

// read returns the spells of a group, until the next is read.
func (r *foldReader) read(g foldGroup) (foldRelation, []fold.Spell) {
	store := r.stores[g.store]
	r.spells = store.AppendSpells(r.spells[:0], int(g.group))
	return r.rules.relationOf(store.Key(int(g.group))), r.spells
}

// concurrent returns the spells of a relation on a track where several states
// hold at once.
func (r *foldReader) concurrent(groups []foldGroup) []CodedSpell {
	var all []CodedSpell
	for len(groups) > 0 {
		var of []CodedSpell
		of, groups = r.ofOneState(groups)
		all = append(all, of...)
	}
	slices.SortStableFunc(all, func(a, b CodedSpell) int {
		return cmp.Or(cmp.Compare(a.First, b.First), cmp.Compare(a.State, b.State))
	})
	return all
}

// ofOneState returns the spells of the state of the first groups, and the
// groups of other states. The state holds where what begins and ends it says
// so, or where anything holds it.
func (r *foldReader) ofOneState(groups []foldGroup) ([]CodedSpell, []foldGroup) {
	var list []CodedSpell
	state := r.lane(groups[0]).state
	for len(groups) > 0 && r.lane(groups[0]).state == state {
		x, spells := r.read(groups[0])
		for _, s := range spells {
			list = append(list, x.with(s))
		}
		groups = groups[1:]
	}
	return unite(list), groups
}

// unite joins spells of one state that overlap or follow each other.
func unite(list []CodedSpell) []CodedSpell {
	slices.SortStableFunc(list, func(a, b CodedSpell) int {
		return cmp.Or(cmp.Compare(a.First, b.First), cmp.Compare(b.Position, a.Position))
	})
	n := 0
	for _, s := range list {
		if n > 0 && (list[n-1].Last == OpenEnd || s.First <= list[n-1].Last+1) {
			list[n-1].Last = max(list[n-1].Last, s.Last)
			continue
		}
		list[n] = s
		n++
	}
	return list[:n]
}

// A foldRelation is what the spells of one group have in common.
type foldRelation struct {
	from, to uint32
	track    Track
	state    State // 0 if each spell has its own
}

func (t *FoldRules) relationOf(key uint64) foldRelation {
	from, to, n := fold.Parts(key)
	lane := &t.lanes[n]
	if lane.backward {
		from, to = to, from
	}
	return foldRelation{from, to, lane.track, lane.state}
}

// with returns a spell of the relation.
func (r foldRelation) with(s fold.Spell) CodedSpell {
	x := CodedSpell{Track: r.track, State: r.state, From: r.from, To: r.to, First: s.First, Last: s.Last,
		Position: s.Position, Ended: s.Ended, Presupposed: s.Before}
	if r.state == 0 {
		x.State = State(s.State)
	}
	if s.First == fold.MinDay {
		x.First = OpenStart
	}
	if s.Last == fold.MaxDay {
		x.Last = OpenEnd
	}
	return x
}

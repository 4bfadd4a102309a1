package fold

import (
	"cmp"
	"slices"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/internal/fold"
)

// A reader makes spells of groups, and keeps the memory that takes.
type reader struct {
	*Coded
	spells []fold.Spell
}

// yieldSpells yields the spells of the groups of one relation.
func (r *reader) yieldSpells(groups []group, yield func(CodedSpell) bool) bool {
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
	causes, ok := store.Causes(int(groups[0].number))
	if !ok {
		x, spells := r.read(groups[0])
		for i := range spells {
			if !yield(x.with(spells[i])) {
				return false
			}
		}
		return true
	}
	x := r.rules.historyOf(store.Key(int(groups[0].number)))
	for i, c := range causes {
		last := OpenEnd
		if i+1 < len(causes) {
			last = causes[i+1].Day() - 1
		}
		if c.State() != 0 && !yield(CodedSpell{Track: x.track, State: dispute.State(c.State()), From: x.from, To: x.to,
			First: c.Day(), Last: last, Position: c.Position(), Ended: c.IsEnd()}) {
			return false
		}
	}
	return true
}

func (r *reader) lane(g group) *lane {
	_, _, lane := fold.Parts(r.stores[g.store].Key(int(g.number)))
	return &r.rules.lanes[lane]
}

// read returns the spells of a group, until the next is read.
func (r *reader) read(g group) (history, []fold.Spell) {
	store := r.stores[g.store]
	r.spells = store.AppendSpells(r.spells[:0], int(g.number))
	return r.rules.historyOf(store.Key(int(g.number))), r.spells
}

// concurrent returns the spells of a relation on a track where several states
// hold at once.
func (r *reader) concurrent(groups []group) []CodedSpell {
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
func (r *reader) ofOneState(groups []group) ([]CodedSpell, []group) {
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

// A history is what the spells of one group have in common.
type history struct {
	from, to uint32
	track    dispute.Track
	state    dispute.State // 0 if each spell has its own
}

func (t *Rules) historyOf(key uint64) history {
	from, to, n := fold.Parts(key)
	lane := &t.lanes[n]
	if lane.backward {
		from, to = to, from
	}
	return history{from, to, lane.track, lane.state}
}

// with returns a spell of the history.
func (h history) with(s fold.Spell) CodedSpell {
	x := CodedSpell{Track: h.track, State: h.state, From: h.from, To: h.to, First: s.First, Last: s.Last,
		Position: s.Position, Ended: s.Ended, Presupposed: s.Before}
	if h.state == 0 {
		x.State = dispute.State(s.State)
	}
	if s.First == fold.MinDay {
		x.First = OpenStart
	}
	if s.Last == fold.MaxDay {
		x.Last = OpenEnd
	}
	return x
}

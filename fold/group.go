package fold

import (
	"math"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/internal/fold"
)

// A group is one history in one of the stores.
type group struct {
	// order has, from the highest bit, the track, the ranks of the actors and
	// the place of the lane among those of its track and direction.
	order         uint64
	store, number int32
}

const lanePlaceBits = 5

// relation returns the part of the order that all groups of a relation share.
func (g group) relation() uint64 { return g.order >> lanePlaceBits }

// groups returns all groups, in the order of the ranks of their actors.
func (f *Coded) groups(rank func(uint32) uint32) []group {
	if f.isZero() {
		return nil
	}
	n := 0
	for _, s := range f.stores {
		n += s.Groups()
	}
	list := make([]group, 0, n)
	for i, s := range f.stores {
		for g := range s.Groups() {
			a, b, n := fold.Parts(s.Key(g))
			lane := &f.rules.lanes[n]
			a, b = rank(a), rank(b)
			if lane.backward || lane.track.Mutual() && b < a {
				a, b = b, a
			}
			order := (uint64(lane.track)<<fold.ActorBits|uint64(a))<<fold.ActorBits | uint64(b)
			list = append(list, group{order<<lanePlaceBits | uint64(lane.place), int32(i), int32(g)})
		}
	}
	return sortGroups(list)
}

// groupsOf returns the groups of one track between two actors, in order.
func (f *Coded) groupsOf(from, to uint32, t dispute.Track) []group {
	if max(from, to) > MaxActor || from == to || f.isZero() {
		return nil
	}
	pair, way := pairOf(from, to)
	store := f.storeOf(from, to)
	var list []group
	for i, lane := range f.rules.lanes {
		if lane.track != t || !t.Mutual() && lane.backward != (way == 1) {
			continue
		}
		if g, ok := f.stores[store].Find(pair | fold.Lane(uint8(i))); ok {
			list = append(list, group{uint64(lane.place), int32(store), int32(g)})
		}
	}
	return sortGroups(list)
}

// sortGroups sorts groups by the bytes of their order in which they differ.
func sortGroups(list []group) []group {
	var same, any uint64 = math.MaxUint64, 0
	for i := range list {
		same, any = same&list[i].order, any|list[i].order
	}
	to := make([]group, len(list))
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

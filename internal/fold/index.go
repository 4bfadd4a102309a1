package fold

import "math/bits"

// LaneBits and ActorBits are the widths of the parts of a group's key.
const (
	LaneBits  = 8
	ActorBits = 28
)

// Key returns the key of a group: a lane of two actors, which order it in this
// order.
func Key(a, b uint32, lane uint8) uint64 { return Lane(lane) | Pair(a, b) }

// Lane returns the part of a key that tells the lane, to be joined with [Pair] by or.
func Lane(lane uint8) uint64 { return uint64(lane) << (2 * ActorBits) }

// Pair packs two actors, each below 1<<ActorBits, into one key.
func Pair(a, b uint32) uint64 { return uint64(a)<<ActorBits | uint64(b) }

// Parts returns what a key is made of.
func Parts(key uint64) (a, b uint32, lane uint8) {
	const actor = 1<<ActorBits - 1
	return uint32(key>>ActorBits) & actor, uint32(key) & actor, uint8(key >> (2 * ActorBits))
}

// An index numbers the keys of groups from 0 in the order in which they first
// came. Actors with small numbers have their groups in a table without gaps,
// the others in a hash table.
type index struct {
	lanes  uint32
	least  uint32 // actors from this number on are not in the dense table
	dense  []numbered
	hashed hashTable
	used   int
}

// A numbered is the number of a group, counted from 1, or 0 for none, and how
// many changes of it are waiting.
type numbered struct{ number, waiting uint32 }

// denseSize bounds the dense table, which has an entry for every lane of two
// actors.
const denseSize = 1 << 20

func newIndex(lanes int) index {
	x := index{lanes: uint32(lanes)}
	for x.least < 1<<15 && int(triangle(x.least+1))*lanes <= denseSize {
		x.least++
	}
	return x
}

// triangle is the number of pairs of numbers less than n.
func triangle(n uint32) uint32 { return n * (n - 1) / 2 }

// slot returns the place of a key in the dense table, and false if it has
// none, even when the table has grown.
func (x *index) slot(key uint64) (int, bool) {
	const actor = 1<<ActorBits - 1
	a, b := uint32(key>>ActorBits)&actor, uint32(key)&actor
	return int((triangle(b)+a)*x.lanes + uint32(key>>(2*ActorBits))), a < b && b < x.least
}

// find returns the number of a key.
func (x *index) find(key uint64) (int, bool) {
	at, ok := x.slot(key)
	if !ok {
		return x.hashed.find(key)
	}
	if at >= len(x.dense) || x.dense[at].number == 0 {
		return 0, false
	}
	return int(x.dense[at].number - 1), true
}

// inDense returns the entry of a key in the dense table, as that is now, where
// it perhaps has no number yet; nil if there is none.
func (x *index) inDense(key uint64) *numbered {
	if at, ok := x.slot(key); ok && at < len(x.dense) {
		return &x.dense[at]
	}
	return nil
}

// entry returns the entry of a key, which it makes if there is none. It stays
// valid until the next call.
func (x *index) entry(key uint64) *numbered {
	at, ok := x.slot(key)
	var n *numbered
	if ok {
		if at >= len(x.dense) {
			b := uint32(key) & (1<<ActorBits - 1)
			size := min(2*triangle(b+1), triangle(x.least)) * x.lanes
			x.dense = append(x.dense, make([]numbered, int(size)-len(x.dense))...)
		}
		n = &x.dense[at]
	} else {
		n = x.hashed.at(key)
	}
	if n.number == 0 {
		x.used++
		n.number = uint32(x.used)
	}
	return n
}

// takeWaiting writes to list how many changes wait of each group, and sets
// them to 0.
func (x *index) takeWaiting(list []uint32) {
	take := func(n *numbered) {
		if n.number > 0 {
			list[n.number-1] = n.waiting
			n.waiting = 0
		}
	}
	for i := range x.dense {
		take(&x.dense[i])
	}
	for i := range x.hashed.entries {
		take(&x.hashed.entries[i].numbered)
	}
}

// A hashTable holds the numbers of keys: open addressing with linear probing,
// at most half full.
type hashTable struct {
	entries []entry
	shift   int // 64 - log2(len(entries))
	used    int
	salt    uint64
}

// An entry is empty where number is 0.
type entry struct {
	key uint64
	numbered
}

const (
	smallestTable = 64
	// longestProbe is a distance that keys which were not chosen to collide
	// hardly reach. The table is then built anew, larger and with another salt,
	// as long as at least one entry in sparsest is in use.
	longestProbe = 128
	sparsest     = 8
)

func (t *hashTable) home(key uint64) int {
	high, low := bits.Mul64(key^t.salt, 0x9e3779b97f4a7c15)
	return int((high ^ low) * 0xd6e8feb86659fd93 >> t.shift)
}

func (t *hashTable) find(key uint64) (int, bool) {
	if t.used == 0 {
		return 0, false
	}
	mask := len(t.entries) - 1
	for at := t.home(key); ; at = (at + 1) & mask {
		e := &t.entries[at]
		if e.number == 0 {
			return 0, false
		}
		if e.key == key {
			return int(e.number - 1), true
		}
	}
}

// at returns the entry of a key, which is to get a number if the key is new. It
// stays valid until the next call.
func (t *hashTable) at(key uint64) *numbered {
	if 2*(t.used+1) > len(t.entries) {
		t.rebuild(max(smallestTable, 2*len(t.entries)))
	}
	mask := len(t.entries) - 1
	at := t.home(key)
	for distance := 0; ; distance++ {
		e := &t.entries[at]
		switch {
		case e.number != 0 && e.key == key:
			return &e.numbered
		case e.number != 0:
			at = (at + 1) & mask
		case distance > longestProbe && len(t.entries) < sparsest*t.used:
			t.salt = (t.salt + 1) * 0xbf58476d1ce4e5b9
			t.rebuild(2 * len(t.entries))
			return t.at(key)
		default:
			t.used++
			e.key = key
			return &e.numbered
		}
	}
}

// rebuild moves the entries to a table of the given size, a power of two.
func (t *hashTable) rebuild(size int) {
	old := t.entries
	t.entries = make([]entry, size)
	t.shift = 64 - bits.Len(uint(size-1))
	mask := size - 1
	for _, e := range old {
		if e.number == 0 {
			continue
		}
		at := t.home(e.key)
		for t.entries[at].number != 0 {
			at = (at + 1) & mask
		}
		t.entries[at] = e
	}
}

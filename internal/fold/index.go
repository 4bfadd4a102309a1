package fold

import "math/bits"

// An index numbers 64-bit keys from 0 in the order in which they first came:
// a hash table with linear probing, at most half full.
type index struct {
	entries []entry
	shift   int // 64 - log2(len(entries))
	used    int
	salt    uint64
}

// An entry is empty where number is 0.
type entry struct {
	key     uint64
	number  uint32 // the key's number, counted from 1
	pending uint32 // changes of the key that are waiting to be absorbed
}

const (
	smallestIndex = 64
	// longestProbe is a distance that keys which were not chosen to collide
	// hardly reach. The table is then built anew, larger and with another salt,
	// as long as that leaves it less sparse than one in sparsest.
	longestProbe = 128
	sparsest     = 8
)

func (x *index) home(key uint64) int {
	hi, lo := bits.Mul64(key^x.salt, 0x9e3779b97f4a7c15)
	return int((hi ^ lo) * 0xd6e8feb86659fd93 >> x.shift)
}

// find returns the number of the key.
func (x *index) find(key uint64) (uint32, bool) {
	if x.used == 0 {
		return 0, false
	}
	mask := len(x.entries) - 1
	for at := x.home(key); ; at = (at + 1) & mask {
		e := &x.entries[at]
		if e.number == 0 {
			return 0, false
		}
		if e.key == key {
			return e.number - 1, true
		}
	}
}

// at returns the entry of the key, which it makes if there is none. The entry
// stays valid until the next call.
func (x *index) at(key uint64) *entry {
	if x.used > 0 {
		e := &x.entries[x.home(key)]
		if e.key == key && e.number != 0 {
			return e
		}
	}
	return x.probe(key)
}

func (x *index) probe(key uint64) *entry {
	if 2*(x.used+1) > len(x.entries) {
		x.rebuild(max(smallestIndex, 2*len(x.entries)))
	}
	mask := len(x.entries) - 1
	at := x.home(key)
	for distance := 0; ; distance++ {
		e := &x.entries[at]
		if e.number != 0 && e.key == key {
			return e
		}
		if e.number == 0 {
			if distance > longestProbe && len(x.entries) < sparsest*x.used {
				x.salt = (x.salt + 1) * 0xbf58476d1ce4e5b9
				x.rebuild(2 * len(x.entries))
				return x.probe(key)
			}
			x.used++
			*e = entry{key: key, number: uint32(x.used)}
			return e
		}
		at = (at + 1) & mask
	}
}

// rebuild moves the entries to a table of the given size, a power of two.
func (x *index) rebuild(size int) {
	old := x.entries
	x.entries = make([]entry, size)
	x.shift = 64 - bits.Len(uint(size-1))
	mask := size - 1
	for _, e := range old {
		if e.number == 0 {
			continue
		}
		at := x.home(e.key)
		for x.entries[at].number != 0 {
			at = (at + 1) & mask
		}
		x.entries[at] = e
	}
}

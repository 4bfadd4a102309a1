package fold

// A nameCache finds again what was found for a name not long ago, for less
// than a lookup in a map of all names. It has one place for each value of a
// cheap hash, where a name displaces another; what it has not, the map has. A
// nil one has nothing and keeps nothing.
type nameCache[K ~string, V any] struct {
	entries [1 << nameCacheBits]struct {
		name  K
		value V
		used  bool
	}
}

const nameCacheBits = 10

// place returns the place of a name: it depends on the length of the name and
// on its last eight bytes.
func (*nameCache[K, V]) place(name K) int {
	var tail uint64
	if n := len(name); n >= 8 {
		s := name[n-8:]
		tail = uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
			uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
	} else {
		for i := range n {
			tail = tail<<8 | uint64(name[i])
		}
	}
	return int((tail + uint64(len(name))) * 0x9e3779b97f4a7c15 >> (64 - nameCacheBits))
}

func (c *nameCache[K, V]) get(name K) (value V, ok bool) {
	if c == nil {
		return value, false
	}
	e := &c.entries[c.place(name)]
	if e.used && e.name == name {
		return e.value, true
	}
	return value, false
}

func (c *nameCache[K, V]) put(name K, value V) {
	if c == nil {
		return
	}
	e := &c.entries[c.place(name)]
	e.name, e.value, e.used = name, value, true
}

package ints

// A Numbering gives numbers to keys, from 0 in the order in which they are
// added. The zero value has none. Most are small: up to Few keys are looked
// through, and only more are put in a map.
type Numbering[K comparable] struct {
	// Keys are the keys by number. Room may be made for them before the first
	// is added.
	Keys  []K
	byKey map[K]int
}

// Few is how many keys are found by looking through all.
const Few = 64

// Find returns the number of a key, and false when it has none.
func (n *Numbering[K]) Find(key K) (int, bool) {
	if n.byKey != nil {
		i, ok := n.byKey[key]
		return i, ok
	}
	for i, k := range n.Keys {
		if k == key {
			return i, true
		}
	}
	return 0, false
}

// Add gives a number to a key that has none. It returns the key's number, and
// whether it is new.
func (n *Numbering[K]) Add(key K) (int, bool) {
	if i, ok := n.Find(key); ok {
		return i, false
	}
	if n.Keys == nil {
		n.Keys = make([]K, 0, 8)
	}
	n.Keys = append(n.Keys, key)
	switch {
	case n.byKey != nil:
		n.byKey[key] = len(n.Keys) - 1
	case len(n.Keys) > Few:
		n.byKey = make(map[K]int, 4*Few)
		for i, k := range n.Keys {
			n.byKey[k] = i
		}
	}
	return len(n.Keys) - 1, true
}

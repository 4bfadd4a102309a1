package dispute

// A numbering gives numbers to keys, from 0 in the order in which they are
// added. The zero value has none. Most are small: up to a few keys are looked
// through, and only more are put in a map.
type numbering[K comparable] struct {
	keys  []K
	byKey map[K]int
}

const fewKeys = 32

// find returns the number of a key, and false when it has none.
func (n *numbering[K]) find(key K) (int, bool) {
	if n.byKey != nil {
		i, ok := n.byKey[key]
		return i, ok
	}
	for i, k := range n.keys {
		if k == key {
			return i, true
		}
	}
	return 0, false
}

// add gives a number to a key that has none. It returns the key's number, and
// whether it is new.
func (n *numbering[K]) add(key K) (int, bool) {
	if i, ok := n.find(key); ok {
		return i, false
	}
	if n.keys == nil {
		n.keys = make([]K, 0, 8)
	}
	n.keys = append(n.keys, key)
	switch {
	case n.byKey != nil:
		n.byKey[key] = len(n.keys) - 1
	case len(n.keys) > fewKeys:
		n.byKey = make(map[K]int, 4*fewKeys)
		for i, k := range n.keys {
			n.byKey[k] = i
		}
	}
	return len(n.keys) - 1, true
}

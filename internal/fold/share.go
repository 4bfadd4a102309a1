package fold

import "iter"

// Changes yields the changes held, each with the key of its group, those of a
// group in order.
func (s *Store) Changes() iter.Seq2[uint64, Change] {
	return func(yield func(uint64, Change) bool) {
		var list []Change
		for g, key := range s.keys {
			list = s.appendChanges(list[:0], g)
			for _, c := range list {
				if !yield(key, c) {
					return
				}
			}
		}
	}
}

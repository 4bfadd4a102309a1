package dispute

import "slices"

// A lineup is the changes of a track, in order of time, and the links between
// them.
type lineup struct {
	v               *View
	changes         []change
	byFirst, byLast []int32         // the changes by first and by last half tick
	linked          bool            // links put something before some change
	at              map[int32]int32 // where linked: the start at a place
}

func (v *View) lineUp(changes []change) lineup {
	l := lineup{v: v, changes: changes}
	l.byFirst = ordered(len(changes), func(i int32) int64 { return changes[i].first() })
	l.byLast = ordered(len(changes), func(i int32) int64 { return changes[i].last() })
	for i := range changes {
		if c := &changes[i]; c.place != none && !c.isEnd {
			v.beforeLinks(c.place, func(int32) { l.linked = true })
		}
	}
	if l.linked {
		l.at = map[int32]int32{}
		for i := range changes {
			if c := &changes[i]; c.place != none && !c.isEnd {
				l.at[c.place] = int32(i)
			}
		}
	}
	return l
}

// ordered returns the numbers below n by key, those of one key ascending.
func ordered(n int, key func(i int32) int64) []int32 {
	type item struct {
		key int64
		i   int32
	}
	items := make([]item, n)
	for i := range items {
		items[i] = item{key(int32(i)), int32(i)}
	}
	slices.SortFunc(items, func(a, b item) int {
		if a.key != b.key {
			return compare(a.key, b.key)
		}
		return int(a.i - b.i)
	})
	list := make([]int32, n)
	for i := range items {
		list[i] = items[i].i
	}
	return list
}

// followers returns, for every change that others must follow, a link to the
// one whose last half tick is least. What skip reports does not follow; a nil
// skip reports nothing.
func (l *lineup) followers(skip func(i int32) bool) [][2]int32 {
	var links [][2]int32
	if !l.linked {
		for i := range l.changes {
			if c := &l.changes[i]; c.isEnd && (skip == nil || !skip(int32(i))) {
				links = append(links, [2]int32{c.start, int32(i)})
			}
		}
		return links
	}
	passed := map[int32]bool{}
	var pending []int32
	for _, i := range l.byLast {
		c := &l.changes[i]
		if skip != nil && skip(i) {
			continue
		}
		if c.place == none {
			if c.isEnd {
				links = append(links, [2]int32{c.start, i})
			}
			continue
		}
		visit := func(p int32) {
			if passed[p] {
				return
			}
			passed[p] = true
			if s, ok := l.at[p]; ok {
				links = append(links, [2]int32{s, i})
			}
			pending = append(pending, p)
		}
		if c.isEnd {
			visit(c.place)
		} else {
			l.v.beforeLinks(c.place, visit)
		}
		for len(pending) > 0 {
			p := pending[len(pending)-1]
			pending = pending[:len(pending)-1]
			l.v.beforeLinks(p, visit)
		}
	}
	return links
}

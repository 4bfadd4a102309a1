package course

import (
	"cmp"
	"slices"
)

// A lineup is the changes of a track, in order of time, and the links between
// them.
type lineup struct {
	links           Links
	changes         []Change
	byFirst, byLast []int32         // the changes by first and by last half tick
	linked          bool            // links put something before some start
	startAt         map[int32]int32 // where linked: the start at a place
}

func lineUp(changes []Change, links Links) lineup {
	l := lineup{links: links, changes: changes}
	l.byFirst = ordered(len(changes), func(i int32) int64 { return changes[i].first() })
	l.byLast = ordered(len(changes), func(i int32) int64 { return changes[i].last() })
	if links == nil {
		return l
	}
	note := func(int32) { l.linked = true }
	for i := range changes {
		if c := &changes[i]; c.Place != None && !c.IsEnd && !l.linked {
			links(c.Place, note)
		}
	}
	if l.linked {
		l.startAt = map[int32]int32{}
		for i := range changes {
			if c := &changes[i]; c.Place != None && !c.IsEnd {
				l.startAt[c.Place] = int32(i)
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
			return cmp.Compare(a.key, b.key)
		}
		return int(a.i - b.i)
	})
	list := make([]int32, n)
	for i := range items {
		list[i] = items[i].i
	}
	return list
}

// A pair of changes, of which one must come before the other.
type link struct{ before, after int32 }

// followers returns, for every change that others must follow, a link to the
// one of them whose last half tick is least. What skip reports does not count
// as following; a nil skip reports nothing.
func (l *lineup) followers(skip func(i int32) bool) []link {
	if !l.linked {
		return l.endsOfStarts(skip)
	}
	var links []link
	passed := map[int32]bool{} // places from which links lead to a change looked at
	var pending []int32
	var i int32 // the change looked at
	visit := func(place int32) {
		if passed[place] {
			return
		}
		passed[place] = true
		if s, ok := l.startAt[place]; ok {
			links = append(links, link{s, i})
		}
		pending = append(pending, place)
	}
	for _, i = range l.byLast {
		c := &l.changes[i]
		if skip != nil && skip(i) {
			continue
		}
		if c.Place == None {
			if c.IsEnd {
				links = append(links, link{c.Start, i})
			}
			continue
		}
		if c.IsEnd {
			visit(c.Place)
		} else {
			l.links(c.Place, visit)
		}
		for len(pending) > 0 {
			place := pending[len(pending)-1]
			pending = pending[:len(pending)-1]
			l.links(place, visit)
		}
	}
	return links
}

// endsOfStarts returns the links that there are without any others: from what
// lasts to its end.
func (l *lineup) endsOfStarts(skip func(i int32) bool) []link {
	var links []link
	for i := range l.changes {
		if c := &l.changes[i]; c.IsEnd && (skip == nil || !skip(int32(i))) {
			links = append(links, link{c.Start, int32(i)})
		}
	}
	return links
}

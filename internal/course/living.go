package course

import (
	"cmp"
	"container/heap"
	"math/bits"
	"slices"
)

// living follows, day by day, which of what passes can go on.
type living struct {
	*passer
	rank  []int32 // by passage: its place by the last half tick of its start
	by    []int32 // passages by rank
	going bitset  // by rank: it can have begun, and can go on
	early []int32 // passages that can be the first of all
	// The passages that surely go on and reset, the one that begins last on top;
	// some on it are over.
	sure latest
	// How far w.resetters has been gone through, and which of them begins last.
	settled int
	reset   int32
	work    int64 // how many more passages can be looked at
}

func newLiving(w *passer) *living {
	l := &living{passer: w, reset: None, work: w.work(), rank: make([]int32, len(w.passages)), going: newBitset(len(w.passages))}
	for i := range w.passages {
		l.by = append(l.by, int32(i))
		if w.passages[i].early {
			l.early = append(l.early, int32(i))
		}
	}
	slices.SortStableFunc(l.by, func(a, b int32) int {
		return cmp.Compare(w.changes[w.passages[a].start].last(), w.changes[w.passages[b].start].last())
	})
	for r, i := range l.by {
		l.rank[i] = int32(r)
	}
	for i := range w.passages {
		l.shift(int32(i), everyDay.First)
	}
	return l
}

// shift takes in that a passage counts in another way from a day on.
func (l *living) shift(i int32, day int64) {
	p := &l.passages[i]
	if p.begins <= day && p.on(day) != isOver {
		l.going.set(l.rank[i])
	} else {
		l.going.clear(l.rank[i])
	}
	if p.resets && p.surely(day) {
		heap.Push(&l.sure, begun{l.changes[p.start].first(), i})
	}
}

// advance takes in which of what stays has surely begun before a day.
func (l *living) advance(day int64) {
	for ; l.settled < len(l.resetters); l.settled++ {
		c := &l.changes[l.resetters[l.settled]]
		if c.Days().Last >= day {
			break
		}
		if l.reset == None || c.first() >= l.changes[l.reset].first() {
			l.reset = l.resetters[l.settled]
		}
	}
	for len(l.sure) > 0 && !l.passages[l.sure[0].passage].surely(day) {
		heap.Pop(&l.sure)
	}
}

// choice returns which changes count on a day.
func (l *living) choice(day int64) choice {
	c := choice{reset: None}
	if l.resets {
		c.reset = l.reset
	}
	if l.resets && len(l.sure) > 0 && (c.reset == None || l.sure[0].at >= l.changes[c.reset].first()) {
		c.reset = l.passages[l.sure[0].passage].start
	}
	if c.reset == None {
		l.work -= int64(len(l.early))
	}
	for r := l.going.before(int32(len(l.by))); r >= 0; r = l.going.before(r) {
		if c.reset != None && l.changes[l.passages[l.by[r]].start].last() < l.changes[c.reset].first() {
			break
		}
		c.passages = append(c.passages, l.by[r])
		if l.work--; l.work < 0 {
			break
		}
	}
	if l.work < 0 {
		return choice{blunt: true}
	}
	if c.reset == None {
		c.passages = append(c.passages, l.early...)
	}
	slices.Sort(c.passages)
	c.passages = slices.Compact(c.passages)
	for _, i := range c.passages {
		c.modes = append(c.modes, l.passages[i].on(day))
	}
	return c
}

// begun is a passage and the first half tick on which it can begin.
type begun struct {
	at      int64
	passage int32
}

// latest is a heap of passages, the one that begins last on top.
type latest []begun

func (h latest) Len() int { return len(h) }

func (h latest) Less(i, j int) bool {
	return cmp.Or(cmp.Compare(h[j].at, h[i].at), cmp.Compare(h[i].passage, h[j].passage)) < 0
}

func (h latest) Swap(i, j int) { h[i], h[j] = h[j], h[i] }

func (h *latest) Push(x any) { *h = append(*h, x.(begun)) }

func (h *latest) Pop() any {
	last := len(*h) - 1
	b := (*h)[last]
	*h = (*h)[:last]
	return b
}

// A bitset is a set of numbers with an index of its words that are not zero.
type bitset struct{ words, index []uint64 }

func newBitset(n int) bitset {
	words := n/64 + 1
	return bitset{make([]uint64, words), make([]uint64, words/64+1)}
}

func (b *bitset) set(n int32) {
	b.words[n/64] |= 1 << (n % 64)
	b.index[n/64/64] |= 1 << (n / 64 % 64)
}

func (b *bitset) clear(n int32) {
	if b.words[n/64] &^= 1 << (n % 64); b.words[n/64] == 0 {
		b.index[n/64/64] &^= 1 << (n / 64 % 64)
	}
}

// before returns the greatest number in the set below n, or None.
func (b *bitset) before(n int32) int32 {
	word := n / 64
	if x := b.words[word] & (1<<(n%64) - 1); x != 0 {
		return word*64 + int32(bits.Len64(x)) - 1
	}
	for at := word / 64; at >= 0; at-- {
		x := b.index[at]
		if at == word/64 {
			x &= 1<<(word%64) - 1
		}
		if x != 0 {
			word = at*64 + int32(bits.Len64(x)) - 1
			return word*64 + int32(bits.Len64(b.words[word])) - 1
		}
	}
	return None
}

package fold

import "slices"

// blocks is an ordered list of changes in blocks of limited length, so that
// one change is put in or taken out at a cost that hardly depends on the
// length of the list. The zero value is empty.
type blocks struct {
	of     [][]Change // none empty
	firsts []Change   // the first change of every block
	n      int
}

// A block that outgrows fullBlock is split in two. What came in bulk is cut
// into blocks of half that.
const fullBlock = 256

// blocksOf returns the list of sorted changes, which it shares until a block
// of them is written to.
func blocksOf(changes []Change) blocks {
	b := blocks{n: len(changes)}
	if len(changes) == 0 {
		return b
	}
	count := (len(changes) + fullBlock/2 - 1) / (fullBlock / 2)
	b.of = make([][]Change, 0, count)
	b.firsts = make([]Change, 0, count)
	for block := range slices.Chunk(changes, fullBlock/2) {
		b.of = append(b.of, block) // capped by Chunk: appending copies it
		b.firsts = append(b.firsts, block[0])
	}
	return b
}

func (b *blocks) len() int { return b.n }

// A place is a position in a list of blocks: a block and an index in it. The
// place after the last change is that of a block there is not.
type place struct{ block, at int }

// seek returns the place of the first change that is not less than c.
func (b *blocks) seek(c Change) place {
	block, found := slices.BinarySearch(b.firsts, c)
	if found || block == 0 {
		return place{block, 0}
	}
	at, _ := slices.BinarySearch(b.of[block-1], c)
	if at == len(b.of[block-1]) {
		return place{block, 0}
	}
	return place{block - 1, at}
}

// after returns the place of the first change that is greater than c.
func (b *blocks) after(c Change) place {
	p := b.seek(c)
	if b.holds(p) && b.change(p) == c {
		p = b.next(p)
	}
	return p
}

func (b *blocks) holds(p place) bool    { return p.block < len(b.of) }
func (b *blocks) change(p place) Change { return b.of[p.block][p.at] }

func (b *blocks) has(c Change) bool {
	p := b.seek(c)
	return b.holds(p) && b.change(p) == c
}

// next returns the place after p, which must hold a change.
func (b *blocks) next(p place) place {
	if p.at++; p.at == len(b.of[p.block]) {
		return place{p.block + 1, 0}
	}
	return p
}

// last returns the change before p, and false if there is none.
func (b *blocks) last(p place) (Change, bool) {
	switch {
	case p.at > 0:
		return b.of[p.block][p.at-1], true
	case p.block > 0:
		block := b.of[p.block-1]
		return block[len(block)-1], true
	}
	return 0, false
}

// insert puts c in before the change at p, where it belongs in the order.
func (b *blocks) insert(p place, c Change) {
	b.n++
	if len(b.of) == 0 {
		b.of, b.firsts = [][]Change{{c}}, []Change{c}
		return
	}
	if p.at == 0 && p.block > 0 { // rather at the end of the block before
		p = place{p.block - 1, len(b.of[p.block-1])}
	}
	block := slices.Insert(b.of[p.block], p.at, c)
	b.of[p.block] = block
	b.firsts[p.block] = block[0]
	if len(block) > fullBlock {
		half := slices.Clone(block[fullBlock/2:])
		b.of[p.block] = block[:fullBlock/2]
		b.of = slices.Insert(b.of, p.block+1, half)
		b.firsts = slices.Insert(b.firsts, p.block+1, half[0])
	}
}

// remove takes the change at p out; p is then the place of the one after it
// as long as it holds one, else the next block begins with that.
func (b *blocks) remove(p place) {
	b.n--
	block := b.of[p.block]
	if len(block) == 1 {
		b.of = slices.Delete(b.of, p.block, p.block+1)
		b.firsts = slices.Delete(b.firsts, p.block, p.block+1)
		return
	}
	block = slices.Delete(own(block), p.at, p.at+1)
	b.of[p.block] = block
	b.firsts[p.block] = block[0]
}

// set replaces the change at p by one that belongs in its place.
func (b *blocks) set(p place, c Change) {
	block := own(b.of[p.block])
	block[p.at] = c
	b.of[p.block] = block
	b.firsts[p.block] = block[0]
}

// own returns a block that may be written to: one without room to grow is
// perhaps shared.
func own(block []Change) []Change {
	if len(block) < cap(block) {
		return block
	}
	return append(make([]Change, 0, len(block)+fullBlock/8), block...)
}

// appendDay appends the changes of the day of the one at p, from that on.
func (b *blocks) appendDay(dst []Change, p place) []Change {
	if !b.holds(p) {
		return dst
	}
	return b.appendDayIf(dst, p, b.change(p).packedDay())
}

// appendDayIf appends the changes from p on that are of the given day.
func (b *blocks) appendDayIf(dst []Change, p place, day uint64) []Change {
	for b.holds(p) && b.change(p).packedDay() == day {
		dst = append(dst, b.change(p))
		p = b.next(p)
	}
	return dst
}

func (b *blocks) appendTo(dst []Change) []Change {
	for _, block := range b.of {
		dst = append(dst, block...)
	}
	return dst
}

package fold

// Every markEvery-th cause of a store has its day in a list of its own, which
// is so short that it stays in the processor's cache.
const markEvery = 32

// mark makes the causes ready to be searched.
func (s *Store) mark() {
	s.marks = make([]uint32, (len(s.causes)+markEvery-1)/markEvery)
	for i := range s.marks {
		s.marks[i] = uint32(s.causes[i*markEvery].packedDay())
	}
	s.firstDay, s.days = s.least.packedDay(), s.most.packedDay()-s.least.packedDay()
	s.dayShare = 1 << 63 / (s.days + 1)
}

// upTo returns where in the causes of bulk those of a group begin, where those
// after a day begin and where they end, in O(log n) for n causes of the group.
// It neither branches on what it compares, which nobody could foretell, nor
// waits for one cause after the other to come from memory.
func (s *Store) upTo(g int, day uint64) (from, after, end int) {
	if g+1 >= len(s.causeOffsets) {
		return 0, 0, 0
	}
	from, end = int(s.causeOffsets[g]), int(s.causeOffsets[g+1])
	first := from/markEvery + 1 // the first mark behind the first cause
	start, until := from, end
	if last := (end - 1) / markEvery; first <= last {
		n := s.countMarks(s.marks[first:last+1], day)
		if n > 0 {
			start = (first + n - 1) * markEvery
		}
		until = min(end, (first+n)*markEvery)
	}
	after = start
	for _, c := range s.causes[start:until] {
		after += int(notAfter(c.packedDay(), day))
	}
	return from, after, end
}

// near is how far the right place among the marks is mostly from where it
// would be if the days lay evenly.
const near = 16

// countMarks returns how many of the sorted days are not after a day. It looks
// first around the place where the day would be if they lay evenly between the
// first and the last day of the store.
func (s *Store) countMarks(marks []uint32, day uint64) int {
	from, until := 0, len(marks) // the count is in this range, both inclusive
	if until > 2*near {
		days := min(max(day, s.firstDay)-s.firstDay, s.days)
		at := int(days * s.dayShare >> 32 * uint64(until) >> 31)
		low, high := max(at-near, 0), min(at+near, until)
		switch {
		case low > 0 && uint64(marks[low-1]) > day:
			until = low - 1
		case high < until && uint64(marks[high]) <= day:
			from = high + 1
		default:
			from, until = low, high
		}
	}
	marks = marks[from:until]
	at := 0
	for n := len(marks); n > 0; {
		half := (n + 1) / 2
		at += half & -int(notAfter(uint64(marks[at+half-1]), day))
		n -= half
	}
	return from + at
}

// notAfter returns 1 if a ≤ b, else 0, for days.
func notAfter(a, b uint64) uint64 { return (a - b - 1) >> 63 }

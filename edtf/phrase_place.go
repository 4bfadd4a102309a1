package edtf

// cycle is how often a date without its year, month or week comes round.
type cycle uint8

const (
	cycleWeek cycle = iota + 1
	cycleMonth
	cycleYear
)

// placing asks for one of the dates of a wording without its year, month or week:
// the last that begins on or before a day, or the first that ends on or after it.
type placing struct {
	at     Day
	future bool
}

// holds reports whether a date lies on the side that is asked for.
func (p placing) holds(days granule) bool {
	if p.future {
		return !days.last.before(p.at)
	}
	return !p.at.before(days.first)
}

// comesRound places a date that of makes k weeks, months or years from those of
// the day asked for; of returns false where there is none.
func comesRound(c cycle, p placing, of func(k int64) (sense, bool)) (sense, *refusal) {
	// A winter goes on into the next year, and the 29th of February returns
	// within eight years.
	for k := range int64(10) {
		if k = -k; p.future {
			k = -1 - k
		}
		if s, ok := of(k); ok && p.holds(s.days()) {
			s.cycle = c
			return s, nil
		}
	}
	return sense{}, unfit("a day that the month has")
}

// resolver gives a convention its date, from what its slots have read.
type resolver func(*reading, placing) (sense, *refusal)

// resolve gives a node its date.
func (n *node) resolve(p placing) (sense, *refusal) {
	found, no := n.row.resolve(&n.read, p)
	if no == nil {
		return found, nil
	}
	if no.at < 0 {
		no.at = n.read.start
	}
	return sense{}, no
}

func (n *node) refuse(expected string) *refusal {
	return &refusal{at: n.read.start, expected: expected}
}

// choice is how a wording settles what a date without its year leaves open.
type choice struct {
	year   Side // unless the caller chooses; of the past, unless the caller chooses the future
	weekly bool // a weekday or a day of the month is the first on or after the anchor, not the last before
}

// choose is the rule of the year: the date that holds the anchor, or else the last
// before it, unless the next one is nearer, which only a choice allows.
func (n *node) choose(c choice) (sense, *refusal) {
	anchor, side := n.read.anchor, n.read.side
	if side == SideUnstated || c.year == SidePast && side != SideFuture {
		side = c.year
	}
	past, no := n.resolve(placing{at: anchor})
	if no != nil {
		// The date before fits the words in no way, such as a weekend on a Thursday.
		if next, late := n.resolve(placing{at: anchor, future: true}); late == nil && next.cycle == cycleYear && next.rule().first.before(anchor.addMonths(6)) {
			return next, nil
		}
	}
	switch {
	case no != nil || past.cycle == 0:
		return past, no
	case past.cycle < cycleYear && c.weekly:
		return n.resolve(placing{at: anchor, future: true})
	case past.cycle < cycleYear, side == SidePast, !past.rule().last.before(anchor):
		return past, nil
	}
	future, no := n.resolve(placing{at: anchor, future: true})
	switch {
	case side == SideFuture:
		return future, no
	case no != nil, future.rule().first.Number()-anchor.Number() >= anchor.Number()-past.rule().last.Number():
		return past, nil
	case side == SideNearest:
		return future, nil
	}
	no = &refusal{at: n.read.start}
	for i, s := range []sense{past, future} {
		d, unwritten := s.date()
		if unwritten != nil {
			return sense{}, unwritten
		}
		no.readings[i] = d
	}
	return sense{}, no
}

// each applies f to a date in the wording. Where that has no year, it looks for
// the one whose result, or which itself if that is open, lies on the side asked for.
func each(kid *node, p placing, f func(sense) (sense, *refusal)) (sense, *refusal) {
	try := placing{at: p.at, future: !p.future}
	var no *refusal
	for k := range 10 {
		in, unread := kid.resolve(try)
		if unread != nil {
			return sense{}, unread
		}
		var out sense
		out, no = f(in)
		if in.cycle == 0 || no != nil && k > 0 && !no.absent {
			return out, no
		}
		if out.cycle = in.cycle; !out.isBounded() {
			out.near = in.rule()
		}
		if no == nil && p.holds(out.rule()) {
			return out, nil
		}
		if try = (placing{at: in.days().first.AddDays(-1)}); p.future {
			try = placing{at: in.days().last.AddDays(1), future: true}
		}
	}
	if no == nil { // "the year after Friday"
		no = kid.refuse("a date with its year")
	}
	return sense{}, no
}

// mapped applies f to the kth date in the wording, and refuses what f does.
func mapped(k int, want string, f func(r *reading, s sense) (sense, bool)) resolver {
	return func(r *reading, p placing) (sense, *refusal) {
		return each(r.kids[k], p, func(s sense) (sense, *refusal) {
			out, ok := f(r, s)
			if !ok {
				return out, r.kids[k].refuse(want)
			}
			return out, nil
		})
	}
}

// sequence resolves dates in a row, as in "19 August to 2 September": the one that
// comes round least often drives those that leave to it what they do not say.
func sequence(nodes []*node, p placing) ([]sense, *refusal) {
	found := make([]sense, len(nodes))
	driver, fixed := -1, false
	for i, n := range nodes {
		if n.row.level == levelNumber {
			continue
		}
		s, no := n.resolve(p)
		if no != nil {
			return nil, no
		}
		found[i] = s
		if !fixed && (driver < 0 || s.cycle == 0 || s.cycle > found[driver].cycle) {
			driver, fixed = i, s.cycle == 0
		}
	}
	last := nodes[len(nodes)-1]
	if driver < 0 {
		return nil, nodes[0].refuse("a month with one of the days")
	}
	if last.row.level == levelNumber && last.read.year.given {
		if found[driver].cycle != cycleYear {
			return nil, last.refuse("no year beside a day of the month")
		}
		found[driver], _ = nodes[driver].resolve(placing{at: Day{last.read.yearOf(), 12, 31}})
		found[driver].cycle, fixed = 0, true
	}
	if fixed {
		return found, around(nodes, found, driver)
	}
	var settled []sense
	_, no := each(nodes[driver], p, func(s sense) (sense, *refusal) {
		settled = append([]sense(nil), found...)
		settled[driver] = s
		if no := around(nodes, settled, driver); no != nil {
			return sense{}, no
		}
		first, last := settled[0].days().first, settled[len(settled)-1].days().last
		if s.cycle == cycleYear && !last.before(first.addMonths(12)) {
			return sense{}, &refusal{at: nodes[0].read.start, expected: "dates within twelve months", absent: true}
		}
		return senseWithinDays(first, last), nil
	})
	return settled, no
}

// around places the dates before and after one that is settled.
func around(nodes []*node, found []sense, driver int) *refusal {
	for i := driver + 1; i < len(nodes); i++ {
		if no := beside(nodes[i], &found[i], &found[i-1], true); no != nil {
			return no
		}
	}
	for i := driver - 1; i >= 0; i-- {
		if no := beside(nodes[i], &found[i], &found[i+1], false); no != nil {
			return no
		}
	}
	return nil
}

// leavesMonth reports whether a node is a day that leaves its month to others.
func (n *node) leavesMonth() bool {
	return n.read.day > 0 && n.read.code == 0 && !n.read.named && n.read.count == 0
}

// beside places a date after, or before, a settled neighbour. A day of the
// month takes the month of its neighbour; a weekday stays where its convention
// puts it when it is in order there.
func beside(n *node, s, neighbour *sense, after bool) (no *refusal) {
	switch {
	case !neighbour.isBounded() && n.row.level == levelNumber:
		return n.refuse("a date with its month")
	case !neighbour.isBounded():
		return nil
	}
	near, _ := neighbour.limits()
	first := neighbour.days().first
	switch {
	case n.leavesMonth() && neighbour.cycle != cycleMonth:
		d := Day{near.year, near.month, uint8(n.read.day)}
		if near.precision != PrecisionDay || d.day > monthLengthIn(d.year, d.month) {
			return &refusal{at: n.read.start, expected: "a day that the month has", absent: true}
		}
		*s = senseOfDay(d)
		s.cycle = neighbour.cycle
		return nil
	case s.kind != KindNone && (s.cycle == 0 || !s.isBounded()):
		return nil
	case near.precision == PrecisionYear:
		return n.refuse("a date with its year")
	case s.cycle < cycleYear && s.cycle != neighbour.cycle:
		usual, no := n.resolve(placing{at: n.read.anchor})
		if no == nil && (after && !usual.days().first.before(first) || !after && !first.before(usual.days().first)) {
			*s = usual
			return nil
		}
	}
	*s, no = n.resolve(placing{at: first, future: after})
	return no
}

// turnPast and turnComing are the last and the next one where "last" and "next"
// leave open which; turnRead is what the words say.
const turnPast, turnRead, turnComing = -2, 0, 2

// turn resolves "last", "this" and "next" before what comes round every week or
// year, k of them from the anchor's: "this" is the one that holds the anchor, or
// that of its week or year. Where "last" or "next" would be in the anchor's own,
// it or the one before or after that is meant.
func turn(which int, of func(r *reading, k int64) sense) resolver {
	return func(r *reading, _ placing) (sense, *refusal) {
		which, k := which, int64(0)
		if which == turnRead {
			which = r.which
		}
		days := func(k int64) granule { s := of(r, k); return s.days() }
		switch {
		case which == 0 && !days(-1).last.before(r.anchor):
			k = -1
		case which < 0:
			for !days(k).last.before(r.anchor) {
				k--
			}
		case which > 0:
			for !r.anchor.before(days(k).first) {
				k++
			}
		}
		if k == 0 && which*which == 1 {
			return oneOf(of(r, int64(min(which, 0))), of(r, int64(max(which, 0)))), nil
		}
		return of(r, k), nil
	}
}

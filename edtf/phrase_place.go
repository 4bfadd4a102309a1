package edtf

// Side says which year is meant by a date without its year when the one after
// the anchor is nearer than the one before it.
type Side uint8

const (
	// SideUnknown refuses such a date, and the error names both. It is the
	// default.
	SideUnknown Side = iota
	// SidePast takes the last one before the anchor.
	SidePast
	// SideFuture takes the first one after the anchor.
	SideFuture
	// SideNearest takes the one that is fewer days away from the anchor, the
	// earlier one of two as near.
	SideNearest
)

// placing asks for one of the dates that a wording without its year, month or
// week fits: the last that begins on or before a day, or the first that ends
// on or after it.
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

// resolve gives a node its date.
func (n *node) resolve(p placing) (sense, *refusal) {
	found, no := n.row.resolve(&n.read, p)
	if no == nil {
		return found, nil
	}
	if no.at < 0 {
		no.at = n.at
	}
	return sense{}, no
}

// choice is how a wording settles what a date without its year leaves open.
type choice struct {
	year   Side
	weekly bool // a weekday or a day of the month is the first on or after the anchor, not the last before
}

// choose is the rule of the year: a date that holds the anchor is that date;
// otherwise it is the last one before the anchor, unless the next one is
// nearer, which only a choice allows.
func (n *node) choose(c choice) (sense, *refusal) {
	anchor := n.read.anchor
	past, no := n.resolve(placing{at: anchor})
	switch {
	case no != nil || past.cycle == 0:
		return past, no
	case past.cycle < cycleYear && c.weekly:
		return n.resolve(placing{at: anchor, future: true})
	case past.cycle < cycleYear, c.year == SidePast, !past.rule().last.before(anchor):
		return past, nil
	}
	future, no := n.resolve(placing{at: anchor, future: true})
	switch {
	case c.year == SideFuture:
		return future, no
	case no != nil, future.rule().first.Number()-anchor.Number() >= anchor.Number()-past.rule().last.Number():
		return past, nil
	case c.year == SideNearest:
		return future, nil
	}
	return sense{}, n.ambiguous(past, future)
}

// ambiguous names both dates.
func (n *node) ambiguous(past, future sense) *refusal {
	a, no := past.date()
	if no != nil {
		return no
	}
	b, no := future.date()
	if no != nil {
		return no
	}
	return &refusal{at: n.at, readings: [2]Date{a, b}}
}

// each applies f to a date in the wording. Where that has no year, it looks for
// the date whose result lies on the side that is asked for.
func each(kid *node, p placing, f func(sense) (sense, *refusal)) (sense, *refusal) {
	try := placing{at: p.at, future: !p.future}
	var no *refusal
	// The 29th of February returns within eight years.
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
		out.cycle = in.cycle
		if no == nil && (!out.isBounded() || p.holds(out.rule())) {
			return out, nil
		}
		days := in.days()
		if try = (placing{at: days.first.AddDays(-1)}); p.future {
			try = placing{at: days.last.AddDays(1), future: true}
		}
	}
	return sense{}, no
}

// sequence resolves dates in a row, as in "19 August to 2 September", of which
// each may leave to the others what it does not say: the date that comes round
// least often drives the others.
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
		switch {
		case s.cycle == 0:
			if !fixed {
				driver = i
			}
			fixed = true
		case !fixed && (driver < 0 || s.cycle > found[driver].cycle):
			driver = i
		}
	}
	switch last := nodes[len(nodes)-1]; {
	case driver < 0:
		return nil, &refusal{at: nodes[0].at, expected: "a month with one of the days"}
	case last.row.level == levelNumber && last.read.year.given:
		p = placing{at: Day{last.read.yearOf(), 12, 31}}
		s, no := nodes[driver].resolve(p)
		if no != nil || s.cycle != cycleYear {
			return nil, &refusal{at: last.at, expected: "no year beside a day of the month"}
		}
		s.cycle = 0
		found[driver], fixed = s, true
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
		whole := senseWithinDays(settled[0].days().first, settled[len(settled)-1].days().last)
		if days := whole.days(); s.cycle == cycleYear && !days.last.before(days.first.addMonths(12)) {
			return sense{}, &refusal{at: nodes[0].at, expected: "dates within twelve months", absent: true}
		}
		return whole, nil
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

// beside places a date after, or before, a settled neighbour. A weekday stays
// where its convention puts it when it is in order there.
func beside(n *node, s, neighbour *sense, after bool) *refusal {
	if !neighbour.isBounded() {
		return nil
	}
	if n.row.number && neighbour.cycle != cycleMonth {
		return n.borrow(s, neighbour)
	}
	if s.cycle == 0 || !s.isBounded() {
		return nil
	}
	first := neighbour.days().first
	if s.cycle < cycleYear && s.cycle != neighbour.cycle {
		usual, no := n.resolve(placing{at: n.read.anchor})
		if no == nil && (after && !usual.days().first.before(first) || !after && !first.before(usual.days().first)) {
			*s = usual
			return nil
		}
	}
	if neighbour.items[0].first.precision == PrecisionYear {
		return &refusal{at: n.at, expected: "a date with its year"}
	}
	placed, no := n.resolve(placing{at: first, future: after})
	*s = placed
	return no
}

// borrow gives a day of the month the month of its neighbour.
func (n *node) borrow(s, neighbour *sense) *refusal {
	first, _ := neighbour.limits()
	if first.precision != PrecisionDay {
		return &refusal{at: n.at, expected: "a date"}
	}
	d := Day{first.year, first.month, uint8(n.read.day)}
	if d.day > monthLengthIn(d.year, d.month) {
		return &refusal{at: n.at, expected: "a day that the month has", absent: true}
	}
	*s = senseOfDay(d)
	s.cycle = neighbour.cycle
	return nil
}

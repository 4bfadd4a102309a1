package edtf

// Limits take "the start of" a period as its first and "the end of" it as its
// last day.

// How the words of a limit settle what a date without its year leaves open.
var (
	lastBefore = choice{year: SidePast}
	firstAfter = choice{year: SideFuture, weekly: true}
	nearest    = choice{year: SideNearest, weekly: true}
)

// bound resolves the date in a limit.
func (r *reading) bound(k int, c choice) (sense, *refusal) {
	s, no := r.kids[k].choose(c)
	if no == nil && !s.isBounded() {
		no = &refusal{at: r.kids[k].at, expected: wantWindow}
	}
	return s, no
}

// starting is from a date on.
func starting(c choice, end EndKind) resolver {
	return func(r *reading, _ placing) (sense, *refusal) {
		s, no := r.kids[0].choose(c)
		if no != nil {
			return sense{}, no
		}
		s = s.point()
		kind, p, no := s.limit(true)
		if no != nil {
			return sense{}, &refusal{at: r.kids[0].at, expected: no.expected}
		}
		since := senseThroughout(p, part{})
		since.startKind, since.endKind = kind, end
		return since, nil
	}
}

// ending is up to and with a date.
func ending(c choice, start EndKind) resolver {
	return func(r *reading, _ placing) (sense, *refusal) {
		s, no := r.kids[0].choose(c)
		if no != nil {
			return sense{}, no
		}
		s = s.point()
		kind, p, no := s.limit(false)
		if no != nil {
			return sense{}, &refusal{at: r.kids[0].at, expected: no.expected}
		}
		until := senseThroughout(part{}, p)
		until.startKind, until.endKind = start, kind
		return until, nil
	}
}

// limit returns one end of an interval, also of "1984 or later".
func (s *sense) limit(atStart bool) (EndKind, part, *refusal) {
	switch {
	case s.kind != KindOneOf || len(s.items) != 1:
	case s.items[0].kind == itemUpTo:
		return EndOnOrBefore, s.items[0].first, nil
	case s.items[0].kind == itemFrom:
		return EndOnOrAfter, s.items[0].first, nil
	}
	return s.end(atStart)
}

// resolveStartingEnding resolves "starting about 2004, ending 2005".
func resolveStartingEnding(r *reading, _ placing) (sense, *refusal) {
	a, no := r.kids[0].choose(nearest)
	if no != nil {
		return sense{}, no
	}
	b, no := r.kids[r.count-1].choose(nearest)
	if no != nil {
		return sense{}, no
	}
	var s sense
	var start, end part
	if s.startKind, start, no = a.limit(true); no != nil {
		return sense{}, no
	}
	if s.endKind, end, no = b.limit(false); no != nil {
		return sense{}, no
	}
	s.kind, s.items = KindInterval, []setItem{{first: start, last: end, kind: itemRange}}
	return s, nil
}

func resolveBy(r *reading, _ placing) (sense, *refusal) {
	s, no := r.bound(0, firstAfter)
	if no != nil {
		return sense{}, no
	}
	s = s.point()
	_, last := s.limits()
	return senseUpTo(last), nil
}

func resolveFrom(r *reading, _ placing) (sense, *refusal) {
	s, no := r.bound(0, lastBefore)
	if no != nil {
		return sense{}, no
	}
	s = s.point()
	first, _ := s.limits()
	return senseFrom(first), nil
}

// resolveBefore ends right before the date; before the end of a period is
// within it.
func resolveBefore(r *reading, _ placing) (sense, *refusal) {
	s, no := r.bound(0, firstAfter)
	if no != nil {
		return sense{}, no
	}
	if s.atEnd {
		return senseUpTo(partOf(s.edge)), nil
	}
	s = s.point()
	// Of several dates any may be the one.
	s.items = s.items[len(s.items)-1:]
	first, _ := s.limits()
	return senseUpTo(first.neighbour(-1)), nil
}

// resolveAfter starts right after the date; after the start of a period is
// within it.
func resolveAfter(r *reading, _ placing) (sense, *refusal) {
	s, no := r.bound(0, lastBefore)
	if no != nil {
		return sense{}, no
	}
	if !s.edge.IsZero() && !s.atEnd {
		return senseFrom(partOf(s.edge)), nil
	}
	s = s.point()
	s.items = s.items[:1]
	_, last := s.limits()
	return senseFrom(last.neighbour(+1)), nil
}

// resolveSame is the date in the wording.
func resolveSame(r *reading, p placing) (sense, *refusal) { return r.kids[0].resolve(p) }

func resolveAsOf(r *reading, p placing) (sense, *refusal) {
	s, no := r.kids[0].resolve(p)
	return s.point(), no
}

// qualified puts a qualifier on the whole date in the wording.
func qualified(q qualifier) resolver {
	return func(r *reading, p placing) (sense, *refusal) {
		s, no := r.kids[0].resolve(p)
		if no != nil {
			return sense{}, no
		}
		if !s.isBounded() || s.clock != nil {
			return sense{}, &refusal{at: r.kids[0].at, expected: wantWindow}
		}
		s.items = append([]setItem(nil), s.items...)
		s.qualify(q)
		return s, nil
	}
}

// resolveThroughout is from the first day of a date to its last.
func resolveThroughout(r *reading, p placing) (sense, *refusal) {
	return each(r.kids[0], p, func(s sense) (sense, *refusal) {
		if !s.isBounded() || s.hasSeason() || len(s.items) > 1 || s.items[0].first.qualifier != 0 {
			return sense{}, &refusal{at: r.kids[0].at, expected: "a week, month or year, or days in a row"}
		}
		days := s.days()
		return senseThroughout(partOf(days.first), partOf(days.last)), nil
	})
}

// resolveAllOf is each date of a range, or of all before or after a date.
func resolveAllOf(r *reading, p placing) (sense, *refusal) {
	s, no := r.kids[0].resolve(p)
	if no != nil {
		return sense{}, no
	}
	if len(s.items) != 1 || s.startKind != EndDate || s.endKind != EndDate || s.kind == KindDate {
		return sense{}, &refusal{at: r.kids[0].at, expected: "a date, or the first and the last of several"}
	}
	s.kind = KindAllOf
	return s, nil
}

// resolveAllUpTo is a date and all before it, or after it.
func resolveAllUpTo(kind itemKind) resolver {
	return func(r *reading, p placing) (sense, *refusal) {
		s, no := r.kids[0].resolve(p)
		if no != nil {
			return sense{}, no
		}
		if s.kind != KindDate {
			return sense{}, &refusal{at: r.kids[0].at, expected: "a date"}
		}
		s.kind, s.items = KindAllOf, []setItem{{first: s.items[0].first, kind: kind}}
		return s, nil
	}
}

// resolveBetween is sometime from one date to another.
func resolveBetween(r *reading, p placing) (sense, *refusal) {
	pair, no := sequence(r.kids[:2], p)
	if no != nil {
		return sense{}, no
	}
	for i := range pair {
		pair[i] = pair[i].point()
		if !pair[i].isBounded() || len(pair[i].items) > 1 {
			return sense{}, &refusal{at: r.kids[i].at, expected: wantWindow}
		}
	}
	a, b := &pair[0], &pair[1]
	first, last := a.items[0].first, *b.items[0].greatest()
	if first.precision != last.precision || subYearFamily(first.month) != subYearFamily(last.month) {
		if a.hasSeason() || b.hasSeason() || first.qualifier|last.qualifier != 0 {
			return sense{}, &refusal{at: r.kids[0].at, expected: "two dates of the same kind"}
		}
		first, last = partOf(a.days().first), partOf(b.days().last)
	}
	return senseWithin(first, last).coming(pair), nil
}

// coming gives a date made of others the cycle of the one that comes round
// least often, unless one is settled.
func (s sense) coming(parts []sense) sense {
	for i := range parts {
		s.cycle = max(s.cycle, parts[i].cycle)
	}
	for i := range parts {
		if parts[i].cycle == 0 {
			s.cycle = 0
		}
	}
	return s
}

// resolveSpan is from one date to another, throughout.
func resolveSpan(r *reading, p placing) (sense, *refusal) {
	pair, no := sequence(r.kids[:2], p)
	if no != nil {
		return sense{}, no
	}
	var s sense
	var ends [2]part
	var kinds [2]EndKind
	for i := range pair {
		pair[i] = pair[i].point()
		if kinds[i], ends[i], no = pair[i].end(i == 0); no != nil {
			return sense{}, &refusal{at: r.kids[i].at, expected: no.expected}
		}
	}
	s = senseThroughout(ends[0], ends[1])
	s.startKind, s.endKind = kinds[0], kinds[1]
	if s.days().last.before(s.days().first) {
		return sense{}, &refusal{at: r.kids[1].at, expected: "a second date that does not lie before the first"}
	}
	return s.coming(pair), nil
}

// resolveList is one of several dates, with "or", or each of them.
func resolveList(r *reading, p placing) (sense, *refusal) {
	found, no := sequence(r.list, p)
	if no != nil {
		return sense{}, no
	}
	s := sense{kind: KindOneOf}
	if r.conjunction == "and" {
		s.kind = KindAllOf
	}
	for i := range found {
		d := &found[i]
		isRange := d.kind == KindInterval && d.startKind == EndDate && d.endKind == EndDate
		if d.clock != nil || !d.isBounded() || !isRange && d.kind != KindDate && (s.kind == KindAllOf || d.kind != KindOneOf) {
			return sense{}, &refusal{at: r.list[i].at, expected: "one date, not a window"}
		}
		s.items = append(s.items, d.items...)
	}
	return s.coming(found), nil
}

// resolveUnlisted is a list that says by its first words what it is.
func resolveListed(kind Kind) resolver {
	return func(r *reading, p placing) (sense, *refusal) {
		s, no := resolveList(r, p)
		s.kind = kind
		return s, no
	}
}

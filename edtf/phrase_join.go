package edtf

// inside resolves the date in the wording, on the side given.
func (r *reading) inside(s side) (sense, *refusal) { return r.dates[0].resolve(r.ref, s) }

// limit resolves the date in the wording where it bounds what is dated.
func (r *reading) limit(s side) (sense, *refusal) {
	found, no := r.inside(s)
	if no == nil && !found.isBounded() {
		no = &refusal{r.dates[0].at, wantWindow}
	}
	return found, no
}

func resolveSame(r *reading) (sense, *refusal) { return r.inside(r.side) }

func resolveAsOf(r *reading) (sense, *refusal) {
	s, no := r.inside(r.side)
	return s.point(), no
}

func qualifyInside(q qualifier) func(*reading) (sense, *refusal) {
	return func(r *reading) (sense, *refusal) {
		s, no := r.limit(r.side)
		if no != nil {
			return sense{}, no
		}
		s.qualify(q)
		return s, nil
	}
}

func resolveThroughout(r *reading) (sense, *refusal) {
	s, no := r.limit(r.side)
	if no != nil {
		return sense{}, no
	}
	first, last, ok := s.days()
	if !ok || len(s.items) > 1 || s.items[0].first.qualifier != 0 {
		return sense{}, &refusal{r.dates[0].at, "a week, month or year, or days in a row"}
	}
	found := senseThroughout(partOf(first), partOf(last))
	found.floating = s.floating
	return found, nil
}

// dayInside resolves the date in the wording to one day.
func (r *reading) dayInside() (Day, bool, *refusal) {
	s, no := r.inside(r.side)
	if no != nil {
		return Day{}, false, no
	}
	s = s.point()
	if s.kind != KindDate || !s.items[0].first.isDay() || s.items[0].first.qualifier != 0 {
		return Day{}, false, &refusal{r.dates[0].at, wantSingleDay}
	}
	return s.items[0].first.exactDay(), s.floating, nil
}

func resolveDaytime(r *reading) (sense, *refusal) {
	d, floating, no := r.dayInside()
	return within(d, d, floating, no)
}

func resolveNight(r *reading) (sense, *refusal) {
	d, floating, no := r.dayInside()
	return within(d, d.AddDays(1), floating, no)
}

// unitFromDay is the unit that lies so many units from that of the day in the
// wording; sign 0 stands for its week.
func unitFromDay(sign int64) func(*reading) (sense, *refusal) {
	return func(r *reading) (sense, *refusal) {
		d, floating, no := r.dayInside()
		if no != nil {
			return sense{}, no
		}
		u, n := r.unit, max(r.n, 1)
		if sign == 0 {
			u = unitWeek
		}
		s, no := calendarUnit(d, u, sign*n)
		s.floating = floating
		return s, no
	}
}

func resolveSince(r *reading) (sense, *refusal) { return r.since(sidePast) }

func resolveOnwards(r *reading) (sense, *refusal) { return r.since(sideStated) }

func (r *reading) since(s side) (sense, *refusal) {
	found, no := r.inside(s)
	if no != nil {
		return sense{}, no
	}
	found = found.point()
	kind, p, no := found.end(true)
	if no != nil {
		return sense{}, &refusal{r.dates[0].at, no.expected}
	}
	since := senseThroughout(p, part{})
	since.startKind, since.endKind = kind, EndOpen
	return since, nil
}

func resolveUntil(r *reading) (sense, *refusal) {
	found, no := r.inside(sideStated)
	if no != nil {
		return sense{}, no
	}
	found = found.point()
	kind, p, no := found.end(false)
	if no != nil {
		return sense{}, &refusal{r.dates[0].at, no.expected}
	}
	until := senseEnding(p)
	until.endKind = kind
	return until, nil
}

func resolveBy(r *reading) (sense, *refusal) {
	s, no := r.limit(sideFuture)
	if no != nil {
		return sense{}, no
	}
	s = s.point()
	_, last := s.limits()
	return senseUpTo(last), nil
}

func resolveFrom(r *reading) (sense, *refusal) {
	s, no := r.limit(sidePast)
	if no != nil {
		return sense{}, no
	}
	s = s.point()
	first, _ := s.limits()
	return senseFrom(first), nil
}

// resolveBefore ends right before the date; before the end of a period is
// within it.
func resolveBefore(r *reading) (sense, *refusal) {
	s, no := r.limit(sideFuture)
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
func resolveAfter(r *reading) (sense, *refusal) {
	s, no := r.limit(sidePast)
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

// pair resolves two dates of which either may leave to the other what it does
// not say.
func (r *reading) pair() (a, b sense, no *refusal) {
	first, second := r.dates[0], r.dates[1]
	if first.row.inner && second.row.inner {
		return a, b, &refusal{first.at, "a month with one of the days"}
	}
	if second.row.dayOnly && !first.row.dayOnly {
		return r.dayAfter()
	}
	if b, no = second.resolve(r.ref, r.side); no != nil {
		return a, b, no
	}
	if a, no = first.resolve(r.ref, r.side); no != nil {
		return a, b, no
	}
	if a.isBounded() && b.isBounded() {
		_, from := a.limits()
		to, _ := b.limits()
		switch ordered := !latestDay(&to).before(earliestDay(&from)); {
		case b.floating && !a.floating:
			if from.precision == PrecisionYear {
				return a, b, &refusal{second.at, "a date with its year"}
			}
			if !b.weekly || !ordered {
				b, no = second.resolve(latestDay(&from), sideFuture)
			}
		case a.floating:
			if to.precision == PrecisionYear {
				return a, b, &refusal{first.at, "a date with its year"}
			}
			if !a.weekly || !ordered {
				_, to = b.limits()
				a, no = first.resolve(latestDay(&to), sidePast)
			}
		}
	}
	if no == nil && first.row.inner && b.items[0].first.precision != PrecisionDay {
		no = &refusal{first.at, "a date"}
	}
	return a, b, no
}

// dayAfter resolves a second date that is only a day of the month, as in
// "July 3 to 7".
func (r *reading) dayAfter() (a, b sense, no *refusal) {
	first, second := *r.dates[0], *r.dates[1]
	if second.read.year.given {
		if first.read.year.given || first.read.month.name == 0 {
			return a, b, &refusal{r.dates[1].at, "no year beside a day of the month"}
		}
		first.read.year = second.read.year
	}
	if a, no = first.resolve(r.ref, r.side); no != nil {
		return a, b, no
	}
	if from, _ := a.limits(); !a.isBounded() || from.precision != PrecisionDay {
		return a, b, &refusal{second.at, "a date"}
	}
	_, from := a.limits()
	b, no = second.resolve(latestDay(&from), sideFuture)
	return a, b, no
}

func resolveBetween(r *reading) (sense, *refusal) {
	a, b, no := r.pair()
	if no != nil {
		return sense{}, no
	}
	for i, s := range []*sense{&a, &b} {
		*s = s.point()
		if !s.isBounded() || len(s.items) > 1 {
			return sense{}, &refusal{r.dates[i].at, wantWindow}
		}
	}
	first, _ := a.limits()
	_, last := b.limits()
	if first.precision == last.precision && subYearFamily(first.month) == subYearFamily(last.month) {
		return senseWithin(first, last), nil
	}
	from, _, ok := a.days()
	_, to, ok2 := b.days()
	if !ok || !ok2 || first.qualifier|last.qualifier != 0 {
		return sense{}, &refusal{r.dates[0].at, "two dates of the same kind"}
	}
	return senseWithinDays(from, to), nil
}

// resolveNightBetween resolves the night from one day to the next.
func resolveNightBetween(r *reading) (sense, *refusal) {
	a, b, no := r.pair()
	if no != nil {
		return sense{}, no
	}
	a, b = a.point(), b.point()
	first, _, ok := a.days()
	_, last, ok2 := b.days()
	if !ok || !ok2 || first.AddDays(1) != last {
		return sense{}, &refusal{r.dates[1].at, "the day after"}
	}
	return senseWithinDays(first, last), nil
}

// resolveNightInto resolves the night that leads to a day.
func resolveNightInto(r *reading) (sense, *refusal) {
	d, floating, no := r.dayInside()
	return within(d.AddDays(-1), d, floating, no)
}

func resolveSpan(r *reading) (sense, *refusal) {
	for _, d := range r.dates {
		if d.row.night {
			return sense{}, &refusal{d.at, "a day, not a night"}
		}
	}
	a, b, no := r.pair()
	if no != nil {
		return sense{}, no
	}
	a, b = a.point(), b.point()
	startKind, start, no := a.end(true)
	if no != nil {
		return sense{}, &refusal{r.dates[0].at, no.expected}
	}
	endKind, end, no := b.end(false)
	if no != nil {
		return sense{}, &refusal{r.dates[1].at, no.expected}
	}
	s := senseThroughout(start, end)
	s.startKind, s.endKind = startKind, endKind
	return s, nil
}

func resolveEither(r *reading) (sense, *refusal) {
	a, b, no := r.pair()
	if no != nil {
		return sense{}, no
	}
	for i, s := range []*sense{&a, &b} {
		if !s.isBounded() {
			return sense{}, &refusal{r.dates[i].at, wantWindow}
		}
	}
	return senseOfList(KindOneOf, a, b), nil
}

func resolveBoth(r *reading) (sense, *refusal) {
	a, b, no := r.pair()
	if no != nil {
		return sense{}, no
	}
	for i, s := range []*sense{&a, &b} {
		if s.kind != KindDate {
			return sense{}, &refusal{r.dates[i].at, "one date, not a window"}
		}
	}
	return senseOfList(KindAllOf, a, b), nil
}

package edtf

import "slices"

// How the words of a limit settle what a date without its year leaves open:
// "since" tells of a day that has come.
var (
	hasCome  = choice{year: SidePast}
	upcoming = choice{year: SideNearest, weekly: true}
)

// ends makes an interval of the kinds of its ends: of the dates in the wording,
// where the kind is EndDate, the first is its start and the last its end.
func ends(c choice, startKind, endKind EndKind) resolver {
	return func(r *reading, _ placing) (sense, *refusal) {
		s := senseThroughout(part{}, part{})
		s.startKind, s.endKind = startKind, endKind
		for i, kid := range []*node{r.kids[0], r.kids[r.count-1]} {
			if [2]EndKind{startKind, endKind}[i] != EndDate {
				continue
			}
			found, no := kid.choose(c)
			if no == nil {
				no = s.setEnd(i, found)
			}
			if no != nil {
				return sense{}, kid.refuse(no.expected)
			}
		}
		return s, nil
	}
}

// setEnd puts a date at the start or, with i = 1, at the end of an interval.
func (s *sense) setEnd(i int, date sense) (no *refusal) {
	date = date.point()
	if i == 0 {
		s.startKind, s.items[0].first, no = date.end(true)
	} else {
		s.endKind, s.items[0].last, no = date.end(false)
	}
	return no
}

// bounded is on a date or before it, or on it or after; strictly, right beside
// it. Of several dates any may be the one. Before the end of a period and after
// its start are within it.
func bounded(kind itemKind, strictly bool) resolver {
	return func(r *reading, _ placing) (sense, *refusal) {
		before, kid, step := kind == itemUpTo, r.kids[0], int64(1)
		if kid.row.Kind == kindTimes || kid.row.Kind == kindNights {
			step = 0 // the rest of the day is beside it
		}
		s, no := kid.choose(choice{year: SideNearest, weekly: before})
		switch {
		case no != nil:
			return sense{}, no
		case !s.isBounded():
			return sense{}, kid.refuse(wantWindow)
		}
		strictly := strictly && (s.edge.IsZero() || s.atEnd != before)
		s = s.point()
		first, last := s.limits()
		switch {
		case strictly && before:
			s.items = s.items[len(s.items)-1:]
			first, _ = s.limits()
			return senseUpTo(first.neighbour(-step)), nil
		case strictly:
			s.items = s.items[:1]
			_, last = s.limits()
			return senseFrom(last.neighbour(step)), nil
		case before:
			return senseUpTo(last), nil
		}
		return senseFrom(first), nil
	}
}

// resolveSame is the date in the wording.
func resolveSame(r *reading, p placing) (sense, *refusal) { return r.kids[0].resolve(p) }

// qualified puts a qualifier on the whole date in the wording, or on those of
// its components that are named.
func qualified(q qualifier) resolver {
	return func(r *reading, p placing) (sense, *refusal) {
		s, no := r.kids[0].resolve(p)
		switch {
		case no != nil:
			return sense{}, no
		case !s.isBounded() || s.clock != nil:
			return sense{}, r.kids[0].refuse(wantWindow)
		case r.components == 0:
			return s.qualify(q), nil
		case s.kind != KindDate || !s.items[0].first.components().Has(r.components):
			return sense{}, r.kids[0].refuse("one date that has these parts")
		}
		d := s.items[0].first
		d.qualify(q, r.components)
		s.items = senseOf(d).items
		return s, nil
	}
}

// throughout is from the first day of a date to its last.
func throughout(_ *reading, s sense) (sense, bool) {
	return senseOfDays(KindInterval, s.days()), !s.hasSeason() && len(s.items) == 1 && s.items[0].first.qualifier == 0
}

// allOf is each date of a range.
func allOf(_ *reading, s sense) (sense, bool) {
	s.kind = KindAllOf
	return s, len(s.items) == 1 && s.startKind == EndDate && s.endKind == EndDate
}

// allFurther is a date and all before it, or after it.
func allFurther(kind itemKind) func(*reading, sense) (sense, bool) {
	return func(_ *reading, s sense) (sense, bool) {
		return senseOfItem(KindAllOf, setItem{first: s.items[0].first, kind: kind}), s.kind == KindDate
	}
}

// together gives a date made of others the cycle of the one that comes round
// least often, unless one is settled.
func (s sense) together(parts []sense) sense {
	order := func(a, b sense) int { return int(a.cycle) - int(b.cycle) }
	if slices.MinFunc(parts, order).cycle > 0 {
		s.cycle = slices.MaxFunc(parts, order).cycle
	}
	return s
}

// resolveBetween is sometime from one date to another.
func resolveBetween(r *reading, p placing) (sense, *refusal) {
	pair, no := sequence(r.kids[:], p)
	if no != nil {
		return sense{}, no
	}
	for i := range pair {
		pair[i] = pair[i].point()
		if !pair[i].isBounded() || len(pair[i].items) > 1 {
			return sense{}, r.kids[i].refuse(wantWindow)
		}
	}
	a, b := &pair[0], &pair[1]
	first, last := a.items[0].first, *b.items[0].greatest()
	if first.precision != last.precision || subYearFamily(first.month) != subYearFamily(last.month) {
		if a.hasSeason() || b.hasSeason() || first.qualifier|last.qualifier != 0 {
			return sense{}, r.kids[0].refuse("two dates of the same kind")
		}
		first, last = partOf(a.days().first), partOf(b.days().last)
	}
	return senseWithin(first, last).together(pair), nil
}

// resolveSpan is from one date to another, throughout.
func resolveSpan(r *reading, p placing) (sense, *refusal) {
	pair, no := sequence(r.kids[:], p)
	if no != nil {
		return sense{}, no
	}
	s := senseThroughout(part{}, part{})
	for i := range pair {
		no := unfit(wantWindow)
		if pair[i].isBounded() {
			no = s.setEnd(i, pair[i])
		}
		if no != nil {
			return sense{}, r.kids[i].refuse(no.expected)
		}
	}
	return s.together(pair), nil
}

// listed is one of several dates, or each of them; of no kind, as "or" and "and" say.
func listed(kind Kind) resolver {
	return func(r *reading, p placing) (sense, *refusal) {
		found, no := sequence(r.list, p)
		if no != nil {
			return sense{}, no
		}
		s := sense{kind: kind}
		if kind == KindNone {
			s.kind = map[string]Kind{"or": KindOneOf, "and": KindAllOf}[r.conjunction]
		}
		for i := range found {
			d := &found[i]
			isRange := d.kind == KindInterval && d.startKind == EndDate && d.endKind == EndDate
			if d.clock != nil || !d.isBounded() || !isRange && d.kind != KindDate && (s.kind == KindAllOf || d.kind != KindOneOf) {
				return sense{}, r.list[i].refuse("one date, not a window")
			}
			s.items = append(s.items, d.items...)
		}
		return s.together(found), nil
	}
}

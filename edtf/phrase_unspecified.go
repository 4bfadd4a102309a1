package edtf

// Wordings of what EDTF leaves unspecified or qualifies in part, as English
// writes them.

// resolveYearIn resolves "a year in the 1560s" and "a year from 1000 to 1999":
// a year of which the last digits are not known.
func resolveYearFrom(r *reading, _ placing) (sense, *refusal) {
	first, last := r.from.number, r.year.number
	for digits, span := 1, int64(10); digits <= 3; digits, span = digits+1, span*10 {
		p := yearPart(first)
		if first < 0 {
			p.year = last - last%span
			if last == -1 {
				p.year = 0
			}
		}
		p.mask = maskYear >> (4 - digits)
		if y := p.years(); p.year%span == 0 && y.at(0) == first && y.at(y.count-1) == last {
			s := senseOf(p)
			s.unit = unitYear
			return s, nil
		}
	}
	return sense{}, unfit("the first and the last year of a decade, a century or a millennium")
}

func resolveYearIn(r *reading, p placing) (sense, *refusal) {
	s, no := resolveDecade(r, p)
	s.unit = unitYear
	return s, no
}

func resolveUnknownYear(*reading, placing) (sense, *refusal) {
	s := senseOf(part{mask: maskYear, precision: PrecisionYear})
	s.unit = unitYear
	return s, nil
}

// resolveOfSomeYear gives a date that comes round every year one that is not
// known in full.
func resolveOfSomeYear(r *reading, p placing) (sense, *refusal) {
	s, no := r.kids[0].resolve(p)
	if no != nil {
		return sense{}, no
	}
	year, no := r.kids[1].resolve(p)
	if no != nil {
		return sense{}, no
	}
	if s.kind != KindDate || s.cycle != cycleYear {
		return sense{}, &refusal{at: r.kids[1].at, expected: "no year beside a date that has one"}
	}
	d, y := s.items[0].first, year.items[0].first
	d.year, d.negative, d.mask = y.year, y.negative, d.mask|y.mask
	found := senseOf(d)
	found.unit = s.unit
	return found, nil
}

// resolveSeasonOfSomeYear is the same for a season, which takes no year from
// the anchor.
func resolveSeasonOfSomeYear(r *reading, p placing) (sense, *refusal) {
	year, no := r.kids[0].resolve(p)
	if no != nil {
		return sense{}, no
	}
	year.items[0].first.month, year.items[0].first.precision = uint8(r.season), PrecisionMonth
	return year, nil
}

// resolveSome resolves "a day in June 2004" and "a month of 2004".
func resolveSome(u unit) resolver {
	return func(r *reading, p placing) (sense, *refusal) {
		return each(r.kids[0], p, func(s sense) (sense, *refusal) {
			d := s.items[0].first
			isYear := d.precision == PrecisionYear && d.digits == 0
			if s.kind != KindDate || !isYear && (u == unitMonth || d.precision != PrecisionMonth || d.month > 12) {
				return sense{}, &refusal{at: r.kids[0].at, expected: "a month or a year"}
			}
			if isYear {
				d.mask |= maskMonth
			}
			d.precision = PrecisionMonth
			if u == unitDay {
				d.mask, d.precision = d.mask|maskDay, PrecisionDay
			}
			return senseOf(d), nil
		})
	}
}

// readComponents reads "month and year" before what is said of them.
func readComponents(words []word, i int, r *reading) int {
	r.components = 0
	for {
		switch words[i].text {
		case "year":
			r.components |= ComponentYear
		case "month", "season", "quarter", "half", "period":
			r.components |= ComponentMonth
		case "day":
			r.components |= ComponentDay
		default:
			return i
		}
		i++
		if i+1 >= len(words) || words[i].text != "and" || !words[i+1].is(classUnit|classComponent) {
			return i
		}
		i++
	}
}

// qualifiedInPart puts a qualifier on some components of a date.
func qualifiedInPart(q qualifier) resolver {
	return func(r *reading, p placing) (sense, *refusal) {
		s, no := r.kids[0].resolve(p)
		if no != nil {
			return sense{}, no
		}
		if s.kind != KindDate || Components(1<<s.items[0].first.precision-1)&r.components != r.components {
			return sense{}, &refusal{at: r.kids[0].at, expected: "one date that has these parts"}
		}
		d := s.items[0].first
		for i := range 3 {
			if r.components.Has(1 << i) {
				d.qualifier |= q << i
			}
		}
		s.items = []setItem{{first: d, kind: itemDate}}
		return s, nil
	}
}

// appendTime writes the time of a date-time.
func (w *word) appendTime(b []byte) []byte {
	b = append(b, 'T')
	b = appendClock(b, w.second)
	if w.value == leapSecond {
		b = append(b[:len(b)-2], "60"...)
	}
	switch {
	case !w.zoned:
		return b
	case w.shift == 0:
		return append(b, 'Z')
	}
	sign, shift := byte('+'), w.shift
	if shift < 0 {
		sign, shift = '-', -shift
	}
	b = appendClock(append(b, sign), shift*60)
	return b[:len(b)-len(":00")]
}

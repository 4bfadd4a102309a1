package edtf

// resolveYearFrom resolves "a year from 1000 to 1999": a year of which the last
// digits are not known.
func resolveYearFrom(r *reading, _ placing) (sense, *refusal) {
	first, last := r.from.number, r.year.number
	for digits, span := 1, int64(10); digits <= 3; digits, span = digits+1, span*10 {
		p := yearPart(first)
		if first < 0 {
			p.year = last - last%span
		}
		p.mask = maskYear >> (4 - digits)
		if y := p.years(); p.year%span == 0 && y.at(0) == first && y.at(y.count-1) == last {
			return senseOf(p).ofUnit(unitYear), nil
		}
	}
	return sense{}, unfit("the first and the last year of a decade, a century or a millennium")
}

func resolveUnknownYear(*reading, placing) (sense, *refusal) {
	return senseOf(part{mask: maskYear, precision: PrecisionYear}).ofUnit(unitYear), nil
}

// resolveOfSomeYear gives a date that comes round every year one that is not
// known in full.
func resolveOfSomeYear(r *reading, p placing) (sense, *refusal) {
	s, no := r.kids[0].resolve(p)
	if no != nil {
		return sense{}, no
	}
	year, no := r.kids[1].resolve(p)
	if no != nil || s.kind != KindDate || s.cycle != cycleYear {
		return sense{}, r.kids[1].refuse("no year beside a date that has one")
	}
	d, y := s.items[0].first, year.items[0].first
	d.year, d.negative, d.mask = y.year, y.negative, d.mask|y.mask
	return senseOf(d).ofUnit(s.unit), nil
}

// some is "a day in June 2004" or "a month of 2004".
func some(r *reading, s sense) (sense, bool) {
	d := s.items[0].first
	isYear := d.precision == PrecisionYear && d.digits == 0
	isMonth := d.precision == PrecisionMonth && d.month <= 12 && r.unit == unitDay
	if isYear {
		d.mask |= maskMonth
	}
	d.precision = PrecisionMonth
	if r.unit == unitDay {
		d.mask, d.precision = d.mask|maskDay, PrecisionDay
	}
	return senseOf(d), s.kind == KindDate && (isYear || isMonth) && (r.unit == unitDay || r.unit == unitMonth)
}

package edtf

// parseInterval reads an interval that starts with a slash or with dots.
func parseInterval(s string, d *Date) *ParseError {
	d.canonical = true
	if s[0] == '/' {
		d.startKind = EndUnknown
		return parseIntervalEnd(s, 0, d)
	}
	if !isDots(s, 0) {
		return refuse(s, 0, "two dots, or a date")
	}
	if len(s) > 2 && s[2] == '/' {
		d.startKind = EndOpen
		return parseIntervalEnd(s, 2, d)
	}
	d.startKind = EndOnOrBefore
	i, plain, fail := scanDate(s, 2, &d.start)
	if fail != nil {
		return fail
	}
	if i >= len(s) || s[i] != '/' {
		return refuse(s, i, "a slash and the end of the interval")
	}
	d.canonical = plain
	return parseIntervalEnd(s, i, d)
}

// parseIntervalEnd reads the slash at s[i] and the end of the interval.
func parseIntervalEnd(s string, i int, d *Date) *ParseError {
	d.kind = KindInterval
	i++
	dateless := d.startKind == EndUnknown || d.startKind == EndOpen
	if i == len(s) || isDots(s, i) && i+2 == len(s) {
		if dateless {
			return refuse(s, i, "a date at one end of the interval at least")
		}
		d.endKind = EndUnknown
		if i < len(s) {
			d.endKind = EndOpen
		}
		return nil
	}
	start := i
	if isDots(s, i) {
		d.endKind = EndOnOrBefore
		i += 2
	}
	i, plain, fail := scanDate(s, i, &d.end)
	if fail != nil {
		return fail
	}
	d.canonical = d.canonical && plain
	if d.endKind == EndDate && isDots(s, i) {
		d.endKind = EndOnOrAfter
		i += 2
	}
	if i != len(s) {
		return refuse(s, i, wantEnd+"; an interval takes two dates without times")
	}
	if isLimit(d.startKind, EndOnOrAfter) && isLimit(d.endKind, EndOnOrBefore) && reversed(&d.start, &d.end) {
		return refuse(s, start, "an end that can lie on or after the start")
	}
	return nil
}

// reversed reports whether b lies before a wherever both may lie, whatever the
// season convention.
func reversed(a, b *part) bool {
	if a.year < b.year && a.mask|b.mask|a.digits|b.digits == 0 {
		return false
	}
	if !a.isSeason() && !b.isSeason() {
		return reversedWith(a, b, &Options{})
	}
	var o Options
	for _, c := range o.seasonConventions() {
		if !reversedWith(a, b, &c) {
			return false
		}
	}
	return true
}

func reversedWith(a, b *part, o *Options) bool {
	first, _ := a.granules(o)
	_, last := b.granules(o)
	return last.last.before(first.first)
}

package edtf

import "strconv"

// String returns the canonical text, "" for the zero Date. It is the source
// text with every qualifier in its shortest place — on the right of the last
// component when all share it, on the right of the last of the leading
// components that share one, else on the left of its component — and with a
// time shift as +hh:mm, or Z for none. Members of a set keep their order and
// number, and a year written with an exponent keeps it.
func (d Date) String() string {
	if d.canonical {
		return d.source
	}
	var room [64]byte
	text := room[:0]
	if more := len(d.source) + len(d.source)/8; more > len(room) {
		text = make([]byte, 0, more)
	}
	return string(d.appendCanonical(text))
}

// Source returns the text d was parsed from; for a Date built from days or
// times it is the canonical text.
func (d Date) Source() string {
	if d.source != "" {
		return d.source
	}
	return d.String()
}

// AppendText appends the source text, as MarshalText returns it; it never
// fails.
func (d Date) AppendText(b []byte) ([]byte, error) {
	if d.source != "" {
		return append(b, d.source...), nil
	}
	return d.appendCanonical(b), nil
}

// MarshalText returns the source text, which keeps what the canonical text
// would lose; empty for the zero Date. It never fails.
func (d Date) MarshalText() ([]byte, error) { return d.AppendText(nil) }

// UnmarshalText reads what Parse reads; in particular an empty text is an
// error. On error d keeps its value.
func (d *Date) UnmarshalText(text []byte) error {
	if d == nil {
		return errNowhere
	}
	parsed, err := Parse(string(text))
	if err != nil {
		return err
	}
	*d = parsed
	return nil
}

func (d *Date) appendCanonical(b []byte) []byte {
	switch d.kind {
	case KindDate:
		return d.start.append(b)
	case KindDateTime:
		return d.appendTime(append(d.start.append(b), 'T'))
	case KindInterval:
		b = appendEnd(b, d.startKind, &d.start)
		return appendEnd(append(b, '/'), d.endKind, &d.end)
	case KindOneOf, KindAllOf:
		return d.appendSet(b)
	}
	return b
}

func (d *Date) appendTime(b []byte) []byte {
	second := d.second
	if b = appendClock(b, second); d.leap {
		b = append(b[:len(b)-2], "60"...)
	}
	if !d.zoned {
		return b
	}
	if d.shift == 0 {
		return append(b, 'Z')
	}
	sign, shift := byte('+'), d.shift
	if shift < 0 {
		sign, shift = '-', -shift
	}
	hours, minutes := byte(shift/60), byte(shift%60)
	return append(b, sign, '0'+hours/10, '0'+hours%10, ':', '0'+minutes/10, '0'+minutes%10)
}

func appendEnd(b []byte, kind EndKind, p *part) []byte {
	switch kind {
	case EndOpen:
		return append(b, ".."...)
	case EndUnknown:
		return b
	case EndOnOrBefore:
		return p.append(append(b, ".."...))
	case EndOnOrAfter:
		return append(p.append(b), ".."...)
	}
	return p.append(b)
}

func (d *Date) appendSet(b []byte) []byte {
	brackets := "[]"
	if d.kind == KindAllOf {
		brackets = "{}"
	}
	b = append(b, brackets[0])
	start := len(b)
	for r := d.items(); r.read(); {
		if len(b) > start {
			b = append(b, ',')
		}
		b = r.item.append(b)
	}
	return append(b, brackets[1])
}

// append writes what stands between two commas of a set.
func (it *setItem) append(b []byte) []byte {
	switch it.kind {
	case itemRange:
		return it.last.append(append(it.first.append(b), ".."...))
	case itemUpTo:
		return it.first.append(append(b, ".."...))
	case itemFrom:
		return append(it.first.append(b), ".."...)
	}
	return it.first.append(b)
}

// sharedRun counts the leading components that share the qualifier of the
// first; it is 0 when the first has none.
func (p *part) sharedRun() int {
	first := p.qualifier.component(0)
	if first == 0 {
		return 0
	}
	run := 1
	for run < int(p.precision) && p.qualifier.component(run) == first {
		run++
	}
	return run
}

func (p *part) append(b []byte) []byte {
	run := p.sharedRun()
	b = p.appendYear(b)
	if run == 1 {
		b = append(b, p.qualifier.component(0).symbol())
	}
	if p.precision >= PrecisionMonth {
		b = p.appendPair(append(b, '-'), 1, run, p.month, p.mask>>4)
	}
	if p.precision >= PrecisionDay {
		b = p.appendPair(append(b, '-'), 2, run, p.day, p.mask>>6)
	}
	return b
}

func (p *part) appendPair(b []byte, component, run int, value, mask uint8) []byte {
	own := p.qualifier.component(component)
	if component >= run && own != 0 {
		b = append(b, own.symbol())
	}
	tens, ones := '0'+value/10, '0'+value%10
	if mask&2 != 0 {
		tens = 'X'
	}
	if mask&1 != 0 {
		ones = 'X'
	}
	b = append(b, tens, ones)
	if component == run-1 {
		b = append(b, own.symbol())
	}
	return b
}

func (p *part) appendYear(b []byte) []byte {
	if p.isLong() {
		b = append(b, 'Y')
		if p.negative {
			b = append(b, '-')
		}
		n := magnitude(p.year)
		b = strconv.AppendUint(b, n/pow10[p.exponent], 10)
		if p.exponent > 0 {
			b = strconv.AppendUint(append(b, 'E'), uint64(p.exponent), 10)
		}
	} else {
		if p.negative && p.year == 0 {
			b = append(b, '-')
		}
		b = appendYear(b, p.year)
		for i, digit := 0, b[len(b)-4:]; i < 4; i++ {
			if p.mask>>i&1 != 0 {
				digit[3-i] = 'X'
			}
		}
	}
	if p.digits > 0 {
		b = strconv.AppendUint(append(b, 'S'), uint64(p.digits), 10)
	}
	return b
}

package edtf

// Components is a set of the components of a date.
type Components uint8

const (
	// ComponentYear is the year.
	ComponentYear Components = 1 << iota
	// ComponentMonth is the month or sub-year code.
	ComponentMonth
	// ComponentDay is the day of the month.
	ComponentDay

	// AllComponents are the three.
	AllComponents = ComponentYear | ComponentMonth | ComponentDay
)

// Has reports whether every component of other is in c.
func (c Components) Has(other Components) bool { return c&other == other }

// String returns the letters y, m and d of the components in c, in this order.
func (c Components) String() string {
	return [8]string{"", "y", "m", "ym", "d", "yd", "md", "ymd"}[c&7]
}

// qualifier holds the uncertain components in its low and the approximate ones
// in its high three bits.
type qualifier uint8

const qualifierUncertain, qualifierApproximate qualifier = 1, 1 << 3

func (q qualifier) uncertain() Components   { return Components(q & 7) }
func (q qualifier) approximate() Components { return Components(q >> 3) }

// qualifierOf returns the qualifier that c puts on the year, or 0.
func qualifierOf(c byte) qualifier {
	switch c {
	case '?':
		return qualifierUncertain
	case '~':
		return qualifierApproximate
	case '%':
		return qualifierUncertain | qualifierApproximate
	}
	return 0
}

// component returns the qualifier of one component, moved to the year.
func (q qualifier) component(i int) qualifier {
	return q >> i & (qualifierUncertain | qualifierApproximate)
}

// symbol is the character of a qualifier on the year.
func (q qualifier) symbol() byte {
	switch q {
	case qualifierUncertain:
		return '?'
	case qualifierApproximate:
		return '~'
	}
	return '%'
}

// qualify puts q, which is on the year, on components of p.
func (p *part) qualify(q qualifier, c Components) {
	for i := range 3 {
		if c.Has(1 << i) {
			p.qualifier |= q << i
		}
	}
}

package edtf

// setItem is what stands between two commas of a set: a date, or two dates
// with all that lies between them, or a date with all before or after it.
type setItem struct {
	first, last part // last is used by itemRange only
	kind        itemKind
}

type itemKind uint8

const (
	itemDate itemKind = itemKind(MemberDate) + iota
	itemRange
	itemUpTo // "..1984"
	itemFrom // "1984.."
)

// greatest returns the last date written in the item.
func (it *setItem) greatest() *part {
	if it.kind == itemRange {
		return &it.last
	}
	return &it.first
}

// A set keeps no list of its items: they are read again from the source text
// when they are needed, so that a set costs no more than its text.

// parseSet checks a set, from its first bracket on.
func parseSet(s string, d *Date) *ParseError {
	closing := byte(']')
	d.kind = KindOneOf
	if s[0] == '{' {
		closing = '}'
		d.kind = KindAllOf
	}
	d.canonical = true
	for i := 1; ; i++ {
		var it setItem
		next, plain, fail := scanItem(s, i, &it)
		if fail != nil {
			return fail
		}
		d.canonical = d.canonical && plain
		if next < len(s) && s[next] == closing {
			if next+1 != len(s) {
				return refuse(s, next+1, wantEnd)
			}
			if it.kind == itemUpTo && i > 1 {
				return refuse(s, i, "leading dots in the first member only")
			}
			return nil
		}
		if next >= len(s) || s[next] != ',' {
			want := "a comma or "
			if it.kind == itemDate {
				want = "a hyphen, a qualifier, a comma, two dots or "
			}
			return refuse(s, next, want+string(closing))
		}
		if it.kind == itemUpTo && i > 1 {
			return refuse(s, i, "leading dots in the first member only")
		}
		if it.kind == itemFrom {
			return refuse(s, next-2, "trailing dots after the last member only")
		}
		i = next
	}
}

// scanItem reads one item of a set.
func scanItem(s string, i int, it *setItem) (next int, plain bool, fail *ParseError) {
	if isDots(s, i) {
		it.kind = itemUpTo
		return scanDate(s, i+2, &it.first)
	}
	start := i
	i, plain, fail = scanDate(s, i, &it.first)
	if fail != nil || !isDots(s, i) {
		return i, plain, fail
	}
	i += 2
	if i >= len(s) || s[i] == ']' || s[i] == '}' || s[i] == ',' {
		it.kind = itemFrom
		return i, plain, nil
	}
	it.kind = itemRange
	second := i
	i, lastPlain, fail := scanDate(s, i, &it.last)
	if fail != nil {
		return i, plain, fail
	}
	if it.first.precision != it.last.precision || subYearFamily(it.first.month) != subYearFamily(it.last.month) {
		return start, plain, refuse(s, second, "the same precision on both sides of the dots")
	}
	if it.reversed() {
		return start, plain, refuse(s, second, "a last member that can lie on or after the first")
	}
	return i, plain && lastPlain, nil
}

// reversed reports whether a range runs backwards wherever its dates may lie;
// of seasons, by the order of their codes.
func (it *setItem) reversed() bool {
	if !it.first.isSeason() {
		return reversed(&it.first, &it.last)
	}
	first, last := it.first.season(0), it.last.season(-1)
	return first.year > last.year || first.year == last.year && first.month > last.month
}

// setReader reads the items of a set that has been checked, one after another.
type setReader struct {
	text string
	next int // index of the next item
	item setItem
}

func (d *Date) items() setReader { return setReader{text: d.source, next: 1} }

// read puts the next item into r.item; it returns false after the last one.
func (r *setReader) read() bool {
	if r.next >= len(r.text) {
		return false
	}
	r.item = setItem{}
	next, _, _ := scanItem(r.text, r.next, &r.item)
	r.next = next + 1
	return true
}

package edtf

// maxShift is the greatest time shift, in minutes: 14 hours either way, as in
// XML Schema; ISO 8601 gives no bound.
const maxShift = 14 * 60

// parseTime reads the time of day and the zone of a date-time from s[i] on.
func parseTime(s string, i int, d *Date) *ParseError {
	d.kind = KindDateTime
	var clock [3]int32
	for k, want := range [3]string{"an hour 00-23", "a minute 00-59", "a second 00-59"} {
		if k > 0 {
			if i >= len(s) || s[i] != ':' {
				return refuse(s, i, "a colon and "+want)
			}
			i++
		}
		value, ok := twoDigits(s, i)
		limit := 59
		if k == 0 {
			limit = 23
		} else if k == 2 {
			limit = 60
		}
		if !ok || value > limit {
			return refuse(s, i, want)
		}
		clock[k] = int32(value)
		i += 2
	}
	d.second = clock[0]*3600 + clock[1]*60 + clock[2]
	if clock[2] == 60 {
		d.second--
		d.leap = true
	}
	end := i
	if fail := parseZone(s, i, d); fail != nil {
		return fail
	}
	// A leap second ends a day of UTC; without a zone any minute that may be
	// the last one somewhere will do.
	if d.leap && (d.zoned && (d.second-int32(d.shift)*60+2*86400)%86400 != 86399 || !d.zoned && clock[1]%15 != 14) {
		return refuse(s, end-2, "a second 00-59, or a leap second at the end of a UTC day")
	}
	return nil
}

func parseZone(s string, i int, d *Date) *ParseError {
	if i == len(s) {
		return nil
	}
	d.zoned = true
	const want = "Z, a time shift such as +04 or +04:30, or the end of the text"
	sign := 0
	switch s[i] {
	case 'Z':
		if i+1 != len(s) {
			return refuse(s, i+1, wantEnd)
		}
		return nil
	case '+':
		sign = 1
	case '-':
		sign = -1
	default:
		return refuse(s, i, want)
	}
	hours, ok := twoDigits(s, i+1)
	if !ok || hours > maxShift/60 {
		return refuse(s, i+1, "hours of a time shift, 00-14")
	}
	start := i
	i += 3
	minutes := 0
	d.canonical = false
	if i < len(s) {
		if s[i] != ':' {
			return refuse(s, i, "a colon and minutes, or the end of the text")
		}
		if minutes, ok = twoDigits(s, i+1); !ok || minutes > 59 {
			return refuse(s, i+1, "minutes 00-59")
		}
		if i += 3; i != len(s) {
			return refuse(s, i, wantEnd)
		}
		d.canonical = hours+minutes > 0
	}
	total := hours*60 + minutes
	if total > maxShift {
		return refuse(s, start+1, "a time shift of at most 14:00")
	}
	if total == 0 && sign < 0 {
		return refuse(s, start, "a shift of zero as Z or +00:00")
	}
	d.shift = int16(sign * total)
	return nil
}

func twoDigits(s string, i int) (int, bool) {
	if i+1 >= len(s) || !isDigit(s[i]) || !isDigit(s[i+1]) {
		return 0, false
	}
	return int(s[i]-'0')*10 + int(s[i+1]-'0'), true
}

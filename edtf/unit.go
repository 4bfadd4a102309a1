package edtf

// unit is a length of time that has a place in the calendar.
type unit uint8

const (
	unitHour unit = iota + 1
	unitDay
	unitWeek
	unitFortnight
	unitMonth
	unitQuarter
	unitHalf
	unitYear
	unitDecade
	unitCentury
	unitSeason
)

// unitStarts return the first day of the unit that holds a day.
var unitStarts = [...]func(Day) Day{
	unitDay:     func(d Day) Day { return d },
	unitWeek:    weekOf,
	unitMonth:   func(d Day) Day { return Day{d.year, d.month, 1} },
	unitQuarter: func(d Day) Day { return Day{d.year, (d.month-1)/3*3 + 1, 1} },
	unitYear:    func(d Day) Day { return Day{d.year, 1, 1} },
	unitDecade:  func(d Day) Day { y, _ := floorDiv(d.year, 10); return Day{y * 10, 1, 1} },
	unitCentury: func(d Day) Day { y, _ := floorDiv(d.year-1, 100); return Day{y*100 + 1, 1, 1} },
}

// shift moves d by n units, to the day of the same number in a month.
func shift(d Day, u unit, n int64) Day {
	switch u {
	case unitDay:
		return d.AddDays(n)
	case unitWeek:
		return d.AddDays(7 * n)
	case unitFortnight:
		return d.AddDays(14 * n)
	}
	return d.addMonths(n * map[unit]int64{unitMonth: 1, unitQuarter: 3, unitYear: 12, unitDecade: 120, unitCentury: 1200}[u])
}

// halfUnits are the units that have a half in others, and how many.
var halfUnits = map[unit]struct {
	unit unit
	n    int64
}{unitYear: {unitMonth, 6}, unitDecade: {unitYear, 5}, unitCentury: {unitYear, 50}}

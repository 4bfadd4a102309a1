package dispute

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"slices"

	"github.com/dispute-go/dispute/edtf"
)

// A heavyShape is a pair on which n events bear at once.
type heavyShape struct {
	name  string
	track Track
	kinds []EventKind
	// when and until are the dates of an event; a nil when leaves it undated, a
	// nil until says that it does not last.
	when, until func(i, n int, rng *rand.Rand) edtf.Date
	chained     bool // each follows the one before it
}

var (
	breaks    = []EventKind{sever, KindRestoreRelations, KindSuspendRelations, KindReduceRelations}
	attacks   = []EventKind{KindAttack, KindShowForce}
	hostility = []EventKind{KindAttack, KindShowForce, KindThreatenForce, KindDeclareWar, KindDeclareTruce}
)

// heavyShapes are pairs on which everything bears: at the size of the test,
// work that grew with the square of it would not end in time.
var heavyShapes = []heavyShape{
	{"exact", TrackDiplomaticRelations, breaks, someDay, nil, false},
	{"overlapping", TrackDiplomaticRelations, breaks, windows, nil, false},
	{"overlapping, chained", TrackDiplomaticRelations, breaks, inOrder(windows), nil, true},
	{"undated", TrackDiplomaticRelations, breaks, nil, nil, false},
	{"undated, chained", TrackDiplomaticRelations, breaks, nil, nil, true},
	{"undated beside exact", TrackDiplomaticRelations, breaks, everyOther(someDay), nil, false},
	{"one day", TrackDiplomaticRelations, breaks, oneDay, nil, false},
	{"one window", TrackDiplomaticRelations, breaks, oneWindow, nil, false},
	{"one window, chained", TrackDiplomaticRelations, breaks, oneWindow, nil, true},
	{"nested", TrackDiplomaticRelations, breaks, nestedWindows, nil, false},
	{"staggered", TrackDiplomaticRelations, breaks, staggered, nil, false},
	{"staggered, chained", TrackDiplomaticRelations, breaks, staggered, nil, true},
	{"just meeting", TrackDiplomaticRelations, breaks, meeting, nil, false},
	{"gaps", TrackDiplomaticRelations, breaks, gaps, nil, false},
	{"gaps, chained", TrackDiplomaticRelations, breaks, inOrder(gaps), nil, true},
	{"attacks", TrackHostility, attacks, days, days, false},
	{"lasting, vague ends", TrackHostility, attacks, someDay, windows, false},
	{"lasting, one window", TrackHostility, attacks, oneWindow, oneWindow, false},
	{"hostility, overlapping", TrackHostility, hostility, windows, windows, false},
	{"hostility, one day", TrackHostility, hostility, oneDay, oneDay, false},
	{"hostility, one window", TrackHostility, hostility, oneWindow, oneWindow, false},
	{"hostility, nested", TrackHostility, hostility, nestedWindows, nestedWindows, false},
	{"hostility, staggered", TrackHostility, hostility, staggered, staggered, false},
	{"hostility, staggered and chained", TrackHostility, hostility, staggered, staggered, true},
	{"hostility, gaps", TrackHostility, hostility, gaps, gaps, false},
}

// heavyStart is the first day of all, and heavyDays how many there are.
const heavyDays = 10_000

var heavyStart = dayOf("1990-01-01")

func between(first, last int64) edtf.Date {
	d, err := edtf.OneOfDays(heavyStart.AddDays(first), heavyStart.AddDays(last))
	if err != nil {
		panic(err)
	}
	return d
}

func oneDay(int, int, *rand.Rand) edtf.Date    { return between(0, 0) }
func oneWindow(int, int, *rand.Rand) edtf.Date { return between(0, heavyDays) }

func someDay(_, _ int, rng *rand.Rand) edtf.Date {
	day := rng.Int64N(heavyDays)
	return between(day, day)
}

func days(_, _ int, rng *rand.Rand) edtf.Date {
	day := heavyStart.AddDays(rng.Int64N(heavyDays))
	d, err := edtf.Span(day, day.AddDays(rng.Int64N(3)))
	if err != nil {
		panic(err)
	}
	return d
}

func windows(_, _ int, rng *rand.Rand) edtf.Date {
	day := rng.Int64N(heavyDays)
	return between(day, day+rng.Int64N(2_000))
}

func nestedWindows(i, n int, _ *rand.Rand) edtf.Date {
	day := int64(i) * heavyDays / int64(n)
	return between(day, 3*heavyDays-day)
}

func staggered(i, n int, _ *rand.Rand) edtf.Date {
	day := int64(i) * heavyDays / int64(n)
	return between(day, day+heavyDays/3)
}

// meeting are windows that each overlap some twenty others.
func meeting(i, _ int, _ *rand.Rand) edtf.Date { return between(int64(10*i), int64(10*i+100)) }

// gaps are sets of four windows with others between them.
func gaps(_, _ int, rng *rand.Rand) edtf.Date {
	text, day := "[", rng.Int64N(heavyDays)
	for i := range 4 {
		if i > 0 {
			text += ","
		}
		text += heavyStart.AddDays(day).String() + ".." + heavyStart.AddDays(day+10+rng.Int64N(100)).String()
		day += 200 + rng.Int64N(500)
	}
	return edtf.MustParse(text + "]")
}

func everyOther(when func(int, int, *rand.Rand) edtf.Date) func(int, int, *rand.Rand) edtf.Date {
	return func(i, n int, rng *rand.Rand) edtf.Date {
		if i%2 == 1 {
			return edtf.Date{}
		}
		return when(i, n, rng)
	}
}

// inOrder sorts the dates of all events by their first day.
func inOrder(when func(int, int, *rand.Rand) edtf.Date) func(int, int, *rand.Rand) edtf.Date {
	var list []edtf.Date
	return func(i, n int, rng *rand.Rand) edtf.Date {
		if i == 0 {
			list = nil
			for range n {
				list = append(list, when(i, n, rng))
			}
			slices.SortFunc(list, func(a, b edtf.Date) int { return cmp.Compare(a.String(), b.String()) })
		}
		return list[i]
	}
}

// record returns a case file of n events.
func (s *heavyShape) record(n int) *caseFile {
	rng := rand.New(rand.NewPCG(1, uint64(n)))
	f := newCaseFile("a", "b")
	for i := range n {
		e := f.event(EventID(fmt.Sprintf("e%06d", i)), pick(rng, s.kinds), "", "actor", "a", "target", "b")
		if s.when != nil {
			e.When = s.when(i, n, rng)
		}
		if s.until != nil && e.Kind != KindDeclareWar && e.Kind != KindDeclareTruce {
			e.Until = s.until(i, n, rng)
		}
		if s.chained && i > 0 {
			e.Links = []Link{{LinkAfter, EventID(fmt.Sprintf("e%06d", i-1))}}
		}
	}
	return f
}

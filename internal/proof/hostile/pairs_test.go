package hostile_test

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"slices"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/disputetest"
)

// A heavyShape is a pair on which n events bear at once.
type heavyShape struct {
	name  string
	track dispute.Track
	kinds []dispute.EventKind
	// when and until are the dates of an event; a nil when leaves it undated, a
	// nil until says that it does not last.
	when, until func(i, n int, rng *rand.Rand) edtf.Date
	chained     bool // each follows the one before it
}

var (
	breaks    = []dispute.EventKind{dispute.KindSeverRelations, dispute.KindRestoreRelations, dispute.KindSuspendRelations, dispute.KindReduceRelations}
	attacks   = []dispute.EventKind{dispute.KindAttack, dispute.KindShowForce}
	hostility = []dispute.EventKind{dispute.KindAttack, dispute.KindShowForce, dispute.KindThreatenForce, dispute.KindDeclareWar, dispute.KindDeclareTruce}
)

// heavyShapes are pairs on which everything bears: at the size of the test,
// work that grew with the square of it would not end in time.
var heavyShapes = []heavyShape{
	{"exact", dispute.TrackDiplomaticRelations, breaks, someDay, nil, false},
	{"overlapping", dispute.TrackDiplomaticRelations, breaks, windows, nil, false},
	{"overlapping, chained", dispute.TrackDiplomaticRelations, breaks, inOrder(windows), nil, true},
	{"undated", dispute.TrackDiplomaticRelations, breaks, nil, nil, false},
	{"undated, chained", dispute.TrackDiplomaticRelations, breaks, nil, nil, true},
	{"undated beside exact", dispute.TrackDiplomaticRelations, breaks, everyOther(someDay), nil, false},
	{"one day", dispute.TrackDiplomaticRelations, breaks, oneDay, nil, false},
	{"one window", dispute.TrackDiplomaticRelations, breaks, oneWindow, nil, false},
	{"one window, chained", dispute.TrackDiplomaticRelations, breaks, oneWindow, nil, true},
	{"nested", dispute.TrackDiplomaticRelations, breaks, nestedWindows, nil, false},
	{"staggered", dispute.TrackDiplomaticRelations, breaks, staggered, nil, false},
	{"staggered, chained", dispute.TrackDiplomaticRelations, breaks, staggered, nil, true},
	{"just meeting", dispute.TrackDiplomaticRelations, breaks, meeting, nil, false},
	{"gaps", dispute.TrackDiplomaticRelations, breaks, gaps, nil, false},
	{"gaps, chained", dispute.TrackDiplomaticRelations, breaks, inOrder(gaps), nil, true},
	{"attacks", dispute.TrackHostility, attacks, days, days, false},
	{"lasting, vague ends", dispute.TrackHostility, attacks, someDay, windows, false},
	{"lasting, one window", dispute.TrackHostility, attacks, oneWindow, oneWindow, false},
	{"hostility, overlapping", dispute.TrackHostility, hostility, windows, windows, false},
	{"hostility, one day", dispute.TrackHostility, hostility, oneDay, oneDay, false},
	{"hostility, one window", dispute.TrackHostility, hostility, oneWindow, oneWindow, false},
	{"hostility, nested", dispute.TrackHostility, hostility, nestedWindows, nestedWindows, false},
	{"hostility, staggered", dispute.TrackHostility, hostility, staggered, staggered, false},
	{"hostility, staggered and chained", dispute.TrackHostility, hostility, staggered, staggered, true},
	{"hostility, gaps", dispute.TrackHostility, hostility, gaps, gaps, false},
}

// heavyStart is the first day of all, and heavyDays how many there are.
const heavyDays = 10_000

var heavyStart = disputetest.Day("1990-01-01")

func between(first, last int64) edtf.Date {
	d, err := edtf.OneOfDays(heavyStart.AddDays(first), heavyStart.AddDays(last))
	if err != nil {
		panic(err)
	}
	return d
}

func oneDay(int, int, *rand.Rand) edtf.Date { return between(0, 0) }

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
func (s *heavyShape) record(n int) *disputetest.CaseFile {
	rng := rand.New(rand.NewPCG(1, uint64(n)))
	f := disputetest.NewCaseFile("a", "b")
	for i := range n {
		e := f.Event(dispute.EventID(fmt.Sprintf("e%06d", i)), disputetest.Pick(rng, s.kinds), "", "actor", "a", "target", "b")
		if s.when != nil {
			e.When = s.when(i, n, rng)
		}
		if s.until != nil && e.Kind != dispute.KindDeclareWar && e.Kind != dispute.KindDeclareTruce {
			e.Until = s.until(i, n, rng)
		}
		if s.chained && i > 0 {
			e.Links = []dispute.Link{{Kind: dispute.LinkAfter, Event: dispute.EventID(fmt.Sprintf("e%06d", i-1))}}
		}
	}
	return f
}

package sahel2024_test

import (
	"testing"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/edtf"
)

// A state is found without a word: its sentence and reasons are made when they
// are asked for.
func TestRelationOnAllocates(t *testing.T) {
	_, day := maliAndUkraine(t)
	tried := 0
	for r := range look(t, dispute.Lens{}).Relations() {
		tried++
		if n := testing.AllocsPerRun(100, func() { r.On(day) }); n > 4 {
			t.Errorf("%s: the state of a day takes %v allocations, want at most 4", r, n)
		}
	}
	if tried < 10 {
		t.Errorf("%d relations tried, want 10 or more", tried)
	}
}

func BenchmarkRelationOn(b *testing.B) {
	r, day := maliAndUkraine(b)
	b.ReportAllocs()
	for b.Loop() {
		r.On(day)
	}
}

func BenchmarkRelationOnWithText(b *testing.B) {
	r, day := maliAndUkraine(b)
	for b.Loop() {
		_ = r.On(day).String()
	}
}

// maliAndUkraine is the diplomatic relations of the two, and a day after Mali
// severed them.
func maliAndUkraine(t testing.TB) (dispute.Relation, edtf.Day) {
	t.Helper()
	return look(t, dispute.Lens{}).Relation("mali", "ukraine", dispute.TrackDiplomaticRelations), edtf.MustParseDay("2024-08-07")
}

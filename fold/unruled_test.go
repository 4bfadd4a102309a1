package fold_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/fold"
)

// What no rule knows is counted by its kind, however it comes.
func TestUnruledEventsAreCounted(t *testing.T) {
	e := func(kind dispute.EventKind) fold.Event {
		return fold.Event{From: "a", To: "b", Kind: kind, Day: edtf.MustParseDay("2024-08-04")}
	}
	feed := []fold.Event{e("sever"), e(dispute.KindSeverRelations), e("sever"), e(dispute.KindCoup), e("sever-relation")}
	f := fold.NewNamed(nil, fold.Options{})
	if err := f.AddSlice(feed[:2]); err != nil {
		t.Fatal(err)
	}
	if err := f.Add(slices.Values(feed[2:4])); err != nil {
		t.Fatal(err)
	}
	other := fold.NewNamed(nil, fold.Options{})
	if _, err := other.Insert(4, feed[4]); err != nil {
		t.Fatal(err)
	}
	if err := f.Merge(other); err != nil {
		t.Fatal(err)
	}
	want := []fold.Unruled{{Kind: dispute.KindCoup, Events: 1}, {Kind: "sever", Events: 2}, {Kind: "sever-relation", Events: 1}}
	if diff := cmp.Diff(want, f.Unruled()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	c := fold.NewCoded(nil, fold.Options{Workers: 2})
	code, err := c.Rules().Code(dispute.KindAttack, dispute.RoleVictim, dispute.RoleObserver)
	if err != nil || code != 0 {
		t.Fatal(code, err)
	}
	if err := c.AddSlice([]fold.CodedEvent{{To: 1, Code: code}, {To: 1, Code: 1}, {To: 2}}); err != nil || c.Unruled() != 2 {
		t.Errorf("%d events without a rule, %v, want 2", c.Unruled(), err)
	}
	more := fold.NewCoded(nil, fold.Options{})
	if err := more.AddSlice([]fold.CodedEvent{{To: 1}, {To: 1, Code: 1}, {To: 2}, {To: 3}}); err != nil {
		t.Fatal(err)
	}
	if err := c.Merge(more); err != nil || c.Unruled() != 5 {
		t.Errorf("%d events without a rule after a merge, %v, want 5", c.Unruled(), err)
	}
}

// A truce with an end gives back what was, and one without holds; added late or
// removed again they do too.
func TestTrucesOfAFeed(t *testing.T) {
	day := edtf.MustParseDay
	feed := []fold.Event{
		{From: "russia", To: "ukraine", Kind: dispute.KindWageWar, Day: day("2022-02-24"), MoreDays: fold.NoEnd},
		{From: "russia", To: "ukraine", Kind: dispute.KindDeclareTruce, Day: day("2025-04-19"), MoreDays: 1},
		{From: "russia", To: "ukraine", Kind: dispute.KindDeclareTruce, Day: day("2025-04-20"), MoreDays: 2},
	}
	check := func(f *fold.Named, on string, want dispute.State) {
		t.Helper()
		if s, _ := f.On("russia", "ukraine", dispute.TrackHostility, day(on)); s.State != want {
			t.Errorf("on %s: %s, want %s", on, s.State, want)
		}
	}
	for _, late := range []bool{false, true} {
		f := fold.NewNamed(nil, fold.Options{Removable: true})
		for i, e := range feed {
			if !late {
				if err := f.AddSlice(feed[i : i+1]); err != nil {
					t.Fatal(err)
				}
			} else if _, err := f.Insert(uint32(i), e); err != nil {
				t.Fatal(err)
			}
		}
		check(f, "2025-04-18", dispute.StateWar)
		check(f, "2025-04-19", dispute.StateNone)
		check(f, "2025-04-21", dispute.StateNone)
		check(f, "2025-04-22", dispute.StateNone)
		check(f, "2025-04-23", dispute.StateWar)
		if _, err := f.Remove(2, feed[2]); err != nil {
			t.Fatal(err)
		}
		check(f, "2025-04-20", dispute.StateNone)
		check(f, "2025-04-21", dispute.StateWar)
	}
}

package fold_test

import (
	"iter"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/fold"
)

func dayOf(s string) edtf.Day { return edtf.MustParseDay(s) }

func defaultRules(t testing.TB) *fold.Rules {
	t.Helper()
	rules, err := fold.NewRules(nil)
	if err != nil {
		t.Fatal(err)
	}
	return rules
}

func codeOf(t testing.TB, rules *fold.Rules, kind dispute.EventKind) fold.Code {
	t.Helper()
	code, err := rules.Code(kind, "", "")
	if err != nil || code == 0 {
		t.Fatalf("code of %q: %d, %v", kind, code, err)
	}
	return code
}

// codesOf returns all codes of the default rules, ascending, with the zero one.
func codesOf(t testing.TB, rules *fold.Rules) []fold.Code {
	t.Helper()
	codes := []fold.Code{0}
	for _, r := range dispute.DefaultRules() {
		for _, roles := range [][2]dispute.ParticipantRole{{r.From, r.To}, {r.To, r.From}} {
			code, err := rules.Code(r.Event, roles[0], roles[1])
			if err != nil || code == 0 {
				t.Fatalf("code of %q: %d, %v", r.Event, code, err)
			}
			codes = append(codes, code)
		}
	}
	slices.Sort(codes)
	return slices.Compact(codes)
}

// rulesOn returns the default rules on a track whose two roles differ.
func rulesOn(t dispute.Track) []dispute.Rule {
	return slices.DeleteFunc(dispute.DefaultRules(), func(r dispute.Rule) bool { return r.Track != t || r.From == r.To })
}

func pick[T any](rng *rand.Rand, from []T) T { return from[rng.IntN(len(from))] }

// codedFeed returns events of four actors that the default rules know, on few
// days.
func codedFeed(rng *rand.Rand, codes []fold.Code, n int) []fold.CodedEvent {
	list := make([]fold.CodedEvent, n)
	for i := range list {
		e := &list[i]
		*e = fold.CodedEvent{Day: rng.Int32N(30) - 10, From: rng.Uint32N(4), To: rng.Uint32N(4), Code: pick(rng, codes)}
		e.From *= 1 << (9 * rng.Uint32N(3)) // numbers near and far
		if rng.IntN(4) == 0 {
			e.MoreDays = int32(rng.IntN(5))
		}
	}
	return list
}

func foldOf(t *testing.T, rules *fold.Rules, o fold.Options, events []fold.CodedEvent) *fold.Coded {
	t.Helper()
	f := fold.NewCoded(rules, o)
	if err := f.AddSlice(events); err != nil {
		t.Fatal(err)
	}
	return f
}

// at gives events the positions that they have in their slice.
func at(events []fold.CodedEvent, positions []int) iter.Seq2[uint32, fold.CodedEvent] {
	return func(yield func(uint32, fold.CodedEvent) bool) {
		for _, p := range positions {
			if !yield(uint32(p), events[p]) {
				return
			}
		}
	}
}

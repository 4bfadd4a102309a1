package dispute

import (
	"iter"
	"slices"
	"strings"
)

// OpenQuestions yields what the record leaves open, ordered by kind, then by
// ID. A response counts from the day it was given: a denial that is certainly
// older than an accusation is no answer to it. Whether an expected event is
// ageing or overdue is told only if the lens has a day.
func (v *View) OpenQuestions() iter.Seq[Question] {
	return func(yield func(Question) bool) {
		for _, q := range (questions{v.chronology}).open() {
			if !yield(q) {
				return
			}
		}
	}
}

func (v questions) open() []Question { return v.openQuestions(v.responses()) }

func (v questions) openQuestions(r *responses) []Question {
	list := r.missing()
	list = append(list, v.expectations()...)
	list = append(list, v.originless()...)
	slices.SortFunc(list, func(a, b Question) int {
		if a.Kind != b.Kind {
			return int(a.Kind) - int(b.Kind)
		}
		if c := strings.Compare(a.ID, b.ID); c != 0 {
			return c
		}
		return b.AsOf.Compare(a.AsOf) // of several reports the last one tells
	})
	return slices.CompactFunc(list, func(a, b Question) bool { return a.ID == b.ID })
}

func (v questions) responses() *responses {
	r := &responses{v: v, to: map[int32]map[int32]*replies{}}
	r.silent = v.indexSilences(r.silences())
	return r
}

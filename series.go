package dispute

import (
	"cmp"
	"maps"
	"slices"
)

// A Series is the figures of one thing, or the dates of one event, that one
// speaker gave one after the other. A later one, said on a surely later day, is
// an update: the speaker no longer stands by the earlier one. Who is merely of
// one voice with the speaker updates nothing.
type Series struct {
	Speaker ActorID `json:"speaker"`
	// Steps are by day, then by attribution. They are the statements that were
	// updated and those that update them, at least two.
	Steps []SeriesStep `json:"steps,omitempty"`
}

// A SeriesStep is one statement of a [Series].
type SeriesStep struct {
	Claim       ClaimID       `json:"claim"`
	Attribution AttributionID `json:"attribution"`
	// Said are the days on which it can have been said.
	Said DayRange `json:"said,omitzero"`
}

// series returns the series among what is stated on the claims themselves.
func (x *ratedClaims) series() []Series {
	v := x.court
	updating := map[int32]bool{}
	for _, s := range x.assessments {
		for _, r := range s.supporting.roots {
			if by := v.updates.by(*r); by != none {
				updating[by] = true
			}
		}
	}
	if len(updating) == 0 {
		return nil
	}
	type step struct {
		claim int32
		root  *voice
	}
	told := map[int32][]step{} // by speaker
	for i, s := range x.assessments {
		for _, r := range s.supporting.roots {
			if r.elsewhere || !v.updated(*r) && !updating[r.attribution] {
				continue
			}
			for _, speaker := range r.speakers {
				told[speaker] = append(told[speaker], step{x.claims[i], r})
			}
		}
	}
	var list []Series
	for _, speaker := range slices.Sorted(maps.Keys(told)) {
		steps := told[speaker]
		if len(steps) < 2 {
			continue
		}
		slices.SortFunc(steps, func(a, b step) int {
			p, q := a.root, b.root
			return cmp.Or(cmp.Compare(p.when.First, q.when.First), cmp.Compare(p.when.Last, q.when.Last), cmp.Compare(p.attribution, q.attribution))
		})
		series := Series{Speaker: v.actorID(speaker)}
		for _, s := range steps {
			series.Steps = append(series.Steps, SeriesStep{ClaimID(v.ref(s.claim).ID), v.attributionID(s.root.attribution), dayRange(s.root.when.First, s.root.when.Last)})
		}
		list = append(list, series)
	}
	return list
}

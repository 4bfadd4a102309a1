package dispute

import (
	"cmp"
	"maps"
	"math"
	"slices"
)

// A Series is the figures of one thing, or the dates of one event, that one
// speaker gave one after the other. A later one, said on a surely later day, is
// an update: the speaker no longer stands by the earlier one. Who is merely of
// one voice with the speaker updates nothing.
type Series struct {
	// Speaker is empty where a step was said in confidence.
	Speaker ActorID `json:"speaker,omitzero"`
	// Steps are by day, then by attribution. They are the statements that were
	// updated and those, said on a surely later day, by which the speaker stands
	// since, at least two; what only repeats a step is none.
	Steps []SeriesStep `json:"steps,omitempty"`
}

// A SeriesStep is one statement of a [Series].
type SeriesStep struct {
	Claim       ClaimID       `json:"claim"`
	Attribution AttributionID `json:"attribution"`
	// Said are the days on which it can have been said.
	Said DayRange `json:"said,omitzero"`
}

// A seriesStep is a statement of a figure or a date on a claim.
type seriesStep struct {
	claim int32
	root  *voice
}

// series returns the series among what is stated on the claims themselves.
func (x *ratedClaims) series() []Series {
	v := x.court
	told := map[int32][]seriesStep{} // by speaker
	for i, s := range x.assessments {
		for _, r := range s.supporting.roots {
			if r.elsewhere || len(r.disowned()) > 0 {
				continue
			}
			for _, speaker := range r.speakers {
				told[speaker] = append(told[speaker], seriesStep{x.claims[i], r})
			}
		}
	}
	var list []Series
	for _, speaker := range slices.Sorted(maps.Keys(told)) {
		steps := v.stepsOf(told[speaker])
		if len(steps) < 2 {
			continue
		}
		series := Series{Speaker: v.actorID(speaker)}
		for _, s := range steps {
			if v.inConfidence(s.root) {
				series.Speaker = ""
			}
			series.Steps = append(series.Steps, SeriesStep{ClaimID(v.ref(s.claim).ID), v.attributionID(s.root.attribution), dayRange(s.root.when.First, s.root.when.Last)})
		}
		list = append(list, series)
	}
	return list
}

// stepsOf returns, by day, which of a speaker's statements are steps of a series:
// those that are updated, and those surely later than one of these. Of what repeats
// the latest the first is the step.
func (v *court) stepsOf(told []seriesStep) []seriesStep {
	slices.SortFunc(told, func(a, b seriesStep) int {
		p, q := a.root, b.root
		return cmp.Or(cmp.Compare(p.when.First, q.when.First), cmp.Compare(p.when.Last, q.when.Last), cmp.Compare(p.attribution, q.attribution))
	})
	updated := [2]int64{math.MaxInt64, math.MaxInt64} // the first last day of one that is, asserted or implied
	for _, s := range told {
		if v.updated(*s.root) {
			for weak := range updated {
				if s.root.implied || weak == 0 {
					updated[weak] = min(updated[weak], s.root.when.Last)
				}
			}
		}
	}
	stands := map[given]int64{} // by what is given and stands: the first last day of it
	return slices.DeleteFunc(told, func(s seriesStep) bool {
		if v.updated(*s.root) {
			return false
		}
		weak := 0
		if s.root.implied {
			weak = 1
		}
		value := v.givenBy(s.claim)
		last, known := stands[value]
		if s.root.when.First <= updated[weak] || known && last < s.root.when.First {
			return true
		}
		if !known || s.root.when.Last < last {
			stands[value] = s.root.when.Last
		}
		return false
	})
}

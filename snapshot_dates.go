package dispute

import (
	"slices"

	"github.com/dispute-go/dispute/internal/precedence"
)

// datesItems is how many events a fact on dates lists before it refers to the
// facts on which the rest of the chain stands.
const datesItems = 32

// dates adds when every event can have started and ended. What the dates
// follow from is what [View.When] gives as reasons, in parts: a chain of n
// events would otherwise be listed n times over.
func (r *reading) dates() {
	v, x := r.v, &r.v.events
	r.clashes()
	for place, n := range x.list {
		p := int32(place)
		f := Fact{Key: v.datesKey(p), Text: contentWriter{r.answerID}.text(v.bounds(p))}
		near, far := x.follow(p, datesItems)
		for _, q := range near {
			f.Items = append(f.Items, v.ref(x.list[q]))
			for _, m := range v.on.moved[x.list[q]] {
				if v.ref(m).Kind == ItemEvent { // that was linked
					f.Items = append(f.Items, v.ref(m))
				}
			}
		}
		for _, q := range far {
			f.Facts = append(f.Facts, v.datesKey(q))
		}
		if list := x.clashing[x.time.Component[p]]; len(list) > datesItems {
			f.Facts = append(f.Facts, v.clashKey(list))
		} else {
			for _, q := range list {
				f.Items = append(f.Items, v.ref(x.list[q]))
			}
		}
		slices.SortFunc(f.Items, Ref.Compare)
		f.Items = slices.Compact(f.Items)
		slices.Sort(f.Facts)
		r.Facts = append(r.Facts, f)
		r.subjects[f.Key] = n
	}
}

// datesKey is the key of the fact when the event at place p started and ended.
func (v *View) datesKey(p int32) string { return v.firstRef(v.events.list[p]).String() + "/dates" }

// clashKey is the key of the fact that the chronology of some events cannot hold.
func (v *View) clashKey(places []int32) string {
	return "chronology/" + v.firstRef(v.events.list[places[0]]).String()
}

// follow returns the event at place p and those from which its bounds follow:
// up to most of them, the nearest first, and those that come next.
func (x *eventIndex) follow(p int32, most int) (near, far []int32) {
	near = []int32{p}
	seen := map[int32]bool{p: true}
	for i := 0; i < len(near); i++ {
		for _, by := range []int32{x.time.EarliestStartBy[near[i]], x.time.LatestStartBy[near[i]]} {
			if by == precedence.Declared || seen[by] {
				continue
			}
			seen[by] = true
			if len(near) < most {
				near = append(near, by)
			} else {
				far = append(far, by)
			}
		}
	}
	return near, far
}

// clashes adds the many events whose chronology cannot hold, as a fact of their
// own.
func (r *reading) clashes() {
	v, x := r.v, &r.v.events
	for _, component := range sortedKeys(x.clashing) {
		list := x.clashing[component]
		if len(list) <= datesItems {
			continue
		}
		f := Fact{Key: v.clashKey(list), Text: contentWriter{r.answerID}.text(struct {
			Events []EventID `json:"events"`
		}{v.eventIDs(list)})}
		for _, p := range list {
			f.Items = append(f.Items, v.ref(x.list[p]))
		}
		r.Facts = append(r.Facts, f)
	}
}

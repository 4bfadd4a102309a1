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
	clashes := r.clashes()
	for place, n := range x.list {
		p := int32(place)
		f := Fact{Key: r.datesKey(p), Text: contentWriter{r.answerID}.text(v.bounds(p))}
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
			f.Facts = append(f.Facts, r.datesKey(q))
		}
		if c, ok := clashes[x.time.Component[p]]; ok {
			f.Items = append(f.Items, c.Items...)
			f.Facts = append(f.Facts, c.Facts...)
		}
		slices.SortFunc(f.Items, Ref.Compare)
		f.Items = slices.Compact(f.Items)
		slices.Sort(f.Facts)
		r.Facts = append(r.Facts, f)
		r.subjects[f.Key] = n
	}
}

func (r *reading) datesKey(p int32) string { return r.name(r.v.events.list[p]).String() + "/dates" }

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

// clashes returns, by component, the events whose chronology cannot hold, so
// that all that is linked with them keeps the dates it was given. Where they
// are many they are a fact of their own.
func (r *reading) clashes() map[int32]Fact {
	v, x := r.v, &r.v.events
	places := map[int32][]int32{}
	for _, c := range x.time.Contradictions {
		component := x.time.Component[c.Nodes[0]]
		places[component] = append(places[component], c.Nodes...)
	}
	facts := map[int32]Fact{}
	for _, component := range sortedKeys(places) {
		list := merge(places[component])
		var f Fact
		for _, p := range list {
			f.Items = append(f.Items, v.ref(x.list[p]))
		}
		if len(list) > datesItems {
			f.Key = "chronology/" + r.name(x.list[list[0]]).String()
			f.Text = contentWriter{r.answerID}.text(struct {
				Events []EventID `json:"events"`
			}{v.eventIDs(list)})
			r.Facts = append(r.Facts, f)
			f = Fact{Facts: []string{f.Key}}
		}
		facts[component] = f
	}
	return facts
}

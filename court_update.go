package dispute

import (
	"cmp"
	"maps"
	"slices"

	"github.com/dispute-go/dispute/internal/ints"
	"github.com/dispute-go/dispute/internal/ties"
)

// A givenValue is one signatory's statement of a figure or a date.
type givenValue struct {
	attribution int32
	when        ties.Window
	value       given
	implied     bool
}

func compareGiven(a, b givenValue) int {
	return cmp.Or(cmp.Compare(a.when.First, b.when.First), cmp.Compare(a.when.Last, b.when.Last), cmp.Compare(a.attribution, b.attribution))
}

// newUpdates finds the updates of a view. The cost is near-linear in the number
// of statements on figures and dates.
func newUpdates(v *court) updates {
	x := updates{next: map[int32]int32{}, fallen: map[int32][][]int32{}}
	for e := range v.on.figures {
		sets := map[counted][]int32{}
		for _, c := range v.on.figures[e] {
			k := v.countedBy(c)
			sets[k] = append(sets[k], c)
		}
		for _, claims := range sets { // what is told of one bears on no other
			x.follow(v, claims)
		}
		x.follow(v, v.on.datings[e])
	}
	return x
}

// counted is what a figure is about, its event aside.
type counted struct {
	category string
	of       int32
}

// countedBy returns what figure claim c is about, its event aside.
func (v *sight) countedBy(c int32) counted {
	f := v.d.claim(c).Content.Figure
	return counted{f.Category, v.resolve(f.Of.Ref())}
}

// told returns what is stated on claims of one thing, by speaker, where one of
// them gives several surely one after the other.
func (v *court) told(claims []int32) map[int32][]givenValue {
	by := map[int32][]givenValue{}
	if len(claims) < 2 {
		return by
	}
	for _, c := range claims {
		value := v.givenBy(c)
		for _, n := range v.on.statements[c] {
			if s := v.d.attribution(n).Stance; s != StanceAsserts && s != StanceImplies {
				continue
			}
			if r, ok := v.voiceOf(n); ok {
				for _, s := range r.speakers {
					by[s] = append(by[s], givenValue{n, r.when, value, r.implied})
				}
			}
		}
	}
	maps.DeleteFunc(by, func(_ int32, list []givenValue) bool { return len(list) < 2 || len(nextOf(list)) == 0 })
	return by
}

// A given is what a claim gives, as a figure or as a date: equal where these are.
type given struct {
	low, best, high int64 // -1 where there is none
	when, until     string
}

func (v *sight) givenBy(c int32) given {
	content := v.d.claim(c).Content
	if d := content.Dating; d != nil {
		return given{when: d.When.String(), until: d.Until.String()}
	}
	number := func(n *int64) int64 {
		if n == nil {
			return -1
		}
		return *n
	}
	f := content.Figure
	return given{low: number(f.Low), best: number(f.Best), high: number(f.High)}
}

// follow finds the updates among the statements on claims of one thing.
func (x *updates) follow(v *court, claims []int32) {
	told := v.told(claims)
	if len(told) == 0 {
		return
	}
	standers := map[int32][]int32{} // by attribution: who stands by it, and disowns nothing of it
	for _, c := range claims {
		for _, r := range v.hear(v.proposition(c)).voices {
			if r.disowned() == nil {
				standers[r.attribution] = r.speakers
			}
		}
	}
	updating := map[int32]map[int32]givenValue{} // by attribution, then by signatory
	for s, list := range told {
		var fallen []int32
		standing := slices.DeleteFunc(slices.Clone(list), func(t givenValue) bool {
			gone := !slices.Contains(standers[t.attribution], s)
			if gone {
				fallen = append(fallen, t.attribution)
			}
			return gone
		})
		for n, by := range nextOf(standing) {
			if updating[n] == nil {
				updating[n] = map[int32]givenValue{}
			}
			updating[n][s] = by
		}
		if fallen != nil {
			for _, t := range list {
				x.fallen[t.attribution] = append(x.fallen[t.attribution], fallen)
			}
		}
	}
	for n, by := range updating {
		if len(by) == len(standers[n]) { // else somebody stands by it still
			x.next[n] = slices.MaxFunc(slices.Collect(maps.Values(by)), compareGiven).attribution
		}
	}
}

// nextOf returns, by attribution, the first of one speaker's statements that
// updates it: said on a surely later day, it gives another value. To imply one
// does not update one that was asserted.
func nextOf(list []givenValue) map[int32]givenValue {
	found := map[int32]givenValue{}
	for _, weak := range []bool{false, true} { // whether implications update, which they do each other
		later := slices.DeleteFunc(slices.Clone(list), func(t givenValue) bool { return t.implied && !weak })
		slices.SortFunc(later, compareGiven)
		other := make([]int, len(later)) // by statement: the next that gives another value
		for i := len(later) - 1; i >= 0; i-- {
			if other[i] = i + 1; i+1 < len(later) && later[i+1].value == later[i].value {
				other[i] = other[i+1]
			}
		}
		for _, t := range list {
			if t.implied != weak {
				continue
			}
			i, _ := slices.BinarySearchFunc(later, t.when.Last, func(o givenValue, last int64) int {
				if o.when.First > last {
					return 1
				}
				return -1
			})
			if i < len(later) && later[i].value == t.value {
				i = other[i]
			}
			if i < len(later) {
				found[t.attribution] = later[i]
			}
		}
	}
	return found
}

// by returns the statement that updates an attribution, or none.
func (x *updates) by(attribution int32) int32 {
	if by, ok := x.next[attribution]; ok {
		return by
	}
	return none
}

// updated reports whether a statement gives a figure or a date that its speaker
// has updated.
func (v *court) updated(r voice) bool { return v.updates.by(r.attribution) != none }

// standsBy reports whether whoever makes a statement stands by it, as far as that
// is told of figures and dates: it has neither updated nor disowned it.
func (v *court) standsBy(r voice) bool {
	if v.updated(r) {
		return false
	}
	if r.claim == none || r.disowned() == nil {
		return true
	}
	content := &v.d.claim(r.claim).Content
	return content.Figure == nil && content.Dating == nil
}

// bearing returns the statements that decide whether some are updated: those
// that do it, and those that would if they still counted.
func (x *updates) bearing(voices []voice) []int32 {
	if len(x.next)+len(x.fallen) == 0 {
		return nil
	}
	var list []int32
	shared := map[*int32]bool{}
	for _, r := range voices {
		if by := x.by(r.attribution); by != none {
			list = append(list, by)
		}
		for _, fallen := range x.fallen[r.attribution] {
			if !shared[&fallen[0]] {
				shared[&fallen[0]] = true
				list = append(list, fallen...)
			}
		}
	}
	return ints.Merge(list)
}

// updateGrounds returns the items on which it rests whether statements are
// updated: what updates them, or would, and what is said of that.
func (v *court) updateGrounds(voices []voice) []int32 {
	var list []int32
	for _, n := range v.updates.bearing(voices) {
		p := v.about(v.claimOf(n))
		list = append(list, p.claims...)
		for _, m := range append([]int32{n}, v.on.answers[n]...) {
			r, ok := v.voiceOf(m)
			if stance := v.d.attribution(m).Stance; !ok || m != n && stance != StanceDenies && stance != StanceUndercuts {
				continue
			}
			var h hearing
			v.sift(&h, p, []voice{r})
			heard, _ := h.all()
			list = append(list, heard...)
		}
	}
	return ints.Merge(list)
}

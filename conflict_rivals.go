package dispute

import (
	"cmp"
	"slices"

	"github.com/dispute-go/dispute/internal/group"
	"github.com/dispute-go/dispute/internal/ints"
	"github.com/dispute-go/dispute/internal/span"
	"github.com/dispute-go/dispute/internal/ties"
)

// contradictions finds claims declared contradictory that both have somebody who
// stands by them, or by what entails them. Those connected are one conflict.
func (v conflictFinder) contradictions() []*clash {
	joined := group.New(len(v.d.nodes))
	var contradicted []int32
	for _, c := range v.apart(ItemClaim) {
		for _, rival := range v.on.rivals[c] {
			if v.support.current[c] && v.support.current[rival] {
				contradicted = append(contradicted, c)
				joined.Join(c, rival)
			}
		}
	}
	byGroup := rivalClaims[int32]{}
	for _, c := range ints.Merge(contradicted) {
		byGroup.add(joined.Find(c), c)
	}
	var list []*clash
	for _, claims := range byGroup { // the list is sorted in the end
		list = append(list, v.rivals(claims))
	}
	return list
}

// rivals begins a clash of claims that somebody stands by, whose standings are
// told.
func (v conflictFinder) rivals(claims []int32) *clash {
	c := v.clash(v.support.backing(claims), claims...)
	c.claims = ints.Merge(claims)
	return c
}

// rivalClaims are claims by what they give, such as a number.
type rivalClaims[T comparable] map[T][]int32

func (x rivalClaims[T]) add(value T, claim int32) { x[value] = append(x[value], claim) }

// claims returns all the claims, ascending, or nil if they give the same.
func (x rivalClaims[T]) claims() []int32 {
	if len(x) < 2 {
		return nil
	}
	var list []int32
	for _, claims := range x { // they are sorted in the end
		list = append(list, claims...)
	}
	return ints.Merge(list)
}

// figures finds sets of figures, as [View.Figures] has them, in which somebody
// stands by more than one best figure, or by ranges that cannot meet.
func (v conflictFinder) figures() []*clash {
	var list []*clash
	for _, e := range v.apart(ItemEvent) {
		sets := map[counted][]int32{}
		for _, c := range v.on.figures[e] {
			if v.support.current[c] {
				k := v.countedBy(c)
				sets[k] = append(sets[k], c)
			}
		}
		for k, claims := range sets { // the list is sorted in the end
			best := rivalClaims[int64]{}
			for _, c := range claims {
				if n := v.d.claim(c).Content.Figure.Best; n != nil {
					best.add(*n, c)
				}
			}
			if rivals := ints.Merge(best.claims(), v.outOfReach(claims)); rivals != nil {
				c := v.overEvent(e, rivals)
				c.category = k.category
				list = append(list, c)
			}
		}
	}
	return list
}

// outOfReach returns the figure claims whose range has no number in common with that
// of another one.
func (v conflictFinder) outOfReach(claims []int32) []int32 {
	from, to := span.NegInf, span.PosInf // what all have in common
	for _, c := range claims {
		r := v.d.claim(c).Content.Figure.reach()
		from, to = max(from, r.First), min(to, r.Last)
	}
	return slices.DeleteFunc(slices.Clone(claims), func(c int32) bool {
		r := v.d.claim(c).Content.Figure.reach()
		return r.First <= to && r.Last >= from
	})
}

// reach returns the numbers that a figure leaves possible: from the low to the
// high one, the best for one that is not given. Out of order, it is from the
// least to the greatest.
func (f *Figure) reach() span.Range {
	low, high := cmp.Or(f.Low, f.Best), cmp.Or(f.High, f.Best)
	r := span.Range{First: span.NegInf, Last: span.PosInf}
	if low != nil {
		r.First = *low
	}
	if high != nil {
		r.Last = *high
	}
	if f.disordered() {
		for _, n := range []*int64{f.Low, f.Best, f.High} {
			if n != nil {
				r = span.Range{First: min(r.First, *n), Last: max(r.Last, *n)}
			}
		}
	}
	return r
}

// disordered finds figures out of order that somebody stands by.
func (v conflictFinder) disordered() []*clash {
	var list []*clash
	for _, e := range v.apart(ItemEvent) {
		for _, claim := range v.on.figures[e] {
			if f := v.d.claim(claim).Content.Figure; v.support.supported[claim] && f.disordered() {
				c := v.overEvent(e, []int32{claim})
				c.claim, c.category = claim, f.Category
				list = append(list, c)
			}
		}
	}
	return list
}

// dates finds events for which the starts, or the ends, that somebody stands by
// have no day in common, or one of them has none in common with the event's own.
func (v conflictFinder) dates() []*clash {
	var list []*clash
	for _, e := range v.apart(ItemEvent) {
		var starts, ends, own common
		if event := v.d.event(e); event.Phase.took() && len(v.on.datings[e]) > 0 {
			starts.own, ends.own = eventDomains(event)
		}
		for _, c := range v.on.datings[e] {
			if !v.support.current[c] {
				continue
			}
			start, end := v.d.claim(c).Content.Dating.domains()
			starts.add(c, start)
			ends.add(c, end)
		}
		own.claims = ints.Merge(starts.off, ends.off)
		if claims := ints.Merge(starts.rivals(), ends.rivals(), own.claims); claims != nil {
			c := v.overEvent(e, claims)
			c.ownWord = own.claims != nil
			list = append(list, c)
		}
	}
	return list
}

// common is what the days that claims leave possible have in common.
type common struct {
	own    []span.Range // the event's own, or nil
	claims []int32      // that leave some days out
	days   []span.Range // on which all of them agree
	off    []int32      // that agree on none with the event's own
}

func (x *common) add(claim int32, days []span.Range) {
	if edge := days[0]; edge.First == span.NegInf && (edge.Last == span.NegInf || edge.Last == span.PosInf) || edge.First == span.PosInf {
		return // no beginning, no end, or any day
	}
	if x.claims == nil {
		x.days = days
	}
	x.claims = append(x.claims, claim)
	x.days = span.Meet(x.days, days)
	if x.own != nil && len(span.Meet(x.own, days)) == 0 {
		x.off = append(x.off, claim)
	}
}

// rivals returns the claims if they agree on no day.
func (x *common) rivals() []int32 {
	if len(x.claims) == 0 || len(x.days) > 0 {
		return nil
	}
	return x.claims
}

// doers finds events of which claims that somebody stands by name different
// actors as who did it, or others than the event does itself.
func (v conflictFinder) doers() []*clash {
	var list []*clash
	for _, e := range v.apart(ItemEvent) {
		if len(v.on.agency[e]) == 0 {
			continue
		}
		x := naming{by: map[int32][][]int32{}}
		for _, c := range v.on.agency[e] {
			if v.support.current[c] {
				x.claims = append(x.claims, c)
				x.add(v.resolve(v.d.claim(c).Content.Agency.Actor.Ref()), v.support.makers(c))
			}
		}
		p := v.occurrenceOf(e)
		h := v.hear(p)
		if reporters := makersOf(h.voices); len(reporters) > 0 && v.d.event(e).Phase.took() {
			for _, doer := range v.sight.doers(e) {
				x.add(doer, reporters)
			}
		}
		if len(x.claims) > 0 && len(x.by) > 1 && !x.oneForAll() && !v.oneLine(x) {
			c := v.overEvent(e, x.claims)
			c.claims, c.over = ints.Merge(x.claims), ints.Merge(c.over, v.grounds(p, h))
			list = append(list, c)
		}
	}
	return list
}

// A naming is who names whom as the doer of an event.
type naming struct {
	claims []int32
	by     map[int32][][]int32 // by doer: who names it
}

func (x *naming) add(doer int32, makers []int32) { x.by[doer] = append(x.by[doer], makers) }

// oneForAll reports whether all who name somebody name one and the same doer,
// whomever they name beside.
func (x *naming) oneForAll() bool {
	var all [][]int32
	most := 0
	for _, makers := range x.by {
		one := ints.Merge(makers...)
		most = max(most, len(one))
		all = append(all, one)
	}
	return most == len(ints.Merge(all...))
}

// oneLine reports whether the doers stand above each other: what an organ does
// its principal does.
func (v conflictFinder) oneLine(x naming) bool {
	var above []int32
	for doer := range x.by {
		if up := v.ties.LeadUp(doer, ties.AnyDay); len(up) > len(above) {
			above = up
		}
	}
	for doer := range x.by {
		if _, found := slices.BinarySearch(above, doer); !found {
			return false
		}
	}
	return true
}

// mostMade bounds the work of makers: who says what entails a claim over more
// claims than that is not looked for.
const mostMade = 256

// makers returns who stands by a claim or by what entails it, ascending.
func (x *support) makers(c int32) []int32 {
	var lists [][]int32
	var found ints.Numbering[int32]
	found.Add(c)
	for i := 0; i < min(len(found.Keys), mostMade); i++ {
		lists = append(lists, makersOf(x.hearing(found.Keys[i]).voices))
		for _, by := range x.v.on.entailedBy[found.Keys[i]] {
			found.Add(by)
		}
	}
	return ints.Merge(lists...)
}

// makersOf returns who makes the statements that are for a proposition,
// ascending.
func makersOf(voices []voice) []int32 {
	var lists [][]int32
	for _, r := range voices {
		if !r.against {
			lists = append(lists, r.speakers)
		}
	}
	return ints.Merge(lists...)
}

// relations finds claims that somebody stands by and that give different states
// or trends of one relation for the same time.
func (v conflictFinder) relations() []*clash {
	byField := map[relationField][]timedClaim{}
	for _, c := range v.currents(ItemClaim) {
		r := v.d.claim(c).Content.Relation
		if r == nil || !v.support.current[c] {
			continue
		}
		from, to := v.resolve(r.From.Ref()), v.resolve(r.To.Ref())
		if r.Track.Mutual() {
			from, to = min(from, to), max(from, to)
		}
		held, undated := ties.AnyDay, r.When.IsZero()
		if !undated {
			_, held = heldWindows(r.When)
		}
		field := relationField{track: r.Track, from: from, to: to, against: v.resolve(r.Against.Ref()), undated: undated}
		if r.State != 0 && !r.Track.Concurrent() {
			byField[field] = append(byField[field], timedClaim{c, held, int(r.State)})
		}
		if field.trend = true; r.Trend != 0 {
			byField[field] = append(byField[field], timedClaim{c, held, int(r.Trend)})
		}
	}
	var list []*clash
	for _, claims := range byField { // the list is sorted in the end
		for _, rivals := range atOneTime(claims) {
			c := v.rivals(rivals)
			c.claim = rivals[0]
			list = append(list, c)
		}
	}
	return list
}

// A relationField is a value that claims on a relation can give. Claims without
// days speak of a time of their own.
type relationField struct {
	track             Track
	from, to, against int32
	trend, undated    bool
}

// A timedClaim gives a value for the days of a window.
type timedClaim struct {
	claim int32
	held  ties.Window
	value int
}

// atOneTime returns the groups of claims whose windows overlap, one after the
// other, and that do not all give the same, each ascending.
func atOneTime(claims []timedClaim) [][]int32 {
	slices.SortFunc(claims, func(a, b timedClaim) int {
		return cmp.Or(cmp.Compare(a.held.First, b.held.First), cmp.Compare(a.claim, b.claim))
	})
	var list [][]int32
	values, until := rivalClaims[int]{}, span.NegInf
	for _, x := range claims {
		if x.held.First > x.held.Last {
			continue
		}
		if x.held.First > until && len(values) > 0 {
			if rivals := values.claims(); rivals != nil {
				list = append(list, rivals)
			}
			clear(values)
		}
		values.add(x.value, x.claim)
		until = max(until, x.held.Last)
	}
	if rivals := values.claims(); rivals != nil {
		list = append(list, rivals)
	}
	return list
}

// meanings finds statements that claims which somebody stands by read as making
// different claims.
func (v conflictFinder) meanings() []*clash {
	read := map[int32]rivalClaims[int32]{} // by statement
	for _, c := range v.currents(ItemClaim) {
		m := v.d.claim(c).Content.Meaning
		if m == nil || m.As == "" || !v.support.current[c] {
			continue
		}
		n := v.resolve(m.Attribution.Ref())
		if read[n] == nil {
			read[n] = rivalClaims[int32]{}
		}
		read[n].add(v.resolve(m.As.Ref()), c)
	}
	var list []*clash
	for n, values := range read { // the list is sorted in the end
		if claims := values.claims(); claims != nil {
			c := v.rivals(claims)
			c.items, c.about = ints.Merge(c.items, []int32{n}), n
			list = append(list, c)
		}
	}
	return list
}

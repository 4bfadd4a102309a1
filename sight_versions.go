package dispute

import (
	"encoding/binary"
	"slices"

	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/domain"
	"github.com/dispute-go/dispute/internal/group"
	"github.com/dispute-go/dispute/internal/ints"
	"github.com/dispute-go/dispute/internal/span"
	"github.com/dispute-go/dispute/internal/ties"
)

// Nobody's words are changed by supersession: what is said of a claim or an
// event stays with the versions that state the same.

// tellApart finds where references lead, where items have versions that state
// something else.
func (v *sight) tellApart() {
	v.lead = slices.Clone(v.head)
	for _, k := range []ItemKind{ItemEvent, ItemClaim} { // claims speak of events
		from, to := v.d.span(k)
		alike := group.New(int(to - from))
		versions := map[versionContent]int32{}
		for n := from; n < to; n++ {
			if !v.alive[n] || v.first[n] == n {
				continue
			}
			old := v.d.nodes[n].supersedes
			for _, m := range []int32{old, n} {
				key := versionContent{v.first[n], v.stated(m) + v.detail(m)}
				if same, ok := versions[key]; ok {
					alike.Join(same-from, m-from)
				}
				versions[key] = m
			}
			if v.sharpens(old, n) {
				alike.Join(old-from, n-from)
			}
		}
		for _, members := range alike.Groups() {
			v.leadTogether(from, members)
		}
	}
}

// A versionContent is what a version of an item states.
type versionContent struct {
	first int32 // the first version of the item
	text  string
}

// leadTogether lets versions that state the same, counted from an item, lead to
// the current one, or else, of those that none of them supersedes, to the one
// entered last.
func (v *sight) leadTogether(from int32, members []int32) {
	if !v.alive[from+members[0]] {
		return // what is not there has no versions
	}
	superseded := map[int32]bool{}
	for _, m := range members {
		if n := from + m; v.first[n] != n {
			superseded[v.d.nodes[n].supersedes] = true
		}
	}
	lead := int32(none)
	for _, m := range members {
		switch n := from + m; {
		case v.current[n]:
			lead = n
		case superseded[n], lead != none && v.current[lead]:
		case lead == none || v.enteredLater(n, lead):
			lead = n
		}
	}
	for _, m := range members {
		v.lead[from+m] = lead
	}
}

// stated returns what an event or a claim states beside its details, as text
// that is the same for versions that state the same.
func (v *sight) stated(n int32) string {
	if v.ref(n).Kind == ItemEvent {
		if v.d.event(n).Phase.took() {
			return v.act(n)
		}
		return v.act(n) + "\nyet to come"
	}
	var b []byte
	x := &v.d.claim(n).Content
	x.references(func(p place, to Ref) {
		if to.ID == "" {
			return
		}
		m := v.d.find(to)
		if to.Kind == ItemEvent {
			m = v.lead[m]
		} else {
			m = v.head[m]
		}
		b = appendNumbers(append(append(b, p.sub...), p.leaf...), int64(m))
	})
	if r := x.Relation; r != nil {
		b = appendNumbers(b, int64(r.Track), int64(r.State), int64(r.Trend))
	}
	if f := x.Figure; f != nil {
		for _, number := range []*int64{f.Low, f.Best, f.High} {
			if number == nil {
				b = append(b, 0)
				continue
			}
			b = appendNumbers(append(b, 1), *number)
		}
		b = append(b, f.Category...)
	}
	return string(b)
}

// appendNumbers appends numbers, each so that its end is plain.
func appendNumbers(b []byte, list ...int64) []byte {
	for _, n := range list {
		b = binary.AppendVarint(b, n)
	}
	return b
}

// act returns of what kind an event is, who does it, and at whom it is aimed, as
// text that is the same for events of which that is the same.
func (v *sight) act(n int32) string {
	e := v.d.event(n)
	parts := make([]string, 0, len(e.Participants))
	for _, p := range e.Participants {
		if p.Role.acts() {
			parts = append(parts, string(appendNumbers([]byte("\n"+p.Role), int64(v.head[v.d.find(p.Actor.Ref())]))))
		}
	}
	return string(e.Kind+"\n"+e.Asks) + setKey(parts)
}

// setKey returns one text for a set of texts, whatever their order.
func setKey(parts []string) string {
	slices.Sort(parts)
	var b []byte
	for _, part := range slices.Compact(parts) {
		b = append(b, part...)
	}
	return string(b)
}

// acts reports whether somebody in a role is a doer of an event, or one to whom
// it is done.
func (r ParticipantRole) acts() bool {
	switch r {
	case RoleActor, RoleParty, RoleTarget, RoleRecipient, RoleOrganisation:
		return true
	}
	return false
}

// detail returns the dates that a claim gives, or the sides of an event.
func (v *sight) detail(n int32) string {
	if v.ref(n).Kind == ItemEvent {
		return v.sidesTold(n)
	}
	when, until := v.d.claim(n).Content.dates()
	return "\n" + when.Source() + " " + until.Source()
}

// sidesTold returns who is on which side of an event, whatever the sides are
// called.
func (v *sight) sidesTold(n int32) string {
	var parts []string
	numbers := map[string]int64{}
	for _, p := range v.d.event(n).Participants { // in canonical order
		if p.Side == "" {
			continue
		}
		if _, ok := numbers[p.Side]; !ok {
			numbers[p.Side] = int64(len(numbers))
		}
		parts = append(parts, string(appendNumbers([]byte("\n"+p.Role), int64(v.head[v.d.find(p.Actor.Ref())]), numbers[p.Side])))
	}
	return setKey(parts)
}

// dates returns when a claim says that something was.
func (c *Content) dates() (when, until edtf.Date) {
	switch {
	case c.Relation != nil:
		return c.Relation.When, edtf.Date{}
	case c.Dating != nil:
		return c.Dating.When, c.Dating.Until
	}
	return edtf.Date{}, edtf.Date{}
}

// sharpens reports whether version n states what version old does, and no more
// than more exactly: within its dates, or with sides where it told none.
func (v *sight) sharpens(old, n int32) bool {
	if v.stated(old) != v.stated(n) {
		return false
	}
	if v.ref(n).Kind == ItemEvent {
		return v.sidesTold(old) == ""
	}
	terms := func(m int32) (start, end []span.Range) {
		when, until := v.d.claim(m).Content.dates()
		if until.IsZero() {
			until = when
		}
		return domain.Starts(when), domain.Ends(until)
	}
	wideStart, wideEnd := terms(old)
	start, end := terms(n)
	return span.Within(wideStart, start) && span.Within(wideEnd, end)
}

// A reattribution is a version of an attribution by which another speaker takes
// a stance, or a speaker another stance, or to something else.
type reattribution struct{ old, now int32 }

// reattributed returns the re-attributions of a view, by the later version.
func (v *sight) reattributed() []reattribution {
	var list []reattribution
	from, to := v.d.span(ItemAttribution)
	for n := from; n < to; n++ {
		if !v.alive[n] || v.first[n] == n {
			continue
		}
		if old := v.d.nodes[n].supersedes; v.reattributes(old, n) {
			list = append(list, reattribution{old, n})
		}
	}
	return list
}

// overruled returns the attributions that were replaced by a statement with
// another speaker, stance or target, and of versions that make the same statement
// the last.
func (v *sight) overruled() []int32 {
	from, to := v.d.span(ItemAttribution)
	goesOn := map[int32]bool{}
	for n := from; n < to; n++ {
		if old := v.d.nodes[n].supersedes; v.alive[n] && v.first[n] != n && !v.reattributes(old, n) {
			goesOn[old] = true
		}
	}
	var list []int32
	for n := from; n < to; n++ {
		if v.alive[n] && !v.current[n] && !goesOn[n] && v.reattributes(n, v.head[n]) {
			list = append(list, n)
		}
	}
	return list
}

// reattributes reports whether attribution n has another speaker, stance or
// target than attribution old.
func (v *sight) reattributes(old, n int32) bool {
	was, _ := v.speakersOf(old)
	is, _ := v.speakersOf(n)
	a, b := v.d.attributionRefs(old), v.d.attributionRefs(n)
	return v.d.attribution(old).Stance != v.d.attribution(n).Stance || !slices.Equal(was, is) ||
		v.latest(a.claim) != v.latest(b.claim) || v.latest(a.attribution) != v.latest(b.attribution) ||
		v.latest(a.targetSource) != v.latest(b.targetSource)
}

// fieldsReattributed names what a statement says otherwise than the one that it
// supersedes, of its speaker, stance and target.
func (v *sight) fieldsReattributed(old, by int32) []string {
	var fields []string
	was, _ := v.speakersOf(old)
	if is, _ := v.speakersOf(by); was != nil && !slices.Equal(was, is) {
		fields = append(fields, "speaker")
	}
	if v.d.attribution(old).Stance != v.d.attribution(by).Stance {
		fields = append(fields, "stance")
	}
	a, b := v.d.attributionRefs(old), v.d.attributionRefs(by)
	other := func(old, by int32) bool { return v.latest(old) != v.latest(by) }
	if other(a.claim, b.claim) || other(a.attribution, b.attribution) || other(a.targetSource, b.targetSource) {
		fields = append(fields, "target")
	}
	return fields
}

// speakersOf returns the signatories of attribution n and whom they speak for,
// ascending; signatories is empty when nobody knows who spoke.
func (v *sight) speakersOf(n int32) (signatories, behalf []int32) {
	u := v.d.usesOf(n)
	speaker := v.latest(u.one(slotSpeaker))
	if speaker == none {
		return nil, nil
	}
	signatories = v.d.only(speaker)
	if jointly := u.many(slotJointly); len(jointly) > 0 {
		signatories = ints.Merge(signatories, v.latestOf(jointly))
	}
	return signatories, v.latestOf(u.many(slotOnBehalfOf))
}

// sourceOf returns the source of attribution n, or none.
func (v *sight) sourceOf(n int32) int32 { return v.latest(v.d.usesOf(n).one(slotSource)) }

// claimOf returns the claim that attribution n is to, or none.
func (v *sight) claimOf(n int32) int32 { return v.latest(v.d.usesOf(n).one(slotClaim)) }

// publisherOf returns who published the source of attribution n, or none.
func (v *sight) publisherOf(n int32) int32 {
	s := v.sourceOf(n)
	if s == none {
		return none
	}
	return v.latest(v.d.publisherOf(s))
}

// saidWindow returns the days on which attribution n can have been made.
func (v *sight) saidWindow(n int32) ties.Window {
	if d := v.saidOn(n); !d.IsZero() {
		return madeWindow(d)
	}
	return ties.AnyDay
}

// saidOn returns the date of attribution n: when it was said, or else published,
// or else its source was.
func (v *sight) saidOn(n int32) edtf.Date {
	switch a := v.d.attribution(n); {
	case !a.Said.IsZero():
		return a.Said
	case !a.Published.IsZero():
		return a.Published
	}
	if s := v.sourceOf(n); s != none {
		return v.d.source(s).Published
	}
	return edtf.Date{}
}

// firstHand reports whether attribution n can be evidence: it can be none with
// unknown or passed-on lineage, or no known speaker.
func (v *sight) firstHand(n int32) bool {
	return v.d.attribution(n).Lineage == LineageFirstHand && v.latest(v.d.usesOf(n).one(slotSpeaker)) != none
}

// startWindow returns the days on which d can have begun.
func startWindow(d edtf.Date) ties.Window {
	b := d.Bounds()
	w := ties.AnyDay
	if day := b.EarliestStart.Day(); !day.IsZero() {
		w.First = day.Number()
	}
	if day := b.LatestStart.Day(); !day.IsZero() {
		w.Last = day.Number()
	}
	return w
}

// heldWindows returns the days on which what has a period can have held, and
// those on which it surely did. No period is always.
func heldWindows(period edtf.Date) (possible, certain ties.Window) {
	possible, certain = ties.AnyDay, ties.AnyDay
	if period.IsZero() {
		return possible, certain
	}
	b := period.Bounds()
	if day := b.EarliestStart.Day(); !day.IsZero() {
		possible.First = day.Number()
	}
	if day := b.LatestEnd.Day(); !day.IsZero() {
		possible.Last = day.Number()
	}
	// "../2024" has no beginning, and "2024/.." no end. "[2024..]", some day from
	// then on, can begin after any day, and "[..2024]" can end before any.
	certain = ties.Never
	if day := b.LatestStart.Day(); !day.IsZero() {
		certain.First = day.Number()
	} else if b.LatestStart == edtf.OpenPast() {
		certain.First = ties.AnyDay.First
	}
	if day := b.EarliestEnd.Day(); !day.IsZero() {
		certain.Last = day.Number()
	} else if b.EarliestEnd == edtf.OpenFuture() {
		certain.Last = ties.AnyDay.Last
	}
	return possible, certain
}

// doers returns who does an event: its actors, and the parties to a mutual act.
func (v *sight) doers(e int32) []int32 {
	var list []int32
	participants := v.d.usesOf(e).many(slotParticipants)
	for i, part := range v.d.event(e).Participants {
		if part.Role == RoleActor || part.Role == RoleParty {
			list = append(list, v.latest(participants[i]))
		}
	}
	return ints.Merge(list)
}

// madeWindow returns the days on which what is dated d can have been said or
// published: sometime within d, also where d is an interval.
func madeWindow(d edtf.Date) ties.Window {
	b := d.Bounds()
	w := ties.AnyDay
	if day := b.EarliestStart.Day(); !day.IsZero() {
		w.First = day.Number()
	}
	if day := b.LatestEnd.Day(); !day.IsZero() {
		w.Last = day.Number()
	}
	return w
}

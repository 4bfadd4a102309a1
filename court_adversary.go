package dispute

import (
	"cmp"
	"math"
	"slices"
	"sort"

	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/ints"
	"github.com/dispute-go/dispute/internal/ties"
)

func (x encounter) compare(y encounter) int {
	return cmp.Or(cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b), cmp.Compare(x.days.First, y.days.First), cmp.Compare(x.event, y.event))
}

// lies reports whether it may lie in w.
func (x encounter) lies(w ties.Window) bool { return x.days.First <= w.Last && x.days.Last >= w.First }

func (p hostilePart) against(q hostilePart) bool {
	return p.actor != q.actor && (p.does&q.bears != 0 || q.does&p.bears != 0) && (p.side == "" || p.side != q.side)
}

// pairsListed is how many pairs of one act are listed one by one.
const pairsListed = 256

// A hostileWay is two roles of an event kind by which it is adversarial.
type hostileWay struct {
	from, to ParticipantRole
	force    bool
}

// hostileWords are the kinds that are adversarial without force, by the roles of
// actor and target, or between parties.
var hostileWords = []EventKind{KindAccuse, KindThreaten, KindThreatenForce, KindSeverRelations, KindExpelDiplomats, KindExpelMember, KindImposeSanctions}

// hostileWays returns the roles by which event kinds are adversarial. Using force
// is what a rule of the policy takes for force or war.
func hostileWays(rules []Rule) map[EventKind][]hostileWay {
	ways := map[EventKind][]hostileWay{}
	for _, kind := range hostileWords {
		ways[kind] = []hostileWay{{RoleActor, RoleTarget, false}, {RoleParty, RoleParty, false}}
	}
	for i := range rules {
		r := &rules[i]
		if r.Track == TrackHostility && !r.Ends && (r.State == StateForce || r.State == StateWar) && len(ways[r.Event]) < 64 {
			ways[r.Event] = append(ways[r.Event], hostileWay{r.From, r.To, true})
		}
	}
	return ways
}

// indexAdversaries lists the adversarial acts of a view, where its policy takes
// adversaries for interested. The cost is near-linear in the participants of its
// events.
func (v *court) indexAdversaries() {
	x := &v.adversaries
	_, actors := v.d.span(ItemActor)
	x.has, x.among, x.charges, x.witness = make([]bool, actors), map[int32][]int32{}, map[int32][]int32{}, map[int32]int32{}
	if v.lens.Policy.NamedOnly {
		return
	}
	ways := hostileWays(v.ways.rules)
	for _, e := range v.currents(ItemEvent) {
		kind := v.d.event(e).Kind
		hostile, charge := ways[kind], kind == KindAccuse || kind == KindDemand
		if hostile == nil && !charge || !v.d.event(e).Phase.took() {
			continue
		}
		if witness := v.actWitness(e); witness != none {
			x.witness[e] = witness
			if hostile != nil {
				x.put(v.hostileParts(e, hostile), encounter{days: eventWindow(v.d.event(e)), event: e, first: v.first[e]})
			}
		}
		if charge {
			for _, c := range v.latestOf(v.d.eventRefs(e).claims) {
				x.charges[c] = append(x.charges[c], e)
			}
		}
	}
	x.sort()
}

// sort puts the pairs in order, and finds the longest and the oldest of each.
func (x *adversaryIndex) sort() {
	slices.SortFunc(x.pairs, encounter.compare)
	x.longest, x.oldest = make([]int32, len(x.pairs)), make([]int32, len(x.pairs))
	for i := 0; i < len(x.pairs); {
		first, oldest := i, i
		for ; i < len(x.pairs) && x.pairs[i].a == x.pairs[first].a && x.pairs[i].b == x.pairs[first].b; i++ {
			x.longest[i] = int32(i)
			if i > first && x.pairs[x.longest[i-1]].days.Last >= x.pairs[i].days.Last {
				x.longest[i] = x.longest[i-1]
			}
			if x.pairs[i].first < x.pairs[oldest].first {
				oldest = i
			}
		}
		for j := first; j < i; j++ {
			x.oldest[j] = int32(oldest)
		}
	}
}

// actWitness returns what makes event e, which took place, count as an act: the
// first source listed on it that says so, or else the first statement that it
// occurred, first-hand; or none.
func (v *court) actWitness(e int32) int32 {
	if listed := v.reports(e); len(listed) > 0 {
		return listed[0].source
	}
	witness := int32(none)
	for _, c := range v.on.occurrence[e] {
		for _, n := range v.on.statements[c] {
			stance := v.d.attribution(n).Stance
			if (stance != StanceAsserts && stance != StanceImplies) || witness != none && witness < n {
				continue
			}
			if r, ok := v.voiceOf(n); ok && v.borrow(&r) {
				witness = n
			}
		}
	}
	return witness
}

// actItems returns the items on which it rests that events make adversaries, or put
// a claim forward. Ascending.
func (v *court) actItems(events []int32) []int32 {
	list := slices.Clone(events)
	for _, e := range events {
		list = append(list, v.latestOf(v.d.usesOf(e).many(slotParticipants))...)
		witness, ok := v.adversaries.witness[e]
		if !ok {
			continue
		}
		list = append(list, witness)
		if v.ref(witness).Kind == ItemSource {
			list = append(list, v.ancestors(witness)...)
		}
	}
	return ints.Merge(list)
}

// put adds an act between those who have a part in it.
func (x *adversaryIndex) put(parts []hostilePart, act encounter) {
	doers, bearers := 0, 0
	for _, p := range parts {
		if p.does != 0 {
			doers++
		}
		if p.bears != 0 {
			bearers++
		}
	}
	listed := doers*bearers <= pairsListed
	met := ints.Numbering[[2]int32]{}
	var opposed []int32
	for i, p := range parts {
		for _, q := range parts[i+1:] {
			if p.against(q) {
				opposed = append(opposed, p.actor, q.actor)
				if listed {
					met.Add([2]int32{min(p.actor, q.actor), max(p.actor, q.actor)})
				}
			}
		}
	}
	for _, pair := range met.Keys {
		x.pairs = append(x.pairs, encounter{pair[0], pair[1], act.days, act.event, act.first})
	}
	for _, a := range ints.Merge(opposed) {
		x.has[a] = true
		x.pairs = append(x.pairs, encounter{a, none, act.days, act.event, act.first})
		if !listed {
			x.among[a] = append(x.among[a], int32(len(x.broad)))
		}
	}
	if !listed {
		x.broad = append(x.broad, broadAct{act, parts})
	}
}

// between returns the act between a and b, or of a with anybody where b is none,
// that may lie in w, or none: the first of theirs on file if it may, and else of all
// that can have begun by the last day of w the one that can last longest. So the
// answer stays the same when another act is corrected.
func (x *adversaryIndex) between(a, b int32, w ties.Window) int32 {
	if b != none && b < a {
		a, b = b, a
	}
	best := encounter{event: none}
	i := sort.Search(len(x.pairs), func(i int) bool {
		switch p := &x.pairs[i]; {
		case p.a != a:
			return p.a > a
		case p.b != b:
			return p.b > b
		default:
			return p.days.First > w.Last
		}
	}) - 1
	if i >= 0 && x.pairs[i].a == a && x.pairs[i].b == b {
		for _, at := range []int32{x.longest[i], x.oldest[i]} {
			if x.pairs[at].lies(w) {
				best = x.pairs[at]
			}
		}
	}
	if b == none || len(x.among[a]) == 0 || len(x.among[b]) == 0 {
		return best.event
	}
	few, other := x.among[a], b
	if len(x.among[b]) < len(few) {
		few, other = x.among[b], a
	}
	for _, n := range few {
		act := &x.broad[n]
		if act.lies(w) && (best.event == none || act.first < best.first) && act.opposes(a+b-other, other) {
			best = act.encounter
		}
	}
	return best.event
}

// opposes reports whether a and b stand against each other in the act.
func (x *broadAct) opposes(a, b int32) bool {
	for _, p := range x.partsOf(a) {
		if slices.ContainsFunc(x.partsOf(b), p.against) {
			return true
		}
	}
	return false
}

func (x *broadAct) partsOf(a int32) []hostilePart {
	first, _ := slices.BinarySearchFunc(x.parts, a, func(p hostilePart, a int32) int { return cmp.Compare(p.actor, a) })
	last := first
	for last < len(x.parts) && x.parts[last].actor == a {
		last++
	}
	return x.parts[first:last]
}

// hostileParts returns the parts that principals have in event e by some ways,
// by actor. Where parties are told by side, those without one have no part;
// of those without sides only two stand against each other.
func (v *court) hostileParts(e int32, ways []hostileWay) []hostilePart {
	x := v.d.event(e)
	when := startWindow(x.When)
	participants := v.d.usesOf(e).many(slotParticipants)
	var parts []hostilePart
	for i, part := range x.Participants {
		var does, bears uint64
		var force bool
		for bit, way := range ways {
			if way.from == way.to && part.Side == "" && !v.pairedUp(e, way.from) {
				continue
			}
			if part.Role == way.from {
				does |= 1 << bit
				force = force || way.force
			}
			if part.Role == way.to {
				bears |= 1 << bit
			}
		}
		if does|bears == 0 {
			continue
		}
		actor := v.latest(participants[i])
		bystander, competent := v.outside(actor, when)
		if competent && x.Kind == KindAccuse {
			does = 0 // what a body accuses of makes it no side; to be accused does
		}
		if does|bears == 0 || bystander && !force {
			continue
		}
		for _, principal := range v.ties.Principals(actor, when) {
			if bystander || camps[v.d.actor(principal).Kind] {
				parts = append(parts, hostilePart{principal, does, bears, part.Side})
			}
		}
	}
	slices.SortStableFunc(parts, func(p, q hostilePart) int { return cmp.Compare(p.actor, q.actor) })
	return parts
}

// pairedUp reports whether just two have a role in event e, both without a side.
func (v *court) pairedUp(e int32, role ParticipantRole) bool {
	var two []int32
	for i, p := range v.d.event(e).Participants {
		if p.Role != role {
			continue
		}
		if actor := v.latest(v.d.usesOf(e).many(slotParticipants)[i]); !slices.Contains(two, actor) {
			two = append(two, actor)
		}
		if len(two) > 2 || p.Side != "" {
			return false
		}
	}
	return len(two) == 2
}

// camps are the kinds of principals that can be adversaries by whatever act.
var camps = map[ActorKind]bool{ActorState: true, ActorGovernment: true, ActorAlliance: true, ActorArmedGroup: true, ActorMilitaryCompany: true}

// bystanders are the kinds that become adversaries, they and their organs, by
// using force alone.
var bystanders = map[ActorKind]bool{ActorIntergovernment: true, ActorCourt: true, ActorMedium: true, ActorResearchBody: true, ActorNGO: true}

// outside reports whether an actor is, or is an organ of, somebody who is no side
// by what it says, and of a body that the policy calls competent.
func (v *court) outside(actor int32, w ties.Window) (bystander, competent bool) {
	for _, a := range v.ties.LeadUp(actor, w) {
		bystander = bystander || bystanders[v.d.actor(a).Kind]
		competent = competent || v.ways.competent[a]
	}
	return bystander, competent
}

// eventWindow returns the days on which an event can have been going on.
func eventWindow(e *Event) ties.Window {
	w, _ := heldWindows(e.When)
	switch {
	case !e.Until.IsZero():
		until, _ := heldWindows(e.Until)
		if e.When.IsZero() {
			w.Last = until.Last
		}
		w.Last = max(w.Last, until.Last)
	case e.Phase == PhaseOngoing:
		w.Last = ties.AnyDay.Last
	}
	return w
}

// adversary returns the adversarial act on file between principals a and b that
// may lie in w, or none. Where b is none it is an act between a and anybody.
func (v *court) adversary(a, b int32, w ties.Window) int32 {
	x := &v.adversaries
	if !x.has[a] || b != none && !x.has[b] {
		return none
	}
	return x.between(a, b, w)
}

// opposed returns the principal named whose adversary is one of those of a
// statement, and the act that makes them adversaries; where nobody is named, who of
// these has an adversary.
func (s *stakes) opposed(r *voice) (through, by int32) {
	x, when := &s.v.adversaries, r.when
	if len(x.pairs) == 0 {
		return none, none
	}
	principals := s.v.principalsOf(r)
	if !slices.ContainsFunc(principals, func(a int32) bool { return x.has[a] }) {
		return none, none
	}
	rivals := s.rivals
	if s.fixed == nil {
		rivals = s.v.rivalPrincipals(s.actors, when)
	}
	if len(s.actors) > 0 && len(rivals) == 0 {
		return none, none
	}
	near := s.v.nearby(when)
	for _, a := range principals {
		if len(s.actors) == 0 {
			if act := s.v.adversary(a, none, near); act != none {
				return a, act
			}
		}
		for _, named := range rivals {
			if act := s.v.adversary(a, named, near); act != none {
				return named, act
			}
		}
	}
	return none, none
}

// rivalPrincipals returns those principals of some actors that have adversaries,
// ascending.
func (v *court) rivalPrincipals(actors []int32, when ties.Window) []int32 {
	var list []int32
	if len(v.adversaries.pairs) == 0 {
		return nil
	}
	for _, a := range actors {
		for _, principal := range v.ties.Principals(a, when) {
			if v.adversaries.has[principal] {
				list = append(list, principal)
			}
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// defaultAdversaryYears stands for no years in a [Policy].
const defaultAdversaryYears = 10

// nearby returns the days within the policy's years of a window.
func (v *court) nearby(w ties.Window) ties.Window {
	years := int64(v.lens.Policy.AdversaryYears)
	switch {
	case years < 0 || years > math.MaxInt32:
		return ties.AnyDay
	case years == 0:
		years = defaultAdversaryYears
	}
	return ties.Window{First: inYears(w.First, -years), Last: inYears(w.Last, years)}
}

// inYears returns the day so many years after day n; the last day of February
// for one that a year does not have. Outermost days stay, and beyond the years that
// a day can have there are only these.
func inYears(n, years int64) int64 {
	if n == ties.AnyDay.First || n == ties.AnyDay.Last {
		return n
	}
	day := edtf.DayFromNumber(n)
	for of := day.DayOfMonth(); of > 0; of-- {
		if there, err := edtf.NewDay(day.Year()+years, day.Month(), of); err == nil {
			return there.Number()
		}
	}
	if years < 0 { // beyond the years there are
		return ties.AnyDay.First
	}
	return ties.AnyDay.Last
}

package dispute

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/ints"
	"github.com/dispute-go/dispute/internal/versions"
)

// sight is what is there by the lens's days, and what replaces what.
type sight struct {
	d    *Dossier
	lens Lens
	ways policyIndex

	alive   []bool  // was there by the lens's days
	current []bool  // alive, and nothing alive replaces it
	head    []int32 // for what is alive: the current item that replaces it, or itself
	lead    []int32 // for what is alive: the item to which references to it lead; see tellApart
	first   []int32 // for what is alive: the first version of it
	circles [][]int32
	forks   []versions.Fork
}

// policyIndex is a policy with its defaults filled in.
type policyIndex struct {
	competent  map[int32]bool
	committing map[OfficeRole]bool
	accept     map[Label]bool
	rules      []Rule
	mutual     map[EventKind][]rolePair // between whom an event takes two
	standpoint int32
}

// newSight looks at a dossier through a lens.
func newSight(d *Dossier, l Lens) (*sight, error) {
	v := &sight{d: d, lens: l}
	if err := v.setPolicy(); err != nil {
		return nil, err
	}
	v.lookBack()
	v.replace()
	v.updatePolicy()
	return v, nil
}

func (v *sight) setPolicy() error {
	p := v.lens.Policy
	v.ways = policyIndex{competent: map[int32]bool{}, committing: map[OfficeRole]bool{}, accept: map[Label]bool{}, standpoint: none}
	onFile := func(id ActorID, what string) (int32, error) {
		n := v.d.find(id.Ref())
		if n == none {
			return none, fmt.Errorf("%w: %s %q is no actor on file", ErrDanglingReference, what, id)
		}
		return n, nil
	}
	if l := v.lens.Standpoint; l != "" {
		n, err := onFile(l, "standpoint")
		if err != nil {
			return err
		}
		v.ways.standpoint = n
	}
	for _, id := range p.Competent {
		n, err := onFile(id, "competent body")
		if err != nil {
			return err
		}
		v.ways.competent[n] = true
	}
	offices := p.Committing
	if offices == nil {
		offices = []OfficeRole{OfficeHeadOfState, OfficeHeadOfGovernment, OfficeForeignMinister, OfficeForeignMinistry}
	}
	for _, o := range offices {
		v.ways.committing[o] = true
	}
	accept := p.Accept
	if accept == nil {
		accept = []Label{LabelReported, LabelCorroborated, LabelConfirmed}
	}
	for _, l := range accept {
		if l == 0 || !labels.valid(uint8(l)) {
			return fmt.Errorf("%w: unknown label %d to accept: expected %s", ErrValue, l, labels.list())
		}
		v.ways.accept[l] = true
	}
	v.ways.rules, v.ways.mutual = p.Rules, defaultMutualRoles
	if v.ways.rules == nil {
		v.ways.rules = defaultRules
	} else if err := CheckRules(v.ways.rules); err != nil {
		return err
	} else {
		v.ways.mutual = mutualRoles(v.ways.rules)
	}
	v.lens.Policy = Policy{
		Competent:  slices.Clone(p.Competent),
		Committing: slices.Clone(p.Committing),
		Accept:     slices.Clone(p.Accept),
		NamedOnly:  p.NamedOnly, AdversaryYears: p.AdversaryYears,
		Identities: p.Identities,
		Rules:      slices.Clone(p.Rules),
	}
	return nil
}

// updatePolicy lets the actors that the lens names lead to the items that
// replace them. One that is not there yet leads nowhere.
func (v *sight) updatePolicy() {
	if n := v.ways.standpoint; n != none && v.alive[n] {
		v.ways.standpoint = v.head[n]
	}
	competent := map[int32]bool{}
	for n := range v.ways.competent {
		if v.alive[n] {
			competent[v.head[n]] = true
		}
	}
	v.ways.competent = competent
}

// lookBack finds what was there by the lens's days: an item goes when its own
// days are later, or when it refers to something that goes.
func (v *sight) lookBack() {
	known, recorded := int64(ever), int64(ever)
	if d := v.lens.KnownBy; !d.IsZero() {
		known = d.Number()
	}
	if d := v.lens.RecordedBy; !d.IsZero() {
		recorded = d.Number()
	}
	nodes := v.d.nodes
	v.alive = make([]bool, len(nodes))
	var gone []int32
	for n := range nodes {
		v.alive[n] = nodes[n].known <= known && nodes[n].recorded <= recorded
		if !v.alive[n] {
			gone = append(gone, int32(n))
		}
	}
	if len(gone) == 0 {
		return
	}
	usedBy := make([][]int32, len(nodes))
	for n := range int32(len(nodes)) {
		for _, u := range v.d.usesOf(n).to {
			usedBy[u] = append(usedBy[u], n)
		}
	}
	for len(gone) > 0 {
		last := gone[len(gone)-1]
		gone = gone[:len(gone)-1]
		for _, n := range usedBy[last] {
			if v.alive[n] {
				v.alive[n] = false
				gone = append(gone, n)
			}
		}
	}
}

// replace follows supersession. Where versions branch, the one entered last
// (then the one known last, then the one with the greater ID) of all that
// nothing supersedes rules, and replaces all others: the fork is reported as a
// conflict. Items that supersede each other in a circle all stay, and are
// reported too.
func (v *sight) replace() {
	found := versions.Follow(v.alive, func(n int32) int32 { return v.d.nodes[n].supersedes }, v.enteredLater)
	v.first, v.head, v.circles, v.forks = found.First, found.Head, found.Circles, found.Forks
	v.current = make([]bool, len(v.head))
	for n, head := range v.head {
		v.current[n] = head == int32(n)
	}
	v.tellApart()
}

// enteredLater reports whether a was entered after b; equal days are decided
// by the known day, then by ID.
func (v *sight) enteredLater(a, b int32) bool {
	x, y := &v.d.nodes[a], &v.d.nodes[b]
	return cmp.Or(cmp.Compare(x.recorded, y.recorded), cmp.Compare(x.known, y.known), x.ref.Compare(y.ref)) > 0
}

// resolve returns the number of the item that ref leads to, or none when ref is
// empty, not on file, or not there yet.
func (v *sight) resolve(ref Ref) int32 {
	if ref.ID == "" {
		return none
	}
	return v.latest(v.d.find(ref))
}

// latest returns the number of the item that references to item n lead to, or
// none when n is none or not there yet. It is the one that replaces n, or, for a
// claim or an event that states something else than that, the last version that
// states what n does.
func (v *sight) latest(n int32) int32 {
	if n == none || !v.alive[n] {
		return none
	}
	return v.lead[n]
}

// replacing returns the number of the current item that replaces what ref names,
// whatever it states, or none when ref is empty, not on file, or not there yet.
func (v *sight) replacing(ref Ref) int32 {
	n := v.d.find(ref)
	if n == none || !v.alive[n] {
		return none
	}
	return v.head[n]
}

// asMade is [sight.resolve] for what is told: nobody's words are changed, so that a
// statement stays as it was made where a re-attribution replaces it.
func (v *sight) asMade(ref Ref) int32 {
	n := v.resolve(ref)
	if n == none || ref.Kind != ItemAttribution {
		return n
	}
	if old := v.d.find(ref); v.fieldsReattributed(old, n) != nil {
		return old
	}
	return n
}

// latestOf returns the numbers of the items that references to items lead to,
// ascending.
func (v *sight) latestOf(list []int32) []int32 {
	switch len(list) {
	case 0:
		return nil
	case 1:
		return v.d.only(v.latest(list[0]))
	}
	found := make([]int32, len(list))
	for i, n := range list {
		found[i] = v.latest(n)
	}
	return ints.Merge(found)
}

// firstRef returns the reference to the first version of item n, which stays
// the same when the item is superseded.
func (v *sight) firstRef(n int32) Ref { return v.ref(v.first[n]) }

// ref returns the reference to item n.
func (v *sight) ref(n int32) Ref { return v.d.nodes[n].ref }

// currents returns the numbers of the current items of one kind, in the order
// of their IDs.
func (v *sight) currents(k ItemKind) []int32 {
	from, to := v.d.span(k)
	list := make([]int32, 0, to-from)
	for n := from; n < to; n++ {
		if v.current[n] {
			list = append(list, n)
		}
	}
	return list
}

// apart returns the numbers of the items of one kind that state something of
// their own, in the order of their IDs: the current ones, and those that were
// replaced by something else.
func (v *sight) apart(k ItemKind) []int32 {
	from, to := v.d.span(k)
	var list []int32
	for n := from; n < to; n++ {
		if v.alive[n] && v.lead[n] == n {
			list = append(list, n)
		}
	}
	return list
}

func (v *sight) today() edtf.Day {
	k, r := v.lens.KnownBy, v.lens.RecordedBy
	if k.IsZero() || !r.IsZero() && r.Compare(k) < 0 {
		return r
	}
	return k
}

// actorID returns the ID of actor n, which is empty for one that may not be named.
func (v *sight) actorID(n int32) ActorID {
	if v.isConcealed(n) {
		return ""
	}
	return idOf[ActorID](v, n)
}

// actorIDs returns the IDs of those of some actors that may be named, nil if there
// are none.
func (v *sight) actorIDs(list []int32) []ActorID {
	if list = v.exposed(list); len(list) == 0 {
		return nil
	}
	return idsOf[ActorID](v, list)
}

func (v *sight) attributionID(n int32) AttributionID { return idOf[AttributionID](v, n) }

func (v *sight) attributionIDs(list []int32) []AttributionID { return idsOf[AttributionID](v, list) }

func (v *sight) sourceID(n int32) SourceID { return idOf[SourceID](v, n) }

// idOf returns the ID of item n, which is empty for none.
func idOf[ID ~string](v *sight, n int32) ID {
	if n == none {
		return ""
	}
	return ID(v.ref(n).ID)
}

func idsOf[ID ~string](v *sight, list []int32) []ID {
	ids := make([]ID, len(list))
	for i, n := range list {
		ids[i] = idOf[ID](v, n)
	}
	return ids
}

// A Lens says how a dossier is to be looked at. The zero Lens sees everything
// on file, from nobody's side, under the default policy.
type Lens struct {
	// KnownBy and RecordedBy are inclusive days: only what was public, and
	// only what was on file, by then is seen. An item that refers to
	// something not yet there is not there either. The zero Day is no limit.
	KnownBy    edtf.Day `json:"known_by,omitzero"`
	RecordedBy edtf.Day `json:"recorded_by,omitzero"`
	// Standpoint is the party whose word is taken: what those who can commit
	// it assert is accepted, what they deny is dropped. Where it is itself one of
	// the doers of an event, its denial drops its own part alone. Empty is nobody's.
	Standpoint ActorID `json:"standpoint,omitzero"`
	Policy     Policy  `json:"policy,omitzero"`
}

// A Policy is what a reader decides before looking. The zero Policy is the
// documented default.
type Policy struct {
	// Competent names the bodies whose findings settle a claim. None by
	// default. A set.
	Competent []ActorID `json:"competent,omitzero"`
	// Committing are the offices whose word commits the actor they are
	// affiliated with. Nil stands for the head of state, the head of
	// government, the foreign minister and the foreign ministry; see
	// [OfficeHeadOfState] for the source. A set.
	Committing []OfficeRole `json:"committing,omitzero"`
	// Accept are the labels under which a claim or an event counts as
	// accepted. Nil stands for reported, corroborated and confirmed. A set.
	Accept []Label `json:"accept,omitzero"`
	// NamedOnly says that only those whom a claim names, and who depend on them,
	// are interested in it. By default their adversaries are as well, and where a
	// claim names nobody, all who have an adversary.
	NamedOnly bool `json:"named_only,omitzero"`
	// AdversaryYears is within how many years of a statement an adversarial act
	// may lie for its parties to be adversaries in it, before or after. 0 stands
	// for 10; a negative number means any time.
	AdversaryYears int `json:"adversary_years,omitzero"`
	// Identities says that the view takes accepted claims on who is who: that
	// two actors are the same ([Identity]), and who did what an event describes
	// ([Agency]). Actors taken for the same depend on each other. Nothing else
	// changes, and nothing is merged; see [View.Identities] and [View.Agents]. By
	// default it does not.
	Identities bool `json:"identities,omitzero"`
	// Rules say which event kinds change which relations. Nil stands for
	// [DefaultRules].
	Rules []Rule `json:"rules,omitzero"`
}

// sourcesOf returns the sources listed on event n, ascending.
func (v *sight) sourcesOf(n int32) []int32 { return v.latestOf(v.d.usesOf(n).many(slotSources)) }

// mutualRoles returns, by kind of event, between whom it takes two.
func mutualRoles(rules []Rule) map[EventKind][]rolePair {
	list := map[EventKind][]rolePair{}
	for i := range rules {
		if r := &rules[i]; r.Mutual && !slices.Contains(list[r.Event], rolePair{r.From, r.To}) {
			list[r.Event] = append(list[r.Event], rolePair{r.From, r.To})
		}
	}
	return list
}

// A rolePair is the roles of two between whom an act is to stand.
type rolePair struct{ from, to ParticipantRole }

// defaultMutualRoles is that of the default rules.
var defaultMutualRoles = mutualRoles(defaultRules)

// isConcealed reports whether item n is an actor that is known from confidential
// items alone. No answer names it.
func (v *sight) isConcealed(n int32) bool {
	return n != none && int(n) < len(v.d.concealed) && v.d.concealed[n]
}

// exposed returns those of some items that may be named.
func (v *sight) exposed(list []int32) []int32 {
	if v.d.concealed == nil {
		return list
	}
	var named []int32
	for _, n := range list {
		if !v.isConcealed(n) {
			named = append(named, n)
		}
	}
	return named
}

// confidential reports what [Dossier.confidential] does.
func (v *sight) confidential(n int32) bool { return v.d.confidential(n) }

// openly returns the actors whom item n names, or nobody if it is confidential.
func (v *sight) openly(n int32, named []int32) []int32 {
	if v.confidential(n) {
		return nil
	}
	return named
}

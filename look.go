package dispute

import (
	"fmt"
	"slices"

	"github.com/dispute-go/dispute/internal/group"
	"github.com/dispute-go/dispute/internal/ints"
)

// newCourt weighs by the ties on file and, if the policy says so, takes those
// for the same of whom a court that takes nobody for the same accepts that they
// are. So identity claims are weighed by the record's own affiliations alone:
// none of them decides on the evidence for itself or for another.
func newCourt(m *mentions) *court {
	index, claims := m.indexTwins()
	plain := &court{mentions: m, ties: newTies(m.sight), twins: index}
	plain.plain = plain
	if !m.lens.Policy.Identities || len(claims) == 0 {
		return plain
	}
	c := &court{mentions: m, ties: plain.ties, twins: index, plain: plain}
	groups := c.twins.join(plain, claims)
	if groups != nil {
		c.ties = plain.ties.Joined(groups)
	}
	return c
}

// join takes those for the same of whom the court accepts that they are, and
// returns the groups of more than one.
func (x *twinIndex) join(by *court, claims []int32) [][]int32 {
	x.accepted = map[int32]bool{}
	_, actors := by.d.span(ItemActor)
	groups := group.New(int(actors))
	for _, c := range claims {
		if x.accepted[c] = by.judge(by.proposition(c)).standing == StandingAccepted; x.accepted[c] {
			i := by.d.claim(c).Content.Identity
			groups.Join(by.resolve(i.A.Ref()), by.resolve(i.B.Ref()))
		}
	}
	x.hub, x.members = map[int32]int32{}, map[int32][]int32{}
	var joined [][]int32
	for _, members := range groups.Groups() {
		if len(members) > 1 {
			joined = append(joined, members)
			x.members[members[0]] = members
			for _, n := range members {
				x.hub[n] = members[0]
			}
		}
	}
	return joined
}

// indexTwins indexes who is said to be whom, and to have done what. It also
// returns the current identity claims.
func (v *mentions) indexTwins() (x twinIndex, claims []int32) {
	x.identity, x.acts = map[int32][]int32{}, map[int32][]int32{}
	x.oldIdentity, x.oldActs, x.oldAgency = map[int32][]int32{}, map[int32][]int32{}, map[int32][]int32{}
	put := func(list map[int32][]int32, to Ref, c int32) {
		if n := v.resolve(to); n != none {
			list[n] = append(list[n], c)
		}
	}
	from, to := v.d.span(ItemClaim)
	for c := from; c < to; c++ {
		if !v.alive[c] {
			continue
		}
		identity, acts, now := x.identity, x.acts, c
		if !v.current[c] {
			identity, acts, now = x.oldIdentity, x.oldActs, v.head[c]
		}
		content := v.d.claim(c).Content
		if i := content.Identity; i != nil {
			put(identity, i.A.Ref(), now)
			put(identity, i.B.Ref(), now)
			if v.current[c] {
				claims = append(claims, c)
			}
		}
		if a := content.Agency; a != nil {
			put(acts, a.Actor.Ref(), now)
			if !v.current[c] {
				put(x.oldAgency, a.Event.Ref(), now)
			}
		}
	}
	for _, index := range []map[int32][]int32{x.identity, x.acts, x.oldIdentity, x.oldActs, x.oldAgency} {
		for n, list := range index {
			index[n] = ints.Merge(list)
		}
	}
	return x, claims
}

// View looks at the dossier through a lens. It reports an error when the lens
// names an actor that is not on file, a label or rule that cannot be used.
// The cost is near-linear in the size of the record.
func (d *Dossier) View(l Lens) (*View, error) {
	s, err := newSight(d, l)
	if err != nil {
		return nil, err
	}
	return &View{newRelations(newChronology(newCourt(newMentions(s))))}, nil
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
	v.ways.rules = p.Rules
	if v.ways.rules == nil {
		v.ways.rules = defaultRules
	} else if err := CheckRules(v.ways.rules); err != nil {
		return err
	}
	v.lens.Policy = Policy{
		Competent:  slices.Clone(p.Competent),
		Committing: slices.Clone(p.Committing),
		Accept:     slices.Clone(p.Accept),
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

package dispute

import (
	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/course"
	"github.com/dispute-go/dispute/internal/domain"
)

// ruleAffiliation is the rule by which an affiliation on file makes a member.
const ruleAffiliation = "membership/affiliation"

// The states that the start and the end of an affiliation go together with. Its
// end leaves what is over.
var (
	startsAsMember = bitsOf([]State{0, StateNone, StateApplicant, StateMember, StateWithdrawn})
	endsAsMember   = bitsOf([]State{StateMember, StateWithdrawalAnnounced, StateNone, StateWithdrawn})
	isOver         = bitsOf([]State{StateNone, StateWithdrawn})
)

// addAffiliations adds the changes that the member's own affiliations with the
// organisation tell of: the start of each, before all other changes where it has
// none, and its end. A later act rules, and so do they where they are later.
func (f *relationFile) addAffiliations(list *changeList) {
	var terms []course.Term
	for _, a := range f.v.d.actor(f.a).Affiliations {
		if a.Kind == AffiliationMemberOf && f.v.resolve(a.To.Ref()) == f.b {
			terms = append(terms, termOfAffiliation(a.Period))
		}
	}
	f.affiliations = len(terms)
	start := course.Change{Place: none, State: uint8(StateMember), Premise: bit(StateNone), Fits: course.States(startsAsMember)}
	end := course.Change{Place: none, State: uint8(StateNone), Premise: bit(0), Barred: course.States(isOver), Fits: course.States(endsAsMember)}
	for i, t := range terms {
		if goesOnIn(t, terms, i) {
			t.Ever = true // as far as this one tells
		}
		list.note(course.AppendPeriod(list.changes, start, end, t), Ruling{Actor: f.pair.From, Rule: ruleAffiliation})
	}
}

// termOfAffiliation returns the term of an affiliation. One without a period has
// no start and no end.
func termOfAffiliation(period edtf.Date) course.Term {
	if period.IsZero() {
		return course.Term{Start: domain.OpenStart(), Ever: true}
	}
	return termOfDate(period)
}

// goesOnIn reports whether a term surely ends while another one goes on.
func goesOnIn(t course.Term, terms []course.Term, own int) bool {
	if t.Ever {
		return false
	}
	first, last := t.End[0].First, t.End[len(t.End)-1].Last
	for i, o := range terms {
		if i != own && o.Start[len(o.Start)-1].Last <= first && (o.Ever || o.End[0].First > last) {
			return true
		}
	}
	return false
}

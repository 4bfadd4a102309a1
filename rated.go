package dispute

import (
	"slices"

	"github.com/dispute-go/dispute/internal/origins"
)

// A ClaimStanding is a claim and how it stands; see [Status].
type ClaimStanding struct {
	Claim ClaimID `json:"claim"`
	Label Label   `json:"label"`
	// For and Against are the levels.
	For      int      `json:"for"`
	Against  int      `json:"against"`
	Standing Standing `json:"standing"`
}

// ratedClaims are claims on one thing, with the assessment on each: rival ones
// about one event, or those on who is who or did what.
type ratedClaims struct {
	court       *court
	event       int32 // that they are about, or none
	of          int32 // who was counted, or none
	claims      []int32
	assessments []*assessment
}

func (v *court) rate(e int32, claims []int32) *ratedClaims {
	x := &ratedClaims{court: v, event: e, of: none, claims: slices.Clone(claims)}
	for _, c := range claims {
		x.assessments = append(x.assessments, v.judge(v.proposition(c)))
	}
	return x
}

// sort orders the claims, those that compare as equal by ID.
func (x *ratedClaims) sort(compare func(a, b int32) int) {
	at := make([]int, len(x.claims))
	for i := range at {
		at[i] = i
	}
	slices.SortStableFunc(at, func(i, j int) int { return compare(x.claims[i], x.claims[j]) })
	claims, assessments := slices.Clone(x.claims), slices.Clone(x.assessments)
	for i, from := range at {
		x.claims[i], x.assessments[i] = claims[from], assessments[from]
	}
}

func (x *ratedClaims) standing(i int) ClaimStanding {
	return x.assessments[i].standingOf(ClaimID(x.court.ref(x.claims[i]).ID))
}

// standings returns how each of the claims stands.
func (x *ratedClaims) standings() []ClaimStanding {
	var list []ClaimStanding
	for i := range x.claims {
		list = append(list, x.standing(i))
	}
	return list
}

func (x *assessment) standingOf(c ClaimID) ClaimStanding {
	return ClaimStanding{Claim: c, Label: x.label, For: x.supporting.level, Against: x.opposing.level, Standing: x.standing}
}

// numberOrigins numbers the origins of what is stated on all claims together.
// It returns the numbers by claim and root, and how many there are.
func (x *ratedClaims) numberOrigins() (byClaim [][]int, count int) {
	var all []origins.Root
	for _, s := range x.assessments {
		for _, r := range s.supporting.roots {
			all = append(all, x.court.weight(r))
		}
	}
	numbers, count := origins.Number(all)
	byClaim = make([][]int, len(x.assessments))
	for i, s := range x.assessments {
		n := len(s.supporting.roots)
		byClaim[i], numbers = numbers[:n:n], numbers[n:]
	}
	return byClaim, count
}

// stated returns the roots for claim i under the given numbers of their
// origins, and which these are.
func (x *ratedClaims) stated(i int, origin []int) (roots []Root, numbers []int) {
	roots = x.court.newSide(&x.assessments[i].supporting).Roots
	for j := range roots {
		if roots[j].Origin = origin[j]; origin[j] != 0 {
			numbers = append(numbers, origin[j])
		}
	}
	slices.Sort(numbers)
	return roots, slices.Compact(numbers)
}

package dispute

import "testing"

// "[..d]" is some day by d, and "[d..]" some day from d: neither says that
// there is no end, or no beginning, as "d/.." and "../d" do.
func TestHalfOpenSetsAreNoOpenIntervals(t *testing.T) {
	f := newCaseFile("a", "b", "c", "d", "body")
	f.event("raid", KindAttack, "[..2024-08-04]", "actor", "a", "target", "b")
	f.event("siege", KindBlockade, "[2024-08-04..]", "actor", "a", "target", "c")
	f.event("war", KindAttack, "2024-08-04/..", "actor", "a", "target", "d")
	f.claim("arms", RelationClaim{Track: TrackSupport, From: "a", To: "c", State: StateWeapons, When: dateOf("[2024-08-04..]")}, true)
	f.claim("money", RelationClaim{Track: TrackSupport, From: "a", To: "d", State: StateFunding, When: dateOf("[..2024-08-04]")}, true)
	f.claim("men", RelationClaim{Track: TrackSupport, From: "b", To: "d", State: StateTroops, When: dateOf("../2024-08-04")}, true)
	f.Actors[1].Affiliations = []Affiliation{{Kind: AffiliationMemberOf, To: "body", Period: dateOf("[2024-08-04..]")}}
	f.Actors[2].Affiliations = []Affiliation{{Kind: AffiliationMemberOf, To: "body", Period: dateOf("[..2024-08-04]")}}
	v := f.view(t, Lens{})
	for _, tc := range []struct {
		from, to ActorID
		track    Track
		day      string
		state    State
		want     Certainty
	}{
		{"a", "b", TrackHostility, "2024-08-04", StateForce, CertaintyPossible},
		{"a", "b", TrackHostility, "2024-08-05", StateForce, CertaintyExcluded},
		{"a", "b", TrackHostility, "2099-01-01", StateNone, CertaintyCertain},
		{"a", "c", TrackHostility, "2024-08-03", StateForce, CertaintyExcluded},
		{"a", "c", TrackHostility, "2099-01-01", StateForce, CertaintyPossible},
		{"a", "d", TrackHostility, "2099-01-01", StateForce, CertaintyCertain},
		{"a", "c", TrackSupport, "1900-01-01", StateWeapons, CertaintyExcluded},
		{"a", "c", TrackSupport, "2024-08-04", StateWeapons, CertaintyPossible},
		{"a", "d", TrackSupport, "1900-01-01", StateFunding, CertaintyPossible},
		{"a", "d", TrackSupport, "2024-08-05", StateFunding, CertaintyExcluded},
		{"b", "d", TrackSupport, "1900-01-01", StateTroops, CertaintyCertain},
		{"a", "body", TrackMembership, "1900-01-01", StateMember, CertaintyExcluded},
		{"a", "body", TrackMembership, "2024-08-05", StateMember, CertaintyPossible},
		{"b", "body", TrackMembership, "2099-01-01", StateMember, CertaintyExcluded},
	} {
		got := CertaintyExcluded
		for _, s := range v.Relation(tc.from, tc.to, tc.track).On(dayOf(tc.day)).States {
			if s.State == tc.state {
				got = s.Certainty
			}
		}
		if got != tc.want {
			t.Errorf("%v from %s to %s on %s: %v is %v, want %v", tc.track, tc.from, tc.to, tc.day, tc.state, got, tc.want)
		}
	}
}

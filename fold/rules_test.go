package fold_test

import (
	"errors"
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/fold"
)

func TestCodeOfAKind(t *testing.T) {
	rules, err := fold.NewRules(append(dispute.DefaultRules(),
		dispute.Rule{Name: "a", Event: "two-ways", From: dispute.RoleParty, To: dispute.RoleParty, Track: dispute.TrackStance, State: dispute.StateNeutral},
		dispute.Rule{Name: "b", Event: "two-ways", From: dispute.RoleVictim, To: dispute.RoleObserver, Track: dispute.TrackStance, State: dispute.StateNeutral},
		dispute.Rule{Name: "c", Event: "two-actors", From: dispute.RoleActor, To: dispute.RoleVictim, Track: dispute.TrackStance, State: dispute.StateNeutral},
		dispute.Rule{Name: "d", Event: "two-actors", From: dispute.RoleObserver, To: dispute.RoleActor, Track: dispute.TrackStance, State: dispute.StateCritical},
		dispute.Rule{Name: "g", Event: "two-others", From: dispute.RoleActor, To: dispute.RoleVictim, Track: dispute.TrackStance, State: dispute.StateNeutral},
		dispute.Rule{Name: "h", Event: "two-others", From: dispute.RoleActor, To: dispute.RoleObserver, Track: dispute.TrackStance, State: dispute.StateNeutral},
		dispute.Rule{Name: "i", Event: "two-others", From: dispute.RoleParty, To: dispute.RoleParty, Track: dispute.TrackStance, State: dispute.StateNeutral},
		dispute.Rule{Name: "e", Event: "backward", From: dispute.RoleRecipient, To: dispute.RoleObserver, Track: dispute.TrackStance, State: dispute.StateNeutral},
		dispute.Rule{Name: "f", Event: "backward", From: dispute.RoleObserver, To: dispute.RoleRecipient, Track: dispute.TrackHostility, State: dispute.StateThreat},
	))
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		kind     dispute.EventKind
		from, to dispute.ParticipantRole // of the code meant where no roles are given
		err      string
	}{
		{kind: dispute.KindSeverRelations, from: dispute.RoleActor, to: dispute.RoleTarget},
		{kind: dispute.KindEstablishRelations, from: dispute.RoleActor, to: dispute.RoleTarget}, // parties are rarer
		{kind: dispute.KindExpelDiplomats, from: dispute.RoleActor, to: dispute.RoleTarget},     // the rule runs from the target
		{kind: dispute.KindWageWar, from: dispute.RoleActor, to: dispute.RoleTarget},            // whose war it is
		{kind: dispute.KindSignDefencePact, from: dispute.RoleParty, to: dispute.RoleParty},
		{kind: dispute.KindJoin, from: dispute.RoleActor, to: dispute.RoleOrganisation},
		{kind: dispute.KindFoundAlliance, from: dispute.RoleActor, to: dispute.RoleOrganisation},
		{kind: "backward", from: dispute.RoleRecipient, to: dispute.RoleObserver},
		{kind: "two-ways", err: `invalid value: there are rules for events of the kind "two-ways" in several pairs of roles, want the roles of the actors`},
		{kind: "two-actors", err: `invalid value: there are rules for events of the kind "two-actors" in several pairs of roles, want the roles of the actors`},
		{kind: "two-others", err: `invalid value: there are rules for events of the kind "two-others" in several pairs of roles, want the roles of the actors`},
	}
	for _, tt := range tests {
		t.Run(string(tt.kind), func(t *testing.T) {
			code, err := rules.Code(tt.kind, "", "")
			if tt.err != "" {
				if code != 0 || err == nil || err.Error() != tt.err || !errors.Is(err, dispute.ErrValue) {
					t.Errorf("got %d, %v, want error %q", code, err, tt.err)
				}
				return
			}
			want, wantErr := rules.Code(tt.kind, tt.from, tt.to)
			if code != want || code == 0 || err != nil || wantErr != nil {
				t.Errorf("got %d, %v, want %d, %v", code, err, want, wantErr)
			}
		})
	}
	for _, kind := range []dispute.EventKind{dispute.KindCoup, "never-heard-of"} {
		if code, err := rules.Code(kind, "", ""); code != 0 || err != nil {
			t.Errorf("%s: got %d, %v, want 0", kind, code, err)
		}
	}
	if code, err := rules.Code(dispute.KindSeverRelations, dispute.RoleVictim, dispute.RoleActor); code != 0 || err != nil {
		t.Errorf("roles without a rule: got %d, %v, want 0", code, err)
	}
	if _, err := rules.Code(dispute.KindSeverRelations, dispute.RoleActor, ""); !errors.Is(err, dispute.ErrMissing) {
		t.Errorf("one role: got %v, want dispute.ErrMissing", err)
	}
}

func TestNewRulesRefuses(t *testing.T) {
	long := make([]dispute.Rule, math.MaxInt16+1)
	for i := range long {
		long[i] = dispute.Rule{Name: fmt.Sprint(i), Event: dispute.EventKind(fmt.Sprint(i)), From: dispute.RoleActor, To: dispute.RoleTarget, Track: dispute.TrackStance, State: dispute.StateNeutral}
	}
	if _, err := fold.NewRules(long[:math.MaxInt16]); err != nil {
		t.Errorf("as many rules as there may be: %v", err)
	}
	// So many combinations of what a rule bars that a track has no room.
	var wide []dispute.Rule
	others := []dispute.State{dispute.StateAmbassador, dispute.StateMinister, dispute.StateChargeDAffaires, dispute.StateChargeAdInterim, dispute.StateInterestsSection, dispute.StateProtectingPower, dispute.StateRecalled}
	for i := range 1 << len(others) {
		r := dispute.Rule{Name: fmt.Sprint(i), Event: dispute.EventKind(fmt.Sprint(i)), From: dispute.RoleActor, To: dispute.RoleTarget, Track: dispute.TrackRepresentation, State: dispute.StateExpelled}
		for j, s := range others {
			if i>>j&1 != 0 {
				r.Not = append(r.Not, s)
			}
		}
		wide = append(wide, r)
	}
	wide = append(wide, dispute.Rule{Name: "more", Event: "more", From: dispute.RoleActor, To: dispute.RoleTarget, Track: dispute.TrackRepresentation, State: dispute.StateAmbassador})
	tests := []struct {
		name  string
		rules []dispute.Rule
		err   error
		text  string
	}{
		{"a rule no policy takes", []dispute.Rule{{Name: "x", Event: "x", From: dispute.RoleActor, To: dispute.RoleTarget, Track: dispute.TrackStance, State: dispute.StateWar}}, dispute.ErrValue, `"x"`},
		{"too many", long, dispute.ErrLimit, "32768 rules, expected at most 32767"},
		{"too many effects", wide, dispute.ErrLimit, `"representation": 129 effects, expected at most 128`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := fold.NewRules(tt.rules)
			if got != nil || !errors.Is(err, tt.err) || !strings.Contains(err.Error(), tt.text) {
				t.Errorf("got %v, want one that wraps %v and says %q", err, tt.err, tt.text)
			}
		})
	}
}

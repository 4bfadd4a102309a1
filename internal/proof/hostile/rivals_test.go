package hostile_test

import (
	"fmt"
	"testing"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/disputetest"
)

// However many rival claims there are, they are one conflict: of one event, by
// what they give, of one relation, and of one claim that all contradict. What one
// speaker gives day after day is one series and no conflict.
func TestManyRivalsAreOneConflict(t *testing.T) {
	day := func(i int) edtf.Date { return edtf.FromDay(edtf.DayFromNumber(int64(i))) }
	for _, c := range []struct {
		name    string
		content func(i int) dispute.Content
		want    string
	}{
		{"figures", func(i int) dispute.Content {
			return dispute.Content{Figure: &dispute.Figure{Event: "e", Category: "killed", Best: disputetest.Number(int64(i))}}
		}, "figures"},
		{"ranges", func(i int) dispute.Content {
			return dispute.Content{Figure: &dispute.Figure{Event: "e", Category: "killed", Low: disputetest.Number(int64(2 * i)), High: disputetest.Number(int64(2*i + 1))}}
		}, "figures"},
		{"dates", func(i int) dispute.Content {
			return dispute.Content{Dating: &dispute.Dating{Event: "e", When: day(i)}}
		}, "dates"},
		{"doers", func(i int) dispute.Content {
			return dispute.Content{Agency: &dispute.Agency{Event: "e", Actor: dispute.ActorID(fmt.Sprintf("m%d", i))}}
		}, "doers"},
		{"states", func(i int) dispute.Content {
			return dispute.Content{Relation: &dispute.RelationClaim{Track: dispute.TrackDiplomaticRelations, From: "aland", To: "beland",
				State: []dispute.State{dispute.StateEstablished, dispute.StateSevered}[i%2], When: edtf.MustParse("2001/2009")}}
		}, "relations"},
		{"contradictions of one", func(i int) dispute.Content { return dispute.Content{} }, "contradiction"},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := rivals(c.content)
			n := len(r.Claims) - 1
			v := disputetest.View(t, r, dispute.Lens{})
			conflicts := v.Conflicts()
			if len(conflicts) != 1 || conflicts[0].Kind.String() != c.want {
				t.Fatalf("%d conflicts, want one of kind %s", len(conflicts), c.want)
			}
			if got := len(conflicts[0].Items); got < n {
				t.Errorf("a conflict of %d items, want the %d claims", got, n)
			}
			if text := conflicts[0].String(); len(text) > 4_000 {
				t.Errorf("told in %d bytes", len(text))
			}
		})
	}
	t.Run("series", func(t *testing.T) {
		r := rivals(func(i int) dispute.Content {
			return dispute.Content{Figure: &dispute.Figure{Event: "e", Category: "killed", Best: disputetest.Number(int64(i))}}
		})
		for i := range r.Attributions {
			r.Attributions[i].Speaker, r.Attributions[i].Said = "courier", day(i)
		}
		v := disputetest.View(t, r, dispute.Lens{})
		if got := v.Conflicts(); len(got) > 0 {
			t.Errorf("%d conflicts", len(got))
		}
		s := v.Figures("e")[0]
		if s.Distinct != 1 || len(s.Series) != 1 || len(s.Series[0].Steps) != len(r.Attributions)-1 {
			t.Errorf("%d current figures, %d series", s.Distinct, len(s.Series))
		}
	})
}

// rivals is a record with as many claims as there are items in a hostile record,
// each made by a medium of its own, and all contradicting the claim "raid" if they
// have no content.
func rivals(content func(i int) dispute.Content) dispute.Record {
	r := disputetest.Cast()
	r.Events = []dispute.Event{{ID: "e", Kind: dispute.KindAttack}}
	r.Attributions = append(r.Attributions, disputetest.Says("raid", "herald", dispute.StanceAsserts, "raid"))
	for i := range *disputetest.HostileItems {
		speaker, id := dispute.ActorID(fmt.Sprintf("m%d", i)), fmt.Sprintf("c%d", i)
		c := dispute.Claim{ID: dispute.ClaimID(id), Text: "text", Content: content(i)}
		if c.Content.IsZero() {
			c.Contradicts = []dispute.ClaimID{"raid"}
		}
		r.Actors = append(r.Actors, dispute.Actor{ID: speaker, Kind: dispute.ActorMedium, Name: "a medium"})
		r.Claims = append(r.Claims, c)
		r.Attributions = append(r.Attributions, disputetest.Says(dispute.AttributionID(id), speaker, dispute.StanceAsserts, c.ID))
	}
	return r
}

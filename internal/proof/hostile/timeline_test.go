package hostile_test

import (
	"fmt"
	"testing"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/internal/disputetest"
)

// A few bytes can stand for very many possible days; such a date is taken by
// its hull.
func TestDatesOfVeryManyRanges(t *testing.T) {
	var r dispute.Record
	for i := range 2000 {
		r.Events = append(r.Events, disputetest.DatedEvent(dispute.EventID(fmt.Sprintf("e%d", i)), "XXXX-XX-23"))
	}
	v := disputetest.View(t, r, dispute.Lens{})
	if s := v.When("e0"); s.EarliestStart != disputetest.Day("0000-01-23") || s.LatestStart != disputetest.Day("9999-12-23") {
		t.Errorf("XXXX-XX-23 is %s to %s", s.EarliestStart, s.LatestStart)
	}
}

package main

import (
	"testing"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/internal/disputetest"
)

// A name that is known from confidential items alone is not written.
func TestWhatIsSaidInConfidenceNamesNobody(t *testing.T) {
	disputetest.NamesNobody(t, run, func(dispute.Record) [][]string {
		return [][]string{{"-full", "2024-08-03", "2024-08-07", "-"}, {"-full", "-by", "known", "2024-08-02", "2024-08-09", "-"}}
	})
}

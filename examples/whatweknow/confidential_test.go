package main

import (
	"testing"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/internal/disputetest"
)

// A name that is known from confidential items alone is not written.
func TestWhatIsSaidInConfidenceNamesNobody(t *testing.T) {
	disputetest.NamesNobody(t, run, func(dispute.Record) [][]string {
		return [][]string{{"-full", "-"}, {"-full", "-as", "aland", "-recorded-by", "2024-08-06", "-"}}
	})
}

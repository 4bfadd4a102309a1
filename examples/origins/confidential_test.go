package main

import (
	"testing"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/internal/disputetest"
)

// A name that is known from confidential items alone is not written.
func TestWhatIsSaidInConfidenceNamesNobody(t *testing.T) {
	disputetest.NamesNobody(t, run, func(r dispute.Record) [][]string {
		var list [][]string
		for _, c := range r.Claims {
			list = append(list, []string{string(c.ID), "-"}, []string{"-format", "dot", string(c.ID), "-"})
		}
		return list
	})
}

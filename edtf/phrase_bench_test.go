package edtf_test

import (
	"strings"
	"testing"

	"github.com/dispute-go/dispute/edtf"
)

// BenchmarkParsePhrase reads one wording at a time, and two that are refused.
func BenchmarkParsePhrase(b *testing.B) {
	for _, phrase := range []string{
		"4 August", "late July", "in the coming days", "since 2012", "by the end of the year",
		"between late July and 4 August", "before the third Tuesday", strings.Repeat("between May and ", 8),
	} {
		b.Run(phrase, func(b *testing.B) {
			for b.Loop() {
				_, _ = edtf.ParsePhrase(phrase, conventionAnchor)
			}
		})
	}
}

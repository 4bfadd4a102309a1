package edtf_test

import (
	"strings"
	"testing"

	"github.com/dispute-go/dispute/edtf"
)

// BenchmarkParsePhraseCorpus reads all phrases of the corpus, refused ones too;
// ns/phrase is the mean over them.
func BenchmarkParsePhraseCorpus(b *testing.B) {
	var rows []corpusRow
	for _, kind := range corpusKinds(b) {
		rows = append(rows, readCorpus(b, kind)...)
	}
	b.ReportAllocs()
	for b.Loop() {
		for _, row := range rows {
			_, _ = edtf.ParsePhrase(row.phrase, row.anchor)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(rows)), "ns/phrase")
}

// BenchmarkParsePhrase reads one wording at a time, and two that are refused.
func BenchmarkParsePhrase(b *testing.B) {
	for _, phrase := range []string{
		"4 August", "late July", "in the coming days", "since 2012", "by the end of the year",
		"between late July and 4 August", "before the third Tuesday", strings.Repeat("between May and ", 8),
	} {
		b.Run(phrase, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				_, _ = edtf.ParsePhrase(phrase, conventionAnchor)
			}
		})
	}
}

// BenchmarkParsePhraseHostile reads phrases of as many words as one may have,
// made so that as many as possible fit somewhere.
func BenchmarkParsePhraseHostile(b *testing.B) {
	for _, phrase := range hostilePhrases {
		b.Run(phrase[:min(len(phrase), 24)], func(b *testing.B) {
			for b.Loop() {
				_, _ = edtf.ParsePhrase(phrase, conventionAnchor)
			}
		})
	}
}

var hostilePhrases = []string{
	strings.Repeat("May to ", 11) + "May",
	strings.Repeat("4 and ", 11) + "4 May",
	strings.Repeat("May, ", 23) + "May",
	strings.Repeat("about ", 23) + "May",
	strings.Repeat("day after ", 11) + "May",
	strings.Repeat("in ", 23) + "May",
	strings.Repeat("sometime ", 23) + "May",
	strings.Repeat("between ", 12) + strings.Repeat("and ", 12),
	strings.Repeat("from 4 to 5 until ", 4),
	strings.Repeat("night of 4 to 5 or 6 ", 3),
	strings.Repeat("late on Monday morning ", 6),
	strings.Repeat("two or three days after ", 4) + "today",
	strings.Repeat("x ", 128),
}

// Package sahel2024 holds a real record to try the library on: the dispute
// between Ukraine and three Sahel states in the summer of 2024, as one news
// report of 21 August 2024 tells it, and as it looked a day later with more
// precise dates and one correction. DOSSIER.md, in the same folder, says which
// item holds what.
package sahel2024

import (
	_ "embed"
	"strings"

	"github.com/dispute-go/dispute"
)

//go:embed record.json
var text string

// Record returns the record. Every call decodes it anew, so that callers may
// change what they get.
//
// What the report says was recorded on 21 August 2024, at the report's own
// precision; what is public beyond it on 22 August 2024, superseding what it
// makes more precise or corrects. Looking at it with the one day or the other
// as [dispute.Lens].RecordedBy tells the two layers apart.
func Record() dispute.Record {
	r, err := dispute.Decode(strings.NewReader(text))
	if err != nil {
		return dispute.Record{} // the embedded text is canonical, so there is none
	}
	return r
}

// JSON returns the record's canonical text, the same bytes that
// [dispute.Encode] writes for [Record]. Callers may change what they get.
func JSON() []byte { return []byte(text) }

package statements

import (
	"crypto/sha256"
	"fmt"
	"slices"
	"strings"

	"github.com/dispute-go/dispute"
)

// identify gives the claim, the source and the attribution their IDs and lets
// the attribution refer to them.
func (s *Statement) identify() {
	x, c, a := &s.source, &s.claim, &s.attribution
	slices.Sort(a.Jointly)
	slices.Sort(a.OnBehalfOf)
	c.ID = dispute.ClaimID(identifier(c.Text, "claim", c.Text))
	name := x.Title
	if name == "" {
		name = string(x.Kind)
	}
	x.ID = dispute.SourceID(identifier(name, "source", string(x.Kind), x.Title, x.URL,
		string(x.Publisher), x.Published.String(), x.Language))
	a.Claim, a.Source = c.ID, x.ID
	a.ID = dispute.AttributionID(identifier(string(a.Stance.String()+" "+c.Text), "attribution",
		string(a.Speaker), fmt.Sprint(slices.Compact(a.Jointly)), fmt.Sprint(slices.Compact(a.OnBehalfOf)),
		a.Stance.String(), string(a.Claim), string(a.Source), a.Said.String(), a.Wording,
		a.Lineage.String(), a.Cue, a.Strength.String(), a.Scope, a.Quotation, a.OnRecord.String()))
	x.Recorded, c.Recorded = a.Recorded, a.Recorded
	for i := range s.actors {
		s.actors[i].Recorded = a.Recorded
	}
	if b := x.Published.Bounds(); !x.Published.IsZero() {
		c.Known = b.LatestStart.Day()
	}
}

// identifier makes an ID of readable words and of a hash of the content, in the
// characters that IDs have.
func identifier(words string, content ...string) string {
	var b strings.Builder
	gap := false
	for _, r := range strings.ToLower(words) {
		if b.Len() >= 40 {
			break
		}
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
			if gap && b.Len() > 0 {
				b.WriteByte('-')
			}
			gap = false
			b.WriteRune(r)
			continue
		}
		gap = true
	}
	if b.Len() > 0 {
		b.WriteByte('-')
	}
	sum := sha256.Sum256(fmt.Appendf(nil, "%q", content))
	return fmt.Sprintf("%s%x", &b, sum[:8])
}

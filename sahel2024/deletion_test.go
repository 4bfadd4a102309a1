package sahel2024_test

import (
	"maps"
	"strings"
	"testing"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/internal/disputetest"
	"github.com/dispute-go/dispute/sahel2024"
)

// Deleting any item with all that depends on it leaves alone every answer
// that named none of them.
func TestDeletingChangesOnlyAnswersThatNameIt(t *testing.T) {
	whole := sahel2024.Record()
	for name, lens := range viewpoints {
		t.Run(name, func(t *testing.T) {
			ask := answersOf
			if lens.KnownBy.IsZero() && lens.RecordedBy.IsZero() {
				ask = everything
			}
			before := ask(disputetest.View(t, whole, lens))
			changed := 0
			each(whole, func(own dispute.Ref, _ any) {
				rest, gone := disputetest.Without(whole, own)
				if lens.Standpoint != "" && gone[lens.Standpoint.Ref()] {
					return // there is nobody left whose standpoint it would be
				}
				after := ask(disputetest.View(t, rest, lens))
				for key, a := range before {
					if b, ok := after[key]; ok && a.text == b.text {
						continue
					}
					changed++
					if !a.names(gone) {
						t.Errorf("without %v: %s changed, whose reasons name nothing deleted", own, key)
					}
				}
				for key := range after {
					if _, ok := before[key]; !ok && !appears(key) {
						t.Errorf("without %v: %s is new", own, key)
					}
				}
			})
			if changed == 0 {
				t.Error("no deletion changed any answer")
			}
		})
	}
}

// appears reports whether an answer can come to be by a deletion, since it rests
// on something that is not there: an open question on an answer or an origin,
// what one party alone says, what a party did not answer, and that an organ
// speaks against its side where the side's own word is gone. Everything else
// needs what it rests on.
func appears(key string) bool {
	for _, topic := range []string{"question/", "compare/", "account/", "conflict/speaker-against-principal/"} {
		if strings.HasPrefix(strings.TrimPrefix(key, "fact/"), topic) {
			return true
		}
	}
	return false
}

func everything(v *dispute.View) answers {
	all := answersOf(v)
	maps.Copy(all, summariesOf(v))
	return all
}

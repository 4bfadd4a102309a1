package sahel2024_test

import (
	"maps"
	"testing"

	"github.com/dispute-go/dispute"
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
			before := ask(view(t, whole, lens))
			changed := 0
			each(whole, func(own dispute.Ref, _ any) {
				rest := without(whole, own)
				gone := map[dispute.Ref]bool{}
				each(whole, func(ref dispute.Ref, _ any) { gone[ref] = true })
				each(rest, func(ref dispute.Ref, _ any) { delete(gone, ref) })
				if lens.Standpoint != "" && gone[lens.Standpoint.Ref()] {
					return // there is nobody left whose standpoint it would be
				}
				after := ask(view(t, rest, lens))
				for key, a := range before {
					if b, ok := after[key]; ok && a.text == b.text {
						continue
					}
					changed++
					if !a.names(gone) {
						t.Errorf("without %v: %s changed, whose reasons name nothing deleted", own, key)
					}
				}
			})
			if changed == 0 {
				t.Error("no deletion changed any answer")
			}
		})
	}
}

func everything(v *dispute.View) answers {
	all := answersOf(v)
	maps.Copy(all, summariesOf(v))
	return all
}

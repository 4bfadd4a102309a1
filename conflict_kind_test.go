package dispute

import "testing"

// Whoever adds a kind adds how it is found and how it is told.
func TestEveryKindIsFoundAndTold(t *testing.T) {
	for k := ConflictKind(1); conflictKinds.valid(uint8(k)); k++ {
		if int(k) >= len(finders) || finders[k] == nil {
			t.Errorf("conflict %s is not found", k)
		}
		if int(k) >= len(conflictSentences) || conflictSentences[k] == nil {
			t.Errorf("conflict %s is not told", k)
		}
	}
	for k := QuestionKind(1); questionKinds.valid(uint8(k)); k++ {
		if int(k) >= len(questionManners) || questionManners[k].sentence == nil || questionManners[k].because == nil {
			t.Errorf("question %s is not told", k)
		}
	}
}

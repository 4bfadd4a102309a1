package fuzz

import (
	"encoding"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/edtf"
)

// closedWords are the types that are written as one word of a closed list.
var closedWords = []reflect.Type{
	reflect.TypeFor[dispute.ActorKind](), reflect.TypeFor[dispute.AffiliationKind](), reflect.TypeFor[dispute.Certainty](),
	reflect.TypeFor[dispute.ChangeKind](), reflect.TypeFor[dispute.ConflictKind](), reflect.TypeFor[dispute.ContradictionKind](),
	reflect.TypeFor[dispute.Credibility](), reflect.TypeFor[dispute.DropReason](), reflect.TypeFor[dispute.ItemKind](),
	reflect.TypeFor[dispute.Label](), reflect.TypeFor[dispute.Lineage](), reflect.TypeFor[dispute.LinkKind](),
	reflect.TypeFor[dispute.Phase](), reflect.TypeFor[dispute.QuestionKind](), reflect.TypeFor[dispute.RecordLevel](),
	reflect.TypeFor[dispute.Reliability](), reflect.TypeFor[dispute.Stance](), reflect.TypeFor[dispute.Standing](),
	reflect.TypeFor[dispute.StandingRule](), reflect.TypeFor[dispute.State](), reflect.TypeFor[dispute.Strength](),
	reflect.TypeFor[dispute.Track](), reflect.TypeFor[dispute.Trend](), reflect.TypeFor[edtf.Relation](), reflect.TypeFor[edtf.Truth](),
}

// FuzzClosedWords: a word is taken for a value that is written as that word, or
// it is refused with the word and leaves the value as it was.
func FuzzClosedWords(f *testing.F) {
	for i, x := range closedWords {
		v := reflect.New(x)
		v.Elem().SetUint(1)
		f.Add(uint8(i), fmt.Sprint(v.Elem()))
		f.Add(uint8(i), "Unknown "+x.Name())
	}
	f.Fuzz(func(t *testing.T, which uint8, word string) {
		v := reflect.New(closedWords[int(which)%len(closedWords)])
		v.Elem().SetUint(200)
		err := v.Interface().(encoding.TextUnmarshaler).UnmarshalText([]byte(word))
		if err == nil {
			text, err := v.Interface().(encoding.TextMarshaler).MarshalText()
			if err != nil || string(text) != word {
				t.Fatalf("%s read %q and writes %q, %v", v.Elem().Type(), word, text, err)
			}
			return
		}
		if v.Elem().Uint() != 200 {
			t.Errorf("%s refused %q and became %v", v.Elem().Type(), word, v.Elem())
		}
		if len(word) < 40 && !strings.Contains(err.Error(), fmt.Sprintf("%q", word)) {
			t.Errorf("%s refused %q with %v", v.Elem().Type(), word, err)
		}
	})
}

// Every closed vocabulary of the two packages is among those fuzzed.
func TestEveryClosedWordIsFuzzed(t *testing.T) {
	seen := map[reflect.Type]bool{}
	for _, x := range closedWords {
		if seen[x] {
			t.Errorf("%s stands twice", x)
		}
		seen[x] = true
		if x.Kind() != reflect.Uint8 {
			t.Errorf("%s is no vocabulary", x)
		}
	}
}

package english_test

import (
	"testing"

	"github.com/dispute-go/dispute/internal/english"
)

func TestEnglish(t *testing.T) {
	for _, c := range []struct{ got, want string }{
		{english.Words("non-aggression-pact"), "non aggression pact"},
		{english.Words("state"), "state"},
		{english.List(nil), ""},
		{english.List([]string{"Mali"}), "Mali"},
		{english.List([]string{"Mali", "Niger"}), "Mali and Niger"},
		{english.List([]string{"Mali", "Niger", "Chad"}), "Mali, Niger and Chad"},
		{english.Count(0, "origin"), "0 origins"},
		{english.Count(1, "origin"), "1 origin"},
		{english.Count(2, "more report"), "2 more reports"},
		{english.UpperFirst(""), ""},
		{english.UpperFirst("an état"), "An état"},
		{english.UpperFirst("état"), "État"},
		{english.UpperFirst("“so”"), "“so”"},
	} {
		if c.got != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
}

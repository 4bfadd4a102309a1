package spelling_test

import (
	"testing"

	"github.com/dispute-go/dispute/internal/spelling"
)

func TestFold(t *testing.T) {
	for _, alike := range [][]string{
		{"cote divoire", "Côte d’Ivoire", "COTE D'IVOIRE", "  côte   d'ivoire ", "Co\u0302te d'Ivoire"},
		{"sao tome", "São Tomé", "SÃO TOMÉ"},
		{"lodz", "Łódź"},
		{"istanbul", "İstanbul", "ıstanbul"},
		{"viet nam", "Việt Nam", "Viet-Nam", "Viet–Nam"},
		{"us", "U.S.", "US"},
		{"малі", "Малі"},
		{"strasse", "Straße"},
		{"", "'", " "},
	} {
		for _, name := range alike {
			if got := spelling.Fold(name); got != alike[0] {
				t.Errorf("%q folds to %q, want %q", name, got, alike[0])
			}
		}
	}
	if spelling.Fold("Niger") == spelling.Fold("Nigeria") {
		t.Error("two names fold alike")
	}
}

func TestDistance(t *testing.T) {
	for _, c := range []struct {
		a, b  string
		limit int
		want  int
	}{
		{"", "", 5, 0}, {"a", "", 5, 1}, {"kitten", "sitting", 9, 3}, {"kitten", "sitting", 2, 2}, {"sever", "severs", 9, 1},
		{"flaw", "lawn", 9, 2}, {"é", "e", 9, 1}, {"abcdef", "", 3, 3}, {"alnad", "aland", 9, 1}, {"ab", "ba", 9, 1}, {"abcd", "badc", 9, 2},
	} {
		if got := spelling.Distance(c.a, c.b, c.limit); got != c.want {
			t.Errorf("from %q to %q is %d, want %d", c.a, c.b, got, c.want)
		}
		if got := spelling.Distance(c.b, c.a, c.limit); got != c.want {
			t.Errorf("from %q to %q is %d, want %d", c.b, c.a, got, c.want)
		}
	}
}

// The limit cuts off nothing that is within it.
func TestDistanceLimit(t *testing.T) {
	words := []string{"", "a", "b", "ab", "ba", "abc", "bca", "acb", "abcd", "badc", "aabbcc", "ccbbaa", "abcabc", "bcabca"}
	for _, a := range words {
		for _, b := range words {
			whole := spelling.Distance(a, b, 100)
			for limit := range 9 {
				if got := spelling.Distance(a, b, limit); got != min(whole, limit) {
					t.Errorf("from %q to %q under %d is %d, want %d", a, b, limit, got, min(whole, limit))
				}
			}
		}
	}
}

func TestNearest(t *testing.T) {
	words := []string{"actor", "target", "addressee", "sever-relations"}
	for text, want := range map[string]string{"Actor": "actor", "adressee": "addressee", "sever-relation": "sever-relations", "xyz": "", "": ""} {
		if got, ok := spelling.Nearest(text, words); got != want || ok != (want != "") {
			t.Errorf("nearest to %q is %q, %t, want %q", text, got, ok, want)
		}
	}
}

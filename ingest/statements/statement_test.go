package statements

import (
	"strings"
	"testing"

	"github.com/dispute-go/dispute"
)

// plain is a line that passes.
const plain = `{"speaker":{"kind":"state","name":"A"},"stance":"asserts","claim":{"text":"it is so"},"source":{"kind":"post","title":"S"},"said":"2031-03-04"}`

func TestDates(t *testing.T) {
	for _, c := range []struct{ name, date, published, want string }{
		{"a day", `"said":"2024-08-04"`, "2024-08-21", "2024-08-04"},
		{"a month", `"said":"2024-08"`, "2024-08-21", "2024-08"},
		{"one of several days", `"said":"[2024-07-21..2024-07-31]"`, "2024-08-21", "[2024-07-21..2024-07-31]"},
		{"a decade", `"said":"202X"`, "2024-08-21", "202X"},
		{"by a day", `"said":"[..2024-08-21]"`, "2024-08-21", "[..2024-08-21]"},
		{"a date with its wording", `"said":"2024-08-21","wording":"as of yet"`, "2024-08-21", "2024-08-21"},
		{"a wording as of the source's day", `"wording":"earlier this month"`, "2024-08-21", "[2024-08-01..2024-08-21]"},
		{"a wording as of another day", `"wording":"late July","anchor":"2023-08-21"`, "2024-08-21", "[2023-07-21..2023-07-31]"},
		{"a wording as of a day beside a month", `"wording":"yesterday","anchor":"2024-08-21"`, "2024-08", "2024-08-20"},
	} {
		t.Run(c.name, func(t *testing.T) {
			line := strings.Replace(plain, `"said":"2031-03-04"`, c.date, 1)
			line = strings.Replace(line, `"title":"S"`, `"title":"S","published":"`+c.published+`"`, 1)
			s, err := Parse([]byte(line))
			if err != nil {
				t.Fatal(err)
			}
			if got := s.attribution.Said.String(); got != c.want {
				t.Errorf("said %s, want %s", got, c.want)
			}
		})
	}
}

func TestIdentifier(t *testing.T) {
	base := identifier("Mali's Foreign Ministry", "actor", "organ", "Mali's foreign ministry")
	if !strings.HasPrefix(base, "mali-s-foreign-ministry-") || len(base) != len("mali-s-foreign-ministry-")+16 {
		t.Errorf("identifier %q, want its words and 16 digits", base)
	}
	seen := map[string]bool{base: true}
	for _, c := range [][]string{
		{"actor", "state", "Mali's foreign ministry"},
		{"actor", "organ", "Mali's foreign ministry "},
		{"actor", "organ Mali's foreign ministry"},
		{"actor", "organ", "Mali's", "foreign ministry"},
		{"claim", "organ", "Mali's foreign ministry"},
	} {
		id := identifier("Mali's Foreign Ministry", c...)
		if seen[id] {
			t.Errorf("identifier of %q is %q again", c, id)
		}
		seen[id] = true
	}
	for _, words := range []string{"", "Мали", "-–-", strings.Repeat("long words ", 50), "Ñandú & Co."} {
		r := dispute.Record{Actors: []dispute.Actor{{ID: dispute.ActorID(identifier(words, words)), Kind: dispute.ActorState, Name: "x"}}}
		if _, err := dispute.Compile(r); err != nil {
			t.Errorf("identifier of %q: %v", words, err)
		}
	}
}

package edtf

import (
	"strings"
	"testing"
)

// TestConventionSlots checks that every name in braces is known and used, and
// that there is room for all words.
func TestConventionSlots(t *testing.T) {
	used := make(map[*slot]bool)
	for i := range conventions {
		for _, elements := range compilePattern(conventions[i].pattern) {
			if len(elements) == 0 {
				t.Errorf("%q: an empty variant", conventions[i].Pattern)
			}
			for _, e := range elements {
				if e.slot == nil && strings.ContainsAny(e.expected, "{}[]") {
					t.Errorf("%q: an unknown name in braces", conventions[i].Pattern)
				}
				used[e.slot] = true
			}
		}
	}
	indexes := make(map[int]string)
	for name, s := range slots {
		if !used[s] && s != anyDate {
			t.Errorf("%s is not used", name)
		}
		if s.levels == 0 {
			continue
		}
		if other, ok := indexes[s.index]; ok || s.index >= termSlots {
			t.Errorf("%s has the index %d of %s, or one above %d", name, s.index, other, termSlots)
		}
		indexes[s.index] = name
	}
	if len(literals)+1 >= maxLiterals {
		t.Errorf("%d words in patterns, at most %d have room", len(literals), maxLiterals)
	}
}

// TestConventionsRead expects that the example of a convention is read by it,
// unless it serves only inside others.
func TestConventionsRead(t *testing.T) {
	anchor := MustParseDay("2024-08-21")
	for i := range conventions {
		c := &conventions[i]
		p, err := ParsePhrase(c.Example, anchor)
		if err != nil || p.Date.String() != c.Date {
			t.Errorf("%q: %q = %s, %v; want %s", c.Pattern, c.Example, p.Date, err, c.Date)
		}
		if c.level&levelsPhrase != 0 && p.Pattern != c.Pattern {
			t.Errorf("%q: %q is read by %q", c.Pattern, c.Example, p.Pattern)
		}
	}
}

// TestVocabulary expects that no word of the lexicon stands in two groups.
func TestVocabulary(t *testing.T) {
	seen := make(map[string]bool)
	for _, group := range vocabulary {
		for text := range strings.FieldsSeq(strings.ReplaceAll(group.words, "|", " ")) {
			if seen[text] {
				t.Errorf("%q stands twice", text)
			}
			seen[text] = true
		}
	}
}

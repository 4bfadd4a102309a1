package sahel2024_test

import (
	"cmp"
	"encoding/json"
	"maps"
	"slices"

	"github.com/dispute-go/dispute"
)

// An answer is one answer of a view as text, and the items it names as its
// reasons.
type answer struct {
	text  string
	items []dispute.Ref
}

// names reports whether the answer names any of the items.
func (a answer) names(items map[dispute.Ref]bool) bool {
	return slices.ContainsFunc(a.items, func(r dispute.Ref) bool { return items[r] })
}

// answersOf asks a view everything that can be asked of it, about every item
// of the embedded record.
func answersOf(v *dispute.View) map[string]answer {
	all := map[string]answer{}
	put := func(key string, value any, r dispute.Reasons) {
		text, err := json.Marshal(value)
		if err != nil {
			panic(err) // all answers have a text form
		}
		all[key] = answer{string(text), r.Items()}
	}
	f := onFile()
	for id := range f.claims {
		s := v.Status(id)
		put("status/claim/"+string(id), s, s.Reasons)
	}
	for id := range f.events {
		s := v.EventStatus(id)
		put("status/event/"+string(id), s, s.Reasons)
		w := v.When(id)
		put("when/"+string(id), w, w.Reasons)
	}
	timeline := v.Timeline()
	put("timeline", timeline, timeline.Reasons)
	for q := range v.OpenQuestions() {
		put("question/"+q.ID, q, q.Reasons)
	}
	for _, c := range v.Conflicts() {
		put("conflict/"+c.ID, c, c.Reasons)
	}
	return all
}

// asText joins answers in the order of their keys.
func asText(all map[string]answer) string {
	var text []byte
	for _, key := range slices.Sorted(maps.Keys(all)) {
		text = append(append(append(append(text, key...), ' '), all[key].text...), '\n')
	}
	return string(text)
}

func sorted[T cmp.Ordered](list []T) []T { return slices.Sorted(slices.Values(list)) }

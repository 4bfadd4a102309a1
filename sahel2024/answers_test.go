package sahel2024_test

import (
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"sync"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/edtf"
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

type answers map[string]answer

func (all answers) put(key string, value any, r dispute.Reasons) {
	text, err := json.Marshal(value)
	if err != nil {
		panic(err) // all answers have a text form
	}
	all[key] = answer{string(text), r.Items()}
}

// text joins the answers in the order of their keys.
func (all answers) text() string {
	var text []byte
	for _, key := range slices.Sorted(maps.Keys(all)) {
		text = append(append(append(append(text, key...), ' '), all[key].text...), '\n')
	}
	return string(text)
}

var embedded = sync.OnceValue(onFile)

// answersOf asks a view everything that it can be asked about single items,
// for every item of the embedded record, what is open and in conflict, and the
// relations.
func answersOf(v *dispute.View) answers {
	all := answers{}
	f := embedded()
	for id := range f.claims {
		s := v.Status(id)
		all.put("status/claim/"+string(id), s, s.Reasons())
	}
	for id := range f.events {
		s := v.EventStatus(id)
		all.put("status/event/"+string(id), s, s.Reasons())
		w := v.When(id)
		all.put("when/"+string(id), w, w.Reasons())
	}
	timeline := v.Timeline()
	all.put("timeline", timeline, timeline.Reasons())
	for _, q := range v.OpenQuestions() {
		all.put("question/"+q.ID, q, q.Reasons())
	}
	for _, c := range v.Conflicts() {
		all.put("conflict/"+c.ID, c, c.Reasons())
	}
	for r := range v.Relations() {
		h := r.History()
		all.put(fmt.Sprintf("relation/%v", r.Pair()), h, h.Reasons())
		s := r.On(edtf.MustParseDay("2024-08-07"))
		all.put(fmt.Sprintf("relation/%v on 7 August", r.Pair()), s, s.Reasons())
	}
	return all
}

// summariesOf asks a view for what sums its answers up: the parties' accounts,
// what they agree on, and the snapshot.
func summariesOf(v *dispute.View) answers {
	all := answers{}
	for _, party := range []dispute.ActorID{"mali", "russia", "ukraine"} {
		a := v.Account(party)
		for list, lines := range map[string][]dispute.AccountLine{
			"asserts": a.Asserts, "denies": a.Denies, "uncommitted": a.Uncommitted, "demands": a.Demands, "accusations": a.Accusations,
		} {
			for _, l := range lines {
				all.put(fmt.Sprintf("account/%s/%s/%s%s/%v", party, list, l.Event, l.Claim, l.Stance), l, l.Reasons())
			}
		}
	}
	c := v.Compare("mali", "ukraine")
	for list, lines := range map[string][]dispute.ComparisonLine{
		"agreed": c.Agreed, "rejected": c.Rejected, "disputed": c.Disputed, "one-sided": c.OneSided,
	} {
		for _, l := range lines {
			all.put(fmt.Sprintf("compare/%s/%s%s", list, l.Event, l.Claim), l, l.Reasons())
		}
	}
	for _, fact := range v.Snapshot().Facts {
		all["fact/"+fact.Key] = answer{fact.Text, fact.Items}
	}
	return all
}

func sorted[T cmp.Ordered](list []T) []T { return slices.Sorted(slices.Values(list)) }

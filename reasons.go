package dispute

import "slices"

// Reasons are what a derived fact rests on: a graph whose nodes are items of
// the record and facts derived on the way. It is complete and sorted; a node
// that is reached by several ways stands in it once. The zero Reasons are
// those of a fact that rests on nothing on file.
//
// An item that supersedes another one is among them also where the superseded
// one spoke of an item that is, and it no longer does: without it, the version
// before would bear on the fact.
//
// A record cut down to the items that the reasons name, with all that those
// refer to, gives the same fact, unless it rests also on what is not there:
// ranks in the timeline, and what one side alone says.
type Reasons struct {
	// Nodes are sorted by what they say. The fact explained is at Root.
	Nodes []Reason `json:"nodes,omitempty"`
	Root  int      `json:"root"`
}

// A Reason is one node of [Reasons].
type Reason struct {
	// Item is the item of the record this is, or the zero Ref for a derived fact.
	Item Ref `json:"item,omitzero"`
	// Fact says what is so: the item's name, or the derived fact in words.
	Fact string `json:"fact"`
	// Rule names the rule that derived the fact; empty for items.
	Rule string `json:"rule,omitzero"`
	// Because are the indexes of the nodes it rests on, ascending.
	Because []int `json:"because,omitempty"`
	// See is the key of the fact of a [Snapshot] that tells what this one rests
	// on where that is not listed here: only for the dates of an event at the
	// end of a long chain of linked events. [View.When] lists it all.
	See string `json:"see,omitzero"`
}

// timing returns the events that the fact rests on for nothing but their dates.
func (r Reasons) timing() map[Ref]bool {
	if len(r.Nodes) == 0 {
		return nil
	}
	reached := make([]bool, len(r.Nodes))
	reached[r.Root] = true
	for pending := []int{r.Root}; len(pending) > 0; {
		n := r.Nodes[pending[len(pending)-1]]
		pending = pending[:len(pending)-1]
		if n.Rule == ruleDates {
			continue
		}
		for _, b := range n.Because {
			if !reached[b] {
				reached[b] = true
				pending = append(pending, b)
			}
		}
	}
	events := map[Ref]bool{}
	for i, n := range r.Nodes {
		if n.Item.Kind == ItemEvent && !reached[i] {
			events[n.Item] = true
		}
	}
	return events
}

// Items returns the items of the record that the fact rests on, sorted by
// kind, then by ID.
func (r Reasons) Items() []Ref {
	var list []Ref
	for _, n := range r.Nodes {
		if n.Item.Kind != 0 {
			list = append(list, n.Item)
		}
	}
	slices.SortFunc(list, Ref.Compare)
	return list
}

// further returns the keys of the facts that tell the rest, ascending.
func (r Reasons) further() []string {
	var keys []string
	for _, n := range r.Nodes {
		if n.See != "" {
			keys = append(keys, n.See)
		}
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

// ruleDates is the rule by which an event has its dates.
const ruleDates = "start no earlier than what it follows"

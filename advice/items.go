package advice

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/spelling"
)

// This file looks at items one by one, and at pairs that are alike.

func (a *adviser) actors() {
	type pair [2]dispute.ActorID
	related := map[pair]bool{}
	for _, c := range a.r.Claims {
		if i := c.Content.Identity; i != nil {
			related[pair{i.A, i.B}], related[pair{i.B, i.A}] = true, true
		}
	}
	replaced := map[dispute.ActorID]dispute.ActorID{}
	first := map[string]dispute.ActorID{}
	for i, x := range a.r.Actors {
		a.enter(x.ID.Ref(), i)
		if x.Supersedes != "" {
			replaced[x.ID] = x.Supersedes
			continue // has the names of what it replaces
		}
		for k, name := range append([]string{x.Name}, x.Aliases...) {
			folded := spelling.Fold(name)
			other, taken := first[folded]
			if folded == "" || other == x.ID {
				continue
			}
			if !taken {
				first[folded] = x.ID
				continue
			}
			if under := "name"; !related[pair{x.ID, other}] {
				if k > 0 {
					under = "aliases/" + strconv.Itoa(k-1)
				}
				a.advise(SameName, x.ID.Ref(), i, under, fmt.Sprintf("actor %q has this name too, and is another actor", other),
					fmt.Sprintf("one actor, or a name that tells them apart, or a claim with the content identity of %q and %q", other, x.ID))
				break
			}
		}
	}
}

func (a *adviser) sources() {
	known := map[dispute.Ref]edtf.Day{}
	for _, x := range a.r.Actors {
		known[x.ID.Ref()] = x.Known
	}
	byTitle, byURL := map[string]int{}, map[string]int{}
	for i, x := range a.r.Sources {
		a.enter(x.ID.Ref(), i)
		if x.Publisher == "" && len(x.Authors) == 0 {
			a.advise(NoMaker, x.ID.Ref(), i, "publisher", "it reports nothing where an event lists it, as nobody is known to have made it",
				"its publisher, or its authors")
		}
		if x.Supersedes != "" {
			continue
		}
		for _, same := range []struct {
			by   map[string]int
			key  string
			what string
		}{{byURL, x.URL, "address"}, {byTitle, spelling.Fold(x.Title), "title"}} {
			if same.key == "" {
				continue
			}
			j, ok := same.by[same.key]
			if !ok {
				same.by[same.key] = i
				continue
			}
			other := &a.r.Sources[j]
			if other.ID != x.ID && !derived(&x, other) && !derived(other, &x) {
				a.advise(SameDocument, x.ID.Ref(), i, "derived_from", fmt.Sprintf("source %q has the same %s, and what the two report counts as of two origins", other.ID, same.what),
					fmt.Sprintf("%q in derived_from, or as reprint_of where it is the same text", other.ID))
				break
			}
		}
	}
}

// derived reports whether one source is said to go back to another.
func derived(x, from *dispute.Source) bool {
	return x.ReprintOf == from.ID || x.Supersedes == from.ID || slices.Contains(x.DerivedFrom, from.ID)
}

func (a *adviser) claims() {
	for i, x := range a.r.Claims {
		a.enter(x.ID.Ref(), i)
		if x.Content.IsZero() && len(x.Adverse)+len(x.Favours) == 0 {
			a.advise(NamesNobody, x.ID.Ref(), i, "content", "whoever speaks on it counts as disinterested, as it names nobody",
				"content, or whom it speaks against and for, in adverse and favours")
		}
		if f := x.Content.Figure; f != nil {
			above := func(low, high *int64) bool { return low != nil && high != nil && *low > *high }
			switch {
			case above(f.Low, f.Best), above(f.Best, f.High), above(f.Low, f.High):
				a.advise(FigureOrder, x.ID.Ref(), i, "content/figure", "the figures are kept as they are and reported as a conflict",
					"low, best and high in ascending order, if that is what was said")
			}
		}
	}
}

func (a *adviser) attributions() {
	undated := map[dispute.SourceID]int{} // first-hand statements without a day
	dated := map[dispute.SourceID]bool{}
	for _, s := range a.r.Sources {
		dated[s.ID] = !s.Published.IsZero()
	}
	for i, x := range a.r.Attributions {
		a.enter(x.ID.Ref(), i)
		evidence := x.Stance == dispute.StanceAsserts || x.Stance == dispute.StanceImplies || x.Stance == dispute.StanceDenies
		if x.Lineage == 0 && evidence && x.Speaker != "" {
			a.advise(UnknownLineage, x.ID.Ref(), i, "lineage", "it counts for nothing, as it does not say whether its speaker has it from others",
				`"first-hand" where these are the speaker's own words, "relaying" where they pass on those of others`)
		}
		switch {
		case x.Lineage != dispute.LineageFirstHand || !x.Said.IsZero() || !x.Published.IsZero() || dated[x.Source]:
		case x.Source == "":
			a.advise(Undated, x.ID.Ref(), i, "said", "it may be of any day, so that it surely answers nothing and updates nothing", "when it was said, if only roughly")
		default:
			undated[x.Source]++
		}
	}
	for i, s := range a.r.Sources {
		if n := undated[s.ID]; n > 0 {
			a.advise(Undated, s.ID.Ref(), i, "published", fmt.Sprintf("what it says, in %d of its statements, may be of any day, so that it surely answers nothing and updates nothing", n),
				"when it was published, if only roughly, or when each of them was said")
		}
	}
	a.hidden()
}

// hidden finds items that are hidden for days after their own, since what they refer
// to is known or on file only later.
func (a *adviser) hidden() {
	type days struct{ known, recorded edtf.Day }
	of := map[dispute.Ref]days{}
	later := func(at dispute.Ref, i int, own days, to []dispute.Ref) {
		for _, ref := range to {
			there, ok := of[ref]
			if !ok {
				continue
			}
			for _, x := range []struct {
				own, there edtf.Day
				field      string
			}{{own.known, there.known, "known"}, {own.recorded, there.recorded, "recorded"}} {
				if !x.own.IsZero() && !x.there.IsZero() && x.own.Compare(x.there) < 0 {
					a.advise(KnownLater, at, i, x.field, fmt.Sprintf("it is hidden until %s, as it refers to %s %q, which is not there before", x.there, ref.Kind, ref.ID),
						fmt.Sprintf("an earlier day in %s of that, if it was there by %s", x.field, x.own))
					return
				}
			}
		}
	}
	for _, x := range a.r.Actors {
		of[x.ID.Ref()] = days{x.Known, x.Recorded}
	}
	for _, x := range a.r.Sources {
		of[x.ID.Ref()] = days{x.Known, x.Recorded}
	}
	for _, x := range a.r.Events {
		of[x.ID.Ref()] = days{x.Known, x.Recorded}
	}
	for _, x := range a.r.Claims {
		of[x.ID.Ref()] = days{x.Known, x.Recorded}
	}
	for _, x := range a.r.Attributions {
		of[x.ID.Ref()] = days{x.Known, x.Recorded}
	}
	for i, x := range a.r.Events {
		var to []dispute.Ref
		for _, p := range x.Participants {
			to = append(to, p.Actor.Ref())
		}
		for _, l := range x.Links {
			to = append(to, l.Event.Ref())
		}
		later(x.ID.Ref(), i, of[x.ID.Ref()], to)
	}
	for i, x := range a.r.Claims {
		later(x.ID.Ref(), i, of[x.ID.Ref()], []dispute.Ref{x.Content.Occurred.Ref()})
	}
	for i, x := range a.r.Attributions {
		later(x.ID.Ref(), i, of[x.ID.Ref()], []dispute.Ref{x.Speaker.Ref(), x.Claim.Ref(), x.Attribution.Ref(), x.Source.Ref(), x.TargetSource.Ref()})
	}
}

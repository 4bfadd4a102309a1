package dispute

import (
	"maps"
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// armsRules let support of one kind begin and end by events of their own.
func armsRules() []Rule {
	r := Rule{Name: "begin", Event: "begin-arms", From: RoleActor, To: RoleRecipient, Track: TrackSupport, State: StateWeapons}
	end := r
	end.Name, end.Event, end.Ends, end.Presupposes = "end", "end-arms", true, StateWeapons
	return []Rule{r, end}
}

// An end without a target presupposes support only as the first change of all,
// whatever else begins later.
func TestAnEndWithoutATargetPresupposesOnlyAsTheFirst(t *testing.T) {
	const begin, end = EventKind("begin-arms"), EventKind("end-arms")
	type act struct {
		kind          EventKind
		when, against string
	}
	for _, tc := range []struct {
		name string
		acts []act
		days []string
		want []string
		gaps []EventID
	}{
		{"explained by a supply against one", []act{{begin, "2020-01-01", "c"}, {end, "2020-03-01", ""}, {begin, "2020-04-01", ""}},
			[]string{"2019-12-31", "2020-01-15", "2020-03-15", "2020-04-01"}, []string{"", "weapons/c certain", "", "weapons certain"}, nil},
		{"explained by one of two", []act{{begin, "2020-01-01", "c"}, {end, "2020-03-01", ""}, {begin, "2020-04-01", "d"}},
			[]string{"2019-12-31", "2020-01-15", "2020-03-15", "2020-04-01"}, []string{"", "weapons/c certain", "", "weapons/d certain"}, nil},
		{"not explained", []act{{end, "2020-03-01", ""}, {begin, "2020-04-01", "c"}},
			[]string{"2019-12-31", "2020-03-01", "2020-04-01"}, []string{"(weapons) certain", "", "weapons/c certain"}, nil},
		{"perhaps explained", []act{{begin, "2020", "c"}, {end, "2020-03-01", ""}},
			[]string{"2019-12-31", "2020-02-15", "2020-03-15", "2020-12-31"}, []string{"(weapons) possible", "weapons/c possible, (weapons) possible", "weapons/c possible", "weapons/c possible"}, nil},
		{"ended already", []act{{begin, "2020-01-01", "c"}, {end, "2020-02-01", "c"}, {end, "2020-03-01", ""}},
			[]string{"2019-12-31", "2020-01-15", "2020-02-15"}, []string{"", "weapons/c certain", ""}, []EventID{"c"}},
		{"ends what is against one, not what had ended", []act{{begin, "2020-01-01", "c"}, {begin, "2020-01-01", "d"}, {end, "2020-02-01", "d"}, {end, "2020-03-01", ""}},
			[]string{"2020-02-15", "2020-03-15"}, []string{"weapons/c certain", ""}, nil},
	} {
		f := newCaseFile("a", "b", "c", "d")
		for i, x := range tc.acts {
			e := f.event(EventID(string(rune(97+i))), x.kind, x.when, "actor", "a", "recipient", "b")
			if x.against != "" {
				e.Participants = append(e.Participants, Participant{RoleTarget, ActorID(x.against)})
			}
		}
		r := f.view(t, Lens{Policy: Policy{Rules: armsRules()}}).Relation("a", "b", TrackSupport)
		var got []string
		for _, day := range tc.days {
			got = append(got, brief(r.On(dayOf(day))))
		}
		if diff := cmp.Diff(tc.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tc.name, diff)
		}
		var gaps []EventID
		for _, g := range r.History().Gaps {
			gaps = append(gaps, g.Event)
		}
		if diff := cmp.Diff(tc.gaps, gaps); diff != "" {
			t.Errorf("%s, gaps (-want +got):\n%s", tc.name, diff)
		}
	}
}

// aims are kinds of support and at whom they are aimed.
type aim struct {
	state   State
	against ActorID
}

// aimsOf plays a placement of beginnings and ends through and returns what holds
// on each day. against is at whom each event aims.
func (w *world) aimsOf(order []moment, against []ActorID) []map[aim]bool {
	on := map[aim]bool{}
	seen, ended := map[aim]bool{}, map[State]bool{}
	first := map[State]bool{}
	for _, m := range order { // what the first changes presuppose
		e := w.events[m.event]
		if e.rule == nil || !e.accepted {
			continue
		}
		key := aim{e.rule.State, against[m.event]}
		switch {
		case e.rule.Ends && key.against == "":
			on[key] = on[key] || !first[key.state]
			ended[key.state] = true
		case e.rule.Ends:
			on[key] = on[key] || !seen[key] && !ended[key.state]
		}
		seen[key], first[key.state] = true, true
	}
	days := make([]map[aim]bool, worldDays+3)
	i := 0
	for d := range days {
		for ; i < len(order) && order[i].day <= d; i++ {
			e := w.events[order[i].event]
			if e.rule == nil || !e.accepted {
				continue
			}
			key := aim{e.rule.State, against[order[i].event]}
			on[key] = !e.rule.Ends
			for other := range on {
				if e.rule.Ends && key.against == "" && other.state == key.state {
					on[other] = false
				}
			}
		}
		days[d] = maps.Clone(on)
	}
	return days
}

// TestTargetsAgainstEveryPlacement compares support aimed at somebody, at
// nobody in particular, and its ends, with all placements: nothing is certain or
// left out that is not.
func TestTargetsAgainstEveryPlacement(t *testing.T) {
	rules := armsRules()
	other := armsRules()
	for i := range other {
		other[i].Name += "-funds"
		other[i].Event += "-funds"
		other[i].State = StateFunding
	}
	other[1].Presupposes = StateFunding
	rules = append(rules, other...)
	rng := rand.New(rand.NewPCG(*worldSeed, 31))
	worlds, answers, blunt := worldsFor(1500, 300), 0, 0
	for range worlds {
		w := randomWorld(rng, rules, TrackSupport, 4)
		against := make([]ActorID, len(w.events))
		for i, e := range w.events {
			if against[i] = pick(rng, []ActorID{"", "c", "d"}); e.rule != nil && against[i] != "" {
				w.Record.Events[i].Participants = append(w.Record.Events[i].Participants, Participant{RoleTarget, against[i]})
			}
		}
		w.Actors = append(w.Actors, Actor{ID: "d", Kind: ActorState, Name: "d"})
		count, placements := make([]map[aim]int, worldDays+3), 0
		for d := range count {
			count[d] = map[aim]int{}
		}
		w.placements(func(order []moment) {
			placements++
			for d, day := range w.aimsOf(order, against) {
				for key, on := range day {
					if on {
						count[d][key]++
					}
				}
			}
		})
		if placements == 0 {
			continue
		}
		_, got := w.answers(t, rules)
		for d := range got {
			listed := map[aim]Certainty{}
			for _, p := range got[d].States {
				listed[aim{p.State, p.Against}] = p.Certainty
			}
			for key, n := range count[d] {
				if listed[key] == 0 || listed[key] == CertaintyExcluded {
					t.Fatalf("day %d: %v is left out, but so in %d of %d placements; aimed at %q\n%s", d, key, n, placements, against, w.String())
				}
			}
			answers++
			dull := false
			for key, c := range listed {
				n := count[d][key]
				if c == CertaintyCertain && n < placements {
					t.Fatalf("day %d: %v is certain, but so in %d of %d placements; aimed at %q\n%s", d, key, n, placements, against, w.String())
				}
				dull = dull || n == 0 || c != CertaintyCertain && n == placements
			}
			if dull {
				blunt++
			}
		}
	}
	t.Logf("of %d answers %.2f%% are less sharp than the truth", answers, 100*float64(blunt)/float64(answers))
	if answers < worlds {
		t.Errorf("only %d answers in %d worlds", answers, worlds)
	}
}

package dispute

import (
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

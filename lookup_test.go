package dispute_test

import (
	"errors"
	"fmt"
	"iter"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/disputetest"
)

// An ID leads to the current version in a view, to the item as filed in a
// dossier, and to nothing before its days.
func TestLookup(t *testing.T) {
	r := disputetest.Cast()
	r.Sources = []dispute.Source{{ID: "letter", Kind: dispute.SourceLetter, Publisher: "courier"},
		{ID: "letter-2", Supersedes: "letter", Kind: dispute.SourceLetter, Publisher: "herald", Recorded: disputetest.Day("2024-08-22")}}
	r.Events = []dispute.Event{{ID: "e", Kind: dispute.KindAttack}, {ID: "e-2", Supersedes: "e", Kind: dispute.KindBattle, Recorded: disputetest.Day("2024-08-22")}}
	r.Actors = append(r.Actors, dispute.Actor{ID: "herald-2", Supersedes: "herald", Kind: dispute.ActorMedium, Name: "The Herald", Recorded: disputetest.Day("2024-08-22")})
	r.Claims = append(r.Claims, dispute.Claim{ID: "raid-2", Supersedes: "raid", Text: "aland raided two villages", Recorded: disputetest.Day("2024-08-22")})
	r.Attributions = []dispute.Attribution{disputetest.Says("a", "beland", dispute.StanceAsserts, "raid")}
	revised := disputetest.Says("a-2", "beland", dispute.StanceDenies, "raid")
	revised.Supersedes, revised.Recorded = "a", disputetest.Day("2024-08-22")
	r.Attributions = append(r.Attributions, revised)
	d, err := dispute.Compile(r)
	if err != nil {
		t.Fatal(err)
	}

	found := func(id any, ok bool) string {
		if !ok {
			return "none"
		}
		return fmt.Sprint(id)
	}
	inView := func(v *dispute.View) []string {
		actor, ok1 := v.Actor("herald")
		source, ok2 := v.Source("letter")
		event, ok3 := v.Event("e")
		claim, ok4 := v.Claim("raid")
		attribution, ok5 := v.Attribution("a")
		later, ok6 := v.Event("e-2")
		unknown, ok7 := v.Event("no-such-event")
		empty, ok8 := v.Claim("")
		return []string{found(actor.ID, ok1), found(source.ID, ok2), found(event.ID, ok3), found(claim.ID, ok4),
			found(attribution.ID, ok5), found(later.ID, ok6), found(unknown.ID, ok7), found(empty.ID, ok8)}
	}
	for _, c := range []struct {
		recorded string
		want     []string
	}{
		{"2024-08-21", []string{"herald", "letter", "e", "raid", "a", "none", "none", "none"}},
		{"2024-08-22", []string{"herald-2", "letter-2", "e-2", "raid-2", "a-2", "e-2", "none", "none"}},
	} {
		v, err := d.View(dispute.Lens{RecordedBy: disputetest.Day(c.recorded)})
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(c.want, inView(v)); diff != "" {
			t.Errorf("recorded by %s (-want +got):\n%s", c.recorded, diff)
		}
	}

	actor, ok1 := d.Actor("herald")
	source, ok2 := d.Source("letter")
	event, ok3 := d.Event("e")
	claim, ok4 := d.Claim("raid-2")
	attribution, ok5 := d.Attribution("a")
	unknown, ok6 := d.Source("e")
	want := []string{"herald", "letter", "e", "raid-2", "a", "none"}
	if diff := cmp.Diff(want, []string{found(actor.ID, ok1), found(source.ID, ok2), found(event.ID, ok3),
		found(claim.ID, ok4), found(attribution.ID, ok5), found(unknown.ID, ok6)}); diff != "" {
		t.Errorf("dossier (-want +got):\n%s", diff)
	}
}

// ids collects the IDs that a sequence yields, twice, and stopping early.
func ids[T any](t *testing.T, items iter.Seq[T], id func(T) string) []string {
	t.Helper()
	var first, again []string
	for x := range items {
		first = append(first, id(x))
	}
	for x := range items {
		if again = append(again, id(x)); len(again) == 1 {
			break
		}
	}
	if len(first) > 0 && again[0] != first[0] {
		t.Errorf("a second run begins with %s, the first with %s", again[0], first[0])
	}
	return first
}

func TestListings(t *testing.T) {
	r := disputetest.Cast()
	slices.Reverse(r.Actors)
	r.Sources = []dispute.Source{{ID: "z", Kind: dispute.SourceArticle}, {ID: "m", Kind: dispute.SourceArticle, Supersedes: "z"}, {ID: "b", Kind: dispute.SourcePost}}
	v := disputetest.View(t, r, dispute.Lens{})
	if diff := cmp.Diff([]string{"aland", "aland-agency", "aland-ministry", "beland", "beland-agency", "beland-ministry", "courier", "herald"},
		ids(t, v.Actors(), func(a dispute.Actor) string { return string(a.ID) })); diff != "" {
		t.Errorf("actors (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"b", "m"}, ids(t, v.Sources(), func(s dispute.Source) string { return string(s.ID) })); diff != "" {
		t.Errorf("sources (-want +got):\n%s", diff)
	}
}

func TestEvents(t *testing.T) {
	r := disputetest.Cast()
	r.Actors = append(r.Actors, dispute.Actor{ID: "aland-2", Supersedes: "aland", Kind: dispute.ActorState, Name: "Aland"})
	part := func(role dispute.ParticipantRole, actor dispute.ActorID) dispute.Participant {
		return dispute.Participant{Role: role, Actor: actor}
	}
	e := func(id dispute.EventID, kind dispute.EventKind, when string, parts ...dispute.Participant) dispute.Event {
		out := dispute.Event{ID: id, Kind: kind, Participants: parts}
		if when != "" {
			out.When = edtf.MustParse(when)
		}
		return out
	}
	open := e("open", dispute.KindAttack, "2024-08-05")
	open.Phase = dispute.PhaseOngoing
	linked := e("linked", dispute.KindDemand, "[2024-08-01..2024-08-31]", part(dispute.RoleActor, "beland"))
	linked.Links = disputetest.After("sever")
	r.Events = []dispute.Event{
		e("battle", dispute.KindBattle, "2024-07-25/2024-07-27", part(dispute.RoleParty, "aland"), part(dispute.RoleParty, "beland")),
		e("sever", dispute.KindSeverRelations, "2024-08-10", part(dispute.RoleActor, "aland"), part(dispute.RoleTarget, "beland")),
		e("either", dispute.KindAttack, "[2024-08-01,2024-08-20]", part(dispute.RoleActor, "beland"), part(dispute.RoleTarget, "aland-2")),
		e("month", dispute.KindAttack, "2024-08"),
		e("undated", dispute.KindAttack, ""),
		linked, open,
		e("replaced", dispute.KindAttack, "2024-08-10"),
		{ID: "replaced-2", Supersedes: "replaced", Kind: dispute.KindCoup, When: edtf.MustParse("2023")},
	}
	v := disputetest.View(t, r, dispute.Lens{})
	period := func(first, last string) (q dispute.EventQuery) {
		if first != "" {
			q.First = disputetest.Day(first)
		}
		if last != "" {
			q.Last = disputetest.Day(last)
		}
		return q
	}
	for _, c := range []struct {
		name  string
		query dispute.EventQuery
		want  []string
	}{
		{"everything", dispute.EventQuery{}, []string{"battle certain", "either certain", "linked certain", "month certain", "open certain", "replaced-2 certain", "sever certain", "undated certain"}},
		{"by actor, in any role", dispute.EventQuery{Actor: "aland"}, []string{"battle certain", "either certain", "sever certain"}},
		{"by actor, under the later ID", dispute.EventQuery{Actor: "aland-2"}, []string{"battle certain", "either certain", "sever certain"}},
		{"by actor in a role", dispute.EventQuery{Actor: "aland", Role: dispute.RoleActor}, []string{"sever certain"}},
		{"by role alone", dispute.EventQuery{Role: dispute.RoleTarget}, []string{"either certain", "sever certain"}},
		{"an organ is not its state", dispute.EventQuery{Actor: "aland-ministry"}, nil},
		{"an actor that is not on file", dispute.EventQuery{Actor: "celand"}, nil},
		{"by kind", dispute.EventQuery{Kind: dispute.KindAttack}, []string{"either certain", "month certain", "open certain", "undated certain"}},
		{"one day within a lasting event", period("2024-07-26", "2024-07-26"), []string{"battle certain", "undated possible"}},
		{"a day between the two of one", period("2024-08-10", "2024-08-10"),
			[]string{"linked possible", "month possible", "open possible", "sever certain", "undated possible"}},
		{"before what a link allows", period("2024-08-01", "2024-08-09"), []string{"either possible", "month possible", "open certain", "undated possible"}},
		{"from a day on", period("2024-08-11", ""), []string{"either possible", "linked possible", "month possible", "open possible", "undated possible"}},
		{"up to a day", period("", "2024-07-25"), []string{"battle certain", "replaced-2 certain", "undated possible"}},
		{"all of August", period("2024-08-01", "2024-08-31"), []string{"either certain", "linked certain", "month certain", "open certain", "sever certain", "undated possible"}},
		{"a reversed period", period("2024-08-31", "2024-08-01"), nil},
		{"kind and period", dispute.EventQuery{Kind: dispute.KindAttack, First: disputetest.Day("2024-08-20"), Last: disputetest.Day("2024-08-20")},
			[]string{"either possible", "month possible", "open possible", "undated possible"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for e, overlap := range v.Events(c.query) {
				got = append(got, fmt.Sprintf("%s %v", e.ID, overlap))
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			for range v.Events(c.query) {
				break // stopping early must not fail
			}
		})
	}
}

// The answer for a period against the enumeration of all placements of two
// events, the second of which does not start before the first.
func TestEventsInPeriodAgainstEnumeration(t *testing.T) {
	type placed struct {
		text  string
		pairs [][2]int // start and end, days of August 2024
	}
	all := func(first, last int) (pairs [][2]int) {
		for s := first; s <= last; s++ {
			for e := s; e <= last; e++ {
				pairs = append(pairs, [2]int{s, e})
			}
		}
		return pairs
	}
	dates := []placed{
		{"2024-08-03", [][2]int{{3, 3}}},
		{"2024-08-05/2024-08-07", [][2]int{{5, 7}}},
		{"[2024-08-02..2024-08-05]", all(2, 5)},
		{"[2024-08-02,2024-08-06]", append(all(2, 2), all(6, 6)...)},
		{"[2024-08-01,2024-08-04..2024-08-05,2024-08-08]", slices.Concat(all(1, 1), all(4, 5), all(8, 8))},
	}
	augustDay := func(n int) edtf.Day { return disputetest.Day(fmt.Sprintf("2024-08-%02d", n)) }
	checked := 0
	for _, a := range dates {
		for _, b := range dates {
			r := disputetest.Cast()
			r.Events = []dispute.Event{
				{ID: "a", Kind: dispute.KindAttack, When: edtf.MustParse(a.text)},
				{ID: "b", Kind: dispute.KindAttack, When: edtf.MustParse(b.text), Links: disputetest.After("a")},
			}
			v := disputetest.View(t, r, dispute.Lens{})
			for first := 1; first <= 9; first++ {
				for last := first; last <= 9; last++ {
					var hits [2]int
					worlds := 0
					for _, x := range a.pairs {
						for _, y := range b.pairs {
							if y[0] < x[0] {
								continue
							}
							worlds++
							for i, z := range [][2]int{x, y} {
								if z[0] <= last && z[1] >= first {
									hits[i]++
								}
							}
						}
					}
					if worlds == 0 {
						continue
					}
					want := map[dispute.EventID]dispute.Certainty{}
					for i, id := range []dispute.EventID{"a", "b"} {
						switch hits[i] {
						case 0:
						case worlds:
							want[id] = dispute.CertaintyCertain
						default:
							want[id] = dispute.CertaintyPossible
						}
					}
					got := map[dispute.EventID]dispute.Certainty{}
					for e, overlap := range v.Events(dispute.EventQuery{First: augustDay(first), Last: augustDay(last)}) {
						got[e.ID] = overlap
					}
					if diff := cmp.Diff(want, got); diff != "" {
						t.Errorf("%s before %s, period %d to %d (-want +got):\n%s", a.text, b.text, first, last, diff)
					}
					checked++
				}
			}
		}
	}
	if checked < 500 {
		t.Errorf("only %d periods checked", checked)
	}
}

func TestClaims(t *testing.T) {
	r := disputetest.Cast()
	r.Events = []dispute.Event{{ID: "battle", Kind: dispute.KindBattle, Participants: []dispute.Participant{
		{Role: dispute.RoleActor, Actor: "beland"}, {Role: dispute.RoleObserver, Actor: "herald"}}}}
	r.Claims = append(r.Claims,
		dispute.Claim{ID: "took-place", Text: "there was a battle", Content: dispute.Content{Occurred: "battle"}},
		dispute.Claim{ID: "by-aland", Text: "aland fought it", Content: dispute.Content{Agency: &dispute.Agency{Event: "battle", Actor: "aland"}}},
		dispute.Claim{ID: "killed", Text: "47 were killed", Content: dispute.Content{Figure: &dispute.Figure{Event: "battle", Category: "killed", Best: disputetest.Number(47)}}},
		dispute.Claim{ID: "support", Text: "the courier supported beland", Content: dispute.Content{
			Relation: &dispute.RelationClaim{Track: dispute.TrackSupport, From: "courier", To: "beland", Against: "aland"}}},
		dispute.Claim{ID: "in-words", Text: "the weather was fine"})
	v := disputetest.View(t, r, dispute.Lens{})
	for _, c := range []struct {
		name  string
		query dispute.ClaimQuery
		want  []string
	}{
		{"everything", dispute.ClaimQuery{}, []string{"by-aland", "in-words", "killed", "raid", "support", "took-place"}},
		{"by actor", dispute.ClaimQuery{Actor: "aland"}, []string{"by-aland", "raid", "support"}},
		{"by participant of the event", dispute.ClaimQuery{Actor: "beland"}, []string{"by-aland", "killed", "raid", "support", "took-place"}},
		{"observers are not named", dispute.ClaimQuery{Actor: "herald"}, nil},
		{"by event", dispute.ClaimQuery{Event: "battle"}, []string{"by-aland", "killed", "took-place"}},
		{"by both", dispute.ClaimQuery{Event: "battle", Actor: "aland"}, []string{"by-aland"}},
		{"not on file", dispute.ClaimQuery{Event: "war"}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := ids(t, v.Claims(c.query), func(c dispute.Claim) string { return string(c.ID) })
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestAttributions(t *testing.T) {
	r := disputetest.Cast()
	r.Sources = []dispute.Source{{ID: "letter", Kind: dispute.SourceLetter}}
	r.Claims = append(r.Claims, dispute.Claim{ID: "raid-2", Supersedes: "raid", Text: "aland raided two villages"})
	joint := disputetest.Says("joint", "beland", dispute.StanceAsserts, "raid")
	joint.Jointly, joint.Source = []dispute.ActorID{"beland-agency"}, "letter"
	behalf := disputetest.Says("on-behalf", "courier", dispute.StanceAsserts, "raid-2")
	behalf.OnBehalfOf = []dispute.ActorID{"beland"}
	answer := dispute.Attribution{ID: "retracts", Speaker: "beland", Stance: dispute.StanceRetracts, Attribution: "joint", Lineage: dispute.LineageFirstHand}
	undercut := dispute.Attribution{ID: "undercuts", Speaker: "herald", Stance: dispute.StanceUndercuts, TargetSource: "letter", Lineage: dispute.LineageFirstHand}
	r.Attributions = []dispute.Attribution{joint, behalf, answer, undercut, disputetest.Says("denies", "aland", dispute.StanceDenies, "raid")}
	v := disputetest.View(t, r, dispute.Lens{})
	for _, c := range []struct {
		name  string
		query dispute.AttributionQuery
		want  []string
	}{
		{"everything", dispute.AttributionQuery{}, []string{"denies", "joint", "on-behalf", "retracts", "undercuts"}},
		{"by speaker", dispute.AttributionQuery{Speaker: "beland"}, []string{"joint", "retracts"}},
		{"by joint signatory", dispute.AttributionQuery{Speaker: "beland-agency"}, []string{"joint"}},
		{"by claim, whatever the version", dispute.AttributionQuery{Claim: "raid"}, []string{"denies", "joint", "on-behalf"}},
		{"by claim and stance", dispute.AttributionQuery{Claim: "raid-2", Stance: dispute.StanceDenies}, []string{"denies"}},
		{"by attribution", dispute.AttributionQuery{Attribution: "joint"}, []string{"retracts"}},
		{"by undercut source", dispute.AttributionQuery{TargetSource: "letter"}, []string{"undercuts"}},
		{"by carrying source", dispute.AttributionQuery{Source: "letter"}, []string{"joint"}},
		{"of another target", dispute.AttributionQuery{Claim: "raid", Attribution: "joint"}, nil},
		{"not on file", dispute.AttributionQuery{Speaker: "celand"}, nil},
		{"not on file beside what is", dispute.AttributionQuery{Claim: "raid", Source: "post"}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := ids(t, v.Attributions(c.query), func(a dispute.Attribution) string { return string(a.ID) })
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// spoil overwrites everything that a value leads to.
func spoil(v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			spoil(v.Elem())
		}
	case reflect.Slice:
		for i := range v.Len() {
			spoil(v.Index(i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				spoil(v.Field(i))
			}
		}
	default:
		if v.CanSet() {
			v.SetZero()
		}
	}
}

// Whatever a caller does to what a lookup returns, the dossier stays as it is.
func TestLookupsReturnCopies(t *testing.T) {
	for seed := range uint64(20) {
		d, err := dispute.Compile(disputetest.RandomRecord(seed))
		if err != nil {
			t.Fatal(err)
		}
		v, err := d.View(dispute.Lens{})
		if err != nil {
			t.Fatal(err)
		}
		before := disputetest.Text(t, d.Record())
		for x := range v.Actors() {
			y, _ := d.Actor(x.ID)
			spoil(reflect.ValueOf(&x))
			spoil(reflect.ValueOf(&y))
		}
		for x := range v.Sources() {
			y, _ := v.Source(x.ID)
			spoil(reflect.ValueOf(&x))
			spoil(reflect.ValueOf(&y))
		}
		for x := range v.Events(dispute.EventQuery{}) {
			y, _ := v.Event(x.ID)
			spoil(reflect.ValueOf(&x))
			spoil(reflect.ValueOf(&y))
		}
		for x := range v.Claims(dispute.ClaimQuery{}) {
			y, _ := v.Claim(x.ID)
			spoil(reflect.ValueOf(&x))
			spoil(reflect.ValueOf(&y))
		}
		for x := range v.Attributions(dispute.AttributionQuery{}) {
			y, _ := d.Attribution(x.ID)
			spoil(reflect.ValueOf(&x))
			spoil(reflect.ValueOf(&y))
		}
		if diff := cmp.Diff(before, disputetest.Text(t, d.Record())); diff != "" {
			t.Fatalf("seed %d: the dossier changed (-before +after):\n%s", seed, diff)
		}
	}
}

func TestFind(t *testing.T) {
	code := func(scheme dispute.CodeScheme, value string) []dispute.Code {
		return []dispute.Code{{Scheme: scheme, Value: value}}
	}
	v := disputetest.View(t, dispute.Record{Actors: []dispute.Actor{
		{ID: "mali", Kind: dispute.ActorState, Name: "Mali", Aliases: []string{"Republic of Mali"}, Codes: code(dispute.SchemeCOW, "432")},
		{ID: "cote-d-ivoire", Kind: dispute.ActorState, Name: "Côte d’Ivoire", Aliases: []string{"Ivory Coast"}, Codes: code(dispute.SchemeCOW, "437")},
		{ID: "bamako", Kind: dispute.ActorGovernment, Name: "mali"},
		{ID: "press", Kind: dispute.ActorMedium, Name: "Ivory coast"},
		{ID: "old", Kind: dispute.ActorArmedGroup, Name: "Front"},
		{ID: "new", Supersedes: "old", Kind: dispute.ActorArmedGroup, Name: "Front for Liberation"},
	}}, dispute.Lens{})
	for name, want := range map[string]string{
		"mali": "[bamako mali]", "Mali": "[mali bamako]", "MALI": "[bamako mali]", "republic of  mali": "[mali]",
		"432": "[mali]", "cow:432": "[mali]", "COW:432": "[mali]", "iso3166-1:432": "[]",
		"Cote d'Ivoire": "[cote-d-ivoire]", "COTE-D’IVOIRE": "[cote-d-ivoire]", "Ivory Coast": "[cote-d-ivoire press]", "ivory coast": "[cote-d-ivoire press]",
		"Front": "[]", "front for liberation": "[new]", "old": "[]", "Niger": "[]", "": "[]", " - ": "[]",
	} {
		found := []dispute.ActorID{}
		for _, a := range v.Find(name) {
			found = append(found, a.ID)
		}
		if got := fmt.Sprint(found); got != want {
			t.Errorf("%q finds %s, want %s", name, got, want)
		}
	}
}

func TestRequire(t *testing.T) {
	r := disputetest.Cast()
	r.Events = []dispute.Event{{ID: "strike", Kind: dispute.KindAttack, Recorded: disputetest.Day("2024-08-22")}}
	v := disputetest.View(t, r, dispute.Lens{RecordedBy: disputetest.Day("2024-08-21")})
	if err := v.Require(dispute.ActorID("aland").Ref(), dispute.ClaimID("raid").Ref(), dispute.Ref{}); err != nil {
		t.Errorf("of what is there: %v", err)
	}
	for ref, want := range map[dispute.Ref]string{
		dispute.ActorID("alnad").Ref():        `dangling reference: no actor "alnad" on file; the nearest is "aland"`,
		dispute.ClaimID("aland").Ref():        `dangling reference: no claim "aland" on file`,
		dispute.ActorID("x").Ref():            `dangling reference: no actor "x" on file`,
		dispute.EventID("strike").Ref():       `dangling reference: event "strike" is on file, and not yet there on the days of this view`,
		{Kind: dispute.ItemKind(99), ID: "x"}: "dangling reference: no item kind(99) \"x\" on file",
	} {
		err := v.Require(dispute.ActorID("aland").Ref(), ref)
		if err == nil || !errors.Is(err, dispute.ErrDanglingReference) || err.Error() != want {
			t.Errorf("of %v: %v, want %s", ref, err, want)
		}
	}
	if err := (*dispute.View)(nil).Require(dispute.ActorID("a").Ref(), dispute.EventID("b").Ref()); err == nil || strings.Count(err.Error(), "\n") != 1 {
		t.Errorf("of a view that sees nothing: %v, want a line for each", err)
	}
}

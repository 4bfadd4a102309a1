package dispute_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/disputetest"
)

func TestSnapshotKeys(t *testing.T) {
	r := disputetest.Cast()
	r.Actors = r.Actors[:3] // aland, its ministry and its agency
	r.Claims[0].Favours = nil
	r.Sources = []dispute.Source{{ID: "wire", Kind: dispute.SourceArticle}, {ID: "wire-2", Supersedes: "wire", Kind: dispute.SourceArticle}}
	r.Events = []dispute.Event{{ID: "e", Kind: dispute.KindAttack}, {ID: "e-2", Supersedes: "e", Kind: dispute.KindAttack, When: edtf.MustParse("2024-07")},
		{ID: "f", Kind: dispute.KindAttack, When: edtf.MustParse("2024-06"), Links: disputetest.After("e")}}
	silent := disputetest.Says("silent", "aland-ministry", dispute.StanceHasNotResponded, "raid")
	silent.Attribution, silent.Claim = "implies", ""
	r.Attributions = []dispute.Attribution{disputetest.Says("implies", "aland-agency", dispute.StanceAsserts, "raid"), silent}
	s := disputetest.View(t, r, dispute.Lens{}).Snapshot()
	var got []string
	for _, f := range s.Facts {
		got = append(got, f.Key)
	}
	want := []string{
		"actor/aland", "actor/aland-agency", "actor/aland-ministry",
		"attribution/implies", "attribution/silent", "claim/raid",
		"conflict/chronology/event/e/event/f",
		"conflict/speaker-against-principal/actor/aland/claim/raid/attribution/implies",
		"event/e", "event/e/dates", "event/f", "event/f/dates",
		"question/no-response/attribution/implies/aland-ministry",
		"source/wire",
		"status/claim/raid", "status/event/e", "status/event/f",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("keys (-want +got):\n%s", diff)
	}
	for key, want := range map[string]string{
		"event/e":        `{"id":"e-2","supersedes":"e","kind":"attack","when":"2024-07"}`,
		"event/e/dates":  `{"event":"e","earliest_start":"2024-07-01","latest_start":"2024-07-31","earliest_end":"2024-07-01","latest_end":"2024-07-31"}`,
		"no such fact":   "",
		"source/wire-2":  "",
		"status/event/f": `{"event":"f","label":"unasserted","for":{"level":0,"origins":0},"against":{"level":0,"origins":0},"standing":"open","rule":"none"`,
	} {
		f := s.Fact(key)
		if !strings.HasPrefix(f.Text, want) || (want == "") != (f.Key == "") {
			t.Errorf("fact %q is %q: %s, want %s", key, f.Key, f.Text, want)
		}
	}
	if got := fmt.Sprint(s.Fact("event/e").Items, s.Fact("event/e/dates").Items); got != "[event/e-2] [event/e-2 event/f]" {
		t.Errorf("items %s, want those of the current versions", got)
	}
}

// A new version that says the same leaves every answer as it was.
func TestSnapshotOutlivesVersions(t *testing.T) {
	for seed := range uint64(60) {
		rng := rand.New(rand.NewPCG(seed, 6))
		r := disputetest.RandomRecord(seed)
		before := disputetest.View(t, r, dispute.Lens{}).Snapshot()
		n := rng.IntN(len(r.Events))
		again := r.Events[n]
		if !isCurrent(r, again.ID) {
			continue
		}
		again.ID, again.Supersedes = again.ID+"-again", again.ID // which keeps its place among the others
		r.Events = append(r.Events, again)
		after := disputetest.View(t, r, dispute.Lens{}).Snapshot()
		want, got := map[string]string{}, map[string]string{}
		for _, f := range before.Facts {
			want[f.Key] = f.Text
		}
		for _, f := range after.Facts {
			got[f.Key] = f.Text
		}
		// What differs is the item itself, and nothing else.
		maps.DeleteFunc(want, func(key, text string) bool {
			return strings.Contains(text, `"id":"`+string(r.Events[n].ID)+`","`) && isItem(key)
		})
		maps.DeleteFunc(got, func(key, text string) bool {
			return strings.Contains(text, `"id":"`+string(again.ID)+`"`) && isItem(key)
		})
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("seed %d: %s filed again (-before +after):\n%s", seed, r.Events[n].ID, diff)
		}
	}
}

// Sets of IDs are ordered by the names that the snapshot gives, so that an
// answer does not change with the spelling of a version.
func TestSnapshotOrdersByItsOwnNames(t *testing.T) {
	r := disputetest.Cast()
	joint := disputetest.Says("joint", "beland", dispute.StanceAsserts, "raid")
	joint.Jointly = []dispute.ActorID{"courier"}
	r.Attributions = []dispute.Attribution{joint}
	before := disputetest.View(t, r, dispute.Lens{}).Snapshot().Fact("status/claim/raid")
	r.Actors = append(r.Actors, dispute.Actor{ID: "a-courier", Supersedes: "courier", Kind: dispute.ActorMedium, Name: "courier"})
	after := disputetest.View(t, r, dispute.Lens{}).Snapshot().Fact("status/claim/raid")
	if !strings.Contains(before.Text, `"speakers":["beland","courier"]`) || cut(before.Text) != cut(after.Text) {
		t.Errorf("before %s\nafter  %s", before.Text, after.Text)
	}
	if slices.Equal(before.Items, after.Items) {
		t.Errorf("both rest on %v", before.Items)
	}

	// The two of a mutual relation likewise, whichever of their IDs now comes first.
	f := disputetest.NewCaseFile("a", "m")
	f.Event("cut", dispute.KindSeverRelations, "2024-08-01", "actor", "a", "target", "m")
	f.Actors = append(f.Actors, dispute.Actor{ID: "z", Supersedes: "a", Kind: dispute.ActorState, Name: "a"})
	const key = "relation/diplomatic-relations/a/m"
	if fact := f.View(t, dispute.Lens{}).Snapshot().Fact(key); fact.Key != key || !strings.HasPrefix(fact.Text, `{"track":"diplomatic-relations","from":"a","to":"m",`) {
		t.Errorf("%s: got %+v", key, fact)
	}
}

// cut drops the sentence at the end of a status, which names actors in the
// order of their IDs.
func cut(text string) string {
	text, _, _ = strings.Cut(text, `,"text":`)
	return text
}

func isItem(key string) bool {
	return strings.HasPrefix(key, "event/") && !strings.HasSuffix(key, "/dates")
}

func isCurrent(r dispute.Record, id dispute.EventID) bool {
	return !slices.ContainsFunc(r.Events, func(e dispute.Event) bool { return e.Supersedes == id })
}

// Texts are the answers as encoding/json writes them, less the reasons. Only
// the spelling of versions differs, so the records have none.
func TestSnapshotTextsAreTheAnswers(t *testing.T) {
	compared := 0
	for seed := range uint64(60) {
		r := disputetest.WithoutVersions(disputetest.RandomRecord(seed))
		v := disputetest.View(t, r, dispute.Lens{KnownBy: disputetest.Day("2024-08-05")})
		s := v.Snapshot()
		check := func(key string, answer any) {
			t.Helper()
			text, err := json.Marshal(answer)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(plain(t, text), plain(t, []byte(s.Fact(key).Text))); diff != "" {
				t.Fatalf("seed %d: %s (-json +snapshot):\n%s", seed, key, diff)
			}
			compared++
		}
		facts := 0
		for a := range v.Actors() {
			check("actor/"+string(a.ID), a)
			facts++
		}
		for x := range v.Sources() {
			check("source/"+string(x.ID), x)
			facts++
		}
		for e := range v.Events(dispute.EventQuery{}) {
			check("event/"+string(e.ID), e)
			check("event/"+string(e.ID)+"/dates", v.When(e.ID))
			check("status/event/"+string(e.ID), v.EventStatus(e.ID))
			facts += 3
			if dates := v.Dates(e.ID); dates.Rows != nil {
				check("claimed-dates/event/"+string(e.ID), dates)
				facts++
			}
		}
		for f := range v.AllFigures() {
			check("figures/event/"+string(f.Event)+"/"+f.Category, f)
			facts++
		}
		for c := range v.Claims(dispute.ClaimQuery{}) {
			check("claim/"+string(c.ID), c)
			check("status/claim/"+string(c.ID), v.Status(c.ID))
			facts += 2
		}
		for a := range v.Attributions(dispute.AttributionQuery{}) {
			check("attribution/"+string(a.ID), a)
			facts++
		}
		for r := range v.Relations() {
			p := r.Pair()
			check(fmt.Sprintf("relation/%v/%s/%s", p.Track, p.From, p.To), unnamed(t, r))
			facts++
		}
		for _, c := range v.Conflicts() {
			c.AsOf = edtf.Day{}
			check("conflict/"+c.ID, c)
			facts++
		}
		for _, q := range v.OpenQuestions() {
			told := strings.TrimPrefix(q.String(), "as of "+q.AsOf.English()+", ")
			if q.AsOf = (edtf.Day{}); q.String() != told {
				t.Errorf("seed %d: without a day, %s says %q, want %q", seed, q.ID, q.String(), told)
			}
			check("question/"+q.ID, q)
			facts++
		}
		if facts != len(s.Facts) {
			t.Fatalf("seed %d: %d facts, want %d", seed, len(s.Facts), facts)
		}
	}
	if compared < 1000 {
		t.Errorf("only %d answers compared", compared)
	}
}

// unnamed returns the history of a relation without its name: a fact stays the
// same whatever its actors are called.
func unnamed(t *testing.T, r dispute.Relation) any {
	t.Helper()
	text, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	var history map[string]any
	if err := json.Unmarshal(text, &history); err != nil || history["text"] != r.String() {
		t.Fatalf("the history %s, %v is not named %q", text, err, r)
	}
	delete(history, "text")
	return history
}

// plain decodes JSON and drops the reasons.
func plain(t *testing.T, text []byte) map[string]any {
	t.Helper()
	var out map[string]any
	if err := json.Unmarshal(text, &out); err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	delete(out, "reasons")
	return out
}

// A version that no longer refers to an item is among the reasons of what is
// said of that item: without it, the version before would bear on the item.
func TestAnswersNameTheVersionThatTookAReferenceAway(t *testing.T) {
	other := dispute.Claim{ID: "other", Text: "another thing"}
	event := func(id dispute.EventID, links []dispute.Link) dispute.Event {
		return dispute.Event{ID: id, Kind: dispute.KindAttack, When: edtf.MustParse("2024-08-02"), Links: links}
	}
	for name, c := range map[string]struct {
		key  string
		edit func(r *dispute.Record)
		want dispute.Ref
	}{
		"a statement moved to another claim": {"status/claim/raid", func(r *dispute.Record) {
			moved := disputetest.Says("a2", "beland", dispute.StanceAsserts, "other")
			moved.Supersedes = "a1"
			r.Attributions = append(r.Attributions, disputetest.Says("a1", "beland", dispute.StanceAsserts, "raid"), moved)
		}, dispute.AttributionID("a2").Ref()},
		"a claim that entails it no longer": {"status/claim/raid", func(r *dispute.Record) {
			r.Claims = append(r.Claims, dispute.Claim{ID: "c1", Text: "x", Entails: []dispute.ClaimID{"raid"}}, dispute.Claim{ID: "c2", Text: "x", Supersedes: "c1"})
			r.Attributions = append(r.Attributions, disputetest.Says("a1", "beland", dispute.StanceAsserts, "c1"))
		}, dispute.ClaimID("c2").Ref()},
		"an undercut of another statement": {"status/claim/raid", func(r *dispute.Record) {
			moved := disputetest.Aimed("u2", "herald", dispute.StanceUndercuts, "a2")
			moved.Supersedes = "u1"
			r.Attributions = append(r.Attributions, disputetest.Says("a1", "courier", dispute.StanceAsserts, "raid"), disputetest.Says("a2", "courier", dispute.StanceAsserts, "other"),
				disputetest.Aimed("u1", "herald", dispute.StanceUndercuts, "a1"), moved)
		}, dispute.AttributionID("u2").Ref()},
		"an event after which it no longer is": {"event/e1/dates", func(r *dispute.Record) {
			moved := event("e3", nil)
			moved.Supersedes = "e2"
			r.Events = append(r.Events, event("e1", nil), event("e2", disputetest.After("e1")), moved)
		}, dispute.EventID("e3").Ref()},
		"a claim that it occurred": {"status/event/e1", func(r *dispute.Record) {
			r.Events = append(r.Events, event("e1", nil))
			r.Claims = append(r.Claims, dispute.Claim{ID: "c1", Text: "x", Content: dispute.Content{Occurred: "e1"}}, dispute.Claim{ID: "c2", Text: "x", Supersedes: "c1"})
			r.Attributions = append(r.Attributions, disputetest.Says("a1", "courier", dispute.StanceAsserts, "c1"))
		}, dispute.ClaimID("c2").Ref()},
	} {
		t.Run(name, func(t *testing.T) {
			r := disputetest.Cast()
			r.Claims = append(r.Claims, other)
			c.edit(&r)
			before := disputetest.View(t, r, dispute.Lens{}).Snapshot().Fact(c.key)
			if !slices.Contains(before.Items, c.want) {
				t.Errorf("%s rests on %v, want also %v", c.key, before.Items, c.want)
			}
		})
	}
}

// The dates of a long chain name all that they follow from, but not each time.
func TestSnapshotOfLongChains(t *testing.T) {
	const n = 100
	r := disputetest.Chain(n)
	circle := disputetest.Chain(n)
	circle.Events[0].Links = disputetest.After(circle.Events[n-1].ID)
	for i := range circle.Events {
		circle.Events[i].ID = "c" + circle.Events[i].ID
		circle.Events[i].Links[0].Event = "c" + circle.Events[i].Links[0].Event
	}
	r.Events = append(r.Events, circle.Events...)
	s := disputetest.View(t, r, dispute.Lens{}).Snapshot()
	for _, f := range s.Facts {
		if len(f.Items) > n || strings.HasSuffix(f.Key, "/dates") && len(f.Items) > 32 {
			t.Errorf("%s lists %d items", f.Key, len(f.Items))
		}
	}
	for _, c := range []struct {
		key   string
		first string
		want  int
	}{
		{"event/e000000/dates", "e", 1},
		{"event/e000031/dates", "e", 32},
		{"event/e000032/dates", "e", 33},
		{"event/e000099/dates", "e", n},
		{"event/ce000050/dates", "ce", n},
	} {
		all := everything(s, c.key)
		for ref := range all {
			if !strings.HasPrefix(ref.ID, c.first) {
				t.Errorf("%s rests on %v", c.key, ref)
			}
		}
		if len(all) != c.want {
			t.Errorf("%s rests on %d items, want %d", c.key, len(all), c.want)
		}
	}
}

// Up to 32 events whose chronology cannot hold are listed with the dates of each;
// of more there is a fact of their own.
func TestSnapshotOfCircles(t *testing.T) {
	for n, apart := range map[int]bool{31: false, 32: false, 33: true} {
		r := disputetest.Chain(n)
		r.Events[0].Links = disputetest.After(r.Events[n-1].ID)
		s := disputetest.View(t, r, dispute.Lens{}).Snapshot()
		if f := s.Fact("chronology/event/e000000"); (f.Key != "") != apart || apart && len(f.Items) != n {
			t.Errorf("circle of %d: a fact of its own is %q with %d items, want %t", n, f.Key, len(f.Items), apart)
		}
		if all := everything(s, "event/e000007/dates"); len(all) != n {
			t.Errorf("circle of %d: dates rest on %d items", n, len(all))
		}
	}
}

// A relation keeps its key whatever the later versions of its actors are called.
func TestSnapshotOfARelationOutlivesVersions(t *testing.T) {
	r := disputetest.Cast()
	r.Events = []dispute.Event{{ID: "severs", Kind: dispute.KindSeverRelations, When: edtf.MustParse("2024-08-04"),
		Participants: []dispute.Participant{{Role: dispute.RoleActor, Actor: "aland"}, {Role: dispute.RoleTarget, Actor: "beland"}}}}
	said := disputetest.Says("said", "aland", dispute.StanceAsserts, "severed")
	r.Claims, r.Attributions = append(r.Claims, dispute.Claim{ID: "severed", Text: "x", Content: dispute.Content{Occurred: "severs"}}), []dispute.Attribution{said}
	const key = "relation/diplomatic-relations/aland/beland"
	before := disputetest.View(t, r, dispute.Lens{}).Snapshot()
	r.Actors = append(r.Actors, dispute.Actor{ID: "republic-of-aland", Supersedes: "aland", Kind: dispute.ActorState, Name: "aland"})
	after := disputetest.View(t, r, dispute.Lens{}).Snapshot()
	if was, is := before.Fact(key), after.Fact(key); was.Key == "" || was.Text != is.Text {
		t.Errorf("before %s\nafter  %s", was.Text, is.Text)
	}
	for _, f := range after.Facts {
		if strings.HasPrefix(f.Key, "relation/") && before.Fact(f.Key).Key == "" {
			t.Errorf("a relation became %s", f.Key)
		}
	}
}

// Dates rest on what comes before and on what comes after.
func TestSnapshotDatesRestOnBothSides(t *testing.T) {
	r := disputetest.Chain(3)
	r.Events[2].When = edtf.MustParse("2024-07-05")
	s := disputetest.View(t, r, dispute.Lens{}).Snapshot()
	if got := fmt.Sprint(s.Fact("event/e000001/dates").Items); got != "[event/e000000 event/e000001 event/e000002]" {
		t.Errorf("the dates of the one between rest on %s", got)
	}
}

// everything returns the items of a fact and of those it refers to.
func everything(s dispute.Snapshot, key string) map[dispute.Ref]bool {
	items, keys := map[dispute.Ref]bool{}, []string{key}
	for i := 0; i < len(keys); i++ {
		f := s.Fact(keys[i])
		for _, ref := range f.Items {
			items[ref] = true
		}
		for _, k := range f.Facts {
			if !slices.Contains(keys, k) {
				keys = append(keys, k)
			}
		}
	}
	return items
}

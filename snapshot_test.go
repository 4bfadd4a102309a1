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
)

func TestSnapshotKeys(t *testing.T) {
	r := cast()
	r.Actors = r.Actors[:3] // aland, its ministry and its agency
	r.Claims[0].Favours = nil
	r.Sources = []dispute.Source{{ID: "wire", Kind: dispute.SourceArticle}, {ID: "wire-2", Supersedes: "wire", Kind: dispute.SourceArticle}}
	r.Events = []dispute.Event{{ID: "e", Kind: dispute.KindAttack}, {ID: "e-2", Supersedes: "e", Kind: dispute.KindAttack, When: edtf.MustParse("2024-07")},
		{ID: "f", Kind: dispute.KindAttack, When: edtf.MustParse("2024-06"), Links: after("e")}}
	silent := says("silent", "aland-ministry", dispute.StanceHasNotResponded, "raid")
	silent.Attribution, silent.Claim = "implies", ""
	r.Attributions = []dispute.Attribution{says("implies", "aland-agency", dispute.StanceAsserts, "raid"), silent}
	s := view(t, r, dispute.Lens{}).Snapshot()
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
		r := randomRecord(seed)
		before := view(t, r, dispute.Lens{}).Snapshot()
		n := rng.IntN(len(r.Events))
		again := r.Events[n]
		if !isCurrent(r, again.ID) {
			continue
		}
		again.ID, again.Supersedes = again.ID+"-again", again.ID // which keeps its place among the others
		r.Events = append(r.Events, again)
		after := view(t, r, dispute.Lens{}).Snapshot()
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
	r := cast()
	joint := says("joint", "beland", dispute.StanceAsserts, "raid")
	joint.Jointly = []dispute.ActorID{"courier"}
	r.Attributions = []dispute.Attribution{joint}
	before := view(t, r, dispute.Lens{}).Snapshot().Fact("status/claim/raid")
	r.Actors = append(r.Actors, dispute.Actor{ID: "a-courier", Supersedes: "courier", Kind: dispute.ActorMedium, Name: "courier"})
	after := view(t, r, dispute.Lens{}).Snapshot().Fact("status/claim/raid")
	if !strings.Contains(before.Text, `"speakers":["beland","courier"]`) || cut(before.Text) != cut(after.Text) {
		t.Errorf("before %s\nafter  %s", before.Text, after.Text)
	}
	if slices.Equal(before.Items, after.Items) {
		t.Errorf("both rest on %v", before.Items)
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
		r := withoutVersions(randomRecord(seed))
		v := view(t, r, dispute.Lens{KnownBy: day("2024-08-05")})
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
		for q := range v.OpenQuestions() {
			if day, rest, ok := strings.Cut(q.Text, ", "); ok && strings.HasPrefix(day, "as of ") {
				q.Text = rest
			}
			q.AsOf = edtf.Day{}
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

func withoutVersions(r dispute.Record) dispute.Record {
	for i := range r.Actors {
		r.Actors[i].Supersedes = ""
	}
	for i := range r.Sources {
		r.Sources[i].Supersedes = ""
	}
	for i := range r.Events {
		r.Events[i].Supersedes = ""
	}
	for i := range r.Claims {
		r.Claims[i].Supersedes = ""
	}
	for i := range r.Attributions {
		r.Attributions[i].Supersedes = ""
	}
	return r
}

// Keys ascend and do not repeat, every fact has items, and deleting an item
// with what depends on it leaves every fact that did not name it as it was.
// Conflicts are left out of the last: they name what conflicts.
func TestSnapshotNamesWhatItRestsOn(t *testing.T) {
	for seed := range uint64(60) {
		r := withoutVersions(randomRecord(seed))
		l := (&world{Rand: rand.New(rand.NewPCG(seed, 7))}).lens()
		before := view(t, r, l).Snapshot()
		for i, f := range before.Facts {
			if i > 0 && before.Facts[i-1].Key >= f.Key {
				t.Fatalf("seed %d: key %q after %q", seed, f.Key, before.Facts[i-1].Key)
			}
			if len(f.Items) == 0 || !slices.IsSortedFunc(f.Items, dispute.Ref.Compare) {
				t.Errorf("seed %d: %s rests on %v", seed, f.Key, f.Items)
			}
		}
		for _, ref := range allRefs(r) {
			rest, gone := without(r, ref)
			if gone[dispute.Ref{Kind: dispute.ItemActor, ID: string(l.Standpoint)}] {
				continue
			}
			after := view(t, rest, l).Snapshot()
			for _, f := range before.Facts {
				if slices.ContainsFunc(f.Items, func(r dispute.Ref) bool { return gone[r] }) {
					continue
				}
				if got := after.Fact(f.Key); !cmp.Equal(f, got) {
					t.Errorf("seed %d, lens %+v: without %v, of which it names none, %s is another (-with +without):\n%s", seed, l, ref, f.Key, cmp.Diff(f, got))
				}
			}
		}
	}
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
			moved := says("a2", "beland", dispute.StanceAsserts, "other")
			moved.Supersedes = "a1"
			r.Attributions = append(r.Attributions, says("a1", "beland", dispute.StanceAsserts, "raid"), moved)
		}, dispute.AttributionID("a2").Ref()},
		"a claim that entails it no longer": {"status/claim/raid", func(r *dispute.Record) {
			r.Claims = append(r.Claims, dispute.Claim{ID: "c1", Text: "x", Entails: []dispute.ClaimID{"raid"}}, dispute.Claim{ID: "c2", Text: "x", Supersedes: "c1"})
			r.Attributions = append(r.Attributions, says("a1", "beland", dispute.StanceAsserts, "c1"))
		}, dispute.ClaimID("c2").Ref()},
		"an undercut of another statement": {"status/claim/raid", func(r *dispute.Record) {
			moved := aimed("u2", "herald", dispute.StanceUndercuts, "a2")
			moved.Supersedes = "u1"
			r.Attributions = append(r.Attributions, says("a1", "courier", dispute.StanceAsserts, "raid"), says("a2", "courier", dispute.StanceAsserts, "other"),
				aimed("u1", "herald", dispute.StanceUndercuts, "a1"), moved)
		}, dispute.AttributionID("u2").Ref()},
		"an event after which it no longer is": {"event/e1/dates", func(r *dispute.Record) {
			moved := event("e3", nil)
			moved.Supersedes = "e2"
			r.Events = append(r.Events, event("e1", nil), event("e2", after("e1")), moved)
		}, dispute.EventID("e3").Ref()},
		"a claim that it occurred": {"status/event/e1", func(r *dispute.Record) {
			r.Events = append(r.Events, event("e1", nil))
			r.Claims = append(r.Claims, dispute.Claim{ID: "c1", Text: "x", Content: dispute.Content{Occurred: "e1"}}, dispute.Claim{ID: "c2", Text: "x", Supersedes: "c1"})
			r.Attributions = append(r.Attributions, says("a1", "courier", dispute.StanceAsserts, "c1"))
		}, dispute.ClaimID("c2").Ref()},
	} {
		t.Run(name, func(t *testing.T) {
			r := cast()
			r.Claims = append(r.Claims, other)
			c.edit(&r)
			before := view(t, r, dispute.Lens{}).Snapshot().Fact(c.key)
			if !slices.Contains(before.Items, c.want) {
				t.Errorf("%s rests on %v, want also %v", c.key, before.Items, c.want)
			}
		})
	}
}

func allRefs(r dispute.Record) []dispute.Ref {
	var list []dispute.Ref
	for _, x := range r.Actors {
		list = append(list, x.ID.Ref())
	}
	for _, x := range r.Sources {
		list = append(list, x.ID.Ref())
	}
	for _, x := range r.Events {
		list = append(list, x.ID.Ref())
	}
	for _, x := range r.Claims {
		list = append(list, x.ID.Ref())
	}
	for _, x := range r.Attributions {
		list = append(list, x.ID.Ref())
	}
	return list
}

// without returns a record less one item and all that cannot stand without it,
// and what those are: whatever the compiler calls dangling goes.
func without(r dispute.Record, ref dispute.Ref) (dispute.Record, map[dispute.Ref]bool) {
	gone := map[dispute.Ref]bool{ref: true}
	for {
		rest := dispute.Record{Title: r.Title}
		rest.Actors = keep(r.Actors, gone, func(x dispute.Actor) dispute.Ref { return x.ID.Ref() })
		rest.Sources = keep(r.Sources, gone, func(x dispute.Source) dispute.Ref { return x.ID.Ref() })
		rest.Events = keep(r.Events, gone, func(x dispute.Event) dispute.Ref { return x.ID.Ref() })
		rest.Claims = keep(r.Claims, gone, func(x dispute.Claim) dispute.Ref { return x.ID.Ref() })
		rest.Attributions = keep(r.Attributions, gone, func(x dispute.Attribution) dispute.Ref { return x.ID.Ref() })
		dangling := danglingItems(rest)
		if len(dangling) == 0 {
			return rest, gone
		}
		for _, d := range dangling {
			gone[d] = true
		}
	}
}

func keep[T any](list []T, gone map[dispute.Ref]bool, ref func(T) dispute.Ref) []T {
	return slices.DeleteFunc(slices.Clone(list), func(x T) bool { return gone[ref(x)] })
}

// chain is n events that each follow the one before; the first is dated.
func chain(n int) dispute.Record {
	var r dispute.Record
	for i := range n {
		e := dispute.Event{ID: dispute.EventID(fmt.Sprintf("e%06d", i)), Kind: dispute.KindAttack}
		if i == 0 {
			e.When = edtf.MustParse("2024-07")
		} else {
			e.Links = after(r.Events[i-1].ID)
		}
		r.Events = append(r.Events, e)
	}
	return r
}

// The dates of a long chain name all that they follow from, but not each time.
func TestSnapshotOfLongChains(t *testing.T) {
	const n = 100
	r := chain(n)
	circle := chain(n)
	circle.Events[0].Links = after(circle.Events[n-1].ID)
	for i := range circle.Events {
		circle.Events[i].ID = "c" + circle.Events[i].ID
		circle.Events[i].Links[0].Event = "c" + circle.Events[i].Links[0].Event
	}
	r.Events = append(r.Events, circle.Events...)
	s := view(t, r, dispute.Lens{}).Snapshot()
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

// Dates rest on what comes before and on what comes after.
func TestSnapshotDatesRestOnBothSides(t *testing.T) {
	r := chain(3)
	r.Events[2].When = edtf.MustParse("2024-07-05")
	s := view(t, r, dispute.Lens{}).Snapshot()
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

// Snapshots and differences of long chains and large circles take near-linear
// time; quadratic time or memory would run into the limits of the test.
func TestSnapshotOfHostileRecords(t *testing.T) {
	const n = 5_000
	circle := chain(n)
	circle.Events[0].Links = after(circle.Events[n-1].ID)
	clashing := chain(n) // every other one is dated before the one that it follows
	for i := range clashing.Events {
		clashing.Events[i].When = edtf.MustParse([]string{"2024-08", "2024-07"}[i%2])
	}
	for name, r := range map[string]dispute.Record{"chain": chain(n), "circle": circle, "clashing": clashing} {
		later := chain(1).Events[0]
		later.ID, later.Supersedes, later.When, later.Links = "e000000b", "e000000", edtf.MustParse("2024-07-05"), r.Events[0].Links
		later.Recorded = day(secondDay)
		r.Events = append(r.Events, later)
		d := revisedOn(t, r)
		if name != "chain" {
			continue
		}
		sharper := 0
		for _, c := range d.Changes {
			if strings.HasSuffix(c.Key, "/dates") && c.Kind == dispute.ChangeLearnt {
				sharper++
				if fmt.Sprint(c.Because) != "[event/e000000b]" {
					t.Fatalf("%s because of %v", c.Key, c.Because)
				}
			}
		}
		if sharper != n {
			t.Errorf("%d dates became sharper, want %d", sharper, n)
		}
	}
}

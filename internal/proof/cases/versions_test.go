package cases

import (
	"slices"
	"strings"
	"testing"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/disputetest"
)

// Of two branches the one rules whose last version was entered last.
func TestForkLatestCorrection(t *testing.T) {
	v := seen(t, "fork-latest-correction")
	stands(t, v, "c", dispute.LabelDenied, 0, 2)
	if a, _ := v.Attribution("a1"); a.ID != "a4" {
		t.Errorf("a1 leads to %s, want a4", a.ID)
	}
	if got := kinds(v); got[dispute.ConflictSupersession] != 1 {
		t.Errorf("conflicts %v, want one over versions", got)
	}
	// The longer branch loses where its last version was entered earlier.
	stands(t, seen(t, "fork-latest-correction", func(r *dispute.Record) {
		r.Attributions[3].Recorded = day("2024-08-07")
	}), "c", dispute.LabelReported, 2, 0)
	// Neither the order of the record nor the lengths of branches matter.
	stands(t, seen(t, "fork-latest-correction", func(r *dispute.Record) {
		r.Attributions[3].Supersedes = "a3"
		slices.Reverse(r.Attributions)
	}), "c", dispute.LabelDenied, 0, 2)
	stands(t, seen(t, "fork-latest-correction", func(r *dispute.Record) {
		a := r.Attributions[1] // a third branch, longer and earlier
		a.ID, a.Supersedes = "a5", "a2"
		r.Attributions = append(r.Attributions, a)
	}), "c", dispute.LabelDenied, 0, 2)
	// Before a4 was entered a3 ruled.
	stands(t, disputetest.View(t, record(t, "fork-latest-correction"), dispute.Lens{RecordedBy: day("2024-08-31")}), "c", dispute.LabelReported, 2, 0)
}

// What another speaker's statement replaces is told as replaced, by both of them.
func TestAnotherSpeakerSupersedes(t *testing.T) {
	v := seen(t, "another-speaker-supersedes")
	stands(t, v, "k", dispute.LabelReported, 2, 0)
	a := v.Account("ua")
	if len(a.Replaced) != 1 || a.Replaced[0].Stance != dispute.StanceDenies || !slices.Equal(a.Replaced[0].Attributions, []dispute.AttributionID{"den"}) ||
		!slices.Equal(a.Replaced[0].ReplacedBy, []dispute.AttributionID{"new"}) || a.Replaced[0].Claim != "k" {
		t.Fatalf("replaced in Ukraine's account: %+v", a.Replaced)
	}
	if items := a.Replaced[0].Reasons().Items(); !slices.Contains(items, dispute.AttributionID("den").Ref()) || !slices.Contains(items, dispute.AttributionID("new").Ref()) {
		t.Errorf("the line rests on %v", items)
	}
	if len(a.Asserts)+len(a.Denies)+len(a.Uncommitted) != 0 {
		t.Errorf("Ukraine's account has more: %+v", a)
	}
	if b := v.Account("blog"); len(b.Replaced) != 0 {
		t.Errorf("replaced in the blog's account: %+v", b.Replaced)
	}
	corrected := func(edits ...func(*dispute.Record)) dispute.ChangeKind {
		r := record(t, "another-speaker-supersedes", edits...)
		change := dispute.Diff(disputetest.View(t, r, dispute.Lens{KnownBy: day("2024-08-06")}), disputetest.View(t, r, dispute.Lens{KnownBy: day("2024-08-10")}))
		for _, c := range change.Changes {
			if c.Key == "attribution/den" {
				return c.Kind
			}
		}
		return 0
	}
	if got := corrected(); got != dispute.ChangeCorrected {
		t.Errorf("the difference tells it as %s", got)
	}
	// A co-signatory that was left out makes it another statement too.
	joint := func(r *dispute.Record) {
		new := &r.Attributions[slices.IndexFunc(r.Attributions, func(a dispute.Attribution) bool { return a.ID == "new" })]
		new.Speaker, new.Stance, new.Jointly = "ua", dispute.StanceDenies, []dispute.ActorID{"blog"}
	}
	if got := corrected(joint); got != dispute.ChangeCorrected {
		t.Errorf("the difference tells a new signatory as %s", got)
	}
	// The same speaker and stance in other words replace nothing.
	reworded := func(r *dispute.Record) {
		joint(r)
		for i := range r.Attributions {
			r.Attributions[i].Jointly, r.Attributions[i].Quotation = nil, string(r.Attributions[i].ID)
		}
	}
	if a := seen(t, "another-speaker-supersedes", reworded).Account("ua"); len(a.Replaced) != 0 || len(a.Denies) != 1 {
		t.Errorf("reworded, Ukraine's account is %+v", a)
	}
	// What was replaced and then restored is as it was.
	restored := func(r *dispute.Record) {
		r.Attributions = append(r.Attributions, dispute.Attribution{ID: "again", Supersedes: "new", Stance: dispute.StanceDenies, Speaker: "ua", Claim: "k",
			OnRecord: dispute.RecordLevelOn, Lineage: dispute.LineageFirstHand, Known: day("2024-08-12")})
	}
	v = seen(t, "another-speaker-supersedes", restored)
	if a := v.Account("ua"); len(a.Replaced) != 0 || len(a.Denies) != 1 {
		t.Errorf("restored, Ukraine's account is %+v", a)
	}
	if a := v.Account("blog"); len(a.Replaced) != 1 {
		t.Errorf("restored, the blog's account is %+v", a)
	}
}

// A published date without a last day is known by its first.
func TestKnownByOpenDate(t *testing.T) {
	there := func(published, by string) bool {
		r := record(t, "known-by-open-date", func(r *dispute.Record) { r.Sources[0].Published = edtf.MustParse(published) })
		_, ok := disputetest.View(t, r, dispute.Lens{KnownBy: day(by)}).Attribution("t2")
		return ok
	}
	for _, c := range []struct {
		published, by string
		want          bool
	}{
		{"[2024-08-01..]", "2020-01-01", false},
		{"[2024-08-01..]", "2024-07-31", false},
		{"[2024-08-01..]", "2024-08-01", true},
		{"2024-08-01/..", "2024-07-31", false},
		{"2024-08-01/..", "2024-08-01", true},
		{"[..2024-08-01]", "2024-07-31", false},
		{"[..2024-08-01]", "2024-08-01", true},
		{"../2024-08-01", "2024-07-31", false},
		{"2024-08", "2024-08-30", false},
		{"2024-08", "2024-08-31", true},
		{"2024-08-01/2024-08-09", "2024-08-08", false},
		{"2024-08-01/2024-08-09", "2024-08-09", true},
		{"{2024-08-01,2024-08-09}", "2024-08-08", false},
	} {
		if got := there(c.published, c.by); got != c.want {
			t.Errorf("published %s, known by %s: %t, want %t", c.published, c.by, got, c.want)
		}
	}
}

// kinds counts the conflicts of a view by kind.
func kinds(v *dispute.View) map[dispute.ConflictKind]int {
	count := map[dispute.ConflictKind]int{}
	for _, c := range v.Conflicts() {
		count[c.Kind]++
	}
	return count
}

// tollRecord has two versions of a toll, which the herald gave as 84, and the
// courier says that the later one is wrong.
func tollRecord(edits ...func(*dispute.Record)) dispute.Record {
	r := disputetest.Cast()
	r.Events = append(r.Events, dispute.Event{ID: "attack", Kind: dispute.KindAttack, Summary: "an attack",
		Participants: []dispute.Participant{{Role: dispute.RoleActor, Actor: "aland"}, {Role: dispute.RoleTarget, Actor: "beland"}}})
	r.Claims = append(r.Claims,
		dispute.Claim{ID: "toll", Text: "84 were killed", Content: dispute.Content{Figure: disputetest.FigureOf("attack", "killed", "84")}},
		dispute.Claim{ID: "toll-2", Text: "48 were killed", Supersedes: "toll", Content: dispute.Content{Figure: disputetest.FigureOf("attack", "killed", "48")}})
	r.Attributions = append(r.Attributions, disputetest.States("herald", "toll"))
	for _, edit := range edits {
		edit(&r)
	}
	return r
}

// Nobody's figure is changed by a version with another one.
func TestWordsStayWithTheirVersion(t *testing.T) {
	v := disputetest.View(t, tollRecord(), dispute.Lens{})
	stands(t, v, "toll", dispute.LabelReported, 2, 0)
	stands(t, v, "toll-2", dispute.LabelUnasserted, 0, 0)
	old := v.Status("toll")
	if old.Claim != "toll" || old.SupersededBy != "toll-2" || !strings.Contains(old.String(), "superseded by this: 48 were killed") ||
		!slices.Contains(old.Reasons().Items(), dispute.ClaimID("toll-2").Ref()) {
		t.Errorf("%+v\n%s", old, old)
	}
	if now := v.Status("toll-2"); now.SupersededBy != "" || strings.Contains(now.String(), "superseded") {
		t.Errorf("the new one is superseded by %q", now.SupersededBy)
	}
	if c, _ := v.Claim("toll"); c.ID != "toll-2" {
		t.Errorf("the version that replaces it is %s", c.ID)
	}
	if sets := v.Figures("attack"); len(sets) != 1 || len(sets[0].Rows) != 1 || sets[0].Rows[0].Claim != "toll-2" || len(sets[0].Rows[0].Stated) != 0 {
		t.Errorf("figures %+v", sets)
	}
	if got := v.Sentence(dispute.AttributionID("herald-on-toll").Ref()); !strings.Contains(got, "84 were killed") {
		t.Errorf("the herald's words are %q", got)
	}
	var said []dispute.AttributionID
	for a := range v.Attributions(dispute.AttributionQuery{Claim: "toll"}) {
		said = append(said, a.ID)
	}
	for range v.Attributions(dispute.AttributionQuery{Claim: "toll-2"}) {
		t.Error("something is said on the new version")
	}
	if !slices.Equal(said, []dispute.AttributionID{"herald-on-toll"}) {
		t.Errorf("on the old one: %v", said)
	}
	if a := v.Account("herald"); len(a.Asserts) != 1 || a.Asserts[0].Claim != "toll" {
		t.Errorf("the herald's account: %+v", a.Asserts)
	}
	diff := dispute.Diff(disputetest.View(t, tollRecord(func(r *dispute.Record) { r.Claims = r.Claims[:len(r.Claims)-1] }), dispute.Lens{}), v)
	for _, c := range diff.Changes {
		if (c.Key == "status/claim/toll" || c.Key == "claim/toll" || c.Key == "figures/event/attack/killed") && c.Kind != dispute.ChangeCorrected {
			t.Errorf("%s is told as %s", c.Key, c.Kind)
		}
	}
}

// Versions that state the same are one proposition, whatever lies between them
// and in whatever order they stand.
func TestVersionsThatStateTheSame(t *testing.T) {
	type edit = func(*dispute.Record)
	third := func(change func(*dispute.Claim)) edit {
		return func(r *dispute.Record) {
			c := r.Claims[len(r.Claims)-2] // as first filed
			c.ID, c.Supersedes, c.Text = "toll-3", "toll-2", "eighty-four were killed"
			if change != nil {
				change(&c)
			}
			r.Claims = append([]dispute.Claim{c}, r.Claims...)
		}
	}
	for _, c := range []struct {
		name string
		edit edit
		id   dispute.ClaimID
		want int
	}{
		{"restored", third(nil), "toll-3", 2},
		{"restored, asked of the first", third(nil), "toll", 2},
		{"another category", third(func(c *dispute.Claim) { c.Content.Figure = disputetest.FigureOf("attack", "hurt", "84") }), "toll-3", 0},
		{"a low figure added", third(func(c *dispute.Claim) {
			low := int64(80)
			f := *c.Content.Figure
			f.Low, c.Content.Figure = &low, &f
		}), "toll-3", 0},
		{"reworded only", func(r *dispute.Record) { r.Claims[len(r.Claims)-1].Content = r.Claims[len(r.Claims)-2].Content }, "toll-2", 2},
		{"another adverse party", func(r *dispute.Record) {
			r.Claims[len(r.Claims)-1].Content = r.Claims[len(r.Claims)-2].Content
			r.Claims[len(r.Claims)-1].Adverse = []dispute.ActorID{"beland"}
		}, "toll-2", 2},
	} {
		if got := disputetest.View(t, tollRecord(c.edit), dispute.Lens{}).Status(c.id); got.For.Level != c.want || got.SupersededBy != "" {
			t.Errorf("%s: %s, superseded by %q, want level %d", c.name, got, got.SupersededBy, c.want)
		}
	}
}

// A claim on an event stays with the version of the event that states the same.
func TestEventVersions(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(*dispute.Event)
		same   bool
	}{
		{"dates tightened", func(e *dispute.Event) { e.When = edtf.MustParse("2024-08-04") }, true},
		{"summary", func(e *dispute.Event) { e.Summary = "another summary" }, true},
		{"place", func(e *dispute.Event) { e.Place = "elsewhere" }, true},
		{"an observer", func(e *dispute.Event) {
			e.Participants = append(slices.Clone(e.Participants), dispute.Participant{Role: dispute.RoleObserver, Actor: "courier"})
		}, true},
		{"order of participants", func(e *dispute.Event) { e.Participants = slices.Clone(e.Participants); slices.Reverse(e.Participants) }, true},
		{"kind", func(e *dispute.Event) { e.Kind = dispute.KindBlockade }, false},
		{"doer", func(e *dispute.Event) {
			e.Participants = []dispute.Participant{{Role: dispute.RoleActor, Actor: "aland-agency"}, e.Participants[1]}
		}, false},
		{"target", func(e *dispute.Event) {
			e.Participants = []dispute.Participant{e.Participants[0], {Role: dispute.RoleTarget, Actor: "courier"}}
		}, false},
		{"no target", func(e *dispute.Event) { e.Participants = e.Participants[:1] }, false},
		{"only expected", func(e *dispute.Event) { e.Phase = dispute.PhaseExpected }, false},
	} {
		r := tollRecord(func(r *dispute.Record) {
			r.Claims = append(r.Claims, dispute.Claim{ID: "was", Text: "the attack was", Content: dispute.Content{Occurred: "attack"}})
			r.Attributions = append(r.Attributions, disputetest.States("herald", "was"))
			e := r.Events[0]
			e.ID, e.Supersedes = "attack-2", "attack"
			c.change(&e)
			r.Events = append(r.Events, e)
		})
		v := disputetest.View(t, r, dispute.Lens{})
		want := [2]int{2, 0}
		if c.same {
			want[1] = 2
		}
		claim, old, now := v.Status("was"), v.EventStatus("attack"), v.EventStatus("attack-2")
		if claim.For.Level != 2 || old.For.Level != want[0] || now.For.Level != want[1] {
			t.Errorf("%s: the claim %s\nthe old event %s\nthe new event %s", c.name, claim, old, now)
		}
		if by := old.EventSupersededBy; c.same != (by == "") || c.same != (old.Event == "attack-2") {
			t.Errorf("%s: the old event is superseded by %q", c.name, by)
		}
		on := v.Relation("aland", "beland", dispute.TrackHostility).On(day("2024-08-04"))
		if accepted := on.States != nil && on.States[0].State == dispute.StateForce && !c.same; accepted {
			t.Errorf("%s: accepted %s on words about another act", c.name, on)
		}
		_ = v.Snapshot()
		_ = v.Account("herald")
		_ = v.Compare("herald", "aland")
		for _, claim := range []dispute.ClaimID{"was", "toll", "toll-2"} {
			if v.Sentence(claim.Ref()) == "" {
				t.Errorf("%s: no sentence for %s", c.name, claim)
			}
		}
	}
}

// Who said that something occurred did not say so of the date to which it was
// corrected since.
func TestSentenceOfACorrectedDate(t *testing.T) {
	corrected := func(when string) string {
		return disputetest.View(t, accused("2024-05-01", func(r *dispute.Record) {
			later := r.Events[0]
			later.ID, later.Supersedes, later.When = "acc2", "acc", edtf.MustParse(when)
			r.Events = append(r.Events, later)
		}), dispute.Lens{}).Sentence(dispute.EventID("acc2").Ref())
	}
	const told = "; before its date was corrected it was on file as on 1 May 2024"
	if text := corrected("2024-05-03"); !strings.Contains(text, told) {
		t.Errorf("told as %q", text)
	}
	for _, when := range []string{"2024-05-01", "2024-05", "[2024-05-01..2024-05-03]"} { // which the first date agrees with
		if text := corrected(when); strings.Contains(text, "corrected") {
			t.Errorf("told as %q", text)
		}
	}
}

package briefing_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/export/briefing"
	"github.com/dispute-go/dispute/internal/disputetest"
	"github.com/dispute-go/dispute/internal/generate"
	"github.com/dispute-go/dispute/sahel2024"
)

func full(v *dispute.View) briefing.Briefing {
	return briefing.New(v, briefing.Options{Title: "T", Full: true})
}

// onScreen fails where the first screen is more than one.
func onScreen(t *testing.T, name string, b briefing.Briefing) {
	t.Helper()
	b.Rest = nil
	text, markdown := b.Text(), b.Markdown()
	lines, words, marked := strings.Count(text, "\n"), len(strings.Fields(text)), len(strings.Fields(markdown))
	if lines > briefing.ScreenLines || words > briefing.ScreenWords || marked > briefing.ScreenWords {
		t.Errorf("%s: %d lines, %d words, %d in Markdown:\n%s", name, lines, words, marked, text)
	}
	if len(text) > 6000 {
		t.Errorf("%s: %d bytes", name, len(text))
	}
}

// The first screen is one for whatever record, and what does not fit is counted.
func TestTheFirstScreenIsAScreen(t *testing.T) {
	seed := sahel2024.Record()
	records := map[string]dispute.Record{
		"empty": {}, "seed": seed, "generated": generate.Record(600, 4, 1), "long": long(),
		"one actor": {Actors: seed.Actors[:1]}, "one source": {Sources: []dispute.Source{{ID: "s", Kind: "article"}}},
		"one event": {Events: []dispute.Event{{ID: "e", Kind: "attack"}}}, "one claim": {Claims: []dispute.Claim{{ID: "c", Text: "it rains"}}},
		"untold statement": {Claims: []dispute.Claim{{ID: "c", Text: "it rains"}}, Attributions: []dispute.Attribution{{ID: "a", Stance: dispute.StanceAsserts, Claim: "c"}}},
	}
	for i := range uint64(disputetest.FewerIfShort(30)) {
		records[fmt.Sprint("random ", i)] = disputetest.RandomRecord(i)
	}
	for name, r := range records {
		v := disputetest.View(t, r, dispute.Lens{})
		onScreen(t, name, full(v))
		onScreen(t, name, briefing.Changes(disputetest.View(t, dispute.Record{}, dispute.Lens{}), v, briefing.Options{Title: r.Title, Full: true}))
	}
	generated := briefing.New(disputetest.View(t, records["generated"], dispute.Lens{}), briefing.Options{})
	more := regexp.MustCompile(`\(AND \d+ MORE\)`).FindAllString(generated.Text(), -1)
	if len(more) < 3 {
		t.Errorf("a long record leaves nothing out: %s", generated.Text())
	}
}

// long is a record whose texts and lists are long.
func long() dispute.Record {
	r := dispute.Record{Title: strings.Repeat("title ", 500)}
	for i := range 200 {
		r.Actors = append(r.Actors, dispute.Actor{ID: dispute.ActorID(fmt.Sprintf("a%03d", i)), Kind: dispute.ActorState, Name: strings.Repeat("Very ", 30) + strings.Repeat("Long", 90) + fmt.Sprint(i)})
	}
	for i := range 30 {
		c := dispute.Claim{ID: dispute.ClaimID(fmt.Sprintf("c%d", i)), Text: strings.Repeat("it rains, and ", 100) + fmt.Sprint(i), Adverse: []dispute.ActorID{"a001"}}
		r.Claims = append(r.Claims, c)
		r.Events = append(r.Events, dispute.Event{ID: dispute.EventID(fmt.Sprintf("e%d", i)), Kind: dispute.KindSeverRelations, Summary: strings.Repeat("x", 2000),
			When: edtf.MustParse("2024-08-04"), Participants: []dispute.Participant{{Role: dispute.RoleActor, Actor: r.Actors[i].ID}, {Role: dispute.RoleTarget, Actor: r.Actors[i+30].ID}}})
		for j := range 12 {
			a := disputetest.Says(dispute.AttributionID(fmt.Sprintf("s%d-%d", i, j)), r.Actors[j].ID, dispute.StanceAsserts+dispute.Stance(2*(j%2)), c.ID)
			for k := range 40 {
				a.Jointly = append(a.Jointly, r.Actors[60+k].ID)
			}
			r.Attributions = append(r.Attributions, a)
		}
	}
	return r
}

// The cost grows with the record about as it does, not with its square: four times
// the events take less than six times the memory. (Time depends on what else the
// machine does.)
func TestCostIsNearLinear(t *testing.T) {
	cost := func(events int) uint64 {
		v := disputetest.View(t, generate.Record(events, 3, 1), dispute.Lens{})
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		start := time.Now()
		b := full(v)
		text := b.Text()
		t.Logf("%d events: %v, %d words", events, time.Since(start), len(strings.Fields(text)))
		runtime.ReadMemStats(&after)
		onScreen(t, fmt.Sprint(events, " events"), b)
		return after.TotalAlloc - before.TotalAlloc
	}
	few := disputetest.FewerIfShort(2500)
	if small, large := cost(few), cost(4*few); large > 6*small {
		t.Errorf("%d events took %d bytes, four times as many took %d", few, small, large)
	}
}

// What the seed's first screen says was written by hand against the report before
// the code was. The README shows it: see examples/whatweknow.
func TestSeed(t *testing.T) {
	b := full(disputetest.View(t, sahel2024.Record(), dispute.Lens{}))
	text := strings.Join(strings.Fields(b.Text()), " ")
	for _, want := range []string{
		"for ≤2: Burkina Faso, Mali and Niger jointly; implied by an unnamed representative of Ukraine's intelligence directorate GUR (indirectly) against ≤2: the Tuareg rebels and Ukraine",
		"severed by Mali on 4 August 2024, by Niger on 6 August 2024; Burkina Faso: no change recorded",
		"47 Malian soldiers and 84 fighters of the Wagner Group were killed in the attack: by the Tuareg rebels (≤1)",
		"has not responded to the joint letter to the Security Council, nor to the allegation that Ukraine supports international terrorism",
		"No response from the Security Council is on file to the demand by Burkina Faso, Mali and Niger to condemn Ukraine",
		"The Security Council deliberates on the matter: between 22 and 28 August 2024, according to the reporting outlet",
		"Burkina Faso, Mali and Niger have each sought closer cooperation with Russia since the military took power there: (2,0)≤1°",
		"Cooperation with Russia | Burkina Faso, Mali and Niger | no change recorded | rising: reported (2,0)≤1°",
		"Ukraine categorically denied it (scope: any involvement in the attack)",
		"implied it in hedged terms (“alleged”), in the words “necessary information”",
		"between 1 and 21 August",
	} {
		if has := strings.Contains(text, want); has == (want == "between 1 and 21 August") { // which the corrected dates replace
			t.Errorf("%q: told is %v", want, has)
		}
	}
	if n := len(strings.Fields(b.Text())); n > 2600 {
		t.Errorf("the whole is %d words, want at most 2600", n)
	}
	for _, s := range b.Screen {
		if (s.Name == "contested" || s.Name == "claimed" || s.Name == "open" || s.Name == "expected") && s.More > 0 {
			t.Errorf("%s leaves %d out", s.Name, s.More)
		}
	}
}

// In the rest every event and claim is told once, and every statement and source
// that bears on one has its note.
func TestTheRestTellsEachThingOnce(t *testing.T) {
	v := disputetest.View(t, sahel2024.Record(), dispute.Lens{})
	told := map[dispute.Ref]int{}
	for _, s := range full(v).Rest {
		for _, l := range s.Lines {
			for _, ref := range l.Items {
				if s.Name == "timeline" || strings.HasPrefix(s.Name, "claims-") || s.Name == "statements" && ref.Kind == dispute.ItemAttribution || s.Name == "sources" {
					told[ref]++
				}
			}
		}
	}
	check := func(ref dispute.Ref) {
		if told[ref] != 1 {
			t.Errorf("%s is told %d times", ref, told[ref])
		}
		delete(told, ref)
	}
	for e := range v.Events(dispute.EventQuery{}) {
		check(e.ID.Ref())
	}
	for c := range v.Claims(dispute.ClaimQuery{}) {
		if c.Content.Occurred == "" {
			check(c.ID.Ref())
		}
	}
	for a := range v.Attributions(dispute.AttributionQuery{}) {
		if a.ID != "ministry-silent-on-letter" { // on a statement, so among what is open
			check(a.ID.Ref())
		}
	}
	for s := range v.Sources() {
		check(s.ID.Ref())
	}
	if len(told) > 0 {
		t.Errorf("told besides: %v", told)
	}
}

// No ID of the record stands in a text.
func TestNoIDInAText(t *testing.T) {
	file, err := os.Open("../../examples/testdata/harbour.json")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	harbour, err := dispute.Decode(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range []dispute.Record{sahel2024.Record(), harbour} {
		v := disputetest.View(t, r, dispute.Lens{})
		text := full(v).Text() + briefing.Changes(disputetest.View(t, r, dispute.Lens{RecordedBy: edtf.MustParseDay("2024-08-21")}), v, briefing.Options{Full: true}).Text()
		var ids []string
		for _, x := range r.Actors {
			ids = append(ids, string(x.ID))
		}
		for _, x := range r.Sources {
			ids = append(ids, string(x.ID))
		}
		for _, x := range r.Events {
			ids = append(ids, string(x.ID))
		}
		for _, x := range r.Claims {
			ids = append(ids, string(x.ID))
		}
		for _, x := range r.Attributions {
			ids = append(ids, string(x.ID))
		}
		for _, id := range ids {
			if strings.Contains(id, "-") && strings.Contains(text, id) {
				t.Errorf("%q is in the text", id)
			}
		}
	}
}

// Nobody who is known from what is confidential alone is named, in whatever form.
func TestNamesNobodyInConfidence(t *testing.T) {
	for seed := range disputetest.LawSeeds(disputetest.FewerIfShort(30)) {
		v := disputetest.View(t, disputetest.ConfidentialRecord(seed), dispute.Lens{})
		for _, b := range []briefing.Briefing{full(v), briefing.Changes(disputetest.View(t, dispute.Record{}, dispute.Lens{}), v, briefing.Options{Full: true}),
			briefing.Changes(v, disputetest.View(t, dispute.Record{}, dispute.Lens{}), briefing.Options{Full: true})} {
			data, err := json.Marshal(b)
			if err != nil {
				t.Fatal(err)
			}
			for _, text := range []string{string(data), b.Text(), b.Markdown(), b.HTML()} {
				if i := strings.Index(strings.ToLower(text), disputetest.Marker); i >= 0 {
					t.Fatalf("seed %d: a confidential name: %q", seed, text[max(0, i-80):min(len(text), i+80)])
				}
			}
		}
	}
}

// Nor where silence was reported, or something announced, in confidence, nor where
// the view takes the standpoint of such an actor.
func TestNamesNoReporterInConfidence(t *testing.T) {
	r := disputetest.Cast()
	r.Actors = append(r.Actors, dispute.Actor{ID: "m", Kind: dispute.ActorMedium, Name: "Masked"})
	r.Sources = append(r.Sources, dispute.Source{ID: "cable", Kind: "article", Title: "the masked cable", Publisher: "m", Confidential: true})
	r.Events = append(r.Events, dispute.Event{ID: "talks", Kind: "deliberate", Summary: "Talks", Phase: dispute.PhaseExpected, Sources: []dispute.SourceID{"cable"}})
	r.Claims = append(r.Claims, dispute.Claim{ID: "rain", Text: "it rains"})
	r.Attributions = append(r.Attributions,
		dispute.Attribution{ID: "quiet", Speaker: r.Actors[0].ID, Stance: dispute.StanceHasNotResponded, Claim: "rain", Source: "cable"},
		dispute.Attribution{ID: "quieter", Speaker: "m", Stance: dispute.StanceHasNotResponded, Claim: "rain", Source: "cable", Confidential: true},
		dispute.Attribution{ID: "quietest", Speaker: "m", Stance: dispute.StanceHasNotResponded, Claim: "rain", Confidential: true})
	text := ""
	for _, l := range []dispute.Lens{{}, {Standpoint: "m"}} {
		v := disputetest.View(t, r, l)
		text += full(v).Text() + briefing.Changes(nil, v, briefing.Options{Full: true}).Text()
	}
	if strings.Contains(strings.ToLower(text), "masked") {
		t.Error(text)
	}
	for _, want := range []string{"According to a confidential source, " + r.Actors[0].Name, "According to a confidential reporter, a confidential speaker", "standpoint of a confidential actor", "according to a confidential source"} {
		if !strings.Contains(strings.Join(strings.Fields(text), " "), want) {
			t.Errorf("lacks %q:\n%s", want, text)
		}
	}
}

// The order of the input changes nothing, and what is encoded reads back.
func TestPlainData(t *testing.T) {
	r := sahel2024.Record()
	want := full(disputetest.View(t, r, dispute.Lens{}))
	rng := rand.New(rand.NewPCG(1, 2))
	rng.Shuffle(len(r.Events), func(i, j int) { r.Events[i], r.Events[j] = r.Events[j], r.Events[i] })
	rng.Shuffle(len(r.Claims), func(i, j int) { r.Claims[i], r.Claims[j] = r.Claims[j], r.Claims[i] })
	rng.Shuffle(len(r.Attributions), func(i, j int) { r.Attributions[i], r.Attributions[j] = r.Attributions[j], r.Attributions[i] })
	if diff := cmp.Diff(want, full(disputetest.View(t, r, dispute.Lens{}))); diff != "" {
		t.Errorf("in another order (-want +got):\n%s", diff)
	}
	data, err := json.Marshal(want)
	if err != nil {
		t.Fatal(err)
	}
	var read briefing.Briefing
	if err := json.Unmarshal(data, &read); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, read, cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("read back (-want +got):\n%s", diff)
	}
	if want.Text() != read.Text() || want.HTML() != read.HTML() {
		t.Error("what was read back is printed otherwise")
	}
}

// Text of a record is text in every form.
func TestMarkup(t *testing.T) {
	evil := "<script>x</script>\n\n# a | b [c](javascript:d) &amp; *e*"
	r := disputetest.Cast()
	r.Actors = append(r.Actors, dispute.Actor{ID: "evil", Kind: dispute.ActorState, Name: evil})
	r.Claims = append(r.Claims, dispute.Claim{ID: "evil", Text: evil, Adverse: []dispute.ActorID{"evil"}})
	r.Sources = append(r.Sources, dispute.Source{ID: "evil", Kind: "article", Title: evil, Publisher: "evil", Published: edtf.MustParse("2024-08-04")})
	r.Events = append(r.Events, dispute.Event{ID: "evil", Kind: "attack", Summary: evil, Sources: []dispute.SourceID{"evil"}},
		dispute.Event{ID: "evil-2", Kind: "deliberate", Summary: evil, Sources: []dispute.SourceID{"evil"}, Phase: dispute.PhaseExpected, Wording: evil})
	a := disputetest.Says("evil", "evil", dispute.StanceAsserts, "evil")
	a.Quotation, a.Cue, a.Scope, a.Wording, a.Source = evil, evil, evil, evil, "evil"
	r.Attributions = append(r.Attributions, a)
	v := disputetest.View(t, r, dispute.Lens{})
	for _, b := range []briefing.Briefing{briefing.New(v, briefing.Options{Title: evil, Full: true}), briefing.Changes(nil, v, briefing.Options{Title: evil, Full: true})} {
		if html := b.HTML(); strings.Contains(html, "<script") || strings.Contains(html, "&amp; *e*") || !strings.Contains(html, "&lt;script&gt;") {
			t.Errorf("HTML: %s", html)
		}
		markdown := b.Markdown()
		for line := range strings.Lines(markdown) {
			if regexp.MustCompile(`(^|[^\\])(<script|\[c\]\(|\| b )`).MatchString(line) || regexp.MustCompile(`^\s*# a`).MatchString(line) {
				t.Errorf("Markdown: %s", line)
			}
		}
		if !strings.Contains(markdown, `\<script\>`) {
			t.Error("the text is not in the Markdown")
		}
	}
}

func TestLastDay(t *testing.T) {
	day := edtf.MustParseDay
	source := func(s dispute.Source) dispute.Record {
		s.ID, s.Kind = "s", "article"
		return dispute.Record{Sources: []dispute.Source{s}}
	}
	event := func(e dispute.Event) dispute.Record {
		e.ID, e.Kind = "e", "attack"
		return dispute.Record{Events: []dispute.Event{e}}
	}
	for _, c := range []struct {
		name string
		r    dispute.Record
		lens dispute.Lens
		want edtf.Day
	}{
		{"nothing", dispute.Record{}, dispute.Lens{}, edtf.Day{}},
		{"no day", event(dispute.Event{}), dispute.Lens{}, edtf.Day{}},
		{"a month", event(dispute.Event{When: edtf.MustParse("2024-07")}), dispute.Lens{}, day("2024-07-31")},
		{"going on", event(dispute.Event{When: edtf.MustParse("2024-07-04/.."), Phase: dispute.PhaseOngoing}), dispute.Lens{}, day("2024-07-04")},
		{"expected", event(dispute.Event{When: edtf.MustParse("2024-07"), Known: day("2024-06-01"), Phase: dispute.PhaseExpected}), dispute.Lens{}, day("2024-06-01")},
		{"published", source(dispute.Source{Published: edtf.MustParse("2024-07-09"), Recorded: day("2024-07-01")}), dispute.Lens{}, day("2024-07-09")},
		{"recorded", source(dispute.Source{Published: edtf.MustParse("2024-07-09"), Recorded: day("2024-07-11")}), dispute.Lens{}, day("2024-07-11")},
		{"the view's", source(dispute.Source{Recorded: day("2024-07-11")}), dispute.Lens{KnownBy: day("2025-01-01")}, day("2025-01-01")},
		{"the seed's", sahel2024.Record(), dispute.Lens{}, day("2024-08-22")},
	} {
		if got := briefing.LastDay(disputetest.View(t, c.r, c.lens)); got != c.want {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
	if got := briefing.LastDay(nil); !got.IsZero() {
		t.Errorf("of no view: %v", got)
	}
}

// Every new statement is told with its note, or beside the one it replaces, and of what happened somebody is named
// who says so, or that nobody does.
func TestChangesKeepTheSpeaker(t *testing.T) {
	r := sahel2024.Record()
	days := []string{"2023-09-16", "2024-07-29", "2024-08-04", "2024-08-05", "2024-08-06", "2024-08-20", "2024-08-21", "2024-08-22", "2024-09-01"}
	told := 0
	for i := range days[:len(days)-1] {
		a, b := disputetest.View(t, r, dispute.Lens{KnownBy: edtf.MustParseDay(days[i])}), disputetest.View(t, r, dispute.Lens{KnownBy: edtf.MustParseDay(days[i+1])})
		changed := briefing.Changes(a, b, briefing.Options{Full: true})
		onScreen(t, days[i], changed)
		noted := map[dispute.Ref]bool{}
		for _, s := range changed.Rest {
			for _, l := range s.Lines {
				for _, ref := range l.Items {
					noted[ref] = noted[ref] || s.Name == "statements" || s.Name == "all-corrected"
				}
				isNew := len(l.Items) > 0 && l.Items[0].Kind == dispute.ItemEvent && l.Text != ""
				if isNew && !slices.ContainsFunc([]string{"; said by ", "; according to ", "; implied by ", "; nobody says so first-hand"}, func(s string) bool { return strings.Contains(l.Text, s) }) {
					t.Errorf("%s to %s: nobody says so: %q %q", days[i], days[i+1], l.Head, l.Text)
				}
			}
		}
		for x := range b.Attributions(dispute.AttributionQuery{}) {
			if _, ok := a.Attribution(x.ID); ok {
				continue
			}
			told++
			if !noted[x.ID.Ref()] {
				t.Errorf("%s to %s: not told: %s", days[i], days[i+1], x.ID)
			}
		}
	}
	if told == 0 {
		t.Error("no new statement was looked for")
	}
}

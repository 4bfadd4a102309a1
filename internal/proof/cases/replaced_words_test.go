package cases

import (
	"cmp"
	"slices"
	"strings"
	"testing"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/disputetest"
)

// papers is a record with two outlets, an article of each, and four states.
func papers(edit func(*dispute.Record)) dispute.Record {
	var r dispute.Record
	for _, name := range []string{"Vland", "Wland", "Xland", "Yland"} {
		r.Actors = append(r.Actors, dispute.Actor{ID: dispute.ActorID(strings.ToLower(name[:1])), Kind: dispute.ActorState, Name: name})
	}
	r.Actors = append(r.Actors, dispute.Actor{ID: "m", Kind: dispute.ActorMedium, Name: "the Mercury"}, dispute.Actor{ID: "n", Kind: dispute.ActorMedium, Name: "the News"})
	r.Sources = []dispute.Source{{ID: "s", Kind: dispute.SourceArticle, Title: "Smoke over the port", Publisher: "m"},
		{ID: "t", Kind: dispute.SourceArticle, Title: "The port today", Publisher: "n"}, {ID: "u", Kind: dispute.SourceArticle, Publisher: "m"}}
	edit(&r)
	return r
}

// strike is an attack by Xland on Yland on a day.
func strike(id dispute.EventID, summary, on string, listed ...dispute.SourceID) dispute.Event {
	return dispute.Event{ID: id, Kind: dispute.KindAttack, Summary: summary, When: edtf.MustParse(on), Sources: listed,
		Participants: []dispute.Participant{{Actor: "x", Role: dispute.RoleActor}, {Actor: "y", Role: dispute.RoleTarget}}}
}

// onDay is a first-hand statement on the record.
func onDay(on string, who dispute.ActorID, stance dispute.Stance, id dispute.AttributionID) dispute.Attribution {
	return dispute.Attribution{ID: id, Speaker: who, Stance: stance, Said: edtf.MustParse(on),
		Lineage: dispute.LineageFirstHand, OnRecord: dispute.RecordLevelOn}
}

// reads checks sentences about the items of a view.
func reads(t *testing.T, v *dispute.View, want map[dispute.Ref]string) {
	t.Helper()
	for ref, want := range want {
		if got := v.Sentence(ref); got != want {
			t.Errorf("%s:\ngot  %s\nwant %s", ref, got, want)
		}
	}
}

// A replaced statement is told as it was made, by itself and where others speak of
// it or pass it on, and what replaces it is told as well.
func TestReplacedStatementsAreToldAsMade(t *testing.T) {
	v := disputetest.View(t, papers(func(r *dispute.Record) {
		r.Claims = []dispute.Claim{{ID: "k", Text: "Xland did it"}}
		was, is := onDay("2024-05-01", "y", dispute.StanceAsserts, "a1"), onDay("2024-05-01", "w", dispute.StanceAsserts, "a2")
		was.Claim, is.Claim, is.Supersedes = "k", "k", "a1"
		denial := onDay("2024-05-02", "y", dispute.StanceDenies, "b")
		denial.Attribution = "a1"
		relay := dispute.Attribution{ID: "c", Speaker: "m", Stance: dispute.StanceAsserts, Claim: "k", Lineage: dispute.LineageRelaying, Relays: []dispute.AttributionID{"a1"}}
		hint, plain := onDay("2024-05-03", "v", dispute.StanceImplies, "d1"), onDay("2024-05-03", "v", dispute.StanceAsserts, "d2")
		hint.Claim, plain.Claim, plain.Supersedes = "k", "k", "d1"
		hint.Lineage = 0
		r.Attributions = []dispute.Attribution{was, is, denial, relay, hint, plain}
	}), dispute.Lens{})
	reads(t, v, map[dispute.Ref]string{
		dispute.AttributionID("a1").Ref(): "Yland said on 1 May 2024 that Xland did it; superseded by this: Wland said on 1 May 2024 that Xland did it",
		dispute.AttributionID("a2").Ref(): "Wland said on 1 May 2024 that Xland did it",
		dispute.AttributionID("b").Ref():  "Yland denied on 2 May 2024 that Yland said on 1 May 2024 that Xland did it (since superseded)",
		dispute.AttributionID("c").Ref():  "The Mercury passed on what Yland said (since superseded): that Xland did it",
		dispute.AttributionID("d1").Ref(): "Vland implied on 3 May 2024 that Xland did it (of unknown origin); superseded by this: Vland said on 3 May 2024 that Xland did it",
	})
	if a := v.Account("y"); len(a.Replaced) != 1 || a.Replaced[0].String() != "Xland did it; replaced by this statement: Wland said on 1 May 2024 that Xland did it" {
		t.Errorf("Yland's account: %s", a.Replaced)
	}
}

// What a version only tells more exactly is told in that version.
func TestStatementsToldMoreExactly(t *testing.T) {
	v := disputetest.View(t, papers(func(r *dispute.Record) {
		r.Claims = []dispute.Claim{{ID: "k", Text: "Xland did it"}}
		was, is := onDay("2024-05", "y", dispute.StanceAsserts, "a1"), onDay("2024-05-02", "y", dispute.StanceAsserts, "a2")
		was.Claim, is.Claim, is.Supersedes, is.Source = "k", "k", "a1", "s"
		someone, known := onDay("2024-05", "", dispute.StanceDenies, "b1"), onDay("2024-05", "v", dispute.StanceDenies, "b2")
		someone.Claim, known.Claim, known.Supersedes = "k", "k", "b1"
		other, back := onDay("2024-05-02", "w", dispute.StanceAsserts, "c2"), onDay("2024-05-02", "x", dispute.StanceAsserts, "c3")
		first := onDay("2024-05-02", "x", dispute.StanceAsserts, "c1")
		other.Claim, back.Claim, first.Claim, other.Supersedes, back.Supersedes = "k", "k", "k", "c1", "c2"
		r.Attributions = []dispute.Attribution{was, is, someone, known, first, other, back}
	}), dispute.Lens{})
	reads(t, v, map[dispute.Ref]string{
		dispute.AttributionID("a1").Ref(): "Yland said on 2 May 2024 that Xland did it — Smoke over the port",
		dispute.AttributionID("b1").Ref(): "Vland denied between 1 and 31 May 2024 that Xland did it",
		dispute.AttributionID("c1").Ref(): "Xland said on 2 May 2024 that Xland did it",
		dispute.AttributionID("c2").Ref(): "Wland said on 2 May 2024 that Xland did it; superseded by this: Xland said on 2 May 2024 that Xland did it",
	})
}

// An event that was replaced by another one is told as it was, and what replaces it is
// told as well. Whatever changed, nobody is said to have reported what stands only in
// a version that does not list the source.
func TestReplacedEventsAreToldAsTheyWere(t *testing.T) {
	const stood = " — reported (2,0), at most 1 origin for it, not adjudicated"
	for _, c := range []struct {
		name     string
		edit     func(was, is *dispute.Event)
		old, now string
		since    string // what the old version was replaced by
	}{
		{"another doer", func(was, is *dispute.Event) { is.Participants[0].Actor = "v" },
			"On 4 August 2024: a strike on the port — the Mercury reported it" + stood + "; superseded by this: on 4 August 2024, a strike on the airport",
			"On 4 August 2024: a strike on the airport — the News reported it" + stood, "on 4 August 2024, a strike on the airport"},
		{"another kind, the same summary", func(was, is *dispute.Event) {
			is.Kind, is.Summary, was.When = dispute.KindBlockade, was.Summary, edtf.MustParse("2024-08")
		},
			"Between 1 and 31 August 2024: a strike on the port — the Mercury reported it" + stood + "; superseded by this: on 4 August 2024, a strike on the port",
			"On 4 August 2024: a strike on the port — the News reported it" + stood, "on 4 August 2024, a strike on the port"},
		{"another day and summary", func(was, is *dispute.Event) { is.When = edtf.MustParse("2024-09-09") },
			"", "On 9 September 2024: a strike on the airport — the News reported it; before its date was corrected it was on file as on 4 August 2024" + stood, "on 9 September 2024, a strike on the airport"},
		{"called off", func(was, is *dispute.Event) {
			is.Summary, was.Phase, is.Phase = was.Summary, dispute.PhaseExpected, dispute.PhaseCancelled
		},
			"", "Cancelled, expected on 4 August 2024: a strike on the port — according to “The port today”, published by the News",
			"cancelled, expected on 4 August 2024, a strike on the port"},
	} {
		v := disputetest.View(t, papers(func(r *dispute.Record) {
			was, is := strike("e1", "a strike on the port", "2024-08-04", "s"), strike("e2", "a strike on the airport", "2024-08-04", "t")
			is.Supersedes = "e1"
			c.edit(&was, &is)
			r.Events = []dispute.Event{was, is}
		}), dispute.Lens{})
		t.Run(c.name, func(t *testing.T) {
			reads(t, v, map[dispute.Ref]string{dispute.EventID("e1").Ref(): cmp.Or(c.old, c.now), dispute.EventID("e2").Ref(): c.now})
			is, _ := v.Event("e2")
			for source, want := range map[dispute.SourceID]string{
				"s": "The Mercury reported this: a strike on the port — Smoke over the port; superseded by this: " + c.since,
				"t": "The News reported this: " + is.Summary + " — The port today",
			} {
				if got := v.Report("e1", source); got != want {
					t.Errorf("the report:\ngot  %s\nwant %s", got, want)
				}
			}
		})
	}
}

// What rests on a claim or an event that was replaced says so.
func TestAccountsAndConflictsOfWhatWasReplaced(t *testing.T) {
	v := disputetest.View(t, papers(func(r *dispute.Record) {
		r.Claims = []dispute.Claim{
			{ID: "f1", Text: "84 were hurt", Contradicts: []dispute.ClaimID{"g"}, Content: dispute.Content{Figure: disputetest.FigureOf("e", "hurt", "84")}},
			{ID: "f2", Text: "48 were hurt", Supersedes: "f1", Content: dispute.Content{Figure: disputetest.FigureOf("e", "hurt", "48")}},
			{ID: "g", Text: "nobody was hurt"}}
		r.Events = []dispute.Event{strike("e", "a strike", "2024-08-04")}
		one, other := onDay("2024-08-05", "v", dispute.StanceAsserts, "a"), onDay("2024-08-05", "w", dispute.StanceAsserts, "b")
		one.Claim, other.Claim = "f1", "g"
		r.Attributions = []dispute.Attribution{one, other}
	}), dispute.Lens{})
	if a := v.Account("v"); len(a.Asserts) != 1 || a.Asserts[0].String() != "84 were hurt; superseded by this: 48 were hurt" {
		t.Errorf("Vland's account: %s", a.Asserts)
	}
	if c := v.Compare("v", "w"); !slices.ContainsFunc(c.Disputed, func(l dispute.ComparisonLine) bool {
		return l.String() == "84 were hurt; superseded by this: 48 were hurt"
	}) {
		t.Errorf("the comparison: %+v", c)
	}
	list := v.Conflicts()
	const want = "contradictory claims are made: that 84 were hurt (since superseded by this: 48 were hurt) — contested (2,2), open; that nobody was hurt — contested (2,2), open"
	if len(list) != 1 || list[0].String() != want {
		t.Errorf("conflicts %s, want %s", list, want)
	}
}

// A reading is of the statement that it names.
func TestReadingsOfAReplacedStatement(t *testing.T) {
	v := disputetest.View(t, papers(func(r *dispute.Record) {
		r.Claims = []dispute.Claim{{ID: "k", Text: "Xland did it"}, {ID: "i", Text: "Xland is guilty"}, {ID: "j", Text: "Xland is strong"},
			{ID: "m1", Text: "they meant guilt", Content: dispute.Content{Meaning: &dispute.Meaning{Attribution: "a1", As: "i"}}},
			{ID: "m2", Text: "they meant strength", Content: dispute.Content{Meaning: &dispute.Meaning{Attribution: "a1", As: "j"}}}}
		was, is := onDay("2024-05-01", "y", dispute.StanceAsserts, "a1"), onDay("2024-05-01", "w", dispute.StanceAsserts, "a2")
		was.Claim, is.Claim, is.Supersedes = "k", "k", "a1"
		one, other := onDay("2024-08-05", "v", dispute.StanceAsserts, "b"), onDay("2024-08-05", "x", dispute.StanceAsserts, "c")
		one.Claim, other.Claim = "m1", "m2"
		r.Attributions = []dispute.Attribution{was, is, one, other}
	}), dispute.Lens{})
	found := false
	for _, c := range v.Conflicts() {
		if c.Kind == dispute.ConflictMeanings {
			found = true
			if want := "what was meant by a statement by Yland (a1, since superseded by one by Wland, a2) is told differently: "; !strings.HasPrefix(c.String(), want) {
				t.Errorf("%s, want %s…", c, want)
			}
		}
	}
	if !found {
		t.Error("no conflict over what was meant")
	}
}

// What was withdrawn is told of those who withdrew it, and with who did where that
// is somebody else.
func TestWordsOfWithdrawals(t *testing.T) {
	v := disputetest.View(t, papers(func(r *dispute.Record) {
		r.Claims = []dispute.Claim{{ID: "j", Text: "Xland did more"}, {ID: "k", Text: "Xland did it"}}
		joint, leaves := onDay("2024-05-01", "v", dispute.StanceAsserts, "a"), onDay("2024-05-03", "w", dispute.StanceRetracts, "b")
		joint.Claim, joint.Jointly, leaves.Attribution = "j", []dispute.ActorID{"w", "y"}, "a"
		said := onDay("2024-05-01", "y", dispute.StanceAsserts, "c")
		said.Claim, said.Source = "k", "s"
		gone, untitled := onDay("2024-05-03", "m", dispute.StanceRetracts, "d"), onDay("2024-05-03", "m", dispute.StanceRetracts, "f")
		gone.TargetSource, untitled.TargetSource = "s", "u"
		forged := onDay("2024-05-03", "v", dispute.StanceUndercuts, "g")
		forged.TargetSource = "t"
		r.Attributions = []dispute.Attribution{joint, leaves, said, gone, untitled, forged}
		r.Events = []dispute.Event{strike("e", "a strike on the port", "2024-05-01", "s", "t")}
		r.Events[0].Participants = nil
	}), dispute.Lens{Policy: dispute.Policy{NamedOnly: true}})
	reads(t, v, map[dispute.Ref]string{
		dispute.AttributionID("a").Ref(): "Vland, Wland and Yland jointly said on 1 May 2024 that Xland did more (withdrawn since by Wland)",
		dispute.AttributionID("c").Ref(): "Yland said on 1 May 2024 that Xland did it — Smoke over the port (withdrawn since by the Mercury)",
		dispute.AttributionID("d").Ref(): "The Mercury withdrew on 3 May 2024 the article “Smoke over the port”",
		dispute.AttributionID("f").Ref(): "The Mercury withdrew on 3 May 2024 the article u",
		dispute.ClaimID("j").Ref(): "Vland and Yland jointly said that Xland did more — reported (2,0), at most 1 origin for it, not adjudicated; " +
			"no longer counted: Wland (withdrawn since)",
		dispute.ClaimID("k").Ref(): "On whether Xland did it, no first-hand statement counts — retracted (0,0); no longer counted: Yland (withdrawn since by the Mercury)",
	})
	for source, want := range map[dispute.SourceID]string{
		"s": "The Mercury reported this: a strike on the port — Smoke over the port (withdrawn since)",
		"t": "The News reported this: a strike on the port — The port today (disputed, and not relied on)",
	} {
		if got := v.Report("e", source); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}

// Figures say how each statement is made after the word that all share.
func TestHowFiguresAreStated(t *testing.T) {
	v := disputetest.View(t, papers(func(r *dispute.Record) {
		r.Events = []dispute.Event{strike("e", "a strike", "2024-08-04")}
		r.Claims = []dispute.Claim{{ID: "f", Text: "84 were hurt", Content: dispute.Content{Figure: disputetest.FigureOf("e", "hurt", "84")}}}
		hint, found, put := onDay("2024-08-05", "v", dispute.StanceImplies, "a"), onDay("2024-08-05", "m", dispute.StanceAsserts, "b"), onDay("2024-08-05", "w", dispute.StanceAsserts, "c")
		no := onDay("2024-08-06", "w", dispute.StanceDenies, "d")
		hint.Claim, found.Claim, put.Claim, no.Attribution = "f", "f", "f", "c"
		r.Attributions = []dispute.Attribution{hint, found, put, no}
	}), dispute.Lens{Policy: dispute.Policy{Competent: []dispute.ActorID{"m"}}})
	sets := v.Figures("e")
	if len(sets) != 1 {
		t.Fatal(sets)
	}
	const want = " — stated by Vland (by implication), the Mercury (in a finding), Wland (in words since disowned);"
	if got := sets[0].String(); !strings.Contains(got, want) {
		t.Errorf("%s, want %s", got, want)
	}
}

// An agreement is told once, of all doers whom it makes accepted.
func TestAnAgreementIsToldOnce(t *testing.T) {
	for _, c := range []struct {
		denies string
		want   string
	}{
		{"", "; accepted, as Vland and Yland both say so"},
		{"w", "; accepted as to Vland and Xland, as Vland and Yland both say so; not accepted as to Wland"},
	} {
		v := disputetest.View(t, papers(func(r *dispute.Record) {
			e := strike("e", "a strike", "2024-08-04")
			for _, doer := range []dispute.ActorID{"v", "w"} {
				e.Participants = append(e.Participants, dispute.Participant{Actor: doer, Role: dispute.RoleActor})
			}
			r.Events = []dispute.Event{e}
			r.Claims = []dispute.Claim{{ID: "o", Text: "it was", Content: dispute.Content{Occurred: "e"}}}
			r.Attributions = []dispute.Attribution{onDay("2024-08-05", "v", dispute.StanceAsserts, "a"), onDay("2024-08-05", "y", dispute.StanceAsserts, "b")}
			if c.denies != "" {
				r.Attributions = append(r.Attributions, onDay("2024-08-05", dispute.ActorID(c.denies), dispute.StanceDenies, "c"))
			}
			for i := range r.Attributions {
				r.Attributions[i].Claim = "o"
			}
		}), dispute.Lens{})
		got := v.EventStatus("e").String()
		if !strings.HasSuffix(got, c.want) || strings.Count(got, "both say so") != 1 {
			t.Errorf("%s, want %s", got, c.want)
		}
	}
}

// What is said of an event that was replaced by another one is about that event, and
// what goes against it is a conflict there.
func TestConflictsOverAReplacedEvent(t *testing.T) {
	filed := func(edits ...func(*dispute.Record)) *dispute.View {
		return disputetest.View(t, papers(func(r *dispute.Record) {
			was, is := strike("e1", "a strike on the port", "2024-08-04", "s"), strike("e2", "a strike on the airport", "2024-08-04", "t")
			is.Supersedes, is.Participants[0].Actor = "e1", "v"
			r.Events = []dispute.Event{was, is}
			claim := func(id dispute.ClaimID, content dispute.Content) {
				r.Claims = append(r.Claims, dispute.Claim{ID: id, Text: "it was " + string(id), Content: content})
				a := onDay("2024-08-05", "m", dispute.StanceAsserts, dispute.AttributionID("on-"+id))
				a.Claim = id
				r.Attributions = append(r.Attributions, a)
			}
			claim("few", dispute.Content{Figure: disputetest.FigureOf("e1", "hurt", "48")})
			claim("many", dispute.Content{Figure: disputetest.FigureOf("e1", "hurt", "84")})
			low, best := int64(9), int64(5)
			claim("odd", dispute.Content{Figure: &dispute.Figure{Event: "e1", Category: "killed", Low: &low, Best: &best}})
			claim("late", dispute.Content{Dating: &dispute.Dating{Event: "e1", When: edtf.MustParse("2024-08-09")}})
			claim("back", dispute.Content{Dating: &dispute.Dating{Event: "e1", When: edtf.MustParse("2024-08-04"), Until: edtf.MustParse("2024-08-01")}})
			claim("wland", dispute.Content{Agency: &dispute.Agency{Event: "e1", Actor: "w"}})
			r.Attributions[1].Speaker, r.Attributions[len(r.Attributions)-1].Speaker = "n", "n"
			for _, edit := range edits {
				edit(r)
			}
		}), dispute.Lens{})
	}
	v := filed()
	const since = " (since superseded by this: on 4 August 2024, a strike on the airport)"
	for kind, want := range map[dispute.ConflictKind]string{
		dispute.ConflictFigures:     "the figures for \"hurt\" of a strike on the port" + since + " disagree",
		dispute.ConflictFigureOrder: "a figure for \"killed\" of a strike on the port" + since + " is out of order: 5 (low 9)",
		dispute.ConflictDates:       "the dates of a strike on the port" + since + " disagree with the one that it is on file with, 2024-08-04",
		dispute.ConflictReversed:    "a claim dates a strike on the port" + since + " as ending before it begins: it was back",
		dispute.ConflictDoers: "who did this is told differently, a strike on the port" + since + ": " +
			"that it was wland — reported (2,0), accepted; the event names Xland",
	} {
		found := 0
		for _, c := range v.Conflicts() {
			if c.Kind != kind {
				continue
			}
			if found++; c.String() != want {
				t.Errorf("%s: %s, want %s", kind, c, want)
			}
			for _, about := range []dispute.Ref{dispute.EventID("e1").Ref(), dispute.EventID("e2").Ref()} {
				if !slices.Contains(c.Reasons().Items(), about) {
					t.Errorf("%s does not rest on %s", kind, about)
				}
			}
		}
		if found != 1 {
			t.Errorf("%s: %d conflicts, want 1", kind, found)
		}
	}
	// Claims that follow a version that states the same are about that one.
	v = filed(func(r *dispute.Record) { r.Events[1].Participants[0].Actor = "x" })
	for _, c := range v.Conflicts() {
		if strings.Contains(c.String(), "the port") || slices.Contains(c.Items, dispute.EventID("e1").Ref()) {
			t.Errorf("told of the old version: %s", c)
		}
	}
	if got := kinds(v); got[dispute.ConflictFigures] != 1 || got[dispute.ConflictReversed] != 1 {
		t.Errorf("conflicts %v", got)
	}
	// What is said of either version goes against nothing said of the other.
	v = filed(func(r *dispute.Record) {
		for i := range r.Claims {
			if f := r.Claims[i].Content.Figure; f != nil && r.Claims[i].ID == "many" {
				f.Event = "e2"
			}
		}
	})
	if got := kinds(v); got[dispute.ConflictFigures] != 0 || got[dispute.ConflictFigureOrder] != 1 {
		t.Errorf("conflicts %v", got)
	}
}

package dispute_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/disputetest"
)

// changes writes down what changed between two views, reasons aside: kind and
// key, for items also their fields.
func changes(d dispute.Difference) []string {
	var out []string
	for _, c := range d.Changes {
		if c.Kind == dispute.ChangeReasons {
			continue
		}
		out = append(out, fmt.Sprintf("%v %s", c.Kind, c.Key))
		for _, f := range c.Fields {
			out = append(out, fmt.Sprintf("  %v %s %s -> %s", f.Kind, f.Path, f.Before, f.After))
		}
	}
	return out
}

// The example of the seed: a sharper date is learnt, another publisher is a
// correction, and neither is something that happened.
func TestDiffSharperDateAndCorrectedPublisher(t *testing.T) {
	r := disputetest.Cast()
	r.Sources = []dispute.Source{
		{ID: "letter", Kind: dispute.SourceLetter, Publisher: "courier"},
		{ID: "letter-2", Supersedes: "letter", Kind: dispute.SourceLetter, Publisher: "beland-ministry", Note: "an early text names the courier", Recorded: disputetest.Day(disputetest.SecondDay)},
	}
	r.Events = []dispute.Event{
		{ID: "attack", Kind: dispute.KindAttack, When: edtf.MustParse("[2024-07-21..2024-07-31]"), Wording: "in late July"},
		{ID: "attack-2", Supersedes: "attack", Kind: dispute.KindAttack, When: edtf.MustParse("2024-07-25/2024-07-27"), Recorded: disputetest.Day(disputetest.SecondDay)},
		{ID: "reply", Kind: dispute.KindDemand, When: edtf.MustParse("2024-07"), Links: disputetest.After("attack")},
	}
	a := disputetest.Says("a", "beland", dispute.StanceAsserts, "raid")
	a.Source = "letter"
	r.Attributions = []dispute.Attribution{a}

	d := disputetest.RevisedOn(t, r)
	want := []string{
		"learnt event/attack",
		`  learnt /when "[2024-07-21..2024-07-31]" -> "2024-07-25/2024-07-27"`,
		`  learnt /wording "in late July" -> `,
		"learnt event/attack/dates",
		"learnt event/reply/dates",
		"corrected source/letter",
		`  corrected /publisher "courier" -> "beland-ministry"`,
		`  learnt /note  -> "an early text names the courier"`,
	}
	if diff := cmp.Diff(want, changes(d)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	because := map[string]string{}
	for _, c := range d.Changes {
		because[c.Key] = fmt.Sprint(c.Because)
	}
	if diff := cmp.Diff(map[string]string{
		"event/attack":        "[event/attack-2]",
		"event/attack/dates":  "[event/attack-2]",
		"event/reply/dates":   "[event/attack-2]",
		"source/letter":       "[source/letter-2]",
		"status/claim/raid":   "[source/letter-2]", // the same answer, for other reasons
		"status/event/attack": "[event/attack-2]",
	}, because); diff != "" {
		t.Errorf("because (-want +got):\n%s", diff)
	}
}

// What happened after the first day is told from what was only learnt: an
// event happens, what is said of it or expected is learnt.
func TestDiffWorld(t *testing.T) {
	r := disputetest.Cast()
	known := disputetest.Day("2024-08-10")
	date := func(s string) edtf.Date { return edtf.MustParse(s) }
	r.Events = []dispute.Event{
		{ID: "after", Kind: dispute.KindAttack, When: date("2024-08-02"), Known: known},
		{ID: "perhaps-after", Kind: dispute.KindAttack, When: date("[2024-08-01..2024-08-03]"), Known: known},
		{ID: "before", Kind: dispute.KindAttack, When: date("2024-07-30"), Known: known},
		{ID: "undated-after", Kind: dispute.KindAttack, Links: disputetest.After("after"), Known: known},
		{ID: "undated", Kind: dispute.KindAttack, Known: known},
		{ID: "session", Kind: dispute.KindDeliberate, Phase: dispute.PhaseExpected, When: date("2024-08-02/2024-08-30"), Known: known},
		{ID: "visit", Kind: dispute.KindDeliberate, Phase: dispute.PhaseCancelled, When: date("2024-08-02"), Known: known},
	}
	r.Sources = []dispute.Source{
		{ID: "old", Kind: dispute.SourceArticle, Published: date("2024-07-01"), Known: known},
		{ID: "new", Kind: dispute.SourceArticle, Published: date("2024-08-02"), Known: known},
		{ID: "undated", Kind: dispute.SourceArticle, Known: known},
	}
	r.Claims = append(r.Claims,
		dispute.Claim{ID: "said-late", Text: "x", Known: known}, dispute.Claim{ID: "said-early", Text: "y", Known: known},
		dispute.Claim{ID: "unsaid", Text: "z", Known: known},
		dispute.Claim{ID: "before-occurred", Text: "it happened", Content: dispute.Content{Occurred: "before"}, Known: known})
	say := func(id dispute.AttributionID, claim dispute.ClaimID, said string) dispute.Attribution {
		a := disputetest.Says(id, "beland", dispute.StanceAsserts, claim)
		a.Known = known
		if said != "" {
			a.Said = date(said)
		}
		return a
	}
	carried := say("carried", "said-late", "")
	carried.Source = "new"
	r.Attributions = []dispute.Attribution{
		say("late", "said-late", "2024-08-05"), carried, say("early", "said-early", "2024-07-20"), say("later", "said-early", "2024-08-05"),
		say("undated", "raid", ""), say("late-of-before", "before-occurred", "2024-08-05"),
	}
	r.Actors = append(r.Actors, dispute.Actor{ID: "newcomer", Kind: dispute.ActorPerson, Name: "N", Known: known})

	want := []string{
		"learnt actor/newcomer",
		"learnt attribution/carried", "learnt attribution/early", "learnt attribution/late",
		"learnt attribution/late-of-before", "learnt attribution/later", "learnt attribution/undated",
		"learnt claim/before-occurred", "learnt claim/said-early", "learnt claim/said-late", "learnt claim/unsaid",
		"world event/after", "world event/after/dates", "learnt event/before", "learnt event/before/dates",
		"learnt event/perhaps-after", "learnt event/perhaps-after/dates",
		"learnt event/session", "learnt event/session/dates", "learnt event/undated",
		"world event/undated-after", "world event/undated-after/dates", "learnt event/undated/dates",
		"learnt event/visit", "learnt event/visit/dates",
		"learnt question/ageing/event/session",
		"learnt question/no-origin/claim/raid", "learnt question/no-origin/claim/unsaid",
		"learnt source/new", "learnt source/old", "learnt source/undated",
		"learnt status/claim/before-occurred", "learnt status/claim/raid", "learnt status/claim/said-early",
		"learnt status/claim/said-late", "learnt status/claim/unsaid",
		"world status/event/after", "learnt status/event/before", "learnt status/event/perhaps-after", "learnt status/event/session",
		"learnt status/event/undated", "world status/event/undated-after", "learnt status/event/visit",
	}
	d := dispute.Diff(disputetest.View(t, r, dispute.Lens{KnownBy: disputetest.Day("2024-08-01")}), disputetest.View(t, r, dispute.Lens{KnownBy: disputetest.Day("2024-08-21")}))
	if diff := cmp.Diff(want, changes(d)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}

	// Without a day of the first view nothing belongs to the world.
	without := r
	without.Events, without.Claims, without.Attributions, without.Sources = nil, r.Claims[:1], nil, nil
	for c := range dispute.Diff(disputetest.View(t, without, dispute.Lens{}), disputetest.View(t, r, dispute.Lens{})).Of(dispute.ChangeWorld) {
		t.Errorf("no day, but %v %s", c.Kind, c.Key)
	}
}

// How every sort of revision of an item counts.
func TestDiffRevisions(t *testing.T) {
	date := func(s string) edtf.Date { return edtf.MustParse(s) }
	event := func(change func(e *dispute.Event)) func(r *dispute.Record) {
		return func(r *dispute.Record) {
			e := r.Events[0]
			e.ID, e.Supersedes, e.Recorded = "e-2", "e", disputetest.Day(disputetest.SecondDay)
			change(&e)
			r.Events = append(r.Events, e)
		}
	}
	claim := func(change func(c *dispute.Claim)) func(r *dispute.Record) {
		return func(r *dispute.Record) {
			c := r.Claims[1]
			c.ID, c.Supersedes, c.Recorded = "c-2", "c", disputetest.Day(disputetest.SecondDay)
			change(&c)
			r.Claims = append(r.Claims, c)
		}
	}
	source := func(change func(s *dispute.Source)) func(r *dispute.Record) {
		return func(r *dispute.Record) {
			s := r.Sources[0]
			s.ID, s.Supersedes, s.Recorded = "s-2", "s", disputetest.Day(disputetest.SecondDay)
			change(&s)
			r.Sources = append(r.Sources, s)
		}
	}
	actor := func(change func(a *dispute.Actor)) func(r *dispute.Record) {
		return func(r *dispute.Record) {
			a := r.Actors[1] // aland-ministry
			a.ID, a.Supersedes, a.Recorded = "ministry-2", "aland-ministry", disputetest.Day(disputetest.SecondDay)
			change(&a)
			r.Actors = append(r.Actors, a)
		}
	}
	phases := func(before dispute.Phase, when string, change func(e *dispute.Event)) func(r *dispute.Record) {
		return func(r *dispute.Record) {
			r.Events[0].Phase, r.Events[0].When = before, date(when)
			event(change)(r)
		}
	}
	base := func() dispute.Record {
		r := disputetest.Cast()
		r.Events = []dispute.Event{{ID: "e", Kind: dispute.KindAttack, When: date("2024-07"),
			Participants: []dispute.Participant{{Role: dispute.RoleActor, Actor: "aland"}}, Sources: []dispute.SourceID{"s"}}}
		r.Sources = []dispute.Source{{ID: "s", Kind: dispute.SourceLetter, Authors: []dispute.Author{{Actor: "aland"}, {Actor: "beland"}},
			Custody: []dispute.Custody{{Holder: "courier"}}}}
		r.Claims = append(r.Claims, dispute.Claim{ID: "c", Text: "47 were killed", Content: dispute.Content{
			Figure: &dispute.Figure{Event: "e", Category: "killed", Low: disputetest.Number(47)}}})
		return r
	}
	for _, c := range []struct {
		name   string
		key    string
		revise func(r *dispute.Record)
		want   []string
	}{
		{"nothing but its ID", "event/e", event(func(e *dispute.Event) {}), []string{"learnt"}},
		{"a date within", "event/e", event(func(e *dispute.Event) { e.When = date("2024-07-05") }), []string{"learnt", `learnt /when "2024-07" -> "2024-07-05"`}},
		{"an interval within", "event/e", event(func(e *dispute.Event) { e.When = date("2024-07-05/2024-07-09") }), []string{"learnt", `learnt /when "2024-07" -> "2024-07-05/2024-07-09"`}},
		{"the same days, less sure", "event/e", event(func(e *dispute.Event) { e.When = date("2024-07?") }), []string{"learnt", `learnt /when "2024-07" -> "2024-07?"`}},
		{"a date outside", "event/e", event(func(e *dispute.Event) { e.When = date("2024-08-01") }), []string{"corrected", `corrected /when "2024-07" -> "2024-08-01"`}},
		{"a date partly outside", "event/e", event(func(e *dispute.Event) { e.When = date("2024-07-30/2024-08-01") }), []string{"corrected", `corrected /when "2024-07" -> "2024-07-30/2024-08-01"`}},
		{"a wider date", "event/e", event(func(e *dispute.Event) { e.When = date("2024") }), []string{"corrected", `corrected /when "2024-07" -> "2024"`}},
		{"a date withdrawn", "event/e", event(func(e *dispute.Event) { e.When = edtf.Date{} }), []string{"corrected", `corrected /when "2024-07" -> `}},
		{"another kind", "event/e", event(func(e *dispute.Event) { e.Kind = dispute.KindCoup }), []string{"corrected", `corrected /kind "attack" -> "coup"`}},
		{"free text", "event/e", event(func(e *dispute.Event) { e.Summary, e.Place, e.Note = "s", "p", "n" }),
			[]string{"learnt", `learnt /summary  -> "s"`, `learnt /place  -> "p"`, `learnt /note  -> "n"`}},
		{"a participant added", "event/e", event(func(e *dispute.Event) {
			e.Participants = append(e.Participants[:1:1], dispute.Participant{Role: dispute.RoleTarget, Actor: "beland"})
		}), []string{"learnt", `learnt /participants [{"role":"actor","actor":"aland"}] -> [{"role":"actor","actor":"aland"},{"role":"target","actor":"beland"}]`}},
		{"a participant exchanged", "event/e", event(func(e *dispute.Event) {
			e.Participants = []dispute.Participant{{Role: dispute.RoleActor, Actor: "beland"}}
		}), []string{"corrected", `corrected /participants [{"role":"actor","actor":"aland"}] -> [{"role":"actor","actor":"beland"}]`}},
		{"a list emptied", "event/e", event(func(e *dispute.Event) { e.Sources = nil }), []string{"corrected", `corrected /sources ["s"] -> `}},
		{"a reference to the later version", "event/e", func(r *dispute.Record) {
			source(func(s *dispute.Source) {})(r)
			event(func(e *dispute.Event) { e.Sources = []dispute.SourceID{"s-2"} })(r)
		}, []string{"learnt"}},
		{"an expectation comes about another day", "event/e", phases(dispute.PhaseExpected, "2024-07-05", func(e *dispute.Event) { e.Phase, e.When = dispute.PhaseOccurred, date("2024-07-09") }),
			[]string{"learnt", `learnt /when "2024-07-05" -> "2024-07-09"`, `learnt /phase "expected" -> "occurred"`}},
		{"an expectation comes about after the first day", "event/e", phases(dispute.PhaseExpected, "2024-08-22", func(e *dispute.Event) { e.Phase = dispute.PhaseOccurred }),
			[]string{"world", `world /phase "expected" -> "occurred"`}},
		{"an expectation is called off", "event/e", phases(dispute.PhaseExpected, "2024-08-22", func(e *dispute.Event) { e.Phase = dispute.PhaseCancelled }),
			[]string{"learnt", `learnt /phase "expected" -> "cancelled"`}},
		{"an expectation is put off", "event/e", phases(dispute.PhaseExpected, "2024-08-22", func(e *dispute.Event) { e.When = date("2024-09") }),
			[]string{"learnt", `learnt /when "2024-08-22" -> "2024-09"`}},
		{"what went on has ended since", "event/e", phases(dispute.PhaseOngoing, "2024-08", func(e *dispute.Event) { e.Phase, e.When = dispute.PhaseOccurred, date("2024-08-05/2024-08-22") }),
			[]string{"world", `learnt /when "2024-08" -> "2024-08-05/2024-08-22"`, `world /phase "ongoing" -> "occurred"`}},
		{"what went on had ended before", "event/e", phases(dispute.PhaseOngoing, "2024-08", func(e *dispute.Event) { e.Phase, e.When = dispute.PhaseOccurred, date("2024-08-05/2024-08-21") }),
			[]string{"learnt", `learnt /when "2024-08" -> "2024-08-05/2024-08-21"`, `learnt /phase "ongoing" -> "occurred"`}},
		{"what went on ended on the first day, as one of several things", "event/e", phases(dispute.PhaseOngoing, "2024-08-21", func(e *dispute.Event) { e.Phase, e.Sequence = dispute.PhaseOccurred, 5 }),
			[]string{"learnt", `learnt /sequence  -> 5`, `learnt /phase "ongoing" -> "occurred"`}},
		{"what occurred is taken back", "event/e", phases(dispute.PhaseOccurred, "2024-07", func(e *dispute.Event) { e.Phase = dispute.PhaseCancelled }),
			[]string{"corrected", `corrected /phase "occurred" -> "cancelled"`}},
		{"a figure filled in", "claim/c", claim(func(c *dispute.Claim) {
			c.Content.Figure = &dispute.Figure{Event: "e", Category: "killed", Low: disputetest.Number(47), High: disputetest.Number(50)}
		}), []string{"learnt", "learnt /content/figure/high  -> 50"}},
		{"another figure", "claim/c", claim(func(c *dispute.Claim) {
			c.Content.Figure = &dispute.Figure{Event: "e", Category: "killed", Low: disputetest.Number(0)}
		}), []string{"corrected", "corrected /content/figure/low 47 -> 0"}},
		{"a figure withdrawn", "claim/c", claim(func(c *dispute.Claim) { c.Content = dispute.Content{} }),
			[]string{"corrected", `corrected /content/figure {"event":"e","category":"killed","low":47} -> `}},
		{"another sort of content", "claim/c", claim(func(c *dispute.Claim) { c.Content = dispute.Content{Occurred: "e"} }),
			[]string{"corrected", `learnt /content/occurred  -> "e"`, `corrected /content/figure {"event":"e","category":"killed","low":47} -> `}},
		{"a claim put otherwise", "claim/c", claim(func(c *dispute.Claim) { c.Text = "47 died" }), []string{"corrected", `corrected /text "47 were killed" -> "47 died"`}},
		{"confidential from now on", "source/s", source(func(s *dispute.Source) { s.Confidential = true }), []string{"learnt", "learnt /confidential  -> true"}},
		{"published for longer", "source/s", func(r *dispute.Record) {
			r.Sources[0].Published = date("2024-08-01/2024-08-05")
			source(func(s *dispute.Source) { s.Published = date("2024-08-01/2024-08-09") })(r)
		}, []string{"corrected", `corrected /published "2024-08-01/2024-08-05" -> "2024-08-01/2024-08-09"`}},
		{"published on one of the days", "source/s", func(r *dispute.Record) {
			r.Sources[0].Published = date("[2024-08-01,2024-08-05]")
			source(func(s *dispute.Source) { s.Published = date("2024-08-05") })(r)
		}, []string{"learnt", `learnt /published "[2024-08-01,2024-08-05]" -> "2024-08-05"`}},
		{"published on a day between", "source/s", func(r *dispute.Record) {
			r.Sources[0].Published = date("[2024-08-01,2024-08-05]")
			source(func(s *dispute.Source) { s.Published = date("2024-08-03") })(r)
		}, []string{"corrected", `corrected /published "[2024-08-01,2024-08-05]" -> "2024-08-03"`}},
		{"other order of authors", "source/s", source(func(s *dispute.Source) { s.Authors = []dispute.Author{{Actor: "beland"}, {Actor: "aland"}} }),
			[]string{"corrected", `corrected /authors [{"actor":"aland"},{"actor":"beland"}] -> [{"actor":"beland"},{"actor":"aland"}]`}},
		{"an author's principal filled in", "source/s", source(func(s *dispute.Source) {
			s.Authors = []dispute.Author{{Actor: "aland", OnBehalfOf: []dispute.ActorID{"council"}}, {Actor: "beland"}}
			s.Authors[0].OnBehalfOf = []dispute.ActorID{"beland"}
		}), []string{"learnt", `learnt /authors [{"actor":"aland"},{"actor":"beland"}] -> [{"actor":"aland","on_behalf_of":["beland"]},{"actor":"beland"}]`}},
		{"custody dated", "source/s", source(func(s *dispute.Source) {
			s.Custody = []dispute.Custody{{Holder: "courier", When: date("2024-08-20"), How: "obtained"}}
		}), []string{"learnt", `learnt /custody [{"holder":"courier"}] -> [{"holder":"courier","when":"2024-08-20","how":"obtained"}]`}},
		{"other order of custody", "source/s", func(r *dispute.Record) {
			r.Sources[0].Custody = []dispute.Custody{{Holder: "courier"}, {Holder: "herald"}}
			source(func(s *dispute.Source) { s.Custody = []dispute.Custody{{Holder: "herald"}, {Holder: "courier"}} })(r)
		}, []string{"corrected", `corrected /custody [{"holder":"courier"},{"holder":"herald"}] -> [{"holder":"herald"},{"holder":"courier"}]`}},
		{"an affiliation dated", "actor/aland-ministry", actor(func(a *dispute.Actor) {
			a.Affiliations = []dispute.Affiliation{{Kind: dispute.AffiliationPartOf, To: "aland", Role: dispute.OfficeForeignMinistry, Period: date("2020/..")}}
		}), []string{"learnt", `learnt /affiliations [{"kind":"part-of","to":"aland","role":"foreign-ministry"}] -> [{"kind":"part-of","to":"aland","role":"foreign-ministry","period":"2020/.."}]`}},
		{"an affiliation exchanged", "actor/aland-ministry", actor(func(a *dispute.Actor) {
			a.Affiliations = []dispute.Affiliation{{Kind: dispute.AffiliationPartOf, To: "beland", Role: dispute.OfficeForeignMinistry}}
		}), []string{"corrected", `corrected /affiliations [{"kind":"part-of","to":"aland","role":"foreign-ministry"}] -> [{"kind":"part-of","to":"beland","role":"foreign-ministry"}]`}},
		{"another name", "actor/aland-ministry", actor(func(a *dispute.Actor) { a.Name = "Ministry" }), []string{"learnt", `learnt /name "aland's ministry" -> "Ministry"`}},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := base()
			c.revise(&r)
			var got []string
			for _, x := range disputetest.RevisedOn(t, r).Changes {
				if x.Key == c.key {
					got = append(got, x.Kind.String())
					for _, f := range x.Fields {
						got = append(got, fmt.Sprintf("%v %s %s -> %s", f.Kind, f.Path, f.Before, f.After))
					}
				}
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// A retraction or an undercut counts as a correction if it took effect.
func TestDiffWithdrawals(t *testing.T) {
	answer := func(id dispute.AttributionID, speaker dispute.ActorID, stance dispute.Stance) dispute.Attribution {
		return dispute.Attribution{ID: id, Speaker: speaker, Stance: stance, Attribution: "a", Lineage: dispute.LineageFirstHand, Recorded: disputetest.Day(disputetest.SecondDay)}
	}
	for _, c := range []struct {
		name   string
		answer dispute.Attribution
		want   []string
	}{
		{"the speaker takes it back", answer("x", "beland", dispute.StanceRetracts), []string{"corrected attribution/x", "corrected status/claim/raid"}},
		{"somebody else takes it back", answer("x", "aland", dispute.StanceRetracts), []string{"learnt attribution/x"}},
		{"a bystander undercuts it", answer("x", "herald", dispute.StanceUndercuts), []string{"corrected attribution/x", "corrected status/claim/raid"}},
		{"the accused undercuts it", answer("x", "aland", dispute.StanceUndercuts), []string{"learnt attribution/x"}},
		{"the speaker denies having said it", answer("x", "beland", dispute.StanceDenies),
			[]string{"learnt attribution/x", "learnt conflict/disowned/attribution/a/attribution/x", "learnt status/claim/raid"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := disputetest.Cast()
			r.Attributions = []dispute.Attribution{disputetest.Says("a", "beland", dispute.StanceAsserts, "raid"), c.answer}
			if diff := cmp.Diff(c.want, changes(disputetest.RevisedOn(t, r))); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// An undercut of the source that carries a statement is a correction too, if it
// is one of those that took effect.
func TestDiffUndercutSources(t *testing.T) {
	undercut := func(id dispute.AttributionID, speaker dispute.ActorID) dispute.Attribution {
		return dispute.Attribution{ID: id, Speaker: speaker, Stance: dispute.StanceUndercuts, TargetSource: "paper",
			Lineage: dispute.LineageFirstHand, Recorded: disputetest.Day(disputetest.SecondDay)}
	}
	r := disputetest.Cast()
	r.Sources = []dispute.Source{{ID: "paper", Kind: dispute.SourceArticle}}
	carried := disputetest.Says("a", "beland", dispute.StanceAsserts, "raid")
	carried.Source = "paper"
	r.Attributions = []dispute.Attribution{carried, undercut("by-a-bystander", "herald"), undercut("by-the-accused", "aland")}
	want := []string{"corrected attribution/by-a-bystander", "learnt attribution/by-the-accused", "corrected status/claim/raid"}
	if diff := cmp.Diff(want, changes(disputetest.RevisedOn(t, r))); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// Without an item behind it, a change is the lens's.
func TestDiffLens(t *testing.T) {
	r := disputetest.Cast()
	r.Events = []dispute.Event{{ID: "meeting", Kind: dispute.KindDeliberate, Phase: dispute.PhaseExpected, When: edtf.MustParse("[2024-08-22..2024-08-28]")}}
	r.Attributions = []dispute.Attribution{disputetest.Says("a", "beland", dispute.StanceAsserts, "raid")}
	byDay := func(s string) *dispute.View { return disputetest.View(t, r, dispute.Lens{KnownBy: disputetest.Day(s)}) }
	for _, c := range []struct {
		name string
		a, b *dispute.View
		want []string
	}{
		{"the same view", byDay("2024-08-21"), byDay("2024-08-21"), nil},
		{"time passes and nothing comes of it", byDay("2024-08-20"), byDay("2024-08-21"), nil},
		{"the time has come", byDay("2024-08-21"), byDay("2024-08-22"), []string{"lens question/ageing/event/meeting"}},
		{"the time has passed", byDay("2024-08-28"), byDay("2024-08-29"), []string{"lens question/ageing/event/meeting", "lens question/overdue/event/meeting"}},
		{"another standpoint", disputetest.View(t, r, dispute.Lens{}), disputetest.View(t, r, dispute.Lens{Standpoint: "beland"}), []string{"lens status/claim/raid"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, changes(dispute.Diff(c.a, c.b))); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// Two files, not two views of one: an item edited in place, and one struck.
func TestDiffOfTwoDossiers(t *testing.T) {
	before, after := disputetest.Cast(), disputetest.Cast()
	before.Attributions = []dispute.Attribution{disputetest.Says("a", "beland", dispute.StanceAsserts, "raid"), disputetest.Says("b", "courier", dispute.StanceAsserts, "raid")}
	after.Attributions = []dispute.Attribution{disputetest.Says("a", "aland", dispute.StanceAsserts, "raid")}
	want := []string{
		"corrected attribution/a", `  corrected /speaker "beland" -> "aland"`,
		"corrected attribution/b",
		"corrected status/claim/raid",
	}
	d := dispute.Diff(disputetest.View(t, before, dispute.Lens{}), disputetest.View(t, after, dispute.Lens{}))
	if diff := cmp.Diff(want, changes(d)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if last := d.Changes[len(d.Changes)-1]; fmt.Sprint(last.Because) != "[attribution/a attribution/b]" {
		t.Errorf("because %v", last.Because)
	}
}

func TestApplyRefuses(t *testing.T) {
	r := disputetest.Cast()
	r.Attributions = []dispute.Attribution{disputetest.Says("a", "beland", dispute.StanceAsserts, "raid")}
	a, b := disputetest.View(t, disputetest.Cast(), dispute.Lens{}), disputetest.View(t, r, dispute.Lens{})
	d := dispute.Diff(a, b)
	if _, err := b.Snapshot().Apply(d); !errors.Is(err, dispute.ErrValue) || len(err.Error()) > 400 {
		t.Errorf("applied twice: error %v", err)
	}
	if _, err := (dispute.Snapshot{}).Apply(d); !errors.Is(err, dispute.ErrValue) {
		t.Errorf("applied to nothing: error %v", err)
	}
	for name, alter := range map[string]func(*dispute.Change){
		"after under another key":  func(c *dispute.Change) { c.After.Key = "claim/other" },
		"before under another key": func(c *dispute.Change) { c.Before.Key = "claim/other" },
		"after without a key":      func(c *dispute.Change) { c.After.Key = "" },
		"change without a key":     func(c *dispute.Change) { c.Key = "" },
	} {
		altered := dispute.Difference{Changes: slices.Clone(d.Changes[:1])}
		alter(&altered.Changes[0])
		if _, err := a.Snapshot().Apply(altered); !errors.Is(err, dispute.ErrValue) || !strings.Contains(err.Error(), "expected one key") {
			t.Errorf("%s: error %v", name, err)
		}
	}
	keyless := dispute.Difference{Changes: []dispute.Change{{After: dispute.Fact{Text: "{}"}}}}
	if _, err := a.Snapshot().Apply(keyless); !errors.Is(err, dispute.ErrMissing) {
		t.Errorf("a change and a fact without a key: error %v", err)
	}
	fact := dispute.Fact{Key: "claim/x", Text: "{}"}
	for name, other := range map[string]dispute.Fact{
		"another text":  {Key: "claim/x", Text: "[]"},
		"another item":  {Key: "claim/x", Text: "{}", Items: []dispute.Ref{{Kind: dispute.ItemClaim, ID: "x"}}},
		"another fact":  {Key: "claim/x", Text: "{}", Facts: []string{"claim/y"}},
		"nothing there": {},
	} {
		d := dispute.Difference{Changes: []dispute.Change{{Key: "claim/x", Before: fact}}}
		var s dispute.Snapshot
		if other.Key != "" {
			s.Facts = []dispute.Fact{other}
		}
		if _, err := s.Apply(d); !errors.Is(err, dispute.ErrValue) || !strings.Contains(err.Error(), "starts from") {
			t.Errorf("from %s: error %v", name, err)
		}
	}
	twice := dispute.Difference{Changes: []dispute.Change{{Key: "claim/x", Before: fact}, {Key: "claim/x", After: fact}}}
	if _, err := (dispute.Snapshot{Facts: []dispute.Fact{fact}}).Apply(twice); !errors.Is(err, dispute.ErrValue) || !strings.Contains(err.Error(), "ascending keys") {
		t.Errorf("a fact that changes twice: error %v", err)
	}
	d.Changes[0], d.Changes[1] = d.Changes[1], d.Changes[0]
	if _, err := a.Snapshot().Apply(d); !errors.Is(err, dispute.ErrValue) {
		t.Errorf("out of order: error %v", err)
	}
}

func TestChangeKindText(t *testing.T) {
	for k := dispute.ChangeReasons; k <= dispute.ChangeCorrected; k++ {
		text, err := k.MarshalText()
		if err != nil {
			t.Fatal(err)
		}
		var back dispute.ChangeKind
		if err := back.UnmarshalText(text); err != nil || back != k {
			t.Errorf("%v reads back as %v, %v", k, back, err)
		}
	}
	var k dispute.ChangeKind
	if _, err := k.MarshalText(); err == nil {
		t.Error("the zero kind has a text")
	}
	if err := k.UnmarshalText([]byte("none")); err == nil {
		t.Error("none is read as a kind")
	}
}

// A relation changes when something happens, not when it is told.
func TestDiffRelations(t *testing.T) {
	r := disputetest.Cast()
	r.Sources = []dispute.Source{{ID: "wire", Kind: dispute.SourceArticle, Publisher: "courier", Published: edtf.MustParse("2024-08-20")}}
	sever := func(id dispute.EventID, when string, from dispute.ActorID) dispute.Event {
		return dispute.Event{ID: id, Kind: dispute.KindSeverRelations, When: edtf.MustParse(when), Sources: []dispute.SourceID{"wire"}, Participants: []dispute.Participant{
			{Role: dispute.RoleActor, Actor: from}, {Role: dispute.RoleTarget, Actor: "beland"}}}
	}
	r.Events = []dispute.Event{sever("old", "2024-07-01", "aland"), sever("new", "2024-08-10", "courier")}
	var got []string
	for _, c := range dispute.Diff(disputetest.View(t, r, dispute.Lens{KnownBy: disputetest.Day("2024-08-01")}), disputetest.View(t, r, dispute.Lens{KnownBy: disputetest.Day("2024-08-21")})).Changes {
		if topic, _, _ := strings.Cut(c.Key, "/"); topic == "relation" {
			got = append(got, fmt.Sprint(c.Kind, " ", c.Key, " ", c.Because))
		}
	}
	want := []string{
		"learnt relation/diplomatic-relations/aland/beland [source/wire event/old]",
		"world relation/diplomatic-relations/beland/courier [source/wire event/new]",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// Rival figures and dates are facts of a snapshot: another number is learnt, a
// withdrawn one corrected, and an attack that is reported late has not just
// happened.
func TestDiffRivalFiguresAndDates(t *testing.T) {
	r := disputetest.Counting(map[dispute.ClaimID]string{"few": "2", "many": "11"}, disputetest.States("aland", "few"), disputetest.States("beland", "many"))
	r.Claims[1].Content.Figure.Category = "killed/hurt~"
	r.Claims[2].Content.Figure.Category = "killed/hurt~"
	r.Claims[2].Content.Figure.Of = "courier"
	r.Claims = append(r.Claims,
		dispute.Claim{ID: "early", Text: "it was in June", Content: dispute.Content{Dating: &dispute.Dating{Event: "attack", When: edtf.MustParse("2024-06")}}},
		dispute.Claim{ID: "late", Text: "it was in July", Content: dispute.Content{Dating: &dispute.Dating{Event: "attack", When: edtf.MustParse("2024-07")}}})
	withdrawn := disputetest.Says("withdrawn", "beland", dispute.StanceRetracts, "")
	withdrawn.Attribution, withdrawn.Recorded = "beland-on-many", disputetest.Day(disputetest.SecondDay)
	told := disputetest.States("courier", "late")
	told.Recorded = disputetest.Day(disputetest.SecondDay)
	r.Attributions = append(r.Attributions, disputetest.States("aland", "early"), told, withdrawn)

	var got []string
	for _, c := range disputetest.RevisedOn(t, r).Changes {
		if strings.HasPrefix(c.Key, "figures/") || strings.HasPrefix(c.Key, "claimed-dates/") {
			got = append(got, fmt.Sprintf("%v %s %v", c.Kind, c.Key, c.Because))
		}
	}
	want := []string{
		"learnt claimed-dates/event/attack [attribution/courier-on-late]",
		"corrected figures/event/attack/killed~1hurt~0/courier [attribution/withdrawn]",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("changes (-want +got):\n%s", diff)
	}
	if f := disputetest.View(t, r, dispute.Lens{}).Snapshot().Fact("figures/event/attack/killed~1hurt~0"); !strings.Contains(f.Text, `"category":"killed/hurt~"`) {
		t.Errorf("the figures of nobody in particular are %s", f.Text)
	}
}

// What makes a question vanish is what settled it, or keeps it from arising,
// although the question could not rest on it. What merely is new as well, such
// as an event that came after, is not named.
func TestDiffSettledQuestions(t *testing.T) {
	const asked = "question/no-response/event/accuses/aland/letter"
	late := func(list ...dispute.Attribution) func(*dispute.Record) {
		return func(r *dispute.Record) {
			for _, a := range list {
				a.Recorded = disputetest.Day(disputetest.SecondDay)
				r.Attributions = append(r.Attributions, a)
			}
		}
	}
	denial := disputetest.On(disputetest.Says("denial", "aland", dispute.StanceDenies, "raid"), "2024-08-12")
	silent := disputetest.On(disputetest.Aimed("silent", "aland-ministry", dispute.StanceHasNotResponded, "charge"), "2024-08-15")
	early := func(edits ...func(*dispute.Record)) func(*dispute.Record) {
		return func(r *dispute.Record) {
			for _, edit := range edits {
				edit(r)
			}
			for i := range r.Attributions {
				r.Attributions[i].Recorded = edtf.Day{}
			}
		}
	}
	response := func(r *dispute.Record) {
		r.Events = append(r.Events, dispute.Event{ID: "rejects", Kind: dispute.KindReject, Recorded: disputetest.Day(disputetest.SecondDay),
			Participants: []dispute.Participant{{Role: dispute.RoleActor, Actor: "aland"}}, Links: []dispute.Link{{Kind: dispute.LinkInResponseTo, Event: "accuses"}}})
		r.Claims = append(r.Claims, dispute.Claim{ID: "rejected", Text: "aland rejected it", Content: dispute.Content{Occurred: "rejects"}})
		late(disputetest.States("aland", "rejected"))(r)
	}
	massacre := func(r *dispute.Record) {
		r.Claims = append(r.Claims, dispute.Claim{ID: "massacre", Text: "aland killed villagers", Entails: []dispute.ClaimID{"raid"}})
	}
	for _, c := range []struct {
		name, key, want string
		edits           []func(*dispute.Record)
	}{
		{"answered", asked, "learnt [attribution/denial]", []func(*dispute.Record){late(denial)}},
		{"answered by an event", asked, "learnt [event/rejects claim/rejected attribution/aland-on-rejected]", []func(*dispute.Record){response}},
		{"an organ reported silent instead", asked, "learnt [attribution/silent]", []func(*dispute.Record){late(silent)}},
		{"something else denied", asked, "learnt [attribution/other]", []func(*dispute.Record){massacre, late(disputetest.Says("other", "aland", dispute.StanceDenies, "massacre"))}},
		{"the accusation no longer established", asked, "corrected [attribution/back]", []func(*dispute.Record){late(disputetest.Aimed("back", "beland", dispute.StanceRetracts, "made"))}},
		{"what was denied instead is taken back", "question/denial-of-another/event/accuses/aland/letter", "corrected [attribution/back]",
			[]func(*dispute.Record){massacre, early(late(disputetest.Says("other", "aland", dispute.StanceDenies, "massacre"))), late(disputetest.Aimed("back", "aland", dispute.StanceRetracts, "other"))}},
		{"silent no more", "question/no-response/attribution/charge/aland-ministry/letter", "learnt [attribution/answer]",
			[]func(*dispute.Record){early(late(silent)), late(disputetest.On(disputetest.Says("answer", "aland-ministry", dispute.StanceDeclinesComment, "raid"), "2024-08-16"))}},
		{"not silent after all", "question/no-response/attribution/charge/aland-ministry/letter", "corrected [attribution/back]",
			[]func(*dispute.Record){early(late(silent)), late(disputetest.Aimed("back", "herald", dispute.StanceUndercuts, "silent"))}},
		{"an answer taken back asks again", asked, "corrected [attribution/back]",
			[]func(*dispute.Record){early(late(denial)), late(disputetest.Aimed("back", "aland", dispute.StanceRetracts, "denial"))}},
		{"an origin found", "question/no-origin/claim/rumour", "learnt [attribution/herald-on-rumour]", []func(*dispute.Record){func(r *dispute.Record) {
			r.Claims = append(r.Claims, dispute.Claim{ID: "rumour", Text: "there was a rumour"})
		}, late(disputetest.States("herald", "rumour"), disputetest.Unsourced(disputetest.States("courier", "rumour")))}},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := disputetest.Accusation()
			for _, edit := range c.edits {
				edit(&r)
			}
			r.Events = append(r.Events, dispute.Event{ID: "unrelated", Kind: dispute.KindPublish, When: edtf.MustParse(disputetest.SecondDay), Links: disputetest.After("accuses"), Recorded: disputetest.Day(disputetest.SecondDay)})
			renamed := r.Actors[3]
			renamed.ID, renamed.Supersedes, renamed.Note, renamed.Recorded = "beland-2", renamed.ID, "renamed", disputetest.Day(disputetest.SecondDay)
			r.Actors = append(r.Actors, renamed)
			got := "not changed"
			for _, x := range disputetest.RevisedOn(t, r).Changes {
				if x.Key == c.key {
					got = fmt.Sprint(x.Kind, " ", x.Because)
				}
			}
			if got != c.want {
				t.Errorf("%s: %s, want %s", c.key, got, c.want)
			}
		})
	}
}

// A conflict that is gone has become another one, because of what that names
// beside, or is there no more because of what took a statement away.
func TestDiffConflicts(t *testing.T) {
	rivals := func(r *dispute.Record) {
		r.Claims = append(r.Claims, dispute.Claim{ID: "peace", Text: "nobody raided", Contradicts: []dispute.ClaimID{"raid"}})
		r.Sources = []dispute.Source{{ID: "paper", Kind: dispute.SourceArticle}, {ID: "paper-2", Kind: dispute.SourceArticle, Supersedes: "paper", Note: "n", Recorded: disputetest.Day(disputetest.SecondDay)}}
		carried := disputetest.States("herald", "peace")
		carried.Source = "paper"
		r.Attributions = append(r.Attributions, disputetest.States("courier", "raid"), carried)
	}
	late := func(a dispute.Attribution) dispute.Attribution {
		a.Recorded = disputetest.Day(disputetest.SecondDay)
		return a
	}
	undercut := late(disputetest.Aimed("wrong", "gazette", dispute.StanceUndercuts, ""))
	undercut.TargetSource = "paper"
	for _, c := range []struct {
		name, key, want string
		edit            func(*dispute.Record)
	}{
		{"the principal speaks too", "conflict/speaker-against-principal/actor/aland/claim/raid/attribution/aland-agency-on-raid", "learnt [attribution/denial]", func(r *dispute.Record) {
			r.Attributions = append(r.Attributions, disputetest.States("aland-agency", "raid"), late(disputetest.Says("denial", "aland-ministry", dispute.StanceDenies, "raid")), late(disputetest.States("herald", "raid")))
		}},
		{"dates that are told alike since", "conflict/dates/event/battle/claim/d1/claim/d2", "learnt [attribution/herald-on-d1]", func(r *dispute.Record) {
			*r = dating(map[dispute.ClaimID]string{"d1": "2024-03-01", "d2": "2024-03-02"}, disputetest.States("courier", "d1"),
				disputetest.On(disputetest.States("herald", "d2"), "2024-03-03"), late(disputetest.On(disputetest.States("herald", "d1"), "2024-03-04")))
		}},
		{"a statement taken back", "conflict/contradiction/claim/peace/claim/raid", "corrected [attribution/back]", func(r *dispute.Record) {
			rivals(r)
			r.Attributions = append(r.Attributions, late(disputetest.Aimed("back", "courier", dispute.StanceRetracts, "courier-on-raid")), late(disputetest.Says("more", "beland", dispute.StanceDenies, "peace")))
		}},
		{"a source undercut", "conflict/contradiction/claim/peace/claim/raid", "corrected [attribution/wrong]", func(r *dispute.Record) {
			rivals(r)
			r.Actors = append(r.Actors, dispute.Actor{ID: "gazette", Kind: dispute.ActorMedium, Name: "gazette"})
			r.Attributions = append(r.Attributions, undercut)
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := disputetest.Cast()
			c.edit(&r)
			got := "not changed"
			for _, x := range disputetest.RevisedOn(t, r).Changes {
				if x.Key == c.key {
					got = fmt.Sprint(x.Kind, " ", x.Because)
				}
			}
			if got != c.want {
				t.Errorf("%s: %s, want %s", c.key, got, c.want)
			}
		})
	}
}

// What makes somebody interested who disputes a statement is a cause of it that the
// statement counts again.
func TestDiffActsThatMakeInterested(t *testing.T) {
	r := disputetest.Cast()
	r.Actors = append(r.Actors, dispute.Actor{ID: "celand", Kind: dispute.ActorState, Name: "celand"})
	r.Sources = []dispute.Source{{ID: "story", Kind: dispute.SourceArticle, Publisher: "courier"}}
	r.Events = []dispute.Event{{ID: "attack", Kind: dispute.KindAttack, Sources: []dispute.SourceID{"story"}, Recorded: disputetest.Day(disputetest.SecondDay),
		Participants: []dispute.Participant{{Role: dispute.RoleActor, Actor: "celand"}, {Role: dispute.RoleTarget, Actor: "aland"}}}}
	r.Attributions = []dispute.Attribution{disputetest.States("herald", "raid"), disputetest.Aimed("wrong", "celand", dispute.StanceUndercuts, "herald-on-raid")}
	for _, x := range disputetest.RevisedOn(t, r).Changes {
		if x.Key == "status/claim/raid" {
			if got := fmt.Sprint(x.Kind, " ", x.Because); got != "learnt [event/attack]" {
				t.Errorf("got %s, want it learnt of the attack", got)
			}
			if !strings.Contains(x.Before.Text, `"label":"unasserted"`) || !strings.Contains(x.After.Text, `"label":"reported"`) {
				t.Errorf("from %s to %s, want unasserted, then reported", x.Before.Text, x.After.Text)
			}
			for _, ref := range []dispute.Ref{dispute.EventID("attack").Ref(), dispute.SourceID("story").Ref(), dispute.ActorID("celand").Ref()} {
				if !slices.Contains(x.After.Items, ref) {
					t.Errorf("it rests on %v, want %v too", x.After.Items, ref)
				}
			}
			return
		}
	}
	t.Error("the status has not changed")
}

// A conflict that is back has a cause, too: what took a statement away is no
// longer on file.
func TestDiffStruckRetraction(t *testing.T) {
	r := disputetest.Cast()
	r.Claims = append(r.Claims, dispute.Claim{ID: "peace", Text: "nobody raided", Contradicts: []dispute.ClaimID{"raid"}})
	r.Attributions = []dispute.Attribution{disputetest.States("courier", "raid"), disputetest.States("herald", "peace"), disputetest.Aimed("back", "courier", dispute.StanceRetracts, "courier-on-raid")}
	struck := disputetest.Lacking(r, map[dispute.Ref]bool{{Kind: dispute.ItemAttribution, ID: "back"}: true})
	for _, c := range dispute.Diff(disputetest.View(t, r, dispute.Lens{}), disputetest.View(t, struck, dispute.Lens{})).Changes {
		if strings.HasPrefix(c.Key, "conflict/") {
			if got := fmt.Sprint(c.Kind, " ", c.Because); got != "corrected [attribution/back]" {
				t.Errorf("%s: %s", c.Key, got)
			}
			return
		}
	}
	t.Error("no conflict is back")
}

// What another version replaces bears on no answer but the conflict of the two.
// Where it spoke of something, the answers on that name what replaced it, and it
// is why they do.
func TestDiffReplacedVersions(t *testing.T) {
	record := func(claim dispute.ClaimID) dispute.Record {
		r := disputetest.Cast()
		r.Claims = append(r.Claims, dispute.Claim{ID: "other", Text: "another thing"})
		first, replaced, ruling := disputetest.Says("a", "beland", dispute.StanceAsserts, "other"), disputetest.Says("a-1", "beland", dispute.StanceAsserts, claim), disputetest.Says("a-2", "beland", dispute.StanceAsserts, "other")
		replaced.Supersedes, replaced.Known, replaced.Recorded = "a", disputetest.Day(disputetest.SecondDay), disputetest.Day("2024-08-20")
		ruling.Supersedes, ruling.Recorded = "a", disputetest.Day(disputetest.FirstDay)
		r.Attributions = []dispute.Attribution{first, replaced, ruling}
		return r
	}
	without, with := disputetest.View(t, record("raid"), dispute.Lens{KnownBy: disputetest.Day(disputetest.FirstDay)}), disputetest.View(t, record("raid"), dispute.Lens{KnownBy: disputetest.Day(disputetest.SecondDay)})
	const fork, status = "conflict/supersession/attribution/a-1/attribution/a-2", "status/claim/raid"
	const other = "conflict/re-attribution/attribution/a/attribution/a-1" // of another claim
	for _, c := range []struct {
		name string
		a, b *dispute.View
		want map[string]string
	}{
		{"new", without, with, map[string]string{other: "corrected [attribution/a-1]", fork: "learnt [attribution/a-1]", status: "reasons [attribution/a-1]", "question/no-origin/claim/raid": "reasons [attribution/a-1]"}},
		{"gone", with, without, map[string]string{other: "corrected [attribution/a-1]", fork: "corrected [attribution/a-1]", status: "reasons [attribution/a-1]", "question/no-origin/claim/raid": "reasons [attribution/a-1]"}},
		{"edited in place", disputetest.View(t, record("other"), dispute.Lens{}), with, map[string]string{other: "corrected [attribution/a-1]", fork: "reasons [attribution/a-1]", status: "reasons [attribution/a-1]", "question/no-origin/claim/raid": "reasons [attribution/a-1]"}},
	} {
		got := map[string]string{}
		for _, x := range dispute.Diff(c.a, c.b).Changes {
			got[x.Key] = fmt.Sprint(x.Kind, " ", x.Because)
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

// An answer that stays the same rests on another version, whatever was revised.
func TestDiffSameDatesOfAnotherVersion(t *testing.T) {
	r := disputetest.Cast()
	r.Events = []dispute.Event{{ID: "e", Kind: dispute.KindAttack}, {ID: "e-2", Supersedes: "e", Kind: dispute.KindAttack, Note: "n", Recorded: disputetest.Day(disputetest.SecondDay)}}
	for _, x := range disputetest.RevisedOn(t, r).Changes {
		if got := fmt.Sprint(x.Kind, " ", x.Because); x.Key == "event/e/dates" && got == "reasons [event/e-2]" {
			return
		}
	}
	t.Error("the dates of the event do not rest on its later version for a reason")
}

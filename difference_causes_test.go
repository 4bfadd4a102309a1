package dispute_test

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/edtf"
)

// What makes a question vanish is what settled it, or keeps it from arising,
// although the question could not rest on it. What merely is new as well, such
// as an event that came after, is not named.
func TestDiffSettledQuestions(t *testing.T) {
	const asked = "question/no-response/event/accuses/aland/letter"
	late := func(list ...dispute.Attribution) func(*dispute.Record) {
		return func(r *dispute.Record) {
			for _, a := range list {
				a.Recorded = day(secondDay)
				r.Attributions = append(r.Attributions, a)
			}
		}
	}
	denial := on(says("denial", "aland", dispute.StanceDenies, "raid"), "2024-08-12")
	silent := on(aimed("silent", "aland-ministry", dispute.StanceHasNotResponded, "charge"), "2024-08-15")
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
		r.Events = append(r.Events, dispute.Event{ID: "rejects", Kind: dispute.KindReject, Recorded: day(secondDay),
			Participants: []dispute.Participant{{Role: dispute.RoleActor, Actor: "aland"}}, Links: []dispute.Link{{Kind: dispute.LinkInResponseTo, Event: "accuses"}}})
		r.Claims = append(r.Claims, dispute.Claim{ID: "rejected", Text: "aland rejected it", Content: dispute.Content{Occurred: "rejects"}})
		late(states("aland", "rejected"))(r)
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
		{"something else denied", asked, "learnt [attribution/other]", []func(*dispute.Record){massacre, late(says("other", "aland", dispute.StanceDenies, "massacre"))}},
		{"the accusation no longer established", asked, "corrected [attribution/back]", []func(*dispute.Record){late(aimed("back", "beland", dispute.StanceRetracts, "made"))}},
		{"what was denied instead is taken back", "question/denial-of-another/event/accuses/aland/letter", "corrected [attribution/back]",
			[]func(*dispute.Record){massacre, early(late(says("other", "aland", dispute.StanceDenies, "massacre"))), late(aimed("back", "aland", dispute.StanceRetracts, "other"))}},
		{"silent no more", "question/no-response/attribution/charge/aland-ministry/letter", "learnt [attribution/answer]",
			[]func(*dispute.Record){early(late(silent)), late(on(says("answer", "aland-ministry", dispute.StanceDeclinesComment, "raid"), "2024-08-16"))}},
		{"not silent after all", "question/no-response/attribution/charge/aland-ministry/letter", "corrected [attribution/back]",
			[]func(*dispute.Record){early(late(silent)), late(aimed("back", "herald", dispute.StanceUndercuts, "silent"))}},
		{"an answer taken back asks again", asked, "corrected [attribution/back]",
			[]func(*dispute.Record){early(late(denial)), late(aimed("back", "aland", dispute.StanceRetracts, "denial"))}},
		{"an origin found", "question/no-origin/claim/rumour", "learnt [attribution/herald-on-rumour]", []func(*dispute.Record){func(r *dispute.Record) {
			r.Claims = append(r.Claims, dispute.Claim{ID: "rumour", Text: "there was a rumour"})
		}, late(states("herald", "rumour"), unsourced(states("courier", "rumour")))}},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := accusation()
			for _, edit := range c.edits {
				edit(&r)
			}
			r.Events = append(r.Events, dispute.Event{ID: "unrelated", Kind: dispute.KindPublish, When: edtf.MustParse(secondDay), Links: after("accuses"), Recorded: day(secondDay)})
			renamed := r.Actors[3]
			renamed.ID, renamed.Supersedes, renamed.Note, renamed.Recorded = "beland-2", renamed.ID, "renamed", day(secondDay)
			r.Actors = append(r.Actors, renamed)
			got := "not changed"
			for _, x := range revisedOn(t, r).Changes {
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
		r.Sources = []dispute.Source{{ID: "paper", Kind: dispute.SourceArticle}, {ID: "paper-2", Kind: dispute.SourceArticle, Supersedes: "paper", Note: "n", Recorded: day(secondDay)}}
		carried := states("herald", "peace")
		carried.Source = "paper"
		r.Attributions = append(r.Attributions, states("courier", "raid"), carried)
	}
	late := func(a dispute.Attribution) dispute.Attribution { a.Recorded = day(secondDay); return a }
	undercut := late(aimed("wrong", "gazette", dispute.StanceUndercuts, ""))
	undercut.TargetSource = "paper"
	for _, c := range []struct {
		name, key, want string
		edit            func(*dispute.Record)
	}{
		{"the principal speaks too", "conflict/speaker-against-principal/actor/aland/claim/raid/attribution/aland-agency-on-raid", "learnt [attribution/denial]", func(r *dispute.Record) {
			r.Attributions = append(r.Attributions, states("aland-agency", "raid"), late(says("denial", "aland-ministry", dispute.StanceDenies, "raid")), late(states("herald", "raid")))
		}},
		{"a statement taken back", "conflict/contradiction/claim/peace/claim/raid", "corrected [attribution/back]", func(r *dispute.Record) {
			rivals(r)
			r.Attributions = append(r.Attributions, late(aimed("back", "courier", dispute.StanceRetracts, "courier-on-raid")), late(says("more", "beland", dispute.StanceDenies, "peace")))
		}},
		{"a source undercut", "conflict/contradiction/claim/peace/claim/raid", "corrected [attribution/wrong]", func(r *dispute.Record) {
			rivals(r)
			r.Actors = append(r.Actors, dispute.Actor{ID: "gazette", Kind: dispute.ActorMedium, Name: "gazette"})
			r.Attributions = append(r.Attributions, undercut)
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := cast()
			c.edit(&r)
			got := "not changed"
			for _, x := range revisedOn(t, r).Changes {
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

// A conflict that is back has a cause, too: what took a statement away is no
// longer on file.
func TestDiffStruckRetraction(t *testing.T) {
	r := cast()
	r.Claims = append(r.Claims, dispute.Claim{ID: "peace", Text: "nobody raided", Contradicts: []dispute.ClaimID{"raid"}})
	r.Attributions = []dispute.Attribution{states("courier", "raid"), states("herald", "peace"), aimed("back", "courier", dispute.StanceRetracts, "courier-on-raid")}
	struck := lacking(r, map[dispute.Ref]bool{{Kind: dispute.ItemAttribution, ID: "back"}: true})
	for _, c := range dispute.Diff(view(t, r, dispute.Lens{}), view(t, struck, dispute.Lens{})).Changes {
		if strings.HasPrefix(c.Key, "conflict/") {
			if got := fmt.Sprint(c.Kind, " ", c.Because); got != "corrected [attribution/back]" {
				t.Errorf("%s: %s", c.Key, got)
			}
			return
		}
	}
	t.Error("no conflict is back")
}

// What a change names as its causes made the difference: without them the fact
// is what it was, whatever else is new.
func TestDiffNamesWhatMadeTheDifference(t *testing.T) {
	seeds := uint64(600)
	if testing.Short() {
		seeds = 20
	}
	gone, checked := 0, 0
	for seed := range seeds {
		rng := rand.New(rand.NewPCG(seed, 21))
		later := randomRecord(seed)
		drawn := map[dispute.Ref]bool{}
		eachItem(&later, func(ref dispute.Ref, item reflect.Value) {
			item.FieldByName("Supersedes").SetString("") // a version between would take its place
			if ref.Kind != dispute.ItemActor && rng.IntN(100) < 15 {
				drawn[ref] = true
			}
		})
		earlier := lacking(later, drawn)
		a, b := view(t, earlier, dispute.Lens{}), view(t, later, dispute.Lens{})
		for c := range dispute.Diff(b, a).Of(dispute.ChangeLens) {
			t.Errorf("seed %d, backwards: nothing made the difference in %s:\n%s\n%s", seed, c.Key, c.Before.Text, c.After.Text)
		}
		for _, c := range dispute.Diff(a, b).Changes {
			topic, _, _ := strings.Cut(c.Key, "/")
			if strings.Count(c.Key, "/") == 1 || c.Kind == dispute.ChangeReasons || topic == "event" {
				continue // items, and dates, which new events may bear on and cancel
			}
			if c.Kind == dispute.ChangeLens {
				t.Errorf("seed %d: nothing made the difference in %s:\n%s\n%s", seed, c.Key, c.Before.Text, c.After.Text)
				continue
			}
			causes := map[dispute.Ref]bool{}
			for _, ref := range c.Because {
				causes[ref] = true
			}
			checked++
			if c.After.Key == "" {
				gone++
			}
			if got := view(t, lacking(later, causes), dispute.Lens{}).Snapshot().Fact(c.Key); got.Text != c.Before.Text {
				t.Errorf("seed %d: %s is because of %v, but without that it is not what it was\nwas     %s\nis      %s\nwithout %s", seed, c.Key, c.Because, c.Before.Text, c.After.Text, got.Text)
			}
		}
	}
	if !testing.Short() && (checked < 1000 || gone < 100) {
		t.Errorf("only %d changes were looked at, of which %d are gone", checked, gone)
	}
}

// lacking returns the record without some items and what depends on them.
func lacking(r dispute.Record, items map[dispute.Ref]bool) dispute.Record {
	return keepOnly(r, func(ref dispute.Ref) bool { return !items[ref] })
}

// What another version replaces bears on no answer but the conflict of the two.
// Where it spoke of something, the answers on that name what replaced it, and it
// is why they do.
func TestDiffReplacedVersions(t *testing.T) {
	record := func(claim dispute.ClaimID) dispute.Record {
		r := cast()
		r.Claims = append(r.Claims, dispute.Claim{ID: "other", Text: "another thing"})
		first, replaced, ruling := says("a", "beland", dispute.StanceAsserts, "other"), says("a-1", "beland", dispute.StanceAsserts, claim), says("a-2", "beland", dispute.StanceAsserts, "other")
		replaced.Supersedes, replaced.Known, replaced.Recorded = "a", day(secondDay), day("2024-08-20")
		ruling.Supersedes, ruling.Recorded = "a", day(firstDay)
		r.Attributions = []dispute.Attribution{first, replaced, ruling}
		return r
	}
	without, with := view(t, record("raid"), dispute.Lens{KnownBy: day(firstDay)}), view(t, record("raid"), dispute.Lens{KnownBy: day(secondDay)})
	const fork, status = "conflict/supersession/attribution/a-1/attribution/a-2", "status/claim/raid"
	for _, c := range []struct {
		name string
		a, b *dispute.View
		want map[string]string
	}{
		{"new", without, with, map[string]string{fork: "learnt [attribution/a-1]", status: "reasons [attribution/a-1]", "question/no-origin/claim/raid": "reasons [attribution/a-1]"}},
		{"gone", with, without, map[string]string{fork: "corrected [attribution/a-1]", status: "reasons [attribution/a-1]", "question/no-origin/claim/raid": "reasons [attribution/a-1]"}},
		{"edited in place", view(t, record("other"), dispute.Lens{}), with, map[string]string{fork: "reasons [attribution/a-1]", status: "reasons [attribution/a-1]", "question/no-origin/claim/raid": "reasons [attribution/a-1]"}},
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
	r := cast()
	r.Events = []dispute.Event{{ID: "e", Kind: dispute.KindAttack}, {ID: "e-2", Supersedes: "e", Kind: dispute.KindAttack, Note: "n", Recorded: day(secondDay)}}
	for _, x := range revisedOn(t, r).Changes {
		if got := fmt.Sprint(x.Kind, " ", x.Because); x.Key == "event/e/dates" && got == "reasons [event/e-2]" {
			return
		}
	}
	t.Error("the dates of the event do not rest on its later version for a reason")
}

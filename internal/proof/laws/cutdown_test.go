package laws_test

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/internal/disputetest"
	"github.com/dispute-go/dispute/sahel2024"
)

// A record cut down to what the reasons of a fact name, with what those refer
// to, gives the same fact: every item, date, status, relation, open question and
// conflict, and the figures and dates set side by side. That nobody answered, or
// that nobody is the origin, is as true of a part of the record as of the whole.
// What else there is rests on what is not there, and is left out: places in the
// timeline, and what a party's account or a comparison says is one side's alone.
func TestCutDownRecordGivesTheSameFact(t *testing.T) {
	cut, sets, conflicts := 0, 0, map[string]int{}
	check := func(name string, r dispute.Record, l dispute.Lens) {
		v := disputetest.View(t, r, l)
		whole := v.Snapshot()
		for key, set := range setsOf(v) {
			items := map[dispute.Ref]bool{}
			for _, ref := range set.items {
				items[ref] = true
			}
			rest := cutDown(r, items)
			if l.Standpoint != "" && !hasActor(rest, l.Standpoint) {
				continue
			}
			sets++
			if got := setsOf(disputetest.View(t, rest, l))[key]; got.text != set.text {
				t.Errorf("%s: %s is another\nwhole %s\ncut   %s", name, key, set.text, got.text)
			}
		}
		for _, f := range whole.Facts {
			if kind, ok := strings.CutPrefix(f.Key, "conflict/"); ok {
				kind, _, _ = strings.Cut(kind, "/")
				conflicts[kind]++
			}
			rest := cutDown(r, itemsOf(whole, f))
			if l.Standpoint != "" && !hasActor(rest, l.Standpoint) {
				continue // there is nobody left whose standpoint it would be
			}
			if size(rest) < size(r) {
				cut++
			}
			got := disputetest.View(t, rest, l).Snapshot().Fact(f.Key)
			if got.Text != f.Text {
				t.Errorf("%s: of %d items %d remain, and %s is another (-whole +cut):\n%s", name, size(r), size(rest), f.Key, cmp.Diff(f, got))
			}
		}
	}
	for name, l := range map[string]dispute.Lens{
		"sahel2024":                     {},
		"sahel2024 on 21 August":        {RecordedBy: disputetest.Day("2024-08-21")},
		"sahel2024 by 5 August":         {KnownBy: disputetest.Day("2024-08-05")},
		"sahel2024 from Mali's side":    {Standpoint: "mali"},
		"sahel2024 from Ukraine's side": {Standpoint: "ukraine"},
	} {
		check(name, sahel2024.Record(), l)
	}
	records := 600
	if testing.Short() {
		records = 20
	}
	for seed := range disputetest.LawSeeds(records) {
		l := (&disputetest.World{Rand: rand.New(rand.NewPCG(seed, 11))}).Lens()
		check(fmt.Sprintf("seed %d", seed), disputetest.RandomRecord(seed), l)
		if seed%2 == 0 {
			check(fmt.Sprintf("entangled seed %d", seed), entangled(seed), l)
		}
	}
	if !testing.Short() && (cut < 1000 || sets < 100) {
		t.Errorf("only %d records were cut, and for %d sets of figures or dates", cut, sets)
	}
	for k := dispute.ConflictSpeakerPrincipal; k <= dispute.ConflictDates; k++ {
		if n := conflicts[k.String()]; !testing.Short() && n < 5 {
			t.Errorf("only %d conflicts of kind %v", n, k)
		}
	}
}

// entangled is a random record in which, beside, identities and hierarchies lead
// around, agencies speak on events that are adverse to their side by one claim out of several,
// and figures and dates are rivals.
func entangled(seed uint64) dispute.Record {
	w := &disputetest.World{Rand: rand.New(rand.NewPCG(seed, 12)), R: disputetest.RandomRecord(seed)}
	if w.Chance(20) {
		for _, id := range []dispute.ActorID{"x", "y"} {
			w.R.Actors = append(w.R.Actors, dispute.Actor{ID: id, Kind: dispute.ActorOrgan, Name: string(id), Known: w.Day(),
				Affiliations: []dispute.Affiliation{{Kind: dispute.AffiliationPartOf, To: "x"}, {Kind: dispute.AffiliationPartOf, To: "y"}}})
		}
	}
	about := w.Event()
	add := func(c dispute.Claim) {
		c.ID, c.Text = dispute.ClaimID(fmt.Sprintf("d%d", len(w.R.Claims))), "more"
		if w.Chance(20) {
			c.Entails = []dispute.ClaimID{disputetest.OneOf(w, w.R.Claims).ID}
		}
		w.R.Claims = append(w.R.Claims, c)
		for range 1 + w.IntN(2) {
			a := disputetest.Says(dispute.AttributionID(fmt.Sprintf("b%d", len(w.R.Attributions))), w.Actor(), disputetest.OneOf(w, []dispute.Stance{dispute.StanceAsserts, dispute.StanceAsserts, dispute.StanceDenies}), c.ID)
			a.Said, a.Recorded = w.Date(), w.Day()
			w.R.Attributions = append(w.R.Attributions, a)
		}
	}
	media := []dispute.ActorID{"courier", "herald", "aland-agency"}
	for i := range media {
		add(dispute.Claim{Content: dispute.Content{Identity: &dispute.Identity{A: media[i], B: media[(i+1)%(2+w.IntN(2))%3]}}})
	}
	for range 2 {
		c := dispute.Claim{Content: dispute.Content{Occurred: about}}
		if w.Chance(50) {
			c.Adverse = []dispute.ActorID{disputetest.OneOf(w, []dispute.ActorID{"aland", "beland"})}
		}
		add(c)
		add(dispute.Claim{Content: dispute.Content{Figure: &dispute.Figure{Event: about, Category: "killed", Best: disputetest.Number(w.Int64N(3))}}})
		add(dispute.Claim{Content: dispute.Content{Dating: &dispute.Dating{Event: about, When: w.Date(), Until: w.Date()}}})
	}
	for range 3 {
		undercut := disputetest.Aimed(dispute.AttributionID(fmt.Sprintf("b%d", len(w.R.Attributions))), w.Actor(), dispute.StanceUndercuts, disputetest.OneOf(w, w.R.Attributions).ID)
		w.R.Attributions = append(w.R.Attributions, undercut)
	}
	return w.R
}

type ratedSet struct {
	text  string
	items []dispute.Ref
}

// setsOf returns the rival figures and dates of every event.
func setsOf(v *dispute.View) map[string]ratedSet {
	sets := map[string]ratedSet{}
	for e := range v.Events(dispute.EventQuery{}) {
		for _, s := range v.Figures(e.ID) {
			sets[fmt.Sprintf("figures/%s/%s/%s", e.ID, s.Category, s.Of)] = ratedSet{s.Text, s.Reasons.Items()}
		}
		if s := v.Dates(e.ID); len(s.Rows) > 0 {
			sets["dates/"+string(e.ID)] = ratedSet{s.Text, s.Reasons.Items()}
		}
	}
	return sets
}

// itemsOf returns the items a fact rests on, those of the facts it refers to
// included.
func itemsOf(s dispute.Snapshot, f dispute.Fact) map[dispute.Ref]bool {
	items := map[dispute.Ref]bool{}
	seen := map[string]bool{}
	for list := []dispute.Fact{f}; len(list) > 0; {
		f, list = list[0], list[1:]
		for _, ref := range f.Items {
			items[ref] = true
		}
		for _, key := range f.Facts {
			if !seen[key] {
				seen[key] = true
				list = append(list, s.Fact(key))
			}
		}
	}
	return items
}

// cutDown returns the record with some items and all that they refer to, in
// all versions.
func cutDown(r dispute.Record, items map[dispute.Ref]bool) dispute.Record {
	uses := map[dispute.Ref][]dispute.Ref{}
	disputetest.EachItem(&r, func(own dispute.Ref, item reflect.Value) {
		disputetest.EachID(item, func(_ reflect.Value, ref dispute.Ref) { uses[own] = append(uses[own], ref) })
		if old := item.FieldByName("Supersedes").String(); old != "" { // what leads to the old one leads here
			ref := dispute.Ref{Kind: own.Kind, ID: old}
			uses[ref] = append(uses[ref], own)
		}
	})
	var pending []dispute.Ref
	for ref := range items {
		pending = append(pending, ref)
	}
	for len(pending) > 0 {
		last := pending[len(pending)-1]
		pending = pending[:len(pending)-1]
		for _, ref := range uses[last] {
			if !items[ref] {
				items[ref] = true
				pending = append(pending, ref)
			}
		}
	}
	return disputetest.KeepOnly(r, func(ref dispute.Ref) bool { return items[ref] })
}

func size(r dispute.Record) int {
	return len(r.Actors) + len(r.Sources) + len(r.Events) + len(r.Claims) + len(r.Attributions)
}

func hasActor(r dispute.Record, id dispute.ActorID) bool {
	for _, a := range r.Actors {
		if a.ID == id {
			return true
		}
	}
	return false
}

// An undercut of a report of silence that takes nothing away, because it is
// undercut itself or made by somebody interested, takes nothing away from what
// the reasons leave of the record: they name what makes it void, should the
// undercut be there for having spoken of the claim before.
func TestCutDownReportOfSilence(t *testing.T) {
	r := disputetest.Cast()
	r.Events = []dispute.Event{{ID: "attack", Kind: dispute.KindAttack}}
	r.Claims = []dispute.Claim{{ID: "attacked", Text: "there was an attack", Content: dispute.Content{Occurred: "attack"}}}
	r.Attributions = []dispute.Attribution{disputetest.Says("silent", "aland", dispute.StanceHasNotResponded, "attacked"), disputetest.Says("before", "herald", dispute.StanceAsserts, "attacked")}
	undercut := func(speaker dispute.ActorID) dispute.Attribution {
		u := disputetest.Aimed("undercut", speaker, dispute.StanceUndercuts, "silent")
		u.Supersedes = "before"
		return u
	}
	for name, edit := range map[string]func(r *dispute.Record){
		"undercut itself": func(r *dispute.Record) {
			r.Attributions = append(r.Attributions, undercut("herald"), disputetest.Aimed("defence", "courier", dispute.StanceUndercuts, "undercut"))
		},
		"of a party that another claim names": func(r *dispute.Record) {
			r.Claims = append(r.Claims, dispute.Claim{ID: "blamed", Text: "beland attacked", Content: dispute.Content{Occurred: "attack"}, Adverse: []dispute.ActorID{"beland"}})
			r.Attributions = append(r.Attributions, undercut("beland-agency"))
		},
	} {
		whole := r
		whole.Claims, whole.Attributions = slices.Clone(r.Claims), slices.Clone(r.Attributions)
		edit(&whole)
		s := disputetest.View(t, whole, dispute.Lens{}).Snapshot()
		f := s.Fact("question/no-response/claim/attacked/aland")
		got := disputetest.View(t, cutDown(whole, itemsOf(s, f)), dispute.Lens{}).Snapshot().Fact(f.Key)
		if f.Text == "" || got.Text != f.Text {
			t.Errorf("%s: (-whole +cut):\n%s", name, cmp.Diff(f, got))
		}
	}
}

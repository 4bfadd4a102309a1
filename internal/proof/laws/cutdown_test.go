package laws_test

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/edtf"
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
	cut, sets, updates, conflicts := 0, 0, 0, map[string]int{}
	check := func(name string, r dispute.Record, l dispute.Lens) {
		v, c := disputetest.View(t, r, l), newCutter(r, l)
		whole := v.Snapshot()
		for key, set := range setsOf(v) {
			items := map[dispute.Ref]bool{}
			for _, ref := range set.items {
				items[ref] = true
			}
			rest := c.cut(items)
			if l.Standpoint != "" && !hasActor(rest.record, l.Standpoint) {
				continue
			}
			sets++
			if got := c.set(t, rest, key); got.text != set.text {
				t.Errorf("%s: %s is another\nwhole %s\ncut   %s", name, key, set.text, got.text)
			}
		}
		for _, f := range whole.Facts {
			if strings.Contains(f.Text, "updated_by") {
				updates++
			}
			if kind, ok := strings.CutPrefix(f.Key, "conflict/"); ok {
				kind, _, _ = strings.Cut(kind, "/")
				conflicts[kind]++
			}
			rest := c.cut(itemsOf(whole, f))
			if l.Standpoint != "" && !hasActor(rest.record, l.Standpoint) {
				continue // there is nobody left whose standpoint it would be
			}
			if size(rest.record) < size(r) {
				cut++
			}
			if got := c.fact(t, rest, f.Key); got.Text != f.Text {
				t.Errorf("%s: of %d items %d remain, and %s is another (-whole +cut):\n%s", name, size(r), size(rest.record), f.Key, cmp.Diff(f, got))
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
	records := 0
	for seed := range disputetest.LawSeeds(disputetest.FewerIfShort(200)) {
		records++
		l := (&disputetest.World{Rand: rand.New(rand.NewPCG(seed, 11))}).Lens()
		check(fmt.Sprintf("seed %d", seed), disputetest.RandomRecord(seed), l)
		if seed%2 == 0 {
			check(fmt.Sprintf("entangled seed %d", seed), entangled(seed), l)
		}
	}
	if records >= 200 && (cut < 1000 || sets < 100 || updates < 20) {
		t.Errorf("only %d records were cut, and for %d sets of figures or dates; %d facts name updates", cut, sets, updates)
	}
	for k := dispute.ConflictSpeakerPrincipal; ; k++ {
		if _, err := k.MarshalText(); err != nil {
			break // after the last kind
		}
		if n := conflicts[k.String()]; records >= 200 && n < 2 {
			t.Errorf("only %d conflicts of kind %v", n, k)
		}
	}
}

// entangled is a random record in which, beside, identities and hierarchies lead
// around, agencies speak on events that are adverse to their side by one claim out of several,
// and figures, dates, relations and readings are rivals.
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
		figure := &dispute.Figure{Event: about, Category: "killed", Best: disputetest.Number(w.Int64N(3))}
		if w.Chance(60) {
			figure.Low = disputetest.Number(w.Int64N(3))
		}
		add(dispute.Claim{Content: dispute.Content{Figure: figure}})
		add(dispute.Claim{Content: dispute.Content{Relation: &dispute.RelationClaim{Track: dispute.TrackDiplomaticRelations, From: "aland", To: "beland",
			State: disputetest.OneOf(w, []dispute.State{dispute.StateEstablished, dispute.StateSevered})}}})
		add(dispute.Claim{Content: dispute.Content{Meaning: &dispute.Meaning{Attribution: w.R.Attributions[0].ID, As: disputetest.OneOf(w, w.R.Claims).ID}}})
		add(dispute.Claim{Content: dispute.Content{Dating: &dispute.Dating{Event: about, When: w.Date(), Until: w.Date()}}})
	}
	updated(w, about)
	for range 3 {
		undercut := disputetest.Aimed(dispute.AttributionID(fmt.Sprintf("b%d", len(w.R.Attributions))), w.Actor(), dispute.StanceUndercuts, disputetest.OneOf(w, w.R.Attributions).ID)
		w.R.Attributions = append(w.R.Attributions, undercut)
	}
	return w.R
}

// updated lets one speaker give two figures on successive days, and lets others
// take the later one away, and give it back.
func updated(w *disputetest.World, about dispute.EventID) {
	for i := range 2 {
		id := dispute.ClaimID(fmt.Sprintf("u%d", i))
		w.R.Claims = append(w.R.Claims, dispute.Claim{ID: id, Text: "so many", Content: dispute.Content{Figure: &dispute.Figure{Event: about, Category: "missing", Best: disputetest.Number(int64(i))}}})
		a := disputetest.States("courier", id)
		a.Said = edtf.MustParse([]string{"2024-08-01", "2024-08-09"}[i])
		w.R.Attributions = append(w.R.Attributions, a)
	}
	if w.Chance(30) {
		w.R.Attributions = append(w.R.Attributions, disputetest.States("herald", "u0"))
	}
	for _, take := range []dispute.Attribution{disputetest.Aimed("u2", "herald", dispute.StanceUndercuts, "courier-on-u1"),
		disputetest.Aimed("u3", "courier", dispute.StanceDenies, "courier-on-u1")} {
		if w.Chance(40) {
			w.R.Attributions = append(w.R.Attributions, take)
			if w.Chance(40) {
				back := disputetest.Aimed(take.ID+"-back", take.Speaker, dispute.StanceRetracts, take.ID)
				w.R.Attributions = append(w.R.Attributions, back)
			}
		}
	}
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
			sets[fmt.Sprintf("figures/%s/%s/%s", e.ID, s.Category, s.Of)] = ratedSet{s.String(), s.Reasons().Items()}
		}
		if s := v.Dates(e.ID); len(s.Rows) > 0 {
			sets["dates/"+string(e.ID)] = ratedSet{s.String(), s.Reasons().Items()}
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

// A cutter cuts one record down to some of its items and all that they refer to,
// in all versions, and keeps what is seen of each part of it: many facts rest on
// the same.
type cutter struct {
	whole dispute.Record
	lens  dispute.Lens
	uses  map[dispute.Ref][]dispute.Ref
	parts map[string]*part
}

// A part is a record cut down, and the answers to it.
type part struct {
	record dispute.Record
	facts  map[string]dispute.Fact
	sets   map[string]ratedSet
}

func newCutter(r dispute.Record, l dispute.Lens) *cutter {
	c := &cutter{whole: r, lens: l, uses: map[dispute.Ref][]dispute.Ref{}, parts: map[string]*part{}}
	disputetest.EachItem(&r, func(own dispute.Ref, item reflect.Value) {
		disputetest.EachID(item, func(_ reflect.Value, ref dispute.Ref) { c.uses[own] = append(c.uses[own], ref) })
		if old := item.FieldByName("Supersedes").String(); old != "" { // what leads to the old one leads here
			ref := dispute.Ref{Kind: own.Kind, ID: old}
			c.uses[ref] = append(c.uses[ref], own)
		}
	})
	return c
}

// cut returns the part that some items make.
func (c *cutter) cut(items map[dispute.Ref]bool) *part {
	var pending []dispute.Ref
	for ref := range items {
		pending = append(pending, ref)
	}
	for len(pending) > 0 {
		last := pending[len(pending)-1]
		pending = pending[:len(pending)-1]
		for _, ref := range c.uses[last] {
			if !items[ref] {
				items[ref] = true
				pending = append(pending, ref)
			}
		}
	}
	key := fmt.Sprint(slices.SortedFunc(maps.Keys(items), dispute.Ref.Compare))
	if c.parts[key] == nil {
		c.parts[key] = &part{record: disputetest.KeepOnly(c.whole, func(ref dispute.Ref) bool { return items[ref] })}
	}
	return c.parts[key]
}

// fact returns what is so of a part: a fact, found by its key.
func (c *cutter) fact(t *testing.T, p *part, key string) dispute.Fact {
	if p.facts == nil {
		p.facts = map[string]dispute.Fact{}
		for _, f := range disputetest.View(t, p.record, c.lens).Snapshot().Facts {
			p.facts[f.Key] = f
		}
	}
	return p.facts[key]
}

// set returns the rival figures or dates of a part by their key.
func (c *cutter) set(t *testing.T, p *part, key string) ratedSet {
	if p.sets == nil {
		p.sets = setsOf(disputetest.View(t, p.record, c.lens))
	}
	return p.sets[key]
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
		c := newCutter(whole, dispute.Lens{})
		got := c.fact(t, c.cut(itemsOf(s, f)), f.Key)
		if f.Text == "" || got.Text != f.Text {
			t.Errorf("%s: (-whole +cut):\n%s", name, cmp.Diff(f, got))
		}
	}
}

package fuzz

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/internal/disputetest"
)

// largestText bounds what a target takes, so that a round stays short.
const largestText = 8 << 10

// FuzzText: a text that decodes and compiles gives the same answers as its
// canonical text, under a lens of everybody and under one of a party on a day.
// What does not compile says what is wrong where.
func FuzzText(f *testing.F) {
	for seed := range uint64(12) {
		var b bytes.Buffer
		if err := dispute.Encode(&b, disputetest.RandomRecord(seed)); err != nil {
			f.Fatal(err)
		}
		f.Add(b.Bytes(), seed)
	}
	f.Fuzz(func(t *testing.T, text []byte, seed uint64) {
		if len(text) > largestText {
			return
		}
		r, err := dispute.Decode(bytes.NewReader(text))
		if err != nil {
			return
		}
		d, err := dispute.Compile(r)
		if err != nil {
			if list, ok := errors.AsType[*dispute.RecordError](err); !ok || len(list.Problems) == 0 {
				t.Fatalf("error %v, want a *RecordError that lists problems", err)
			}
			return
		}
		again, err := dispute.Compile(r.Canonical())
		if err != nil {
			t.Fatalf("the canonical record does not compile: %v", err)
		}
		for _, lens := range lensesOf(r, seed) {
			sameAnswers(t, r, lens, d, again)
		}
	})
}

// FuzzRecord: the answers to a record made of arbitrary choices do not depend
// on the order of its lists, and asking again changes nothing.
func FuzzRecord(f *testing.F) {
	addChoices(f)
	f.Fuzz(func(t *testing.T, choices []byte, seed uint64) {
		r := disputetest.RecordFrom(&disputetest.Choices{Bytes: choices})
		other := disputetest.Shuffled(rand.New(rand.NewPCG(seed, 1)), disputetest.Copy(r))
		for _, lens := range lensesOf(r, seed) {
			sameAnswers(t, r, lens, compiled(t, r), compiled(t, other))
		}
	})
}

// FuzzDifference: a snapshot and the difference to another one are that other
// one; a view does not differ from itself.
func FuzzDifference(f *testing.F) {
	addChoices(f)
	f.Fuzz(func(t *testing.T, choices []byte, seed uint64) {
		r := disputetest.RecordFrom(&disputetest.Choices{Bytes: choices})
		d, lenses := compiled(t, r), lensesOf(r, seed)
		b, err := d.View(lenses[1])
		if err != nil { // its party is not on file by then
			return
		}
		a := disputetest.View(t, r, lenses[0])
		for _, pair := range [][2]*dispute.View{{a, b}, {b, a}, {a, a}} {
			diff := dispute.Diff(pair[0], pair[1])
			got, err := pair[0].Snapshot().Apply(diff)
			if err != nil {
				t.Fatalf("%v\n%s", err, disputetest.Dump(t, r, lenses[1]))
			}
			if d := cmp.Diff(pair[1].Snapshot(), got); d != "" {
				t.Fatalf("(-want +applied):\n%s\n%s", d, disputetest.Dump(t, r, lenses[1]))
			}
			if pair[0] == pair[1] && len(diff.Changes) > 0 {
				t.Fatalf("a view differs from itself: %v", diff)
			}
		}
	})
}

// FuzzMerge: a record cut in two that share some items merges to itself, in
// either order; with one item changed the merger names it.
func FuzzMerge(f *testing.F) {
	addChoices(f)
	f.Fuzz(func(t *testing.T, choices []byte, seed uint64) {
		r := disputetest.RecordFrom(&disputetest.Choices{Bytes: choices})
		rng := rand.New(rand.NewPCG(seed, 2))
		where := map[dispute.Ref]int{}
		for _, ref := range disputetest.AllRefs(r) {
			where[ref] = 1 + rng.IntN(3)
		}
		var parts [2]dispute.Record
		for i := range parts {
			there := map[dispute.Ref]bool{}
			for ref, in := range where {
				there[ref] = in&(1<<i) != 0
			}
			parts[i] = disputetest.Only(r, there)
		}
		for _, order := range [][2]int{{0, 1}, {1, 0}} {
			got, err := dispute.Merge(parts[order[0]], parts[order[1]])
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(disputetest.Text(t, r), disputetest.Text(t, got)); diff != "" {
				t.Fatalf("(-whole +merged):\n%s", diff)
			}
		}
		changed := disputetest.Copy(r)
		at := rng.IntN(len(changed.Actors))
		changed.Actors[at].Name += " the other"
		_, err := dispute.Merge(r, changed)
		conflict, ok := errors.AsType[*dispute.MergeError](err)
		if !ok || !strings.Contains(conflict.Error(), string(changed.Actors[at].ID)) {
			t.Fatalf("error %v, want one that names actor %q", err, changed.Actors[at].ID)
		}
	})
}

// addChoices adds seeds of choices.
func addChoices(f *testing.F) {
	for seed := range uint64(12) {
		f.Add(disputetest.SomeChoices(seed), seed)
	}
}

// lensesOf returns the zero lens and one of a day and of somebody on file.
func lensesOf(r dispute.Record, seed uint64) []dispute.Lens {
	rng := rand.New(rand.NewPCG(seed, 4))
	w := disputetest.World{Rand: rng, R: r}
	lens := dispute.Lens{KnownBy: w.Day(), RecordedBy: w.Day()}
	if len(r.Actors) > 0 && w.Chance(50) {
		lens.Standpoint = disputetest.OneOf(&w, r.Actors).ID
	}
	return []dispute.Lens{{}, lens}
}

func compiled(t *testing.T, r dispute.Record) *dispute.Dossier {
	t.Helper()
	d, err := dispute.Compile(r)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// sameAnswers fails unless two dossiers of one record answer alike, and each
// again as before.
func sameAnswers(t *testing.T, r dispute.Record, lens dispute.Lens, a, b *dispute.Dossier) {
	t.Helper()
	v, err := a.View(lens)
	w, otherErr := b.View(lens)
	if fmt.Sprint(err) != fmt.Sprint(otherErr) {
		t.Fatalf("%v, and of the same record %v", err, otherErr)
	}
	if err != nil {
		return
	}
	first := answers(t, r, v)
	for _, other := range []map[string]string{answers(t, r, w), answers(t, r, v)} {
		if diff := cmp.Diff(first, other); diff != "" {
			t.Fatalf("(-one +other):\n%s\n%s", diff, disputetest.Dump(t, r, lens))
		}
	}
}

// answers returns everything that a view tells, as text by question.
func answers(t *testing.T, r dispute.Record, v *dispute.View) map[string]string {
	t.Helper()
	all := map[string]string{}
	put := func(answer any, question ...any) {
		text, err := json.Marshal(answer)
		if err != nil {
			t.Fatalf("%v: %v", question, err)
		}
		all[fmt.Sprint(question...)] = string(text)
	}
	put(v.Snapshot(), "snapshot")
	put(v.Timeline(), "timeline")
	put(v.OpenQuestions(), "questions")
	put(v.Conflicts(), "conflicts")
	for set := range v.AllFigures() {
		put(set, "figures ", len(all))
	}
	for set := range v.AllDates() {
		put(set, "dates ", len(all))
	}
	for rel := range v.Relations() {
		put(rel.History(), "relation ", rel.Pair())
	}
	for _, e := range r.Events {
		put(v.EventStatus(e.ID), "event ", e.ID)
		put(v.Answers(e.ID), "answers to ", e.ID)
	}
	for _, c := range r.Claims {
		put(v.Status(c.ID), "claim ", c.ID)
	}
	for _, a := range r.Actors {
		put(v.Account(a.ID), "account of ", a.ID)
		put(v.Compare(a.ID, r.Actors[0].ID), "compared ", a.ID)
	}
	for _, ref := range disputetest.AllRefs(r) {
		put(v.Sentence(ref), "sentence on ", ref)
	}
	return all
}

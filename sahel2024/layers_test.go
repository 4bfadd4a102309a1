package sahel2024_test

import (
	"testing"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/sahel2024"
)

// daysOf returns the days an item states.
func daysOf(item any) (known, recorded edtf.Day) {
	switch x := item.(type) {
	case dispute.Actor:
		return x.Known, x.Recorded
	case dispute.Source:
		return x.Known, x.Recorded
	case dispute.Event:
		return x.Known, x.Recorded
	case dispute.Claim:
		return x.Known, x.Recorded
	case dispute.Attribution:
		return x.Known, x.Recorded
	}
	panic("no item")
}

func TestEveryItemStatesItsDays(t *testing.T) {
	report, later := edtf.MustParseDay("2024-08-21"), edtf.MustParseDay("2024-08-22")
	r := sahel2024.Record()
	layer := map[edtf.Day]int{}
	each(r, func(own dispute.Ref, item any) {
		known, recorded := daysOf(item)
		layer[recorded]++
		if known.IsZero() && own.Kind != dispute.ItemActor {
			t.Errorf("%v states no known day", own)
		}
		if !known.IsZero() && known.Compare(recorded) > 0 {
			t.Errorf("%v was recorded on %v, before it was known on %v", own, recorded, known)
		}
	})
	if layer[report] == 0 || layer[later] == 0 || len(layer) != 2 {
		t.Errorf("items by the day they were recorded: %v; want some on %v, some on %v, none on another day", layer, report, later)
	}
}

// An item that refers to a later one would appear later than its own days say.
func TestNoItemRefersToALaterOne(t *testing.T) {
	r := sahel2024.Record()
	items := map[dispute.Ref]any{}
	each(r, func(own dispute.Ref, item any) { items[own] = item })
	each(r, func(own dispute.Ref, item any) {
		known, recorded := daysOf(item)
		for _, to := range references(item) {
			k, rec := daysOf(items[to])
			if !k.IsZero() && (known.IsZero() || k.Compare(known) > 0) {
				t.Errorf("%v, known on %v, refers to %v, known on %v", own, known, to, k)
			}
			if rec.Compare(recorded) > 0 {
				t.Errorf("%v, recorded on %v, refers to %v, recorded on %v", own, recorded, to, rec)
			}
		}
	})
}

// What layer 2 makes more precise: the day or days, and the source for them.
func TestSharperDates(t *testing.T) {
	f := onFile()
	report, full := look(t, reportLayer), look(t, fullLayer)
	for _, e := range []struct {
		id            dispute.EventID
		source        dispute.SourceID
		published     string
		before, after [4]string
	}{
		{"attack", "rebel-battle-statement", "[2024-07-27..2024-07-28]",
			[4]string{"2024-07-21", "2024-07-31", "2024-07-21", "2024-07-31"}, [4]string{"2024-07-25", "2024-07-25", "2024-07-27", "2024-07-27"}},
		{"gur-remarks", "gur-broadcast", "2024-07-29",
			[4]string{"2024-07-21", "2024-08-21", "2024-07-21", "-"}, [4]string{"2024-07-29", "2024-07-29", "2024-07-29", "2024-07-29"}},
		{"mali-cuts-ties", "mali-communique", "2024-08-04",
			[4]string{"2024-08-01", "2024-08-21", "2024-08-01", "2024-08-21"}, [4]string{"2024-08-04", "2024-08-04", "2024-08-04", "2024-08-04"}},
		{"mali-accuses", "mali-communique", "2024-08-04",
			[4]string{"2024-07-21", "2024-08-21", "2024-07-21", "-"}, [4]string{"2024-08-04", "2024-08-04", "2024-08-04", "2024-08-04"}},
		{"niger-cuts-ties", "niger-communique", "2024-08-06",
			[4]string{"2024-08-01", "2024-08-21", "2024-08-01", "-"}, [4]string{"2024-08-06", "2024-08-06", "2024-08-06", "2024-08-06"}},
		{"alliance-founded", "liptako-gourma-charter", "2023-09-16",
			[4]string{"-", "2024-08-21", "-", "-"}, [4]string{"2023-09-16", "2023-09-16", "2023-09-16", "2023-09-16"}},
	} {
		same(t, string(e.id)+" in the report", e.before, bounds(report.When(e.id)))
		same(t, string(e.id)+" in full", e.after, bounds(full.When(e.id)))
		same(t, string(e.id)+": superseded by", e.id+"-dated", full.When(e.id).Event)
		dated := f.events[e.id+"-dated"]
		same(t, string(e.id)+": source", []dispute.SourceID{e.source}, dated.Sources)
		same(t, string(e.id)+": source published", e.published, f.sources[e.source].Published.String())
	}
}

// Niger's break has no date in the report: it follows Mali's, and the report
// follows it.
func TestNigersBreakGetsItsBoundsFromItsLinks(t *testing.T) {
	if when := onFile().events["niger-cuts-ties"].When; !when.IsZero() {
		t.Fatalf("the report dates Niger's break: %v", when)
	}
	s := look(t, reportLayer).When("niger-cuts-ties")
	same(t, "bounds", [4]string{"2024-08-01", "2024-08-21", "2024-08-01", "-"}, bounds(s))
	same(t, "tightened", true, s.Tightened)
	named := map[dispute.Ref]bool{}
	for _, ref := range s.Reasons().Items() {
		named[ref] = true
	}
	for _, by := range []dispute.EventID{"mali-cuts-ties", "niger-cuts-ties", "report-published"} {
		if !named[by.Ref()] {
			t.Errorf("the reasons do not name %q: %v", by, s.Reasons().Items())
		}
	}
}

func TestThePublisherIsCorrected(t *testing.T) {
	f := onFile()
	same(t, "an early text", dispute.ActorID("alliance-of-sahel-states"), f.sources["letter"].Publisher)
	same(t, "a later text", dispute.ActorID("mali-foreign-ministry"), f.sources["letter-corrected"].Publisher)
	same(t, "supersedes", dispute.SourceID("letter"), f.sources["letter-corrected"].Supersedes)

	for _, layer := range []struct {
		lens      dispute.Lens
		claim     dispute.ClaimID
		event     dispute.EventID
		roots     []string
		publisher []string
	}{
		{reportLayer, "letter-publisher", "letter-published", []string{"outlet-names-publisher", "publisher-publishes-letter"}, []string{"actor alliance-of-sahel-states"}},
		{fullLayer, "letter-publisher-corrected", "letter-published-corrected", []string{"later-outlet-names-publisher", "publisher-publishes-letter-corrected", "source later-text"},
			[]string{"actor mali-foreign-ministry"}},
	} {
		v := look(t, layer.lens)
		s := v.Status(layer.claim)
		same(t, "claim", layer.claim, s.Claim)
		same(t, "superseded by", dispute.ClaimID(""), s.SupersededBy)
		same(t, "roots", layer.roots, rootNames(s.For))
		same(t, "who published it", layer.publisher, participants(f.events[v.EventStatus(layer.event).Event]))
	}
	// That it was the Alliance's doing is another proposition: nobody says so any
	// more, and nobody's words were turned into it.
	was := look(t, fullLayer).Status("letter-publisher")
	same(t, "what was corrected", dispute.ClaimID("letter-publisher"), was.Claim)
	same(t, "by what", dispute.ClaimID("letter-publisher-corrected"), was.SupersededBy)
	same(t, "roots of what was corrected", 0, len(was.For.Roots()))
	same(t, "source of the correction", []dispute.SourceID{"later-text"}, f.events["letter-published-corrected"].Sources)
}

// Recorded by 21 August or 22 August, the support claim stands the same.
func TestTheSupportStaysContestedInBothLayers(t *testing.T) {
	want := summary{
		Label: "contested", Pair: [2]int{1, 1}, Origins: [2]int{2, 2},
		For:     []string{"gur-implies-information", "letter-alleges-support"},
		Against: []string{"rebels-deny-support", "ukraine-denies-support"}, Standing: "open",
	}
	for name, l := range map[string]dispute.Lens{"report": reportLayer, "full": fullLayer, "everything": {}} {
		same(t, name, want, summarise(look(t, l).Status("ukraine-supported-rebels")))
	}
}

func TestTheSupportFromEverySide(t *testing.T) {
	for party, want := range map[dispute.ActorID][]string{
		"":              {"open", "none"},
		"mali":          {"accepted", "standpoint"},
		"niger":         {"accepted", "standpoint"},
		"burkina-faso":  {"accepted", "standpoint"},
		"ukraine":       {"dropped", "standpoint"},
		"tuareg-rebels": {"dropped", "standpoint"},
		"russia":        {"open", "none"},
		"gur":           {"open", "none"},
		// The letter is the members', not the Alliance's.
		"alliance-of-sahel-states": {"open", "none"},
	} {
		s := look(t, from(party)).Status("ukraine-supported-rebels")
		same(t, "standpoint "+string(party), want, []string{s.Standing.String(), s.Rule.String()})
		same(t, "pair from the standpoint "+string(party), [2]int{1, 1}, [2]int{s.For.Level, s.Against.Level})
		same(t, "roots for", []string{"gur-implies-information", "letter-alleges-support"}, rootNames(s.For))
		same(t, "roots against", []string{"rebels-deny-support", "ukraine-denies-support"}, rootNames(s.Against))
	}
}

// Known by a day: what was public by then, whenever it was recorded.
func TestWhatWasKnown(t *testing.T) {
	for _, row := range []struct {
		day                                   string
		attack, remarks, mali, niger, letters bool
	}{
		{"2024-07-27", false, false, false, false, false},
		{"2024-07-28", true, false, false, false, false},
		{"2024-08-01", true, true, false, false, false},
		{"2024-08-03", true, true, false, false, false},
		{"2024-08-04", true, true, true, false, false},
		{"2024-08-05", true, true, true, false, false},
		{"2024-08-06", true, true, true, true, false},
		{"2024-08-19", true, true, true, true, false},
		{"2024-08-20", true, true, true, true, true},
	} {
		v := look(t, knownBy(row.day))
		for id, want := range map[dispute.EventID]bool{
			"attack": row.attack, "gur-remarks": row.remarks, "mali-cuts-ties": row.mali, "niger-cuts-ties": row.niger, "demand-to-council": row.letters,
		} {
			if got := v.EventStatus(id).Label != 0; got != want {
				t.Errorf("known by %s: %q on file: %t, want %t", row.day, id, got, want)
			}
		}
	}
	v := look(t, knownBy("2024-08-05"))
	same(t, "known by 5 August, Mali's break", dispute.StandingAccepted, v.EventStatus("mali-cuts-ties").Standing)
	same(t, "known by 5 August, its day", "2024-08-04", v.When("mali-cuts-ties").EarliestStart.String())
	same(t, "known by 5 August, what is open", []string{"no-response/event/mali-accuses/ukraine"}, questions(v))
}

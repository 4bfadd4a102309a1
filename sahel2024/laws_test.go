package sahel2024_test

import (
	"encoding/json"
	"flag"
	"maps"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/disputetest"
	"github.com/dispute-go/dispute/sahel2024"
)

// viewpoints are the lenses under which the laws are tested.
var viewpoints = map[string]dispute.Lens{
	"everything":     {},
	"the report":     reportLayer,
	"known by 5 Aug": knownBy("2024-08-05"),
	"Mali's side":    from("mali"),
}

var orders = flag.Int("orders", 200, "how many orders of the embedded record to compare")

// The order of the lists, and of the sets inside the items, changes no byte of
// any answer, from whichever viewpoint.
func TestOrderChangesNothing(t *testing.T) {
	rounds := *orders
	if testing.Short() {
		rounds = min(rounds, 50)
	}
	names := slices.Sorted(maps.Keys(viewpoints))
	want := map[string]string{}
	for _, name := range names {
		want[name] = everything(look(t, viewpoints[name])).text()
	}
	for worker := range 2 {
		t.Run("", func(t *testing.T) {
			t.Parallel()
			for seed := worker; seed < rounds; seed += 2 {
				r := shuffled(sahel2024.Record(), rand.New(rand.NewPCG(uint64(seed), 2024)))
				name := names[seed/2%len(names)]
				if everything(disputetest.View(t, r, viewpoints[name])).text() != want[name] {
					t.Fatalf("seed %d, %s: answers differ", seed, name)
				}
			}
		})
	}
}

func shuffled(r dispute.Record, random *rand.Rand) dispute.Record {
	shuffle(random, r.Actors)
	shuffle(random, r.Sources)
	shuffle(random, r.Events)
	shuffle(random, r.Claims)
	shuffle(random, r.Attributions)
	for _, x := range r.Actors {
		shuffle(random, x.Aliases)
		shuffle(random, x.Codes)
		shuffle(random, x.Affiliations)
	}
	for _, x := range r.Sources {
		shuffle(random, x.DerivedFrom)
	}
	for _, x := range r.Events {
		shuffle(random, x.Participants)
		shuffle(random, x.Links)
		shuffle(random, x.Claims)
		shuffle(random, x.Sources)
	}
	for _, x := range r.Claims {
		shuffle(random, x.Adverse)
		shuffle(random, x.Favours)
		shuffle(random, x.Entails)
	}
	for _, x := range r.Attributions {
		shuffle(random, x.OnBehalfOf)
		shuffle(random, x.Relays)
		if n := len(x.Jointly); n > 0 {
			shuffle(random, x.Jointly)
		}
	}
	return r
}

func shuffle[T any](random *rand.Rand, list []T) {
	random.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
}

// A lens of days gives the same answers as a file from which everything that
// was not yet public, or not yet recorded, is physically missing.
func TestAViewIsTheTruncatedRecord(t *testing.T) {
	for name, lens := range map[string]dispute.Lens{
		"recorded by 20 Aug":                  {RecordedBy: edtf.MustParseDay("2024-08-20")},
		"the report":                          reportLayer,
		"known by 29 Jul":                     knownBy("2024-07-29"),
		"known by 1 Aug":                      knownBy("2024-08-01"),
		"known by 5 Aug":                      knownBy("2024-08-05"),
		"known by 21 Aug":                     knownBy("2024-08-21"),
		"known by 5 Aug, recorded by 21 Aug":  {KnownBy: edtf.MustParseDay("2024-08-05"), RecordedBy: edtf.MustParseDay("2024-08-21")},
		"known by 21 Aug, recorded by 22 Aug": {KnownBy: edtf.MustParseDay("2024-08-21"), RecordedBy: edtf.MustParseDay("2024-08-22")},
	} {
		t.Run(name, func(t *testing.T) {
			whole := sahel2024.Record()
			var later []dispute.Ref
			each(whole, func(own dispute.Ref, item any) {
				known, recorded := daysOf(item)
				if !lens.KnownBy.IsZero() && !known.IsZero() && known.Compare(lens.KnownBy) > 0 ||
					!lens.RecordedBy.IsZero() && !recorded.IsZero() && recorded.Compare(lens.RecordedBy) > 0 {
					later = append(later, own)
				}
			})
			got, want := answersOf(disputetest.View(t, whole, lens)), answersOf(disputetest.View(t, without(whole, later...), lens))
			for key, w := range want {
				if g, ok := got[key]; !ok || g.text != w.text {
					t.Errorf("%s differs\nview      %s\ntruncated %s", key, g.text, w.text)
				}
			}
			if len(got) != len(want) {
				t.Errorf("%d answers, want %d", len(got), len(want))
			}
		})
	}
}

func TestNothingIsModified(t *testing.T) {
	r := sahel2024.Record()
	for _, lens := range viewpoints {
		v := disputetest.View(t, r, lens)
		answersOf(v)
		summariesOf(v)
	}
	want, _ := json.Marshal(sahel2024.Record())
	got, _ := json.Marshal(r)
	same(t, "record after all questions", string(want), string(got))
}

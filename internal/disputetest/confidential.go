package disputetest

import (
	"bytes"
	"fmt"
	"io"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/dispute-go/dispute"
)

// Marker stands in the ID and the name of every actor that is known from
// confidential items alone, and in the texts of such items.
const Marker = "masked"

// ConfidentialRecord returns a small random record that compiles, some items of
// which are confidential; see [Marker].
func ConfidentialRecord(seed uint64) dispute.Record {
	w := World{Rand: rand.New(rand.NewPCG(seed, 0x5ec)), R: RandomRecord(seed)}
	hidden := w.maskedActors()
	w.R.Actors = append(w.R.Actors, hidden...)
	who := func(was dispute.ActorID) dispute.ActorID {
		if w.Chance(70) {
			return OneOf(&w, hidden).ID
		}
		return was
	}
	for i := range w.R.Sources {
		if w.Chance(40) {
			w.confideSource(&w.R.Sources[i], who)
		}
	}
	for i := range w.R.Attributions {
		if w.Chance(40) {
			w.confide(&w.R.Attributions[i], who)
		}
	}
	for i, a := range hidden {
		if a.Supersedes == "" { // a later version of an actor need not be named itself
			w.R.Attributions = append(w.R.Attributions, w.hiddenWord(i, a.ID))
		}
	}
	return w.R
}

// hiddenWord is a statement in confidence by one actor.
func (w *World) hiddenWord(i int, by dispute.ActorID) dispute.Attribution {
	a := dispute.Attribution{ID: dispute.AttributionID(fmt.Sprintf("b%d", i)), Speaker: by, Confidential: true, Claim: OneOf(w, w.R.Claims).ID,
		Stance: OneOf(w, []dispute.Stance{dispute.StanceAsserts, dispute.StanceDenies, dispute.StanceImplies, dispute.StanceHasNotResponded,
			dispute.StanceDeclinesComment, dispute.StanceInterprets, dispute.StanceRetracts, dispute.StanceUndercuts}),
		Lineage: OneOf(w, []dispute.Lineage{dispute.LineageFirstHand, dispute.LineageFirstHand, dispute.LineageRelaying}), OnRecord: dispute.RecordLevelOn,
		Said: w.Date(), Known: w.Day(), Recorded: w.Day(), Source: w.Source()}
	switch a.Stance {
	case dispute.StanceInterprets:
		a.Attribution = OneOf(w, w.R.Attributions).ID
	case dispute.StanceRetracts, dispute.StanceUndercuts:
		a.Claim, a.Attribution = "", OneOf(w, w.R.Attributions).ID
	case dispute.StanceHasNotResponded, dispute.StanceDenies, dispute.StanceDeclinesComment:
		if w.Chance(50) {
			a.Claim, a.Attribution = "", OneOf(w, w.R.Attributions).ID
		}
	}
	if a.Lineage == dispute.LineageRelaying {
		a.Relays = []dispute.AttributionID{OneOf(w, w.R.Attributions).ID}
	}
	return a
}

// maskedActors are a few actors that nothing names yet. Some are affiliated with
// those on file, or with each other.
func (w *World) maskedActors() []dispute.Actor {
	var list []dispute.Actor
	for i := range 4 {
		a := dispute.Actor{ID: dispute.ActorID(fmt.Sprintf("%s-%d", Marker, i)), Kind: dispute.ActorPerson,
			Name: fmt.Sprintf("%s name %d", strings.ToUpper(Marker), i), Recorded: w.Day()}
		for range w.IntN(3) {
			to := w.Actor()
			if i > 0 && w.Chance(20) {
				to = list[w.IntN(i)].ID
			}
			a.Affiliations = append(a.Affiliations, dispute.Affiliation{
				Kind: OneOf(w, []dispute.AffiliationKind{dispute.AffiliationPartOf, dispute.AffiliationSpeaksFor, dispute.AffiliationHoldsOffice,
					dispute.AffiliationMemberOf, dispute.AffiliationControlledBy}),
				To: to, Role: OneOf(w, []dispute.OfficeRole{"", dispute.OfficeForeignMinister}), Period: w.Date()})
		}
		if i > 0 && w.Chance(25) {
			a.Supersedes = list[w.IntN(i)].ID
		}
		list = append(list, a)
	}
	return list
}

// confideSource makes a source confidential, and lets others have brought it about.
func (w *World) confideSource(s *dispute.Source, who func(dispute.ActorID) dispute.ActorID) {
	s.Confidential, s.Title, s.URL, s.Note = true, "the "+Marker+" cable", "https://example.org/"+Marker, "by "+Marker
	s.Publisher = who(s.Publisher)
	for i := range s.Authors {
		s.Authors[i].Actor = who(s.Authors[i].Actor)
		if w.Chance(30) {
			s.Authors[i].OnBehalfOf = []dispute.ActorID{who(w.Actor())}
		}
	}
	if w.Chance(30) {
		s.Platform, s.Custody = who(""), []dispute.Custody{{Holder: who(w.Actor()), How: "from " + Marker}}
	}
}

// confide makes a statement confidential, and lets others make it.
func (w *World) confide(a *dispute.Attribution, who func(dispute.ActorID) dispute.ActorID) {
	a.Confidential, a.Note = true, "said by "+Marker
	if w.Chance(50) {
		a.Quotation = "I am " + Marker
	}
	a.Speaker = who(a.Speaker)
	if a.Speaker == "" {
		return
	}
	if w.Chance(30) {
		a.Jointly = append(a.Jointly, who(w.Actor()))
	}
	if w.Chance(30) {
		a.OnBehalfOf = append(a.OnBehalfOf, who(w.Actor()))
	}
}

// NamesNobody runs a program on records from standard input that hold confidential
// items, each time with the arguments for one, and fails where it writes a name that
// is known from these alone.
func NamesNobody(t *testing.T, run func(args []string, in io.Reader, out, log io.Writer) int, arguments func(dispute.Record) [][]string) {
	t.Helper()
	for seed := range LawSeeds(FewerIfShort(30)) {
		r := ConfidentialRecord(seed)
		for _, args := range arguments(r) {
			var out, log bytes.Buffer
			if status := run(args, strings.NewReader(Text(t, r)), &out, &log); status != 0 {
				t.Fatalf("seed %d: %q: exit status %d: %s", seed, args, status, &log)
			}
			if out.Len() == 0 {
				t.Errorf("seed %d: %q: no output", seed, args)
			}
			for line := range strings.Lines(out.String()) {
				if strings.Contains(strings.ToLower(line), Marker) {
					t.Errorf("seed %d: %q: a confidential name is in %q", seed, args, line)
				}
			}
		}
	}
}

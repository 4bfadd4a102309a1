package statuses_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"math/rand/v2"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/disputetest"
)

// tryLaw runs try on random records until it says what broke the law. It is
// reported whether the law had anything to say often enough: try calls said
// whenever it compared something.
func tryLaw(t *testing.T, try func(m *maker, said func()) (broken string)) {
	t.Helper()
	t.Parallel()
	compared, records := 0, 0
	for seed := range disputetest.LawSeeds(disputetest.FewerIfShort(500)) {
		records++
		if broken := try(newMaker(seed), func() { compared++ }); broken != "" {
			t.Fatalf("seed %d: %s", seed, broken)
		}
	}
	if compared < records/10 {
		t.Errorf("only %d comparisons on %d records: the records do not test the law", compared, records)
	}
}

// statuses returns the status of every claim and event of r as JSON.
func statuses(v *dispute.View, refs []dispute.Ref) map[dispute.Ref]string {
	all := map[dispute.Ref]string{}
	for _, ref := range refs {
		all[ref] = asJSON(disputetest.Ask(v, ref))
	}
	return all
}

// differ is cmp.Diff, and quick where nothing differs.
func differ(want, got map[dispute.Ref]string) string {
	if maps.Equal(want, got) {
		return ""
	}
	return cmp.Diff(want, got)
}

func asJSON(s dispute.Status) string {
	text, err := json.Marshal(s)
	if err != nil {
		panic(err)
	}
	return string(text)
}

func levels(s dispute.Status) [2]int { return [2]int{s.For.Level, s.Against.Level} }

// raised says whether one of the levels is greater than it was.
func raised(was, is dispute.Status) bool {
	return is.For.Level > was.For.Level || is.Against.Level > was.Against.Level
}

// shuffleAll puts every list of v whose order means nothing into another one.
func shuffleAll(rng *rand.Rand, v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			shuffleAll(rng, v.Elem())
		}
	case reflect.Slice:
		for i := range v.Len() {
			shuffleAll(rng, v.Index(i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			field := v.Type().Field(i)
			if !field.IsExported() {
				continue
			}
			shuffleAll(rng, v.Field(i))
			if f := v.Field(i); f.Kind() == reflect.Slice && field.Name != "Authors" && field.Name != "Custody" {
				rng.Shuffle(f.Len(), reflect.Swapper(f.Interface()))
			}
		}
	}
}

func TestLawOrderOfInputNeverMatters(t *testing.T) {
	tryLaw(t, func(m *maker, said func()) string {
		r := m.record()
		lens := m.lens()
		refs := disputetest.Propositions(&r)
		want := statuses(disputetest.View(t, r, lens), refs)
		other := disputetest.Copy(r)
		shuffleAll(m.rng, reflect.ValueOf(&other).Elem())
		lens.Policy.Competent = slices.Clone(lens.Policy.Competent)
		shuffleAll(m.rng, reflect.ValueOf(&lens).Elem())
		said()
		if diff := differ(want, statuses(disputetest.View(t, other, lens), refs)); diff != "" {
			return "the order of input changes statuses (-want +got):\n" + diff + disputetest.Dump(t, r, lens)
		}
		return ""
	})
}

// standingRoots returns the attributions that are roots, undiminished, on what
// they speak of.
func standingRoots(v *dispute.View, r dispute.Record) []dispute.Attribution {
	var list []dispute.Attribution
	for _, a := range r.Attributions {
		if a.Claim == "" {
			continue
		}
		s := v.Status(a.Claim)
		is := func(root dispute.Root) bool {
			return root.Attribution == a.ID && root.Claim == "" && root.DisownedBy == nil
		}
		gone := func(d dispute.Dropped) bool { return d.Attribution == a.ID }
		if slices.ContainsFunc(append(slices.Clone(s.For.Roots()), s.Against.Roots()...), is) && !slices.ContainsFunc(s.Dropped, gone) {
			list = append(list, a)
		}
	}
	return list
}

func TestLawRelaysDuplicatesAndReprintsNeverRaiseAPair(t *testing.T) {
	outlet := dispute.Actor{ID: "outlet", Kind: dispute.ActorMedium, Name: "Outlet"}
	tryLaw(t, func(m *maker, said func()) string {
		r := m.record()
		lens := m.lens()
		v := disputetest.View(t, r, lens)
		more := disputetest.Copy(r)
		more.Actors = append(more.Actors, outlet)
		what := ""
		if roots := standingRoots(v, r); len(roots) > 0 {
			a := disputetest.Copy(choose(m, roots...))
			root := a.ID
			a.ID, a.Supersedes = "tnew", ""
			switch what = choose(m, "a relay", "hearsay", "a copy of unknown lineage", "a duplicate"); what {
			case "a relay":
				a.Speaker, a.Jointly, a.Lineage, a.Relays = "outlet", nil, dispute.LineageRelaying, []dispute.AttributionID{root}
			case "hearsay":
				a.Speaker, a.Jointly, a.Claim, a.Attribution, a.Stance = "outlet", nil, "", root, dispute.StanceAsserts
			case "a copy of unknown lineage":
				a.Speaker, a.Jointly, a.Lineage = "outlet", nil, 0
			}
			more.Attributions = append(more.Attributions, a)
		}
		// A source listed on an event is reprinted by somebody else and listed
		// beside; or, if by a publisher without an interest, what is made with its
		// help.
		interested := map[dispute.SourceID]bool{}
		for _, ref := range disputetest.Propositions(&r) {
			s := disputetest.Ask(v, ref)
			for _, root := range append(slices.Clone(s.For.Roots()), s.Against.Roots()...) {
				interested[root.Source] = interested[root.Source] || root.Interested
			}
		}
		for i := range more.Events {
			e := &more.Events[i]
			s := v.EventStatus(e.ID)
			for _, root := range s.For.Roots() {
				at := slices.IndexFunc(more.Sources, func(x dispute.Source) bool { return x.ID == root.Source })
				if s.Event != e.ID || at < 0 || root.Claim != "" || m.chance(50) {
					continue
				}
				original := more.Sources[at]
				reprint := dispute.Source{ID: original.ID + "-reprint", Kind: dispute.SourceArticle, Publisher: "outlet", Published: original.Published,
					ReprintOf: original.ID, Known: original.Known, Recorded: original.Recorded}
				if !interested[original.ID] && m.chance(50) {
					reprint.ReprintOf, reprint.DerivedFrom = "", []dispute.SourceID{original.ID}
				}
				if !slices.ContainsFunc(more.Sources, func(x dispute.Source) bool { return x.ID == reprint.ID }) {
					more.Sources = append(more.Sources, reprint)
				}
				e.Sources = append(e.Sources, reprint.ID)
				what += " a reprint of " + string(original.ID)
			}
		}
		if what == "" {
			return ""
		}
		after := disputetest.View(t, more, lens)
		for _, ref := range disputetest.Propositions(&r) {
			said()
			if was, is := disputetest.Ask(v, ref), disputetest.Ask(after, ref); raised(was, is) {
				return fmt.Sprintf("%s raises %v from %v to %v\n%s", what, ref, levels(was), levels(is), disputetest.Dump(t, more, lens))
			}
		}
		return ""
	})
}

func TestLawAddingARootNeverLowersASide(t *testing.T) {
	tryLaw(t, func(m *maker, said func()) string {
		r := m.record()
		lens := m.lens()
		v := disputetest.View(t, r, lens)
		more := disputetest.Copy(r)
		root := m.newAttribution(99)
		root.Supersedes, root.Lineage, root.Claim, root.Attribution, root.TargetSource = "", dispute.LineageFirstHand, m.claim(), "", ""
		root.Stance = choose(m, dispute.StanceAsserts, dispute.StanceDenies, dispute.StanceImplies)
		more.Attributions = append(more.Attributions, root)
		after := disputetest.View(t, more, lens)
		if updatesAny(after, &r, root.ID) {
			return ""
		}
		on := slices.IndexFunc(r.Claims, func(c dispute.Claim) bool { return c.ID == root.Claim })
		mayOppose := !lens.Policy.NamedOnly && r.Claims[on].Content.Occurred != ""
		for _, ref := range disputetest.Propositions(&r) {
			if mayOppose && ref != root.Claim.Ref() {
				continue // those who do it to each other may be adversaries from now on
			}
			said()
			if was, is := disputetest.Ask(v, ref), disputetest.Ask(after, ref); raised(is, was) {
				return fmt.Sprintf("%s lowers %v from %v to %v\n%s", root.ID, ref, levels(was), levels(is), disputetest.Dump(t, more, lens))
			}
		}
		return ""
	})
}

// updatesAny reports whether an attribution updates a figure or a date that its
// speaker gave before.
func updatesAny(v *dispute.View, r *dispute.Record, by dispute.AttributionID) bool {
	updated := func(x dispute.Root) bool { return x.UpdatedBy == by }
	return slices.ContainsFunc(disputetest.Propositions(r), func(ref dispute.Ref) bool {
		s := disputetest.Ask(v, ref)
		return slices.ContainsFunc(s.For.Roots(), updated) || slices.ContainsFunc(s.Against.Roots(), updated)
	})
}

func TestLawSilenceChangesNoPair(t *testing.T) {
	tryLaw(t, func(m *maker, said func()) string {
		r := m.record()
		lens := m.lens()
		v := disputetest.View(t, r, lens)
		more := disputetest.Copy(r)
		silence := m.newAttribution(99)
		silence.Supersedes, silence.Claim, silence.Attribution, silence.TargetSource = "", m.claim(), "", ""
		silence.Stance = choose(m, dispute.StanceNeitherConfirmsNorDenies, dispute.StanceDeclinesComment, dispute.StanceHasNotResponded)
		more.Attributions = append(more.Attributions, silence)
		after := disputetest.View(t, more, lens)
		for _, ref := range disputetest.Propositions(&r) {
			said()
			was, is := disputetest.Judgement(disputetest.Ask(v, ref)), disputetest.Judgement(disputetest.Ask(after, ref))
			is.Responses = disputetest.OrNil(slices.DeleteFunc(slices.Clone(is.Responses), func(x dispute.Response) bool { return x.Attribution == silence.ID }))
			if !reflect.DeepEqual(was, is) {
				return fmt.Sprintf("silence changes %v (-want +got):\n%s%s", ref, cmp.Diff(was, is), disputetest.Dump(t, more, lens))
			}
		}
		return ""
	})
}

// Where there are undercuts, to declare whoever made one dependent can take
// its right to attack away, and so raise a pair: rule 8 says so.
func TestLawDeclaringDependenceNeverRaisesAPair(t *testing.T) {
	tryLaw(t, func(m *maker, said func()) string {
		m.peaceful = true
		r := m.record()
		lens := m.lens()
		v := disputetest.View(t, r, lens)
		more := disputetest.Copy(r)
		a := &more.Actors[m.rng.IntN(len(more.Actors))]
		a.Affiliations = append(a.Affiliations, dispute.Affiliation{
			Kind: choose(m, dispute.AffiliationDependsOn, dispute.AffiliationControlledBy), To: m.actor(), Period: m.period()})
		// Not to meet a day of its own, the tie leads to somebody always there.
		to := &more.Actors[slices.IndexFunc(more.Actors, func(x dispute.Actor) bool { return x.ID == a.Affiliations[len(a.Affiliations)-1].To })]
		if !to.Known.IsZero() || !to.Recorded.IsZero() || to.Supersedes != "" || to.ID == a.Supersedes {
			return ""
		}
		after := disputetest.View(t, more, lens)
		for _, ref := range disputetest.Propositions(&r) {
			said()
			if was, is := disputetest.Ask(v, ref), disputetest.Ask(after, ref); raised(was, is) {
				return fmt.Sprintf("declaring %s dependent on %s raises %v from %v to %v\n%s", a.ID, to.ID, ref, levels(was), levels(is), disputetest.Dump(t, more, lens))
			}
		}
		return ""
	})
}

func TestLawAMemberIsNotItsBloc(t *testing.T) {
	tryLaw(t, func(m *maker, said func()) string {
		m.calm = true
		r := m.record()
		lens := m.lens()
		more := disputetest.Copy(r)
		a := &more.Actors[m.rng.IntN(len(more.Actors))]
		a.Affiliations = append(a.Affiliations, dispute.Affiliation{Kind: dispute.AffiliationMemberOf, To: m.actor(), Role: dispute.OfficeHeadOfState})
		said()
		refs := disputetest.Propositions(&r)
		if diff := differ(statuses(disputetest.View(t, r, lens), refs), statuses(disputetest.View(t, more, lens), refs)); diff != "" {
			return "membership changes statuses (-want +got):\n" + diff + disputetest.Dump(t, more, lens)
		}
		return ""
	})
}

func TestLawDenialIsNotRetraction(t *testing.T) {
	tryLaw(t, func(m *maker, said func()) string {
		r := m.record()
		lens := m.lens()
		v := disputetest.View(t, r, lens)
		roots := standingRoots(v, r)
		if len(roots) == 0 {
			return ""
		}
		root := choose(m, roots...)
		denial := dispute.Attribution{ID: "tnew", Speaker: root.Speaker, Jointly: root.Jointly, Stance: dispute.StanceDenies,
			Lineage: dispute.LineageFirstHand, OnRecord: dispute.RecordLevelOn, Strength: dispute.StrengthCategorical, Known: root.Known, Recorded: root.Recorded}
		ofIt, ofClaim := disputetest.Copy(r), disputetest.Copy(r)
		denial.Attribution = root.ID
		ofIt.Attributions = append(ofIt.Attributions, denial)
		denial.Attribution, denial.Claim = "", root.Claim
		ofClaim.Attributions = append(ofClaim.Attributions, denial)
		afterIt, afterClaim := disputetest.View(t, ofIt, lens), disputetest.View(t, ofClaim, lens)
		for _, ref := range disputetest.Propositions(&r) {
			said()
			was, is := disputetest.Ask(v, ref), disputetest.Ask(afterIt, ref)
			after := map[string]dispute.Status{"that " + string(root.ID) + " was said": is, "what " + string(root.ID) + " says": disputetest.Ask(afterClaim, ref)}
			for _, what := range slices.Sorted(maps.Keys(after)) {
				is := after[what]
				if lost := lostRoot(was, is); lost != "" {
					return fmt.Sprintf("denying %s takes the root %s of %v away\n%s", what, lost, ref, disputetest.Dump(t, ofIt, lens))
				}
				if len(was.Dropped) != len(is.Dropped) {
					return fmt.Sprintf("denying %s drops something of %v\n%s", what, ref, disputetest.Dump(t, ofClaim, lens))
				}
			}
		}
		return ""
	})
}

// lostRoot returns a root that one status has and another one has not, with the
// same speakers.
func lostRoot(was, is dispute.Status) dispute.AttributionID {
	for _, sides := range [][2]dispute.Side{{was.For, is.For}, {was.Against, is.Against}} {
		for _, before := range sides[0].Roots() {
			if !slices.ContainsFunc(sides[1].Roots(), func(x dispute.Root) bool {
				return x.Attribution == before.Attribution && slices.Equal(x.Speakers, before.Speakers)
			}) {
				return before.Attribution
			}
		}
	}
	return ""
}

// lastingLens returns a lens that looks back.
func (m *maker) lastingLens() dispute.Lens {
	l := m.lens()
	day := func() edtf.Day { return edtf.MustParseDay(fmt.Sprintf("2024-01-%02d", 2+m.rng.IntN(7))) }
	l.KnownBy, l.RecordedBy = edtf.Day{}, edtf.Day{}
	if m.chance(70) {
		l.KnownBy = day()
	}
	if m.chance(70) || l.KnownBy.IsZero() {
		l.RecordedBy = day()
	}
	return l
}

func TestLawALaterItemNeverChangesAnEarlierAnswer(t *testing.T) {
	tryLaw(t, func(m *maker, said func()) string {
		r := m.record()
		lens := m.lastingLens()
		more := disputetest.Copy(r)
		late := func() (known, recorded edtf.Day) {
			after := edtf.MustParseDay("2024-01-20")
			if lens.RecordedBy.IsZero() || !lens.KnownBy.IsZero() && m.chance(50) {
				return after, m.day()
			}
			return m.day(), after
		}
		for i := range 1 + m.rng.IntN(3) {
			n := 90 + i
			switch m.rng.IntN(5) {
			case 0:
				x := m.newActor(n)
				x.Supersedes = choose(m, "", m.actor())
				x.Known, x.Recorded = late()
				more.Actors = append(more.Actors, x)
			case 1:
				x := m.newSource(n)
				x.Supersedes = choose(m, "", m.source())
				x.Known, x.Recorded = late()
				more.Sources = append(more.Sources, x)
			case 2:
				x := m.newEvent(n)
				x.Supersedes = choose(m, "", m.event())
				x.Known, x.Recorded = late()
				more.Events = append(more.Events, x)
			case 3:
				x := m.newClaim(n)
				x.Supersedes = choose(m, "", m.claim())
				x.Known, x.Recorded = late()
				more.Claims = append(more.Claims, x)
			case 4:
				x := m.newAttribution(n)
				x.Supersedes = choose(m, "", m.attribution())
				x.Known, x.Recorded = late()
				more.Attributions = append(more.Attributions, x)
			}
		}
		said()
		refs := disputetest.Propositions(&r)
		if diff := differ(statuses(disputetest.View(t, r, lens), refs), statuses(disputetest.View(t, more, lens), refs)); diff != "" {
			return "later items change earlier statuses (-want +got):\n" + diff + disputetest.Dump(t, more, lens)
		}
		return ""
	})
}

func TestLawAViewIsTheTruncatedRecord(t *testing.T) {
	tryLaw(t, func(m *maker, said func()) string {
		r := m.record()
		lens := m.lastingLens()
		cut := disputetest.Truncate(r, lens.KnownBy, lens.RecordedBy)
		there := func(id dispute.ActorID) bool {
			return slices.ContainsFunc(cut.Actors, func(a dispute.Actor) bool { return a.ID == id })
		}
		whole := dispute.Lens{Policy: lens.Policy}
		if there(lens.Standpoint) {
			whole.Standpoint = lens.Standpoint
		}
		whole.Policy.Competent = slices.DeleteFunc(slices.Clone(lens.Policy.Competent), func(id dispute.ActorID) bool { return !there(id) })
		refs := disputetest.Propositions(&cut)
		for range refs {
			said()
		}
		if diff := differ(statuses(disputetest.View(t, cut, whole), refs), statuses(disputetest.View(t, r, lens), refs)); diff != "" {
			return "the view differs from the truncated record (-want +got):\n" + diff + disputetest.Dump(t, r, lens)
		}
		return ""
	})
}

var anyID = regexp.MustCompile(`\b[asect]\d+\b`)

func TestLawRenamingCommutes(t *testing.T) {
	tryLaw(t, func(m *maker, said func()) string {
		r := m.record()
		lens := m.lens()
		var ids []string
		disputetest.EachItem(&r, func(ref dispute.Ref, _ reflect.Value) { ids = append(ids, ref.ID) })
		slices.Sort(ids)
		names := map[string]string{}
		for rank, id := range ids {
			names[id] = fmt.Sprintf("%c.%03d", id[0], 3*rank)
		}
		renamed := disputetest.Copy(r)
		rename := func(id reflect.Value, ref dispute.Ref) { id.SetString(names[ref.ID]) }
		disputetest.EachID(reflect.ValueOf(&renamed).Elem(), rename)
		refs := disputetest.Propositions(&r)
		want := map[dispute.Ref]string{}
		for ref, text := range statuses(disputetest.View(t, r, lens), refs) {
			want[dispute.Ref{Kind: ref.Kind, ID: names[ref.ID]}] = anyID.ReplaceAllStringFunc(text, func(id string) string { return names[id] })
		}
		lens.Policy.Competent = slices.Clone(lens.Policy.Competent)
		disputetest.EachID(reflect.ValueOf(&lens).Elem(), rename)
		said()
		if diff := differ(want, statuses(disputetest.View(t, renamed, lens), disputetest.Propositions(&renamed))); diff != "" {
			return "renaming changes statuses (-want +got):\n" + diff + disputetest.Dump(t, r, lens)
		}
		return ""
	})
}

// scramble overwrites everything that v leads to.
func scramble(v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			scramble(v.Elem())
		}
	case reflect.Slice:
		for i := range v.Len() {
			scramble(v.Index(i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				scramble(v.Field(i))
			}
		}
	case reflect.String:
		v.SetString("scrambled")
	case reflect.Int, reflect.Int64:
		v.SetInt(-1)
	case reflect.Bool:
		v.SetBool(!v.Bool())
	case reflect.Uint8:
		v.SetUint(0)
	}
}

func TestLawNoInputIsModifiedOrKept(t *testing.T) {
	tryLaw(t, func(m *maker, said func()) string {
		r := m.record()
		lens := m.lens()
		refs := disputetest.Propositions(&r)
		before, lensBefore := disputetest.Copy(r), disputetest.Copy(lens)
		d, err := dispute.Compile(r)
		if err != nil {
			return err.Error()
		}
		v, err := d.View(lens)
		if err != nil {
			return err.Error()
		}
		want := statuses(v, refs)
		said()
		if !reflect.DeepEqual(before, r) || !reflect.DeepEqual(lensBefore, lens) {
			return "the record or the lens was modified\n" + disputetest.Dump(t, before, lensBefore)
		}
		scramble(reflect.ValueOf(&r).Elem())
		scramble(reflect.ValueOf(&lens).Elem())
		given := d.Record()
		scramble(reflect.ValueOf(&given).Elem())
		looked := v.Lens()
		scramble(reflect.ValueOf(&looked.Policy.Competent).Elem())
		for _, ref := range refs {
			s := disputetest.Ask(v, ref)
			scramble(reflect.ValueOf(&s).Elem())
		}
		if diff := differ(want, statuses(v, refs)); diff != "" {
			return "something given or taken was kept (-want +got):\n" + diff + disputetest.Dump(t, before, lensBefore)
		}
		v, err = d.View(lensBefore)
		if err != nil {
			return err.Error()
		}
		if diff := differ(want, statuses(v, refs)); diff != "" {
			return "the record was kept (-want +got):\n" + diff + disputetest.Dump(t, before, lensBefore)
		}
		return ""
	})
}

func TestLawEveryStatusWithEvidenceHasReasons(t *testing.T) {
	tryLaw(t, func(m *maker, said func()) string {
		r := m.record()
		lens := m.lens()
		v := disputetest.View(t, r, lens)
		for _, ref := range disputetest.Propositions(&r) {
			s := disputetest.Ask(v, ref)
			rests := map[dispute.Ref]bool{}
			for _, side := range []dispute.Side{s.For, s.Against} {
				for _, root := range side.Roots() {
					rests[root.Attribution.Ref()], rests[root.Source.Ref()], rests[root.Claim.Ref()] = true, true, true
					for _, a := range slices.Concat(root.Speakers, root.OnBehalfOf, root.Principals) {
						rests[a.Ref()] = true
					}
				}
			}
			for _, d := range s.Dropped {
				rests[d.Attribution.Ref()], rests[d.Source.Ref()], rests[d.Impeached.Ref()] = true, true, true
				for _, id := range d.By {
					rests[id.Ref()] = true
				}
			}
			for _, x := range s.Responses {
				rests[x.Attribution.Ref()], rests[x.Speaker.Ref()] = true, true
			}
			for _, id := range slices.Concat(s.Interpretations, s.Relays, s.Unsourced) {
				rests[id.Ref()] = true
			}
			if len(rests) > 0 {
				said()
				rests[s.Event.Ref()] = true
				rests[s.Claim.Ref()] = true
			}
			named := map[dispute.Ref]bool{}
			for _, item := range s.Reasons().Items() {
				named[item] = true
			}
			for item := range rests {
				if item.ID != "" && !named[item] {
					return fmt.Sprintf("the reasons of %v do not name %v\n%v\n%s", ref, item, s.Reasons(), disputetest.Dump(t, r, lens))
				}
			}
			if wrong := malformed(s.Reasons()); s.Label != 0 && wrong != "" {
				return fmt.Sprintf("the reasons of %v: %s\n%v\n%s", ref, wrong, s.Reasons(), disputetest.Dump(t, r, lens))
			}
		}
		return ""
	})
}

// malformed says what is wrong with a graph of reasons: nodes that do not
// exist, are out of order, say the same, or are not reached from the root.
func malformed(r dispute.Reasons) string {
	if r.Root < 0 || r.Root >= len(r.Nodes) {
		return fmt.Sprintf("no root %d among %d nodes", r.Root, len(r.Nodes))
	}
	reached := make([]bool, len(r.Nodes))
	reached[r.Root] = true
	pending := []int{r.Root}
	for len(pending) > 0 {
		n := r.Nodes[pending[0]]
		pending = pending[1:]
		for i, b := range n.Because {
			if b < 0 || b >= len(r.Nodes) || i > 0 && b <= n.Because[i-1] {
				return fmt.Sprintf("%q rests on %v", n.Fact, n.Because)
			}
			if !reached[b] {
				reached[b] = true
				pending = append(pending, b)
			}
		}
	}
	if i := slices.Index(reached, false); i >= 0 {
		return fmt.Sprintf("nothing rests on %q", r.Nodes[i].Fact)
	}
	if !slices.IsSortedFunc(r.Nodes, func(a, b dispute.Reason) int { return strings.Compare(a.Fact, b.Fact) }) {
		return "not sorted by what they say"
	}
	return ""
}

// To delete a correction brings back what it corrected, and is left out here.
func TestLawWhatReasonsDoNotNameDoesNotMatter(t *testing.T) {
	tryLaw(t, func(m *maker, said func()) string {
		r := m.record()
		lens := m.lens()
		v := disputetest.View(t, r, lens)
		gone := map[dispute.Ref]bool{}
		some := 1 + m.rng.IntN(3)
		var all []dispute.Ref
		disputetest.EachItem(&r, func(ref dispute.Ref, _ reflect.Value) { all = append(all, ref) })
		for range some {
			gone[choose(m, all...)] = true
		}
		rest := disputetest.KeepOnly(r, func(ref dispute.Ref) bool { return !gone[ref] })
		left := map[dispute.Ref]bool{}
		disputetest.EachItem(&rest, func(ref dispute.Ref, _ reflect.Value) { left[ref] = true })
		restored := false
		disputetest.EachItem(&r, func(ref dispute.Ref, item reflect.Value) {
			restored = restored || !left[ref] && left[dispute.Ref{Kind: ref.Kind, ID: item.FieldByName("Supersedes").String()}]
		})
		if restored {
			return ""
		}
		for _, ref := range append([]dispute.Ref{lens.Standpoint.Ref()}, refsOf(lens.Policy.Competent)...) {
			if ref.ID != "" && !left[ref] {
				return ""
			}
		}
		after := disputetest.View(t, rest, lens)
		for _, ref := range disputetest.Propositions(&rest) {
			was := disputetest.Ask(v, ref)
			if slices.ContainsFunc(was.Reasons().Items(), func(item dispute.Ref) bool { return !left[item] }) {
				continue
			}
			said()
			if want, got := asJSON(was), asJSON(disputetest.Ask(after, ref)); want != got {
				return fmt.Sprintf("deleting %v, which the reasons of %v do not name, changes it (-want +got):\n%s\n%s", gone, ref, cmp.Diff(want, got), disputetest.Dump(t, r, lens))
			}
		}
		return ""
	})
}

func refsOf(ids []dispute.ActorID) []dispute.Ref {
	var list []dispute.Ref
	for _, id := range ids {
		list = append(list, id.Ref())
	}
	return list
}

// Every root stands under a fact that says which way it counts and of which
// origin it is, and every dropped statement under one that says so; nothing
// else that was looked at does, and every attribution is under some fact.
func TestLawReasonsTellWhatCounts(t *testing.T) {
	tryLaw(t, func(m *maker, said func()) string {
		r := m.record()
		lens := m.lens()
		v := disputetest.View(t, r, lens)
		for _, ref := range disputetest.Propositions(&r) {
			s := disputetest.Ask(v, ref)
			if s.Label == 0 {
				continue
			}
			told := map[string]bool{} // how something counts, and what
			var lines [][]string      // what is told as one statement for or against, with what it may be updated by
			under := map[dispute.Ref]bool{}
			for _, b := range s.Reasons().Nodes[s.Reasons().Root].Because {
				n := s.Reasons().Nodes[b]
				way, _, _ := strings.Cut(n.Fact, " ")
				_, after, _ := strings.Cut(n.Fact, ", ")
				origin, _, _ := strings.Cut(after, ":")
				var line []string
				for _, x := range n.Because {
					item := s.Reasons().Nodes[x].Item
					under[item] = true
					if way == "dropped" && strings.Contains(n.Fact, ": "+item.String()+", ") {
						told[way+" "+item.String()] = true
					} else if way == "for" || way == "against" {
						line = append(line, fmt.Sprint(way, " ", item, " ", origin))
					}
				}
				if line != nil {
					lines = append(lines, line)
				}
			}
			want := map[string]bool{}
			for way, side := range map[string]dispute.Side{"for": s.For, "against": s.Against} {
				for _, root := range side.Roots() {
					origin := fmt.Sprint("origin ", root.Origin)
					if root.Origin == 0 {
						origin = "adding no origin"
					}
					if root.Attribution != "" {
						want[fmt.Sprint(way, " ", root.Attribution.Ref(), " ", origin)] = true
					} else {
						want[fmt.Sprint(way, " ", root.Source.Ref(), " ", origin)] = true
					}
					said()
				}
			}
			for _, d := range s.Dropped {
				if d.Attribution != "" {
					want["dropped "+d.Attribution.Ref().String()] = true
				} else {
					want["dropped "+d.Source.Ref().String()] = true
				}
			}
			for _, line := range lines {
				if !slices.ContainsFunc(line, func(what string) bool { return want[what] }) {
					return fmt.Sprintf("the reasons of %v say %q\n%v\n%s", ref, line, s.Reasons(), disputetest.Dump(t, r, lens))
				}
				for _, what := range line {
					told[what] = true
				}
			}
			for what := range want {
				if !told[what] {
					return fmt.Sprintf("the reasons of %v do not say %q\n%v\n%s", ref, what, s.Reasons(), disputetest.Dump(t, r, lens))
				}
			}
			for what := range told {
				if !want[what] && strings.HasPrefix(what, "dropped ") {
					return fmt.Sprintf("the reasons of %v say %q\n%v\n%s", ref, what, s.Reasons(), disputetest.Dump(t, r, lens))
				}
			}
			for _, list := range [][]dispute.AttributionID{s.Relays, s.Unsourced, s.Interpretations} {
				if i := slices.IndexFunc(list, func(id dispute.AttributionID) bool { return !under[id.Ref()] }); i >= 0 {
					return fmt.Sprintf("the reasons of %v do not say why %s counts nothing\n%v\n%s", ref, list[i], s.Reasons(), disputetest.Dump(t, r, lens))
				}
			}
		}
		return ""
	})
}

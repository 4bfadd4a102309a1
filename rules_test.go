package dispute_test

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/internal/disputetest"
)

var updateRules = flag.Bool("update-rules", false, "write RULES.md anew from the table of rules")

// good is a rule that can be used.
func good() dispute.Rule {
	return dispute.Rule{Name: "good", Event: "e", From: dispute.RoleActor, To: dispute.RoleTarget, Track: dispute.TrackDiplomaticRelations,
		State: dispute.StateSevered, Presupposes: dispute.StateEstablished, Not: []dispute.State{dispute.StateNone}}
}

func pact() dispute.Rule {
	return dispute.Rule{Name: "pact", Event: "p", From: dispute.RoleParty, To: dispute.RoleParty, Track: dispute.TrackCooperation, State: dispute.StateDefencePact}
}

func alter(r dispute.Rule, change func(*dispute.Rule)) dispute.Rule {
	change(&r)
	return r
}

func TestRulesThatCannotBeUsed(t *testing.T) {
	everyOther := []dispute.State{dispute.StateNone, dispute.StateEstablished, dispute.StateSuspended, dispute.StateReducedOrSevered}
	for _, tc := range []struct {
		name  string
		rules []dispute.Rule
		kind  error // nil: usable
		want  string
	}{
		{"usable", []dispute.Rule{good(), pact()}, nil, ""},
		{"none at all", []dispute.Rule{}, nil, ""},
		{"usable end", []dispute.Rule{alter(pact(), func(r *dispute.Rule) { r.Ends, r.Presupposes = true, dispute.StateDefencePact })}, nil, ""},
		{"begins and ends two kinds", []dispute.Rule{pact(), alter(pact(), func(r *dispute.Rule) { r.Name, r.State, r.Ends = "other", dispute.StateOffencePact, true })}, nil, ""},
		{"usable mutual", []dispute.Rule{alter(pact(), func(r *dispute.Rule) { r.Mutual = true })}, nil, ""},
		{"mutual force", []dispute.Rule{alter(good(), func(r *dispute.Rule) {
			r.Mutual, r.Track, r.State, r.Presupposes, r.Not = true, dispute.TrackHostility, dispute.StateForce, 0, nil
		})}, dispute.ErrValue, `mutual "force", want it only of ending hostility`},
		{"mutual and not", []dispute.Rule{good(), alter(good(), func(r *dispute.Rule) { r.Name, r.Mutual = "other", true })},
			dispute.ErrValue, "mutual true contradicts false"},
		{"restores and does not", []dispute.Rule{good(), alter(good(), func(r *dispute.Rule) { r.Name, r.Restores = "other", true })},
			dispute.ErrValue, "restores true contradicts false"},
		{"no name", []dispute.Rule{alter(good(), func(r *dispute.Rule) { r.Name = "" })}, dispute.ErrMissing, "want a name"},
		{"no event", []dispute.Rule{alter(good(), func(r *dispute.Rule) { r.Event = "" })}, dispute.ErrMissing, "want a kind of event"},
		{"no from", []dispute.Rule{alter(good(), func(r *dispute.Rule) { r.From = "" })}, dispute.ErrMissing, "want a role for from"},
		{"no to", []dispute.Rule{alter(good(), func(r *dispute.Rule) { r.To = "" })}, dispute.ErrMissing, "want a role for to"},
		{"no track", []dispute.Rule{alter(good(), func(r *dispute.Rule) { r.Track = 0 })}, dispute.ErrMissing, "want a track"},
		{"no state", []dispute.Rule{alter(good(), func(r *dispute.Rule) { r.State = 0 })}, dispute.ErrMissing, "want a state"},
		{"unknown track", []dispute.Rule{alter(good(), func(r *dispute.Rule) { r.Track = 99 })}, dispute.ErrValue, "unknown track 99"},
		{"state off the track", []dispute.Rule{alter(good(), func(r *dispute.Rule) { r.State = dispute.StateWar })}, dispute.ErrValue, `state "war", want a state of the track "diplomatic-relations"`},
		{"after off the track", []dispute.Rule{alter(good(), func(r *dispute.Rule) { r.After = dispute.StateWar })}, dispute.ErrValue, `after "war"`},
		{"after as before", []dispute.Rule{alter(good(), func(r *dispute.Rule) { r.After = dispute.StateSevered })}, dispute.ErrValue, "want another state than while it lasts"},
		{"not off the track", []dispute.Rule{alter(good(), func(r *dispute.Rule) { r.Not = []dispute.State{dispute.StateWar} })}, dispute.ErrValue, `not "war"`},
		{"presupposes off the track", []dispute.Rule{alter(good(), func(r *dispute.Rule) { r.Presupposes = dispute.StateWar })}, dispute.ErrValue, `presupposes "war"`},
		{"presupposes what it brings", []dispute.Rule{alter(good(), func(r *dispute.Rule) { r.Presupposes = dispute.StateSevered })}, dispute.ErrValue, "want a state it can change"},
		{"presupposes what it cannot start from", []dispute.Rule{alter(good(), func(r *dispute.Rule) { r.Presupposes = dispute.StateNone })}, dispute.ErrValue, "want a state it can change"},
		{"can start from nothing", []dispute.Rule{alter(good(), func(r *dispute.Rule) { r.Presupposes, r.Not = 0, everyOther })}, dispute.ErrValue, "can change nothing"},
		{"ends where the last change wins", []dispute.Rule{alter(good(), func(r *dispute.Rule) { r.Ends = true })}, dispute.ErrValue, "want a rule to the state that follows"},
		{"not where several hold", []dispute.Rule{alter(pact(), func(r *dispute.Rule) { r.Not = []dispute.State{dispute.StateOffencePact} })}, dispute.ErrValue, "several states"},
		{"after where several hold", []dispute.Rule{alter(pact(), func(r *dispute.Rule) { r.After = dispute.StateOffencePact })}, dispute.ErrValue, `want "none" or nothing`},
		{"after an end", []dispute.Rule{alter(pact(), func(r *dispute.Rule) { r.After, r.Ends = dispute.StateNone, true })}, dispute.ErrValue, "on a rule that ends its state"},
		{"a beginning presupposes", []dispute.Rule{alter(pact(), func(r *dispute.Rule) { r.Presupposes = dispute.StateDefencePact })}, dispute.ErrValue, "or the state that a rule ends"},
		{"same name", []dispute.Rule{good(), alter(good(), func(r *dispute.Rule) { r.Event = "other" })}, dispute.ErrValue, "rule 0 has this name already"},
		{"repeats", []dispute.Rule{good(), alter(good(), func(r *dispute.Rule) { r.Name = "again" })}, dispute.ErrValue, `it repeats rule 0 ("good")`},
		{"contradicts", []dispute.Rule{good(), alter(good(), func(r *dispute.Rule) { r.Name, r.State = "other", dispute.StateSuspended })}, dispute.ErrValue,
			`state "suspended" contradicts "severed" for the same kind of event, roles and track in rule 0 ("good")`},
		{"contradicts in what follows", []dispute.Rule{good(), alter(good(), func(r *dispute.Rule) { r.Name, r.After = "other", dispute.StateSuspended })}, dispute.ErrValue,
			`after "suspended" contradicts "not stated" for the same kind of event, roles and track in rule 0 ("good")`},
		{"contradicts in what it presupposes", []dispute.Rule{good(), alter(good(), func(r *dispute.Rule) { r.Name, r.Presupposes = "other", dispute.StateSuspended })}, dispute.ErrValue,
			`presupposes "suspended" contradicts "established" for`},
		{"contradicts in what it leaves", []dispute.Rule{good(), alter(good(), func(r *dispute.Rule) {
			r.Name, r.Not = "other", []dispute.State{dispute.StateNone, dispute.StateSuspended}
		})}, dispute.ErrValue,
			`not [none suspended] contradicts [none] for`},
		{"repeats with another order of what it leaves", []dispute.Rule{alter(good(), func(r *dispute.Rule) { r.Not = []dispute.State{dispute.StateNone, dispute.StateSuspended} }),
			alter(good(), func(r *dispute.Rule) {
				r.Name, r.Not = "again", []dispute.State{dispute.StateSuspended, dispute.StateNone, dispute.StateNone}
			})}, dispute.ErrValue, "it repeats rule 0"},
		{"contradicts with the roles swapped on a mutual track", []dispute.Rule{good(),
			alter(good(), func(r *dispute.Rule) {
				r.Name, r.State, r.From, r.To = "other", dispute.StateSuspended, dispute.RoleTarget, dispute.RoleActor
			})}, dispute.ErrValue, "contradicts"},
		{"begins and ends one kind", []dispute.Rule{pact(), alter(pact(), func(r *dispute.Rule) { r.Name, r.Ends = "other", true })}, dispute.ErrValue, "cannot begin, end and pass at once"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			err := refusal(tc.rules)
			switch {
			case tc.kind == nil && err != nil:
				t.Errorf("unexpected error: %v", err)
			case tc.kind != nil && (!errors.Is(err, tc.kind) || !strings.Contains(err.Error(), tc.want)):
				t.Errorf("got error %v, want one that is %q and says %q", err, tc.kind, tc.want)
			}
		})
	}
}

// refusal is the error of a view by these rules.
func refusal(rules []dispute.Rule) error {
	d, err := dispute.Compile(dispute.Record{})
	if err != nil {
		return err
	}
	_, err = d.View(dispute.Lens{Policy: dispute.Policy{Rules: rules}})
	return err
}

func TestEveryProblemOfRulesIsReported(t *testing.T) {
	err := dispute.CheckRules([]dispute.Rule{alter(good(), func(r *dispute.Rule) { r.State = 0 }), alter(good(), func(r *dispute.Rule) { r.Name, r.Event = "", "x" })})
	if got := strings.Count(fmt.Sprint(err), "\n") + 1; got != 2 {
		t.Errorf("got %d problems, want 2: %v", got, err)
	}
}

func TestDefaultRulesAreACopy(t *testing.T) {
	rules := dispute.DefaultRules()
	for i := range rules {
		rules[i].State = 0
		for j := range rules[i].Not {
			rules[i].Not[j] = 0
		}
	}
	if err := dispute.CheckRules(dispute.DefaultRules()); err != nil {
		t.Errorf("after changing a copy: %v", err)
	}
}

// TestEveryDefaultRuleChangesItsTrack puts one event per rule on file, alone,
// and looks at the day before and at the day itself.
func TestEveryDefaultRuleChangesItsTrack(t *testing.T) {
	for _, r := range dispute.DefaultRules() {
		f := disputetest.NewCaseFile("a", "b")
		f.Event("e", r.Event, "2024-08-05", string(r.From), "a", string(r.To), "b")
		rel := f.View(t, dispute.Lens{}).Relation("a", "b", r.Track)
		before, on := "unknown certain", r.State.String()+" certain"
		switch {
		case r.Track.Concurrent() && r.Ends:
			before, on = "("+r.State.String()+") certain", ""
		case r.Track.Concurrent():
			before = ""
		case r.Presupposes != 0:
			before = "(" + r.Presupposes.String() + ") certain"
		}
		if diff := cmp.Diff([]string{before, on}, []string{disputetest.Brief(rel.On(disputetest.Day("2024-08-04"))), disputetest.Brief(rel.On(disputetest.Day("2024-08-05")))}); diff != "" {
			t.Errorf("%s (-want +got):\n%s", r.Name, diff)
		}
		if r.Basis == "" {
			t.Errorf("%s has no basis", r.Name)
		}
	}
}

// rulesPage renders the table of rules.
func rulesPage() string {
	var b strings.Builder
	b.WriteString("# The rules of relations\n\n" +
		"Which kind of event changes which track of the relation between two actors. This page is written from\n" +
		"the table itself: `go test -run TestRulesPage . -update-rules`. A `Policy` can bring another table.\n\n" +
		"*From* and *to* are the roles of the two actors; on mutual tracks their order does not matter. \"(mutual)\" marks\n" +
		"an act that takes both: it stands between two parties if one of them says so on record and neither denies it,\n" +
		"or by a label that the policy accepts, and is decided for each pair. Any other act is decided for each doer.\n\n" +
		"*After* is the state from the day after a lasting event; \"(gives back)\" is what would be had the event never begun, from\n" +
		"the day after one that has an end on file. *Presupposed* is the state before the first change on file.\n" +
		"*Not from* are states the change leaves as they are; a change to the state that already holds is always\n" +
		"left out. Codes: CAMEO, PLOVER. The kinds of event without a row change no track.\n")
	for _, t := range disputetest.Tracks() {
		direction := "directed"
		if t.Mutual() {
			direction = "mutual"
		}
		wins := "the last change wins"
		if t.Concurrent() {
			wins = "each state has a course of its own"
		}
		fmt.Fprintf(&b, "\n## %s: %s, %s\n\n", t, direction, wins)
		b.WriteString("| rule | event | from → to | state | after | presupposed | not from | codes | basis |\n|---|---|---|---|---|---|---|---|---|\n")
		for _, r := range dispute.DefaultRules() {
			if r.Track != t {
				continue
			}
			state := r.State.String()
			if r.Ends {
				state = "ends " + state
			}
			roles := fmt.Sprintf("%s → %s", r.From, r.To)
			if r.Mutual {
				roles += " (mutual)"
			}
			fmt.Fprintf(&b, "| %s | %s | %s | %s | %s | %s | %s | %s | %s |\n", r.Name, r.Event, roles, state,
				afterText(&r), stateOrNothing(r.Presupposes), stateList(r.Not), strings.Trim(r.CAMEO+", "+r.PLOVER, ", "), r.Basis)
		}
	}
	b.WriteString(rulesDecisions)
	return b.String()
}

// rulesDecisions tells how hard cases are decided, and where that is tested. The
// figures at its end are those that the commands beside them log.
const rulesDecisions = `
## How hard cases are decided

| case | decision | test |
|---|---|---|
| several changes on one day | sequence numbers and links order them; else each order is possible | TestTracks: "broken off and restored on one day, …" |
| two breaks on one day | one break; the other finds what it would bring, which is a gap | TestTracks: "two breaks on one day are one" |
| an event that ends one state and begins another | a rule each | TestAnEventThatEndsAndBegins |
| a lasting event | its end is a change of its own, from the day after; what still goes on comes back, and is what the state rests on | TestWhatGoesOnRules |
| an end where its beginning had no effect | it ends its level all the same if only what lasts brought that, and has no effect on a level that something that stays has brought or confirmed: the end of a raid does not undo a declaration of war | TestTracks: "the end of a raid does not undo a declaration of war, …" |
| a declaration of war, and a war waged and over | the war changed the level; when it is over, so is what was declared | TestTracks: "a war within a declared one ends the level" |
| an ongoing event | that it went on when reported is all that is known: from the next day on it may have ended | TestTracks: "going on, no end on file" |
| an open beginning | lies before all days; an unknown one on any day up to the end | TestTracks: "an open beginning …", "an unknown beginning …" |
| an expected or cancelled event | changes nothing | TestTracks: "expected and cancelled events change nothing" |
| a correction | the correcting version counts alone; the pair it leaves names it | TestCorrectedEvents |
| restored after a break | established again, with the spells before and between kept | TestTracks: "restored and broken off again" |
| a suspended membership | only the body's reinstatement, not joining, ends it; withdrawing does | TestTracks: "from applicant to withdrawn" |
| a suspended member that announces its withdrawal | the later act shows: withdrawal announced; joining and reinstating do not undo that, withdrawing, expelling and suspending again go on from it | TestTracks: "no way back from an announced withdrawal" |
| an end of support without a target | presupposes support only as the first change of its kind against whomever, so that nothing that begins later alters what was before | TestAnEndWithoutATargetPresupposesOnlyAsTheFirst |
| a truce, and what still goes on by its dates | the truce ends the level, not the event: a blockade dated beyond the truce is on file as going on in spite of it, so that its level shows again when the next lasting act is over; what the truce did stop ends on file with the truce | TestWhatGoesOnInSpiteOfATruce |
| a truce, a suspension, a pact or a post with an end | after it the state is what it would be had it never begun, whatever was done meanwhile; of several that overlap those still count that go on; without an end it holds until something changes it | TestTruceWithAnEnd, TestSidesAndEndsAgainstEveryPlacement |
| who is hostile to whom | hostility holds between sides: doer against target, two parties against each other, more only where their sides are told and differ; else a gap says that they are not told | TestAlliesInOneEvent |
| a war declared on somebody, or begun by one side | raises the level of that side towards the other only | TestWarOneWay |
| membership by affiliation | its start and its end are changes like any other, before all others where it has no start; a later act rules; a gap tells it where one finds what it does not go together with, and where the member had left before the last day of its affiliation | TestSuspensionErasesMembership, TestAWithdrawalWithinAnAffiliation |
| an end while something else of the same state goes on | leaves the state, whatever else goes on | TestAnEndLeavesWhatStillGoesOn |
| several lasting events that end on one day | end at once, none finds what another leaves; of several states that could follow it is the last in their order | TestFoldAndDossierAgreeOnRandomRules |
| recall and expulsion | change representation, never relations, and the other way round | TestTracks: "recall and expulsion leave relations as they are" |
| supports against different targets | each kind and target has a course of its own; an end without a target ends the kind against all | TestTracks: "supports against different targets" |
| what nobody accepted | is told as alleged with its dates, also after it is over, and alters nothing | TestReportsBesideTheState |

## How sharp the answers are

` + "`go test -run TestRandomWorlds -v -cpu 1 -timeout 30m ./internal/proof/relations -worlds 1000000`" + ` compares random small worlds, of up to
six uncertain events on five days, links in half of them and dates with gaps, without a bound or without any among
them, with all placements of their dates. A million worlds of seed 20240804, of each the states of eight days and what
rules on one of them: where every change counts and stays, all 3.2 million answers are those of the placements, and 2
to 4 lists of what rules in 10,000 name a change too many. Elsewhere nothing is certain or excluded that is not; less
sharp than the truth are 0.11 % of the answers on diplomatic relations, 0.06 % on representation, 0.30 % on membership,
0.05 % on stance, 0.01 % on hostility where all events last, and 0.37 % on hostility with declarations of war and
truces, where eight lists of what rules in a hundred name a change too many.

` + "`go test -run TestReadings -v ./internal/proof/relations -worlds 400000`" + ` does so, with up to four events, for the first and the last change, what
changes between two days, the states of a range of days, the highest level within it and how long one state holds. The
first change, and the days on which it can lie, are those of the placements on all tracks where the last change wins;
the last change and the changes between two days are so where every change counts and stays. Elsewhere they leave out
nothing, and name too much, or days too many, or are less certain than the truth in 1 to 2 % of worlds for the last
change and 4 to 6 % for the changes, and in 25 % and 17 % on hostility. The states of a year, whose days are such a
range, the levels and the durations only bound the truth on all tracks, and are less sharp than it in up to 2 % of
worlds, the levels in 3 %.

` + "`go test -run TestFoldAndDossierAgreeOnRandomRules ./fold -tables 400000`" + ` makes 400,000 random tables of rules and folds
events of exact dates by each, on file and in bulk: the spells are the same.
`

func afterText(r *dispute.Rule) string {
	if r.Restores {
		return "(gives back)"
	}
	return stateOrNothing(r.After)
}

func stateOrNothing(s dispute.State) string {
	if s == 0 {
		return ""
	}
	return s.String()
}

func stateList(list []dispute.State) string {
	var words []string
	for _, s := range list {
		words = append(words, s.String())
	}
	return strings.Join(words, ", ")
}

func TestRulesPage(t *testing.T) {
	want := rulesPage()
	if *updateRules {
		if err := os.WriteFile("RULES.md", []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile("RULES.md")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, string(got)); diff != "" {
		t.Errorf("RULES.md is stale, write it anew with -update-rules (-want +got):\n%s", diff)
	}
}

// Every state but "none" belongs to exactly one track.
func TestStatesOfTracks(t *testing.T) {
	on := map[dispute.State][]dispute.Track{}
	for _, tr := range disputetest.Tracks() {
		for _, s := range tr.States() {
			on[s] = append(on[s], tr)
		}
	}
	for _, tr := range []dispute.Track{0, dispute.TrackStance + 1} {
		if list := tr.States(); list != nil {
			t.Errorf("track %d has the states %v, want none", tr, list)
		}
	}
	for s := dispute.StateNone + 1; ; s++ {
		if _, err := s.MarshalText(); err != nil {
			if s < 20 {
				t.Errorf("only %d states", s)
			}
			return
		}
		if len(on[s]) != 1 {
			t.Errorf("%s belongs to the tracks %v, want one", s, on[s])
		}
		for _, tr := range disputetest.Tracks() {
			if s.BelongsTo(tr) != slices.Contains(on[s], tr) {
				t.Errorf("%s is listed on %s: %t, want %t", s, tr, slices.Contains(on[s], tr), s.BelongsTo(tr))
			}
		}
	}
}

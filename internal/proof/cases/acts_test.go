package cases

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/disputetest"
)

// state checks what a relation certainly is on a day, "" for no change recorded,
// and which events are alleged beside it.
func state(t testing.TB, v *dispute.View, from, to dispute.ActorID, track dispute.Track, on, want string, alleged ...dispute.EventID) {
	t.Helper()
	s := v.Relation(from, to, track).On(day(on))
	var states []string
	for _, p := range s.States {
		states = append(states, p.State.String()+" "+p.Certainty.String())
	}
	if got := strings.Join(states, ", "); got != want {
		t.Errorf("%s of %s and %s on %s is %q, want %q\n%s", track, from, to, on, got, want, s)
	}
	var beside []dispute.EventID
	for _, r := range s.Alleged {
		beside = append(beside, r.Event)
	}
	if !slices.Equal(beside, alleged) {
		t.Errorf("%s of %s and %s on %s: alleged are %v, want %v\n%s", track, from, to, on, beside, alleged, s)
	}
}

// doers checks for which doers of an event the view takes what, such as "mali
// accepted performative".
func doers(t testing.TB, v *dispute.View, e dispute.EventID, want ...string) {
	t.Helper()
	var got []string
	for _, d := range v.EventStatus(e).Doers {
		got = append(got, string(d.Actor)+" "+d.Standing.String()+" "+d.Rule.String())
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("doers of %s (-want +got):\n%s\n%s", e, diff, v.EventStatus(e))
	}
}

// says adds a statement on a claim: on record, first-hand, unless an edit says
// otherwise.
func says(id dispute.AttributionID, speaker dispute.ActorID, stance dispute.Stance, c dispute.ClaimID, on string, edits ...func(*dispute.Attribution)) func(*dispute.Record) {
	a := dispute.Attribution{ID: id, Speaker: speaker, Stance: stance, Claim: c, Lineage: dispute.LineageFirstHand, OnRecord: dispute.RecordLevelOn}
	if on != "" {
		a.Said = edtf.MustParse(on)
	}
	for _, edit := range edits {
		edit(&a)
	}
	return func(r *dispute.Record) { r.Attributions = append(r.Attributions, a) }
}

// without takes attributions away.
func without(ids ...dispute.AttributionID) func(*dispute.Record) {
	return func(r *dispute.Record) {
		r.Attributions = slices.DeleteFunc(r.Attributions, func(a dispute.Attribution) bool { return slices.Contains(ids, a.ID) })
	}
}

// actor adds an actor.
func actor(a dispute.Actor) func(*dispute.Record) {
	if a.Name == "" {
		a.Name = string(a.ID)
	}
	return func(r *dispute.Record) { r.Actors = append(r.Actors, a) }
}

// takes lets an actor take part in an event.
func takes(e dispute.EventID, role dispute.ParticipantRole, actor dispute.ActorID, side string) func(*dispute.Record) {
	return func(r *dispute.Record) {
		for i := range r.Events {
			if r.Events[i].ID == e {
				r.Events[i].Participants = append(r.Events[i].Participants, dispute.Participant{Role: role, Actor: actor, Side: side})
			}
		}
	}
}

const (
	diplomatic  = dispute.TrackDiplomaticRelations
	hostility   = dispute.TrackHostility
	cooperation = dispute.TrackCooperation
)

// asserts is a statement for, denies one against.
const (
	asserts = dispute.StanceAsserts
	denies  = dispute.StanceDenies
)

func TestJointActOtherDoerDenies(t *testing.T) {
	v := seen(t, "joint-act-other-doer-denies")
	occurred(t, v, "e", dispute.LabelContested, 1, 1)
	doers(t, v, "e", "mali accepted performative", "niger open none")
	state(t, v, "mali", "ukraine", diplomatic, "2024-08-20", "severed certain")
	state(t, v, "niger", "ukraine", diplomatic, "2024-08-20", "", "e")
	if !v.Relation("niger", "ukraine", diplomatic).On(day("2024-08-20")).NoChangeRecorded {
		t.Error("a change of Niger's relations is recorded")
	}
	account := v.Account("niger")
	if len(account.Asserts)+len(account.Uncommitted) > 0 || len(account.Denies) != 1 || account.Denies[0].Standing != dispute.StandingOpen {
		t.Errorf("Niger's account says that it severed: %+v", account)
	}
	if account := v.Account("mali"); len(account.Asserts) != 1 || account.Asserts[0].Standing != dispute.StandingAccepted {
		t.Errorf("Mali's account does not say that it severed: %+v", account)
	}
	c := v.Compare("mali", "niger")
	if len(c.Disputed) != 1 || !c.Disputed[0].For[0].Performed || len(c.Disputed[0].For) != 1 || c.Disputed[0].Against[0].Performed {
		t.Errorf("%+v, want it disputed, and performed by Mali alone", c)
	}
	want := "contested (1,1) — for: mali (at most 1 origin); against: niger (at most 1 origin); not adjudicated; accepted as an act of mali; not accepted as to niger"
	if got := v.EventStatus("e").String(); got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if got := v.Sentence(dispute.EventID("e").Ref()); !strings.Contains(got, "not accepted as to niger") {
		t.Errorf("the sentence puts it down to Niger: %q", got)
	}
}

// What must not matter: a third doer who says so too, a paper that repeats it,
// the order of the participants. What must: Niger's own word before its denial.
func TestEveryDoerForItself(t *testing.T) {
	base := "joint-act-other-doer-denies"
	three := []func(*dispute.Record){actor(dispute.Actor{ID: "burkina", Kind: dispute.ActorState}), takes("e", dispute.RoleActor, "burkina", "")}
	silent := "burkina open none"
	for _, tt := range []struct {
		name   string
		edits  []func(*dispute.Record)
		want   []string
		pairs  [3]string // mali, niger and burkina with ukraine
		report bool      // of a third doer
	}{
		{"a third doer says so too", append(slices.Clone(three), says("t3", "burkina", asserts, "o", "2024-08-11")),
			[]string{"burkina accepted performative", "mali accepted performative", "niger open none"}, [3]string{"severed certain", "", "severed certain"}, false},
		{"a third doer is silent", three,
			[]string{silent, "mali accepted performative", "niger open none"}, [3]string{"severed certain", "", ""}, true},
		{"two deny", append(slices.Clone(three), says("t3", "burkina", denies, "o", "2024-08-11")),
			[]string{silent, "mali accepted performative", "niger open none"}, [3]string{"severed certain", "", ""}, true},
		{"two papers report it: of Mali and the silent one that is accepted, of Niger contested", append(slices.Clone(three),
			actor(dispute.Actor{ID: "paper", Kind: dispute.ActorMedium}), actor(dispute.Actor{ID: "agency", Kind: dispute.ActorMedium}),
			says("t3", "paper", asserts, "o", "2024-08-11"), says("t4", "agency", asserts, "o", "2024-08-11")),
			[]string{"burkina accepted label", "mali accepted performative", "niger open none"}, [3]string{"severed certain", "", "severed certain"}, true},
		{"a later denial undoes nothing", []func(*dispute.Record){says("t3", "niger", asserts, "o", "2024-08-06")},
			[]string{"mali accepted performative", "niger accepted performative"}, [3]string{"severed certain", "severed certain", ""}, false},
		{"a word after the denial does not undo that", []func(*dispute.Record){says("t3", "niger", asserts, "o", "2024-08-12")},
			[]string{"mali accepted performative", "niger open none"}, [3]string{"severed certain", "", ""}, true},
		{"a word of the same day may be later than the denial", []func(*dispute.Record){says("t3", "niger", asserts, "o", "2024-08-10")},
			[]string{"mali accepted performative", "niger open none"}, [3]string{"severed certain", "", ""}, true},
		{"an undated one as well", []func(*dispute.Record){says("t3", "niger", asserts, "o", "")},
			[]string{"mali accepted performative", "niger open none"}, [3]string{"severed certain", "", ""}, true},
		{"an organ that cannot commit denies nothing for its state", []func(*dispute.Record){without("t2"), says("t3", "niger", asserts, "o", "2024-08-12"),
			actor(dispute.Actor{ID: "army", Kind: dispute.ActorOrgan, Affiliations: []dispute.Affiliation{{Kind: dispute.AffiliationPartOf, To: "niger"}}}),
			says("t4", "army", denies, "o", "2024-08-10")},
			[]string{"mali accepted performative", "niger accepted performative"}, [3]string{"severed certain", "severed certain", ""}, false},
		{"a spokesman's word is that of whom he speaks for", []func(*dispute.Record){without("t2"),
			actor(dispute.Actor{ID: "spokesman", Kind: dispute.ActorPerson, Affiliations: []dispute.Affiliation{{Kind: dispute.AffiliationSpeaksFor, To: "niger"}}}),
			says("t4", "spokesman", asserts, "o", "2024-08-10")},
			[]string{"mali accepted performative", "niger accepted performative"}, [3]string{"severed certain", "severed certain", ""}, false},
		{"not that of one who may not yet have done so", []func(*dispute.Record){without("t2"),
			actor(dispute.Actor{ID: "spokesman", Kind: dispute.ActorPerson, Affiliations: []dispute.Affiliation{{Kind: dispute.AffiliationSpeaksFor, To: "niger", Period: edtf.MustParse("2024-08-20/..")}}}),
			says("t4", "spokesman", asserts, "o", "2024-08")},
			[]string{"mali accepted performative", "niger open none"}, [3]string{"severed certain", "", ""}, true},
	} {
		t.Run(tt.name, func(t *testing.T) {
			v := seen(t, base, tt.edits...)
			doers(t, v, "e", tt.want...)
			for i, from := range []dispute.ActorID{"mali", "niger", "burkina"} {
				var beside []dispute.EventID
				if slices.Contains(tt.want, string(from)+" open none") {
					beside = []dispute.EventID{"e"}
				}
				state(t, v, from, "ukraine", diplomatic, "2024-08-20", tt.pairs[i], beside...)
			}
		})
	}
}

// A party's standpoint drops its own part of what it denies, and not another's.
func TestStandpointOfADoer(t *testing.T) {
	r := record(t, "joint-act-other-doer-denies", actor(dispute.Actor{ID: "russia", Kind: dispute.ActorState}))
	niger := disputetest.View(t, r, dispute.Lens{Standpoint: "niger"})
	doers(t, niger, "e", "mali accepted performative", "niger dropped standpoint")
	state(t, niger, "niger", "ukraine", diplomatic, "2024-08-20", "")
	state(t, niger, "mali", "ukraine", diplomatic, "2024-08-20", "severed certain")
	mali := disputetest.View(t, r, dispute.Lens{Standpoint: "mali"})
	doers(t, mali, "e", "mali accepted standpoint", "niger accepted standpoint")
	says("t3", "russia", denies, "o", "2024-08-11")(&r)
	russia := disputetest.View(t, r, dispute.Lens{Standpoint: "russia"})
	doers(t, russia, "e", "mali dropped standpoint", "niger dropped standpoint")
}

// Solidarity reads the doer concerned.
func TestSolidarityOfADoer(t *testing.T) {
	later := func(r *dispute.Record) {
		r.Actors = append(r.Actors, dispute.Actor{ID: "burkina", Kind: dispute.ActorState, Name: "burkina"})
		r.Events = append(r.Events, dispute.Event{ID: "e2", Kind: dispute.KindSeverRelations, When: edtf.MustParse("2024-08-07"),
			Participants: []dispute.Participant{{Role: dispute.RoleActor, Actor: "burkina"}, {Role: dispute.RoleTarget, Actor: "ukraine"}}})
		r.Claims = append(r.Claims, dispute.Claim{ID: "o2", Text: "e2 occurred", Content: dispute.Content{Occurred: "e2"}})
		says("t3", "burkina", asserts, "o2", "2024-08-10")(r)
	}
	var got []string
	for s := range seen(t, "joint-act-other-doer-denies", later).Solidarity(10) {
		got = append(got, s.String())
	}
	if want := []string{"event/e2 by burkina follows event/e by mali"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestMutualActDeniedByOtherParty(t *testing.T) {
	v := seen(t, "mutual-act-denied-by-other-party")
	for _, e := range []dispute.EventID{"e", "e2", "e3"} {
		occurred(t, v, e, dispute.LabelContested, 1, 1)
		doers(t, v, e, "a open none", "b open none")
	}
	state(t, v, "a", "b", cooperation, "2024-08-20", "", "e")
	state(t, v, "a", "b", diplomatic, "2024-08-20", "", "e2")
	state(t, v, "a", "b", hostility, "2024-08-20", "", "e3")
	state(t, v, "b", "a", hostility, "2024-08-20", "", "e3")
}

// A mutual act stands between two if one says so on record and neither denies it.
func TestMutualActsByPairs(t *testing.T) {
	base := "mutual-act-denied-by-other-party"
	third := []func(*dispute.Record){actor(dispute.Actor{ID: "c", Kind: dispute.ActorState}), takes("e", dispute.RoleParty, "c", "")}
	silent := []func(*dispute.Record){without("t2", "t4", "t6")}
	t.Run("the other one is silent", func(t *testing.T) {
		v := seen(t, base, silent...)
		doers(t, v, "e3", "a accepted performative", "b accepted performative")
		state(t, v, "a", "b", cooperation, "2024-08-20", "defence-pact certain")
		state(t, v, "a", "b", diplomatic, "2024-08-20", "established certain")
		state(t, v, "a", "b", hostility, "2024-08-20", "none certain")
		state(t, v, "b", "a", hostility, "2024-08-20", "none certain")
	})
	t.Run("neither asserts, and both deny", func(t *testing.T) {
		v := seen(t, base, without("t"), says("t7", "a", denies, "o", "2024-08-10"))
		occurred(t, v, "e", dispute.LabelDenied, 0, 1)
		state(t, v, "a", "b", cooperation, "2024-08-20", "", "e")
	})
	t.Run("a third party that says so has it with whom does not deny it", func(t *testing.T) {
		v := seen(t, base, append(third, says("t7", "c", asserts, "o", "2024-08-10"))...)
		doers(t, v, "e", "a accepted performative", "b open none", "c accepted performative")
		state(t, v, "a", "c", cooperation, "2024-08-20", "defence-pact certain")
		state(t, v, "a", "b", cooperation, "2024-08-20", "", "e")
		state(t, v, "b", "c", cooperation, "2024-08-20", "", "e")
	})
	t.Run("two who are silent have nothing between them by a third one's word", func(t *testing.T) {
		v := seen(t, base, append(slices.Clone(third), silent...)...)
		doers(t, v, "e", "a accepted performative", "b accepted performative", "c accepted performative")
		state(t, v, "a", "b", cooperation, "2024-08-20", "defence-pact certain")
		state(t, v, "a", "c", cooperation, "2024-08-20", "defence-pact certain")
		state(t, v, "b", "c", cooperation, "2024-08-20", "", "e")
	})
	t.Run("a denial after one's own word undoes nothing", func(t *testing.T) {
		v := seen(t, base, says("t7", "b", asserts, "o", "2024-08-06"))
		state(t, v, "a", "b", cooperation, "2024-08-20", "defence-pact certain")
	})
	t.Run("what others report stands where its denial is a third party's", func(t *testing.T) {
		v := seen(t, base, append(slices.Clone(third), without("t"), actor(dispute.Actor{ID: "paper", Kind: dispute.ActorMedium}), says("t7", "paper", asserts, "o", "2024-08-10"))...)
		doers(t, v, "e", "a accepted label", "b open none", "c accepted label")
		state(t, v, "a", "c", cooperation, "2024-08-20", "defence-pact certain")
		state(t, v, "a", "b", cooperation, "2024-08-20", "", "e")
	})
	t.Run("of an actor and a target as of two parties", func(t *testing.T) {
		roles := func(r *dispute.Record) {
			r.Events[1].Participants = []dispute.Participant{{Role: dispute.RoleActor, Actor: "a"}, {Role: dispute.RoleTarget, Actor: "b"}}
		}
		v := seen(t, base, roles)
		doers(t, v, "e2", "a open none")
		state(t, v, "a", "b", diplomatic, "2024-08-20", "", "e2")
		v = seen(t, base, roles, without("t3", "t4"), says("t7", "b", asserts, "o2", "2024-08-10"))
		doers(t, v, "e2", "a accepted performative")
		state(t, v, "a", "b", diplomatic, "2024-08-20", "established certain")
	})
	t.Run("one side's truce needs no other", func(t *testing.T) {
		v := seen(t, base, func(r *dispute.Record) {
			r.Events[2].Participants = []dispute.Participant{{Role: dispute.RoleActor, Actor: "a"}, {Role: dispute.RoleTarget, Actor: "b"}}
		})
		doers(t, v, "e3", "a accepted performative")
		state(t, v, "a", "b", hostility, "2024-08-20", "none certain")
	})
	t.Run("one side's truce stands beside one that the other side denies", func(t *testing.T) {
		v := seen(t, base, takes("e3", dispute.RoleActor, "a", ""))
		doers(t, v, "e3", "a accepted performative", "b open none")
		v = seen(t, base, takes("e3", dispute.RoleActor, "b", ""))
		doers(t, v, "e3", "b open none", "a open none")
	})
}

// What two of opposed sides both say on record is accepted whatever its label.
func TestAgreedByOpposedSides(t *testing.T) {
	states := []dispute.Actor{{ID: "a", Kind: dispute.ActorState, Name: "a"}, {ID: "b", Kind: dispute.ActorState, Name: "b"},
		{ID: "c", Kind: dispute.ActorState, Name: "c"}, {ID: "army", Kind: dispute.ActorOrgan, Name: "army",
			Affiliations: []dispute.Affiliation{{Kind: dispute.AffiliationPartOf, To: "a"}}}}
	attack := func(parts ...dispute.Participant) dispute.Record {
		return dispute.Record{Actors: states, Events: []dispute.Event{{ID: "e", Kind: dispute.KindAttack, When: edtf.MustParse("2024-08-05"), Participants: parts}},
			Claims: []dispute.Claim{{ID: "o", Text: "e occurred", Content: dispute.Content{Occurred: "e"}}}}
	}
	actor := func(a dispute.ActorID) dispute.Participant {
		return dispute.Participant{Role: dispute.RoleActor, Actor: a}
	}
	target := dispute.Participant{Role: dispute.RoleTarget, Actor: "b"}
	for _, tt := range []struct {
		name string
		r    dispute.Record
		said []func(*dispute.Record)
		want []string
	}{
		{"doer and target, another organ denies", attack(actor("a"), target),
			[]func(*dispute.Record){says("t1", "a", asserts, "o", "2024-08-06"), says("t2", "b", asserts, "o", "2024-08-06"), says("t3", "army", denies, "o", "2024-08-06")},
			[]string{"a accepted agreed"}},
		{"the target alone", attack(actor("a"), target),
			[]func(*dispute.Record){says("t2", "b", asserts, "o", "2024-08-06"), says("t3", "army", denies, "o", "2024-08-06")},
			[]string{"a open none"}},
		{"one of them not on record", attack(actor("a"), target),
			[]func(*dispute.Record){says("t1", "a", asserts, "o", "2024-08-06"), says("t2", "b", asserts, "o", "2024-08-06", func(a *dispute.Attribution) { a.OnRecord = 0 }), says("t3", "army", denies, "o", "2024-08-06")},
			[]string{"a open none"}},
		{"an organ that cannot commit", attack(actor("a"), target),
			[]func(*dispute.Record){says("t1", "army", asserts, "o", "2024-08-06"), says("t2", "b", asserts, "o", "2024-08-06")},
			[]string{"a open none"}},
		{"another doer denies its own part", attack(actor("a"), actor("c"), target),
			[]func(*dispute.Record){says("t1", "a", asserts, "o", "2024-08-06"), says("t2", "b", asserts, "o", "2024-08-06"), says("t3", "c", denies, "o", "2024-08-06")},
			[]string{"a accepted agreed", "c open none"}},
		{"two told sides", attack(dispute.Participant{Role: dispute.RoleParty, Actor: "a", Side: "x"}, dispute.Participant{Role: dispute.RoleParty, Actor: "b", Side: "y"}, dispute.Participant{Role: dispute.RoleParty, Actor: "c", Side: "x"}),
			[]func(*dispute.Record){says("t1", "a", asserts, "o", "2024-08-06"), says("t2", "b", asserts, "o", "2024-08-06"), says("t3", "army", denies, "o", "2024-08-06")},
			[]string{"a accepted agreed", "b accepted agreed", "c accepted agreed"}},
		{"one on two sides, and another", attack(dispute.Participant{Role: dispute.RoleParty, Actor: "a", Side: "x"}, dispute.Participant{Role: dispute.RoleParty, Actor: "a", Side: "y"}, dispute.Participant{Role: dispute.RoleParty, Actor: "b", Side: "x"}),
			[]func(*dispute.Record){says("t1", "a", asserts, "o", "2024-08-06"), says("t2", "b", asserts, "o", "2024-08-06"), says("t3", "army", denies, "o", "2024-08-06")},
			[]string{"a accepted agreed", "b accepted agreed"}},
		{"one on two sides alone", attack(dispute.Participant{Role: dispute.RoleParty, Actor: "a", Side: "x"}, dispute.Participant{Role: dispute.RoleParty, Actor: "a", Side: "y"}),
			[]func(*dispute.Record){says("t1", "a", asserts, "o", "2024-08-06"), says("t3", "army", denies, "o", "2024-08-06")},
			[]string{"a open none"}},
		{"two of one side", attack(dispute.Participant{Role: dispute.RoleParty, Actor: "a", Side: "x"}, dispute.Participant{Role: dispute.RoleParty, Actor: "b", Side: "y"}, dispute.Participant{Role: dispute.RoleParty, Actor: "c", Side: "x"}),
			[]func(*dispute.Record){says("t1", "a", asserts, "o", "2024-08-06"), says("t2", "c", asserts, "o", "2024-08-06"), says("t3", "army", denies, "o", "2024-08-06")},
			[]string{"a open none", "b open none", "c open none"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			for _, edit := range tt.said {
				edit(&tt.r)
			}
			doers(t, disputetest.View(t, tt.r, dispute.Lens{}), "e", tt.want...)
		})
	}
}

// Many parties to many pacts are decided in time that grows with the parties.
func TestPactsOfMany(t *testing.T) {
	const parties = 250
	r := dispute.Record{}
	var all []dispute.Participant
	for i := range parties {
		id := dispute.ActorID(fmt.Sprintf("p%03d", i))
		r.Actors = append(r.Actors, dispute.Actor{ID: id, Kind: dispute.ActorState, Name: string(id)})
		all = append(all, dispute.Participant{Role: dispute.RoleParty, Actor: id})
	}
	for i := range 20 {
		e, c := dispute.EventID(fmt.Sprintf("e%02d", i)), dispute.ClaimID(fmt.Sprintf("c%02d", i))
		r.Events = append(r.Events, dispute.Event{ID: e, Kind: dispute.KindSignDefencePact, When: edtf.MustParse("2024-08"), Participants: all})
		r.Claims = append(r.Claims, dispute.Claim{ID: c, Text: string(c), Content: dispute.Content{Occurred: e}})
		for j, p := range all[:100] {
			stance := []dispute.Stance{asserts, denies}[j%2]
			says(dispute.AttributionID(fmt.Sprintf("t%02d-%03d", i, j)), p.Actor, stance, c, "2024-08-10")(&r)
		}
	}
	start := time.Now()
	v := disputetest.View(t, r, dispute.Lens{})
	var accepted int
	for _, d := range v.EventStatus("e00").Doers {
		if d.Standing == dispute.StandingAccepted {
			accepted++
		}
	}
	if want := parties - 50; accepted != want {
		t.Errorf("accepted for %d of %d parties, want all but the 50 that deny it: %d", accepted, parties, want)
	}
	if took := time.Since(start); took > 10*time.Second {
		t.Errorf("it took %v", took)
	}
}

// Of an act between others, two adversaries agree; the act that makes them so is
// among the reasons.
func TestAgreedByAdversaries(t *testing.T) {
	r := dispute.Record{
		Actors: []dispute.Actor{{ID: "a", Kind: dispute.ActorState, Name: "a"}, {ID: "b", Kind: dispute.ActorState, Name: "b"},
			{ID: "gang", Kind: dispute.ActorArmedGroup, Name: "gang"}, {ID: "c", Kind: dispute.ActorState, Name: "c"}, {ID: "paper", Kind: dispute.ActorMedium, Name: "paper"}},
		Events: []dispute.Event{
			{ID: "raid", Kind: dispute.KindAttack, When: edtf.MustParse("2024-08-05"), Participants: []dispute.Participant{{Role: dispute.RoleActor, Actor: "gang"}, {Role: dispute.RoleTarget, Actor: "c"}}},
			{ID: "war", Kind: dispute.KindAttack, When: edtf.MustParse("2020-08-05"), Participants: []dispute.Participant{{Role: dispute.RoleActor, Actor: "a"}, {Role: dispute.RoleTarget, Actor: "b"}}},
		},
		Claims: []dispute.Claim{{ID: "o", Text: "the raid", Content: dispute.Content{Occurred: "raid"}}, {ID: "w", Text: "the war", Content: dispute.Content{Occurred: "war"}}},
	}
	for _, edit := range []func(*dispute.Record){says("t1", "a", asserts, "o", "2024-08-06"), says("t2", "b", asserts, "o", "2024-08-06"),
		says("t3", "c", denies, "o", "2024-08-06"), says("t4", "paper", asserts, "w", "2020-08-06")} {
		edit(&r)
	}
	v := disputetest.View(t, r, dispute.Lens{})
	doers(t, v, "raid", "gang accepted agreed")
	state(t, v, "gang", "c", hostility, "2024-08-05", "force certain")
	for _, ref := range []dispute.Ref{{Kind: dispute.ItemEvent, ID: "war"}, {Kind: dispute.ItemAttribution, ID: "t4"}} {
		if !slices.Contains(v.EventStatus("raid").Reasons().Items(), ref) {
			t.Errorf("%s is not among the reasons:\n%s", ref, v.EventStatus("raid").Reasons())
		}
	}
	// With another act between them and one with a third, those that no reason
	// names change nothing.
	more := dispute.Record{Actors: r.Actors, Events: slices.Clone(r.Events), Claims: slices.Clone(r.Claims), Attributions: slices.Clone(r.Attributions)}
	for _, e := range []struct {
		id     dispute.EventID
		on     string
		target dispute.ActorID
	}{{"older", "2019-08-05", "b"}, {"other", "2021-08-05", "c"}} {
		more.Events = append(more.Events, dispute.Event{ID: e.id, Kind: dispute.KindAttack, When: edtf.MustParse(e.on),
			Participants: []dispute.Participant{{Role: dispute.RoleActor, Actor: "a"}, {Role: dispute.RoleTarget, Actor: e.target}}})
		more.Claims = append(more.Claims, dispute.Claim{ID: dispute.ClaimID(e.id), Text: string(e.id), Content: dispute.Content{Occurred: e.id}})
		says(dispute.AttributionID(e.id), "paper", asserts, dispute.ClaimID(e.id), "2021-09")(&more)
	}
	whole := disputetest.View(t, more, dispute.Lens{}).EventStatus("raid")
	gone := 0
	for _, e := range more.Events {
		if slices.Contains(whole.Reasons().Items(), e.ID.Ref()) {
			continue
		}
		gone++
		cut := dispute.Record{Actors: more.Actors, Claims: more.Claims, Attributions: more.Attributions,
			Events: slices.DeleteFunc(slices.Clone(more.Events), func(o dispute.Event) bool { return o.ID == e.ID })}
		cut.Claims = slices.DeleteFunc(slices.Clone(cut.Claims), func(c dispute.Claim) bool { return c.Content.Occurred == e.ID })
		cut.Attributions = slices.DeleteFunc(slices.Clone(cut.Attributions), func(a dispute.Attribution) bool {
			return !slices.ContainsFunc(cut.Claims, func(c dispute.Claim) bool { return c.ID == a.Claim })
		})
		if s := disputetest.View(t, cut, dispute.Lens{}).EventStatus("raid"); !s.Equal(whole) {
			t.Errorf("without %s, which no reason names, it is\n%s\n%s", e.ID, s, s.Reasons())
		}
	}
	if gone == 0 {
		t.Error("every act is named: nothing was tried")
	}
	for name, edit := range map[string]func(*dispute.Record){
		"too long ago":       func(r *dispute.Record) { r.Events[1].When = edtf.MustParse("2010-08-05") },
		"nobody tells of it": without("t4"),
	} {
		other := dispute.Record{Actors: r.Actors, Events: slices.Clone(r.Events), Claims: r.Claims, Attributions: slices.Clone(r.Attributions)}
		edit(&other)
		t.Run(name, func(t *testing.T) { doers(t, disputetest.View(t, other, dispute.Lens{}), "raid", "gang open none") })
	}
}

// The listed communiqué is the doer's own word, and among the reasons.
func TestOwnCommuniqueEstablishesTheAct(t *testing.T) {
	v := seen(t, "own-communique-listed")
	occurred(t, v, "e", dispute.LabelAlleged, 1, 0)
	doers(t, v, "e", "a accepted performative")
	state(t, v, "a", "b", diplomatic, "2024-08-20", "severed certain")
	why := v.EventStatus("e").Reasons().Items()
	if !slices.Contains(why, dispute.Ref{Kind: dispute.ItemSource, ID: "s"}) {
		t.Errorf("the communiqué is not among the reasons: %v", why)
	}
}

// The own word of the doer: whoever wrote or published it for it. Not: somebody
// else's, a denial before it, or that of another doer.
func TestOwnWordListed(t *testing.T) {
	ministry := actor(dispute.Actor{ID: "mfa", Kind: dispute.ActorOrgan, Affiliations: []dispute.Affiliation{{Kind: dispute.AffiliationSpeaksFor, To: "a", Role: dispute.OfficeForeignMinistry}}})
	occurrence := func(r *dispute.Record) {
		r.Claims = append(r.Claims, dispute.Claim{ID: "o", Text: "a severed", Content: dispute.Content{Occurred: "e"}})
	}
	for _, tt := range []struct {
		name  string
		edits []func(*dispute.Record)
		want  []string
	}{
		{"its ministry's post", []func(*dispute.Record){ministry, func(r *dispute.Record) {
			r.Sources[0].Kind, r.Sources[0].Publisher, r.Sources[0].Authors = dispute.SourcePost, "mfa", nil
		}}, []string{"a accepted performative"}},
		{"the target's communiqué", []func(*dispute.Record){func(r *dispute.Record) {
			r.Sources[0].Publisher, r.Sources[0].Authors = "b", []dispute.Author{{Actor: "b"}}
		}}, []string{"a open none"}},
		{"it denied it before", []func(*dispute.Record){occurrence, says("t", "a", denies, "o", "2024-08-03")}, []string{"a open none"}},
		{"it denied it later", []func(*dispute.Record){occurrence, says("t", "a", denies, "o", "2024-08-06")}, []string{"a accepted performative"}},
		{"another doer's", []func(*dispute.Record){actor(dispute.Actor{ID: "c", Kind: dispute.ActorState}), takes("e", dispute.RoleActor, "c", "")},
			[]string{"a accepted performative", "c open none"}},
	} {
		t.Run(tt.name, func(t *testing.T) { doers(t, seen(t, "own-communique-listed", tt.edits...), "e", tt.want...) })
	}
}

func TestHijackedAccount(t *testing.T) {
	v := seen(t, "hijacked-account")
	for _, e := range []dispute.EventID{"praise", "recall"} {
		doers(t, v, e, "qatar open none")
		occurred(t, v, e, dispute.LabelAlleged, 1, 0)
	}
	state(t, v, "qatar", "ksa", dispute.TrackRepresentation, "2017-06-01", "", "recall")
	state(t, v, "qatar", "iran", dispute.TrackStance, "2017-06-01", "", "praise")
	account := v.Account("qatar")
	for _, line := range slices.Concat(account.Asserts, account.Denies, account.Uncommitted) {
		if line.Standing == dispute.StandingAccepted {
			t.Errorf("%s is accepted in Qatar's account", line)
		}
	}
	// What must matter: who disowns them. A paper's doubt is no disowning.
	v = seen(t, "hijacked-account", without("3", "4"))
	doers(t, v, "recall", "qatar accepted performative")
	v = seen(t, "hijacked-account", func(r *dispute.Record) {
		for i := range r.Attributions {
			if r.Attributions[i].Stance == denies {
				r.Attributions[i].Speaker = "paper"
			}
		}
	})
	doers(t, v, "recall", "qatar accepted performative")
	// What must not: that the emir himself disowns them, later.
	v = seen(t, "hijacked-account", func(r *dispute.Record) {
		for i := range r.Attributions {
			if r.Attributions[i].Stance == denies {
				r.Attributions[i].Speaker, r.Attributions[i].Said = "emir", edtf.MustParse("2018-01")
			}
		}
	})
	doers(t, v, "recall", "qatar open none")
	doers(t, v, "praise", "qatar open none")
}

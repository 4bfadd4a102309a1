package dispute_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dispute-go/dispute"
)

// masked is the cast with more media, two of which say that there was a raid,
// and statements on who is who.
func masked(identities map[dispute.ClaimID][2]dispute.ActorID, statements ...dispute.Attribution) dispute.Record {
	r := cast()
	for _, id := range []dispute.ActorID{"gazette", "post", "mirror"} {
		r.Actors = append(r.Actors, dispute.Actor{ID: id, Kind: dispute.ActorMedium, Name: string(id)})
	}
	for _, id := range []dispute.ClaimID{"i1", "i2", "i3"} {
		if pair, ok := identities[id]; ok {
			r.Claims = append(r.Claims, dispute.Claim{ID: id, Text: fmt.Sprintf("%s is %s", pair[0], pair[1]),
				Content: dispute.Content{Identity: &dispute.Identity{A: pair[0], B: pair[1]}}})
		}
	}
	r.Attributions = append(statements, states("courier", "raid"), states("herald", "raid"))
	return r
}

func accepting(l dispute.Lens) dispute.Lens {
	l.Policy.Identities = true
	return l
}

func TestIdentities(t *testing.T) {
	undercut := says("undercut", "gazette", dispute.StanceUndercuts, "")
	undercut.Attribution = "courier-on-raid"
	withdrawal := says("withdrawal", "gazette", dispute.StanceRetracts, "")
	withdrawal.Attribution = "courier-on-raid"
	pair := func(a, b dispute.ActorID) map[dispute.ClaimID][2]dispute.ActorID {
		return map[dispute.ClaimID][2]dispute.ActorID{"i1": {a, b}}
	}
	cases := []struct {
		name       string
		identities map[dispute.ClaimID][2]dispute.ActorID
		statements []dispute.Attribution
		plain      string // the raid: pair and origins for it
		accepting  string
	}{
		{"two witnesses are one and the same", pair("courier", "herald"), []dispute.Attribution{states("post", "i1")}, "(3,0) 2", "(2,0) 1"},
		{"only one of them says so", pair("courier", "herald"), []dispute.Attribution{states("courier", "i1")}, "(3,0) 2", "(3,0) 2"},
		{"it is denied", pair("courier", "herald"), []dispute.Attribution{states("post", "i1"), says("no", "courier", dispute.StanceDenies, "i1")}, "(3,0) 2", "(3,0) 2"},
		{"nobody says so", pair("courier", "herald"), nil, "(3,0) 2", "(3,0) 2"},
		{"a witness is a party", pair("courier", "aland-agency"), []dispute.Attribution{states("post", "i1")}, "(3,0) 2", "(3,0) 2"},
		{"both witnesses are parties", map[dispute.ClaimID][2]dispute.ActorID{"i1": {"courier", "aland-agency"}, "i2": {"beland", "herald"}},
			[]dispute.Attribution{states("post", "i1"), states("post", "i2")}, "(3,0) 2", "(1,0) 2"},
		{"over two steps", map[dispute.ClaimID][2]dispute.ActorID{"i1": {"courier", "mirror"}, "i2": {"mirror", "herald"}},
			[]dispute.Attribution{states("post", "i1"), states("post", "i2")}, "(3,0) 2", "(2,0) 1"},
		{"two steps, one of them not accepted", map[dispute.ClaimID][2]dispute.ActorID{"i1": {"courier", "mirror"}, "i2": {"mirror", "herald"}},
			[]dispute.Attribution{states("post", "i1")}, "(3,0) 2", "(3,0) 2"},
		{"it is the same as itself", pair("courier", "courier"), []dispute.Attribution{states("post", "i1")}, "(3,0) 2", "(3,0) 2"},
		{"an undercut by who has become a party still counts", pair("gazette", "aland"), []dispute.Attribution{states("post", "i1"), undercut}, "(2,0) 1", "(2,0) 1"},
		{"nobody can withdraw what another said", pair("gazette", "courier"), []dispute.Attribution{states("post", "i1"), withdrawal}, "(3,0) 2", "(3,0) 2"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			r := masked(c.identities, c.statements...)
			for lens, want := range map[*dispute.Lens]string{{}: c.plain, new(accepting(dispute.Lens{})): c.accepting} {
				s := view(t, r, *lens).Status("raid")
				if got := fmt.Sprintf("(%d,%d) %d", s.For.Level, s.Against.Level, s.For.Origins); got != want {
					t.Errorf("identities accepted: %t: raid is %s, want %s", lens.Policy.Identities, got, want)
				}
			}
		})
	}
}

// Identity claims are weighed without each other and without themselves: that
// its two witnesses are the same actor is no reason to believe it less.
func TestIdentityClaimsDoNotWeighThemselves(t *testing.T) {
	r := masked(map[dispute.ClaimID][2]dispute.ActorID{"i1": {"courier", "herald"}, "i2": {"gazette", "post"}},
		states("gazette", "i1"), states("post", "i1"), states("courier", "i2"), states("herald", "i2"))
	for _, l := range []dispute.Lens{{}, accepting(dispute.Lens{})} {
		v := view(t, r, l)
		for _, id := range []dispute.ClaimID{"i1", "i2"} {
			if s := v.Status(id); s.For.Level != 3 || s.Standing != dispute.StandingAccepted {
				t.Errorf("identities accepted: %t: %s is %s, want it corroborated and accepted", l.Policy.Identities, id, s)
			}
		}
	}
}

// Taking actors for the same commits nobody, is no conflict of hierarchy, and
// lets nobody admit or retract in another's name.
func TestIdentitiesCommitNobody(t *testing.T) {
	r := masked(map[dispute.ClaimID][2]dispute.ActorID{"i1": {"mirror", "aland"}, "i2": {"aland", "mirror"}, "i3": {"post", "beland"}},
		states("herald", "i1"), states("herald", "i2"), states("herald", "i3"), states("mirror", "raid"))
	r.Claims[0].Favours = nil
	for _, standpoint := range []dispute.ActorID{"", "aland"} {
		v := view(t, r, accepting(dispute.Lens{Standpoint: standpoint}))
		s := v.Status("raid")
		root := s.For.Roots[slices.IndexFunc(s.For.Roots, func(r dispute.Root) bool { return r.Speakers[0] == "mirror" })]
		if root.Admission || !root.Interested || s.Rule == dispute.RuleStandpoint || !slices.Equal(root.Principals, []dispute.ActorID{"mirror"}) {
			t.Errorf("standpoint %q: mirror's word counts as %+v, by rule %s; want an interested root and no admission", standpoint, root, s.Rule)
		}
		for _, c := range v.Conflicts() {
			if c.Kind == dispute.ConflictHierarchy {
				t.Errorf("standpoint %q: %s", standpoint, c.Text)
			}
		}
		if got := v.Account("aland"); len(got.Asserts)+len(got.Denies)+len(got.Uncommitted) != 0 {
			t.Errorf("standpoint %q: aland's account holds mirror's words: %+v", standpoint, got)
		}
	}
}

func TestTwins(t *testing.T) {
	r := masked(map[dispute.ClaimID][2]dispute.ActorID{"i1": {"courier", "mirror"}, "i2": {"mirror", "herald"}, "i3": {"courier", "aland"}},
		states("post", "i1"), states("post", "i2"), states("beland", "i3"), says("no", "aland", dispute.StanceDenies, "i3"))
	r.Events = []dispute.Event{
		{ID: "both", Kind: dispute.KindAttack, Participants: []dispute.Participant{{Role: dispute.RoleActor, Actor: "courier"}, {Role: dispute.RoleObserver, Actor: "mirror"}}},
		{ID: "e2", Kind: dispute.KindAttack, Participants: []dispute.Participant{{Role: dispute.RoleVictim, Actor: "mirror"}}},
		{ID: "e1", Kind: dispute.KindAttack, Participants: []dispute.Participant{{Role: dispute.RoleActor, Actor: "mirror"}, {Role: dispute.RoleTarget, Actor: "herald"}}},
		{ID: "own", Kind: dispute.KindAttack, Participants: []dispute.Participant{{Role: dispute.RoleActor, Actor: "courier"}}},
	}
	describe := func(list []dispute.Twin) []string {
		var out []string
		for _, x := range list {
			line := fmt.Sprintf("%s accepted=%t events=%v", x.Actor, x.Accepted, x.Events)
			for _, c := range x.Claims {
				line += fmt.Sprintf(" %s %s (%d,%d) %s", c.Claim, c.Label, c.For, c.Against, c.Standing)
			}
			out = append(out, line)
		}
		return out
	}
	for _, c := range []struct {
		name  string
		lens  dispute.Lens
		actor dispute.ActorID
		want  []string
	}{
		{"not accepted", dispute.Lens{}, "courier", []string{
			"aland accepted=false events=[] i3 contested (2,1) open",
			"mirror accepted=false events=[e1 e2] i1 reported (2,0) accepted"}},
		{"accepted", accepting(dispute.Lens{}), "courier", []string{
			"aland accepted=false events=[] i3 contested (2,1) open",
			"herald accepted=true events=[e1]",
			"mirror accepted=true events=[e1 e2] i1 reported (2,0) accepted"}},
		{"the other way round", accepting(dispute.Lens{}), "herald", []string{
			"courier accepted=true events=[both own]",
			"mirror accepted=true events=[both e2] i2 reported (2,0) accepted"}},
		{"accepted from a standpoint", accepting(dispute.Lens{Standpoint: "beland"}), "aland", []string{
			"courier accepted=true events=[both own] i3 contested (2,1) accepted",
			"herald accepted=true events=[e1]",
			"mirror accepted=true events=[both e1 e2]"}},
		{"nobody else", accepting(dispute.Lens{}), "beland", nil},
		{"not on file", accepting(dispute.Lens{}), "atlantis", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			twins := view(t, r, c.lens).Twins(c.actor)
			if diff := cmp.Diff(c.want, describe(twins)); diff != "" {
				t.Errorf("twins (-want +got):\n%s", diff)
			}
			for _, x := range twins {
				if !slices.Contains(x.Reasons.Items(), x.Actor.Ref()) {
					t.Errorf("reasons of %s name %v", x.Actor, x.Reasons.Items())
				}
			}
		})
	}
	want := "mirror and courier: that courier is mirror — reported (2,0) — for: post (at most 1 origin); not adjudicated; taken for the same"
	if diff := cmp.Diff(want, view(t, r, accepting(dispute.Lens{})).Twins("courier")[2].String()); diff != "" {
		t.Errorf("text (-want +got):\n%s", diff)
	}
}

func TestAgents(t *testing.T) {
	r := masked(nil, states("post", "by-beland"), states("mirror", "by-aland"), states("aland", "raid-by-aland"))
	agency := func(id dispute.ClaimID, event dispute.EventID, actor dispute.ActorID) dispute.Claim {
		return dispute.Claim{ID: id, Text: "it was " + string(actor), Content: dispute.Content{Agency: &dispute.Agency{Event: event, Actor: actor}}}
	}
	r.Claims = append(r.Claims, agency("by-aland", "raid-event", "aland"), agency("by-beland", "raid-event", "beland"),
		agency("raid-by-aland", "other", "aland"), agency("old", "other", "beland"))
	r.Claims[len(r.Claims)-1].Supersedes = ""
	r.Events = []dispute.Event{
		{ID: "raid-event", Kind: dispute.KindAttack, Summary: "a raid", Participants: []dispute.Participant{{Role: dispute.RoleActor, Actor: "aland"}, {Role: dispute.RoleTarget, Actor: "courier"}}},
		{ID: "other", Kind: dispute.KindAttack, Participants: []dispute.Participant{{Role: dispute.RoleTarget, Actor: "courier"}}},
		{ID: "quiet", Kind: dispute.KindAttack, Participants: []dispute.Participant{{Role: dispute.RoleParty, Actor: "courier"}}},
	}
	describe := func(list []dispute.Ascription) []string {
		var out []string
		for _, a := range list {
			line := fmt.Sprintf("%s by %s filed=%t accepted=%t", a.Event, a.Actor, a.Filed, a.Accepted)
			for _, c := range a.Claims {
				line += fmt.Sprintf(" %s %s", c.Claim, c.Label)
			}
			out = append(out, line)
		}
		return out
	}
	plain, taken := view(t, r, dispute.Lens{}), view(t, r, accepting(dispute.Lens{}))
	for _, c := range []struct {
		name string
		got  []dispute.Ascription
		want []string
	}{
		{"filed and claimed", plain.Agents("raid-event"), []string{
			"raid-event by aland filed=true accepted=false by-aland reported",
			"raid-event by beland filed=false accepted=false by-beland reported"}},
		{"accepted", taken.Agents("raid-event"), []string{
			"raid-event by aland filed=true accepted=true by-aland reported",
			"raid-event by beland filed=false accepted=true by-beland reported"}},
		{"not accepted, and said by nobody", taken.Agents("other"), []string{
			"other by aland filed=false accepted=false raid-by-aland alleged",
			"other by beland filed=false accepted=false old unasserted"}},
		{"filed only", taken.Agents("quiet"), []string{"quiet by courier filed=true accepted=false"}},
		{"not on file", taken.Agents("no-such-event"), nil},
		{"acts", plain.Acts("aland"), []string{
			"other by aland filed=false accepted=false raid-by-aland alleged",
			"raid-event by aland filed=true accepted=false by-aland reported"}},
		{"no acts claimed", plain.Acts("courier"), nil},
		{"acts of nobody", plain.Acts("atlantis"), nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, describe(c.got)); diff != "" {
				t.Errorf("ascriptions (-want +got):\n%s", diff)
			}
		})
	}
	want := "aland, of a raid: named by the event itself; that it was aland — reported (2,0) — for: mirror (at most 1 origin); not adjudicated; taken for its act"
	if diff := cmp.Diff(want, taken.Agents("raid-event")[0].String()); diff != "" {
		t.Errorf("text (-want +got):\n%s", diff)
	}
	want = "courier, of quiet: named by the event itself"
	if diff := cmp.Diff(want, taken.Agents("quiet")[0].String()); diff != "" {
		t.Errorf("text (-want +got):\n%s", diff)
	}
	// Who did it in the record is who did it in answers: accepting that it was
	// beland changes no timeline, account or relation.
	if diff := cmp.Diff(plain.Timeline(), taken.Timeline()); diff != "" {
		t.Errorf("timeline (-plain +accepting):\n%s", diff)
	}
}

// withIdentities adds identity claims on random actors, and statements on them.
func withIdentities(seed uint64) dispute.Record {
	r := randomRecord(seed)
	w := world{Rand: rand.New(rand.NewPCG(seed, 0x1d)), r: r}
	for i := range 1 + w.IntN(4) {
		c := dispute.Claim{ID: dispute.ClaimID(fmt.Sprintf("i%d", i)), Text: "they are one", Recorded: w.day(),
			Content: dispute.Content{Identity: &dispute.Identity{A: w.actor(), B: w.actor()}},
			// of identity claims only, so that what they supersede is known
			Supersedes: superseded(&w, w.r.Claims[len(r.Claims):], func(c dispute.Claim) dispute.ClaimID { return c.ID })}
		w.r.Claims = append(w.r.Claims, c)
		for j := range 1 + w.IntN(3) {
			a := says(dispute.AttributionID(fmt.Sprintf("i%d-%d", i, j)), oneOf(&w, []dispute.ActorID{"courier", "herald", "beland", w.actor()}),
				oneOf(&w, []dispute.Stance{dispute.StanceAsserts, dispute.StanceAsserts, dispute.StanceAsserts, dispute.StanceDenies}), c.ID)
			a.Recorded = w.day()
			w.r.Attributions = append(w.r.Attributions, a)
		}
	}
	return w.r
}

// eachStatus calls visit with the status of every claim and event, by key.
func eachStatus(v *dispute.View, r dispute.Record, visit func(key string, s dispute.Status)) {
	for _, c := range r.Claims {
		visit("claim/"+string(c.ID), v.Status(c.ID))
	}
	for _, e := range r.Events {
		visit("event/"+string(e.ID), v.EventStatus(e.ID))
	}
}

// Accepting identities never raises a pair, and leaves identity claims as they
// stand.
func TestAcceptingIdentitiesNeverRaisesAPair(t *testing.T) {
	lowered := 0
	for seed := range uint64(3000) {
		r := withIdentities(seed)
		l := (&world{Rand: rand.New(rand.NewPCG(seed, 8))}).lens()
		plain, taken := view(t, r, l), view(t, r, accepting(l))
		before := map[string]dispute.Status{}
		eachStatus(plain, r, func(key string, s dispute.Status) { before[key] = s })
		eachStatus(taken, r, func(key string, s dispute.Status) {
			was := before[key]
			if s.For.Level > was.For.Level || s.Against.Level > was.Against.Level {
				t.Errorf("seed %d: %s was %s and is %s", seed, key, was, s)
			}
			if s.For.Level < was.For.Level || s.Against.Level < was.Against.Level || s.For.Origins < was.For.Origins {
				lowered++
			}
			if c, ok := taken.Claim(s.Claim); ok && c.Content.Identity != nil {
				if diff := cmp.Diff(was, s); diff != "" {
					t.Errorf("seed %d: %s (-plain +accepting):\n%s", seed, key, diff)
				}
			}
		})
	}
	if lowered < 100 {
		t.Errorf("only %d sides were lowered", lowered)
	}
}

// Where nothing is undercut, accepting identities is what declaring those
// taken for the same dependent on each other would be.
func TestIdentitiesAreDependence(t *testing.T) {
	compared := 0
	for seed := range uint64(1500) {
		r := withIdentities(seed)
		r.Attributions = slices.DeleteFunc(r.Attributions, func(a dispute.Attribution) bool { return a.Stance == dispute.StanceUndercuts })
		if danglingItems(r) != nil {
			continue
		}
		plain, taken := view(t, r, dispute.Lens{}), view(t, r, accepting(dispute.Lens{}))
		declared := clone(r)
		any := false
		for _, c := range r.Claims {
			now, _ := plain.Claim(c.ID)
			if now.ID != c.ID || c.Content.Identity == nil || plain.Status(c.ID).Standing != dispute.StandingAccepted {
				continue
			}
			for _, ends := range [][2]dispute.ActorID{{c.Content.Identity.A, c.Content.Identity.B}, {c.Content.Identity.B, c.Content.Identity.A}} {
				from, _ := plain.Actor(ends[0])
				i := slices.IndexFunc(declared.Actors, func(a dispute.Actor) bool { return a.ID == from.ID })
				declared.Actors[i].Affiliations = append(declared.Actors[i].Affiliations, dispute.Affiliation{Kind: dispute.AffiliationDependsOn, To: ends[1]})
				any = true
			}
		}
		if !any {
			continue
		}
		want := map[string]dispute.Status{}
		eachStatus(view(t, declared, dispute.Lens{}), r, func(key string, s dispute.Status) { want[key] = s })
		eachStatus(taken, r, func(key string, s dispute.Status) {
			if c, _ := taken.Claim(s.Claim); c.Content.Identity != nil {
				return // weighed without
			}
			compared++
			if diff := cmp.Diff(toldWithout(t, want[key], "reasons", "through"), toldWithout(t, s, "reasons", "through")); diff != "" {
				t.Fatalf("seed %d: %s (-declared +accepting):\n%s", seed, key, diff)
			}
		})
	}
	if compared < 1000 {
		t.Errorf("only %d statuses compared", compared)
	}
}

// Deleting an item with what depends on it leaves every answer that named none
// of it as it was, with identities accepted too.
func TestIdentityAnswersNameWhatTheyRestOn(t *testing.T) {
	type answer struct {
		text  string
		items []dispute.Ref
	}
	ask := func(v *dispute.View, r dispute.Record) map[string]answer {
		all := map[string]answer{}
		eachStatus(v, r, func(key string, s dispute.Status) {
			all[key] = answer{s.String() + s.Standing.String(), s.Reasons().Items()}
		})
		for a := range v.Actors() {
			for _, x := range v.Twins(a.ID) {
				all["twin/"+string(a.ID)+"/"+string(x.Actor)] = answer{fmt.Sprint(x.Text, x.Claims, x.Accepted, x.Events), x.Reasons.Items()}
			}
			for _, x := range v.Acts(a.ID) {
				all["act/"+string(a.ID)+"/"+string(x.Event)] = answer{fmt.Sprint(x.Text, x.Filed, x.Claims, x.Accepted), x.Reasons.Items()}
			}
		}
		for s := range v.AllFigures() {
			all["figures/"+string(s.Event)+"/"+s.Category+"/"+string(s.Of)] = answer{fmt.Sprint(s.String(), s.Disagreement), s.Reasons().Items()}
		}
		for e := range v.Events(dispute.EventQuery{}) {
			if s := v.Dates(e.ID); len(s.Rows) > 0 {
				all["dates/"+string(s.Event)] = answer{fmt.Sprint(s.String(), s.OnStart, s.OnEnd), s.Reasons().Items()}
			}
		}
		return all
	}
	for seed := range uint64(120) {
		r := withoutVersions(withIdentities(seed))
		l := accepting((&world{Rand: rand.New(rand.NewPCG(seed, 9))}).lens())
		before := ask(view(t, r, l), r)
		for _, ref := range allRefs(r) {
			rest, gone := without(r, ref)
			if gone[dispute.Ref{Kind: dispute.ItemActor, ID: string(l.Standpoint)}] {
				continue
			}
			after := ask(view(t, rest, l), r)
			for key, was := range before {
				if slices.ContainsFunc(was.items, func(r dispute.Ref) bool { return gone[r] }) {
					continue
				}
				if got := after[key]; got.text != was.text {
					t.Errorf("seed %d: without %v, of which it names none, %s was %q and is %q", seed, ref, key, was.text, got.text)
				}
			}
		}
	}
}

// toldWithout returns an answer's JSON without the members of these names.
func toldWithout(t *testing.T, answer any, names ...string) any {
	t.Helper()
	text, err := json.Marshal(answer)
	if err != nil {
		t.Fatal(err)
	}
	var x any
	if err := json.Unmarshal(text, &x); err != nil {
		t.Fatal(err)
	}
	var strip func(any)
	strip = func(x any) {
		switch x := x.(type) {
		case map[string]any:
			for _, name := range names {
				delete(x, name)
			}
			for _, y := range x {
				strip(y)
			}
		case []any:
			for _, y := range x {
				strip(y)
			}
		}
	}
	strip(x)
	return x
}

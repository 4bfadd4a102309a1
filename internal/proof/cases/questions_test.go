package cases

import (
	"slices"
	"strings"
	"testing"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/disputetest"
)

// open checks the questions that are open, by ID.
func open(t testing.TB, v *dispute.View, want ...string) {
	t.Helper()
	var got []string
	for _, q := range v.OpenQuestions() {
		got = append(got, q.ID)
		if q.String() == "" || len(q.Reasons().Items()) == 0 {
			t.Errorf("question %s lacks its text or its reasons", q.ID)
		}
	}
	if !slices.Equal(got, want) {
		t.Errorf("open is %q, want %q", got, want)
	}
}

// answers checks what answers an event: attributions and events, by ID.
func answers(t testing.TB, v *dispute.View, e dispute.EventID, want ...string) []dispute.Answer {
	t.Helper()
	var got []string
	list := v.Answers(e)
	for _, a := range list {
		id := string(a.Attribution) + string(a.Reply)
		got = append(got, id)
		ref := a.Attribution.Ref()
		if a.Reply != "" {
			ref = a.Reply.Ref()
		}
		if a.String() == "" || !slices.Contains(a.Reasons().Items(), ref) {
			t.Errorf("answer %s lacks its text or its reasons", id)
		}
	}
	if !slices.Equal(got, want) {
		t.Errorf("%s is answered by %q, want %q", e, got, want)
	}
	return list
}

// attribution returns the attribution with an ID, for editing.
func attribution(r *dispute.Record, id dispute.AttributionID) *dispute.Attribution {
	return &r.Attributions[slices.IndexFunc(r.Attributions, func(a dispute.Attribution) bool { return a.ID == id })]
}

func event(r *dispute.Record, id dispute.EventID) *dispute.Event {
	return &r.Events[slices.IndexFunc(r.Events, func(e dispute.Event) bool { return e.ID == id })]
}

const unanswered = "no-response/event/acc/a"

// Who denies the weaker denies the stronger.
func TestDenialOfEntailedClaim(t *testing.T) {
	const name = "denial-of-entailed-claim"
	v := seen(t, name)
	open(t, v)
	if list := answers(t, v, "acc", "t3"); len(list) == 1 && (list[0].Claim != "weak" || list[0].AuthorityNotEstablished || list[0].Stance != dispute.StanceDenies) {
		t.Errorf("%+v", list[0])
	}
	chain := func(r *dispute.Record) { // strong entails weaker entails weak
		r.Claims = append(r.Claims, dispute.Claim{ID: "weaker", Text: "text of weaker", Entails: []dispute.ClaimID{"weak"}})
		for i := range r.Claims {
			if r.Claims[i].ID == "strong" {
				r.Claims[i].Entails = []dispute.ClaimID{"weaker"}
			}
		}
	}
	v = seen(t, name, chain)
	open(t, v)
	answers(t, v, "acc", "t3")
	open(t, seen(t, name, func(r *dispute.Record) { slices.Reverse(r.Attributions); slices.Reverse(r.Claims) }))
	// To say that the weaker is so answers nothing about the stronger, nor does
	// declining to comment on it.
	for _, stance := range []dispute.Stance{dispute.StanceAsserts, dispute.StanceDeclinesComment} {
		v := seen(t, name, func(r *dispute.Record) { attribution(r, "t3").Stance = stance })
		open(t, v, unanswered)
		answers(t, v, "acc")
	}
	// Who denies the stronger denies something else.
	open(t, seen(t, name, func(r *dispute.Record) {
		event(r, "acc").Claims = []dispute.ClaimID{"weak"}
		attribution(r, "t3").Claim = "strong"
	}),
		"denial-of-another/event/acc/a")
	// An older denial is no answer.
	open(t, seen(t, name, func(r *dispute.Record) { attribution(r, "t3").Said = edtf.MustParse("2024-07-31") }), "denial-of-another/event/acc/a")
	// A withdrawn denial is none, and both are among the reasons.
	v = seen(t, name, func(r *dispute.Record) {
		r.Attributions = append(r.Attributions, dispute.Attribution{ID: "back", Speaker: "a", Stance: dispute.StanceRetracts, Attribution: "t3", Lineage: dispute.LineageFirstHand})
	})
	open(t, v, unanswered)
	for _, q := range v.OpenQuestions() {
		if items := q.Reasons().Items(); !slices.Contains(items, dispute.AttributionID("back").Ref()) || !slices.Contains(items, dispute.AttributionID("t3").Ref()) {
			t.Errorf("the question rests on %v", items)
		}
	}
	// Asserting a declared rival answers, denying it does not.
	rival := func(stance dispute.Stance) func(*dispute.Record) {
		return func(r *dispute.Record) {
			r.Claims = append(r.Claims, dispute.Claim{ID: "alibi", Text: "a was elsewhere", Contradicts: []dispute.ClaimID{"strong"}})
			attribution(r, "t3").Claim, attribution(r, "t3").Stance = "alibi", stance
		}
	}
	v = seen(t, name, rival(dispute.StanceAsserts))
	open(t, v)
	if list := answers(t, v, "acc", "t3"); len(list) == 1 && list[0].Claim != "alibi" {
		t.Errorf("%+v", list[0])
	}
	open(t, seen(t, name, rival(dispute.StanceDenies)), unanswered)
}

// Two claims that one event occurred state the same.
func TestDenialOfTheSameOccurrence(t *testing.T) {
	const name = "denial-of-the-same-occurrence"
	v := seen(t, name)
	open(t, v)
	answers(t, v, "acc", "t3")
	open(t, seen(t, name, func(r *dispute.Record) { slices.Reverse(r.Attributions) }))
	open(t, seen(t, name, func(r *dispute.Record) { attribution(r, "t3").Stance = dispute.StanceNeitherConfirmsNorDenies }))
	// Another event's occurrence is something else.
	open(t, seen(t, name, func(r *dispute.Record) {
		other := *event(r, "att")
		other.ID = "att2"
		r.Events = append(r.Events, other)
		for i := range r.Claims {
			if r.Claims[i].ID == "o-att2" {
				r.Claims[i].Content.Occurred = "att2"
			}
		}
	}), unanswered)
}

// A denial on file as an event answers, where it names the claim or the
// accusation.
func TestDenialAsEvent(t *testing.T) {
	const name = "denial-as-event"
	v := seen(t, name)
	open(t, v)
	if list := answers(t, v, "acc", "den"); len(list) == 1 && (list[0].Reply != "den" || list[0].Stance != dispute.StanceDenies) {
		t.Errorf("%+v", list[0])
	}
	for what, c := range map[string]struct {
		edit func(*dispute.Event)
		want bool
	}{
		"about the accusation": {func(e *dispute.Event) {
			e.Claims, e.Links = nil, []dispute.Link{{Kind: dispute.LinkAbout, Event: "acc"}}
		}, true},
		"in response to it": {func(e *dispute.Event) {
			e.Kind, e.Claims, e.Links = dispute.KindCriticise, nil, []dispute.Link{{Kind: dispute.LinkInResponseTo, Event: "acc"}}
		}, true},
		"a rejection":           {func(e *dispute.Event) { e.Kind = dispute.KindReject }, true},
		"a statement":           {func(e *dispute.Event) { e.Kind = dispute.KindStatement }, true},
		"another accusation":    {func(e *dispute.Event) { e.Kind = dispute.KindAccuse }, false},
		"naming neither":        {func(e *dispute.Event) { e.Claims = nil }, false},
		"by another":            {func(e *dispute.Event) { e.Participants[0].Actor = "b" }, false},
		"before the accusation": {func(e *dispute.Event) { e.When = edtf.MustParse("2024-07-31") }, false},
		"on a day not known":    {func(e *dispute.Event) { e.When = edtf.Date{} }, true},
		"only expected":         {func(e *dispute.Event) { e.Phase = dispute.PhaseExpected }, false},
		"after, but only linked": {func(e *dispute.Event) {
			e.Claims, e.Links = nil, []dispute.Link{{Kind: dispute.LinkAfter, Event: "acc"}}
		}, false},
	} {
		got := true
		for _, q := range seen(t, name, func(r *dispute.Record) { c.edit(event(r, "den")) }).OpenQuestions() {
			got = got && !strings.HasPrefix(q.ID, unanswered)
		}
		if got != c.want {
			t.Errorf("%s: answered is %t, want %t", what, got, c.want)
		}
	}
	// A denial that the view does not accept is none.
	v = seen(t, name, func(r *dispute.Record) { attribution(r, "t3").OnRecord = 0 })
	open(t, v, unanswered)
	if items := v.OpenQuestions()[0].Reasons().Items(); !slices.Contains(items, dispute.EventID("den").Ref()) {
		t.Errorf("the question rests on %v", items)
	}
	// A denial of what follows is a denial as well.
	open(t, seen(t, name, func(r *dispute.Record) {
		r.Claims = append(r.Claims, dispute.Claim{ID: "less", Text: "text of less"})
		for i := range r.Claims {
			if r.Claims[i].ID == "did" {
				r.Claims[i].Entails = []dispute.ClaimID{"less"}
			}
		}
		r.Attributions = append(r.Attributions, dispute.Attribution{ID: "t4", Speaker: "b", Stance: dispute.StanceAsserts, Claim: "less", Lineage: dispute.LineageFirstHand})
		event(r, "den").Claims = []dispute.ClaimID{"less"}
	}))
}

// What is said on somebody's behalf answers for it, on an authority that is not
// established.
func TestAnswerOnBehalf(t *testing.T) {
	const name = "answer-on-behalf"
	v := seen(t, name)
	open(t, v)
	if list := answers(t, v, "acc", "t3"); len(list) == 1 && (!list[0].AuthorityNotEstablished || !strings.Contains(list[0].String(), "authority for a is not established")) {
		t.Errorf("%+v: %s", list[0], list[0])
	}
	tied := func(period string) func(*dispute.Record) {
		return func(r *dispute.Record) {
			for i := range r.Actors {
				if r.Actors[i].ID == "lawyer" {
					r.Actors[i].Affiliations = []dispute.Affiliation{{Kind: dispute.AffiliationSpeaksFor, To: "a", Period: edtf.MustParse(period)}}
				}
			}
		}
	}
	for period, established := range map[string]bool{"2020/..": true, "../1995": false, "2025/..": false} {
		v := seen(t, name, tied(period))
		open(t, v)
		if list := answers(t, v, "acc", "t3"); len(list) == 1 && list[0].AuthorityNotEstablished == established {
			t.Errorf("speaking for it %s: %+v", period, list[0])
		}
	}
	// Undated, it counts from the accusation on, when the tie had ended.
	undated := func(r *dispute.Record) { attribution(r, "t3").Said = edtf.Date{} }
	v = seen(t, name, tied("../1995"), undated)
	open(t, v)
	if list := answers(t, v, "acc", "t3"); len(list) == 1 && !list[0].AuthorityNotEstablished {
		t.Errorf("%+v", list[0])
	}
	// To decline to comment is an answer of its own kind.
	v = seen(t, name, func(r *dispute.Record) {
		attribution(r, "t3").Stance, attribution(r, "t3").Speaker, attribution(r, "t3").OnBehalfOf = dispute.StanceDeclinesComment, "a", nil
	})
	open(t, v)
	if list := answers(t, v, "acc", "t3"); len(list) == 1 && (list[0].AuthorityNotEstablished || list[0].Stance != dispute.StanceDeclinesComment) {
		t.Errorf("%+v", list[0])
	}
	// On nobody's behalf a lawyer's word is his own.
	alone := func(r *dispute.Record) { attribution(r, "t3").OnBehalfOf = nil }
	open(t, seen(t, name, alone), unanswered)
	open(t, seen(t, name, alone, undated, tied("../1995")), unanswered)
	open(t, seen(t, name, func(r *dispute.Record) { attribution(r, "t3").OnBehalfOf = []dispute.ActorID{"al"} }), unanswered)
	// An accusation addressed to a body is open to the accused too.
	addressed := func(r *dispute.Record) {
		e := event(r, "acc")
		e.Participants = append(slices.Clone(e.Participants), dispute.Participant{Role: dispute.RoleAddressee, Actor: "al"})
	}
	open(t, seen(t, name, addressed), "no-response/event/acc/al")
	open(t, seen(t, name, addressed, alone), unanswered, "no-response/event/acc/al")
}

// A minister who left answers for nobody but himself.
func TestRetiredMinisterAnswers(t *testing.T) {
	const name, question = "retired-minister-answers", "no-response/event/dem/a"
	open(t, seen(t, name), question)
	period := func(period string) func(*dispute.Record) {
		return func(r *dispute.Record) {
			for i := range r.Actors {
				if r.Actors[i].ID == "ex" {
					r.Actors[i].Affiliations[0].Period = edtf.MustParse(period)
				}
			}
		}
	}
	undated := func(r *dispute.Record) { event(r, "oped").When = edtf.Date{} }
	open(t, seen(t, name, undated), question)
	open(t, seen(t, name, period("../2024-08-04")), question)
	open(t, seen(t, name, period("2024-08-06/..")), question)
	open(t, seen(t, name, period("../2024-08-05")))
	open(t, seen(t, name, period("1990/.."), undated))
}

// An organ that left answers for the state no more, and is not silent for it.
func TestSecededOrganSilent(t *testing.T) {
	const name = "seceded-organ-silent"
	const organ = "no-response/claim/c/org"
	open(t, seen(t, name), organ, unanswered)
	undated := func(r *dispute.Record) { attribution(r, "t3").Said = edtf.Date{} }
	open(t, seen(t, name, undated), organ, unanswered)
	period := func(period string) func(*dispute.Record) {
		return func(r *dispute.Record) {
			for i := range r.Actors {
				if r.Actors[i].ID == "org" {
					r.Actors[i].Affiliations[0].Period = edtf.MustParse(period)
				}
			}
		}
	}
	open(t, seen(t, name, period("1991/..")), organ)
	open(t, seen(t, name, period("../2024-08-10")), organ)
	open(t, seen(t, name, period("../2024-08-09")), organ, unanswered)
	for _, c := range []struct {
		period string
		want   int
	}{{"../1991", 1}, {"1991/..", 1}} {
		if a := seen(t, name, period(c.period)).Account("a"); len(a.Unanswered) != c.want {
			t.Errorf("organ %s: the state has left open %v", c.period, a.Unanswered)
		}
	}
	// Silence is reported for the day it was reported, whatever the day of the view.
	for _, q := range disputetest.View(t, record(t, name), dispute.Lens{KnownBy: day("2024-09-01")}).OpenQuestions() {
		if q.ID == organ && (q.AsOf != day("2024-08-10") || !strings.HasPrefix(q.String(), "as of 10 August 2024, ")) {
			t.Errorf("as of %s: %s", q.AsOf, q)
		}
	}
	for _, q := range disputetest.View(t, record(t, name, undated), dispute.Lens{KnownBy: day("2024-09-01")}).OpenQuestions() {
		if q.ID == organ && (!q.AsOf.IsZero() || !strings.HasPrefix(q.String(), "on a day that is not known, ")) {
			t.Errorf("as of %s: %s", q.AsOf, q)
		}
	}
	// A later denial of what follows ends the silence, and so does a reply on file
	// as an event.
	open(t, seen(t, name, func(r *dispute.Record) {
		r.Claims = append(r.Claims, dispute.Claim{ID: "less", Text: "text of less"})
		r.Claims[0].Entails = []dispute.ClaimID{"less"}
		r.Attributions = append(r.Attributions, dispute.Attribution{ID: "t4", Speaker: "org", Stance: dispute.StanceDenies, Claim: "less",
			Said: edtf.MustParse("2024-08-11"), Lineage: dispute.LineageFirstHand})
	}), unanswered)
	open(t, seen(t, name, func(r *dispute.Record) {
		r.Actors = append(r.Actors, dispute.Actor{ID: "agency", Kind: dispute.ActorMedium, Name: "Agency"})
		r.Sources = append(r.Sources, dispute.Source{ID: "wire", Kind: dispute.SourceArticle, Publisher: "agency"})
		r.Events = append(r.Events, dispute.Event{ID: "den", Kind: dispute.KindDeny, When: edtf.MustParse("2024-08-12"), Claims: []dispute.ClaimID{"c"},
			Participants: []dispute.Participant{{Role: dispute.RoleActor, Actor: "org"}}, Sources: []dispute.SourceID{"wire"}})
	}), unanswered)
}

// An expected event is settled by what comes of it, and by nothing else.
func TestExpectedEventsAreSettled(t *testing.T) {
	r := dispute.Record{
		Actors: []dispute.Actor{{ID: "council", Kind: dispute.ActorOrgan, Name: "the council"}, {ID: "court", Kind: dispute.ActorOrgan, Name: "the court"},
			{ID: "m", Kind: dispute.ActorMedium, Name: "m"}},
		Sources: []dispute.Source{{ID: "wire", Kind: dispute.SourceArticle, Publisher: "m"}},
		Events: []dispute.Event{
			{ID: "dem", Kind: dispute.KindDemand, When: edtf.MustParse("2024-08-01"), Asks: dispute.KindCondemn, Sources: []dispute.SourceID{"wire"},
				Participants: []dispute.Participant{{Role: dispute.RoleActor, Actor: "m"}}},
			{ID: "session", Kind: dispute.KindDeliberate, Phase: dispute.PhaseExpected, When: edtf.MustParse("[2024-08-22..2024-08-28]"),
				Links: []dispute.Link{{Kind: dispute.LinkInResponseTo, Event: "dem"}}, Participants: []dispute.Participant{{Role: dispute.RoleActor, Actor: "council"}}}},
	}
	met := dispute.Event{ID: "met", Kind: dispute.KindDeliberate, When: edtf.MustParse("2024-08-23"), Sources: []dispute.SourceID{"wire"},
		Participants: []dispute.Participant{{Role: dispute.RoleActor, Actor: "council"}}}
	with := func(edit func(*dispute.Event)) *dispute.View {
		e := met
		e.Participants = slices.Clone(met.Participants)
		edit(&e)
		r := r
		r.Events = append(slices.Clone(r.Events), e)
		return disputetest.View(t, r, dispute.Lens{KnownBy: day("2024-09-01")})
	}
	response := func(to dispute.EventID) []dispute.Link {
		return []dispute.Link{{Kind: dispute.LinkInResponseTo, Event: to}}
	}
	const overdue = "overdue/event/session"
	open(t, disputetest.View(t, r, dispute.Lens{KnownBy: day("2024-09-01")}), overdue)
	for what, c := range map[string]struct {
		edit func(*dispute.Event)
		want []string
	}{
		"the same act in its window": {func(e *dispute.Event) {}, nil},
		"with somebody looking on": {func(e *dispute.Event) {
			e.Participants = append(e.Participants, dispute.Participant{Role: dispute.RoleObserver, Actor: "m"})
		}, nil},
		"on its first day":      {func(e *dispute.Event) { e.When = edtf.MustParse("2024-08-22") }, nil},
		"on its last day":       {func(e *dispute.Event) { e.When = edtf.MustParse("2024-08-28") }, nil},
		"before its window":     {func(e *dispute.Event) { e.When = edtf.MustParse("2024-08-21") }, []string{overdue}},
		"after its window":      {func(e *dispute.Event) { e.When = edtf.MustParse("2024-08-29") }, []string{overdue}},
		"perhaps in its window": {func(e *dispute.Event) { e.When = edtf.MustParse("2024-08") }, []string{overdue}},
		"by another":            {func(e *dispute.Event) { e.Participants[0].Actor = "court" }, []string{overdue}},
		"of another kind":       {func(e *dispute.Event) { e.Kind = dispute.KindNegotiate }, []string{overdue}},
		"with a target": {func(e *dispute.Event) {
			e.Participants = append(e.Participants, dispute.Participant{Role: dispute.RoleTarget, Actor: "m"})
		}, []string{overdue}},
		"that nobody reports":    {func(e *dispute.Event) { e.Sources = nil }, []string{overdue}},
		"linked to it, and late": {func(e *dispute.Event) { e.When, e.Links = edtf.MustParse("2024-08-30"), response("session") }, nil},
		"of the kind asked for": {func(e *dispute.Event) {
			e.When, e.Kind, e.Links = edtf.MustParse("2024-08-30"), dispute.KindCondemn, response("dem")
		}, nil},
		"in response, of another kind": {func(e *dispute.Event) {
			e.When, e.Kind, e.Links = edtf.MustParse("2024-08-30"), dispute.KindPraise, response("dem")
		}, []string{overdue}},
		"that supersedes it": {func(e *dispute.Event) { e.When, e.Supersedes = edtf.MustParse("2024-08-30"), "session" }, nil},
	} {
		t.Run(what, func(t *testing.T) { open(t, with(c.edit), c.want...) })
	}
	// What is expected in response to the demand is settled by its fulfilment; what is
	// merely expected after it is not.
	for kind, want := range map[dispute.LinkKind][]string{dispute.LinkInResponseTo: nil, dispute.LinkAfter: {overdue}} {
		r.Events[1].Links = []dispute.Link{{Kind: kind, Event: "dem"}}
		open(t, with(func(e *dispute.Event) {
			e.When, e.Kind, e.Links = edtf.MustParse("2024-08-30"), dispute.KindCondemn, response("dem")
		}), want...)
	}
}

// A denial that is disowned leaves open what it answered.
func TestDisownedDenialAnswersNothing(t *testing.T) {
	disown := func(r *dispute.Record) {
		says("u", "a", dispute.StanceDenies, "", "2024-08-20")(r)
		attribution(r, "u").Attribution = "t3"
	}
	v := seen(t, "denial-of-entailed-claim", disown)
	open(t, v, unanswered)
	answers(t, v, "acc")
	if items := v.OpenQuestions()[0].Reasons().Items(); !slices.Contains(items, dispute.AttributionID("u").Ref()) {
		t.Errorf("the question rests on %v", items)
	}
}

// What settles an expected severance: the act of several of whom the doer is one,
// or of its President.
func TestExpectedActByOthersToo(t *testing.T) {
	for what, c := range map[string]struct {
		doers []dispute.ActorID
		edit  func(*dispute.Event)
		want  []string
	}{
		"with another":      {[]dispute.ActorID{"x", "n"}, func(*dispute.Event) {}, nil},
		"by its president":  {[]dispute.ActorID{"p"}, func(*dispute.Event) {}, nil},
		"by another alone":  {[]dispute.ActorID{"n"}, func(*dispute.Event) {}, []string{"overdue/event/v"}},
		"of another target": {[]dispute.ActorID{"x", "n"}, func(e *dispute.Event) { e.Participants[0].Actor = "un" }, []string{"overdue/event/v"}},
	} {
		t.Run(what, func(t *testing.T) {
			r := toll()
			r.Claims, r.Events = nil, nil
			r.Actors = append(r.Actors, dispute.Actor{ID: "p", Kind: dispute.ActorPerson, Name: "P",
				Affiliations: []dispute.Affiliation{{Kind: dispute.AffiliationHoldsOffice, To: "x", Role: dispute.OfficeHeadOfState}}})
			r.Sources = []dispute.Source{{ID: "wire", Kind: dispute.SourceArticle, Publisher: "un"}}
			sever := func(id dispute.EventID, when string, doers ...dispute.ActorID) dispute.Event {
				e := dispute.Event{ID: id, Kind: dispute.KindSeverRelations, When: edtf.MustParse(when), Sources: []dispute.SourceID{"wire"},
					Participants: []dispute.Participant{{Role: dispute.RoleTarget, Actor: "z"}}}
				for _, d := range doers {
					e.Participants = append(e.Participants, dispute.Participant{Role: dispute.RoleActor, Actor: d})
				}
				return e
			}
			expected, done := sever("v", "[2024-08-01..2024-08-05]", "x"), sever("v2", "2024-08-03", c.doers...)
			expected.Phase = dispute.PhaseExpected
			c.edit(&done)
			r.Events = []dispute.Event{expected, done}
			open(t, disputetest.View(t, r, dispute.Lens{KnownBy: day("2024-08-10")}), c.want...)
		})
	}
}

// Who answers what the accuser's minister says answers the accuser.
func TestAnswerToMinisterOfAccuser(t *testing.T) {
	for _, stance := range []dispute.Stance{dispute.StanceDeclinesComment, dispute.StanceDenies} {
		r := toll()
		r.Claims = nil
		claims(dispute.Claim{ID: "k"})(&r)
		claims(dispute.Claim{ID: "o", Content: dispute.Content{Occurred: "acc"}})(&r)
		r.Actors = append(r.Actors, dispute.Actor{ID: "p", Kind: dispute.ActorPerson, Name: "P",
			Affiliations: []dispute.Affiliation{{Kind: dispute.AffiliationHoldsOffice, To: "x", Role: dispute.OfficeForeignMinister}}})
		r.Events = append(r.Events, dispute.Event{ID: "acc", Kind: dispute.KindAccuse, When: edtf.MustParse("2024-08-05"), Claims: []dispute.ClaimID{"k"},
			Participants: []dispute.Participant{{Role: dispute.RoleActor, Actor: "x"}, {Role: dispute.RoleTarget, Actor: "z"}}})
		says("t0", "p", dispute.StanceAsserts, "o", "2024-08-05")(&r)
		says("t9", "p", dispute.StanceAsserts, "k", "2024-08-05")(&r)
		says("t1", "z", stance, "", "2024-08-06", func(a *dispute.Attribution) { a.Attribution = "t9" })(&r)
		v := disputetest.View(t, r, dispute.Lens{})
		open(t, v)
		answers(t, v, "acc", "t1")
	}
}

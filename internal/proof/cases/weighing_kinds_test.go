package cases

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/disputetest"
)

// A quarrel is a record in which a and b are at odds over what act says, and
// claims k, adverse to a, and n, which names nobody, are asserted by b and m.
func quarrel(act dispute.Event, edits ...func(*dispute.Record)) dispute.Record {
	state := func(id dispute.ActorID) dispute.Actor {
		return dispute.Actor{ID: id, Kind: dispute.ActorState, Name: string(id)}
	}
	act.ID, act.Sources = "act", []dispute.SourceID{"s"}
	r := dispute.Record{
		Actors: []dispute.Actor{state("a"), state("b"), state("c"), {ID: "m", Kind: dispute.ActorMedium, Name: "m"},
			{ID: "un", Kind: dispute.ActorIntergovernment, Name: "un"},
			{ID: "b-office", Kind: dispute.ActorOrgan, Name: "b-office", Affiliations: []dispute.Affiliation{{Kind: dispute.AffiliationPartOf, To: "b"}}}},
		Sources: []dispute.Source{{ID: "s", Kind: dispute.SourceArticle, Publisher: "m"}},
		Events:  []dispute.Event{act},
		Claims:  []dispute.Claim{{ID: "k", Text: "a did it", Adverse: []dispute.ActorID{"a"}}, {ID: "n", Text: "it rained"}},
	}
	for _, c := range []dispute.ClaimID{"k", "n"} {
		for _, speaker := range []dispute.ActorID{"b", "b-office", "un", "c"} {
			r.Attributions = append(r.Attributions, dispute.Attribution{ID: dispute.AttributionID(string(c) + "-" + string(speaker)), Speaker: speaker,
				Stance: dispute.StanceAsserts, Claim: c, Lineage: dispute.LineageFirstHand, Said: edtf.MustParse("2024-08-10")})
		}
	}
	for _, edit := range edits {
		edit(&r)
	}
	return r
}

func act(kind dispute.EventKind, when string, parts ...dispute.Participant) dispute.Event {
	e := dispute.Event{Kind: kind, Participants: parts}
	if when != "" {
		e.When = edtf.MustParse(when)
	}
	return e
}

func part(role dispute.ParticipantRole, actor dispute.ActorID, side ...string) dispute.Participant {
	p := dispute.Participant{Role: role, Actor: actor}
	if side != nil {
		p.Side = side[0]
	}
	return p
}

// Who is interested as an adversary, by the act between them.
func TestInterestOfAdversaries(t *testing.T) {
	const actor, target, party = dispute.RoleActor, dispute.RoleTarget, dispute.RoleParty
	both := []dispute.ActorID{"b", "b-office"}
	for _, tt := range []struct {
		name        string
		record      dispute.Record
		policy      dispute.Policy
		named, open []dispute.ActorID // who is interested in k, and in n
	}{
		{"accused", quarrel(act(dispute.KindAccuse, "2024-08-01", part(actor, "b"), part(target, "a"))), dispute.Policy{}, both, both},
		{"by its organ", quarrel(act(dispute.KindAccuse, "2024-08-01", part(actor, "a"), part(target, "b-office"))), dispute.Policy{}, both, both},
		{"undated", quarrel(act(dispute.KindThreaten, "", part(actor, "a"), part(target, "b"))), dispute.Policy{}, both, both},
		{"ten years before", quarrel(act(dispute.KindAttack, "2014-08-10", part(actor, "a"), part(target, "b"))), dispute.Policy{}, both, both},
		{"a day more", quarrel(act(dispute.KindAttack, "2014-08-09", part(actor, "a"), part(target, "b"))), dispute.Policy{}, nil, nil},
		{"ten years after", quarrel(act(dispute.KindAttack, "2034-08-10", part(actor, "a"), part(target, "b"))), dispute.Policy{}, both, both},
		{"a day later than that", quarrel(act(dispute.KindAttack, "2034-08-11", part(actor, "a"), part(target, "b"))), dispute.Policy{}, nil, nil},
		{"a day more, at any time", quarrel(act(dispute.KindAttack, "2014-08-09", part(actor, "a"), part(target, "b"))), dispute.Policy{AdversaryYears: -1}, both, both},
		{"a day more, within more years than there are", quarrel(act(dispute.KindAttack, "2014-08-09", part(actor, "a"), part(target, "b"))), dispute.Policy{AdversaryYears: math.MaxInt}, both, both},
		{"a day more, within years beyond the first", quarrel(act(dispute.KindAttack, "2014-08-09", part(actor, "a"), part(target, "b"))), dispute.Policy{AdversaryYears: math.MaxInt32}, both, both},
		{"within one year", quarrel(act(dispute.KindAttack, "2022", part(actor, "a"), part(target, "b"))), dispute.Policy{AdversaryYears: 1}, nil, nil},
		{"going on for long", quarrel(act(dispute.KindBattle, "1999/2015", part(party, "a"), part(party, "b"))), dispute.Policy{}, both, both},
		{"going on since", quarrel(act(dispute.KindAttack, "1999", part(actor, "a"), part(target, "b")), func(r *dispute.Record) {
			r.Events[0].Phase = dispute.PhaseOngoing
		}), dispute.Policy{}, both, both},
		{"over since", quarrel(act(dispute.KindAttack, "1999", part(actor, "a"), part(target, "b")), func(r *dispute.Record) {
			r.Events[0].Phase, r.Events[0].Until = dispute.PhaseOngoing, edtf.MustParse("2001")
		}), dispute.Policy{}, nil, nil},
		{"named only", quarrel(act(dispute.KindAttack, "2024", part(actor, "a"), part(target, "b"))), dispute.Policy{NamedOnly: true}, nil, nil},
		{"recalling is none", quarrel(act(dispute.KindRecallAmbassador, "2024", part(actor, "a"), part(target, "b"))), dispute.Policy{}, nil, nil},
		{"expected only", quarrel(act(dispute.KindAttack, "2024", part(actor, "a"), part(target, "b")), func(r *dispute.Record) {
			r.Events[0].Phase = dispute.PhaseExpected
		}), dispute.Policy{}, nil, nil},
		{"that nobody reports", quarrel(act(dispute.KindAttack, "2024", part(actor, "a"), part(target, "b")), func(r *dispute.Record) {
			r.Events[0].Sources = nil
		}), dispute.Policy{}, nil, nil},
		{"against another", quarrel(act(dispute.KindAttack, "2024", part(actor, "c"), part(target, "b"))), dispute.Policy{}, nil, append([]dispute.ActorID{"c"}, both...)},
		{"accused by an organisation", quarrel(act(dispute.KindAccuse, "2024", part(actor, "un"), part(target, "a"))), dispute.Policy{}, nil, nil},
		{"an organisation accused", quarrel(act(dispute.KindAccuse, "2024", part(actor, "a"), part(target, "un"))), dispute.Policy{}, nil, nil},
		{"an organisation attacked", quarrel(act(dispute.KindAttack, "2024", part(actor, "a"), part(target, "un"))), dispute.Policy{}, nil, nil},
		{"an organisation attacking", quarrel(act(dispute.KindAttack, "2024", part(actor, "un"), part(target, "a"))), dispute.Policy{}, []dispute.ActorID{"un"}, []dispute.ActorID{"un"}},
		{"allies", quarrel(act(dispute.KindBattle, "2024", part(party, "a", "x"), part(party, "b", "x"), part(party, "un", "y"))), dispute.Policy{}, []dispute.ActorID{"un"}, append(slices.Clone(both), "un")},
		{"three without sides", quarrel(act(dispute.KindBattle, "2024", part(party, "a"), part(party, "b"), part(party, "c"))), dispute.Policy{}, nil, nil},
		{"watching", quarrel(act(dispute.KindAccuse, "2024", part(actor, "c"), part(target, "a"), part(dispute.RoleObserver, "b"))), dispute.Policy{}, []dispute.ActorID{"c"}, []dispute.ActorID{"c"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			v := disputetest.View(t, tt.record, dispute.Lens{Policy: tt.policy})
			for c, want := range map[dispute.ClaimID][]dispute.ActorID{"k": tt.named, "n": tt.open} {
				s := v.Status(c)
				var got []dispute.ActorID
				for _, root := range s.For.Roots() {
					if root.Interested {
						got = append(got, root.Speakers...)
						if root.Act != "act" || !slices.Contains(s.Reasons().Items(), dispute.EventID("act").Ref()) {
							t.Errorf("%s is interested by %q, want the act, among the reasons", root.Speakers, root.Act)
						}
					}
				}
				slices.Sort(got)
				slices.Sort(want)
				if !slices.Equal(got, want) {
					t.Errorf("interested in %s are %v, want %v", c, got, want)
				}
			}
		})
	}
}

// Who makes an accusation that puts a claim forward is interested, whatever else
// is on file, unless a competent body does.
func TestWhoeverAccusesIsInterested(t *testing.T) {
	unnamed := func(r *dispute.Record) {
		r.Claims[0].Adverse = nil
		r.Events[0].Participants = r.Events[0].Participants[:1]
	}
	organ := func(r *dispute.Record) {
		r.Actors = append(r.Actors, dispute.Actor{ID: "court", Kind: dispute.ActorCourt, Name: "court"})
		r.Events[0].Participants[0].Actor, r.Attributions[0].Speaker = "court", "court"
	}
	stands(t, seen(t, "formal-accuser", unnamed), "k", dispute.LabelAlleged, 1, 0)
	stands(t, seen(t, "formal-accuser", func(r *dispute.Record) { r.Attributions[0].Speaker = "off" }), "k", dispute.LabelAlleged, 1, 0)
	stands(t, seen(t, "formal-accuser", func(r *dispute.Record) { r.Attributions[0].Speaker = "paper" }), "k", dispute.LabelReported, 2, 0)
	stands(t, seen(t, "formal-accuser", organ), "k", dispute.LabelAlleged, 1, 0)
	stands(t, competent(t, record(t, "formal-accuser", organ), "court"), "k", dispute.LabelReported, 2, 0)
}

// An admission keeps its rank along what it entails and towards rivals that are
// not adverse to its side.
func TestWhereAnAdmissionKeepsItsRank(t *testing.T) {
	swap := func(r *dispute.Record) {
		r.Claims[0].Contradicts, r.Claims[1].Contradicts = []dispute.ClaimID{"k100"}, nil
		slices.Reverse(r.Attributions)
	}
	v := seen(t, "smaller-toll-admitted", swap)
	stands(t, v, "k100", dispute.LabelContested, 3, 3)
	relay := func(r *dispute.Record) {
		r.Attributions = append(r.Attributions, dispute.Attribution{ID: "t9", Speaker: "m2", Stance: dispute.StanceAsserts, Claim: "k10",
			Lineage: dispute.LineageRelaying, Relays: []dispute.AttributionID{"t3"}})
	}
	stands(t, seen(t, "smaller-toll-admitted", relay), "k100", dispute.LabelContested, 3, 3)
	spared := func(r *dispute.Record) { r.Claims[1].Adverse = nil }
	stands(t, seen(t, "smaller-toll-admitted", spared), "k100", dispute.LabelRefuted, 3, 4)
	entailed := func(r *dispute.Record) { r.Claims[0].Entails, r.Claims[1].Contradicts = []dispute.ClaimID{"k100"}, nil }
	stands(t, seen(t, "smaller-toll-admitted", entailed), "k100", dispute.LabelConfirmed, 4, 0)
}

// What commits is the office, not a post in it, and not the alliance.
func TestOnlyOfficesCommit(t *testing.T) {
	archivist := func(edit func(a *dispute.Actor)) func(*dispute.Record) {
		return func(r *dispute.Record) { edit(&r.Actors[1]) }
	}
	minister := archivist(func(a *dispute.Actor) { a.Affiliations[0].Role = dispute.OfficeForeignMinister })
	stands(t, seen(t, "archivist-commits", minister), "c", dispute.LabelCorroborated, 3, 0)
	holder := func(r *dispute.Record) {
		r.Actors = append(r.Actors, dispute.Actor{ID: "fm", Kind: dispute.ActorOffice, Name: "fm",
			Affiliations: []dispute.Affiliation{{Kind: dispute.AffiliationPartOf, To: "a", Role: dispute.OfficeForeignMinister}}})
		r.Actors[1].Affiliations[0] = dispute.Affiliation{Kind: dispute.AffiliationHoldsOffice, To: "fm"}
	}
	stands(t, seen(t, "archivist-commits", holder), "c", dispute.LabelCorroborated, 3, 0)
	once := archivist(func(a *dispute.Actor) {
		a.Affiliations[0].Role, a.Affiliations[0].Period = dispute.OfficeForeignMinister, edtf.MustParse("2010/2015")
	})
	stands(t, seen(t, "archivist-commits", once), "c", dispute.LabelReported, 2, 0)
	alliance := func(r *dispute.Record) { r.Actors[0].Kind = dispute.ActorAlliance }
	stands(t, seen(t, "admission-adverse-to-own-government", alliance), "d", dispute.LabelAlleged, 1, 0)
}

// A finding is the body's word on something that it is no side of.
func TestWhoseWordAFindingIs(t *testing.T) {
	inName := func(r *dispute.Record) { r.Attributions[0].OnBehalfOf = []dispute.ActorID{"court"} }
	stands(t, competent(t, record(t, "former-judge-undated", inName), "court"), "c", dispute.LabelReported, 2, 0)
	inOffice := func(r *dispute.Record) { inName(r); r.Attributions[0].Said = edtf.MustParse("2012") }
	stands(t, competent(t, record(t, "former-judge-undated", inOffice), "court"), "c", dispute.LabelConfirmed, 4, 0)
	own := func(r *dispute.Record) { inOffice(r); r.Claims[0].Adverse = []dispute.ActorID{"court"} }
	stands(t, competent(t, record(t, "former-judge-undated", own), "court"), "c", dispute.LabelAlleged, 1, 0)
	off := func(r *dispute.Record) { inOffice(r); r.Attributions[0].OnRecord = dispute.RecordLevelBackground }
	stands(t, competent(t, record(t, "former-judge-undated", off), "court"), "c", dispute.LabelReported, 2, 0)
}

// Reprints of reprints, listed or carried, are one origin with the original.
func TestReprintsAreTheirOriginal(t *testing.T) {
	chain := func(r *dispute.Record) {
		reprints(r)
		r.Actors = append(r.Actors, dispute.Actor{ID: "m3", Kind: dispute.ActorMedium, Name: "m3"})
		r.Sources = append(r.Sources, dispute.Source{ID: "s3", Kind: dispute.SourceArticle, Publisher: "m3", ReprintOf: "s2"})
		r.Events[0].Sources = []dispute.SourceID{"s3"}
	}
	for name, edit := range map[string]func(*dispute.Record){
		"listed beside": chain,
		"listed alone":  func(r *dispute.Record) { chain(r); r.Attributions = nil },
		"original last": func(r *dispute.Record) { chain(r); r.Attributions = r.Attributions[1:] },
	} {
		v := seen(t, "reprint-as-attribution", edit)
		t.Run(name, func(t *testing.T) {
			occurred(t, v, "e", dispute.LabelReported, 2, 0)
			origins(t, v.EventStatus("e"), 1)
		})
	}
	party := func(r *dispute.Record) { chain(r); r.Sources[0].Publisher = "b"; r.Attributions[0].Speaker = "b" }
	occurred(t, seen(t, "reprint-as-attribution", party), "e", dispute.LabelAlleged, 1, 0)
	circle := func(r *dispute.Record) { chain(r); r.Sources[0].ReprintOf = "s3" }
	occurred(t, seen(t, "reprint-as-attribution", circle), "e", dispute.LabelUnasserted, 0, 0)
	witness := func(r *dispute.Record) {
		chain(r)
		r.Actors = append(r.Actors, dispute.Actor{ID: "w", Kind: dispute.ActorPerson, Name: "w"})
		r.Attributions[1].Speaker = "w" // whom the reprint quotes
	}
	occurred(t, seen(t, "reprint-as-attribution", witness), "e", dispute.LabelCorroborated, 3, 0)
	other := func(r *dispute.Record) { r.Events[0].Sources = nil; r.Attributions[0].Source = "" }
	occurred(t, seen(t, "one-article-counted-twice", other), "e", dispute.LabelReported, 2, 0)
}

// A source that rests on nothing but a circle is no origin either, and one that
// also rests on something else is.
func TestDerivedFromACircle(t *testing.T) {
	from := func(of ...dispute.SourceID) func(*dispute.Record) {
		return func(r *dispute.Record) {
			r.Actors = append(r.Actors, dispute.Actor{ID: "m3", Kind: dispute.ActorMedium, Name: "m3"})
			r.Sources = append(r.Sources, dispute.Source{ID: "s3", Kind: dispute.SourceArticle, Publisher: "m3", DerivedFrom: of},
				dispute.Source{ID: "s4", Kind: dispute.SourceArticle})
			r.Events[0].Sources = append(r.Events[0].Sources, "s3")
		}
	}
	occurred(t, seen(t, "citation-circle", from("s1")), "e", dispute.LabelUnasserted, 0, 0)
	occurred(t, seen(t, "citation-circle", from("s1", "s2")), "e", dispute.LabelUnasserted, 0, 0)
	occurred(t, seen(t, "citation-circle", from("s1", "s4")), "e", dispute.LabelReported, 2, 0)
}

// What a withdrawal by the publisher takes along, and what stands.
func TestWithdrawalByThePublisher(t *testing.T) {
	retracts := func(r *dispute.Record) { r.Attributions[0].Stance = dispute.StanceRetracts }
	v := seen(t, "withdrawn-article-reprinted", retracts)
	occurred(t, v, "hit", dispute.LabelRetracted, 0, 0)
	if s := v.EventStatus("hit2"); len(s.Repeated) != 1 || s.Repeated[0].Source != "e1" {
		t.Errorf("hit2 is repeated by %v, want e1", s.Repeated)
	}
	reprint := func(r *dispute.Record) { retracts(r); r.Sources[2].DerivedFrom, r.Sources[2].ReprintOf = nil, "p1" }
	occurred(t, seen(t, "withdrawn-article-reprinted", reprint), "hit2", dispute.LabelRetracted, 0, 0)
	stranger := func(r *dispute.Record) { retracts(r); r.Attributions[0].Speaker = "echo" }
	occurred(t, seen(t, "withdrawn-article-reprinted", stranger), "hit2", dispute.LabelReported, 2, 0)
	elsewhere := func(r *dispute.Record) {
		retracts(r)
		r.Sources = append(r.Sources, dispute.Source{ID: "q", Kind: dispute.SourceArticle})
		r.Sources[2].DerivedFrom = append(r.Sources[2].DerivedFrom, "q")
	}
	occurred(t, seen(t, "withdrawn-article-reprinted", elsewhere), "hit2", dispute.LabelReported, 2, 0)
	quoted := func(source dispute.SourceID) func(*dispute.Record) {
		return func(r *dispute.Record) {
			retracts(r)
			r.Claims = append(r.Claims, dispute.Claim{ID: "o", Text: "X attacked", Content: dispute.Content{Occurred: "hit"}})
			r.Actors = append(r.Actors, dispute.Actor{ID: "w", Kind: dispute.ActorPerson, Name: "w"})
			r.Attributions = append(r.Attributions, dispute.Attribution{ID: "w1", Speaker: "w", Stance: dispute.StanceAsserts, Claim: "o", Source: source, Lineage: dispute.LineageFirstHand})
		}
	}
	occurred(t, seen(t, "withdrawn-article-reprinted", quoted("p1")), "hit", dispute.LabelRetracted, 0, 0)
	occurred(t, seen(t, "withdrawn-article-reprinted", quoted("e1")), "hit", dispute.LabelReported, 2, 0)
}

// Ties of the document's day decide who its author's principal is.
func TestWhoDisownsADocument(t *testing.T) {
	late := func(r *dispute.Record) { r.Sources[0].Published = edtf.MustParse("2024-05-01") }
	written := func(on string) func(*dispute.Record) {
		return func(r *dispute.Record) { r.Attributions[0].Said = edtf.MustParse(on) }
	}
	// Leaked after its author left office, but written before; and written after.
	stands(t, seen(t, "forged-letter-of-former-minister", late), "c", dispute.LabelUnasserted, 0, 0)
	stands(t, seen(t, "forged-letter-of-former-minister", late, written("2021")), "c", dispute.LabelUnasserted, 0, 0)
	stands(t, seen(t, "forged-letter-of-former-minister", late, written("2024-04")), "c", dispute.LabelReported, 2, 0)
	another := func(r *dispute.Record) {
		r.Actors[1].ID, r.Attributions[1].Speaker = "z", "z"
		r.Claims[0].Favours = []dispute.ActorID{"z"}
	}
	stands(t, seen(t, "forged-letter-of-former-minister", another), "c", dispute.LabelCorroborated, 3, 0)
}

// Words that their speaker disowns count 1, wherever they bear.
func TestDisownedWords(t *testing.T) {
	denies := func(r *dispute.Record) { r.Attributions[1].Stance = dispute.StanceDenies }
	stands(t, seen(t, "quoted-says-fabricated", denies), "c", dispute.LabelAlleged, 1, 0)
	back := func(r *dispute.Record) {
		denies(r)
		r.Attributions = append(r.Attributions, dispute.Attribution{ID: "v", Speaker: "a", Stance: dispute.StanceRetracts, Attribution: "u", Lineage: dispute.LineageFirstHand})
	}
	stands(t, seen(t, "quoted-says-fabricated", back), "c", dispute.LabelCorroborated, 3, 0)
	stranger := func(r *dispute.Record) { denies(r); r.Attributions[1].Speaker = "b" }
	stands(t, seen(t, "quoted-says-fabricated", stranger), "c", dispute.LabelCorroborated, 3, 0)
	v := seen(t, "hijacked-account")
	occurred(t, v, "praise", dispute.LabelAlleged, 1, 0)
	for _, e := range []dispute.EventID{"praise", "recall"} {
		if s := v.EventStatus(e); s.Standing != dispute.StandingOpen {
			t.Errorf("%s is %v, want open\n%s", e, s.Standing, s)
		}
	}
}

// A hub with very many adversaries, and very many acts between two, cost no more
// than their number.
func TestManyAdversaries(t *testing.T) {
	const n = 20_000
	var r dispute.Record
	r.Actors = append(r.Actors, dispute.Actor{ID: "hub", Kind: dispute.ActorState, Name: "hub"}, dispute.Actor{ID: "m", Kind: dispute.ActorMedium, Name: "m"})
	r.Sources = []dispute.Source{{ID: "s", Kind: dispute.SourceArticle, Publisher: "m"}}
	for i := range n {
		id := fmt.Sprintf("x%06d", i)
		r.Actors = append(r.Actors, dispute.Actor{ID: dispute.ActorID(id), Kind: dispute.ActorState, Name: id})
		hub := act(dispute.KindAccuse, "1990", part(dispute.RoleActor, "hub"), part(dispute.RoleTarget, dispute.ActorID(id)))
		pair := act(dispute.KindAttack, "1990", part(dispute.RoleActor, "hub"), part(dispute.RoleTarget, "x000000"))
		hub.ID, pair.ID = dispute.EventID("h"+id), dispute.EventID("p"+id)
		hub.Sources, pair.Sources = []dispute.SourceID{"s"}, []dispute.SourceID{"s"}
		r.Events = append(r.Events, hub, pair)
		c := dispute.ClaimID("c" + id)
		r.Claims = append(r.Claims, dispute.Claim{ID: c, Text: "it is so", Adverse: []dispute.ActorID{"x000000"}})
		r.Attributions = append(r.Attributions, dispute.Attribution{ID: dispute.AttributionID("t" + id), Speaker: "hub", Stance: dispute.StanceAsserts, Claim: c,
			Lineage: dispute.LineageFirstHand, Said: edtf.MustParse("2024")})
	}
	v := disputetest.View(t, r, dispute.Lens{})
	for _, c := range r.Claims {
		if s := v.Status(c.ID); s.For.Level != 2 {
			t.Fatal(s)
		}
	}
}

package cases

import (
	"slices"
	"strings"
	"testing"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/disputetest"
)

// accused is a record in which Y accuses X, on a day, of what claim k says, which
// entails claim less and which claim alibi contradicts.
func accused(on string, edits ...func(*dispute.Record)) dispute.Record {
	r := dispute.Record{
		Actors: []dispute.Actor{{ID: "x", Kind: dispute.ActorState, Name: "X"}, {ID: "y", Kind: dispute.ActorState, Name: "Y"},
			{ID: "fm", Kind: dispute.ActorPerson, Name: "the Minister", Affiliations: []dispute.Affiliation{
				{Kind: dispute.AffiliationHoldsOffice, To: "x", Role: dispute.OfficeForeignMinister}}},
			{ID: "n", Kind: dispute.ActorMedium, Name: "N"}},
		Sources: []dispute.Source{{ID: "wire", Kind: dispute.SourceArticle, Publisher: "n"}},
		Events: []dispute.Event{{ID: "acc", Kind: dispute.KindAccuse, Summary: "Y accuses X", Claims: []dispute.ClaimID{"k"}, Sources: []dispute.SourceID{"wire"},
			Participants: []dispute.Participant{{Role: dispute.RoleActor, Actor: "y"}, {Role: dispute.RoleTarget, Actor: "x"}}}},
		Claims: []dispute.Claim{{ID: "k", Text: "X did it", Adverse: []dispute.ActorID{"x"}, Entails: []dispute.ClaimID{"less"}},
			{ID: "less", Text: "X did some of it"}, {ID: "alibi", Text: "X was elsewhere", Contradicts: []dispute.ClaimID{"k"}}},
	}
	if on != "" {
		r.Events[0].When = edtf.MustParse(on)
	}
	for _, edit := range edits {
		edit(&r)
	}
	return r
}

// silent lets N report that X has not responded to what claim k says.
func silent(on string) func(*dispute.Record) {
	return says("silent", "x", dispute.StanceHasNotResponded, "k", on, func(a *dispute.Attribution) { a.Source = "wire" })
}

func denial(on string) func(*dispute.Record) {
	return says("denial", "fm", dispute.StanceDenies, "k", on)
}

// A silence is reported for one day of those that its date leaves possible: what is
// surely later ends it, what may be later perhaps does, and what is surely earlier
// does not.
func TestSilenceOnADayNotKnownExactly(t *testing.T) {
	const question = "no-response/claim/k/x"
	weaker := says("denial", "fm", dispute.StanceDenies, "less", "2024-05-20")
	rival := says("denial", "fm", dispute.StanceAsserts, "alibi", "2024-05-20")
	for what, c := range map[string]struct {
		silent  string
		reply   func(*dispute.Record)
		open    bool
		perhaps bool
		asOf    string
		told    string // at the end
	}{
		"nobody replied":              {"2024-05", nil, true, false, "", "that X did it"},
		"on one day":                  {"2024-05-10", nil, true, false, "2024-05-10", "that X did it"},
		"about a day":                 {"2024-05-10~", nil, true, false, "", "that X did it"},
		"perhaps on a day":            {"2024-05-10?", nil, true, false, "", "that X did it"},
		"within the month":            {"2024-05", denial("2024-05-20"), true, true, "", "; an answer that may be later is on file: the Minister denied on 20 May 2024 that X did it"},
		"on the last day of it":       {"2024-05", denial("2024-05-31"), true, true, "", "on 31 May 2024 that X did it"},
		"after the month":             {"2024-05", denial("2024-06-01"), false, false, "", ""},
		"before the month":            {"2024-05", denial("2024-04-30"), true, false, "", "; an earlier answer to that is on file: the Minister denied on 30 April 2024 that X did it"},
		"within the interval":         {"2024-05-03/2024-05-10", denial("2024-05-05"), true, true, "", "that X did it"},
		"after the interval":          {"2024-05-03/2024-05-10", denial("2024-05-11"), false, false, "", ""},
		"the month after, or before":  {"2024-05-10", denial("2024-05"), true, true, "2024-05-10", "that X did it"},
		"on the same day":             {"2024-05-10", denial("2024-05-10"), true, true, "2024-05-10", "that X did it"},
		"a week before":               {"2024-05-10", denial("2024-05-03"), true, false, "2024-05-10", "; an earlier answer to that is on file: the Minister denied on 3 May 2024 that X did it"},
		"a day later":                 {"2024-05-10", denial("2024-05-11"), false, false, "", ""},
		"nobody knows when":           {"2024-05-10", denial(""), true, true, "2024-05-10", "that X did it"},
		"a silence without a day":     {"", denial("2024-05-20"), true, true, "", "that X did it"},
		"nothing known of either day": {"", denial(""), true, true, "", "that X did it"},
		"of what follows":             {"2024-05", weaker, true, true, "", "; an answer that may be later is on file"},
		"by saying the contrary":      {"2024-05", rival, true, true, "", "; an answer that may be later is on file"},
	} {
		t.Run(what, func(t *testing.T) {
			r := accused("2024-05-01", silent(c.silent))
			if c.reply != nil {
				c.reply(&r)
			}
			for range 2 {
				v := disputetest.View(t, r, dispute.Lens{})
				list := unheard(v)
				if ids := idsOf(list); c.open != slices.Equal(ids, []string{question}) || !c.open && len(ids) > 0 {
					t.Fatalf("open is %q", ids)
				}
				if !c.open {
					return
				}
				q := list[0]
				if q.MayBeAnswered != c.perhaps || q.AsOf.IsZero() != (c.asOf == "") || c.asOf != "" && q.AsOf != day(c.asOf) {
					t.Errorf("may be answered is %t, want %t; as of %v, want %q", q.MayBeAnswered, c.perhaps, q.AsOf, c.asOf)
				}
				if known := strings.HasPrefix(q.String(), "as of "); known != (c.asOf != "") || !strings.HasSuffix(q.String(), c.told) {
					t.Errorf("told as %q", q)
				}
				if c.reply != nil && !slices.Contains(q.Reasons().Items(), dispute.AttributionID("denial").Ref()) && c.told != "" {
					t.Errorf("it rests on %v", q.Reasons().Items())
				}
				reversed(&r)
			}
		})
	}
	// Of several reports the one of the last day tells.
	later := func(r *dispute.Record) {
		says("later", "x", dispute.StanceHasNotResponded, "k", "2024-06-10", func(a *dispute.Attribution) { a.Source = "wire" })(r)
	}
	for _, q := range disputetest.View(t, accused("2024-05-01", later, silent("2024-05")), dispute.Lens{}).OpenQuestions() {
		if q.ID == question && q.AsOf != day("2024-06-10") {
			t.Errorf("told as %q", q)
		}
	}
}

// What may have been said before the accusation closes it, and says so.
func TestAnswerThatMayBeEarlier(t *testing.T) {
	for what, c := range map[string]struct {
		accused, denied  string
		answers, earlier bool
	}{
		"later":                               {"2024-05-10", "2024-05-11", true, false},
		"on the day":                          {"2024-05-10", "2024-05-10", true, false},
		"the day before":                      {"2024-05-10", "2024-05-09", false, false},
		"on one of the days before, or on it": {"2024-05-10", "[2024-05-01..2024-05-10]", true, true},
		"sometime in the year":                {"2024-05-01", "2024", true, true},
		"nobody knows when":                   {"2024-05-01", "", true, true},
		"an accusation of some day":           {"2024-05", "2024-05-15", true, true},
		"an accusation of some day before":    {"2024-05", "2024-05-31", true, false},
		"an accusation without a day":         {"", "2024-05-15", true, true},
	} {
		t.Run(what, func(t *testing.T) {
			v := disputetest.View(t, accused(c.accused, denial(c.denied)), dispute.Lens{})
			if ids := idsOf(unheard(v)); c.answers != (len(ids) == 0) {
				t.Errorf("open is %q", ids)
			}
			if !c.answers {
				answers(t, v, "acc")
				return
			}
			marked(t, answers(t, v, "acc", "denial"), c.earlier)
		})
	}
	reply := func(when string, links ...dispute.Link) func(*dispute.Record) {
		return func(r *dispute.Record) {
			r.Events = append(r.Events, dispute.Event{ID: "reply", Kind: dispute.KindDeny, Summary: "X denies it", When: edtf.MustParse(when), Links: links,
				Claims: []dispute.ClaimID{"k"}, Sources: []dispute.SourceID{"wire"}, Participants: []dispute.Participant{{Role: dispute.RoleActor, Actor: "x"}}})
		}
	}
	marked(t, answers(t, disputetest.View(t, accused("2024-05", reply("2024-05")), dispute.Lens{}), "acc", "reply"), true)
	// A response is no earlier than what it responds to, and nobody denies that
	// something was said before it was.
	response := dispute.Link{Kind: dispute.LinkInResponseTo, Event: "acc"}
	marked(t, answers(t, disputetest.View(t, accused("2024-05", reply("2024-05", response)), dispute.Lens{}), "acc", "reply"), false)
	named := disputetest.View(t, accused("2024-05-01", says("said", "y", dispute.StanceAsserts, "k", "2024-05-01"), denial(""), func(r *dispute.Record) {
		statement(r, "denial").Claim, statement(r, "denial").Attribution = "", "said"
	}), dispute.Lens{})
	marked(t, answers(t, named, "acc", "denial"), false)
}

// unheard returns the questions that wait for a response.
func unheard(v *dispute.View) []dispute.Question {
	return slices.DeleteFunc(v.OpenQuestions(), func(q dispute.Question) bool { return q.Respondent == "" })
}

func idsOf(list []dispute.Question) []string {
	var ids []string
	for _, q := range list {
		ids = append(ids, q.ID)
	}
	return ids
}

// marked checks whether answers say that they may be earlier than what they answer.
func marked(t testing.TB, list []dispute.Answer, earlier bool) {
	t.Helper()
	for _, a := range list {
		if a.PossiblyEarlier != earlier || strings.Contains(a.String(), "which may have been before what it answers") != earlier {
			t.Errorf("possibly earlier is %t, want %t: %s", a.PossiblyEarlier, earlier, a)
		}
	}
}

package sahel2024_test

import (
	"testing"

	"github.com/dispute-go/dispute"
)

// subjects lists what account lines are about, as "stance item", an act
// without a stance.
func subjects(lines []dispute.AccountLine) []string {
	var list []string
	for _, l := range lines {
		s := string(l.Claim)
		if l.Event != "" {
			s = string(l.Event)
		}
		if l.Stance != 0 {
			s = l.Stance.String() + " " + s
		}
		list = append(list, s)
	}
	return list
}

func compared(lines []dispute.ComparisonLine) []string {
	var list []string
	for _, l := range lines {
		if l.Event != "" {
			list = append(list, "event "+string(l.Event))
		} else {
			list = append(list, "claim "+string(l.Claim))
		}
	}
	return list
}

func TestMalisAccount(t *testing.T) {
	a := look(t, fullLayer).Account("mali")
	same(t, "asserts", []string{
		"asserts alliance-founded-dated", "asserts demand-to-council", "asserts letter-published-corrected", "asserts mali-accuses-dated", "asserts mali-cuts-ties-dated",
		"asserts letter-exists", "asserts russia-assists-mali", "asserts ukraine-backs-terrorism", "asserts ukraine-supported-rebels",
	}, subjects(a.Asserts))
	same(t, "only implies", []string{"implies ukraine-threatens-stability"}, subjects(a.Uncommitted))
	same(t, "denies", nil, subjects(a.Denies))
	same(t, "demands", []string{"demand-to-council"}, subjects(a.Demands))
	same(t, "accusations", []string{"mali-accuses-dated"}, subjects(a.Accusations))
	same(t, "unanswered by it", 0, len(a.Unanswered))
}

func TestUkrainesAccount(t *testing.T) {
	a := look(t, fullLayer).Account("ukraine")
	same(t, "asserts", []string{"asserts ukraine-denies"}, subjects(a.Asserts))
	same(t, "denies", []string{"denies ukraine-involved-in-attack", "denies ukraine-supported-rebels"}, subjects(a.Denies))
	same(t, "said by an organ that cannot commit it",
		[]string{"asserts gur-remarks-dated", "implies ukraine-gave-information", "implies ukraine-involved-in-attack"}, subjects(a.Uncommitted))
	var open []string
	for _, q := range a.Unanswered {
		open = append(open, q.ID)
	}
	same(t, "unanswered", []string{
		"no-response/attribution/letter-alleges-support/ukraine-foreign-ministry/letter",
		"no-response/claim/ukraine-backs-terrorism/ukraine-foreign-ministry",
	}, open)
}

func TestWhatIsAgreedAndWhatIsDisputed(t *testing.T) {
	v := look(t, fullLayer)
	mali := v.Compare("ukraine", "mali")
	same(t, "Mali and Ukraine agree on", nil, compared(mali.Agreed))
	same(t, "Mali and Ukraine dispute", []string{"claim ukraine-supported-rebels"}, compared(mali.Disputed))

	same(t, "Mali and Russia agree on", []string{"claim russia-assists-mali"}, compared(v.Compare("mali", "russia").Agreed))
	// The rebels deny any support, and with it what entails support.
	same(t, "Ukraine and the rebels both deny", []string{"claim ukraine-gave-information", "claim ukraine-supported-rebels"}, compared(v.Compare("ukraine", "tuareg-rebels").Rejected))
	same(t, "the three states agree on", []string{
		"event alliance-founded-dated", "event demand-to-council", "claim ukraine-supported-rebels",
	}, compared(v.Compare("burkina-faso", "mali", "niger").Agreed))
}

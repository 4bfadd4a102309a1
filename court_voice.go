package dispute

import (
	"slices"

	"github.com/dispute-go/dispute/internal/ints"
	"github.com/dispute-go/dispute/internal/ties"
)

// A voice is a first-hand statement for or against a proposition, reduced to
// what evidence needs. Either attribution is set, or event and source are:
// the shorthand by which a source's publisher asserts that an event occurred.
type voice struct {
	speakers      []int32 // who still stands by it, ascending
	when          ties.Window
	aside         *aside // nil for most
	attribution   int32
	event, source int32
	claim         int32 // on which it was made, or none for the shorthand
	against       bool  // as it bears on the proposition assessed
	implied       bool
	onRecord      bool

	// What it counts, once it is weighed on a proposition.
	admission bool  // by those of the speakers whom admitters returns
	elsewhere bool  // it was made on another claim
	rival     bool  // which is a rival, or entails one
	finding   bool  // it is the word of a competent body
	interest  int32 // who makes it interested, or none; see [stakes.interest]
	act       int32 // the event by which it is interested, where it is one's
	origin    int32 // the number of its group among the roots of its side; 0 where it adds none
}

// An aside is what is to be known of few statements. Lists are ascending.
type aside struct {
	behalf    []int32 // on whose behalf it is made
	disowned  []int32 // the attributions by which its words are disowned
	borrowed  []int32 // in whose words a reprint speaks
	admitters []int32 // of the speakers: by whom it is an admission, where not by all
}

// besides returns what is to be known of few statements.
func (r *voice) besides() aside {
	if r.aside == nil {
		return aside{}
	}
	return *r.aside
}

// note changes what is to be known of few statements. Copies of this one keep
// what they have.
func (r *voice) note(change func(*aside)) {
	a := r.besides()
	change(&a)
	r.aside = &a
}

// behalf returns on whose behalf a statement is made.
func (r *voice) behalf() []int32 { return r.besides().behalf }

// onBehalf notes on whose behalf a statement is made.
func (r *voice) onBehalf(of []int32) {
	if len(of) > 0 || len(r.behalf()) > 0 {
		r.note(func(a *aside) { a.behalf = of })
	}
}

// disowned returns the attributions by which the words of a statement are disowned.
func (r *voice) disowned() []int32 { return r.besides().disowned }

// disown marks a statement as one whose words are disowned.
func (r *voice) disown(by []int32) {
	if by != nil {
		r.note(func(a *aside) { a.disowned = by })
	}
}

// admitters returns the speakers by whom a statement is an admission.
func (r *voice) admitters() []int32 {
	if some := r.besides().admitters; some != nil || !r.admission {
		return some
	}
	return r.speakers
}

// admit notes the speakers by whom a statement is an admission.
func (r *voice) admit(by []int32) {
	r.admission = by != nil
	if some := r.admission && len(by) < len(r.speakers); some || r.besides().admitters != nil {
		if !some {
			by = nil
		}
		r.note(func(a *aside) { a.admitters = by })
	}
}

// across returns every actor to whom those lead who make a statement and those
// on whose behalf it is made, ascending.
func (r *voice) across(lead func(int32, ties.Window) []int32) []int32 {
	behalf := r.behalf()
	if len(r.speakers) == 1 && len(behalf) == 0 {
		return lead(r.speakers[0], r.when)
	}
	var lists [][]int32
	for _, s := range r.speakers {
		lists = append(lists, lead(s, r.when))
	}
	for _, s := range behalf {
		lists = append(lists, lead(s, r.when))
	}
	return ints.Merge(lists...)
}

// firm reports whether a statement is its speaker's word: neither merely implied
// nor disowned.
func (r *voice) firm() bool { return !r.implied && r.disowned() == nil }

// commitsOnRecord reports whether a statement commits anybody to an act.
func (r *voice) commitsOnRecord() bool { return r.onRecord && r.firm() }

// compareVoices orders statements by attribution, the shorthand ones last, by
// event and source.
func compareVoices(a, b voice) int {
	if (a.attribution == none) != (b.attribution == none) {
		return int(b.attribution) - int(a.attribution)
	}
	return slices.Compare([]int32{a.attribution, a.event, a.source}, []int32{b.attribution, b.event, b.source})
}

// voiceOf returns the statement attribution n makes, and false when it can be
// no evidence.
func (v *mentions) voiceOf(n int32) (voice, bool) {
	a := v.d.attribution(n)
	if a.Lineage != LineageFirstHand {
		return voice{}, false
	}
	signatories, behalf := v.speakersOf(n)
	if signatories == nil {
		return voice{}, false
	}
	r := voice{attribution: n, event: none, source: none, claim: v.claimOf(n),
		against: a.Stance == StanceDenies, implied: a.Stance == StanceImplies, onRecord: a.OnRecord == RecordLevelOn,
		speakers: signatories, when: v.saidWindow(n)}
	r.onBehalf(behalf)
	return r, true
}

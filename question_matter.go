package dispute

import "github.com/dispute-go/dispute/edtf"

// questions finds what is open.
type questions struct{ *chronology }

// An openMatter is something that the record leaves open. What a matter does
// not have is none.
type openMatter struct {
	chronology                *chronology
	kind                      QuestionKind
	event, attribution, claim int32 // what it is about
	respondent, channel       int32 // who is to answer, and which source
	day                       edtf.Day

	// report says that the respondent has not responded; none where nobody does.
	// challenges are the report and all that was weighed against it, if anything.
	report     int32
	challenges []int32
	// denials are what the respondent denies instead.
	denials []int32
	// disregarded are answers and reports of silence that do not count for it,
	// together with what took them away.
	disregarded []int32
}

// matter begins a matter that is open as of the day of the view.
func (v questions) matter(kind QuestionKind) *openMatter {
	return &openMatter{chronology: v.chronology, kind: kind, event: none, attribution: none, claim: none,
		respondent: none, channel: none, report: none, day: v.today()}
}

// subject returns what a matter is about before all: the event, else the
// statement, else the claim.
func (m *openMatter) subject() int32 {
	for _, n := range []int32{m.event, m.attribution, m.claim} {
		if n != none {
			return n
		}
	}
	return none
}

// id names a matter by its kind, what it is about, who is to answer and what,
// each by its first version.
func (m *openMatter) id() string {
	first := func(n int32) Ref {
		if n == none {
			return Ref{}
		}
		return m.chronology.firstRef(n)
	}
	id := m.kind.String() + "/" + first(m.subject()).String()
	if m.respondent != none || m.channel != none {
		id += "/" + first(m.respondent).ID
	}
	if m.channel != none {
		id += "/" + first(m.channel).ID
	}
	return id
}

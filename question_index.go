package dispute

import "github.com/dispute-go/dispute/internal/ties"

// about returns what claim c states, or nothing where there is no claim.
func (v *mentions) about(c int32) proposition {
	if c == none {
		return proposition{event: none}
	}
	return v.proposition(c)
}

// replies are the first-hand answers of one actor, or of those who speak for
// it, to one claim or statement.
type replies struct {
	standing []int32 // by attribution
	denials  []int32 // those of them that deny
	// void are those that no longer count or have no known lineage, together
	// with the retractions and undercuts that did it.
	void []int32
	last int64 // the latest day on which one of the standing can have been given
}

// responses finds who answered a claim or a statement, each once.
type responses struct {
	v      questions
	to     map[int32]map[int32]*replies // by claim or attribution, then by actor
	silent silenceIndex
}

// A silence is a report that somebody has not responded.
type silence struct {
	report, speaker  int32
	statement, claim int32 // what was not answered, or none
	when             ties.Window
	before           []int32 // what the speaker said before, and what no longer counts
	// answers are the speaker's that are later than the report, so that it is
	// silent no more.
	answers []int32
	// dropped are the retractions and undercuts because of which the report no
	// longer counts.
	dropped []int32
	// heard are the report and all statements that were weighed against it,
	// where there are any, whether or not they took effect.
	heard []int32
}

// stands reports whether the report counts and the speaker is silent still.
func (s *silence) stands() bool { return s.answers == nil && s.dropped == nil }

// silenceIndex lists the reports of silence: those that no answer ended also by
// the document that was not answered and by the claim.
type silenceIndex struct {
	all        []silence
	byQuestion map[string][]silence // by the ID of the question that it asks
	bySource   map[int32][]silence
	byClaim    map[int32][]silence
}

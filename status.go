package dispute

// A Status is how a claim, or an event's occurrence, stands in a view. It is
// derived and never stored. The zero Status has not been assessed.
type Status struct {
	// Claim or Event is what was assessed. An event's occurrence is one
	// proposition, whether claims state it, sources report it, or both.
	Claim ClaimID `json:"claim,omitzero"`
	Event EventID `json:"event,omitzero"`
	// Label sums up the pair of levels of For and Against.
	Label   Label `json:"label"`
	For     Side  `json:"for"`
	Against Side  `json:"against"`
	// Standing is what the view takes it for, and by which rule.
	Standing Standing     `json:"standing"`
	Rule     StandingRule `json:"rule"`
	// Dropped are the statements that no longer count, by attribution.
	Dropped []Dropped `json:"dropped,omitempty"`
	// Responses are the answers that are neither for nor against, by attribution.
	Responses []Response `json:"responses,omitempty"`
	// Interpretations are the readings of what somebody said as this claim.
	// Each is evidence only that its speaker reads it so. By attribution.
	Interpretations []AttributionID `json:"interpretations,omitempty"`
	// Relays are the attributions that pass statements on, or say that they
	// were made, and Unsourced
	// those whose lineage or speaker is unknown. Neither is evidence. By ID.
	Relays    []AttributionID `json:"relays,omitempty"`
	Unsourced []AttributionID `json:"unsourced,omitempty"`
	// Text says it in words: label, pair, and who speaks on each side.
	Text string `json:"text"`
	// Reasons are the items and rules it rests on. Right under the status stand
	// facts that say who speaks, of which origin, and what a statement counts by
	// itself and why, or why it counts nothing.
	Reasons Reasons `json:"reasons"`
}

// A Side is the evidence for, or the evidence against.
type Side struct {
	// Level is 0 none · 1 interested parties, or implications, only · 2 one
	// disinterested root · 3 two roots not dependent on each other, at least
	// one of them disinterested, or an admission · 4 a finding of a competent
	// body, or an admission and a disinterested root not dependent on it.
	// Beyond some four million comparisons two roots count as dependent, which
	// never raises a level.
	Level int `json:"level"`
	// Origins is the number of groups of roots that may be independent of
	// each other: at most so many origins; independence is not established.
	Origins int `json:"origins"`
	// Roots are the first-hand statements, ordered by attribution, then by
	// source.
	Roots []Root `json:"roots,omitempty"`
}

// A Root is a first-hand statement by a known speaker, which still stands.
type Root struct {
	// Attribution is the statement. It is empty where an event's list of
	// sources says that Source's publisher asserts first-hand that it occurred.
	Attribution AttributionID `json:"attribution,omitzero"`
	Source      SourceID      `json:"source,omitzero"`
	// Claim is the claim it was made on, where that is another one, which
	// contradicts, entails or is entailed by the claim assessed.
	Claim ClaimID `json:"claim,omitzero"`
	// Speakers are its signatories who stand by it, OnBehalfOf whom they said
	// they speak for, Principals for whom they speak in the end. By ID.
	Speakers   []ActorID `json:"speakers"`
	OnBehalfOf []ActorID `json:"on_behalf_of,omitempty"`
	Principals []ActorID `json:"principals,omitempty"`
	// Interested roots come from someone named in the claim, or dependent on
	// someone named. Implied ones count at most 1. An Admission speaks against
	// its own side, by someone who can commit it: it is one by the claim on
	// which it was made, also where it bears on another. A Finding is a
	// competent body's.
	Interested bool `json:"interested,omitzero"`
	Implied    bool `json:"implied,omitzero"`
	Admission  bool `json:"admission,omitzero"`
	Finding    bool `json:"finding,omitzero"`
	// Origin numbers the group of roots, from 1, that this one belongs to; a
	// joint statement that adds no origin has 0.
	Origin int `json:"origin"`

	voice *voice
}

// A Dropped statement no longer counts, wholly or for some of its signatories.
type Dropped struct {
	Attribution AttributionID `json:"attribution,omitzero"`
	Source      SourceID      `json:"source,omitzero"`
	Why         DropReason    `json:"why"`
	// By are the retractions or undercuts that did it. Impeached is the source
	// that carries it, where undercuts of that source did; they are among the
	// reasons.
	By        []AttributionID `json:"by,omitempty"`
	Impeached SourceID        `json:"impeached,omitzero"`
}

// A Response is an answer that is neither for nor against.
type Response struct {
	Attribution AttributionID `json:"attribution"`
	Speaker     ActorID       `json:"speaker,omitzero"`
	Stance      Stance        `json:"stance"`
}

// String returns the status in words, such as "contested (1,1) — for: …".
func (s Status) String() string {
	if s.Label == 0 {
		return s.Label.String()
	}
	return s.Text
}

// commitsOnRecord reports whether a root commits anybody to an act.
func (r *Root) commitsOnRecord() bool { return r.voice.onRecord && !r.Implied }

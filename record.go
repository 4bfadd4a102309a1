package dispute

// Format is the version of the record's text form. It is the value of the
// "format" key of every encoded record.
const Format = "dispute/1"

// A Record is everything on file about one dispute, as plain data. The zero
// Record is an empty file and is valid.
//
// The five lists are sets: their order carries no meaning and never changes
// an answer. IDs are unique within their list. Items are never overwritten:
// a correction is a new item that supersedes the old one.
//
// Every item carries two days beside its content. Known is the day on which it
// became public, Recorded the day on which it was put on file; a [Lens] leaves
// out what is later than its own days. Where Known is absent it is the last day
// on which a source or an attribution can have been published; else that of
// the source of an attribution, or of the last known of the sources of an event.
// Where Recorded is absent it is the known day. An item that has neither has
// always been on file.
//
// Supersedes names an earlier item of the same type that this one replaces from
// its own days on. References to the earlier item then lead to the later one.
type Record struct {
	Title        string        `json:"title,omitzero"`
	Actors       []Actor       `json:"actors,omitempty"`
	Sources      []Source      `json:"sources,omitempty"`
	Events       []Event       `json:"events,omitempty"`
	Claims       []Claim       `json:"claims,omitempty"`
	Attributions []Attribution `json:"attributions,omitempty"`
}

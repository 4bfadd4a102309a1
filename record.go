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
type Record struct {
	Title        string        `json:"title,omitzero"`
	Actors       []Actor       `json:"actors,omitempty"`
	Sources      []Source      `json:"sources,omitempty"`
	Events       []Event       `json:"events,omitempty"`
	Claims       []Claim       `json:"claims,omitempty"`
	Attributions []Attribution `json:"attributions,omitempty"`
}

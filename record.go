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
// out what is later than its own days. Where Known is absent it is the last
// possible day of the published date of a source or an attribution, or its first
// one if it has no last; else the known day of the source of an attribution, or
// of the last known of the sources of an event.
// Where Recorded is absent it is the known day. An item that has neither has
// always been on file.
//
// Supersedes names an earlier item of the same type that this one replaces from
// its own days on; of several versions that nothing supersedes, the one entered
// last replaces all others. References to earlier versions then lead to it, except
// that nobody's words are changed. A version of a claim with other content, or of
// an event of another kind, or with other doers or targets, is another
// proposition: what was said of the earlier one stays with that, and
// [View.Status] tells how either stands. Other wording, and dates within the
// earlier ones, leave it the same.
type Record struct {
	Title        string        `json:"title,omitzero"`
	Actors       []Actor       `json:"actors,omitempty"`
	Sources      []Source      `json:"sources,omitempty"`
	Events       []Event       `json:"events,omitempty"`
	Claims       []Claim       `json:"claims,omitempty"`
	Attributions []Attribution `json:"attributions,omitempty"`
}

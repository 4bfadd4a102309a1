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
	// Schema is the address of the JSON Schema by which an editor checks the text, such
	// as "./schema.json". It is kept and means nothing else.
	Schema       string        `json:"$schema,omitzero"`
	Title        string        `json:"title,omitzero"`         // what the dispute is called
	Actors       []Actor       `json:"actors,omitempty"`       // who acts, speaks or is spoken of
	Sources      []Source      `json:"sources,omitempty"`      // the documents
	Events       []Event       `json:"events,omitempty"`       // what is said to have happened
	Claims       []Claim       `json:"claims,omitempty"`       // the propositions, which nobody has said yet
	Attributions []Attribution `json:"attributions,omitempty"` // who says what of them
}

// A place is where a reference stands inside its item: a field, optionally an
// element of it, and optionally a field, an element and a field inside that.
type place struct {
	field string
	at    int // -1: the field itself
	sub   string
	subAt int // -1: the sub-field itself
	leaf  string
}

func field(name string) place { return place{name, -1, "", -1, ""} }

func element(name string, at int) place { return place{name, at, "", -1, ""} }

func inside(name, sub string) place { return place{name, -1, sub, -1, ""} }

func (p place) in(sub string) place { p.sub = sub; return p }

func (p place) inAt(s string, i int) place { p.sub, p.subAt = s, i; return p }

// tokens returns the place as the tokens of a JSON Pointer below base.
func (p place) tokens(base ...any) []any {
	base = append(base, p.field)
	if p.at >= 0 {
		base = append(base, p.at)
	}
	if p.sub != "" {
		base = append(base, p.sub)
	}
	if p.subAt >= 0 {
		base = append(base, p.subAt)
	}
	if p.leaf != "" {
		base = append(base, p.leaf)
	}
	return base
}

// A visitor is called for every reference of an item, in the order of its
// fields. The reference may be empty.
type visitor func(p place, to Ref)

func visitAll[T interface{ Ref() Ref }](visit visitor, name string, ids []T) {
	for i, id := range ids {
		visit(element(name, i), id.Ref())
	}
}

func (a *Actor) references(visit visitor) {
	visit(field("supersedes"), a.Supersedes.Ref())
	for i := range a.Affiliations {
		visit(element("affiliations", i).in("to"), a.Affiliations[i].To.Ref())
	}
}

func (s *Source) references(visit visitor) {
	visit(field("supersedes"), s.Supersedes.Ref())
	for i, a := range s.Authors {
		visit(element("authors", i).in("actor"), a.Actor.Ref())
	}
	for i, a := range s.Authors {
		for j, id := range a.OnBehalfOf {
			visit(element("authors", i).inAt("on_behalf_of", j), id.Ref())
		}
	}
	visit(field("publisher"), s.Publisher.Ref())
	visit(field("platform"), s.Platform.Ref())
	visitAll(visit, "derived_from", s.DerivedFrom)
	visit(field("reprint_of"), s.ReprintOf.Ref())
	for i, c := range s.Custody {
		visit(element("custody", i).in("holder"), c.Holder.Ref())
	}
}

func (e *Event) references(visit visitor) {
	visit(field("supersedes"), e.Supersedes.Ref())
	for i, p := range e.Participants {
		visit(element("participants", i).in("actor"), p.Actor.Ref())
	}
	for i, l := range e.Links {
		visit(element("links", i).in("event"), l.Event.Ref())
	}
	visitAll(visit, "claims", e.Claims)
	visit(field("carrier"), e.Carrier.Ref())
	visitAll(visit, "sources", e.Sources)
}

func (c *Claim) references(visit visitor) {
	visit(field("supersedes"), c.Supersedes.Ref())
	c.Content.references(visit)
	visitAll(visit, "adverse", c.Adverse)
	visitAll(visit, "favours", c.Favours)
	visitAll(visit, "contradicts", c.Contradicts)
	visitAll(visit, "entails", c.Entails)
}

func (c *Content) references(visit visitor) {
	at := func(kind, name string) place { return place{"content", -1, kind, -1, name} }
	visit(inside("content", "occurred"), c.Occurred.Ref())
	if x := c.Agency; x != nil {
		visit(at("agency", "event"), x.Event.Ref())
		visit(at("agency", "actor"), x.Actor.Ref())
	}
	if x := c.Relation; x != nil {
		visit(at("relation", "from"), x.From.Ref())
		visit(at("relation", "to"), x.To.Ref())
		visit(at("relation", "against"), x.Against.Ref())
	}
	if x := c.Figure; x != nil {
		visit(at("figure", "event"), x.Event.Ref())
		visit(at("figure", "of"), x.Of.Ref())
	}
	if x := c.Identity; x != nil {
		visit(at("identity", "a"), x.A.Ref())
		visit(at("identity", "b"), x.B.Ref())
	}
	if x := c.Meaning; x != nil {
		visit(at("meaning", "attribution"), x.Attribution.Ref())
		visit(at("meaning", "as"), x.As.Ref())
	}
	if x := c.Dating; x != nil {
		visit(at("dating", "event"), x.Event.Ref())
	}
}

func (a *Attribution) references(visit visitor) {
	visit(field("supersedes"), a.Supersedes.Ref())
	visit(field("speaker"), a.Speaker.Ref())
	visitAll(visit, "jointly", a.Jointly)
	visitAll(visit, "on_behalf_of", a.OnBehalfOf)
	visit(field("claim"), a.Claim.Ref())
	visit(field("attribution"), a.Attribution.Ref())
	visit(field("target_source"), a.TargetSource.Ref())
	visit(field("source"), a.Source.Ref())
	visitAll(visit, "relays", a.Relays)
	visitAll(visit, "relays_sources", a.RelaysSources)
}

// An item is any of the five types of a record, seen alike.
type item interface {
	references(visitor)
	entry() entry
}

// An entry is what every item has beside its content.
type entry struct {
	ref        Ref
	supersedes Ref
}

func (a *Actor) entry() entry { return entry{a.ID.Ref(), a.Supersedes.Ref()} }

func (s *Source) entry() entry { return entry{s.ID.Ref(), s.Supersedes.Ref()} }

func (e *Event) entry() entry { return entry{e.ID.Ref(), e.Supersedes.Ref()} }

func (c *Claim) entry() entry { return entry{c.ID.Ref(), c.Supersedes.Ref()} }

func (a *Attribution) entry() entry { return entry{a.ID.Ref(), a.Supersedes.Ref()} }

// listNames are the keys of a record's five lists, by ItemKind.
var listNames = [...]string{ItemActor: "actors", ItemSource: "sources", ItemEvent: "events",
	ItemClaim: "claims", ItemAttribution: "attributions"}

// items calls visit for every item with its place in its list.
func (r *Record) items(visit func(at int, it item)) {
	for i := range r.Actors {
		visit(i, &r.Actors[i])
	}
	for i := range r.Sources {
		visit(i, &r.Sources[i])
	}
	for i := range r.Events {
		visit(i, &r.Events[i])
	}
	for i := range r.Claims {
		visit(i, &r.Claims[i])
	}
	for i := range r.Attributions {
		visit(i, &r.Attributions[i])
	}
}

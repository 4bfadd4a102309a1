package statements

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/edtf"
)

// A Statement is what one line holds: the items of a record, in which the
// attribution refers to the others. The zero Statement holds nothing.
type Statement struct {
	actors      []dispute.Actor
	source      dispute.Source
	claim       dispute.Claim
	attribution dispute.Attribution
	// places are the pointers into the line of each actor.
	places []string
}

// Parse reads a line. What is wrong with it is a [*dispute.RecordError] whose paths are
// JSON Pointers into the line, in the order in which the keys are documented, unknown
// keys last. The line is neither changed nor kept. The cost is linear in its length.
func Parse(line []byte) (*Statement, error) {
	s, problems := read(line)
	if problems == nil {
		problems = s.check()
	}
	if problems != nil {
		return nil, &dispute.RecordError{Problems: problems}
	}
	return &s, nil
}

// read reads a line and returns what is wrong with it.
func read(line []byte) (Statement, []*dispute.FieldError) {
	var r reader
	var s Statement
	o := r.parse(line)
	if o == nil {
		return Statement{}, r.problems
	}
	a := &s.attribution

	r.required(o, "speaker", "who says it")
	if x := r.object(o, "speaker"); x != nil {
		a.Speaker = s.actor(&r, x)
	}
	a.Jointly = s.actorsOf(&r, o, "jointly")
	a.OnBehalfOf = s.actorsOf(&r, o, "on_behalf_of")
	r.required(o, "stance", "what the speaker does with the claim")
	r.word(o, "stance", &a.Stance)
	switch a.Stance {
	case dispute.StanceInterprets, dispute.StanceRetracts, dispute.StanceUndercuts:
		r.fail("/stance", dispute.ErrValue, "%q, expected a stance that is taken to a claim", a.Stance)
	}
	r.required(o, "claim", "what is claimed")
	if x := r.object(o, "claim"); x != nil {
		s.readClaim(&r, x)
	}
	r.required(o, "source", "what carries the statement")
	if x := r.object(o, "source"); x != nil {
		s.readSource(&r, x)
	}
	s.readDate(&r, o)
	r.word(o, "lineage", &a.Lineage)
	a.Cue = r.text(o, "cue")
	r.word(o, "strength", &a.Strength)
	a.Scope = r.text(o, "scope")
	a.Quotation = r.text(o, "quotation")
	r.word(o, "on_record", &a.OnRecord)
	r.word(o, "recorded", &a.Recorded)
	r.finish(o)
	if r.problems != nil {
		return Statement{}, r.problems
	}
	s.identify()
	return s, nil
}

// actor reads an actor, and whom it speaks for, and returns its ID.
func (s *Statement) actor(r *reader, o *object) dispute.ActorID {
	var a dispute.Actor
	r.required(o, "kind", "what sort of actor it is")
	r.word(o, "kind", &a.Kind)
	r.required(o, "name", "a name")
	a.Name = r.words(o, "name")
	if x := r.object(o, "speaks_for"); x != nil {
		a.Affiliations = []dispute.Affiliation{{Kind: dispute.AffiliationSpeaksFor, To: s.actor(r, x)}}
	}
	if role := r.text(o, "role"); role != "" {
		if a.Affiliations == nil {
			r.fail(o.at("role"), dispute.ErrValue, "%q, expected a role only beside \"speaks_for\"", role)
		} else {
			a.Affiliations[0].Role = dispute.OfficeRole(role)
		}
	}
	a.ID = dispute.ActorID(identifier(a.Name, "actor", a.Kind.String(), a.Name))
	s.actors = append(s.actors, a)
	s.places = append(s.places, o.path)
	return a.ID
}

func (s *Statement) actorsOf(r *reader, o *object, key string) []dispute.ActorID {
	var ids []dispute.ActorID
	for _, x := range r.objects(o, key) {
		ids = append(ids, s.actor(r, x))
	}
	return ids
}

func (s *Statement) readClaim(r *reader, o *object) {
	r.required(o, "text", "the claim in words")
	s.claim.Text = r.words(o, "text")
	if strings.HasSuffix(strings.TrimSpace(s.claim.Text), ".") {
		r.fail(o.at("text"), dispute.ErrValue, "%q, expected a clause that can follow \"that\", without a full stop at its end", s.claim.Text)
	}
	s.claim.Adverse = s.actorsOf(r, o, "adverse")
	s.claim.Favours = s.actorsOf(r, o, "favours")
}

func (s *Statement) readSource(r *reader, o *object) {
	x := &s.source
	r.required(o, "kind", "what sort of source it is")
	x.Kind = dispute.SourceKind(r.text(o, "kind"))
	x.Title, x.URL = r.text(o, "title"), r.text(o, "url")
	if o.values["title"] == nil && o.values["url"] == nil {
		r.fail(o.path, dispute.ErrMissing, "expected a title or a url")
	}
	if p := r.object(o, "publisher"); p != nil {
		x.Publisher = s.actor(r, p)
	}
	r.date(o, "published", &x.Published)
	x.Language = r.text(o, "language")
}

// readDate reads when the statement was made.
func (s *Statement) readDate(r *reader, o *object) {
	a := &s.attribution
	found := len(r.problems)
	r.date(o, "said", &a.Said)
	a.Wording = r.text(o, "wording")
	var anchor edtf.Day
	r.word(o, "anchor", &anchor)
	_, dated := o.values["said"]
	_, worded := o.values["wording"]
	switch {
	case len(r.problems) > found:
	case dated && !anchor.IsZero():
		r.fail("/anchor", dispute.ErrValue, "%q, expected an anchor only for a wording without \"said\"", anchor)
	case dated:
		if !isDatable(a.Said) {
			r.fail("/said", dispute.ErrValue, "%q, expected a date with a last possible day", a.Said)
		}
	case !worded:
		r.fail("/said", dispute.ErrMissing, "expected a date in EDTF, or a wording to read it from")
	default:
		a.Said = s.resolve(r, a.Wording, anchor)
	}
}

// resolve reads a wording of a date.
func (s *Statement) resolve(r *reader, wording string, anchor edtf.Day) edtf.Date {
	if anchor.IsZero() {
		day, ok := s.source.Published.Day()
		if !ok {
			r.fail("/anchor", dispute.ErrMissing, "expected the day that %q is counted from, or a source published on a single day", wording)
			return edtf.Date{}
		}
		anchor = day
	}
	phrase, err := edtf.ParsePhrase(wording, anchor)
	switch {
	case err != nil:
		r.fail("/wording", dispute.ErrValue, "%v", err)
	case !isDatable(phrase.Date):
		r.fail("/wording", dispute.ErrValue, "%q, which is %q as of %s, expected a wording with a last possible day", wording, phrase.Date, anchor)
	}
	return phrase.Date
}

// isDatable reports whether there is a last day on which d can have begun.
func isDatable(d edtf.Date) bool { return !d.Bounds().LatestStart.Day().IsZero() }

// Attribution returns the ID of the attribution, by which the statement is found again.
// It is empty for the zero Statement, and for nil.
func (s *Statement) Attribution() dispute.AttributionID {
	if s == nil {
		return ""
	}
	return s.attribution.ID
}

// Record returns the items as a record of their own.
func (s *Statement) Record() dispute.Record {
	var c Collection
	c.Add(s)
	return c.Record()
}

// check lets the library look at the statement, and returns what it finds wrong
// with it, by pointers into the line.
func (s *Statement) check() []*dispute.FieldError {
	r := dispute.Record{
		Actors: s.actors, Sources: []dispute.Source{s.source},
		Claims: []dispute.Claim{s.claim}, Attributions: []dispute.Attribution{s.attribution},
	}
	err := dispute.Encode(io.Discard, r)
	if err == nil {
		_, err = dispute.Compile(s.Record())
	}
	if err == nil {
		return nil
	}
	refused, ok := errors.AsType[*dispute.RecordError](err)
	if !ok {
		return []*dispute.FieldError{{Err: err}}
	}
	var problems []*dispute.FieldError
	for _, p := range refused.Problems {
		problems = append(problems, &dispute.FieldError{Path: s.place(p.Path), Err: p.Err})
	}
	return problems
}

// place turns a pointer into the record of [Statement.check] into one into the
// line.
func (s *Statement) place(path string) string {
	for i, place := range s.places {
		if rest, ok := strings.CutPrefix(path, fmt.Sprintf("/actors/%d", i)); ok && (rest == "" || rest[0] == '/') {
			return place + strings.Replace(rest, "/affiliations/0", "", 1)
		}
	}
	for _, list := range []struct{ list, place string }{{"/sources/0", "/source"}, {"/claims/0", "/claim"}, {"/attributions/0", ""}} {
		if rest, ok := strings.CutPrefix(path, list.list); ok {
			return list.place + rest
		}
	}
	return path
}

// Sentence says the statement with its speaker, stance, date and source, on one
// line and without the final full stop.
// It is empty for the zero Statement, and for nil.
func (s *Statement) Sentence() string {
	if s == nil {
		return ""
	}
	d, err := dispute.Compile(s.Record())
	if err != nil {
		return ""
	}
	v, err := d.View(dispute.Lens{})
	if err != nil {
		return ""
	}
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || r == '\u2028' || r == '\u2029' {
			return ' '
		}
		return r
	}, v.Sentence(s.attribution.ID.Ref()))
}

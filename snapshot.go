package dispute

import (
	"maps"
	"reflect"
	"slices"
	"strings"

	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/fields"
)

// A Snapshot is what a view tells, fact by fact: every item as it stands, and
// every answer that takes no argument of the reader's choosing. It is plain
// data and can be kept.
//
// An actor that is known from confidential items alone has no facts.
//
// Items go by the ID of their first version, in keys and in the texts of
// answers, so that a fact keeps its key and its text when an item it speaks of
// is superseded and the answer is the same.
type Snapshot struct {
	// Facts are ordered by key. Keys do not repeat.
	Facts []Fact `json:"facts,omitempty"`
}

// A Fact is one item or one answer. The zero Fact stands for a fact that is
// not there.
type Fact struct {
	// Key says what it is about:
	//
	//	actor/ID, source/ID, event/ID, claim/ID, attribution/ID   the item
	//	event/ID/dates                  when it can have started and ended
	//	chronology/event/ID        events, many at once, whose dates cannot hold
	//	status/claim/ID, status/event/ID                   how that stands
	//	claimed-dates/event/ID          the rival dates of it; see [DateSet]
	//	figures/event/ID/CATEGORY       the rival numbers of it; see [FigureSet]
	//	figures/event/ID/CATEGORY/OF    those of one group counted
	//	relation/TRACK/FROM/TO          the course of a relation; see [History]
	//	question/KIND/...                              what is left open
	//	conflict/KIND/...                      what does not go together
	//
	// In CATEGORY, which is any text, ~ is written ~0 and / is written ~1, as
	// in a JSON Pointer.
	Key string `json:"key"`
	// Text is the item or the answer as JSON on one line, without its reasons;
	// a relation without its name. It changes exactly if the answer does. An item
	// is written as it was filed, a confidential one without who spoke or brought it
	// about and in which words. The day as of which a question is open or a conflict on file is
	// left out: that it is so still is nothing new.
	Text string `json:"text"`
	// Items are the items it rests on, as its Reasons name them: sorted, by
	// the IDs of the versions that stand in this view.
	Items []Ref `json:"items,omitempty"`
	// Facts are the keys of facts on whose items it rests as well. There are
	// some only where dates follow from a long chain of linked events, which
	// would be too long to list with each of them.
	Facts []string `json:"facts,omitempty"`
}

// Snapshot returns what the view tells. The cost is that of all its answers
// and their reasons.
func (v *View) Snapshot() Snapshot { return read(v).Snapshot }

// Fact returns the fact with this key, and the zero Fact if there is none.
func (s Snapshot) Fact(key string) Fact {
	i, ok := slices.BinarySearchFunc(s.Facts, key, func(f Fact, key string) int { return strings.Compare(f.Key, key) })
	if !ok {
		return Fact{}
	}
	return s.Facts[i]
}

func (f Fact) equal(o Fact) bool {
	return f.Key == o.Key && f.Text == o.Text && slices.Equal(f.Items, o.Items) && slices.Equal(f.Facts, o.Facts)
}

// reading is a snapshot with what the difference between two needs beside.
type reading struct {
	Snapshot
	v       *View
	first   []int32        // by item that is there: its first version
	effects map[int32]bool // the retractions and undercuts that dropped a statement
	// subjects are the events and claims that answers on dates, statuses and
	// figures are about, by key.
	subjects map[string]int32
	// timing has the events on which a fact rests for nothing but their dates,
	// by key.
	timing    map[string]map[Ref]bool
	open      map[string]Question // the questions, by key
	responses *responses
	conflicts conflictIndex
}

func read(v *View) *reading {
	v = v.orEmpty()
	r := &reading{v: v, first: v.first, responses: questions{v.chronology}.responses(), effects: map[int32]bool{}, subjects: map[string]int32{}, timing: map[string]map[Ref]bool{}, open: map[string]Question{},
		conflicts: conflictIndex{map[string]Conflict{}, map[conflictPart][]Conflict{}}}
	for _, k := range []ItemKind{ItemActor, ItemSource, ItemEvent, ItemClaim, ItemAttribution} {
		for _, n := range v.exposed(v.currents(k)) {
			r.Facts = append(r.Facts, Fact{Key: r.name(n).String(), Text: contentWriter{}.text(v.d.openContent(n)), Items: []Ref{v.ref(n)}})
		}
	}
	r.dates()
	for _, n := range v.events.list {
		p := v.occurrenceOf(n)
		r.status(n, p, newStatus(v.judge(p)))
		r.rivals(n)
	}
	for _, n := range v.currents(ItemClaim) {
		r.status(n, v.proposition(n), v.Status(ClaimID(v.ref(n).ID)))
	}
	for x := range v.Relations() {
		r.relation(x.History())
	}
	var dropped []int32
	added := map[int32]bool{} // by source
	for _, s := range r.responses.silent.all {
		for i := range s.withdrawn {
			dropped = s.withdrawn[i].undoing(v.mentions, dropped, added)
		}
	}
	for _, by := range dropped {
		r.effects[by] = true
	}
	for _, q := range r.responses.open() {
		r.question(q)
	}
	for _, c := range v.Conflicts() {
		r.conflict(c)
	}
	slices.SortFunc(r.Facts, func(a, b Fact) int { return strings.Compare(a.Key, b.Key) })
	return r
}

// name returns the reference to the first version of an item that is there.
func (r *reading) name(n int32) Ref { return r.v.ref(r.first[n]) }

// answerID is the ID under which answers name an item: that of its first
// version, but a replaced version keeps its own.
func (r *reading) answerID(ref Ref) string {
	if n := r.v.d.find(ref); n != none && r.v.current[n] {
		return r.name(n).ID
	}
	return ref.ID
}

// itemID is the ID of the first version of whatever item ref leads to.
func (r *reading) itemID(ref Ref) string {
	if n := r.v.resolve(ref); n != none {
		return r.name(n).ID
	}
	return ref.ID
}

func (r *reading) add(key string, answer any, why Reasons) {
	r.Facts = append(r.Facts, Fact{Key: key, Text: contentWriter{r.answerID}.text(answer), Items: why.Items(), Facts: why.further()})
	if events := why.timing(); len(events) > 0 {
		r.timing[key] = events
	}
}

// status adds how event or claim n, which states p, stands.
func (r *reading) status(n int32, p proposition, s Status) {
	impeached := map[SourceID]bool{}
	for _, d := range s.Dropped {
		for _, by := range d.By {
			r.effects[r.v.d.find(by.Ref())] = true
		}
		if d.Impeached != "" {
			impeached[d.Impeached] = true
		}
	}
	for id := range impeached {
		for _, by := range r.v.impeachers(p, r.v.d.find(id.Ref())) {
			r.effects[by] = true
		}
	}
	r.about("status/"+r.name(n).String(), n, s, s.Reasons())
}

// about adds an answer about event or claim n.
func (r *reading) about(key string, n int32, answer any, why Reasons) {
	r.add(key, answer, why)
	r.subjects[key] = n
}

// rivals adds what claims say on the dates and the figures of event n.
func (r *reading) rivals(n int32) {
	event := r.name(n).String()
	if len(r.v.on.datings[n]) > 0 {
		s := r.v.Dates(EventID(r.v.ref(n).ID))
		r.about("claimed-dates/"+event, n, s, s.Reasons())
	}
	for _, s := range (figureTables{r.v.court}).figuresOf(n) {
		key := "figures/" + event + "/" + pointerEscaper.Replace(s.Category)
		if s.Of != "" {
			key += "/" + r.answerID(s.Of.Ref())
		}
		r.about(key, n, s, s.Reasons())
	}
}

func (r *reading) relation(h History) {
	from, to := ActorID(r.answerID(h.From.Ref())), ActorID(r.answerID(h.To.Ref()))
	if h.Track.Mutual() && to < from {
		from, to = to, from
	}
	h.From, h.To = from, to
	r.add("relation/"+h.Track.String()+"/"+string(from)+"/"+string(to), h, h.Reasons())
}

func (r *reading) question(q Question) {
	r.open["question/"+q.ID] = q
	q.AsOf = edtf.Day{}
	r.add("question/"+q.ID, q, q.Reasons())
}

func (r *reading) conflict(c Conflict) {
	c.AsOf = edtf.Day{}
	if !c.Kind.namesVersions() {
		for i := range c.Items {
			c.Items[i].ID = r.answerID(c.Items[i])
		}
		slices.SortFunc(c.Items, Ref.Compare)
	}
	r.conflicts.add(c)
	why := c.Reasons()
	r.Facts = append(r.Facts, Fact{Key: "conflict/" + c.ID, Text: contentWriter{}.text(c), Items: why.Items(), Facts: why.further()})
}

// content returns item n, to be read only.
func (d *Dossier) content(n int32) any {
	switch d.nodes[n].ref.Kind {
	case ItemActor:
		return *d.actor(n)
	case ItemSource:
		return *d.source(n)
	case ItemEvent:
		return *d.event(n)
	case ItemClaim:
		return *d.claim(n)
	}
	return *d.attribution(n)
}

// openContent returns of item n what may be told, to be read only: of a confidential
// item neither who spoke or brought it about nor in which words.
func (d *Dossier) openContent(n int32) any {
	switch x := d.content(n).(type) {
	case Source:
		if x.Confidential {
			return Source{ID: x.ID, Supersedes: x.Supersedes, Kind: x.Kind, Published: x.Published, DerivedFrom: x.DerivedFrom,
				ReprintOf: x.ReprintOf, Reliability: x.Reliability, Confidential: true, Known: x.Known, Recorded: x.Recorded}
		}
	case Attribution:
		if x.Confidential {
			x.Speaker, x.Jointly, x.OnBehalfOf, x.Quotation, x.Note = "", nil, nil, "", ""
			return x
		}
	}
	return d.content(n)
}

// conflictIndex finds the conflicts of a reading, whose items go by their first
// versions.
type conflictIndex struct {
	byKey  map[string]Conflict
	byPart map[conflictPart][]Conflict
}

func (x *conflictIndex) add(c Conflict) {
	x.byKey["conflict/"+c.ID] = c
	for _, ref := range c.Items {
		part := conflictPart{c.Kind, ref}
		x.byPart[part] = append(x.byPart[part], c)
	}
}

// A conflictPart is one of the items of a conflict of some kind.
type conflictPart struct {
	kind ConflictKind
	item Ref
}

// clashes adds the many events whose chronology cannot hold, as a fact of their
// own.
func (r *reading) clashes() {
	v, x := r.v, &r.v.events
	for _, component := range slices.Sorted(maps.Keys(x.clashing)) {
		list := x.clashing[component]
		if len(list) <= datesItems {
			continue
		}
		f := Fact{Key: v.clashKey(list), Text: contentWriter{r.answerID}.text(struct {
			Events []EventID `json:"events"`
		}{v.eventIDs(list)})}
		for _, p := range list {
			f.Items = append(f.Items, v.ref(x.list[p]))
		}
		r.Facts = append(r.Facts, f)
	}
}

// dates adds when every event can have started and ended. What the dates
// follow from is what [View.When] gives as reasons, in parts: a chain of n
// events would otherwise be listed n times over.
func (r *reading) dates() {
	v, x := r.v, &r.v.events
	r.clashes()
	for place, n := range x.list {
		p := int32(place)
		f := Fact{Key: v.datesKey(p), Text: contentWriter{r.answerID}.text(v.bounds(p))}
		near, far := x.follow(p, datesItems)
		for _, q := range near {
			f.Items = append(f.Items, v.ref(x.list[q]))
			for _, m := range v.on.moved[x.list[q]] {
				if v.ref(m).Kind == ItemEvent { // that was linked
					f.Items = append(f.Items, v.ref(m))
				}
			}
		}
		for _, q := range far {
			f.Facts = append(f.Facts, v.datesKey(q))
		}
		if list := x.clashing[x.time.Component[p]]; len(list) > datesItems {
			f.Facts = append(f.Facts, v.clashKey(list))
		} else {
			for _, q := range list {
				f.Items = append(f.Items, v.ref(x.list[q]))
			}
		}
		slices.SortFunc(f.Items, Ref.Compare)
		f.Items = slices.Compact(f.Items)
		slices.Sort(f.Facts)
		r.Facts = append(r.Facts, f)
		r.subjects[f.Key] = n
	}
}

// A contentWriter writes items and answers as JSON on one line, as [fields.Text]
// does, Reasons always left out. It writes what no record may hold as well.
type contentWriter struct {
	// name gives the ID under which an item is to be written; nil keeps all.
	name func(Ref) string
}

func (w contentWriter) text(v any) string { return fields.Text(v, w) }

// Append appends IDs, references to items, and sides with their roots.
func (w contentWriter) Append(b []byte, value any) ([]byte, bool) {
	switch x := value.(type) {
	case ActorID:
		return w.appendID(b, x.Ref()), true
	case SourceID:
		return w.appendID(b, x.Ref()), true
	case EventID:
		return w.appendID(b, x.Ref()), true
	case ClaimID:
		return w.appendID(b, x.Ref()), true
	case AttributionID:
		return w.appendID(b, x.Ref()), true
	case Side:
		return append(b, w.text(x.fields())...), true
	case Ref:
		b = fields.AppendString(append(b, `{"kind":`...), x.Kind.String())
		return append(w.appendID(append(b, `,"id":`...), x), '}'), true
	}
	return nil, false
}

func (w contentWriter) appendID(b []byte, ref Ref) []byte {
	if w.name != nil && ref.ID != "" {
		ref.ID = w.name(ref)
	}
	return fields.AppendString(b, ref.ID)
}

// IsSet reports whether a list is one of IDs written under other names. Lists of
// IDs are sets in items and in answers.
func (w contentWriter) IsSet(list any) bool {
	switch list.(type) {
	case []ActorID, []SourceID, []EventID, []ClaimID, []AttributionID, []Ref:
		return w.name != nil
	}
	return false
}

// LeavesOut reports whether a field holds reasons.
func (contentWriter) LeavesOut(field reflect.Type) bool { return field == reflect.TypeFor[Reasons]() }

// More appends the text of an answer that makes it when asked.
func (contentWriter) More(b []byte, value any) []byte {
	if x, ok := value.(worded); ok {
		b = fields.AppendString(append(b, `,"text":`...), x.text())
	}
	return b
}

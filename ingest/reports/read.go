package reports

import (
	"bytes"
	"cmp"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/edtf"
)

// Read reads a table of event reports into a record that compiles, under the
// default limits; see [ReadWith].
func Read(r io.Reader, t Table) (dispute.Record, error) { return ReadWith(r, t, dispute.Limits{}) }

// ReadWith reads a table of event reports into a record that compiles. The
// lists of the record are sorted by ID. The text is CSV (RFC 4180) in UTF-8,
// with or without a byte order mark, and its first row names the columns;
// columns that t does not name are not looked at, but for their encoding.
//
// An error is a *[TableError] with everything found wrong, or what r returned.
// Of the limits Bytes, Items, StringBytes, References, Figure and Problems bind;
// keys and names are bound to 1,024 bytes.
// With an error the record is empty.
func ReadWith(r io.Reader, t Table, l dispute.Limits) (dispute.Record, error) {
	l = withDefaults(l)
	if r == nil {
		return dispute.Record{}, fmt.Errorf("%w: a nil reader, expected one to read the table from", dispute.ErrMissing)
	}
	text, err := io.ReadAll(io.LimitReader(r, l.Bytes))
	if err != nil {
		return dispute.Record{}, fmt.Errorf("reading the table: %w", err)
	}
	found := &problems{limit: l.Problems}
	if more, err := io.ReadFull(r, make([]byte, 1)); more > 0 {
		found.add(position{}, "", "%w: a text of more than %d bytes", dispute.ErrLimit, l.Bytes)
		return dispute.Record{}, found.err()
	} else if err != io.EOF {
		return dispute.Record{}, fmt.Errorf("reading the table: %w", err)
	}
	t = t.withDefaults()
	t.check(found)
	s := scanner{t: t, l: l, found: found}
	rows := s.scan(bytes.TrimPrefix(text, []byte("\ufeff")))
	if err := found.err(); err != nil {
		return dispute.Record{}, err
	}
	record := build(rows, t, l, found)
	if err := found.err(); err != nil {
		return dispute.Record{}, err
	}
	return record, nil
}

// withDefaults returns the limits that bind here with their defaults, which
// are those of [dispute.Limits].
func withDefaults(l dispute.Limits) dispute.Limits {
	orDefault(&l.Bytes, 16<<20)
	orDefault(&l.Items, 100_000)
	orDefault(&l.StringBytes, 64<<10)
	orDefault(&l.References, 256)
	orDefault(&l.Figure, 1_000_000_000_000)
	orDefault(&l.Problems, 100)
	return l
}

func orDefault[N int | int64](field *N, value N) {
	if *field <= 0 {
		*field = value
	}
}

func (t Table) withDefaults() Table {
	t.SourceKind = cmp.Or(t.SourceKind, dispute.SourceArticle)
	t.PublisherKind = cmp.Or(t.PublisherKind, dispute.ActorMedium)
	t.AgentKind = cmp.Or(t.AgentKind, dispute.ActorCollective)
	t.Comma = cmp.Or(t.Comma, ',')
	return t
}

// check reports what a table lacks.
func (t Table) check(found *problems) {
	missing := func(value, what string) {
		if value == "" {
			found.add(position{}, "", "%w: the table names no %s", dispute.ErrMissing, what)
		}
	}
	missing(t.Event, "column of event keys")
	missing(t.Report, "column of report keys")
	missing(string(t.Kind), "kind of event")
	if t.AgentID != "" {
		missing(t.Agent, "column of agents, though one of their IDs")
	}
	seen := map[string]bool{} // by what IDs hold of the category
	for _, f := range t.Figures {
		missing(f.Category, "category of figures")
		id := part(f.Category, categoryPart)
		if seen[id] {
			found.add(position{}, "", "%w: the category %q twice", dispute.ErrValue, f.Category)
		}
		seen[id] = true
	}
}

// position is a place in the text, counted from 1.
type position struct{ line, column int }

// A row is a report as read. Days are zero, numbers nil and texts empty where
// there is none.
type row struct {
	at            position
	event, report string
	publisher     string
	title, url    string
	published     edtf.Day
	start, end    edtf.Day
	figures       []figure // one per category of the table
	agent         string   // its name
	agentKey      string
	place         string
}

type figure struct{ low, best, high *int64 }

// A scanner reads rows, and reports what is wrong with their cells.
type scanner struct {
	t       Table
	l       dispute.Limits
	found   *problems
	columns map[string]int
	reader  *csv.Reader
	cells   []string
	absent  []string
}

func (s *scanner) scan(text []byte) []row {
	s.reader = csv.NewReader(bytes.NewReader(text))
	s.reader.FieldsPerRecord = -1
	s.reader.Comma = s.t.Comma
	s.reader.ReuseRecord = true
	s.absent = s.t.Absent
	if !s.next() {
		if len(s.found.found) == 0 {
			s.found.add(position{}, "", "%w: an empty table, expected a first row that names the columns", dispute.ErrMissing)
		}
		return nil
	}
	width, readable := len(s.cells), s.header()
	var rows []row
	seen := map[string]position{}
	for s.next() {
		if !readable {
			continue // only for malformed text
		}
		if len(s.cells) != width {
			s.found.add(s.at(0), "", "%w: a row of %d cells, expected %d as in the first row", ErrSyntax, len(s.cells), width)
			continue
		}
		if len(rows) == s.l.Items {
			s.found.add(s.at(0), "", "%w: more than %d reports", dispute.ErrLimit, s.l.Items)
			return nil
		}
		x := s.row()
		if first, twice := seen[x.report]; twice && x.report != "" {
			s.found.add(s.place(s.t.Report), s.t.Report, "%w: %s, which is that of line %d too", dispute.ErrDuplicateID, quote(x.report), first.line)
		} else {
			seen[x.report] = x.at
		}
		rows = append(rows, x)
	}
	return rows
}

// next reads the next row, and returns false after the last one and where the
// text cannot be read on.
func (s *scanner) next() bool {
	cells, err := s.reader.Read()
	var syntax *csv.ParseError
	switch {
	case err == io.EOF:
		return false
	case errors.As(err, &syntax):
		where := ""
		if syntax.StartLine != syntax.Line {
			where = fmt.Sprintf(", in the row from line %d on", syntax.StartLine)
		}
		s.found.add(position{syntax.Line, syntax.Column}, "", "%w: %w%s; nothing after it was looked at", ErrSyntax, syntax.Err, where)
		return false
	case err != nil:
		s.found.add(position{}, "", "%w: %w", ErrSyntax, err)
		return false
	}
	s.cells = cells
	for i, cell := range cells {
		if !utf8.ValidString(cell) {
			s.found.add(s.at(i), "", "%w: %s is not UTF-8", ErrSyntax, quote(cell))
			cells[i] = strings.ToValidUTF8(cell, "\ufffd") // which is reported, so that nothing comes of it
		}
	}
	return true
}

// at returns where a cell of the present row begins.
func (s *scanner) at(cell int) position {
	line, column := s.reader.FieldPos(cell)
	return position{line, column}
}

// place returns where the cell of a column begins.
func (s *scanner) place(name string) position { return s.at(s.columns[name]) }

// header reads the names of the columns, and reports whether all that the
// table names are there once.
func (s *scanner) header() bool {
	before := len(s.found.found)
	s.columns = map[string]int{}
	for i, name := range s.cells {
		name = strings.Clone(name)
		if j, twice := s.columns[name]; twice && name != "" {
			s.found.add(s.at(i), name, "%w: two columns have this name: numbers %d and %d", dispute.ErrValue, j+1, i+1)
			continue
		}
		s.columns[name] = i
	}
	names := []string{s.t.Event, s.t.Report, s.t.Publisher, s.t.Title, s.t.URL, s.t.Published, s.t.Start, s.t.End, s.t.Agent, s.t.AgentID}
	names = append(names, s.t.Place...)
	for _, f := range s.t.Figures {
		names = append(names, f.Low, f.Best, f.High)
	}
	slices.Sort(names)
	for _, name := range slices.Compact(names) {
		if _, ok := s.columns[name]; !ok && name != "" {
			s.found.add(s.at(0), name, "%w: the table has no such column", dispute.ErrMissing)
		}
	}
	return len(s.found.found) == before
}

func (s *scanner) row() row {
	x := row{
		at:        s.at(0),
		event:     s.key(s.t.Event),
		report:    s.key(s.t.Report),
		publisher: s.name(s.t.Publisher),
		title:     s.text(s.t.Title),
		url:       s.text(s.t.URL),
		published: s.day(s.t.Published),
		start:     s.day(s.t.Start),
		end:       s.day(s.t.End),
		agent:     s.name(s.t.Agent),
	}
	for _, f := range s.t.Figures {
		x.figures = append(x.figures, figure{s.number(f.Low), s.number(f.Best), s.number(f.High)})
	}
	x.agentKey = x.agent
	if s.t.AgentID != "" {
		x.agentKey = s.name(s.t.AgentID)
		x.agent = cmp.Or(x.agent, x.agentKey)
		if x.agent != "" && x.agentKey == "" {
			s.found.add(s.place(s.t.AgentID), s.t.AgentID, "%w: expected the ID of %s", dispute.ErrMissing, quote(x.agent))
		}
	}
	var place []string
	for _, name := range s.t.Place {
		if part := s.text(name); part != "" {
			place = append(place, part)
		}
	}
	if x.place = strings.Join(place, ", "); len(x.place) > s.l.StringBytes {
		s.found.add(x.at, "", "%w: a place of %d bytes, expected at most %d", dispute.ErrLimit, len(x.place), s.l.StringBytes)
	}
	return x
}

// text returns the cell of a column, empty where it is absent.
func (s *scanner) text(name string) string {
	if name == "" {
		return ""
	}
	cell := s.cells[s.columns[name]]
	s.bound(name, cell, s.l.StringBytes)
	if strings.IndexFunc(cell, isControl) >= 0 {
		s.found.add(s.place(name), name, "%w: control character in %s, expected no others than tab, line feed and carriage return", dispute.ErrValue, quote(cell))
	}
	if slices.Contains(s.absent, cell) {
		return ""
	}
	return strings.Clone(cell) // which else keeps all of its row
}

// isControl reports whether no text of a record may hold r.
func isControl(r rune) bool { return r < ' ' && r != '\t' && r != '\n' && r != '\r' }

// bound reports a cell that is too long.
func (s *scanner) bound(name, cell string, most int) {
	if len(cell) > most {
		s.found.add(s.place(name), name, "%w: %s, expected at most %d bytes", dispute.ErrLimit, quote(cell), most)
	}
}

// mostName is the greatest length of a key or a name, in bytes: several of them
// make up the text of a claim, which has to stay within the limits.
const mostName = 1024

// name returns the cell of a column of keys or names, empty where it is absent.
func (s *scanner) name(name string) string {
	cell := s.text(name)
	s.bound(name, cell, min(mostName, s.l.StringBytes))
	return cell
}

func (s *scanner) key(name string) string {
	if name == "" {
		return ""
	}
	cell := s.name(name)
	if cell == "" {
		s.found.add(s.place(name), name, "%w: expected a key", dispute.ErrMissing)
	}
	return cell
}

func (s *scanner) day(name string) edtf.Day {
	cell := s.text(name)
	if cell == "" {
		return edtf.Day{}
	}
	day, err := edtf.ParseDay(cell)
	if _, ok := edtf.FromDay(day).Day(); err != nil || !ok { // EDTF has no days beyond the year 9999
		s.found.add(s.place(name), name, "%w: %s, expected a day such as 2008-01-31", dispute.ErrValue, quote(cell))
	}
	return day
}

func (s *scanner) number(name string) *int64 {
	cell := s.text(name)
	if cell == "" {
		return nil
	}
	n, err := strconv.ParseInt(cell, 10, 64)
	if strings.Trim(cell, "0123456789") != "" || err != nil || n > s.l.Figure {
		s.found.add(s.place(name), name, "%w: %s, expected a whole number from 0 to %d", dispute.ErrValue, quote(cell), s.l.Figure)
		return nil
	}
	return &n
}

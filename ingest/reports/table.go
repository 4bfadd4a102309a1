package reports

import "github.com/dispute-go/dispute"

// A Table says which columns of a table mean what, by their names in the first
// row, exactly. An empty name stands for no such column. Event and Report are
// needed. The zero Table is no table.
type Table struct {
	// Event holds the key of the event, the same in all reports on it.
	Event string
	// Report holds the key of the report, of which there is one per row.
	Report string

	// Publisher holds the name of who made the report, which speaks in it.
	// Where the cell is empty nobody knows who speaks, and the report is no
	// evidence.
	Publisher string
	// Title, URL and Published hold the report's title, its address, and the
	// day on which it was published, which becomes its known day.
	Title     string
	URL       string
	Published string

	// Start and End hold the first and the last day of the event by the report,
	// such as 2008-01-01.
	Start string
	End   string
	// Window says that Start and End are the earliest and the latest possible
	// day, between which the event happened some time. Otherwise it began on
	// Start and ended on End.
	Window bool

	// Figures hold the numbers, one triple of columns for each category.
	Figures []FigureColumns

	// Agent holds the name of who is named first. AgentID, if there is such a
	// column, tells agents apart and is needed where there is a name;
	// otherwise the name does.
	Agent   string
	AgentID string

	// Place holds the parts of the place, the narrowest first. What is not
	// empty is joined by a comma.
	Place []string

	// Kind is the kind of all events, and must be set.
	Kind dispute.EventKind
	// SourceKind is the kind of all reports, by default
	// [dispute.SourceArticle].
	SourceKind dispute.SourceKind
	// PublisherKind and AgentKind are the kinds of all publishers and agents,
	// by default [dispute.ActorMedium] and [dispute.ActorCollective].
	PublisherKind dispute.ActorKind
	AgentKind     dispute.ActorKind
	// Lineage says how publishers came to what they report. The zero Lineage
	// is unknown, which gives no evidence: no figure or date then counts as
	// stood by.
	Lineage dispute.Lineage

	// Absent are cells that mean the same as empty ones, such as "NA".
	Absent []string
	// Comma is what separates cells, by default ','.
	Comma rune
}

// FigureColumns are the columns of one category of figures. A report that
// fills none of them makes no claim on it.
type FigureColumns struct {
	// Category is what is counted, such as "killed".
	Category string
	// Low, Best and High hold whole numbers.
	Low  string
	Best string
	High string
}

// Maverick returns the columns of the MAVERICK event reports on electoral
// violence (van Baalen & Höglund 2026, doi:10.1093/jopres/xjaf012), in which
// date_start and date_end are the earliest and the latest possible day, NA is
// an empty cell, and the outlet that the report is coded from is taken to speak
// in its own voice.
func Maverick() Table {
	return Table{
		Event: "event_id", Report: "id",
		Publisher: "source_author", Title: "source",
		Start: "date_start", End: "date_end", Window: true,
		Figures: []FigureColumns{
			{Category: "killed", Low: "deaths_low", Best: "deaths_best", High: "deaths_high"},
			{Category: "injured", Low: "injuries_low", Best: "injuries_best", High: "injuries_high"},
		},
		Agent: "actor1", AgentID: "actor1_id",
		Place:   []string{"location", "city", "country"},
		Kind:    "electoral-violence",
		Lineage: dispute.LineageFirstHand,
	}
}

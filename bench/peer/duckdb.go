package peer

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"fmt"

	"github.com/duckdb/duckdb-go/v2"

	"github.com/dispute-go/dispute/bench/workload"
)

// duck is DuckDB in memory.
type duck struct {
	events    []event
	connector *duckdb.Connector
	db        *sql.DB
	intervals []interval
}

func newDuckDB(threads int) func([]event) (Peer, error) {
	return func(events []event) (Peer, error) {
		c, err := duckdb.NewConnector(fmt.Sprintf("?threads=%d&preserve_insertion_order=false", threads), nil)
		if err != nil {
			return nil, err
		}
		p := &duck{events: events, connector: c, db: sql.OpenDB(c)}
		return p, p.run(
			"CREATE TABLE events(id INTEGER, day INTEGER, a INTEGER, b INTEGER, kind UTINYINT)",
			"CREATE TABLE kinds(kind UTINYINT, track INTEGER, state UTINYINT)", kindTable())
	}
}

func (p *duck) run(statements ...string) error {
	for _, s := range statements {
		if _, err := p.db.Exec(s); err != nil {
			return err
		}
	}
	return nil
}

// load fills a table through DuckDB's bulk interface.
func (p *duck) load(table string, n int, row func(i int, values []driver.Value)) error {
	conn, err := p.connector.Connect(context.Background())
	if err != nil {
		return err
	}
	defer conn.Close()
	to, err := duckdb.NewAppenderFromConn(conn, "", table)
	if err != nil {
		return err
	}
	var values [5]driver.Value
	columns := 5
	if table == "queries" {
		columns = 3
	}
	for i := range n {
		row(i, values[:columns])
		if err := to.AppendRow(values[:columns]...); err != nil {
			return err
		}
	}
	return to.Close()
}

func (p *duck) Load() error {
	return p.load("events", len(p.events), func(i int, values []driver.Value) {
		e := &p.events[i]
		values[0], values[1], values[2], values[3], values[4] = int32(i), e.Day, int32(e.A), int32(e.B), e.Kind
	})
}

func (p *duck) Fold() error {
	return p.run("CREATE TABLE intervals AS " + dialect{"IS DISTINCT FROM", "//"}.foldQuery())
}

func (p *duck) Fetch() (err error) {
	p.intervals, err = fetchIntervals(p.db)
	return err
}

func (p *duck) Intervals() []interval { return p.intervals }

func (p *duck) AsOf(queries []query) ([]answer, error) {
	if err := p.run("CREATE TABLE queries(i INTEGER, grp INTEGER, day INTEGER)"); err != nil {
		return nil, err
	}
	err := p.load("queries", len(queries), func(i int, values []driver.Value) {
		q := queries[i]
		values[0], values[1], values[2] = int32(i), int32(workload.Group(q.A, q.B, int(q.Track))), q.Day
	})
	if err != nil {
		return nil, err
	}
	rows, err := p.db.Query(`SELECT i, coalesce(state, 0), coalesce(x.day, -1)
FROM queries q ASOF LEFT JOIN intervals x ON q.grp = x.grp AND q.day >= x.day`)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	answers := make([]answer, len(queries))
	for rows.Next() {
		var i int
		var a answer
		if err := rows.Scan(&i, &a.State, &a.Start); err != nil {
			return nil, err
		}
		answers[i] = a
	}
	return answers, rows.Err()
}

func (p *duck) Close() { p.db.Close() }

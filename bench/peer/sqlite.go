package peer

import (
	"database/sql"
	"errors"
	"strings"

	_ "github.com/mattn/go-sqlite3" // the driver "sqlite3"
	_ "modernc.org/sqlite"          // the driver "sqlite"

	"github.com/dispute-go/dispute/bench/workload"
)

// sqlite is SQLite in memory, without journal.
type sqlite struct {
	events    []event
	db        *sql.DB
	intervals []interval
}

func newSQLite(driver string) func([]event) (Peer, error) {
	return func(events []event) (Peer, error) {
		db, err := sql.Open(driver, ":memory:")
		if err != nil {
			return nil, err
		}
		db.SetMaxOpenConns(1) // every connection would have a database of its own
		for _, s := range []string{
			"PRAGMA journal_mode = OFF", "PRAGMA synchronous = OFF", "PRAGMA temp_store = MEMORY", "PRAGMA cache_size = -2000000",
			"CREATE TABLE events(id INTEGER PRIMARY KEY, day INTEGER, a INTEGER, b INTEGER, kind INTEGER)",
			"CREATE TABLE kinds(kind INTEGER PRIMARY KEY, track INTEGER, state INTEGER)", kindTable(),
			"CREATE TABLE intervals(grp INTEGER, state INTEGER, day INTEGER, until INTEGER, id INTEGER, PRIMARY KEY(grp, day)) WITHOUT ROWID",
		} {
			if _, err := db.Exec(s); err != nil {
				return nil, err
			}
		}
		return &sqlite{events: events, db: db}, nil
	}
}

func (p *sqlite) Load() error {
	const rows = 50 // in one statement
	tx, err := p.db.Begin()
	if err != nil {
		return err
	}
	insert := func(rows int) (*sql.Stmt, error) {
		return tx.Prepare("INSERT INTO events VALUES " + strings.TrimSuffix(strings.Repeat("(?,?,?,?,?),", rows), ","))
	}
	many, err := insert(rows)
	if err != nil {
		return err
	}
	values := make([]any, 0, 5*rows)
	for i, e := range p.events {
		values = append(values, i, e.Day, e.A, e.B, e.Kind)
		if len(values) == cap(values) {
			if _, err := many.Exec(values...); err != nil {
				return err
			}
			values = values[:0]
		}
	}
	if len(values) > 0 {
		rest, err := insert(len(values) / 5)
		if err != nil {
			return err
		}
		if _, err := rest.Exec(values...); err != nil {
			return err
		}
	}
	return tx.Commit()
}

func (p *sqlite) Fold() error {
	_, err := p.db.Exec("INSERT INTO intervals " + dialect{"IS NOT", "/"}.foldQuery())
	return err
}

func (p *sqlite) Fetch() (err error) {
	p.intervals, err = fetchIntervals(p.db)
	return err
}

func (p *sqlite) Intervals() []interval { return p.intervals }

func (p *sqlite) AsOf(queries []query) ([]answer, error) {
	one, err := p.db.Prepare("SELECT state, day FROM intervals WHERE grp = ? AND day <= ? ORDER BY day DESC LIMIT 1")
	if err != nil {
		return nil, err
	}
	defer one.Close()
	answers := make([]answer, len(queries))
	for i, q := range queries {
		a := noAnswer
		err := one.QueryRow(workload.Group(q.A, q.B, int(q.Track)), q.Day).Scan(&a.State, &a.Start)
		if err != nil && !errors.Is(err, sql.ErrNoRows) {
			return nil, err
		}
		answers[i] = a
	}
	return answers, nil
}

func (p *sqlite) Close() { p.db.Close() }

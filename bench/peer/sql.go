package peer

import (
	"database/sql"
	"fmt"
	"strings"

	"github.com/dispute-go/dispute/bench/workload"
)

// dialect is what databases spell differently.
type dialect struct {
	differs string // unequal, nulls being values
	divides string // integer division
}

// kindTable fills the table kinds with the kinds that set a state.
func kindTable() string {
	var rows []string
	for kind := range uint8(workload.Kinds) {
		if s := workload.State(kind); s > 0 {
			rows = append(rows, fmt.Sprintf("(%d,%d,%d)", kind, workload.Track(kind), s))
		}
	}
	return "INSERT INTO kinds VALUES " + strings.Join(rows, ",")
}

// foldQuery selects the intervals from events(id, day, a, b, kind), a < b, and
// kinds(kind, track, state).
func (d dialect) foldQuery() string {
	group := fmt.Sprintf("(a*(%d-a)%s2 + b - a - 1)*%d + track", 2*workload.Actors-1, d.divides, workload.Tracks)
	return fmt.Sprintf(`
WITH changes AS (SELECT %[1]s AS grp, day, id, state FROM events JOIN kinds USING (kind)),
following AS (SELECT *, lead(day) OVER (PARTITION BY grp ORDER BY day, id) AS next FROM changes),
lasts AS (SELECT *, lag(state) OVER (PARTITION BY grp ORDER BY day, id) AS was FROM following WHERE next %[2]s day)
SELECT grp, state, day, lead(day, 1, %[3]d) OVER (PARTITION BY grp ORDER BY day, id) AS until, id
FROM lasts WHERE was %[2]s state`, group, d.differs, workload.Days)
}

// fetchIntervals reads the table intervals.
func fetchIntervals(db *sql.DB) ([]interval, error) {
	var n int
	if err := db.QueryRow("SELECT count(*) FROM intervals").Scan(&n); err != nil {
		return nil, err
	}
	rows, err := db.Query("SELECT grp, state, day, until, id FROM intervals")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	list := make([]interval, 0, n)
	for rows.Next() {
		var x interval
		if err := rows.Scan(&x.Group, &x.State, &x.Start, &x.End, &x.Cause); err != nil {
			return nil, err
		}
		list = append(list, x)
	}
	return list, rows.Err()
}

// Package reports reads a table of event reports: a CSV file with one row per
// report, in which several reports can speak of one event and contradict each
// other. [Read] turns it into a [dispute.Record] in which every report keeps
// its own word:
//
//   - one event per event key;
//   - one source per report, with its publisher as the speaker;
//   - one claim per distinct statement on an event: that it occurred, when, who
//     is named first, and each number of its dead, injured and so on;
//   - one attribution per report to each claim it makes.
//
// A [Table] says which column means what; [Maverick] is one. What reports
// disagree on is then asked of a view: [dispute.View.Figures],
// [dispute.View.Dates], [dispute.View.Agents] and [dispute.View.Conflicts].
//
// Nothing is guessed. A cell that does not hold what its column should is an
// error with its line and column. An empty cell is absent: no claim is made,
// and no number is taken for 0. An event gets a date or a place of its own only
// where all of its reports that have one agree; else these remain claims.
//
// # Traps
//
//   - A report whose period ends before it begins is kept. It makes its claim as
//     written, which is a [dispute.ConflictReversed]; it dates no event.
//   - Two spellings of a publisher are two publishers ("Reuters" and "Reuters
//     News"), and one that signs for two ("Amnesty/HRW") is a third: the file
//     does not say that they are the same. Identity claims may be added.
//   - Two reports of one publisher are two statements and one origin, so that
//     shares differ: by report, 3 of 4 may say 30, by origin 2 of 3.
//   - A low figure above the best one, or a best above the high one, is kept.
//   - The first agent is whom the table names first. Read states that as an
//     agency claim; whether a table means the perpetrator by it is for the table
//     to say. In MAVERICK it is the perpetrator in 3,094 of 3,176 reports that
//     name one; 74 give it no role, and 8 another one.
//   - Publishers are filed as media and agents as collectives unless the table
//     says otherwise; the kind of each is not read.
//   - In quoted cells a line end CR LF is read as LF, as [encoding/csv] does;
//     empty lines are skipped.
//
// # IDs
//
// IDs are made from the keys alone, so that they are the same whatever else
// the table holds: see [EventID], [SourceID], [PublisherID] and [AgentID].
//
// The order of rows does not matter. The cost is near-linear in the size of
// the table, all of which is held in memory.
package reports

// Package tables writes a view as tables: CSV files (RFC 4180, but with line
// feeds, as CRLF would change those in texts; UTF-8, with a heading) that spreadsheets, R
// and pandas read, and a datapackage.json (Frictionless Data Package,
// Table Schema) that says what their columns are.
//
// Every table is that of the view: what its lens does not let see is not in it, and
// levels, labels and standings are those of the view. What is confidential is left out:
// attributions that are marked so or that a confidential source carries, and the names
// that answers do not tell.
//
// A cell that begins with a character by which spreadsheets know formulas has an
// apostrophe put before it, as OWASP advises; several values in one cell are parted by
// " | ". What survives:
//
//	survives                               does not
//	IDs, words, dates in EDTF, texts       an apostrophe before = + - @ is not told from one that was there
//	levels, labels, standings              reasons: ask the view
//	spells of relations with their bounds  who said what changed a relation: see the events
//	open questions as sentences            aliases, codes, custody, grades, notes
//
// The same view gives the same bytes. The cost is linear in that of the answers.
package tables

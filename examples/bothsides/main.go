// Command bothsides sets the accounts of two parties to a dispute side by side:
// what they agree on, what they dispute, what only one of them tells, what is
// said in a party's name without committing it, and what they leave unanswered.
//
//	bothsides [-known-by DAY] [-recorded-by DAY] [-format markdown|csv] PARTY PARTY [RECORD.json]
//
// PARTY is the ID of an actor. Without a file they are actors of the embedded
// dossier sahel2024, such as mali and ukraine; the file "-" is standard input.
//
// The CSV is that of RFC 4180, in UTF-8, with a heading. A cell that begins with
// a character by which spreadsheets know formulas, which are =, +, -, @, tab,
// carriage return and line feed, and the full-width forms of the first four, has
// an apostrophe put before it. Several statements in one cell are parted by
// " | ".
//
// The exit status is 0 for an answer, 1 for a record that cannot be used or has
// no such party, 2 for wrong arguments.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/examples/internal/program"
)

func main() { os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }

// run is main with its surroundings passed in. It returns the exit status.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("bothsides", flag.ContinueOnError)
	flags.SetOutput(stderr)
	flags.Usage = func() {
		fmt.Fprintln(stderr, "usage: bothsides [flags] PARTY PARTY [RECORD.json]")
		flags.PrintDefaults()
	}
	var lens dispute.Lens
	program.DayFlags(flags, &lens)
	format := flags.String("format", "markdown", "`markdown` or csv")
	if err := flags.Parse(args); errors.Is(err, flag.ErrHelp) {
		return 0
	} else if err != nil {
		return 2
	}
	if n := flags.NArg(); n < 2 || n > 3 {
		fmt.Fprintf(stderr, "bothsides: %d arguments, want two parties and at most one file\n", n)
		return 2
	}
	if *format != "markdown" && *format != "csv" {
		fmt.Fprintf(stderr, "bothsides: -format %q, want \"markdown\" or \"csv\"\n", *format)
		return 2
	}

	record, err := program.Load(flags.Arg(2), stdin)
	if err != nil {
		fmt.Fprintln(stderr, err)
		return 1
	}
	dossier, err := dispute.Compile(record)
	if err != nil {
		fmt.Fprintln(stderr, err)
		return 1
	}
	view, err := dossier.View(lens)
	if err != nil {
		fmt.Fprintln(stderr, err)
		return 1
	}
	var parties [2]dispute.Actor
	for i := range parties {
		var ok bool
		if parties[i], ok = view.Actor(dispute.ActorID(flags.Arg(i))); !ok {
			fmt.Fprintf(stderr, "bothsides: no actor %q on file by then, want the ID of one\n", flags.Arg(i))
			return 1
		}
	}
	if parties[0].ID == parties[1].ID {
		fmt.Fprintf(stderr, "bothsides: %q and %q are one party, want two\n", flags.Arg(0), flags.Arg(1))
		return 2
	}
	text, err := compare(view, parties).markdown(record.Title), error(nil)
	if *format == "csv" {
		text, err = compare(view, parties).csv()
	}
	if err == nil {
		_, err = io.WriteString(stdout, text)
	}
	if err != nil {
		fmt.Fprintln(stderr, err)
		return 1
	}
	return 0
}

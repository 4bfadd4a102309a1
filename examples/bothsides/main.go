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
	"flag"
	"fmt"
	"io"
	"os"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/internal/program"
)

func main() { os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }

// run is main with its surroundings passed in. It returns the exit status.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	o, err := parse(args, stderr)
	if err != nil {
		return program.Finish("", err, stdout, stderr)
	}
	text, err := o.answer(stdin)
	return program.Finish(text, err, stdout, stderr)
}

// An order is what the arguments ask for.
type order struct {
	lens    dispute.Lens
	parties [2]string
	format  string
	file    string
}

func parse(args []string, stderr io.Writer) (o order, err error) {
	flags := flag.NewFlagSet("bothsides", flag.ContinueOnError)
	flags.SetOutput(stderr)
	flags.Usage = func() {
		fmt.Fprintln(stderr, "usage: bothsides [flags] PARTY PARTY [RECORD.json]")
		flags.PrintDefaults()
	}
	program.DayFlags(flags, &o.lens)
	flags.StringVar(&o.format, "format", "markdown", "`markdown` or csv")
	if err := program.Parse(flags, args); err != nil {
		return o, err
	}
	if n := flags.NArg(); n < 2 || n > 3 {
		return o, program.Wrongf("bothsides: %d arguments, want two parties and at most one file", n)
	}
	if o.format != "markdown" && o.format != "csv" {
		return o, program.Wrongf("bothsides: -format %q, want \"markdown\" or \"csv\"", o.format)
	}
	o.parties, o.file = [2]string{flags.Arg(0), flags.Arg(1)}, flags.Arg(2)
	return o, nil
}

func (o order) answer(stdin io.Reader) (string, error) {
	dossier, title, err := program.Open(o.file, stdin)
	if err != nil {
		return "", err
	}
	view, err := dossier.View(o.lens)
	if err != nil {
		return "", err
	}
	var parties [2]dispute.Actor
	for i, id := range o.parties {
		var ok bool
		if parties[i], ok = view.Actor(dispute.ActorID(id)); !ok {
			return "", fmt.Errorf("bothsides: no actor %q on file by then, want the ID of one", id)
		}
	}
	if parties[0].ID == parties[1].ID {
		return "", program.Wrongf("bothsides: %q and %q are one party, want two", o.parties[0], o.parties[1])
	}
	if o.format == "csv" {
		return compare(view, parties).csv()
	}
	return compare(view, parties).markdown(title), nil
}

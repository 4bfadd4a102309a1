// Command openquestions lists what a dispute leaves open: accusations and
// demands without an answer, answers to something else, expected events whose
// time has come or gone, and claims that nobody is known to have made. Each
// comes with who is to answer, what is to be answered, since when, and as of
// which day it is open.
//
//	openquestions [-known-by DAY] [-recorded-by DAY] [-kind KIND] [-respondent ACTOR] [-format text|json] [RECORD.json]
//
// Without a file it looks at the embedded dossier sahel2024; the file "-" is
// standard input. KIND is one of no-response, denial-of-another, ageing, overdue
// and no-origin. Whether an expected event is ageing or overdue is only told as
// of a day.
//
// In JSON, "when" holds the first and the last day, both inclusive, on which
// what is to be answered can have been done or said, or on which what is
// expected can begin; a day that is not known is left out. "because" names the
// items of the record that the question rests on.
//
// The exit status is 0 for a list, also for an empty one, 1 for a record that
// cannot be used or has no such respondent, 2 for wrong arguments.
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
	flags := flag.NewFlagSet("openquestions", flag.ContinueOnError)
	flags.SetOutput(stderr)
	flags.Usage = func() {
		fmt.Fprintln(stderr, "usage: openquestions [flags] [RECORD.json]")
		flags.PrintDefaults()
	}
	var lens dispute.Lens
	program.DayFlags(flags, &lens)
	kind := flags.String("kind", "", "only questions of this `kind`")
	respondent := flags.String("respondent", "", "only what this `actor`, by ID, is to answer")
	format := flags.String("format", "text", "`text` or json")
	if err := flags.Parse(args); errors.Is(err, flag.ErrHelp) {
		return 0
	} else if err != nil {
		return 2
	}
	wrong := func(format string, args ...any) int {
		fmt.Fprintf(stderr, "openquestions: "+format+"\n", args...)
		return 2
	}
	if n := flags.NArg(); n > 1 {
		return wrong("%d files, want at most one", n)
	}
	if *format != "text" && *format != "json" {
		return wrong("-format %q, want \"text\" or \"json\"", *format)
	}
	if *kind != "" && !isKind(*kind) {
		return wrong("-kind %q, want one of %q", *kind, kinds)
	}

	record, err := program.Load(flags.Arg(0), stdin)
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
	var who dispute.Actor
	if *respondent != "" {
		var ok bool
		if who, ok = view.Actor(dispute.ActorID(*respondent)); !ok {
			fmt.Fprintf(stderr, "openquestions: no actor %q on file by then, want the ID of one\n", *respondent)
			return 1
		}
	}
	l := collect(view, record.Title, *kind, who.ID)
	text, err := l.text(), error(nil)
	if *format == "json" {
		text, err = l.json()
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

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
	lens       dispute.Lens
	kind       string // or none
	respondent string // or none
	format     string
	file       string
}

func parse(args []string, stderr io.Writer) (o order, err error) {
	flags := flag.NewFlagSet("openquestions", flag.ContinueOnError)
	flags.SetOutput(stderr)
	flags.Usage = func() {
		fmt.Fprintln(stderr, "usage: openquestions [flags] [RECORD.json]")
		flags.PrintDefaults()
	}
	program.DayFlags(flags, &o.lens)
	flags.StringVar(&o.kind, "kind", "", "only questions of this `kind`")
	flags.StringVar(&o.respondent, "respondent", "", "only what this `actor`, by ID, is to answer")
	flags.StringVar(&o.format, "format", "text", "`text` or json")
	if err := program.Parse(flags, args); err != nil {
		return o, err
	}
	if n := flags.NArg(); n > 1 {
		return o, program.Wrongf("openquestions: %d files, want at most one", n)
	}
	if o.format != "text" && o.format != "json" {
		return o, program.Wrongf("openquestions: -format %q, want \"text\" or \"json\"", o.format)
	}
	if o.kind != "" && !isKind(o.kind) {
		return o, program.Wrongf("openquestions: -kind %q, want one of %q", o.kind, kinds)
	}
	o.file = flags.Arg(0)
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
	var who dispute.Actor
	if o.respondent != "" {
		var ok bool
		if who, ok = view.Actor(dispute.ActorID(o.respondent)); !ok {
			return "", fmt.Errorf("openquestions: no actor %q on file by then, want the ID of one", o.respondent)
		}
	}
	l := collect(view, title, o.kind, who.ID)
	if o.format == "json" {
		return l.json()
	}
	return l.text(), nil
}

// Command origins shows where a claim comes from: who said so or denied it
// first-hand, who only passes that on, how many origins it goes back to at most,
// and who cites whom in a circle.
//
//	origins [-known-by DAY] [-recorded-by DAY] [-format text|dot] CLAIM [RECORD.json]
//
// CLAIM is the ID of a claim. Without a file it is one of the embedded dossier
// sahel2024, such as ukraine-supported-rebels; the file "-" is standard input.
//
// With -format dot the graph is written in the DOT language, for Graphviz: one
// node for each statement, an arrow from whoever passes a statement on to that
// statement, one frame for each origin.
//
// The exit status is 0 for an answer, 1 for a record that cannot be used or has
// no such claim, 2 for wrong arguments.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/export/origins"
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
	lens   dispute.Lens
	claim  string
	format string
	file   string
}

func parse(args []string, stderr io.Writer) (o order, err error) {
	flags := flag.NewFlagSet("origins", flag.ContinueOnError)
	flags.SetOutput(stderr)
	flags.Usage = func() {
		fmt.Fprintln(stderr, "usage: origins [flags] CLAIM [RECORD.json]")
		flags.PrintDefaults()
	}
	program.DayFlags(flags, &o.lens)
	flags.StringVar(&o.format, "format", "text", "`text` or dot")
	if err := program.Parse(flags, args); err != nil {
		return o, err
	}
	if n := flags.NArg(); n < 1 || n > 2 {
		return o, program.Wrongf("origins: %d arguments, want a claim and at most one file", n)
	}
	if o.format != "text" && o.format != "dot" {
		return o, program.Wrongf("origins: -format %q, want \"text\" or \"dot\"", o.format)
	}
	o.claim, o.file = flags.Arg(0), flags.Arg(1)
	return o, nil
}

func (o order) answer(stdin io.Reader) (string, error) {
	dossier, _, err := program.Open(o.file, stdin)
	if err != nil {
		return "", err
	}
	view, err := dossier.View(o.lens)
	if err != nil {
		return "", err
	}
	if _, ok := view.Claim(dispute.ClaimID(o.claim)); !ok {
		return "", fmt.Errorf("origins: no claim %q on file by then, want the ID of one", o.claim)
	}
	if o.format == "dot" {
		return origins.DOT(view, dispute.ClaimID(o.claim))
	}
	return origins.Text(view, dispute.ClaimID(o.claim))
}

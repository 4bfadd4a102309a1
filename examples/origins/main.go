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
	flags := flag.NewFlagSet("origins", flag.ContinueOnError)
	flags.SetOutput(stderr)
	flags.Usage = func() {
		fmt.Fprintln(stderr, "usage: origins [flags] CLAIM [RECORD.json]")
		flags.PrintDefaults()
	}
	var lens dispute.Lens
	program.DayFlags(flags, &lens)
	format := flags.String("format", "text", "`text` or dot")
	if err := flags.Parse(args); errors.Is(err, flag.ErrHelp) {
		return 0
	} else if err != nil {
		return 2
	}
	if n := flags.NArg(); n < 1 || n > 2 {
		fmt.Fprintf(stderr, "origins: %d arguments, want a claim and at most one file\n", n)
		return 2
	}
	if *format != "text" && *format != "dot" {
		fmt.Fprintf(stderr, "origins: -format %q, want \"text\" or \"dot\"\n", *format)
		return 2
	}

	record, err := program.Load(flags.Arg(1), stdin)
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
	claim, ok := view.Claim(dispute.ClaimID(flags.Arg(0)))
	if !ok {
		fmt.Fprintf(stderr, "origins: no claim %q on file by then, want the ID of one\n", flags.Arg(0))
		return 1
	}
	g := build(view, claim)
	text := g.text()
	if *format == "dot" {
		text = g.dot()
	}
	if _, err := io.WriteString(stdout, text); err != nil {
		fmt.Fprintln(stderr, err)
		return 1
	}
	return 0
}

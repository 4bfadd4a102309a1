// Command whatweknow prints a briefing of a dispute: on one screen what is contested
// and who stands on each side, which relations changed, what is only claimed, what is
// open and what is expected; with -full everything else too. Nothing is told without
// whoever says so.
//
//	whatweknow [-full] [-format FORM] [-known-by DAY] [-recorded-by DAY] [-as ACTOR] [-on DAY] [RECORD.json]
//
// Without a file it briefs on the embedded dossier sahel2024; the file "-" is
// the standard input. The forms are text, markdown, html (a fragment) and json.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"slices"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/export/briefing"
	"github.com/dispute-go/dispute/internal/program"
)

func main() { os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }

// run is main with its surroundings passed in. It returns the exit status: 0
// for a briefing, 1 for a record that cannot be used, 2 for wrong arguments.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("whatweknow", flag.ContinueOnError)
	flags.SetOutput(stderr)
	flags.Usage = func() {
		fmt.Fprintln(stderr, "usage: whatweknow [flags] [RECORD.json]")
		flags.PrintDefaults()
	}
	var lens dispute.Lens
	var on edtf.Day
	program.DayFlags(flags, &lens)
	flags.TextVar(&on, "on", edtf.Day{}, "tell how relations stood on this `day` (default: the last day on file)")
	full := flags.Bool("full", false, "tell everything, not only the first screen")
	format := program.FormatFlag(flags)
	standpoint := flags.String("as", "", "take the word of this `actor`, by ID")
	if err := flags.Parse(args); err != nil {
		return 2
	}
	if flags.NArg() > 1 {
		fmt.Fprintf(stderr, "whatweknow: %d files, want at most one\n", flags.NArg())
		return 2
	}
	lens.Standpoint = dispute.ActorID(*standpoint)

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
	if _, ok := dossier.Actor(lens.Standpoint); lens.Standpoint != "" && !ok {
		fmt.Fprintf(stderr, "whatweknow: -as %q: no actor on file has this ID, want one of %q\n", lens.Standpoint, actorIDs(record))
		return 1
	}
	view, err := dossier.View(lens)
	if err != nil {
		fmt.Fprintln(stderr, err)
		return 1
	}
	b := briefing.New(view, briefing.Options{Title: record.Title, Day: on, Full: *full})
	text, err := program.Printed(b, *format)
	return program.Finish(text, err, stdout, stderr)
}

func actorIDs(r dispute.Record) []dispute.ActorID {
	ids := make([]dispute.ActorID, len(r.Actors))
	for i, a := range r.Actors {
		ids[i] = a.ID
	}
	slices.Sort(ids)
	return ids
}

// Command whatchanged prints, in Markdown, what changed in a dispute between
// two days: what happened, what was learnt about what had happened before, and
// what was corrected. Every sentence keeps its attribution.
//
//	whatchanged [-by recorded|known] [-as ACTOR] FROM TO [RECORD.json]
//
// The days are as 2024-08-21 and inclusive. With -by recorded, the default,
// each day stands for what was on file by then; with -by known, for what was
// public by then, whenever it was filed. Without a file it compares two days of
// the embedded dossier sahel2024; the file "-" is standard input.
//
// The exit status is 0 for a briefing, also for one that says that nothing
// changed, 1 for a record that cannot be used, 2 for wrong arguments.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/examples/internal/program"
)

func main() { os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }

// run is main with its surroundings passed in. It returns the exit status.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("whatchanged", flag.ContinueOnError)
	flags.SetOutput(stderr)
	flags.Usage = func() {
		fmt.Fprintln(stderr, "usage: whatchanged [flags] FROM TO [RECORD.json]")
		flags.PrintDefaults()
	}
	by := flags.String("by", "recorded", "compare what was on file, `recorded`, or what was public, known")
	standpoint := flags.String("as", "", "take the word of this `actor`, by ID, on both days")
	if err := flags.Parse(args); errors.Is(err, flag.ErrHelp) {
		return 0
	} else if err != nil {
		return 2
	}
	wrong := func(format string, args ...any) int {
		fmt.Fprintf(stderr, "whatchanged: "+format+"\n", args...)
		return 2
	}
	if n := flags.NArg(); n < 2 || n > 3 {
		return wrong("%d arguments, want two days and at most one file", n)
	}
	if *by != "recorded" && *by != "known" {
		return wrong("-by %q, want \"recorded\" or \"known\"", *by)
	}
	var days [2]edtf.Day
	for i := range days {
		var err error
		if days[i], err = edtf.ParseDay(flags.Arg(i)); err != nil {
			return wrong("%v", err)
		}
	}
	if days[1].Compare(days[0]) < 0 {
		return wrong("%q is before %q, want the earlier day first", days[1], days[0])
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
	var views [2]*dispute.View
	for i, day := range days {
		lens := dispute.Lens{RecordedBy: day, Standpoint: dispute.ActorID(*standpoint)}
		if *by == "known" {
			lens.KnownBy, lens.RecordedBy = day, edtf.Day{}
		}
		if views[i], err = dossier.View(lens); err != nil {
			fmt.Fprintln(stderr, err)
			return 1
		}
	}
	if _, err := io.WriteString(stdout, brief(record.Title, views[0], views[1])); err != nil {
		fmt.Fprintln(stderr, err)
		return 1
	}
	return 0
}

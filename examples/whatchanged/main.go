// Command whatchanged prints what changed in a dispute between two days: what
// happened, what was learnt about what had happened before, and what was corrected,
// on one screen; with -full everything that changed. Nothing is told without whoever
// says so.
//
//	whatchanged [-full] [-format FORM] [-by recorded|known] [-as ACTOR] FROM TO [RECORD.json]
//
// The days are as 2024-08-21 and inclusive. With -by recorded, the default,
// each day stands for what was on file by then; with -by known, for what was
// public by then, whenever it was filed. Without a file it compares two days of
// the embedded dossier sahel2024; the file "-" is standard input. The forms are text,
// markdown, html (a fragment) and json.
//
// The exit status is 0 for a briefing, also for one that says that nothing
// changed, 1 for a record that cannot be used, 2 for wrong arguments.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/export/briefing"
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
	lenses [2]dispute.Lens // earlier and later
	file   string
	full   bool
	format string
}

func parse(args []string, stderr io.Writer) (o order, err error) {
	flags := flag.NewFlagSet("whatchanged", flag.ContinueOnError)
	flags.SetOutput(stderr)
	flags.Usage = func() {
		fmt.Fprintln(stderr, "usage: whatchanged [flags] FROM TO [RECORD.json]")
		flags.PrintDefaults()
	}
	by := flags.String("by", "recorded", "compare what was on file, `recorded`, or what was public, known")
	standpoint := flags.String("as", "", "take the word of this `actor`, by ID, on both days")
	format := program.FormatFlag(flags)
	flags.BoolVar(&o.full, "full", false, "tell everything, not only the first screen")
	if err := program.Parse(flags, args); err != nil {
		return o, err
	}
	o.format = *format
	if n := flags.NArg(); n < 2 || n > 3 {
		return o, program.Wrongf("whatchanged: %d arguments, want two days and at most one file", n)
	}
	if *by != "recorded" && *by != "known" {
		return o, program.Wrongf("whatchanged: -by %q, want \"recorded\" or \"known\"", *by)
	}
	var days [2]edtf.Day
	for i := range days {
		if days[i], err = edtf.ParseDay(flags.Arg(i)); err != nil {
			return o, program.Wrongf("whatchanged: %w", err)
		}
		o.lenses[i] = dispute.Lens{RecordedBy: days[i], Standpoint: dispute.ActorID(*standpoint)}
		if *by == "known" {
			o.lenses[i].KnownBy, o.lenses[i].RecordedBy = days[i], edtf.Day{}
		}
	}
	if days[1].Compare(days[0]) < 0 {
		return o, program.Wrongf("whatchanged: %q is before %q, want the earlier day first", days[1], days[0])
	}
	o.file = flags.Arg(2)
	return o, nil
}

func (o order) answer(stdin io.Reader) (string, error) {
	dossier, title, err := program.Open(o.file, stdin)
	if err != nil {
		return "", err
	}
	var views [2]*dispute.View
	for i, lens := range o.lenses {
		if views[i], err = dossier.View(lens); err != nil {
			return "", err
		}
	}
	return program.Printed(briefing.Changes(views[0], views[1], briefing.Options{Title: title, Full: o.full}), o.format)
}

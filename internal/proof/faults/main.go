// Faults tries the tests on deliberate faults: mistakes that somebody could make,
// each a row of faults.tsv. It lays them over the source, switches on one at a time,
// runs the short tests of the package touched, of the root and of the quick proofs
// until one fails, and says which. A fault that none notices needs a test, or an
// argument in its row why nobody could tell.
//
//	go run ./internal/proof/faults -results /tmp/faults.txt
//
// It goes on where the file of results ends, and writes no other file of the module.
// What lies in the results is not tried again: begin with a new file after the code
// has changed.
package main

import (
	"context"
	_ "embed"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"regexp"
)

//go:embed faults.tsv
var table []byte

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "faults:", err)
		os.Exit(1)
	}
}

// options are what the command line asks for.
type options struct {
	module, results, table, skip string
	from                         int
	only                         *regexp.Regexp
	check                        bool
}

func parse(args []string) (options, error) {
	var o options
	set := flag.NewFlagSet("faults", flag.ContinueOnError)
	set.StringVar(&o.module, "module", ".", "the `folder` of the module")
	set.StringVar(&o.table, "table", "", "another table of faults, a `file`")
	set.StringVar(&o.results, "results", "faults.results", "the `file` of results, which is made or gone on with")
	set.IntVar(&o.from, "from", 1, "the `line` of the table to begin with")
	only := set.String("only", "", "try the faults alone whose row matches a `regexp`")
	set.BoolVar(&o.check, "check", false, "look only whether each old text stands exactly once")
	set.StringVar(&o.skip, "skip", "", "leave out the tests whose names match a `regexp`")
	if err := set.Parse(args); err != nil {
		return o, err
	}
	if set.NArg() > 0 {
		return o, fmt.Errorf("unexpected %q; this command takes flags alone", set.Arg(0))
	}
	var err error
	if o.only, err = regexp.Compile(*only); err != nil {
		return o, fmt.Errorf("-only: %w", err)
	}
	return o, nil
}

func run(ctx context.Context, args []string) error {
	o, err := parse(args)
	if err != nil {
		return err
	}
	if o.table != "" {
		if table, err = os.ReadFile(o.table); err != nil {
			return err
		}
	}
	all, err := parseTable(table)
	if err != nil {
		return err
	}
	var list []fault
	for _, f := range all {
		if f.line >= o.from && o.only.MatchString(f.key()+"\t"+f.meaning) {
			list = append(list, f)
		}
	}
	source := newTree(o.module)
	if o.check {
		return checkAll(source, list)
	}
	done, err := readResults(o.results)
	if err != nil {
		return err
	}
	temp, err := os.MkdirTemp("", "faults")
	if err != nil {
		return err
	}
	defer os.RemoveAll(temp)
	t := &trial{source, temp, o.skip, done}
	for rest := list; len(rest) > 0; {
		n := 1
		for n < len(rest) && rest[n].dir == rest[0].dir {
			n++
		}
		if err := t.ofPackage(ctx, rest[0].dir, rest[:n]); err != nil {
			return err
		}
		rest = rest[n:]
	}
	return done.sum(list)
}

// checkAll reports every fault that cannot be laid over the source.
func checkAll(source *tree, list []fault) error {
	var bad []error
	for _, f := range list {
		if _, _, err := source.apply(f); err != nil {
			bad = append(bad, fmt.Errorf("line %d, %s: %w: %q", f.line, f.dir, err, f.old))
		}
	}
	return errors.Join(bad...)
}

// Faults tries the tests on deliberate faults: mistakes that somebody could make,
// each a row of faults.tsv. It lays one at a time over the source, runs the short
// tests of the package touched, of the root and of the quick proofs until one
// fails, and says which. A fault that none notices needs a test, or an argument in
// its row why nobody could tell.
//
//	go run ./internal/proof/faults -results /tmp/faults.txt
//
// It goes on where the file of results ends, takes hours for the whole table, and
// writes no file of the module. What lies in the results is not tried again: begin
// with a new file after the code has changed.
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
	"time"
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
	module, results, table string
	from                   int
	only                   *regexp.Regexp
	check, sure            bool
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
	set.BoolVar(&o.sure, "sure", false, "take it for granted that the tests pass without a fault")
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
	t := &trial{source, temp}
	if !o.sure {
		if err := t.holds(ctx, list); err != nil {
			return err
		}
	}
	return t.all(ctx, list, done)
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

// all tries faults that were not yet tried, and reports each and then their numbers.
func (t *trial) all(ctx context.Context, list []fault, done *results) error {
	counts := map[outcome]int{}
	for _, f := range list {
		o, tried := done.of[f.key()]
		if !tried {
			began := time.Now()
			var by string
			var err error
			if o, by, err = t.try(ctx, f); err != nil {
				return err
			}
			if err = done.add(f, o, by); err != nil {
				return err
			}
			fmt.Printf("%d\t%s\t%s\t%s: %s\t%.0f s\n", f.line, o, by, f.dir, f.meaning, time.Since(began).Seconds())
		}
		counts[o]++
	}
	bad := 0
	for _, o := range []outcome{noticed, equivalent, unnoticed, refuted, unbuilt, gone} {
		if fmt.Printf("%s: %d\n", o, counts[o]); o.bad() {
			bad += counts[o]
		}
	}
	if bad > 0 {
		return fmt.Errorf("%d of %d faults need a test, an argument, or another old text", bad, len(list))
	}
	return nil
}

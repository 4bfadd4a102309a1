// Faults tries the tests on deliberate faults: mistakes that somebody could make,
// each a row of faults.tsv. It builds them all into the tests, switches on one at a
// time, runs the short tests of the package touched, of the root and of the quick
// proofs until one fails, and says which. A fault that none notices needs a test, or
// an argument in its row why nobody could tell.
//
//	go run ./internal/proof/faults -results /tmp/faults.txt
//
// It runs at the top of the module, goes on where the file of results ends, and writes
// no other file of the module. What lies in the results is not tried again: begin with
// a new file after the code has changed, and name the old one with -before to save
// most of the time.
package main

import (
	"context"
	_ "embed"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"regexp"
)

//go:embed faults.tsv
var table []byte

func main() {
	results := flag.String("results", "faults.results", "the `file` of results, which is made or gone on with")
	before := flag.String("before", "", "an older `file` of results: the test that noticed a fault then is run first")
	only := flag.String("only", "", "try the faults alone whose row matches a `regexp`")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, *results, *before, *only); err != nil {
		fmt.Fprintln(os.Stderr, "faults:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, results, before, only string) error {
	matches, err := regexp.Compile(only)
	if err != nil {
		return fmt.Errorf("-only: %w", err)
	}
	all, err := parseTable(table)
	if err != nil {
		return err
	}
	var list []fault
	for _, f := range all {
		if matches.MatchString(f.key() + "\t" + f.meaning) {
			list = append(list, f)
		}
	}
	done, err := readResults(results)
	if err != nil {
		return err
	}
	older := done
	if before != "" {
		if older, err = readResults(before); err != nil {
			return err
		}
	}
	if err := tryAll(ctx, ".", list, done, older); err != nil {
		return err
	}
	return done.sum(list)
}

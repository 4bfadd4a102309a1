package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
)

// An outcome is what became of a fault.
type outcome string

const (
	noticed    outcome = "noticed"          // a test fails
	equivalent outcome = "equivalent"       // none does, as the row argues
	unnoticed  outcome = "unnoticed"        // none does, and one should
	refuted    outcome = "refuted"          // a test fails, though the row argues that none can
	gone       outcome = "old text is gone" // nothing was tried
)

// A result is an outcome, and the package and the test that noticed.
type result struct {
	outcome outcome
	by      string
}

// results are what became of the faults that were tried, by key.
type results struct {
	name string
	of   map[string]result
}

// readResults reads a file of results, which need not be there.
func readResults(name string) (*results, error) {
	r := &results{name, map[string]result{}}
	text, err := os.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) {
		return r, nil
	}
	if err != nil {
		return nil, err
	}
	whole := text[:bytes.LastIndexByte(text, '\n')+1]
	for line := range strings.Lines(string(whole)) {
		fields := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(fields) != 6 {
			return nil, fmt.Errorf("%s is no file of results: %q", name, line)
		}
		r.of[strings.Join(fields[2:5], "\t")] = result{outcome(fields[0]), fields[1]}
	}
	if len(whole) < len(text) { // a run was stopped while it wrote
		return r, os.Truncate(name, int64(len(whole)))
	}
	return r, nil
}

// add prints what became of a fault and appends it to the file.
func (r *results) add(f fault, o outcome, by string) error {
	fmt.Printf("%d\t%s\t%s\t%s: %s\n", f.line, o, by, f.dir, f.meaning)
	file, err := os.OpenFile(r.name, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(file, "%s\t%s\t%s\t%s\n", o, by, f.key(), f.meaning)
	r.of[f.key()] = result{o, by}
	return errors.Join(err, file.Close())
}

// sum prints how many faults came to what, and is an error unless all is well.
func (r *results) sum(list []fault) error {
	counts := map[outcome]int{}
	for _, f := range list {
		counts[r.of[f.key()].outcome]++
	}
	for _, o := range []outcome{noticed, equivalent, unnoticed, refuted, gone} {
		fmt.Printf("%s: %d\n", o, counts[o])
	}
	if bad := len(list) - counts[noticed] - counts[equivalent]; bad > 0 {
		return fmt.Errorf("%d of %d faults need a test, an argument, or another old text", bad, len(list))
	}
	return nil
}

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
	unnoticed  outcome = "unnoticed"        // none does, and one should
	equivalent outcome = "equivalent"       // none does, as the row argues
	refuted    outcome = "refuted"          // a test fails, though the row argues that none can
	unbuilt    outcome = "does not build"   // nothing was tried
	gone       outcome = "old text is gone" // nothing was tried
)

// bad reports whether somebody must do something about it.
func (o outcome) bad() bool { return o != noticed && o != equivalent }

// results are the outcomes of faults that were tried, by key.
type results struct {
	name string
	of   map[string]outcome
}

// readResults reads a file of results, which need not be there.
func readResults(name string) (*results, error) {
	r := &results{name, map[string]outcome{}}
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
		r.of[strings.Join(fields[2:5], "\t")] = outcome(fields[0])
	}
	if len(whole) < len(text) { // a run was stopped while it wrote
		return r, os.Truncate(name, int64(len(whole)))
	}
	return r, nil
}

// add appends an outcome to the file: the outcome, who noticed, and the fault.
func (r *results) add(f fault, o outcome, by string) error {
	file, err := os.OpenFile(r.name, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
	if err != nil {
		return err
	}
	if _, err := fmt.Fprintf(file, "%s\t%s\t%s\t%s\n", o, by, f.key(), f.meaning); err != nil {
		file.Close()
		return err
	}
	r.of[f.key()] = o
	return file.Close()
}

// sum prints how many faults came to what, and is an error unless all is well.
func (r *results) sum(list []fault) error {
	counts := map[outcome]int{}
	for _, f := range list {
		counts[r.of[f.key()]]++
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

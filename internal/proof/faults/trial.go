package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"time"
)

// proofs are the packages whose tests a fault is tried on after those of its own
// package and of the root.
var proofs = []string{"./internal/proof/cases", "./internal/proof/statuses", "./internal/proof/relations",
	"./internal/proof/laws", "./internal/proof/surface", "./sahel2024"}

// patience is how long the tests of a package may take under a fault. One that
// makes them go on for ever is noticed too.
const patience = 4 * time.Minute

// A trial runs tests on a module under one fault at a time. The fault is laid over
// the file that it changes as the tests are built: no file of the module is written.
type trial struct {
	tree *tree
	temp string // a folder for what is laid over
}

// try returns what becomes of a fault, and the first test that fails.
func (t *trial) try(ctx context.Context, f fault) (o outcome, by string, err error) {
	path, text, err := t.tree.apply(f)
	if err != nil {
		return gone, err.Error(), nil
	}
	overlay, err := t.lay(path, text)
	if err != nil {
		return "", "", err
	}
	own := "./" + filepath.ToSlash(f.dir)
	if out, err := t.run(ctx, "build", "-overlay", overlay, own); err != nil {
		return unbuilt, firstLine(out), ctx.Err()
	}
	packages := []string{own}
	if f.dir != "." {
		packages = append(packages, ".")
	}
	for _, name := range append(packages, proofs...) {
		out, err := t.run(ctx, "test", "-short", "-failfast", "-vet=off", "-timeout", patience.String(), "-overlay", overlay, name)
		if ctx.Err() != nil {
			return "", "", ctx.Err()
		}
		if err == nil {
			continue
		}
		if o = noticed; f.equivalent != "" {
			o = refuted
		}
		return o, name + " " + failing(out), nil
	}
	if f.equivalent != "" {
		return equivalent, "", nil
	}
	return unnoticed, "", nil
}

// lay writes down what is to be laid over which file.
func (t *trial) lay(path string, text []byte) (overlay string, err error) {
	path, err = filepath.Abs(path)
	if err != nil {
		return "", err
	}
	with := filepath.Join(t.temp, "with.go")
	over, err := json.Marshal(map[string]any{"Replace": map[string]string{path: with}})
	if err != nil {
		return "", err
	}
	overlay = filepath.Join(t.temp, "overlay.json")
	return overlay, errors.Join(os.WriteFile(with, text, 0o644), os.WriteFile(overlay, over, 0o644))
}

func (t *trial) run(ctx context.Context, args ...string) (string, error) {
	c := exec.CommandContext(ctx, "go", args...)
	c.Dir = t.tree.root
	c.Cancel = func() error { return c.Process.Signal(os.Interrupt) }
	c.WaitDelay = 10 * time.Second
	out, err := c.CombinedOutput()
	return string(out), err
}

var fails = regexp.MustCompile(`(?m)^\s*--- FAIL: (\S+)|^(panic: test timed out|panic: [^\n]*|fatal error: [^\n]*)|(\[build failed\])`)

// failing returns which test failed first, as its output tells.
func failing(out string) string {
	m := fails.FindStringSubmatch(out)
	if m == nil {
		return firstLine(out)
	}
	return strings.Join(m[1:], "")
}

func firstLine(out string) string {
	for line := range strings.Lines(out) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			return strings.ReplaceAll(line, "\t", " ")
		}
	}
	return ""
}

// holds runs all the tests without a fault: what they fail by themselves says
// nothing of faults.
func (t *trial) holds(ctx context.Context, faults []fault) error {
	args := []string{"test", "-short", "-failfast", "-vet=off", "."}
	seen := map[string]bool{".": true}
	for _, f := range faults {
		if !seen[f.dir] {
			seen[f.dir] = true
			args = append(args, "./"+filepath.ToSlash(f.dir))
		}
	}
	if out, err := t.run(ctx, append(args, proofs...)...); err != nil {
		return fmt.Errorf("the tests fail without any fault: %s", failing(out))
	}
	return nil
}

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
	"slices"
	"strconv"
	"strings"
	"time"
)

// proofs are the packages whose tests a fault is tried on after those of its own
// package, the quick ones first.
var proofs = []string{"internal/proof/cases", "internal/proof/statuses", "internal/proof/relations", ".",
	"internal/proof/laws", "internal/proof/surface", "sahel2024"}

// patience is how long the tests of a package may take under a fault. One that
// makes them go on for ever is noticed too.
const patience = 4 * time.Minute

// tryAll tries the faults in a module that were not tried before, package by package.
func tryAll(ctx context.Context, module string, list []fault, done, older *results) error {
	byDir := map[string][]fault{}
	var dirs []string
	for _, f := range list {
		if _, tried := done.of[f.key()]; tried {
			continue
		}
		if byDir[f.dir] == nil {
			dirs = append(dirs, f.dir)
		}
		byDir[f.dir] = append(byDir[f.dir], f)
	}
	for _, dir := range dirs {
		if err := tryPackage(ctx, module, dir, byDir[dir], done, older); err != nil {
			return err
		}
	}
	return nil
}

// tryPackage tries the faults of one package.
func tryPackage(ctx context.Context, module, dir string, list []fault, done, older *results) error {
	s, err := readSource(filepath.Join(module, dir))
	if err != nil {
		return err
	}
	var fits []fault
	var insertions []insertion
	for _, f := range list {
		x, err := s.insert(f)
		if err != nil {
			if err := done.add(f, gone, err.Error()); err != nil {
				return err
			}
			continue
		}
		fits, insertions = append(fits, f), append(insertions, x)
	}
	temp, err := os.MkdirTemp("", "faults")
	if err != nil {
		return err
	}
	defer os.RemoveAll(temp)
	t := &trial{module, temp, map[string]bool{}}
	if err := t.overlay(s.withFaults(filepath.Join(module, dir), insertions)); err != nil {
		return err
	}
	for _, f := range fits {
		by, err := t.notices(ctx, f, older.of[f.key()].by)
		if err != nil {
			return err
		}
		if err := done.add(f, outcomeOf(f, by), by); err != nil {
			return err
		}
	}
	return nil
}

func outcomeOf(f fault, by string) outcome {
	switch {
	case by != "" && f.equivalent != "":
		return refuted
	case by != "":
		return noticed
	case f.equivalent != "":
		return equivalent
	}
	return unnoticed
}

// A trial is the module with the faults of one package. No file of the module shows
// them: they are laid over the files as the tests are built.
type trial struct {
	module, temp string
	built        map[string]bool // by package: its tests were built, and pass without a fault
}

func (t *trial) overlayFile() string { return filepath.Join(t.temp, "overlay.json") }

// overlay writes what is laid over the files of the module.
func (t *trial) overlay(over source) error {
	with := map[string]string{}
	for path, text := range over {
		path, err := filepath.Abs(path)
		if err != nil {
			return err
		}
		with[path] = filepath.Join(t.temp, filepath.Base(path))
		if err := os.WriteFile(with[path], text, 0o644); err != nil {
			return err
		}
	}
	text, err := json.Marshal(map[string]any{"Replace": with})
	if err != nil {
		return err
	}
	return os.WriteFile(t.overlayFile(), text, 0o644)
}

// notices returns the package and the first test that fails under a fault, or nothing.
// What noticed it before is run first.
func (t *trial) notices(ctx context.Context, f fault, before string) (string, error) {
	if name, test, ok := strings.Cut(before, " "); ok && strings.HasPrefix(test, "Test") {
		if failed, err := t.test(ctx, name, f.line, "^"+test+"$"); err != nil || failed != "" {
			return name + " " + failed, err
		}
	}
	names := proofs
	if !slices.Contains(proofs, f.dir) {
		names = append([]string{f.dir}, proofs...)
	}
	for _, name := range names {
		if failed, err := t.test(ctx, name, f.line, "."); err != nil || failed != "" {
			return name + " " + failed, err
		}
	}
	return "", nil
}

// test runs the short tests of a package that match a pattern, with a fault, and
// returns the first one that fails, or nothing.
func (t *trial) test(ctx context.Context, name string, line int, pattern string) (string, error) {
	program := filepath.Join(t.temp, strings.ReplaceAll("test/"+name, "/", "_"))
	if !t.built[name] {
		if out, err := execute(ctx, t.module, "", "go", "test", "-c", "-vet=off", "-overlay", t.overlayFile(), "-o", program, "./"+name); err != nil {
			return "", errors.Join(ctx.Err(), fmt.Errorf("the tests of %s do not build: %s", name, out))
		}
		t.built[name] = true
		if failed, err := t.test(ctx, name, 0, "."); err != nil || failed != "" {
			return "", errors.Join(err, fmt.Errorf("%s fails without any fault: %s", name, failed))
		}
	}
	out, err := execute(ctx, filepath.Join(t.module, name), faultVariable+"="+strconv.Itoa(line),
		program, "-test.short", "-test.failfast", "-test.timeout="+patience.String(), "-test.run="+pattern)
	if err == nil || ctx.Err() != nil {
		return "", ctx.Err()
	}
	return failing(out), nil
}

// execute runs a program in a folder, and returns all that it prints.
func execute(ctx context.Context, dir, env, name string, args ...string) (string, error) {
	c := exec.CommandContext(ctx, name, args...)
	c.Dir, c.Env = dir, append(os.Environ(), env)
	c.Cancel = func() error { return c.Process.Signal(os.Interrupt) }
	c.WaitDelay = 10 * time.Second
	out, err := c.CombinedOutput()
	return string(out), err
}

var fails = regexp.MustCompile(`(?m)^\s*--- FAIL: (\S+)|^(panic: test timed out|panic: [^\n]*|fatal error: [^\n]*)`)

// failing returns which test failed first, as its output tells.
func failing(out string) string {
	m := fails.FindStringSubmatch(out)
	if m == nil {
		return "fails without a word"
	}
	return strings.ReplaceAll(m[1]+m[2], "\t", " ")
}

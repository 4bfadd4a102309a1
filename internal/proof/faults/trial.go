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
// package, if that is not the root: the quick ones first.
var proofs = []string{"internal/proof/cases", "internal/proof/statuses", "internal/proof/relations", ".",
	"internal/proof/laws", "internal/proof/surface", "sahel2024"}

// patience is how long the tests of a package may take under a fault. One that
// makes them go on for ever is noticed too.
const patience = 4 * time.Minute

// A variant is the module with some faults of one package, which no file of the
// module shows: they are laid over the files as programs are built.
type variant struct {
	module string
	skip   string // a pattern of tests to leave out
	dir    string // a folder for programs and what is laid over
	over   map[string][]byte
	tested map[string]bool // by package: its tests were built, and pass without a fault
	used   map[string]bool // by package: its tests use the one with the faults
}

func newVariant(module, skip, temp string, over map[string][]byte) (*variant, error) {
	dir, err := os.MkdirTemp(temp, "variant")
	if err != nil {
		return nil, err
	}
	v := &variant{module: module, skip: skip, dir: dir, over: over, tested: map[string]bool{}, used: map[string]bool{}}
	with := map[string]string{}
	for path, text := range over {
		if path, err = filepath.Abs(path); err != nil {
			return nil, err
		}
		with[path] = filepath.Join(dir, "over"+strconv.Itoa(len(with))+".go")
		if err := os.WriteFile(with[path], text, 0o644); err != nil {
			return nil, err
		}
	}
	text, err := json.Marshal(map[string]any{"Replace": with})
	if err != nil {
		return nil, err
	}
	return v, os.WriteFile(v.overlay(), text, 0o644)
}

func (v *variant) overlay() string { return filepath.Join(v.dir, "overlay.json") }

func (v *variant) program(name string) string {
	return filepath.Join(v.dir, strings.ReplaceAll("test/"+name, "/", "_"))
}

func (v *variant) remove() error { return os.RemoveAll(v.dir) }

// build builds a package, to see whether it can be built.
func (v *variant) build(ctx context.Context, name string) (string, error) {
	return execute(ctx, v.module, nil, "go", "build", "-overlay", v.overlay(), "./"+name)
}

// uses reports whether the tests of a package use another one, which has none of
// the faults else.
func (v *variant) uses(ctx context.Context, name, other string) (bool, error) {
	uses, known := v.used[name]
	if known {
		return uses, nil
	}
	deps, err := execute(ctx, v.module, nil, "go", "list", "-test", "-deps", "-f", "{{.Dir}}", "./"+name)
	if err != nil {
		return false, errors.Join(ctx.Err(), fmt.Errorf("%s: %s", name, firstLine(deps)))
	}
	dir, err := filepath.Abs(filepath.Join(v.module, other))
	if err != nil {
		return false, err
	}
	v.used[name] = slices.Contains(strings.Split(deps, "\n"), dir)
	return v.used[name], nil
}

// test runs the short tests of a package with a fault that is switched on, or none
// for 0, and returns what failed first, or nothing.
func (v *variant) test(ctx context.Context, name string, line int) (string, error) {
	if !v.tested[name] {
		if out, err := execute(ctx, v.module, nil, "go", "test", "-c", "-vet=off", "-overlay", v.overlay(), "-o", v.program(name), "./"+name); err != nil {
			return "", errors.Join(ctx.Err(), fmt.Errorf("the tests of %s do not build: %s", name, firstLine(out)))
		}
		v.tested[name] = true
		if line != 0 { // else there is a fault in any case
			if failed, err := v.test(ctx, name, 0); err != nil || failed != "" {
				return "", errors.Join(err, fmt.Errorf("%s fails without any fault: %s", name, failed))
			}
		}
	}
	out, err := execute(ctx, filepath.Join(v.module, name), []string{faultVariable + "=" + strconv.Itoa(line)},
		v.program(name), "-test.short", "-test.failfast", "-test.timeout="+patience.String(), "-test.skip="+v.skip)
	if err == nil || ctx.Err() != nil {
		return "", ctx.Err()
	}
	return failing(out), nil
}

// try returns what becomes of a fault, and the first test that fails. Of a fault
// that is switched on the line is told, else 0.
func (v *variant) try(ctx context.Context, f fault, line int) (o outcome, by string, err error) {
	own := filepath.ToSlash(f.dir)
	names := proofs
	if own != "." {
		names = append([]string{own}, proofs...)
	}
	for _, name := range names {
		if name != own {
			if uses, err := v.uses(ctx, name, own); err != nil {
				return "", "", err
			} else if !uses {
				continue
			}
		}
		failed, err := v.test(ctx, name, line)
		if err != nil {
			return "", "", err
		}
		if failed == "" {
			continue
		}
		if f.equivalent != "" {
			return refuted, name + " " + failed, nil
		}
		return noticed, name + " " + failed, nil
	}
	if f.equivalent != "" {
		return equivalent, "", nil
	}
	return unnoticed, "", nil
}

// A trial tries faults and notes what becomes of them.
type trial struct {
	tree       *tree
	temp, skip string
	done       *results
}

// note adds an outcome to the results, and reports it.
func (t *trial) note(f fault, began time.Time, o outcome, by string) error {
	fmt.Printf("%d\t%s\t%s\t%s: %s\t%.0f s\n", f.line, o, by, f.dir, f.meaning, time.Since(began).Seconds())
	return t.done.add(f, o, by)
}

// ofPackage tries the faults of one package that were not tried before.
func (t *trial) ofPackage(ctx context.Context, dir string, list []fault) error {
	list = slices.DeleteFunc(slices.Clone(list), func(f fault) bool { _, tried := t.done.of[f.key()]; return tried })
	fits := list[:0]
	for _, f := range list {
		if _, _, err := t.tree.apply(f); err == nil {
			fits = append(fits, f)
		} else if err := t.note(f, time.Now(), gone, err.Error()); err != nil {
			return err
		}
	}
	v, list, apart, err := t.switchedVariant(ctx, dir, fits)
	if err != nil {
		return err
	}
	for _, f := range list {
		began := time.Now()
		o, by, err := v.try(ctx, f, f.line)
		if err != nil {
			return err
		}
		if err := t.note(f, began, o, by); err != nil {
			return err
		}
	}
	if v != nil {
		if err := v.remove(); err != nil {
			return err
		}
	}
	for _, f := range apart {
		if err := t.alone(ctx, f); err != nil {
			return err
		}
	}
	return nil
}

var inCopy = regexp.MustCompile(`(?m)^\S*?fault(\d+)\.go:\d+.*`)

// switchedVariant returns the module with all faults of a package that can be
// switched on, those faults, and the others. A fault that does not build is noted.
func (t *trial) switchedVariant(ctx context.Context, dir string, list []fault) (*variant, []fault, []fault, error) {
	for len(list) > 0 {
		over, apart, err := t.tree.switched(dir, list)
		if err != nil {
			return nil, nil, nil, err
		}
		can := slices.DeleteFunc(slices.Clone(list), func(f fault) bool { return slices.Contains(apart, f) })
		if len(can) == 0 {
			return nil, nil, apart, nil
		}
		v, err := newVariant(t.tree.root, t.skip, t.temp, over)
		if err != nil {
			return nil, nil, nil, err
		}
		out, err := v.build(ctx, dir)
		if err == nil {
			return v, can, apart, nil
		}
		bad := map[int]string{}
		for _, m := range inCopy.FindAllStringSubmatch(out, -1) {
			line, _ := strconv.Atoi(m[1])
			bad[line] = m[0]
		}
		if ctx.Err() != nil || len(bad) == 0 {
			return nil, nil, nil, errors.Join(ctx.Err(), fmt.Errorf("%s does not build: %s", dir, out))
		}
		for _, f := range list {
			if why := bad[f.line]; why != "" {
				if err := t.note(f, time.Now(), unbuilt, why); err != nil {
					return nil, nil, nil, err
				}
			}
		}
		list = slices.DeleteFunc(list, func(f fault) bool { return bad[f.line] != "" })
	}
	return nil, nil, nil, nil
}

// alone tries a fault that cannot be switched on.
func (t *trial) alone(ctx context.Context, f fault) error {
	began := time.Now()
	path, text, err := t.tree.apply(f)
	if err != nil {
		return err
	}
	v, err := newVariant(t.tree.root, t.skip, t.temp, map[string][]byte{path: text})
	if err != nil {
		return err
	}
	defer v.remove()
	if out, err := v.build(ctx, f.dir); err != nil {
		return errors.Join(ctx.Err(), t.note(f, began, unbuilt, firstLine(out)))
	}
	o, by, err := v.try(ctx, f, 0)
	if err != nil {
		return err
	}
	return t.note(f, began, o, by)
}

// execute runs a program in a folder, and returns all that it prints.
func execute(ctx context.Context, dir string, env []string, name string, args ...string) (string, error) {
	c := exec.CommandContext(ctx, name, args...)
	c.Dir, c.Env = dir, append(os.Environ(), env...)
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
	return "nothing was printed"
}

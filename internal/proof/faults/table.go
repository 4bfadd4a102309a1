package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// A fault is one row of the table: a mistake that somebody could make.
type fault struct {
	line       int
	dir        string // of the package, from the top of the module; "." is the root package
	old, new   string
	meaning    string // what the fault would mean to a user
	equivalent string // why no test can notice it; empty where one must
}

// key names a fault in a file of results. It stays when rows are added or moved.
func (f fault) key() string { return escape(f.dir) + "\t" + escape(f.old) + "\t" + escape(f.new) }

var escapes = [][2]string{{`\`, `\\`}, {"\n", `\n`}, {"\t", `\t`}}

func escape(s string) string {
	for _, e := range escapes {
		s = strings.ReplaceAll(s, e[0], e[1])
	}
	return s
}

func unescape(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] != '\\' || i+1 == len(s) {
			b.WriteByte(s[i])
			continue
		}
		i++
		switch s[i] {
		case 'n':
			b.WriteByte('\n')
		case 't':
			b.WriteByte('\t')
		default:
			b.WriteByte(s[i])
		}
	}
	return b.String()
}

// parseTable reads a table of faults: a line for each, of four or five fields
// separated by tabs. In a field, \n, \t and \\ stand for a new line, a tab and a
// backslash. Empty lines and those that begin with # are left out.
func parseTable(text []byte) ([]fault, error) {
	var list []fault
	lines := map[string]int{}
	line := 0
	for text := range bytes.Lines(text) {
		line++
		row := strings.TrimRight(string(text), "\n")
		if row == "" || row[0] == '#' {
			continue
		}
		fields := strings.Split(row, "\t")
		if len(fields) < 4 || len(fields) > 5 {
			return nil, fmt.Errorf("line %d has %d fields, want 4 or 5, separated by tabs", line, len(fields))
		}
		f := fault{line: line, dir: fields[0], old: unescape(fields[1]), new: unescape(fields[2]), meaning: fields[3]}
		if len(fields) == 5 {
			f.equivalent = fields[4]
		}
		if f.old == "" || f.old == f.new || f.meaning == "" {
			return nil, fmt.Errorf("line %d: want an old text, another new text, and a meaning", line)
		}
		if before := lines[f.key()]; before != 0 {
			return nil, fmt.Errorf("line %d says the same as line %d", line, before)
		}
		lines[f.key()] = line
		list = append(list, f)
	}
	return list, nil
}

var errGone = errors.New("the old text is gone")

// A tree is the source of a module, by package.
type tree struct {
	root  string                       // the folder of the module
	files map[string]map[string][]byte // by folder of a package, then by path: the files that are no tests
}

func newTree(root string) *tree { return &tree{root, map[string]map[string][]byte{}} }

func (t *tree) load(dir string) (map[string][]byte, error) {
	if files := t.files[dir]; files != nil {
		return files, nil
	}
	paths, err := filepath.Glob(filepath.Join(t.root, dir, "*.go"))
	if err != nil {
		return nil, err
	}
	files := map[string][]byte{}
	for _, path := range paths {
		if strings.HasSuffix(path, "_test.go") {
			continue
		}
		if files[path], err = os.ReadFile(path); err != nil {
			return nil, err
		}
	}
	if len(files) == 0 {
		return nil, fmt.Errorf("there is no package in %q", dir)
	}
	t.files[dir] = files
	return files, nil
}

// apply returns the file that a fault changes, and its text with the fault. The old
// text must stand in the package exactly once.
func (t *tree) apply(f fault) (path string, text []byte, err error) {
	files, err := t.load(f.dir)
	if err != nil {
		return "", nil, err
	}
	found := 0
	for name, before := range files {
		n := bytes.Count(before, []byte(f.old))
		if found += n; n == 1 {
			path, text = name, bytes.Replace(before, []byte(f.old), []byte(f.new), 1)
		}
	}
	switch {
	case found == 0:
		return "", nil, errGone
	case found > 1:
		return "", nil, fmt.Errorf("the old text stands there %d times, want once", found)
	}
	return path, text, nil
}

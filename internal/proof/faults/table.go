package main

import (
	"bytes"
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

// readSource reads the files of the package in a folder.
func readSource(dir string) (source, error) {
	paths, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil {
		return nil, err
	}
	s := source{}
	for _, path := range paths {
		if strings.HasSuffix(path, "_test.go") {
			continue
		}
		if s[path], err = os.ReadFile(path); err != nil {
			return nil, err
		}
	}
	return s, nil
}

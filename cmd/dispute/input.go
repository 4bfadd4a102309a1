package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/sahel2024"
)

// A text is one record as it was read: a file, or a line of one.
type text struct {
	name   string // of the file
	file   []byte // all of it
	line   int    // how many lines of it come before
	data   []byte
	record dispute.Record
}

// read reads all that the paths name. It returns an error for each problem of each
// file, with file, line and column.
func (c *call) read(paths []string) ([]text, error) {
	var texts []text
	for _, path := range paths {
		found, err := c.open(path)
		if err != nil {
			return nil, err
		}
		texts = append(texts, found...)
	}
	var errs []error
	for i := range texts {
		t := &texts[i]
		record, err := dispute.Decode(bytes.NewReader(t.data))
		if t.record = record; err != nil {
			errs = append(errs, t.problems(err)...)
		}
	}
	return texts, errors.Join(errs...)
}

// standardInput is the name of what is read from there.
const standardInput = "standard input"

// open reads one file, all files of a directory, or the standard input.
func (c *call) open(path string) ([]text, error) {
	if path == "-" {
		data, err := io.ReadAll(io.LimitReader(c.stdin, mostBytes))
		return split(standardInput, data), err
	}
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if !info.IsDir() {
		data, err := readFile(path)
		return split(path, data), err
	}
	var texts []text
	err = filepath.WalkDir(path, func(file string, entry fs.DirEntry, err error) error {
		name := entry.Name()
		switch ext := filepath.Ext(name); {
		case err != nil:
			return err
		case entry.IsDir() && file != path && strings.HasPrefix(name, "."):
			return fs.SkipDir
		case entry.IsDir() || strings.HasPrefix(name, ".") || ext != ".json" && ext != ".jsonl":
			return nil
		}
		data, err := readFile(file)
		texts = append(texts, split(file, data)...)
		return err
	})
	if err == nil && texts == nil {
		err = fmt.Errorf("%s: a directory without a file that ends in .json or .jsonl", path)
	}
	return texts, err
}

// mostBytes is more than any text can have that is read.
const mostBytes = 1 << 30

func readFile(path string) ([]byte, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return io.ReadAll(io.LimitReader(file, mostBytes))
}

// split returns the records of a file: its lines, where there are several and each
// is an object, or else the whole.
func split(name string, data []byte) []text {
	var lines []text
	for i, line := range bytes.Split(data, []byte("\n")) {
		line = bytes.TrimSpace(line)
		if len(line) == 0 {
			continue
		}
		if line[0] != '{' || line[len(line)-1] != '}' {
			return []text{{name: name, file: data, data: data}}
		}
		lines = append(lines, text{name: name, file: data, line: i, data: line})
	}
	if len(lines) < 2 {
		return []text{{name: name, file: data, data: data}}
	}
	return lines
}

// problems returns what is wrong with a text, each with file, line and column.
func (t *text) problems(err error) []error {
	var found *dispute.RecordError
	if !errors.As(err, &found) {
		return []error{fmt.Errorf("%s: %w", t.name, err)}
	}
	var errs []error
	for _, p := range found.Locate(t.data).Problems {
		errs = append(errs, t.problem(p))
	}
	return errs
}

func (t *text) problem(p *dispute.FieldError) error {
	bare := dispute.FieldError{Path: p.Path, Err: p.Err}
	if p.Line == 0 {
		return fmt.Errorf("%s: %w", t.name, &bare)
	}
	return fmt.Errorf("%s:%d:%d: %w", t.name, t.line+p.Line, p.Column, &bare)
}

// dossier compiles all that the paths name, or the embedded dossier without any.
func (c *call) dossier(paths []string) (*dispute.Dossier, string, error) {
	if len(paths) == 0 {
		record := sahel2024.Record()
		d, err := dispute.Compile(record)
		return d, record.Title, err
	}
	defer c.progress("reading")()
	texts, err := c.read(paths)
	if err != nil {
		return nil, "", err
	}
	return compile(texts)
}

// compile merges records and compiles the result.
func compile(texts []text) (*dispute.Dossier, string, error) {
	if len(texts) == 1 {
		d, err := dispute.Compile(texts[0].record)
		if err != nil {
			return nil, "", errors.Join(texts[0].problems(err)...)
		}
		return d, texts[0].record.Title, nil
	}
	record, err := merged(texts)
	if err != nil {
		return nil, "", err
	}
	d, err := dispute.Compile(record)
	if err != nil {
		return nil, "", errors.Join(trace(texts, record, err)...)
	}
	return d, record.Title, nil
}

func merged(texts []text) (dispute.Record, error) {
	var records []dispute.Record
	for _, t := range texts {
		records = append(records, t.record)
	}
	record, err := dispute.Merge(records...)
	var differ *dispute.MergeError
	if !errors.As(err, &differ) {
		return record, err
	}
	var errs []error
	for _, x := range differ.Conflicts {
		what := "the titles differ"
		if x.Item.Kind != 0 {
			what = fmt.Sprintf("%s %q differs (%s)", x.Item.Kind, x.Item.ID, strings.Join(x.Fields, ", "))
		}
		first := true
		for _, p := range x.Places {
			t := &texts[p.Record]
			text := what + " from the one above"
			if first {
				text = what + " from the one below; give one another ID, or let it supersede the other"
			}
			first = false
			errs = append(errs, t.problems(&dispute.RecordError{Problems: []*dispute.FieldError{{Path: p.Path, Err: errors.New(text)}}})...)
		}
	}
	return record, errors.Join(errs...)
}

// trace leads what is wrong with a merged record back to the texts that its items
// come from.
func trace(texts []text, whole dispute.Record, err error) []error {
	var found *dispute.RecordError
	if !errors.As(err, &found) {
		return []error{err}
	}
	type place struct {
		text *text
		path string
	}
	places := map[string]place{}
	for i := range texts {
		each(&texts[i].record, func(list, id string, n int) {
			places[list+" "+id] = place{&texts[i], fmt.Sprintf("/%s/%d", list, n)}
		})
	}
	ids := map[string]string{}
	each(&whole, func(list, id string, n int) { ids[fmt.Sprintf("/%s/%d", list, n)] = list + " " + id })
	var errs []error
	for _, p := range found.Problems {
		parts := strings.SplitN(p.Path, "/", 4)
		if len(parts) < 3 {
			errs = append(errs, p)
			continue
		}
		at, ok := places[ids["/"+parts[1]+"/"+parts[2]]]
		if !ok {
			errs = append(errs, p)
			continue
		}
		in := dispute.RecordError{Problems: []*dispute.FieldError{{Path: at.path + strings.TrimPrefix(p.Path, "/"+parts[1]+"/"+parts[2]), Err: p.Err}}}
		errs = append(errs, at.text.problems(&in)...)
	}
	return errs
}

// each calls visit for every item, with its list, its ID and its place in the list.
func each(r *dispute.Record, visit func(list, id string, n int)) {
	for i, x := range r.Actors {
		visit("actors", string(x.ID), i)
	}
	for i, x := range r.Sources {
		visit("sources", string(x.ID), i)
	}
	for i, x := range r.Events {
		visit("events", string(x.ID), i)
	}
	for i, x := range r.Claims {
		visit("claims", string(x.ID), i)
	}
	for i, x := range r.Attributions {
		visit("attributions", string(x.ID), i)
	}
}

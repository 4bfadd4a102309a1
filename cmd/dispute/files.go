package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"runtime/debug"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/advice"
	"github.com/dispute-go/dispute/internal/program"
	"github.com/dispute-go/dispute/sahel2024"
)

// check reports every problem of every file, and then the advice on each.
func (c *call) check() error {
	if len(c.args) == 0 {
		return c.advise(text{name: "sahel2024/record.json", data: sahel2024.JSON(), record: sahel2024.Record()})
	}
	defer c.progress("checking")()
	texts, err := c.read(c.args)
	if err != nil {
		return err
	}
	if _, _, err := compile(texts); err != nil {
		return err
	}
	for _, t := range texts {
		if err := c.advise(t); err != nil {
			return err
		}
	}
	return nil
}

// advise prints the advice on a record that is part of what compiles.
func (c *call) advise(t text) error {
	pieces := advice.On(t.record)
	at := &dispute.RecordError{}
	for _, p := range pieces {
		at.Problems = append(at.Problems, &dispute.FieldError{Path: p.Path, Err: dispute.ErrMissing})
	}
	for i, p := range at.Locate(t.data).Problems {
		x := pieces[i]
		c.print(fmt.Sprintf("%s:%d:%d: advice %s: %s: %s; write %s", t.name, t.line+p.Line, p.Column, x.Code, x.Path, x.Follows, x.Write))
	}
	return nil
}

func (c *call) fmtFlags() {
	c.fs.BoolVar(&c.write, "w", false, "write each file in place, where it is not in canonical form")
	c.fs.BoolVar(&c.list, "l", false, "list the files that are not in canonical form")
}

// format writes each file in canonical form, to the output or in place. A file of
// JSON Lines stays one, with an item or more in each line.
func (c *call) format() error {
	if len(c.args) == 0 {
		c.args = []string{"-"}
	}
	texts, err := c.read(c.args)
	if err != nil {
		return err
	}
	for len(texts) > 0 {
		n := 1
		for n < len(texts) && texts[n].line > texts[n-1].line && texts[n].name == texts[0].name {
			n++
		}
		if err := c.formatFile(texts[:n]); err != nil {
			return err
		}
		texts = texts[n:]
	}
	return nil
}

// formatFile formats the records of one file.
func (c *call) formatFile(texts []text) error {
	name, was := texts[0].name, texts[0].file
	var is bytes.Buffer
	for _, t := range texts {
		if len(texts) == 1 {
			if err := dispute.Encode(&is, t.record); err != nil {
				return fmt.Errorf("%s: %w", name, err)
			}
			continue
		}
		line, err := json.Marshal(t.record)
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		is.Write(append(line, '\n'))
	}
	same := bytes.Equal(was, is.Bytes())
	if c.list && !same {
		c.print(name)
	}
	switch {
	case c.write && name == standardInput:
		return program.Wrongf("dispute fmt: -w cannot write the standard input in place")
	case c.write && !same:
		return os.WriteFile(name, is.Bytes(), 0o666)
	case !c.write && !c.list:
		c.out.Write(is.Bytes())
	}
	return nil
}

// merge writes the union of all records in canonical form.
func (c *call) merge() error {
	if err := c.wants(1, -1); err != nil {
		return err
	}
	defer c.progress("merging")()
	texts, err := c.read(c.args)
	if err != nil {
		return err
	}
	record, err := merged(texts)
	if err != nil {
		return err
	}
	return dispute.Encode(&c.out, record)
}

func (c *call) schemaFlags() {
	c.fs.BoolVar(&c.answers, "answers", false, "print that of the answers, which -json prints, instead")
}

func (c *call) schema() error {
	schema := dispute.Schema()
	if c.answers {
		schema = dispute.AnswersSchema()
	}
	_, err := c.out.Write(schema)
	return err
}

func (c *call) version() error {
	version := "unknown version"
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		version = info.Main.Version
	}
	c.print("dispute", version+", records", dispute.Format)
	return nil
}

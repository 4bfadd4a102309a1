package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
	"time"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/english"
	"github.com/dispute-go/dispute/internal/program"
	"github.com/dispute-go/dispute/internal/spelling"
)

// A call is a command with its flags and arguments, and what it answers.
type call struct {
	command *command
	fs      *flag.FlagSet
	stdin   io.Reader
	stderr  io.Writer
	out     strings.Builder
	args    []string

	lens  dispute.Lens
	as    string
	json  bool
	bare  bool // without reasons
	in    paths
	on    edtf.Day // of relation and brief
	full  bool     // of brief and diff
	form  *string  // likewise
	by    string   // of diff
	files bool     // likewise
	write bool     // of fmt
	list  bool     // likewise

	answers bool // of schema
	dot     bool // of origins
	mermaid bool // of origins and timeline
}

// print adds a line to the answer.
func (c *call) print(x ...any) { fmt.Fprintln(&c.out, x...) }

// tell answers with JSON if that is wanted, or else with lines.
func (c *call) tell(answer any, lines func()) error {
	if !c.json {
		lines()
		return nil
	}
	encode := json.Marshal
	if c.bare {
		encode = dispute.WithoutReasons
	}
	text, err := encode(answer)
	if err != nil {
		return err
	}
	if string(text) == "null" { // of an empty list
		text = []byte("[]")
	}
	var indented bytes.Buffer
	err = json.Indent(&indented, text, "", "  ")
	c.out.Write(append(indented.Bytes(), '\n'))
	return err
}

// wants reports an error where there are fewer arguments than least, or more than
// most.
func (c *call) wants(least, most int) error {
	if n := len(c.args); n < least || most >= 0 && n > most {
		return program.Wrongf("dispute %s: %s, want %s; for example: %s", c.command.name, english.Count(n, "argument"), c.command.args, c.command.example)
	}
	return nil
}

// view looks at the files of -in through the lens of the flags.
func (c *call) view() (*dispute.View, string, error) {
	d, title, err := c.dossier(c.in)
	if err != nil {
		return nil, "", err
	}
	v, err := c.look(d)
	return v, title, err
}

// look looks at a dossier through the lens of the flags.
func (c *call) look(d *dispute.Dossier) (*dispute.View, error) {
	lens := c.lens
	if c.as != "" {
		all, err := d.View(dispute.Lens{})
		if err != nil {
			return nil, err
		}
		if lens.Standpoint, err = actor(all, c.as); err != nil {
			return nil, fmt.Errorf("-as: %w", err)
		}
	}
	return d.View(lens)
}

// actor returns the one actor that a name means.
func actor(v *dispute.View, name string) (dispute.ActorID, error) {
	if a, ok := v.Actor(dispute.ActorID(name)); ok {
		return a.ID, nil
	}
	switch found := v.Find(name); len(found) {
	case 0:
		err := missing(v.Require(dispute.ActorID(name).Ref()))
		var known []string
		for a := range v.Actors() {
			known = append(append(known, a.Name), a.Aliases...)
		}
		if near, ok := spelling.Nearest(name, known); ok && !strings.Contains(err.Error(), "; ") {
			err = fmt.Errorf("%w; the nearest is %q", err, near)
		}
		return "", err
	case 1:
		return found[0].ID, nil
	default:
		var ids []string
		for _, a := range found {
			ids = append(ids, strconv.Quote(string(a.ID)))
		}
		return "", fmt.Errorf("%q means several actors, want one of the IDs %s", name, strings.Join(ids, ", "))
	}
}

// missing is an error of [dispute.View.Require] without what the library calls it.
func missing(err error) error {
	if err == nil {
		return nil
	}
	return errors.New(strings.ReplaceAll(err.Error(), dispute.ErrDanglingReference.Error()+": ", ""))
}

// item returns the item that an ID means: "event/ID" and its like, or an ID that only
// one of the kinds has.
func item(v *dispute.View, id string, kinds ...dispute.ItemKind) (dispute.Ref, error) {
	var found []dispute.Ref
	kind, rest, named := strings.Cut(id, "/")
	for _, k := range kinds {
		switch {
		case named && kind == k.String():
			ref := dispute.Ref{Kind: k, ID: rest}
			return ref, missing(v.Require(ref))
		case v.Require(dispute.Ref{Kind: k, ID: id}) == nil:
			found = append(found, dispute.Ref{Kind: k, ID: id})
		}
	}
	switch len(found) {
	case 1:
		return found[0], nil
	case 0:
		return dispute.Ref{}, noItem(v, id, kinds)
	}
	return dispute.Ref{}, fmt.Errorf("%q is the ID of several items, want %q or %q", id, found[0], found[1])
}

// noItem says that no item of these kinds has an ID: with the nearest of each kind, or
// that it is not there yet, where that can be said.
func noItem(v *dispute.View, id string, kinds []dispute.ItemKind) error {
	var words, hints []string
	for _, k := range kinds {
		words = append(words, k.String())
		plain := fmt.Sprintf("no %s %q on file", k, id)
		if err := missing(v.Require(dispute.Ref{Kind: k, ID: id})); err.Error() != plain {
			hints = append(hints, err.Error())
		}
	}
	if len(hints) > 0 {
		return errors.New(strings.Join(hints, "; "))
	}
	return fmt.Errorf("no %s %q on file", strings.Join(words, " or "), id)
}

// progress says on a terminal that something takes longer than a second. The function
// it returns ends that.
func (c *call) progress(what string) (done func()) {
	file, ok := c.stderr.(*os.File)
	if !ok {
		return func() {}
	}
	if info, err := file.Stat(); err != nil || info.Mode()&os.ModeCharDevice == 0 {
		return func() {}
	}
	timer := time.AfterFunc(time.Second, func() { fmt.Fprintf(file, "%s …\n", what) })
	return func() { timer.Stop() }
}

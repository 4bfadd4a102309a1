package main

import (
	"bytes"
	"os"
	"path/filepath"

	"github.com/dispute-go/dispute/export/tables"
)

// tables writes the view as tables into a folder, which is made if it is not there. It
// says what it wrote.
func (c *call) tables() error {
	if err := c.wants(1, 1); err != nil {
		return err
	}
	v, title, err := c.view()
	if err != nil {
		return err
	}
	folder := c.args[0]
	if err := os.MkdirAll(folder, 0o777); err != nil {
		return err
	}
	write := func(name string, to func(*bytes.Buffer) error) error {
		var text bytes.Buffer
		if err := to(&text); err != nil {
			return err
		}
		path := filepath.Join(folder, name)
		c.print(path)
		return os.WriteFile(path, text.Bytes(), 0o666)
	}
	for _, name := range tables.Names() {
		if err := write(name+".csv", func(b *bytes.Buffer) error { return tables.Write(b, name, v) }); err != nil {
			return err
		}
	}
	return write("datapackage.json", func(b *bytes.Buffer) error { return tables.WritePackage(b, v, title) })
}

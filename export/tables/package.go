package tables

import (
	"encoding/json"
	"fmt"
	"io"

	"github.com/dispute-go/dispute"
)

// A descriptor is a datapackage.json.
type descriptor struct {
	Name        string       `json:"name"`
	Title       string       `json:"title,omitzero"`
	Description string       `json:"description"`
	Profile     string       `json:"profile"`
	Lens        dispute.Lens `json:"lens"`
	Resources   []resource   `json:"resources"`
}

type resource struct {
	Name        string  `json:"name"`
	Path        string  `json:"path"`
	Description string  `json:"description"`
	Profile     string  `json:"profile"`
	Format      string  `json:"format"`
	MediaType   string  `json:"mediatype"`
	Encoding    string  `json:"encoding"`
	Dialect     dialect `json:"dialect"`
	Schema      schema  `json:"schema"`
}

type dialect struct {
	LineTerminator string `json:"lineTerminator"`
	Header         bool   `json:"header"`
}

type schema struct {
	Fields        []field  `json:"fields"`
	PrimaryKey    string   `json:"primaryKey,omitzero"`
	MissingValues []string `json:"missingValues"`
}

type field struct {
	Name        string `json:"name"`
	Type        string `json:"type"`
	Description string `json:"description"`
}

// WritePackage writes the datapackage.json of a view's tables, which are to lie beside it
// under their names, such as "events.csv". It carries the lens. The title is that of the
// whole, and may be empty.
func WritePackage(w io.Writer, v *dispute.View, title string) error {
	if w == nil {
		return fmt.Errorf("%w: a nil writer, expected one to write the package to", dispute.ErrMissing)
	}
	d := descriptor{Name: "dispute", Title: title, Profile: "tabular-data-package", Lens: v.Lens(),
		Description: "A dispute as seen through the lens: who says what, and how it stands. Nothing here says who is right."}
	for _, t := range tables {
		r := resource{Name: t.name, Path: t.name + ".csv", Description: t.says, Profile: "tabular-data-resource", Format: "csv", MediaType: "text/csv",
			Encoding: "utf-8", Dialect: dialect{"\n", true}, Schema: schema{PrimaryKey: t.key, MissingValues: []string{""}}}
		for _, c := range t.columns {
			r.Schema.Fields = append(r.Schema.Fields, field{c.name, c.kind, c.says})
		}
		d.Resources = append(d.Resources, r)
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(d)
}

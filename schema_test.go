package dispute_test

import (
	"bytes"
	"encoding"
	"encoding/json"
	"flag"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/disputetest"
)

var updateSchema = flag.Bool("update-schema", false, "write schema.json anew from the Go types and their doc comments")

// TestSchemaIsCurrent builds the schema from the Go types, their tags, their
// words and the limits, and compares it with the file. Descriptions, which are
// the doc comments, may lag behind until the next go generate.
func TestSchemaIsCurrent(t *testing.T) {
	want := buildSchema(t)
	if *updateSchema {
		if err := os.WriteFile("schema.json", want, 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	sameSchema(t, "schema.json", want, dispute.Schema())
}

var description = regexp.MustCompile(`(?m)^ *"(description|\$comment)": ".*",?\n`)

func undescribed(schema []byte) string { return description.ReplaceAllString(string(schema), "") }

func TestSchemaIsACopy(t *testing.T) {
	clear(dispute.Schema())
	if !json.Valid(dispute.Schema()) {
		t.Error("changing the result of Schema changes the schema")
	}
}

// TestSchemaHasTheKeysOfText walks a text in which every field is filled in:
// the schema has each of its keys, and has no others. Unlike the schema, the
// text is not made from tags by this test.
func TestSchemaHasTheKeysOfText(t *testing.T) {
	var root map[string]any
	if err := json.Unmarshal(dispute.Schema(), &root); err != nil {
		t.Fatal(err)
	}
	inText := map[string]bool{}
	walkSchema(t, root, root, parsed(t, encodeString(t, disputetest.FullRecord(9))), "record", inText)
	inSchema := map[string]bool{}
	for name := range root["properties"].(map[string]any) {
		inSchema["record."+name] = true
	}
	for def, schema := range root["$defs"].(map[string]any) {
		properties, _ := schema.(map[string]any)["properties"].(map[string]any)
		for name := range properties {
			inSchema[def+"."+name] = true
		}
	}
	if diff := cmp.Diff(inText, inSchema); diff != "" {
		t.Errorf("keys (-text +schema):\n%s", diff)
	}
}

// Every property says what it is, and every word of a closed vocabulary what it
// means.
func TestSchemaDescribesEverything(t *testing.T) {
	var root map[string]any
	if err := json.Unmarshal(dispute.Schema(), &root); err != nil {
		t.Fatal(err)
	}
	properties, words := 0, 0
	described := func(of string, schema map[string]any) {
		all, _ := schema["properties"].(map[string]any)
		for name, property := range all {
			properties++
			if text, _ := property.(map[string]any)["description"].(string); len(text) < 10 {
				t.Errorf("%s.%s is described as %q", of, name, text)
			}
		}
		list, _ := schema["enum"].([]any)
		told, _ := schema["enumDescriptions"].([]any)
		if len(list) != len(told) {
			t.Errorf("%s has %d words and tells of %d", of, len(list), len(told))
		}
		for i := range told {
			words++
			if text, _ := told[i].(string); len(text) < 6 {
				t.Errorf("%s: the word %v is described as %q", of, list[i], text)
			}
		}
	}
	described("record", root)
	for name, schema := range root["$defs"].(map[string]any) {
		described(name, schema.(map[string]any))
	}
	if properties < 137 || words < 100 {
		t.Errorf("only %d properties and %d words", properties, words)
	}
}

func parsed(t *testing.T, text string) (value any) {
	t.Helper()
	if err := json.Unmarshal([]byte(text), &value); err != nil {
		t.Fatal(err)
	}
	return value
}

func walkSchema(t *testing.T, root, schema map[string]any, value any, name string, keys map[string]bool) {
	t.Helper()
	if ref, ok := schema["$ref"].(string); ok {
		name = strings.TrimPrefix(ref, "#/$defs/")
		schema = root["$defs"].(map[string]any)[name].(map[string]any)
	}
	switch value := value.(type) {
	case []any:
		for _, v := range value {
			walkSchema(t, root, schema["items"].(map[string]any), v, name, keys)
		}
	case map[string]any:
		for key, v := range value {
			keys[name+"."+key] = true
			below, ok := schema["properties"].(map[string]any)[key].(map[string]any)
			if !ok {
				t.Fatalf("%s: the schema has no key %q", name, key)
			}
			walkSchema(t, root, below, v, name, keys)
		}
	}
}

// schemaObject is a JSON object that keeps its order.
type schemaObject []schemaMember

type schemaMember struct {
	key   string
	value any
}

func (o schemaObject) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	b.WriteByte('{')
	for i, m := range o {
		if i > 0 {
			b.WriteByte(',')
		}
		e := json.NewEncoder(&b)
		e.SetEscapeHTML(false)
		if err := e.Encode(m.key); err != nil {
			return nil, err
		}
		b.WriteByte(':')
		if err := e.Encode(m.value); err != nil {
			return nil, err
		}
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

type schemaBuilder struct {
	docs   docComments
	defs   map[string]schemaObject
	limits dispute.Limits
}

func buildSchema(t *testing.T) []byte {
	t.Helper()
	b := schemaBuilder{readDocs(t), map[string]schemaObject{}, dispute.Limits{Items: 100_000, StringBytes: 64 << 10, IDBytes: 128, References: 256, Figure: 1_000_000_000_000}}
	record := b.object(reflect.TypeFor[dispute.Record](), b.limits.Items)
	for i, m := range record {
		switch m.key {
		case "properties":
			record[i].value = append(schemaObject{{"format", schemaObject{
				{"description", "The version of the record's text form."}, {"const", dispute.Format}}}}, m.value.(schemaObject)...)
		case "required":
			record[i].value = []string{"format"}
		}
	}
	b.comment(record)
	for _, def := range b.defs {
		b.comment(def)
	}
	out := schemaObject{
		{"$schema", "https://json-schema.org/draft/2020-12/schema"},
		{"$id", "https://github.com/dispute-go/dispute/schema.json"},
		{"title", "Record of a dispute"},
	}
	out = append(append(out, record...), schemaMember{"$defs", inOrder(b.defs)})
	return schemaText(t, out)
}

// schemaText lays a schema out as its file has it.
func schemaText(t *testing.T, schema schemaObject) []byte {
	t.Helper()
	text, err := schema.MarshalJSON()
	if err != nil {
		t.Fatal(err)
	}
	var indented bytes.Buffer
	if err := json.Indent(&indented, text, "", "  "); err != nil {
		t.Fatal(err)
	}
	return append(indented.Bytes(), '\n')
}

// inOrder returns definitions by name.
func inOrder(defs map[string]schemaObject) schemaObject {
	var list schemaObject
	for _, name := range slices.Sorted(maps.Keys(defs)) {
		list = append(list, schemaMember{name, defs[name]})
	}
	return list
}

// sameSchema compares a schema file with what it should be; descriptions may lag behind.
func sameSchema(t *testing.T, file string, want, embedded []byte) {
	t.Helper()
	got, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(undescribed(want), undescribed(got)); diff != "" {
		t.Errorf("%s does not fit the Go types; go generate writes it anew (-want +got):\n%s", file, diff)
	}
	if diff := cmp.Diff(string(got), string(embedded)); diff != "" {
		t.Errorf("embedded %s (-file +embedded):\n%s", file, diff)
	}
}

// comment makes comments of what is said of the types of an object's properties: editors
// show the description of a type rather than that of the property that refers to it.
func (b *schemaBuilder) comment(object schemaObject) {
	for _, m := range object {
		properties, ok := m.value.(schemaObject)
		if !ok || m.key != "properties" {
			continue
		}
		for _, p := range properties {
			for _, of := range p.value.(schemaObject) {
				if of.key != "$ref" {
					continue
				}
				def := b.defs[strings.TrimPrefix(of.value.(string), "#/$defs/")]
				for i := range def {
					if def[i].key == "description" {
						def[i].key = "$comment"
					}
				}
			}
		}
	}
}

// object describes a struct whose lists hold at most maxItems each.
func (b *schemaBuilder) object(t reflect.Type, maxItems int) schemaObject {
	var properties schemaObject
	required := []string{}
	for i := range t.NumField() {
		f := t.Field(i)
		name, options, _ := strings.Cut(f.Tag.Get("json"), ",")
		if options == "" {
			required = append(required, name)
		}
		var property schemaObject
		if doc := b.docs.fields[t.Name()+"."+f.Name]; doc != "" {
			property = append(property, schemaMember{"description", doc})
		}
		properties = append(properties, schemaMember{name, append(property, b.value(f.Type, t.Name()+"."+f.Name, maxItems)...)})
	}
	out := b.described(t, schemaObject{{"type", "object"}})
	return append(out, schemaObject{
		{"properties", properties}, {"required", required}, {"additionalProperties", false}}...)
}

func (b *schemaBuilder) described(t reflect.Type, rest schemaObject) schemaObject {
	if doc := b.docs.types[t.Name()]; doc != "" {
		return append(schemaObject{{"description", doc}}, rest...)
	}
	return rest
}

// value describes a type in place, or refers to its definition.
func (b *schemaBuilder) value(t reflect.Type, field string, maxItems int) schemaObject {
	switch {
	case t.Kind() == reflect.Pointer:
		return b.value(t.Elem(), field, maxItems)
	case t.Kind() == reflect.Slice:
		return schemaObject{{"type", "array"}, {"maxItems", maxItems}, {"items", b.value(t.Elem(), field, maxItems)}}
	case t.Kind() == reflect.Bool:
		return schemaObject{{"type", "boolean"}}
	case t == reflect.TypeFor[string]():
		return b.define("text", func() schemaObject {
			return schemaObject{
				{"description", "Text without control characters other than tab, line feed and carriage return."},
				{"type", "string"}, {"minLength", 1}, {"maxLength", b.limits.StringBytes},
				{"pattern", "^[^\u0000-\u0008\u000b\u000c\u000e-\u001f]*$"}}
		})
	case field == "Event.Sequence":
		return schemaObject{{"type", "integer"}, {"minimum", 0}, {"maximum", 1<<20 - 1}}
	case t.Kind() == reflect.Int64 && strings.HasPrefix(field, "Figure."):
		return schemaObject{{"type", "integer"}, {"minimum", 0}, {"maximum", b.limits.Figure}}
	}
	return b.define(lowerFirst(t.Name()), func() schemaObject { return b.definition(t) })
}

func (b *schemaBuilder) define(name string, make func() schemaObject) schemaObject {
	if _, ok := b.defs[name]; !ok {
		b.defs[name] = nil // for a type that holds itself
		b.defs[name] = make()
	}
	return schemaObject{{"$ref", "#/$defs/" + name}}
}

func (b *schemaBuilder) definition(t reflect.Type) schemaObject {
	switch {
	case t == reflect.TypeFor[edtf.Date]():
		return schemaObject{
			{"description", "A date, a period or a set of dates in the Extended Date/Time Format (ISO 8601-2:2019)."},
			{"type", "string"}, {"minLength", 1}, {"maxLength", b.limits.StringBytes},
			{"pattern", `^[-0-9XYESTZ?~%/.,:+\[\]{}]+$`}, {"examples", []string{"2024-07", "2024-07-25/2024-07-27", "[2024-07-21..2024-07-31]"}}}
	case t == reflect.TypeFor[edtf.Day]():
		return schemaObject{
			{"description", "One exact day of the proleptic Gregorian calendar."},
			{"type", "string"}, {"maxLength", b.limits.StringBytes},
			{"pattern", "^-?([0-9]{4}|[1-9][0-9]{4,})-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"}, {"examples", []string{"2024-08-21"}}}
	case strings.HasSuffix(t.Name(), "ID") && t.Kind() == reflect.String:
		return b.described(t, schemaObject{
			{"type", "string"}, {"minLength", 1}, {"maxLength", b.limits.IDBytes}, {"pattern", "^[a-z0-9._:-]+$"}})
	case t.Kind() == reflect.String:
		out := append(b.described(t, nil), b.value(reflect.TypeFor[string](), "", 0)...)
		return append(out, schemaMember{"examples", b.docs.constants[t.Name()]})
	case t.Kind() == reflect.Uint8:
		// The keyword by which editors tell what the words mean; validators pass it over.
		return b.described(t, schemaObject{{"enum", wordsIn(t)}, {"enumDescriptions", b.docs.words[t.Name()]}})
	}
	return b.object(t, b.limits.References)
}

// words lists the texts of a closed vocabulary by asking every value.
func wordsIn(t reflect.Type) []string {
	var out []string
	for n := range uint64(256) {
		v := reflect.New(t)
		v.Elem().SetUint(n)
		if text, err := v.Interface().(encoding.TextMarshaler).MarshalText(); err == nil {
			out = append(out, string(text))
		}
	}
	return out
}

func upperFirst(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

func lowerFirst(s string) string { return strings.ToLower(s[:1]) + s[1:] }

// docComments are the doc comments of the model, as prose about its text form.
type docComments struct {
	types     map[string]string   // by type
	fields    map[string]string   // by "Type.Field"
	constants map[string][]string // the values of its constants, by string type
	words     map[string][]string // what is said of its constants, by type that counts them
}

func readDocs(t *testing.T) docComments {
	t.Helper()
	docs := docComments{map[string]string{}, map[string]string{}, map[string][]string{}, map[string][]string{}}
	names, err := filepath.Glob("[a-z]*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		for _, decl := range file.Decls {
			general, ok := decl.(*ast.GenDecl)
			if !ok {
				continue
			}
			counted := "" // the type of the constants that iota counts
			for _, spec := range general.Specs {
				docs.read(t, general.Doc, spec)
				constant, ok := spec.(*ast.ValueSpec)
				if !ok || general.Tok != token.CONST {
					continue
				}
				if typ, ok := constant.Type.(*ast.Ident); ok {
					if counted = ""; len(constant.Values) == 1 {
						if sum, ok := constant.Values[0].(*ast.BinaryExpr); ok && sum.X.(*ast.Ident).Name == "iota" {
							counted = typ.Name
						}
					}
				}
				if counted != "" {
					docs.words[counted] = append(docs.words[counted], prose(constant.Comment, "absent"))
				}
			}
		}
	}
	return docs
}

func (d docComments) read(t *testing.T, doc *ast.CommentGroup, spec ast.Spec) {
	switch spec := spec.(type) {
	case *ast.TypeSpec:
		d.types[spec.Name.Name] = prose(doc, "absent")
		if structure, ok := spec.Type.(*ast.StructType); ok {
			d.types[spec.Name.Name] = prose(doc, "empty")
			for _, field := range structure.Fields.List {
				for _, name := range field.Names {
					d.fields[spec.Name.Name+"."+name.Name] = prose(field.Doc, "absent")
					if field.Comment != nil { // its own, where another one's speaks of several
						d.fields[spec.Name.Name+"."+name.Name] = upperFirst(prose(field.Comment, "absent")) + "."
					}
				}
			}
		}
	case *ast.ValueSpec:
		typ, ok := spec.Type.(*ast.Ident)
		if !ok || len(spec.Values) != 1 {
			return
		}
		if value, ok := spec.Values[0].(*ast.BasicLit); ok && value.Kind == token.STRING {
			text, err := strconv.Unquote(value.Value)
			if err != nil {
				t.Fatal(err)
			}
			d.constants[typ.Name] = append(d.constants[typ.Name], text)
		}
	}
}

var (
	docLink  = regexp.MustCompile(`\[([A-Z][A-Za-z.]*)\]`)
	zeroText = regexp.MustCompile(`([Tt])he zero (\w+)`)
)

// prose is a doc comment on one line, without links, and with what it says of
// a zero value said of the absent or empty one that it is in text.
func prose(doc *ast.CommentGroup, zero string) string {
	text := docLink.ReplaceAllString(strings.Join(strings.Fields(doc.Text()), " "), "$1")
	return zeroText.ReplaceAllStringFunc(text, func(match string) string {
		part := zeroText.FindStringSubmatch(match)
		article := map[string]string{"T": "An ", "t": "an "}[part[1]]
		return article + zero + " " + part[2]
	})
}

var updateFormat = flag.Bool("update-format", false, "write docs/format.md anew from the schema")

// TestFormatPage makes the page on the format from the schema, and compares it with
// the one of the documentation.
func TestFormatPage(t *testing.T) {
	var root map[string]any
	if err := json.Unmarshal(dispute.Schema(), &root); err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	b.WriteString("# The format\n\nA record is one JSON object in UTF-8. This page is made from its JSON Schema (`schema.json`, `dispute schema`);\n" +
		"[writing records in an editor](editor.md) tells how to have it at hand. Keys in bold must be there. An absent key\n" +
		"is not the same as an empty one: leave out what is not known.\n\n## record\n\n")
	b.WriteString(formatTable(root))
	defs := root["$defs"].(map[string]any)
	for _, name := range []string{"actor", "source", "event", "claim", "attribution"} {
		formatDefinition(&b, name, defs[name].(map[string]any))
	}
	for _, name := range slices.Sorted(maps.Keys(defs)) {
		if !slices.Contains([]string{"actor", "source", "event", "claim", "attribution"}, name) {
			formatDefinition(&b, name, defs[name].(map[string]any))
		}
	}
	if *updateFormat {
		if err := os.WriteFile("docs/format.md", []byte(b.String()), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if diff := cmp.Diff(read(t, "docs/format.md"), b.String()); diff != "" {
		t.Errorf("docs/format.md; -update-format writes it anew (-want +got):\n%s", diff)
	}
}

func formatDefinition(b *strings.Builder, name string, schema map[string]any) {
	b.WriteString("\n## " + name + "\n\n")
	for _, key := range []string{"description", "$comment"} {
		if text, ok := schema[key].(string); ok {
			b.WriteString(text + "\n\n")
		}
	}
	if _, ok := schema["properties"]; ok {
		b.WriteString(formatTable(schema))
		return
	}
	words, _ := schema["enum"].([]any)
	for i, w := range words {
		if i == 0 {
			b.WriteString("| word | meaning |\n|---|---|\n")
		}
		fmt.Fprintf(b, "| `%s` | %s |\n", w, schema["enumDescriptions"].([]any)[i])
	}
	if examples, ok := schema["examples"].([]any); ok {
		var list []string
		for _, x := range examples {
			list = append(list, "`"+x.(string)+"`")
		}
		b.WriteString("Such as " + strings.Join(list, ", ") + ".\n")
	}
}

func formatTable(schema map[string]any) string {
	required, _ := schema["required"].([]any)
	properties := schema["properties"].(map[string]any)
	var b strings.Builder
	b.WriteString("| key | value | meaning |\n|---|---|---|\n")
	for _, key := range slices.Sorted(maps.Keys(properties)) {
		p := properties[key].(map[string]any)
		name := "`" + key + "`"
		if slices.Contains(required, any(key)) {
			name = "**" + name + "**"
		}
		fmt.Fprintf(&b, "| %s | %s | %s |\n", name, formatType(p), p["description"])
	}
	return b.String()
}

// formatType says what a value is, and links to where it is described.
func formatType(p map[string]any) string {
	if ref, ok := p["$ref"].(string); ok {
		name := strings.TrimPrefix(ref, "#/$defs/")
		return "[" + name + "](#" + strings.ToLower(name) + ")"
	}
	if items, ok := p["items"].(map[string]any); ok {
		return "list of " + formatType(items)
	}
	if word, ok := p["const"].(string); ok {
		return "`" + word + "`"
	}
	return p["type"].(string)
}

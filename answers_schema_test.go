package dispute_test

import (
	"encoding/json"
	"flag"
	"os"
	"reflect"
	"strings"
	"testing"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/disputetest"
	"github.com/dispute-go/dispute/sahel2024"
)

var updateAnswers = flag.Bool("update-answers-schema", false, "write answers.schema.json anew from the Go types and their doc comments")

// answerTypes are the answers that a program can get as JSON.
var answerTypes = []reflect.Type{
	reflect.TypeFor[dispute.Account](), reflect.TypeFor[dispute.ActorIdentity](), reflect.TypeFor[dispute.Answer](), reflect.TypeFor[dispute.Comparison](),
	reflect.TypeFor[dispute.Conflict](), reflect.TypeFor[dispute.DateSet](), reflect.TypeFor[dispute.DayCount](), reflect.TypeFor[dispute.Difference](),
	reflect.TypeFor[dispute.EventAgent](), reflect.TypeFor[dispute.FigureSet](), reflect.TypeFor[dispute.History](), reflect.TypeFor[dispute.Lens](),
	reflect.TypeFor[dispute.Question](), reflect.TypeFor[dispute.RelationChange](), reflect.TypeFor[dispute.RelationState](), reflect.TypeFor[dispute.RelationYear](),
	reflect.TypeFor[dispute.Snapshot](), reflect.TypeFor[dispute.SolidarityStep](), reflect.TypeFor[dispute.Span](), reflect.TypeFor[dispute.Status](), reflect.TypeFor[dispute.Timeline](),
}

// TestAnswersSchemaIsCurrent builds the schema of the answers from the Go types, and
// compares it with the file.
func TestAnswersSchemaIsCurrent(t *testing.T) {
	want := buildAnswersSchema(t)
	if *updateAnswers {
		if err := os.WriteFile("answers.schema.json", want, 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	sameSchema(t, "answers.schema.json", want, dispute.AnswersSchema())
}

// TestAnswersSchemaHasTheKeysOfAnswers encodes answers of all types: the schema has each
// of their keys, at its place.
func TestAnswersSchemaHasTheKeysOfAnswers(t *testing.T) {
	var root map[string]any
	if err := json.Unmarshal(dispute.AnswersSchema(), &root); err != nil {
		t.Fatal(err)
	}
	tried, keys := map[string]int{}, map[string]bool{}
	records := answeredRecords()
	for seed := range uint64(6) {
		records = append(records, disputetest.RandomRecord(seed))
	}
	for i, r := range records {
		v := disputetest.View(t, r, disputetest.Accepting(dispute.Lens{}))
		disputetest.AnswersOf(v, disputetest.View(t, records[(i+1)%len(records)], dispute.Lens{}), r, func(x reflect.Value) {
			name := lowerFirst(x.Type().Name())
			if x.Type() == reflect.TypeFor[dispute.Relation]() {
				name = "history"
			}
			schema, ok := root["$defs"].(map[string]any)[name].(map[string]any)
			if !ok {
				t.Fatalf("the schema does not know the answer %q", name)
			}
			if tried[name]++; tried[name] > 200 {
				return
			}
			text, err := json.Marshal(x.Interface())
			if err != nil {
				t.Fatal(err)
			}
			walkSchema(t, root, schema, parsed(t, string(text)), name, keys)
		})
	}
	for _, a := range answerTypes {
		if name := lowerFirst(a.Name()); tried[name] == 0 && a != reflect.TypeFor[dispute.Lens]() {
			t.Errorf("no answer of type %s was tried", name)
		}
	}
	if len(keys) < 200 {
		t.Errorf("only %d keys were seen", len(keys))
	}
}

// answeredRecords are records of which every sort of answer can be had.
func answeredRecords() []dispute.Record {
	masked := sahel2024.Record()
	masked.Claims = append(masked.Claims, dispute.Claim{ID: "same", Text: "the two are the same",
		Content: dispute.Content{Identity: &dispute.Identity{A: masked.Actors[0].ID, B: masked.Actors[1].ID}}})
	answered := disputetest.Accusation()
	answered.Attributions = append(answered.Attributions,
		disputetest.On(disputetest.OnBehalf(disputetest.Says("denial", "herald", dispute.StanceDenies, "raid"), "aland"), "2024-08-12"))
	return []dispute.Record{masked, answered}
}

// answersBuilder describes types as encoding/json writes them.
type answersBuilder struct {
	docs docComments
	defs map[string]schemaObject
}

func buildAnswersSchema(t *testing.T) []byte {
	t.Helper()
	b := answersBuilder{readDocs(t), map[string]schemaObject{}}
	var list []schemaObject
	for _, a := range answerTypes {
		list = append(list, b.value(a))
	}
	return schemaText(t, schemaObject{
		{"$schema", "https://json-schema.org/draft/2020-12/schema"},
		{"$id", "https://github.com/dispute-go/dispute/answers.schema.json"},
		{"title", "Answers on a dispute"},
		{"description", "What a view answers, as JSON. Every answer is one of these; a relation is written as its history. " +
			"A question about an ID that is not on file has the answer of one about what nobody spoke of."},
		{"anyOf", list},
		{"$defs", inOrder(b.defs)},
	})
}

func (b *answersBuilder) value(t reflect.Type) schemaObject {
	switch {
	case t.Kind() == reflect.Pointer:
		return b.value(t.Elem())
	case t.Kind() == reflect.Slice:
		return schemaObject{{"type", "array"}, {"items", b.value(t.Elem())}}
	case t.Kind() == reflect.Bool:
		return schemaObject{{"type", "boolean"}}
	case t.Kind() == reflect.Int || t.Kind() == reflect.Int64:
		return schemaObject{{"type", "integer"}}
	case t == reflect.TypeFor[string]():
		return schemaObject{{"type", "string"}}
	}
	name := lowerFirst(t.Name())
	if _, ok := b.defs[name]; !ok {
		b.defs[name] = nil // for a type that holds itself
		b.defs[name] = b.definition(t)
	}
	return schemaObject{{"$ref", "#/$defs/" + name}}
}

func (b *answersBuilder) definition(t reflect.Type) schemaObject {
	var out schemaObject
	if doc := b.docs.types[t.Name()]; doc != "" {
		out = schemaObject{{"description", doc}}
	}
	switch {
	case t == reflect.TypeFor[edtf.Date]() || t == reflect.TypeFor[edtf.Day]() || t.Kind() == reflect.String:
		return append(out, schemaMember{"type", "string"})
	case t.Kind() == reflect.Uint8:
		return append(out, schemaMember{"enum", wordsIn(t)})
	}
	var properties schemaObject
	required := []string{}
	b.fields(t, &properties, &required)
	if t == reflect.TypeFor[dispute.Side]() { // whose fields are made when they are asked for
		properties = append(properties, schemaMember{"roots", append(schemaObject{{"description", "The first-hand statements, by attribution, then by source."}}, b.value(reflect.TypeFor[[]dispute.Root]())...)})
	}
	for _, made := range madeKeys(t) {
		switch made {
		case "text":
			properties = append(properties, schemaMember{"text", schemaObject{{"description", "The answer in a sentence."}, {"type", "string"}}})
			required = append(required, "text")
		case "reasons":
			properties = append(properties, schemaMember{"reasons", append(schemaObject{{"description", "What the answer rests on."}}, b.value(reflect.TypeFor[dispute.Reasons]())...)})
		}
	}
	return append(out, schemaObject{{"type", "object"}, {"properties", properties}, {"required", required}, {"additionalProperties", false}}...)
}

// fields adds the keys of a struct, with those of what is embedded in it.
func (b *answersBuilder) fields(t reflect.Type, properties *schemaObject, required *[]string) {
	for i := range t.NumField() {
		f := t.Field(i)
		name, options, _ := strings.Cut(f.Tag.Get("json"), ",")
		switch {
		case !f.IsExported() || name == "-":
			continue
		case f.Anonymous && name == "":
			b.fields(f.Type, properties, required)
			continue
		}
		if options == "" {
			*required = append(*required, name)
		}
		var property schemaObject
		if doc := b.docs.fields[t.Name()+"."+f.Name]; doc != "" {
			property = schemaObject{{"description", doc}}
		}
		*properties = append(*properties, schemaMember{name, append(property, b.value(f.Type)...)})
	}
}

// madeKeys are the keys that a type writes beside those of its fields.
func madeKeys(t reflect.Type) []string {
	text, err := json.Marshal(reflect.Zero(t).Interface())
	var written map[string]any
	if err != nil || json.Unmarshal(text, &written) != nil {
		return nil
	}
	var made []string
	for _, key := range []string{"text", "reasons"} {
		if _, ok := written[key]; ok && !hasKey(t, key) {
			made = append(made, key)
		}
	}
	return made
}

func hasKey(t reflect.Type, key string) bool {
	for i := range t.NumField() {
		if name, _, _ := strings.Cut(t.Field(i).Tag.Get("json"), ","); name == key {
			return true
		}
	}
	return false
}

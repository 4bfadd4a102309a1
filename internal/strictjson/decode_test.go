package strictjson

import (
	"encoding/json"
	"errors"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// in wraps members of the first item.
func in(members string) string {
	return `{"format": "f", "items": [{"id": "a", ` + members + `}]}`
}

func problem(path string, kind Kind, offset int, text string) Problem {
	return Problem{Path: path, Place: Place{offset, 1, offset + 1}, Kind: kind, Text: text}
}

func TestDecodeProblems(t *testing.T) {
	const at = 38 // where the members of in begin
	long := strings.Repeat("x", 51)
	escapes := `one of the escapes \" \\ \/ \b \f \n \r \t \u0000 … \uffff`
	itemKeys := `"id", "paint", "tags", "count", "leaf", "plain", "stamp", "next", "a/b~c", "on", "rank"`
	tests := []struct {
		name, text string
		want       []Problem
	}{
		// Malformed text.
		{"empty", ``, []Problem{problem("", Syntax, 0, "an empty text, expected an object")}},
		{"only space", " \t ", []Problem{problem("", Syntax, 3, "an empty text, expected an object")}},
		{"UTF-16", "\xff\xfe{\x00", []Problem{problem("", Syntax, 0, "a text in UTF-16, expected UTF-8")}},
		{"UTF-16, the other way", "\xfe\xff\x00{", []Problem{problem("", Syntax, 0, "a text in UTF-16, expected UTF-8")}},
		{"word", `hello`, []Problem{problem("", Syntax, 0, `unexpected "h", expected an object`)}},
		{"byte order mark", "\xef\xbb\xbf{}", []Problem{problem("", Syntax, 0, "byte order mark, expected the text to begin without one")}},
		{"trailing data", `{"format": "f"} {}`, []Problem{problem("", Syntax, 16, `unexpected "{", expected the end of the text after the value`)}},
		{"trailing bracket", `{"format": "f"}]`, []Problem{problem("", Syntax, 15, `unexpected "]", expected the end of the text after the value`)}},
		{"trailing comma in object", `{"format": "f",}`, []Problem{problem("", Syntax, 14, `a comma before "}", expected none after the last element`)}},
		{"trailing comma in array", `{"format": "f", "items": [{"id": "a"},]}`, []Problem{problem("/items", Syntax, 37, `a comma before "]", expected none after the last element`)}},
		{"comma first", `{,"format": "f"}`, []Problem{problem("", Syntax, 1, `unexpected ",", expected a string in double quotes`)}},
		{"no comma", `{"format": "f" "title": "t"}`, []Problem{problem("", Syntax, 15, `unexpected "\"", expected "," or "}"`)}},
		{"no colon", `{"format" "f"}`, []Problem{problem("/format", Syntax, 10, `unexpected "\"", expected ":"`)}},
		{"no value", `{"format": }`, []Problem{problem("/format", Syntax, 11, `unexpected "}", expected a string`)}},
		{"unquoted key", `{format: "f"}`, []Problem{problem("", Syntax, 1, `unexpected "f", expected a string in double quotes`)}},
		{"single quotes", `{'format': 'f'}`, []Problem{problem("", Syntax, 1, `unexpected "'", expected a string in double quotes`)}},
		{"comment", `{"format": "f"} // end`, []Problem{problem("", Syntax, 16, `unexpected "/", expected the end of the text after the value`)}},
		{"cut in key", `{"form`, []Problem{problem("", Syntax, 6, `unexpected end of text, expected a closing double quote`)}},
		{"cut in escape", `{"format": "\`, []Problem{problem("/format", Syntax, 13, `unexpected end of text, expected `+escapes)}},
		{"cut in unicode escape", `{"format": "\u12`, []Problem{problem("/format", Syntax, 16, `unexpected end of text, expected `+escapes)}},
		{"cut after an escape", `{"format": "\n`, []Problem{problem("/format", Syntax, 14, "unexpected end of text, expected a closing double quote")}},
		{"cut in the key of an unknown value", `{"format": "f", "x": {"a": 1, 2`, []Problem{problem("/x", UnknownField, 16, `"x", expected one of "format", "title", "items"`),
			problem("/x", Syntax, 30, `unexpected "2", expected a string in double quotes`)}},
		{"escaped form feed", in(`"a/b~c": "\f"`), []Problem{problem("/items/0/a~1b~0c", BadValue, at+10, faultControl)}},
		{"lone surrogate in capitals", in(`"a/b~c": "\uD83D"`), []Problem{problem("/items/0/a~1b~0c", Syntax, at+10, faultSurrogate)}},
		{"cut in object", `{"format": "f"`, []Problem{problem("", Syntax, 14, `unexpected end of text, expected "," or "}"`)}},
		{"cut in array", `{"format": "f", "items": [`, []Problem{problem("/items/0", Syntax, 26, `unexpected end of text, expected an object`)}},
		{"wrong bracket", `{"format": "f", "items": [{"id": "a"}}`, []Problem{problem("/items", Syntax, 37, `unexpected "}", expected "," or "]"`)}},
		{"bad escape", in(`"a/b~c": "\x41"`), []Problem{problem("/items/0/a~1b~0c", Syntax, at+11, `unexpected "x", expected `+escapes)}},
		{"bad hexadecimal", in(`"a/b~c": "\u00g0"`), []Problem{problem("/items/0/a~1b~0c", Syntax, at+14, `unexpected "g", expected `+escapes)}},
		{"raw control character", "{\"format\": \"a\nb\"}", []Problem{problem("/format", Syntax, 13, `unexpected "\n", expected a string without control characters, closed by a double quote`)}},
		{"raw control character after escape", "{\"format\": \"\\n\x00b\"}", []Problem{problem("/format", Syntax, 14, `unexpected "\x00", expected a string without control characters, closed by a double quote`)}},
		{"half a character after an escape", "{\"format\": \"\\n\x80\"}", []Problem{problem("/format", Syntax, 14, "invalid UTF-8 byte 0x80 in a string, expected UTF-8")}},
		{"form feed as space", "{\f}", []Problem{problem("", Syntax, 1, `unexpected "\f", expected a string in double quotes`)}},
		{"invalid byte between tokens", "{\"format\": \xff}", []Problem{problem("/format", Syntax, 11, `invalid UTF-8 byte 0xff, expected a string`)}},
		{"half a word", in(`"on": tru`), []Problem{problem("/items/0/on", Syntax, at+9, `unexpected "}", expected the word "true"`)}},
		{"word run on", in(`"on": truefalse`), []Problem{problem("/items/0", Syntax, at+10, `unexpected "f", expected "," or "}"`)}},
		{"leading zero", in(`"count": 01`), []Problem{problem("/items/0/count", Syntax, at+10, `unexpected "1", expected a number without leading zeros`)}},
		{"leading plus", in(`"count": +1`), []Problem{problem("/items/0/count", Syntax, at+9, `unexpected "+", expected a whole number`)}},
		{"lone minus", in(`"count": -`), []Problem{problem("/items/0/count", Syntax, at+10, `unexpected "}", expected a digit`)}},
		{"no digits after point", in(`"count": 1.`), []Problem{problem("/items/0/count", Syntax, at+11, `unexpected "}", expected a digit after the decimal point`)}},
		{"no exponent", in(`"count": 1e+`), []Problem{problem("/items/0/count", Syntax, at+12, `unexpected "}", expected a digit in the exponent`)}},
		{"not a number", in(`"count": NaN`), []Problem{problem("/items/0/count", Syntax, at+9, `unexpected "N", expected a whole number`)}},
		{"malformed inside unknown", `{"format": "f", "x": [1, {"y": }]}`, []Problem{
			problem("/x", UnknownField, 16, `"x", expected one of "format", "title", "items"`),
			problem("/x", Syntax, 31, `unexpected "}", expected a value`)}},
		{"wrong bracket inside unknown", `{"format": "f", "x": [1}}`, []Problem{
			problem("/x", UnknownField, 16, `"x", expected one of "format", "title", "items"`),
			problem("/x", Syntax, 23, `unexpected "}", expected "," or "]"`)}},
		{"stops, keeping what came before", `{"format": 1, "title": 2, "items": ?`, []Problem{
			problem("/format", WrongType, 11, `a number "1", expected a string`),
			problem("/title", WrongType, 23, `a number "2", expected a string`),
			problem("/items", Syntax, 35, `unexpected "?", expected an array`)}},

		// Faults of encoding, after which scanning goes on.
		{"invalid UTF-8", "{\"format\": \"ab\xffc\", \"title\": 1}", []Problem{
			problem("/format", Syntax, 14, `invalid UTF-8 byte 0xff in a string, expected UTF-8`),
			problem("/title", WrongType, 28, `a number "1", expected a string`)}},
		{"overlong UTF-8", "{\"format\": \"\xc0\xaf\"}", []Problem{problem("/format", Syntax, 12, `invalid UTF-8 byte 0xc0 in a string, expected UTF-8`)}},
		{"surrogate in UTF-8", "{\"format\": \"\xed\xa0\x80\"}", []Problem{problem("/format", Syntax, 12, `invalid UTF-8 byte 0xed in a string, expected UTF-8`)}},
		{"invalid UTF-8 after escape", "{\"format\": \"\\n\xff\"}", []Problem{problem("/format", Syntax, 14, `invalid UTF-8 byte 0xff in a string, expected UTF-8`)}},
		{"invalid UTF-8 in key", "{\"format\": \"f\", \"\xfe\": {}}", []Problem{problem("", Syntax, 17, `invalid UTF-8 byte 0xfe in a string, expected UTF-8`)}},
		{"high surrogate alone", `{"format": "a\ud800b"}`, []Problem{problem("/format", Syntax, 13, faultSurrogate)}},
		{"low surrogate alone", `{"format": "\udc00"}`, []Problem{problem("/format", Syntax, 12, faultSurrogate)}},
		{"surrogates reversed", `{"format": "\udc00\ud800"}`, []Problem{problem("/format", Syntax, 12, faultSurrogate)}},
		{"high surrogate, then letter", `{"format": "\ud83dA"}`, []Problem{problem("/format", Syntax, 12, faultSurrogate)}},
		{"escaped control character", `{"format": "a\u0000b"}`, []Problem{problem("/format", BadValue, 13, faultControl)}},
		{"escaped backspace", `{"format": "\b"}`, []Problem{problem("/format", BadValue, 12, faultControl)}},

		// Keys.
		{"duplicate key", `{"format": "f", "title": "t", "title": "u"}`, []Problem{problem("/title", DuplicateKey, 30, `"title", expected it once`)}},
		{"duplicate key spelled with escapes", `{"format": "f", "\u0066ormat": {"format": []}}`, []Problem{problem("/format", DuplicateKey, 16, `"format", expected it once`)}},
		{"duplicate key in an item", in(`"id": "b"`), []Problem{problem("/items/0/id", DuplicateKey, at, `"id", expected it once`)}},
		{"wrong case", `{"Format": "f"}`, []Problem{
			problem("/format", Missing, 0, "expected a string"),
			problem("/Format", UnknownField, 1, `"Format", expected "format"`)}},
		{"wrong case beside right", `{"format": "f", "FORMAT": "f"}`, []Problem{problem("/FORMAT", UnknownField, 16, `"FORMAT", expected "format"`)}},
		{"unknown key", in(`"q/~": 1`), []Problem{problem("/items/0/q~1~0", UnknownField, at, `"q/~", expected one of `+itemKeys)}},
		{"empty key", `{"format": "f", "": 1}`, []Problem{problem("/", UnknownField, 16, `"", expected one of "format", "title", "items"`)}},
		{"missing keys", "{\"items\": [\n {}]}", []Problem{
			problem("/format", Missing, 0, "expected a string"),
			{Path: "/items/0/id", Place: Place{13, 2, 2}, Kind: Missing, Text: "expected a string"}}},

		// Types.
		{"array at the top", `[]`, []Problem{problem("", WrongType, 0, "an array, expected an object")}},
		{"null at the top", `null`, []Problem{problem("", WrongType, 0, "null, expected an object; a value that is absent has no key")}},
		{"null string", `{"format": null}`, []Problem{problem("/format", WrongType, 11, "null, expected a string; a value that is absent has no key")}},
		{"null list", `{"format": "f", "items": null}`, []Problem{problem("/items", WrongType, 25, "null, expected an array; a value that is absent has no key")}},
		{"null element", in(`"tags": [null]`), []Problem{problem("/items/0/tags/0", WrongType, at+9, "null, expected a string; a value that is absent has no key")}},
		{"null pointer", in(`"count": null, "leaf": null`), []Problem{
			problem("/items/0/count", WrongType, at+9, "null, expected a whole number; a value that is absent has no key"),
			problem("/items/0/leaf", WrongType, at+23, "null, expected an object; a value that is absent has no key")}},
		{"null text type", in(`"paint": null`), []Problem{problem("/items/0/paint", WrongType, at+9, "null, expected a string; a value that is absent has no key")}},
		{"number for string", in(`"paint": 1`), []Problem{problem("/items/0/paint", WrongType, at+9, `a number "1", expected a string`)}},
		{"string for number", in(`"count": "1"`), []Problem{problem("/items/0/count", WrongType, at+9, `a string "\"1\"", expected a whole number`)}},
		{"string for boolean", in(`"on": "true"`), []Problem{problem("/items/0/on", WrongType, at+6, `a string "\"true\"", expected a boolean`)}},
		{"object for array", in(`"tags": {"a": [1]}`), []Problem{problem("/items/0/tags", WrongType, at+8, `an object, expected an array`)}},
		{"array for object", in(`"leaf": [{}]`), []Problem{problem("/items/0/leaf", WrongType, at+8, `an array, expected an object`)}},
		{"boolean for object", in(`"plain": false`), []Problem{problem("/items/0/plain", WrongType, at+9, `a boolean "false", expected an object`)}},
		{"long value is cut", `{"format": 1` + strings.Repeat("0", 60) + `}`, []Problem{problem("/format", WrongType, 11, `a number "1`+strings.Repeat("0", 39)+`…", expected a string`)}},

		// Values.
		{"fraction", in(`"count": 1.0`), []Problem{problem("/items/0/count", BadValue, at+9, `number "1.0", expected a whole number without fraction or exponent`)}},
		{"exponent", in(`"count": 1E2`), []Problem{problem("/items/0/count", BadValue, at+9, `number "1E2", expected a whole number without fraction or exponent`)}},
		{"over 8 bits", in(`"leaf": {"small": 128}`), []Problem{problem("/items/0/leaf/small", BadValue, at+18, `number "128", expected one that fits 8 bits`)}},
		{"under 8 bits", in(`"leaf": {"small": -129}`), []Problem{problem("/items/0/leaf/small", BadValue, at+18, `number "-129", expected one that fits 8 bits`)}},
		{"over 64 bits", in(`"count": 9223372036854775808`), []Problem{problem("/items/0/count", BadValue, at+9, `number "9223372036854775808", expected one that fits 64 bits`)}},
		{"far over 64 bits", in(`"count": 99999999999999999999`), []Problem{problem("/items/0/count", BadValue, at+9, `number "99999999999999999999", expected one that fits 64 bits`)}},
		{"under 64 bits", in(`"count": -9223372036854775809`), []Problem{problem("/items/0/count", BadValue, at+9, `number "-9223372036854775809", expected one that fits 64 bits`)}},
		{"negative for unsigned", in(`"leaf": {"wide": -1}`), []Problem{problem("/items/0/leaf/wide", BadValue, at+17, `number "-1", expected one that fits 64 bits`)}},
		{"text type", in(`"paint": "blue"`), []Problem{problem("/items/0/paint", BadValue, at+9, `unknown colour "blue", expected red or green`)}},
		{"empty string", `{"format": ""}`, []Problem{problem("/format", BadValue, 11, `an empty string, expected text; a value that is absent has no key`)}},
		{"empty element", in(`"tags": [""]`), []Problem{problem("/items/0/tags/0", BadValue, at+9, `an empty string, expected text; a value that is absent has no key`)}},
		{"check of a type", in(`"tags": ["ok", "No"]`), []Problem{problem("/items/0/tags/1", BadValue, at+15, `name "No", expected a to z`)}},
		{"check of a field", in(`"count": -1`), []Problem{problem("/items/0/count", BadValue, at+9, `below 0`)}},
		{"check of a number", in(`"rank": 10`), []Problem{problem("/items/0/rank", BadValue, at+8, `10, expected at most 9`)}},

		// Limits.
		{"string too long", `{"format": "` + long + `"}`, []Problem{problem("/format", OverLimit, 11, "a string of 51 bytes, expected at most 50")}},
		{"key too long", `{"format": "f", "` + long + `": 1}`, []Problem{problem("", OverLimit, 16, "a string of 51 bytes, expected at most 50")}},
		{"unknown string too long", `{"format": "f", "x": ["` + long + `", "` + long + `"]}`, []Problem{
			problem("/x", UnknownField, 16, `"x", expected one of "format", "title", "items"`),
			problem("/x", OverLimit, 22, "a string of 51 bytes, expected at most 50")}},
		{"list too long", in(`"tags": ["a", "b", "C", 4]`), []Problem{problem("/items/0/tags", OverLimit, at+19, "more than 2 elements")}},
		{"items too many", `{"format": "f", "items": [{"id":"a"},{"id":"b"},{"id":"c"},{"id":"d"},{"id":"e"}], "title": 1}`, []Problem{
			problem("/items", OverLimit, 70, "more than 4 elements"),
			problem("/title", WrongType, 92, `a number "1", expected a string`)}},
		{"too deep", in(`"next": {"id": "a", "next": {"id": "a", "next": {"id": "a", "next": {"id": "a", "next": {"id": "a", "next": {"id": "a"}}}}}}`), []Problem{
			problem("/items/0/next/next/next/next/next/next", OverLimit, at+108, "nested deeper than 8 arrays and objects")}},
		{"too deep where unknown", `{"format": "f", "x": [[[[[[[[[[[]]]]]], {}]]]]]}`, []Problem{
			problem("/x", UnknownField, 16, `"x", expected one of "format", "title", "items"`),
			problem("/x", OverLimit, 28, "nested deeper than 8 arrays and objects")}},
	}
	typ := fileType(t)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var f file
			got, more := typ.Decode([]byte(tt.text), &f, limits)
			if diff := cmp.Diff(tt.want, got, cmpopts.IgnoreFields(Problem{}, "Err")); diff != "" {
				t.Errorf("problems of %s (-want +got):\n%s", tt.text, diff)
			}
			if more {
				t.Error("more = true, want false")
			}
		})
	}
}

// TestFieldCheckSeesSoundValuesOnly: a value that could not be read is not
// judged a second time, nor is one that counts as absent.
func TestFieldCheckSeesSoundValuesOnly(t *testing.T) {
	type one struct {
		N *int64 `json:"n,omitzero"`
		M int64  `json:"m,omitzero"`
	}
	never := func(reflect.Value) error { return errors.New("never right") }
	typ, err := TypeOf(reflect.TypeFor[one](), Checks{Fields: map[FieldOf]Check{
		{reflect.TypeFor[one](), "N"}: never, {reflect.TypeFor[one](), "M"}: never}})
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]int{`{"n": 1.5}`: 1, `{"n": 0}`: 1, `{"m": 0}`: 0, `{"m": 1}`: 1, `{}`: 0} {
		var v one
		if found, _ := typ.Decode([]byte(text), &v, limits); len(found) != want {
			t.Errorf("%s: %v, want %d problems", text, found, want)
		}
	}
}

func TestDecodeKeepsErr(t *testing.T) {
	var f file
	found, _ := fileType(t).Decode([]byte(in(`"rank": 10, "paint": "blue", "count": 1.5`)), &f, limits)
	if len(found) != 3 {
		t.Fatalf("%d problems, want 3", len(found))
	}
	for i, want := range []bool{true, true, false} {
		if got := found[i].Err != nil; got != want {
			t.Errorf("problem %d %q has an error: %t, want %t", i, found[i].Text, got, want)
		}
	}
}

func TestDecodeLongErrorIsCut(t *testing.T) {
	wide := limits
	wide.StringBytes = 1 << 20
	var f file
	found, _ := fileType(t).Decode([]byte(in(`"paint": "`+strings.Repeat("é", 1<<18)+`"`)), &f, wide)
	if len(found) != 1 || len(found[0].Text) > longest+len("…") || !strings.HasSuffix(found[0].Text, "…") {
		t.Errorf("got %.600v, want one problem of a cut text", found)
	}
}

func TestDecodeLimitOfProblems(t *testing.T) {
	tests := []struct {
		name        string
		unknown     int
		limit, want int
		more        bool
	}{
		{"fewer", 2, 3, 2, false},
		{"as many", 3, 3, 3, false},
		{"one more", 4, 3, 3, true},
		{"many more", 1000, 3, 3, true},
	}
	typ := fileType(t)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			text := `{"format": "f"` + strings.Repeat(`, "x": 1`, tt.unknown) + `}`
			l := limits
			l.Problems = tt.limit
			var f file
			found, more := typ.Decode([]byte(text), &f, l)
			if len(found) != tt.want || more != tt.more {
				t.Errorf("%d problems, more = %t; want %d, %t", len(found), more, tt.want, tt.more)
			}
		})
	}
}

// Where no problem more is to be reported, whatever finds the next one stops there.
func TestDecodeStopsAtTheLimitOfProblems(t *testing.T) {
	deep := strings.Repeat("[", 9) + strings.Repeat("]", 9)
	for name, text := range map[string]string{
		"too many elements":   `{"x": 1, "format": "f", "items": [{"id": "a"}, {"id": "a"}, {"id": "a"}, {"id": "a"}, {"id": "a"}]}`,
		"too deep":            `{"x": ` + deep + `, "format": "f"}`,
		"a word that is none": `{"x": 1, "format": "f", "items": [{"id": "a", "paint": "mauve"}]}`,
	} {
		l := limits
		l.Problems = 1
		var f file
		found, more := fileType(t).Decode([]byte(text), &f, l)
		if len(found) != 1 || found[0].Path != "/x" || !more {
			t.Errorf("%s: %v, more = %t; want the unknown field alone, and more", name, found, more)
		}
	}
}

func TestDecodeLines(t *testing.T) {
	var f file
	found, _ := fileType(t).Decode([]byte("{\n\"format\": \"f\",\r\n\t\"title\": 1,\n\n  \"é\": 2, \"q\": 3}"), &f, limits)
	var got [][2]int
	for _, p := range found {
		got = append(got, [2]int{p.Line, p.Column})
	}
	if diff := cmp.Diff([][2]int{{3, 11}, {5, 3}, {5, 12}}, got); diff != "" {
		t.Errorf("lines and columns (-want +got):\n%s", diff)
	}
}

var valid = []string{
	`{"format":"f"}`,
	" \r\n\t{ \"format\" : \"f\" , \"items\" : [ ] } \n",
	`{"items": [], "title": "\"\\\/\n\r\t\u00e9\ud83d\ude00é😀", "format": "\u0066"}`,
	in(`"count": 0, "leaf": {}, "plain": {"small": -128, "wide": 7}, "on": true, "rank": -0`),
	in(`"count": 9, "leaf": {"small": 127, "wide": 9223372036854775807}, "on": false`),
	in(`"tags": ["a", "b"], "paint": "green", "stamp": "s", "a/b~c": "\u2028", "next": {"id": "b", "next": {"id": "c"}}`),
	`{"format": "f", "items": [{"id": "a"}, {"id": "b", "rank": 9}, {"id": "c", "tags": []}, {"id": "d"}]}`,
	in(`"leaf": {"wide": 0}, "a/b~c": "\u0020\n\u0080"`),
	`{"format": "` + strings.Repeat("x", 50) + `"}`,
}

func TestDecodeAgreesWithEncodingJSON(t *testing.T) {
	typ := fileType(t)
	for _, text := range valid {
		var got, want file
		if found, _ := typ.Decode([]byte(text), &got, limits); found != nil {
			t.Errorf("problems of %s: %v", text, found)
		}
		if err := json.Unmarshal([]byte(text), &want); err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%s: got %+v, want %+v", text, got, want)
		}
	}
}

// A text that ends too soon is told to end there, wherever that is.
func TestDecodeEveryBeginning(t *testing.T) {
	typ := fileType(t)
	for _, text := range append([]string{`{"x": [-0.5e+10, 0, 12E3, null, false, {"y": "\ud83d\ude00"}], "format": "f"}`}, valid...) {
		text = strings.TrimSpace(text)
		for n := range len(text) {
			var f file
			found, _ := typ.Decode([]byte(text[:n]), &f, limits)
			if len(found) == 0 {
				t.Errorf("no problem of %s", text[:n])
				continue
			}
			if last := found[len(found)-1]; last.Kind != Syntax || last.Offset != n {
				t.Errorf("%s: got %v, want a problem of syntax at its end", text[:n], last)
			}
		}
	}
}

func TestIntegerBounds(t *testing.T) {
	tests := []struct {
		text string
		want int64
		ok   bool
	}{
		{"0", 0, true}, {"-0", 0, true}, {"9", 9, true}, {"-10", -10, true},
		{"9223372036854775807", 9223372036854775807, true},
		{"-9223372036854775808", -9223372036854775808, true},
		{"9223372036854775808", 0, false}, {"-9223372036854775809", 0, false},
		{"18446744073709551616", 0, false}, {"92233720368547758070", 0, false},
	}
	for _, tt := range tests {
		got, ok := parseInteger([]byte(tt.text))
		if ok != tt.ok || ok && got != tt.want {
			t.Errorf("parseInteger(%q) = %d, %t; want %d, %t", tt.text, got, ok, tt.want, tt.ok)
		}
	}
}

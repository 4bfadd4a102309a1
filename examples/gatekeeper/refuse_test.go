package main

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dispute-go/dispute"
)

// plain is a line that passes.
const plain = `{"speaker":{"kind":"state","name":"A"},"stance":"asserts","claim":{"text":"it is so"},"source":{"kind":"post","title":"S"},"said":"2031-03-04"}`

// Every line is plain with one thing changed; the pointer and the beginning of
// the reason are all that is said.
func TestRefusals(t *testing.T) {
	change := func(old, new string) string {
		if !strings.Contains(plain, old) {
			t.Fatalf("no %q in %s", old, plain)
		}
		return strings.Replace(plain, old, new, 1)
	}
	for _, c := range []struct{ name, line, want string }{
		{"no speaker", change(`"speaker":{"kind":"state","name":"A"},`, ""), "/speaker: missing value: expected who says it"},
		{"a speaker by name only", change(`"kind":"state",`, ""), "/speaker/kind: missing value: "},
		{"a speaker without a name", change(`,"name":"A"`, ""), "/speaker/name: missing value: "},
		{"an empty name", change(`"A"`, `" "`), `/speaker/name: invalid value: " ", expected a text that is not empty`},
		{"a name that nobody can read", change(`"A"`, `"\u200b"`), `/speaker/name: invalid value: "\u200b", expected a text with a letter or a digit`},
		{"a name of marks", change(`"A"`, `"???"`), `/speaker/name: invalid value: "???", expected a text with a letter or a digit`},
		{"an office of what has no name that can be read", change(`"name":"A"`, `"name":"A","speaks_for":{"kind":"state","name":"-"}`), `/speaker/speaks_for/name: invalid value: "-", expected `},
		{"a speaker in words", change(`{"kind":"state","name":"A"}`, `"A"`), "/speaker: wrong type: a string, expected an object"},
		{"an unknown kind of actor", change(`"state"`, `"planet"`), `/speaker/kind: invalid value: unknown actor kind "planet": expected `},
		{"null for a speaker", change(`{"kind":"state","name":"A"}`, "null"), "/speaker: wrong type: null, expected an object"},
		{"a role for nobody", change(`"name":"A"`, `"name":"A","role":"foreign-ministry"`), `/speaker/role: invalid value: "foreign-ministry", expected a role only beside "speaks_for"`},
		{"an office of what has no name", change(`"name":"A"`, `"name":"A","speaks_for":{"kind":"state"}`), "/speaker/speaks_for/name: missing value: "},
		{"a single one who signs too", change(`"stance"`, `"jointly":{"kind":"state","name":"B"},"stance"`), "/jointly: wrong type: an object, expected an array"},
		{"one of several who sign has no kind", change(`"stance"`, `"jointly":[{"kind":"state","name":"B"},{"name":"C"}],"stance"`), "/jointly/1/kind: missing value: "},
		{"no stance", change(`"stance":"asserts",`, ""), "/stance: missing value: "},
		{"an unknown stance", change(`"asserts"`, `"claims"`), `/stance: invalid value: unknown stance "claims": expected `},
		{"a stance to another statement", change(`"asserts"`, `"retracts"`), `/stance: invalid value: "retracts", expected a stance that is taken to a claim`},
		{"no claim", change(`"claim":{"text":"it is so"},`, ""), "/claim: missing value: "},
		{"a claim without words", change(`"text":"it is so"`, ""), "/claim/text: missing value: "},
		{"a number for a claim", change(`"it is so"`, "84"), "/claim/text: wrong type: a number, expected a string"},
		{"a claim of marks", change(`"it is so"`, `"…"`), `/claim/text: invalid value: "…", expected a text with a letter or a digit`},
		{"a claim that is a sentence", change(`"it is so"`, `"It is so."`), `/claim/text: invalid value: "It is so.", expected a clause that can follow "that", without a full stop at its end`},
		{"a claim that is a sentence and a space", change(`"it is so"`, `"it is so. "`), `/claim/text: invalid value: "it is so. ", expected a clause `},
		{"no source", change(`"source":{"kind":"post","title":"S"},`, ""), "/source: missing value: "},
		{"a source without a name", change(`,"title":"S"`, ""), "/source: missing value: expected a title or a url"},
		{"a source without a kind", change(`"kind":"post",`, ""), "/source/kind: missing value: "},
		{"a publisher without a kind", change(`"title":"S"`, `"title":"S","publisher":{"name":"P"}`), "/source/publisher/kind: missing value: "},
		{"a source published on no day", change(`"title":"S"`, `"title":"S","published":"2031-02-29"`), `/source/published: invalid value: edtf: invalid "2031-02-29"`},
		{"no date", change(`,"said":"2031-03-04"`, ""), "/said: missing value: "},
		{"a date that is none", change("2031-03-04", "March 4"), `/said: invalid value: edtf: invalid "March 4"`},
		{"a date without an end", change("2031-03-04", "[2031-03-04..]"), `/said: invalid value: "[2031-03-04..]", expected a date with a last possible day`},
		{"a period of unknown start", change("2031-03-04", "/2031-03-04"), `/said: invalid value: "/2031-03-04", expected a date with a last possible day`},
		{"a day of no year", change("2031-03-04", "XXXX-12-24"), `/said: invalid value: "XXXX-12-24", expected a date whose year is told`},
		{"no digit of a year", change("2031-03-04", "XXXX"), `/said: invalid value: "XXXX", expected a date whose year is told`},
		{"a period that begins in no year", change("2031-03-04", "XXXX/2031"), `/said: invalid value: "XXXX/2031", expected a date whose year is told`},
		{"one of several days, one of no year", change("2031-03-04", "[2031-03-04,XXXX-03-05]"), `/said: invalid value: "[2031-03-04,XXXX-03-05]", expected a date whose year is told`},
		{"a source published in no year", change(`"title":"S"`, `"title":"S","published":"XXXX"`), `/source/published: invalid value: "XXXX", expected a date whose year is told`},
		{"a wording without an anchor", change(`"said":"2031-03-04"`, `"wording":"late July"`), `/anchor: missing value: expected the day that "late July" is counted from`},
		{"a source of no single day", change(`"title":"S"},"said":"2031-03-04"`, `"title":"S","published":"2031-03"},"wording":"yesterday"`), `/anchor: missing value: `},
		{"a wording that is not understood", change(`"said":"2031-03-04"`, `"wording":"as of yet","anchor":"2031-03-04"`), `/wording: invalid value: edtf: invalid "as of yet"`},
		{"a wording without an end", change(`"said":"2031-03-04"`, `"wording":"after Monday","anchor":"2031-03-04"`), `/wording: invalid value: "after Monday", which is "[2031-03-04..]" as of 2031-03-04, expected `},
		{"an anchor that is no day", change(`"said":"2031-03-04"`, `"wording":"yesterday","anchor":"2031-03"`), `/anchor: invalid value: edtf: invalid "2031-03"`},
		{"an anchor for nothing", change(`"said"`, `"anchor":"2031-03-04","said"`), `/anchor: invalid value: "2031-03-04", expected an anchor only for a wording without "said"`},
		{"an unknown lineage", change(`"said"`, `"lineage":"hearsay","said"`), `/lineage: invalid value: unknown lineage "hearsay"`},
		{"a score", change(`"said"`, `"confidence":0.9,"said"`), `/confidence: unknown field: "confidence", expected one of `},
		{"a key in another case", change(`"said"`, `"Cue":"alleged","said"`), `/Cue: unknown field: "Cue", expected one of `},
		{"an unknown key of a source", change(`"title":"S"`, `"title":"S","a/b~c":1`), `/source/a~1b~0c: unknown field: "a/b~c", expected one of ["kind" "title" "url" "publisher" "published" "language"]`},
		{"an ID", change(`"name":"A"`, `"name":"A","id":"a"`), `/speaker/id: unknown field: "id", expected one of `},
		{"a key twice", change(`"name":"A"`, `"name":"A","name":"B"`), `/speaker/name: duplicate key: "name", expected every key once`},
		{"a key twice, once in escapes", change(`"name":"A"`, `"name":"A","\u006eame":"B"`), `/speaker/name: duplicate key: "name"`},
		{"two objects", plain + plain, "malformed JSON: "},
		{"something after the object", plain + "x", "malformed JSON: "},
		{"half an object", plain[:40], "malformed JSON: "},
		{"an array", "[" + plain + "]", "wrong type: an array, expected an object"},
		{"a string", `"A said so"`, "wrong type: a string, expected an object"},
		{"null", "null", "wrong type: null, expected an object"},
		{"bytes that are not UTF-8", change(`"A"`, "\"\xff\""), "malformed JSON: bytes that are not UTF-8"},
		{"half a pair of surrogates", change(`"A"`, `"\ud800"`), "/speaker/name: invalid value: "},
		{"a replacement character", change(`"A"`, `"Bamak\ufffd"`), "/speaker/name: invalid value: "},
		{"a control character", change(`"it is so"`, `"it is \u0000 so"`), "/claim/text: invalid value: "},
		{"a text that is too long", change(`"it is so"`, `"`+strings.Repeat("so ", 30_000)+`"`), "/claim/text: over the limit: "},
		{"a name that is too long", change(`"A"`, `"`+strings.Repeat("A", 70_000)+`"`), "/speaker/name: over the limit: "},
		{"too deep", change(`"A"`, strings.Repeat("[", 40)+strings.Repeat("]", 40)), "/speaker/name" + strings.Repeat("/0", 30) + ": over the limit: nested more than 32 deep"},
		{"too many who sign", change(`"stance"`, `"jointly":[`+actors(300)+`],"stance"`), "/jointly: over the limit: "},
	} {
		t.Run(c.name, func(t *testing.T) {
			status, record, reasons := gate(c.line)
			got := strings.Split(strings.TrimSuffix(reasons, "\n"), "\n")
			if status != 1 || len(got) != 2 || !strings.HasPrefix(got[0], "line 1: "+c.want) {
				t.Errorf("status %d, said:\n%.2000s\nwant status 1 and one reason:\nline 1: %s", status, reasons, c.want)
			}
			if diff := cmp.Diff("gatekeeper: 1 of 1 lines refused", got[len(got)-1]); diff != "" {
				t.Errorf("count (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff("{\n  \"format\": \"dispute/1\"\n}\n", record); diff != "" {
				t.Errorf("record (-want +got):\n%s", diff)
			}
		})
	}
}

func actors(n int) string {
	list := make([]string, n)
	for i := range list {
		list[i] = fmt.Sprintf(`{"kind":"state","name":"S%d"}`, i)
	}
	return strings.Join(list, ",")
}

// All that is wrong with a line is said at once.
func TestAllReasons(t *testing.T) {
	_, _, reasons := gate(`{"speaker":{"name":"A"},"stance":"says","claim":{},"source":{"kind":""},"note":"x"}`)
	var places []string
	for line := range strings.Lines(reasons) {
		if rest, ok := strings.CutPrefix(line, "line 1: "); ok {
			place, _, _ := strings.Cut(rest, ":")
			places = append(places, place)
		}
	}
	want := []string{"/speaker/kind", "/stance", "/claim/text", "/source/kind", "/source", "/said", "/note"}
	if diff := cmp.Diff(want, places); diff != "" {
		t.Errorf("places (-want +got):\n%s", diff)
	}
}

// Whatever comes in, the program ends with a record that can be read, and says
// why it refused what it refused.
func FuzzGate(f *testing.F) {
	f.Add(plain)
	f.Add(plain + "\n" + `{"speaker":{"kind":"state","name":"A","speaks_for":{"kind":"state","name":"A"}},"stance":"denies","claim":{"text":"it is so","adverse":[{"kind":"state","name":"A"}]},"source":{"kind":"post","url":"x","published":"2031"},"wording":"yesterday","anchor":"2031-03-04"}`)
	f.Add("{}\nnull\n[]\n\"\\ud800\"")
	f.Fuzz(func(t *testing.T, text string) {
		status, record, reasons := gate(text)
		r, err := dispute.Decode(strings.NewReader(record))
		if err != nil {
			t.Fatalf("the record cannot be read: %v", err)
		}
		if _, err := dispute.Compile(r); err != nil {
			t.Fatalf("the record cannot be used: %v", err)
		}
		if (status == 0) != (reasons == "") || status > 1 {
			t.Errorf("status %d with reasons %q", status, reasons)
		}
		for _, a := range r.Attributions {
			if a.Speaker == "" || a.Source == "" || a.Said.IsZero() {
				t.Errorf("passed without speaker, source or date: %+v", a)
			}
		}
	})
}

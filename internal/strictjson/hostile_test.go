package strictjson

import (
	"fmt"
	"reflect"
	"runtime"
	"strings"
	"testing"
)

// hostile texts of about n bytes each.
var hostile = []struct {
	name string
	text func(n int) string
}{
	{"duplicate keys", func(n int) string { return `{"format": "f"` + strings.Repeat(`, "title": "t"`, n/14) + `}` }},
	{"unknown keys", func(n int) string { return `{"format": "f"` + strings.Repeat(`, "FORMAT": "t"`, n/15) + `}` }},
	{"distinct unknown keys", func(n int) string {
		var b strings.Builder
		b.WriteString(`{"format": "f"`)
		for i := 0; b.Len() < n; i++ {
			fmt.Fprintf(&b, `, "k%d": 1`, i)
		}
		return b.String() + `}`
	}},
	{"one long unknown key", func(n int) string { return `{"` + strings.Repeat("k", n) + `": 1, "format": "f"}` }},
	{"long unknown keys", func(n int) string {
		return `{"format": "f"` + strings.Repeat(`, "`+strings.Repeat("~/", n/400)+`": 1`, 200) + `}`
	}},
	{"nesting", func(n int) string {
		return `{"format": "f", "x": ` + strings.Repeat("[", n/2) + strings.Repeat("]", n/2) + `}`
	}},
	{"open brackets", func(n int) string { return `{"format": "f", "items": ` + strings.Repeat("[", n) }},
	{"open known objects", func(n int) string {
		return `{"format": "f", "items": [` + strings.Repeat(`{"id": "a", "next": `, n/20)
	}},
	{"garbage", func(n int) string { return strings.Repeat("\x00\xff{", n/3) }},
	{"one string", func(n int) string { return `{"format": "` + strings.Repeat("é", n/2) + `"}` }},
	{"one string of escapes", func(n int) string { return `{"format": "` + strings.Repeat(`\u00e9`, n/6) + `"}` }},
	{"one string of surrogates", func(n int) string { return `{"format": "` + strings.Repeat(`\ud800`, n/6) + `"}` }},
	{"one string of invalid bytes", func(n int) string { return `{"format": "` + strings.Repeat("\xff", n) + `"}` }},
	{"one number", func(n int) string { return `{"format": ` + strings.Repeat("1", n) + `}` }},
	{"one integer", func(n int) string {
		return `{"format": "f", "items": [{"id": "a", "rank": ` + strings.Repeat("1", n) + `}]}`
	}},
	{"spaces", func(n int) string { return strings.Repeat(" ", n) }},
	{"line feeds, then problems", func(n int) string {
		return strings.Repeat("\n", n) + `{"a": 1, "b": 2, "c": 3}`
	}},
	{"empty items", func(n int) string { return `{"format": "f", "items": [{}` + strings.Repeat(",{}", n/3) + `]}` }},
	{"surplus elements", func(n int) string { return `{"format": "f", "items": [1` + strings.Repeat(",1", n/2) + `]}` }},
	{"unclosed string", func(n int) string { return `{"format": "` + strings.Repeat("x", n) }},
}

// BenchmarkHostile shows the cost per byte at 1 and at 16 MiB: the two are
// to be the same.
func BenchmarkHostile(b *testing.B) {
	wide := Limits{Depth: 32, StringBytes: 64 << 10, Items: 100_000, Elements: 256, Problems: 100}
	typ := fileType(b)
	for _, h := range hostile {
		for _, n := range []int{1 << 20, 16 << 20} {
			text := []byte(h.text(n))
			b.Run(fmt.Sprintf("%s/%dMiB", h.name, n>>20), func(b *testing.B) {
				b.SetBytes(int64(len(text)))
				b.ReportAllocs()
				for b.Loop() {
					var f file
					if found, _ := typ.Decode(text, &f, wide); len(found) == 0 {
						b.Fatal("no problems")
					}
				}
			})
		}
	}
}

// TestHostileMemory bounds what any hostile text makes the decoder allocate:
// a small multiple of its length.
func TestHostileMemory(t *testing.T) {
	const n = 1 << 20
	wide := Limits{Depth: 32, StringBytes: 64 << 10, Items: 100_000, Elements: 256, Problems: 100}
	typ := fileType(t)
	for _, h := range hostile {
		text := []byte(h.text(n))
		var before, after runtime.MemStats
		var f file
		runtime.ReadMemStats(&before)
		typ.Decode(text, &f, wide)
		runtime.ReadMemStats(&after)
		if got := after.TotalAlloc - before.TotalAlloc; got > 12*n {
			t.Errorf("%s: %d bytes allocated for a text of %d", h.name, got, len(text))
		}
	}
}

func BenchmarkDecodeValid(b *testing.B) {
	wide := Limits{Depth: 32, StringBytes: 64 << 10, Items: 100_000, Elements: 256, Problems: 100}
	typ := fileType(b)
	element := `{"id": "abcdef", "paint": "green", "tags": ["some", "tags"], "count": 5, "a/b~c": "A sentence of a usual length, say.", "on": true}`
	text := []byte(`{"format": "f", "items": [` + element + strings.Repeat(","+element, 9999) + `]}`)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		var f file
		if found, _ := typ.Decode(text, &f, wide); found != nil {
			b.Fatal(found)
		}
	}
}

func BenchmarkTypeOf(b *testing.B) {
	for b.Loop() {
		if _, err := TypeOf(reflect.TypeFor[file](), Checks{}); err != nil {
			b.Fatal(err)
		}
	}
}

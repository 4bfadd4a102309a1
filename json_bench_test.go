package dispute

import (
	"bytes"
	"fmt"
	"io"
	"math/rand/v2"
	"strings"
	"testing"
)

// sized has about n events, with five attributions for each.
func sized(n int) Record {
	f := filler{rng: rand.New(rand.NewPCG(8, 8)), chance: 0.3, items: n / 5, most: 3}
	r := f.record()
	f.items = n
	r.Events = f.record().Events
	f.items = 5 * n
	r.Attributions = f.record().Attributions
	return r
}

func BenchmarkEncode(b *testing.B) {
	for _, n := range []int{500, 1000, 2000, 4000} {
		r := sized(n)
		b.Run(fmt.Sprintf("events=%d", n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := Encode(io.Discard, r); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkDecodeHostile shows the cost per byte of texts that are refused,
// or nearly so: it is not to grow with their size.
func BenchmarkDecodeHostile(b *testing.B) {
	shapes := []struct {
		name string
		text func(n int) string
	}{
		{"duplicate keys", func(n int) string { return claimed(`"note":"n"` + strings.Repeat(`,"note":"n"`, n/11)) }},
		{"open brackets", func(n int) string { return claimed(`"note":` + strings.Repeat("[", n)) }},
		{"nesting", func(n int) string { return claimed(`"x":` + strings.Repeat("[", n/2) + strings.Repeat("]", n/2)) }},
		{"garbage", func(n int) string { return strings.Repeat("\xff\x00", n/2) }},
		{"one key", func(n int) string { return claimed(`"` + strings.Repeat("~", n) + `":1`) }},
		{"one string", func(n int) string { return claimed(`"note":"` + strings.Repeat(`\u00e9`, n/6) + `"`) }},
		{"empty items", func(n int) string {
			return `{"format":"dispute/1","attributions":[` + strings.Repeat("{},", n/3) + `{}]}`
		}},
		{"items", func(n int) string { return claims(min(n/30, 100_000)) }},
		{"one ID for all", func(n int) string {
			return `{"format":"dispute/1","claims":[` + strings.Repeat(`{"id":"c","text":"C"},`, min(n/22, 99_999)) + `{"id":"c","text":"C"}]}`
		}},
		{"one chain", func(n int) string { return chained(min(n/44, 100_000)) }},
		{"one circle", func(n int) string { return relayed(min(n/44, 99_997)) }},
	}
	for _, shape := range shapes {
		for _, n := range []int{1 << 19, 1 << 20, 1 << 21} {
			text := []byte(shape.text(n))
			b.Run(fmt.Sprintf("%s/%dKiB", shape.name, n>>10), func(b *testing.B) {
				b.SetBytes(int64(len(text)))
				b.ReportAllocs()
				for b.Loop() {
					if r, err := Decode(bytes.NewReader(text)); err == nil {
						if err := Encode(io.Discard, r); err != nil {
							b.Fatal(err)
						}
					}
				}
			})
		}
	}
}

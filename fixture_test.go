package dispute

import (
	"encoding"
	"fmt"
	"math/rand/v2"
	"reflect"
	"testing"

	"github.com/dispute-go/dispute/edtf"
)

// filler fills Go values by reflection: every field of every type that a
// record holds, so that no field can be forgotten.
type filler struct {
	rng *rand.Rand
	// chance is how often a field that may be absent is filled.
	chance float64
	items  int // per list of the record
	most   int // elements of other lists, at least 1 if chance is 1
	serial int
}

var (
	dateTexts = []string{"2024", "2024-07", "2024-07-25/2024-07-27", "[2024-07-21..2024-07-31]", "2024-08-21?",
		"../2023-09", "2023-09-16/", "1984~", "2024-08-04"}
	dayTexts = []string{"2024-08-21", "2024-08-22", "1999-12-31"}
	strange  = []string{"plain", "Ségou \u2028\u2029 \"quoted\" \\ / <b>&amp;</b>", "多言語 😀\n\ttabbed\r\n", "\u007f\ufeff\ufffd"}
)

func pick[T any](rng *rand.Rand, from []T) T { return from[rng.IntN(len(from))] }

// record returns a record that encodes: every closed word, date and number in
// it is allowed. It need not compile.
func (f *filler) record() Record {
	var r Record
	f.fill(reflect.ValueOf(&r).Elem(), 0)
	return r
}

func (f *filler) fill(v reflect.Value, depth int) {
	switch p := v.Addr().Interface().(type) {
	case *edtf.Date:
		if f.rng.IntN(3) == 0 {
			*p = edtf.FromDay(edtf.MustParseDay(pick(f.rng, dayTexts))) // built, not read from text
		} else {
			mustUnmarshal(p, pick(f.rng, dateTexts))
		}
		return
	case *edtf.Day:
		mustUnmarshal(p, pick(f.rng, dayTexts))
		return
	case *ActorID, *SourceID, *EventID, *ClaimID, *AttributionID:
		f.serial++
		v.SetString(fmt.Sprintf("id%d.%d_x:y-z", f.rng.IntN(10), f.serial))
		return
	case encoding.TextMarshaler:
		for {
			v.SetUint(uint64(f.rng.IntN(50)))
			if _, err := p.MarshalText(); err == nil {
				return
			}
		}
	}
	switch v.Kind() {
	case reflect.String:
		f.serial++
		v.SetString(fmt.Sprintf("%s %d", pick(f.rng, strange), f.serial))
	case reflect.Int, reflect.Int64:
		v.SetInt(f.rng.Int64N(1000) + 1)
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		f.fill(v.Elem(), depth+1)
	case reflect.Slice:
		n := f.items
		if depth > 1 {
			n = 1 + f.rng.IntN(f.most)
		}
		v.Set(reflect.MakeSlice(v.Type(), n, n))
		for i := range n {
			f.fill(v.Index(i), depth+1)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			optional := hasOption(v.Type().Field(i))
			if !optional || depth == 0 || f.rng.Float64() < f.chance {
				f.fill(v.Field(i), depth+1)
			}
		}
	default:
		panic("no filling for " + v.Type().String())
	}
}

// hasOption reports whether the field may be left out of the text.
func hasOption(f reflect.StructField) bool {
	tag := f.Tag.Get("json")
	for i := range tag {
		if tag[i] == ',' {
			return true
		}
	}
	return false
}

func mustUnmarshal(u encoding.TextUnmarshaler, text string) {
	if err := u.UnmarshalText([]byte(text)); err != nil {
		panic(err)
	}
}

// fullRecord has every field of every type filled in.
func fullRecord(seed uint64) Record {
	f := filler{rng: rand.New(rand.NewPCG(seed, 1)), chance: 1, items: 3, most: 3}
	return f.record()
}

// someRecord has every optional field filled half of the time.
func someRecord(seed uint64) Record {
	f := filler{rng: rand.New(rand.NewPCG(seed, 2)), chance: 0.5, items: 4, most: 3}
	return f.record()
}

// shuffleSets puts every set of the record, and no other list, into another
// order. sets names them, such as "Event.Links": see documentedSets.
func shuffleSets(rng *rand.Rand, sets map[string]bool, v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			shuffleSets(rng, sets, v.Elem())
		}
	case reflect.Slice:
		for i := range v.Len() {
			shuffleSets(rng, sets, v.Index(i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			field := v.Type().Field(i)
			if !field.IsExported() {
				continue
			}
			shuffleSets(rng, sets, v.Field(i))
			if sets[v.Type().Name()+"."+field.Name] {
				rng.Shuffle(v.Field(i).Len(), reflect.Swapper(v.Field(i).Interface()))
			}
		}
	}
}

// deepCopy copies a record by reflection, independently of Canonical.
func deepCopy[T any](t testing.TB, v T) T {
	t.Helper()
	var out T
	copyInto(reflect.ValueOf(&out).Elem(), reflect.ValueOf(&v).Elem())
	return out
}

func copyInto(to, from reflect.Value) {
	switch from.Kind() {
	case reflect.Pointer:
		if !from.IsNil() {
			to.Set(reflect.New(from.Type().Elem()))
			copyInto(to.Elem(), from.Elem())
		}
	case reflect.Slice:
		if !from.IsNil() {
			to.Set(reflect.MakeSlice(from.Type(), from.Len(), from.Len()))
			for i := range from.Len() {
				copyInto(to.Index(i), from.Index(i))
			}
		}
	case reflect.Struct:
		to.Set(from)
		for i := range from.NumField() {
			if from.Type().Field(i).IsExported() {
				copyInto(to.Field(i), from.Field(i))
			}
		}
	default:
		to.Set(from)
	}
}

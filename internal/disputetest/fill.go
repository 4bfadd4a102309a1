package disputetest

import (
	"encoding"
	"fmt"
	"math/rand/v2"
	"reflect"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/edtf"
)

// Filler fills Go values by reflection: every field of every type that a
// record holds, so that no field can be forgotten.
type Filler struct {
	Rng *rand.Rand
	// Chance is how often a field that may be absent is filled.
	Chance float64
	Items  int // per list of the record
	Most   int // elements of other lists, at least 1 if chance is 1
	serial int
}

var (
	dateTexts = []string{"2024", "2024-07", "2024-07-25/2024-07-27", "[2024-07-21..2024-07-31]", "2024-08-21?",
		"../2023-09", "2023-09-16/", "1984~", "2024-08-04"}
	dayTexts = []string{"2024-08-21", "2024-08-22", "1999-12-31"}
	strange  = []string{"plain", "Ségou \u2028\u2029 \"quoted\" \\ / <b>&amp;</b>", "多言語 😀\n\ttabbed\r\n", "\u007f\ufeff\ufffd"}
)

// Pick returns one element of a list.
func Pick[T any](rng *rand.Rand, from []T) T { return from[rng.IntN(len(from))] }

// Record returns a record that encodes: every closed word, date and number in
// it is allowed. It need not compile.
func (f *Filler) Record() dispute.Record {
	var r dispute.Record
	f.Fill(reflect.ValueOf(&r).Elem(), 0)
	return r
}

// Fill fills a value; depth is how deep it lies in the record, the record
// itself being 0.
func (f *Filler) Fill(v reflect.Value, depth int) {
	switch p := v.Addr().Interface().(type) {
	case *edtf.Date:
		if f.Rng.IntN(3) == 0 {
			*p = edtf.FromDay(edtf.MustParseDay(Pick(f.Rng, dayTexts))) // built, not read from text
		} else {
			mustUnmarshal(p, Pick(f.Rng, dateTexts))
		}
		return
	case *edtf.Day:
		mustUnmarshal(p, Pick(f.Rng, dayTexts))
		return
	case *dispute.ActorID, *dispute.SourceID, *dispute.EventID, *dispute.ClaimID, *dispute.AttributionID:
		f.serial++
		v.SetString(fmt.Sprintf("id%d.%d_x:y-z", f.Rng.IntN(10), f.serial))
		return
	case encoding.TextMarshaler:
		for {
			v.SetUint(uint64(f.Rng.IntN(50)))
			if _, err := p.MarshalText(); err == nil {
				return
			}
		}
	}
	switch v.Kind() {
	case reflect.String:
		f.serial++
		v.SetString(fmt.Sprintf("%s %d", Pick(f.Rng, strange), f.serial))
	case reflect.Int, reflect.Int64:
		v.SetInt(f.Rng.Int64N(1000) + 1)
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		f.Fill(v.Elem(), depth+1)
	case reflect.Slice:
		n := f.Items
		if depth > 1 {
			n = 1 + f.Rng.IntN(f.Most)
		}
		v.Set(reflect.MakeSlice(v.Type(), n, n))
		for i := range n {
			f.Fill(v.Index(i), depth+1)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			optional := hasOption(v.Type().Field(i))
			if !optional || depth == 0 || f.Rng.Float64() < f.Chance {
				f.Fill(v.Field(i), depth+1)
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

// FullRecord has every field of every type filled in.
func FullRecord(seed uint64) dispute.Record {
	f := Filler{Rng: rand.New(rand.NewPCG(seed, 1)), Chance: 1, Items: 3, Most: 3}
	return f.Record()
}

// SomeRecord has every optional field filled half of the time.
func SomeRecord(seed uint64) dispute.Record {
	f := Filler{Rng: rand.New(rand.NewPCG(seed, 2)), Chance: 0.5, Items: 4, Most: 3}
	return f.Record()
}

// ShuffleSets puts every set of the record, and no other list, into another
// order. sets names them, such as "Event.Links": the test of Canonical reads them
// from the doc comments.
func ShuffleSets(rng *rand.Rand, sets map[string]bool, v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			ShuffleSets(rng, sets, v.Elem())
		}
	case reflect.Slice:
		for i := range v.Len() {
			ShuffleSets(rng, sets, v.Index(i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			field := v.Type().Field(i)
			if !field.IsExported() {
				continue
			}
			ShuffleSets(rng, sets, v.Field(i))
			if sets[v.Type().Name()+"."+field.Name] {
				rng.Shuffle(v.Field(i).Len(), reflect.Swapper(v.Field(i).Interface()))
			}
		}
	}
}

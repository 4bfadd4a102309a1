package dispute_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/internal/disputetest"
)

// exactly compares records to the last bit: nil is not empty, and dates also
// keep their source text.
var exactly = cmp.Options{
	cmp.Comparer(func(a, b edtf.Date) bool { return a == b }),
	cmp.Comparer(func(a, b edtf.Day) bool { return a == b }),
}

// documentedSets returns the lists that the doc comments of the model call a
// set, and all lists, each as "Type.Field".
func documentedSets(t testing.TB) (sets, lists map[string]bool) {
	t.Helper()
	sets, lists = map[string]bool{}, map[string]bool{}
	for _, name := range []string{"record.go", "actor.go", "source.go", "event.go", "claim.go", "attribution.go"} {
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			spec, ok := n.(*ast.TypeSpec)
			if !ok {
				return true
			}
			if structure, ok := spec.Type.(*ast.StructType); ok {
				doc := ""
				for _, field := range structure.Fields.List {
					if field.Doc != nil {
						doc = field.Doc.Text() // else the comment of the field before speaks for both
					}
					if array, ok := field.Type.(*ast.ArrayType); ok && array.Len == nil {
						name := spec.Name.Name + "." + field.Names[0].Name
						lists[name] = true
						sets[name] = spec.Name.Name == "Record" ||
							strings.HasSuffix(strings.TrimSpace(doc), "A set.") || strings.HasSuffix(strings.TrimSpace(doc), "Sets.")
					}
				}
			}
			return true
		})
	}
	return sets, lists
}

func TestDocumentedSets(t *testing.T) {
	sets, lists := documentedSets(t)
	var ordered []string
	for name := range lists {
		if !sets[name] {
			ordered = append(ordered, name)
		}
	}
	slices.Sort(ordered)
	if diff := cmp.Diff([]string{"Source.Authors", "Source.Custody"}, ordered); diff != "" {
		t.Errorf("lists whose order carries meaning (-want +got):\n%s", diff)
	}
	if len(lists) < 20 {
		t.Errorf("%d lists found, expected all of the model", len(lists))
	}
}

func TestCanonicalForgetsTheOrderOfSets(t *testing.T) {
	sets, _ := documentedSets(t)
	rng := rand.New(rand.NewPCG(3, 3))
	for seed := range uint64(200) {
		r := disputetest.SomeRecord(seed)
		shuffled := disputetest.Copy(r)
		disputetest.ShuffleSets(rng, sets, reflect.ValueOf(&shuffled).Elem())
		if diff := cmp.Diff(r.Canonical(), shuffled.Canonical(), exactly); diff != "" {
			t.Fatalf("seed %d (-as it was +shuffled):\n%s", seed, diff)
		}
	}
}

// everyList calls visit for each list below v with its "Type.Field".
func everyList(v reflect.Value, visit func(name string, list reflect.Value)) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			everyList(v.Elem(), visit)
		}
	case reflect.Slice:
		for i := range v.Len() {
			everyList(v.Index(i), visit)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			field := v.Type().Field(i)
			if !field.IsExported() {
				continue
			}
			if field.Type.Kind() == reflect.Slice {
				visit(v.Type().Name()+"."+field.Name, v.Field(i))
			}
			everyList(v.Field(i), visit)
		}
	}
}

func TestCanonicalKeepsOrderThatCarriesMeaning(t *testing.T) {
	r := dispute.Record{Sources: []dispute.Source{{
		ID:      "s",
		Authors: []dispute.Author{{Actor: "z"}, {Actor: "a", OnBehalfOf: []dispute.ActorID{"y", "x"}}, {Actor: "z"}},
		Custody: []dispute.Custody{{Holder: "z"}, {Holder: "a"}, {Holder: "z"}},
	}}}
	want := dispute.Record{Sources: []dispute.Source{{
		ID:      "s",
		Authors: []dispute.Author{{Actor: "z"}, {Actor: "a", OnBehalfOf: []dispute.ActorID{"x", "y"}}, {Actor: "z"}},
		Custody: []dispute.Custody{{Holder: "z"}, {Holder: "a"}, {Holder: "z"}},
	}}}
	if diff := cmp.Diff(want, r.Canonical(), exactly); diff != "" {
		t.Errorf("canonical record (-want +got):\n%s", diff)
	}
}

// TestCanonicalLosesNothing: every element of every list is still there.
func TestCanonicalLosesNothing(t *testing.T) {
	count := func(r dispute.Record) map[string]int {
		n := map[string]int{}
		everyList(reflect.ValueOf(&r), func(name string, list reflect.Value) { n[name] += list.Len() })
		return n
	}
	r := disputetest.FullRecord(2)
	_, lists := documentedSets(t)
	before := count(r)
	for name := range lists {
		if before[name] < 2 {
			t.Errorf("%s: %d elements, expected some to compare", name, before[name])
		}
	}
	if diff := cmp.Diff(before, count(r.Canonical())); diff != "" {
		t.Errorf("elements per list (-before +after):\n%s", diff)
	}
}

func TestCanonicalDropsRepeats(t *testing.T) {
	period := edtf.MustParse("2023/2024")
	r := dispute.Record{Actors: []dispute.Actor{{
		ID:      "a",
		Aliases: []string{"x", "y", "x"},
		Codes:   []dispute.Code{{Scheme: "cow", Value: "1"}, {Scheme: "cow", Value: "2"}, {Scheme: "cow", Value: "1"}},
		Affiliations: []dispute.Affiliation{
			{Kind: dispute.AffiliationMemberOf, To: "b", Period: period}, {Kind: dispute.AffiliationMemberOf, To: "b", Period: period},
			{Kind: dispute.AffiliationMemberOf, To: "b", Period: period, Wording: "since last year"},
		},
	}}}
	want := dispute.Record{Actors: []dispute.Actor{{
		ID:      "a",
		Aliases: []string{"x", "y"},
		Codes:   []dispute.Code{{Scheme: "cow", Value: "1"}, {Scheme: "cow", Value: "2"}},
		Affiliations: []dispute.Affiliation{
			{Kind: dispute.AffiliationMemberOf, To: "b", Period: period},
			{Kind: dispute.AffiliationMemberOf, To: "b", Period: period, Wording: "since last year"},
		},
	}}}
	if diff := cmp.Diff(want, r.Canonical(), exactly); diff != "" {
		t.Errorf("canonical record (-want +got):\n%s", diff)
	}
}

// TestCompareSeesEveryField: elements that differ in one field only are never
// taken for repeats, and have an order of their own.
func TestCompareSeesEveryField(t *testing.T) {
	f := disputetest.Filler{Rng: rand.New(rand.NewPCG(4, 4)), Chance: 1, Items: 1, Most: 1}
	seesEveryField(t, &f, func(list []dispute.Code) dispute.Record {
		return dispute.Record{Actors: []dispute.Actor{{ID: "a", Codes: list}}}
	})
	seesEveryField(t, &f, func(list []dispute.Affiliation) dispute.Record {
		return dispute.Record{Actors: []dispute.Actor{{ID: "a", Affiliations: list}}}
	})
	seesEveryField(t, &f, func(list []dispute.Participant) dispute.Record {
		return dispute.Record{Events: []dispute.Event{{ID: "e", Participants: list}}}
	})
	seesEveryField(t, &f, func(list []dispute.Link) dispute.Record {
		return dispute.Record{Events: []dispute.Event{{ID: "e", Links: list}}}
	})
}

func seesEveryField[T any](t *testing.T, f *disputetest.Filler, with func(list []T) dispute.Record) {
	t.Helper()
	var a T
	f.Fill(reflect.ValueOf(&a).Elem(), 1)
	for i := range reflect.TypeFor[T]().NumField() {
		b := a
		field := reflect.ValueOf(&b).Elem().Field(i)
		for reflect.DeepEqual(field.Interface(), reflect.ValueOf(a).Field(i).Interface()) {
			f.Fill(field, 1)
		}
		name := fmt.Sprintf("%T.%s", a, reflect.TypeFor[T]().Field(i).Name)
		forth, back := with([]T{a, b}).Canonical(), with([]T{b, a}).Canonical()
		if diff := cmp.Diff(forth, back, exactly); diff != "" {
			t.Errorf("%s: the order of two elements is not decided (-forth +back):\n%s", name, diff)
		}
		if diff := cmp.Diff(with([]T{a}).Canonical(), with([]T{a, a}).Canonical(), exactly); diff != "" {
			t.Errorf("%s: an element is not a repeat of itself:\n%s", name, diff)
		}
		if cmp.Equal(forth, with([]T{a}).Canonical(), exactly) || cmp.Equal(forth, with([]T{b}).Canonical(), exactly) {
			t.Errorf("%s: elements that differ are taken for repeats", name)
		}
	}
}

func TestCanonicalIsAFixedPoint(t *testing.T) {
	for seed := range uint64(100) {
		once := disputetest.SomeRecord(seed).Canonical()
		if diff := cmp.Diff(once, once.Canonical(), exactly); diff != "" {
			t.Fatalf("seed %d (-once +twice):\n%s", seed, diff)
		}
	}
}

func TestCanonicalOrdersItemsByID(t *testing.T) {
	r := dispute.Record{Claims: []dispute.Claim{{ID: "b"}, {ID: "a-1"}, {ID: "a", Text: "second"}, {ID: "a", Text: "first"}, {ID: "a.1"}, {ID: "a1"}}}
	want := []dispute.Claim{{ID: "a", Text: "first"}, {ID: "a", Text: "second"}, {ID: "a-1"}, {ID: "a.1"}, {ID: "a1"}, {ID: "b"}}
	if diff := cmp.Diff(want, r.Canonical().Claims, exactly); diff != "" {
		t.Errorf("claims (-want +got):\n%s", diff)
	}
}

func TestCanonicalEmptyIsNil(t *testing.T) {
	r := dispute.Record{Actors: []dispute.Actor{}, Sources: []dispute.Source{{ID: "s", Authors: []dispute.Author{{Actor: "a", OnBehalfOf: []dispute.ActorID{}}}, Custody: []dispute.Custody{}}}}
	want := dispute.Record{Sources: []dispute.Source{{ID: "s", Authors: []dispute.Author{{Actor: "a"}}}}}
	if diff := cmp.Diff(want, r.Canonical(), exactly); diff != "" {
		t.Errorf("canonical record (-want +got):\n%s", diff)
	}
}

// TestCanonicalSharesNothing changes everything that can be reached from the
// canonical form and finds the record as it was, and the other way round.
func TestCanonicalSharesNothing(t *testing.T) {
	r := disputetest.FullRecord(5)
	before := disputetest.Copy(r)
	c := r.Canonical()
	if diff := cmp.Diff(before, r, exactly); diff != "" {
		t.Fatalf("Canonical changed the record (-before +after):\n%s", diff)
	}
	spoilValue(reflect.ValueOf(&c).Elem())
	if diff := cmp.Diff(before, r, exactly); diff != "" {
		t.Errorf("the record changes with its canonical form (-before +after):\n%s", diff)
	}
}

// spoil overwrites every string and number that can be reached from v.
func spoilValue(v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			spoilValue(v.Elem())
		}
	case reflect.Slice:
		for i := range v.Len() {
			spoilValue(v.Index(i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				spoilValue(v.Field(i))
			}
		}
	case reflect.String:
		v.SetString("spoilt")
	case reflect.Int64:
		v.SetInt(-1)
	}
}

func TestCanonicalDates(t *testing.T) {
	day := edtf.FromDay(edtf.MustParseDay("2024-08-04"))
	got := dispute.Record{Events: []dispute.Event{{ID: "e", When: day}}}.Canonical().Events[0].When
	if want := edtf.MustParse("2024-08-04"); got != want {
		t.Errorf("date %#v, want %#v as read from text", got, want)
	}
	const kept = "?2024-?08-?04"
	if got := (dispute.Record{Events: []dispute.Event{{ID: "e", When: edtf.MustParse(kept)}}}).Canonical().Events[0].When.Source(); got != kept {
		t.Errorf("source text %q, want %q", got, kept)
	}
}

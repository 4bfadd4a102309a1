package fold_test

import (
	"errors"
	"math"
	"reflect"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/fold"
)

// Zero folds are empty folds, and nothing given is nothing added.
func TestZeroFolds(t *testing.T) {
	var coded fold.Coded
	var named fold.Named
	day := dayOf("2024-08-04")
	if _, ok := coded.On(1, 2, dispute.TrackDiplomaticRelations, 3); ok || coded.Len() != 0 || coded.Next() != 0 || len(slices.Collect(coded.Spells())) != 0 {
		t.Error("a zero coded fold holds something")
	}
	for range coded.AllOn(1, 2, dispute.TrackSupport, 3) {
		t.Error("a zero coded fold has support")
	}
	if _, ok := named.On("a", "b", dispute.TrackDiplomaticRelations, day); ok || named.Len() != 0 || named.Next() != 0 || len(slices.Collect(named.Spells())) != 0 {
		t.Error("a zero fold of names holds something")
	}
	for _, err := range []error{coded.Add(nil), coded.AddAt(nil), coded.AddSlice(nil), coded.Merge(nil), coded.Merge(&fold.Coded{}),
		named.Add(nil), named.AddAt(nil), named.AddSlice(nil), named.Merge(nil), named.Merge(&fold.Named{})} {
		if err != nil {
			t.Error(err)
		}
	}
	e := fold.Event{From: "a", To: "b", Kind: dispute.KindSeverRelations, Day: day}
	fresh := &fold.Named{}
	if ok, err := fresh.Insert(0, e); !ok || err != nil {
		t.Fatalf("insert into a zero fold: %v, %v", ok, err)
	}
	want := fold.NewNamed(nil, fold.Options{})
	if err := want.AddSlice([]fold.Event{e}); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(slices.Collect(want.Spells()), slices.Collect(fresh.Spells())); diff != "" {
		t.Errorf("spells (-want +got):\n%s", diff)
	}
	var rules *fold.Rules
	if code, err := rules.Code(dispute.KindSeverRelations, "", ""); err != nil || code == 0 {
		t.Errorf("nil rules have code %v, %v, want that of the default rules", code, err)
	}
	if code, err := new(fold.Rules).Code(dispute.KindSeverRelations, "", ""); err != nil || code == 0 {
		t.Errorf("zero rules have code %v, %v, want that of the default rules", code, err)
	}
	if err := want.Merge(fold.NewNamed(new(fold.Rules), fold.Options{})); err != nil {
		t.Errorf("merging a fold under zero rules into one under the default ones: %v", err)
	}
	if f := fold.NewCoded(nil, fold.Options{Workers: math.MaxInt}); f.AddSlice([]fold.CodedEvent{{Day: 1, From: 1, To: 2}}) != nil {
		t.Error("very many workers cannot add")
	}
}

// Nil folds hold nothing, and refuse whatever is to be put into them.
func TestNilFolds(t *testing.T) {
	var coded *fold.Coded
	var named *fold.Named
	e := fold.Event{From: "a", To: "b", Kind: dispute.KindSeverRelations, Day: dayOf("2024-08-04")}
	_, inserted := coded.Insert(0, fold.CodedEvent{})
	_, removed := coded.Remove(0, fold.CodedEvent{})
	_, insertedName := named.Insert(0, e)
	_, removedName := named.Remove(0, e)
	for i, err := range []error{inserted, removed, insertedName, removedName,
		coded.AddSlice([]fold.CodedEvent{{}}), coded.Merge(&fold.Coded{}), named.AddSlice([]fold.Event{e}), named.Merge(&fold.Named{})} {
		if !errors.Is(err, dispute.ErrMissing) {
			t.Errorf("call %d: got %v, want an error that wraps ErrMissing", i, err)
		}
	}
	if named.Rules() == nil || coded.Rules() == nil || named.Len()+coded.Len() != 0 || named.Next()+coded.Next() != 0 {
		t.Error("a nil fold has no rules, or holds something")
	}
}

// No method panics on a nil or a zero receiver and zero arguments, and none of
// them yields anything.
func TestNothingPanicsOnNothing(t *testing.T) {
	calls := 0
	for _, receiver := range []any{(*fold.Coded)(nil), new(fold.Coded), (*fold.Named)(nil), new(fold.Named), (*fold.Rules)(nil), new(fold.Rules)} {
		v := reflect.ValueOf(receiver)
		for i := range v.NumMethod() {
			m := v.Method(i)
			var args []reflect.Value
			for j := range m.Type().NumIn() {
				args = append(args, reflect.Zero(m.Type().In(j)))
			}
			for _, result := range m.Call(args) {
				calls++
				if result.Kind() == reflect.Func {
					for range result.Seq() {
						t.Errorf("%T.%s yields something", receiver, v.Type().Method(i).Name)
					}
				}
			}
		}
	}
	if calls < 50 {
		t.Errorf("%d results looked at, want at least 50", calls)
	}
}

package statuses_test

import (
	"encoding/json"
	"reflect"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/internal/disputetest"
)

// This file makes a record small in which something is wrong, so that it can be
// read: whatever can be left out of it is.

// shrink returns a record and a lens with as little in them as wrong allows. A
// record that cannot be encoded is nothing to read.
func shrink(r dispute.Record, l dispute.Lens, wrong func(dispute.Record, dispute.Lens) bool) (dispute.Record, dispute.Lens) {
	for smaller := true; smaller; {
		smaller = false
		try := func(x dispute.Record, y dispute.Lens) {
			if _, err := json.Marshal(x); err == nil && wrong(x, y) {
				r, l, smaller = x, y, true
			}
		}
		for _, ref := range disputetest.AllRefs(r) {
			x, _ := disputetest.Without(r, ref)
			if len(disputetest.AllRefs(x)) < len(disputetest.AllRefs(r)) {
				try(x, l)
			}
		}
		for i := range fields(&r) {
			x := disputetest.Copy(r)
			if list := fields(&x); i < len(list) && lessen(list[i]) {
				try(x, l)
			}
		}
		for i := range fields(&l) {
			y := disputetest.Copy(l)
			if list := fields(&y); i < len(list) && lessen(list[i]) {
				try(r, y)
			}
		}
	}
	return r, l
}

// fields returns everything in a value that can be set, the whole after its parts.
func fields[T any](of *T) []reflect.Value {
	var list []reflect.Value
	var visit func(v reflect.Value)
	visit = func(v reflect.Value) {
		exported := 0
		switch v.Kind() {
		case reflect.Slice:
			for i := range v.Len() {
				visit(v.Index(i))
			}
		case reflect.Pointer:
			if !v.IsNil() {
				visit(v.Elem())
			}
		case reflect.Struct:
			for i := range v.NumField() {
				if v.Type().Field(i).IsExported() {
					exported++
					visit(v.Field(i))
				}
			}
		}
		if exported == 0 {
			list = append(list, v)
		}
	}
	visit(reflect.ValueOf(of).Elem())
	return list
}

// lessen empties a value, or takes the last element off a list, and reports
// whether there was anything in it.
func lessen(v reflect.Value) bool {
	switch {
	case v.IsZero():
		return false
	case v.Kind() == reflect.Slice && v.Len() > 1:
		v.Set(v.Slice(0, v.Len()-1))
	default:
		v.SetZero()
	}
	return true
}

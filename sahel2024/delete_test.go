package sahel2024_test

import (
	"reflect"

	"github.com/dispute-go/dispute"
)

// without returns the record less the items named and all that depends on
// them: whatever refers to them, directly or not, supersession included.
func without(r dispute.Record, gone ...dispute.Ref) dispute.Record {
	drop := map[dispute.Ref]bool{}
	for _, ref := range gone {
		drop[ref] = true
	}
	for again := true; again; {
		again = false
		each(r, func(own dispute.Ref, item any) {
			if drop[own] {
				return
			}
			for _, ref := range references(item) {
				if drop[ref] {
					drop[own], again = true, true
				}
			}
		})
	}
	return dispute.Record{
		Title:        r.Title,
		Actors:       kept(r.Actors, drop, func(x dispute.Actor) dispute.Ref { return x.ID.Ref() }),
		Sources:      kept(r.Sources, drop, func(x dispute.Source) dispute.Ref { return x.ID.Ref() }),
		Events:       kept(r.Events, drop, func(x dispute.Event) dispute.Ref { return x.ID.Ref() }),
		Claims:       kept(r.Claims, drop, func(x dispute.Claim) dispute.Ref { return x.ID.Ref() }),
		Attributions: kept(r.Attributions, drop, func(x dispute.Attribution) dispute.Ref { return x.ID.Ref() }),
	}
}

func kept[T any](list []T, drop map[dispute.Ref]bool, ref func(T) dispute.Ref) []T {
	var rest []T
	for _, x := range list {
		if !drop[ref(x)] {
			rest = append(rest, x)
		}
	}
	return rest
}

// each calls visit with every item of a record.
func each(r dispute.Record, visit func(own dispute.Ref, item any)) {
	for _, x := range r.Actors {
		visit(x.ID.Ref(), x)
	}
	for _, x := range r.Sources {
		visit(x.ID.Ref(), x)
	}
	for _, x := range r.Events {
		visit(x.ID.Ref(), x)
	}
	for _, x := range r.Claims {
		visit(x.ID.Ref(), x)
	}
	for _, x := range r.Attributions {
		visit(x.ID.Ref(), x)
	}
}

// references returns what an item refers to: every ID in it but its own.
func references(item any) []dispute.Ref {
	var list []dispute.Ref
	var walk func(reflect.Value)
	walk = func(x reflect.Value) {
		if x.CanInterface() {
			if id, ok := x.Interface().(interface{ Ref() dispute.Ref }); ok {
				if x.Kind() == reflect.String && x.Len() > 0 {
					list = append(list, id.Ref())
				}
				return
			}
		}
		switch x.Kind() {
		case reflect.Struct:
			for i := range x.NumField() {
				if x.Type().Field(i).IsExported() && !(x.Type() == reflect.TypeOf(item) && x.Type().Field(i).Name == "ID") {
					walk(x.Field(i))
				}
			}
		case reflect.Slice:
			for i := range x.Len() {
				walk(x.Index(i))
			}
		case reflect.Pointer:
			if !x.IsNil() {
				walk(x.Elem())
			}
		}
	}
	walk(reflect.ValueOf(item))
	return list
}

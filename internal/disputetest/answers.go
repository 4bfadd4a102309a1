package disputetest

import (
	"reflect"

	"github.com/dispute-go/dispute"
)

// AnswersOf calls check with what every method of a view and of its relations
// returns, for the IDs of a record, and with what makes this view another.
func AnswersOf(v, other *dispute.View, r dispute.Record, check func(reflect.Value)) {
	var visit func(reflect.Value)
	visit = func(x reflect.Value) {
		switch {
		case x.Type() == reflect.TypeFor[dispute.Relation]():
			check(x)
			everyMethod(x, r, visit)
		case x.Kind() == reflect.Func && x.Type().CanSeq():
			x.Seq()(func(y reflect.Value) bool { visit(y); return true })
		case x.Kind() == reflect.Slice:
			for i := range x.Len() {
				visit(x.Index(i))
			}
		case x.Kind() == reflect.Struct && !isInput(x.Type()):
			check(x)
		}
	}
	everyMethod(reflect.ValueOf(v), r, visit)
	visit(reflect.ValueOf(dispute.Diff(v, other)))
}

// isInput reports whether a type is no answer, but part of the record or of a
// lens.
func isInput(x reflect.Type) bool {
	if x.PkgPath() != reflect.TypeFor[dispute.Record]().PkgPath() {
		return true
	}
	lists := reflect.TypeFor[dispute.Record]()
	for i := range lists.NumField() {
		if f := lists.Field(i).Type; f.Kind() == reflect.Slice && f.Elem() == x {
			return true
		}
	}
	return x == reflect.TypeFor[dispute.Lens]() || x == reflect.TypeFor[dispute.Pair]()
}

// everyMethod calls each method for one ID after the other, and visits what it
// returns.
func everyMethod(x reflect.Value, r dispute.Record, visit func(reflect.Value)) {
	for i := range x.NumMethod() {
		m := x.Method(i)
		rounds := 1
		for p := range m.Type().NumIn() {
			rounds = max(rounds, len(choices(m.Type().In(p), r)))
		}
		for round := range min(rounds, 12) {
			args := make([]reflect.Value, m.Type().NumIn())
			for p := range args {
				list := choices(m.Type().In(p), r)
				args[p] = reflect.Zero(m.Type().In(p))
				if len(list) > 0 {
					args[p] = reflect.ValueOf(list[(round+p)%len(list)])
				}
			}
			call := m.Call
			if m.Type().IsVariadic() {
				call = m.CallSlice
			}
			for _, result := range call(args) {
				visit(result)
			}
		}
	}
}

// choices are arguments of a type that lead to answers.
func choices(x reflect.Type, r dispute.Record) []any {
	var list []any
	switch x {
	case reflect.TypeFor[dispute.ActorID]():
		for _, a := range r.Actors {
			list = append(list, a.ID)
		}
	case reflect.TypeFor[[]dispute.ActorID]():
		for i := 1; i < len(r.Actors); i++ {
			list = append(list, []dispute.ActorID{r.Actors[i-1].ID, r.Actors[i].ID})
		}
	case reflect.TypeFor[dispute.EventID]():
		for _, e := range r.Events {
			list = append(list, e.ID)
		}
	case reflect.TypeFor[dispute.ClaimID]():
		for _, c := range r.Claims {
			list = append(list, c.ID)
		}
	case reflect.TypeFor[dispute.Track]():
		list = append(list, dispute.TrackDiplomaticRelations, dispute.TrackHostility, dispute.TrackSupport)
	case reflect.TypeFor[dispute.State]():
		list = append(list, dispute.StateSevered, dispute.StateMember)
	case reflect.TypeOf(Day("2024-08-06")):
		list = append(list, Day("2024-08-06"), Day("2024-09-30"), Day("2024-12-31"))
	case reflect.TypeFor[int64]():
		list = append(list, int64(30))
		if len(r.Events) == 0 {
			return nil
		}
	}
	return list
}

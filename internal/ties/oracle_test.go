package ties_test

import (
	"math"
	"math/rand/v2"
	"slices"

	"github.com/dispute-go/dispute/internal/ties"
)

// The days of a small world. The windows of ties and questions begin and end on
// days 0 to 4, or have no beginning or end: then they reach the days before or
// after.
const before, after = -1, 5

// days returns the days of a window one by one.
func days(w ties.Window) []int64 {
	var list []int64
	for day := int64(before); day <= after; day++ {
		if day >= w.First && day <= w.Last {
			list = append(list, day)
		}
	}
	return list
}

// A world is actors with their ties.
type world struct {
	Kinds []ties.Kind
	From  [][]ties.Tie
}

func can(t ties.Tie, w []int64) bool {
	return slices.ContainsFunc(days(t.Possible), func(day int64) bool { return slices.Contains(w, day) })
}

func must(t ties.Tie, w []int64) bool {
	held := days(t.Certain)
	return !slices.ContainsFunc(w, func(day int64) bool { return !slices.Contains(held, day) })
}

// leads reports whether a is b, or at most so many ties that are wanted lead
// from a to b. No way needs more than one tie less than there are actors.
func (x world) leads(a, b int32, steps int, wanted func(ties.Tie) bool) bool {
	return a == b || steps > 0 && slices.ContainsFunc(x.From[a], func(t ties.Tie) bool {
		return wanted(t) && x.leads(t.To, b, steps-1, wanted)
	})
}

// those returns the actors that are as said.
func (x world) those(said func(a int32) bool) []int32 {
	var list []int32
	for a := range int32(len(x.From)) {
		if said(a) {
			list = append(list, a)
		}
	}
	return list
}

func (x world) dependsOn(n int32, w []int64) []int32 {
	return x.those(func(a int32) bool {
		return x.leads(n, a, len(x.From)-1, func(t ties.Tie) bool { return can(t, w) })
	})
}

func (x world) leadUp(n int32, w []int64) []int32 {
	return x.those(func(a int32) bool { return x.leads(n, a, len(x.From)-1, up(w)) })
}

func up(w []int64) func(ties.Tie) bool {
	return func(t ties.Tie) bool { return t.Use&ties.LeadsUp != 0 && can(t, w) }
}

func (x world) principals(n int32, w []int64) []int32 {
	above := x.leadUp(n, w)
	tops := x.those(func(a int32) bool { return slices.Contains(above, a) && !slices.ContainsFunc(x.From[a], up(w)) })
	if len(tops) == 0 {
		return above
	}
	return tops
}

func (x world) commits(n int32, w []int64) []int32 {
	voice := func(t ties.Tie) bool { return t.Use&ties.Voice != 0 && must(t, w) }
	office := func(t ties.Tie) bool { return t.Use&ties.Office != 0 && must(t, w) }
	mouthOf := func(t ties.Tie) bool { return voice(t) || office(t) && x.Kinds[t.To] == ties.Other }
	byWord := func(a int32) bool {
		if a == n {
			return true
		}
		for mouth := range int32(len(x.From)) {
			if !x.leads(n, mouth, len(x.From)-1, mouthOf) {
				continue
			}
			for _, t := range x.From[mouth] {
				if t.To == a && (office(t) || voice(t) && x.Kinds[a] == ties.Other) {
					return true
				}
			}
		}
		return false
	}
	var asGovernment func(a int32, steps int) bool
	asGovernment = func(a int32, steps int) bool {
		if byWord(a) || steps == 0 {
			return byWord(a)
		}
		for g := range int32(len(x.From)) {
			bound := slices.ContainsFunc(x.From[g], func(t ties.Tie) bool { return t.To == a && t.Use&ties.LeadsUp != 0 && must(t, w) })
			if bound && x.Kinds[a] != ties.Other && x.Kinds[g] == ties.Government && asGovernment(g, steps-1) {
				return true
			}
		}
		return false
	}
	return x.those(func(a int32) bool { return asGovernment(a, len(x.From)-1) })
}

func (x world) surelyUp(n int32, w []int64) []int32 {
	return x.those(func(a int32) bool {
		return x.leads(n, a, len(x.From)-1, func(t ties.Tie) bool { return t.Use&ties.LeadsUp != 0 && must(t, w) })
	})
}

func (x world) inNameOf(n int32, w []int64) []int32 {
	return x.those(func(a int32) bool {
		return x.leads(n, a, len(x.From)-1, func(t ties.Tie) bool { return t.Use&ties.Name != 0 && must(t, w) })
	})
}

func (x world) speaksFor(n int32, w []int64) []int32 {
	return x.those(func(a int32) bool {
		for mouth := range int32(len(x.From)) {
			if x.leads(n, mouth, len(x.From)-1, func(t ties.Tie) bool { return t.Use&ties.Voice != 0 && must(t, w) }) &&
				slices.Contains(x.commits(mouth, w), a) {
				return true
			}
		}
		return false
	})
}

// timed reports whether any tie that may hold on the way from n has days.
func (x world) timed(n int32) bool {
	return slices.ContainsFunc(x.dependsOn(n, days(ties.AnyDay)), func(a int32) bool {
		return slices.ContainsFunc(x.From[a], func(t ties.Tie) bool { return t.Possible != ties.AnyDay || t.Certain != ties.AnyDay })
	})
}

// randomWindow has at least one day.
func randomWindow(rnd *rand.Rand) ties.Window {
	a, b := int64(rnd.IntN(after)), int64(rnd.IntN(after))
	w := ties.Window{First: min(a, b), Last: max(a, b)}
	if rnd.IntN(5) == 0 {
		w.First = math.MinInt64
	}
	if rnd.IntN(5) == 0 {
		w.Last = math.MaxInt64
	}
	return w
}

// randomWorld has up to five actors. Ties run either way, to oneself and twice
// to the same actor too.
func randomWorld(rnd *rand.Rand) world {
	actors := 1 + rnd.IntN(5)
	x := world{make([]ties.Kind, actors), make([][]ties.Tie, actors)}
	dated := rnd.IntN(4) // how many ties in four have days
	for n := range x.From {
		x.Kinds[n] = []ties.Kind{ties.Other, ties.State, ties.Government}[rnd.IntN(3)]
		for range rnd.IntN(4) {
			t := ties.Tie{To: int32(rnd.IntN(actors)), Possible: ties.AnyDay, Certain: ties.AnyDay,
				Use: []ties.Use{0, ties.LeadsUp, ties.LeadsUp | ties.Voice, ties.LeadsUp | ties.Office, ties.LeadsUp | ties.Voice | ties.Office}[rnd.IntN(5)]}
			if t.Use != 0 && rnd.IntN(2) == 0 {
				t.Use |= ties.Name
			}
			if rnd.IntN(4) < dated {
				t.Possible = randomWindow(rnd)
				// What surely held is part of that, and may be no day at all.
				t.Certain = ties.Window{First: max(t.Possible.First, int64(rnd.IntN(after))), Last: min(t.Possible.Last, int64(rnd.IntN(after)))}
				if rnd.IntN(2) == 0 {
					t.Certain = t.Possible
				}
			}
			x.From[n] = append(x.From[n], t)
		}
	}
	return x
}

package hostile_test

import (
	"bytes"
	"flag"
	"fmt"
	"runtime"
	"testing"

	"github.com/dispute-go/dispute"
)

// What is asked is in growth_answers_test.go, and of what in growth_shapes_test.go.
// What grows faster, for now, is listed in growth_open_test.go.

var (
	growthItems  = flag.Int("growth.items", 100, "how many items the smallest of three records has, each twice as large as the one before it")
	growthOpened = flag.Bool("growth.open", false, "also ask what is listed as growing too fast, and say what no longer does")
	growthList   = flag.Bool("growth.list", false, "list all that grows too fast, as Go, and fail for none of it")
)

// mostGrowth is how many times as many bytes an answer may ask for when its record
// is twice as large, as a mean of two doublings: what appends to lists asks for more
// now and then.
const mostGrowth = 2.3

// A growthCase is a hostile record of some size, with all that answers are asked of.
type growthCase struct {
	record  dispute.Record
	text    []byte
	dossier *dispute.Dossier
	view    *dispute.View
}

// unlimited are limits that no hostile record meets.
var unlimited = dispute.Limits{Bytes: 1 << 40, Items: 1 << 30, References: 1 << 30, AttributionDepth: 1 << 30, HierarchyDepth: 1 << 30}

func newGrowthCase(tb testing.TB, r dispute.Record) *growthCase {
	tb.Helper()
	g := &growthCase{record: r}
	var text bytes.Buffer
	if err := dispute.EncodeWith(&text, r, unlimited); err != nil {
		tb.Fatal(err)
	}
	g.text = text.Bytes()
	var err error
	if g.dossier, err = dispute.CompileWith(r, unlimited); err != nil {
		tb.Fatal(err)
	}
	if g.view, err = g.dossier.View(dispute.Lens{}); err != nil {
		tb.Fatal(err)
	}
	return g
}

// asked returns how many bytes an answer asks for, whatever becomes of them.
func (g *growthCase) asked(ask func(*growthCase)) float64 {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	ask(g)
	runtime.ReadMemStats(&after)
	return float64(after.TotalAlloc - before.TotalAlloc)
}

// growthOf returns how many bytes an answer asks for at each size, and whether they
// grow too fast. What the standard library keeps for the next use and loses now and
// then can count in one try and not in another: so there are several.
func growthOf(sizes [3]*growthCase, ask func(*growthCase)) (bytes [3]float64, over bool) {
	for try := range 3 {
		for i, g := range sizes {
			if asked := g.asked(ask) + fixedBytes; try == 0 || asked < bytes[i] {
				bytes[i] = asked
			}
		}
		if over = bytes[2]/bytes[0] > mostGrowth*mostGrowth; !over {
			break
		}
	}
	return bytes, over
}

// fixedBytes is what an answer may ask for however small its record is.
const fixedBytes = 64 << 10

// Every answer to every hostile shape asks for at most 2.3 times as many bytes when
// the record is twice as large. Those that are known to ask for more are listed, and
// leave the list once they do not.
func TestGrowth(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	open := map[growthKey]bool{}
	for _, key := range growthOpen {
		open[key] = true
	}
	for _, shape := range growthShapes {
		t.Run(shape.name, func(t *testing.T) {
			var sizes [3]*growthCase
			for i := range sizes {
				sizes[i] = newGrowthCase(t, shape.build(*growthItems<<i))
			}
			for _, answer := range growthAnswers {
				key := growthKey{shape.name, answer.name}
				listed := open[key]
				delete(open, key)
				if listed && !*growthOpened && !*growthList {
					continue
				}
				bytes, over := growthOf(sizes, answer.ask)
				switch text := fmt.Sprintf("%.0f, %.0f, %.0f KB, times %.2f, %.2f", bytes[0]/1024, bytes[1]/1024, bytes[2]/1024, bytes[1]/bytes[0], bytes[2]/bytes[1]); {
				case over && *growthList:
					t.Logf("\t{%q, %q}, // %s", key.shape, key.answer, text)
				case *growthList:
				case over && !listed:
					t.Errorf("%s: %s, want at most %.2f", key.answer, text, mostGrowth)
				case !over && listed:
					t.Errorf("%s: %s: no longer too much, and is to leave growthOpen", key.answer, text)
				}
			}
		})
	}
	for key := range open {
		if flag.Lookup("test.run").Value.String() == "" {
			t.Errorf("%v: no such answer or shape", key)
		}
	}
}

package course

import (
	"github.com/dispute-go/dispute/internal/precedence"
	"github.com/dispute-go/dispute/internal/span"
)

// A Term is when something can start and when it can end, as domains of ticks.
type Term struct {
	Start, End []span.Range
	Ever       bool // it has no end
}

// Agree cuts start and end to what they leave of each other, since nothing ends
// before it starts. Where that leaves nothing, nothing is known of the end.
func (t *Term) Agree() {
	if t.Ever {
		t.End = span.All()
	}
	cut := precedence.Tighten([]precedence.Node{{Start: t.Start, End: t.End}}, nil)
	if !cut.Consistent(0) {
		t.End = []span.Range{{First: t.Start[0].First, Last: span.PosInf}}
		cut = precedence.Tighten([]precedence.Node{{Start: t.Start, End: t.End}}, nil)
	}
	t.Start, t.End = cut.Start[0], cut.End[0]
}

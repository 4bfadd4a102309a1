// Package origins shows where a claim comes from: who said so or denied it first-hand,
// who only passes that on, how many origins it goes back to at most, and who cites whom
// in a circle; as text, and as a graph in the DOT language for Graphviz.
//
// It is what a view tells: nothing that its lens does not let see, and no name of who
// spoke in confidence. Texts are escaped, so that they are shown as they are. What the
// graph does not hold are the reasons why a statement counts as it does; the status of
// the claim, at its top, and [dispute.Status.Reasons] have them. It cannot be read back.
package origins

import (
	"github.com/dispute-go/dispute"
)

// Text returns the statements on a claim as indented lines: under each first-hand
// statement those that pass it on. A claim that is not in the view is an error; see
// [dispute.View.Require]. The cost is near-linear in the statements on the claim and on
// these statements.
func Text(v *dispute.View, claim dispute.ClaimID) (string, error) {
	g, err := graphOf(v, claim)
	if err != nil {
		return "", err
	}
	return g.text(), nil
}

// DOT returns the same as a graph in the DOT language (graphviz.org/doc/info/lang.html):
// a node for each statement, an arrow from whoever passes a statement on to that
// statement, a frame for each origin. Shapes and dashes say what colours say. The errors
// and the cost are those of [Text].
func DOT(v *dispute.View, claim dispute.ClaimID) (string, error) {
	g, err := graphOf(v, claim)
	if err != nil {
		return "", err
	}
	return g.dot(), nil
}

func graphOf(v *dispute.View, id dispute.ClaimID) (*graph, error) {
	if err := v.Require(id.Ref()); err != nil {
		return nil, err
	}
	claim, _ := v.Claim(id)
	return build(v, claim), nil
}

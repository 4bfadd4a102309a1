package dispute_test

import (
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/edtf"
)

// Everything that is wrong with a text comes out at once, each with its place.
func ExampleDecode() {
	_, err := dispute.Decode(strings.NewReader(`{
  "format": "dispute/1",
  "claims": [
    {"id": "support", "Text": "Ukraine supported the rebels", "note": null}
  ],
  "attributions": [
    {"id": "letter", "stance": "alleges", "claim": "support", "source": "Letter 1"}
  ]
}`))
	if list, ok := errors.AsType[*dispute.RecordError](err); ok {
		for _, p := range list.Problems {
			fmt.Println(p)
		}
	}
	fmt.Println("a value is missing:", errors.Is(err, dispute.ErrMissing))
	// Output:
	// line 4 column 5: /claims/0/text: missing value: expected a string
	// line 4 column 23: /claims/0/Text: unknown field: "Text", expected "text"
	// line 4 column 71: /claims/0/note: wrong type: null, expected a string; a value that is absent has no key
	// line 7 column 32: /attributions/0/stance: invalid value: unknown stance "alleges": expected "asserts", "implies", "denies", "neither-confirms-nor-denies", "declines-comment", "has-not-responded", "interprets", "retracts" or "undercuts"
	// line 7 column 73: /attributions/0/source: invalid value: ID "Letter 1", expected characters of a-z, 0-9, '.', '_', ':' and '-'
	// a value is missing: true
}

// The text of a record does not depend on the order in which it was put
// together.
func ExampleEncode() {
	r := dispute.Record{
		Events: []dispute.Event{{
			ID:   "mali-cuts-ties",
			Kind: dispute.KindSeverRelations,
			When: edtf.MustParse("[2024-08-01..2024-08-21]"),
			Participants: []dispute.Participant{
				{Role: dispute.RoleTarget, Actor: "ukraine"},
				{Role: dispute.RoleActor, Actor: "mali"},
			},
		}},
	}
	if err := dispute.Encode(os.Stdout, r); err != nil {
		fmt.Println(err)
	}
	// Output:
	// {
	//   "format": "dispute/1",
	//   "events": [
	//     {
	//       "id": "mali-cuts-ties",
	//       "kind": "sever-relations",
	//       "participants": [
	//         {
	//           "role": "actor",
	//           "actor": "mali"
	//         },
	//         {
	//           "role": "target",
	//           "actor": "ukraine"
	//         }
	//       ],
	//       "when": "[2024-08-01..2024-08-21]"
	//     }
	//   ]
	// }
}

func ExampleFieldError() {
	_, err := dispute.Compile(dispute.Record{Claims: []dispute.Claim{{ID: "a", Text: "One"}, {ID: "a", Text: "Two"}}})
	if first, ok := errors.AsType[*dispute.FieldError](err); ok {
		fmt.Println(first.Path, errors.Is(first, dispute.ErrDuplicateID))
	}
	// Output: /claims/1/id true
}

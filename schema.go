package dispute

import _ "embed"

//go:generate go test -run ^TestSchemaIsCurrent$ -update-schema .

//go:embed schema.json
var schema string

// Schema returns the JSON Schema (draft 2020-12) of a record's text, the file
// schema.json of this module, as a copy of its own: for editors, and for programs
// in other languages that check a text before it gets here.
//
// Every text that [Encode] writes is valid against it, and every text that is
// not valid is refused by [Decode]. The converse does not hold, for a schema
// cannot say everything: Decode also refuses duplicate keys, faults of encoding,
// whole numbers written with a fraction or an exponent, strings and texts that
// are too long in bytes, dates that do not exist or are not EDTF, an item with
// too many references, and chains that are too long.
func Schema() []byte { return []byte(schema) }

package floors

// floors are the floors of the root package from below, and the files on each.
var floors = []struct {
	name  string
	prose bool // whether its files may format text
	files []string
}{
	{"model", true, []string{"doc.go", "vocabulary.go", "id.go", "actor.go", "source.go", "event.go", "claim.go", "attribution.go",
		"record.go", "kinds.go", "track.go", "rules.go", "errors.go"}},
	{"text form", true, []string{"json.go", "canonical.go", "merge.go"}},
	{"stages", false, []string{"compile.go", "dossier.go", "sight*.go", "mentions.go", "court*.go", "chronology.go", "relation_index.go"}},
	{"answers", false, []string{"view.go", "answer.go", "status.go", "timeline.go", "relation.go", "relation_[^i]*.go",
		"question*.go", "conflict*.go", "account.go", "comparison.go", "rivals.go", "identity.go", "solidarity.go"}},
	{"words", true, []string{"words_*.go", "reasons.go"}},
	{"encoding and snapshots", true, []string{"answer_json.go", "snapshot.go", "difference*.go"}},
}

// exceptions are the uses of what is declared above, and why.
var exceptions = map[string]string{
	"answer.go uses reasons.go": "an answer that was read keeps the reasons that came with it",
	"json.go uses compile.go":   "what an ID may be is checked alike in a text and in a value",
	"merge.go uses snapshot.go": "two contents are the same if their texts are",
}

// otherUses are the imports that could format prose and do not, and for what
// they are.
var otherUses = map[string]string{
	"answer.go imports bytes": "the JSON of an answer",
	"compile.go imports fmt":  "errors",
	"sight.go imports fmt":    "errors",
	"view.go imports fmt":     "errors",
}

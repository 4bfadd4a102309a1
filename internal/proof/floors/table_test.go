package floors

// floors are the floors of the root package from below, and the files on each.
var floors = []struct {
	name  string
	prose bool // whether its files may format text
	files []string
}{
	{"model", true, []string{"doc.go", "vocabulary.go", "id.go", "actor.go", "source.go", "event.go", "claim.go", "attribution.go",
		"record.go", "kinds.go", "cameo.go", "label.go", "certainty.go", "track.go", "rules.go", "rules_default.go", "lens.go", "errors.go",
		"conflict_kind.go", "question_kind.go", "limits.go", "sets.go"}},
	{"text form", true, []string{"json.go", "canonical.go", "schema.go", "references.go", "measure.go", "merge.go"}},
	{"stages", false, []string{"compile.go", "dossier.go", "sight.go", "mentions.go", "court*.go", "support.go", "ties.go",
		"domain.go", "window.go", "chronology.go", "relation_index.go", "view.go"}},
	{"answers", false, []string{"lookup.go", "answer.go", "status.go", "timeline.go", "relation.go", "relation_state.go", "relation_change.go",
		"relation_period.go", "relation_build.go", "relation_file.go", "rated.go", "question.go", "question_[^ks]*.go", "question_silence.go", "conflict.go", "conflict_[^k]*.go", "account.go", "comparison.go", "figures.go", "dates.go",
		"identity.go", "solidarity.go"}},
	{"words", true, []string{"words.go", "words_*.go", "reasons.go"}},
	{"encoding and snapshots", true, []string{"answer_json*.go", "snapshot.go", "change.go", "diff*.go", "question_settled.go"}},
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
}

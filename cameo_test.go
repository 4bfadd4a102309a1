package dispute

import (
	"slices"
	"testing"
)

func TestKindOfCAMEO(t *testing.T) {
	for code, want := range map[string]EventKind{
		"161": KindReduceRelations, "1612": KindReduceRelations, "112": KindAccuse, "1123": KindAccuse, "0871": KindDeclareTruce, "195": KindAttack,
		"087": "", "0872": "", "054": "", "050": "", "191": "", "128": "", "16": "", "1": "", "": "", "999": "", "sever-relations": "",
	} {
		if got, ok := KindOfCAMEO(code); got != want || ok != (want != "") {
			t.Errorf("%q is %q, %v, want %q", code, got, ok, want)
		}
	}
	known := func(k EventKind) bool {
		return slices.ContainsFunc(KnownKinds(), func(e EventKindInfo) bool { return e.Kind == k })
	}
	names := cameoCodebook(t)
	for code, kind := range cameoKinds {
		if names[code] == "" || !known(kind) {
			t.Errorf("code %q, %q in the codebook, is kind %q", code, names[code], kind)
		}
	}
	// A kind with a code of its own is never told by a code of another meaning.
	for _, k := range KnownKinds() {
		if told, ok := KindOfCAMEO(k.CAMEO); ok && traitsOf[told].cameo != k.CAMEO && told != k.Kind {
			if own := traitsOf[told].cameo; own[:2] != k.CAMEO[:2] {
				t.Errorf("code %q of %q is told as %q, which has %q", k.CAMEO, k.Kind, told, own)
			}
		}
	}
}

// A bare 161 stays what it is, as an event on file. The tests of package fold
// have it in a feed.
func TestABare161StaysIndeterminate(t *testing.T) {
	kind, _ := KindOfCAMEO("161")
	f := newCaseFile("a", "b")
	f.event("e", kind, "2024-08-04", "actor", "a", "target", "b")
	state := f.view(t, Lens{}).Relation("a", "b", TrackDiplomaticRelations).On(dayOf("2024-08-05"))
	if len(state.States) != 1 || state.States[0].State != StateReducedOrSevered || state.States[0].Certainty != CertaintyCertain {
		t.Errorf("on file: %s, want reduced or severed, certain", state)
	}
}

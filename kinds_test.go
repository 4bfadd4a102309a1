package dispute_test

import (
	"encoding/csv"
	"fmt"
	"os"
	"slices"
	"testing"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/internal/disputetest"
)

// cameoNames are the names in the CAMEO codebook of the codes that the library
// gives to kinds of event, written down apart from the table.
var cameoNames = map[string]string{
	"010": "Make statement", "016": "Deny responsibility", "020": "Make an appeal or request",
	"045": "Mediate", "046": "Engage in negotiation",
	"050": "Engage in diplomatic cooperation", "051": "Praise or endorse", "054": "Grant diplomatic recognition", "057": "Sign formal agreement",
	"060": "Engage in material cooperation", "062": "Cooperate militarily", "064": "Share intelligence or information",
	"070": "Provide aid", "071": "Provide economic aid", "072": "Provide military aid",
	"085": "Ease economic sanctions, boycott, embargo", "0871": "Declare truce, ceasefire",
	"100": "Demand", "111": "Criticize or denounce", "112": "Accuse", "120": "Reject", "130": "Threaten", "138": "Threaten with military force",
	"150": "Demonstrate military or police power", "152": "Increase military alert status", "154": "Mobilize or increase armed forces",
	"160": "Reduce relations", "161": "Reduce or break diplomatic relations", "162": "Reduce or stop material aid", "163": "Impose embargo, boycott, or sanctions",
	"171": "Seize or damage property", "190": "Use conventional military force", "191": "Impose blockade, restrict movement", "192": "Occupy territory",
	"204": "Use weapons of mass destruction",
}

// ploverOf are the PLOVER categories of the two-digit CAMEO categories; the
// exceptions are those of the published crosswalk.
var ploverOf = map[string]string{
	"01": "", "02": "REQUEST", "03": "AGREE", "04": "CONSULT", "05": "SUPPORT", "06": "COOPERATE", "07": "AID", "08": "CONCEDE", "085": "RETREAT", "0871": "RETREAT",
	"10": "REQUEST", "11": "ACCUSE", "12": "REJECT", "13": "THREATEN", "15": "MOBILIZE", "16": "SANCTION", "163": "COERCE",
	"17": "COERCE", "19": "ASSAULT", "191": "COERCE", "192": "COERCE", "20": "ASSAULT",
}

// cameoCodebook returns the names of the codebook by code.
func cameoCodebook(t *testing.T) map[string]string {
	t.Helper()
	text, err := os.Open("testdata/cameo/cameo-codes.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer text.Close()
	rows, err := csv.NewReader(text).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	codebook := map[string]string{}
	for _, row := range rows[1:] {
		codebook[row[3]] = row[2]
	}
	return codebook
}

func TestCodesOfKinds(t *testing.T) {
	codebook := cameoCodebook(t)
	seen := map[dispute.EventKind]bool{}
	for _, k := range dispute.KnownKinds() {
		if seen[k.Kind] {
			t.Errorf("%q is in the list twice", k.Kind)
		}
		seen[k.Kind] = true
		if k.CAMEO == "" {
			if k.PLOVER != "" {
				t.Errorf("%q has a PLOVER category but no CAMEO code to check it by", k.Kind)
			}
			continue
		}
		if want := cameoNames[k.CAMEO]; want == "" || codebook[k.CAMEO] != want {
			t.Errorf("%q has code %s: named %q in the codebook, %q here", k.Kind, k.CAMEO, codebook[k.CAMEO], want)
		}
		want, ok := ploverOf[k.CAMEO]
		if !ok {
			want = ploverOf[k.CAMEO[:2]]
		}
		if k.PLOVER != want {
			t.Errorf("%q has PLOVER category %q, want %q", k.Kind, k.PLOVER, want)
		}
	}
	for _, r := range dispute.DefaultRules() {
		if !seen[r.Event] {
			t.Errorf("rule %q is about %q, which is not in the list", r.Name, r.Event)
		}
	}
}

func TestKindOfCAMEO(t *testing.T) {
	for code, want := range map[string]dispute.EventKind{
		"161": dispute.KindReduceRelations, "1612": dispute.KindReduceRelations, "112": dispute.KindAccuse, "1123": dispute.KindAccuse, "0871": dispute.KindDeclareTruce, "195": dispute.KindAttack, "2041": dispute.KindUseCBRWeapons, "204": "", "2042": "",
		"087": "", "0872": "", "054": "", "050": "", "191": "", "128": "", "16": "", "1": "", "": "", "999": "", "sever-relations": "",
	} {
		if got, ok := dispute.KindOfCAMEO(code); got != want || ok != (want != "") {
			t.Errorf("%q is %q, %v, want %q", code, got, ok, want)
		}
	}
	known := func(k dispute.EventKind) bool {
		return slices.ContainsFunc(dispute.KnownKinds(), func(e dispute.EventKindInfo) bool { return e.Kind == k })
	}
	names := cameoCodebook(t)
	told := 0
	for n := range 10_000 {
		code := fmt.Sprintf("%04d", n)
		of3, known3 := dispute.KindOfCAMEO(code[:3])
		kind, ok := dispute.KindOfCAMEO(code)
		if known3 && n%10 == 0 {
			told++
			if names[code[:3]] == "" || !known(of3) {
				t.Errorf("code %q, %q in the codebook, is kind %q", code[:3], names[code[:3]], of3)
			}
		}
		if ok && kind != of3 && (names[code] == "" || !known(kind)) {
			t.Errorf("code %q, %q in the codebook, is kind %q", code, names[code], kind)
		}
	}
	if told < 10 {
		t.Errorf("only %d codes of three digits are told as a kind", told)
	}
	codes := map[dispute.EventKind]string{}
	for _, k := range dispute.KnownKinds() {
		codes[k.Kind] = k.CAMEO
	}
	// A kind with a code of its own is never told by a code of another meaning.
	for _, k := range dispute.KnownKinds() {
		if told, ok := dispute.KindOfCAMEO(k.CAMEO); ok && codes[told] != k.CAMEO && told != k.Kind {
			if own := codes[told]; own[:2] != k.CAMEO[:2] {
				t.Errorf("code %q of %q is told as %q, which has %q", k.CAMEO, k.Kind, told, own)
			}
		}
	}
}

// A bare 161 stays what it is, as an event on file. The tests of package fold
// have it in a feed.
func TestABare161StaysIndeterminate(t *testing.T) {
	kind, _ := dispute.KindOfCAMEO("161")
	f := disputetest.NewCaseFile("a", "b")
	f.Event("e", kind, "2024-08-04", "actor", "a", "target", "b")
	state := f.View(t, dispute.Lens{}).Relation("a", "b", dispute.TrackDiplomaticRelations).On(disputetest.Day("2024-08-05"))
	if len(state.States) != 1 || state.States[0].State != dispute.StateReducedOrSevered || state.States[0].Certainty != dispute.CertaintyCertain {
		t.Errorf("on file: %s, want reduced or severed, certain", state)
	}
}

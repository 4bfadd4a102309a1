package dispute

import "strings"

// KindOfCAMEO returns the kind of event that a CAMEO code tells by itself, and
// false where there is none that says no more than the code does. So a feed
// that has nothing but the code is read without guessing: 161, which is
// reducing and breaking relations alike, is [KindReduceRelations] and never
// [KindSeverRelations]; 054, which is recognising a state and opening relations
// with it alike, is no kind.
//
// A code of four digits is read as the one of three digits that it details
// where it has no kind of its own. Codes are those of the CAMEO codebook,
// version 1.1b3 (2012).
func KindOfCAMEO(code string) (EventKind, bool) {
	for ; len(code) >= 3; code = code[:len(code)-1] {
		if kind, ok := cameoKinds[code]; ok {
			return kind, true
		}
	}
	return "", false
}

// cameoKinds are the codes of which a kind of event says no more, by code.
var cameoKinds = func() map[string]EventKind {
	kinds := map[string]EventKind{}
	for _, row := range []struct {
		kind  EventKind
		codes string
	}{
		{KindStatement, "010"},
		{KindDeny, "016"},
		{KindAppeal, "020 021 022 023 024 025 026 027 028"},
		{KindMediate, "045"},
		{KindNegotiate, "046"},
		{KindPraise, "051"},
		{KindAgreeCooperation, "057"},
		{KindCooperate, "060 061 062 063"},
		{KindProvideIntelligence, "064"},
		{KindProvideSupport, "072"},
		{KindLiftSanctions, "085"},
		{KindDeclareTruce, "0871"}, // the rest of 087 is easing and retreating
		{KindDemand, "100 101 102 103 104 105 106 107 108"},
		{KindCriticise, "111"},
		{KindAccuse, "112"},
		{KindReject, "120 121 122 123 124 125 126 127 129"},
		{KindThreaten, "130 131 132 133 134 135 136 137 139"},
		{KindThreatenForce, "138"},
		{KindShowForce, "150"},
		{KindAlertForces, "152"},
		{KindMobiliseForces, "154"},
		{KindReduceRelations, "161"},
		{KindImposeSanctions, "163"},
		{KindAttack, "190 193 194 195"},
		{KindOccupyTerritory, "192"},
	} {
		for code := range strings.FieldsSeq(row.codes) {
			kinds[code] = row.kind
		}
	}
	return kinds
}()

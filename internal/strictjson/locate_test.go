package strictjson

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestLocate(t *testing.T) {
	const text = " {\"a\": [1, {\"b/c~\": \"x\"},\n [ ]], \"\": {}, \"\\u0064\": 2}"
	tests := []struct {
		name, pointer string
		want          Place
	}{
		{"whole", "", Place{1, 1, 2}},
		{"array", "/a", Place{7, 1, 8}},
		{"element", "/a/1", Place{11, 1, 12}},
		{"escaped key", "/a/1/b~1c~0", Place{20, 1, 21}},
		{"second line", "/a/2", Place{27, 2, 2}},
		{"empty key", "/", Place{37, 2, 12}},
		{"key spelled with escapes", "/d", Place{51, 2, 26}},
		{"absent key", "/a/1/q", Place{11, 1, 12}},
		{"absent index", "/a/7/q", Place{7, 1, 8}},
		{"below a scalar", "/a/0/q", Place{8, 1, 9}},
		{"absent in the outermost", "/q", Place{1, 1, 2}},
		{"leading zero is no index", "/a/01", Place{7, 1, 8}},
	}
	var pointers []string
	var want []Place
	for _, tt := range tests {
		pointers, want = append(pointers, tt.pointer), append(want, tt.want)
	}
	if diff := cmp.Diff(want, Locate([]byte(text), pointers)); diff != "" {
		t.Errorf("places of %q (-want +got):\n%s", pointers, diff)
	}
	for i, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := Locate([]byte(text), pointers[i:i+1]); got[0] != tt.want {
				t.Errorf("place %v, want %v", got[0], tt.want)
			}
		})
	}
}

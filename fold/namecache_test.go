package fold

import (
	"fmt"
	"strings"
	"testing"

	"github.com/dispute-go/dispute"
)

// TestNameCache: a name is found with the value it was put with, or not at all,
// also where names share a place.
func TestNameCache(t *testing.T) {
	var c nameCache[dispute.ActorID, int]
	if _, ok := c.get(""); ok {
		t.Error("the empty name is found in an empty cache")
	}
	var names []dispute.ActorID
	for i := range 3000 {
		names = append(names, dispute.ActorID(strings.Repeat("x", i%12)+fmt.Sprint(i)), dispute.ActorID(fmt.Sprint(i)+"-the-same-end"))
	}
	for i, name := range names {
		c.put(name, i)
		if n, ok := c.get(name); !ok || n != i {
			t.Fatalf("%q: got %d, %v, want %d", name, n, ok, i)
		}
	}
	found := 0
	for i, name := range names {
		n, ok := c.get(name)
		if ok && n != i {
			t.Fatalf("%q: got %d, want %d", name, n, i)
		}
		if ok {
			found++
		}
	}
	if found < 300 {
		t.Errorf("%d names are found at the end, want at least 300", found)
	}
}

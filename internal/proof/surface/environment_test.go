package surface

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"reflect"
	"runtime"
	"strings"
	"testing"
	"time"
	_ "time/tzdata" // so that every zone is known wherever this runs

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/fold"
	"github.com/dispute-go/dispute/internal/disputetest"
	"github.com/dispute-go/dispute/sahel2024"
)

// writeEverything writes the record of the dossier, the JSON and the words of
// every answer about it, and the spells of a fold by several workers.
func writeEverything(t *testing.T, w io.Writer) {
	r := sahel2024.Record()
	if err := dispute.Encode(w, r); err != nil {
		t.Fatal(err)
	}
	late := disputetest.View(t, r, disputetest.Accepting(dispute.Lens{}))
	early := disputetest.View(t, r, dispute.Lens{RecordedBy: disputetest.Day("2024-08-21")})
	disputetest.AnswersOf(late, early, r, func(x reflect.Value) {
		text, err := json.Marshal(x.Interface())
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(w, "%s\n%s\n", text, x.Interface())
	})
	f := fold.NewNamed(nil, fold.Options{Workers: 3})
	if err := f.AddSlice(feed(2000)); err != nil {
		t.Fatal(err)
	}
	for s := range f.Spells() {
		fmt.Fprintln(w, s)
	}
}

// feed returns n events of a few actors, always the same.
func feed(n int) []fold.Event {
	rng := rand.New(rand.NewPCG(1, 2))
	rules := dispute.DefaultRules()
	actor := func() dispute.ActorID { return dispute.ActorID(fmt.Sprint("a", rng.IntN(9))) }
	list := make([]fold.Event, n)
	for i := range list {
		list[i] = fold.Event{From: actor(), To: actor(), Kind: rules[rng.IntN(len(rules))].Event, Day: edtf.DayFromNumber(rng.Int64N(400))}
	}
	return list
}

// digestVariable is set in the processes that only print their digest.
const digestVariable = "DISPUTE_TEST_DIGEST"

// TestTheEnvironmentChangesNoByte asks everything in processes of other time
// zones, languages, numbers of threads and habits of the garbage collector.
func TestTheEnvironmentChangesNoByte(t *testing.T) {
	if os.Getenv(digestVariable) != "" {
		var all bytes.Buffer
		writeEverything(t, &all)
		_, offset := time.Unix(0, 0).Zone()
		fmt.Printf("digest %x of %d bytes, zone %d, threads %d\n", sha256.Sum256(all.Bytes()), all.Len(), offset, runtime.GOMAXPROCS(0))
		return
	}
	if runtime.GOARCH == "wasm" {
		t.Skip("starts other processes, which no wasm system can; the other systems run it")
	}
	var all bytes.Buffer
	writeEverything(t, &all)
	if all.Len() < 1_000_000 {
		t.Fatalf("%d bytes of answers are too few to mean anything", all.Len())
	}
	for _, other := range []struct {
		env           []string
		zone, threads int
	}{
		{[]string{"TZ=Pacific/Apia", "LANG=tr_TR.UTF-8", "LC_ALL=tr_TR.UTF-8", "GOMAXPROCS=1"}, -11 * 3600, 1},
		{[]string{"TZ=Pacific/Kiritimati", "LANG=ar_EG.UTF-8", "LC_ALL=ar_EG.UTF-8", "GOMAXPROCS=7", "GOGC=10"}, -38_400, 7},
		{[]string{"TZ=UTC", "LANG=", "LC_ALL=C", "GOMAXPROCS=2", "GOGC=off"}, 0, 2},
	} {
		self, err := os.Executable()
		if err != nil {
			t.Fatal(err)
		}
		cmd := exec.Command(self, "-test.run=^"+t.Name()+"$")
		cmd.Env = append(os.Environ(), append(other.env, digestVariable+"=1")...)
		text, err := cmd.Output()
		if err != nil {
			t.Fatalf("%v: %v", other.env, err)
		}
		got, _, _ := strings.Cut(string(text), "\n")
		want := fmt.Sprintf("digest %x of %d bytes, zone %d, threads %d", sha256.Sum256(all.Bytes()), all.Len(), other.zone, other.threads)
		if got != want {
			t.Errorf("%v:\n%s, want\n%s", other.env, got, want)
		}
	}
}

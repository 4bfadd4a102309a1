package span

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestDomainsAgainstTheirTicks(t *testing.T) {
	domains := []struct {
		name   string
		domain []Range
	}{
		{"no tick", nil},
		{"one tick", []Range{{3, 3}}},
		{"one range", []Range{{2, 5}}},
		{"gap", []Range{{1, 2}, {5, 6}}},
		{"touching", []Range{{1, 2}, {3, 3}}},
		{"three ranges", []Range{{0, 0}, {2, 3}, {7, 7}}},
	}
	const first, last = -1, 9
	for _, c := range domains {
		t.Run(c.name, func(t *testing.T) {
			in := map[int64]bool{}
			for _, r := range c.domain {
				for x := r.First; x <= r.Last; x++ {
					in[x] = true
				}
			}
			for x := int64(first); x <= last; x++ {
				if got := Contains(c.domain, x); got != in[x] {
					t.Errorf("Contains(%d) = %v, want %v", x, got, in[x])
				}
				wantNext, wantPrev := x, x
				for wantNext <= last && !in[wantNext] {
					wantNext++
				}
				for wantPrev >= first && !in[wantPrev] {
					wantPrev--
				}
				if got, ok := Next(c.domain, x); ok != (wantNext <= last) || ok && got != wantNext {
					t.Errorf("Next(%d) = %d, %v, want %d", x, got, ok, wantNext)
				}
				if got, ok := Prev(c.domain, x); ok != (wantPrev >= first) || ok && got != wantPrev {
					t.Errorf("Prev(%d) = %d, %v, want %d", x, got, ok, wantPrev)
				}
				for y := x; y <= last; y++ {
					cut := AppendCut(nil, c.domain, x, y)
					for z := int64(first); z <= last; z++ {
						if got, want := Contains(cut, z), in[z] && x <= z && z <= y; got != want {
							t.Errorf("AppendCut(%d, %d) contains %d = %v, want %v", x, y, z, got, want)
						}
					}
				}
			}
		})
	}
}

func TestUnboundedDomain(t *testing.T) {
	for _, x := range []int64{NegInf, -1, 0, PosInf} {
		if got, ok := Next(All(), x); !ok || got != x {
			t.Errorf("Next(%d) = %d, %v", x, got, ok)
		}
		if got, ok := Prev(All(), x); !ok || got != x {
			t.Errorf("Prev(%d) = %d, %v", x, got, ok)
		}
	}
	want := []Range{{NegInf, 4}}
	if diff := cmp.Diff(want, AppendCut(nil, All(), NegInf, 4)); diff != "" {
		t.Errorf("cut of all ticks (-want +got):\n%s", diff)
	}
}

func TestAppendCutLeavesTheDomainAlone(t *testing.T) {
	domain := []Range{{1, 4}, {6, 9}}
	cut := AppendCut(nil, domain, 2, 7)
	cut[0].First = 100
	if diff := cmp.Diff([]Range{{1, 4}, {6, 9}}, domain); diff != "" {
		t.Errorf("domain changed (-want +got):\n%s", diff)
	}
}

// smallDomains returns every domain of a few ticks, touching ranges included.
func smallDomains() [][]Range {
	var domains [][]Range
	var grow func(domain []Range, from int64)
	grow = func(domain []Range, from int64) {
		domains = append(domains, domain)
		for first := from; first < 5; first++ {
			for last := first; last < 5; last++ {
				grow(append(domain[:len(domain):len(domain)], Range{first, last}), last+1)
			}
		}
	}
	grow(nil, 0)
	return domains
}

// What two domains have in common are the ticks that each has.
func TestMeetAgainstTicks(t *testing.T) {
	for _, a := range smallDomains() {
		for _, b := range smallDomains() {
			got := Meet(a, b)
			for tick := int64(-1); tick < 6; tick++ {
				if want := Contains(a, tick) && Contains(b, tick); Contains(got, tick) != want {
					t.Fatalf("Meet(%v, %v) = %v, want %d in it: %t", a, b, got, tick, want)
				}
			}
			for i := 1; i < len(got); i++ {
				if got[i-1].Last >= got[i].First {
					t.Fatalf("Meet(%v, %v) = %v, which is no domain", a, b, got)
				}
			}
		}
	}
}

func TestWithinAgainstRangeByRange(t *testing.T) {
	domains := smallDomains()
	for _, outer := range domains {
		for _, inner := range domains {
			want := true
			for _, r := range inner {
				held := false
				for _, o := range outer {
					held = held || o.First <= r.First && r.Last <= o.Last
				}
				want = want && held
			}
			if got := Within(outer, inner); got != want {
				t.Fatalf("Within(%v, %v) = %t, want %t", outer, inner, got, want)
			}
		}
	}
}

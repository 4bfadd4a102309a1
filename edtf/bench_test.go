package edtf_test

import (
	"strings"
	"testing"

	"github.com/dispute-go/dispute/edtf"
)

// typical holds strings as catalogues and chronologies have them.
var typical = strings.Fields(`1985-04-12 1985-04 1985 1985-04-12T23:20:30Z
	1985-04-12T23:20:30+04:30 2004-02-01/2005-02-08 1964/2008 2001-21 1984?
	2004-06-11% 201X 1985-04-XX 1985-04-12/.. /1985-04-12 -1985 2001-34 1950S2
	[1667,1668,1670..1672] {1960,1961-12} 2004-06~-11 ?2004-06-~11 156X-12-25
	1984-1X ~2004-06-01/2004-06-~20 Y170000002 Y-17E7`)

// BenchmarkParseBounds reads all typical strings and computes their bounds;
// ns/string is the mean over them.
func BenchmarkParseBounds(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		for _, s := range typical {
			d, err := edtf.Parse(s)
			if err != nil {
				b.Fatal(err)
			}
			bounds := d.Bounds()
			if bounds.LatestEnd == (edtf.Bound{}) {
				b.Fatal("no bound")
			}
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(typical)), "ns/string")
}

func BenchmarkParseBoundsEach(b *testing.B) {
	for _, s := range typical {
		b.Run(s, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				d, err := edtf.Parse(s)
				if err != nil {
					b.Fatal(err)
				}
				_ = d.Bounds()
			}
		})
	}
}

// Intervals whose ends bound each other, with very many days that match.
func BenchmarkBoundsOfMaskedInterval(b *testing.B) {
	for _, s := range []string{"XXXX-XX-23/9998-01-01", "0001-01-24/XXXX-XX-23", "XXXX-02-29/9998-01-01", "XXX9/9998-01-01"} {
		d := edtf.MustParse(s)
		b.Run(s, func(b *testing.B) {
			for b.Loop() {
				_ = d.Bounds()
			}
		})
	}
}

func BenchmarkRelations(b *testing.B) {
	for _, pair := range [][2]string{
		{"2024-07", "2024-08-07"},
		{"1964/2008", "1984"},
		{"[1667,1668,1670..1672]", "156X-12-25"},
		{"XXXX-XX-23", "XXXX-02-29"},
	} {
		x, y := edtf.MustParse(pair[0]), edtf.MustParse(pair[1])
		b.Run(pair[0]+" and "+pair[1], func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				_ = x.Relations(y)
			}
		})
	}
}

func BenchmarkCompare(b *testing.B) {
	x, y := edtf.MustParse("2024-07"), edtf.MustParse("2024-07-25/2024-07-27")
	for b.Loop() {
		_ = x.Compare(y)
	}
}

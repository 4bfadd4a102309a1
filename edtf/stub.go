// This file stands in for the package until it lands; whoever lands it deletes this file.
package edtf

import "iter"

type Day struct {
	y    int64
	m, d uint8
}

func MustParseDay(string) Day { return Day{} }
func (Day) IsZero() bool      { return true }
func (Day) Number() int64     { return 0 }
func DayFromNumber(int64) Day { return Day{} }
func (Day) Compare(Day) int   { return 0 }
func (Day) String() string    { return "" }

type Date struct{ s string }

func (Date) IsZero() bool     { return true }
func (Date) String() string   { return "" }
func (Date) Compare(Date) int { return 0 }
func (Date) Bounds() Bounds   { return Bounds{} }
func (Date) Day() (Day, bool) { return Day{}, false }

type Bounds struct{ EarliestStart, LatestStart, EarliestEnd, LatestEnd Bound }
type BoundKind uint8

const (
	BoundUnknown BoundKind = iota
	BoundDay
	BoundInstant
	BoundOpen
)

type Bound struct{ k BoundKind }

func (Bound) Day() Day        { return Day{} }
func (Bound) Kind() BoundKind { return 0 }

type Range struct{ First, Last Bound }

func (Date) StartRanges() iter.Seq[Range] { return nil }
func (Date) EndRanges() iter.Seq[Range]   { return nil }

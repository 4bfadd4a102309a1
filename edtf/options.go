package edtf

// Options says how [Date.BoundsWith], [Date.RelationsWith] and the questions
// beside it read a date. The zero Options are the defaults that [Date.Bounds]
// and [Date.Relations] use. A value that is none of the constants counts
// as the default.
type Options struct {
	// Reading chooses between "sometime within" and "throughout" where the
	// notation allows both.
	Reading Reading
	// Hemisphere places the seasons 21–24, which the specification leaves
	// independent of location. The codes 25–32 name their hemisphere.
	Hemisphere Hemisphere
	// Seasons chooses the months of all seasons, 21–32.
	Seasons SeasonRule
	// Padding widens what is qualified as approximate.
	Padding Padding
	// SameZone takes the days that a date-time with a zone is compared with
	// to be of that zone, by its clock. Without it they may be of any zone. It
	// moves no bound.
	SameZone bool
}

// Reading is what a date of low precision says about a span of time.
type Reading uint8

const (
	// ReadingOccurrence takes "2024-07" as sometime within July: start and
	// end may each lie on any of its days. It is the default.
	ReadingOccurrence Reading = iota
	// ReadingExtent takes "2024-07" as throughout July, from its first day
	// to its last.
	ReadingExtent
)

// Hemisphere places the seasons that name none.
type Hemisphere uint8

const (
	// HemisphereNorth has spring in March. It is the default.
	HemisphereNorth Hemisphere = iota
	// HemisphereSouth has spring in September.
	HemisphereSouth
)

// SeasonRule gives seasons their months. In either rule the year written is
// the one in which the season begins.
type SeasonRule uint8

const (
	// SeasonsMeteorological has, in the north, spring from March to May,
	// summer from June to August, autumn from September to November and
	// winter from December to February of the year after; in the south they
	// lie six months apart, summer reaching into the year after. It is the
	// default.
	SeasonsMeteorological SeasonRule = iota
	// SeasonsQuarter has, in the north, winter from January to March, spring
	// from April to June, summer from July to September and autumn from
	// October to December; in the south they lie six months apart. Every
	// season stays within its year and close to the astronomical one.
	SeasonsQuarter
)

// Padding says how far an approximate date may be off, to either side. Of
// adjacent components qualified together the finest decides: Years for
// "1984~", Months for "2004-06~" and for sub-year codes, Days for
// "2004-06-11~". Components qualified apart, as in "~2004-06-~11", add up.
// Percent is a share of the length of the finest approximate component, rounded
// up to whole days and added to the rest: 50 moves "1984~" by 183 days and
// "2004-06~" by 15. The zero Padding never moves a bound.
type Padding struct {
	Years, Months, Days uint32
	Percent             uint32
}

// PhraseOptions says how [ParsePhraseWith] reads what a wording leaves open. The
// zero PhraseOptions are the defaults that [ParsePhrase] uses. A value that is
// none of the constants counts as the default.
type PhraseOptions struct {
	// Reference is the day that "later that day", "the following morning" and
	// "two days later" speak of: the day of the event told before. If it is
	// zero, it is the anchor.
	Reference Day
	// Side says which year is meant by a date without its year.
	Side Side
	// Order is the order of day and month in a date of numbers. Where it is
	// stated a year may have two figures: of those from 80 years before the
	// anchor's to 19 after.
	Order DateOrder
}

// Side says which year is meant by a date without its year when the one after
// the anchor is nearer than the one before it. It goes also for what limits such a
// date, as "until 30 August" does, but that "since 30 August" is never of the
// future unless the future is chosen.
type Side uint8

const (
	// SideUnstated refuses such a date, and the error names both; a limit takes
	// the nearest one. It is the default.
	SideUnstated Side = iota
	// SidePast takes the last one before the anchor.
	SidePast
	// SideFuture takes the first one after the anchor.
	SideFuture
	// SideNearest takes the one that is fewer days away from the anchor, the
	// earlier one of two as near.
	SideNearest
)

// DateOrder is the order of the day and the month in a written date. The year
// comes last in either.
type DateOrder uint8

const (
	// OrderUnstated is the order of a text of which nobody said where it is
	// from. What is written puts the day first; what is read in figures is
	// refused where it can be two days, as "4/8/2024" can.
	OrderUnstated DateOrder = iota
	// OrderDayMonth is "4 August 2024".
	OrderDayMonth
	// OrderMonthDay is "August 4, 2024".
	OrderMonthDay
)

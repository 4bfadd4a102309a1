// Package fold follows relations through feeds of millions of coded events: who
// did what to whom, on which day. It follows the rules that decide a
// [dispute.Relation], and gives the spells that a dossier with these events
// gives. The cost of an event is near that of sorting it in.
//
// A feed whose actors have names and whose days are dates goes into a [Named]:
//
//	f := fold.NewNamed(nil, fold.Options{})
//	err := f.AddSlice([]fold.Event{
//		{From: "niger", To: "ukraine", Kind: dispute.KindSeverRelations, Day: edtf.MustParseDay("2024-08-06")},
//		{From: "mali", To: "ukraine", Kind: dispute.KindSeverRelations, Day: edtf.MustParseDay("2024-08-04")},
//	})
//	if err != nil {
//		return err
//	}
//	s, ok := f.On("mali", "ukraine", dispute.TrackDiplomaticRelations, edtf.MustParseDay("2024-08-07"))
//	fmt.Println(s.State, s.First, ok) // severed 2024-08-04 true
//
// A feed that has numbers for its actors, kinds of event and days, or a part of
// one that is split over machines, goes into a [Coded]. [Rules] are a table of
// rules made ready for either.
//
// # What a fold knows less than a dossier
//
// A dossier gives the same spells where every date is one exact day or an
// interval of such, every event is accepted, and the position in the feed is
// the sequence within a day. Events with uncertain dates, and who says what,
// belong into a [dispute.Record]. Where a fold knows less:
//
//   - An event is between two actors, which are two sides.
//   - What the first change presupposes, and the end of a truce or a suspension
//     brings back, is told as brought by that end.
//   - Support has no target: all support of one kind is one.
//   - Where several changes on one day agree with the state at its end, the
//     last of them is named as its cause, not the first.
//   - Where several lasting events go on as another ends, and their rules do
//     not say which gives way (Not of a [dispute.Rule]), a dossier holds each
//     of their states possible; a fold takes the last in the order of
//     [dispute.State].
//   - Where the state falls back to what goes on as another event ends, the
//     event that ended is named as the cause, not the one that goes on.
//
// # What is left out
//
// Events of a kind that no rule knows, or in roles that none does, change nothing.
// [Named.Unruled] counts them by kind, so that a wrong word is not lost in silence.
// What cannot be used is refused with an error that says at which position it
// stands.
//
// # Promises
//
// What a fold answers depends on the events and their positions, never on the
// order in which they came, the portions they came in or the options. A fold
// must not be changed while others use it; readers alone do not disturb each
// other. Zero folds are folds of no events under [dispute.DefaultRules]; nil
// folds answer as these do, and refuse to take anything in.
package fold

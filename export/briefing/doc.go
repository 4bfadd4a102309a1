// Package briefing tells a dispute on one screen, and the whole of it on request.
//
// [New] makes a [Briefing] of a view and a day, [Changes] one of two views. A
// briefing is plain data: sections of lines, each line with the items that it is
// about. [Briefing.Text], [Briefing.Markdown] and [Briefing.HTML] print it, and it
// encodes as JSON.
//
// The first screen says what is contested and who stands on each side, which
// relations changed, what is only claimed and by whom, what is open and what is
// expected. It has at most [ScreenLines] lines and [ScreenWords] words, however
// large the record is; what does not fit is counted. The zero [Options] give that
// alone. With Full the rest follows, each thing once: a timeline, the claims by how
// they stand, the relations, rival figures and dates, what does not go together;
// then the statements as numbered notes, and their sources.
//
// # Marks
//
// How something stands is a word and a pair, such as "contested (1,1)": the
// evidence for and against it, each from 0 to 4, as [dispute.Side] has it. Two
// marks stand beside it, which a legend explains: ° says that it is not
// adjudicated, ≤2 that at most two origins stand behind it.
//
// # What it keeps
//
// Nothing is told without whoever says so: on the screen by name, in the rest by
// the numbers of notes. Who spoke in confidence is named nowhere. IDs stand in
// Items only, never in a text. Text of the record is escaped where it is printed,
// and stands on one line. The same view, day and options give the same bytes.
//
// # What it cannot hold
//
// A briefing is a selection. It has no reasons (the answers of the view have them),
// no analyst's grades, no accounts of parties and no codes of actors. The screen
// cuts long texts, and says so by an ellipsis; what was called off is in the rest alone. It tells how relations stood on one
// day and not how they came there. A relation that nothing but an affiliation on
// file tells of is in the rest alone. Items that nothing on the screen or in
// the rest speaks of, such as an actor that takes part in nothing, are not told.
package briefing

// Package dispute keeps a contested international dispute as plain data and
// computes, with pure functions, a timeline, the state of relations between
// actors and the status of every claim, each with its reasons.
//
// It never decides who is right, it never forgets who said it, and the same
// input gives the same bytes. There are no truth scores and no verdicts of its
// own. It extracts nothing from text, stores nothing, opens no connection and
// reads no clock.
//
// Start here: the example of the package shows the four steps, a [Record], the
// [Dossier] that [Compile] makes of it, a [View] of that through a [Lens], and the
// view's questions, such as [View.Status]. The page docs/tutorial.md leads from a
// paragraph of news to a briefing.
//
// # The record
//
// A [Record] is everything on file: actors, sources, events, claims and
// attributions. A [Claim] is one neutral proposition, which nobody has said
// yet. An [Attribution] is somebody taking a [Stance] to it: asserting,
// implying, denying, declining to comment, withdrawing. It says who spoke, on
// whose behalf, in which [Source], first-hand or passed on. An [Event] is
// something said to have happened; that it is on file does not establish it.
// Dates are uncertain and are written in EDTF (ISO 8601-2:2019, package
// [github.com/dispute-go/dispute/edtf]).
//
// Records are decoded strictly with [Decode] and encoded canonically with
// [Encode]; [Schema] is their JSON Schema. Nothing is overwritten: a correction
// is a new item that supersedes an old one.
//
// # Answers
//
// [Compile] turns a record into a [Dossier], which is immutable and safe for
// concurrent use. Questions are asked of a [View] of it, through a [Lens]: as
// known by one day, as recorded by one day, from nobody's standpoint or from
// one party's, under a [Policy].
//
//   - [View.Timeline] orders the events by what is certain about their dates.
//   - [View.Status] weighs a claim: a pair of levels for and against, a
//     [Label], the roots on both sides and the number of origins they go back
//     to. Only first-hand statements count; relays add nothing.
//   - [View.Relation] follows a relation between two actors on one [Track],
//     with three-valued answers where dates are uncertain.
//   - [View.OpenQuestions] and [View.Conflicts] list what is unanswered and
//     what does not go together.
//   - [View.Account] tells the dispute as one party does.
//   - [View.Figures] and [View.Dates] set rival numbers and dates side by side.
//   - [Difference] tells what changed between two views: the world, what
//     was learnt, or what was corrected.
//   - [View.Sentence] says any item in English, without losing its speaker,
//     stance, date or standing.
//
// Package [github.com/dispute-go/dispute/fold] follows the relations in a feed of
// millions of coded events, under the same rules.
//
// Every answer carries [Reasons]: the items of the record and the rules it
// rests on, complete and in a fixed order. Answers encode as JSON with their words
// and reasons, and read back from it: then they say the words that came with them,
// and nothing where none came.
//
// # Promises
//
// All functions are pure. Inputs are neither modified nor kept. The order of
// the input never changes an answer. Lists come in a documented order: as an
// iterator where each element is looked up or worked out only when it is reached,
// as a slice where the whole list must be found first. Nothing panics on bad input,
// on zero values or on nil; errors say where (JSON Pointer, RFC 6901) and what was
// expected. The work is near-linear in the input. LAWS.md, beside the code, lists
// the laws that hold of all answers, with their exceptions and their tests.
package dispute

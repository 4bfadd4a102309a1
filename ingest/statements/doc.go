// Package statements makes records of statements as whoever extracts them writes them:
// one JSON object to a line, with the speaker, what is said, what carries it, and when.
// Lines without a speaker, a source or a date that can be told are refused, each with
// everything that is wrong with it.
//
// # A line
//
// A line is one object in UTF-8 of at most [MaxLine] bytes; empty lines are skipped, and a
// byte order mark at the beginning of the stream. Keys are those of a record's items where there is such a key:
//
//	speaker       who says it: an actor; required
//	jointly       who signs it too: actors
//	on_behalf_of  for whom they say they speak: actors
//	stance        asserts, implies, denies, neither-confirms-nor-denies,
//	              declines-comment or has-not-responded; required
//	claim         what it is taken to; required
//	source        what carries the statement; required
//	said          when it was said, in EDTF, such as 2024-08 or [2024-08-01..2024-08-21]
//	wording       the source's own wording of when, such as "late July"
//	anchor        the day that the wording is counted from, as 2024-08-21
//	lineage       first-hand or relaying; without it the statement is no evidence
//	cue           the word that signals the stance, such as "alleged"
//	strength      hedged, plain or categorical
//	scope         how far the stance reaches
//	quotation     the speaker's words
//	on_record     on-record, background or off-record
//	recorded      the day on which it entered the file, as 2024-08-21
//
// An actor has a kind and a name, both required, and may have speaks_for, the
// actor it speaks for, and role, in what office, such as foreign-ministry. A
// claim has a text, required, a neutral clause that can follow "that" and does
// not end in a full stop, and may have adverse and favours, the actors it would
// speak against and for. Names and claims have a letter or a digit. A source
// has a kind, required, a title or a url or both, and may have publisher, an
// actor, published, in EDTF, and language.
//
// A line without said has to have a wording that the library reads. It is
// counted from the anchor; without one, from the day of the source's published,
// if that is a single day. A date can be told if there is a last day on which
// the statement can have been made. No date may leave its year wholly open, as
// XXXX-12-24 does.
//
// Unknown keys, keys that occur twice or in another case, null, empty texts,
// texts with the replacement character U+FFFD, which stands for bytes that were
// lost, and data after the object are refused.
//
// # The record
//
// IDs follow from the content: an actor's from its kind and name, a claim's from
// its text, a source's and a statement's from all that is said of them but the
// day of recording. So the same line always gives the same items, in whatever
// order and with whatever others it comes, and a repeated line adds nothing. An
// actor speaks for everybody that any line says it speaks for, and a claim is
// adverse to and favours everybody that any line names. An item counts as
// recorded on the first day on which a line that has it was recorded, unless a
// line without a day has it; a claim counts as known from the last day on which
// the first of its sources can have been published, unless one has no such day.
// Nothing else is inferred, and no two actors are taken for the same. Lines that
// together come to more than a record may hold (see [dispute.Limits]) give no
// record.
package statements

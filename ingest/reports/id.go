package reports

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"

	"github.com/dispute-go/dispute"
)

// The greatest lengths of the parts that IDs are put together from, such that
// no ID is longer than 128 bytes.
const (
	eventPart    = 40
	sourcePart   = 48
	actorPart    = 48
	categoryPart = 24
)

// EventID returns the ID of the event with this key. Different keys have
// different IDs:
//
//   - a short key of a-z, 0-9, '.' and '-' is its own ID ("ab-1");
//   - one of A-Z, 0-9, '.' and '-' has '_' before its small letters: "KE-0141"
//     is "_ke-0141";
//   - any other has its small letters and digits, as far as there is room, then
//     '_' and 64 bits of its SHA-256. Should two of these ever be the same in
//     one table, [Read] refuses it.
func EventID(key string) dispute.EventID { return dispute.EventID(part(key, eventPart)) }

// SourceID returns the ID of the report with this key; see [EventID].
func SourceID(key string) dispute.SourceID { return dispute.SourceID(part(key, sourcePart)) }

// PublisherID returns the ID of the publisher of this name: "publisher:" and
// what [EventID] makes of names.
func PublisherID(name string) dispute.ActorID {
	return dispute.ActorID("publisher:" + part(name, actorPart))
}

// AgentID returns the ID of the agent with this key, which is its ID in the
// table or, where the table has no such column, its name: "agent:" and what
// [EventID] makes of keys.
func AgentID(key string) dispute.ActorID { return dispute.ActorID("agent:" + part(key, actorPart)) }

// part returns a key as part of an ID.
func part(key string, most int) string {
	const hashed = 1 + 16 // with its '_'
	var lower, upper, other bool
	for _, c := range []byte(key) {
		switch {
		case c >= 'a' && c <= 'z':
			lower = true
		case c >= 'A' && c <= 'Z':
			upper = true
		case c >= '0' && c <= '9', c == '.', c == '-':
		default:
			other = true
		}
	}
	switch {
	case key == "" || other || upper && lower:
	case upper && 1+len(key) <= most:
		return "_" + strings.ToLower(key)
	case !upper && len(key) <= most:
		return key
	}
	sum := sha256.Sum256([]byte(key))
	return slug(key, most-hashed) + "_" + hex.EncodeToString(sum[:(hashed-1)/2])
}

// slug returns the letters and digits of ASCII in a key as small letters, with
// a hyphen between the runs of them, and never nothing.
func slug(key string, most int) string {
	var b strings.Builder
	gap := false
	for _, c := range []byte(key) {
		switch {
		case c >= 'A' && c <= 'Z':
			c += 'a' - 'A'
		case c >= 'a' && c <= 'z', c >= '0' && c <= '9':
		default:
			gap = b.Len() > 0
			continue
		}
		if gap && b.Len()+1 < most {
			b.WriteByte('-')
		}
		gap = false
		if b.Len() == most {
			break
		}
		b.WriteByte(c)
	}
	if b.Len() == 0 {
		return "x"
	}
	return b.String()
}

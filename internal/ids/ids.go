// Package ids has the one rule of what an ID is made of.
package ids

// Bytes is how long an ID can be by default.
const Bytes = 128

// Characters says which characters an ID can have, for messages.
const Characters = "a-z, 0-9, '.', '_', ':' and '-'"

// Valid reports whether an ID has no other characters than it can have.
func Valid(id string) bool {
	for i := range len(id) {
		switch c := id[i]; {
		case c >= 'a' && c <= 'z', c >= '0' && c <= '9', c == '.', c == '_', c == ':', c == '-':
		default:
			return false
		}
	}
	return true
}

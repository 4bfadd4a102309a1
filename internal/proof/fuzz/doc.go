// Package fuzz sends texts and records that nobody wrote through the whole
// library: what the engine says of them must be the same however they are
// written down, split or ordered. The seeds run with every test; the script
// fuzz.sh beside this file runs each target for longer.
package fuzz

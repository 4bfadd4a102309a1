// Package strictjson reads JSON text into Go values and writes it back, with
// nothing guessed and nothing lost on the way.
//
// It takes the struct tags of encoding/json, and differs from that package in
// what it refuses: duplicate keys, keys in another case, unknown keys, null,
// numbers that are not integers in range, invalid UTF-8, lone surrogates,
// control characters, missing keys, trailing data, and whatever exceeds the
// given limits. It does not stop at the first problem: it returns all of them,
// each with its JSON Pointer and position, up to a limit. Only after text that
// is not JSON does it stop, because nothing after that can be trusted.
//
// Time and memory are linear in the length of the text, whatever it holds.
package strictjson

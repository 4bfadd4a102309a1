// Package panics proves that nothing exported panics: not on zero values, nil
// pointers and empty arguments, and not on values that make no sense. Only what
// is called Must… may.
package panics

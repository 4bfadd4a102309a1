// Package conformance checks what the dispute module writes and accepts with
// programs that are not its own. It is a module of its own, so that what it
// depends on stays out of the library's. It has tests only.
package conformance

// Package floors proves that the files of the root package stand on floors: that
// each uses only what is declared on its own floor and below, and that no stage
// and no answer formats prose.
package floors

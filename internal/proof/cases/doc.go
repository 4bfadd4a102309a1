// Package cases proves the answers on small records that once came out wrong.
// Each record of testdata/cases has a test named after its file, and each kind
// of mistake has variants that differ in what must not matter, and in what must.
package cases

// Package surface proves what holds of everything exported: that nothing panics
// on zero values, nil pointers, empty arguments and values that make no sense,
// that answers read back from their JSON, and that vocabularies read what they
// write. What is exported is found by reflection, or looked up in the sources.
package surface

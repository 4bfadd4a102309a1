// Package statuses proves statuses: every one of many random records is compared
// with a slow reading of the rules, and the laws of statuses are tried on them.
package statuses

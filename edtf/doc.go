// Package edtf reads, writes and compares uncertain dates in the Extended
// Date/Time Format of the Library of Congress (2019), the date profile of
// ISO 8601-2:2019, at its levels 0, 1 and 2.
package edtf

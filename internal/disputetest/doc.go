// Package disputetest holds what the tests of several packages have in common:
// hand-worked casts, records under construction, records at random, slow ways to
// look at records, and how many of them to try. Tests alone import it; it imports
// the root as users do.
package disputetest

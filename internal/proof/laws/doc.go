// Package laws proves what holds of all answers at once: that they name what they
// rest on, that what they name suffices, and what makes two views differ.
package laws

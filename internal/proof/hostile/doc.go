// Package hostile asks shapes made to be slow for everything that could take more
// than near-linear time or memory, and measures them.
package hostile

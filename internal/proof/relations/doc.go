// Package relations proves relations: small worlds of uncertain dates are compared
// with all their placements, and random records with the laws of relations.
package relations

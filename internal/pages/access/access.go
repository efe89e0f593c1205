// Package access is where somebody sees who read what is private to her.
package access

import (
	"time"

	"rung/internal/pages/shared"
)

// Page lists the reads, newest first, by day.
type Page struct {
	shared.Frame
	Days []Day
}

// Day is the reads of one day.
type Day struct {
	Day   time.Time
	Reads []Read
}

// Read is one time that somebody was shown something.
type Read struct {
	Who  string
	At   time.Time
	What string // as "12 ratings and 3 pieces of evidence"
}

// Build returns p with its title.
func Build(p Page) Page {
	p.Title = "Who read what is mine"
	return p
}

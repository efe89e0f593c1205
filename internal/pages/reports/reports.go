// Package reports is a manager's people together: how each stands, area by
// area, and what waits for the manager. It ranks nobody.
package reports

import (
	"time"

	"rung/internal/pages/shared"
	"rung/internal/pages/standing"
)

// Page lists a manager's people by name.
type Page struct {
	shared.Frame
	People []Person
}

// Person is one report.
type Person struct {
	Name   string
	URL    string
	Role   shared.Ref
	Since  time.Time
	Areas  []Area
	Waits  []shared.Ref // what waits for the manager
	Rate   string
	Beside string
}

// Area is how many statements of one area are in which state.
type Area struct {
	Title string
	Total int
	Parts []standing.Count
}

// Build returns p with its title.
func Build(p Page) Page {
	p.Title = "My people"
	return p
}

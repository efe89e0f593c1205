// Package directory is who works here, as on any company's intranet.
package directory

import "rung/internal/pages/shared"

// Page lists people by team.
type Page struct {
	shared.Frame
	Teams []Team
	Admin string // where an administrator keeps people, or ""
}

// Team is people who work together; Name "" is those in none.
type Team struct {
	Name   string
	People []shared.Person
}

// Build returns p with its title.
func Build(p Page) Page {
	p.Title = "People"
	return p
}

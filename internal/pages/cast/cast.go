// Package cast is where a visitor of the example company chooses whom to be.
package cast

import "rung/internal/pages/shared"

// Page lists the people of the example company: the few with the most to see
// first, then everybody by team.
type Page struct {
	shared.Frame
	Action string
	Stars  []Member
	Teams  []Team
}

// Team is people who work together.
type Team struct {
	Name    string
	Members []Member
}

// Member is somebody to be. Line says what is to be seen as her.
type Member struct {
	ID   string
	Name string
	Role string
	Line string
}

// Build returns the page.
func Build(frame shared.Frame, action string, stars []Member, teams []Team) Page {
	p := Page{Frame: frame, Action: action, Stars: stars, Teams: teams}
	p.Title = "Whom to be"
	return p
}

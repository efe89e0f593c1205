// Package growth holds the nouns of the growth conversation and its
// arithmetic: who rated whom on what, and what follows from it. It is pure:
// it reads no clock and no database, and nothing in it sets a rating.
package growth

import (
	"time"

	"rung/internal/fault"
	"rung/internal/model"
)

// PersonID names a person. Like all ids of the application it is text that
// sorts by the time it was made.
type PersonID string

// TeamID names a team.
type TeamID string

// Person is somebody at the company. Times are UTC.
type Person struct {
	ID       PersonID
	Name     string
	Email    string // lower case; unique among people
	Team     TeamID // "" for none
	Manager  PersonID
	Admin    bool // runs the system; reads no content by that
	JoinedAt time.Time
	LeftAt   time.Time // zero while she is here
	Version  int64     // 1 at first; each change adds one
}

// Active reports whether the person is still here.
func (p Person) Active() bool { return p.LeftAt.IsZero() }

// Team is people who work together.
type Team struct {
	ID      TeamID
	Name    string
	Version int64
}

// Assignment says that a person holds a role since a day, until the next
// assignment begins.
type Assignment struct {
	ID        string
	Person    PersonID
	Role      model.RoleID
	RoleTitle string // as it was called then, so that it reads when the role is gone
	Revision  string // the framework's revision at the time
	Since     time.Time
	Maturity  string // free words, as "new in role"; "" for none
	CreatedAt time.Time
}

// Holds returns the assignment in force at a time: the one with the latest
// Since not after it. ok is false where there is none.
func Holds(list []Assignment, at time.Time) (held Assignment, ok bool) {
	for _, a := range list {
		if !a.Since.After(at) && (!ok || a.Since.After(held.Since) || a.Since.Equal(held.Since) && a.ID > held.ID) {
			held, ok = a, true
		}
	}
	return held, ok
}

// Aim is a role that a person wants. Nobody else knows of it until she shares
// it with her manager.
type Aim struct {
	Person   PersonID
	Role     model.RoleID
	Revision string
	Visible  Visibility
	Since    time.Time
}

// Visibility says who besides its owner may see something.
type Visibility string

// The visibilities.
const (
	Private   Visibility = "private" // its owner alone
	ToManager Visibility = "manager" // its owner and her manager
)

// Valid reports whether v is one of the visibilities.
func (v Visibility) Valid() bool { return v == Private || v == ToManager }

// Limits of what the directory holds, in characters.
const (
	MaxPersonName = 200
	MaxTeamName   = 100
	MaxMaturity   = 100
)

// Clean returns p as it may be kept, or an Invalid error that names what is
// wrong. Whether team and manager exist is not its business, but nobody is her
// own manager.
func (p Person) Clean() (Person, error) {
	var wrong fault.Fields
	p.Name = CleanLine(&wrong, "name", p.Name, MaxPersonName)
	p.Email = CleanEmail(&wrong, "email", p.Email)
	if p.Manager != "" && p.Manager == p.ID {
		wrong.Add("manager", "Nobody is her own manager.")
	}
	return p, wrong.Err()
}

// Clean returns t as it may be kept, or an Invalid error.
func (t Team) Clean() (Team, error) {
	var wrong fault.Fields
	t.Name = CleanLine(&wrong, "name", t.Name, MaxTeamName)
	return t, wrong.Err()
}

// Clean returns a as it may be kept, or an Invalid error that names what is
// wrong. Since may lie in the future: the role is held from then on.
func (a Assignment) Clean() (Assignment, error) {
	var wrong fault.Fields
	a.Maturity = cleanText(&wrong, "maturity", a.Maturity, textRule{max: MaxMaturity})
	a.Since = day(a.Since)
	if a.Since.Year() < EarliestYear || a.Since.Year() > LatestYear {
		wrong.Add("since", "Please say since which day.")
	}
	if a.Role == "" {
		wrong.Add("role", "Please choose a role.")
	}
	return a, wrong.Err()
}

// Clean returns a as it may be kept, or an Invalid error.
func (a Aim) Clean() (Aim, error) {
	var wrong fault.Fields
	if a.Role == "" {
		wrong.Add("role", "Please choose a role.")
	}
	checkVisible(&wrong, a.Visible)
	return a, wrong.Err()
}

// checkVisible notes a visibility that there is not.
func checkVisible(wrong *fault.Fields, v Visibility) {
	if !v.Valid() {
		wrong.Add("visible", "Please choose who may see it.")
	}
}

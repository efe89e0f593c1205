package store

import (
	"context"
	"time"

	"rung/internal/growth"
)

// MaxList is the most rows that any list returns, whatever its Limit says (none
// is MaxList), but for those that say that they return all.
const MaxList = 1000

// MaxAll is the most rows that a list which returns all may have. One that
// would be longer is an error: it is never cut.
const MaxAll = 1_000_000

// PeopleFilter chooses people. Zero fields do not limit. After is the Name and
// ID of the last person of the page before (both or none).
type PeopleFilter struct {
	Manager    growth.PersonID
	Team       growth.TeamID
	ActiveOnly ActiveOnly
	AfterName  string
	AfterID    growth.PersonID
	Limit      int
}

// ActiveOnly says whether people who left are listed.
type ActiveOnly int

// The choices of ActiveOnly.
const (
	EverybodyEver ActiveOnly = iota
	ActivePeople
)

// People keeps people. Every person has a key under which her words are
// sealed; it is made with her.
type People interface {
	// AddPerson adds p with Version 1. A taken e-mail is fault.Conflict.
	AddPerson(ctx context.Context, p growth.Person) error
	// ChangePerson replaces p if its Version is still the stored one, and adds
	// one to it; else fault.Conflict, or fault.NotFound where there is no such
	// person. A taken e-mail is fault.Conflict too.
	ChangePerson(ctx context.Context, p growth.Person) error
	// Person returns the person, or fault.NotFound.
	Person(ctx context.Context, id growth.PersonID) (growth.Person, error)
	// PersonByEmail returns the person with that e-mail, whatever its case, or
	// fault.NotFound.
	PersonByEmail(ctx context.Context, email string) (growth.Person, error)
	// ListPeople returns people by name as people look it up (case and accents
	// aside), then id.
	ListPeople(ctx context.Context, f PeopleFilter) ([]growth.Person, error)
}

// Teams keeps teams.
type Teams interface {
	// AddTeam adds t with Version 1. A taken name is fault.Conflict.
	AddTeam(ctx context.Context, t growth.Team) error
	// ListTeams returns all teams by name (case and accents aside), then id.
	ListTeams(ctx context.Context) ([]growth.Team, error)
}

// Assignments keeps who held which role since when.
type Assignments interface {
	AddAssignment(ctx context.Context, a growth.Assignment) error
	// ListAssignments returns the person's assignments, latest Since first.
	ListAssignments(ctx context.Context, person growth.PersonID) ([]growth.Assignment, error)
	// ListCurrentAssignments returns, of all active people who have one, the
	// assignment in force at a time, by person.
	ListCurrentAssignments(ctx context.Context, at time.Time) ([]growth.Assignment, error)
	// RemoveAssignment removes one that was entered by mistake; fault.NotFound
	// where it is not there.
	RemoveAssignment(ctx context.Context, person growth.PersonID, id string) error
}

// Aims keeps the roles that people want.
type Aims interface {
	// PutAim adds or replaces the person's aim for that role.
	PutAim(ctx context.Context, a growth.Aim) error
	// RemoveAim removes it; removing what is not there is no error.
	RemoveAim(ctx context.Context, a growth.Aim) error
	// ListAims returns the person's aims that viewer may see, oldest first.
	ListAims(ctx context.Context, owner, viewer growth.PersonID) ([]growth.Aim, error)
}

// Package admin is where an administrator keeps people, teams, roles and
// sign-ins. It shows nothing of what people write.
package admin

import (
	"time"

	"rung/internal/fault"
	"rung/internal/pages/shared"
)

// ListPage lists everybody and offers to add one more.
type ListPage struct {
	shared.Frame
	People []Row
	Left   []Row
	Add    Form
	Team   Form
	Import string
	Export string
	Log    string
}

// Row is one person of the list.
type Row struct {
	Name, Email, Team, Manager, Role string
	URL                              string
	Admin                            bool
	SignedUp                         bool // has ever been able to sign in
}

// Form is a form with its fields and what is wrong.
type Form struct {
	Action string
	Button string
	Fields []shared.Field
	Rest   []fault.Field
}

// PersonPage keeps one person's entry, roles and sign-in.
type PersonPage struct {
	shared.Frame
	Name     string
	Version  string
	Left     time.Time
	Entry    Form
	Assign   Form
	Roles    []Role
	Unassign string
	Invite   string
	Link     *Link  // a one-time link that has just been made
	Refused  string // why none was made, or ""
	End      string
	Leave    string
	Back     string // where somebody who left is taken back
}

// Role is a role that the person holds or held.
type Role struct {
	ID       string
	Title    string
	Since    time.Time
	Maturity string
	Now      bool
}

// Link is a one-time link, shown once.
type Link struct {
	URL     string
	Expires time.Time
}

// ImportPage takes a CSV file, shows what it would do, and does it when asked.
type ImportPage struct {
	shared.Frame
	Action  string
	Text    string // the file as it was read, to be sent again with the yes
	Wrong   []shared.Notice
	Preview *Preview
}

// Preview is what an import would do, or has done.
type Preview struct {
	Added, Changed, Same int
	Lines                []Line
	Ready                bool // nothing is wrong, so it may be done
}

// Line is one line of the file and what becomes of it.
type Line struct {
	Number int
	Name   string
	What   string
	Wrong  string
}

// LogPage is the administrators' log.
type LogPage struct {
	shared.Frame
	Table shared.Table
}

// Entry is a person's entry as it is typed.
type Entry struct {
	Name, Email, Team, Manager string
	Admin                      bool
	Teams, Managers            []shared.Choice
}

// EntryFields returns the fields of a person's entry with what was typed and
// what was wrong.
func EntryFields(e Entry, wrong []fault.Field) (fields []shared.Field, rest []fault.Field) {
	fields = []shared.Field{
		{Kind: shared.TextField, Name: "name", Label: "Name", Value: e.Name, Required: true},
		{Kind: shared.EmailField, Name: "email", Label: "E-mail", Hint: "She or he signs in with it.", Value: e.Email, Required: true},
		{Kind: shared.SelectField, Name: "team", Label: "Team", Choices: chosen(e.Teams, e.Team)},
		{Kind: shared.SelectField, Name: "manager", Label: "Manager", Choices: chosen(e.Managers, e.Manager)},
		{Kind: shared.CheckField, Name: "admin", Label: "Rights", Choices: []shared.Choice{{
			Value: "yes", Label: "Administrator", Hint: "Keeps people, roles and sign-ins; reads nothing of what people write.", Chosen: e.Admin,
		}}},
	}
	rest = shared.Mark(fields, wrong)
	return fields, rest
}

// Given is an assignment as it is typed.
type Given struct {
	Role, Since, Maturity string
	Roles                 []shared.Choice
}

// AssignFields returns the fields for giving a role.
func AssignFields(g Given, wrong []fault.Field) (fields []shared.Field, rest []fault.Field) {
	fields = []shared.Field{
		{Kind: shared.SelectField, Name: "role", Label: "Role", Choices: chosen(g.Roles, g.Role), Required: true},
		{Kind: shared.DateField, Name: "since", Label: "Since", Value: g.Since, Required: true},
		{Kind: shared.TextField, Name: "maturity", Label: "Maturity", Hint: "In a word or two, if you use it: new in role, settled.", Value: g.Maturity},
	}
	rest = shared.Mark(fields, wrong)
	return fields, rest
}

func chosen(list []shared.Choice, value string) []shared.Choice {
	out := make([]shared.Choice, len(list))
	for i, c := range list {
		c.Chosen = c.Value == value
		out[i] = c
	}
	return out
}

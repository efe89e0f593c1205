// Package compare sets two or three roles side by side: what would one have to
// do that one does not do now?
package compare

import (
	"rung/internal/pages/shared"
)

// MaxRoles is the most roles that stand side by side.
const MaxRoles = 3

// Page is the comparison, or where roles are chosen for one.
type Page struct {
	shared.Frame
	Pickers []Picker
	Action  string // where the choice is sent to
	Rev     string // sent along with it, or ""
	Roles   []Role
	Says    []string // what each further role asks beyond the first, in words
	Scope   []ScopeRow
	Areas   []Area
}

// Role is one of the roles that stand side by side.
type Role struct {
	shared.Ref
	Language string // of its words where it is not the page's, or ""
}

// Picker is one choice of a role.
type Picker struct {
	Name     string
	Label    string
	Optional bool
	Groups   []Group
}

// Group is a track's roles to choose from.
type Group struct {
	Title string
	Roles []Choice
}

// Choice is a role to choose.
type Choice struct {
	Value, Label string
	Chosen       bool
}

// ScopeRow is one entry of the scope, with a value for every role.
type ScopeRow struct {
	Name   string
	Values []Value
}

// Value is what a role says; Changed marks one that differs from the first
// role's.
type Value struct {
	Text    []shared.Inline
	Changed bool
}

// Area is one area with its rows: what is new first, then what is reworded,
// then what falls away; what all say in the same words is apart.
type Area struct {
	Anchor string
	Title  string
	Emoji  string
	Rows   []Row
	Same   []Row
}

// Row is one thing that roles say, with a cell for each.
type Row struct{ Cells []Cell }

// Cell is how one role says it; empty where it does not.
type Cell struct {
	Text []shared.Inline
	URL  string
	Tag  string // as "only here"
}

// Package role is the page of one role: what it is for, how far it reaches,
// and what it asks, area by area.
package role

import (
	"rung/internal/pages/shared"
)

// Page is the page of a role or foundation.
type Page struct {
	shared.Frame
	Crumbs       []shared.Crumb
	Level        string        // label, or ""
	Name         string        // the role's title
	Kind         string        // "Foundation" for one, else ""
	Status       *shared.Badge // of a draft or deprecated role
	Words        string        // language of the role's words where it is not the frame's, or ""
	Translations []shared.Ref
	Original     *shared.Ref
	Summary      []shared.Inline
	Notes        [][]shared.Inline
	Scope        []ScopeRow
	Against      string // the level below, as "L3 Senior Engineer", or ""
	Areas        []Area
	Also         []shared.Taken // what the role as a whole takes over
	Lower        *shared.Ref    // the neighbours on the track
	Upper        *shared.Ref
	Compare      []shared.Ref // comparisons worth offering
	OtherCompare string       // where to choose another, or ""
	TakenBy      []shared.Ref // roles that take this one over
	Matched      []shared.Ref // roles that say they compare with this one
	Switch       *Switch
	Source       string // file and line
	Past         string // the role's history, or ""
}

// ScopeRow is one entry of the scope. Change is "", "new" or "changed"; Was is
// what the level below says.
type ScopeRow struct {
	Name   string
	Value  []shared.Inline
	Change string
	Was    string
}

// Area is one area of the role.
type Area struct {
	Anchor     string
	Title      string
	Emoji      string
	Intro      [][]shared.Inline
	Statements []shared.Statement
	Examples   [][]shared.Inline
	Same       string // how many statements are hidden since the level below has them, in words
	Gone       []Gone // what the level below asks and this one no longer says
}

// Gone is a statement of the level below that has no counterpart here.
type Gone struct {
	Text []shared.Inline
	URL  string
}

// Switch chooses between everything and only what is new.
type Switch struct {
	OnlyNew bool
	All     string // address of everything
	New     string // address of what is new alone
	Count   string // how much that is, in words
}

// Package themap is the map: every role in its place, tracks down and levels
// across, with what compares with what. (map is a word of the language.)
package themap

import (
	"rung/internal/pages/shared"
)

// Page is the map of a framework.
type Page struct {
	shared.Frame
	Lead        string // what there is, in a sentence
	Columns     []Column
	Tracks      []Track
	Compares    bool // some role says what it compares with
	Foundations []shared.Ref
	Off         []Off // drafts, deprecated roles and translations
	Guides      []shared.Ref
	Indexes     []shared.Ref
}

// Column is a level across tracks.
type Column struct{ Label string }

// Track is a row of the map; it has a slot for every column.
type Track struct {
	Title string
	URL   string
	Slots []Slot
}

// Slot is where a track meets a level. Most hold one role or none.
type Slot struct {
	Label string // of the column
	Cells []Cell
}

// Cell is a role in its place.
type Cell struct {
	Level    string // the role's own label
	Own      bool   // which is not the column's
	Title    string
	URL      string
	Mark     Mark
	Language string        // of its words where it is not the page's, or ""
	Edges    []shared.Edge // roles that it compares itself with
}

// Mark says what a role is to the reader.
type Mark string

// The marks.
const (
	Unmarked Mark = ""
	Here     Mark = "You are here"
	Wanted   Mark = "You want this"
)

// Off is a list of roles that do not stand on the map, and why.
type Off struct {
	Title string
	Roles []shared.Ref
}

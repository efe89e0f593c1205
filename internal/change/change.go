// Package change says in words what an edit of a ladder did: to statements, to
// roles, to tracks, and what that means for people who are measured by it.
package change

import (
	"rung/internal/lineage"
	"rung/internal/model"
)

// Kind says what happened to a statement.
type Kind string

// The kinds. A statement that nothing happened to is in no list.
const (
	Reworded Kind = "reworded" // other words, perhaps elsewhere too; see Statement.Degree
	Moved    Kind = "moved"    // the same words in another role or area
	Split    Kind = "split"    // new, made of a part of another statement
	Merged   Kind = "merged"   // goes on, and has taken up another statement
	Added    Kind = "added"
	Retired  Kind = "retired"
	Revived  Kind = "revived" // was retired before, and is back
)

// Place is where a statement stands in one revision, in the author's words.
type Place struct {
	Role      model.RoleID
	RoleTitle string
	Area      model.AreaID
	AreaTitle string
	Path      string
	Start     int // byte offset in the file
	Text      string
}

// Statement is what happened to one statement. Before is nil for what is new,
// Now for what is gone.
type Statement struct {
	ID     model.StatementID
	Kind   Kind
	Degree Degree // of a rewording; "" for other words than the kind's
	Signs  []Sign // what decided the degree
	Before *Place
	Now    *Place
	// Others are statements that have a part in it: for Split the one it was
	// made of, for Merged those taken up, for Retired the one that took it up.
	Others []model.StatementID
	// Elsewhere says that it stands in another role or area than before; a role
	// that goes on under another name is the same.
	Elsewhere bool
	// Confirm says that a person should look whether it is one statement.
	Confirm bool
}

// Sides are two revisions of one line.
type Sides struct {
	Before, Now *model.Framework // their statements under the ids of the line
	From, To    int              // their places in the line; From < To
	Lives       []lineage.Life   // of the whole line
}

// Changes is everything that happened between two revisions.
type Changes struct {
	Statements []Statement // in reading order; what is gone stands after what preceded it
	Roles      []Role      // likewise; see Role
	Tracks     []Track
	Details    []Detail // examples, scope and what roles take over
	Kept       int      // statements that nothing happened to
	// Heirs says in which role of the second side each of the first goes on;
	// those that go on nowhere are left out.
	Heirs map[model.RoleID]model.RoleID
}

// Empty reports whether nothing happened that this package speaks of.
func (c *Changes) Empty() bool {
	return len(c.Statements)+len(c.Roles)+len(c.Tracks)+len(c.Details) == 0
}

// Between returns what happened from one side to the other. One step or a
// hundred between them make no difference, except that what was split or
// merged on the way is known as such.
func Between(s Sides) *Changes { return newBook(s).changes() }

func (b *book) changes() *Changes {
	out := &Changes{Roles: b.roles(), Tracks: b.tracks(), Heirs: b.homes}
	out.Statements, out.Kept = b.statements()
	out.Details = b.details()
	return out
}

// placeOf describes where a statement stands.
func placeOf(p model.Place) *Place {
	at := p.Statement.At
	if at.Path == "" {
		at.Path = p.Role.Path()
	}
	return &Place{
		Role: p.Role.ID, RoleTitle: p.Role.Name(), Area: p.Area.ID, AreaTitle: p.Area.Title,
		Path: at.Path, Start: at.Start, Text: p.Statement.Text,
	}
}

package shared

import (
	"github.com/a-h/templ"

	"rung/internal/model"
)

// Statement is one statement ready to be written.
type Statement struct {
	Anchor   string // its id on this page; "" where it stands here as a guest
	Link     string // its permanent address
	Past     string // its life, or ""
	Text     []Inline
	Tag      string // what is to be noticed about it, as "new at L4"; or ""
	Examples [][]Inline
	Edges    []Edge
	Taken    []Taken // what it takes over from other roles, in place
	Extra    Extra   // what a page adds for its reader; nil for nothing
}

// Edge is another role that a statement compares itself with.
type Edge struct {
	Words string // as "at least"
	Role  string
	URL   string // "" where the role is not in the framework
}

// Taken is the statements that a role takes over from another.
type Taken struct {
	From   string // the other role's name
	URL    string
	Count  string // as "12 statements"
	Repeat bool   // they stand on the page already, further up
	Areas  []TakenArea
}

// TakenArea is one area of what is taken over.
type TakenArea struct {
	Title      string
	Statements []Statement
}

// Comparison returns the words of a comparison, as "at least".
func Comparison(c model.Comparison) string {
	switch c {
	case model.AtLeast:
		return "at least"
	case model.Below:
		return "somewhat less than"
	default:
		return "as much as"
	}
}

// ShortName returns the shortest name of a role within its track: the label of
// its level, else its title.
func ShortName(r *model.Role) string {
	if r.Level != nil && r.Level.Label != "" {
		return r.Level.Label
	}
	return r.Title
}

// Extra is what a page adds under a statement for its reader, as her state and
// her evidence.
type Extra = templ.Component

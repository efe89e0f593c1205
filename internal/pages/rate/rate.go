// Package rate is where somebody rates herself, or a manager a report, against
// a whole role in one sitting.
package rate

import (
	"strings"

	"rung/internal/fault"
	"rung/internal/growth"
	"rung/internal/model"
	"rung/internal/pages/shared"
)

// Page is the form for a whole role.
type Page struct {
	shared.Frame
	Heading string
	Lead    string
	Crumbs  []shared.Crumb
	Action  string
	RoleID  string
	Subject string // who is rated, or "" for oneself
	Scale   []ScaleLine
	Areas   []Area
	Wrong   []Wrong
	Rest    []fault.Field
	Button  string
	Back    string
	// Revision is what the statements are read from; the form carries it, so
	// that what is rated is what was read. Behind is nil where it is the newest.
	Revision string
	Behind   *Behind
}

// Behind says that the ladder has changed since the rater began, and lets her
// go on with it as it is now.
type Behind struct {
	Text   string
	Action string
}

// Anchor is the id of a statement's row on the page.
func Anchor(id model.StatementID) string { return "r-" + string(id) }

// ScaleLine explains one value of the scale.
type ScaleLine struct{ Label, Hint string }

// Area is an area with the statements to rate.
type Area struct {
	ID    string
	Title string
	Rows  []Row
}

// Row is one statement to rate. Evidence is what there is for it, as the rater
// may see it, each to be pointed at.
type Row struct {
	ID       string // of the statement; names of fields are made from it
	Text     []shared.Inline
	Plain    string
	From     string
	Values   []Value
	Words    string
	Error    string
	Examples [][]shared.Inline
	Evidence []Evidence
	Before   string          // what the rater gave before, in words
	Then     []shared.Inline // the words that it was given for, with what has changed marked; none where nothing has
}

// Value is one value to give.
type Value struct {
	Value, Label string
	Chosen       bool
	NeedsWords   bool
}

// Evidence is a piece of evidence that a rating may point at.
type Evidence struct {
	ID     string
	Text   string
	Chosen bool
}

// Wrong is a row that needs another look.
type Wrong struct{ Anchor, Message string }

// Answer is what a rater has typed, or gave before, for one statement.
type Answer struct {
	Value    string
	Words    string
	Evidence map[string]bool
	Before   string
	Then     []shared.Inline
	Error    string
}

// Input is what the page is built from. Answers are by statement; Evidence is
// by statement what the rater may see.
type Input struct {
	Frame      shared.Frame
	Role       *model.Role
	Statements []growth.Listed
	Scale      growth.Scale
	Answers    map[model.StatementID]Answer
	Evidence   map[model.StatementID][]growth.Evidence
	Rest       []fault.Field
	Subject    growth.PersonID // "" for oneself
	Name       string          // of the subject, or "" for oneself
	Action     string
	Back       string
	BackLabel  string
	Revision   string
	Behind     *Behind
}

// Build returns the page. Derived statements are not rated, so they are not on
// it.
func Build(in Input) Page {
	p := Page{
		Frame: in.Frame, Action: in.Action, RoleID: string(in.Role.ID), Subject: string(in.Subject),
		Rest: in.Rest, Back: in.Back, Revision: in.Revision, Behind: in.Behind, Button: "Keep these ratings",
		Crumbs: []shared.Crumb{{Label: in.BackLabel, URL: in.Back}, {Label: "Rate"}},
	}
	name := in.Role.Name()
	if in.Name == "" {
		p.Heading = "Rate myself: " + name
		p.Lead = "Take the statements one by one; leave out what you cannot say. Nobody sees it until you share it."
	} else {
		p.Heading = "Rate " + in.Name + ": " + name
		p.Lead = "The answer you owe, statement by statement. " + in.Name + " sees it when you share it, not before."
	}
	p.Title = p.Heading
	for _, s := range in.Scale.Steps {
		p.Scale = append(p.Scale, ScaleLine{s.Label, s.Hint})
	}
	p.Scale = append(p.Scale, ScaleLine{in.Scale.Label(growth.NoOpportunity), "There was no occasion to show it. Says nothing about the person."})
	for _, l := range in.Statements {
		if !l.Statement.Derived {
			p.add(in, l)
		}
	}
	return p
}

func (p *Page) add(in Input, l growth.Listed) {
	if n := len(p.Areas); n == 0 || p.Areas[n-1].Title != l.Area.Title {
		p.Areas = append(p.Areas, Area{ID: "area-" + string(rune('a'+n%26)) + string(l.Area.ID), Title: l.Area.Title})
	}
	row := in.row(l)
	if row.Error != "" {
		p.Wrong = append(p.Wrong, Wrong{"r-" + row.ID, strings.TrimRight(row.Plain, ".!?…:;") + ": " + row.Error})
	}
	a := &p.Areas[len(p.Areas)-1]
	a.Rows = append(a.Rows, row)
}

func (in Input) row(l growth.Listed) Row {
	answer := in.Answers[l.Statement.ID]
	row := Row{
		ID: string(l.Statement.ID), Text: shared.Inlines(l.Statement.Prose, in.Frame.Links), Plain: l.Statement.Text,
		Words: answer.Words, Error: answer.Error, Before: answer.Before, Then: answer.Then,
	}
	if l.Role != nil && l.Role.ID != in.Role.ID {
		row.From = l.Role.Name()
	}
	for _, s := range in.Scale.Steps {
		row.Values = append(row.Values, Value{string(s.Value), s.Label, string(s.Value) == answer.Value, in.Scale.NeedsWords(s.Value)})
	}
	none := growth.NoOpportunity
	row.Values = append(row.Values, Value{string(none), in.Scale.Label(none), string(none) == answer.Value, false})
	for _, e := range l.Statement.Examples {
		row.Examples = append(row.Examples, shared.Inlines(e.Prose, in.Frame.Links))
	}
	for _, e := range in.Evidence[l.Statement.ID] {
		row.Evidence = append(row.Evidence, Evidence{string(e.ID), e.Text, answer.Evidence[string(e.ID)]})
	}
	return row
}

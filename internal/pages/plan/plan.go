// Package plan is a person's growth plan: what she set out to grow in, what
// she will do for it, who helps, by when.
package plan

import (
	"time"

	"rung/internal/fault"
	"rung/internal/growth"
	"rung/internal/pages/evidence"
	"rung/internal/pages/shared"
)

// Page is the plan: open items first.
type Page struct {
	shared.Frame
	Open   []Item
	Done   []Item
	Fields []shared.Field
	Rest   []fault.Field
	Action string
	Button string
	// Editing is the id of the item that the form changes, with its Version,
	// or "" where the form adds one.
	Editing, Version string
	Cancel           string
}

// Item is one item of the plan.
type Item struct {
	ID        string
	Version   string
	Action    string
	Statement *shared.Ref
	Helper    string
	Due       time.Time
	Late      bool
	DoneAt    time.Time
	Shared    bool
	Edit      string
}

// Draft is an item as it is typed. Statements are what may be chosen.
type Draft struct {
	Action, Statement, Helper, Due, Visible string
	Statements                              []shared.Choice
}

// Fields returns the form's fields with what was typed and what was wrong.
func Fields(d Draft, wrong []fault.Field) (fields []shared.Field, rest []fault.Field) {
	fields = []shared.Field{
		{Kind: shared.AreaField, Name: "action", Label: "What I will do", Value: d.Action, Rows: 2, Required: true, MaxLength: growth.MaxPlanText},
		{Kind: shared.SelectField, Name: "statement", Label: "The statement it grows", Choices: d.Statements},
		{Kind: shared.TextField, Name: "helper", Label: "Who helps", Value: d.Helper, MaxLength: growth.MaxPlanText},
		{Kind: shared.DateField, Name: "due", Label: "By when", Value: d.Due},
		{Kind: shared.RadioField, Name: "visible", Label: "Who may see it", Choices: evidence.VisibleChoices(d.Visible)},
	}
	rest = shared.Mark(fields, wrong)
	return fields, rest
}

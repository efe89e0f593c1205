// Package feedback is where people tell each other what they saw.
package feedback

import (
	"time"

	"rung/internal/fault"
	"rung/internal/growth"
	"rung/internal/pages/evidence"
	"rung/internal/pages/shared"
)

// Page lists what was said to somebody and what she said to others.
type Page struct {
	shared.Frame
	OnMe []Said
	ByMe []Said
	Give string
}

// Said is one piece of feedback. Other is the other person.
type Said struct {
	Other     shared.Person
	Text      string
	Tone      string
	Statement *shared.Ref
	Shared    bool // the manager of whom it is about sees it too
	At        time.Time
}

// GivePage is the form in which feedback is given. Statements of the person's
// role are offered where the writer may know which role it is.
type GivePage struct {
	shared.Frame
	Fields []shared.Field
	Rest   []fault.Field
	Action string
}

// Draft is feedback as it is typed. People are whom it may be for.
type Draft struct {
	Subject, Tone, Text, Visible string
	People                       []shared.Choice
}

// Fields returns the form's fields with what was typed and what was wrong.
func Fields(d Draft, wrong []fault.Field) (fields []shared.Field, rest []fault.Field) {
	tones := []shared.Choice{
		{Value: string(growth.Praise), Label: "Praise", Hint: "Something that should go on.", Chosen: d.Tone != string(growth.Advice)},
		{Value: string(growth.Advice), Label: "Advice", Hint: "Something that would help.", Chosen: d.Tone == string(growth.Advice)},
	}
	who := evidence.VisibleChoices(d.Visible)
	who[0].Label, who[1].Label = "Only the two of us", "Her or his manager too"
	fields = []shared.Field{
		{Kind: shared.SelectField, Name: "subject", Label: "For whom", Choices: d.People, Required: true},
		{Kind: shared.RadioField, Name: "tone", Label: "What it is", Choices: tones},
		{Kind: shared.AreaField, Name: "text", Label: "What I saw, and what it did", Value: d.Text, Rows: 5, Required: true, MaxLength: growth.MaxFeedbackText},
		{Kind: shared.RadioField, Name: "visible", Label: "Who will see it", Hint: "Agreed now; it is never widened afterwards.", Choices: who},
	}
	rest = shared.Mark(fields, wrong)
	return fields, rest
}

// Package evidence is where a person writes down what happened, finds it
// again, changes and shares it.
package evidence

import (
	"time"

	"rung/internal/fault"
	"rung/internal/growth"
	"rung/internal/pages/shared"
)

// Draft is a piece of evidence as it is typed. Statements holds the ids of
// those it supports.
type Draft struct {
	Text, Happened, Kind, With, Link, Visible string
	Statements                                map[string]bool
}

// NewDraft returns what an empty form begins with.
func NewDraft(today time.Time) Draft {
	return Draft{Happened: today.UTC().Format(time.DateOnly), Kind: string(growth.Delivered), Visible: string(growth.Private)}
}

// DraftOf returns what a form that changes e begins with.
func DraftOf(e growth.Evidence) Draft {
	d := Draft{
		Text: e.Text, Happened: e.Happened.UTC().Format(time.DateOnly), Kind: string(e.Kind),
		With: e.With, Link: e.Link, Visible: string(e.Visible), Statements: map[string]bool{},
	}
	for _, s := range e.Statements {
		d.Statements[string(s.Statement)] = true
	}
	return d
}

// Form is the form for a piece of evidence. Text stands first and alone; More
// is the rest, folded in the box. Choices are the statements it may support.
type Form struct {
	Action  string
	Button  string
	Version string // of the evidence it changes, or ""
	Key     string // makes sending the form twice one piece of evidence, or ""
	Text    shared.Field
	More    []shared.Field
	Choices []Choices
	Rest    []fault.Field
}

// Choices are the statements of one role, by area.
type Choices struct {
	Role  string
	Areas []ChoiceArea
}

// ChoiceArea is the statements of one area.
type ChoiceArea struct {
	Title      string
	Statements []shared.Choice
}

// kindWords says what each kind of evidence is, to people.
func kindWords(k growth.Kind) (label, hint string) {
	switch k {
	case growth.Delivered:
		return "Delivered", "something is done because of me"
	case growth.Decided:
		return "Decided", "a choice I made or led to"
	case growth.Helped:
		return "Helped", "somebody got further"
	case growth.Learned:
		return "Learned", "I can do what I could not"
	case growth.Received:
		return "Received", "thanks, praise, an award"
	default:
		return string(k), ""
	}
}

// KindLabel returns what a kind of evidence is called.
func KindLabel(k growth.Kind) string {
	label, _ := kindWords(k)
	return label
}

// NewForm returns the form with what was typed and what was wrong with it.
func NewForm(action, button string, d Draft, wrong []fault.Field) Form {
	var kinds []shared.Choice
	for _, k := range growth.Kinds() {
		label, hint := kindWords(k)
		kinds = append(kinds, shared.Choice{Value: string(k), Label: label + ": " + hint, Chosen: string(k) == d.Kind})
	}
	fields := []shared.Field{
		{
			Kind: shared.AreaField, Name: "text", Label: "What happened?", Value: d.Text, Required: true,
			Rows: 3, MaxLength: growth.MaxEvidenceText, Key: "e",
		},
		{Kind: shared.DateField, Name: "happened", Label: "When", Value: d.Happened, Required: true},
		{Kind: shared.SelectField, Name: "kind", Label: "What kind of thing", Choices: kinds},
		{Kind: shared.TextField, Name: "with", Label: "With whom", Hint: "If somebody else was part of it.", Value: d.With, MaxLength: growth.MaxEvidenceWith},
		{Kind: shared.URLField, Name: "link", Label: "Link", Hint: "To the change, the document, the thread.", Value: d.Link, MaxLength: growth.MaxEvidenceLink},
		{Kind: shared.RadioField, Name: "visible", Label: "Who may see it", Choices: VisibleChoices(d.Visible)},
	}
	rest := shared.Mark(fields, wrong)
	return Form{Action: action, Button: button, Text: fields[0], More: fields[1:], Rest: rest}
}

// VisibleChoices returns the choices of who may see something.
func VisibleChoices(chosen string) []shared.Choice {
	return []shared.Choice{
		{Value: string(growth.Private), Label: "Only me", Chosen: chosen != string(growth.ToManager)},
		{Value: string(growth.ToManager), Label: "My manager too", Chosen: chosen == string(growth.ToManager)},
	}
}

// Fields returns all fields, for an error summary.
func (f Form) Fields() []shared.Field { return append([]shared.Field{f.Text}, f.More...) }

// wrong reports whether a folded field needs to be seen.
func (f Form) wrong() bool {
	for _, m := range f.More {
		if m.Error != "" {
			return true
		}
	}
	return false
}

// Package welcome is where a one-time link leads: somebody sets her password,
// and the first administrator says who she is.
package welcome

import (
	"rung/internal/fault"
	"rung/internal/pages/shared"
)

// Page is the form behind a one-time link.
type Page struct {
	shared.Frame
	Action  string
	Heading string
	Lead    string
	Email   string // of the person the link is for, or "" where she types it
	Fields  []shared.Field
	Rest    []fault.Field
}

// Input is what the page is built from. First is true for the first
// administrator, who types her name and e-mail; for everybody else they are
// known.
type Input struct {
	Frame       shared.Frame
	Action      string
	First       bool
	Name, Email string
	MinPassword int
	Wrong       []fault.Field
}

// Build returns the page.
func Build(in Input) Page {
	p := Page{Frame: in.Frame, Action: in.Action}
	password := shared.Field{
		Kind: shared.PasswordField, Name: "password", Label: "Password", Required: true, Autocomplete: "new-password",
		Hint: "At least " + shared.Count(in.MinPassword, "character", "characters") + ". Four or five words that only you would put together are easy to remember and hard to guess. Pasting from a password manager is fine.",
	}
	if in.First {
		p.Heading = "Welcome. You are the first one here"
		p.Lead = "You will look after people: add them, say who manages whom, and which role each holds. You will not be able to read what they write; nobody can until they share it."
		p.Fields = []shared.Field{
			{Kind: shared.TextField, Name: "name", Label: "Your name", Value: in.Name, Required: true, Autocomplete: "name"},
			{Kind: shared.EmailField, Name: "email", Label: "Your e-mail", Value: in.Email, Required: true, Autocomplete: "username"},
			password,
		}
	} else {
		p.Heading = "Welcome, " + in.Name
		p.Lead = "Set a password, and you are in. What you write here is yours until you share it."
		p.Email = in.Email
		p.Fields = []shared.Field{password}
	}
	p.Title = "Welcome"
	p.Rest = shared.Mark(p.Fields, in.Wrong)
	return p
}

// Package signin is where somebody says who she is, with e-mail and password.
package signin

import (
	"rung/internal/fault"
	"rung/internal/pages/shared"
)

// Page is the sign-in form. Rest says what is wrong that belongs to no field;
// Back is where to go afterwards. Cast is where the example company's people
// are chosen, or "" on a real installation.
type Page struct {
	shared.Frame
	Action string
	Fields []shared.Field
	Rest   []fault.Field
	Back   string
	Cast   string
}

// Input is what a sign-in page is built from: what was typed, and what was
// wrong with it. The password is never shown again.
type Input struct {
	Frame  shared.Frame
	Action string
	Email  string
	Back   string
	Cast   string
	Wrong  []fault.Field
}

// Build returns the page.
func Build(in Input) Page {
	p := Page{Frame: in.Frame, Action: in.Action, Back: in.Back, Cast: in.Cast}
	p.Title = "Sign in"
	p.Fields = []shared.Field{
		{Kind: shared.EmailField, Name: "email", Label: "E-mail", Value: in.Email, Required: true, Autocomplete: "username"},
		{Kind: shared.PasswordField, Name: "password", Label: "Password", Required: true, Autocomplete: "current-password"},
	}
	p.Rest = shared.Mark(p.Fields, in.Wrong)
	return p
}

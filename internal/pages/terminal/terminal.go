// Package terminal is where somebody lets a terminal act for her.
package terminal

import (
	"time"

	"rung/internal/fault"
	"rung/internal/pages/shared"
)

// Page asks for the code that a terminal shows, or, where it is known, whether
// that terminal may sign in. Done is what has become of it.
type Page struct {
	shared.Frame
	Action string
	Fields []shared.Field
	Rest   []fault.Field
	Asking *Asking
	Done   *shared.Notice
}

// Asking is a terminal that waits.
type Asking struct {
	Code  string
	Name  string
	Since time.Time
}

// Input is what the page is built from.
type Input struct {
	Frame  shared.Frame
	Action string
	Code   string
	Asking *Asking
	Done   *shared.Notice
	Wrong  []fault.Field
}

// Build returns the page.
func Build(in Input) Page {
	p := Page{Frame: in.Frame, Action: in.Action, Asking: in.Asking, Done: in.Done}
	p.Title = "Sign a terminal in"
	p.Fields = []shared.Field{{
		Kind: shared.TextField, Name: "code", Label: "The code that your terminal shows", Hint: "Eight letters, as BCDF-GHJK.",
		Value: in.Code, Required: true, Autocomplete: "one-time-code", MaxLength: 20,
	}}
	p.Rest = shared.Mark(p.Fields, in.Wrong)
	return p
}

// Package fault says what kind of failure an error is, so that each port can
// turn it into a status or an exit code by one table. It is for facts about
// the world; what is wrong with a user's ladder is a diagnostic (see package
// diag) and never an error.
package fault

import (
	"errors"
	"fmt"
)

// Kind is the class of a failure. The list is closed.
type Kind int

// The kinds. Anything that carries none is Internal.
const (
	Internal    Kind = iota // our own bug or a broken machine
	Invalid                 // the request itself is wrong; Fields may say where
	NotFound                // it does not exist, or not for this actor
	Conflict                // somebody else changed it first
	Forbidden               // it exists for this actor, who may not do this with it
	Unavailable             // try again: busy, shutting down, out of reach
)

// String returns the kind's name in lower case.
func (k Kind) String() string {
	switch k {
	case Invalid:
		return "invalid"
	case NotFound:
		return "not found"
	case Conflict:
		return "conflict"
	case Forbidden:
		return "forbidden"
	case Unavailable:
		return "unavailable"
	default:
		return "internal"
	}
}

// Field is one wrong field of an input: its name as the port's form or JSON
// spells it, and a sentence for the person who filled it in.
type Field struct {
	Name    string
	Message string
}

// Error is a failure of a known kind. Message is a sentence for the person who
// asked, so it holds nothing private and no internal detail; Err, if any, is
// the cause, for the log alone.
type Error struct {
	Kind    Kind
	Message string
	Fields  []Field
	Err     error
}

// Error returns the message, followed by the cause where there is one.
func (e *Error) Error() string {
	if e.Err == nil {
		return e.Message
	}
	return e.Message + ": " + e.Err.Error()
}

// Unwrap returns the cause, or nil.
func (e *Error) Unwrap() error { return e.Err }

// New returns an error of the kind with a message for the person who asked.
func New(k Kind, format string, args ...any) error {
	return &Error{Kind: k, Message: fmt.Sprintf(format, args...)}
}

// Wrap returns an error of the kind with a message for the person who asked
// and the cause for the log. Wrap of a nil error is nil.
func Wrap(k Kind, err error, format string, args ...any) error {
	if err == nil {
		return nil
	}
	return &Error{Kind: k, Message: fmt.Sprintf(format, args...), Err: err}
}

// KindOf returns the kind of the outermost *Error in err's chain, or Internal.
func KindOf(err error) Kind {
	var e *Error
	if errors.As(err, &e) {
		return e.Kind
	}
	return Internal
}

// FieldsOf returns the wrong fields that err names, or nil.
func FieldsOf(err error) []Field {
	var e *Error
	if errors.As(err, &e) {
		return e.Fields
	}
	return nil
}

// MessageOf returns the sentence that may be shown to the person who asked.
// For Internal errors it is a fixed sentence, whatever err says.
func MessageOf(err error) string {
	var e *Error
	if errors.As(err, &e) && e.Kind != Internal {
		return e.Message
	}
	return "Something went wrong on our side. Nothing was changed."
}

// Fields collects the wrong fields of one input. The zero value is empty.
type Fields []Field

// Add notes that the field is wrong.
func (f *Fields) Add(name, format string, args ...any) {
	*f = append(*f, Field{Name: name, Message: fmt.Sprintf(format, args...)})
}

// Err returns an Invalid error that names all collected fields, or nil where
// there is none.
func (f Fields) Err() error {
	if len(f) == 0 {
		return nil
	}
	return &Error{Kind: Invalid, Message: "Some of what was entered needs another look.", Fields: f}
}

package shared

import "rung/internal/fault"

// FieldKind says how a field is filled in.
type FieldKind string

// The kinds of field.
const (
	TextField     FieldKind = "text"
	EmailField    FieldKind = "email"
	PasswordField FieldKind = "password"
	DateField     FieldKind = "date"
	URLField      FieldKind = "url"
	AreaField     FieldKind = "textarea"
	SelectField   FieldKind = "select"
	RadioField    FieldKind = "radio"
	CheckField    FieldKind = "checkbox"
)

// Field is one field of a form: what was typed stays in Value or in the
// choices, and what is wrong with it stands beside it. Name is unique in the
// page; ids are made from it.
type Field struct {
	Kind         FieldKind
	Name         string
	Label        string
	Hint         string
	Value        string
	Error        string
	Choices      []Choice // of a select, radios or checkboxes
	Required     bool
	Autocomplete string // as HTML spells it, or ""
	MaxLength    int    // in characters; 0 is unlimited
	Rows         int    // of a text area; 0 is a sensible number
	Key          string // the single key that goes here, as "e", or ""
}

// Choice is one thing to choose.
type Choice struct {
	Value, Label, Hint string
	Chosen             bool
}

// FieldID returns the id of the element to which an error summary leads.
func (f Field) FieldID() string { return "f-" + f.Name }

func (f Field) hintID() string  { return f.FieldID() + "-hint" }
func (f Field) errorID() string { return f.FieldID() + "-error" }

// describedBy returns the ids of what explains the field, or "".
func (f Field) describedBy() string {
	switch {
	case f.Hint != "" && f.Error != "":
		return f.hintID() + " " + f.errorID()
	case f.Hint != "":
		return f.hintID()
	case f.Error != "":
		return f.errorID()
	default:
		return ""
	}
}

func (f Field) rows() int {
	const usual = 4
	if f.Rows == 0 {
		return usual
	}
	return f.Rows
}

// Mark puts each wrong field's message beside the field of its name. It
// changes fields in place and returns the messages that fit none of them.
func Mark(fields []Field, wrong []fault.Field) (rest []fault.Field) {
	for _, w := range wrong {
		found := false
		for i := range fields {
			if fields[i].Name == w.Name {
				fields[i].Error, found = w.Message, true
			}
		}
		if !found {
			rest = append(rest, w)
		}
	}
	return rest
}

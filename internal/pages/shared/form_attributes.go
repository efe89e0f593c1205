package shared

import (
	"strconv"

	"github.com/a-h/templ"

	"rung/internal/fault"
)

func hasErrors(fields []Field, rest []fault.Field) bool {
	for _, f := range fields {
		if f.Error != "" {
			return true
		}
	}
	return len(rest) > 0
}

// attributes are those that all single controls share. A password is never
// sent back, whatever Value says; that is the page's to leave empty.
func attributes(f Field) templ.OrderedAttributes {
	var out templ.OrderedAttributes
	add := func(name, value string) {
		if value != "" {
			out = append(out, templ.KeyValue[string, any]{Key: name, Value: value})
		}
	}
	if f.Required {
		out = append(out, templ.KeyValue[string, any]{Key: "required", Value: true})
	}
	if f.Error != "" {
		add("aria-invalid", "true")
	}
	if f.MaxLength > 0 {
		add("maxlength", strconv.Itoa(f.MaxLength))
	}
	add("aria-describedby", f.describedBy())
	add("autocomplete", f.Autocomplete)
	add("data-key-focus", f.Key)
	return out
}

func groupAttributes(f Field) templ.OrderedAttributes {
	var out templ.OrderedAttributes
	if d := f.describedBy(); d != "" {
		out = append(out, templ.KeyValue[string, any]{Key: "aria-describedby", Value: d})
	}
	return out
}

// choiceID gives the first choice the field's own id, so that an error summary
// leads to it.
func choiceID(f Field, i int) string {
	if i == 0 {
		return f.FieldID()
	}
	return f.FieldID() + "-" + strconv.Itoa(i)
}

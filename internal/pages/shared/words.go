package shared

import (
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// LanguageName returns a language's name in that language, as "français", or
// its tag where it has none.
func LanguageName(tag string) string {
	t, err := language.Parse(tag)
	if err != nil {
		return tag
	}
	if name := display.Self.Name(t); name != "" {
		return name
	}
	return tag
}

// SameName reports whether two names of scope entries or areas are the same
// words, whatever their case and the space around them.
func SameName(a, b string) bool {
	return strings.EqualFold(strings.Join(strings.Fields(a), " "), strings.Join(strings.Fields(b), " "))
}

// Foreign returns the language of a role's words where it is not that of the
// page around them ("" is English), else "". A reader's voice needs to know.
func Foreign(role, page string) string {
	if page == "" {
		page = "en"
	}
	if strings.EqualFold(role, page) {
		return ""
	}
	return role
}

package resolve

import (
	"slices"
	"strings"

	"rung/internal/model"
	"rung/internal/pattern"
)

// personal matches words that make a sentence about the person of a
// declaration: "I encompass all of ...", "Meets everything in ...". In
// "Includes everything from L2" it is the level that includes.
var personal = pattern.New(`(?i)^[\s"“‘'*_>-]*(?:(?:i|we|you|they|he|she)\s|(?:(?:an?|the|this|every|each)\s[^,;:]{1,80}?\s)?(?:(?:also|fully|can|will|must|should)\s+)*(?:encompass|embod|possess|exhibit|demonstrat|display|meet|fulfil|satisf|have\b|has\b|hold|show|uphold|keep|live|do\b|does|deliver|master)|(?:erfüllt|cumple|cumpre|atende|remplit)\s)`)

// bareReference reports whether a statement is nothing but the naming of other
// roles that it takes over, as "Everything from level 1": nobody can be rated
// on that. "I encompass all of the qualities listed in Leadership" can be said
// of a person, and stays a statement.
func bareReference(s *model.Statement, found []edge) bool {
	if !s.Derived || personal.MatchString(s.Text) {
		return false
	}
	return !slices.ContainsFunc(found, func(e edge) bool { return e.relation != takesOver })
}

// takeOut moves the statements of an area that are bare references to its
// intro, and their examples to the area; edges holds what they declare.
func takeOut(a *model.Area, bare []*model.Statement) {
	if len(bare) == 0 {
		return
	}
	a.Statements = slices.DeleteFunc(a.Statements, func(s *model.Statement) bool { return slices.Contains(bare, s) })
	for _, s := range bare {
		a.Intro = append(a.Intro, s.Prose)
		a.Examples = append(a.Examples, s.Examples...)
	}
	slices.SortStableFunc(a.Intro, func(x, y model.Prose) int {
		if x.At.Path != y.At.Path {
			return strings.Compare(x.At.Path, y.At.Path)
		}
		return x.At.Start - y.At.Start
	})
}

package resolve

import (
	"strings"
	"unicode"

	"rung/internal/pattern"
)

// filler matches what may follow a reference without adding anything of the
// statement's own.
var filler = pattern.New(`(?i)^["”’)\]]*\s*(?:(?:expectation|requirement|responsibilitie|competencie|role|definition|level|position|page|description|profile)s?\b\s*)*(?:(?:definition|description|page)s?\b)?["”’)\]]*(?:\s*,?\s*(?:or|and)\s+(?:above|higher|beyond)\b)?(?:\s*,?\s*(?:(?:but|and|plus)\s*(?:also)?|plus)\s*(?:the\s+following)?\s*(?:\.\.\.|[…:.]|$)|\s*,?\s*and\s+(?:i|we|you)?\s*(?:build|expand)s?\s+(?:up)?on\s+(?:them|it|these|those|this)\b[^.]*)?[\s.…:;,)]*`)

// onlyDeclares reports whether a statement says nothing beside its
// declarations: their sentences hold no more than a subject before them and
// filler after.
func onlyDeclares(text string, edges []edge) bool {
	left := []byte(text)
	for _, e := range edges {
		start := e.start
		if subject.MatchString(text[e.sentence[0]:e.start]) {
			start = e.sentence[0]
		}
		end := max(e.ref.end, e.end)
		end += len(filler.FindString(text[end:]))
		blank(left, start, end)
	}
	return !strings.ContainsFunc(joining.ReplaceAllString(string(left), " "), func(c rune) bool {
		return unicode.IsLetter(c) || unicode.IsNumber(c)
	})
}

// joining matches words that join two references.
var joining = pattern.New(`(?i)^\s*(?:and|or)\s*$`)

func blank(text []byte, start, end int) {
	for i := start; i < end; i++ {
		text[i] = ' '
	}
}

package resolve

import (
	"strconv"
	"strings"
	"unicode"

	"rung/internal/pattern"
)

var (
	headingMarks = pattern.New(`^\s*#{1,6}\s+|\s+#+\s*$`)
	headingID    = pattern.New(`\s*\{#([^}\s]+)[^}]*\}\s*$`)
	inlineLink   = pattern.New(`!?\[([^\]]*)\]\([^)]*\)`)
)

// headingSlug returns the fragment that code hosts form from a heading, whose
// source it is given: an explicit id, or the words in lower case with hyphens
// for spaces and without punctuation.
func headingSlug(heading string) string {
	heading, _, _ = strings.Cut(strings.TrimLeft(heading, "\r\n"), "\n")
	heading = headingMarks.ReplaceAllString(strings.TrimRight(heading, "\r"), "")
	if m := headingID.FindStringSubmatch(heading); m != nil {
		return strings.ToLower(m[1])
	}
	heading = inlineLink.ReplaceAllString(heading, "$1")
	var b strings.Builder
	for _, c := range strings.ToLower(strings.TrimSpace(heading)) {
		switch {
		case c == ' ' || c == '-':
			b.WriteByte('-')
		case c == '_' || unicode.IsLetter(c) || unicode.IsNumber(c) || unicode.IsMark(c):
			b.WriteRune(c)
		}
	}
	return b.String()
}

func numbered(slug string, n int) string { return slug + "-" + strconv.Itoa(n) }

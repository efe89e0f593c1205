package example

import (
	"bytes"
	"regexp"
	"strings"
)

// statement is one line of a role file that a person can be rated on, found by
// a plain look at the lines; the real reader of ladders is elsewhere, and the
// example must not depend on it to be checked.
type statement struct {
	text string // as written, without the bullet or the heading marks
	line int    // counted from 1
	area string // the heading above it; empty where the heading is the statement
}

var (
	headingForm = regexp.MustCompile(`^##+ (.+)$`)
	bulletForm  = regexp.MustCompile(`^- (.+)$`)
	linkForm    = regexp.MustCompile(`\[([^\]]*)\]\(([^)]*)\)`)
)

// statementsIn finds the statements of a role file: the bullets under its
// areas that are no examples or, where headings are sentences in the first
// person, those headings.
func statementsIn(data []byte) []statement {
	var found []statement
	area, inExamples := "", false
	for i, raw := range bytes.Split(data, []byte("\n")) {
		line := string(raw)
		if heading := headingForm.FindStringSubmatch(line); heading != nil {
			area, inExamples = heading[1], false
			if strings.HasPrefix(area, "I ") {
				found = append(found, statement{text: area, line: i + 1})
				area = ""
			}
			continue
		}
		if line == "<details>" || line == "**Examples:**" {
			inExamples = true
		}
		bullet := bulletForm.FindStringSubmatch(line)
		if bullet != nil && area != "" && !inExamples {
			found = append(found, statement{text: bullet[1], line: i + 1, area: area})
		}
	}
	return found
}

// extends reports whether a statement only points at a page that holds for
// everybody; nobody is rated on such a pointer.
func (s statement) extends() bool {
	for _, link := range linkForm.FindAllStringSubmatch(s.text, -1) {
		if strings.HasSuffix(link[2], "/Leadership.md") || strings.HasSuffix(link[2], "/Everyone.md") {
			return true
		}
	}
	return false
}

// plain is the statement's text without the marks of links.
func (s statement) plain() string {
	return linkForm.ReplaceAllString(s.text, "$1")
}

var levelForm = regexp.MustCompile(`/(L[1-6])-[^/]+\.md$`)

// levelOf returns a role file's level, such as "L3", or nothing.
func levelOf(path string) string {
	if found := levelForm.FindStringSubmatch(path); found != nil {
		return found[1]
	}
	return ""
}

package compile

import (
	"strconv"
	"strings"

	"rung/internal/diag"
	"rung/internal/source"
)

// UnreadRule tells of texts that no reader said anything about.
var UnreadRule = &diag.Rule{
	Code: "P0110", Slug: "text-not-read", Severity: diag.Warning, Since: "0.2.0",
	Title: "a text of a ladder's file was not read",
	Text: `The file gives a role, and this text on it went nowhere: it is no statement, example, area, scope or note of the framework. rung
accounts for every text of such a file ("rung check --coverage" shows it), so that nothing is lost in silence. Write it as the texts around
it are written; if it is no part of the ladder, move it to a page of its own, or leave the file out with "ladder: {ignore: [...]}" in rung.yaml.`,
	Bad:  "-- L1-Baker.md --\n---\novens:\n  - name: Berta\n    place: The large one stands by the window that faces the harbour.\n---\n# L1: Baker\n\n## Bread\n\n- I bake what the list asks for.\n",
	Good: "-- L1-Baker.md --\n# L1: Baker\n\n## Bread\n\n- I bake what the list asks for.\n",
}

// newUnread returns the diagnostic for texts of one file, one after the other,
// that ended nowhere.
func newUnread(run []source.Span, sources *source.Set) diag.Diagnostic {
	message := diag.Quote(strings.Trim(sources.Text(run[0]), "#*>|`\"' \t\r\n")) + " was not read"
	if n := len(run) - 1; n > 0 {
		texts := "text"
		if n > 1 {
			texts = strconv.Itoa(n) + " texts"
		}
		message += ", nor the " + texts + " behind it"
	}
	d := UnreadRule.New(run[0], message+"; expected a statement, an example or a note of a role")
	d.Help = "write it as the texts around it are, or leave it out by rung.yaml"
	return d
}

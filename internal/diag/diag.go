// Package diag is what the compiler says about a ladder: diagnostics, which
// are facts about the author's text and never errors of the program.
//
// The wording: a message starts in lower case, has no full stop, quotes the
// author's word, says what was found and then what is expected. Help is an
// imperative. A span is the smallest text that is wrong; a second place is a
// Related.
package diag

import (
	"strings"

	"rung/internal/source"
)

// Code names a kind of diagnostic: a letter for the family (P parse, R
// resolve, I identity, Q quality) and four digits. Codes are never reused or
// renumbered.
type Code string

// Severity grades a diagnostic.
type Severity int

// The severities, mildest first.
const (
	Note    Severity = iota // worth knowing, never a finding
	Warning                 // probably not what the author meant
	Error                   // the framework cannot be read as written
)

// String returns "note", "warning" or "error".
func (s Severity) String() string {
	switch s {
	case Error:
		return "error"
	case Warning:
		return "warning"
	default:
		return "note"
	}
}

// Related is a second place that explains a diagnostic, as "first defined
// here".
type Related struct {
	Span    source.Span
	Message string
}

// Edit replaces the bytes of Span by New. An empty Span.Start == Span.End
// inserts.
type Edit struct {
	Span source.Span
	New  string
}

// Fix is a change that would mend the cause. Safe fixes change no meaning and
// may be applied without asking.
type Fix struct {
	Title string
	Safe  Safety
	Edits []Edit
}

// Safety says whether a fix may be applied without a person looking at it.
type Safety int

// The safeties of a fix.
const (
	Review Safety = iota // a person must look at it
	Safe                 // changes no meaning
)

// Diagnostic is one finding.
type Diagnostic struct {
	Code     Code
	Severity Severity
	Primary  source.Span
	Related  []Related
	Message  string
	Help     string
	Fixes    []Fix
}

// Default says whether a rule runs where nobody asked for it.
type Default int

// The defaults of a rule.
const (
	On  Default = iota
	Off         // reports too much that is none on ladders in general; a ladder may turn it on
)

// Rule documents one code. Bad and Good are txtar archives of small ladders:
// Bad must fire the code, Good must fire nothing at all. Since is the version
// that brought the code.
type Rule struct {
	Code     Code
	Slug     string // lower-case words joined by hyphens, as "dead-link"
	Title    string // one line, no full stop
	Text     string // Markdown: what it means, why it matters, what to do
	Bad      string
	Good     string
	Since    string
	Severity Severity
	Default  Default
}

// Gradable reports whether users may grade and silence the rule: only those of
// quality are a matter of opinion.
func (r *Rule) Gradable() bool { return strings.HasPrefix(string(r.Code), "Q") }

// New returns a diagnostic of the rule, with the rule's severity.
func (r *Rule) New(at source.Span, message string) Diagnostic {
	return Diagnostic{Code: r.Code, Severity: r.Severity, Primary: at, Message: message}
}

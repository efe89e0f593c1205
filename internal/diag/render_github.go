package diag

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"rung/internal/source"
)

// GitHub writes diagnostics as workflow commands, which GitHub Actions shows
// beside the changed lines. Neither a message nor a path can end its command
// early or begin another.
func GitHub(w io.Writer, list []Diagnostic, sources *source.Set, rules []*Rule) error {
	names := slugs(rules)
	out := bufio.NewWriter(w)
	for _, d := range ordered(list) {
		properties := commandPlace(sources, d.Primary)
		properties = append(properties, "title="+escapeProperty(tag(d, names)))
		fmt.Fprintf(out, "::%s %s::%s\n", command(d.Severity), strings.Join(properties, ","), escapeData(annotation(d, sources)))
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("write diagnostics: %w", err)
	}
	return nil
}

// annotation returns the words of a finding, a line for each part of it: an
// annotation has no other room for related places and fixes.
func annotation(d Diagnostic, sources *source.Set) string {
	lines := []string{d.Message}
	for _, r := range d.Related {
		where := r.Span.Path
		if p, ok := place(sources, r.Span); ok {
			where = fmt.Sprintf("%s:%d", p.path, p.start.Line)
		}
		lines = append(lines, where+": "+r.Message)
	}
	if d.Help != "" {
		lines = append(lines, d.Help)
	}
	if fix := mending(d); fix != "" {
		lines = append(lines, "fix: "+fix)
	}
	return strings.Join(lines, "\n")
}

func command(s Severity) string {
	if s == Note {
		return "notice"
	}
	return s.String()
}

// commandPlace returns the properties that say where. Columns are only allowed
// where the place is on one line.
func commandPlace(sources *source.Set, at source.Span) []string {
	if at.Path == "" {
		return nil
	}
	out := []string{"file=" + escapeProperty(at.Path)}
	r, ok := place(sources, at)
	if !ok {
		return out
	}
	out = append(out, fmt.Sprintf("line=%d", r.start.Line), fmt.Sprintf("endLine=%d", r.end.Line))
	if r.start.Line == r.end.Line {
		out = append(out, fmt.Sprintf("col=%d", r.start.Column), fmt.Sprintf("endColumn=%d", r.end.Column))
	}
	return out
}

var (
	dataEscapes     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	propertyEscapes = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

// escapeData also keeps control characters out: the log is a terminal, too.
func escapeData(s string) string { return dataEscapes.Replace(Plain(s)) }

func escapeProperty(s string) string { return propertyEscapes.Replace(s) }

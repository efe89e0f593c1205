package compile

import (
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"strings"

	"rung/internal/model"
	"rung/internal/source"
)

// csvHeader names the columns that ExportCSV writes. A row is a statement or
// an example; an example of a statement bears the statement's id.
var csvHeader = []string{
	"kind", "track", "level", "role", "role_title", "status", "language", "area", "statement", "text", "path", "line",
}

// ExportCSV writes the framework of r as a table: one row for each statement
// and each example, in reading order, under a header. What a spreadsheet would
// take for a formula begins with an apostrophe.
func ExportCSV(w io.Writer, r *Result) error {
	out := csv.NewWriter(w)
	t := table{out: out, x: exporter{r.Sources}}
	t.write(csvHeader)
	for _, role := range r.Framework.Roles {
		for _, a := range role.Areas {
			for _, s := range a.Statements {
				t.row("statement", role, a, s.ID, s.Prose)
				for _, e := range s.Examples {
					t.row("example", role, a, s.ID, e.Prose)
				}
			}
			for _, e := range a.Examples {
				t.row("example", role, a, "", e.Prose)
			}
		}
	}
	out.Flush()
	if err := out.Error(); err != nil {
		return fmt.Errorf("write table: %w", err)
	}
	return nil
}

type table struct {
	out *csv.Writer
	x   exporter
}

func (t table) row(kind string, role *model.Role, a *model.Area, id model.StatementID, p model.Prose) {
	level := ""
	if role.Level != nil {
		level = role.Level.Label
	}
	at := p.At
	if at.IsZero() {
		at = source.Span{Path: role.Path(), Start: role.At.Start, End: role.At.End}
	}
	t.write([]string{
		kind, string(role.Track), level, string(role.ID), role.Title, string(role.Status), role.Language,
		a.Title, string(id), p.Text, at.Path, strconv.Itoa(t.x.line(at, role.At)),
	})
}

// write writes a record; csv.Writer keeps the first error for Flush.
func (t table) write(fields []string) {
	for i, f := range fields {
		fields[i] = unformula(f)
	}
	_ = t.out.Write(fields) // its error comes again from Error after Flush
}

// unformula guards a field against spreadsheets that run what looks like a
// formula, also behind white space.
func unformula(s string) string {
	switch trimmed := strings.TrimLeft(s, " \t\r\n\u00a0"); {
	case trimmed == "":
		return s
	case strings.ContainsRune("=+-@", rune(trimmed[0])), trimmed[0] != s[0] && strings.ContainsAny(s[:1], "\t\r\n"):
		return "'" + s
	}
	return s
}

package diag

import (
	"io"

	"rung/internal/source"
	"rung/internal/wire"
)

// jsonSchema names the format that JSON writes.
const jsonSchema = "rung.diagnostics/1"

type (
	jsonReport struct {
		Schema      string           `json:"schema"`
		Diagnostics []jsonDiagnostic `json:"diagnostics"`
		Summary     counts           `json:"summary"`
	}
	jsonPlace struct {
		Path      string `json:"path"`
		Line      int    `json:"line"`
		Column    int    `json:"column"`
		EndLine   int    `json:"endLine"`
		EndColumn int    `json:"endColumn"`
	}
	jsonDiagnostic struct {
		Code     Code   `json:"code"`
		Slug     string `json:"slug"`
		Severity string `json:"severity"`
		Message  string `json:"message"`
		Help     string `json:"help"`
		jsonPlace
		Related []jsonRelated `json:"related"`
		Fixes   []jsonFix     `json:"fixes"`
	}
	jsonRelated struct {
		Message string `json:"message"`
		jsonPlace
	}
	jsonFix struct {
		Title string     `json:"title"`
		Safe  bool       `json:"safe"`
		Edits []jsonEdit `json:"edits"`
	}
	jsonEdit struct {
		jsonPlace
		Start int    `json:"start"` // bytes
		End   int    `json:"end"`
		New   string `json:"new"`
	}
)

// JSON writes diagnostics for a program: every place with line and column,
// counted in characters from 1, every edit with its bytes besides. Where a
// place is not known, line and column are 0.
func JSON(w io.Writer, list []Diagnostic, sources *source.Set, rules []*Rule) error {
	names := slugs(rules)
	out := jsonReport{Schema: jsonSchema, Diagnostics: []jsonDiagnostic{}, Summary: count(list)}
	for _, d := range ordered(list) {
		out.Diagnostics = append(out.Diagnostics, toJSON(d, sources, names))
	}
	return wire.Write(w, "diagnostics", out)
}

func toJSON(d Diagnostic, sources *source.Set, names map[Code]string) jsonDiagnostic {
	out := jsonDiagnostic{
		Code: d.Code, Slug: names[d.Code], Severity: d.Severity.String(), Message: d.Message, Help: d.Help,
		jsonPlace: jsonAt(sources, d.Primary), Related: []jsonRelated{}, Fixes: []jsonFix{},
	}
	for _, r := range d.Related {
		out.Related = append(out.Related, jsonRelated{Message: r.Message, jsonPlace: jsonAt(sources, r.Span)})
	}
	for _, f := range d.Fixes {
		fix := jsonFix{Title: f.Title, Safe: f.Safe == Safe, Edits: []jsonEdit{}}
		for _, e := range f.Edits {
			fix.Edits = append(fix.Edits, jsonEdit{jsonPlace: jsonAt(sources, e.Span), Start: e.Span.Start, End: e.Span.End, New: e.New})
		}
		out.Fixes = append(out.Fixes, fix)
	}
	return out
}

func jsonAt(sources *source.Set, at source.Span) jsonPlace {
	r, _ := place(sources, at)
	return jsonPlace{Path: r.path, Line: r.start.Line, Column: r.start.Column, EndLine: r.end.Line, EndColumn: r.end.Column}
}

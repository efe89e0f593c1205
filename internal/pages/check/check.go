// Package check is the page that says how the ladder was read: what was not
// understood, and which reading was chosen where there was more than one.
package check

import (
	"fmt"
	"strings"

	"rung/internal/diag"
	"rung/internal/model"
	"rung/internal/pages/shared"
	"rung/internal/source"
)

// Page lists diagnostics by file, and readings.
type Page struct {
	shared.Frame
	Lead     string
	Files    []File
	Readings []Reading
	Unknown  bool // nobody knows what was found
}

// File is one file with what was found in it.
type File struct {
	Path     string
	Findings []Finding
}

// Finding is one diagnostic.
type Finding struct {
	Badge   shared.Badge
	Place   string // "line 12, column 3", or "" where that is not known
	Code    string
	Message string
	Help    string
	Related []string
}

// Reading is an interpretation and why it was chosen.
type Reading struct{ Path, Reading, Why, Setting string }

// Input is what the page is made of. Report is nil for a revision of which only
// the framework is kept.
type Input struct {
	Frame     shared.Frame
	Framework *model.Framework
	Sources   *source.Set
	Report    *diag.Report
}

// Build returns the page.
func Build(in Input) Page {
	p := Page{Frame: in.Frame, Unknown: in.Report == nil}
	var list []diag.Diagnostic
	if in.Report != nil {
		list = in.Report.Sorted()
	}
	p.Lead = lead(list)
	p.Title = "How the ladder was read"
	for _, d := range list {
		if n := len(p.Files); n == 0 || p.Files[n-1].Path != d.Primary.Path {
			p.Files = append(p.Files, File{Path: d.Primary.Path})
		}
		file := &p.Files[len(p.Files)-1]
		file.Findings = append(file.Findings, finding(d, in.Sources))
	}
	for _, r := range in.Framework.Readings {
		p.Readings = append(p.Readings, Reading{Path: r.Path, Reading: words(r.Reading), Why: r.Why, Setting: r.Setting})
	}
	return p
}

func finding(d diag.Diagnostic, sources *source.Set) Finding {
	f := Finding{
		Badge: badge(d.Severity), Place: place(sources.Start(d.Primary)), Code: string(d.Code),
		Message: d.Message, Help: d.Help,
	}
	for _, r := range d.Related {
		at := r.Span.Path
		if where := place(sources.Start(r.Span)); where != "" {
			at += ", " + where
		}
		f.Related = append(f.Related, r.Message+" ("+at+")")
	}
	return f
}

func place(p source.Position) string {
	if p.Line == 0 {
		return ""
	}
	return fmt.Sprintf("line %d, column %d", p.Line, p.Column)
}

func badge(s diag.Severity) shared.Badge {
	switch s {
	case diag.Error:
		return shared.Badge{Sign: "!", Word: "error", Tone: shared.Bad}
	case diag.Warning:
		return shared.Badge{Sign: "▲", Word: "warning", Tone: shared.Warn}
	default:
		return shared.Badge{Sign: "·", Word: "note", Tone: shared.Quiet}
	}
}

func lead(list []diag.Diagnostic) string {
	count := map[diag.Severity]int{}
	for _, d := range list {
		count[d.Severity]++
	}
	var parts []string
	for _, s := range []diag.Severity{diag.Error, diag.Warning, diag.Note} {
		if n := count[s]; n > 0 {
			parts = append(parts, shared.Count(n, s.String(), s.String()+"s"))
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return strings.Join(parts, ", ") + "."
}

// words turns the name of a reading into words: "heading-is-statement".
func words(name string) string { return strings.ReplaceAll(name, "-", " ") }

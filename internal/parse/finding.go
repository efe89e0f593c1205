package parse

import (
	"rung/internal/diag"
	"rung/internal/source"
)

// finding is a diagnostic of a Tree: its spans have no path yet, so that equal
// files of two places share it.
type finding struct {
	rule    *diag.Rule
	start   int
	end     int
	message string
	help    string
	fix     string // title of the fix that makes edits, or ""
	safe    diag.Safety
	edits   []edit
}

// edit replaces [start, end) of the file by text.
type edit struct {
	start, end int
	text       string
}

func (t *Tree) find(f finding) { t.finds = append(t.finds, f) }

// maxPlaces is how many further places of one kind of damage are pointed at;
// the message counts them, and the fix mends all.
const maxPlaces = 20

// Report adds what is wrong with the document's text to report.
func (d *Document) Report(report *diag.Report) {
	for _, f := range d.finds {
		g := f.rule.New(d.File.Span(f.start, f.end), f.message)
		g.Help = f.help
		if f.fix != "" {
			fix := diag.Fix{Title: f.fix, Safe: f.safe}
			for i, e := range f.edits {
				fix.Edits = append(fix.Edits, diag.Edit{Span: d.File.Span(e.start, e.end), New: e.text})
				if i > 0 && i <= maxPlaces {
					g.Related = append(g.Related, diag.Related{Span: d.File.Span(e.start, e.end), Message: "and here"})
				}
			}
			g.Fixes = append(g.Fixes, fix)
		}
		report.Add(g)
	}
}

// note reports something about a path that was not read; the span is the
// file's beginning, and there is nothing to show of it.
func note(report *diag.Report, rule *diag.Rule, grade diag.Severity, path, message, help string) {
	d := rule.New(source.Span{Path: path}, message)
	d.Severity, d.Help = grade, help
	report.Add(d)
}

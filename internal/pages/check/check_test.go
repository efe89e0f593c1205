package check_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"rung/internal/diag"
	"rung/internal/model"
	"rung/internal/pages/check"
	"rung/internal/pages/pagetest"
	"rung/internal/source"
)

func TestCheck(t *testing.T) {
	t.Parallel()
	f := &model.Framework{Title: "X", Readings: []model.Reading{{Path: "a.md", Reading: "heading-is-statement", Why: "headings are sentences", Setting: "headings: areas"}}}
	sources := source.NewSet(source.NewFile("a.md", []byte("one\ntwo é vague\n")), source.NewFile("b.md", []byte("x")))
	report := new(diag.Report)
	for _, d := range []diag.Diagnostic{
		{Code: "Q4007", Severity: diag.Warning, Primary: source.Span{Path: "a.md", Start: 11, End: 16}, Message: `"vague" is vague`, Help: "name it",
			Related: []diag.Related{{Span: source.Span{Path: "b.md"}, Message: "as here"}}},
		{Code: "P1001", Severity: diag.Error, Primary: source.Span{Path: "gone.md"}, Message: "the file is gone"},
	} {
		report.Add(d)
	}
	doc := pagetest.Render(t, check.View(check.Build(check.Input{Frame: pagetest.Frame(f), Framework: f, Sources: sources, Report: report})))
	for selector, want := range map[string][]string{
		".check-file h2":     {"a.md", "gone.md"},
		".check-place":       {"▲ warning line 2, column 7 Q4007", "! error P1001"},
		".check-message":     {`"vague" is vague`, "the file is gone"},
		".check li .quiet":   {"Q4007", "as here (b.md, line 1, column 1)", "P1001"},
		".check-readings dt": {"a.md"},
		".check-readings dd": {"heading is statement: headings are sentences In rung.yaml, headings: areas turns it round."},
		".lead":              {"1 error, 1 warning. The ladder is shown as far as it was understood. rung explain and a code say more."},
	} {
		if diff := cmp.Diff(want, doc.Texts(selector)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", selector, diff)
		}
	}
}

func TestNothingToMend(t *testing.T) {
	t.Parallel()
	f := &model.Framework{Title: "X"}
	doc := pagetest.Render(t, check.View(check.Build(check.Input{Frame: pagetest.Frame(f), Framework: f, Report: new(diag.Report)})))
	if got, want := doc.Text(".empty-title"), "Nothing to mend"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	doc = pagetest.Render(t, check.View(check.Build(check.Input{Frame: pagetest.Frame(f), Framework: f})))
	if got, want := doc.Text(".empty-title"), "Not known any more"; got != want {
		t.Errorf("without a report: %q, want %q", got, want)
	}
}

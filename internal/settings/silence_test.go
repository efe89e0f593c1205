package settings_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rung/internal/diag"
	"rung/internal/model"
	"rung/internal/parse"
	"rung/internal/settings"
	"rung/internal/source"
)

// TestSilence reports Q0003 at every "*" of a text and wants the lines where
// it still speaks, with what is said of the comments.
func TestSilence(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, path, text, want string }{
		{"on its line", "a.md", "- a * <!-- rung: ignore Q0003 in verse -->\n- b *\n", "2"},
		{"alone, for the item below", "a.md", "<!-- rung: ignore long-sentence in verse -->\n\n- a *\n  and * so\n- b *\n", "5"},
		{"two, one upon the other", "a.md", "<!-- rung: ignore Q0003 in verse -->\n<!-- rung: ignore Q0009 in verse -->\na *\n", "2:P0205"},
		{"many codes", "a.md", "a * <!-- rung: ignore Q0003, Q0009: in verse -->\n", ""},
		{"without a reason", "a.md", "a * <!-- rung: ignore Q0003 -->\n", "1, 1:P0204"},
		{"nothing but a dash", "a.md", "a * <!-- rung: ignore Q0003 - -->\n", "1, 1:P0204"},
		{"no rule", "a.md", "a * <!-- rung: ignore Q9999 x -->\n", "1, 1:P0204"},
		{"no code", "a.md", "a * <!-- rung: ignore -->\n", "1, 1:P0204"},
		{"another verb", "a.md", "a * <!-- rung: off -->\n", "1, 1:P0204"},
		{"no rule of quality", "a.md", "a * <!-- rung: ignore P0101 x -->\n", "1, 1:P0204"},
		{"nothing to silence", "a.md", "a <!-- rung: ignore Q0003 x -->\n\nb *\n", "3, 1:P0205"},
		{"at the end", "a.md", "a *\n<!-- rung: ignore Q0003 x -->", "1, 2:P0205"},
		{"in data", "a.yaml", "# rung: ignore Q0003 x\na: '*'\nb: '*' # rung: ignore Q0003 y\nc: '*'\n", "4"},
		{"in data, many lines", "a.yaml", "# rung: ignore Q0003 x\na: >\n  *\n  *\nb: '*'\n", "5"},
	} {
		file := source.NewFile(c.path, []byte(c.text))
		doc := parse.Parse(file, nil)
		var comments []model.Comment
		for _, m := range doc.Comments {
			comments = append(comments, model.Comment{Text: m.Text, At: file.Span(m.Start, m.End)})
		}
		report := &diag.Report{}
		for i := range c.text {
			if c.text[i] == '*' {
				report.Add(rules[0].New(file.Span(i, i+1), "x"))
			}
		}
		settings.Silence(comments, source.NewSet(file), rules, report)
		var spoken, told []string
		for _, d := range report.Sorted() {
			if line := file.Line(d.Primary.Start); d.Code == rules[0].Code {
				spoken = append(spoken, fmt.Sprint(line))
			} else {
				told = append(told, fmt.Sprintf("%d:%s", line, d.Code))
			}
		}
		if diff := cmp.Diff(c.want, strings.Join(append(spoken, told...), ", ")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

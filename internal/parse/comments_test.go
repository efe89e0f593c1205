package parse

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"rung/internal/source"
)

func TestComments(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, text string
		want       []string // the comments as they stand
	}{
		{"a.md", "<!-- rung: ignore Q1 x -->\n\n- a <!-- rung: ignore Q2 -->\n", []string{"<!-- rung: ignore Q1 x -->", "<!-- rung: ignore Q2 -->"}},
		{"a.md", "<!-- a note -->\n<!-- rung:ignore\n  Q1 -->\n", []string{"<!-- rung:ignore\n  Q1 -->"}},
		{"a.md", "```\n<!-- rung: ignore Q1 -->\n```\n\n`<!-- rung: ignore Q2 -->`\n", nil}, // an example of one is none
		{"a.md", "<details><summary>x</summary>\n<!-- rung: ignore Q1 -->\n- a\n</details>\n", []string{"<!-- rung: ignore Q1 -->"}},
		{"a.md", "---\na: b # rung: ignore Q1\n---\n# x\n", []string{"# rung: ignore Q1"}},
		{"a.html", "<p>x</p><!-- rung: ignore Q1 --><!-- x -->", []string{"<!-- rung: ignore Q1 -->"}},
		{"a.yaml", "# rung: ignore Q1 x\na: b #rung:ignore Q2\nc: d#rung: e\n", []string{"# rung: ignore Q1 x", "#rung:ignore Q2"}},
		{"a.md", "rung: ignore\n\n# rung: ignore\n<!-- rung: open", nil},
	} {
		doc := Parse(source.NewFile(c.name, []byte(c.text)), nil)
		var got []string
		for _, m := range doc.Comments {
			got = append(got, c.text[m.Start:m.End])
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%q (-want +got):\n%s", c.text, diff)
		}
	}
}

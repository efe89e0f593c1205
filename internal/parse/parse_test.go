package parse

import (
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rung/internal/model"
	"rung/internal/source"
)

// sketch writes blocks so that a test can hold them in a string: a word for
// the kind, the words, the children in brackets.
func sketch(blocks []*Block) string {
	names := map[Kind]string{Heading: "h", Paragraph: "p", Quote: "q", List: "l", Item: "i", Table: "t", Row: "r", Cell: "c", Code: "code", Details: "d", Markup: "m"}
	var out []string
	for _, b := range blocks {
		s := names[b.Kind]
		if b.Kind == Heading {
			s += fmt.Sprint(b.Level)
		}
		if b.Text.Value != "" {
			s += " " + b.Text.Value
		}
		if len(b.Children) > 0 {
			s += "(" + sketch(b.Children) + ")"
		}
		out = append(out, s)
	}
	return strings.Join(out, "; ")
}

func mustParse(name, text string) *Document {
	return Parse(source.NewFile(name, []byte(text)), nil)
}

func TestMarkdownBlocks(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, text, want string }{
		{"headings of both kinds", "# A\n\nB\n===\n\n### C ###\n", "h1 A; h1 B; h3 C"},
		{"byte order mark", "\xef\xbb\xbf# A\n", "h1 A"},
		{"line ends of three kinds", "# A\r\n\r\n- b\r- c\n", "h1 A; l(i(p b); i(p c))"},
		{"nested bullets", "- a\n  - b\n    - c\n- d\n", "l(i(p a; l(i(p b; l(i(p c))))); i(p d))"},
		{"continued bullet", "- a\n  b\nc\n", "l(i(p a b c))"},
		{"escapes and references", "a \\* b &amp; c &eacute; &nosuch;\n", "p a * b & c é &nosuch;"},
		{"spaces", "a   b\n  c\n", "p a b c"},
		{"code spans keep their text", "a `b &amp; *c*`\n", "p a b &amp; *c*"},
		{"tasks and strike", "- [ ] a\n- [x] ~~b~~\n", "l(i(p a); i(p b))"},
		{"tables", "|a|b|\n|-|-|\n|c \\| d|`e`|\n", "t(r(c a; c b); r(c c | d; c e))"},
		{"code", "```go\nx\ny\n```\n\n    z\n", "code x y; code z"},
		{"comments say nothing", "a\n\n<!-- b -->\n", "p a"},
		{"markup is read", "<ul><li>a<li>b</ul>\n", "l(i(p a); i(p b))"},
		{"pictures have no words", "<picture>\n<img alt=\"x\" src=\"y\">\n</picture>\n\n![z](w)\n", "p"},
		{"details", "<details>\n<summary>S</summary>\n\n- a\n\n</details>\n\nb\n", "d S(l(i(p a))); p b"},
		{"details on one line", "<details><summary>S</summary>\n\na\n</details>\n", "d S(p a)"},
		{"details without empty lines", "<details>\n<summary>S</summary>\n- a\n- b\n</details>\n", "d S(l(i(p a); i(p b)))"},
		{"details that end in an item", "<details>\n<summary>S</summary>\n\n- a\n- b\n\n  </details>\n\nc\n", "d S(l(i(p a); i(p b))); p c"},
		{"details in an item", "- a\n\n  <details>\n  <summary>S</summary>\n\n  - b\n\n  </details>\n- c\n", "l(i(p a; d S(l(i(p b)))); i(p c))"},
		{"details in details", "<details>\n<summary>S</summary>\n\n<details>\n<summary>T</summary>\n\na\n\n</details>\n\nb\n\n</details>\n", "d S(d T(p a); p b)"},
		{"details without end", "<details>\n<summary>S</summary>\n\na\n\n## B\n", "d S(p a); h2 B"},
		{"an end alone", "a\n\n</details>\n\nb\n", "p a; p b"},
		{"summary apart", "<details>\n\n<summary>S</summary>\n\na\n\n</details>\n", "d S(p a)"},
		{"bold left open", "***A\n- b\n", "p ***A; l(i(p b))"},
		{"a break is a line", "a<br>b\n", "p a b"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			if got := sketch(mustParse("a.md", c.text).Blocks); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

func TestHTMLBlocks(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, text, want string }{
		{"page", "<!doctype html><title>T</title><h1>A</h1><p>b <b>c</b><p>d", "h1 A; p b c; p d"},
		{"script says nothing", "<html><script>x</script><style>y</style><p>a", "p a"},
		{"lists", "<ol><li>a<ul><li>b</ul><li>c</ol>", "l(i(p a; l(i(p b))); i(p c))"},
		{"tables", "<table><tr><th>a<td>b<tr><td>c</table>", "t(r(c a; c b); r(c c))"},
		{"details", "<details><summary>S</summary><p>a</details>b", "d S(p a); p b"},
		{"heading of blocks", "<h2><p>a</p></h2>b", "h2 a; p b"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			if got := sketch(mustParse("a.html", c.text).Blocks); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

// TestTextPlaces holds that words, their marks, lines and slices stand where
// they claim.
func TestTextPlaces(t *testing.T) {
	t.Parallel()
	text := "---\na: b\n---\n\n- **Name:** some  *value*  \n  **Next:** [a](b.md) &amp; c\n"
	doc := mustParse("a.md", text)
	x := doc.Blocks[0].Children[0].Children[0].Text
	if want := "Name: some value Next: a & c"; x.Value != want {
		t.Fatalf("words %q, want %q", x.Value, want)
	}
	var marks []string
	for _, m := range x.Marks {
		marks = append(marks, string(m.Kind)+" "+x.Value[m.Start:m.End])
	}
	if want := []string{"strong Name:", "emphasis value", "strong Next:", "link a"}; !cmp.Equal(want, marks) {
		t.Errorf("marks %q, want %q", marks, want)
	}
	lines := x.Lines()
	if len(lines) != 2 || lines[1].Value != "Next: a & c" {
		t.Fatalf("lines %v", lines)
	}
	if got := text[lines[1].Start:]; !strings.HasPrefix(got, "Next:**") {
		t.Errorf("second line stands at %q", got)
	}
	i := strings.Index(x.Value, "value")
	if s := x.Slice(i, i+5); text[s.Start:s.Start+5] != "value" || s.Marks[0].Kind != model.Emphasis {
		t.Errorf("slice stands at %q with %v", text[s.Start:], s.Marks)
	}
	if got := Join(x.Slice(0, 5), lines[1]); got.Value != "Name: Next: a & c" || len(got.Marks) != 3 {
		t.Errorf("joined %q with %v", got.Value, got.Marks)
	}
	if p := doc.Prose(x); doc.File.Line(p.At.Start) != 5 {
		t.Errorf("prose stands on line %d", doc.File.Line(p.At.Start))
	}
}

func TestLinks(t *testing.T) {
	t.Parallel()
	text := "[a](b.md \"t\") [c](<d e.md#f>) ![g](h.png) [i][r] <https://j.example/k> https://l.example <a href=\"m.md\">n</a> [o](p_(q).md) [`s`]( t.md )\n\n[r]: u.md\n\n<p><a href=\"v.md\">w</a></p>\n"
	doc := mustParse("a.md", text)
	var got []string
	for _, l := range doc.Links {
		kind := ""
		if l.Image {
			kind = "!"
		}
		got = append(got, kind+l.Target+" @ "+text[l.Start:l.End])
	}
	want := []string{
		"b.md @ b.md", "d e.md#f @ d e.md#f", "!h.png @ h.png", "u.md @ [i]", "https://j.example/k @ https://j.example/k",
		"https://l.example @ https://l.example", "m.md @ <a href=\"m.md\">", "p_(q).md @ p_(q).md", "t.md @ t.md", "v.md @ <a href=\"v.md\">",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("links (-want +got):\n%s", diff)
	}
}

func TestAnchors(t *testing.T) {
	t.Parallel()
	doc := mustParse("a.md", "# What's new?\n## :owl: Domain & *craft*\n## 🦉 Domain\n## A_b-C 1.0\n## Same\n## Same\n## Größe\n<a name=\"here\"></a>\n")
	want := []string{"whats-new", "owl-domain--craft", "-domain", "a_b-c-10", "same", "same-1", "größe", "here"}
	if diff := cmp.Diff(want, doc.Anchors); diff != "" {
		t.Errorf("anchors (-want +got):\n%s", diff)
	}
}

func TestFrontMatter(t *testing.T) {
	t.Parallel()
	text := "\xef\xbb\xbf---\ntitle: \"A: b\"\nlevel: 1.20\ntopics:\n  - name: x\n---\n# T\n"
	doc := mustParse("a.md", text)
	if doc.Front.Text("title") != "A: b" || doc.Front.Text("level") != "1.20" || doc.Title() != "T" {
		t.Errorf("front matter %v, title %q", doc.Front, doc.Title())
	}
	for _, f := range doc.Front.Fields {
		if got := text[f.Start:f.End]; got != f.Key {
			t.Errorf("key %q stands at %q", f.Key, got)
		}
	}
	if v := doc.Front.Get("title"); text[v.Start:v.End] != `"A: b"` {
		t.Errorf("title stands at %q", text[v.Start:v.End])
	}
	for name, text := range map[string]string{
		"no end":               "---\ntitle: x\n# T\n",
		"prose between rules":  "---\n\nSome *text* here\n\n---\n",
		"rule in the middle":   "# T\n\n---\na: b\n---\n",
		"a list between rules": "---\n- a\n---\n",
	} {
		if doc := mustParse("a.md", text); doc.Front != nil {
			t.Errorf("%s: taken for front matter: %v", name, doc.Front)
		}
	}
	bad := mustParse("a.md", "---\na: [b\n---\n# T\n")
	if got := codesOf(bad); len(got) != 1 || got[0] != DataRule.Code || bad.Title() != "T" {
		t.Errorf("broken front matter reports %v, title %q", got, bad.Title())
	}
}

// places lists scalars with what stands at their place.
func places(text string, r *Record) []string {
	switch {
	case r == nil:
		return []string{"nothing"}
	case r.Kind == Scalar:
		return []string{r.Value + " @ " + text[r.Start:r.End]}
	}
	var out []string
	for _, f := range r.Fields {
		for _, p := range places(text, f.Value) {
			out = append(out, f.Key+": "+p)
		}
	}
	for _, i := range r.Items {
		out = append(out, places(text, i)...)
	}
	return out
}

func TestData(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"a.yaml", "a: one two\nb:\n  - 'it''s'\n  - \"x\\ny\"\nc: |\n  long\n  text\nd: plain\n  goes on\né: ü\n", []string{
			"a: one two @ one two", "b: it's @ 'it''s'", "b: x\ny @ \"x\\ny\"", "c: long\ntext\n @ |\n  long\n  text", "d: plain goes on @ plain\n  goes on", "é: ü @ ü",
		}},
		{"b.yaml", "a: &x [1, 2]\nb: *x\n---\nc\n", []string{"a: 1 @ 1", "a: 2 @ 2", "b: 1 @ 1", "b: 2 @ 2", "c @ c"}},
		{"a.json", `{"a": ["x\u00e9", 1.50, null], "b": {"c": true}}`, []string{`a: xé @ "x\u00e9"`, "a: 1.50 @ 1.50", "a: null @ null", "b: c: true @ true"}},
		{"a.csv", "level,text\nL1,\"a, \"\"b\"\"\nc\"\r\nL2,d\n", []string{"level: L1 @ L1", "text: a, \"b\"\nc @ \"a, \"\"b\"\"\nc\"", "level: L2 @ L2", "text: d @ d"}},
		{"b.csv", "a;b\n1;2;3\n", []string{"a: 1 @ 1", "b: 2 @ 2", ": 3 @ 3"}},
		{"empty.yaml", "# nothing\n", []string{"nothing"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			doc := mustParse(c.name, c.text)
			if diff := cmp.Diff(c.want, places(c.text, doc.Data)); diff != "" {
				t.Errorf("records (-want +got):\n%s", diff)
			}
			if got := codesOf(doc); len(got) != 0 {
				t.Errorf("reports %v", got)
			}
		})
	}
}

func TestBrokenData(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		text string
		line int
	}{
		"a.yaml":   {"a: b\nc: [d\n", 3},
		"tab.yaml": {"a:\n\t- b\n", 2},
		"key.yaml": {"a: 1\nb: 2\na: 3\n", 0}, // which line is told is the parser's own
		"a.json":   {"{\"a\": 1,\n \"b\" 2}", 2},
		"b.json":   {"{\"a\": 1}\n{}", 2},
		"c.json":   {"[1,", 1},
	} {
		doc := mustParse(name, c.text)
		if doc.Data != nil && name != "key.yaml" {
			t.Errorf("%s: read as %v", name, doc.Data)
		}
		if name == "key.yaml" {
			continue
		}
		if got := codesOf(doc); len(got) != 1 || got[0] != DataRule.Code {
			t.Errorf("%s: reports %v", name, got)
		}
		if got := doc.File.Line(doc.finds[0].start); got != c.line {
			t.Errorf("%s: told on line %d, want %d: %s", name, got, c.line, doc.finds[0].message)
		}
	}
}

func TestFormatOf(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, text string
		want       Format
	}{
		{"a.md", "", Markdown}, {"A.MD", "", Markdown}, {"a.markdown", "", Markdown}, {"a.txt", "", Markdown}, {"a.yml", "", YAML}, {"a.html", "", HTML},
		{"a.tsv", "", CSV}, {"a.go", "package a", Unknown}, {"a.png", "# x", Unknown}, {"L2-Some-Role", "***Core\n- a\n", Markdown},
		{"L1.0-Graduate", "# A\n", Markdown}, {"L2 v1.5 Lead", "- a\n", Markdown}, {"LICENSE", "# Terms\n", Unknown}, {"LICENSE.txt", "x", Unknown}, {"LICENCE-MIT", "x", Unknown},
		{"COPYING", "# x\n", Unknown}, {"Makefile", "# x\n", Unknown}, {"run", "#!/bin/sh\n# x\n", Unknown}, {"page", "<!DOCTYPE html><p>x", HTML}, {"notes", "just words", Unknown},
		{"Security", "# Security\n", Markdown}, {"empty", "", Unknown}, {"bin", "# \x00", Unknown},
	} {
		if got := FormatOf(c.name, []byte(c.text)); got != c.want {
			t.Errorf("%s: got %v, want %v", c.name, got, c.want)
		}
	}
}

func TestCache(t *testing.T) {
	t.Parallel()
	c := NewCache(4 * (entryOverhead + 10))
	text := func(i int) string { return fmt.Sprintf("# Page %02d\n", i) }
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for i := range 40 {
				a := Parse(source.NewFile("x/a.md", []byte(text(i%3))), c)
				if a.Title() != fmt.Sprintf("Page %02d", i%3) || a.File.Path() != "x/a.md" {
					t.Errorf("read %q at %s", a.Title(), a.File.Path())
				}
			}
		})
	}
	wg.Wait()
	a := Parse(source.NewFile("a.md", []byte(text(1))), c)
	b := Parse(source.NewFile("b.md", []byte(text(1))), c)
	if a.Tree != b.Tree || a.At(a.Blocks[0]).Path != "a.md" || b.At(b.Blocks[0]).Path != "b.md" {
		t.Error("equal bytes do not share a tree, or share their path")
	}
	if y := Parse(source.NewFile("a.yaml", []byte(text(1))), c); y.Tree == a.Tree {
		t.Error("two formats share a tree")
	}
	for i := range 100 {
		Parse(source.NewFile("a.md", []byte(text(i))), c)
	}
	if n := c.Len(); n > 4 {
		t.Errorf("holds %d files, want at most 4", n)
	}
}

func TestRenderHTML(t *testing.T) {
	t.Parallel()
	link := func(target string) (string, bool) {
		return "/x/" + target, target != "dead.md"
	}
	for _, c := range []struct{ name, text, want string }{
		{"headings bear the anchors", "---\na: b\n---\n# It’s *so*\n## It’s so\n", "<h1 id=\"its-so\">It’s <em>so</em></h1>\n<h2 id=\"its-so-1\">It’s so</h2>\n"},
		{"links go through the caller", "[a](b.md) [c](dead.md) ![d](dead.md)\n", "<p><a href=\"/x/b.md\" rel=\"nofollow\">a</a> c d</p>\n"},
		{"nothing runs", "<script>x</script><p onclick=\"y\">a</p>\n\n<a href=\"javascript:z\">b</a>\n", "<p>a</p>\n<p>b</p>\n"},
		{"details stay", "<details>\n<summary>S</summary>\n\na\n\n</details>\n", "<details>\n<summary>S</summary>\n<p>a</p>\n</details>\n"},
		{"damage is mended", "itâ€™s\n", "<p>it’s</p>\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			got := RenderHTML(source.NewFile("a.md", []byte(c.text)), link)
			if got = strings.ReplaceAll(got, " rel=\"nofollow\"", ""); got != strings.ReplaceAll(c.want, " rel=\"nofollow\"", "") {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
	if got := RenderHTML(source.NewFile("a.yaml", []byte("a: b")), link); got != "" {
		t.Errorf("data renders as %q", got)
	}
	deep := RenderHTML(source.NewFile("a.md", []byte(strings.Repeat(">", 10_000)+"<b>")), link)
	if !strings.HasPrefix(deep, "<pre>&gt;&gt;") {
		t.Errorf("deep nesting renders as %.40q", deep)
	}
}

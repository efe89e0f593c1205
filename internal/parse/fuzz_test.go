package parse

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"rung/internal/diag"
	"rung/internal/source"
)

// holdsInvariants checks what must be true of every document: places inside
// the file, words that are text, marks inside their words, and the same result
// for the same bytes.
func holdsInvariants(t *testing.T, name string, src []byte) {
	t.Helper()
	file := source.NewFile(name, src)
	doc := Parse(file, nil)
	for _, b := range doc.Blocks {
		holdsBlock(t, doc, b, 0)
	}
	for _, l := range doc.Links {
		if l.Start < 0 || l.Start > l.End || l.End > len(src) {
			t.Fatalf("link %q at [%d,%d) of %d bytes", l.Target, l.Start, l.End, len(src))
		}
	}
	holdsRecord(t, doc.Data, len(src), 0)
	holdsRecord(t, doc.Front, len(src), 0)
	report := &diag.Report{}
	doc.Report(report)
	for _, d := range report.Sorted() {
		if d.Primary.Start > d.Primary.End || d.Primary.End > len(src) || d.Message == "" {
			t.Fatalf("diagnostic %v outside of %d bytes", d, len(src))
		}
	}
	again := Parse(source.NewFile(name, src), nil)
	if diff := cmp.Diff(doc.Tree, again.Tree, cmp.AllowUnexported(Tree{}, Text{}, layout{}, piece{}, finding{}, edit{})); diff != "" {
		t.Fatalf("two readings differ:\n%s", diff)
	}
}

func holdsBlock(t *testing.T, doc *Document, b *Block, depth int) {
	t.Helper()
	size := doc.File.Len()
	if depth > 4*MaxBlockDepth {
		t.Fatalf("blocks nest deeper than %d", depth)
	}
	if b.Kind >= closeDetails {
		t.Fatalf("a marker is left in the tree")
	}
	if b.Start < 0 || b.Start > b.End || b.End > size {
		t.Fatalf("block %d at [%d,%d) of %d bytes", b.Kind, b.Start, b.End, size)
	}
	holdsText(t, b.Text, size)
	for _, line := range b.Text.Lines() {
		holdsText(t, line, size)
	}
	for _, c := range b.Children {
		holdsBlock(t, doc, c, depth+1)
	}
}

func holdsText(t *testing.T, x Text, size int) {
	t.Helper()
	if !utf8.ValidString(x.Value) || strings.TrimSpace(x.Value) != x.Value && strings.Trim(x.Value, " ") != x.Value {
		t.Fatalf("words %q", x.Value)
	}
	if x.Start < 0 || x.Start > x.End || x.End > size {
		t.Fatalf("words %q at [%d,%d) of %d bytes", x.Value, x.Start, x.End, size)
	}
	for _, m := range x.Marks {
		if m.Start < 0 || m.Start >= m.End || m.End > len(x.Value) {
			t.Fatalf("mark %v in %d bytes", m, len(x.Value))
		}
	}
	for _, b := range x.Breaks() {
		if b <= 0 || b >= len(x.Value) {
			t.Fatalf("break at %d in %d bytes", b, len(x.Value))
		}
	}
}

func holdsRecord(t *testing.T, r *Record, size, depth int) {
	t.Helper()
	if r == nil {
		return
	}
	if depth > 4*MaxDataDepth || r.Start < 0 || r.Start > r.End || r.End > size {
		t.Fatalf("record at [%d,%d) of %d bytes, depth %d", r.Start, r.End, size, depth)
	}
	for _, f := range r.Fields {
		if f.Start < 0 || f.Start > f.End || f.End > size {
			t.Fatalf("key %q at [%d,%d) of %d bytes", f.Key, f.Start, f.End, size)
		}
		holdsRecord(t, f.Value, size, depth+1)
	}
	for _, i := range r.Items {
		holdsRecord(t, i, size, depth+1)
	}
}

func FuzzMarkdown(f *testing.F) {
	for _, s := range []string{
		"# L1: Baker\n\n> I bake.\n\n- **Horizon**: a day\n\n## :bread: Bread\n\n- I bake [rolls](rolls.md#top \"t\").\n  - Rye\n\n<details>\n<summary>Examples</summary>\n\n- I baked.\n\n</details>\n",
		"---\ntitle: x\n---\n# T\n\n| a | b |\n|---|---|\n| c \\| d | `e` |\n",
		"- a\n**Examples:**\n\n- b\n\n<details><summary>S</summary>\n- c\n</details>\n",
		"***Open\n- a\r\n- b\rc\n\n![i](<p q.png>) [r][q] <http://x.y> &amp; \\*\n\n[q]: /u 'v'\n",
		"\xef\xbb\xbf# caf\xe9 â€™ \uf8ffü¶â\n\n- x<br>y <a name=\"z\" href=\"w\">w</a>\n",
		"> - > - > a\n>\n> <details>\n\n  </details>\n",
		"<table><tr><td>x<td>y</table>\n\n<!-- c -->\n\n1) a\n2) b\n\n* [ ] t\n* [x] u\n",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, src []byte) { holdsInvariants(t, "a.md", src) })
}

func FuzzYAML(f *testing.F) {
	for _, s := range []string{
		"a: 1\nb:\n  - x\n  - {y: z}\nc: |\n  text\n  more\n\nd: \"q\\\"u\"\n", "&a [*a]", "- 'it''s'\n- >\n  folded\n", "---\na: b\n---\nc: d\n", "ключ: значение\n", "[[[[[[[[", "a: &x {b: 1}\nc: *x\n",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, src []byte) { holdsInvariants(t, "a.yaml", src) })
}

func FuzzJSON(f *testing.F) {
	for _, s := range []string{`{"a": [1, "b", null, {"c": true}]}`, `{"a":1} x`, `[`, `"\ud800"`, "[1,2", `{"a" 1}`} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, src []byte) { holdsInvariants(t, "a.json", src) })
}

func FuzzCSV(f *testing.F) {
	for _, s := range []string{"a,b\n1,\"x\ny\"\n", "a;b\n1;2;3\n", "\"", "a\r\nb\r\n", "a\rb\r", "h\n\n\"q\"\"r\"\n"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, src []byte) { holdsInvariants(t, "a.csv", src) })
}

func FuzzHTML(f *testing.F) {
	for _, s := range []string{
		"<!doctype html><h1 id=t>T</h1><p>a <b>b <a href=x>c</a></b><ul><li>d<li>e</ul><table><tr><th>f<td>g</table>",
		"<details><summary>Examples</summary><ul><li>a</li></ul></details><script>x</script>", "<li><li></ul>", "<b><i>", "<h2><p>a</h2>b",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, src []byte) { holdsInvariants(t, "a.html", src) })
}

func FuzzRenderHTML(f *testing.F) {
	f.Add([]byte("# T\n\n[a](b) <a href=\"javascript:x\">c</a> <script>d</script>\n\n![i](p.png)\n"))
	f.Fuzz(func(t *testing.T, src []byte) {
		out := RenderHTML(source.NewFile("a.md", src), func(s string) (string, bool) { return "to", len(s)%2 == 0 })
		if low := strings.ToLower(out); strings.Contains(low, "<script") || strings.Contains(low, "<iframe") || strings.Contains(low, "<style") {
			t.Fatalf("rendered %q", out)
		}
	})
}

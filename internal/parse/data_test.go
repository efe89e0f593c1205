package parse

import (
	"strings"
	"testing"

	"rung/internal/diag"
	"rung/internal/source"
)

// reported returns the codes that a document reports, with the words they
// stand at.
func reported(doc *Document) []string {
	report := &diag.Report{}
	doc.Report(report)
	var out []string
	for _, d := range report.Sorted() {
		out = append(out, string(d.Code)+" "+string(doc.File.Bytes()[d.Primary.Start:d.Primary.End]))
	}
	return out
}

func TestTOML(t *testing.T) {
	t.Parallel()
	src := "# Tides\ntitle = \"Pilots\"\nempty = []\n\n[levels.P1]\nname = 'Junior'\n\n[[skill]]\nlevel = 1\ntexts = [\"Reads \\\"the\\\" tide\", '''\nTwo\nlines''']\n[skill.more]\na = {b = 1, c = true}\n[[skill]]\nlevel = 2\ntitle = \"x\"\ntitle = \"y\"\n"
	doc := mustParse("a.toml", src)
	if doc.Data.Text("title") != "Pilots" || doc.Data.Get("levels").Get("P1").Text("name") != "Junior" {
		t.Errorf("tables are not read: %v", doc.Data)
	}
	skills := doc.Data.Get("skill")
	if len(skills.Items) != 2 || skills.Items[1].Text("level") != "2" || skills.Items[0].Get("more").Get("a").Text("c") != "true" {
		t.Fatalf("lists of tables are not read: %v", skills)
	}
	texts := skills.Items[0].Get("texts")
	if texts.Items[0].Value != `Reads "the" tide` || texts.Items[1].Value != "Two\nlines" || src[texts.Items[0].Start:texts.Items[0].End] != `"Reads \"the\" tide"` {
		t.Errorf("texts %v", texts.Items)
	}
	if got := reported(doc); len(got) != 1 || got[0] != "P0131 title" {
		t.Errorf("reports %q", got)
	}
	if got := reported(mustParse("a.toml", "a = 1\nb = = 2\n")); len(got) != 1 || !strings.HasPrefix(got[0], "P0005 ") {
		t.Errorf("broken TOML reports %q", got)
	}
	deep := mustParse("a.toml", "a = "+strings.Repeat("[", 500)+strings.Repeat("]", 500))
	if got := reported(deep); deep.Data != nil || len(got) != 1 || !strings.HasPrefix(got[0], "P0001 ") {
		t.Errorf("deep TOML reports %q", got)
	}
}

// TestLooseJSON holds that comments and last commas are passed over, and that
// what looks like them inside texts is not.
func TestLooseJSON(t *testing.T) {
	t.Parallel()
	src := "// pilots\n{\"a\": [\"see // x,\", /* y */ \"z\\\"/*\",], // last\n}\n"
	doc := mustParse("a.jsonc", src)
	if a := doc.Data.Get("a"); a == nil || len(a.Items) != 2 || a.Items[0].Value != "see // x," || a.Items[1].Value != "z\"/*" || src[a.Items[1].Start] != '"' {
		t.Errorf("read as %v, reports %q", doc.Data, reported(doc))
	}
	if got := reported(doc); len(got) != 0 {
		t.Errorf("reports %q", got)
	}
	if got := reported(mustParse("a.json", `{"a": 1, "b": 2, "a": 3}`)); len(got) != 1 || got[0] != `P0131 "a"` {
		t.Errorf("a key twice reports %q", got)
	}
}

func TestTOMLFrontMatter(t *testing.T) {
	t.Parallel()
	doc := mustParse("a.md", "+++\ntitle = \"Pilot\"\nlevel = 2\n+++\n# Tides\n")
	if doc.Front.Text("title") != "Pilot" || doc.Front.Text("level") != "2" || doc.Title() != "Tides" {
		t.Errorf("front matter %v, title %q", doc.Front, doc.Title())
	}
}

// TestLooseYAML holds that YAML as people write it is read as they meant it,
// and reported.
func TestLooseYAML(t *testing.T) {
	t.Parallel()
	for src, want := range map[string]string{
		"texts:\n  -\tReads the tide\n  - Sails\n":                            "Reads the tide|Sails",
		"texts:\n  - Reads: the tide\n  - Sails\n":                            "Reads: the tide|Sails",
		"texts:\n  - Sails by day and by night: alone\n  - Rows: too: well\n": "Sails by day and by night: alone|Rows: too: well",
		"texts:\n  - \"Sure\" hands in a gale\n  - Sails: x: y\n":             `"Sure" hands in a gale|Sails: x: y`,
		"texts:\n  - *Always* on watch\n  - `ls` is known\n  - @home ~ all":   "*Always* on watch|`ls` is known|@home ~ all",
		"texts:\n  - [Draft] Sails\n  - Rows\n":                               "[Draft] Sails|Rows",
		"texts:\n  - Sails\n  - Rows\ntexts:\n  - Swims\n":                    "Sails|Rows",
	} {
		doc := mustParse("a.yaml", src)
		if doc.Data == nil {
			t.Errorf("%q is not read: %q", src, reported(doc))
			continue
		}
		var got []string
		for _, i := range doc.Data.Get("texts").Items {
			got = append(got, i.Value)
		}
		if strings.Join(got, "|") != want {
			t.Errorf("%q is read as %q, want %q", src, got, want)
		}
	}
	for src, want := range map[string]string{
		"a:\n  -\t\"x\"\n":    "P0130 \t",
		"a: b: c\n":           "P0130 :",
		"a: 1\nb: 2\na: 3\n":  "P0131 a",
		"a: [1\nb: 2\n":       "P0005 ",
		"a: 'x\nb: \"y\" z\n": "P0005 ",
	} {
		got := reported(mustParse("a.yml", src))
		if len(got) != 1 || !strings.HasPrefix(got[0], want) {
			t.Errorf("%q reports %q, want %q", src, got, want)
		}
	}
}

func TestYAMLMerge(t *testing.T) {
	t.Parallel()
	doc := mustParse("a.yaml", "base: &b {x: 1, y: 2}\nother:\n  <<: *b\n  y: 3\n")
	if o := doc.Data.Get("other"); o.Text("x") != "1" || o.Text("y") != "3" || len(o.Fields) != 2 {
		t.Errorf("merged into %v", o)
	}
}

// TestWords holds that the words of a scalar are Markdown, and stand where the
// file has them.
func TestWords(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, src, want string }{
		{"a.yaml", "a: Reads the tide\n", "Reads the tide"},
		{"a.yaml", "a: \"Reads \\\"the\\\" tide\"\n", `Reads "the" tide`},
		{"a.yaml", "a: >\n  Reads\n  the tide\n", "Reads the tide"},
		{"a.yaml", "a: |\n  Reads\n  **the** tide\n", "Reads the tide"},
		{"a.json", `{"a": "Reads\n[the](x.md) tide"}`, "Reads the tide"},
		{"a.json", `{"a": "> Reads t\u0068e tide"}`, "Reads the tide"},
		{"a.toml", "a = '''\nReads\nthe tide'''\n", "Reads the tide"},
		{"a.json", `{"a": ""}`, ""},
	} {
		doc := mustParse(c.name, c.src)
		var got []string
		for _, b := range doc.Words(doc.Data.Get("a")) {
			text := b.Text
			for len(b.Children) > 0 {
				b = b.Children[0]
				text = b.Text
			}
			got = append(got, text.Value)
			if c.src[text.Start:text.Start+1] != text.Value[:1] {
				t.Errorf("%q of %q begins at %q", text.Value, c.src, c.src[text.Start:])
			}
			tide := text.Source(strings.Index(text.Value, "tide"))
			if !strings.HasPrefix(c.src[tide:], "tide") {
				t.Errorf("the last word of %q stands at %q", c.src, c.src[tide:])
			}
		}
		if strings.Join(got, "|") != c.want {
			t.Errorf("%q says %q, want %q", c.src, got, c.want)
		}
	}
}

// FuzzData reads any bytes as data of each format: no panic, places inside the
// file, the words of scalars too.
func FuzzData(f *testing.F) {
	f.Add([]byte("a:\n  -\tx: y: z\n  - *b*\n"))
	f.Add([]byte("a = [1, '''x''']\n[[b]]\nc.d = {e = 1}\n"))
	f.Add([]byte(`{"a": ["> x", "**y**\n- z"]}`))
	f.Fuzz(func(t *testing.T, src []byte) {
		for _, name := range []string{"a.yaml", "a.toml", "a.json"} {
			holdsInvariants(t, name, src)
			doc := Parse(source.NewFile(name, src), nil)
			holdsWords(t, doc, doc.Data)
		}
	})
}

func holdsWords(t *testing.T, doc *Document, r *Record) {
	t.Helper()
	if r == nil {
		return
	}
	for _, b := range doc.Words(r) {
		holdsBlock(t, doc, b, 0)
	}
	for _, i := range r.Items {
		holdsWords(t, doc, i)
	}
	for _, f := range r.Fields {
		holdsWords(t, doc, f.Value)
	}
}

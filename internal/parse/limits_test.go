package parse

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"rung/internal/diag"
	"rung/internal/source"
)

// codesOf returns the codes that a document reports.
func codesOf(doc *Document) []diag.Code {
	report := &diag.Report{}
	doc.Report(report)
	return codes(report)
}

func codes(report *diag.Report) []diag.Code {
	var out []diag.Code
	for _, d := range report.Sorted() {
		out = append(out, d.Code)
	}
	return out
}

func hasCode(list []diag.Code, code diag.Code) bool {
	for _, c := range list {
		if c == code {
			return true
		}
	}
	return false
}

func TestNestingLimits(t *testing.T) {
	t.Parallel()
	list := func(n int) string {
		var b strings.Builder
		for i := range n {
			b.WriteString(strings.Repeat("  ", i) + "- a\n")
		}
		return b.String()
	}
	for _, c := range []struct {
		name, file, text string
		over             bool
	}{
		{"quotes at the limit", "a.md", strings.Repeat(">", MaxBlockDepth) + " a\n", false},
		{"quotes beyond", "a.md", strings.Repeat(">", MaxBlockDepth+1) + " a\n", true},
		{"quotes, ten thousand", "a.md", strings.Repeat("> ", 10_000) + "a\n", true},
		{"bullets in one line", "a.md", strings.Repeat("- ", 10_000) + "a\n", true},
		{"numbers in one line", "a.md", strings.Repeat("1. ", 10_000) + "a\n", true},
		{"bullets, each deeper", "a.md", list(400), true},
		{"a few bullets, each deeper", "a.md", list(20), false},
		{"a long rule", "a.md", strings.Repeat("- ", 200) + "\n", false},
		{"flow sequences", "a.yaml", strings.Repeat("[", 10_000), true},
		{"flow sequences at the limit", "a.yaml", strings.Repeat("[", MaxDataDepth-2) + strings.Repeat("]", MaxDataDepth-2), false},
		{"front matter", "a.md", "---\na: " + strings.Repeat("[", 10_000) + "\n---\n# T\n", true},
		{"arrays", "a.json", strings.Repeat("[", 10_000), true},
		{"arrays at the limit", "a.json", strings.Repeat("[", MaxDataDepth) + strings.Repeat("]", MaxDataDepth), false},
		{"elements", "a.html", "<html>" + strings.Repeat("<ul><li>", 10_000), true},
		{"elements at the limit", "a.html", "<html>" + strings.Repeat("<ul><li>", MaxBlockDepth/2-1) + "a", false},
		{"aliases", "a.yaml", "a: &a x\nb: [" + strings.Repeat("*a, ", MaxAliases+1) + "]\n", true},
		{"some aliases", "a.yaml", "a: &a x\nb: [" + strings.Repeat("*a, ", 10) + "]\n", false},
		{"cells of a wide table", "a.md", "|" + strings.Repeat("a|", 1_500) + "\n|" + strings.Repeat("-|", 1_500) + "\n" + strings.Repeat("|b\n", 5_000), true},
		{"cells of a long table", "a.md", "|a|b|\n|-|-|\n" + strings.Repeat("|c|d|\n", 20_000), false},
		{"delimiters", "a.md", strings.Repeat("*a_", MaxDelimiters) + "\n", true},
		{"delimiters of many bullets", "a.md", strings.Repeat("- **a** [b](c)\n", MaxDelimiters), false},
		{"delimiters of a table", "a.md", "|a|\n|---|\n" + strings.Repeat("|**a** [b](c)|\n", MaxDelimiters), false},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			doc := Parse(source.NewFile(c.file, []byte(c.text)), nil)
			if got := hasCode(codesOf(doc), LimitRule.Code); got != c.over {
				t.Errorf("over the limit: got %v, want %v (%v)", got, c.over, codesOf(doc))
			}
		})
	}
}

// TestHostileText reads what makes careless parsers compare everything with
// everything; the test's own deadline is the bound.
func TestHostileText(t *testing.T) {
	t.Parallel()
	for _, unit := range []string{"[", "*", "_", "`", "<", "![", "[a](", "a*b_", "*a_", "<a ", "[a]: b\n", "<details>\n\n", "</details>\n\n", "<!--", "- a\n  - b\n", "[^a]", "> a\nb\n", "|a|b|\n|-|-|\n", "é", "â€™", "&#"} {
		Parse(source.NewFile("a.md", []byte(strings.Repeat(unit, 100_000/len(unit)))), nil)
	}
	bomb := "a: &a [x,x,x,x,x,x,x,x,x]\n"
	for i := range 8 {
		bomb += fmt.Sprintf("%c: &%c [*%c,*%c,*%c,*%c,*%c,*%c,*%c,*%c]\n", 'b'+i, 'b'+i, 'a'+i, 'a'+i, 'a'+i, 'a'+i, 'a'+i, 'a'+i, 'a'+i, 'a'+i)
	}
	if got := codesOf(Parse(source.NewFile("a.yaml", []byte(bomb)), nil)); !hasCode(got, LimitRule.Code) {
		t.Errorf("a bomb of aliases reports %v, want %s", got, LimitRule.Code)
	}
}

func TestTreeLimits(t *testing.T) {
	t.Parallel()
	if MaxFiles < 100_000 || MaxTotalBytes < 800<<20 {
		t.Errorf("at most %d files and %d bytes are read, want room for a hundred thousand pages", MaxFiles, MaxTotalBytes)
	}
	limit := bounds{files: 1_000, total: 8 << 20}
	many := fstest.MapFS{}
	for i := range limit.files + 5 {
		many[fmt.Sprintf("d%d/f%d.md", i%50, i)] = &fstest.MapFile{Data: []byte("x")}
	}
	large := fstest.MapFS{}
	block := []byte(strings.Repeat("text\n", MaxFileBytes/5))
	for i := range limit.total/len(block) + 1 {
		large[fmt.Sprintf("f%03d.md", i)] = &fstest.MapFile{Data: block}
	}
	deep := func(n int) fstest.MapFS {
		return fstest.MapFS{strings.Repeat("d/", n) + "a.md": &fstest.MapFile{Data: []byte("# A\n")}}
	}
	for _, c := range []struct {
		name  string
		tree  fstest.MapFS
		files int
		over  bool
	}{
		{"files", many, limit.files, true},
		{"bytes in all", large, limit.total / len(block), true},
		{"bytes of one", fstest.MapFS{"a.md": {Data: make([]byte, MaxFileBytes+1)}, "b.md": {Data: []byte("# B\n")}}, 1, true},
		{"bytes of one at the limit", fstest.MapFS{"a.md": {Data: []byte(strings.Repeat("a", MaxFileBytes))}}, 1, false},
		{"folders", deep(MaxFolderDepth), 0, true},
		{"folders at the limit", deep(MaxFolderDepth - 1), 1, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			report := &diag.Report{}
			got, err := readTree(context.Background(), c.tree, nil, limit, report)
			if err != nil {
				t.Fatal(err)
			}
			if n := len(got.Sources.Paths()); n != c.files {
				t.Errorf("read %d files, want %d", n, c.files)
			}
			if over := hasCode(codes(report), LimitRule.Code); over != c.over {
				t.Errorf("over the limit: got %v, want %v", over, c.over)
			}
			if n := report.Len(); n > 1 {
				t.Errorf("%d diagnostics for one cause", n)
			}
		})
	}
}

// oddFS lists entries that are no regular files, and files that do not open.
type oddFS struct{ fstest.MapFS }

func (o oddFS) Open(name string) (fs.File, error) {
	if strings.HasSuffix(name, "locked.md") {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return o.MapFS.Open(name)
}

func TestReadTreeSkips(t *testing.T) {
	t.Parallel()
	tree := oddFS{fstest.MapFS{
		"a.md":                   {Data: []byte("# A\n")},
		"L2-Some-Role":           {Data: []byte("***Core\n- I bake.\n")},
		"LICENSE":                {Data: []byte("# Terms\n\n- of use\n")},
		"LICENSE.md":             {Data: []byte("# Terms\n")},
		"logo.png":               {Data: []byte("# not\n")},
		"link.md":                {Data: []byte("/etc/passwd"), Mode: fs.ModeSymlink},
		"pipe.md":                {Mode: fs.ModeNamedPipe},
		"locked.md":              {Data: []byte("# L\n")},
		".git/config.md":         {Data: []byte("# G\n")},
		".github/x.md":           {Data: []byte("# G\n")},
		"node_modules/p/read.md": {Data: []byte("# N\n")},
		"script":                 {Data: []byte("#!/bin/sh\n- x\n")},
		"binary":                 {Data: []byte("# \x00\x01")},
		"sub/b.yaml":             {Data: []byte("a: b\n")},
	}}
	report := &diag.Report{}
	got, err := ReadTree(context.Background(), tree, nil, report)
	if err != nil {
		t.Fatal(err)
	}
	want := "L2-Some-Role a.md sub/b.yaml"
	if paths := strings.Join(got.Sources.Paths(), " "); paths != want {
		t.Errorf("read %q, want %q", paths, want)
	}
	for _, name := range []string{"LICENSE", "LICENSE.md", "logo.png", "link.md", "locked.md", "script", "binary"} {
		if !got.Others[name] {
			t.Errorf("%s is not known to exist", name)
		}
	}
	if !got.Folders["sub"] || got.Folders[".git"] {
		t.Errorf("folders %v", got.Folders)
	}
	notes := map[string]diag.Severity{}
	for _, d := range report.Sorted() {
		notes[d.Primary.Path] = d.Severity
	}
	if len(notes) != 3 || notes["link.md"] != diag.Note || notes["pipe.md"] != diag.Note || notes["locked.md"] != diag.Warning {
		t.Errorf("notes %v, want link, pipe and locked file", notes)
	}
}

func TestReadTreeFails(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := ReadTree(ctx, fstest.MapFS{"a.md": {}}, nil, &diag.Report{}); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: got %v", err)
	}
	if _, err := ReadTree(context.Background(), brokenFS{}, nil, &diag.Report{}); err == nil {
		t.Error("a root that cannot be read gives no error")
	}
}

type brokenFS struct{}

func (brokenFS) Open(string) (fs.File, error) { return nil, fs.ErrPermission }

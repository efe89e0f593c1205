package compile_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"rung/internal/compile"
	"rung/internal/parse"
	"rung/internal/settings"
	"rung/internal/source"
)

var settingLine = regexp.MustCompile(`: ([a-z-]+)\}$`)

// TestReadingsAreDocumented wants a line of docs/authoring.md for every reading
// of every ladder at hand, and for what each can be flipped to.
func TestReadingsAreDocumented(t *testing.T) {
	t.Parallel()
	page, err := os.ReadFile("../../docs/authoring.md")
	if err != nil {
		t.Fatal(err)
	}
	known := func(reading string) {
		if !strings.Contains(string(page), "`"+reading+"`") {
			t.Errorf("docs/authoring.md does not say what the reading %q means: add a line to its table", reading)
		}
	}
	said := func(r *compile.Result) {
		for _, reading := range r.Framework.Readings {
			known(reading.Reading)
			m := settingLine.FindStringSubmatch(reading.Setting)
			if m == nil {
				t.Errorf("the reading %q cannot be flipped", reading.Reading)
				continue
			}
			known(m[1])
		}
	}
	names, _ := filepath.Glob("../dialect/testdata/*.txtar")
	deeper, _ := filepath.Glob("../dialect/*/testdata/*.txtar")
	for _, name := range append(names, deeper...) {
		a, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		said(mustCompile(t, inputs(a)))
	}
	corpora, _ := filepath.Glob("../../../shared/corpus/*/")
	for _, dir := range corpora {
		said(mustCompile(t, copied(t, os.DirFS(dir))))
	}
}

// TestDocumentedSettings loads the example of docs/authoring.md.
func TestDocumentedSettings(t *testing.T) {
	t.Parallel()
	page, err := os.ReadFile("../../docs/authoring.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, block := range blocksOf(string(page), "```yaml\n") {
		if strings.HasPrefix(block, "- statement:") {
			if got := compile.Verdicts(treeOf("-- " + settings.LinksName + " --\n" + block)); len(got) != 1 || !got[0].Same {
				t.Errorf("the example of links says %+v", got)
			}
			continue
		}
		r := mustCompile(t, treeOf("-- rung.yaml --\n"+block))
		for _, d := range r.Report.Sorted() {
			if d.Code != settings.UnusedRule.Code {
				t.Errorf("%s: %s", d.Code, d.Message)
			}
		}
		if r.Settings == nil || len(r.Settings.Levels) != 3 || len(r.Settings.Scale) != 3 {
			t.Errorf("the example reads as %+v", r.Settings)
		}
	}
	for _, block := range blocksOf(string(page), "```markdown\n") {
		if n := len(parse.Parse(source.NewFile("a.md", []byte(block)), nil).Comments); n != 2 {
			t.Errorf("the example has %d comments to rung, want 2", n)
		}
	}
}

// blocksOf returns the fenced blocks that begin with a line.
func blocksOf(page, begin string) []string {
	var out []string
	for _, part := range strings.Split(page, begin)[1:] {
		block, _, _ := strings.Cut(part, "```")
		out = append(out, block)
	}
	return out
}

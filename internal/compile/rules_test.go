package compile_test

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"rung/internal/compile"
	"rung/internal/diag"
	"rung/internal/lint"
)

var update = flag.Bool("update", false, "rewrite the goldens and the pages of the rules")

// treeOf returns the files of a txtar archive as a tree.
func treeOf(archive string) fstest.MapFS {
	tree := fstest.MapFS{}
	for _, f := range txtar.Parse([]byte(archive)).Files {
		tree[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	return tree
}

// compiled compiles an archive.
func compiled(t testing.TB, archive string) *compile.Result {
	t.Helper()
	r, err := compile.Compile(context.Background(), compile.Input{Tree: treeOf(archive)})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// judged compiles an archive with a rule turned on.
func judged(t testing.TB, archive string, code diag.Code) *compile.Result {
	t.Helper()
	in := compile.Input{Tree: treeOf(archive), Rules: lint.Config{Enabled: map[diag.Code]bool{code: true}}}
	r, err := compile.Compile(context.Background(), in)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// text renders a report for a failure message or a golden.
func text(t testing.TB, r *compile.Result) string {
	t.Helper()
	var b strings.Builder
	if err := diag.Text(&b, r.Report.Sorted(), r.Sources, diag.Style{Rules: compile.Rules()}); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestRules(t *testing.T) {
	t.Parallel()
	for _, r := range compile.Rules() {
		t.Run(string(r.Code), func(t *testing.T) {
			t.Parallel()
			bad := judged(t, r.Bad, r.Code)
			if !slices.ContainsFunc(bad.Report.Sorted(), func(d diag.Diagnostic) bool { return d.Code == r.Code }) {
				t.Errorf("Bad does not fire %s:\n%s", r.Code, text(t, bad))
			}
			if good := judged(t, r.Good, r.Code); good.Report.Len() > 0 {
				t.Errorf("Good fires:\n%s", text(t, good))
			}
		})
	}
}

func TestRulesAreNamedOnce(t *testing.T) {
	t.Parallel()
	code := regexp.MustCompile(`^[PRIQ]\d{4}$`)
	slug := regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	codes, slugs := make(map[diag.Code]bool), make(map[string]bool)
	for _, r := range compile.Rules() {
		if !code.MatchString(string(r.Code)) || !slug.MatchString(r.Slug) {
			t.Errorf("%s %q: want a letter of a family with four digits, and words joined by hyphens", r.Code, r.Slug)
		}
		if codes[r.Code] || slugs[r.Slug] {
			t.Errorf("%s %s is taken", r.Code, r.Slug)
		}
		codes[r.Code], slugs[r.Slug] = true, true
		if r.Title == "" || strings.HasSuffix(r.Title, ".") || r.Text == "" || r.Since == "" {
			t.Errorf("%s: want a title without a full stop, a text and a version", r.Code)
		}
	}
}

// TestDocs holds docs/rules against the rules; -update writes the pages.
func TestDocs(t *testing.T) {
	t.Parallel()
	folder := filepath.Join("..", "..", "docs", "rules")
	want := map[string]string{"README.md": compile.RuleIndex(compile.Rules())}
	for _, r := range compile.Rules() {
		name, page := compile.RulePage(r)
		want[name] = page
	}
	if *update {
		writePages(t, folder, want)
	}
	got := make(map[string]string)
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		data, err := os.ReadFile(filepath.Join(folder, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		got[e.Name()] = string(data)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("docs/rules has drifted from the rules, run this test with -update (-want +got):\n%s", diff)
	}
}

func writePages(t *testing.T, folder string, pages map[string]string) {
	t.Helper()
	if err := os.RemoveAll(folder); err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	for name, page := range pages {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(page), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func TestExplain(t *testing.T) {
	t.Parallel()
	want, ok := compile.Explain("R0001")
	if !ok || !strings.Contains(want, "R0001 dead-link (warning)") || !strings.Contains(want, "L3-Captain.md") {
		t.Errorf("Explain(R0001) = %t, %q", ok, want)
	}
	for _, name := range []string{"r0001", "dead-link", "Dead-Link"} {
		if got, ok := compile.Explain(name); !ok || got != want {
			t.Errorf("Explain(%s) differs from Explain(R0001)", name)
		}
	}
	for _, name := range []string{"", "R9999", "R00011", "dead"} {
		if _, ok := compile.Explain(name); ok {
			t.Errorf("Explain(%q) found a rule, want none", name)
		}
	}
	for _, r := range compile.Rules() {
		said, _ := compile.Explain(string(r.Code))
		if i := strings.IndexFunc(said, func(c rune) bool { return c < ' ' && c != '\n' || c == 0x7f }); i >= 0 {
			t.Errorf("Explain(%s) holds a control character: %s", r.Code, fmt.Sprintf("%q", said[i:min(i+10, len(said))]))
		}
	}
}

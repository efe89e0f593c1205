package lint_test

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"rung/internal/compile"
	"rung/internal/diag"
	"rung/internal/lint"
)

var update = flag.Bool("update", false, "rewrite the goldens")

const wantFile = "want/diagnostics.txt"

// TestRules compiles each testdata/q####/*.txtar and compares what the rule of
// the folder says with want/diagnostics.txt; the comment of the archive says
// what must be true.
func TestRules(t *testing.T) {
	t.Parallel()
	names, err := filepath.Glob("testdata/q*/*.txtar")
	if err != nil || len(names) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, name := range names {
		t.Run(filepath.ToSlash(name), func(t *testing.T) {
			t.Parallel()
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			tree, want := fstest.MapFS{}, ""
			for _, f := range archive.Files {
				if f.Name == wantFile {
					want = string(f.Data)
					continue
				}
				tree[f.Name] = &fstest.MapFile{Data: f.Data}
			}
			got := said(t, tree, strings.ToUpper(filepath.Base(filepath.Dir(name))))
			if *update && got != want {
				rewrite(t, name, archive, got)
				return
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// said returns what the rule of that code says of the tree.
func said(t *testing.T, tree fstest.MapFS, code string) string {
	t.Helper()
	in := compile.Input{Tree: tree, Rules: lint.Config{Enabled: map[diag.Code]bool{diag.Code(code): true}}}
	r, err := compile.Compile(context.Background(), in)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, d := range r.Report.Sorted() {
		if string(d.Code) != code {
			continue
		}
		at := r.Sources.Start(d.Primary)
		fmt.Fprintf(&b, "%s:%d:%d: %s: %s\n", d.Primary.Path, at.Line, at.Column, d.Severity, d.Message)
		for _, f := range d.Fixes {
			for _, e := range f.Edits {
				fmt.Fprintf(&b, "\t%q becomes %q\n", r.Sources.Text(e.Span), e.New)
			}
		}
	}
	return b.String()
}

func rewrite(t *testing.T, name string, a *txtar.Archive, got string) {
	t.Helper()
	found := false
	for i := range a.Files {
		if a.Files[i].Name == wantFile {
			a.Files[i].Data, found = []byte(got), true
		}
	}
	if !found {
		a.Files = append(a.Files, txtar.File{Name: wantFile, Data: []byte(got)})
	}
	if err := os.WriteFile(name, txtar.Format(a), 0o644); err != nil {
		t.Fatal(err)
	}
}

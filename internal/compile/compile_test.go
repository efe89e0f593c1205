package compile_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"rung/internal/compile"
	"rung/internal/fault"
)

// TestGoldens compiles each testdata/*.txtar and compares what comes out with
// the files under want/: the export, the table, and what is said. The comment
// of the archive says what must be true.
func TestGoldens(t *testing.T) {
	t.Parallel()
	names, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(names) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, name := range names {
		t.Run(filepath.Base(name), func(t *testing.T) {
			t.Parallel()
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			tree, want := fstest.MapFS{}, map[string]string{}
			input := txtar.Archive{Comment: archive.Comment}
			for _, f := range archive.Files {
				if strings.HasPrefix(f.Name, "want/") {
					want[f.Name] = string(f.Data)
					continue
				}
				tree[f.Name] = &fstest.MapFile{Data: f.Data}
				input.Files = append(input.Files, f)
			}
			got := outputs(t, tree)
			if *update {
				for _, n := range []string{"want/diagnostics.txt", "want/model.json", "want/table.csv"} {
					input.Files = append(input.Files, txtar.File{Name: n, Data: []byte(got[n])})
				}
				if err := os.WriteFile(name, txtar.Format(&input), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func outputs(t *testing.T, tree fs.FS) map[string]string {
	t.Helper()
	r, err := compile.Compile(context.Background(), compile.Input{Tree: tree, Revision: "0a1b2c"})
	if err != nil {
		t.Fatal(err)
	}
	var model, table bytes.Buffer
	if err := compile.Export(&model, r); err != nil {
		t.Fatal(err)
	}
	if err := compile.ExportCSV(&table, r); err != nil {
		t.Fatal(err)
	}
	return map[string]string{
		"want/diagnostics.txt": text(t, r),
		"want/model.json":      model.String(),
		"want/table.csv":       table.String(),
	}
}

// The same tree gives the same bytes, however many processors there are and
// whether or not a cache has read it before.
func TestSameAtAnyParallelism(t *testing.T) {
	want := ""
	cache := compile.NewCache(1 << 20)
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(0))
	for _, n := range []int{1, 2, 8} {
		runtime.GOMAXPROCS(n)
		for range 3 {
			var b bytes.Buffer
			r, err := compile.Compile(context.Background(), compile.Input{Tree: manyFiles(), Cache: cache})
			if err != nil {
				t.Fatal(err)
			}
			if err := compile.Export(&b, r); err != nil {
				t.Fatal(err)
			}
			b.WriteString(text(t, r))
			if want == "" {
				want = b.String()
			}
			if b.String() != want {
				t.Fatalf("another output at GOMAXPROCS=%d:\n%s", n, cmp.Diff(want, b.String()))
			}
		}
	}
}

// manyFiles is a ladder of many tracks with something wrong in each.
func manyFiles() fstest.MapFS {
	tree := fstest.MapFS{}
	for i := range 12 {
		for level := 1; level <= 4; level++ {
			body := fmt.Sprintf("# L%d: Worker %c\n\n## Craft\n\n- I do thing %d of %d well enough.\n- I know [the other](L9-Gone.md) (equivalent to L%d Worker %c).\n",
				level, 'A'+i, level, i, level, 'A'+(i+1)%12)
			tree[fmt.Sprintf("Track %c/L%d-Worker-%c.md", 'A'+i, level, 'A'+i)] = &fstest.MapFile{Data: []byte(body)}
		}
	}
	return tree
}

func TestCancelled(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := compile.Compile(ctx, compile.Input{Tree: manyFiles()}); !errors.Is(err, context.Canceled) {
		t.Errorf("Compile = %v, want %v", err, context.Canceled)
	}
}

// panicking is a tree with a bug of ours in it.
type panicking struct{}

func (panicking) Open(string) (fs.File, error) { panic("a bug") }

func TestPanicNamesItsPass(t *testing.T) {
	t.Parallel()
	_, err := compile.Compile(context.Background(), compile.Input{Tree: panicking{}})
	if err == nil || fault.KindOf(err) != fault.Internal || !strings.Contains(err.Error(), `pass "configure"`) || !strings.Contains(err.Error(), "a bug") {
		t.Errorf("Compile = %v, want an internal error that names the pass", err)
	}
	if strings.Contains(fault.MessageOf(err), "bug") {
		t.Errorf("the person who asked is told %q", fault.MessageOf(err))
	}
}

func TestWithoutLint(t *testing.T) {
	t.Parallel()
	tree := treeOf(compile.Rule("Q0001").Bad)
	for lint, want := range map[compile.Lint]int{compile.WithLint: 1, compile.WithoutLint: 0} {
		r, err := compile.Compile(context.Background(), compile.Input{Tree: tree, Lint: lint})
		if err != nil {
			t.Fatal(err)
		}
		if got := r.Report.Len(); got != want {
			t.Errorf("Lint %d reports %d, want %d", lint, got, want)
		}
	}
}

func TestPageHTML(t *testing.T) {
	t.Parallel()
	r := compiled(t, `
-- README.md --
# Yard

See [riggers](Yard/L2-Rigger.md#craft), [the guide](guide.md), [gone](Gone.md) and [the sea](https://sea.example/).

<script>alert(1)</script>
-- guide.md --
# How we work

Together.
-- Yard/L2-Rigger.md --
# L2: Rigger

## Craft

- I rig a mast so that it stands in a gale.
- I splice wire and hemp by hand.
-- Yard/L3-Senior-Rigger.md --
# L3: Senior Rigger

## Craft

- I plan the rig of a whole ship.
- I teach two riggers every year.
`)
	html, ok := r.PageHTML("README.md", func(to compile.Target) (string, bool) {
		switch {
		case to.Role != "":
			return "/roles/" + string(to.Role) + "#" + to.Fragment, true
		case to.Page != "":
			return "/pages/" + to.Page, true
		}
		return "", false
	})
	if !ok {
		t.Fatal("README.md is no page")
	}
	for _, want := range []string{`href="/roles/yard/l2-rigger#craft"`, `href="/pages/guide.md"`, `href="https://sea.example/"`, "gone"} {
		if !strings.Contains(html, want) {
			t.Errorf("the page lacks %s:\n%s", want, html)
		}
	}
	for _, refused := range []string{"Gone.md", "<script", "alert"} {
		if strings.Contains(html, refused) {
			t.Errorf("the page holds %s:\n%s", refused, html)
		}
	}
	for _, path := range []string{"Yard/L2-Rigger.md", "nowhere.md", ""} {
		if _, ok := r.PageHTML(path, nil); ok {
			t.Errorf("PageHTML(%q) found a page, want none", path)
		}
	}
}

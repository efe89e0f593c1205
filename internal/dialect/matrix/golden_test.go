package matrix_test

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

	"rung/internal/diag"
	"rung/internal/dialect"
	"rung/internal/dialect/matrix"
	"rung/internal/dialect/perlevel"
	"rung/internal/dialect/pertrack"
	"rung/internal/model"
	"rung/internal/source"
)

var update = flag.Bool("update", false, "rewrite the goldens")

func mustRead(t testing.TB, tree fstest.MapFS) (*model.DraftFramework, *diag.Report) {
	t.Helper()
	report := &diag.Report{}
	cfg := dialect.Config{Ways: []dialect.Way{matrix.Way{}, pertrack.Way{}, perlevel.Way{}}}
	fw, err := dialect.Read(context.Background(), tree, cfg, report)
	if err != nil {
		t.Fatal(err)
	}
	return fw, report
}

// TestGoldens reads the files of each archive and holds roles, pages, readings
// and diagnostics against what it wants. The comment of an archive says what
// must be true.
func TestGoldens(t *testing.T) {
	t.Parallel()
	names, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(names) < 20 {
		t.Fatalf("%d goldens, %v", len(names), err)
	}
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			t.Parallel()
			a, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			tree, want := fstest.MapFS{}, ""
			var files []txtar.File
			for _, f := range a.Files {
				if f.Name == "want" {
					want = string(f.Data)
					continue
				}
				tree[f.Name] = &fstest.MapFile{Data: f.Data}
				files = append(files, f)
			}
			got := told(mustRead(t, tree))
			if *update {
				a.Files = append(files, txtar.File{Name: "want", Data: []byte(got)})
				if err := os.WriteFile(name, txtar.Format(a), 0o644); err != nil {
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

// teller writes a framework as text that a person can hold against the table.
type teller struct {
	strings.Builder
	fw *model.DraftFramework
}

func told(fw *model.DraftFramework, report *diag.Report) string {
	w := &teller{fw: fw}
	for _, tr := range fw.Tracks {
		fmt.Fprintf(w, "track %s %q %s\n", tr.ID, tr.Title, tr.Path)
		for _, p := range tr.Intro {
			w.line("intro", p)
		}
	}
	for _, r := range fw.Roles {
		w.role(r)
	}
	for _, p := range fw.Pages {
		fmt.Fprintf(w, "page %s\n", p.Path)
	}
	for _, r := range fw.Readings {
		fmt.Fprintf(w, "reading %s %s: %s\n", r.Path, r.Reading, r.Why)
	}
	for _, d := range report.Sorted() {
		at := fw.Sources.Start(d.Primary)
		fmt.Fprintf(w, "%s:%d:%d: %s %s: %s\n", d.Primary.Path, at.Line, at.Column, d.Severity, d.Code, d.Message)
	}
	return w.String()
}

func (w *teller) role(r *model.Role) {
	fmt.Fprintf(w, "\n%s %q", r.ID, r.Title)
	if r.Level != nil {
		fmt.Fprintf(w, " level %q %d", r.Level.Label, r.Level.Order)
	}
	if r.Foundation {
		w.WriteString(" foundation")
	}
	fmt.Fprintf(w, " %s:%d\n", r.At.Path, w.fw.Sources.Start(r.At).Line)
	w.line("  summary", r.Summary)
	for _, n := range r.Notes {
		w.line("  note", n)
	}
	for _, s := range r.Scope {
		w.line("  scope "+s.Name, s.Value)
	}
	for _, e := range r.Extends {
		fmt.Fprintf(w, "  extends %s by %q\n", e.Role, w.fw.Sources.Text(e.At))
	}
	for _, a := range r.Areas {
		fmt.Fprintf(w, "  area %s%q\n", a.Emoji, a.Title)
		for _, p := range a.Intro {
			w.line("    intro", p)
		}
		for _, s := range a.Statements {
			w.line("    -"+strings.Repeat(" "+s.Key, min(len(s.Key), 1)), s.Prose)
			for _, e := range s.Examples {
				w.line("      e.g.", e.Prose)
			}
		}
		for _, e := range a.Examples {
			w.line("    e.g.", e.Prose)
		}
	}
}

func (w *teller) line(what string, p model.Prose) {
	if p.Text != "" {
		fmt.Fprintf(w, "%s %s (%d)\n", what, p.Text, w.fw.Sources.Start(p.At).Line)
	}
}

// holdsPlaces checks that what was read stands where it says.
func holdsPlaces(t *testing.T, fw *model.DraftFramework, report *diag.Report) {
	t.Helper()
	inside := func(at source.Span) {
		if f := fw.Sources.File(at.Path); f == nil || at.Start < 0 || at.Start > at.End || at.End > f.Len() {
			t.Errorf("%v lies outside of its file", at)
		}
	}
	for _, r := range fw.Roles {
		inside(r.At)
		for _, a := range r.Areas {
			inside(a.At)
			for _, s := range a.Statements {
				inside(s.At)
				for _, e := range s.Examples {
					inside(e.At)
				}
			}
		}
	}
	for _, d := range report.Sorted() {
		inside(d.Primary)
	}
}

// FuzzMatrix reads any table, in Markdown and as data: no panic, every place
// inside its file, the same bytes read alike.
func FuzzMatrix(f *testing.F) {
	names, err := filepath.Glob("testdata/*.txtar")
	if err != nil {
		f.Fatal(err)
	}
	for _, name := range names {
		a, err := txtar.ParseFile(name)
		if err != nil {
			f.Fatal(err)
		}
		for _, file := range a.Files {
			f.Add(file.Data)
		}
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		for _, name := range []string{"Bakery levels.md", "bakery.csv", "bakery.html", "Bakery/L1-Baker.md"} {
			tree := fstest.MapFS{name: {Data: text}}
			fw, report := mustRead(t, tree)
			holdsPlaces(t, fw, report)
			if again := told(mustRead(t, tree)); again != told(fw, report) {
				t.Fatal("two readings differ")
			}
		}
	})
}

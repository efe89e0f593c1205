package records_test

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
	"rung/internal/dialect/perlevel"
	"rung/internal/dialect/pertrack"
	"rung/internal/dialect/records"
	"rung/internal/model"
)

var update = flag.Bool("update", false, "rewrite the goldens")

func mustRead(t testing.TB, tree fstest.MapFS) (*model.DraftFramework, *diag.Report) {
	t.Helper()
	report := &diag.Report{}
	ways := []dialect.Way{records.New(), pertrack.Way{}, perlevel.Way{}}
	fw, err := dialect.Read(context.Background(), tree, dialect.Config{Ways: ways}, report)
	if err != nil {
		t.Fatal(err)
	}
	return fw, report
}

// TestGoldens reads the files of each archive and holds what the framework
// says, and the diagnostics, against what the archive wants.
func TestGoldens(t *testing.T) {
	t.Parallel()
	names, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(names) == 0 {
		t.Fatalf("%d goldens, %v", len(names), err)
	}
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			t.Parallel()
			a, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			tree := fstest.MapFS{}
			want := ""
			var files []txtar.File
			for _, f := range a.Files {
				if f.Name == "want" {
					want = string(f.Data)
					continue
				}
				files = append(files, f)
				tree[f.Name] = &fstest.MapFile{Data: f.Data}
			}
			got := outline(mustRead(t, tree))
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

// outline writes what a framework says, each text with its line.
func outline(fw *model.DraftFramework, report *diag.Report) string {
	o := &outliner{fw: fw}
	for _, t := range fw.Tracks {
		o.line(0, "track %s: %s (%s)", t.ID, t.Title, t.Path)
		o.proses(1, "intro", t.Intro...)
	}
	for _, r := range fw.Roles {
		o.role(r)
	}
	for _, p := range fw.Pages {
		o.line(0, "page %s", p.Path)
	}
	for _, r := range fw.Readings {
		o.line(0, "reading %s: %s, since %s", r.Path, r.Reading, r.Why)
	}
	for _, d := range report.Sorted() {
		at := fw.Sources.Start(d.Primary)
		o.line(0, "%s:%d:%d: %s %s: %s", d.Primary.Path, at.Line, at.Column, d.Severity, d.Code, d.Message)
	}
	return o.String()
}

type outliner struct {
	strings.Builder
	fw *model.DraftFramework
}

func (o *outliner) line(depth int, format string, args ...any) {
	o.WriteString(strings.Repeat("  ", depth) + fmt.Sprintf(format, args...) + "\n")
}

func (o *outliner) proses(depth int, what string, list ...model.Prose) {
	for _, p := range list {
		if p.Text != "" {
			at := o.fw.Sources.Start(p.At)
			o.line(depth, "%s %s:%d: %s", what, p.At.Path, at.Line, p.Text)
		}
	}
}

func (o *outliner) role(r *model.Role) {
	level := "no level"
	if r.Level != nil {
		level = fmt.Sprintf("%q %d", r.Level.Label, r.Level.Order)
	}
	o.line(0, "role %s: %s, %s", r.ID, r.Title, level)
	for _, e := range r.Extends {
		o.line(1, "extends %s", e.Role)
	}
	o.proses(1, "summary", r.Summary)
	o.proses(1, "note", r.Notes...)
	for _, s := range r.Scope {
		o.proses(1, "scope "+s.Name, s.Value)
	}
	for _, a := range r.Areas {
		o.line(1, "area %s", a.Title)
		o.proses(2, "intro", a.Intro...)
		for _, s := range a.Statements {
			what := "-"
			if s.Key != "" {
				what += " [" + s.Key + "]"
			}
			o.proses(2, what, s.Prose)
			for _, e := range s.Examples {
				o.proses(3, "example", e.Prose)
			}
		}
		for _, e := range a.Examples {
			o.proses(2, "example", e.Prose)
		}
	}
}

// TestRules holds that each rule's Bad fires its code, and its Good nothing.
func TestRules(t *testing.T) {
	t.Parallel()
	for _, r := range records.Rules() {
		_, report := mustRead(t, treeOf(r.Bad))
		found := false
		for _, d := range report.Sorted() {
			found = found || d.Code == r.Code
		}
		if !found {
			t.Errorf("%s: Bad does not fire it", r.Code)
		}
		if _, report = mustRead(t, treeOf(r.Good)); report.Len() != 0 {
			t.Errorf("%s: Good fires %v", r.Code, report.Sorted())
		}
	}
}

func treeOf(archive string) fstest.MapFS {
	out := fstest.MapFS{}
	for _, f := range txtar.Parse([]byte(archive)).Files {
		out[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	return out
}

// FuzzRecords reads any bytes as data of each format, and as front matter: no
// panic, places inside their files, the same bytes give the same framework.
func FuzzRecords(f *testing.F) {
	names, err := filepath.Glob("testdata/*.txtar")
	if err != nil {
		f.Fatal(err)
	}
	for _, name := range names {
		a, err := txtar.ParseFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(a.Files[0].Data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		front := append([]byte("---\n"), data...)
		tree := fstest.MapFS{}
		for _, name := range []string{"a/craft.yaml", "a/tides.json", "b/pilot.toml", "a/guests.yaml"} {
			tree[name] = &fstest.MapFile{Data: data}
		}
		tree["c/pilot.md"] = &fstest.MapFile{Data: append(front, "\n---\n# Pilot\n"...)}
		fw, report := mustRead(t, tree)
		holdsPlaces(t, fw, report)
		if diff := cmp.Diff(outline(fw, report), outline(mustRead(t, tree))); diff != "" {
			t.Fatalf("two readings differ:\n%s", diff)
		}
	})
}

func holdsPlaces(t *testing.T, fw *model.DraftFramework, report *diag.Report) {
	t.Helper()
	for _, p := range fw.Places() {
		at := p.Statement.At
		if f := fw.Sources.File(at.Path); f == nil || at.Start < 0 || at.Start > at.End || at.End > f.Len() || p.Statement.Text == "" {
			t.Fatalf("%q stands at %v", p.Statement.Text, at)
		}
	}
	for _, d := range report.Sorted() {
		if f := fw.Sources.File(d.Primary.Path); f != nil && (d.Primary.Start > d.Primary.End || d.Primary.End > f.Len()) {
			t.Fatalf("diagnostic outside of its file: %v", d)
		}
	}
}

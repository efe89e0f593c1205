package dialect_test

import (
	"bytes"
	"context"
	"encoding/json"
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
	"rung/internal/model"
	"rung/internal/parse"
)

var update = flag.Bool("update", false, "rewrite the goldens")

// TestGoldens reads the files of each archive and holds the framework and the
// diagnostics against what the archive wants.
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
			tree, want := fstest.MapFS{}, map[string]string{}
			for _, f := range a.Files {
				if strings.HasPrefix(f.Name, "want/") {
					want[f.Name] = string(f.Data)
				} else {
					tree[f.Name] = &fstest.MapFile{Data: f.Data}
				}
			}
			fw, report := mustRead(t, tree)
			holdsDraft(t, fw, report)
			got := map[string]string{"want/model.json": modelJSON(t, fw), "want/diagnostics.txt": diagnosticsText(fw, report)}
			if *update {
				mustUpdate(t, name, a, got)
				return
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func mustUpdate(t *testing.T, name string, a *txtar.Archive, got map[string]string) {
	t.Helper()
	for i, f := range a.Files {
		if text, ok := got[f.Name]; ok {
			a.Files[i].Data = []byte(text)
		}
	}
	if err := os.WriteFile(name, txtar.Format(a), 0o644); err != nil {
		t.Fatal(err)
	}
}

func modelJSON(t *testing.T, fw *model.DraftFramework) string {
	t.Helper()
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	if err := e.Encode(fw.Framework); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func diagnosticsText(fw *model.DraftFramework, report *diag.Report) string {
	var b strings.Builder
	for _, d := range report.Sorted() {
		at := fw.Sources.Start(d.Primary)
		fmt.Fprintf(&b, "%s:%d:%d: %s %s: %s\n", d.Primary.Path, at.Line, at.Column, d.Severity, d.Code, d.Message)
	}
	return b.String()
}

// holdsDraft checks what must be true of every framework: places inside their
// files, words that stand there, ids that are distinct.
func holdsDraft(t *testing.T, fw *model.DraftFramework, report *diag.Report) {
	t.Helper()
	for _, d := range report.Sorted() {
		if f := fw.Sources.File(d.Primary.Path); f != nil && (d.Primary.Start > d.Primary.End || d.Primary.End > f.Len()) {
			t.Errorf("diagnostic outside of its file: %v", d)
		}
	}
	roles, tracks, statements := map[model.RoleID]bool{}, map[model.TrackID]bool{}, map[model.StatementID]bool{}
	for _, tr := range fw.Tracks {
		if tracks[tr.ID] || tr.ID == "" || tr.Title == "" {
			t.Errorf("track %q %q", tr.ID, tr.Title)
		}
		tracks[tr.ID] = true
	}
	for _, r := range fw.Roles {
		if roles[r.ID] || r.Title == "" || !r.Foundation && !tracks[r.Track] || r.Foundation && r.Track != "" {
			t.Errorf("role %q %q of track %q", r.ID, r.Title, r.Track)
		}
		roles[r.ID] = true
		for _, s := range r.Statements() {
			if statements[s.ID] {
				t.Errorf("statement %s twice", s.ID)
			}
			statements[s.ID] = true
		}
		for _, p := range prosesOf(r) {
			holdsProse(t, fw, p)
		}
	}
	for _, l := range fw.Links {
		if f := fw.Sources.File(l.At.Path); f == nil || l.At.Start > l.At.End || l.At.End > f.Len() {
			t.Errorf("link %q at %v", l.Target, l.At)
		}
	}
}

func prosesOf(r *model.Role) []model.Prose {
	out := append([]model.Prose{r.Summary}, r.Notes...)
	for _, s := range r.Scope {
		out = append(out, s.Value)
	}
	for _, a := range r.Areas {
		out = append(out, a.Intro...)
		for _, e := range a.Examples {
			out = append(out, e.Prose)
		}
		for _, s := range a.Statements {
			out = append(out, s.Prose)
			for _, e := range s.Examples {
				out = append(out, e.Prose)
			}
		}
	}
	return out
}

func holdsProse(t *testing.T, fw *model.DraftFramework, p model.Prose) {
	t.Helper()
	if p.Text == "" {
		return
	}
	f := fw.Sources.File(p.At.Path)
	if f == nil || p.At.Start < 0 || p.At.Start > p.At.End || p.At.End > f.Len() {
		t.Errorf("%q stands at %v", p.Text, p.At)
	}
	for _, m := range p.Marks {
		if m.Start < 0 || m.Start >= m.End || m.End > len(p.Text) {
			t.Errorf("mark %v of %q", m, p.Text)
		}
	}
}

// TestRules holds that each rule's Bad fires its code, and its Good nothing.
func TestRules(t *testing.T) {
	t.Parallel()
	for _, r := range append(parse.Rules(), dialect.Rules()...) {
		bad, report := mustRead(t, treeOf(r.Bad))
		if got := diagnosticsText(bad, report); !strings.Contains(got, string(r.Code)) {
			t.Errorf("%s: Bad fires %q", r.Code, got)
		}
		good, report := mustRead(t, treeOf(r.Good))
		if got := diagnosticsText(good, report); got != "" {
			t.Errorf("%s: Good fires %q", r.Code, got)
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

func TestReadNeedsWays(t *testing.T) {
	t.Parallel()
	if _, err := dialect.Read(context.Background(), fstest.MapFS{}, dialect.Config{}, &diag.Report{}); err == nil {
		t.Error("no ways, no error")
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := dialect.Read(ctx, fstest.MapFS{"a.md": {}}, dialect.Config{Ways: ways()}, &diag.Report{}); err == nil {
		t.Error("cancelled, no error")
	}
	fw, report := mustRead(t, fstest.MapFS{})
	if len(fw.Roles) != 0 || report.Len() != 0 {
		t.Errorf("an empty tree has %d roles, %d diagnostics", len(fw.Roles), report.Len())
	}
}

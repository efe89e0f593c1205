package dialect_test

import (
	"context"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"rung/internal/diag"
	"rung/internal/dialect"
	"rung/internal/dialect/perlevel"
	"rung/internal/dialect/pertrack"
	"rung/internal/model"
)

// shared is where the real ladders lie beside the repository.
const shared = "../../../shared"

func ways() []dialect.Way { return []dialect.Way{perlevel.Way{}, pertrack.Way{}} }

// TestDump prints what a folder is read as: RUNG_DUMP=DIR go test -run TestDump -v
func TestDump(t *testing.T) {
	dir := os.Getenv("RUNG_DUMP")
	if dir == "" {
		t.Skip("RUNG_DUMP names no folder")
	}
	report := &diag.Report{}
	fw, err := dialect.Read(context.Background(), os.DirFS(dir), dialect.Config{Ways: ways()}, report)
	if err != nil {
		t.Fatal(err)
	}
	for _, tr := range fw.Tracks {
		fmt.Printf("TRACK %s %q %s intro=%d\n", tr.ID, tr.Title, tr.Path, len(tr.Intro))
	}
	for _, r := range fw.Roles {
		lv := "-"
		if r.Level != nil {
			lv = fmt.Sprintf("%s/%d", r.Level.Label, r.Level.Order)
		}
		fmt.Printf("ROLE %s %q lv=%s %s %s f=%v st=%d ex=%d sum=%d notes=%d scope=%d\n", r.ID, r.Title, lv, r.Language, r.Status, r.Foundation, len(r.Statements()), examples(r), len(r.Summary.Text), len(r.Notes), len(r.Scope))
		for _, a := range r.Areas {
			fmt.Printf("     %q %q st=%d ex=%d intro=%d\n", a.Emoji, a.Title, len(a.Statements), len(a.Examples), len(a.Intro))
		}
	}
	for _, p := range fw.Pages {
		fmt.Printf("PAGE %s %q %s\n", p.Path, p.Title, p.Kind)
	}
	for _, r := range fw.Readings {
		fmt.Printf("READING %s %s: %s\n", r.Path, r.Reading, r.Why)
	}
	for _, d := range report.Sorted() {
		fmt.Printf("DIAG %s %s:%v %s\n", d.Code, d.Primary.Path, fw.Sources.Start(d.Primary), d.Message)
	}
}

func examples(r *model.Role) int {
	n := 0
	for _, a := range r.Areas {
		n += len(a.Examples)
		for _, s := range a.Statements {
			n += len(s.Examples)
		}
	}
	return n
}

// counted is the part of the counted truth that this package answers for.
type counted struct {
	Corpora []struct {
		ID    string `json:"id"`
		Roles []struct {
			Title   string `json:"title"`
			Level   any    `json:"level"`
			Path    string `json:"path"`
			Heading bool   `json:"heading_is_statement"`
			Areas   []struct {
				Name       string `json:"name"`
				Statements int    `json:"statements"`
				Examples   int    `json:"examples"`
			} `json:"areas"`
		} `json:"role_levels"`
	} `json:"corpora"`
}

func mustTruth(t *testing.T) counted {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(shared, "score", "truth.json"))
	if err != nil {
		t.Skip("the counted truth of real ladders is not here")
	}
	var out counted
	if err := json.Unmarshal(text, &out); err != nil {
		t.Fatal(err)
	}
	return out
}

// TestPerLevelCorpus holds the one ladder that is written in these two ways
// against what people counted in it: every role exactly.
func TestPerLevelCorpus(t *testing.T) {
	t.Parallel()
	truth := mustTruth(t)
	for _, c := range truth.Corpora {
		if c.ID != "OctopusDeploy/People" {
			continue
		}
		fw, _ := mustRead(t, os.DirFS(filepath.Join(shared, "corpus", strings.ReplaceAll(c.ID, "/", "--"))))
		var want, got []string
		labelled := map[string]bool{} // levels that follow from titles alone were not counted
		for _, r := range c.Roles {
			statements, examples := 0, 0
			line := r.Path + " | " + r.Title + " | "
			if r.Level != nil {
				line += fmt.Sprint(r.Level)
				labelled[r.Path] = true
			}
			for _, a := range r.Areas {
				statements, examples = statements+a.Statements, examples+a.Examples
				if !r.Heading && a.Statements > 0 {
					line += fmt.Sprintf(" %d", a.Statements)
				}
			}
			if r.Heading {
				statements, examples = len(r.Areas), statements+examples
			}
			want = append(want, line+fmt.Sprintf(" = %d/%d", statements, examples))
		}
		for _, r := range fw.Roles {
			if r.Foundation {
				continue
			}
			line := r.Path() + " | " + r.Title + " | "
			if r.Level != nil && labelled[r.Path()] {
				line += r.Level.Label
			}
			for _, a := range r.Areas {
				if a.Title != "" && len(a.Statements) > 0 {
					line += fmt.Sprintf(" %d", len(a.Statements))
				}
			}
			got = append(got, line+fmt.Sprintf(" = %d/%d", len(r.Statements()), examples(r)))
		}
		slices.Sort(want)
		slices.Sort(got)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("roles (-want +got):\n%s", diff)
		}
	}
}

// mustRead reads a tree with all ways.
func mustRead(t testing.TB, tree fs.FS) (*model.DraftFramework, *diag.Report) {
	t.Helper()
	report := &diag.Report{}
	fw, err := dialect.Read(context.Background(), tree, dialect.Config{Ways: ways()}, report)
	if err != nil {
		t.Fatal(err)
	}
	return fw, report
}

// mustMap copies a tree into memory.
func mustMap(t testing.TB, tree fs.FS) fstest.MapFS {
	t.Helper()
	out := fstest.MapFS{}
	err := fs.WalkDir(tree, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := fs.ReadFile(tree, name)
		out[name] = &fstest.MapFile{Data: text}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

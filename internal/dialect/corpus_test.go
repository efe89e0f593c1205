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
	"rung/internal/dialect/matrix"
	"rung/internal/dialect/perarea"
	"rung/internal/dialect/percompetency"
	"rung/internal/dialect/perlevel"
	"rung/internal/dialect/pertrack"
	"rung/internal/dialect/records"
	"rung/internal/model"
	"rung/internal/parse"
)

// shared is where the real ladders lie beside the repository.
const shared = "../../../shared"

func ways() []dialect.Way {
	return []dialect.Way{records.New(), percompetency.Way{}, matrix.Way{}, perarea.New(), perlevel.Way{}, pertrack.Way{}}
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

// corpora returns the folders of real ladders; the test is skipped where there
// are none.
func corpora(t *testing.T) []string {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(shared, "corpus", "*--*"))
	if err != nil || len(names) == 0 {
		t.Skip("the real ladders are not here")
	}
	return names
}

// TestCorporaAreAccountedFor holds that of every real ladder each file that is
// text is a role, a page, named by a diagnostic, or passed over knowingly.
func TestCorporaAreAccountedFor(t *testing.T) {
	t.Parallel()
	names := corpora(t)
	if len(names) != 11 {
		t.Errorf("%d ladders, want 11", len(names))
	}
	for _, name := range names {
		t.Run(filepath.Base(name), func(t *testing.T) {
			t.Parallel()
			fw, report := mustRead(t, os.DirFS(name))
			holdsDraft(t, fw, report)
			known := map[string]bool{}
			for _, r := range fw.Roles {
				known[r.Path()] = true
				for _, st := range r.Statements() {
					known[st.At.Path] = true
				}
			}
			for _, p := range fw.Pages {
				known[p.Path] = true
			}
			for _, k := range fw.Accounts { // data that is no ladder
				known[k.At.Path] = true
			}
			for _, d := range report.Sorted() {
				known[d.Primary.Path] = true
			}
			for _, p := range fw.Sources.Paths() {
				if !known[p] {
					t.Errorf("%s is nowhere", p)
				}
			}
			if len(fw.Roles)+report.Len() == 0 {
				t.Error("neither a role nor a diagnostic")
			}
		})
	}
}

// TestParallelIsTheSame holds that nothing depends on how many files are read
// at a time, nor on a cache.
func TestParallelIsTheSame(t *testing.T) {
	t.Parallel()
	for _, name := range corpora(t) {
		want := ""
		cache := parse.NewCache(1 << 20)
		for _, cfg := range []dialect.Config{{Parallel: 1}, {Parallel: 8}, {Parallel: 3, Cache: cache}, {Parallel: 8, Cache: cache}} {
			cfg.Ways = ways()
			report := &diag.Report{}
			fw, err := dialect.Read(context.Background(), os.DirFS(name), cfg, report)
			if err != nil {
				t.Fatal(err)
			}
			links, err := json.Marshal(fw.Links)
			if err != nil {
				t.Fatal(err)
			}
			got := modelJSON(t, fw) + diagnosticsText(fw, report) + string(links)
			if want == "" {
				want = got
			}
			if got != want {
				t.Errorf("%s: read differently with %+v", filepath.Base(name), cfg)
			}
		}
	}
}

// TestSeedPage reads one page as the whole tree.
func TestSeedPage(t *testing.T) {
	t.Parallel()
	text, err := os.ReadFile(filepath.Join(shared, "seed", "L4-Cloud-Architect.md"))
	if err != nil {
		t.Skip("the page is not here")
	}
	fw, report := mustRead(t, fstest.MapFS{"L4-Cloud-Architect.md": {Data: text}})
	if len(fw.Roles) != 1 {
		t.Fatalf("%d roles, want 1", len(fw.Roles))
	}
	r := fw.Roles[0]
	type area struct {
		Emoji, Title         string
		Statements, Examples int
	}
	var got []area
	for _, a := range r.Areas {
		got = append(got, area{a.Emoji, a.Title, len(a.Statements), len(a.Examples)})
	}
	want := []area{{"🦉", "Domain expertise", 7, 4}, {"🌱", "Teaching and Mentoring", 5, 7}, {"🧭", "Culture and Leadership", 10, 10}, {"🏆", "Customer Success", 5, 3}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("areas (-want +got):\n%s", diff)
	}
	if r.Title != "Cloud Architect" || r.Level == nil || *r.Level != (model.Level{Label: "L4", Order: 4}) || len(r.Scope) != 4 || r.Summary.Text == "" || examples(r) != 24 {
		t.Errorf("role %q %v with %d entries of scope, %d examples", r.Title, r.Level, len(r.Scope), examples(r))
	}
	if got := diagnosticsText(fw, report); strings.Count(got, "P0004") != 4 || report.Len() != 4 {
		t.Errorf("diagnostics:\n%s", got)
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

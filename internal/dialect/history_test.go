package dialect_test

import (
	"archive/tar"
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"rung/internal/diag"
	"rung/internal/dialect"
	"rung/internal/model"
	"rung/internal/parse"
)

// mustClone unpacks a bundle and returns the folder of the repository.
func mustClone(t *testing.T, bundle string) string {
	t.Helper()
	name, err := filepath.Abs(filepath.Join(shared, "corpus", bundle))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(name); err != nil {
		t.Skip("the history of a real ladder is not here")
	}
	dir := filepath.Join(t.TempDir(), "clone")
	if out, err := exec.Command("git", "clone", "--quiet", "--bare", name, dir).CombinedOutput(); err != nil {
		t.Skipf("cannot clone: %s", out)
	}
	return dir
}

// mustTree returns the files of a revision.
func mustTree(t *testing.T, repo, revision string) fstest.MapFS {
	t.Helper()
	out, err := exec.Command("git", "-C", repo, "archive", "--format=tar", revision).Output()
	if err != nil {
		t.Fatal(err)
	}
	tree := fstest.MapFS{}
	r := tar.NewReader(bytes.NewReader(out))
	for {
		h, err := r.Next()
		if errors.Is(err, io.EOF) {
			return tree
		}
		if err != nil {
			t.Fatal(err)
		}
		if h.Typeflag == tar.TypeReg {
			text, err := io.ReadAll(r)
			if err != nil {
				t.Fatal(err)
			}
			tree[h.Name] = &fstest.MapFile{Data: text}
		}
	}
}

// TestHistory reads a real ladder at every revision of its first-parent line,
// with one cache as a server would.
func TestHistory(t *testing.T) {
	t.Parallel()
	repo := mustClone(t, "octopus-people.bundle")
	out, err := exec.Command("git", "-C", repo, "log", "--first-parent", "--reverse", "--format=%H %cs").Output()
	if err != nil {
		t.Fatal(err)
	}
	cache := parse.NewCache(64 << 20)
	before, read := 0, 0
	for _, line := range strings.Split(strings.TrimSpace(string(out)), "\n") {
		revision, date, _ := strings.Cut(line, " ")
		tree := mustTree(t, repo, revision)
		report := &diag.Report{}
		fw, err := dialect.Read(context.Background(), tree, dialect.Config{Ways: ways(), Cache: cache}, report)
		if err != nil {
			t.Fatal(err)
		}
		holdsDraft(t, fw, report)
		statements, empty := 0, 0
		for _, r := range fw.Roles {
			n := len(r.Statements())
			statements += n
			if n == 0 {
				empty++
			}
			holdsArchitect(t, date, r)
		}
		switch {
		case empty > 2:
			t.Errorf("%.8s %s: %d of %d roles have no statements", revision, date, empty, len(fw.Roles))
		case report.Len() > 5:
			t.Errorf("%.8s %s: %d diagnostics", revision, date, report.Len())
		case statements*2 < before:
			t.Errorf("%.8s %s: %d statements, %d before", revision, date, statements, before)
		}
		before = statements
		read++
	}
	if read != 93 || before < 700 {
		t.Errorf("read %d revisions, the last of %d statements", read, before)
	}
}

// holdsArchitect holds one page of 2023 against what was counted in it.
func holdsArchitect(t *testing.T, date string, r *model.Role) {
	t.Helper()
	if r.Title != "Cloud Architect" || !strings.HasPrefix(date, "2023") {
		return
	}
	got := [3]int{len(r.Statements()), examples(r), len(r.Scope)}
	if want := [3]int{27, 24, 4}; got != want {
		t.Errorf("%s: Cloud Architect has %v statements, examples, scope; want %v", date, got, want)
	}
}

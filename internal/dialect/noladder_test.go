package dialect_test

import (
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

// TestNoLadders reads files that are no ladder, though they have levels, roles,
// bullets about people and tables: none gives a role. Each file is read with
// those beside it, and alone.
func TestNoLadders(t *testing.T) {
	t.Parallel()
	names, err := filepath.Glob("testdata/noladders/*.txtar")
	if err != nil || len(names) == 0 {
		t.Fatalf("%d archives, %v", len(names), err)
	}
	for _, name := range names {
		a, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		holdsNoLadder(t, name, a.Files)
		for _, f := range a.Files {
			holdsNoLadder(t, name+" alone", []txtar.File{f})
		}
	}
}

func holdsNoLadder(t *testing.T, name string, files []txtar.File) {
	t.Helper()
	fw, _ := mustRead(t, treeOf(string(txtar.Format(&txtar.Archive{Files: files}))))
	var got []string
	for _, r := range fw.Roles {
		got = append(got, r.Path()+": "+r.Title)
	}
	if len(got) > 0 {
		t.Errorf("%s gives roles:\n  %s", name, strings.Join(got, "\n  "))
	}
}

package gitrepo

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"rung/internal/gitrepo/gittest"
)

func TestListing(t *testing.T) {
	t.Parallel()
	g := gittest.New(t)
	g.Commit(map[string]string{".gitignore": "site/\n", "eng/l1.md": "1", "eng/l 2.md": "2", "other.md": "o"})
	g.Write(map[string]string{"site/x.md": "built", "eng/site/y.md": "built", "eng/new\n.md": "n"})
	if err := os.Remove(filepath.Join(g.Dir, "eng", "l1.md")); err != nil {
		t.Fatal(err)
	}
	got, err := mustOpen(t, filepath.Join(g.Dir, "eng")).Listing(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	want := Listing{Tracked: []string{"l 2.md", "l1.md"}, Others: []string{"new\n.md"}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("Listing (-want +got):\n%s", diff)
	}
}

func TestDirty(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		change func(g *gittest.Repo)
		want   bool
	}{
		"clean":             {func(*gittest.Repo) {}, false},
		"changed":           {func(g *gittest.Repo) { g.Write(map[string]string{"eng/a.md": "changed\n"}) }, true},
		"new":               {func(g *gittest.Repo) { g.Write(map[string]string{"eng/b.md": "b\n"}) }, true},
		"ignored":           {func(g *gittest.Repo) { g.Write(map[string]string{"eng/x.tmp": "b\n"}) }, false},
		"outside":           {func(g *gittest.Repo) { g.Write(map[string]string{"other/b.md": "b\n"}) }, false},
		"outside, changed":  {func(g *gittest.Repo) { g.Write(map[string]string{"README.md": "b\n"}) }, false},
		"staged":            {func(g *gittest.Repo) { g.Write(map[string]string{"eng/a.md": "b\n"}); g.Git("add", "-A") }, true},
		"removed":           {func(g *gittest.Repo) { g.Git("rm", "--quiet", "eng/b.txt") }, true},
		"gone":              {func(g *gittest.Repo) { _ = os.Remove(filepath.Join(g.Dir, "eng", "a.md")) }, true},
		"touched":           {touch("eng/a.md", "a\n"), false},
		"other line ending": {touch("eng/a.md", "a\r\n"), false},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			g := gittest.New(t)
			g.Commit(map[string]string{".gitignore": "*.tmp\n", "eng/a.md": "a\n", "eng/b.txt": "b\n", "README.md": "r\n"})
			test.change(g)
			got, err := mustOpen(t, filepath.Join(g.Dir, "eng")).Dirty(t.Context())
			if err != nil || got != test.want {
				t.Errorf("Dirty = %v, %v, want %v", got, err, test.want)
			}
		})
	}
}

// touch writes a file anew with a time that Git has not seen.
func touch(name, text string) func(*gittest.Repo) {
	return func(g *gittest.Repo) {
		g.Write(map[string]string{name: text})
		old := time.Date(2001, 1, 1, 0, 0, 0, 0, time.UTC)
		_ = os.Chtimes(filepath.Join(g.Dir, filepath.FromSlash(name)), old, old)
	}
}

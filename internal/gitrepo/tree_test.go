package gitrepo

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"rung/internal/fault"
	"rung/internal/gitrepo/gittest"
)

func mustTree(t testing.TB, r *Repo, commit string) fs.FS {
	t.Helper()
	tree, err := r.Tree(t.Context(), commit)
	if err != nil {
		t.Fatalf("Tree: %v", err)
	}
	return tree
}

func TestTreeIsAFileSystem(t *testing.T) {
	t.Parallel()
	g := gittest.New(t)
	id := g.Commit(map[string]string{"a.md": "a", "a/b.md": "b", "a/c/d.md": "d", "a-b/x.md": "", "日本/役割.md": "一"})
	r := mustOpen(t, g.Dir)
	if err := fstest.TestFS(mustTree(t, r, id), "a.md", "a/b.md", "a/c/d.md", "a-b/x.md", "日本/役割.md"); err != nil {
		t.Error(err)
	}
}

func TestTreeLinksAndModules(t *testing.T) {
	t.Parallel()
	g := gittest.New(t)
	first := g.Commit(map[string]string{"a.md": "a"})
	if err := os.Symlink("/etc/passwd", filepath.Join(g.Dir, "out.md")); err != nil {
		t.Fatal(err)
	}
	g.Git("update-index", "--add", "--cacheinfo", "160000,"+first+",module")
	g.Git("add", "out.md")
	g.Git("commit", "--quiet", "-m", "links")
	r := mustOpen(t, g.Dir)
	tree := mustTree(t, r, g.Git("rev-parse", "HEAD"))
	if _, err := fs.ReadFile(tree, "out.md"); !errors.Is(err, errLink) {
		t.Errorf("reading a link = %v, want errLink", err)
	}
	if _, err := fs.Stat(tree, "out.md"); !errors.Is(err, errLink) {
		t.Errorf("Stat of a link = %v, want errLink", err)
	}
	if to, err := fs.ReadLink(tree, "out.md"); err != nil || to != "/etc/passwd" {
		t.Errorf("ReadLink = %q, %v", to, err)
	}
	entries, err := fs.ReadDir(tree, "module")
	if err != nil || len(entries) != 0 {
		t.Errorf("a submodule holds %v, %v, want an empty folder", entries, err)
	}
	if _, err := fs.Stat(tree, "a.md/b"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a path through a file = %v, want not to exist", err)
	}
}

func TestTreeOfFolderThatWasNotThereYet(t *testing.T) {
	t.Parallel()
	g := gittest.New(t)
	none := g.Commit(map[string]string{"README.md": "x"})
	file := g.Commit(map[string]string{"ladder": "a file of that name"})
	if err := os.Remove(filepath.Join(g.Dir, "ladder")); err != nil {
		t.Fatal(err)
	}
	there := g.Commit(map[string]string{"ladder/l1.md": "x"})
	r := mustOpen(t, filepath.Join(g.Dir, "ladder"))
	for commit, want := range map[string]int{none: 0, file: 0, there: 1} {
		if got := readAll(t, mustTree(t, r, commit)); len(got) != want {
			t.Errorf("at %.7s: %v, want %d files", commit, got, want)
		}
	}
}

func TestTreeOfMissingCommit(t *testing.T) {
	t.Parallel()
	g := gittest.New(t)
	g.Commit(map[string]string{"a.md": "a"})
	r := mustOpen(t, g.Dir)
	if _, err := r.Tree(t.Context(), strings.Repeat("0", 39)+"1"); fault.KindOf(err) != fault.NotFound {
		t.Errorf("missing commit: %v, want NotFound", err)
	}
	if _, err := r.Tree(t.Context(), "HEAD"); fault.KindOf(err) != fault.Invalid {
		t.Errorf("a name: %v, want Invalid", err)
	}
}

func TestTreeTooLargeFile(t *testing.T) {
	t.Parallel()
	g := gittest.New(t)
	id := g.Commit(map[string]string{"big.md": strings.Repeat("x", maxBlob+1), "small.md": "s", "whole.md": strings.Repeat("y", 1000)})
	r := mustOpen(t, g.Dir)
	tree := mustTree(t, r, id)
	if info, err := fs.Stat(tree, "big.md"); err != nil || info.Size() != maxBlob+1 {
		t.Errorf("Stat = %v, %v, want its size", info, err)
	}
	if _, err := fs.ReadFile(tree, "big.md"); !errors.Is(err, errTooLarge) {
		t.Errorf("ReadFile = %v, want errTooLarge", err)
	}
	if got, err := fs.ReadFile(tree, "small.md"); err != nil || string(got) != "s" {
		t.Errorf("ReadFile beside it = %q, %v", got, err)
	}
}

func TestTreeManyFilesInParallel(t *testing.T) {
	t.Parallel()
	g := gittest.New(t)
	want := map[string]string{}
	for i := range 700 {
		want[fmt.Sprintf("d%d/f%d.md", i%3, i)] = strings.Repeat(fmt.Sprint(i), i)
	}
	id := g.Commit(want)
	r := mustOpen(t, g.Dir)
	r.cache = newCache(100 << 10) // smaller than what is read
	tree := mustTree(t, r, id)
	var group sync.WaitGroup
	for range 4 {
		group.Go(func() {
			if diff := cmp.Diff(want, readAll(t, tree)); diff != "" {
				t.Errorf("files (-want +got):\n%.500s", diff)
			}
		})
	}
	group.Wait()
}

func TestSHA256Repository(t *testing.T) {
	t.Parallel()
	g := gittest.New(t)
	if err := os.RemoveAll(filepath.Join(g.Dir, ".git")); err != nil {
		t.Fatal(err)
	}
	g.Git("init", "--quiet", "--initial-branch=main", "--object-format=sha256")
	g.Commit(map[string]string{"a/b.md": "b"})
	if diff := cmp.Diff(map[string]string{"a/b.md": "b"}, mustRead(t, mustOpen(t, g.Dir), "HEAD")); diff != "" {
		t.Errorf("files (-want +got):\n%s", diff)
	}
}

package origin

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"go.uber.org/goleak"

	"rung/internal/fault"
	"rung/internal/gitrepo/gittest"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

func mustOpen(t *testing.T, path, rev string) *Origin {
	t.Helper()
	o, err := Open(t.Context(), path, rev)
	if err != nil {
		t.Fatalf("Open: %v", err)
	}
	t.Cleanup(func() {
		if err := o.Close(); err != nil {
			t.Errorf("Close: %v", err)
		}
	})
	return o
}

func files(t *testing.T, tree fs.FS, err error) map[string]string {
	t.Helper()
	if err != nil {
		t.Fatalf("Tree: %v", err)
	}
	got := map[string]string{}
	err = fs.WalkDir(tree, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || !d.Type().IsRegular() {
			return err
		}
		data, err := fs.ReadFile(tree, path)
		got[path] = string(data)
		return err
	})
	if err != nil {
		t.Fatalf("walk: %v", err)
	}
	return got
}

func write(t *testing.T, dir string, files map[string]string) {
	t.Helper()
	for name, text := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func TestOpen(t *testing.T) {
	t.Parallel()
	g := gittest.New(t)
	first := g.Commit(map[string]string{".gitignore": "site\n", "eng/l1.md": "one"})
	second := g.Commit(map[string]string{"eng/l1.md": "two", "eng/l2.md": "new"})
	g.Write(map[string]string{"site/x.md": "built", "scratch/a.md": "mine"})
	out := t.TempDir()
	bare, bundle, plain := filepath.Join(out, "people.git"), filepath.Join(out, "people.bundle"), filepath.Join(out, "plain")
	g.Git("clone", "--quiet", "--bare", g.Dir, bare)
	g.Git("bundle", "create", "--quiet", bundle, "--all")
	write(t, plain, map[string]string{"a.md": "a", "b/c.md": "c"})
	now := map[string]string{"l1.md": "two", "l2.md": "new"}
	whole := map[string]string{".gitignore": "site\n", "eng/l1.md": "two", "eng/l2.md": "new"}
	with := func(m map[string]string, more string) map[string]string {
		out := map[string]string{more: "mine"}
		for k, v := range m {
			out[k] = v
		}
		return out
	}
	tests := map[string]struct {
		path, rev string
		kind      Kind
		title     string
		revision  string
		commits   int
		want      map[string]string
	}{
		"folder":               {plain, "", Folder, "plain", "", 0, map[string]string{"a.md": "a", "b/c.md": "c"}},
		"file":                 {filepath.Join(plain, "b", "c.md"), "", File, "c", "", 0, map[string]string{"c.md": "c"}},
		"work tree":            {g.Dir, "", WorkTree, "ladder", "", 2, with(whole, "scratch/a.md")},
		"folder of it":         {filepath.Join(g.Dir, "eng"), "", WorkTree, "eng", second, 2, now},
		"folder, earlier":      {filepath.Join(g.Dir, "eng"), "HEAD~1", WorkTree, "eng", first, 1, map[string]string{"l1.md": "one"}},
		"untracked folder":     {filepath.Join(g.Dir, "scratch"), "", Folder, "scratch", "", 0, map[string]string{"a.md": "mine"}},
		"ignored folder":       {filepath.Join(g.Dir, "site"), "", Folder, "site", "", 0, map[string]string{"x.md": "built"}},
		"untracked file":       {filepath.Join(g.Dir, "scratch", "a.md"), "", File, "a", "", 0, map[string]string{"a.md": "mine"}},
		"tracked file":         {filepath.Join(g.Dir, "eng", "l1.md"), "", File, "l1", second, 2, map[string]string{"l1.md": "two"}},
		"file, earlier":        {filepath.Join(g.Dir, "eng", "l1.md"), first, File, "l1", first, 1, map[string]string{"l1.md": "one"}},
		"bare":                 {bare, "", Bare, "people", second, 2, whole},
		"bare, earlier":        {bare, first[:9], Bare, "people", first, 1, map[string]string{".gitignore": "site\n", "eng/l1.md": "one"}},
		"bundle":               {bundle, "", Bundle, "people", second, 2, whole},
		"git folder":           {filepath.Join(g.Dir, ".git"), "", Bare, "ladder", second, 2, whole},
		"work tree, committed": {g.Dir, "HEAD", WorkTree, "ladder", second, 2, whole},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			o := mustOpen(t, test.path, test.rev)
			if o.Kind != test.kind || o.Title != test.title || o.Revision() != test.revision {
				t.Errorf("got %q %q at %q, want %q %q at %q", o.Kind, o.Title, o.Revision(), test.kind, test.title, test.revision)
			}
			tree, err := o.Tree(t.Context())
			if diff := cmp.Diff(test.want, files(t, tree, err)); diff != "" {
				t.Errorf("files (-want +got):\n%s", diff)
			}
			commits, err := o.Revisions(t.Context())
			if err != nil || len(commits) != test.commits {
				t.Errorf("Revisions = %d, %v, want %d", len(commits), err, test.commits)
			}
		})
	}
}

func TestOpenRefuses(t *testing.T) {
	t.Parallel()
	g := gittest.New(t)
	g.Commit(map[string]string{"a.md": "a"})
	later := g.Commit(map[string]string{"eng/l1.md": "b"})
	plain := t.TempDir()
	write(t, plain, map[string]string{"a.md": "a"})
	tests := map[string]struct {
		path, rev string
		kind      fault.Kind
		says      string
	}{
		"nothing there":      {filepath.Join(plain, "none"), "", fault.NotFound, "does not exist"},
		"rev without git":    {plain, "HEAD", fault.Invalid, "leave --rev out"},
		"rev of plain file":  {filepath.Join(plain, "a.md"), "HEAD", fault.Invalid, "plain file"},
		"unknown rev":        {g.Dir, "nowhere", fault.NotFound, "main"},
		"rev like an option": {g.Dir, "--all", fault.Invalid, "no revision"},
		"device":             {os.DevNull, "", fault.Invalid, "neither"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			_, err := Open(t.Context(), test.path, test.rev)
			if fault.KindOf(err) != test.kind || !strings.Contains(fault.MessageOf(err), test.says) {
				t.Errorf("got %v %v, want %v with %q", fault.KindOf(err), err, test.kind, test.says)
			}
		})
	}
	t.Run("folder not there then", func(t *testing.T) {
		t.Parallel()
		o := mustOpen(t, filepath.Join(g.Dir, "eng"), "HEAD~1")
		if _, err := o.Tree(t.Context()); fault.KindOf(err) != fault.NotFound {
			t.Errorf("Tree = %v, want NotFound", err)
		}
		if tree, err := o.TreeAt(t.Context(), later); len(files(t, tree, err)) != 1 {
			t.Errorf("TreeAt a later commit is empty")
		}
	})
}

func TestRevisionFollowsTheFiles(t *testing.T) {
	t.Parallel()
	g := gittest.New(t)
	head := g.Commit(map[string]string{"a.md": "a"})
	o := mustOpen(t, g.Dir, "")
	if o.Revision() != head {
		t.Errorf("Revision = %q, want HEAD", o.Revision())
	}
	g.Write(map[string]string{"b.md": "b"})
	tree, err := o.Tree(t.Context())
	if got := files(t, tree, err); got["b.md"] != "b" || o.Revision() != "" {
		t.Errorf("got %v at %q, want the new file and no revision", got, o.Revision())
	}
	head = g.Commit(nil)
	if _, err := o.Tree(t.Context()); err != nil || o.Revision() != head {
		t.Errorf("Revision = %q, %v, want the new HEAD", o.Revision(), err)
	}
}

func TestShallowClone(t *testing.T) {
	t.Parallel()
	g := gittest.New(t)
	g.Commit(map[string]string{"a.md": "a"})
	g.Commit(map[string]string{"a.md": "b"})
	dir := filepath.Join(t.TempDir(), "shallow")
	g.Git("clone", "--quiet", "--depth=1", "file://"+g.Dir, dir)
	o := mustOpen(t, dir, "")
	_, err := o.Revisions(t.Context())
	if fault.KindOf(err) != fault.Unavailable || !strings.Contains(fault.MessageOf(err), "--unshallow") {
		t.Errorf("Revisions = %v, want Unavailable with the cure", err)
	}
	tree, err := o.Tree(t.Context())
	if got := files(t, tree, err); got["a.md"] != "b" {
		t.Errorf("files = %v, want them readable all the same", got)
	}
}

func TestLinksDoNotLeadOut(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	write(t, dir, map[string]string{"secret.md": "secret", "ladder/a.md": "a"})
	if err := os.Symlink(filepath.Join(dir, "secret.md"), filepath.Join(dir, "ladder", "out.md")); err != nil {
		t.Fatal(err)
	}
	o := mustOpen(t, filepath.Join(dir, "ladder"), "")
	tree, err := o.Tree(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if data, err := fs.ReadFile(tree, "out.md"); err == nil {
		t.Errorf("read %q through a link that leads out", data)
	}
}

// A checkout in a container without git can still be read; what needs its
// history says why there is none.
func TestWithoutTheProgram(t *testing.T) {
	g := gittest.New(t)
	g.Commit(map[string]string{"a.md": "a"})
	t.Setenv("PATH", t.TempDir())
	o := mustOpen(t, g.Dir, "")
	tree, err := o.Tree(t.Context())
	if got := files(t, tree, err); got["a.md"] != "a" {
		t.Errorf("files = %v", got)
	}
	for name, err := range map[string]error{"Revisions": second(o.Revisions(t.Context())), "Resolve": second(o.Resolve(t.Context(), "HEAD"))} {
		if fault.KindOf(err) != fault.Unavailable || !strings.Contains(fault.MessageOf(err), "install Git") {
			t.Errorf("%s = %v, want Unavailable with the cure", name, err)
		}
	}
	if _, err := Open(t.Context(), g.Dir, "HEAD"); fault.KindOf(err) != fault.Unavailable {
		t.Errorf("Open at a revision = %v, want Unavailable", err)
	}
}

func second[T any](_ T, err error) error { return err }

func TestHistoryOfPlainFolder(t *testing.T) {
	t.Parallel()
	o := mustOpen(t, t.TempDir(), "")
	if _, err := o.TreeAt(context.Background(), strings.Repeat("0", 40)); fault.KindOf(err) != fault.Invalid {
		t.Errorf("TreeAt = %v, want Invalid", err)
	}
}

func TestKey(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	seen := map[string]string{}
	for _, name := range []string{"Our Ladders", "our-ladders", "職務", strings.Repeat("long ", 30)} {
		path := filepath.Join(dir, name)
		write(t, path, map[string]string{"a.md": "a"})
		key := mustOpen(t, path, "").Key()
		if !regexp.MustCompile(`^[a-z0-9-]{12,60}$`).MatchString(key) {
			t.Errorf("Key of %q = %q, want plain characters", name, key)
		}
		if other, ok := seen[key]; ok {
			t.Errorf("%q and %q share the key %q", name, other, key)
		}
		seen[key] = name
		link := filepath.Join(t.TempDir(), "link")
		if err := os.Symlink(path, link); err != nil {
			t.Fatal(err)
		}
		if got := mustOpen(t, link, "").Key(); got != key {
			t.Errorf("Key through a link = %q, want %q", got, key)
		}
	}
}

func TestPickIsAFileSystem(t *testing.T) {
	t.Parallel()
	all := fstest.MapFS{"a.md": {Data: []byte("a")}, "b/c.md": {Data: []byte("c")}, "b/d.md": {Data: []byte("d")}, "e/f.md": {Data: []byte("f")}}
	tree := pick(all, []string{"a.md", "b/c.md", "gone.md", "../out"})
	if err := fstest.TestFS(tree, "a.md", "b/c.md"); err != nil {
		t.Error(err)
	}
	if diff := cmp.Diff(map[string]string{"a.md": "a", "b/c.md": "c"}, files(t, tree, nil)); diff != "" {
		t.Errorf("files (-want +got):\n%s", diff)
	}
	if _, err := fs.ReadFile(tree, "b/d.md"); err == nil {
		t.Error("read a file that was not picked")
	}
}

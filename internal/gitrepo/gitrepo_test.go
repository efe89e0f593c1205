package gitrepo

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"rung/internal/fault"
	"rung/internal/gitrepo/gittest"
)

func mustOpen(t testing.TB, path string) *Repo {
	t.Helper()
	r, err := Open(t.Context(), path)
	if err != nil {
		t.Fatalf("Open: %v", err)
	}
	t.Cleanup(func() {
		if err := r.Close(); err != nil {
			t.Errorf("Close: %v", err)
		}
	})
	return r
}

func mustRead(t testing.TB, r *Repo, rev string) map[string]string {
	t.Helper()
	id, err := r.Resolve(t.Context(), rev)
	if err != nil {
		t.Fatalf("Resolve(%q): %v", rev, err)
	}
	tree, err := r.Tree(t.Context(), id)
	if err != nil {
		t.Fatalf("Tree: %v", err)
	}
	return readAll(t, tree)
}

func readAll(t testing.TB, tree fs.FS) map[string]string {
	t.Helper()
	got := map[string]string{}
	err := fs.WalkDir(tree, ".", func(path string, d fs.DirEntry, err error) error {
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

func TestOpenForms(t *testing.T) {
	t.Parallel()
	g := gittest.New(t)
	files := map[string]string{"README.md": "# All\n", "eng/l1.md": "# L1\n", "eng/l2.md": "# L2\n"}
	g.Commit(files)
	below := map[string]string{"l1.md": "# L1\n", "l2.md": "# L2\n"}
	dir := t.TempDir()
	bare, bundle, linked := filepath.Join(dir, "bare.git"), filepath.Join(dir, "x.bundle"), filepath.Join(dir, "linked")
	g.Git("clone", "--quiet", "--bare", g.Dir, bare)
	g.Git("bundle", "create", "--quiet", bundle, "--all")
	g.Git("worktree", "add", "--quiet", linked)
	tests := map[string]struct {
		path   string
		kind   Kind
		prefix string
		want   map[string]string
	}{
		"work tree":           {g.Dir, WorkTree, "", files},
		"folder in work tree": {filepath.Join(g.Dir, "eng"), WorkTree, "eng", below},
		"linked work tree":    {filepath.Join(linked, "eng"), WorkTree, "eng", below},
		"git folder":          {filepath.Join(g.Dir, ".git"), Bare, "", files},
		"bare":                {bare, Bare, "", files},
		"bundle":              {bundle, Bundle, "", files},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			r := mustOpen(t, test.path)
			if r.Kind() != test.kind || r.Prefix() != test.prefix || r.Shallow() {
				t.Errorf("got %v %q shallow=%v, want %v %q", r.Kind(), r.Prefix(), r.Shallow(), test.kind, test.prefix)
			}
			if diff := cmp.Diff(test.want, mustRead(t, r, "")); diff != "" {
				t.Errorf("files (-want +got):\n%s", diff)
			}
		})
	}
}

func TestOpenRefuses(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	broken := filepath.Join(dir, "broken.bundle")
	if err := os.WriteFile(broken, []byte("# v2 git bundle\nnonsense\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	g := gittest.New(t)
	first := g.Commit(map[string]string{"a.md": "a"})
	g.Commit(map[string]string{"a.md": "b"})
	part := filepath.Join(dir, "part.bundle")
	g.Git("bundle", "create", "--quiet", part, first+"..main")
	tests := map[string]struct {
		path string
		kind fault.Kind
		says string
	}{
		"nothing there":  {filepath.Join(dir, "none"), fault.NotFound, "does not exist"},
		"plain folder":   {dir, fault.NotFound, "not in a Git repository"},
		"broken bundle":  {broken, fault.Invalid, "git bundle verify"},
		"partial bundle": {part, fault.Invalid, "--all"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			_, err := Open(t.Context(), test.path)
			if fault.KindOf(err) != test.kind || !strings.Contains(fault.MessageOf(err), test.says) {
				t.Errorf("got %v %v, want %v with %q", fault.KindOf(err), err, test.kind, test.says)
			}
		})
	}
}

func TestBundleWithoutHead(t *testing.T) {
	t.Parallel()
	g := gittest.New(t)
	g.Commit(map[string]string{"a.md": "a"})
	g.Git("branch", "-m", "ladder")
	bundle := filepath.Join(t.TempDir(), "x.bundle")
	g.Git("bundle", "create", "--quiet", bundle, "ladder")
	r := mustOpen(t, bundle)
	if got := mustRead(t, r, ""); got["a.md"] != "a" {
		t.Errorf("got %v, want the only branch", got)
	}
}

func TestCloseRemovesBundle(t *testing.T) {
	t.Parallel()
	g := gittest.New(t)
	g.Commit(map[string]string{"a.md": "a"})
	bundle := filepath.Join(t.TempDir(), "x.bundle")
	g.Git("bundle", "create", "--quiet", bundle, "HEAD", "main")
	r, err := Open(t.Context(), bundle)
	if err != nil {
		t.Fatal(err)
	}
	id, err := r.Resolve(t.Context(), "main")
	if err != nil {
		t.Fatal(err)
	}
	if err := r.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(r.temp); !os.IsNotExist(err) {
		t.Errorf("Stat(temp) = %v, want it to be gone", err)
	}
	if _, err := r.Tree(t.Context(), id); fault.KindOf(err) != fault.Unavailable {
		t.Errorf("Tree after Close = %v, want Unavailable", err)
	}
}

func TestMissingProgram(t *testing.T) {
	g := gittest.New(t)
	g.Commit(map[string]string{"a.md": "a"})
	t.Setenv("PATH", t.TempDir())
	_, err := Open(t.Context(), g.Dir)
	if fault.KindOf(err) != fault.Unavailable || !strings.Contains(fault.MessageOf(err), "install Git") {
		t.Errorf("got %v, want Unavailable with the cure", err)
	}
}

// In a hook, Git names the repository it works on in the environment; the
// path that was asked for must win.
func TestIgnoresHookEnvironment(t *testing.T) {
	other, g := gittest.New(t), gittest.New(t)
	other.Commit(map[string]string{"other.md": "x"})
	g.Commit(map[string]string{"a.md": "a"})
	t.Setenv("GIT_DIR", filepath.Join(other.Dir, ".git"))
	t.Setenv("GIT_INDEX_FILE", filepath.Join(other.Dir, ".git", "index"))
	r := mustOpen(t, g.Dir)
	if diff := cmp.Diff(map[string]string{"a.md": "a"}, mustRead(t, r, "HEAD")); diff != "" {
		t.Errorf("files (-want +got):\n%s", diff)
	}
}

// A repository from elsewhere may name programs in its configuration; none of
// them may run.
func TestRunsNothingOfTheRepository(t *testing.T) {
	t.Parallel()
	g := gittest.New(t)
	g.Commit(map[string]string{"a.md": "a\n", ".gitattributes": "*.md filter=evil diff=evil\n"})
	mark := filepath.Join(t.TempDir(), "ran")
	script := filepath.Join(t.TempDir(), "evil.sh")
	if err := os.WriteFile(script, []byte("#!/bin/sh\necho x >"+mark+"\ncat\n"), 0o755); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{
		"core.fsmonitor", "core.pager", "core.sshCommand", "filter.evil.clean", "filter.evil.smudge", "filter.evil.process",
		"diff.evil.textconv", "diff.evil.command", "diff.external", "gpg.program", "core.alternateRefsCommand", "filter.a=b.clean",
	} {
		g.Git("config", name, script)
	}
	g.Git("config", "log.showSignature", "true")
	g.Git("config", "remote.origin.url", "ext::sh "+script)
	g.Git("config", "remote.origin.promisor", "true")
	g.Git("config", "extensions.partialClone", "origin")
	r := mustOpen(t, g.Dir)
	mustRead(t, r, "HEAD")
	if _, err := r.FirstParent(t.Context(), "HEAD"); err != nil {
		t.Fatal(err)
	}
	g.Write(map[string]string{"a.md": "b\n"})
	if dirty, err := r.Dirty(t.Context()); err != nil || !dirty {
		t.Errorf("Dirty = %v, %v, want true", dirty, err)
	}
	// An object that is not there makes Git ask the promised remote.
	if _, err := r.Tree(t.Context(), strings.Repeat("1", 40)); err == nil {
		t.Error("Tree of a missing commit succeeded")
	}
	if _, err := os.Stat(mark); !os.IsNotExist(err) {
		t.Errorf("a program of the repository ran: %v", err)
	}
}

func TestCancelledRead(t *testing.T) {
	t.Parallel()
	g := gittest.New(t)
	id := g.Commit(map[string]string{"a.md": "a", "b.txt": "b"})
	r := mustOpen(t, g.Dir)
	ctx, cancel := context.WithCancel(t.Context())
	tree, err := r.Tree(ctx, id)
	if err != nil {
		t.Fatal(err)
	}
	cancel()
	if _, err := fs.ReadFile(tree, "a.md"); err == nil {
		t.Error("ReadFile after cancel succeeded")
	}
	if got := mustRead(t, r, id); got["b.txt"] != "b" {
		t.Errorf("the next request got %v, want it to work", got)
	}
}

func TestLongLivedProgramIsReplaced(t *testing.T) {
	t.Parallel()
	g := gittest.New(t)
	first := g.Commit(map[string]string{"a.md": "a"})
	second := g.Commit(map[string]string{"a.md": "b"})
	r := mustOpen(t, g.Dir)
	mustRead(t, r, first)
	r.blobs.p.kill()
	if _, err := r.Tree(t.Context(), second); fault.KindOf(err) != fault.Unavailable {
		t.Errorf("Tree on a dead program = %v, want Unavailable", err)
	}
	if got := mustRead(t, r, second); got["a.md"] != "b" {
		t.Errorf("got %v, want a fresh program", got)
	}
}

func TestCorpusBundle(t *testing.T) {
	t.Parallel()
	const path = "../../../shared/corpus/octopus-people.bundle"
	if _, err := os.Stat(path); err != nil {
		t.Skip("the corpus is not here")
	}
	r := mustOpen(t, path)
	begin := time.Now()
	commits, err := r.FirstParent(t.Context(), "HEAD")
	if err != nil {
		t.Fatal(err)
	}
	files := 0
	for _, c := range commits {
		tree, err := r.Tree(t.Context(), c.ID)
		if err != nil {
			t.Fatal(err)
		}
		files += len(readAll(t, tree))
	}
	t.Logf("%d commits, %d files in %v", len(commits), files, time.Since(begin))
	if len(commits) != 93 || files == 0 {
		t.Errorf("got %d commits with %d files, want 93", len(commits), files)
	}
}

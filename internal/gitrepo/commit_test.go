package gitrepo

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"rung/internal/fault"
	"rung/internal/gitrepo/gittest"
)

func TestResolve(t *testing.T) {
	t.Parallel()
	g := gittest.New(t)
	first := g.Commit(map[string]string{"a.md": "a"})
	g.Git("tag", "-a", "v1.0", "-m", "first")
	second := g.Commit(map[string]string{"a.md": "b"})
	g.Git("branch", "feature/areas")
	r := mustOpen(t, g.Dir)
	for rev, want := range map[string]string{
		"": second, "HEAD": second, "HEAD~1": first, "v1.0": first, "main": second, first[:8]: first, "feature/areas": second,
	} {
		if got, err := r.Resolve(t.Context(), rev); err != nil || got != want {
			t.Errorf("Resolve(%q) = %q, %v, want %q", rev, got, err, want)
		}
	}
}

func TestResolveRefuses(t *testing.T) {
	t.Parallel()
	g := gittest.New(t)
	g.Commit(map[string]string{"a.md": "a"})
	g.Git("tag", "v1.0")
	r := mustOpen(t, g.Dir)
	tests := []struct {
		rev  string
		kind fault.Kind
		says string
	}{
		{"v1.1", fault.NotFound, "try v1.0, main"},
		{"HEAD:a.md", fault.NotFound, "no revision"},
		{"--all", fault.Invalid, "no revision"},
		{"--output=/tmp/x", fault.Invalid, "no revision"},
		{"a\nb", fault.Invalid, "no revision"},
		{strings.Repeat("x", maxRevision+1), fault.Invalid, "no revision"},
	}
	for _, test := range tests {
		_, err := r.Resolve(t.Context(), test.rev)
		if fault.KindOf(err) != test.kind || !strings.Contains(fault.MessageOf(err), test.says) {
			t.Errorf("Resolve(%.20q) = %v %v, want %v with %q", test.rev, fault.KindOf(err), err, test.kind, test.says)
		}
	}
}

func TestNoCommitYet(t *testing.T) {
	t.Parallel()
	g := gittest.New(t)
	r := mustOpen(t, g.Dir)
	if _, err := r.Resolve(t.Context(), ""); fault.KindOf(err) != fault.NotFound {
		t.Errorf("Resolve in an empty repository = %v, want NotFound", err)
	}
	if dirty, err := r.Dirty(t.Context()); err != nil || !dirty {
		t.Errorf("Dirty = %v, %v, want true: nothing is committed", dirty, err)
	}
}

func TestFirstParent(t *testing.T) {
	t.Parallel()
	g := gittest.New(t)
	first := g.Commit(map[string]string{"a.md": "a"})
	g.Git("checkout", "--quiet", "-b", "side")
	side := g.Commit(map[string]string{"b.md": "b"})
	g.Git("checkout", "--quiet", "main")
	second := g.Commit(map[string]string{"c.md": "c"})
	g.Git("merge", "--quiet", "--no-ff", "-m", "merge side", "side")
	merge := g.Git("rev-parse", "HEAD")
	r := mustOpen(t, g.Dir)
	got, err := r.FirstParent(t.Context(), "main")
	if err != nil {
		t.Fatal(err)
	}
	var ids []string
	for _, c := range got {
		ids = append(ids, c.ID)
	}
	if diff := cmp.Diff([]string{first, second, merge}, ids); diff != "" {
		t.Fatalf("commits (-want +got):\n%s", diff)
	}
	want := Commit{
		ID: first, Tree: g.Git("rev-parse", first+"^{tree}"), Time: time.Date(2024, 1, 1, 13, 0, 0, 0, time.UTC),
		Author: "Ada", Subject: "change 1",
	}
	if diff := cmp.Diff(want, got[0]); diff != "" {
		t.Errorf("first commit (-want +got):\n%s", diff)
	}
	if base, err := r.MergeBase(t.Context(), second, side); err != nil || base != first {
		t.Errorf("MergeBase = %q, %v, want %q", base, err, first)
	}
}

func TestMergeBaseOfStrangers(t *testing.T) {
	t.Parallel()
	g := gittest.New(t)
	a := g.Commit(map[string]string{"a.md": "a"})
	g.Git("checkout", "--quiet", "--orphan", "other")
	b := g.Commit(map[string]string{"b.md": "b"})
	r := mustOpen(t, g.Dir)
	if _, err := r.MergeBase(t.Context(), a, b); fault.KindOf(err) != fault.NotFound {
		t.Errorf("MergeBase = %v, want NotFound", err)
	}
}

func TestShallow(t *testing.T) {
	t.Parallel()
	g := gittest.New(t)
	g.Commit(map[string]string{"a.md": "a"})
	g.Commit(map[string]string{"a.md": "b"})
	dir := filepath.Join(t.TempDir(), "shallow")
	g.Git("clone", "--quiet", "--depth=1", "file://"+g.Dir, dir)
	r := mustOpen(t, dir)
	if !r.Shallow() {
		t.Error("Shallow = false, want true")
	}
	_, err := r.Resolve(t.Context(), "HEAD~1")
	if !strings.Contains(fault.MessageOf(err), "--unshallow") {
		t.Errorf("Resolve(HEAD~1) = %v, want the cure", err)
	}
}

func FuzzParseCommits(f *testing.F) {
	id := strings.Repeat("a", 40)
	f.Add([]byte("commit " + id + "\n" + id + "\x0012\x00Ada\x00subject\n"))
	f.Add([]byte("commit " + id + "\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		commits, err := parseCommits(data)
		for _, c := range commits {
			if err != nil || !isID(c.ID) || !isID(c.Tree) {
				t.Errorf("parseCommits gave %+v with %v", c, err)
			}
		}
	})
}

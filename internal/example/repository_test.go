package example

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

var asOf = time.Date(2031, 5, 6, 23, 30, 0, 0, time.FixedZone("ahead", 2*60*60))

func gitOutput(t *testing.T, dir string, args ...string) string {
	t.Helper()
	cmd := exec.Command("git", append([]string{"-C", dir, "-c", "safe.directory=*"}, args...)...)
	cmd.Env = gitEnvironment(os.Environ())
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("git %v: %v", args, err)
	}
	return string(out)
}

func written(t *testing.T, at time.Time) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "ladder.git")
	if err := WriteRepository(context.Background(), dir, at); err != nil {
		t.Fatal(err)
	}
	return dir
}

func TestWriteRepositoryIsDeterministic(t *testing.T) {
	t.Parallel()
	first := gitOutput(t, written(t, asOf), "rev-parse", "main")
	sameDay := gitOutput(t, written(t, asOf.Add(-20*time.Hour)), "rev-parse", "main")
	nextDay := gitOutput(t, written(t, asOf.Add(24*time.Hour)), "rev-parse", "main")
	if first != sameDay {
		t.Errorf("two runs of one day differ: %s and %s", first, sameDay)
	}
	if first == nextDay {
		t.Errorf("two days give the same commit %s", first)
	}
}

func TestWriteRepositoryHoldsTheRevisions(t *testing.T) {
	t.Parallel()
	dir, revisions := written(t, asOf), mustRevisions(t)
	commits := strings.Split(strings.TrimSpace(gitOutput(t, dir, "log", "--reverse", "--format=%an|%ae|%at|%s", "main")), "\n")
	if len(commits) != len(revisions) {
		t.Fatalf("got %d commits, want %d", len(commits), len(revisions))
	}
	midnight := time.Date(2031, 5, 6, 0, 0, 0, 0, time.UTC)
	for i, revision := range revisions {
		got := strings.SplitN(commits[i], "|", 4)
		if diff := cmp.Diff([]string{revision.Author, revision.Email, revision.subject()}, []string{got[0], got[1], got[3]}); diff != "" {
			t.Errorf("commit %d (-want +got):\n%s", i+1, diff)
		}
		seconds, err := strconv.ParseInt(got[2], 10, 64)
		if err != nil {
			t.Fatal(err)
		}
		day := midnight.AddDate(0, 0, -revision.Day).Format(time.DateOnly)
		if at := time.Unix(seconds, 0).UTC().Format(time.DateOnly); at != day {
			t.Errorf("commit %d: made on %s, want %s", i+1, at, day)
		}
	}
	tip := revisions[len(revisions)-1]
	names := strings.Fields(gitOutput(t, dir, "ls-tree", "-r", "--name-only", "main"))
	if len(names) != len(tip.Files) {
		t.Errorf("the tip has %d files, want %d", len(names), len(tip.Files))
	}
	for _, name := range names {
		if diff := cmp.Diff(string(tip.Files[name]), gitOutput(t, dir, "show", "main:"+name)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

func TestWriteRepositoryIgnoresTheUser(t *testing.T) {
	t.Parallel()
	got := gitEnvironment([]string{"HOME=/h", "GIT_DIR=/elsewhere", "GIT_AUTHOR_NAME=Somebody"})
	want := []string{"HOME=/h", "GIT_CONFIG_NOSYSTEM=1", "GIT_CONFIG_GLOBAL=" + os.DevNull, "GIT_TERMINAL_PROMPT=0"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("environment (-want +got):\n%s", diff)
	}
}

func TestWriteRepositoryKeepsWhatIsThere(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "mine.txt"), []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	err := WriteRepository(context.Background(), dir, asOf)
	if err == nil || !strings.Contains(err.Error(), "is not empty: name a new folder") {
		t.Errorf("got error %v, want a refusal", err)
	}
}

func TestWriteRepositoryStopsWithItsContext(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := WriteRepository(ctx, filepath.Join(t.TempDir(), "x.git"), asOf); err == nil {
		t.Error("got no error, want one")
	}
}

package cli

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

var update = flag.Bool("update", false, "rewrite what the scripts expect with what they got")

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"rung":   func() { os.Exit(Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr, os.Environ())) },
		"sameid": sameID,
		"said":   said,
	})
}

// TestScripts runs testdata/*.txtar. Each has folders of its own for data and
// configuration, and a git that knows neither the user nor the clock.
func TestScripts(t *testing.T) {
	t.Parallel()
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata",
		UpdateScripts:       *update,
		RequireUniqueNames:  true,
		RequireExplicitExec: true,
		Cmds:                map[string]func(*testscript.TestScript, bool, []string){"status": status, "pipeline": runPipeline},
		Setup: func(e *testscript.Env) error {
			e.Setenv("HOME", e.WorkDir)
			e.Setenv("XDG_DATA_HOME", filepath.Join(e.WorkDir, "data"))
			e.Setenv("XDG_CONFIG_HOME", filepath.Join(e.WorkDir, "config"))
			e.Setenv("XDG_CACHE_HOME", filepath.Join(e.WorkDir, "cache"))
			e.Vars = append(e.Vars, gitEnv()...)
			return nil
		},
	})
}

// status runs a command and demands its exit status: status 3 rung check nowhere.
func status(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: status N command args...")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	if err := ts.Exec(args[1], args[2:]...); err != nil {
		var exit *exec.ExitError
		if !errors.As(err, &exit) {
			ts.Fatalf("run %s: %v", args[1], err)
		}
		got = exit.ExitCode()
	}
	if got != want {
		ts.Fatalf("%s exits with %d, want %d", strings.Join(args[1:], " "), got, want)
	}
}

// sameID is a command of the scripts: it demands that two exported tables have
// the same statements by id, whatever their words and order.
func sameID() {
	var lists [2][]string
	for i := range lists {
		text, err := os.ReadFile(os.Args[i+1])
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		lists[i] = slices.Sorted(slices.Values(statementIDs.FindAllString(string(text), -1)))
	}
	if len(lists[0]) == 0 || !slices.Equal(lists[0], lists[1]) {
		fmt.Fprintf(os.Stderr, "statements differ: %q and %q\n", lists[0], lists[1])
		os.Exit(1)
	}
}

var statementIDs = regexp.MustCompile(`\bs-[a-z2-7]+\b`)

func gitEnv() []string {
	const who, when = "Ada Example", "2025-01-01T12:00:00Z"
	return []string{
		"GIT_CONFIG_NOSYSTEM=1", "GIT_CONFIG_GLOBAL=" + os.DevNull, "GIT_CEILING_DIRECTORIES=" + os.TempDir(),
		"GIT_AUTHOR_NAME=" + who, "GIT_AUTHOR_EMAIL=ada@example.org", "GIT_AUTHOR_DATE=" + when,
		"GIT_COMMITTER_NAME=" + who, "GIT_COMMITTER_EMAIL=ada@example.org", "GIT_COMMITTER_DATE=" + when,
	}
}

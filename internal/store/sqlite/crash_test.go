package sqlite_test

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"

	"rung/internal/store"
	"rung/internal/store/sqlite"
)

// crashPath is the environment variable that makes this test's process the one
// that writes to the named database until it is killed.
const crashPath = "RUNG_TEST_CRASH_PATH"

// A process that is killed while it writes loses nothing that it was told is
// kept, and leaves nothing by halves.
func TestCrash(t *testing.T) {
	if path := os.Getenv(crashPath); path != "" {
		writeUntilKilled(t, path)
		return
	}
	t.Parallel()
	path := newPath(t)
	for round := range 3 {
		kept := killedWriter(t, path)
		s := open(t, sqlite.Config{Path: path})
		for _, name := range kept {
			if a, b := setting(t, s, name+"a"), setting(t, s, name+"b"); a != "kept" || b != "kept" {
				t.Errorf("round %d: %s was acknowledged, got %q and %q", round, name, a, b)
			}
		}
		if len(kept) < acknowledged {
			t.Errorf("round %d: %d were acknowledged, want %d or more", round, len(kept), acknowledged)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		if err := s.Check(t.Context()); err != nil {
			t.Errorf("round %d: %v", round, err)
		}
	}
}

// acknowledged is how many updates a process has made when it is killed.
const acknowledged = 500

// killedWriter lets another process write and kills it. It returns what that
// said was kept.
func killedWriter(t *testing.T, path string) []string {
	t.Helper()
	cmd := exec.Command(os.Args[0], "-test.run=^TestCrash$", "-test.v")
	cmd.Env = append(os.Environ(), crashPath+"="+path)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	var kept []string
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		if name, ok := strings.CutPrefix(lines.Text(), "kept "); ok && strings.HasSuffix(name, ".") {
			kept = append(kept, strings.TrimSuffix(name, "."))
		}
		if len(kept) == acknowledged {
			if err := cmd.Process.Kill(); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := cmd.Wait(); err == nil {
		t.Error("the process ended by itself, want it killed")
	}
	return kept
}

func writeUntilKilled(t *testing.T, path string) {
	s, err := sqlite.Open(t.Context(), sqlite.Config{Path: path})
	if err != nil {
		t.Fatal(err)
	}
	var wg sync.WaitGroup
	for writer := range 8 {
		wg.Go(func() {
			for i := range 1_000_000 {
				name := fmt.Sprintf("%d-%d-%d", os.Getpid(), writer, i)
				if err := s.Update(t.Context(), func(tx store.Tx) error {
					if err := tx.PutSetting(t.Context(), name+"a", "kept"); err != nil {
						return err
					}
					return tx.PutSetting(t.Context(), name+"b", "kept")
				}); err != nil {
					t.Error(err)
					return
				}
				fmt.Printf("kept %s.\n", name)
			}
		})
	}
	wg.Wait()
}

package cli

import (
	"path/filepath"
	"strings"
	"testing"

	"rung/internal/fault"
)

func TestLockDatabaseIsForOne(t *testing.T) {
	t.Parallel()
	name := filepath.Join(t.TempDir(), "a.db")
	first, err := lockDatabase(name, "stop it")
	if err != nil {
		t.Fatal(err)
	}
	_, err = lockDatabase(name, "stop it")
	if got, want := fault.KindOf(err), fault.Conflict; got != want {
		t.Errorf("second lock: got %v (%v), want %v", got, err, want)
	}
	if err != nil && !strings.Contains(fault.MessageOf(err), "stop it") {
		t.Errorf("second lock: %q does not tell the cure", fault.MessageOf(err))
	}
	first.release()
	again, err := lockDatabase(name, "stop it")
	if err != nil {
		t.Fatalf("lock after release: %v", err)
	}
	again.release()
}

package cli

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestBackupAndRestore(t *testing.T) {
	t.Parallel()
	h := newHome(t)
	ladder, copied := h.ladder(), filepath.Join(h.dir, "copy.db")
	server, base := h.serve(ladder)
	b := admin(t, server, base)
	h.signIn(b)
	h.do(exitClean, "log", "Before the copy")

	// Beside a running server.
	if out, _ := h.do(exitClean, "backup", "-C", ladder, copied); !strings.HasPrefix(out, "Backed up ") {
		t.Errorf("backup prints %q", out)
	}
	if info, err := os.Stat(copied); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("the copy: mode %v (%v), want the user's alone", info.Mode(), err)
	}
	if _, said := h.do(exitFailure, "backup", "-C", ladder, copied); !strings.Contains(said, "is there already") {
		t.Errorf("a second backup to one file says %q", said)
	}
	h.do(exitClean, "log", "After the copy")
	if _, said := h.do(exitFailure, "restore", "-C", ladder, copied); !strings.Contains(said, "stop it first") {
		t.Errorf("restore beside a server says %q", said)
	}
	server.end()

	// What is no backup replaces nothing.
	h.write(filepath.Join(h.dir, "junk.db"), strings.Repeat("not a database ", 100))
	h.do(exitUsage, "restore", "-C", ladder, filepath.Join(h.dir, "junk.db"))
	h.do(exitFailure, "restore", "-C", ladder, filepath.Join(h.dir, "nothing.db"))
	if kept := h.kept(); len(kept) > 0 {
		t.Errorf("refused restores left %v", kept)
	}

	out, _ := h.do(exitClean, "restore", "-C", ladder, copied)
	if !strings.Contains(out, "What was there is kept in ") || len(h.kept()) != 1 {
		t.Errorf("restore prints %q and keeps %v, want the old database kept", out, h.kept())
	}
	again := h.start("", "serve", ladder, "--addr", strings.TrimPrefix(base, "http://"))
	again.await("rung serves")
	client, err := h.client(base)
	if err != nil {
		t.Fatal(err)
	}
	if got := evidenceOf(t, client); len(got) != 1 || got[0].Text != "Before the copy" {
		t.Errorf("restored, the server has %+v, want what was there before the copy", got)
	}
}

// kept returns the databases that restores have kept.
func (h home) kept() []string {
	files, err := filepath.Glob(filepath.Join(h.dir, ".local/share/rung/*.before-*"))
	if err != nil {
		h.t.Fatal(err)
	}
	return files
}

func TestBackupNeedsADatabase(t *testing.T) {
	t.Parallel()
	h := newHome(t)
	ladder := h.ladder()
	for _, c := range []struct {
		args   []string
		status int
		says   string
	}{
		{[]string{"backup", "-C", ladder, filepath.Join(h.dir, "x.db")}, exitFailure, "there is no database"},
		{[]string{"backup", "-C", filepath.Join(h.dir, "nowhere"), "x.db"}, exitFailure, "does not exist"},
		{[]string{"backup", "--db", "postgres://localhost/rung", "x.db"}, exitUsage, "pg_dump"},
		{[]string{"restore", "--db", "postgres://localhost/rung", "x.db"}, exitUsage, "pg_dump"},
	} {
		_, said := h.do(c.status, c.args...)
		if !strings.Contains(said, c.says) {
			t.Errorf("%v says %q, want %q", c.args, said, c.says)
		}
	}
}

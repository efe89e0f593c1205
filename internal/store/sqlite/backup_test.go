package sqlite_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"rung/internal/fault"
	"rung/internal/growth"
	"rung/internal/store"
	"rung/internal/store/sqlite"
)

// Every update adds two teams; a copy made while they go on has both of each
// or neither, and all that were kept before it began.
func TestBackupWhileWriting(t *testing.T) {
	t.Parallel()
	s := open(t, sqlite.Config{Path: newPath(t)})
	ctx, stop := context.WithCancel(t.Context())
	begun := make(chan struct{})
	var wg sync.WaitGroup
	wg.Go(func() {
		for i := 0; ctx.Err() == nil; i++ {
			addPair(t, s, i)
			if i == 50 {
				close(begun)
			}
		}
	})
	<-begun
	for i := range 5 {
		before := len(teams(t, s))
		path := newPath(t)
		if err := s.Backup(t.Context(), path); err != nil {
			t.Fatal(err)
		}
		if info, err := os.Stat(path); err != nil || info.Mode().Perm()&0o077 != 0 {
			t.Errorf("the copy: mode %v, error %v, want that its owner alone reads it", info.Mode(), err)
		}
		got := teams(t, open(t, sqlite.Config{Path: path}))
		if len(got) < before || len(got)%2 != 0 {
			t.Errorf("copy %d has %d teams, want an even number from %d", i, len(got), before)
		}
		onlyFiles(t, filepath.Dir(path), "rung.db", "rung.db.lock", "rung.db-wal", "rung.db-shm")
	}
	stop()
	wg.Wait()
}

func addPair(t *testing.T, s store.Store, i int) {
	t.Helper()
	if err := s.Update(t.Context(), func(tx store.Tx) error {
		for _, side := range []string{"a", "b"} {
			name := fmt.Sprintf("%06d%s", i, side)
			if err := tx.AddTeam(t.Context(), growth.Team{ID: growth.TeamID(name), Name: name}); err != nil {
				return err
			}
		}
		return nil
	}); err != nil {
		t.Error(err)
	}
}

func onlyFiles(t *testing.T, dir string, names ...string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if !strings.Contains(" "+strings.Join(names, " ")+" ", " "+e.Name()+" ") {
			t.Errorf("%s was left behind", e.Name())
		}
	}
}

func TestBackupRefused(t *testing.T) {
	t.Parallel()
	s := open(t, sqlite.Config{Path: newPath(t)})
	path := newPath(t)
	write(t, path, "something dear")
	if err := s.Backup(t.Context(), path); fault.KindOf(err) != fault.Conflict {
		t.Errorf("Backup to a file that is there: got error %v, want a conflict", err)
	}
	if got := read(t, path); got != "something dear" {
		t.Errorf("Backup to a file that is there changed it to %q", got)
	}
	if err := s.Backup(t.Context(), filepath.Join(t.TempDir(), "no", "folder")); fault.KindOf(err) != fault.Invalid {
		t.Errorf("Backup to a folder that is not there: got error %v, want one of kind invalid", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	path = newPath(t)
	if err := s.Backup(ctx, path); err == nil {
		t.Error("Backup that is cancelled: got no error")
	}
	onlyFiles(t, filepath.Dir(path))
}

func TestRestore(t *testing.T) {
	t.Parallel()
	path, copied := newPath(t), newPath(t)
	s := open(t, sqlite.Config{Path: path})
	put(t, s, "name", "at the backup")
	if err := s.Backup(t.Context(), copied); err != nil {
		t.Fatal(err)
	}
	put(t, s, "name", "after it")

	if err := sqlite.Restore(t.Context(), copied, path); fault.KindOf(err) != fault.Unavailable || !strings.Contains(err.Error(), "stop that first") {
		t.Errorf("Restore of an open database: got error %v, want one that says to stop it", err)
	}
	if got := setting(t, s, "name"); got != "after it" {
		t.Errorf("after a refused Restore: got %q, want what was put", got)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if err := sqlite.Restore(t.Context(), copied, path); err != nil {
		t.Fatal(err)
	}
	if got := setting(t, open(t, sqlite.Config{Path: path}), "name"); got != "at the backup" {
		t.Errorf("after Restore: got %q, want what was backed up", got)
	}
	onlyFiles(t, filepath.Dir(path), "rung.db", "rung.db.lock", "rung.db-wal", "rung.db-shm")
}

func TestRestoreWhereThereIsNone(t *testing.T) {
	t.Parallel()
	copied, path := backup(t, "kept"), newPath(t)
	if err := sqlite.Restore(t.Context(), copied, path); err != nil {
		t.Fatal(err)
	}
	if got := setting(t, open(t, sqlite.Config{Path: path}), "name"); got != "kept" {
		t.Errorf("after Restore: got %q, want what was backed up", got)
	}
}

// What a process that was killed left in the journal does not come back into
// what is restored.
func TestRestoreBesideAJournal(t *testing.T) {
	t.Parallel()
	copied, path := backup(t, "from the backup"), newPath(t)
	s := open(t, sqlite.Config{Path: path})
	put(t, s, "name", "from the journal")
	killed := newPath(t)
	for _, suffix := range []string{"", "-wal"} {
		write(t, killed+suffix, read(t, path+suffix))
	}
	if err := sqlite.Restore(t.Context(), copied, killed); err != nil {
		t.Fatal(err)
	}
	if got := setting(t, open(t, sqlite.Config{Path: killed}), "name"); got != "from the backup" {
		t.Errorf("after Restore: got %q, want what was backed up", got)
	}
}

func TestRestoreRefused(t *testing.T) {
	t.Parallel()
	good := backup(t, "kept")
	for _, c := range []struct {
		name string
		from func(t *testing.T) string
		want string
	}{
		{"no file", newFile(func(*testing.T, string) {}), "nothing in it"},
		{"an empty file", newFile(func(t *testing.T, p string) { write(t, p, "") }), "nothing in it"},
		{"text", newFile(func(t *testing.T, p string) { write(t, p, strings.Repeat("text ", 50)) }), "is not a database"},
		{"half of a backup", newFile(func(t *testing.T, p string) { write(t, p, read(t, good)[:20000]) }), "is damaged"},
		{"a damaged backup", newFile(func(t *testing.T, p string) { damage(t, good, p) }), "is damaged"},
		{"a reference to nothing", newFile(func(t *testing.T, p string) {
			write(t, p, read(t, good))
			execSQL(t, p, "INSERT INTO credentials VALUES ('nobody', 'x', 1)")
		}), "is damaged"},
		{"a newer rung's backup", newFile(func(t *testing.T, p string) {
			write(t, p, read(t, good))
			execSQL(t, p, "INSERT INTO rung_migrations (version_id, is_applied) VALUES (9999, 1)")
		}), "newer rung"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			path := newPath(t)
			s := open(t, sqlite.Config{Path: path})
			put(t, s, "name", "old")
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
			err := sqlite.Restore(t.Context(), c.from(t), path)
			if fault.KindOf(err) != fault.Invalid || !strings.Contains(err.Error(), c.want) {
				t.Errorf("Restore: got error %v, want an invalid backup that %q", err, c.want)
			}
			if got := setting(t, open(t, sqlite.Config{Path: path}), "name"); got != "old" {
				t.Errorf("after a refused Restore: got %q, want the old database", got)
			}
		})
	}
	path := newPath(t)
	write(t, path, "somebody's diary, longer than a header would be "+strings.Repeat(".", 100))
	if err := sqlite.Restore(t.Context(), good, path); fault.KindOf(err) != fault.Invalid {
		t.Errorf("Restore over another's file: got error %v, want one of kind invalid", err)
	}
	if err := sqlite.Restore(t.Context(), good, good); fault.KindOf(err) != fault.Invalid {
		t.Errorf("Restore from itself: got error %v, want one of kind invalid", err)
	}
}

func newFile(fill func(*testing.T, string)) func(*testing.T) string {
	return func(t *testing.T) string {
		path := newPath(t)
		fill(t, path)
		return path
	}
}

// backup returns a backup in which "name" has that value.
func backup(t *testing.T, value string) string {
	t.Helper()
	s := open(t, sqlite.Config{Memory: true})
	put(t, s, "name", value)
	path := newPath(t)
	if err := s.Backup(t.Context(), path); err != nil {
		t.Fatal(err)
	}
	return path
}

// damage writes a copy of the file with every fourth page past the first two
// overwritten.
func damage(t *testing.T, from, to string) {
	t.Helper()
	const page = 4096
	b := []byte(read(t, from))
	for at := 2 * page; at+page <= len(b); at += 4 * page {
		copy(b[at:at+page], strings.Repeat("!", page))
	}
	write(t, to, string(b))
}

package sqlite_test

import (
	"context"
	"database/sql"
	"errors"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"

	"rung/internal/fault"
	"rung/internal/growth"
	"rung/internal/store"
	"rung/internal/store/sqlite"
	"rung/internal/store/storetest"
)

func TestMemory(t *testing.T) {
	t.Parallel()
	storetest.Run(t, func(t *testing.T) store.Store { return open(t, sqlite.Config{Memory: true}) })
}

func TestFile(t *testing.T) {
	t.Parallel()
	storetest.Run(t, func(t *testing.T) store.Store { return open(t, sqlite.Config{Path: newPath(t)}) })
}

func TestSealing(t *testing.T) {
	t.Parallel()
	path := newPath(t)
	storetest.RunSealing(t, open(t, sqlite.Config{Path: path}), func(statement string) { execSQL(t, path, statement) })
}

// A name may hold what means something in an address.
func TestOpenAnyName(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "a b?c=d#e%20ä&_pragma=query_only(1).db")
	if runtime.GOOS == "windows" {
		path = filepath.Join(t.TempDir(), "a b#e%20ä&_pragma=query_only(1).db")
	}
	s := open(t, sqlite.Config{Path: path})
	put(t, s, "name", "kept")
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(path); err != nil {
		t.Errorf("the file: %v", err)
	}
	if got := setting(t, open(t, sqlite.Config{Path: path}), "name"); got != "kept" {
		t.Errorf("after reopening: got %q, want what was put", got)
	}
}

func TestOpenMakesPrivateFiles(t *testing.T) {
	t.Parallel()
	if runtime.GOOS == "windows" {
		t.Skip("files have no such modes on Windows")
	}
	path := newPath(t)
	s := open(t, sqlite.Config{Path: path})
	put(t, s, "name", "value")
	for _, suffix := range []string{"", "-wal", "-shm", ".lock"} {
		info, err := os.Stat(path + suffix)
		if err != nil {
			t.Fatal(err)
		}
		if got := info.Mode().Perm(); got != 0o600 {
			t.Errorf("mode of the file%s: got %o, want 600", suffix, got)
		}
	}
}

func TestOpenRefusesOthersFiles(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name string
		make func(t *testing.T, path string)
		want string
	}{
		{"text", func(t *testing.T, path string) { write(t, path, "Dear diary, "+strings.Repeat("no. ", 50)) }, "is not a database"},
		{"a short text", func(t *testing.T, path string) { write(t, path, "no") }, "is not a database"},
		{"half a header", func(t *testing.T, path string) { write(t, path, "SQLite format 3\x00") }, "is not a database"},
		{"another program's database", func(t *testing.T, path string) {
			execSQL(t, path, "CREATE TABLE people (id TEXT)")
		}, "is another program's database"},
		{"a newer rung's database", func(t *testing.T, path string) {
			if err := open(t, sqlite.Config{Path: path}).Close(); err != nil {
				t.Fatal(err)
			}
			execSQL(t, path, "INSERT INTO rung_migrations (version_id, is_applied) VALUES (9999, 1)")
		}, "was made by a newer rung (schema 9999; this one knows"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			path := newPath(t)
			c.make(t, path)
			before := read(t, path)
			s, err := sqlite.Open(t.Context(), sqlite.Config{Path: path})
			if err == nil {
				_ = s.Close() // the test fails in any case
			}
			if fault.KindOf(err) != fault.Invalid || !strings.Contains(err.Error(), c.want) {
				t.Errorf("Open: got error %v, want an invalid file that %q", err, c.want)
			}
			if read(t, path) != before {
				t.Error("Open changed the file")
			}
		})
	}
}

func TestOpenRefusesNoPlace(t *testing.T) {
	t.Parallel()
	for path, want := range map[string]fault.Kind{
		"": fault.Invalid, filepath.Join(t.TempDir(), "no", "such", "folder.db"): fault.Unavailable, t.TempDir(): fault.Unavailable,
	} {
		_, err := sqlite.Open(t.Context(), sqlite.Config{Path: path})
		if err == nil || fault.KindOf(err) != want {
			t.Errorf("Open of %q: got error %v, want one of kind %q", path, err, want)
		}
	}
}

func TestOpenTakesAnEmptyFile(t *testing.T) {
	t.Parallel()
	path := newPath(t)
	write(t, path, "")
	put(t, open(t, sqlite.Config{Path: path}), "name", "value")
}

// Several may open one file at a time, and make it, too; all write to it.
func TestOpenTogether(t *testing.T) {
	t.Parallel()
	path := newPath(t)
	const many = 8
	stores := make([]*sqlite.Store, many)
	var wg sync.WaitGroup
	for i := range stores {
		wg.Go(func() {
			s, err := sqlite.Open(t.Context(), sqlite.Config{Path: path})
			if err != nil {
				t.Errorf("Open: %v", err)
				return
			}
			stores[i] = s
			if err := s.Update(t.Context(), func(tx store.Tx) error {
				return tx.AddTeam(t.Context(), growth.Team{ID: growth.TeamID(rune('a' + i)), Name: string(rune('a' + i))})
			}); err != nil {
				t.Errorf("Update: %v", err)
			}
		})
	}
	wg.Wait()
	for _, s := range stores {
		if s == nil {
			continue
		}
		if got := len(teams(t, s)); got != many {
			t.Errorf("got %d teams, want %d", got, many)
		}
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	}
}

func TestMemoryLeavesNothing(t *testing.T) {
	t.Parallel()
	s := open(t, sqlite.Config{Memory: true})
	put(t, s, "name", "value")
	dir := filepath.Dir(s.Name())
	if info, err := os.Stat(dir); err != nil || info.Mode().Perm()&0o077 != 0 {
		t.Errorf("the folder: mode %v, error %v, want that its owner alone sees into it", info.Mode(), err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(dir); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("after Close: got error %v, want that its folder is gone", err)
	}
}

func newPath(t testing.TB) string { return filepath.Join(t.TempDir(), "rung.db") }

func open(t testing.TB, c sqlite.Config) *sqlite.Store {
	t.Helper()
	s, err := sqlite.Open(t.Context(), c)
	if err != nil {
		t.Fatalf("Open: %v", err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Errorf("Close: %v", err)
		}
	})
	return s
}

// execSQL runs a statement on the file as another program would.
func execSQL(t testing.TB, path, statement string) {
	t.Helper()
	db, err := sql.Open("sqlite", "file:"+(&url.URL{Path: filepath.ToSlash(path)}).EscapedPath()+"?_pragma=busy_timeout(5000)")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.ExecContext(context.WithoutCancel(t.Context()), statement); err != nil {
		t.Fatalf("%s: %v", statement, err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
}

func put(t testing.TB, s store.Store, name, value string) {
	t.Helper()
	if err := s.Update(t.Context(), func(tx store.Tx) error { return tx.PutSetting(t.Context(), name, value) }); err != nil {
		t.Fatalf("put %s: %v", name, err)
	}
}

func setting(t testing.TB, s store.Store, name string) string {
	t.Helper()
	var value string
	if err := s.View(t.Context(), func(tx store.Tx) (err error) {
		value, err = tx.Setting(t.Context(), name)
		return err
	}); err != nil {
		t.Fatalf("read %s: %v", name, err)
	}
	return value
}

func teams(t testing.TB, s store.Store) []growth.Team {
	t.Helper()
	var list []growth.Team
	if err := s.View(t.Context(), func(tx store.Tx) (err error) {
		list, err = tx.ListTeams(t.Context())
		return err
	}); err != nil {
		t.Fatalf("list teams: %v", err)
	}
	return list
}

func write(t testing.TB, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

func read(t testing.TB, path string) string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

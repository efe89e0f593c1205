package postgres_test

import (
	"database/sql"
	"os"
	"strings"
	"testing"

	_ "github.com/jackc/pgx/v5/stdlib"

	"rung/internal/fault"
	"rung/internal/store"
	"rung/internal/store/postgres"
	"rung/internal/store/postgres/pgtest"
	"rung/internal/store/storetest"
)

// cluster is the PostgreSQL of this binary's tests.
var cluster *pgtest.Cluster

func TestMain(m *testing.M) { os.Exit(pgtest.Run(m, &cluster)) }

func TestStore(t *testing.T) {
	t.Parallel()
	storetest.Run(t, func(t *testing.T) store.Store { return open(t, cluster.Database(t)) })
}

func TestSealing(t *testing.T) {
	t.Parallel()
	address := cluster.Database(t)
	storetest.RunSealing(t, open(t, address), func(statement string) { execSQL(t, address, statement) })
}

func TestOpenAgain(t *testing.T) {
	t.Parallel()
	address := cluster.Database(t)
	for _, want := range []string{"", "kept"} {
		s := open(t, address) // beside those that are open
		if err := s.Update(t.Context(), func(tx store.Tx) error {
			got, err := tx.Setting(t.Context(), "name")
			if got != want {
				t.Errorf("got %q, want %q", got, want)
			}
			if err != nil {
				return err
			}
			return tx.PutSetting(t.Context(), "name", "kept")
		}); err != nil {
			t.Fatal(err)
		}
	}
}

// Several servers may make the tables at a time.
func TestOpenTogether(t *testing.T) {
	t.Parallel()
	address := cluster.Database(t)
	done := make(chan error)
	const many = 4
	for range many {
		go func() {
			s, err := postgres.Open(t.Context(), postgres.Config{Address: address})
			if err == nil {
				err = s.Close()
			}
			done <- err
		}()
	}
	for range many {
		if err := <-done; err != nil {
			t.Errorf("Open: %v", err)
		}
	}
}

func TestOpenRefused(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name string
		make func(t *testing.T, address string) string
		kind fault.Kind
		want string
	}{
		{"no address", func(*testing.T, string) string { return "host=x port=no" }, fault.Invalid, "cannot be read"},
		{"nobody there", func(t *testing.T, _ string) string { return "host=" + t.TempDir() + " user=x dbname=x" }, fault.Unavailable, "cannot do this now"},
		{"another program's tables", func(t *testing.T, address string) string {
			execSQL(t, address, "CREATE TABLE people (id TEXT)")
			return address
		}, fault.Invalid, "another program's tables"},
		{"a newer rung's tables", func(t *testing.T, address string) string {
			if err := open(t, address).Close(); err != nil {
				t.Fatal(err)
			}
			execSQL(t, address, "INSERT INTO rung_migrations (version_id, is_applied) VALUES (9999, true)")
			return address
		}, fault.Invalid, "newer rung (schema 9999; this one knows"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			s, err := postgres.Open(t.Context(), postgres.Config{Address: c.make(t, cluster.Database(t))})
			if err == nil {
				_ = s.Close() // the test fails in any case
			}
			if fault.KindOf(err) != c.kind || !strings.Contains(err.Error(), c.want) {
				t.Errorf("Open: got error %v, want one of kind %q that says %q", err, c.kind, c.want)
			}
		})
	}
}

func TestBackup(t *testing.T) {
	t.Parallel()
	err := open(t, cluster.Database(t)).Backup(t.Context(), t.TempDir()+"/copy")
	if fault.KindOf(err) != fault.Unavailable || !strings.Contains(err.Error(), "pg_dump") {
		t.Errorf("Backup: got error %v, want one that names pg_dump", err)
	}
}

func open(t testing.TB, address string) *postgres.Store {
	t.Helper()
	s, err := postgres.Open(t.Context(), postgres.Config{Address: address})
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

// execSQL runs a statement on the database as another program would.
func execSQL(t testing.TB, address, statement string) {
	t.Helper()
	db, err := sql.Open("pgx", address)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.ExecContext(t.Context(), statement); err != nil {
		t.Fatalf("%s: %v", statement, err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
}

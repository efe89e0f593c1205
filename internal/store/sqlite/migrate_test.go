package sqlite

import (
	"context"
	"database/sql"
	"io/fs"
	"path/filepath"
	"testing"
)

// step is a migration, with rows that stood in the schema before it and what
// must be true of them after it. Whoever adds a migration adds a step.
type step struct {
	version int64
	before  []string          // statements on the schema of the version before
	after   map[string]string // queries of one value, and that value
}

func steps() []step {
	return []step{
		{
			version: 1,
			after: map[string]string{
				"SELECT COUNT(*) FROM people": "0",
				"SELECT COUNT(*) FROM sqlite_schema WHERE type = 'table' AND name = 'person_keys'": "1",
				"SELECT COUNT(*) FROM pragma_foreign_key_check":                                    "0",
			},
		},
		{
			version: 2,
			before:  beforeSeen(),
			after: map[string]string{
				"SELECT revision FROM assessments WHERE id = 'old'": "",
				"SELECT COUNT(*) FROM seen":                         "0",
			},
		},
	}
}

// beforeSeen are an assessment and whom it is of, as version 1 held them.
func beforeSeen() []string {
	return []string{
		"INSERT INTO people (id, name, name_key, email, admin, joined_at, version) VALUES ('p', 'P', 'p', '', 0, 1, 1)",
		"INSERT INTO assessments (id, rater_id, subject_id, capacity, role_id, created_at, version) VALUES ('old', 'p', 'p', 'self', 'x/l1', 1, 1)",
	}
}

// Each migration is made on the schema before it, with rows in it.
func TestMigrations(t *testing.T) {
	t.Parallel()
	ctx := t.Context()
	path := filepath.Join(t.TempDir(), "rung.db")
	db, err := openDB(path, 1, commonPragmas()...)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := db.Close(); err != nil {
			t.Error(err)
		}
	})
	p, err := provider(db)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range steps() {
		run(ctx, t, db, s.before)
		if _, err := p.UpTo(ctx, s.version); err != nil {
			t.Fatalf("migration %d: %v", s.version, err)
		}
		for query, want := range s.after {
			var got string
			if err := db.QueryRowContext(ctx, query).Scan(&got); err != nil || got != want {
				t.Errorf("migration %d: %s: got %q and error %v, want %q", s.version, query, got, err, want)
			}
		}
		if version, err := schemaVersion(ctx, db); err != nil || version != s.version {
			t.Errorf("migration %d: got version %d and error %v", s.version, version, err)
		}
	}
	if err := readThrough(ctx, db); err != nil {
		t.Errorf("after all migrations: %v", err)
	}
}

// A migration without a step is not tested, so it is not allowed.
func TestEveryMigrationHasAStep(t *testing.T) {
	t.Parallel()
	files, err := fs.ReadDir(migrationFiles, "migrations")
	if err != nil {
		t.Fatal(err)
	}
	known, err := knownVersion()
	if err != nil {
		t.Fatal(err)
	}
	if len(steps()) != len(files) || known != int64(len(files)) {
		t.Errorf("got %d steps for %d migrations, the last of which is number %d", len(steps()), len(files), known)
	}
}

func run(ctx context.Context, t *testing.T, db *sql.DB, statements []string) {
	t.Helper()
	for _, text := range statements {
		if _, err := db.ExecContext(ctx, text); err != nil {
			t.Fatalf("%s: %v", text, err)
		}
	}
}

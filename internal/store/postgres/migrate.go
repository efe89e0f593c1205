package postgres

import (
	"context"
	"database/sql"
	"embed"
	"fmt"
	"io/fs"

	"github.com/pressly/goose/v3"
	"github.com/pressly/goose/v3/lock"

	"rung/internal/fault"
)

// versionTable is where the migrations that were made are listed.
const versionTable = "rung_migrations"

//go:embed migrations/*.sql
var migrationFiles embed.FS

// provider returns what migrates db, one server at a time. The table
// definitions are in migrations, numbered as SQLite's are; what was released
// is never edited, only followed.
func provider(db *sql.DB) (*goose.Provider, error) {
	files, err := fs.Sub(migrationFiles, "migrations")
	if err != nil {
		return nil, err
	}
	locker, err := lock.NewPostgresSessionLocker()
	if err != nil {
		return nil, err
	}
	return goose.NewProvider(goose.DialectPostgres, db, files,
		goose.WithTableName(versionTable), goose.WithDisableGlobalRegistry(true), goose.WithSessionLocker(locker))
}

// migrate makes the migrations that the database lacks, each in a transaction.
func migrate(ctx context.Context, db *sql.DB) error {
	known, err := knownVersion()
	if err != nil {
		return err
	}
	version, err := inspect(ctx, db)
	if err != nil {
		return err
	}
	if version > known {
		return fault.New(fault.Invalid,
			"The database was made by a newer rung (schema %d; this one knows %d). Use that rung or a newer one; nothing was changed.",
			version, known)
	}
	if version == known {
		return nil
	}
	p, err := provider(db)
	if err != nil {
		return err
	}
	_, err = p.Up(ctx)
	return err
}

// inspect returns the number of the last migration that the database has
// seen, 0 where it is empty. It changes nothing.
func inspect(ctx context.Context, db *sql.DB) (int64, error) {
	var tables, ours int
	err := db.QueryRowContext(ctx,
		`SELECT COUNT(*), COUNT(*) FILTER (WHERE table_name = $1)
		 FROM information_schema.tables WHERE table_schema = current_schema()`, versionTable).Scan(&tables, &ours)
	switch {
	case err != nil:
		return 0, err
	case tables == 0:
		return 0, nil
	case ours == 0:
		return 0, fault.New(fault.Invalid, "The database holds another program's tables; make an empty one for rung.")
	}
	var version int64
	err = db.QueryRowContext(ctx, "SELECT COALESCE(MAX(version_id), 0) FROM "+versionTable).Scan(&version)
	return version, err
}

// knownVersion is the number of the newest migration of this program.
func knownVersion() (int64, error) {
	entries, err := fs.ReadDir(migrationFiles, "migrations")
	if err != nil || len(entries) == 0 {
		return 0, fmt.Errorf("read the migrations: %w", err)
	}
	return goose.NumericComponent(entries[len(entries)-1].Name())
}

package sqlite

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"time"

	"github.com/pressly/goose/v3"

	"rung/internal/fault"
)

// versionTable is where the migrations that were made are listed.
const versionTable = "rung_migrations"

//go:embed migrations/*.sql
var migrationFiles embed.FS

// provider returns what migrates db. The table definitions are in migrations,
// numbered; what was released is never edited, only followed.
func provider(db *sql.DB) (*goose.Provider, error) {
	files, err := fs.Sub(migrationFiles, "migrations")
	if err != nil {
		return nil, err
	}
	return goose.NewProvider(goose.DialectSQLite3, db, files,
		goose.WithTableName(versionTable), goose.WithDisableGlobalRegistry(true))
}

// Waiting for others who make, upgrade or restore the file at this moment.
const (
	lockPatience = 10 * time.Second
	lockInterval = 20 * time.Millisecond
)

// prepare makes sure that the file at path is there, is ours and has the
// schema that this program knows, and returns a lock that keeps it so: others
// may open it, nobody may restore or upgrade it.
func prepare(ctx context.Context, path string) (*fileLock, error) {
	known, err := knownVersion()
	if err != nil {
		return nil, err
	}
	patience := time.After(lockPatience)
	for {
		lock, err := current(ctx, path, known)
		if lock == nil && err == nil {
			if err = upgrade(ctx, path); err == nil {
				continue
			}
		}
		if !errors.Is(err, errHeld) {
			return lock, err
		}
		select { // and look again from the start: they may have upgraded it
		case <-time.After(lockInterval):
		case <-patience:
			return nil, err
		case <-ctx.Done():
			return nil, fault.Wrap(fault.Unavailable, ctx.Err(), "Opening the database was given up")
		}
	}
}

// current returns a lock that others may share, or nil where the schema is
// older than known.
func current(ctx context.Context, path string, known int64) (*fileLock, error) {
	if _, err := readHeader(path); err != nil { // before a lock is made beside a stranger's file
		return nil, err
	}
	lock, err := lockFile(path, sharedLock)
	if err != nil {
		return nil, err
	}
	version, err := inspect(ctx, path)
	if err == nil && version > known {
		err = newer(path, version, known)
	}
	if err == nil && version == known {
		return lock, nil
	}
	return nil, errors.Join(err, lock.release())
}

// upgrade brings the file to the schema that this program knows, alone.
func upgrade(ctx context.Context, path string) error {
	exclusive, err := lockFile(path, exclusiveLock)
	if err != nil {
		return err
	}
	return errors.Join(wrapped("upgrade the schema", migrate(ctx, path)), exclusive.release())
}

// migrate marks the file as ours and makes the migrations that it lacks, each
// in a transaction. The write-ahead log is switched on later: until then the
// mark is in the file itself as soon as it is written.
func migrate(ctx context.Context, path string) error {
	if err := create(path); err != nil {
		return err
	}
	db, err := openDB(path, 1, append(commonPragmas(), "synchronous(FULL)")...)
	if err != nil {
		return err
	}
	_, err = db.ExecContext(ctx, fmt.Sprintf("PRAGMA application_id = %d", applicationID))
	if err == nil {
		err = migrateDB(ctx, db)
	}
	return errors.Join(translate(err), db.Close())
}

func migrateDB(ctx context.Context, db *sql.DB) error {
	p, err := provider(db)
	if err != nil {
		return err
	}
	_, err = p.Up(ctx)
	return err
}

// knownVersion is the number of the newest migration of this program.
func knownVersion() (int64, error) {
	entries, err := fs.ReadDir(migrationFiles, "migrations")
	if err != nil || len(entries) == 0 {
		return 0, fmt.Errorf("read the migrations: %w", err)
	}
	return goose.NumericComponent(entries[len(entries)-1].Name())
}

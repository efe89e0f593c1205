package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"rung/internal/fault"
)

// Restore puts the database that was backed up at from in the place of the one
// at to, which need not be there. It first reads the backup through; one that
// is damaged, not rung's or of a newer rung is fault.Invalid. It is
// fault.Unavailable while any process has the database at to open: a server
// must be stopped first. The file at to is the old database or the whole new
// one at every moment, and the old one where Restore fails. A backup of an
// older rung is upgraded when it is opened.
func Restore(ctx context.Context, from, to string) error {
	if err := restorable(ctx, from, to); err != nil {
		return wrapped("restore", err)
	}
	lock, err := lockFile(to, exclusiveLock)
	if err != nil {
		return wrapped("restore", err)
	}
	err = settle(ctx, to)
	if err == nil {
		err = copyDatabase(ctx, from, to)
	}
	return wrapped("restore", errors.Join(err, lock.release()))
}

// restorable returns why from cannot take the place of to, or nil.
func restorable(ctx context.Context, from, to string) error {
	if _, err := readHeader(to); err != nil {
		return err
	}
	ours, err := readHeader(from)
	if err != nil {
		return err
	}
	if !ours {
		return fault.New(fault.Invalid, "%s is no backup: there is nothing in it.", from)
	}
	if sameFile(from, to) {
		return fault.New(fault.Invalid, "%s cannot be restored from itself.", to)
	}
	return verify(ctx, from)
}

func sameFile(a, b string) bool {
	x, err := os.Stat(a)
	if err != nil {
		return false
	}
	y, err := os.Stat(b)
	return err == nil && os.SameFile(x, y)
}

// verify reads the whole database and returns what is wrong with it, or nil.
func verify(ctx context.Context, path string) error {
	known, err := knownVersion()
	if err != nil {
		return err
	}
	version, err := inspect(ctx, path)
	switch {
	case err != nil:
		return damaged(path, err)
	case version > known:
		return newer(path, version, known)
	case version == 0:
		return fault.New(fault.Invalid, "%s is no backup: it has no tables.", path)
	}
	db, err := openDB(path, 1, append(commonPragmas(), "query_only(1)")...)
	if err != nil {
		return err
	}
	return errors.Join(damaged(path, readThrough(ctx, db)), db.Close())
}

// readThrough holds every page, index and reference against the others.
func readThrough(ctx context.Context, db *sql.DB) error {
	var report string
	if err := db.QueryRowContext(ctx, "PRAGMA integrity_check(1)").Scan(&report); err != nil {
		return err
	}
	if report != "ok" {
		return errors.New(report)
	}
	var broken int
	if err := db.QueryRowContext(ctx, "SELECT COUNT(*) FROM pragma_foreign_key_check").Scan(&broken); err != nil {
		return err
	}
	if broken > 0 {
		return fmt.Errorf("%d references lead nowhere", broken)
	}
	return nil
}

func damaged(path string, err error) error {
	return fault.Wrap(fault.Invalid, err, "%s is damaged; use another backup", path)
}

// settle brings what stands in the old database's journals into its one file.
// Left beside the new file they would be taken for its own. They are dropped
// only where the old database is too damaged to take them in.
func settle(ctx context.Context, path string) error {
	if _, err := os.Stat(path); err == nil && inline(ctx, path) == nil {
		return nil
	}
	for _, suffix := range []string{"-wal", "-shm", "-journal"} {
		if err := os.Remove(path + suffix); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}

// inline ends write-ahead logging, which removes its files. Any journal of a
// transaction that was cut off is rolled back by opening.
func inline(ctx context.Context, path string) error {
	db, err := openDB(path, 1, commonPragmas()...)
	if err != nil {
		return err
	}
	var mode string
	err = db.QueryRowContext(ctx, "PRAGMA journal_mode = DELETE").Scan(&mode)
	if err == nil && mode != "delete" {
		err = fmt.Errorf("the journal stays in mode %s", mode)
	}
	return errors.Join(err, db.Close())
}

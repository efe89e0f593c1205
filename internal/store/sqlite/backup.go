package sqlite

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"rung/internal/fault"
)

// Backup implements store.Store. The copy is one snapshot, whatever is written
// meanwhile. It appears at path whole or not at all, and only its owner can
// read it. It holds the people's keys: what is erased later is still in it.
func (s *Store) Backup(ctx context.Context, path string) error {
	if err := reserve(path); err != nil {
		return err
	}
	err := copyDatabase(ctx, s.path, path)
	if err != nil {
		err = errors.Join(err, os.Remove(path))
	}
	return wrapped("back up", err)
}

// reserve makes an empty file at path, so that nobody else takes the name, or
// returns fault.Conflict where there is one.
func reserve(path string) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, privateFileMode)
	if errors.Is(err, fs.ErrExist) {
		return fault.New(fault.Conflict, "%s is there already; name a file that is not.", path)
	}
	if err != nil {
		return fault.Wrap(fault.Invalid, err, "%s cannot be written; its folder must be there and be writable", path)
	}
	return f.Close()
}

// copyDatabase puts a copy of the database at from in the place of the file at
// to, which only ever is the old one or the whole copy.
func copyDatabase(ctx context.Context, from, to string) error {
	temp, err := os.CreateTemp(filepath.Dir(to), filepath.Base(to)+".part-*") // mode 0600
	if err != nil {
		return fault.Wrap(fault.Unavailable, err, "No file can be made beside %s", to)
	}
	if err := temp.Close(); err != nil {
		return err
	}
	err = vacuumInto(ctx, from, temp.Name())
	if err == nil {
		err = syncFile(temp.Name())
	}
	if err == nil {
		err = os.Rename(temp.Name(), to)
	}
	if err != nil {
		return errors.Join(err, os.Remove(temp.Name()))
	}
	return syncDir(filepath.Dir(to))
}

func vacuumInto(ctx context.Context, from, to string) error {
	db, err := openDB(from, 1, commonPragmas()...)
	if err != nil {
		return err
	}
	_, err = db.ExecContext(ctx, "VACUUM INTO $1", to)
	return errors.Join(translate(err), db.Close())
}

// syncFile returns when what was written to the file is on the disk.
func syncFile(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

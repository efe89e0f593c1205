package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"rung/internal/fault"
	"rung/internal/store/sqlite"
)

type backupCmd struct {
	File string `arg:"" name:"FILE" help:"The file to make; it must not be there yet."`
	DB   string `name:"db" placeholder:"FILE" help:"The database (default: the one of the ladder at -C)."`
}

func (backupCmd) Help() string {
	return `Makes one consistent copy, readable by you alone, also while a server runs and people write. It
holds everything, and the keys to it: keep it as safe as the database.

For PostgreSQL use its own tools (pg_dump, continuous archiving).`
}

func (c backupCmd) Run(ctx context.Context, p *program) (err error) {
	db, err := p.presentDatabase(ctx, c.DB)
	if err != nil {
		return err
	}
	file, err := filepath.Abs(c.File)
	if err != nil {
		return fault.Wrap(fault.Unavailable, err, "%s cannot be placed", c.File)
	}
	s, err := sqlite.Open(ctx, sqlite.Config{Path: db.file})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	if err := s.Backup(ctx, file); err != nil {
		return err
	}
	info, err := os.Stat(file)
	if err != nil {
		return fault.Wrap(fault.Unavailable, err, "%s cannot be read: %v", file, cause(err))
	}
	_, err = fmt.Fprintf(p.out, "Backed up %s to %s, %d KiB.\n", db.file, c.File, (info.Size()+1023)/1024)
	return err
}

// presentDatabase returns the database file, which must be there.
func (p *program) presentDatabase(ctx context.Context, named string) (database, error) {
	db, err := p.ladderDatabase(ctx, named)
	if err != nil {
		return db, err
	}
	if db.file == "" {
		return db, errPostgres()
	}
	return db, db.isThere()
}

// isThere refuses a database file that would have to be made.
func (d database) isThere() error {
	if d.file == "" {
		return nil
	}
	if _, err := os.Stat(d.file); errors.Is(err, fs.ErrNotExist) {
		return fault.New(fault.NotFound, "there is no database %s: name the ladder with -C, or the file with --db", d.file)
	}
	return nil
}

func errPostgres() error {
	return fault.New(fault.Invalid, "this is for database files: back PostgreSQL up with its own tools, as pg_dump")
}

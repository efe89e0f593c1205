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

type restoreCmd struct {
	File string `arg:"" name:"FILE" help:"A file that rung backup made."`
	DB   string `name:"db" placeholder:"FILE" help:"The database to put it in the place of (default: the one of the ladder at -C)."`
}

func (restoreCmd) Help() string {
	return `Reads the copy through before anything is replaced, and keeps the database that was there beside it
under a name of its own. Stop the server first. A copy of an older rung is upgraded when it is
opened.`
}

func (c restoreCmd) Run(ctx context.Context, p *program) error {
	db, err := p.ladderDatabase(ctx, c.DB)
	if err != nil {
		return err
	}
	if db.file == "" {
		return errPostgres()
	}
	if _, err := os.Stat(c.File); err != nil {
		return fault.Wrap(fault.NotFound, err, "there is no backup %s", c.File)
	}
	if err := makeFolder(filepath.Dir(db.file)); err != nil {
		return err
	}
	held, err := lockDatabase(db.file, "stop it first, then restore")
	if err != nil {
		return err
	}
	defer held.release()
	kept, err := p.setAside(ctx, db.file)
	if err != nil {
		return err
	}
	if err := sqlite.Restore(ctx, c.File, db.file); err != nil {
		if kept != "" { // nothing was replaced, so nothing needs keeping
			err = errors.Join(err, os.Remove(kept))
		}
		return err
	}
	fmt.Fprintf(p.out, "Restored %s from %s.\n", db.file, c.File)
	if kept != "" {
		fmt.Fprintf(p.out, "What was there is kept in %s.\n", kept)
	}
	return nil
}

// setAside copies the database that is to be replaced, and returns the copy's
// name; "" where there is none.
func (p *program) setAside(ctx context.Context, file string) (kept string, err error) {
	if _, err := os.Stat(file); errors.Is(err, fs.ErrNotExist) {
		return "", nil
	}
	kept = file + ".before-" + p.now().UTC().Format("20060102-150405")
	s, err := sqlite.Open(ctx, sqlite.Config{Path: file})
	if err != nil {
		return "", fault.Wrap(fault.Conflict, err, "the present database cannot be read (%s): move %s away, then restore", fault.MessageOf(err), file)
	}
	return kept, errors.Join(s.Backup(ctx, kept), s.Close())
}

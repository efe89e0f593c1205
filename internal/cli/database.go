package cli

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"rung/internal/fault"
	"rung/internal/origin"
)

// database is where a ladder's application data is: a file, or the address of
// a PostgreSQL database.
type database struct {
	file    string // "" for PostgreSQL
	address string // "" for a file
}

// findDatabase returns the database that --db names or, for none, the file in
// the user's data folder that belongs to the ladder. A file in the ladder's
// own tree is refused: it would be committed, with everybody's words in it.
func (p *program) findDatabase(o *origin.Origin, named string) (database, error) {
	if named == "" {
		dir, err := p.dataFolder()
		if err != nil {
			return database{}, err
		}
		named = filepath.Join(dir, o.Key()+".db")
	}
	db, err := namedDatabase(named)
	if err == nil && db.file != "" && within(realPath(db.file), treeOf(o.Place())) {
		err = fault.New(fault.Invalid, "%s lies in the ladder's own tree, where it would be committed: name a file elsewhere with --db", named)
	}
	return db, err
}

// namedDatabase reads what --db says.
func namedDatabase(named string) (database, error) {
	switch {
	case strings.HasPrefix(named, "postgres://"), strings.HasPrefix(named, "postgresql://"):
		return database{address: named}, nil
	case strings.Contains(named, "://"):
		return database{}, fault.New(fault.Invalid, "--db is neither a file nor an address as postgres://user@host/name")
	}
	file, err := filepath.Abs(named)
	return database{file: file}, fault.Wrap(fault.Unavailable, err, "%s cannot be placed", named)
}

// ladderDatabase is findDatabase for commands that need no ladder: where --db
// names the database, none has to be there.
func (p *program) ladderDatabase(ctx context.Context, named string) (database, error) {
	return p.ladderDatabaseAt(ctx, "", named)
}

// ladderDatabaseAt is ladderDatabase for commands that take the ladder's place
// as an argument.
func (p *program) ladderDatabaseAt(ctx context.Context, arg, named string) (database, error) {
	if named != "" {
		return namedDatabase(named)
	}
	path, err := p.path(arg)
	if err != nil {
		return database{}, err
	}
	o, err := origin.Open(ctx, path, "")
	if err != nil {
		return database{}, err
	}
	db, err := p.findDatabase(o, "")
	return db, errors.Join(err, o.Close())
}

// treeOf returns the folder that a ladder's author commits: the top of the
// work tree around it, else the folder itself. A single file or bundle outside
// of one has none.
func treeOf(place string) string {
	for dir := place; ; dir = filepath.Dir(dir) {
		if _, err := os.Lstat(filepath.Join(dir, ".git")); err == nil {
			return dir
		}
		if dir == filepath.Dir(dir) {
			break
		}
	}
	if info, err := os.Stat(place); err != nil || !info.IsDir() {
		return ""
	}
	return place
}

// within reports whether file lies in dir or below it.
func within(file, dir string) bool {
	if dir == "" {
		return false
	}
	rel, err := filepath.Rel(dir, file)
	return err == nil && filepath.IsLocal(rel)
}

// realPath follows the links of the folders that exist already; the rest may
// still have to be made.
func realPath(file string) string {
	real, err := filepath.EvalSymlinks(file)
	if err == nil {
		return real
	}
	dir := filepath.Dir(file)
	if !errors.Is(err, fs.ErrNotExist) || dir == file {
		return file
	}
	return filepath.Join(realPath(dir), filepath.Base(file))
}

package sqlite

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"rung/internal/fault"
)

// applicationID stands in the header of every database of rung ("rung" in
// ASCII), so that another program's file is told apart before anything is
// done to it.
const applicationID = 0x72756e67

// The parts of SQLite's header that are looked at; see its file format, 1.3.
const (
	headerSize      = 100
	headerMagic     = "SQLite format 3\x00"
	headerIDOffset  = 68
	headerIDBytes   = 4
	privateFileMode = 0o600
)

// inspect returns the number of the last migration that the file has seen, 0
// where there is no file or an empty one. A file that is not a database of
// rung is fault.Invalid. It changes nothing.
func inspect(ctx context.Context, path string) (int64, error) {
	ours, err := readHeader(path)
	if err != nil || !ours {
		return 0, err
	}
	db, err := openDB(path, 1, append(commonPragmas(), "query_only(1)")...)
	if err != nil {
		return 0, err
	}
	version, err := schemaVersion(ctx, db)
	return version, errors.Join(err, db.Close())
}

// readHeader reports whether there is a database of rung; false without error
// is no file, or an empty one.
func readHeader(path string) (ours bool, err error) {
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	if err != nil {
		return false, fault.Wrap(fault.Unavailable, err, "The database file cannot be read")
	}
	defer f.Close()
	header := make([]byte, headerSize)
	n, err := io.ReadFull(f, header)
	switch {
	case errors.Is(err, io.EOF):
		return false, nil
	case err != nil && !errors.Is(err, io.ErrUnexpectedEOF):
		return false, fault.Wrap(fault.Unavailable, err, "The database file cannot be read")
	case n < headerSize || !bytes.HasPrefix(header, []byte(headerMagic)):
		return false, fault.New(fault.Invalid, "%s is not a database; name another file.", path)
	}
	id := binary.BigEndian.Uint32(header[headerIDOffset : headerIDOffset+headerIDBytes])
	if id != applicationID {
		return false, fault.New(fault.Invalid, "%s is another program's database; name another file.", path)
	}
	return true, nil
}

// schemaVersion returns the number of the last migration, 0 where there was
// none.
func schemaVersion(ctx context.Context, db *sql.DB) (int64, error) {
	var tables int
	err := db.QueryRowContext(ctx, "SELECT COUNT(*) FROM sqlite_schema WHERE type = 'table' AND name = $1", versionTable).Scan(&tables)
	if err != nil || tables == 0 {
		return 0, translate(err)
	}
	var version int64
	err = db.QueryRowContext(ctx, "SELECT CAST(COALESCE(MAX(version_id), 0) AS INTEGER) FROM "+versionTable).Scan(&version)
	return version, translate(err)
}

// create makes an empty file that only its owner can read, where there is none.
func create(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, privateFileMode)
	if err != nil {
		return fault.Wrap(fault.Unavailable, err, "The database file cannot be made; its folder must be there and be writable")
	}
	return f.Close()
}

// newer says that the file was made by a rung that knows more migrations.
func newer(path string, version, known int64) error {
	return fault.New(fault.Invalid,
		"%s was made by a newer rung (schema %d; this one knows %d). Use that rung or a newer one; nothing was changed.",
		path, version, known)
}

// wrapped adds what was being done to err; nil for nil.
func wrapped(doing string, err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%s: %w", doing, err)
}

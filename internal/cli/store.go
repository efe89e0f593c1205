package cli

import (
	"context"
	"path/filepath"

	"rung/internal/fault"
	"rung/internal/store"
	"rung/internal/store/postgres"
	"rung/internal/store/sqlite"
)

// open opens the database, making it where it is not there.
func (d database) open(ctx context.Context) (store.Store, error) {
	if d.file == "" {
		s, err := postgres.Open(ctx, postgres.Config{Address: d.address})
		if fault.KindOf(err) == fault.Unavailable { // the address may hold a password: it is not repeated
			err = fault.Wrap(fault.Unavailable, err, "the PostgreSQL database does not answer: check the address in --db, and that it runs")
		}
		if err != nil {
			return nil, err
		}
		return s, nil
	}
	if err := makeFolder(filepath.Dir(d.file)); err != nil {
		return nil, err
	}
	return sqlite.Open(ctx, sqlite.Config{Path: d.file})
}

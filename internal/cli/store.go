package cli

import (
	"context"
	"path/filepath"

	"rung/internal/store"
	"rung/internal/store/postgres"
	"rung/internal/store/sqlite"
)

// open opens the database, making it where it is not there.
func (d database) open(ctx context.Context) (store.Store, error) {
	if d.file == "" {
		return postgres.Open(ctx, postgres.Config{Address: d.address})
	}
	if err := makeFolder(filepath.Dir(d.file)); err != nil {
		return nil, err
	}
	return sqlite.Open(ctx, sqlite.Config{Path: d.file})
}

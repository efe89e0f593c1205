package postgres

import (
	"context"
	"database/sql"
	"io/fs"

	"github.com/pressly/goose/v3"
)

// Provider returns what migrates db.
func Provider(db *sql.DB) (*goose.Provider, error) { return provider(db) }

// Inspect returns the number of the last migration.
func Inspect(ctx context.Context, db *sql.DB) (int64, error) { return inspect(ctx, db) }

// Migrations returns the migrations' files.
func Migrations() ([]fs.DirEntry, error) { return fs.ReadDir(migrationFiles, "migrations") }

// Package postgres keeps a store in a PostgreSQL database, for companies that
// outgrow one file. Several servers may use one database.
//
// Updates run one at a time in the whole database, as they do in SQLite: each
// first takes a lock that its commit gives back. So what an update has read
// still holds when it commits, a version check needs no lock of its own, and
// no update is ever run twice, which one that is serializable by retrying
// would be. A statement of it sees all that was committed before, because each
// takes a new snapshot (read committed) after the lock. An update is a few
// short statements, so the line moves by hundreds in a second.
package postgres

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strconv"
	"sync"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/stdlib"

	"rung/internal/fault"
	"rung/internal/store"
	"rung/internal/store/sqlstore"
)

var _ store.Store = (*Store)(nil)

// Limits of a store.
const (
	// Writers is how many connections updates have: one runs, the others
	// stand in line at the database; more wait here.
	Writers = 4
	// Readers is how many views run at a time; others wait.
	Readers = 8
)

// How long the database waits for this program before it frees what an update
// or a view holds, and how long an update stands in line.
const (
	idleTimeout = 30 * time.Second
	lockTimeout = 30 * time.Second
)

// updateLock is the advisory lock of updates ("rung" in ASCII).
const updateLock = 0x72756e67

// Config says which database: a URL (postgres://user@host/name) or words
// (host=... dbname=...), as PostgreSQL's own programs take them.
type Config struct {
	Address string
}

// Store is an open database. It implements store.Store.
type Store struct {
	writers, readers *sql.DB

	mu      sync.Mutex
	shut    bool
	running sync.WaitGroup
	once    sync.Once
	closed  error
}

// Open connects to the database and makes or upgrades its tables where
// needed. A database that holds other tables, or those of a newer rung than
// this, is fault.Invalid and is not touched.
func Open(ctx context.Context, c Config) (*Store, error) {
	conf, err := pgx.ParseConfig(c.Address)
	if err != nil {
		return nil, fault.Wrap(fault.Invalid, err, "The PostgreSQL address cannot be read")
	}
	conf.RuntimeParams["application_name"] = "rung"
	conf.RuntimeParams["idle_in_transaction_session_timeout"] = milliseconds(idleTimeout)
	conf.RuntimeParams["lock_timeout"] = milliseconds(lockTimeout)
	s := &Store{writers: pool(conf, Writers), readers: pool(conf, Readers)}
	if err := migrate(ctx, s.writers); err != nil {
		return nil, errors.Join(fmt.Errorf("open database: %w", translate(err)), s.Close())
	}
	return s, nil
}

func pool(conf *pgx.ConnConfig, n int) *sql.DB {
	db := stdlib.OpenDB(*conf)
	db.SetMaxOpenConns(n)
	db.SetMaxIdleConns(n)
	return db
}

func milliseconds(d time.Duration) string { return strconv.FormatInt(d.Milliseconds(), 10) }

// View implements store.Store.
func (s *Store) View(ctx context.Context, f func(store.Tx) error) error {
	return s.transact(ctx, s.readers, &sql.TxOptions{Isolation: sql.LevelRepeatableRead, ReadOnly: true},
		func(tx *sql.Tx) error { return run(tx, f) })
}

// Update implements store.Store.
func (s *Store) Update(ctx context.Context, f func(store.Tx) error) error {
	return s.transact(ctx, s.writers, &sql.TxOptions{Isolation: sql.LevelReadCommitted},
		func(tx *sql.Tx) error {
			if _, err := tx.ExecContext(ctx, "SELECT pg_advisory_xact_lock($1)", int64(updateLock)); err != nil {
				return fmt.Errorf("wait for other updates: %w", translate(err))
			}
			return run(tx, f)
		})
}

// run lets f use the transaction. A statement that was refused has spoilt it,
// whatever f says.
func run(tx *sql.Tx, f func(store.Tx) error) error {
	t := sqlstore.New(tx, translate)
	if err := f(t); err != nil {
		return err
	}
	return t.Err()
}

// transact commits what f did, or rolls it back where f fails or panics.
func (s *Store) transact(ctx context.Context, db *sql.DB, o *sql.TxOptions, f func(*sql.Tx) error) error {
	if err := s.enter(); err != nil {
		return err
	}
	defer s.running.Done()
	tx, err := db.BeginTx(ctx, o)
	if err != nil {
		return fmt.Errorf("begin: %w", translate(err))
	}
	defer func() { _ = tx.Rollback() }() // does nothing after a commit; else the server rolls back in any case
	if err := f(tx); err != nil {
		return err
	}
	if err := tx.Commit(); err != nil {
		return fmt.Errorf("commit: %w", translate(err))
	}
	return nil
}

// enter notes that a transaction runs, unless the store is being closed.
func (s *Store) enter() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.shut {
		return fault.New(fault.Unavailable, "The database is being closed.")
	}
	s.running.Add(1)
	return nil
}

// Backup implements store.Store: it is fault.Unavailable, because PostgreSQL
// has its own program for that.
func (s *Store) Backup(context.Context, string) error {
	return fault.New(fault.Unavailable, "A PostgreSQL database is backed up with pg_dump, and restored with pg_restore.")
}

// Close implements store.Store. Closing again does nothing.
func (s *Store) Close() error {
	s.once.Do(func() {
		s.mu.Lock()
		s.shut = true
		s.mu.Unlock()
		s.running.Wait()
		s.closed = errors.Join(s.writers.Close(), s.readers.Close())
	})
	return s.closed
}

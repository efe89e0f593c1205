// Package sqlite keeps a store in one SQLite file.
//
// There is one writer. It joins the updates that wait into one transaction,
// each in its own savepoint, and acknowledges them when that transaction is on
// the disk (write-ahead log, synchronous FULL). Readers work beside it on
// snapshots of their own. Several processes may have the file open at a time;
// restoring and upgrading it take it alone.
package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"sync"

	"rung/internal/fault"
	"rung/internal/store"
	"rung/internal/store/sqlstore"
)

var _ store.Store = (*Store)(nil)

// Limits of a store.
const (
	// MaxWaiting is how many updates may wait for the writer; one more is
	// fault.Unavailable at once.
	MaxWaiting = 1024
	// MaxBatch is how many updates share one commit.
	MaxBatch = 128
	// Readers is how many views run at a time; others wait.
	Readers = 4
)

// Config says where a store is: at Path, which is made where it is not there
// (its folder must be), or, where Memory is set, nowhere: in a private folder
// in memory or, failing that, among temporary files, removed by Close and not
// synchronised with any disk. Everything else is the same for both.
type Config struct {
	Path   string
	Memory bool
}

// Store is an open database. It implements store.Store.
type Store struct {
	path    string
	dir     string // to be removed with the store, or ""
	lock    *fileLock
	pools   []*sql.DB
	conns   []*conn
	readers chan *conn
	writer  *writer
	closing chan struct{}
	once    sync.Once
	closed  error
}

// Open opens the database, making or upgrading it where needed. A file that is
// not a database of rung, or of a newer rung than this, is fault.Invalid and
// is not touched.
func Open(ctx context.Context, c Config) (*Store, error) {
	s := &Store{path: c.Path, readers: make(chan *conn, Readers), closing: make(chan struct{})}
	durability := "synchronous(FULL)"
	if c.Memory {
		dir, err := os.MkdirTemp(memoryDir(), "rung-")
		if err != nil {
			return nil, fmt.Errorf("make a folder for a passing database: %w", err)
		}
		s.dir, s.path, durability = dir, filepath.Join(dir, "rung.db"), "synchronous(OFF)"
	}
	if s.path == "" {
		return nil, fault.New(fault.Invalid, "The database has no path.")
	}
	if err := s.open(ctx, durability); err != nil {
		return nil, errors.Join(fmt.Errorf("open database %s: %w", s.path, err), s.release())
	}
	return s, nil
}

func (s *Store) open(ctx context.Context, durability string) error {
	lock, err := prepare(ctx, s.path)
	if err != nil {
		return err
	}
	s.lock = lock
	w, err := s.connect(ctx, 1, "journal_mode(WAL)", durability)
	if err != nil {
		return err
	}
	readers, err := s.connect(ctx, Readers, "query_only(1)")
	if err != nil {
		return err
	}
	for _, r := range readers {
		s.readers <- r
	}
	s.writer = startWriter(w[0])
	return nil
}

// connect opens n connections, in a pool of their own.
func (s *Store) connect(ctx context.Context, n int, pragmas ...string) ([]*conn, error) {
	db, err := openDB(s.path, n, append(commonPragmas(), pragmas...)...)
	if err != nil {
		return nil, err
	}
	s.pools = append(s.pools, db)
	conns := make([]*conn, n)
	for i := range conns {
		if conns[i], err = newConn(ctx, db); err != nil {
			return nil, translate(err)
		}
		s.conns = append(s.conns, conns[i])
	}
	return conns, nil
}

// commonPragmas are those of every connection. Deleted rows are overwritten, so
// that a destroyed key is not left in a free page.
func commonPragmas() []string {
	return []string{
		"busy_timeout(5000)", "foreign_keys(1)", "secure_delete(1)", "trusted_schema(0)", "cache_size(-8000)",
	}
}

// View implements store.Store.
func (s *Store) View(ctx context.Context, f func(store.Tx) error) error {
	c, err := s.reader(ctx)
	if err != nil {
		return err
	}
	defer func() { s.readers <- c }()
	if err := c.run("BEGIN"); err != nil {
		return err
	}
	return viewed(c, sqlstore.New(c, translate), f)
}

// viewed runs f and ends the transaction, even where f panics.
func viewed(c *conn, tx *sqlstore.Tx, f func(store.Tx) error) error {
	ended := false
	defer func() {
		if !ended {
			_ = c.run("ROLLBACK") // f is on its way out of here by a panic, which says more
		}
	}()
	err := f(tx)
	ended = true
	if err == nil {
		err = tx.Err()
	}
	return errors.Join(err, c.run("ROLLBACK"))
}

func (s *Store) reader(ctx context.Context) (*conn, error) {
	select {
	case <-s.closing:
		return nil, errClosed()
	default:
	}
	select {
	case c := <-s.readers:
		return c, nil
	case <-s.closing:
		return nil, errClosed()
	case <-ctx.Done():
		return nil, sqlstore.Busy.Fault(ctx.Err())
	}
}

// Update implements store.Store.
func (s *Store) Update(ctx context.Context, f func(store.Tx) error) error {
	return s.writer.update(ctx, f)
}

// Close implements store.Store. Closing again does nothing.
func (s *Store) Close() error {
	s.once.Do(func() {
		close(s.closing)
		s.writer.stop()
		for range Readers {
			<-s.readers
		}
		s.closed = s.release()
	})
	return s.closed
}

// release gives back what the store holds of the system.
func (s *Store) release() error {
	var errs []error
	for _, c := range s.conns {
		errs = append(errs, c.close())
	}
	for _, db := range s.pools {
		errs = append(errs, db.Close())
	}
	if s.lock != nil {
		errs = append(errs, s.lock.release())
	}
	if s.dir != "" {
		errs = append(errs, os.RemoveAll(s.dir))
	}
	return errors.Join(errs...)
}

func errClosed() error {
	return fault.New(fault.Unavailable, "The database is being closed.")
}

// memoryDir is where the system keeps files in memory, or "" for the folder of
// temporary files.
func memoryDir() string {
	const shm = "/dev/shm"
	if info, err := os.Stat(shm); runtime.GOOS == "linux" && err == nil && info.IsDir() {
		return shm
	}
	return ""
}

package sqlite

import "context"

// Name returns the path of the database, for the tests of what lies there.
func (s *Store) Name() string { return s.path }

// Waiting returns how many updates wait for their turn.
func (s *Store) Waiting() int { return len(s.writer.queue) }

// Undo rolls back the transaction that updates share, as SQLite does by itself
// when the disk is full.
func (s *Store) Undo() error { return s.writer.conn.run("ROLLBACK") }

// Check reads the whole file, which must be closed.
func (s *Store) Check(ctx context.Context) error { return verify(ctx, s.path) }

package sqlite

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"sync/atomic"

	"rung/internal/fault"
	"rung/internal/store"
	"rung/internal/store/sqlstore"
)

// writer owns the one connection that writes. Its goroutine begins a
// transaction for the first update that waits and lets it and all others that
// have come meanwhile run one after another; then it commits once for all.
//
// An update's function runs on the goroutine of its caller, which waits for
// its turn: so a panic in it, or an ending of that goroutine, is its caller's
// own, and the others do not notice.
type writer struct {
	conn  *conn
	mu    sync.RWMutex // guards queue against being closed while one is sent
	shut  bool
	queue chan *update
	done  chan struct{}
}

// update is one caller of Update.
type update struct {
	tx    *sqlstore.Tx
	taken atomic.Bool   // by the writer to give it a turn, or by the caller to leave
	turn  chan struct{} // closed when it may run
	ran   chan error    // what its function returned
	fate  chan error    // nil when it is on the disk
}

// errAbandoned is what a function that never returned has returned.
var errAbandoned = errors.New("the update ended by a panic")

func startWriter(c *conn) *writer {
	w := &writer{conn: c, queue: make(chan *update, MaxWaiting), done: make(chan struct{})}
	go w.loop()
	return w
}

// stop lets those that wait run, and returns when the last is committed.
func (w *writer) stop() {
	w.mu.Lock()
	w.shut = true
	close(w.queue)
	w.mu.Unlock()
	<-w.done
}

func (w *writer) update(ctx context.Context, f func(store.Tx) error) error {
	if err := ctx.Err(); err != nil {
		return sqlstore.Busy.Fault(err)
	}
	u := &update{
		tx:   sqlstore.New(w.conn, translate),
		turn: make(chan struct{}), ran: make(chan error, 1), fate: make(chan error, 1),
	}
	if err := w.send(u); err != nil {
		return err
	}
	select {
	case <-u.turn:
	case err := <-u.fate:
		return err
	case <-ctx.Done():
		if u.taken.CompareAndSwap(false, true) {
			return sqlstore.Busy.Fault(ctx.Err())
		}
		select { // the writer was faster: it is its turn, or already lost
		case <-u.turn:
		case err := <-u.fate:
			return err
		}
	}
	u.run(f)
	return <-u.fate
}

// send puts u in the queue, unless that is full or closed.
func (w *writer) send(u *update) error {
	w.mu.RLock()
	defer w.mu.RUnlock()
	if w.shut {
		return errClosed()
	}
	select {
	case w.queue <- u:
		return nil
	default:
		return fault.New(fault.Unavailable, "%d changes are waiting already; try again in a moment.", MaxWaiting)
	}
}

func (u *update) run(f func(store.Tx) error) {
	err := errAbandoned
	defer func() { u.ran <- err }()
	err = f(u.tx)
}

func (w *writer) loop() {
	defer close(w.done)
	for first := range w.queue {
		w.batch(first)
	}
}

// batch commits first and those that wait behind it, at most MaxBatch.
func (w *writer) batch(first *update) {
	if err := w.conn.run("BEGIN IMMEDIATE"); err != nil {
		if first.taken.CompareAndSwap(false, true) {
			first.fate <- err
		}
		return
	}
	kept, broken := w.turns(first)
	err := w.end(broken)
	for _, u := range kept {
		u.fate <- err
	}
}

// turns lets first and those that wait behind it run, until nobody waits, the
// batch is full or the transaction is broken. It returns those that are part
// of the transaction.
func (w *writer) turns(first *update) (kept []*update, broken error) {
	u := first
	for n := 1; u != nil; n++ {
		keep, err := w.give(u)
		if keep {
			kept = append(kept, u)
		}
		if err != nil || n == MaxBatch {
			return kept, err // and what waits is left in the queue
		}
		u = w.next()
	}
	return kept, nil
}

// next returns an update that waits, or nil where none does.
func (w *writer) next() *update {
	select {
	case u := <-w.queue: // nil when it is closed and empty
		return u
	default:
		return nil
	}
}

// give lets u have its turn in a savepoint. It reports whether u is now part
// of the transaction, and returns an error where that has come undone: SQLite
// rolls back the whole of it when, say, the disk is full.
func (w *writer) give(u *update) (kept bool, broken error) {
	if !u.taken.CompareAndSwap(false, true) {
		return false, nil
	}
	if err := w.conn.run("SAVEPOINT turn"); err != nil {
		u.fate <- err
		return false, err
	}
	close(u.turn)
	err := <-u.ran
	if err == nil {
		err = u.tx.Err()
	}
	if err == nil {
		err = w.conn.run("RELEASE turn")
	}
	if err == nil {
		return true, nil
	}
	u.fate <- err
	if undo := w.conn.run("ROLLBACK TO turn"); undo != nil {
		return false, undo
	}
	return false, w.conn.run("RELEASE turn")
}

// end commits, or rolls back where the transaction is broken or cannot be
// committed, and returns why.
func (w *writer) end(broken error) error {
	if broken == nil {
		broken = w.conn.run("COMMIT")
	}
	if broken == nil {
		return nil
	}
	_ = w.conn.run("ROLLBACK") // fails where SQLite has rolled back already
	return fmt.Errorf("commit: %w", fault.Wrap(fault.Unavailable, broken,
		"The database could not keep this; nothing was changed"))
}

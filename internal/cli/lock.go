package cli

import (
	"errors"
	"os"

	"rung/internal/fault"
)

// lock holds a database for one server. The file beside the database stays
// when it is released; the lock on it ends with the process, however that
// ends. Readers (a backup) need none. The store has a lock of its own, which
// several programs share; this one is for one server alone.
type lock struct{ file *os.File }

// errLocked says that another process holds the lock.
var errLocked = errors.New("locked by another process")

// lockDatabase takes the lock of the database file at name. Where somebody has
// it, the failure is a Conflict that tells the cure.
func lockDatabase(name, cure string) (*lock, error) {
	f, err := openLocked(name + ".server")
	switch {
	case errors.Is(err, errLocked):
		return nil, fault.Wrap(fault.Conflict, err, "a server has the database %s open: %s", name, cure)
	case err != nil:
		return nil, fault.Wrap(fault.Unavailable, err, "the database %s cannot be locked: %v", name, cause(err))
	}
	return &lock{f}, nil
}

// release lets the next one have it.
func (l *lock) release() {
	// The lock ends with the descriptor, and a close that fails closes it too.
	unlock(l.file)
	_ = l.file.Close()
}

package sqlite

import (
	"errors"
	"os"

	"rung/internal/fault"
)

// Beside every database lies an empty file whose lock says who uses it: every
// open store shares the lock, restoring and upgrading need it alone. The
// system takes it back when a process ends, however it ends. The file itself
// stays: removing it would let two processes lock two files of one name.
const lockSuffix = ".lock"

type lockMode int

const (
	sharedLock lockMode = iota
	exclusiveLock
)

// errHeld is what tryLock returns where another holds the lock.
var errHeld = errors.New("locked by another")

// fileLock is a lock that is held.
type fileLock struct{ f *os.File }

// lockFile takes the lock of the database at path, or returns
// fault.Unavailable at once where another holds it.
func lockFile(path string, mode lockMode) (*fileLock, error) {
	f, err := tryLock(path+lockSuffix, mode)
	switch {
	case errors.Is(err, errHeld) && mode == exclusiveLock:
		return nil, fault.Wrap(fault.Unavailable, errHeld, "%s is in use by another rung; stop that first", path)
	case errors.Is(err, errHeld):
		return nil, fault.Wrap(fault.Unavailable, errHeld, "%s is being restored or upgraded; try again in a moment", path)
	case err != nil:
		return nil, fault.Wrap(fault.Unavailable, err, "The database's lock cannot be taken; its folder must be there and be writable")
	}
	return &fileLock{f}, nil
}

func (l *fileLock) release() error { return errors.Join(unlock(l.f), l.f.Close()) }

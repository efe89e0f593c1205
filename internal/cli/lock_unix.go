//go:build unix

package cli

import (
	"errors"
	"os"
	"syscall"
)

// openLocked opens the file and locks it for this process without waiting.
func openLocked(name string) (*os.File, error) {
	f, err := os.OpenFile(name, os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return nil, err
	}
	err = syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
	if err == nil {
		return f, nil
	}
	// Nothing was written: closing has nothing to lose.
	_ = f.Close()
	if errors.Is(err, syscall.EWOULDBLOCK) {
		return nil, errLocked
	}
	return nil, err
}

// unlock gives the lock back at once. Closing alone does so only when no child
// that is being started holds a copy of the descriptor.
func unlock(f *os.File) {
	// Where this fails, closing does it a moment later.
	_ = syscall.Flock(int(f.Fd()), syscall.LOCK_UN)
}

package cli

import (
	"errors"
	"os"
	"syscall"
)

// sharingViolation is what Windows says when another process has the file.
const sharingViolation = syscall.Errno(32)

// openLocked opens the file for this process alone.
func openLocked(name string) (*os.File, error) {
	path, err := syscall.UTF16PtrFromString(name)
	if err != nil {
		return nil, err
	}
	h, err := syscall.CreateFile(path, syscall.GENERIC_READ|syscall.GENERIC_WRITE, 0, nil, syscall.OPEN_ALWAYS, syscall.FILE_ATTRIBUTE_NORMAL, 0)
	if errors.Is(err, sharingViolation) {
		return nil, errLocked
	}
	if err != nil {
		return nil, err
	}
	return os.NewFile(uintptr(h), name), nil
}

// unlock does nothing: the file is free when it is closed.
func unlock(*os.File) {}

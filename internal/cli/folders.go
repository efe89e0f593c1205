package cli

import (
	"os"
	"path/filepath"

	"rung/internal/fault"
)

// dataFolder returns the folder for the user's databases (XDG); it need not
// exist yet.
func (p *program) dataFolder() (string, error) {
	return p.folder("XDG_DATA_HOME", ".local", "share")
}

// configFolder returns the folder for the user's sign-ins (XDG); it need not
// exist yet.
func (p *program) configFolder() (string, error) {
	return p.folder("XDG_CONFIG_HOME", ".config")
}

// folder returns rung's own folder in the one that the variable names, or in
// its usual place below the home folder. The specification wants variables
// that hold no absolute path to be ignored.
func (p *program) folder(variable string, usual ...string) (string, error) {
	if dir := p.env[variable]; filepath.IsAbs(dir) {
		return filepath.Join(dir, "rung"), nil
	}
	home := p.env["HOME"]
	if home == "" {
		home = p.env["USERPROFILE"]
	}
	if home == "" {
		return "", fault.New(fault.Unavailable, "no home folder is known: set %s to a folder for rung's files", variable)
	}
	return filepath.Join(append(append([]string{home}, usual...), "rung")...), nil
}

// makeFolder makes a folder that only the user may enter.
func makeFolder(dir string) error {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return fault.Wrap(fault.Unavailable, err, "the folder %s cannot be made: %v", dir, cause(err))
	}
	return nil
}

// writePrivate puts data into a file that only the user may read, whole or not
// at all: it is on the disk before it takes the place of an older one.
func writePrivate(name string, data []byte) error {
	if err := makeFolder(filepath.Dir(name)); err != nil {
		return err
	}
	f, err := os.CreateTemp(filepath.Dir(name), ".new-*") // made 0600
	if err != nil {
		return fault.Wrap(fault.Unavailable, err, "no file can be made in %s: %v", filepath.Dir(name), cause(err))
	}
	_, err = f.Write(data)
	if err == nil {
		err = f.Sync()
	}
	if e := f.Close(); err == nil {
		err = e
	}
	if err == nil {
		err = os.Rename(f.Name(), name)
	}
	if err != nil {
		// The half-written file is no use to anybody; what failed first is told.
		_ = os.Remove(f.Name())
		return fault.Wrap(fault.Unavailable, err, "%s cannot be written: %v", name, cause(err))
	}
	return syncFolder(filepath.Dir(name))
}

// syncFolder makes the names in a folder durable.
func syncFolder(dir string) error {
	f, err := os.Open(dir)
	if err != nil {
		return fault.Wrap(fault.Unavailable, err, "the folder %s cannot be read: %v", dir, cause(err))
	}
	defer f.Close()
	// Not every system can sync a folder; where it cannot, the rename is as
	// durable as it gets.
	_ = f.Sync()
	return nil
}

// cause returns the part of a file error that is not the path again.
func cause(err error) error {
	for {
		switch e := err.(type) {
		case *os.PathError:
			err = e.Err
		case *os.LinkError:
			err = e.Err
		case *os.SyscallError:
			err = e.Err
		default:
			return err
		}
	}
}

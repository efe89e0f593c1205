package origin

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"strings"

	"rung/internal/fault"
)

// Writable returns nil where Tree reads files that can be changed, and else
// why they cannot: a revision, a bare repository and a bundle stay as they are.
func (o *Origin) Writable() error {
	switch {
	case o.files:
		return nil
	case o.rev != "":
		return fault.New(fault.Invalid, "revision %s is history, which is not changed: leave --rev out", o.rev)
	default:
		return fault.New(fault.Invalid, "a %s holds no files that could be changed: name a work tree", o.Kind)
	}
}

// Replace puts after in the place of before, which the file at name must still
// hold: whole or not at all, with the permissions that the file has. It is a
// Conflict where the file says something else by now. It never goes through a
// symbolic link.
func (o *Origin) Replace(name string, before, after []byte) error {
	if err := o.Writable(); err != nil {
		return err
	}
	info, err := o.plain(name)
	if err != nil {
		return err
	}
	now, err := o.root.ReadFile(name)
	if err != nil {
		return fault.Wrap(fault.Unavailable, err, "%s cannot be read", name)
	}
	if !bytes.Equal(now, before) {
		return fault.New(fault.Conflict, "%s was changed meanwhile: run the command again", name)
	}
	temporary, err := o.temporary(name, after, info.Mode().Perm())
	if err != nil {
		return err
	}
	if err := o.root.Rename(temporary, name); err != nil {
		// What was written is no use to anybody; what failed first is told.
		_ = o.root.Remove(temporary)
		return fault.Wrap(fault.Unavailable, err, "%s cannot be replaced", name)
	}
	return nil
}

// Create writes a new file at name. It is a Conflict where there is one.
func (o *Origin) Create(name string, data []byte) error {
	if err := o.Writable(); err != nil {
		return err
	}
	f, err := o.root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	switch {
	case errors.Is(err, fs.ErrExist):
		return fault.New(fault.Conflict, "%s is there already", name)
	case err != nil:
		return fault.Wrap(fault.Unavailable, err, "%s cannot be made", name)
	}
	_, err = f.Write(data)
	if err = errors.Join(err, f.Close()); err != nil {
		_ = o.root.Remove(name) // half of a file is none
		return fault.Wrap(fault.Unavailable, err, "%s cannot be written", name)
	}
	return nil
}

// plain returns what is at name, where neither it nor a folder above it is a
// link.
func (o *Origin) plain(name string) (fs.FileInfo, error) {
	parts := strings.Split(name, "/")
	for i := range parts {
		at := strings.Join(parts[:i+1], "/")
		info, err := o.root.Lstat(at)
		last := i == len(parts)-1
		switch {
		case err != nil:
			return nil, fault.Wrap(fault.Unavailable, err, "%s cannot be read", at)
		case last && info.Mode().IsRegular():
			return info, nil
		case last || !info.IsDir():
			return nil, fault.New(fault.Forbidden, "%s is no plain file or folder: it is not changed", at)
		}
	}
	return nil, fault.New(fault.NotFound, "%q names no file", name)
}

// temporaries is how many names are tried beside a file.
const temporaries = 100

// temporary writes data to a new file beside name, on the disk when it returns.
func (o *Origin) temporary(name string, data []byte, mode fs.FileMode) (string, error) {
	var f *os.File
	var err error
	var temporary string
	for i := range temporaries {
		temporary = path.Join(path.Dir(name), fmt.Sprintf(".rung-%s-%d", path.Base(name), i))
		f, err = o.root.OpenFile(temporary, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
		if !errors.Is(err, fs.ErrExist) {
			break
		}
	}
	if err != nil {
		return "", fault.Wrap(fault.Unavailable, err, "no file can be made beside %s", name)
	}
	_, err = f.Write(data)
	err = errors.Join(err, f.Chmod(mode), f.Sync(), f.Close()) // the mask of the process may have taken permissions off
	if err != nil {
		_ = o.root.Remove(temporary)
		return "", fault.Wrap(fault.Unavailable, err, "%s cannot be written", temporary)
	}
	return temporary, nil
}

package gitrepo

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"time"
)

// info describes a file. Git keeps no times of files.
type info struct {
	name string
	size int64
	mode fs.FileMode
}

func (i info) Name() string       { return i.name }
func (i info) Size() int64        { return i.size }
func (i info) Mode() fs.FileMode  { return i.mode | permissions(i.mode) }
func (i info) ModTime() time.Time { return time.Time{} }
func (i info) IsDir() bool        { return i.mode.IsDir() }
func (i info) Sys() any           { return nil }

func permissions(mode fs.FileMode) fs.FileMode {
	if mode.IsDir() {
		return 0o555
	}
	return 0o444
}

type dirEntry struct {
	entry
	fsys *treeFS
}

func (d dirEntry) Name() string      { return d.name }
func (d dirEntry) IsDir() bool       { return d.mode.IsDir() }
func (d dirEntry) Type() fs.FileMode { return d.mode }
func (d dirEntry) Info() (fs.FileInfo, error) {
	i := info{name: d.name, mode: d.mode}
	if d.mode.IsDir() {
		return i, nil
	}
	size, err := d.fsys.size(d.entry)
	if err != nil {
		return nil, err
	}
	i.size = size
	return i, nil
}

type file struct {
	*bytes.Reader
	info info
}

func (f *file) Stat() (fs.FileInfo, error) { return f.info, nil }
func (f *file) Close() error               { return nil }

type folder struct {
	info info
	fsys *treeFS
	rest tree
}

func (f *folder) Stat() (fs.FileInfo, error) { return f.info, nil }
func (f *folder) Close() error               { return nil }
func (f *folder) Read([]byte) (int, error) {
	return 0, &fs.PathError{Op: "read", Path: f.info.name, Err: errors.New("is a directory")}
}

// ReadDir implements fs.ReadDirFile.
func (f *folder) ReadDir(n int) ([]fs.DirEntry, error) {
	if n > 0 && len(f.rest) == 0 {
		return nil, io.EOF
	}
	if n <= 0 || n > len(f.rest) {
		n = len(f.rest)
	}
	out := f.fsys.entries(f.rest[:n])
	f.rest = f.rest[n:]
	return out, nil
}

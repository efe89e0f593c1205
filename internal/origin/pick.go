package origin

import (
	"io"
	"io/fs"
	"path"
	"slices"
)

// picked is a file system of which only the named files and their folders can
// be seen.
type picked struct {
	fsys    fs.FS
	files   map[string]bool
	folders map[string]bool
}

// pick returns fsys reduced to the files of those names. Names that fsys does
// not hold are not missed.
func pick(fsys fs.FS, names []string) fs.FS {
	p := &picked{fsys: fsys, files: map[string]bool{}, folders: map[string]bool{".": true}}
	for _, name := range names {
		if !fs.ValidPath(name) {
			continue // no fs.FS can hold it
		}
		p.files[name] = true
		for dir := path.Dir(name); !p.folders[dir]; dir = path.Dir(dir) {
			p.folders[dir] = true
		}
	}
	return p
}

func (p *picked) check(op, name string) error {
	if p.files[name] || p.folders[name] {
		return nil
	}
	err := fs.ErrNotExist
	if !fs.ValidPath(name) {
		err = fs.ErrInvalid
	}
	return &fs.PathError{Op: op, Path: name, Err: err}
}

// Open implements fs.FS.
func (p *picked) Open(name string) (fs.File, error) {
	if err := p.check("open", name); err != nil {
		return nil, err
	}
	f, err := p.fsys.Open(name)
	if err != nil || !p.folders[name] {
		return f, err
	}
	return &pickedFolder{File: f, fsys: p, name: name}, nil
}

// ReadFile implements fs.ReadFileFS.
func (p *picked) ReadFile(name string) ([]byte, error) {
	if err := p.check("open", name); err != nil {
		return nil, err
	}
	return fs.ReadFile(p.fsys, name)
}

// Stat implements fs.StatFS.
func (p *picked) Stat(name string) (fs.FileInfo, error) {
	if err := p.check("stat", name); err != nil {
		return nil, err
	}
	return fs.Stat(p.fsys, name)
}

// Lstat implements fs.ReadLinkFS.
func (p *picked) Lstat(name string) (fs.FileInfo, error) {
	if err := p.check("lstat", name); err != nil {
		return nil, err
	}
	return fs.Lstat(p.fsys, name)
}

// ReadLink implements fs.ReadLinkFS.
func (p *picked) ReadLink(name string) (string, error) {
	if err := p.check("readlink", name); err != nil {
		return "", err
	}
	return fs.ReadLink(p.fsys, name)
}

// ReadDir implements fs.ReadDirFS.
func (p *picked) ReadDir(name string) ([]fs.DirEntry, error) {
	if err := p.check("readdir", name); err != nil {
		return nil, err
	}
	list, err := fs.ReadDir(p.fsys, name)
	return slices.DeleteFunc(list, func(e fs.DirEntry) bool {
		at := path.Join(name, e.Name())
		return !p.files[at] && !p.folders[at]
	}), err
}

// pickedFolder is an open folder of picked.
type pickedFolder struct {
	fs.File
	fsys *picked
	name string
	rest []fs.DirEntry
	read bool
}

// ReadDir implements fs.ReadDirFile.
func (f *pickedFolder) ReadDir(n int) ([]fs.DirEntry, error) {
	if !f.read {
		list, err := f.fsys.ReadDir(f.name)
		if err != nil {
			return nil, err
		}
		f.rest, f.read = list, true
	}
	if n > 0 && len(f.rest) == 0 {
		return nil, io.EOF
	}
	if n <= 0 || n > len(f.rest) {
		n = len(f.rest)
	}
	out := f.rest[:n]
	f.rest = f.rest[n:]
	return out, nil
}

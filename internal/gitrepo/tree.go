package gitrepo

import (
	"bytes"
	"context"
	"errors"
	"io"
	"io/fs"
	"path"
	"strings"

	"rung/internal/fault"
)

// Tree returns the ladder's files at the commit, which must be a whole id, as
// a read-only file system. Where the ladder's folder does not exist at that
// commit it is empty. Symbolic links are listed as such and not followed;
// submodules are empty folders. Reads fail once ctx is done or the repository
// is closed.
//
// It implements fs.ReadDirFS, fs.ReadFileFS, fs.StatFS and fs.ReadLinkFS.
func (r *Repo) Tree(ctx context.Context, commit string) (fs.FS, error) {
	if !isID(commit) {
		return nil, fault.New(fault.Invalid, "%.40q is no commit id: resolve the revision first", commit)
	}
	root, err := r.rootTree(ctx, commit)
	if err != nil {
		return nil, err
	}
	t := &treeFS{ctx: ctx, repo: r, root: root}
	if r.prefix == "" {
		return t, t.readAhead(root)
	}
	e, err := t.lookup(r.prefix)
	switch {
	case errors.Is(err, fs.ErrNotExist) || err == nil && !e.mode.IsDir():
		return &treeFS{ctx: ctx, repo: r, root: entry{mode: fs.ModeDir}}, nil
	case err != nil:
		return nil, err
	}
	t.root = e
	return t, t.readAhead(e)
}

// rootTree asks for the tree of the commit by an expression, so its own id is
// not needed: it is kept under the expression.
func (r *Repo) rootTree(ctx context.Context, commit string) (entry, error) {
	expression := commit + "^{tree}"
	o, err := r.load(ctx, []string{expression}, len(commit)/2)
	if err != nil {
		return entry{}, err
	}
	if o == nil || o.kind != "tree" {
		return entry{}, fault.New(fault.NotFound, "there is no commit %.12s here", commit)
	}
	return entry{mode: fs.ModeDir, id: expression}, nil
}

// treeFS is the files of one commit.
type treeFS struct {
	ctx  context.Context // fs.FS has no place for it; it ends with the request that reads
	repo *Repo
	root entry
}

func (t *treeFS) idSize() int {
	hex, _, _ := strings.Cut(t.root.id, "^")
	return len(hex) / 2
}

// lookup finds the entry at a valid path.
func (t *treeFS) lookup(name string) (entry, error) {
	e := t.root
	for name != "." && name != "" {
		var part string
		part, name, _ = strings.Cut(name, "/")
		if !e.mode.IsDir() {
			return entry{}, fs.ErrNotExist
		}
		list, err := t.list(e)
		if err != nil {
			return entry{}, err
		}
		next, ok := list.find(part)
		if !ok {
			return entry{}, fs.ErrNotExist
		}
		e = next
	}
	return e, nil
}

// list returns what stands in a folder.
func (t *treeFS) list(e entry) (tree, error) {
	if e.id == "" {
		return nil, nil
	}
	o, err := t.object(e.id, nil)
	if err != nil {
		return nil, err
	}
	return o.tree, nil
}

// Open implements fs.FS.
func (t *treeFS) Open(name string) (fs.File, error) {
	e, err := t.at("open", name)
	if err != nil {
		return nil, err
	}
	switch {
	case e.mode.IsDir():
		list, err := t.list(e)
		if err != nil {
			return nil, &fs.PathError{Op: "open", Path: name, Err: err}
		}
		return &folder{info: info{name: path.Base(name), mode: e.mode}, fsys: t, rest: list}, nil
	case e.mode != 0:
		return nil, &fs.PathError{Op: "open", Path: name, Err: errLink}
	}
	o, err := t.blob(name, e)
	if err != nil {
		return nil, &fs.PathError{Op: "open", Path: name, Err: err}
	}
	return &file{Reader: bytes.NewReader(o.blob), info: info{name: path.Base(name), size: o.size}}, nil
}

// errLink is the cause of a failure to open a symbolic link.
var errLink = errors.New("symbolic links are not followed")

// at finds the entry at name, with errors as fs wants them.
func (t *treeFS) at(op, name string) (entry, error) {
	if !fs.ValidPath(name) {
		return entry{}, &fs.PathError{Op: op, Path: name, Err: fs.ErrInvalid}
	}
	e, err := t.lookup(name)
	if err != nil {
		return entry{}, &fs.PathError{Op: op, Path: name, Err: err}
	}
	return e, nil
}

// ReadFile implements fs.ReadFileFS.
func (t *treeFS) ReadFile(name string) ([]byte, error) {
	f, err := t.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	if _, ok := f.(*file); !ok {
		return nil, &fs.PathError{Op: "read", Path: name, Err: errors.New("is a directory")}
	}
	return io.ReadAll(f)
}

// ReadDir implements fs.ReadDirFS.
func (t *treeFS) ReadDir(name string) ([]fs.DirEntry, error) {
	e, err := t.at("readdir", name)
	if err != nil {
		return nil, err
	}
	if !e.mode.IsDir() {
		return nil, &fs.PathError{Op: "readdir", Path: name, Err: errors.New("not a directory")}
	}
	list, err := t.list(e)
	if err != nil {
		return nil, &fs.PathError{Op: "readdir", Path: name, Err: err}
	}
	return t.entries(list), nil
}

func (t *treeFS) entries(list tree) []fs.DirEntry {
	out := make([]fs.DirEntry, len(list))
	for i, e := range list {
		out[i] = dirEntry{entry: e, fsys: t}
	}
	return out
}

// Stat implements fs.StatFS; like Open it does not follow links, so it fails
// on them.
func (t *treeFS) Stat(name string) (fs.FileInfo, error) {
	i, err := t.Lstat(name)
	if err == nil && i.Mode()&fs.ModeSymlink != 0 {
		return nil, &fs.PathError{Op: "stat", Path: name, Err: errLink}
	}
	return i, err
}

// Lstat implements fs.ReadLinkFS.
func (t *treeFS) Lstat(name string) (fs.FileInfo, error) {
	e, err := t.at("lstat", name)
	if err != nil {
		return nil, err
	}
	e.name = path.Base(name)
	return dirEntry{entry: e, fsys: t}.Info()
}

// ReadLink implements fs.ReadLinkFS.
func (t *treeFS) ReadLink(name string) (string, error) {
	e, err := t.at("readlink", name)
	if err != nil {
		return "", err
	}
	if e.mode != fs.ModeSymlink {
		return "", &fs.PathError{Op: "readlink", Path: name, Err: fs.ErrInvalid}
	}
	o, err := t.object(e.id, nil)
	if err != nil {
		return "", &fs.PathError{Op: "readlink", Path: name, Err: err}
	}
	return string(o.blob), nil
}

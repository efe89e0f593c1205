package history

import (
	"io/fs"
	"path"
	"slices"
	"strings"
)

// partOf returns the part of a tree that is one file, or all files of one
// folder, with the pages that introduce it and the folders above.
func partOf(tree fs.FS, among string) fs.FS {
	dir, only := among, ""
	if info, err := fs.Stat(tree, among); err == nil && !info.IsDir() {
		dir, only = path.Split(among)
		dir = path.Clean(dir)
	}
	above := map[string]bool{".": true}
	for d := dir; d != "."; d = path.Dir(d) {
		above[d] = true
	}
	return partOfTree{tree, dir, only, above}
}

// partOfTree is a tree of which most files are not listed.
type partOfTree struct {
	fs.FS
	dir   string          // of whose files all are listed
	only  string          // or this one alone
	above map[string]bool // the folder and those above, of which the pages that introduce them are listed
}

// ReadDir implements fs.ReadDirFS.
func (t partOfTree) ReadDir(dir string) ([]fs.DirEntry, error) {
	list, err := fs.ReadDir(t.FS, dir)
	if err != nil {
		return nil, err
	}
	return slices.DeleteFunc(slices.Clone(list), func(e fs.DirEntry) bool {
		switch {
		case e.IsDir():
			return !t.above[path.Join(dir, e.Name())]
		case dir == t.dir && (t.only == "" || t.only == e.Name()):
			return false
		}
		return !introduces(e.Name())
	}), nil
}

// introduces reports whether a file says what the files beside it are.
func introduces(name string) bool {
	stem := strings.ToLower(strings.TrimSuffix(name, path.Ext(name)))
	return stem == "readme" || stem == "index" || stem == "_index" || stem == "rung"
}

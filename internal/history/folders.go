package history

import (
	"io/fs"
	"path"
	"slices"
	"strings"
)

// foldersOf returns the folders of files, each once, in order.
func foldersOf(names []string) []string {
	var out []string
	for _, name := range names {
		out = append(out, path.Dir(name))
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// folders returns the files of a tree that lie in some folders, with the pages
// that introduce these and all folders above.
func folders(tree fs.FS, dirs []string) fs.FS {
	whole, above := map[string]bool{}, map[string]bool{".": true}
	for _, dir := range dirs {
		whole[dir] = true
		for ; dir != "."; dir = path.Dir(dir) {
			above[dir] = true
		}
	}
	return partOfTree{tree, whole, above}
}

// partOfTree is a tree of which most folders are not listed.
type partOfTree struct {
	fs.FS
	whole map[string]bool // folders of which all files are listed
	above map[string]bool // folders of which the pages that introduce them are, and these folders
}

// ReadDir implements fs.ReadDirFS.
func (t partOfTree) ReadDir(dir string) ([]fs.DirEntry, error) {
	list, err := fs.ReadDir(t.FS, dir)
	if err != nil {
		return nil, err
	}
	return slices.DeleteFunc(slices.Clone(list), func(e fs.DirEntry) bool {
		if e.IsDir() {
			return !t.above[path.Join(dir, e.Name())]
		}
		return !t.whole[dir] && !introduces(e.Name())
	}), nil
}

// introduces reports whether a file says what the files beside it are.
func introduces(name string) bool {
	stem := strings.ToLower(strings.TrimSuffix(name, path.Ext(name)))
	return stem == "readme" || stem == "index" || stem == "_index" || stem == "rung"
}

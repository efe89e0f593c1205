package lint

import (
	"path"
	"strings"

	"rung/internal/model"
	"rung/internal/source"
)

// besideRoles returns the files that hold something of a role, and those that
// stand beside or above one, by path. In a handbook with a ladder in a corner
// the rest of the handbook is none of our business.
func besideRoles(f *model.Framework, sources *source.Set) []*source.File {
	folders, last := make(map[string]bool), ""
	add := func(at source.Span) {
		if at.Path == last || at.Path == "" {
			return
		}
		last = at.Path
		for dir := path.Dir(at.Path); !folders[dir]; dir = path.Dir(dir) {
			folders[dir] = true
		}
	}
	for _, r := range f.Roles {
		add(r.At)
		for _, a := range r.Areas {
			for _, s := range a.Statements {
				add(s.At)
			}
		}
	}
	var out []*source.File
	for _, name := range sources.Paths() {
		if folders[path.Dir(name)] {
			out = append(out, sources.File(name))
		}
	}
	return out
}

// isTable reports whether the file is read by spreadsheets, which have ways of
// their own with bytes.
func isTable(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".csv", ".tsv":
		return true
	}
	return false
}

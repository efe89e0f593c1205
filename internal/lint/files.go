package lint

import (
	"path"
	"strings"

	"rung/internal/source"
)

// ladderFiles returns the files that hold something of a role, and those that
// stand beside or above one, by path. In a handbook with a ladder in a corner
// the rest of the handbook is none of our business.
func (p *Pass) ladderFiles() []*source.File {
	folders := make(map[string]bool)
	add := func(at source.Span) {
		for dir := path.Dir(at.Path); at.Path != "" && !folders[dir]; dir = path.Dir(dir) {
			folders[dir] = true
		}
	}
	for _, r := range p.Framework.Roles {
		add(r.At)
		for _, a := range r.Areas {
			for _, s := range a.Statements {
				add(s.At)
			}
		}
	}
	var out []*source.File
	for _, name := range p.Sources.Paths() {
		if folders[path.Dir(name)] {
			out = append(out, p.Sources.File(name))
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

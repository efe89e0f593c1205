package resolve

import (
	"path"
	"strings"

	"rung/internal/model"
)

// meantBy returns the file that a dead link plainly means, or "": the only one
// of that name, the only one with a name like it in the same folder, or the
// only page of the same level there that the linking page does not list.
func (r *resolver) meantBy(link model.SourceLink, t Target) string {
	base := path.Base(t.Path)
	if path.Ext(base) == "" {
		base += ".md"
	}
	if !telling(base) {
		return ""
	}
	files := r.fileNames()
	if same := files.byName[letters(base)]; len(same) == 1 {
		return same[0]
	} else if len(same) > 1 {
		return ""
	}
	folder := files.byFolder[path.Dir(t.Path)]
	if !r.mayCompare(len(folder)) {
		return ""
	}
	near := only(folder, func(p string) bool {
		name := letters(path.Base(p))
		return path.Ext(p) == path.Ext(base) && within(name, letters(base), max(1, len(name)/8))
	})
	if near != "" {
		return near
	}
	level := leadingLevel(base)
	if level == "" {
		return ""
	}
	return only(folder, func(p string) bool {
		return leadingLevel(path.Base(p)) == level && !r.listed[link.At.Path][p]
	})
}

// leadingLevel returns the level with which a file's name begins, or "".
func leadingLevel(base string) string {
	if w := splitWords(base); len(w) > 1 && levelCode.MatchString(w[0]) {
		return w[0]
	}
	return ""
}

// only returns the one path that satisfies ok, or "".
func only(paths []string, ok func(string) bool) string {
	found := ""
	for _, p := range paths {
		if !ok(p) {
			continue
		}
		if found != "" {
			return ""
		}
		found = p
	}
	return found
}

// fileNames indexes the files of the tree for suggestions.
type fileNames struct {
	byName   map[string][]string // by the letters of the base name
	byFolder map[string][]string
}

// fileNames returns the index, which only a dead link asks for.
func (r *resolver) fileNames() *fileNames {
	if r.names != nil {
		return r.names
	}
	n := &fileNames{byName: make(map[string][]string), byFolder: make(map[string][]string)}
	for _, p := range r.draft.Sources.Paths() {
		key := letters(path.Base(p))
		n.byName[key] = append(n.byName[key], p)
		n.byFolder[path.Dir(p)] = append(n.byFolder[path.Dir(p)], p)
	}
	for p := range r.draft.Others {
		key := letters(path.Base(p))
		n.byName[key] = append(n.byName[key], p)
	}
	r.names = n
	return n
}

// maxCompared bounds the length of names that are compared letter by letter.
const maxCompared = 128

// within reports whether a becomes b by at most limit letters added, dropped
// or changed.
func within(a, b string, limit int) bool {
	if len(a) > maxCompared || len(b) > maxCompared || len(a)-len(b) > limit || len(b)-len(a) > limit {
		return false
	}
	x, y := []rune(a), []rune(b)
	row := make([]int, len(y)+1)
	for j := range row {
		row[j] = j
	}
	for i := range x {
		diagonal := row[0]
		row[0] = i + 1
		for j := range y {
			cost := diagonal
			if x[i] != y[j] {
				cost++
			}
			diagonal = row[j+1]
			row[j+1] = min(cost, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(y)] <= limit
}

// stemOf returns a file's base name without its extension.
func stemOf(p string) string { return strings.TrimSuffix(path.Base(p), path.Ext(p)) }

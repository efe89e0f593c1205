package source

import (
	"slices"
	"strings"
)

// Set is the files of one compilation, by path. The zero Set is empty and
// ready for use. It is not safe for concurrent change; reading is.
type Set struct {
	files map[string]*File
	paths []string // sorted
}

// NewSet returns the set of files. Of two files with one path the later stays.
func NewSet(files ...*File) *Set {
	s := &Set{files: make(map[string]*File, len(files))}
	for _, f := range files {
		if _, ok := s.files[f.path]; !ok {
			s.paths = append(s.paths, f.path)
		}
		s.files[f.path] = f
	}
	slices.Sort(s.paths)
	return s
}

// File returns the file at path, or nil.
func (s *Set) File(path string) *File {
	if s == nil {
		return nil
	}
	return s.files[path]
}

// FileFold returns the file whose path equals path without regard to case,
// or nil where none or more than one does.
func (s *Set) FileFold(path string) *File {
	var found *File
	for _, p := range s.Paths() {
		if strings.EqualFold(p, path) {
			if found != nil {
				return nil
			}
			found = s.files[p]
		}
	}
	return found
}

// Paths returns all paths in ascending order. The caller must not change it.
func (s *Set) Paths() []string {
	if s == nil {
		return nil
	}
	return s.paths
}

// Start returns where span begins, as people count. It returns the zero
// Position for a span whose file is not in the set.
func (s *Set) Start(span Span) Position {
	if f := s.File(span.Path); f != nil {
		return f.Position(span.Start)
	}
	return Position{}
}

// End returns where span ends (the character after its last), as people count.
func (s *Set) End(span Span) Position {
	if f := s.File(span.Path); f != nil {
		return f.Position(span.End)
	}
	return Position{}
}

// Text returns the source that span covers, or "".
func (s *Set) Text(span Span) string {
	if f := s.File(span.Path); f != nil {
		return f.Text(span)
	}
	return ""
}

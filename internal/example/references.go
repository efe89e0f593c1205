package example

import (
	"fmt"
	"slices"
	"strings"
)

// references turns short names and first words into statements.
type references struct {
	revisions []Revision
	files     map[string]string // role file by short name
	read      map[page][]Ref    // what was read before
}

// page is a role file at a revision.
type page struct {
	path     string
	revision int
}

func newReferences(revisions []Revision, files map[string]string) references {
	return references{revisions: revisions, files: files, read: map[page][]Ref{}}
}

// role returns the role file of a short name.
func (r references) role(short string) (string, error) {
	path, ok := r.files[short]
	if !ok {
		return "", fmt.Errorf("%q is no short name: add it to files", short)
	}
	return path, nil
}

// ref reads "SHORT first words of the statement" as of a day.
func (r references) ref(text string, day int) (Ref, error) {
	short, prefix, _ := strings.Cut(text, " ")
	path, err := r.role(short)
	if err != nil {
		return Ref{}, err
	}
	return r.find(path, prefix, day)
}

func (r references) refs(texts []string, day int) ([]Ref, error) {
	var found []Ref
	for _, text := range texts {
		ref, err := r.ref(text, day)
		if err != nil {
			return nil, err
		}
		found = append(found, ref)
	}
	return found, nil
}

// find returns the one statement of a file that begins with prefix on a day.
func (r references) find(path, prefix string, day int) (Ref, error) {
	all, err := r.all(path, day)
	if err != nil {
		return Ref{}, err
	}
	var found []Ref
	for _, ref := range all {
		if prefix != "" && strings.HasPrefix(ref.Text, prefix) {
			ref.Prefix = prefix
			found = append(found, ref)
		}
	}
	if len(found) != 1 {
		return Ref{}, fmt.Errorf("%q begins %d statements of %s on day %d, expected one: give the words as they stood then, and enough of them",
			prefix, len(found), path, day)
	}
	return found[0], nil
}

// all returns the statements of a file on a day, without those that only point
// at a page for everybody. Each is its own prefix. The caller owns the slice.
func (r references) all(path string, day int) ([]Ref, error) {
	at := page{path, inForce(r.revisions, day)}
	if _, known := r.read[at]; !known {
		data, ok := r.revisions[at.revision].Files[path]
		if !ok {
			return nil, fmt.Errorf("no file %s on day %d: name it as it was then", path, day)
		}
		r.read[at] = refsIn(data, at)
	}
	found := slices.Clone(r.read[at])
	for i := range found {
		found[i].Day = day
	}
	return found, nil
}

func refsIn(data []byte, at page) []Ref {
	var found []Ref
	for _, s := range statementsIn(data) {
		if !s.extends() {
			text := s.plain()
			found = append(found, Ref{RolePath: at.path, Prefix: text, Revision: at.revision, Line: s.line, Text: text})
		}
	}
	return found
}
